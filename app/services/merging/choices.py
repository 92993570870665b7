"""Writes what was chosen where two files say differently; the other word is kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.queries.merging.fields import FIELDS, FieldOf, proposed
from app.services.merging.rows import lead
from app.services.typed_text import prose
from models.cases import Case
from models.events import Citation
from models.people import Person, PersonName, Relative, ServiceRecord
from models.places import PlaceName
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.partial_date import PartialDate

_STATES = 600


@dataclass(frozen=True, slots=True)
class File:
    """A file with its person."""

    case: Case
    person: Person

    def says(self, field: FieldOf) -> tuple[object, ...]:
        """Give what it says."""
        return field.read(self.person, self.case)

    def write(self, field: FieldOf, value: tuple[object, ...]) -> None:
        """Let it say something else."""
        row = self.person if field.kind is Person else self.case
        for attribute, one in zip(field.attributes, value, strict=True):
            setattr(row, attribute, one)


def write_choices(
    uow: UnitOfWork, ours: File, theirs: File, choices: Mapping[MergeField, Whose]
) -> None:
    """Write what is kept into the survivor, and let sources say what they said.

    Called before anything came over.

    Raises:
        BadInput: both was asked of what is not a long text, or the two are too long together.
    """
    for field, columns in FIELDS.items():
        first, second = ours.says(columns), theirs.says(columns)
        whose = choices.get(field, proposed(field, first, second))
        if first == second:
            continue
        kept = _kept(columns, ours, theirs, whose)
        if not columns.text:
            _let_sources_differ(uow, ours.person.id, columns, first, kept)
            _let_sources_differ(uow, theirs.person.id, columns, second, kept)
        if kept != first:
            ours.write(columns, kept)
    _be_careful(ours, theirs)
    _choose_who_leads(uow, ours.person.id, theirs.person.id, choices)


def _kept(columns: FieldOf, ours: File, theirs: File, whose: Whose) -> tuple[object, ...]:
    first, second = ours.says(columns), theirs.says(columns)
    if whose is not Whose.BOTH:
        return first if whose is Whose.SURVIVOR else second
    if not columns.text:
        raise BadInput("choice", "unknown")
    one, other = str(first[0]), str(second[0])
    if other in one:
        return first
    if one in other:
        return second
    whole = f"{one}\n\n{theirs.case.number}: {other}"
    return (prose(whole, columns.attributes[0]),)


def _let_sources_differ(
    uow: UnitOfWork,
    person_id: UUID,
    columns: FieldOf,
    said: tuple[object, ...],
    kept: tuple[object, ...],
) -> None:
    """Let what agreed with a file's own word state that word, now that another is kept.

    And the other way round: what stated the word that is kept now agrees with it.
    """
    rows = uow.session.scalars(
        select(Citation).where(
            Citation.subject_id == person_id, Citation.field.in_(columns.attributes)
        )
    ).all()
    before, now = _in_words(uow, said), _in_words(uow, kept)
    for citation in rows:
        if not citation.states and said != kept:
            citation.states = before[:_STATES]
        elif citation.states and citation.states == now:
            citation.states = ""


def _in_words(uow: UnitOfWork, value: Iterable[object]) -> str:
    return next(filter(None, (_word(uow, one) for one in value)), "")


def _word(uow: UnitOfWork, value: object) -> str:
    if isinstance(value, PartialDate):
        return value.edtf or value.text
    if isinstance(value, UUID):
        first = (
            select(PlaceName.name)
            .where(PlaceName.place_id == value)
            .order_by(PlaceName.position)
            .limit(1)
        )
        return uow.session.scalar(first) or ""
    return "" if value is None else str(value)


def _be_careful(ours: File, theirs: File) -> None:
    """Keep what guards a man, whichever file says so; nobody chooses here."""
    ours.case.urgent = ours.case.urgent or theirs.case.urgent
    limited = ours.case.access_limited or theirs.case.access_limited
    ours.case.access_limited = theirs.case.access_limited = limited
    if theirs.person.do_not_transmit:
        reasons = (ours.person.do_not_transmit_reason, theirs.person.do_not_transmit_reason)
        said = " / ".join(dict.fromkeys(filter(None, reasons)))
        ours.person.do_not_transmit = True
        ours.person.do_not_transmit_reason = said[:500]


def _choose_who_leads(
    uow: UnitOfWork, ours: UUID, theirs: UUID, choices: Mapping[MergeField, Whose]
) -> None:
    for field, kind in ((MergeField.NAME, PersonName), (MergeField.SERVICE, ServiceRecord)):
        if choices.get(field) is Whose.ABSORBED:
            lead(uow, kind, theirs, ours)
        else:
            lead(uow, kind, ours, theirs)
    lead(uow, Relative, ours, theirs)
