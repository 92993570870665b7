"""What a section needs at hand: the words, the marks, and who makes the paper."""

from __future__ import annotations

from dataclasses import dataclass

from app.reports.citations import Citations
from app.reports.context import PaperContext
from app.reports.document import Block, FactRow, Text, literal, plain
from app.reports.paper_words import PaperWords
from app.shapes.case_report import CaseReport, Cite, Known


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything on the table while one paper is written."""

    case: CaseReport
    words: PaperWords
    citations: Citations
    context: PaperContext


@dataclass(frozen=True, slots=True)
class Part:
    """The title and blocks of one section."""

    title: str
    blocks: tuple[Block, ...]


def fact(desk: Desk, label: str, known: Known[str]) -> FactRow:
    """Make a row of a known or unknown text; what other sources say stands beneath."""
    value = literal(known.value) if known.value else plain(desk.words.absent(known))
    also = tuple(
        (other_value(desk, other.value), desk.citations.marks(other.cites))
        for other in known.also_said
        if other.value
    )
    return FactRow(label, value, desk.citations.marks(known.cites), also)


def other_value(desk: Desk, value: str) -> Text:
    """Say that another source states another value."""
    return literal(desk.words.say("stated otherwise: {value}", value=value))


def cites_of(*facts: Known[object]) -> tuple[Cite, ...]:
    """Gather the citations of several facts that stand in one row."""
    return tuple(cite for known in facts for cite in known.cites)
