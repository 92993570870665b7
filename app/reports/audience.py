"""Who reads a paper, which sections he gets and which classes of fact may reach him.

The section matrix and the classes of fields of `domain.md` 6 are data here; what a reader may not
see is taken out of the case before any `Document` is made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from app.errors import NoSuchPaper
from app.shapes.case_report import CaseReport
from models.vocabulary.papers import Audience


class FieldClass(StrEnum):
    """How far a fact may travel (`domain.md` 6.0)."""

    PUBLIC = "P"
    RESTRICTED = "R"
    CONFIDENTIAL = "C"
    SPECIAL = "S"
    NEVER_OUT = "X"


class Section(StrEnum):
    """The parts a paper is made of, each made by one function."""

    ANSWERS = "answers"
    IDENTITY = "identity"
    SERVICE = "service"
    FAMILY = "family"
    CIRCUMSTANCES = "circumstances"
    TIMELINE = "timeline"
    ACCOUNTS = "accounts"
    PLACES = "places"
    EXHIBITS = "exhibits"
    GAPS = "gaps"
    CERTIFICATION = "certification"


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: its template, its sections in order, and what its reader may see."""

    audience: Audience
    template: str
    version: str
    sections: tuple[Section, ...]
    may_see: frozenset[FieldClass]


PAPERS: Mapping[Audience, Paper] = {
    Audience.INTERNAL: Paper(
        audience=Audience.INTERNAL,
        template="internal-file",
        version="1.0",
        sections=tuple(Section),
        may_see=frozenset(FieldClass),
    ),
}

_C = FieldClass

# The class of a field is that of the most guarded thing in it. What is not named here is public.
FIELD_CLASSES: Mapping[str, FieldClass] = {
    "CaseReport.statements": _C.CONFIDENTIAL,
    "CaseReport.exhibits": _C.CONFIDENTIAL,
    "CaseReport.family": _C.CONFIDENTIAL,
    "CaseReport.disagreements": _C.CONFIDENTIAL,
    "CaseReport.places": _C.RESTRICTED,
    "CaseReport.circumstances": _C.CONFIDENTIAL,
    "CaseReport.events": _C.CONFIDENTIAL,
    "CaseReport.service": _C.RESTRICTED,
    "CaseReport.photo": _C.RESTRICTED,
    "CaseReport.open_questions": _C.NEVER_OUT,
    "CaseReport.minimum_missing": _C.NEVER_OUT,
    "CaseReport.case_officer": _C.NEVER_OUT,
    "Identity.names": _C.RESTRICTED,
    "Identity.born": _C.RESTRICTED,
    "Identity.born_place": _C.RESTRICTED,
    "Identity.residence": _C.RESTRICTED,
    "Identity.address": _C.CONFIDENTIAL,
    "Identity.occupation": _C.RESTRICTED,
    "Identity.documents": _C.RESTRICTED,
    "Identity.description": _C.SPECIAL,
}


def paper_for(audience: Audience) -> Paper:
    """Return the document of an audience; raises NoSuchPaper."""
    if audience not in PAPERS:
        raise NoSuchPaper(audience.value)
    return PAPERS[audience]


def for_reader(case: CaseReport, paper: Paper) -> CaseReport:
    """Return `case` without every field whose class the reader may not see."""
    if paper.may_see >= frozenset(FieldClass):
        return case
    identity = replace(case.identity, **_blanks(case.identity, paper))
    return replace(case, **{**_blanks(case, paper), "identity": identity})


def _blanks(shape: object, paper: Paper) -> dict[str, Any]:  # the defaults of any field
    kind = type(shape)
    blanks: dict[str, Any] = {}  # as above
    for field in fields(kind):  # type: ignore[arg-type]  # only our dataclasses come here
        guarded = FIELD_CLASSES.get(f"{kind.__name__}.{field.name}", _C.PUBLIC)
        if guarded not in paper.may_see:
            blanks[field.name] = () if field.default is MISSING else field.default
    return blanks
