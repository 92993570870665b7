"""Whoever is shown something of a limited case is written down, once, signed (R-45)."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from app.clock import FrozenClock
from app.db.sightings import Waiting
from app.db.unit_of_work import Reader
from app.errors import NotAllowed, NotFound, ReadOnlyVault, RegisterBusy
from app.jobs.exhibits.copies import export_original, open_safe_copy
from app.jobs.exhibits.pictures import choose_portrait, picture_of, portrait_of
from app.jobs.papers.report import draft_paper, draft_papers, note_leaving
from app.queries.cases.file import case_file
from app.queries.cases.lines import count_cases, first_rows, rows_of_cases
from app.queries.exhibits.lines import exhibit_ids, exhibit_rows, same_bytes
from app.queries.exhibits.view import exhibit_view
from app.queries.finding.search import search
from app.queries.history.told import history_of_case
from app.queries.history.undoing import last_to_undo
from app.queries.register.imports import namesakes
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.exhibits import ExhibitFilter
from app.shapes.requests.exhibits import LinkTo
from app.workspace import Workspace
from models.cases import CaseRead
from models.history import HistoryEntry
from models.vocabulary.deeds import READ_LIMITED, ReadKind
from models.vocabulary.exhibits import BlobKind
from models.vocabulary.roles import Role
from tests.factories.exhibits import bring_in, keep_plainly, photo
from tests.factories.intentions import file_of
from tests.factories.men import GOR, missing_man
from tests.metrics import record
from tests.services.test_bin import put, register_kind
from tests.services.test_who_sees_what import at_work_as, limit

ALL = CaseFilter()


def reads(register: Workspace) -> list[tuple[UUID, ReadKind]]:
    """Give the readings that were logged, in order."""
    return register.read(
        lambda r: [
            (row.case_id, row.how)
            for row in r.session.scalars(select(CaseRead).order_by(CaseRead.id))
        ]
    )


def entries(register: Workspace) -> int:
    """Count the entries of the history that tell of readings."""
    return register.read(
        lambda r: (
            r.session.scalar(select(func.count()).where(HistoryEntry.action == READ_LIMITED)) or 0
        )
    )


def limited_man(register: Workspace) -> UUID:
    """Register a man, limit access to his case, and let the readings it took be long ago."""
    case_id = missing_man(register)
    limit(register, case_id)
    return case_id


def test_a_hundred_views_prints_exports_and_searches_are_a_hundred_entries(
    register: Workspace, frozen_clock: FrozenClock, tmp_path: Path
) -> None:
    case_id = limited_man(register)
    number = file_of(register, case_id).number
    letter = keep_plainly(register, b"a letter", LinkTo(case_id)).exhibit_id
    paper = draft_paper(register, case_id, lang="en")
    out = iter(range(100))

    def export() -> object:
        path = tmp_path / f"letter{next(out)}"
        return export_original(register, letter, path, reason="the court asked")

    def list_exhibits() -> object:
        return register.read(lambda r: exhibit_rows(r, exhibit_ids(r, ExhibitFilter())))

    acts: tuple[tuple[ReadKind, Callable[[], object]], ...] = (
        (ReadKind.VIEWED, lambda: register.read(lambda r: case_file(r, case_id))),
        (ReadKind.VIEWED, lambda: register.read(lambda r: exhibit_view(r, letter))),
        (ReadKind.PRINTED, lambda: draft_paper(register, case_id, lang="en")),
        (ReadKind.PRINTED, lambda: note_leaving(register, paper, ReadKind.PRINTED)),
        (ReadKind.EXPORTED, export),
        (ReadKind.EXPORTED, lambda: note_leaving(register, paper, ReadKind.EXPORTED)),
        (
            ReadKind.EXPORTED,
            lambda: draft_papers(register, [case_id], lang="en", out=tmp_path / "a.pdf"),
        ),
        (ReadKind.FOUND, lambda: register.read(lambda r: search(r, number))),
        (ReadKind.FOUND, list_exhibits),
        (ReadKind.FOUND, lambda: register.read(lambda r: first_rows(r, ALL, CaseSort.NAME))),
    )
    before, entries_before = len(reads(register)), entries(register)
    for at in range(100):
        frozen_clock.advance(minutes=11)
        acts[at % len(acts)][1]()
    written = reads(register)[before:]
    told = entries(register) - entries_before
    expected = [(case_id, acts[at % len(acts)][0]) for at in range(100)]
    record(
        "R-45",
        f"entries for scripted readings of limited cases, {register_kind(register)}",
        f"{told} of 100",
        target="100 of 100",
        holds=told == 100 and written == expected,
    )
    assert written == expected
    assert told == 100
    assert register.verify_history() == []


def test_the_same_reading_within_ten_minutes_is_one_also_by_another_program(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    case_id = limited_man(register)
    frozen_clock.advance(hours=1)
    before = len(reads(register))

    def look() -> int:
        register.read(lambda r: case_file(r, case_id))
        return len(reads(register)) - before

    assert [look(), look()] == [1, 1]
    frozen_clock.advance(minutes=9)
    assert look() == 1
    frozen_clock.advance(minutes=2)
    assert look() == 2
    register.readings._waiting = Waiting()  # as in another program, which does not remember
    assert look() == 2
    register.read(lambda r: search(r, "Նմուշյան"))
    assert reads(register)[-1] == (case_id, ReadKind.FOUND)


def test_every_list_that_shows_a_limited_case_is_a_reading_and_a_count_is_none(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    case_id, other = limited_man(register), missing_man(register, GOR)
    shown: dict[str, Callable[[Reader], object]] = {
        "first rows": lambda r: first_rows(r, ALL, CaseSort.NAME),
        "touched rows": lambda r: rows_of_cases(r, [case_id]),
        "search": lambda r: search(r, "Նմուշյան"),
        "namesakes": lambda r: namesakes(r, [case_id, other]),
        "history": lambda r: history_of_case(r, case_id),
    }
    for name, look in shown.items():
        frozen_clock.advance(hours=1)
        before = len(reads(register))
        register.read(look)
        assert [one for one, _ in reads(register)[before:]] == [case_id], name
    frozen_clock.advance(hours=1)
    before = len(reads(register))
    register.read(lambda r: count_cases(r, ALL))
    register.read(lambda r: case_file(r, other))
    register.read(lambda r: search(r, "Քարաբերդյան"))
    assert len(reads(register)) == before


def test_a_picture_of_a_limited_case_is_read_wherever_it_comes_from(
    register: Workspace, frozen_clock: FrozenClock, tmp_path: Path
) -> None:
    case_id, other = missing_man(register), missing_man(register, GOR)
    taken = bring_in(register, photo(), LinkTo(case_id), LinkTo(other))
    choose_portrait(register, case_id, taken.exhibit_id)
    limit(register, case_id)
    exhibit = taken.exhibit_id
    kinds: tuple[tuple[ReadKind, Callable[[], object]], ...] = (
        (ReadKind.FOUND, lambda: picture_of(register, exhibit, BlobKind.THUMBNAIL)),
        (ReadKind.VIEWED, lambda: picture_of(register, exhibit, BlobKind.PREVIEW)),
        (ReadKind.VIEWED, lambda: portrait_of(register, case_id)),
        (ReadKind.FOUND, lambda: register.read(lambda r: same_bytes(r, taken.sha256))),
        (ReadKind.EXPORTED, lambda: open_safe_copy(register, exhibit, folder=tmp_path)),
        (ReadKind.PRINTED, lambda: draft_paper(register, other, lang="en")),
        (ReadKind.EXPORTED, lambda: draft_papers(register, [other], lang="en", out=tmp_path)),
    )
    for kind, look in kinds:
        frozen_clock.advance(hours=1)
        before = len(reads(register))
        assert look()
        assert reads(register)[before:] == [(case_id, kind)]


def test_an_export_of_a_limited_case_is_refused_to_others_and_leaves_no_file(
    register: Workspace, tmp_path: Path
) -> None:
    case_id = limited_man(register)
    letter = keep_plainly(register, b"a letter", LinkTo(case_id)).exhibit_id
    paper = draft_paper(register, case_id, lang="en")
    before = len(reads(register))
    out = tmp_path / "out"
    out.mkdir()
    at_work_as(register, Role.INTAKE)
    with pytest.raises(NotFound):
        open_safe_copy(register, letter, folder=out)
    with pytest.raises((NotAllowed, NotFound)):
        export_original(register, letter, out / "letter", reason="curious")
    with pytest.raises(NotAllowed):
        note_leaving(register, paper, ReadKind.EXPORTED)
    with pytest.raises(NotAllowed):
        note_leaving(register, paper, ReadKind.PRINTED)
    assert list(out.iterdir()) == []
    assert len(reads(register)) == before


def test_what_lies_in_the_bin_is_read_too(register: Workspace, frozen_clock: FrozenClock) -> None:
    from app.queries.cases.bin import bin_rows

    case_id = limited_man(register)
    put(register, case_id)
    frozen_clock.advance(hours=1)
    register.read(bin_rows)
    assert reads(register)[-1] == (case_id, ReadKind.FOUND)


def test_the_history_of_the_case_says_who_read_it(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    case_id = limited_man(register)
    frozen_clock.advance(hours=1)
    register.read(lambda r: case_file(r, case_id))
    line = register.read(lambda r: history_of_case(r, case_id))[-1]
    assert (line.action, line.actor, line.at) == (
        READ_LIMITED,
        register.actor.name,
        frozen_clock.now(),
    )
    assert {(c.field, c.after) for c in line.changes} == {
        ("case_id", case_id.hex),
        ("how", "viewed"),
    }


def test_a_reading_is_no_edit_undo_passes_over_it(register: Workspace) -> None:
    case_id = limited_man(register)
    register.read(lambda r: case_file(r, case_id))
    entry = register.read(last_to_undo)
    assert entry is not None
    assert entry.action == "change_case"


def test_a_log_that_cannot_be_written_now_waits_and_fails_no_screen(
    register: Workspace, frozen_clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id = limited_man(register)
    frozen_clock.advance(hours=1)
    before = len(reads(register))

    def busy(_: object) -> None:
        raise RegisterBusy

    with monkeypatch.context() as patched:
        patched.setattr(register.readings, "_save", busy)
        assert register.read(lambda r: case_file(r, case_id)).case_id == case_id
    register.readings.write()
    assert reads(register)[before:] == [(case_id, ReadKind.VIEWED)]


def test_where_nothing_can_be_written_limited_cases_are_shown_to_nobody(
    register: Workspace, frozen_clock: FrozenClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    case_id, other = limited_man(register), missing_man(register, GOR)
    frozen_clock.advance(hours=1)

    def refuse(_: object) -> None:
        raise ReadOnlyVault

    monkeypatch.setattr(register.readings, "_save", refuse)
    register.read(lambda r: case_file(r, case_id))
    assert register.readings.refused
    with pytest.raises(NotAllowed):
        register.read(lambda r: case_file(r, case_id))
    rows = register.read(lambda r: first_rows(r, ALL, CaseSort.NAME))
    assert [row.case_id for row in rows] == [other]


def test_the_window_writes_readings_a_moment_later_and_closing_loses_none(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    case_id = limited_man(register)
    frozen_clock.advance(hours=1)
    before = len(reads(register))
    told: list[bool] = []
    register.readings.tell(lambda: told.append(True))
    register.read(lambda r: case_file(r, case_id))
    assert told == [True]
    assert len(reads(register)) == before
    register.readings.write()
    assert len(reads(register)) == before + 1


def test_who_may_not_open_it_is_never_said_to_have_read_it(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    case_id = limited_man(register)
    frozen_clock.advance(hours=1)
    before = len(reads(register))
    at_work_as(register, Role.INTAKE)
    with pytest.raises((NotAllowed, NotFound)):
        register.read(lambda r: case_file(r, case_id))
    register.read(lambda r: search(r, "Նմուշյան"))
    assert len(reads(register)) == before
