"""Return operations: who came, whom each is, what was done for him, and what differs."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from app.clock import FrozenClock
from app.errors import BadInput, CannotCloseYet, HandoverNotThrough, NotAllowed
from app.queries.handovers.arrivals import arrivals_to_verify, checklists_open
from app.queries.handovers.operations import handover_lines
from app.queries.history.undoing import last_to_undo
from app.services.cases.cases import close_case
from app.services.desk.undo import undo_entry
from app.services.handovers.arrivals import match_arrival, waive_step, withdraw_arrival
from app.services.handovers.checklist import (
    record_debrief,
    record_family_word,
    record_medical_check,
    verify_identity,
)
from app.services.handovers.handovers import change_handover, close_handover
from app.services.merging.merging import merge_cases
from app.shapes.handovers import Differs, StepState
from app.shapes.requests.cases import CloseCase
from app.shapes.requests.handovers import (
    ChangeHandover,
    CloseHandover,
    MatchArrival,
    NewArrival,
    RecordDebrief,
    RecordFamilyWord,
    RecordHandover,
    RecordMedicalCheck,
    SeenThere,
    WaiveStep,
    WithdrawArrival,
)
from app.shapes.requests.merging import MergeRequest, MergeSide
from app.workspace import Workspace
from models.vocabulary.accounts import ClosureReason, SourceKind
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.handovers import ArrivalStep, FamilyWord, VerificationMethod
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.roles import Role
from models.vocabulary.status import Headline, Health
from tests.factories.intentions import file_of
from tests.factories.men import GOR, day, missing_man, said
from tests.factories.returns import (
    CAME,
    a_handover,
    a_manifest,
    come,
    only_arrival,
    page_of,
    verification,
)
from tests.factories.whole_register import everything
from tests.services.test_who_sees_what import at_work_as, limit

OFFICE = (said("Office", "B2", SourceKind.OFFICE_STAFF),)
HOME = ClosureReason.REPATRIATED_VERIFIED


def test_whoever_came_is_handed_over_in_his_file_and_unverified(register: Workspace) -> None:
    man = missing_man(register)
    handover = a_handover(register, headcount=2, transport="plane")
    come(register, handover, NewArrival("Արամ Նմուշյան", case_id=man))
    file = file_of(register, man)
    assert file.status.headline is Headline.S40
    (handed,) = [event for event in file.events if event.code is EventCode.R65]
    assert handed.particulars[Extra.HANDOVER] == page_of(register, handover).number
    assert handed.particulars[Extra.RECEIVER] == "our side"
    assert [e.code for e in file.events].count(EventCode.R66) == 1
    arrival = only_arrival(register, handover)
    assert arrival.next_step is ArrivalStep.VERIFIED
    assert not arrival.provisional


def test_somebody_unknown_becomes_a_provisional_man_who_is_merged_later(
    register: Workspace,
) -> None:
    handover = a_handover(register)
    (row,) = a_manifest(register, handover, ("Карабердян Гор", "Ваганович", "2000", None))
    come(register, handover, NewArrival(row_id=row))
    arrival = only_arrival(register, handover)
    assert arrival.provisional
    assert arrival.name_as_told == "Карабердян Гор"
    assert arrival.case_id is not None
    provisional = file_of(register, arrival.case_id)
    assert provisional.status.headline is Headline.S40
    assert provisional.names[0].form.full_as_written == "Карабердян Гор"
    (on_paper,) = page_of(register, handover).manifest.men  # type: ignore[union-attr]  # made above
    assert on_paper.case_id == arrival.case_id
    with pytest.raises(BadInput, match="bad_input"):
        register.write(
            lambda u: match_arrival(u, MatchArrival(arrival.id, arrival.version, arrival.case_id))  # type: ignore[arg-type]  # asserted above
        )
    man = missing_man(register, GOR, "2000")
    his = file_of(register, man)
    sides = (
        MergeSide(man, his.version, his.person_version),
        MergeSide(provisional.case_id, provisional.version, provisional.person_version),
    )
    request = MergeRequest(*sides, {MergeField.NAME: Whose.SURVIVOR}, "he said so himself")
    register.write(lambda u: merge_cases(u, request))
    settled = only_arrival(register, handover)
    assert (settled.case_id, settled.provisional) == (man, False)
    assert file_of(register, man).status.headline is Headline.S40


def test_arrivals_taken_back_leave_nothing_behind(register: Workspace) -> None:
    man = missing_man(register)
    handover = a_handover(register)
    (row,) = a_manifest(register, handover, ("Карабердян Гор", "", "2000", None))
    before = register.read(everything)
    come(register, handover, NewArrival("Aram", case_id=man), NewArrival(row_id=row))
    entry = register.read(last_to_undo)
    assert entry is not None
    assert entry.deed == "record_arrivals"
    register.write(lambda u: undo_entry(u, entry))
    after = {key: value for key, value in register.read(everything).items() if key in before}
    assert after == before
    assert page_of(register, handover).arrivals == ()
    assert file_of(register, man).status.headline is Headline.S10


def test_an_arrival_of_the_wrong_man_is_tied_to_the_right_one(register: Workspace) -> None:
    wrong, right = missing_man(register), missing_man(register, GOR, "2000")
    handover = a_handover(register)
    come(register, handover, NewArrival("Gor", case_id=wrong))
    arrival = only_arrival(register, handover)
    register.write(lambda u: match_arrival(u, MatchArrival(arrival.id, arrival.version, right)))
    assert file_of(register, wrong).status.headline is Headline.S10
    assert file_of(register, right).status.headline is Headline.S40
    arrival = only_arrival(register, handover)
    assert arrival.case_id == right
    register.write(
        lambda u: withdraw_arrival(u, WithdrawArrival(arrival.id, arrival.version, "stayed there"))
    )
    page = page_of(register, handover)
    assert (page.arrivals, [one.withdrawn_reason for one in page.withdrawn]) == (
        (),
        ["stayed there"],
    )
    assert file_of(register, right).status.headline is Headline.S10


def test_the_same_man_comes_once_and_nobody_comes_in_the_future(register: Workspace) -> None:
    man = missing_man(register)
    handover = a_handover(register)
    with pytest.raises(BadInput):
        come(register, handover, NewArrival("A", case_id=man), NewArrival("B", case_id=man))
    with pytest.raises(BadInput):
        come(register, handover, NewArrival("A", case_id=man), at=CAME + timedelta(days=1))
    assert page_of(register, handover).arrivals == ()


def test_manifest_and_arrivals_are_held_against_each_other(register: Workspace) -> None:
    first, second = missing_man(register), missing_man(register, GOR, "2000")
    handover = a_handover(register, headcount=5)
    rows = a_manifest(
        register,
        handover,
        ("Нмушян Арам", "Сурен", "2001", first),
        ("Карабердян Гор", "Ваган", "1999", None),
        ("Несуществующий Пётр", "", "", None),
    )
    come(
        register,
        handover,
        NewArrival("Նմուշյան Արամ", case_id=first),
        NewArrival("Карапетян Гор", "Ваган", day("2000"), case_id=second, row_id=rows[1]),
        NewArrival("Անունով Մեկը"),
    )
    page = page_of(register, handover)
    found = page.differences
    assert [man.name for man in found.not_come] == ["Несуществующий Пётр"]
    assert [one.name_as_told for one in found.not_on_manifest] == ["Անունով Մեկը"]
    (otherwise,) = found.written_otherwise
    assert otherwise.differs == (Differs.NAME, Differs.BIRTH)
    assert found.both == 2
    assert page.split.unknown == 3


def test_two_different_methods_verify_within_48_hours(
    register: Workspace, frozen_clock: FrozenClock
) -> None:
    man = missing_man(register)
    handover = a_handover(register)
    (arrival_id,) = come(register, handover, NewArrival("Aram", case_id=man))
    once = VerificationMethod.DOCUMENT
    with pytest.raises(BadInput):
        register.write(partial(verify_identity, request=verification(arrival_id, once, once)))
    early = replace(verification(arrival_id), occurred=day("2021-03-09"))
    with pytest.raises(BadInput):
        register.write(partial(verify_identity, request=early))

    def waiting(hours: int) -> list[bool]:
        at = CAME + timedelta(hours=hours)
        return [one.overdue for one in register.read(lambda r: arrivals_to_verify(r, at))]

    assert (waiting(48), waiting(49)) == ([False], [True])
    frozen_clock.set(CAME + timedelta(hours=50))
    assert [line.overdue for line in register.read(handover_lines)] == [1]
    register.write(partial(verify_identity, request=verification(arrival_id)))
    assert waiting(49) == []
    assert file_of(register, man).status.headline is Headline.S41
    (still,) = register.read(checklists_open)
    assert still.missing == tuple(ArrivalStep)[1:]
    assert [(line.verified, line.overdue) for line in register.read(handover_lines)] == [(1, 0)]


def test_a_handover_closes_only_when_everybody_is_through_or_waived(register: Workspace) -> None:
    man = missing_man(register)
    handover = a_handover(register)
    (arrival_id,) = come(register, handover, NewArrival("Aram", case_id=man))

    def close() -> None:
        page = page_of(register, handover)
        register.write(lambda u: close_handover(u, CloseHandover(handover, page.version)))

    def close_file() -> None:
        version = file_of(register, man).version
        register.write(lambda u: close_case(u, CloseCase(man, version, HOME, "home")))

    with pytest.raises(HandoverNotThrough) as refused:
        close()
    number = file_of(register, man).number
    assert refused.value.data["missing"] == ((number, tuple(ArrivalStep)),)
    register.write(partial(verify_identity, request=verification(arrival_id)))
    with pytest.raises(CannotCloseYet) as refused_case:
        close_file()
    assert refused_case.value.data["blocks"] == ("NO_MEDICAL_CHECK", "FAMILY_NOT_INFORMED")
    register.write(
        lambda u: record_medical_check(
            u, RecordMedicalCheck(arrival_id, "Hospital", Health.GOOD, "tired", OFFICE)
        )
    )
    with pytest.raises(BadInput):
        register.write(
            lambda u: record_family_word(
                u, RecordFamilyWord(arrival_id, FamilyWord.TOLD, "", OFFICE)
            )
        )
    register.write(
        lambda u: record_family_word(
            u, RecordFamilyWord(arrival_id, FamilyWord.TOLD, "his mother, by telephone", OFFICE)
        )
    )
    close_file()
    arrival = only_arrival(register, handover)
    assert arrival.missing == (ArrivalStep.DEBRIEF,)
    with pytest.raises(BadInput):
        register.write(
            lambda u: waive_step(u, WaiveStep(arrival_id, arrival.version, ArrivalStep.DEBRIEF, ""))
        )
    register.write(
        lambda u: waive_step(
            u, WaiveStep(arrival_id, arrival.version, ArrivalStep.DEBRIEF, "he does not want to")
        )
    )
    assert only_arrival(register, handover).steps[ArrivalStep.DEBRIEF] is StepState.WAIVED
    close()
    assert page_of(register, handover).closed_at is not None
    with pytest.raises(BadInput):
        come(register, handover, NewArrival("late"))


def test_a_debrief_needs_consent_and_leads_to_others_without_naming_him(
    register: Workspace,
) -> None:
    man, other = missing_man(register), missing_man(register, GOR, "2000")
    heard = missing_man(register, GOR[:1], "1998")
    handover = a_handover(register)
    (arrival_id,) = come(register, handover, NewArrival("Aram", case_id=man))
    seen = (
        SeenThere(other, day("2021-01"), place_as_reported="prison, cell 4", knew_him=True),
        SeenThere(heard, words="others spoke of him", heard_only=True),
    )
    request = RecordDebrief(arrival_id, "in writing, 10 March", "Լիլիթ", OFFICE, seen=seen)
    with pytest.raises(BadInput):
        register.write(lambda u: record_debrief(u, replace(request, consent=" ")))
    himself = replace(request, seen=(SeenThere(man),))
    with pytest.raises(BadInput):
        register.write(lambda u: record_debrief(u, himself))
    register.write(lambda u: record_debrief(u, request))
    assert file_of(register, other).status.headline is Headline.S20
    (lead,) = [e for e in file_of(register, other).events if e.code is EventCode.C19]
    source = lead.assertions[0].source
    assert source.confidential
    assert (source.kind, source.title) == (SourceKind.RETURNED_CAPTIVE, source.code)
    assert lead.particulars[Extra.RETURNEE] == source.code
    assert "Նմուշյան" not in str(lead)
    (rumour,) = [e for e in file_of(register, heard).events if e.code is EventCode.E08]
    assert rumour.assertions[0].source.id == source.id
    assert only_arrival(register, handover).steps[ArrivalStep.DEBRIEF] is StepState.DONE


def test_what_a_handover_says_of_itself_is_changed_and_put_back(register: Workspace) -> None:
    handover = a_handover(register, headcount=44)
    page = page_of(register, handover)
    told = RecordHandover(day("2021-03-10"), headcount=43, agreed_for="minefield maps")
    register.write(lambda u: change_handover(u, ChangeHandover(handover, page.version, told)))
    changed = page_of(register, handover)
    assert (changed.headcount, changed.agreed_for) == (43, "minefield maps")
    with pytest.raises(BadInput):
        register.write(
            lambda u: change_handover(
                u, ChangeHandover(handover, changed.version, replace(told, headcount=-1))
            )
        )
    entry = register.read(last_to_undo)
    assert entry is not None
    register.write(lambda u: undo_entry(u, entry))
    assert page_of(register, handover).headcount == 44


def test_a_limited_man_who_came_is_counted_but_not_named(register: Workspace) -> None:
    man = missing_man(register)
    handover = a_handover(register)
    a_manifest(register, handover, ("Nmushyan Aram", "", "2001", man))
    come(register, handover, NewArrival("Nmushyan Aram", case_id=man))
    limit(register, man)
    at_work_as(register, Role.INTAKE)
    page = page_of(register, handover)
    (arrival,) = page.arrivals
    assert arrival.hidden
    assert "Nmushyan" not in str(page)
    assert str(man) not in str(page)
    assert register.read(lambda r: arrivals_to_verify(r, CAME)) == ()
    assert [line.arrived for line in register.read(handover_lines)] == [1]
    with pytest.raises(NotAllowed):
        come(register, handover, NewArrival("somebody"))
