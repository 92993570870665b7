"""Hold what is being brought in until it is saved: the files, and the one answer for all of them.

No Qt here. `draft.problems(today)` lists what stops the save; `draft.facts(file)` gives what is
known of one file, as the register takes it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.shapes.requests.evidence import NewSource
from app.shapes.requests.exhibits import ExhibitFacts
from app.ui.events.source_draft import Fault, FaultKind, SourceDraft
from app.ui.events.spoken import fault_sentence
from app.ui.exhibits.ties import Tie
from app.ui.forms.typed import typed_date
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from models.vocabulary.date_terms import NotADate
from models.vocabulary.exhibits import ExhibitKind, ReceivedBy, Shown

type Problems = list[tuple[str, Words]]

NOBODY = SourceDraft()


class Twice(StrEnum):
    """What to do with a file whose bytes the register has already."""

    TIE = "tie"
    AGAIN = "again"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class FileDraft:
    """One file of an intake as it is typed; `path` is "" for what was pasted."""

    key: str
    path: str
    name: str
    title: str = ""
    kind: ExhibitKind = ExhibitKind.DOCUMENT
    twice: Twice = Twice.TIE


@dataclass(frozen=True, slots=True)
class IntakeDraft:
    """What stands in the form."""

    files: tuple[FileDraft, ...] = ()
    origin: str = ""
    origin_unknown: bool = False
    received_by: ReceivedBy = ReceivedBy.UNKNOWN
    received: str = ""
    url: str = ""
    source: SourceDraft = NOBODY
    ties: tuple[Tie, ...] = ()
    shows: frozenset[Shown] = frozenset()

    def problems(self, today: date, *, typed_tie: str = "") -> Problems:
        """List what stops the save: a file, and the answer where they came from."""
        found: Problems = []
        if not self.files:
            found.append(("files", lambda t: t.say("Add at least one file.")))
        if not self.origin and not self.origin_unknown:
            found.append(
                ("origin", lambda t: t.say("Say where this came from, or that it is not known."))
            )
        found += date_problem("received", self.received, today)
        if typed_tie:
            found.append(
                ("ties", lambda t: t.say("Choose the man from the list, or empty the field."))
            )
        return found + source_problems(self.source, today)

    def facts(self, file: FileDraft) -> ExhibitFacts:
        """Give what is known of one file; raises NotADate."""
        return ExhibitFacts(
            kind=file.kind,
            title=file.title.strip(),
            origin=self.origin,
            origin_unknown=self.origin_unknown,
            received_by=self.received_by,
            received=typed_date(self.received),
            source=source_of_draft(self.source),
            url=self.url,
            shows=self.shows,
        )


def date_problem(field: str, typed: str, today: date) -> Problems:
    """Say why a date cannot be read, if it cannot."""
    try:
        typed_date(typed, today)
    except NotADate as fault:
        return [(field, _refused(fault))]
    return []


def source_problems(who: SourceDraft, today: date) -> Problems:
    """List what stops a save about a source: typed and not chosen, or new and not named."""
    found: Problems = []
    if who.shown.strip() and not who.source and not who.is_new:
        found.append(
            ("source", lambda t: t.say("Choose the source from the list, or empty the field."))
        )
    return found + [
        (fault.field, _said(fault))
        for fault in who.faults(today)
        if fault.kind is not FaultKind.NO_SOURCE
    ]


def source_of_draft(who: SourceDraft) -> UUID | NewSource | None:
    """Give the source that was named: a known one, a new one, or none."""
    if who.is_new:
        return NewSource(who.kind, who.title.strip(), confidential=who.confidential)
    return UUID(who.source) if who.source else None


def _refused(fault: NotADate) -> Words:
    return lambda t: refusal(fault, t)


def _said(fault: Fault) -> Words:
    return lambda t: fault_sentence(fault, t)
