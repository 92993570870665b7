"""The book is written whole or not at all, of the men its maker may see."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import NotFound, Stopped
from app.jobs.book_job import BookOrder, write_book
from app.queries.chosen_cases import cases_answering
from app.shapes.case_list import CaseFilter
from app.shapes.progress import Progress
from tests.factories.men import ARAM, GOR, missing_man
from tests.registers import Home
from tests.reports.reading import pages_of


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
