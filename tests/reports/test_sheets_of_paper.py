"""A4 and Letter, one side or both: the same words, inside the margins of the sheet in hand."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from app.reports.document import Column, DataTable, Document, Format, TableRow, literal
from app.reports.internal_file import internal_file
from app.reports.pdf.fonts import family
from app.reports.pdf.geometry import FORMATS, MM, page_format
from app.reports.pdf.strips import Words
from app.reports.pdf.typeset import Typesetter
from app.reports.render import write_pdf
from models.vocabulary.papers import PaperFormat
from tests.factories import papers
from tests.reports.reading import text_of

SIDES = {PaperFormat.A4: (595.28, 841.89), PaperFormat.LETTER: (612, 792)}


def _document(paper: PaperFormat = PaperFormat.A4, *, duplex: bool = False) -> Document:
    document = internal_file(papers.model_case(), "en", papers.issued_context())
    return replace(document, paper=paper, duplex=duplex)


def _leftmost(content: bytes) -> list[float]:
    """Return how far from the left edge the body of each page begins: marks in margins apart."""
    document = pypdfium2.PdfDocument(content)
    lefts = []
    for page in document:
        text = page.get_textpage()
        boxes = [text.get_rect(n) for n in range(text.count_rects())]
        lefts.append(min(box[0] for box in boxes if box[0] > 15 * MM))
    document.close()
    return lefts


@pytest.mark.parametrize("paper", list(PaperFormat))
def test_sheet_is_of_the_size_that_was_asked_for(paper: PaperFormat) -> None:
    content = write_pdf(_document(paper)).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for page in pdf.pages:
            box = [float(side) for side in page.MediaBox]
            assert box == pytest.approx([0, 0, *SIDES[paper]], abs=0.01)


def test_letter_says_every_word_that_a4_says() -> None:
    texts = [text_of(write_pdf(_document(paper)).content) for paper in PaperFormat]
    words = [set(text.split()) for text in texts]
    assert words[0] - {"1", "2", "3", "4"} == words[1] - {"1", "2", "3", "4"}


def test_upright_lines_break_alike_on_both_papers() -> None:
    for kind in (Format.PORTRAIT, Format.COURT):
        letter = page_format(kind, PaperFormat.LETTER)
        assert letter.text_width == pytest.approx(FORMATS[kind].text_width)


@pytest.mark.parametrize("kind", list(Format))
def test_wide_tables_end_inside_the_margin_of_either_paper(kind: Format) -> None:
    width = FORMATS[kind].text_width / MM
    columns = tuple(Column("Name", width / 3 - 6) for _ in range(3))
    cells = TableRow(tuple(literal("Nmushyan Aram Sureni " * 4) for _ in range(3)))
    document = replace(
        _document(PaperFormat.LETTER),
        blocks=(DataTable(columns, (cells, cells), "Source"),),
        format=kind,
    )
    setter = Typesetter(document, family())
    for page in setter.pages():
        for placed in page.placed:
            for stroke in placed.strip.strokes:
                if isinstance(stroke, Words):
                    end = stroke.x + setter.breaker.width(stroke.text, stroke.size)
                    assert end <= setter.page.text_width + 0.5


def test_both_sides_of_a_sheet_leave_the_wide_margin_at_the_holes() -> None:
    one_sided = _leftmost(write_pdf(_document()).content)
    both = _leftmost(write_pdf(_document(duplex=True)).content)
    assert min(one_sided) == pytest.approx(25 * MM, abs=1)
    for number, left in enumerate(both, start=1):
        assert left == pytest.approx((20 if number % 2 == 0 else 25) * MM, abs=1)
