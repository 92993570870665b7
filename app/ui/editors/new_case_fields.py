"""The fields in which a man is registered, and the request made of them; no Qt here.

Everything but a name, or the figure he is while nobody can name him, may stay empty.
"""

from collections.abc import Mapping
from uuid import UUID

from app.shapes.requests.cases import (
    IdentifierDetails,
    NameForm,
    PersonDetails,
    RegisterMan,
    RelativeDetails,
    ServiceDetails,
)
from app.shapes.requests.evidence import NewSource, RecordEvent, SaidBy
from app.ui.editors.field_specs import FieldKind, FieldSpec, Group
from app.wording.vocabulary import codes, label
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, Relation, Sex

_K = FieldKind
_KIN = frozenset(Relation) - {Relation.FRIEND, Relation.LAWYER, Relation.OTHER}

_SEXES = (Sex.UNKNOWN, Sex.MALE, Sex.FEMALE, Sex.OTHER)

NEW_CASE: tuple[Group, ...] = (
    Group(
        lambda t: t.say("Birth"),
        (
            FieldSpec("birth", lambda t: t.say("Date of birth"), _K.BIRTH, wide=True),
            FieldSpec(
                "birth_place_id",
                lambda t: t.say("Place of birth"),
                _K.PLACE,
                written="birth_place_as_reported",
                written_words=lambda t: t.say("As written"),
            ),
            FieldSpec(
                "home_place_id",
                lambda t: t.say("Where his home is"),
                _K.PLACE,
                written="home_address",
                written_words=lambda t: t.say("Address"),
            ),
            FieldSpec("sex", lambda t: t.say("Sex"), _K.CHOICE, "sex", _SEXES),
        ),
    ),
    Group(
        lambda t: t.say("Service"),
        (
            FieldSpec(
                "unit_id",
                lambda t: t.say("Unit"),
                _K.UNIT,
                written="unit_as_written",
                written_words=lambda t: t.say("Unit as written"),
            ),
            FieldSpec("rank", lambda t: t.say("Rank"), _K.CHOICE, "rank", ("", *codes("rank"))),
            FieldSpec("military_id", lambda t: t.say("Number of his military document")),
        ),
    ),
    Group(
        lambda t: t.say("Who reports"),
        (
            FieldSpec(
                "relation",
                lambda t: t.say("What he or she is to him"),
                _K.CHOICE,
                "relation",
                (None, *Relation),
            ),
            FieldSpec("full_name", lambda t: t.say("Name")),
            FieldSpec("phone", lambda t: t.say("Telephone")),
            FieldSpec("said", lambda t: t.say("Reported on"), _K.SHORT_DATE),
            FieldSpec(
                "words", lambda t: t.say("Exact words, in the language spoken"), _K.LONG, wide=True
            ),
        ),
    ),
    Group(
        lambda t: t.say("Incident"),
        (
            FieldSpec("incident_id", lambda t: t.say("Incident"), _K.INCIDENT),
            FieldSpec("position_id", lambda t: t.say("Position"), _K.POSITION),
            FieldSpec(
                "circumstances", lambda t: t.say("Circumstances, internal"), _K.LONG, wide=True
            ),
        ),
    ),
)


def registering(
    names: tuple[NameForm, ...],
    figure: str,
    values: Mapping[str, object],
    warning_reason: str = "",
) -> RegisterMan:
    """Make the request; whoever reports becomes a contact and the source of the first event."""
    return RegisterMan(
        names=names,
        figure_label=figure.strip(),
        details=_details(values),
        service=_service(values),
        identifiers=_numbers(values),
        relatives=_relatives(values),
        incident_id=_id(values, "incident_id"),
        position_id=_id(values, "position_id"),
        circumstances=_text(values, "circumstances"),
        report=_report(values, warning_reason),
    )


def left_behind(request: RegisterMan) -> tuple[str, ...]:
    """Name the fields of which a second report takes nothing into the file that is here."""
    details, service = request.details, request.service or ServiceDetails()
    typed: dict[str, object] = {
        "birth": details.birth.edtf or details.birth.text,
        "birth_place_id": details.birth_place_id or details.birth_place_as_reported,
        "home_place_id": details.home_place_id or details.home_address,
        "sex": details.sex is not Sex.UNKNOWN,
        "unit_id": service.unit_id or service.unit_as_written,
        "rank": service.rank,
        "incident_id": request.incident_id,
        "position_id": request.position_id,
        "circumstances": request.circumstances,
    }
    return tuple(field for field, said in typed.items() if said)


def _details(values: Mapping[str, object]) -> PersonDetails:
    sex, birth = values.get("sex"), values.get("birth")
    return PersonDetails(
        sex=sex if isinstance(sex, Sex) else Sex.UNKNOWN,
        birth=birth if isinstance(birth, PartialDate) else PartialDate.unknown(),
        birth_place_id=_id(values, "birth_place_id"),
        birth_place_as_reported=_text(values, "birth_place_as_reported"),
        home_place_id=_id(values, "home_place_id"),
        home_address=_text(values, "home_address"),
    )


def _service(values: Mapping[str, object]) -> ServiceDetails | None:
    rank, written = _text(values, "rank"), _text(values, "unit_as_written")
    unit = _id(values, "unit_id")
    if not (rank or written or unit):
        return None
    return ServiceDetails(rank=rank, unit_id=unit, unit_as_written=written)


def _numbers(values: Mapping[str, object]) -> tuple[IdentifierDetails, ...]:
    number = _text(values, "military_id")
    return (IdentifierDetails(IdentifierKind.MILITARY_ID, number),) if number else ()


def _relatives(values: Mapping[str, object]) -> tuple[RelativeDetails, ...]:
    name = _text(values, "full_name")
    if not name:
        return ()
    return (
        RelativeDetails(
            relation=_relation(values) or Relation.OTHER,
            full_name=name,
            phone=_text(values, "phone"),
            is_reporter=True,
        ),
    )


def _report(values: Mapping[str, object], warning_reason: str) -> RecordEvent | None:
    relation, said = _relation(values), values.get("said")
    name, words = _text(values, "full_name"), _text(values, "words")
    when = said if isinstance(said, PartialDate) else PartialDate.unknown()
    if relation is None and not (name or words or when.edtf):
        return None
    titled = relation or Relation.OTHER
    source = NewSource(
        kind=SourceKind.FAMILY if relation in _KIN else SourceKind.OTHER,
        title=label("relation", titled, "en"),
        title_hy=label("relation", titled, "hy"),
        title_ru=label("relation", titled, "ru"),
        sealed_name=name,
        contact=_text(values, "phone"),
    )
    particulars = {Extra.REPORTER.value: name, Extra.RELATION.value: relation or ""}
    return RecordEvent(
        case_ids=(),
        code=EventCode.E01,
        occurred=when,
        particulars={key: value for key, value in particulars.items() if value},
        said_by=(SaidBy(source=source, said=when, words=words),),
        warning_reason=warning_reason.strip(),
    )


def _relation(values: Mapping[str, object]) -> Relation | None:
    relation = values.get("relation")
    return relation if isinstance(relation, Relation) else None


def _text(values: Mapping[str, object], name: str) -> str:
    return str(values.get(name) or "").strip()


def _id(values: Mapping[str, object], name: str) -> UUID | None:
    found = values.get(name)
    return found if isinstance(found, UUID) else None
