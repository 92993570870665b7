"""Lays what two files say beside each other, row by row, and says how it goes together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.queries.merging.fields import FIELDS, says_nothing
from app.search.fold import fold
from app.shapes.case_file import CaseFile
from app.shapes.exhibits import ExhibitRow
from app.shapes.merging import Thing
from app.shapes.side_by_side import (
    Coded,
    FieldRow,
    How,
    ListRow,
    PlaceSaid,
    Said,
    SideEvent,
    Titled,
)
from models.cases import Case
from models.people import Person
from models.vocabulary.merging import MergeField
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, Relation, Script


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two files with the rows behind it."""

    file: CaseFile
    case: Case
    person: Person
    exhibits: tuple[ExhibitRow, ...]
    #: Number of the exhibit that stands for him.
    portrait: str = ""


#: Fields in the order in which a person compares them.
_SAID: dict[MergeField, Callable[[Side], Said]] = {
    MergeField.FIGURE: lambda s: s.file.figure_label,
    MergeField.BIRTH: lambda s: s.file.details.birth,
    MergeField.BIRTH_PLACE: lambda s: PlaceSaid(
        s.file.birth_place, s.file.details.birth_place_as_reported
    ),
    MergeField.SEX: lambda s: Coded("sex", s.file.details.sex.value),
    MergeField.HOME: lambda s: PlaceSaid(s.file.home_place, s.file.details.home_address),
    MergeField.NATIONALITY: lambda s: s.file.details.nationality,
    MergeField.OCCUPATION: lambda s: s.file.details.occupation,
    MergeField.CATEGORY: lambda s: Coded("gc3_category", s.file.details.gc3_category.value),
    MergeField.CATEGORY_CLAIMED: lambda s: s.file.details.category_claimed_by_power,
    MergeField.HEIGHT: lambda s: str(s.file.details.height_cm or ""),
    MergeField.BUILD: lambda s: s.file.details.build,
    MergeField.HAIR: lambda s: s.file.details.hair,
    MergeField.EYES: lambda s: s.file.details.eyes,
    MergeField.MARKS: lambda s: s.file.details.marks,
    MergeField.BLOOD_GROUP: lambda s: s.file.details.blood_group,
    MergeField.PORTRAIT: lambda s: s.portrait,
    MergeField.INCIDENT: lambda s: Titled(
        s.file.incident_number,
        s.file.incident_title,
        s.file.incident_title_hy,
        s.file.incident_title_ru,
    ),
    MergeField.OFFICER: lambda s: s.file.officer,
    MergeField.CIRCUMSTANCES: lambda s: s.file.circumstances,
    MergeField.CIRCUMSTANCES_RELEASABLE: lambda s: s.file.circumstances_releasable,
    MergeField.RESPONSIBLE: lambda s: s.file.believed_responsible,
    MergeField.STEPS_TAKEN: lambda s: s.file.steps_taken,
    MergeField.REMARK: lambda s: s.file.remark,
}


def field_rows(first: Side, second: Side) -> Iterator[FieldRow]:
    """Give the fields of which either file says something."""
    yield from _leading(MergeField.NAME, _first_name(first), _first_name(second))
    for field, said in _SAID.items():
        columns = FIELDS[field]
        ours = columns.read(first.person, first.case)
        theirs = columns.read(second.person, second.case)
        if says_nothing(ours) and says_nothing(theirs):
            continue
        yield FieldRow(
            field,
            _how(ours, theirs, nothing=says_nothing),
            None if says_nothing(ours) else said(first),
            None if says_nothing(theirs) else said(second),
        )
    yield from _leading(MergeField.SERVICE, _first_service(first), _first_service(second))


def _leading(field: MergeField, ours: str, theirs: str) -> Iterator[FieldRow]:
    if ours or theirs:
        how = _how(ours, theirs, nothing=lambda said: not said)
        yield FieldRow(field, how, ours or None, theirs or None)


def _how[T](ours: T, theirs: T, *, nothing: Callable[[T], bool]) -> How:
    if nothing(theirs):
        return How.ONLY_FIRST
    if nothing(ours):
        return How.ONLY_SECOND
    return How.SAME if _plain(ours) == _plain(theirs) else How.DIFFERS


def _plain(value: object) -> object:
    """Compare what is said, not how a clerk wrote it."""
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    if isinstance(value, PartialDate):
        return value.edtf or fold(value.text)
    return fold(value) if isinstance(value, str) else value


def _first_name(side: Side) -> str:
    return side.file.names[0].form.full_as_written if side.file.names else ""


def _first_service(side: Side) -> str:
    if not side.file.service:
        return ""
    record = side.file.service[0]
    parts = (record.details.rank_as_written, record.details.unit_as_written or record.unit_en)
    return ", ".join(filter(None, parts))


def list_rows(first: Side, second: Side) -> Iterator[ListRow]:
    """Give the things of which both files' are kept."""
    for script in Script:
        kind = Coded("script", script.value)
        yield from _row(Thing.NAMES, kind, _names(first, script), _names(second, script))
    yield from _row(Thing.SERVICE, None, _service(first), _service(second))
    for number in IdentifierKind:
        kind = Coded("identifier_kind", number.value)
        yield from _row(Thing.NUMBERS, kind, _numbers(first, number), _numbers(second, number))
    for relation in Relation:
        kind = Coded("relation", relation.value)
        yield from _row(
            Thing.RELATIVES, kind, _relatives(first, relation), _relatives(second, relation)
        )
    yield from _row(Thing.EXHIBITS, None, _exhibits(first), _exhibits(second))


def _row(
    thing: Thing, kind: Coded | None, ours: Sequence[Said], theirs: Sequence[Said]
) -> Iterator[ListRow]:
    if not ours and not theirs:
        return
    if not theirs:
        how = How.ONLY_FIRST
    elif not ours:
        how = How.ONLY_SECOND
    else:
        how = How.SAME if _all(ours) == _all(theirs) else How.DIFFERS
    yield ListRow(thing, kind, how, tuple(ours), tuple(theirs))


def _all(said: Iterable[Said]) -> frozenset[object]:
    return frozenset(map(_plain, said))


def _names(side: Side, script: Script) -> list[Said]:
    forms = (view.form for view in side.file.names)
    return [form.full_as_written for form in forms if form.script is script]


def _service(side: Side) -> list[Said]:
    found: list[Said] = []
    for record in side.file.service:
        details = record.details
        unit = details.unit_as_written or record.unit_en
        words = ", ".join(filter(None, (details.rank_as_written, unit, details.duty)))
        found.append(Coded("rank", details.rank, words) if details.rank else words)
    return found


def _numbers(side: Side, kind: IdentifierKind) -> list[Said]:
    numbers = (view.details for view in side.file.identifiers)
    return [
        ", ".join(filter(None, (number.value, number.scope)))
        for number in numbers
        if number.kind is kind
    ]


def _relatives(side: Side, relation: Relation) -> list[Said]:
    people = (view.details for view in side.file.relatives)
    return [
        ", ".join(filter(None, (one.full_name, one.phone)))
        for one in people
        if one.relation is relation
    ]


def _exhibits(side: Side) -> list[Said]:
    return [Titled(row.number, row.title) for row in side.exhibits]


def one_time_line(first: CaseFile, second: CaseFile) -> tuple[SideEvent, ...]:
    """Give the events of both by day of occurrence; struck-out ones are left out."""
    events = [
        SideEvent(which, event)
        for which, file in ((1, first), (2, second))
        for event in file.events
        if event.stands
    ]
    events.sort(key=lambda one: (one.event.shown_date.sort_key, one.which, one.event.id))
    return tuple(events)


def count_facts(side: Side) -> int:
    """Count what a file knows of him."""
    file = side.file
    said = sum(
        not says_nothing(columns.read(side.person, side.case)) for columns in FIELDS.values()
    )
    rows = (file.names, file.service, file.identifiers, file.relatives, file.events)
    more = sum(len(event.assertions) for event in file.events)
    return said + sum(map(len, rows)) + more + len(file.citations) + len(side.exhibits)
