"""Hold an event while it is being typed: what happened, when, where, who says so, how good.

No Qt here. `draft.faults(today)` lists what stops a save, `draft.request(case_ids, today)` gives
the request; a draft may be saved with almost everything left out. `EventDraft.of(event)` opens a
recorded one for correction.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from app.shapes.case_file import AssertionView, EventView
from app.shapes.requests.evidence import RecordEvent
from app.ui.events.source_draft import NO_PLACE, Fault, FaultKind, SourceDraft
from app.ui.forms.typed import typed_date
from app.ui.widgets.date_draft import DateDraft
from app.ui.widgets.place_picker import ChosenPlace
from models.codebook.particulars import ASKS_BASIS, MAY_SAY, MAY_SHOW
from models.vocabulary.date_terms import NotADate
from models.vocabulary.event_codes import EventCode, EventGroup, Extra, required_extras
from models.vocabulary.evidence import (
    Authenticity,
    EventTrait,
    IdentityBasis,
)
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import FacetValue

FOOTAGE = frozenset({EventCode.C12, EventCode.C13, EventCode.D30})
NAMES_HIM = frozenset({EventCode.C14, EventCode.C15, EventCode.D20, EventCode.R60, EventCode.R61})
_ELSEWHERE = frozenset({Extra.PLACE, Extra.DUE_DATE, Extra.APPEARANCE, Extra.BASIS})
_WITH_DUE_DATE = frozenset({EventCode.D22, EventCode.L54})

NO_DATE = DateDraft()
NOBODY = SourceDraft()

CODES = tuple(code for code in EventCode if code.group is not EventGroup.ADMIN)
"""What a person records; the register itself writes what concerns the file."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form asks for with one code, beyond date, place and source."""

    extras: tuple[Extra, ...] = ()
    traits: tuple[EventTrait, ...] = ()
    says: tuple[FacetValue, ...] = ()
    basis: bool = False
    footage: bool = False
    names_him: bool = False
    due: bool = False


def asked_with(code: EventCode | None) -> Asked:
    """Name what the form asks for with a code."""
    if code is None:
        return Asked()
    return Asked(
        extras=tuple(extra for extra in required_extras(code) if extra not in _ELSEWHERE),
        traits=MAY_SHOW.get(code, ()),
        says=MAY_SAY.get(code, ()),
        basis=code in ASKS_BASIS,
        footage=code in FOOTAGE,
        names_him=code in NAMES_HIM,
        due=code in _WITH_DUE_DATE,
    )


@dataclass(frozen=True, slots=True)
class OtherMan:
    """Another man to whom the same happened: the id of his case, and how he is shown."""

    case: str
    shown: str

    @property
    def key(self) -> str:
        """Return the id by which he is known."""
        return self.case


@dataclass(frozen=True, slots=True)
class EventDraft:
    """What stands in the form."""

    code: EventCode | None = None
    when: DateDraft = NO_DATE
    place: ChosenPlace = NO_PLACE
    narrative: str = ""
    narrative_releasable: str = ""
    particulars: Mapping[str, str] = field(default_factory=dict)
    figure: str = ""
    says: str = ""
    traits: frozenset[EventTrait] = frozenset()
    basis: IdentityBasis | None = None
    reply_due: str = ""
    authenticity: Authenticity | None = None
    name_only: bool = False
    homonym: bool = False
    others: tuple[OtherMan, ...] = ()
    who: SourceDraft = NOBODY
    warning_reason: str = ""
    reason: str = ""

    def faults(self, today: date) -> list[Fault]:
        """List what stops a save; an event without date, place or source may be saved."""
        found = [] if self.code else [Fault("code", FaultKind.NO_CODE)]
        if not self.when.empty:
            try:
                self.when.date(not_after=today)
            except NotADate as fault:
                found.append(Fault("occurred", FaultKind.NOT_A_DATE, fault))
        try:
            typed_date(self.reply_due)
        except NotADate as fault:
            found.append(Fault("reply_due", FaultKind.NOT_A_DATE, fault))
        return found + self.who.faults(today)

    def occurred(self) -> PartialDate:
        """Give when it happened; unknown while nothing was entered. Raises NotADate."""
        return PartialDate.unknown() if self.when.empty else self.when.date()

    def request(self, case_ids: tuple[UUID, ...]) -> RecordEvent:
        """Give the event as the register takes it; raises NotADate, ValueError without a code."""
        if self.code is None:
            raise ValueError("no code")
        asked = asked_with(self.code)
        due = typed_date(self.reply_due) if asked.due else PartialDate.unknown()
        wanted = {extra.value for extra in asked.extras}
        return RecordEvent(
            case_ids=case_ids,
            code=self.code,
            occurred=self.occurred(),
            place_id=UUID(self.place.key) if self.place.key else None,
            place_precision=self.place.precision,
            place_as_reported=self.place.said,
            narrative=self.narrative,
            narrative_releasable=self.narrative_releasable,
            particulars={
                key: text.strip()
                for key, text in self.particulars.items()
                if text.strip() and key in wanted
            },
            figure=self.figure if asked.footage else "",
            says=self.says if self.says in asked.says else "",
            traits=self.traits & frozenset(asked.traits),
            basis=self.basis if asked.basis else None,
            reply_due=due.latest,
            authenticity=self.authenticity if asked.footage else None,
            name_only=self.name_only and asked.names_him,
            homonym=self.homonym and asked.names_him,
            said_by=(self.who.said_by(),) if self.who.is_named else (),
            warning_reason=self.warning_reason.strip(),
        )

    @classmethod
    def of(cls, event: EventView, lang: str) -> "EventDraft":
        """Open a recorded event; who says so is filled where one source alone speaks of it."""
        said = standing(event)
        place = event.place
        due = event.reply_due
        return cls(
            code=event.code,
            when=DateDraft.of(event.occurred) if known(event.occurred) else DateDraft(),
            place=ChosenPlace(
                str(place.id) if place else "",
                place.name(lang) if place else "",
                event.place_precision,
                event.place_as_reported,
            ),
            narrative=event.narrative,
            narrative_releasable=event.narrative_releasable,
            particulars=dict(event.particulars),
            figure=event.figure,
            says=event.says,
            traits=event.traits,
            basis=event.basis,
            reply_due=f"{due:%d.%m.%Y}" if due else "",
            authenticity=event.authenticity,
            name_only=event.name_only,
            homonym=event.homonym,
            who=SourceDraft.of(said[0], lang) if len(said) == 1 else SourceDraft(),
            warning_reason=event.warning_reason,
        )


def known(when: PartialDate) -> bool:
    """Tell whether anything is said of a date."""
    return when.edtf is not None or bool(when.text)


def standing(event: EventView) -> tuple[AssertionView, ...]:
    """Give what sources said of an event and nobody took back."""
    return tuple(one for one in event.assertions if one.withdrawn_at is None)
