"""The documents of the office: which template makes the paper of which reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.reports.audience import Paper, paper_for
from app.reports.context import PaperContext
from app.reports.court_dossier import court_dossier
from app.reports.document import Document
from app.reports.family_letter import family_letter
from app.reports.icrc_request import icrc_request
from app.reports.internal_file import internal_file
from app.reports.leaving_out import LeftOut, for_reader
from app.reports.negotiation_list import negotiation_list
from app.reports.public_notice import public_notice
from app.reports.reductions.family import addressed_to
from app.shapes.case_report import CaseReport
from models.vocabulary.papers import Audience, LeftThing, PaperSection, WhyLeftOut

# A template gets what its reader may see of each man, the language, who makes the paper, and the
# paper with the sections that were chosen; it never sees what was left out.
type Template = Callable[[tuple[CaseReport, ...], str, PaperContext, Paper], Document]

TEMPLATES: Mapping[Audience, Template] = {
    Audience.INTERNAL: lambda men, lang, context, paper: internal_file(
        men[0], lang, context, paper
    ),
    Audience.COURT: lambda men, lang, context, paper: court_dossier(men[0], lang, context, paper),
    Audience.FAMILY: family_letter,
    Audience.ICRC: lambda men, lang, context, paper: icrc_request(men[0], lang, context, paper),
    Audience.NEGOTIATION: negotiation_list,
    Audience.PUBLIC: public_notice,
}


@dataclass(frozen=True, slots=True)
class Made:
    """A document, what of each man is on it, and what is not and why."""

    document: Document
    released: tuple[CaseReport, ...]
    left_out: tuple[LeftOut, ...]


def make_document(
    audience: Audience,
    cases: Sequence[CaseReport],
    lang: str,
    context: PaperContext,
    chosen: frozenset[PaperSection] | None = None,
) -> Made:
    """Make the paper of a reader on one man, or on all of a list; `chosen` narrows its sections.

    What the reader may not see is left out first; only then is a word of the paper made.
    """
    paper = paper_for(audience).with_sections(chosen)
    if audience is Audience.FAMILY:
        cases = [addressed_to(case, context.recipient) for case in cases]
    released = [for_reader(case, paper) for case in cases]
    kept = tuple(one.case for one in released)
    document = TEMPLATES[audience](kept, lang, context, paper)
    document = replace(document, paper=context.paper_format)
    return Made(document, kept, _together(left for one in released for left in one.left_out))


def _together(left_out: Iterable[LeftOut]) -> tuple[LeftOut, ...]:
    """Add up what was left out of several files."""
    counted: Counter[tuple[PaperSection, LeftThing, WhyLeftOut]] = Counter()
    for one in left_out:
        counted[one.section, one.thing, one.why] += one.count
    return tuple(LeftOut(*key, count) for key, count in counted.items())
