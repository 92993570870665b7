"""Papers of many men in one go: the same as one by one, and only what leaves is noted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from app.clock import FrozenClock
from app.errors import NotFound, TypesetterEnded
from app.jobs.papers.draft import draft_order, orders_of
from app.jobs.papers.issue_many import save_drafts
from app.jobs.papers.many_drafts import NotDrafted, draft_orders
from app.jobs.papers.report import draft_papers
from app.reports.compositors import Compositors, Setting
from app.shapes.papers import PaperOrder
from app.shapes.progress import Progress
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import Audience
from tests.factories.men import ARAM, GOR, missing_man
from tests.registers import Home
from tests.services.test_limited_reads import limited_man, reads

NOBODY = UUID(int=7)


def orders(*men: UUID, lang: str = "hy") -> tuple[PaperOrder, ...]:
    return orders_of(PaperOrder(Audience.INTERNAL, lang, men))


@pytest.fixture
def at_work(vault: Home) -> Iterator[Workspace]:
    with vault.open() as register:
        yield register


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Setting]]:
    """Papers are set by nobody: each waits for an answer that a test gives."""
    waiting: list[Setting] = []

    def wait(_: Compositors, document: object) -> Setting:
        waiting.append(Setting(document))  # type: ignore[arg-type]  # whatever the job gives
        return waiting[-1]

    monkeypatch.setattr(Compositors, "set", wait)
    yield waiting
    waiting.clear()


def test_each_man_gets_the_paper_he_would_get_alone(at_work: Workspace) -> None:
    register = at_work
    men = [missing_man(register, names) for names in (ARAM, GOR)]
    wanted = orders(men[0], NOBODY, men[1])
    drafts = list(draft_orders(register, wanted, ReadKind.EXPORTED))
    assert [isinstance(one, NotDrafted) for one in drafts] == [False, True, False]
    alone = [draft_order(register, one) for one in (wanted[0], wanted[2])]
    assert [drafts[0], drafts[2]] == alone


def test_only_what_leaves_is_noted_not_what_was_read_ahead(
    register: Workspace, frozen_clock: FrozenClock, tmp_path: Path
) -> None:
    men = [limited_man(register) for _ in range(3)]
    frozen_clock.advance(hours=1)
    before = len(reads(register))
    with closing(draft_orders(register, orders(*men), ReadKind.EXPORTED)) as drafts:
        next(drafts)
    assert reads(register)[before:] == [(men[0], ReadKind.EXPORTED)]
    frozen_clock.advance(hours=1)
    told: list[Progress] = []
    many = save_drafts(
        register,
        orders(*men),
        tmp_path / "out",
        report=told.append,
        cancelled=lambda: len(told) == 2,
    )
    assert (many.done, many.stopped, len(list((tmp_path / "out").iterdir()))) == (2, True, 2)
    assert reads(register)[before + 1 :] == [(man, ReadKind.EXPORTED) for man in men[:2]]


def test_a_process_that_dies_leaves_whole_papers_and_nothing_half_written(
    at_work: Workspace, tmp_path: Path, busy: list[Setting]
) -> None:
    men = [missing_man(at_work, names) for names in (ARAM, GOR)]

    def answer(_: Progress) -> None:
        busy[1].answered(None)

    def set_first() -> bool:
        if len(busy) == 2 and not busy[0].over:
            busy[0].here()
        return False

    with pytest.raises(TypesetterEnded):
        save_drafts(at_work, orders(*men), tmp_path / "out", report=answer, cancelled=set_first)
    (kept,) = (tmp_path / "out").iterdir()
    assert kept.read_bytes().rstrip().endswith(b"%%EOF")


def test_stopping_does_not_wait_for_pages_that_are_being_set(
    at_work: Workspace, tmp_path: Path, busy: list[Setting]
) -> None:
    men = [missing_man(at_work, names) for names in (ARAM, GOR)]
    many = save_drafts(at_work, orders(*men), tmp_path / "out", cancelled=lambda: len(busy) == 2)
    assert (many.done, many.stopped) == (0, True)
    assert not (tmp_path / "out").exists()


def test_the_first_paper_that_cannot_be_made_is_told_where_all_are_wanted(
    at_work: Workspace, tmp_path: Path
) -> None:
    with pytest.raises(NotFound):
        draft_papers(at_work, [NOBODY], lang="en", out=tmp_path / "out")
    assert not (tmp_path / "out").exists()
