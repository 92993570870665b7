"""Turns what the sample tells into what staff would ask of the use cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from app.jobs.sample.content import SampleEvent, SampleMan, SampleSaid
from app.services.places.toml_table import Table
from app.shapes.requests.cases import (
    IdentifierDetails,
    NameForm,
    PersonDetails,
    RegisterMan,
    RelativeDetails,
    ServiceDetails,
)
from app.shapes.requests.evidence import UNKNOWN_DATE, NewSource, RecordEvent, SaidBy
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import (
    Gc3Category,
    IdentifierKind,
    NameKind,
    NameOrder,
    Relation,
    ServiceType,
    Sex,
)

#: How relatives are called in the sample's files.
RELATIVES = {
    "mother": Relation.MOTHER,
    "father": Relation.FATHER,
    "wife": Relation.WIFE,
    "brother": Relation.BROTHER,
    "sister": Relation.SISTER,
    "son": Relation.SON,
    "daughter": Relation.DAUGHTER,
    "grandparent": Relation.GRANDPARENT,
    "uncle": Relation.UNCLE_AUNT,
    "cousin": Relation.COUSIN,
    "friend": Relation.FRIEND,
}
_PAPERS = {"military_id": IdentifierKind.MILITARY_ID, "passport": IdentifierKind.PASSPORT}
_UNARMED = frozenset({ServiceType.CIVIL_STAFF, ServiceType.UNKNOWN})
_PARTS_OF_A_NAME = 3


@dataclass(slots=True)
class Known:
    """Ids that the register has given so far, by the keys of the sample's files."""

    places: dict[str, UUID] = field(default_factory=dict)
    sources: dict[str, UUID] = field(default_factory=dict)
    units: dict[str, UUID] = field(default_factory=dict)
    positions: dict[str, UUID] = field(default_factory=dict)
    unit_of_position: dict[str, str] = field(default_factory=dict)
    handovers: dict[str, UUID] = field(default_factory=dict)
    cases: dict[str, UUID] = field(default_factory=dict)
    incident: UUID | None = None

    def source(self, by: str, number: str) -> UUID:
        """Give a source; a relative is one of the man whose case it is."""
        return self.sources[f"{number} {by}" if by in RELATIVES else by]

    def place(self, key: str) -> UUID | None:
        """Give a place; none for no key."""
        return self.places[key] if key else None


def source_asked(source: Table) -> NewSource:
    """Describe a source of the list of sources."""
    title, title_hy, title_ru = source.three("title")
    return NewSource(
        kind=SourceKind(source.text("kind")),
        title=title,
        title_hy=title_hy,
        title_ru=title_ru,
        code=source.text("code"),
        confidential=source.flag("confidential"),
    )


def relative_as_source(words: Table, by: str, man: SampleMan) -> NewSource:
    """Describe a relative who speaks of a man; the title names the case, not the family."""
    title, title_hy, title_ru = words.three(RELATIVES[by])
    return NewSource(
        kind=SourceKind.OTHER if by == "friend" else SourceKind.FAMILY,
        title=f"{title} ({man.number})",
        title_hy=f"{title_hy} ({man.number})",
        title_ru=f"{title_ru} ({man.number})",
    )


def said_by(said: SampleSaid, known: Known, number: str = "") -> SaidBy:
    """Describe what a source says."""
    return SaidBy(
        source=known.source(said.by, number),
        said=said.on,
        words=said.words,
        words_lang=said.words_lang,
        reliability=said.reliability,
        credibility=said.credibility,
        independence_group=said.group,
        coerced=said.coerced,
        account=said.account,
        account_place_id=known.place(said.account_place),
        account_condition=said.account_condition,
        locator=said.locator,
    )


def event_asked(event: SampleEvent, known: Known, man: SampleMan | None = None) -> RecordEvent:
    """Describe an event of one man, or of those it names."""
    number = man.number if man else ""
    # The report that opens a case has none yet.
    men = event.men or ((number,) if number in known.cases else ())
    return RecordEvent(
        case_ids=tuple(known.cases[one] for one in men),
        code=event.code,
        occurred=event.occurred,
        place_id=known.place(event.place),
        place_precision=event.precision,
        place_as_reported=event.as_reported,
        narrative=event.narrative,
        particulars=dict(event.particulars) or _who_reports(event, man),
        figure=event.figure,
        says=event.says,
        traits=event.traits,
        basis=event.basis,
        reply_due=event.due,
        authenticity=event.authenticity,
        evidence_class=event.evidence_class,
        name_only=event.name_only,
        homonym=event.homonym,
        signed_off=event.signed_off,
        warning_reason=event.warning_reason,
        said_by=tuple(said_by(one, known, number) for one in event.said),
    )


def _who_reports(event: SampleEvent, man: SampleMan | None) -> dict[str, str]:
    if man is None or event.code is not EventCode.E01:
        return {}
    relation = RELATIVES[event.said[0].by]
    reporter = next(one for one in _relatives(man) if one.relation is relation)
    return {Extra.REPORTER: reporter.full_name, Extra.RELATION: relation}


def man_asked(man: SampleMan, known: Known) -> RegisterMan:
    """Describe the man as he is registered, with the report that opens his case."""
    told = man.told
    return RegisterMan(
        names=tuple(_names(told)),
        figure_label=told.text("figure"),
        details=_details(man, known),
        service=_service(told, known),
        identifiers=tuple(
            IdentifierDetails(kind, told.text(key)) for key, kind in _PAPERS.items() if key in told
        ),
        relatives=_relatives(man),
        incident_id=known.incident if man.in_incident else None,
        position_id=known.positions.get(told.text("position")),
        circumstances=told.text("circumstances"),
        number=man.number,
        report=event_asked(man.report, known, man) if man.report else None,
    )


def _names(told: Table) -> list[NameForm]:
    fathers = told.texts("father")
    official = []
    for at, lang in enumerate(("hy", "ru", "en")):
        if lang in told:
            parts = told.text(lang).split()
            official.append(
                NameForm(
                    family=parts[0],
                    given=parts[1],
                    patronymic=parts[2] if len(parts) == _PARTS_OF_A_NAME else "",
                    patronymic_base=fathers[at] if fathers else "",
                    lang=lang,
                    order=NameOrder.FGP if len(parts) == _PARTS_OF_A_NAME else NameOrder.FG,
                    checked="passport" in told,
                )
            )
    return [*official, *(other_name(one) for one in told.tables("other_names"))]


def other_name(told: Table) -> NameForm:
    """Describe a further form of a name."""
    return NameForm(
        family=told.text("family"),
        given=told.text("given"),
        patronymic=told.text("patronymic"),
        patronymic_base=told.text("father"),
        full_as_written=told.text("full"),
        lang=told.text("lang"),
        kind=NameKind(told.text("kind")),
        order=NameOrder(told.text("order", NameOrder.FGP)),
        is_primary=False,
    )


def _details(man: SampleMan, known: Known) -> PersonDetails:
    told = man.told
    service = ServiceType(told.text("service", ServiceType.UNKNOWN))
    usual = Gc3Category.UNKNOWN if service in _UNARMED else Gc3Category.A3
    return PersonDetails(
        sex=Sex(told.text("sex", Sex.MALE)),
        birth=man.born,
        birth_place_id=known.place(told.text("birth_place")),
        home_place_id=known.place(told.text("home")),
        home_address=told.text("address"),
        nationality=told.text("nationality"),
        occupation=told.text("occupation"),
        gc3_category=Gc3Category(told.text("category", usual)),
        category_claimed_by_power=told.text("category_claimed"),
        height_cm=told.number("height"),
        build=told.text("build"),
        hair=told.text("hair"),
        eyes=told.text("eyes"),
        marks=told.text("marks"),
        blood_group=told.text("blood"),
    )


def _service(told: Table, known: Known) -> ServiceDetails | None:
    unit = told.text("unit") or known.unit_of_position.get(told.text("position"), "")
    if not unit and "service" not in told:
        return None
    since = told.text("serving_since")
    return ServiceDetails(
        service_type=ServiceType(told.text("service", ServiceType.UNKNOWN)),
        rank=told.text("rank"),
        unit_id=known.units.get(unit),
        duty=told.text("duty"),
        since=PartialDate.parse_edtf(since) if since else UNKNOWN_DATE,
    )


def _relatives(man: SampleMan) -> tuple[RelativeDetails, ...]:
    reporter = RELATIVES.get(man.report.said[0].by) if man.report else None
    return tuple(
        RelativeDetails(
            relation=Relation(told.text("relation")),
            full_name=told.text("name"),
            maiden_name=told.text("maiden"),
            phone=told.text("phone"),
            address=told.text("address"),
            languages=told.text("languages"),
            is_person_to_be_informed=told.flag("informed"),
            is_notification_address=told.flag("notify"),
            is_reporter=told.text("relation") == reporter,
            remark=told.text("remark"),
        )
        for told in man.told.tables("relatives")
    )
