"""Takes out of a case what the reader of a paper may not see, and says what was left out and why.

Nothing is painted over: a template gets what is left, and nothing else ever reaches a `Document`
(`domain.md` 6.2 rule 1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass, replace
from types import MappingProxyType
from typing import Any, cast

from app.reports.audience import (
    Extent,
    FieldClass,
    Paper,
    class_of_event,
    section_of_event,
)
from app.reports.field_classes import FIELDS, UNNAMED, Field
from app.reports.reductions import court, family, icrc, negotiation, public
from app.reports.reductions.kinds import Reductions
from app.shapes.case_report import (
    CaseReport,
    Cite,
    Disagreement,
    EventLine,
    PlaceLine,
    Statement,
    Wording,
)
from models.codebook.facts import FacetState, Status
from models.vocabulary.accounts import PROTECTED_SOURCE_KINDS
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.papers import Audience, LeftThing, PaperSection, WhyLeftOut
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Chip

REDUCTIONS: Mapping[Audience, Reductions] = {
    Audience.INTERNAL: {},
    Audience.ICRC: icrc.REDUCTIONS,
    Audience.COURT: court.REDUCTIONS,
    Audience.NEGOTIATION: negotiation.REDUCTIONS,
    Audience.FAMILY: family.REDUCTIONS,
    Audience.PUBLIC: public.REDUCTIONS,
}

#: Chips that say something to a reader outside the office.
_CHIPS_OUT = frozenset({Chip.STALE, Chip.R39, Chip.DECLARED_DEAD, Chip.MINOR})

_CODES = frozenset(EventCode)
_EVENTS, _STATUS = "CaseReport.events", "CaseReport.status"
_STATEMENTS = "CaseReport.statements"
_PARTICULARS = "EventLine.particulars"
#: Particulars of an event that name a person, or the number he rang from.
_NAMES_PEOPLE = frozenset(
    {
        Extra.REPORTER, Extra.WITH_WHOM, Extra.BY_WHOM, Extra.VERIFIER, Extra.WITNESS,
        Extra.CALLER, Extra.NUMBER, Extra.RECOGNISED_BY, Extra.RETURNEE, Extra.FINDER,
        Extra.INTERMEDIARY, Extra.RECEIVER, Extra.WHO_RECEIVED, Extra.PERSONS_OR_COUNT,
    }
)  # fmt: skip
_WHY = {
    FieldClass.NEVER_OUT: WhyLeftOut.NEVER_OUT,
    FieldClass.SPECIAL: WhyLeftOut.SPECIAL,
    FieldClass.CONFIDENTIAL: WhyLeftOut.CONFIDENTIAL,
    FieldClass.RESTRICTED: WhyLeftOut.RESTRICTED,
    FieldClass.PUBLIC: WhyLeftOut.NOT_FOR_READER,
}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the file that is not on the paper: how many facts of which section, and why."""

    section: PaperSection
    thing: LeftThing
    why: WhyLeftOut
    count: int


@dataclass(frozen=True, slots=True)
class Released:
    """What of a case its reader may see, and what was left out on the way."""

    case: CaseReport
    left_out: tuple[LeftOut, ...] = ()


def for_reader(case: CaseReport, paper: Paper, reductions: Reductions | None = None) -> Released:
    """Return `case` without everything that the reader of `paper` may not see.

    Sections that `paper` does not hold are left out whole; `reductions` stand in for those of its
    audience. Raises nothing: what nobody classed is left out.
    """
    whole = paper.may_see >= frozenset(FieldClass)
    if whole and set(paper.sections) >= {s for s in PaperSection if _gets(paper, s)}:
        return Released(case)
    sieve = _Sieve(case, paper, REDUCTIONS[paper.audience] if reductions is None else reductions)
    kept = cast("CaseReport", sieve.shape(case, PaperSection.STATUS, LeftThing.EVENTS))
    if not whole:
        kept = _only_cited(kept)
    return Released(kept, sieve.told())


def _gets(paper: Paper, section: PaperSection) -> bool:
    return paper.extent(section) is not Extent.ABSENT


@dataclass(slots=True)
class _Sieve:
    """Lets through what one reader may see, and counts what it held back."""

    case: CaseReport
    paper: Paper
    reductions: Reductions
    _held: Counter[tuple[PaperSection, LeftThing, WhyLeftOut]] = field(default_factory=Counter)

    def told(self) -> tuple[LeftOut, ...]:
        """Say what was held back, in the order of the sections."""
        order = list(PaperSection)
        found = [LeftOut(*key, count) for key, count in self._held.items() if count]
        return tuple(sorted(found, key=lambda one: (order.index(one.section), one.thing)))

    def value(self, value: object, section: PaperSection, thing: LeftThing) -> object:
        """Let a value through without what is guarded inside it."""
        if isinstance(value, tuple):
            shown = (item for item in value if self._told_of(item, thing))
            return tuple(self.value(item, section, thing) for item in shown)
        if _is_ours(value):
            return self.shape(value, section, thing)
        return value

    def _told_of(self, item: object, thing: LeftThing) -> bool:
        """Tell whether the event that an item speaks of is one this reader hears of."""
        code = _event_code(item)
        if code is None:
            return True
        section = section_of_event(code)
        why = self._why_not(code, section, reduced=True)
        if why is not None:
            self._held[section, thing, why] += 1
        return why is None

    def shape(self, shape: object, section: PaperSection, thing: LeftThing) -> object:
        """Let a shape through field by field."""
        kind = type(shape).__name__
        changes: dict[str, object] = {}
        for one in fields(shape):  # type: ignore[arg-type]  # `_is_ours` saw that it is a shape
            name = f"{kind}.{one.name}"
            rule = FIELDS.get(name, UNNAMED)
            of = Field(rule.klass, rule.section or section, rule.thing or thing)
            value = getattr(shape, one.name)
            kept = self._field(name, of, value)
            if kept is _BLANK:
                changes[one.name] = _blank(one)
            elif kept is not value:
                changes[one.name] = kept
        return replace(cast("Any", shape), **changes) if changes else shape  # any of our shapes

    def _field(self, name: str, of: Field, value: object) -> object:
        section, thing = cast("PaperSection", of.section), cast("LeftThing", of.thing)
        reduce = self.reductions.get(name)
        extent = self.paper.extent(section)
        if name == _EVENTS:
            return self._events(cast("tuple[EventLine, ...]", value), reduces=reduce)
        if name == _STATEMENTS:
            return tuple(self._statement(one) for one in cast("tuple[Statement, ...]", value))
        if section not in self.paper.sections and FIELDS.get(name, UNNAMED).section:
            why = WhyLeftOut.NOT_CHOSEN
            if extent is Extent.ABSENT:
                why = WhyLeftOut.NOT_FOR_READER
            if name != _STATUS:
                return self._hold(section, thing, why, value)
        if name == _STATUS:
            return self._status(cast("Status", value))
        if reduce is not None:
            silent = _Sieve(self.case, self.paper, self.reductions)
            kept = reduce(self.case, silent.value(value, section, thing))
            self._hold_rest(section, thing, value, kept)
            return kept
        if of.klass not in self.paper.may_see:
            return self._hold(section, thing, _WHY[of.klass], value)
        if extent is Extent.REDUCED and FIELDS.get(name, UNNAMED).section:
            return self._hold(section, thing, WhyLeftOut.REDUCED, value)
        told = self.value(value, section, thing)
        return self._particulars(cast("Mapping[str, str]", told)) if name == _PARTICULARS else told

    def _hold(
        self, section: PaperSection, thing: LeftThing, why: WhyLeftOut, value: object
    ) -> object:
        self._held[section, thing, why] += _facts_in(value)
        return _BLANK

    def _hold_rest(
        self, section: PaperSection, thing: LeftThing, value: object, kept: object
    ) -> None:
        """Count what a reduction changed or took away."""
        if isinstance(value, tuple) and isinstance(kept, tuple):
            gone = sum(1 for item in value if item not in kept)
        else:
            gone = int(_facts_in(value) > 0 and kept != value)
        self._held[section, thing, WhyLeftOut.REDUCED] += gone

    # --- events: each is of the section that tells of it

    def _events(self, events: tuple[EventLine, ...], reduces: Any) -> object:  # a `Reduction`
        open_ones: list[EventLine] = []
        for event in events:
            section = section_of_event(event.code)
            why = self._why_not(event.code, section, reduced=reduces is not None)
            if event.withdrawn and self.paper.audience is not Audience.INTERNAL:
                self._held[section, LeftThing.WITHDRAWN, WhyLeftOut.NEVER_OUT] += 1
                continue
            if why is not None:
                self._held[section, LeftThing.EVENTS, why] += 1
                continue
            open_ones.append(cast("EventLine", self.value(event, section, LeftThing.EVENTS)))
        kept = tuple(open_ones)
        if reduces is None:
            return kept
        left = cast("tuple[EventLine, ...]", reduces(self.case, kept))
        still = {event.key for event in left}
        for event in kept:
            if event.key not in still:
                section = section_of_event(event.code)
                self._held[section, LeftThing.EVENTS, WhyLeftOut.REDUCED] += 1
        return left

    def _why_not(self, code: str, section: PaperSection, *, reduced: bool) -> WhyLeftOut | None:
        extent = self.paper.extent(section)
        klass = class_of_event(code)
        if self.paper.audience is Audience.INTERNAL:
            return None  # his timeline tells of everything
        if klass is FieldClass.NEVER_OUT:
            return WhyLeftOut.NEVER_OUT
        if extent is Extent.ABSENT:
            return WhyLeftOut.NOT_FOR_READER
        if section not in self.paper.sections:
            return WhyLeftOut.NOT_CHOSEN
        heard = code in self.paper.hears or (klass is FieldClass.RESTRICTED and reduced)
        if klass not in self.paper.may_see and not heard:
            return _WHY[klass]
        if extent is Extent.REDUCED and not reduced:
            return WhyLeftOut.REDUCED
        return None

    # --- who says so

    def _particulars(self, told: Mapping[str, str]) -> Mapping[str, str]:
        """Keep what an event asks for beside date and source, but not who saw, rang or came."""
        if self.paper.audience is Audience.INTERNAL:
            return told
        kept = {extra: words for extra, words in told.items() if extra not in _NAMES_PEOPLE}
        held = len(told) - len(kept)
        self._held[PaperSection.SOURCES, LeftThing.INFORMANTS, WhyLeftOut.REDUCED] += held
        return MappingProxyType(kept)

    def _statement(self, said: Statement) -> Statement:
        if self.paper.audience is Audience.INTERNAL:
            return said
        section, thing = PaperSection.SOURCES, LeftThing.SOURCES
        if said.kind in PROTECTED_SOURCE_KINDS or said.confidential:
            self._held[section, LeftThing.INFORMANTS, WhyLeftOut.REDUCED] += 1
            seen = FieldClass.CONFIDENTIAL in self.paper.may_see  # W-01, sealed elsewhere
            return replace(
                said,
                title=Wording(),
                reference="",
                code=said.code if seen else "",
                said_on=_month_of(said.said_on),
            )
        kept = cast("Statement", self.value(said, section, thing))
        extent = self.paper.extent(section)
        if extent is Extent.FULL:
            return kept
        why = WhyLeftOut.REDUCED if extent is Extent.REDUCED else WhyLeftOut.NOT_FOR_READER
        self._held[section, thing, why] += int(kept.title != Wording())
        return replace(kept, title=Wording(), reference="")  # his kind is told, his name is not

    # --- what is computed

    def _status(self, status: Status) -> Status:
        """Keep the headline and the answers; the reasons with their grades stay in the office."""
        if self.paper.audience is Audience.INTERNAL:
            return status
        self._held[PaperSection.REASONS, LeftThing.REASONS, WhyLeftOut.NOT_FOR_READER] += len(
            status.trace
        )
        facets = {
            facet: FacetState(state.value, since=state.since)
            for facet, state in status.facets.items()
        }
        chips = _CHIPS_OUT
        if self.paper.audience is Audience.NEGOTIATION:  # that it is urgent, never what it is
            facets, chips = {}, frozenset({Chip.HEALTH_CRITICAL})
        return replace(
            status,
            facets=facets if FieldClass.RESTRICTED in self.paper.may_see else {},
            chips=tuple(chip for chip in status.chips if chip in chips),
            trace=(),
            silent_from=None,
        )


class _Blank:
    """Stands for a field that was held back."""


_BLANK = _Blank()


def _event_code(item: object) -> str | None:
    """Give the code of the event that a place or a disagreement is about."""
    if isinstance(item, PlaceLine):
        return item.code
    if isinstance(item, Disagreement) and item.about in _CODES:
        return item.about
    return None


def _is_ours(value: object) -> bool:
    return is_dataclass(value) and type(value).__module__ == CaseReport.__module__


def _blank(one: Any) -> object:  # a field of any of our shapes
    if one.default is not MISSING:
        return one.default
    return one.default_factory() if one.default_factory is not MISSING else ()


def _facts_in(value: object) -> int:
    """Count the facts in a value; nothing recorded counts nothing."""
    if isinstance(value, tuple):
        return len(value)
    if _is_ours(value):
        rest = [_facts_in(getattr(value, f.name)) for f in fields(cast("Any", value))]  # as above
        return int(any(rest))
    if isinstance(value, PartialDate):
        return int(value.edtf is not None or bool(value.text))
    return int(bool(value))


def _month_of(said: PartialDate) -> PartialDate:
    """Coarsen a day to its month."""
    if said.earliest is None:
        return PartialDate.unknown()
    return PartialDate.parse_edtf(f"{said.earliest:%Y-%m}")


def _only_cited(case: CaseReport) -> CaseReport:
    """Drop the statements that nothing on the paper cites any more."""
    cited: set[str] = set()

    def walk(value: object) -> None:
        if isinstance(value, Cite):
            cited.add(value.statement)
        elif isinstance(value, tuple):
            for item in value:
                walk(item)
        elif _is_ours(value):
            for one in fields(cast("Any", value)):  # any of our shapes
                walk(getattr(value, one.name))

    walk(case)
    return replace(case, statements=tuple(s for s in case.statements if s.key in cited))
