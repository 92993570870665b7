"""Orders of papers for tests, and whoever may stand beside the founder."""

from __future__ import annotations

from dataclasses import replace
from typing import Any  # Any: fields of an order, by name
from uuid import UUID

from app.jobs.papers.issue import IssuedPaper, issue_order
from app.queries.papers.kept_papers import history_head
from app.services.families.consents import record_consent
from app.shapes.papers import PaperOrder
from app.shapes.requests.disclosures import MadePaper, ReadState, Stamp
from app.shapes.requests.families import RecordConsent
from app.shapes.staff import StaffMember
from app.workspace import Workspace
from models.vocabulary.families import ConsentAnswer, ConsentForm, ConsentScope, DataSubject
from models.vocabulary.papers import Audience, LegalBasis
from models.vocabulary.roles import Role
from tests.factories.men import day

SUPERVISOR, CASEWORKER = frozenset({Role.SUPERVISOR}), frozenset({Role.CASEWORKER})
PASSPHRASE = "ծիածան քարանձավ վեց բառ միասին շարքում"


def an_order(*case_ids: UUID, **more: Any) -> PaperOrder:
    """Order the internal file, unless told otherwise, with all that an issue asks for."""
    order = PaperOrder(
        Audience.INTERNAL,
        "en",
        case_ids,
        recipient="State commission",
        purpose="To look for him",
        basis=LegalBasis.PUBLIC_INTEREST_MANDATE,
    )
    return replace(order, **more)


def issue(register: Workspace, *case_ids: UUID, **more: Any) -> IssuedPaper:
    """Issue one copy as ordered."""
    return issue_order(register, an_order(*case_ids, **more))[0]


def colleague(
    register: Workspace, name: str = "Վահե Օրինակյան", roles: frozenset[Role] = SUPERVISOR
) -> StaffMember:
    """Take on a colleague."""
    return register.add_staff(name, roles, PASSPHRASE).value


def at_work(register: Workspace, member: StaffMember) -> Workspace:
    """Let somebody else sit down at the register that is open."""
    register.actor = member
    return register


def read_state(register: Workspace) -> ReadState:
    """Say of which moment facts read now are."""
    return ReadState(register.clock.now(), register.read(history_head))


def stub_pages(stamp: Stamp) -> MadePaper:
    """Stand in for the pages of a copy, where the pages do not matter."""
    content = f"{stamp.number} {stamp.code}".encode()
    return MadePaper(content, "0" * 64, 1)


def answered(
    register: Workspace, case_id: UUID, scope: ConsentScope, answer: ConsentAnswer
) -> None:
    """Let his mother answer whether something of him may be passed on."""
    request = RecordConsent(
        case_id,
        {scope: answer},
        day("2021-02-03"),
        given_by="Նմուշյան Մարո",
        form=ConsentForm.WRITTEN,
        subject=DataSubject.MISSING_MAN,
    )
    register.write(lambda uow: record_consent(uow, request))
