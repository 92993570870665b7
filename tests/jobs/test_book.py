"""The book is written whole or not at all, of the men its maker may see."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.clock import FrozenClock
from app.errors import BadInput, NotFound, Stopped
from app.i18n.translator import Translator
from app.jobs.papers.book import BookOrder, write_book
from app.jobs.papers.draft import draft_order
from app.queries.cases.chosen import cases_answering
from app.shapes.case_list import CaseFilter
from app.shapes.papers import PaperOrder
from app.shapes.progress import Progress
from app.wording.errors import sentence
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import Audience
from tests.factories.men import ARAM, GOR, missing_man
from tests.registers import Home
from tests.reports.reading import pages_of
from tests.services.test_limited_reads import limited_man, reads


def test_men_stand_in_the_order_of_their_numbers(home: Home, tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"
    told: list[Progress] = []
    with home.open() as workspace:
        first, second = missing_man(workspace, GOR), missing_man(workspace, ARAM)
        found = workspace.read(lambda reader: cases_answering(reader, CaseFilter()))
        order = BookOrder((second, first, second), "hy")
        done = write_book(workspace, order, out, report=told.append)
    pages = pages_of(out.read_bytes())
    assert found == [first, second]
    assert (done.cases, done.pages, told[-1]) == (2, len(pages), Progress(2, 2, "book"))
    assert pages[1].index("Քարաբերդյան") < pages[1].index("Նմուշյան")


def test_question_chooses_the_men_and_stands_on_the_title_page(vault: Home, tmp_path: Path) -> None:
    out = tmp_path / "book.pdf"
    with vault.open() as workspace:
        missing_man(workspace, GOR)
        aram = missing_man(workspace, ARAM)
        wanted = CaseFilter(text="name:Nmushyan")
        ids = workspace.read(lambda reader: cases_answering(reader, wanted))
        write_book(workspace, BookOrder(ids, "en", wanted.text), out)
    assert ids == [aram]
    assert "Nmushyan" in pages_of(out.read_bytes())[0]


def test_stopping_in_the_middle_leaves_nothing(vault: Home, tmp_path: Path) -> None:
    out = tmp_path / "papers" / "book.pdf"
    asked = iter((False, True))
    with vault.open() as workspace:
        ids = [missing_man(workspace, GOR), missing_man(workspace, ARAM)]
        with pytest.raises(Stopped):
            write_book(workspace, BookOrder(ids, "en"), out, cancelled=lambda: next(asked))
    assert not out.parent.exists()


def test_book_of_nobody_is_refused(vault: Home, tmp_path: Path) -> None:
    with vault.open() as workspace, pytest.raises(NotFound):
        write_book(workspace, BookOrder((), "en"), tmp_path / "book.pdf")
    assert not list(tmp_path.glob("*.pdf"))


def test_a_book_for_the_icrc_holds_what_the_icrc_may_see_and_says_whose_it_is(
    vault: Home, tmp_path: Path
) -> None:
    out = tmp_path / "book.pdf"
    with vault.open() as workspace:
        men = [missing_man(workspace, names) for names in (GOR, ARAM)]
        alone = [
            draft_order(workspace, PaperOrder(Audience.ICRC, "en", (one,))).pdf.pages for one in men
        ]
        done = write_book(workspace, BookOrder(men, "en", audience=Audience.ICRC), out)
    pages = pages_of(out.read_bytes())
    assert "for the ICRC only" in pages[0]
    assert not any("staff only" in page for page in pages)
    assert "DRAFT" in pages[0]
    assert done.pages == len(pages) > sum(alone)


@pytest.mark.parametrize("reader", [Audience.FAMILY, Audience.PUBLIC, Audience.NEGOTIATION])
def test_no_book_is_made_for_whom_a_paper_is_one_mans_or_a_list(
    vault: Home, tmp_path: Path, reader: Audience
) -> None:
    with vault.open() as workspace, pytest.raises(BadInput) as refused:
        write_book(workspace, BookOrder((), "en", audience=reader), tmp_path / "book.pdf")
    assert len(sentence(refused.value, Translator.open("hy"))) > 40


def test_a_book_that_is_stopped_is_no_reading_and_one_that_leaves_is(
    register: Workspace, frozen_clock: FrozenClock, tmp_path: Path
) -> None:
    men = [limited_man(register) for _ in range(2)]
    frozen_clock.advance(hours=1)
    before = len(reads(register))
    asked = iter((False, False, True))
    with pytest.raises(Stopped):
        write_book(
            register, BookOrder(men, "en"), tmp_path / "a.pdf", cancelled=lambda: next(asked)
        )
    assert len(reads(register)) == before
    write_book(register, BookOrder(men, "en"), tmp_path / "a.pdf")
    assert set(reads(register)[before:]) == {(one, ReadKind.EXPORTED) for one in men}
