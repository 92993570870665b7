"""The papers of the office itself, a book, a reprint: for rules that hold of any file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from app.jobs.papers.book import Binder, BookOrder
from app.reports.call_sheet import call_sheet_document
from app.reports.case_list_sheet import case_list_sheet
from app.reports.cover_sheet import cover_sheet
from app.reports.document import Document, Format
from app.reports.forms.blank import BlankMaking, blank_form
from app.reports.forms.form_words import FormWords
from app.reports.paper_words import PaperWords
from app.reports.recovery_sheet import write_recovery_sheet
from app.reports.render import write_pdf
from app.reports.reprint_strip import reprint_strip
from app.reports.sealed_key import sealed_key_document
from app.sandbox.calls import mark_pdf
from app.shapes.case_list_paper import USUAL_COLUMNS
from app.shapes.case_report import Wording
from app.shapes.envelopes import EnclosedPaper, Envelope
from app.shapes.families import CallSheet, WhichCalls
from app.shapes.recovery import RecoverySheet, SheetMade
from app.shapes.requests.disclosures import Stamp
from app.shapes.sealed_key import SealedKey, SealedWitness
from app.vault.recovery_code import SECRET_BYTES, as_lines
from models.vocabulary.forms import BlankForm
from models.vocabulary.papers import PaperFormat
from models.vocabulary.partial_date import PartialDate
from tests.factories import papers
from tests.factories.papers import YEREVAN, draft_context, issued_context
from tests.reports.every_paper import content
from tests.reports.test_case_list_sheet import a_paper

SPOKEN = PartialDate.parse_edtf("2021-01-04")
WITNESS = SealedWitness("W-01", "RETURNED_CAPTIVE", "Նմուշյան Վկա", "", (SPOKEN,))
MOMENT = datetime(2021, 3, 10, 18, 42, tzinfo=YEREVAN)


def _envelope(lang: str) -> Document:
    inside = (EnclosedPaper("icrc", about="HRD-2020-00123", disclosure="D-2021-00042"),)
    return cover_sheet(Envelope("The Delegation", papers=inside), lang, issued_context())


def _sealed(lang: str) -> Document:
    key = SealedKey("HRD-2020-00123", date(2021, 3, 10), (WITNESS,))
    return sealed_key_document(key, PaperWords(lang), draft_context())


def _calls(lang: str) -> Document:
    sheet = CallSheet(WhichCalls.DUE, date(2021, 3, 10), (), 0)
    return call_sheet_document(sheet, PaperWords(lang), draft_context())


def _listed(lang: str) -> Document:
    return case_list_sheet(a_paper(USUAL_COLUMNS, men=40), PaperWords(lang), draft_context())


def _blank(form: BlankForm) -> Callable[[str], Document]:
    making = BlankMaking(MOMENT, Wording(en="Office of Rights"))
    return lambda lang: blank_form(form, FormWords.of(lang, "ru" if lang == "hy" else "hy"), making)


def _book(lang: str) -> bytes:
    binder = Binder(BookOrder((), lang, "held", duplex=True), draft_context())
    for number, case in enumerate((papers.model_case(), papers.thin_case()), 1):
        binder.add(replace(case, number=f"HRD-2020-{number:05d}"))
    return binder.bind().content


def _recovery(lang: str) -> bytes:
    made = SheetMade(3, datetime(2021, 3, 10, 6, 0, tzinfo=UTC), split=False)
    sheet = RecoverySheet(
        made, "Office", "1a2b3c4d", lines=as_lines(bytes(range(SECRET_BYTES))), shares=()
    )
    return write_recovery_sheet(sheet, lang).content


def reprint_of(kept: bytes, lang: str) -> bytes:
    """Mark a kept paper as printed once more."""
    stamp = Stamp(
        "D-2021-00043", "7K4Q-9MXT-2R", 2, 2, MOMENT, reprint_of="D-2021-00042",
    )  # fmt: skip
    strip = reprint_strip(lang, stamp, Format.PORTRAIT, PaperFormat.A4)
    return mark_pdf(kept, strip, "D-2021-00043 · D-2021-00042")[0]


DOCUMENTS: Mapping[str, Callable[[str], Document]] = {
    "cover sheet": _envelope,
    "sealed key": _sealed,
    "call sheet": _calls,
    "list of cases": _listed,
    **{f"blank {form.value}": _blank(form) for form in BlankForm},
}
FILES: Mapping[str, Callable[[str], bytes]] = {
    "book": _book,
    "recovery sheet": _recovery,
    "reprint": lambda lang: reprint_of(content("internal", lang), lang),
}

OFFICE_PAPERS = (*DOCUMENTS, *FILES)


@cache
def office_file(name: str, lang: str) -> bytes:
    """Write one of them once."""
    if name in FILES:
        return FILES[name](lang)
    return write_pdf(DOCUMENTS[name](lang)).content
