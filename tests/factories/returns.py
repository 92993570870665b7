"""Return operations for tests: a handover, its manifest, who came, as the use cases keep them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.queries.handovers.operations import handover_page
from app.services.handovers.arrivals import record_arrivals
from app.services.handovers.handovers import record_handover
from app.shapes.changes import Outcome
from app.shapes.handovers import ArrivalView, HandoverPage
from app.shapes.requests.handovers import (
    NewArrival,
    RecordArrivals,
    RecordHandover,
    Verification,
    VerifyIdentity,
)
from app.workspace import Workspace
from models.lists import ListRow, ListVersion, NameList
from models.vocabulary.accounts import Channel, SourceKind
from models.vocabulary.handovers import VerificationMethod
from models.vocabulary.lists import ListDirection, ListOrigin, ListType, RowState
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from tests.factories.men import day, said
from tests.registers import STARTED

CAME = STARTED - timedelta(hours=5)
type Row = tuple[str, str, str, UUID | None]
"""Family and given name, father, year of birth, the case it was tied to."""


def a_handover(register: Workspace, when: str = "2021-03-10", **more: object) -> UUID:
    """Record a return operation; answers its id."""
    request = RecordHandover(
        occurred=day(when), channel=Channel.ICRC, **more  # type: ignore[arg-type]  # fields by name
    )  # fmt: skip
    return register.write(lambda u: record_handover(u, request)).value


def a_manifest(register: Workspace, handover_id: UUID, *rows: Row) -> tuple[UUID, ...]:
    """Keep a manifest with these rows; answers the ids of its rows."""

    def keep(uow: UnitOfWork) -> Outcome[tuple[UUID, ...]]:
        uow.doing(Action.EDIT_LIST, named="take_in_list")
        names = NameList(
            number="L-001", kind=ListType.MANIFEST, direction=ListDirection.IN,
            title="Manifest", handover_id=handover_id,
        )  # fmt: skip
        uow.session.add(names)
        uow.session.flush()
        version = ListVersion(list_id=names.id, version_no=1, origin=ListOrigin.TYPED)
        uow.session.add(version)
        uow.session.flush()
        made = [
            ListRow(
                version_id=version.id, row_no=at, verbatim=json.dumps([name, father, born]),
                name=name, family=name.split()[0], given=" ".join(name.split()[1:]), father=father,
                birth=PartialDate.parse_edtf(born) if born else PartialDate.unknown(),
                state=RowState.OPEN if case_id is None else RowState.ACCEPTED, case_id=case_id,
            )
            for at, (name, father, born, case_id) in enumerate(rows, 1)
        ]  # fmt: skip
        uow.session.add_all(made)
        uow.session.flush()
        return Outcome(tuple(row.id for row in made))

    return register.write(keep).value


def come(
    register: Workspace, handover_id: UUID, *arrivals: NewArrival, at: datetime = CAME
) -> tuple[UUID, ...]:
    """Record who came, as the office saw it; answers the ids of the arrivals."""
    request = RecordArrivals(
        handover_id, at, arrivals, (said("Office", "B2", SourceKind.OFFICE_STAFF),), "our side"
    )
    return register.write(lambda u: record_arrivals(u, request)).value


def page_of(register: Workspace, handover_id: UUID) -> HandoverPage:
    """Read the page of a return operation."""
    return register.read(lambda r: handover_page(r, handover_id))


def only_arrival(register: Workspace, handover_id: UUID) -> ArrivalView:
    """Read the one arrival of a return operation."""
    (arrival,) = page_of(register, handover_id).arrivals
    return arrival


def verification(arrival_id: UUID, *methods: VerificationMethod) -> VerifyIdentity:
    """Verify somebody by two methods, passport and father unless others are named."""
    first, second = methods or (VerificationMethod.DOCUMENT, VerificationMethod.RELATIVE)
    return VerifyIdentity(
        arrival_id,
        Verification(first, "passport AN 1"),
        Verification(second, "his father"),
        "member of staff",
        (said("Office at the airport", "B2", SourceKind.OFFICE_STAFF),),
    )
