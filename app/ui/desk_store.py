"""Keep how a person left the window inside the register: sealed with it, one document a person.

Everything is read once when the register opens; what changes is written some moments later on the
writing lane, many changes together, and once more at the end.
"""

import json
from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QObject, QTimer

from app.queries.register.desk import preference
from app.services.desk.desk import remember
from app.ui.kept_state import Json
from app.ui.shell.tasks import Tasks
from app.workspace import Workspace

KEY: Final = "window"
WAIT_MS: Final = 1500


def remembered(workspace: Workspace) -> dict[str, Json]:
    """Read what the window of the person at work remembers; off the UI thread."""
    kept = workspace.read(lambda reader: preference(reader, KEY))
    try:
        found = json.loads(kept) if kept else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


class DeskStore(QObject):
    """A StateStore over the preferences of the person at work."""

    def __init__(
        self, workspace: Workspace, tasks: Tasks, values: Mapping[str, Json], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._values = dict(values)
        self._kept = json.dumps(self._values, ensure_ascii=False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.flush)

    def get(self, key: str) -> Json:
        """Return what was kept, None when nothing was."""
        return self._values.get(key)

    def set(self, key: str, value: Json) -> None:
        """Keep a value; it is written a moment later."""
        if self._values.get(key) != value:
            self._values[key] = value
            self._timer.start()

    def unsaved(self) -> str | None:
        """Hand over what changed to whoever writes it; None when nothing did."""
        self._timer.stop()
        content = json.dumps(self._values, ensure_ascii=False)
        if content == self._kept:
            return None
        self._kept = content
        return content

    def flush(self) -> None:
        """Hand what changed to the writing lane now."""
        content = self.unsaved()
        if content is not None:
            workspace = self._workspace
            self._tasks.write(
                lambda: workspace.write(lambda uow: remember(uow, KEY, content)), _nothing, _nothing
            )


def _nothing(_: object) -> None:
    """Settings of a window are no records: a read-only register keeps none."""
