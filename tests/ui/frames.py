"""Windows over real registers for tests of the pages: opened, filled, shown, put away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.queries.register.office import office
from app.ui.application import Desk
from app.ui.cases.case_file_panel import CaseFilePanel
from app.ui.cases.cases_panel import CasesPanel
from app.ui.desk_store import remembered
from app.ui.frame import Frame
from app.ui.shell.change_bus import ChangeBus
from app.ui.shell.tasks import Tasks
from app.ui.vault_door import OpenedRegister
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from tests.registers import Home

WAIT_MS = 8000


@contextmanager
def framed(
    qtbot: QtBot, qapp: QApplication, kit: Kit, register: Workspace, home: Home
) -> Iterator[Frame]:
    """Show the window of an open register; lanes are at rest when it is left."""
    tasks = Tasks(qapp)
    desk = Desk(qapp, kit, tasks, ChangeBus(qapp))
    opened = OpenedRegister(register, home.path, register.read(office), remembered(register))
    frame = Frame(desk, opened)
    if frame.store.get("frame.page") == "today":
        frame.window.open_page("cases")  # most tests begin at the register
    frame.window.show()
    qtbot.waitExposed(frame.window)
    settle(qtbot, tasks)
    try:
        yield frame
    finally:
        frame.keep()
        settle(qtbot, tasks)
        frame.shut()
        tasks.close()
        frame.window.close()
        frame.window.deleteLater()
        frame.deleteLater()


def settle(qtbot: QtBot, tasks: Tasks, quiet_ms: int = 300) -> None:
    """Wait until the lanes are at rest and nothing more was asked for a moment."""
    calm = 0
    for _ in range(WAIT_MS // 50):
        qtbot.wait(50)
        calm = calm + 50 if not tasks.busy else 0
        if calm >= quiet_ms:
            return
    raise AssertionError("the lanes do not come to rest")


def list_of(frame: Frame) -> CasesPanel:
    """Return the page of the register."""
    page = frame.window.page("cases")
    assert isinstance(page, CasesPanel)
    return page


def opened_file(frame: Frame, qtbot: QtBot, case_id: UUID) -> CaseFilePanel:
    """Open a man's file and wait until it is read."""
    frame.files.open_case(case_id)
    file = frame.files.front()
    assert file is not None
    qtbot.waitUntil(lambda: file.file is not None, timeout=WAIT_MS)
    settle(qtbot, frame.work.tasks)
    return file


def until(qtbot: QtBot, holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    qtbot.waitUntil(holds, timeout=WAIT_MS)
