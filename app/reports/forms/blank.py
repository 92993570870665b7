"""Blank forms for handwriting: no facts of any case, so no code, no reader and no release."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from app.i18n import mark
from app.reports.document import Block, Document, Furniture, Properties, Prose, plain
from app.reports.form_blocks import FormPhoto, FormSection, FormTitle, SignatureRow, SignLine
from app.reports.forms import capture_card, consent, intake, tracing_request
from app.reports.forms.form_words import FormWords
from app.reports.forms.layout import blank_sections
from app.reports.page_furniture import sample_mark
from app.reports.paper_words import PaperWords
from app.shapes.case_report import Wording
from models.vocabulary.forms import BlankForm

NO_OFFICE: Final = Wording()
A_LINE: Final = "______________"
HOW_TO_WRITE: Final = mark(
    "Write in block letters with a dark pen; dates as day, month, year. Not known? Write “not "
    "known”. Not asked? Leave it empty."
)
WHO_FILLS: Final = mark(
    "Cross boxes with ×. Of a date leave empty what is not known. No room? Go on on another sheet, "
    "under the number of the item. H, the references and the case number are filled in by the "
    "office."
)
PHOTO: Final = mark("Photograph, if any")
OUR_REFERENCE: Final = mark("Our reference")
ICRC_REFERENCE: Final = mark("ICRC reference")
CASE_NUMBER: Final = mark("Case no.")
ASKS: Final = mark(
    "I ask the International Committee of the Red Cross to look for the person named in B. What I "
    "have said is true as far as I know."
)
TAKEN_DOWN: Final = mark("Taken down and read back by (interviewer)")
REPORTED: Final = mark("What stands here is what I have said (whoever reports)")
CUT: Final = mark("Cut out along the outer line and fold in the middle.")


@dataclass(frozen=True, slots=True)
class BlankMaking:
    """Whose form it is, if a register says so, and when it was printed (aware)."""

    printed_at: datetime
    office: Wording = NO_OFFICE
    sample: bool = False


def blank_form(
    form: BlankForm, words: FormWords, making: BlankMaking, third: PaperWords | None = None
) -> Document:
    """Lay out a blank form; only the capture card takes a third language."""
    made = _MADE[form]
    blocks = capture_card_blocks(words, third) if made.blocks is None else made.blocks(words)
    title = words.first.say(made.title)
    return Document(
        properties=Properties(title=title, lang=words.first.lang, made_at=making.printed_at),
        furniture=_furniture(made, title, words, making),
        blocks=blocks,
    )


def intake_blocks(words: FormWords) -> tuple[Block, ...]:
    """Ask what the page "New case" asks, in its order."""
    return (
        _title(words, intake.TITLE, CASE_NUMBER),
        *blank_sections(intake.LAYOUT, words),
        _signed(words, REPORTED, TAKEN_DOWN),
    )


def tracing_blocks(words: FormWords) -> tuple[Block, ...]:
    """Ask what the ICRC asks: items A1 to H5, as in the request filled from the register."""
    photo = FormPhoto(words.both(PHOTO), beside=4)
    return (
        _title(words, tracing_request.TITLE, OUR_REFERENCE, ICRC_REFERENCE, more=WHO_FILLS),
        *blank_sections(tracing_request.LAYOUT, words, {"B": photo}),
        _signed(words, ASKS, TAKEN_DOWN, seal=True),
    )


def consent_blocks(words: FormWords) -> tuple[Block, ...]:
    """Ask each purpose by itself."""
    return (
        FormTitle(
            *words.first_and_second(consent.TITLE),
            words.each(consent.EXPLAINED),
            ((words.both(CASE_NUMBER), ""),),
        ),
        *blank_sections(consent.WHO, words),
        FormSection("B", words.both(consent.ANSWERS), (), blank=True),
        consent.questions(words),
        *(replace(part, held=True) for part in blank_sections(consent.HOW, words)),
        consent.signatures(words),
    )


def capture_card_blocks(words: FormWords, third: PaperWords | None) -> tuple[Block, ...]:
    """Print both sides of the card of Annex IV B."""
    return (
        Prose(plain(words.both(CUT)), style="note"),
        capture_card.capture_card(words, third),
    )


def _title(words: FormWords, title: str, *references: str, more: str = "") -> FormTitle:
    how = [words.each(said) for said in (HOW_TO_WRITE, more) if said]
    return FormTitle(
        *words.first_and_second(title),
        tuple(line for of_one_language in zip(*how, strict=True) for line in of_one_language),
        tuple((words.both(reference), "") for reference in references),
    )


def _signed(words: FormWords, *purposes: str, seal: bool = False) -> SignatureRow:
    return SignatureRow(
        tuple(
            SignLine(
                words.both(purpose),
                "",
                words.both(consent.SIGNATURE),
                words.both(consent.SIGNED_ON),
            )
            for purpose in purposes
        ),
        seal_word=words.first.say("L. S.") if seal else "",
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """How one form is made, and how it says what it is."""

    title: str
    template: str
    version: str
    blocks: Callable[[FormWords], tuple[Block, ...]] | None
    class_word: str


RESTRICTED: Final = mark("RESTRICTED")
CONFIDENTIAL: Final = mark("CONFIDENTIAL")

_MADE: Final[Mapping[BlankForm, _Made]] = {
    BlankForm.INTAKE: _Made(
        intake.TITLE, intake.TEMPLATE, intake.VERSION, intake_blocks, CONFIDENTIAL
    ),
    BlankForm.TRACING: _Made(
        mark("Tracing request to the ICRC"),
        tracing_request.TEMPLATE,
        tracing_request.VERSION,
        tracing_blocks,
        RESTRICTED,
    ),
    BlankForm.CAPTURE_CARD: _Made(
        capture_card.TITLE, capture_card.TEMPLATE, capture_card.VERSION, None, RESTRICTED
    ),
    BlankForm.CONSENT: _Made(
        consent.TITLE, consent.TEMPLATE, consent.VERSION, consent_blocks, CONFIDENTIAL
    ),
}


def _furniture(made: _Made, title: str, words: FormWords, making: BlankMaking) -> Furniture:
    first = words.first
    return Furniture(
        office=making.office.best(first.lang) or first.say("Office") + f" {A_LINE * 3}",
        document_type=first.say("{title} – blank form", title=title),
        class_word=first.say(made.class_word),
        scope=first.say("once filled"),
        case_number=f"{first.say(CASE_NUMBER)} {A_LINE}",
        facts_as_of=first.say("Blank form – no facts of any case"),
        template_line=first.say(
            "Template {template} {version}, {languages}",
            template=f"{made.template}-blank",
            version=made.version,
            languages=words.languages,
        ),
        printed_line=first.say("Printed {date}", date=first.day(making.printed_at.date())),
        genuine_line=first.say("Keep filled forms locked. Enter in the register on the same day."),
        page_of=first.say("Page {page} of {pages}", page="{page}", pages="{pages}"),
        left_mark=sample_mark(first) if making.sample else "",
    )
