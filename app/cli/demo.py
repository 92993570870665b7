"""The command that shows the program: the sample in its window, or as papers without a screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from app.cli.display import has_display
from app.cli.session import Lang, kindly, translator
from app.settings import SettingsFolder


def add_to(root: typer.Typer, open_window: Callable[..., int]) -> None:
    """Add this command to the program."""

    @root.command("demo")
    def demo(
        folder: Annotated[Path, typer.Option("--folder", help="Where the sample is made.")] = Path(
            "build/demo"
        ),
        lang: Lang = "en",
    ) -> None:
        """Show the program on its sample.

        Without a display its case reports are written as PDF instead.
        """
        from app.jobs.registers.opening import SAMPLE_PASSPHRASE, SAMPLE_USER, found_sample

        t = translator(lang)
        vault = folder / "sample"
        with kindly(t):
            if not vault.exists():
                folder.mkdir(parents=True, exist_ok=True)
                typer.echo(t.say("Making the sample; all people in it are invented …"))
                found_sample(vault, settings=SettingsFolder())
            typer.echo(t.say("Passphrase of the sample: {words}", words=SAMPLE_PASSPHRASE))
            if has_display():
                code = open_window(str(vault), user=SAMPLE_USER, passphrase=SAMPLE_PASSPHRASE)
                raise typer.Exit(code)
            typer.echo(t.say("There is no display here, so the case reports are written as PDF."))
            papers = _papers(vault, folder / "papers")
            typer.echo(
                t.say_n(
                    "{n} report is in {folder}.",
                    "{n} reports are in {folder}.",
                    papers,
                    folder=folder / "papers",
                )
            )


def _papers(vault: Path, out: Path) -> int:
    from app.jobs.papers.report import draft_papers
    from app.jobs.registers.opening import SAMPLE_PASSPHRASE, SAMPLE_USER, open_for_work
    from app.queries.cases.lines import row_vector, rows
    from app.shapes.case_list import CaseFilter, CaseSort

    written = 0
    with open_for_work(
        vault, SAMPLE_USER, SAMPLE_PASSPHRASE, settings=SettingsFolder()
    ) as workspace:
        found = workspace.read(
            lambda reader: rows(reader, row_vector(reader, CaseFilter(), CaseSort.NUMBER))
        )
        for lang in ("en", "hy", "ru"):
            papers = draft_papers(
                workspace, [row.case_id for row in found], lang=lang, out=out / lang
            )
            written += len(papers)
    return written
