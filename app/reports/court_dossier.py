"""The dossier for a court (`domain.md` 6 (c)): facts with their proof, then what is submitted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.reports.audience import Paper
from app.reports.context import PaperContext
from app.reports.court import annexes, facts, submissions, tables
from app.reports.court.citations import CourtCitations
from app.reports.court.desk import CourtDesk
from app.reports.court.face import face
from app.reports.document import (
    AccountsMatrix,
    Block,
    ChapterHead,
    Document,
    Format,
    Properties,
    Prose,
    plain,
    strong,
)
from app.reports.page_furniture import page_furniture
from app.reports.paper_words import PaperWords
from app.reports.sections.accounts import accounts
from app.reports.sections.desk import Desk
from app.shapes.case_report import CaseReport


@dataclass(frozen=True, slots=True)
class Dossier:
    """A dossier, and the paragraphs that no exhibit proves."""

    document: Document
    without_exhibit: tuple[int, ...]


def court_dossier(case: CaseReport, lang: str, context: PaperContext, paper: Paper) -> Document:
    """Make the dossier of one man in `lang` (en, hy, ru) from what is left of it for a court."""
    return dossier_of(case, lang, context, paper).document


def dossier_of(case: CaseReport, lang: str, context: PaperContext, paper: Paper) -> Dossier:
    """Make the dossier and say which of its facts no exhibit proves."""
    words = PaperWords(lang)
    desk = CourtDesk(case, words, CourtCitations(case, words), context)
    urgent = submissions.asks_measures(case)
    chapters: list[tuple[str, Callable[[CourtDesk], tuple[Block, ...]]]] = [
        (words.say("Facts"), facts.facts),
        (words.say("Accounts that differ"), _accounts),
        (words.say("Chronology"), tables.chronology),
        (words.say("Replies of the Government, word for word"), tables.replies),
        (words.say("Steps taken"), tables.steps),
    ]
    if urgent:
        chapters += [
            (words.say("Submissions: why it is urgent"), submissions.urgency),
            (words.say("Measures requested"), submissions.measures),
        ]
    chapters += [
        (words.say("Certification"), annexes.certification),
        (words.say("His photograph"), annexes.portrait),  # never alone on the last page
        (words.say("Index of exhibits"), annexes.exhibits),
        (words.say("Custody of the exhibits"), annexes.custody),
        (words.say("Witnesses known by a code"), annexes.witnesses),
    ]
    blocks: list[Block] = []
    number = 0
    asked_in = 0
    for title, make in chapters:
        made = make(desk)
        if not made:
            continue
        number += 1
        blocks.append(ChapterHead(number, title))
        blocks.extend(made)
        if make is submissions.measures:
            asked_in = desk.paragraphs.count
    furniture = page_furniture(case, words, context, paper)
    if urgent:
        kind = words.say("Court dossier – request under Rule 39")
        furniture = replace(furniture, document_type=kind)
    document = Document(
        properties=Properties(
            title=words.say("Court dossier {number}", number=case.number),
            lang=lang,
            made_at=context.printed_at,
        ),
        furniture=furniture,
        blocks=(*face(desk, urgent=urgent, asked_in=asked_in), *blocks),
        notes=desk.citations.notes,
        format=Format.COURT,
    )
    return Dossier(document, tuple(desk.paragraphs.unproven))


def _accounts(desk: CourtDesk) -> tuple[Block, ...]:
    """Set accounts that differ side by side, also those that do not bear out the request."""
    words = desk.words
    part = accounts(Desk(desk.case, words, desk.citations, desk.context), 2)
    if part is None:
        return ()
    note = words.say(
        "Every account that the Office knows stands here, whether it bears out the request or not."
    )
    undecided = strong(words.say("none yet; no review is set"))
    ours = strong(words.say("The Office has not decided between them."))

    def as_decided(block: Block) -> Block:
        if not isinstance(block, AccountsMatrix):
            return block
        below = ((label, ours if text == undecided else text) for label, text in block.below)
        return replace(block, below=tuple(below))

    return (*map(as_decided, part.blocks), Prose(plain(note), "text"))
