"""Use cases on events, on both databases: what is saved, what follows, what stays."""

from dataclasses import replace

import pytest

from app.errors import BadInput, CaseChangedMeanwhile, NeedsReason, NotAllowed
from app.queries.cases.file import case_file
from app.queries.history.told import history_of_case
from app.services.cases.events import (
    add_assertion,
    correct_event,
    prefer_account,
    record_event,
    withdraw_assertion,
    withdraw_event,
)
from app.shapes.case_file import CaseFile, EventView
from app.shapes.requests.evidence import (
    AddAssertion,
    CorrectEvent,
    PreferAccount,
    RecordEvent,
    WithdrawAssertion,
    WithdrawEvent,
)
from app.workspace import Workspace
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.roles import Role
from models.vocabulary.status import Custody, Facet, Headline
from tests.factories.men import GOR, day, missing_man, record, said, seen_in_video


def file_of(register: Workspace, case_id: object) -> CaseFile:
    return register.read(lambda reader: case_file(reader, case_id))  # type: ignore[arg-type]


def event_of(register: Workspace, case_id: object, event_id: object) -> EventView:
    event = file_of(register, case_id).event(event_id)  # type: ignore[arg-type]
    assert event is not None
    return event


def test_two_who_name_him_in_footage_confirm_that_he_is_held(register: Workspace) -> None:
    case_id = missing_man(register)
    assert file_of(register, case_id).status.headline is Headline.S10
    record(register, seen_in_video(case_id))
    status = file_of(register, case_id).status
    assert status.headline is Headline.S22
    assert status.facets[Facet.CUSTODY].value is Custody.CONFIRMED


def test_a_denial_never_lowers_custody(register: Workspace) -> None:
    case_id = missing_man(register)
    record(register, seen_in_video(case_id))
    denial = RecordEvent(
        (case_id,),
        EventCode.D21,
        day("2021-02-03"),
        says="NOT_IDENTIFIED",
        said_by=(said("Reply to the Court", "A1", SourceKind.STATE_COMMISSION_ADVERSE),),
    )
    record(register, denial)
    status = file_of(register, case_id).status
    assert status.headline is Headline.S23
    assert status.facets[Facet.CUSTODY].value is Custody.CONFIRMED


def test_one_save_is_one_history_entry_that_says_who_and_what(register: Workspace) -> None:
    case_id = missing_man(register)
    before = len(register.read(lambda reader: history_of_case(reader, case_id)))
    record(register, seen_in_video(case_id))
    lines = register.read(lambda reader: history_of_case(reader, case_id))
    assert len(lines) == before + 1
    assert lines[-1].action == "record_event"
    assert {"events", "assertions"} <= {change.entity for change in lines[-1].changes}
    assert register.verify_history() == []


def test_an_event_is_savable_without_date_place_and_source(register: Workspace) -> None:
    case_id = missing_man(register)
    event_id = record(register, RecordEvent((case_id,), EventCode.E08, narrative="a call"))
    assert event_of(register, case_id, event_id).occurred.edtf is None


def test_an_event_in_the_future_is_refused_and_nothing_is_saved(register: Workspace) -> None:
    case_id = missing_man(register)
    future = RecordEvent((case_id,), EventCode.C11, day("2031-01-01"))
    with pytest.raises(BadInput) as refused:
        record(register, future)
    assert refused.value.data["reason"] == "in_future"
    assert len(file_of(register, case_id).events) == 1


def test_a_handover_before_the_capture_is_saved_only_with_a_reason(register: Workspace) -> None:
    case_id = missing_man(register)
    record(register, seen_in_video(case_id))
    early = RecordEvent(
        (case_id,), EventCode.R65, day("2020-12-01"), said_by=(said("Peacekeepers", "B2"),)
    )
    with pytest.raises(NeedsReason):
        record(register, early)
    assert len(file_of(register, case_id).events) == 2
    kept = record(register, replace(early, warning_reason="the manifest says so; date to check"))
    assert event_of(register, case_id, kept).warning_reason.startswith("the manifest")


def test_a_contradiction_accepted_once_does_not_stop_the_next_save(register: Workspace) -> None:
    case_id = missing_man(register)
    early = RecordEvent(
        (case_id,), EventCode.E03, day("1999-01-01"), warning_reason="as the letter says"
    )
    record(register, early)
    record(register, seen_in_video(case_id))


def test_a_corrected_event_keeps_the_old_one_struck_through_with_its_words(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    old_id = record(register, seen_in_video(case_id, "2020-12-15"))
    old = event_of(register, case_id, old_id)
    corrected = RecordEvent(
        (case_id,),
        EventCode.C12,
        day("2020-12-14"),
        figure="V12-P07",
        authenticity=old.authenticity,
    )
    request = CorrectEvent(old_id, old.version, corrected, "the uploader's clock was wrong")
    new_id = register.write(lambda unit: correct_event(unit, request)).value
    file = file_of(register, case_id)
    struck, fresh = file.event(old_id), file.event(new_id)
    assert struck is not None
    assert fresh is not None
    assert not struck.stands
    assert [a.words for a in struck.assertions] == [a.words for a in fresh.assertions]
    assert file.status.headline is Headline.S22


def test_a_withdrawn_event_stays_visible_and_no_longer_counts(register: Workspace) -> None:
    case_id = missing_man(register)
    event_id = record(register, seen_in_video(case_id))
    version = event_of(register, case_id, event_id).version
    request = WithdrawEvent(event_id, version, "another man, says his brother")
    register.write(lambda unit: withdraw_event(unit, request))
    file = file_of(register, case_id)
    gone = file.event(event_id)
    assert gone is not None
    assert not gone.stands
    assert gone.withdrawn_reason == "another man, says his brother"
    assert file.status.headline is Headline.S10


def test_withdrawing_one_word_of_two_lowers_the_level(register: Workspace) -> None:
    case_id = missing_man(register)
    event_id = record(register, seen_in_video(case_id))
    comrade = event_of(register, case_id, event_id).assertions[1]
    request = WithdrawAssertion(comrade.id, comrade.version, "he took it back")
    register.write(lambda unit: withdraw_assertion(unit, request))
    assert file_of(register, case_id).status.headline is Headline.S21


def test_withdrawing_needs_a_reason(register: Workspace) -> None:
    case_id = missing_man(register)
    event_id = record(register, seen_in_video(case_id))
    with pytest.raises(BadInput):
        register.write(lambda unit: withdraw_event(unit, WithdrawEvent(event_id, 1, "  ")))


def test_two_accounts_stand_side_by_side_until_a_person_decides(register: Workspace) -> None:
    case_id = missing_man(register)
    capture = RecordEvent(
        (case_id,),
        EventCode.C11,
        day("[2020-12-13..2020-12-16]"),
        said_by=(
            said("Comrade W-01", "B2", SourceKind.FELLOW_SERVICEMAN, account=day("2020-12-13")),
            said("Unit command", "B2", SourceKind.UNIT_COMMAND, account=day("2020-12-15")),
            said("A rumour", "D4", SourceKind.SOCIAL_OWN, account=day("2020-11-XX")),
        ),
    )
    event_id = record(register, capture)
    event = event_of(register, case_id, event_id)
    assert event.accounts_differ
    assert event.shown_date.edtf == "[2020-12-13..2020-12-15]"
    choice = PreferAccount(event_id, event.version, event.assertions[0].id, "he was there")
    register.write(lambda unit: prefer_account(unit, choice))
    decided = event_of(register, case_id, event_id)
    assert decided.shown_date.edtf == "2020-12-13"
    assert len(decided.assertions) == 3


def test_a_stale_save_is_refused_and_overwrites_nothing(register: Workspace) -> None:
    case_id = missing_man(register)
    event_id = record(register, seen_in_video(case_id))
    first = PreferAccount(event_id, 1, event_of(register, case_id, event_id).assertions[0].id)
    register.write(lambda unit: prefer_account(unit, first))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda unit: prefer_account(unit, replace(first, assertion_id=None)))
    assert event_of(register, case_id, event_id).preferred_assertion_id == first.assertion_id


def test_one_happening_to_several_men_is_one_event_in_each_case(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR, "2000")
    lost = RecordEvent(
        (first, second),
        EventCode.E04,
        day("2020-12-16"),
        said_by=(said("Unit command", "B2", SourceKind.UNIT_COMMAND),),
    )
    ids = register.write(lambda unit: record_event(unit, lost)).value
    assert len(ids) == 2
    assert file_of(register, first).event(ids[0]) is not None
    assert file_of(register, second).event(ids[1]) is not None


def test_one_more_source_raises_the_level(register: Workspace) -> None:
    case_id = missing_man(register)
    alone = replace(seen_in_video(case_id), said_by=(said("Father", "B2"),))
    event_id = record(register, alone)
    assert file_of(register, case_id).status.headline is Headline.S21
    more = AddAssertion(event_id, said("Comrade", "C2", SourceKind.FELLOW_SERVICEMAN))
    register.write(lambda unit: add_assertion(unit, more))
    assert file_of(register, case_id).status.headline is Headline.S22


def test_an_intake_officer_may_record_but_not_grade(register: Workspace) -> None:
    case_id = missing_man(register)
    register.add_staff("Մարիամ", frozenset({Role.INTAKE}), "վրան սոսինձ հոնք գարի քացախ շիշ")
    intake = next(one for one in register.staff() if one.name == "Մարիամ")
    register.actor = intake
    with pytest.raises(NotAllowed):
        record(register, seen_in_video(case_id))
