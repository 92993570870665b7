"""Saves what is due, and when, as a calendar for other programs: without names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.jobs.calendar_job import write_due_dates
from app.shapes.exports import ExportDone
from app.ui.shell.saving import FileFaults
from app.ui.widgets.file_questions import ask_new_file
from app.ui.work import Work


def save_calendar(work: Work, host: QWidget) -> None:
    """Ask where the calendar shall stand, and write it there."""
    title = work.kit.say(lambda t: t.say("Save the due dates"))
    start = Path.home() / f"due-{work.workspace.clock.today():%Y-%m-%d}.ics"
    chosen = ask_new_file(host, work.kit, title, "ICS (*.ics)", start)
    if chosen is None:
        return
    workspace, t = work.workspace, work.kit.translator

    def saved(done: ExportDone) -> None:
        work.messages.done(
            lambda t: t.say_n(
                "{n} due date was written to {name}.",
                "{n} due dates were written to {name}.",
                done.files[0].rows or 0,
                name=chosen.name,
            )
        )

    work.tasks.background(
        lambda _: write_due_dates(workspace, chosen, t), saved, FileFaults(work.messages).tell
    )
