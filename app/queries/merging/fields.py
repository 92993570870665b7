"""Which columns of a file stand for what is chosen when two files prove to be one man."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.cases import Case
from models.people import Person
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import Gc3Category, Sex

_NOTHING = (None, "", Sex.UNKNOWN, Gc3Category.UNKNOWN)


@dataclass(frozen=True, slots=True)
class FieldOf:
    """The attributes that are one field: they are taken from one file together."""

    kind: type[Person | Case]
    attributes: tuple[str, ...]
    #: Long text: of two, both are kept, one after the other.
    text: bool = False

    def read(self, person: Person, case: Case) -> tuple[object, ...]:
        """Give what a file says."""
        row = person if self.kind is Person else case
        return tuple(getattr(row, attribute) for attribute in self.attributes)


FIELDS: Mapping[MergeField, FieldOf] = {
    MergeField.FIGURE: FieldOf(Person, ("figure_label",)),
    MergeField.SEX: FieldOf(Person, ("sex",)),
    MergeField.BIRTH: FieldOf(Person, ("birth",)),
    MergeField.BIRTH_PLACE: FieldOf(Person, ("birth_place_id", "birth_place_as_reported")),
    MergeField.HOME: FieldOf(Person, ("home_place_id", "home_address")),
    MergeField.NATIONALITY: FieldOf(Person, ("nationality",)),
    MergeField.OCCUPATION: FieldOf(Person, ("occupation",)),
    MergeField.CATEGORY: FieldOf(Person, ("gc3_category",)),
    MergeField.CATEGORY_CLAIMED: FieldOf(Person, ("category_claimed_by_power",)),
    MergeField.HEIGHT: FieldOf(Person, ("height_cm",)),
    MergeField.BUILD: FieldOf(Person, ("build",)),
    MergeField.HAIR: FieldOf(Person, ("hair",)),
    MergeField.EYES: FieldOf(Person, ("eyes",)),
    MergeField.MARKS: FieldOf(Person, ("marks",), text=True),
    MergeField.BLOOD_GROUP: FieldOf(Person, ("blood_group",)),
    MergeField.PORTRAIT: FieldOf(Person, ("portrait_id",)),
    MergeField.INCIDENT: FieldOf(Case, ("incident_id", "position_id")),
    MergeField.OFFICER: FieldOf(Case, ("officer_id",)),
    MergeField.CIRCUMSTANCES: FieldOf(Case, ("circumstances",), text=True),
    MergeField.CIRCUMSTANCES_RELEASABLE: FieldOf(Case, ("circumstances_releasable",), text=True),
    MergeField.RESPONSIBLE: FieldOf(Case, ("believed_responsible",)),
    MergeField.STEPS_TAKEN: FieldOf(Case, ("steps_taken",), text=True),
    MergeField.REMARK: FieldOf(Case, ("remark",), text=True),
}
"""All but whose names and whose service stand first: those are rows of their own, and all stay."""

LED = (MergeField.NAME, MergeField.SERVICE)
"""Rows of both files are kept; what is chosen is whose come first."""


def says_nothing(value: tuple[object, ...]) -> bool:
    """Say whether a file leaves a field open."""
    return all(_is_nothing(one) for one in value)


def _is_nothing(value: object) -> bool:
    if isinstance(value, PartialDate):
        return value.edtf is None and not value.text
    return value in _NOTHING


def proposed(field: MergeField, ours: tuple[object, ...], theirs: tuple[object, ...]) -> Whose:
    """Give what is kept unless a person chooses otherwise: what is known, of long texts both."""
    if ours == theirs or says_nothing(theirs):
        return Whose.SURVIVOR
    if says_nothing(ours):
        return Whose.ABSORBED
    return Whose.BOTH if field in FIELDS and FIELDS[field].text else Whose.SURVIVOR


def field_of_column(table: str, column: str) -> MergeField | None:
    """Give the field a column of the history belongs to; None for what nobody chooses."""
    for field, columns in FIELDS.items():
        if columns.kind.__tablename__ != table:
            continue
        if any(column == one or column.startswith(f"{one}_") for one in columns.attributes):
            return field
    return None
