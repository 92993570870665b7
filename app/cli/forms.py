"""The command that prints blank forms, to be filled in by hand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.cli.session import AsJson, Asked, Exit, Lang, PassFile, User, answer, fail, kindly, opened
from app.i18n import LANGUAGES
from models.vocabulary.forms import BlankForm

if TYPE_CHECKING:
    from app.reports.forms.blank import BlankMaking


def add_to(root: typer.Typer) -> None:
    """Add this command to the program."""
    root.command("forms")(forms)


def forms(
    form: Annotated[BlankForm, typer.Option("--form", help="Which form.")],
    out: Annotated[Path, typer.Option("--out", help="The PDF, or a folder for it.")],
    vault: Annotated[
        Path | None,
        typer.Argument(
            metavar="[VAULT]",
            help="A register, for the name of its office; without one there is a line for it.",
        ),
    ] = None,
    lang: Lang = "en",
    second_lang: Annotated[
        list[str] | None,
        typer.Option(
            "--second-lang",
            help="A second language on the form; the capture card takes a third as well.",
        ),
    ] = None,
    user: User = None,
    passphrase_file: PassFile = None,
    as_json: AsJson = False,
) -> None:
    """Print a blank form to be filled in by hand.

    No register is needed: nothing of any case stands on it.
    """
    from app.jobs.papers.forms import MOST_LANGUAGES, blank_making, write_blank_form

    asked = Asked(vault or Path(), user, lang, passphrase_file)
    t = asked.translator
    langs = list(dict.fromkeys((lang, *(second_lang or ()))))
    if any(one not in LANGUAGES for one in langs):
        fail(f"--second-lang: {', '.join(LANGUAGES)}", Exit.WRONG_USAGE)
    if len(langs) > MOST_LANGUAGES[form]:
        fail(
            t.say_n(
                "This form takes {n} language at most.",
                "This form takes {n} languages at most.",
                MOST_LANGUAGES[form],
            ),
            Exit.WRONG_USAGE,
        )

    def making() -> BlankMaking:
        if vault is None:
            return blank_making(None)
        with opened(asked) as workspace:
            return blank_making(workspace)

    with kindly(t):
        path, pdf = write_blank_form(form, langs, making(), out)
    answer(
        {"files": [{"path": str(path), "sha256": pdf.sha256, "pages": pdf.pages, "code": None}]},
        as_json=as_json,
        words=lambda: t.say_n("{path}: {n} page", "{path}: {n} pages", pdf.pages, path=path),
    )
