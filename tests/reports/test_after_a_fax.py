"""A paper survives black and white: the QR reads after a fax, nothing is grey or too thin."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest

from app.reports.document import Format
from app.reports.internal_file import internal_file
from app.reports.pdf.furniture import FOOT, QR_MODULE, QR_SIDE
from app.reports.pdf.geometry import A4_LONG, FORMATS
from app.reports.pdf.reportlab_door import qr_modules
from app.reports.render import write_pdf
from tests.factories import papers

FAX_FINE, FAX_STANDARD, SCAN = (204, 196), (204, 98), (150, 150)


def _content() -> bytes:
    return write_pdf(internal_file(papers.model_case(), "hy", papers.issued_context())).content


@pytest.mark.parametrize("dots", [FAX_FINE, FAX_STANDARD, SCAN], ids=["fine", "standard", "scan"])
def test_every_module_of_the_qr_survives(dots: tuple[int, int]) -> None:
    across, down = dots[0] / 72, dots[1] / 72
    page = pypdfium2.PdfDocument(_content())[0]
    bitmap = page.render(scale=across, grayscale=True)
    wide = bitmap.width
    pixels = bytes(bitmap.buffer)
    left = FORMATS[Format.PORTRAIT].text_right - QR_SIDE
    top = A4_LONG - FOOT - QR_SIDE - 2.5

    def is_dark(x: float, y: float) -> bool:
        row = int((int(y * down) + 0.5) / down * across)  # the middle of a coarser scanner’s row
        return bool(pixels[row * bitmap.stride + min(int(x * across), wide - 1)] < 128)

    for row, modules in enumerate(qr_modules("7K4Q9MXT2R")):
        for column, dark in enumerate(modules):
            x = left + (column + 0.5) * QR_MODULE
            y = top + (row + 0.5) * QR_MODULE
            assert is_dark(x, y) == dark, (row, column)


def _operators() -> list[tuple[str, list[float]]]:
    found: list[tuple[str, list[float]]] = []
    with pikepdf.open(io.BytesIO(_content())) as pdf:
        for page in pdf.pages:
            for instruction in pikepdf.parse_content_stream(page):
                numbers = [
                    float(str(operand))
                    for operand in instruction.operands
                    if re.fullmatch(r"-?[\d.]+", str(operand))
                ]
                found.append((str(instruction.operator), numbers))
    return found


def test_there_is_no_colour_no_tint_and_no_line_thinner_than_a_hairline() -> None:
    operators = _operators()
    used = {operator for operator, _ in operators}
    assert used.isdisjoint({"rg", "RG", "k", "K", "cs", "CS", "sc", "scn", "sh"})
    assert {n for operator, numbers in operators if operator in "gG" for n in numbers} <= {0, 1}
    assert min(numbers[0] for operator, numbers in operators if operator == "w") >= 0.4


def test_no_type_is_smaller_than_eight_points() -> None:
    sizes = [numbers[0] for operator, numbers in _operators() if operator == "Tf"]
    shown = [size for size in sizes if size != 12]  # the file opens each page at 12, unused
    assert min(shown) >= 8
