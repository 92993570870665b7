"""Offers the blank forms of the office in the search of actions, each in its own preview."""

from __future__ import annotations

from collections.abc import Callable

from app.i18n import Translator
from app.jobs.papers.forms import blank_making, draft_blank_form, file_name
from app.reports.render import PdfFile
from app.ui.doors import Papers, SheetToPrint
from app.ui.shell.actions import Action
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.vocabulary import label
from models.vocabulary.forms import BlankForm
from models.vocabulary.papers import PaperFormat

#: The language beside the one that is chosen: a family and an office read one of them.
BESIDE = {"hy": "ru"}
OTHERWISE = "hy"


def offer_blank_forms(work: Work, papers: Papers, back: Callable[[], object]) -> None:
    """Add an action for each form; none of them shows anything of a case."""
    for form in BlankForm:
        action = Action(f"forms.{form.value}", _named(form), icon="print")
        work.actions.add(action, _opens(work, papers, form, back))


def sheet_of_form(work: Work, form: BlankForm, back: Callable[[], object]) -> SheetToPrint:
    """Describe a blank form to the preview; its second language follows from the first."""
    workspace = work.workspace

    def draft(lang: str, paper: PaperFormat) -> PdfFile:
        return draft_blank_form(form, _languages(lang), blank_making(workspace), paper)

    def explained(t: Translator) -> str:
        return label("blank_form", form.value, t.lang, "help")

    return SheetToPrint(
        title=_named(form),
        explained=explained,
        draft=draft,
        file_name=file_name(form, ()),
        back=back,
    )


def _languages(lang: str) -> tuple[str, str]:
    return lang, BESIDE.get(lang, OTHERWISE)


def _named(form: BlankForm) -> Words:
    return lambda t: t.say("Blank form: {form}", form=label("blank_form", form.value, t.lang))


def _opens(
    work: Work, papers: Papers, form: BlankForm, back: Callable[[], object]
) -> Callable[[], None]:
    return lambda: papers.open_sheet(sheet_of_form(work, form, back))
