"""What papers print of a case: nothing recorded is lost, nothing is made up, nobody is named."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from uuid import UUID

import pytest

from app.errors import NotFound
from app.queries.cases.file import case_file
from app.queries.papers.case_report import report_of
from app.queries.papers.report_reading import case_report
from app.services.cases.events import withdraw_event
from app.services.exhibits.custody import note_custody
from app.shapes.case_file import CaseFile
from app.shapes.case_report import CaseReport, Cite, Wording
from app.shapes.requests.evidence import WithdrawEvent
from app.shapes.requests.exhibits import LinkTo, NoteCustody
from app.workspace import Workspace
from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.partial_date import PartialDate
from tests.factories.exhibits import keep_plainly
from tests.factories.men import missing_man, record, seen_in_video
from tests.queries.register_of_men import Men

TODAY = date(2021, 3, 10)


def pairs(many: Workspace, men: Men) -> Iterator[tuple[CaseFile, CaseReport]]:
    for case_id in men.all:
        file = many.read(lambda reader, i=case_id: case_file(reader, i))  # type: ignore[misc]  # bound
        report = many.read(lambda reader, i=case_id: case_report(reader, i))  # type: ignore[misc]  # bound
        yield file, report


def within(thing: object) -> Iterator[object]:
    """Walk everything a report is made of."""
    yield thing
    if is_dataclass(thing) and not isinstance(thing, type | PartialDate):
        for field in fields(thing):
            yield from within(getattr(thing, field.name))
    elif isinstance(thing, tuple | list | frozenset):
        for one in thing:
            yield from within(one)


def test_nothing_that_was_recorded_is_lost(many: Workspace, men: Men) -> None:
    for file, report in pairs(many, men):
        assert [line.key for line in report.events] == [str(event.id) for event in file.events]
        assert [line.date for line in report.events] == [e.shown_date for e in file.events]
        assert len(report.identity.names) == max(1, len(file.names))
        assert report.number == file.number
        assert report.status == file.status
        assert report.minimum_missing == file.gaps
        spoken = {said.source.shown("en") for event in file.events for said in event.assertions}
        assert {one.title.en or one.code for one in report.statements} >= spoken


def test_every_mark_leads_to_a_note(many: Workspace, men: Men) -> None:
    for _, report in pairs(many, men):
        notes = {statement.key for statement in report.statements}
        cited = [thing.statement for thing in within(report) if isinstance(thing, Cite)]
        assert set(cited) <= notes
        assert len(report.statements) == len(notes)


def test_a_confidential_source_is_a_code_on_paper(many: Workspace, men: Men) -> None:
    report = many.read(lambda reader: case_report(reader, men.aram))
    (agent,) = (s for s in report.statements if s.code == "W-77")

    assert agent.confidential
    assert agent.title == Wording()
    words = [thing for thing in within(report) if isinstance(thing, str)]
    assert not [word for word in words if "Աղբյուրյան" in word or "nobody" in word]


def test_the_accepted_name_of_the_own_script_leads(many: Workspace, men: Men) -> None:
    report = many.read(lambda reader: case_report(reader, men.aram))
    first, *_, last = report.identity.names

    assert (first.script, first.family, first.given) == ("Armn", "Նմուշյան", "Արամ")
    assert report.identity.own_script == "Armn"
    assert last.written == "Арамчик"


def test_who_has_no_name_prints_as_the_figure_he_is(many: Workspace, men: Men) -> None:
    report = many.read(lambda reader: case_report(reader, men.all[8]))

    assert [name.written for name in report.identity.names] == ["figure 7 in video V12"]


def test_only_where_he_was_counts_as_a_place_of_his_story(many: Workspace, men: Men) -> None:
    for file, report in pairs(many, men):
        seen = [event for event in file.events if event.place or event.place_as_reported]
        assert len(report.places) <= len(seen)
        assert {line.code for line in report.places} <= {event.code.value for event in seen}


def test_the_conversion_is_pure(many: Workspace, men: Men) -> None:
    for file, report in pairs(many, men):
        bare = replace(report, asked=(), consents=(), told_in_person=False, next_call=None)
        assert report_of(file, TODAY, report.incident_date) == bare
        assert report.status_as_of == TODAY


def test_what_was_taken_back_prints_struck_through(register: Workspace) -> None:
    case_id = missing_man(register)
    event_id = record(register, seen_in_video(case_id))
    version = _version(register, case_id, event_id)
    taken = WithdrawEvent(event_id, version, "He was mistaken for another man.")
    register.write(lambda unit: withdraw_event(unit, taken))

    report = register.read(lambda reader: case_report(reader, case_id))
    (line,) = (line for line in report.events if line.key == str(event_id))
    assert line.withdrawn
    assert line.withdrawn_why == "He was mistaken for another man."


def _version(register: Workspace, case_id: UUID, event_id: UUID) -> int:
    event = register.read(lambda reader: case_file(reader, case_id)).event(event_id)
    assert event is not None
    return event.version


def test_a_case_that_is_not_there_is_not_printed(many: Workspace, men: Men) -> None:
    with pytest.raises(NotFound):
        many.read(lambda reader: case_report(reader, men.place))


def test_the_custody_of_an_exhibit_is_on_paper_but_not_who_looked_at_it(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    kept = keep_plainly(register, b"a letter", LinkTo(case_id=case_id))
    looked = [NoteCustody(kept.exhibit_id)]
    register.write(lambda u: note_custody(u, CustodyAction.PRINTED, looked))
    register.write(lambda u: note_custody(u, CustodyAction.VERIFIED, looked))
    (note,) = register.read(lambda reader: case_report(reader, case_id)).exhibits
    done = [(line.action, line.by) for line in note.custody]
    assert done[-1] == ("VERIFIED", register.actor.name)
    assert "PRINTED" not in {action for action, _ in done}
