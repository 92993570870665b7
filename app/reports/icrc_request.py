"""The tracing request to the ICRC, filled from the register (`domain.md` 2.2, 6 (b))."""

from __future__ import annotations

from app.reports.audience import Paper, paper_for
from app.reports.context import PaperContext
from app.reports.document import Block, Document, Properties
from app.reports.form_blocks import Continued, FormPhoto, FormTitle, SignatureRow, SignLine
from app.reports.forms import consent, tracing_request
from app.reports.forms.blank import ASKS, ICRC_REFERENCE, OUR_REFERENCE
from app.reports.forms.form_words import FormWords
from app.reports.forms.layout import filled_sections
from app.reports.forms.tracing_answers import TracingAnswers
from app.reports.page_furniture import page_furniture
from app.reports.paper_words import PaperWords
from app.shapes.case_report import CaseReport
from models.vocabulary.papers import Audience

ROWS_BESIDE_PHOTO = 4


def icrc_request(
    case: CaseReport, lang: str, context: PaperContext, paper: Paper | None = None
) -> Document:
    """Make the tracing request for `case`, which holds only what the ICRC may see."""
    paper = paper or paper_for(Audience.ICRC)
    words = PaperWords(lang)
    answers = TracingAnswers(case, words, context, paper)
    photo = _photo(case, words)
    sections = filled_sections(
        tracing_request.LAYOUT,
        FormWords(words),
        answers.all(),
        words.say("see “Continued”"),
        {"B": photo} if photo else {},
    )
    title = words.say("Tracing request {number}", number=case.number)
    blocks: tuple[Block, ...] = (
        _title(answers, words),
        *sections,
        Continued(words.say("Continued")),
        _signatures(answers.enquirer, words, context),
    )
    return Document(
        properties=Properties(title=title, lang=lang, made_at=context.printed_at),
        furniture=page_furniture(case, words, context, paper),
        blocks=blocks,
    )


def _title(answers: TracingAnswers, words: PaperWords) -> FormTitle:
    return FormTitle(
        title=words.say(tracing_request.TITLE),
        lines=(
            words.say(
                "Filled from the register of the office at the request of the enquirer. “Not "
                "known” means asked and not known; “not recorded” means not asked. A box that is "
                "not crossed was not asked."
            ),
        ),
        references=(
            (words.say(OUR_REFERENCE), answers.reference),
            (words.say(ICRC_REFERENCE), answers.icrc_reference),
        ),
    )


def _photo(case: CaseReport, words: PaperWords) -> FormPhoto | None:
    if case.photo is None:
        return None
    taken = case.photo.taken
    caption = words.say("Photograph, date not known")
    if taken is not None and taken.edtf is not None:
        caption = words.say("Photograph, {date}", date=words.when(taken))
    mark = "SAMPLE" if case.sample else ""
    return FormPhoto(caption, ROWS_BESIDE_PHOTO, case.photo, mark)


def _signatures(enquirer: str, words: PaperWords, context: PaperContext) -> SignatureRow:
    signature, date = words.say(consent.SIGNATURE), words.say(consent.SIGNED_ON)
    return SignatureRow(
        (
            SignLine(words.say(ASKS), enquirer, signature, date),
            SignLine("", context.prepared_by.name, words.say("Signature for the office"), date),
        ),
        seal_word=words.say("L. S."),
    )
