"""Two members of staff saving in one shared office at the same moment."""

import threading
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from uuid import UUID

import pytest
from sqlalchemy import func, select, text

from app.clock import FrozenClock
from app.db.unit_of_work import Reader
from app.errors import CaseChangedMeanwhile, CaseMerged, ServerUnreachable
from app.jobs.registers.check import check_register
from app.queries.cases.file import case_file
from app.queries.cases.lines import count_cases, first_rows
from app.services.cases.cases import register_man
from app.services.cases.events import record_event
from app.services.cases.incidents import open_incident
from app.services.merging.merging import merge_cases
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.requests.cases import RegisterMan
from app.shapes.requests.incidents import OpenIncident
from app.shapes.requests.merging import MergeRequest
from app.workspace import Workspace
from models.cases import Case
from models.events import Event
from models.vocabulary.event_codes import EventCode
from models.vocabulary.status import Headline
from tests.factories.doubles import side
from tests.factories.men import ARAM, missing_man, reported, seen_in_video
from tests.registers import Home, PostgresServer

WRITERS, SAVES = 3, 4


def all_at_once(office: Home, save: Callable[[Workspace, int], object]) -> list[BaseException]:
    """Let several writers save again and again at the same time; answers what went wrong."""
    wrong: list[BaseException] = []
    with ExitStack() as open_registers:
        writers = [open_registers.enter_context(office.open()) for _ in range(WRITERS)]
        start = threading.Barrier(WRITERS)

        def work(writer: Workspace) -> None:
            start.wait()
            try:
                for turn in range(SAVES):
                    save(writer, turn)
            except BaseException as error:  # noqa: BLE001  # whatever it is, the test must see it
                wrong.append(error)

        threads = [threading.Thread(target=work, args=(writer,)) for writer in writers]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return wrong


def test_two_who_register_at_once_get_two_numbers(office: Home) -> None:
    request = RegisterMan(names=ARAM, report=reported())
    wrong = all_at_once(office, lambda one, _: one.write(lambda u: register_man(u, request)))
    assert wrong == []
    with office.open() as register:
        rows = register.read(lambda r: first_rows(r, CaseFilter(), CaseSort.NUMBER))
        assert [row.number for row in rows] == [
            f"HRD-2021-{n:05d}" for n in range(1, WRITERS * SAVES + 1)
        ]
        assert register.verify_history() == []


def test_two_who_open_incidents_at_once_get_two_numbers(office: Home) -> None:
    wrong = all_at_once(
        office, lambda one, _: one.write(lambda u: open_incident(u, OpenIncident("Lost contact")))
    )
    assert wrong == []


def test_two_who_record_of_one_man_at_once_both_count(office: Home) -> None:
    with office.open() as register:
        case_id = missing_man(register)
        row = the_row(register)

    def save(one: Workspace, turn: int) -> UUID:
        event = seen_in_video(case_id, f"2020-12-{15 + turn}")
        return one.write(lambda unit: record_event(unit, event)).value[0]

    assert all_at_once(office, save) == []
    with office.open() as register:
        file = register.read(lambda r: case_file(r, case_id))
        assert len(file.events) == 1 + WRITERS * SAVES
        assert file.status.headline is Headline.S22
        assert the_row(register) == row
        assert check_register(register, deep=True) == []


def the_row(register: Workspace) -> int:
    """Answer the number of the only line."""
    assert register.read(lambda r: count_cases(r, CaseFilter())) == 1
    return register.read(lambda r: first_rows(r, CaseFilter(), CaseSort.NUMBER))[0].row


def test_a_server_that_went_away_is_named_in_a_sentence(
    office: Home, postgres_server: PostgresServer
) -> None:
    with office.open() as register:

        def cut_off(unit: object) -> object:
            session = getattr(unit, "session")  # noqa: B009  # a unit of work
            pid = session.scalar(text("SELECT pg_backend_pid()"))
            postgres_server.run(f"SELECT pg_terminate_backend({int(pid)})")
            return register_man(unit, RegisterMan(names=ARAM))  # type: ignore[arg-type]  # as above

        with pytest.raises(ServerUnreachable):
            register.write(cut_off)  # type: ignore[arg-type]  # as above
        assert register.read(lambda r: count_cases(r, CaseFilter())) == 0
        register.clock = FrozenClock(datetime(2021, 3, 11, 6, 0, tzinfo=UTC))
        missing_man(register)


def test_a_listener_that_fails_does_not_undo_the_save(register: Workspace) -> None:
    def deaf(_changes: object) -> None:
        raise RuntimeError

    register.subscribe(deaf)
    case_id = missing_man(register)
    assert register.read(lambda r: case_file(r, case_id)).case_id == case_id


def test_what_is_recorded_while_two_files_are_joined_is_never_left_behind(office: Home) -> None:
    """Whoever comes first: the event stands with the survivor, or its writer is told."""
    with office.open() as register:
        pairs = [(missing_man(register), missing_man(register)) for _ in range(SAVES)]
        requests = [
            MergeRequest(side(register, one), side(register, other), {}, "one man")
            for one, other in pairs
        ]
    turns = iter(range(WRITERS))
    mine: dict[int, int] = {}

    def save(writer: Workspace, turn: int) -> object:
        role = mine.setdefault(threading.get_ident(), next(turns, WRITERS))
        if role == 0:
            return writer.write(lambda u: merge_cases(u, requests[turn]))
        try:
            return writer.write(lambda u: record_event(u, seen_in_video(pairs[turn][1])))
        except CaseMerged:
            return None

    wrong = all_at_once(office, save)
    assert [error for error in wrong if not isinstance(error, CaseChangedMeanwhile)] == []
    with office.open() as register:
        for one, other in pairs:
            left = register.read(lambda r, c=other: _man_in(r, c))  # type: ignore[misc]  # mypy infers no default
            merged = register.read(lambda r, c=other: r.session.get_one(Case, c).merged_into_id)  # type: ignore[misc]  # as above
            assert left == 0 or merged is None, one
        assert register.verify_history() == []


def _man_in(reader: Reader, case_id: UUID) -> int:
    """Count the events of a man that hang on a file, but not those of the file itself."""
    events = select(func.count()).where(Event.case_id == case_id, Event.code != EventCode.A111)
    return reader.session.scalar(events) or 0
