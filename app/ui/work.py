"""Hand a page of an open register everything it works with; nothing is global.

work.read(lambda reader: case_file(reader, case_id), self._show)
work.write(lambda uow: withdraw_event(uow, request), self._saved)

Answers come back on the UI thread. What a write touched is told by the change bus before `done`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any  # the reader and the unit of work belong to a floor the window never names

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.shapes.changes import Changes, Outcome
from app.ui.doors import Doors
from app.ui.shell.actions import ActionTable
from app.ui.shell.change_bus import ChangeBus
from app.ui.shell.messages import Messages
from app.ui.shell.state_store import StateStore
from app.ui.shell.tasks import Failed, Tasks, Ticket
from app.ui.widgets.kit import Kit
from app.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Work:
    """What every page of an open register is made with."""

    kit: Kit
    workspace: Workspace
    tasks: Tasks
    bus: ChangeBus
    actions: ActionTable
    messages: Messages
    store: StateStore
    doors: Doors

    def read[T](
        self,
        query: Callable[[Any], T],
        done: Callable[[T], object],
        failed: Failed | None = None,
    ) -> Ticket:
        """Run a query on the reading lane; without `failed` a fault is shown in a sentence."""
        return self.tasks.read(
            lambda: self.workspace.read(query), done, failed or self.messages.failed
        )

    def write(
        self,
        use_case: Callable[[Any], Outcome[Any]],
        done: Callable[[Outcome[Any]], object],
        failed: Failed | None = None,
    ) -> Ticket:
        """Run a use case on the writing lane; without `failed` a fault is shown in a sentence."""
        return self.tasks.write(
            lambda: self.workspace.write(use_case), done, failed or self.messages.failed
        )


class ChangeBridge(QObject):
    """Carry what a write touched from the writing thread to the change bus of the window."""

    touched = Signal(object)
    #: Somebody was shown a limited case; it is written on the writing lane, a moment later.
    readings_wait = Signal()

    def __init__(self, workspace: Workspace, bus: ChangeBus, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        workspace.readings.tell(self.readings_wait.emit)
        self.touched.connect(self._publish, Qt.ConnectionType.QueuedConnection)
        self.stop = workspace.subscribe(self.touched.emit)

    @Slot(object)
    def _publish(self, changes: Changes) -> None:
        self._bus.publish(changes)
