"""Describe a form by its fields, so that each part of a file is a table and not a page of code."""

from dataclasses import dataclass
from enum import StrEnum

from app.ui.widgets.kit import Words


class FieldKind(StrEnum):
    """How a field is entered."""

    LINE = "line"
    LONG = "long"
    TWO_VERSIONS = "two_versions"
    NUMBER = "number"
    CHOICE = "choice"
    TICK = "tick"
    DATE = "date"
    BIRTH = "birth"
    SHORT_DATE = "short_date"
    PLACE = "place"
    UNIT = "unit"
    INCIDENT = "incident"
    POSITION = "position"


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One field: its name in the shape, what it is called, how it is entered.

    `choices` are codes of `vocabulary` ("" and None stand for "not said"); `written` names the
    field that keeps the words of a place or a unit as they were said, or a text as it may leave.
    """

    name: str
    words: Words
    kind: FieldKind = FieldKind.LINE
    vocabulary: str = ""
    choices: tuple[object, ...] = ()
    written: str = ""
    written_words: Words = ""
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that stand together under one name."""

    words: Words
    fields: tuple[FieldSpec, ...]


def names_of(groups: tuple[Group, ...]) -> tuple[str, ...]:
    """List the names of all fields of a form, words as said included."""
    names: list[str] = []
    for group in groups:
        for spec in group.fields:
            names += [spec.name, spec.written] if spec.written else [spec.name]
    return tuple(names)
