"""Writes blank forms: with the office's name where a register is open, else with a line for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from app.clock import OFFICE_ZONE, Clock, SystemClock
from app.jobs.papers.report import keep
from app.queries.register.office import office
from app.reports.forms.blank import BlankMaking, blank_form
from app.reports.forms.form_words import FormWords
from app.reports.paper_words import PaperWords
from app.reports.render import PdfFile, write_pdf
from app.shapes.case_report import Wording
from app.workspace import Workspace
from models.vocabulary.forms import BlankForm
from models.vocabulary.papers import PaperFormat

#: How many languages a form may speak; the third explains the capture card on its front.
MOST_LANGUAGES: Final = dict.fromkeys(BlankForm, 2) | {BlankForm.CAPTURE_CARD: 3}


def blank_making(workspace: Workspace | None, clock: Clock | None = None) -> BlankMaking:
    """Read whose form it is; without a register nobody's."""
    if workspace is None:
        return BlankMaking((clock or SystemClock()).now().astimezone(OFFICE_ZONE))
    about = workspace.read(office)
    return BlankMaking(
        workspace.clock.now().astimezone(OFFICE_ZONE),
        Wording(en=about.name_en, hy=about.name_hy, ru=about.name_ru),
        about.is_sample,
    )


def draft_blank_form(
    form: BlankForm,
    langs: Sequence[str],
    making: BlankMaking,
    paper: PaperFormat = PaperFormat.A4,
) -> PdfFile:
    """Write a blank form in memory, in one language to `MOST_LANGUAGES` of them.

    Raises:
        FontMissing; FurnitureTooLong; ValueError: a language we do not have.
    """
    first, second, third = (*dict.fromkeys(langs), "", "")[:3]
    words = FormWords.of(first, second)
    blank = blank_form(form, words, making, PaperWords(third) if third else None)
    return write_pdf(replace(blank, paper=paper))


def write_blank_form(
    form: BlankForm, langs: Sequence[str], making: BlankMaking, out: Path
) -> tuple[Path, PdfFile]:
    """Write a blank form to `out`, or into the folder `out` under a name that says what it is.

    Raises:
        DiskFull; OSError: the folder cannot be written.
    """
    pdf = draft_blank_form(form, langs, making)
    path = out if out.suffix.lower() == ".pdf" else out / f"{file_name(form, langs)}.pdf"
    keep(path, pdf.content)
    return path, pdf


def file_name(form: BlankForm, langs: Sequence[str]) -> str:
    """Name the file of a blank form, without an ending: `tracing-blank_en_hy`."""
    return "_".join((f"{form.value}-blank", *dict.fromkeys(langs)))
