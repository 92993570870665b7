"""What every part of a dossier needs at hand: the case, the words, the marks, the numbers given."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.reports.context import PaperContext
from app.reports.court.citations import CourtCitations, Proof
from app.reports.court.day_order import in_course, once
from app.reports.document import Mark, Numbered, Text, literal
from app.reports.paper_words import NBSP, PaperWords
from app.shapes.case_report import CaseReport, Cite, EventLine
from models.vocabulary.event_codes import EventCode, EventGroup

_OFFICE_WORK = frozenset({EventGroup.ADMIN})


class Paragraphs:
    """Gives paragraphs their numbers and remembers which one speaks of which event."""

    def __init__(self) -> None:
        self.count = 0
        self.of_event: dict[str, int] = {}
        self.unproven: list[int] = []

    def add(self, text: Text, marks: tuple[Mark, ...] = ()) -> Numbered:
        """Number one paragraph."""
        self.count += 1
        return Numbered(f"{self.count}.", text, marks)


@dataclass(frozen=True, slots=True)
class CourtDesk:
    """Everything on the table while one dossier is written."""

    case: CaseReport
    words: PaperWords
    citations: CourtCitations
    context: PaperContext
    paragraphs: Paragraphs = field(default_factory=Paragraphs)

    def fact(self, text: str, cites: tuple[Cite, ...], remark: str = "") -> Numbered:
        """Number a fact and say at its end what proves it; what no exhibit proves is noted.

        `remark` stands behind the proof: it is no fact itself.
        """
        proof = self.citations.proof(cites)
        said = " ".join(part for part in (cited(text, proof), remark) if part)
        numbered = self.paragraphs.add(literal(said), proof.marks)
        if not proof.exhibits:
            self.paragraphs.unproven.append(self.paragraphs.count)
        return numbered

    def events(self) -> tuple[EventLine, ...]:
        """Return what happened to him, without what was withdrawn and the work of the office."""
        told = [e for e in self.case.events if not e.withdrawn and _happened(e.code)]
        return in_course(once(told))

    def paragraph_of(self, events: tuple[EventLine, ...]) -> str:
        """Name the paragraphs that speak of events: "7 and 9"; nothing where none does."""
        of = self.paragraphs.of_event
        return self.numbers(sorted({of[event.key] for event in events if event.key in of}))

    def numbers(self, numbers: list[int]) -> str:
        """List numbers with "and" before the last."""
        if not numbers:
            return ""
        *first, last = map(str, numbers)
        if not first:
            return last
        return self.words.say("{some} and {last}", some=", ".join(first), last=last)


def cited(text: str, proof: Proof) -> str:
    """Put what proves a fact behind its words, in brackets before the full stop."""
    if not proof.words:
        return text
    behind = f"({proof.words.replace('; ', f';{NBSP}')})"
    stop = text[-1] if text.endswith((".", "։")) else ""
    if text.endswith("г."):
        return f"{text} {behind}{stop}"
    return f"{text.removesuffix(stop)} {behind}{stop}"


def _happened(code: str) -> bool:
    return code not in EventCode or EventCode(code).group not in _OFFICE_WORK
