"""Lets the families of the sample agree, refuse and be rung, as staff would enter it."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from app.jobs.sample.public_record import sample_file
from app.queries.families.contacts import family_page
from app.services.cases.people import save_relative
from app.services.families.consents import record_consent, withdraw_consent
from app.services.families.contacts import log_contact
from app.services.places.toml_table import Table
from app.shapes.requests.cases import RelativeDetails, SaveRelative
from app.shapes.requests.families import LogContact, RecordConsent, WithdrawConsent
from app.workspace import Workspace
from models.vocabulary.families import (
    ConsentAnswer,
    ConsentForm,
    ConsentScope,
    ContactHow,
    ContactOutcome,
    MayBeTold,
)
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import Relation

RELATIVE, CONSENT, CONTACT = "relative", "consent", "contact"


def sample_families() -> Iterator[tuple[str, Table]]:
    """Give what families said and were told, each with its kind."""
    told = sample_file("families")
    for kind in (RELATIVE, CONSENT, CONTACT):
        yield from ((kind, one) for one in told.tables(kind))


def enter(workspace: Workspace, kind: str, told: Table, case_id: UUID) -> UUID:
    """Enter a relative, a consent or a contact; answers its id."""
    if kind == RELATIVE:
        return workspace.write(lambda uow: save_relative(uow, _relative(told, case_id))).value
    known = workspace.read(lambda reader: family_page(reader, case_id)).relatives
    relative_id = next(
        view.id
        for view in known
        if told.text("relation") == view.details.relation.value
        or told.text("named") == view.details.full_name
    )
    if kind == CONSENT:
        consent = _consent(told, case_id, relative_id)
        return workspace.write(lambda uow: record_consent(uow, consent)).value
    contact = _contact(told, case_id, relative_id)
    return workspace.write(lambda uow: log_contact(uow, contact)).value


def take_back(workspace: Workspace, told: Table, consent_id: UUID) -> None:
    """Let a consent be taken back."""
    request = WithdrawConsent(consent_id, 1, told.text("withdrawn"))
    workspace.write(lambda uow: withdraw_consent(uow, request))


def _relative(told: Table, case_id: UUID) -> SaveRelative:
    details = RelativeDetails(
        relation=Relation(told.text("relation")),
        full_name=told.text("name"),
        phone=told.text("phone"),
        email=told.text("email"),
        languages=told.text("languages"),
        reached_best=told.text("reached_best"),
        may_be_told=MayBeTold(told.text("may_be_told", MayBeTold.EVERYTHING)),
        remark=told.text("remark"),
    )
    return SaveRelative(case_id, details)


def _consent(told: Table, case_id: UUID, relative_id: UUID) -> RecordConsent:
    answers = {ConsentScope(scope): ConsentAnswer.YES for scope in told.texts("yes")}
    answers |= {ConsentScope(scope): ConsentAnswer.NO for scope in told.texts("no")}
    return RecordConsent(
        case_id=case_id,
        answers=answers,
        given=PartialDate.parse_edtf(told.text("given")),
        relative_id=relative_id,
        form=ConsentForm(told.text("form")),
        language=told.text("language"),
        witness=told.text("witness"),
        remark=told.text("remark"),
    )


def _contact(told: Table, case_id: UUID, relative_id: UUID) -> LogContact:
    next_on = told.text("next_on")
    return LogContact(
        case_id=case_id,
        how=ContactHow(told.text("how")),
        outcome=ContactOutcome(told.text("outcome")),
        happened_at=told.moment("at"),
        relative_id=relative_id,
        told=told.text("told"),
        heard=told.text("heard"),
        remark=told.text("remark"),
        next_on=PartialDate.parse_edtf(next_on).earliest if next_on else None,
        next_about=told.text("next_about"),
    )
