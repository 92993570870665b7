"""Turns the rows of one man's file into what screens show and forms edit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from uuid import UUID

from app.queries.case_history import event_fact, traits_of
from app.queries.cases.accounts import accounts_differ, shown_date
from app.queries.sources import source_view
from app.shapes.case_file import (
    AssertionView,
    CitationView,
    EventView,
    IdentifierView,
    NameView,
    RelativeView,
    ServiceView,
)
from app.shapes.places import PlaceView
from app.shapes.requests.cases import (
    IdentifierDetails,
    NameForm,
    PersonDetails,
    RelativeDetails,
    ServiceDetails,
)
from models.codebook.evidence_level import weigh
from models.codebook.facts import AssertionFact
from models.events import Assertion, Citation, Event
from models.incidents import Unit
from models.people import Identifier, Person, PersonName, Relative, ServiceRecord

type Places = Mapping[UUID, PlaceView]


def place_among(places: Places, place_id: UUID | None) -> PlaceView | None:
    """Give a place that was read; None where none is named."""
    return places.get(place_id) if place_id else None


def name_views(person: Person) -> tuple[NameView, ...]:
    """Give the forms of a man's name, those he goes by first."""
    rows = sorted(person.names, key=lambda n: (not n.is_primary, n.position))
    return tuple(NameView(n.id, n.version, name_form(n)) for n in rows)


def name_form(row: PersonName) -> NameForm:
    """Give a kept form of a name as it is edited."""
    return NameForm(
        family=row.family,
        given=row.given,
        patronymic=row.patronymic,
        lang=row.lang,
        script=row.script,
        kind=row.kind,
        patronymic_base=row.patronymic_base,
        full_as_written=row.full_as_written,
        order=row.order_as_written,
        is_primary=row.is_primary,
        checked=row.checked,
    )


def relative_view(row: Relative) -> RelativeView:
    """Give a relative as he or she is shown and edited."""
    details = RelativeDetails(
        relation=row.relation,
        full_name=row.full_name,
        maiden_name=row.maiden_name,
        phone=row.phone,
        address=row.address,
        email=row.email,
        languages=row.languages,
        reached_best=row.reached_best,
        may_be_told=row.may_be_told,
        is_person_to_be_informed=row.is_person_to_be_informed,
        is_notification_address=row.is_notification_address,
        is_reporter=row.is_reporter,
        remark=row.remark,
    )
    return RelativeView(row.id, row.version, details)


def details_of(person: Person) -> PersonDetails:
    """Give what the identity form edits."""
    return PersonDetails(
        sex=person.sex,
        birth=person.birth,
        birth_place_id=person.birth_place_id,
        birth_place_as_reported=person.birth_place_as_reported,
        home_place_id=person.home_place_id,
        home_address=person.home_address,
        nationality=person.nationality,
        occupation=person.occupation,
        gc3_category=person.gc3_category,
        category_claimed_by_power=person.category_claimed_by_power,
        height_cm=person.height_cm,
        build=person.build,
        hair=person.hair,
        eyes=person.eyes,
        marks=person.marks,
        blood_group=person.blood_group,
        do_not_transmit=person.do_not_transmit,
        do_not_transmit_reason=person.do_not_transmit_reason,
    )


def identifier_view(row: Identifier) -> IdentifierView:
    """Give a number of his as it is edited."""
    details = IdentifierDetails(row.kind, row.value, row.issuer, row.scope)
    return IdentifierView(row.id, row.version, details)


def service_view(row: ServiceRecord, units: Mapping[UUID, Unit]) -> ServiceView:
    """Give where he served, with the unit as it is called."""
    unit = units.get(row.unit_id) if row.unit_id else None
    return ServiceView(
        id=row.id,
        version=row.version,
        details=ServiceDetails(
            service_type=row.service_type,
            rank=row.rank,
            rank_as_written=row.rank_as_written,
            unit_id=row.unit_id,
            unit_as_written=row.unit_as_written,
            duty=row.duty,
            power_of_origin=row.power_of_origin,
            since=row.since,
        ),
        unit_en=unit.name if unit else "",
        unit_hy=unit.name_hy if unit else "",
        unit_ru=unit.name_ru if unit else "",
    )


def event_view(
    event: Event,
    assertions: tuple[AssertionFact, ...],
    staff: Mapping[UUID, str],
    places: Places,
) -> EventView:
    """Give an event with who says so; `assertions` are the same as the rules see them."""
    fact = event_fact(event, assertions)
    level = weigh(fact).level
    return EventView(
        id=event.id,
        version=event.version,
        code=event.code,
        occurred=event.occurred,
        shown_date=shown_date(event),
        place=place_among(places, event.place_id),
        place_precision=event.place_precision,
        place_as_reported=event.place_as_reported,
        narrative=event.narrative,
        narrative_releasable=event.narrative_releasable,
        particulars=json.loads(event.particulars),
        figure=event.figure,
        says=event.says,
        traits=traits_of(event.traits),
        basis=event.basis,
        reply_due=event.reply_due,
        authenticity=event.authenticity,
        evidence_class=event.evidence_class,
        name_only=event.name_only,
        homonym=event.homonym,
        signed_off=event.signed_off,
        assertions=tuple(_assertion_view(a, places) for a in event.assertions),
        preferred_assertion_id=event.preferred_assertion_id,
        accounts_differ=event.stands and accounts_differ(event),
        warning_reason=event.warning_reason,
        supersedes_id=event.supersedes_id,
        superseded=event.superseded,
        withdrawn_at=event.withdrawn_at,
        withdrawn_reason=event.withdrawn_reason,
        recorded_at=event.created_at,
        recorded_by=staff.get(event.created_by, ""),
        level=f"L{level.value}",
    )


def _assertion_view(row: Assertion, places: Places) -> AssertionView:
    return AssertionView(
        id=row.id,
        version=row.version,
        source=source_view(row.source),
        said=row.said,
        entered_at=row.created_at,
        words=row.words,
        words_lang=row.words_lang,
        reliability=row.reliability,
        credibility=row.credibility,
        independence_group=row.independence_group,
        coerced=row.coerced,
        account=row.account,
        account_place=place_among(places, row.account_place_id),
        account_place_as_reported=row.account_place_as_reported,
        account_condition=row.account_condition,
        locator=row.locator,
        withdrawn_at=row.withdrawn_at,
        withdrawn_reason=row.withdrawn_reason,
    )


def citation_view(row: Citation) -> CitationView:
    """Give what a source says of a fact."""
    return CitationView(
        id=row.id,
        version=row.version,
        subject_id=row.subject_id,
        field=row.field,
        source=source_view(row.source),
        said=row.said,
        states=row.states,
        words=row.words,
        locator=row.locator,
        grade=f"{row.reliability.value}{row.credibility.value}",
        withdrawn_at=row.withdrawn_at,
    )
