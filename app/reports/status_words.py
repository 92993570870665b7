"""What a paper says of the status: headline, chips, questions, short answers, reasons."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.reports.paper_words import PaperWords
from models.codebook.facts import Status


class Answer(StrEnum):
    """The four questions that every file answers, in this order."""

    ALIVE = "alive"
    HELD = "held"
    ADMITTED = "admitted"
    HOME = "home"


def headline_words(status: Status, words: PaperWords) -> str:
    return words.label("headline", status.headline.value)


def chip_words(status: Status, as_of: date, words: PaperWords) -> tuple[str, ...]:
    return tuple(words.label("chip", c.value) for c in status.chips)


def question(which: Answer, words: PaperWords) -> str:
    return which.value


def short_answer(which: Answer, status: Status, words: PaperWords) -> str:
    return which.value


def trace_sentences(status: Status, words: PaperWords) -> list[str]:
    return [str(l.key) for l in status.trace]
