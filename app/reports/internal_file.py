"""The internal case file (`domain.md` 6 (a)): everything the office knows of one man."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.reports.audience import Section, for_reader, paper_for
from app.reports.citations import Citations
from app.reports.context import PaperContext
from app.reports.document import Block, Document, Properties, SectionHead
from app.reports.page_furniture import page_furniture
from app.reports.paper_words import PaperWords
from app.reports.sections.accounts import accounts
from app.reports.sections.answers import answers
from app.reports.sections.closing import certification, exhibits, gaps
from app.reports.sections.desk import Desk, Part
from app.reports.sections.events import circumstances, places, timeline
from app.reports.sections.identity import family, identity, service
from app.reports.sections.title import title_block
from app.shapes.case_report import CaseReport
from models.vocabulary.papers import Audience

# A section is made by its function for the number it will bear; None means it is left out, and
# the next one takes its number.
SECTIONS: Mapping[Section, Callable[[Desk, int], Part | None]] = {
    Section.ANSWERS: lambda desk, _number: answers(desk),
    Section.IDENTITY: lambda desk, _number: identity(desk),
    Section.SERVICE: lambda desk, _number: service(desk),
    Section.FAMILY: lambda desk, _number: family(desk),
    Section.CIRCUMSTANCES: lambda desk, _number: circumstances(desk),
    Section.TIMELINE: lambda desk, _number: timeline(desk),
    Section.ACCOUNTS: accounts,
    Section.PLACES: lambda desk, _number: places(desk),
    Section.EXHIBITS: lambda desk, _number: exhibits(desk),
    Section.GAPS: lambda desk, _number: gaps(desk),
    Section.CERTIFICATION: lambda desk, _number: certification(desk),
}


def internal_file(case: CaseReport, lang: str, context: PaperContext) -> Document:
    """Make the internal case file of `case` in `lang` (en, hy, ru); a draft without a code."""
    paper = paper_for(Audience.INTERNAL)
    case = for_reader(case, paper)
    words = PaperWords(lang)
    citations = Citations(case, words)
    desk = Desk(case, words, citations, context)
    title = words.say("Case file {number}", number=case.number)
    return Document(
        properties=Properties(title=title, lang=lang, made_at=context.printed_at),
        furniture=page_furniture(case, words, context, paper),
        blocks=(title_block(desk), *_numbered(desk, paper.sections)),
        notes=citations.notes,
        notes_explained=words.say(
            "Grade: letter = reliability of the source, A to F; figure = credibility of the "
            "information, 1 to 6. F and 6 mean “cannot be judged”."
        ),
    )


def _numbered(desk: Desk, sections: tuple[Section, ...]) -> list[Block]:
    blocks: list[Block] = []
    number = 1
    for section in sections:
        part = SECTIONS[section](desk, number)
        if part is None:
            continue
        blocks.append(SectionHead(number, part.title))
        blocks.extend(part.blocks)
        number += 1
    return blocks
