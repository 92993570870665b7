"""Who reads a paper, which sections he gets and which classes of fact may reach him.

The section matrix and the classes of fields of `domain.md` 6 are data here; `leaving_out.py`
takes what a reader may not see out of the case before any `Document` is made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.reports.document import Format
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.families import ConsentScope
from models.vocabulary.papers import SUBJECT_ACCESS, Audience, PaperSection


class FieldClass(StrEnum):
    """How far a fact may travel (`domain.md` 6.0)."""

    PUBLIC = "P"
    RESTRICTED = "R"
    CONFIDENTIAL = "C"
    SPECIAL = "S"
    NEVER_OUT = "X"


class Extent(StrEnum):
    """How much of a section a reader gets (`domain.md` 6.1)."""

    FULL = "●"
    REDUCED = "◐"
    ABSENT = "○"


_READERS = (
    Audience.INTERNAL,
    Audience.ICRC,
    Audience.COURT,
    Audience.NEGOTIATION,
    Audience.FAMILY,
    Audience.PUBLIC,
)
_S = PaperSection

# `domain.md` 6.1, row by row; the columns are the readers in the order above. Where a row there
# gives part of a section ("enquirer", "portrait small", "own only"), it is reduced here.
_ROWS: Mapping[PaperSection, str] = {
    _S.STATUS: "●◐◐◐◐◐",
    _S.IDENTITY: "●●●●●◐",
    _S.PHOTO: "●●●◐●◐",
    _S.SERVICE: "●●●◐◐○",
    _S.FAMILY: "●◐◐○◐○",
    _S.CIRCUMSTANCES: "●●●◐◐◐",
    _S.CAPTURE: "●◐●◐◐○",
    _S.TIMELINE: "●◐●○◐◐",
    _S.REASONS: "●○◐○○○",
    _S.ACCOUNTS: "●◐●○◐○",
    _S.DETENTION: "●●●◐◐○",
    _S.HEALTH: "●◐●◐◐○",
    _S.ILL_TREATMENT: "●◐●○◐○",
    _S.PROCEEDINGS: "●◐●◐●○",
    _S.REPLIES: "●●●◐●○",
    _S.STEPS: "●●●○●○",
    _S.RETURN: "●●●●●◐",
    _S.ANTE_MORTEM: "○◐○○○○",
    _S.EXHIBITS: "●◐●○○○",
    _S.SOURCES: "●◐●○○○",
    _S.DISCLOSURES: "●◐◐○○○",
    _S.GAPS: "●◐◐○◐◐",
    _S.CERTIFICATION: "●●●●●○",
}

MATRIX: Mapping[PaperSection, Mapping[Audience, Extent]] = {
    section: dict(zip(_READERS, map(Extent, row), strict=True)) for section, row in _ROWS.items()
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One document: its template, its sections in order, and what its reader may see.

    `scope` is what a family must have agreed to before it goes out, `needs` the points of the
    minimum data set (`domain.md` 2.1) without which it may be drafted but not issued, and
    `second_person` asks for another who approves it (`domain.md` 6.2 rule 9).
    """

    audience: Audience
    template: str
    version: str
    sections: tuple[PaperSection, ...]
    may_see: frozenset[FieldClass]
    format: Format = Format.PORTRAIT
    second_person: bool = False
    scope: ConsentScope | None = None
    needs: frozenset[str] = frozenset()
    hears: frozenset[EventCode] = frozenset()  # although their class is guarded
    #: How much of each section its reader gets, where the matrix has no column for him.
    extents: Mapping[PaperSection, Extent] | None = field(default=None, hash=False)

    def extent(self, section: PaperSection) -> Extent:
        """Say how much of a section its reader gets."""
        if self.extents is not None:
            return self.extents.get(section, Extent.ABSENT)
        return MATRIX[section][self.audience]

    def with_sections(self, chosen: frozenset[PaperSection] | None) -> Paper:
        """Give the paper with only those of its sections that were chosen; None: all of them."""
        if chosen is None:
            return self
        return replace(self, sections=tuple(one for one in self.sections if one in chosen))


_C = FieldClass
_OUTSIDE = frozenset({_C.PUBLIC, _C.RESTRICTED})
_COURT = _OUTSIDE | {_C.CONFIDENTIAL, _C.SPECIAL}
_MINIMUM = frozenset({"MIN.NAME", "MIN.FATHER", "MIN.DOB", "MIN.SEX", "MIN.PLACE"})


def _sections(audience: Audience) -> tuple[PaperSection, ...]:
    return tuple(s for s in PaperSection if MATRIX[s][audience] is not Extent.ABSENT)


#: The order in which the internal file tells of a man: the answers before what they rest on.
_INTERNAL = (
    _S.STATUS, _S.PHOTO, _S.REASONS, _S.IDENTITY, _S.SERVICE, _S.FAMILY, _S.CIRCUMSTANCES,
    _S.TIMELINE, _S.CAPTURE, _S.ACCOUNTS, _S.DETENTION, _S.HEALTH, _S.ILL_TREATMENT,
    _S.PROCEEDINGS, _S.RETURN, _S.REPLIES, _S.STEPS, _S.EXHIBITS, _S.SOURCES, _S.DISCLOSURES,
    _S.GAPS, _S.CERTIFICATION,
)  # fmt: skip

PAPERS: Mapping[Audience, Paper] = {
    Audience.INTERNAL: Paper(
        audience=Audience.INTERNAL,
        template="internal-file",
        version="1.2",
        sections=_INTERNAL,
        may_see=frozenset(FieldClass),
    ),
    Audience.ICRC: Paper(
        audience=Audience.ICRC,
        template="icrc-tracing",
        version="1.0",
        sections=_sections(Audience.ICRC),
        may_see=_OUTSIDE,
        scope=ConsentScope.SHARE_ICRC,
        needs=_MINIMUM | {"MIN.RESID", "MIN.CIRC", "MIN.REPORTER"},
        # whoever looks for him must know that he needs a doctor (`domain.md` 6.1, row 12)
        hears=frozenset({EventCode.E09, EventCode.D26, EventCode.D27, EventCode.D28}),
    ),
    Audience.COURT: Paper(
        audience=Audience.COURT,
        template="court-rule39",
        version="1.0",
        sections=_sections(Audience.COURT),
        may_see=_COURT,
        format=Format.COURT,
        second_person=True,
        scope=ConsentScope.SHARE_COURT,
        needs=_MINIMUM | {"MIN.DATE", "MIN.CIRC"},
    ),
    Audience.NEGOTIATION: Paper(
        audience=Audience.NEGOTIATION,
        template="negotiation-list",
        version="1.0",
        sections=_sections(Audience.NEGOTIATION),
        may_see=_OUTSIDE,
        format=Format.LANDSCAPE,
        second_person=True,
        scope=ConsentScope.NEGOTIATION_LIST,
        needs=_MINIMUM | {"MIN.UNIT"},
    ),
    Audience.FAMILY: Paper(
        audience=Audience.FAMILY,
        template="family-letter",
        version="1.0",
        sections=_sections(Audience.FAMILY),
        may_see=_OUTSIDE,
    ),
    Audience.PUBLIC: Paper(
        audience=Audience.PUBLIC,
        template="public-notice",
        version="1.0",
        sections=_sections(Audience.PUBLIC),
        may_see=frozenset({_C.PUBLIC}),
        second_person=True,
    ),
}

#: What a man gets who asks what is held on him: all but how the office came to its answers.
_HIS_OWN: Mapping[PaperSection, Extent] = {
    **dict.fromkeys(PaperSection, Extent.FULL),
    **dict.fromkeys((_S.REASONS, _S.ACCOUNTS, _S.GAPS), Extent.ABSENT),
    _S.ANTE_MORTEM: Extent.ABSENT,  # what relatives gave of themselves
    _S.SOURCES: Extent.REDUCED,
}

#: Not a document of the matrix: he himself reads it, or who acts for him (domain.md 7.1, task 24).
OWN_DATA = Paper(
    audience=Audience.FAMILY,
    template=SUBJECT_ACCESS,
    version="1.0",
    sections=tuple(s for s in PaperSection if _HIS_OWN[s] is not Extent.ABSENT),
    may_see=_OUTSIDE | {_C.SPECIAL},
    extents=_HIS_OWN,
)

#: Which section tells of an event; its code decides before its group.
_OF_GROUP: Mapping[EventGroup, PaperSection] = {
    EventGroup.CONTACT: _S.CIRCUMSTANCES,
    EventGroup.CAPTURE: _S.CAPTURE,
    EventGroup.DETENTION: _S.DETENTION,
    EventGroup.LEGAL: _S.PROCEEDINGS,
    EventGroup.RETURN: _S.RETURN,
    EventGroup.DEATH: _S.RETURN,
    EventGroup.REMAINS: _S.RETURN,
    EventGroup.ADMIN: _S.DISCLOSURES,
}
_E = EventCode
_OF_CODE: Mapping[EventCode, PaperSection] = {
    _E.E07: _S.RETURN,
    _E.E09: _S.HEALTH,
    **dict.fromkeys((_E.C16, _E.C17, _E.C18), _S.DETENTION),
    **dict.fromkeys((_E.D20, _E.D21, _E.D22, _E.D23, _E.L49, _E.R61), _S.REPLIES),
    **dict.fromkeys((_E.D26, _E.D27, _E.D28, _E.R68), _S.HEALTH),
    **dict.fromkeys((_E.D29, _E.D30), _S.ILL_TREATMENT),
    **dict.fromkeys(
        (_E.L46, _E.L47, _E.L48, _E.L50, _E.L51, _E.L52, _E.L53, _E.L54, _E.L55), _S.STEPS
    ),
    **dict.fromkeys((_E.R60, _E.R62, _E.R63), _S.STEPS),
    **dict.fromkeys((_E.M93, _E.M94, _E.M95, _E.M96), _S.ANTE_MORTEM),
}

#: How far an event may travel, where it is guarded more than others (R: restricted).
_GUARDED: Mapping[EventCode, FieldClass] = {
    **dict.fromkeys((_E.E08, _E.R70), _C.NEVER_OUT),  # leads nobody verified; debriefings
    **dict.fromkeys((_E.R60, _E.R62, _E.R63, _E.R64), _C.CONFIDENTIAL),  # negotiation data
    **dict.fromkeys(
        (_E.E09, _E.D26, _E.D27, _E.D28, _E.D29, _E.R68, _E.M93, _E.M94, _E.M95, _E.M96),
        _C.SPECIAL,
    ),
}


def section_of_event(code: str) -> PaperSection:
    """Say which section of a paper tells of an event."""
    known = EventCode(code)
    return _OF_CODE.get(known) or _OF_GROUP[known.group]


def class_of_event(code: str) -> FieldClass:
    """Say how far an event may travel; what the office does is its own."""
    known = EventCode(code)
    if known.group is EventGroup.ADMIN:
        return _C.NEVER_OUT
    return _GUARDED.get(known, _C.RESTRICTED)


def paper_for(audience: Audience) -> Paper:
    """Return the document of an audience."""
    return PAPERS[audience]
