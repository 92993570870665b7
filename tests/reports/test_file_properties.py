"""The file itself: the same bytes each time, our fonts only, no name and no author in it."""

from __future__ import annotations

import io
import subprocess
import sys

import pikepdf
import pytest

from app.reports.internal_file import internal_file
from app.reports.render import PdfFile, write_pdf
from tests.factories import papers
from tests.metrics import record_count
from tests.reports.reading import fonts_of


def _file(lang: str = "en") -> PdfFile:
    return write_pdf(internal_file(papers.model_case(), lang, papers.issued_context()))


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_the_same_data_gives_the_same_bytes_twenty_times(lang: str) -> None:
    first = _file(lang).sha256
    same = sum(_file(lang).sha256 == first for _ in range(20))
    record_count("R-52", f"papers with the same bytes ({lang})", same, 20)
    assert same == 20


def test_another_process_gives_the_same_bytes_too() -> None:
    code = (
        "from app.reports.internal_file import internal_file;"
        "from app.reports.render import write_pdf;"
        "from tests.factories import papers as p;"
        "print(write_pdf(internal_file(p.model_case(), 'en', p.issued_context())).sha256)"
    )
    done = subprocess.run(  # our own interpreter and our own words
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == _file().sha256


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_only_our_fonts_are_listed_and_all_are_embedded(lang: str) -> None:
    fonts = fonts_of(_file(lang).content)
    assert fonts
    assert all("HomewardSans" in name for name in fonts)
    assert all(fonts.values())


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_properties_hold_title_and_language_but_no_name(lang: str) -> None:
    with pikepdf.open(io.BytesIO(_file(lang).content)) as pdf:
        values = " ".join(str(value) for value in pdf.docinfo.values())
        assert str(pdf.Root.Lang) == lang
        assert "HRD-2020-00123" in str(pdf.docinfo.Title)
        assert "/Author" not in pdf.docinfo
    for name in ("Nmushyan", "Նմուշյան", "Нмушян", "Ejyan", "KE-07"):
        assert name not in values


def test_dates_of_the_file_are_those_of_the_record() -> None:
    with pikepdf.open(io.BytesIO(_file().content)) as pdf:
        assert str(pdf.docinfo.CreationDate) == "D:20210310144200+00'00'"


def test_sections_are_in_the_outline() -> None:
    with pikepdf.open(io.BytesIO(_file().content)) as pdf, pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0] == "1 The four answers"
    assert titles[-1].endswith("Certification")


def test_the_picture_is_grey_pixels_and_nothing_of_a_camera() -> None:
    with pikepdf.open(io.BytesIO(_file().content)) as pdf:
        images = [image for page in pdf.pages for image in page.get_images().values()]
    assert len(images) == 1
    assert images[0].ColorSpace == "/DeviceGray"
    assert images[0].Filter == "/FlateDecode"


def test_printing_does_not_load_pillow() -> None:
    code = (
        "import sys; from app.reports.render import write_pdf;"
        "sys.exit(any(name == 'PIL' or name.startswith('PIL.') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # as above
