"""Turns a file into a report: facts with their marks, statements, accounts that differ."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.queries.cases.cited_facts import CitedFacts, StatementBook
from app.shapes.case_file import AssertionView, CaseFile, EventView, NameView
from app.shapes.case_report import (
    Account,
    CaseReport,
    Described,
    Disagreement,
    EventLine,
    Identity,
    IdentityDocument,
    Known,
    Narrative,
    PlaceLine,
    PlaceWords,
    PrintedName,
    Relative,
    Service,
    Wording,
)
from app.shapes.places import PlaceView
from models.vocabulary.coordinates import Point
from models.vocabulary.event_codes import EventGroup
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import (
    Gc3Category,
    IdentifierKind,
    NameKind,
    Script,
    ServiceType,
    Sex,
)
from models.vocabulary.places import PlacePrecision

#: A list row says where a name form comes from; a service number stands under service.
_NOT_HIS_PAPERS = frozenset({IdentifierKind.LIST_ROW, IdentifierKind.SERVICE_NUMBER})
_SCRIPTS = (Script.ARMENIAN, Script.CYRILLIC, Script.LATIN, Script.OTHER)
_WHEREABOUTS = frozenset(
    {EventGroup.CONTACT, EventGroup.CAPTURE, EventGroup.DETENTION, EventGroup.RETURN,
     EventGroup.REMAINS}
)  # fmt: skip


def report_of(file: CaseFile, today: date, incident_date: PartialDate | None) -> CaseReport:
    """Turn a file as screens see it into a report as papers print it."""
    book = StatementBook()
    facts = CitedFacts(file, book)
    report = CaseReport(
        number=file.number,
        identity=_identity(file, facts),
        status=file.status,
        status_as_of=today,
        statements=(),
        events=tuple(_event_line(event, book) for event in file.events),
        service=_service(file, facts),
        family=tuple(_family(file, facts)),
        circumstances=_narrative(file.circumstances),
        circumstances_releasable=_narrative(file.circumstances_releasable),
        believed_responsible=file.believed_responsible,
        steps_taken=file.steps_taken,
        remark=file.remark,
        do_not_transmit=_kept_back(file),
        disagreements=(*_differing_events(file, book), *facts.differing()),
        places=tuple(_places(file, book)),
        minimum_missing=file.gaps,
        incident_number=file.incident_number,
        incident_title=Wording(
            en=file.incident_title, hy=file.incident_title_hy, ru=file.incident_title_ru
        ),
        incident_date=incident_date,
        case_officer=file.officer,
        sample=file.is_sample,
    )
    return replace(report, statements=book.statements())


def _narrative(text: str) -> tuple[Narrative, ...]:
    return (Narrative(text),) if text else ()


def _kept_back(file: CaseFile) -> str:
    """Say why nothing on him is passed on; a bar without a reason bars as well."""
    details = file.details
    return (details.do_not_transmit_reason or "–") if details.do_not_transmit else ""


# --- places


def place_words(
    place: PlaceView | None, as_reported: str = "", precision: PlacePrecision | None = None
) -> PlaceWords | None:
    """Give a place as papers name it, or None where nothing is known of it."""
    if place is None and not as_reported:
        return None
    told = precision.value if precision and precision is not PlacePrecision.UNKNOWN else ""
    if place is None:
        return PlaceWords(as_reported=as_reported, precision=told)
    first = {lang: _first(place, lang) for lang in ("en", "hy", "ru", "az")}
    shown = set(first.values())
    return PlaceWords(
        names=Wording(**first),
        region=Wording(en=place.district_en, hy=place.district_hy, ru=place.district_ru),
        as_reported=as_reported,
        precision=told,
        also_called=tuple(dict.fromkeys(n.name for n in place.names if n.name not in shown)),
        coordinates=_coordinates(place),
        kind=place.kind.value,
    )


def _first(place: PlaceView, lang: str) -> str:
    return next((n.name for n in place.names if n.lang == lang), "")


def _coordinates(place: PlaceView) -> str:
    if place.lat is None or place.lon is None:
        return ""
    north = "N" if place.lat >= 0 else "S"
    east = "E" if place.lon >= 0 else "W"
    return f"{abs(place.lat):.4f} {north}, {abs(place.lon):.4f} {east}"


def _places(file: CaseFile, book: StatementBook) -> Iterator[PlaceLine]:
    for event in file.events:
        words = place_words(event.place, event.place_as_reported, event.place_precision)
        if words and event.stands and event.code.group in _WHEREABOUTS:
            yield PlaceLine(
                place=words,
                code=event.code.value,
                when=event.shown_date,
                cites=book.cites(event.assertions),
                point=_point(event.place),
            )


def _point(place: PlaceView | None) -> Point | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    return Point(place.lat, place.lon, place.coord_precision_m)


# --- who he is


def _identity(file: CaseFile, facts: CitedFacts) -> Identity:
    details, person = file.details, file.case_id
    names = tuple(_printed_name(view, facts) for view in _in_order(file.names))
    if not names:
        names = (PrintedName(script=Script.LATIN.value, written=file.figure_label),)
    described = {
        "HEIGHT": f"{details.height_cm} cm" if details.height_cm else "",
        "BUILD": details.build,
        "HAIR": details.hair,
        "EYES": details.eyes,
        "MARKS": details.marks,
        "BLOOD_GROUP": details.blood_group,
    }
    field_of = {"HEIGHT": "height_cm"}
    return Identity(
        names=names,
        own_script=names[0].script,
        sex="" if details.sex is Sex.UNKNOWN else details.sex.value,
        born=facts.date(person, "birth", details.birth),
        born_place=facts.known(
            person,
            "birth_place",
            place_words(file.birth_place, details.birth_place_as_reported),
            lambda said: PlaceWords(as_reported=said),
        ),
        residence=facts.known(
            person, "home_place", place_words(file.home_place), lambda s: PlaceWords(as_reported=s)
        ),
        address=facts.text(person, "home_address", details.home_address),
        nationality=facts.text(person, "nationality", details.nationality),
        occupation=facts.text(person, "occupation", details.occupation),
        documents=tuple(
            IdentityDocument(
                kind=view.details.kind.value,
                number=view.details.value,
                issuer=view.details.issuer,
                cites=facts.cites(view.id, "value"),
            )
            for view in file.identifiers
            if view.details.kind not in _NOT_HIS_PAPERS
        ),
        description=tuple(
            Described(feature, facts.text(person, field_of.get(feature, feature.lower()), words))
            for feature, words in described.items()
            if words
        ),
    )


def _in_order(names: tuple[NameView, ...]) -> list[NameView]:
    """Put the accepted form of each script first, the own script leading, the others after."""

    def accepted(view: NameView) -> bool:
        return view.form.is_primary

    def rank(view: NameView) -> int:
        return _SCRIPTS.index(view.form.script or Script.OTHER)

    return sorted(names, key=lambda v: (not accepted(v), rank(v)))


def _printed_name(view: NameView, facts: CitedFacts) -> PrintedName:
    form = view.form
    accepted = form.is_primary and form.kind is NameKind.OFFICIAL
    parted = bool(form.family or form.given)
    return PrintedName(
        script=(form.script or Script.OTHER).value,
        family=form.family,
        given=form.given,
        patronymic=form.patronymic,
        father=form.patronymic_base,
        written="" if parted else form.full_as_written,
        kind="" if accepted or form.is_primary else form.kind.value,
        cites=facts.cites(view.id, "name"),
    )


def _service(file: CaseFile, facts: CitedFacts) -> Service:
    number = next(
        (i for i in file.identifiers if i.details.kind is IdentifierKind.SERVICE_NUMBER), None
    )
    personal = facts.text(number.id, "value", number.details.value) if number else Known[str]()
    gc3 = file.details.gc3_category
    category = facts.text(
        file.case_id, "gc3_category", "" if gc3 is Gc3Category.UNKNOWN else gc3.value
    )
    if not file.service:
        return Service(personal_number=personal, gc3_category=category)
    record = file.service[0]
    details = record.details
    kind = details.service_type
    unit = Wording(
        en=record.unit_en or details.unit_as_written, hy=record.unit_hy, ru=record.unit_ru
    )
    return Service(
        rank=facts.text(record.id, "rank", details.rank or details.rank_as_written),
        service_type=facts.text(
            record.id, "service_type", "" if kind is ServiceType.UNKNOWN else kind.value
        ),
        since=facts.date(record.id, "since", details.since),
        unit=facts.known(
            record.id, "unit", unit if unit.best("en") else None, lambda said: Wording(en=said)
        ),
        post=facts.text(record.id, "duty", details.duty),
        personal_number=personal,
        gc3_category=category,
    )


def _family(file: CaseFile, facts: CitedFacts) -> Iterator[Relative]:
    for view in file.relatives:
        one = view.details
        yield Relative(
            relation=one.relation.value,
            name=one.full_name,
            birth_family=one.maiden_name,
            contact=one.phone,
            address=one.address,
            email=one.email,
            languages=one.languages,
            may_be_told=one.may_be_told.value,
            notification_address=one.is_notification_address,
            notify=one.is_person_to_be_informed,
            reporter=one.is_reporter,
            cites=facts.cites(view.id, "full_name"),
        )


# --- what happened


def _event_line(event: EventView, book: StatementBook) -> EventLine:
    standing = [a for a in event.assertions if a.withdrawn_at is None]
    quoted = next((a for a in standing if a.words), None)
    why = event.withdrawn_reason
    return EventLine(
        key=str(event.id),
        code=event.code.value,
        date=event.shown_date,
        cites=book.cites(event.assertions),
        place=place_words(event.place, event.place_as_reported, event.place_precision),
        words=event.narrative,
        words_releasable=event.narrative_releasable,
        particulars=event.particulars,
        verbatim=quoted.words if quoted else "",
        words_lang=quoted.words_lang if quoted else "",
        level=event.level,
        disputed=event.accounts_differ,
        withdrawn=not event.stands,
        withdrawn_why=why,
    )


def _differing_events(file: CaseFile, book: StatementBook) -> Iterator[Disagreement]:
    for event in file.events:
        accounts = [a for a in event.assertions if a.withdrawn_at is None and _own_account(a)]
        if not event.accounts_differ or not accounts:
            continue
        accounts.sort(key=lambda a: (a.said.sort_key, a.id))
        yield Disagreement(
            about=event.code.value,
            accounts=tuple(
                Account(
                    cite=book.cite(a),
                    date=a.account if a.account.edtf else None,
                    place=place_words(a.account_place, a.account_place_as_reported),
                    condition=a.account_condition,
                    verbatim=a.words,
                    taken=a.id == event.preferred_assertion_id,
                )
                for a in accounts
            ),
            meanwhile_date=event.shown_date,
            meanwhile_place=place_words(
                event.place, event.place_as_reported, event.place_precision
            ),
        )


def _own_account(said: AssertionView) -> bool:
    return bool(
        said.account.edtf
        or said.account_place
        or said.account_place_as_reported
        or said.account_condition
    )
