"""Rules for every paper: its pages, its properties, its bytes, its language, a fax of it."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from app.reports.document import Document
from app.reports.papers import TEMPLATES, make_document
from app.reports.pdf.fonts import family
from app.reports.pdf.furniture import FurnitureSetter, Modules
from app.reports.pdf.reportlab_door import qr_modules
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.typeset import Typesetter
from app.reports.render import write_pdf
from models.vocabulary.papers import Audience
from tests.factories import papers
from tests.leaks.invented_cases import invented_cases
from tests.metrics import record_count
from tests.reports.every_paper import LANGUAGES, PAPERS, content, context, document, texts_of
from tests.reports.page_faults import faults
from tests.reports.reading import fonts_of, pages_of, unspaced

FAX = (204, 98)
NAMES = ("Nmushyan", "Նմուշյան", "Нмушян", "Ejyan", "KE-07")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_pages_keep_the_rules_of_the_page(name: str, lang: str) -> None:
    assert faults(document(name, lang)) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_the_file_says_its_title_and_language_and_names_nobody(name: str, lang: str) -> None:
    with pikepdf.open(io.BytesIO(content(name, lang))) as pdf:
        assert str(pdf.docinfo.Title)
        assert str(pdf.Root.Lang) == lang
        assert str(pdf.docinfo.get("/Author", "")) == ""
        told = " ".join(str(value) for value in pdf.docinfo.values())
        if "/Metadata" in pdf.Root:
            told += pdf.Root.Metadata.read_bytes().decode("utf-8")
        assert not [one for one in NAMES if one in told]
    fonts = fonts_of(content(name, lang))
    assert fonts
    assert all("HomewardSans" in font and embedded for font, embedded in fonts.items())


@pytest.mark.parametrize("name", PAPERS)
def test_the_same_facts_give_the_same_bytes_twenty_times(name: str) -> None:
    same = sum(
        write_pdf(PAPERS[name](lang)).content == content(name, lang)
        for lang, times in (("en", 7), ("hy", 7), ("ru", 6))
        for _ in range(times)
    )
    record_count("R-52", f"papers with the same bytes ({name})", same, 20)
    assert same == 20


# --- a fax


@pytest.mark.parametrize("name", PAPERS)
def test_the_code_of_every_page_reads_after_a_standard_fax(name: str) -> None:
    made = document(name, "hy")
    placed = _modules(made)
    if not made.furniture.code:
        assert placed is None
        return
    assert placed is not None
    pages = pypdfium2.PdfDocument(content(name, "hy"))
    for page in pages:
        assert _read(page, placed) == qr_modules(made.furniture.code.replace("-", ""))
    pages.close()


def _modules(made: Document) -> Modules | None:
    setter = Typesetter(made, family())
    safe = SafeText(family())
    return FurnitureSetter(made.furniture, setter.page, setter.breaker, safe).modules()


def _read(page: pypdfium2.PdfPage, placed: Modules) -> tuple[tuple[bool, ...], ...]:
    """Scan a page in black and white at 204 by 98 dots an inch and look into each module."""
    across, down = FAX[0] / 72, FAX[1] / 72
    bitmap = page.render(scale=across, grayscale=True)
    pixels, side = bytes(bitmap.buffer), placed.height
    left, top = min(x for x, _, _ in placed.runs), min(y for _, y, _ in placed.runs)

    def is_dark(x: float, y: float) -> bool:
        row = int((int(y * down) + 0.5) / down * across)  # the middle of a coarser scanner's row
        column = min(int(x * across), bitmap.width - 1)
        return bool(pixels[row * bitmap.stride + column] < 128)

    return tuple(
        tuple(is_dark(left + (c + 0.5) * side, top + (r + 0.5) * side) for c in range(21))
        for r in range(21)
    )


def test_no_paper_shows_a_colour_or_a_tint() -> None:
    for name in PAPERS:
        with pikepdf.open(io.BytesIO(content(name, "hy"))) as pdf:
            for page in pdf.pages:
                for instruction in pikepdf.parse_content_stream(page):
                    operator = str(instruction.operator)
                    assert operator not in {"rg", "RG", "k", "K", "cs", "CS", "sc", "scn", "sh"}
                    if operator in {"g", "G"}:
                        assert float(str(instruction.operands[0])) in {0, 1}, name


# --- the language

LATIN = re.compile(r"[A-Za-z]{3,}")
LEFTOVER = re.compile(
    r"\{(?!pages\})\w*\}|\bNone\b(?! is)|\bTrue\b|\bFalse\b|\[U\+|  +|\s[,.;:։]|։։|«»|“”|\(\)"
)
#: What is no English: numbers of cases, templates, hashes, what a court demands word for word.
KEPT_LATIN = re.compile(
    r"HRD-|INC-|SUB-|UTC|SHA-256|\bIII\b|\b[a-f0-9]{3,}\b|Rule 39 – Urgent"
    r"|Person to contact \(name and contact details\)|SAMPLE|SMS|\b[VIX]{3,}\b"
    r"|The Registrar|European Court of Human Rights|Council of Europe"
    r"|67075|Strasbourg|Cedex|France"  # the Court's address is the same in every language
    r"|telephone|fax"  # as the office of the tests names whom to ring
)


@pytest.mark.parametrize("lang", ["hy", "ru"])
@pytest.mark.parametrize("name", [name for name in PAPERS if "filled" in name])
def test_no_english_is_left_in_an_armenian_or_russian_paper(name: str, lang: str) -> None:
    made = document(name, lang)
    typed = {value for values in invented_cases(1)[0].planted.values() for value in values}
    typed |= {made.furniture.template_line, *texts_of(context())}
    whole = unspaced("".join(typed))
    text = " ".join(pages_of(content(name, lang)))
    for value in sorted(typed, key=len, reverse=True):
        text = text.replace(value, "") if value else text
    left = set(LATIN.findall(KEPT_LATIN.sub("", text)))
    assert sorted(word for word in left if word not in whole) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_no_sentence_has_a_hole_in_it(name: str, lang: str) -> None:
    made = document(name, lang)
    texts = texts_of((made.blocks, made.notes, made.notes_explained, made.properties.title))
    assert sorted({text for text in texts if LEFTOVER.search(text)}) == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_every_page_names_its_number_and_its_class_twice(name: str, lang: str) -> None:
    made = document(name, lang)
    pages = pages_of(content(name, lang))
    for number, page in enumerate(pages, start=1):
        words = made.furniture.page_of.format(page=number, pages=len(pages))
        assert words in page
        assert page.count(made.furniture.class_word) >= 2


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("audience", TEMPLATES)
def test_the_widest_code_and_the_longest_name_fit_the_foot(
    audience: Audience, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    widest = " ".join(["bdbd"] * 4)  # the data hash of somebody's file is as wide as that
    monkeypatch.setattr("app.reports.page_furniture.fingerprint", lambda _: widest)
    made = replace(
        context(),
        code="WWWW-MMMM-WM",
        disclosure="D-2021-00042",
        copy=10,
        copies=12,
        printed_by="Wilhelmina Մինասյան-Հարությունյան",
    )
    document_of = make_document(audience, (papers.model_case(),), lang, made).document
    assert write_pdf(document_of).pages


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", PAPERS)
def test_no_word_of_the_code_stands_on_a_paper(name: str, lang: str) -> None:
    told = " ".join(texts_of(document(name, lang)))
    assert re.findall(r"\b[A-Z]{2,}(?:_[A-Z]+)+\b|\{(?!pages?\})\w+\}", told) == []
