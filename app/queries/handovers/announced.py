"""Reads what others announced of return operations beside those who came by our own record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.handovers.differences import apart
from app.queries.sources import source_view
from app.shapes.handovers import Announced, OwnSplit, SaidCount
from models.claims import Claim
from models.handovers import Arrival
from models.people import Person, ServiceRecord
from models.vocabulary.people import Gc3Category, ServiceType
from models.vocabulary.roles import Action


def announced(reader: Reader, handover_ids: Sequence[UUID]) -> Mapping[UUID, Announced]:
    """Give what each source announced of these handovers beside who came by our own record.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    came: dict[UUID, list[UUID | None]] = defaultdict(list)
    claims: dict[UUID, list[Claim]] = defaultdict(list)
    for some in batches(handover_ids):
        for handover_id, case_id in reader.session.execute(
            select(Arrival.handover_id, Arrival.case_id).where(
                Arrival.handover_id.in_(some), Arrival.withdrawn_at.is_(None)
            )
        ):
            came[handover_id].append(case_id)
        for claim in reader.session.scalars(
            select(Claim).where(Claim.handover_id.in_(some)).order_by(Claim.said.sort_key, Claim.id)
        ):
            if claim.handover_id is not None:
                claims[claim.handover_id].append(claim)
    footings = _footings(reader, {case_id for men in came.values() for case_id in men if case_id})
    return {
        one: Announced(
            arrived=len(came[one]),
            claims=_said(claims[one], len(came[one])),
            split=_split(came[one], footings),
        )
        for one in handover_ids
    }


def _said(found: Sequence[Claim], ours: int) -> tuple[SaidCount, ...]:
    replaced = {claim.supersedes_id for claim in found}
    return tuple(
        SaidCount(
            claim_id=claim.id,
            version=claim.version,
            category=claim.category,
            form=claim.form,
            number_from=claim.number_from,
            number_to=claim.number_to,
            scope=claim.scope,
            scope_hy=claim.scope_hy,
            scope_ru=claim.scope_ru,
            words=claim.words,
            words_lang=claim.words_lang,
            as_of=claim.as_of,
            said=claim.said,
            source=source_view(claim.source),
            grade=f"{claim.reliability.value}{claim.credibility.value}",
            apart=None
            if claim.scope
            else apart(claim.form, claim.number_from, claim.number_to, ours),
            superseded=claim.id in replaced,
            withdrawn=claim.withdrawn_at is not None,
        )
        for claim in found
    )


def _footings(reader: Reader, case_ids: set[UUID]) -> Mapping[UUID, ServiceType]:
    """Give the footing on which each serves, as his file says it; a civilian is civil staff."""
    found: dict[UUID, ServiceType] = {}
    for some in batches(case_ids):
        found |= dict(
            reader.session.execute(
                select(ServiceRecord.person_id, ServiceRecord.service_type)
                .where(ServiceRecord.person_id.in_(some))
                .order_by(ServiceRecord.position.desc())
            ).all()
        )
        civilians = reader.session.scalars(
            select(Person.id).where(
                Person.id.in_(some), Person.gc3_category == Gc3Category.CIVILIAN
            )
        )
        found |= dict.fromkeys(civilians, ServiceType.CIVIL_STAFF)
    return found


def _split(came: Sequence[UUID | None], footings: Mapping[UUID, ServiceType]) -> OwnSplit:
    unsaid = ServiceType.UNKNOWN
    serves = [footings.get(case_id, unsaid) if case_id else unsaid for case_id in came]
    civilians, unknown = serves.count(ServiceType.CIVIL_STAFF), serves.count(unsaid)
    return OwnSplit(
        servicemen=len(serves) - civilians - unknown, civilians=civilians, unknown=unknown
    )
