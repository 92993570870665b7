"""The internal case file (`domain.md` 6 (a)): everything the office knows of one man."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.reports.audience import Paper, paper_for
from app.reports.citations import Citations
from app.reports.context import PaperContext
from app.reports.document import Block, Document, Properties, SectionHead
from app.reports.page_furniture import page_furniture
from app.reports.paper_words import PaperWords
from app.reports.sections.accounts import accounts
from app.reports.sections.answers import answers
from app.reports.sections.closing import certification, exhibits, gaps
from app.reports.sections.dealings import consents_and_papers, replies, steps
from app.reports.sections.desk import Desk, Part
from app.reports.sections.events import circumstances, places, timeline
from app.reports.sections.identity import family, identity, service
from app.reports.sections.title import title_block
from app.shapes.case_report import CaseReport
from models.vocabulary.papers import Audience, PaperSection

# A section is made by its function for the number it will bear; None means it is left out, and
# the next one takes its number. Events of every section stand in the timeline.
SECTIONS: Mapping[PaperSection, Callable[[Desk, int], Part | None]] = {
    PaperSection.REASONS: lambda desk, _number: answers(desk),
    PaperSection.IDENTITY: lambda desk, _number: identity(desk),
    PaperSection.SERVICE: lambda desk, _number: service(desk),
    PaperSection.FAMILY: lambda desk, _number: family(desk),
    PaperSection.CIRCUMSTANCES: lambda desk, _number: circumstances(desk),
    PaperSection.TIMELINE: lambda desk, _number: timeline(desk),
    PaperSection.ACCOUNTS: accounts,
    PaperSection.DETENTION: lambda desk, _number: places(desk),
    PaperSection.REPLIES: lambda desk, _number: replies(desk),
    PaperSection.STEPS: lambda desk, _number: steps(desk),
    PaperSection.EXHIBITS: lambda desk, _number: exhibits(desk),
    PaperSection.DISCLOSURES: lambda desk, _number: consents_and_papers(desk),
    PaperSection.GAPS: lambda desk, _number: gaps(desk),
    PaperSection.CERTIFICATION: lambda desk, _number: certification(desk),
}


def internal_file(
    case: CaseReport, lang: str, context: PaperContext, paper: Paper | None = None
) -> Document:
    """Make the internal case file of `case` in `lang` (en, hy, ru), of the sections of `paper`."""
    paper = paper or paper_for(Audience.INTERNAL)
    words = PaperWords(lang)
    citations = Citations(case, words)
    desk = Desk(case, words, citations, context)
    title = words.say("Case file {number}", number=case.number)
    return Document(
        properties=Properties(title=title, lang=lang, made_at=context.printed_at),
        furniture=page_furniture(case, words, context, paper),
        blocks=(title_block(desk), *numbered(desk, paper.sections)),
        notes=citations.notes,
        notes_explained=words.say(
            "Grade: letter = reliability of the source, A to F; figure = credibility of the "
            "information, 1 to 6. F and 6 mean “cannot be judged”."
        ),
    )


def numbered(desk: Desk, sections: tuple[PaperSection, ...]) -> list[Block]:
    """Make the sections one after another, each with the next number."""
    blocks: list[Block] = []
    number = 1
    for section in sections:
        make = SECTIONS.get(section)
        part = make(desk, number) if make else None
        if part is None:
            continue
        blocks.append(SectionHead(number, part.title))
        blocks.extend(part.blocks)
        number += 1
    return blocks
