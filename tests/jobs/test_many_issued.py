"""Papers on many men issued in one go: each by itself, with what holds when it leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.errors import NotFound
from app.jobs.papers.draft import orders_of
from app.jobs.papers.issue_many import issue_many
from app.queries.papers.disclosures import my_requests
from app.queries.papers.kept_papers import kept_copy
from app.shapes.papers import PaperOrder
from app.shapes.progress import Progress
from app.workspace import Workspace
from models.history import HistoryEntry
from models.vocabulary.papers import DisclosureState
from tests.factories.men import ARAM, GOR, missing_man, record, seen_in_video
from tests.factories.releases import an_order
from tests.registers import Home
from tests.reports.reading import text_of
from tests.services.test_limited_reads import limited_man

NOBODY = UUID(int=7)


@pytest.fixture
def at_work(vault: Home) -> Iterator[Workspace]:
    with vault.open() as register:
        yield register


def orders(*men: UUID) -> tuple[PaperOrder, ...]:
    return orders_of(an_order(*men))


def entries(register: Workspace) -> int:
    counted = select(func.count()).where(HistoryEntry.action == "issue_paper")
    return register.read(lambda r: r.session.scalar(counted) or 0)


def test_each_paper_is_an_entry_of_its_own_and_holds_up_no_other(register: Workspace) -> None:
    men = [missing_man(register, names) for names in (ARAM, GOR)]
    limited = limited_man(register)
    told: list[Progress] = []
    many = issue_many(register, orders(men[0], NOBODY, limited, men[1]), report=told.append)
    assert [one.number[-2:] for one in many.issued] == ["01", "02"]
    assert (many.done, entries(register), told[-1]) == (3, 2, Progress(4, 4))
    assert [(one.case_id, type(one.error)) for one in many.not_made] == [(NOBODY, NotFound)]
    (asked,) = register.read(my_requests)
    assert (asked.state, asked.men[0].case_id) == (DisclosureState.WAITING, limited)


def test_the_second_paper_on_a_man_says_that_the_first_left(at_work: Workspace) -> None:
    man = missing_man(at_work)
    order = an_order(man)
    first, second = issue_many(at_work, (order, replace(order, recipient="ICRC"))).issued
    pages = at_work.read(lambda r: kept_copy(r, second.id))
    assert first.number in text_of(pages)


def test_what_was_saved_after_it_was_read_is_on_the_paper(at_work: Workspace) -> None:
    men = [missing_man(at_work, names) for names in (ARAM, GOR)]

    def save(_: Progress) -> None:
        if entries(at_work) == 1:
            record(at_work, replace(seen_in_video(men[1]), narrative="He waved at the camera."))

    many = issue_many(at_work, orders(*men), report=save)
    pages = at_work.read(lambda r: kept_copy(r, many.issued[1].id))
    assert "He waved at the camera." in text_of(pages)


def test_what_was_issued_before_somebody_stopped_it_stays(at_work: Workspace) -> None:
    men = [missing_man(at_work, names) for names in (ARAM, GOR)]
    many = issue_many(at_work, orders(*men), cancelled=lambda: entries(at_work) == 1)
    assert (many.done, many.stopped, entries(at_work)) == (1, True, 1)
