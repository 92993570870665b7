"""Consents and calls: who agreed to what, who was told what, and by how many (domain.md 2.12)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from app.errors import BadInput, NotAllowed, ToldAgainstWish
from app.i18n import Translator
from app.queries.cases.file import case_file
from app.queries.consents import consent_conflicts, consent_state, consent_states
from app.queries.families.calls import calls_due, count_calls_due
from app.queries.families.contacts import family_page, family_told_in_person
from app.queries.history.told import history_of_case
from app.queries.history.undoing import last_to_undo
from app.queries.minimum_data import Minimum
from app.services.cases.cases import change_case
from app.services.cases.people import save_relative
from app.services.desk.undo import undo_entry
from app.services.families.consents import record_consent, withdraw_consent
from app.services.families.contacts import log_contact, withdraw_contact
from app.shapes.families import WhyCall
from app.shapes.requests.cases import ChangeCase, RelativeDetails, SaveRelative
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.families import (
    LogContact,
    RecordConsent,
    WithdrawConsent,
    WithdrawContact,
)
from app.wording.consents import blocked_words
from app.wording.errors import sentence
from app.workspace import Workspace
from models.codebook.consents import Blocked, may_share
from models.vocabulary.event_codes import EventCode
from models.vocabulary.families import (
    ConsentAnswer,
    ConsentForm,
    ConsentScope,
    ConsentState,
    ContactHow,
    ContactOutcome,
    MayBeTold,
)
from models.vocabulary.people import Relation
from models.vocabulary.roles import Role
from tests.factories.men import GOR, day, missing_man, record, said

ICRC, NAME, PHOTO = ConsentScope.SHARE_ICRC, ConsentScope.PUBLISH_NAME, ConsentScope.PUBLISH_PHOTO
YES, NO = ConsentAnswer.YES, ConsentAnswer.NO
MOTHER = RelativeDetails(Relation.MOTHER, "Նմուշյան Մարո", phone="+374 00 000001")
FATHER = RelativeDetails(Relation.FATHER, "Нмушян Сурен")


def relative(register: Workspace, case_id: UUID, details: RelativeDetails = MOTHER) -> UUID:
    """Enter a relative; answers his or her id."""
    return register.write(lambda u: save_relative(u, SaveRelative(case_id, details))).value


def consent(register: Workspace, case_id: UUID, by: UUID, **answers: ConsentAnswer) -> UUID:
    """Let a relative answer in writing; answers the consent."""
    request = RecordConsent(
        case_id,
        {ConsentScope(scope): answer for scope, answer in answers.items()},
        day("2021-02-03"),
        relative_id=by,
    )
    return register.write(lambda u: record_consent(u, request)).value


def call(register: Workspace, case_id: UUID, who: UUID | None = None, **more: object) -> LogContact:
    """Ask to log a call that reached somebody an hour ago."""
    request = LogContact(
        case_id,
        ContactHow.PHONE,
        ContactOutcome.REACHED,
        register.clock.now() - timedelta(hours=1),
        relative_id=who,
        spoke_with="" if who else "Aunt",
    )
    return replace(request, **more)  # type: ignore[arg-type]  # fields of LogContact, by name


def log(register: Workspace, request: LogContact) -> UUID:
    """Log a contact; answers its id."""
    return register.write(lambda u: log_contact(u, request)).value


def colleague(register: Workspace) -> UUID:
    """Let somebody else work here too; answers who."""
    register.add_staff("Կարեն", frozenset({Role.CASEWORKER}), "վրան սոսինձ հոնք գարի քացախ շիշ")
    case_id = missing_man(register, GOR)
    (one,) = register.read(lambda r: family_page(r, case_id)).colleagues
    return one.id


def codes(register: Workspace, case_id: UUID) -> list[EventCode]:
    """Give the codes of the events that stand in a case."""
    file = register.read(lambda r: case_file(r, case_id))
    return [event.code for event in file.events if event.stands]


def test_what_the_mother_refused_blocks_what_would_be_published_with_the_reason_in_words(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    mother = relative(register, case_id)
    assert Minimum.LEGAL in register.read(lambda r: case_file(r, case_id)).gaps
    consent(register, case_id, mother, SHARE_ICRC=YES, PUBLISH_NAME=NO, PUBLISH_PHOTO=NO)
    state = register.read(lambda r: consent_state(r, case_id))
    assert state[ICRC].state is ConsentState.YES
    assert state[ICRC].by == (MOTHER.full_name,)
    assert state[ICRC].since.edtf == "2021-02-03"
    blocked = may_share(state, NAME)
    assert isinstance(blocked, Blocked)
    for lang in ("en", "hy", "ru"):
        words = blocked_words(blocked, Translator.open(lang))
        assert MOTHER.full_name in words
        assert "2021" in words
    assert state[ConsentScope.MEDIA].state is ConsentState.NOT_ASKED
    assert EventCode.A115 in codes(register, case_id)
    assert Minimum.LEGAL not in register.read(lambda r: case_file(r, case_id)).gaps


def test_two_relatives_who_disagree_block_it_and_stand_before_a_supervisor(
    register: Workspace,
) -> None:
    case_id, other = missing_man(register), missing_man(register, GOR)
    mother, father = relative(register, case_id), relative(register, case_id, FATHER)
    kept = consent(register, case_id, mother, PUBLISH_NAME=YES, SHARE_ICRC=YES)
    consent(register, other, relative(register, other), PUBLISH_NAME=YES)
    assert register.read(consent_conflicts) == ()
    refused = consent(register, case_id, father, PUBLISH_NAME=NO, SHARE_ICRC=YES)
    states = register.read(lambda r: consent_states(r, [case_id, other]))
    assert states[case_id][NAME].state is ConsentState.CONFLICT
    assert states[case_id][ICRC].state is ConsentState.YES
    assert states[other][NAME].state is ConsentState.YES
    (found,) = register.read(consent_conflicts)
    assert (found.case_id, found.scopes) == (case_id, (NAME,))
    # The mother takes hers back: now nobody says yes, and nothing is left to settle.
    with pytest.raises(BadInput):
        register.write(lambda u: withdraw_consent(u, WithdrawConsent(kept, 1, " ")))
    register.write(lambda u: withdraw_consent(u, WithdrawConsent(kept, 1, "Changed her mind")))
    assert register.read(consent_conflicts) != ()  # the Red Cross: she withdrew, he agreed
    register.write(lambda u: withdraw_consent(u, WithdrawConsent(refused, 1, "Asked us to wait")))
    assert register.read(consent_conflicts) == ()
    page = register.read(lambda r: family_page(r, case_id))
    assert {one.withdrawn_reason for one in page.consents} == {
        "Changed her mind",
        "Asked us to wait",
    }


def test_an_oral_consent_needs_a_witness_and_nothing_half_done_stays(register: Workspace) -> None:
    case_id = missing_man(register)
    good = RecordConsent(
        case_id,
        {ICRC: YES},
        day("2021-02-03"),
        given_by="Uncle",
        form=ConsentForm.ORAL_WITNESSED,
        witness="A neighbour",
    )
    for bad, field in (
        (replace(good, witness=" "), "witness"),
        (replace(good, given_by=""), "given_by"),
        (replace(good, answers={}), "answers"),
        (replace(good, given=day("2022-01")), "given_on"),
    ):
        with pytest.raises(BadInput) as refused:
            register.write(lambda u, b=bad: record_consent(u, b))  # type: ignore[misc]  # mypy infers no default
        assert refused.value.data["field"] == field
        assert sentence(refused.value, Translator.open("hy"))
    assert EventCode.A115 not in codes(register, case_id)
    register.write(lambda u: record_consent(u, good))
    assert register.read(lambda r: family_page(r, case_id)).consents[0].witness == "A neighbour"


def test_sensitive_news_is_told_by_two_and_a_death_face_to_face(register: Workspace) -> None:
    case_id = missing_man(register)
    mother = relative(register, case_id)
    second = colleague(register)
    alone = call(register, case_id, mother, sensitive=True, told="He was taken to a hospital.")
    for bad in (
        alone,
        replace(alone, second_staff_id=register.actor.id),
        replace(alone, second_staff_id=second, outcome=ContactOutcome.NO_ANSWER),
    ):
        with pytest.raises(BadInput):
            register.write(lambda u, b=bad: log_contact(u, b))  # type: ignore[misc]  # as above
    log(register, replace(alone, second_staff_id=second))
    assert not register.read(lambda r: family_told_in_person(r, case_id)), "by telephone"
    record(
        register, RecordEvent((case_id,), EventCode.X80, day("2021-01"), said_by=(said("Radio"),))
    )
    with pytest.raises(BadInput) as refused:
        log(register, replace(alone, second_staff_id=second))
    assert refused.value.data["field"] == "how"
    told = log(register, replace(alone, second_staff_id=second, how=ContactHow.VISIT))
    assert register.read(lambda r: family_told_in_person(r, case_id))
    assert EventCode.A116 in codes(register, case_id)
    register.write(lambda u: withdraw_contact(u, WithdrawContact(told, 1, "Another family")))
    assert not register.read(lambda r: family_told_in_person(r, case_id))


def test_who_may_not_be_told_is_told_only_with_a_reason(register: Workspace) -> None:
    case_id = missing_man(register)
    sister = replace(MOTHER, relation=Relation.SISTER, may_be_told=MayBeTold.NOTHING)
    asked = call(register, case_id, relative(register, case_id, sister), told="He was seen.")
    with pytest.raises(ToldAgainstWish) as refused:
        log(register, asked)
    assert sentence(refused.value, Translator.open("ru"))
    log(register, replace(asked, told="", heard="She asked about him."))
    log(register, replace(asked, warning_reason="The mother agreed on the telephone"))
    page = register.read(lambda r: family_page(r, case_id))
    assert [one.warning_reason for one in page.contacts].count("") == 1


def test_a_call_waits_from_the_agreed_day_until_somebody_is_spoken_with(
    register: Workspace,
) -> None:
    case_id, quiet = missing_man(register), missing_man(register, GOR)
    today = register.clock.today()
    mother, father = relative(register, case_id), relative(register, case_id, FATHER)
    ago = register.clock.now() - timedelta(days=45)
    log(register, call(register, quiet, happened_at=ago))
    agreed = call(register, case_id, mother, happened_at=ago, next_on=today, next_about="the list")
    log(register, agreed)

    def due(on: date) -> list[tuple[UUID, WhyCall]]:
        return [(one.case_id, one.why) for one in register.read(lambda r: calls_due(r, on))]

    assert due(today) == [(quiet, WhyCall.SILENT), (case_id, WhyCall.AGREED)]
    assert register.read(lambda r: count_calls_due(r, today)) == 1
    assert due(today - timedelta(days=1)) == [(quiet, WhyCall.SILENT)]
    log(register, call(register, case_id, father))
    log(register, call(register, case_id, mother, outcome=ContactOutcome.NO_ANSWER))
    assert (case_id, WhyCall.AGREED) in due(today), "the mother was promised a call"
    settled = log(register, call(register, case_id, mother))
    log(register, call(register, quiet, next_on=today + timedelta(days=9)))
    assert due(today) == []
    register.write(lambda u: withdraw_contact(u, WithdrawContact(settled, 1, "Another number")))
    assert due(today) == [(case_id, WhyCall.AGREED)]


def test_a_contact_is_taken_back_by_undo_with_its_event(register: Workspace) -> None:
    case_id = missing_man(register)
    mother = relative(register, case_id)
    before = codes(register, case_id)
    for step in (
        lambda u: log_contact(u, call(register, case_id, mother, heard="He wrote in May.")),
        lambda u: record_consent(
            u, RecordConsent(case_id, {ICRC: YES}, day("2021-02"), relative_id=mother)
        ),
    ):
        register.write(step)
        assert len(codes(register, case_id)) == len(before) + 1
        entry = register.read(last_to_undo)
        assert entry is not None
        register.write(lambda u, e=entry: undo_entry(u, e))  # type: ignore[misc]  # as above
        assert codes(register, case_id) == before
    page = register.read(lambda r: family_page(r, case_id))
    assert (page.contacts, page.consents) == ((), ())


def test_an_analyst_sees_no_family_and_a_limited_case_shows_through_nothing(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    mother = relative(register, case_id)
    today = register.clock.today()
    planted = "PLANTED"
    log(register, call(register, case_id, mother, remark=planted, told=planted, next_on=today))
    consent(register, case_id, mother, PUBLISH_NAME=YES)
    consent(register, case_id, relative(register, case_id, FATHER), PUBLISH_NAME=NO)
    founder = register.actor
    register.actor = replace(founder, roles=frozenset({Role.ANALYST}))
    for query in (
        lambda r: family_page(r, case_id),
        lambda r: consent_state(r, case_id),
        lambda r: calls_due(r, today),
        consent_conflicts,
    ):
        with pytest.raises(NotAllowed):
            register.read(query)
    assert planted not in repr(register.read(lambda r: history_of_case(r, case_id)))
    register.actor = founder
    assert planted in repr(register.read(lambda r: history_of_case(r, case_id)))
    file = register.read(lambda r: case_file(r, case_id))
    limited = ChangeCase(case_id, file.version, None, None, "", "", "", "", "", access_limited=True)
    register.write(lambda u: change_case(u, limited))
    register.actor = replace(founder, roles=frozenset({Role.INTAKE}))
    assert register.read(lambda r: calls_due(r, today)) == ()
    assert register.read(consent_conflicts) == ()
    nothing = register.read(lambda r: consent_states(r, [case_id]))[case_id]
    assert nothing[NAME].state is ConsentState.NOT_ASKED
    for query in (lambda r: family_page(r, case_id), lambda r: consent_state(r, case_id)):
        with pytest.raises(NotAllowed):
            register.read(query)
    register.actor = founder
