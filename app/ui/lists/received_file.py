"""Save the file of a list exactly as it was received."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.jobs.list_file_job import save_list_file
from app.shapes.lists import ListPage
from app.ui.widgets.file_questions import ask_new_file
from app.ui.work import Work


def save_received(work: Work, page: ListPage, host: QWidget) -> None:
    """Ask where to, then write the file of the version that is shown."""
    kit, version, workspace = work.kit, page.version, work.workspace
    # The name came from elsewhere: of a path in it only the last part counts.
    name = Path(version.file_name.replace("\\", "/")).name or version.named.replace(" ", "")
    title = kit.say(lambda t: t.say("Save the file as received"))
    target = ask_new_file(host, kit, title, "*", Path.home() / name)
    if target is None:
        return
    work.tasks.read(
        lambda: save_list_file(workspace, version.id, target),
        lambda saved: work.messages.done(lambda t: t.say("“{name}” is written.", name=saved)),
        work.messages.failed,
    )
