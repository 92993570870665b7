"""Words are found on the pages of our own papers, and papers are locked with what people type."""

import io

import pikepdf
import pytest

from app.errors import BadInput, PassphraseRefused
from app.reports.internal_file import internal_file
from app.reports.render import write_pdf
from app.sandbox.calls import PageRenderer, lock_pdf
from app.sandbox.words_on_pages import fold_signs, folded, hits_of
from tests.factories import papers

ARMENIAN, RUSSIAN = "գիշերը ձյուն եկավ", "ночью выпал снег"


def a_paper(lang: str) -> bytes:
    return write_pdf(internal_file(papers.model_case(), lang, papers.draft_context())).content


def found_in(text: str, wanted: str) -> int:
    return len(hits_of(fold_signs(list(text)), folded(wanted), 99))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Նմուշյան Արամ", "նմուշյան"),
        ("Երևան", "ԵՐԵՒԱՆ"),
        ("Елка и ёлка", "ёлка"),
        ("накоп\u00ad\r\nления", "накопления"),
        ("two\r\nlines of words", "two lines"),
    ],
)
def test_words_are_found_however_they_are_spelled_or_broken(text: str, wanted: str) -> None:
    assert found_in(text, wanted) >= 1


def test_a_hit_says_which_page_and_where_on_it() -> None:
    with PageRenderer() as renderer:
        content = a_paper("hy")
        hits = renderer.find_words(content, "նմուշյան արամ")
        assert hits[0].page == 0
        left, top, right, bottom = hits[0].boxes[0]
        assert 0 < left < right < 1
        assert 0 < top < bottom < 0.3
        assert renderer.find_words(content, "nowhere at all") == ()
        assert renderer.find_words(content, "  ") == ()
        assert renderer.render_pdf_page(content, 0, 20).width > 100


def test_looking_for_words_in_what_is_no_pdf_is_refused() -> None:
    with PageRenderer() as renderer, pytest.raises(BadInput):
        renderer.find_words(b"no paper", "word")


@pytest.mark.parametrize("passphrase", [ARMENIAN, RUSSIAN, "plain latin words"])
def test_a_locked_paper_opens_with_its_passphrase_alone(passphrase: str) -> None:
    locked = lock_pdf(a_paper("en"), passphrase)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(io.BytesIO(locked))
    with pikepdf.open(io.BytesIO(locked), password=passphrase) as paper:
        assert paper.encryption.R == 6
        assert paper.encryption.bits == 256
        assert len(paper.pages) > 1
    assert b"Nmushyan" not in locked


def test_a_passphrase_that_the_format_would_cut_is_refused() -> None:
    with pytest.raises(PassphraseRefused):
        lock_pdf(b"%PDF", "ձյուն " * 12)
    with pytest.raises(PassphraseRefused):
        lock_pdf(b"%PDF", "")
