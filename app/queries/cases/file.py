"""Reads one man's file whole, as the case screen shows it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.case_history import event_fact, histories, traits_of
from app.queries.cases.accounts import accounts_differ, shown_date
from app.queries.consents import consented
from app.queries.limited_access import refuse_in_bin, refuse_limited
from app.queries.merged import former_numbers, refuse_merged, survivor_of
from app.queries.minimum_data import gaps
from app.queries.places import places_of
from app.queries.register.office import office
from app.queries.sources import source_view
from app.shapes.case_file import (
    AssertionView,
    CaseFile,
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
from models.cases import Case
from models.codebook import compute
from models.codebook.evidence_level import weigh
from models.codebook.facts import AssertionFact, CaseHistory
from models.events import Assertion, Citation, Event
from models.incidents import Incident, Position, Unit
from models.people import Person, PersonName, Relative, ServiceRecord
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action, may

type Places = Mapping[UUID, PlaceView]


def case_id_of(reader: Reader, number: str) -> UUID:
    """Find the case of a number, however its letters are cased.

    Raises:
        NotAllowed; NotFound; CaseInBin; CaseMerged: says where his man is now.
    """
    case_id = _case_of(reader, number)
    refuse_in_bin(reader, [case_id])
    refuse_merged(reader, [case_id])
    return case_id


def case_led_to(reader: Reader, number: str) -> UUID:
    """Find the case a number leads to: that of a file which was taken in leads on (AT20).

    Raises:
        NotAllowed; NotFound; CaseInBin.
    """
    case_id = survivor_of(reader.session, _case_of(reader, number))
    refuse_in_bin(reader, [case_id])
    return case_id


def _case_of(reader: Reader, number: str) -> UUID:
    reader.allow(Action.READ_CASES)
    typed = number.strip()
    found = reader.session.scalar(
        select(Case.id).where(Case.number.in_((typed.upper(), typed))).limit(1)
    )
    if found is None:
        raise NotFound("cases", number)
    return found


def case_file(reader: Reader, case_id: UUID) -> CaseFile:
    """Read everything about one man, to be looked at.

    Relatives are left out for whoever may not see families.

    Raises:
        NotAllowed: also where access to the case is limited; NotFound; CaseInBin; CaseMerged.
    """
    reader.shows(ReadKind.VIEWED, [case_id])
    return content_of_case(reader, case_id)


def content_of_case(reader: Reader, case_id: UUID) -> CaseFile:
    """Read everything about one man for another query, which says how it is shown.

    Raises:
        NotAllowed: also where access to the case is limited; NotFound; CaseInBin; CaseMerged.
    """
    reader.allow(Action.READ_CASES)
    session = reader.session
    case = reader.get(Case, case_id)
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    refuse_merged(reader, [case_id])
    person = session.scalars(
        select(Person)
        .where(Person.id == case_id)
        .options(
            selectinload(Person.names),
            selectinload(Person.identifiers),
            selectinload(Person.service),
            selectinload(Person.relatives),
        )
    ).one()
    events = session.scalars(
        select(Event)
        .where(Event.case_id == case_id)
        .options(selectinload(Event.assertions).joinedload(Assertion.source))
    ).all()
    citations = session.scalars(
        select(Citation)
        .where(Citation.case_id == case_id)
        .order_by(Citation.said.sort_key, Citation.id)
    ).all()
    places = places_of(session, _place_ids(person, events))
    history = histories(session, [case_id])[case_id]
    incident = session.get(Incident, case.incident_id) if case.incident_id else None
    position = session.get(Position, case.position_id) if case.position_id else None
    shown_relatives = person.relatives if may(reader.actor.roles, Action.READ_FAMILY) else []
    return CaseFile(
        case_id=case.id,
        version=case.version,
        person_version=person.version,
        number=case.number,
        admin=case.admin,
        closure_reason=case.closure_reason,
        access_limited=case.access_limited,
        urgent=case.urgent,
        figure_label=person.figure_label,
        names=tuple(NameView(n.id, n.version, name_form(n)) for n in _sorted_names(person)),
        details=details_of(person),
        birth_place=_place(places, person.birth_place_id),
        home_place=_place(places, person.home_place_id),
        service=tuple(_service_view(session, row) for row in person.service),
        identifiers=tuple(
            IdentifierView(i.id, i.version, IdentifierDetails(i.kind, i.value, i.issuer, i.scope))
            for i in person.identifiers
        ),
        relatives=tuple(relative_view(one) for one in shown_relatives),
        incident_id=case.incident_id,
        incident_number=incident.number if incident else "",
        incident_title=incident.title if incident else "",
        incident_title_hy=incident.title_hy if incident else "",
        incident_title_ru=incident.title_ru if incident else "",
        position_id=case.position_id,
        position=position.name if position else "",
        position_hy=position.name_hy if position else "",
        position_ru=position.name_ru if position else "",
        officer=_staff_names(session, [case.officer_id]).get(case.officer_id, ""),
        circumstances=case.circumstances,
        circumstances_releasable=case.circumstances_releasable,
        believed_responsible=case.believed_responsible,
        steps_taken=case.steps_taken,
        remark=case.remark,
        status=compute(history, reader.clock.today()),
        events=_event_views(session, events, history, places),
        citations=tuple(_citation_view(c) for c in citations),
        gaps=gaps(case, person, events, consented=bool(consented(session, [case_id]))),
        opened_at=case.created_at,
        changed_at=case.updated_at,
        is_sample=office(reader).is_sample,
        took_in=former_numbers(session, [case_id]).get(case_id, ()),
    )


def _place_ids(person: Person, events: Sequence[Event]) -> Iterable[UUID | None]:
    yield person.birth_place_id
    yield person.home_place_id
    for event in events:
        yield event.place_id
        for assertion in event.assertions:
            yield assertion.account_place_id


def _place(places: Places, place_id: UUID | None) -> PlaceView | None:
    return places.get(place_id) if place_id else None


def _sorted_names(person: Person) -> list[PersonName]:
    return sorted(person.names, key=lambda n: (not n.is_primary, n.position))


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


def _service_view(session: Session, row: ServiceRecord) -> ServiceView:
    unit = session.get(Unit, row.unit_id) if row.unit_id else None
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


def _staff_names(session: Session, ids: Iterable[UUID | None]) -> dict[UUID | None, str]:
    wanted = {staff_id for staff_id in ids if staff_id is not None}
    rows = session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(wanted))).all()
    return dict(rows)


def _event_views(
    session: Session, events: Sequence[Event], history: CaseHistory, places: Places
) -> tuple[EventView, ...]:
    staff = _staff_names(session, {event.created_by for event in events})
    facts = {fact.id: fact for fact in history.events}
    views = [_event_view(event, facts[str(event.id)].assertions, staff, places) for event in events]
    hints = {event.id: event.seq_hint for event in events}
    views.sort(key=lambda v: (v.shown_date.sort_key, hints[v.id], v.recorded_at, v.id))
    return tuple(views)


def _event_view(
    event: Event,
    assertions: tuple[AssertionFact, ...],
    staff: Mapping[UUID | None, str],
    places: Places,
) -> EventView:
    fact = event_fact(event, assertions)
    level = weigh(fact).level
    return EventView(
        id=event.id,
        version=event.version,
        code=event.code,
        occurred=event.occurred,
        shown_date=shown_date(event),
        place=_place(places, event.place_id),
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
        account_place=_place(places, row.account_place_id),
        account_place_as_reported=row.account_place_as_reported,
        account_condition=row.account_condition,
        locator=row.locator,
        withdrawn_at=row.withdrawn_at,
        withdrawn_reason=row.withdrawn_reason,
    )


def _citation_view(row: Citation) -> CitationView:
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
