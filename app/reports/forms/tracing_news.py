"""Tells the last news of a man for a tracing request: what, when, where, by whose word in kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from app.reports.paper_words import PaperWords
from app.shapes.case_report import CaseReport, EventLine, PlaceWords
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.partial_date import PartialDate

_E = EventCode
_CONTACT: Final = (_E.E02, _E.E03)
_FROM_HIM: Final = (_E.C17, _E.C18)
_SEEN: Final = (_E.E03, _E.C11, _E.C12, _E.C13, _E.C18, _E.C19, _E.D24, _E.D31)
_HEARD_OF: Final = (
    *_SEEN, _E.C15, _E.C16, _E.D23, _E.D25, _E.D26, _E.D27, _E.D28,
)  # fmt: skip
_HELD: Final = (_E.C16, _E.C19)  # beside all that is told of his detention
_ASKED: Final = (_E.D22,)
_ANSWERS: Final = (_E.C14, _E.D20, _E.D21, _E.D23, _E.R61, _E.X81)
_ALLEGED: Final = frozenset(
    {EventGroup.CAPTURE, EventGroup.DETENTION, EventGroup.DEATH, EventGroup.REMAINS}
)
_MOST: Final = 10
"""As many reports as a request can tell of; the newest stand, the rest is in the office."""


class News:
    """Says what is known of his last days; no grade, no name, no words of a source."""

    def __init__(self, case: CaseReport, words: PaperWords) -> None:
        self._case = case
        self._words = words
        self._statements = {one.key: one for one in case.statements}
        #: A letter is later news than whoever saw him go; one who sent no word has that of others.
        self._last = self._latest((*_CONTACT, *_FROM_HIM)) or self._latest(_HEARD_OF)

    # --- the last contact

    @property
    def last_date(self) -> str:
        """Say when he was last heard of."""
        return self._words.when(self._last.date) if self._last else ""

    @property
    def last_kind(self) -> str:
        """Say what kind of contact that was."""
        return self._words.label("event", self._last.code) if self._last else ""

    @property
    def last_place(self) -> str:
        """Say where that was."""
        if self._last is None:
            return ""
        return self._place(self._last.place) or self._words.say("not known")

    @property
    def held_at(self) -> str:
        """Say where he was last said to be held."""
        for event in reversed(self._case.events):
            detained = EventCode(event.code).group is EventGroup.DETENTION
            if event.withdrawn or not (detained or event.code in _HELD):
                continue
            place = self._place(event.place_to) or self._place(event.place)
            if place:
                return place
        return self._words.say("not known")

    @property
    def last_seen_by(self) -> str:
        """Say by what kind of person he was last seen or recognised, and in which month."""
        seen = self._latest(_SEEN)
        return self._sources(seen, beside_its_date=False) if seen else ""

    # --- running text

    def how_lost(self) -> str:
        """Tell the circumstances in the words that may leave, else by the events alone."""
        told = [one.text for one in self._case.circumstances_releasable if one.text]
        if told:
            last = self._latest(_CONTACT)  # when and where, unless C1 and C3 say that
            seen = [self._report(last)] if last and last is not self._last else []
            return "\n".join((*seen, *told))
        lost = [e for e in self._of(EventGroup.CONTACT) if e.code in (_E.E03, _E.E04, _E.E05)]
        return "\n".join(map(self._report, lost))

    def reports(self) -> str:
        """Tell what is said of capture, wound, illness or death, the newest last."""
        told = [
            event
            for event in self._case.events
            if not event.withdrawn
            and (EventCode(event.code).group in _ALLEGED or event.code == _E.E09)
            and event.code not in (*_ANSWERS, *_ASKED)
        ]
        lines = [self._report(event) for event in told[-_MOST:]]
        if len(told) > _MOST:
            more = len(told) - _MOST
            lines.insert(
                0,
                self._words.say_n(
                    "{n} earlier report is in the office.",
                    "{n} earlier reports are in the office.",
                    more,
                ),
            )
        return "\n".join(lines)

    def other_side(self) -> str:
        """Tell what the other side answered, word for word where it may be repeated."""
        return "\n".join(self._report(event) for event in self._case.events_of(*_ANSWERS))

    def asked_of_others(self) -> str:
        """Tell whom the office asked about him, where the register keeps no letters."""
        asked = self._case.events_of(*_ASKED)
        return "\n".join(self._report(event, with_sources=False) for event in asked)

    # --- one event

    def _report(self, event: EventLine, *, with_sources: bool = True) -> str:
        """Tell of an event in a sentence, with the kind of its sources."""
        words = self._words
        about = ", ".join(
            part for part in (words.date_in_note(event.date), self._place(event.place)) if part
        )
        what = words.label("event", event.code)
        told = what
        if about:  # not in brackets: a label or a date may hold some of its own
            told = words.say("{event} – {when_and_where}", event=what, when_and_where=about)
        if event.verbatim:
            told = words.say("{report}: {quoted}", report=told, quoted=words.quoted(event.verbatim))
        parts = [words.sentence(told)]
        if event.words_releasable:
            parts.append(words.sentence(event.words_releasable))
        sources = self._sources(event) if with_sources else ""
        if sources:
            parts.append(words.sentence(words.say("Source: {sources}", sources=sources)))
        return " ".join(parts)

    def _sources(self, event: EventLine, *, beside_its_date: bool = True) -> str:
        """Name the kinds of those who said it, and the months in which they did.

        Beside the date of the event that month is left out if it is the same one.
        """
        happened = self._words.date_in_note(_month(event.date)) if beside_its_date else ""
        said: dict[str, list[str]] = {}  # who said it, by the month in which they did
        for cite in event.cites:
            one = self._statements.get(cite.statement)
            if one is not None and one.kind:
                month = self._words.date_in_note(_month(one.said_on))
                kinds = said.setdefault("" if month == happened else month, [])
                kinds.append(one.kind)
        listed = {month: ", ".join(self._kinds(kinds)) for month, kinds in said.items()}
        return "; ".join(f"{kinds}, {month}" if month else kinds for month, kinds in listed.items())

    def _kinds(self, kinds: Sequence[str]) -> Iterator[str]:
        """Name each kind of source once; "another source" after those that have a name."""
        for kind in dict.fromkeys(kinds):
            if kind != SourceKind.OTHER:
                yield self._words.label("source_kind", kind)
        if SourceKind.OTHER in kinds:
            yield self._words.say("another source")

    def _place(self, place: PlaceWords | None) -> str:
        return self._words.place(place) if place else ""

    def _latest(self, codes: Sequence[EventCode]) -> EventLine | None:
        found = list(self._case.events_of(*codes))
        return max(found, key=lambda event: event.date.earliest or date.min) if found else None

    def _of(self, group: EventGroup) -> list[EventLine]:
        events = self._case.events
        return [e for e in events if EventCode(e.code).group is group and not e.withdrawn]


def _month(said: PartialDate) -> PartialDate:
    """Coarsen a day to its month: a day may tell who spoke."""
    if said.earliest is None:
        return PartialDate.unknown()
    return PartialDate.parse_edtf(f"{said.earliest:%Y-%m}")
