"""A whole program over a vault for tests of locking: started, unlocked, its clean start noted."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.settings import SettingsFolder
from app.ui.application import Desk
from app.ui.frame import Frame
from app.ui.shell.change_bus import ChangeBus
from app.ui.shell.tasks import Tasks
from app.ui.start import Program
from app.ui.vault_door import RegisterDoor
from app.ui.widgets.kit import Kit
from tests.registers import FOUNDER, PASSPHRASE, Home
from tests.ui.frames import settle, until


@dataclass
class Started:
    """A program, and at which registers it began anew."""

    program: Program
    qtbot: QtBot
    begun: list[tuple[Path, str]] = field(default_factory=list)

    @property
    def frame(self) -> Frame:
        """The open register."""
        assert self.program.frame is not None
        return self.program.frame

    def unlock(self, vault: Home) -> Frame:
        """Open a register and wait for its list."""
        self.program.open(vault.path, FOUNDER, PASSPHRASE)
        until(self.qtbot, lambda: self.program.frame is not None)
        settle(self.qtbot, self.frame.work.tasks)
        return self.frame

    def gone(self) -> None:
        """Wait until a clean process would stand in the place of this one."""
        until(self.qtbot, lambda: bool(self.begun))

    def end(self) -> None:
        """End the program without a trace for the next test."""
        self.program.end()
        self.program.root.hide()
        self.program.root.deleteLater()
        self.program.deleteLater()


def started(qtbot: QtBot, qapp: QApplication, kit: Kit, settings: Path) -> Started:
    """Start a program whose clean start is only noted."""
    begun: list[tuple[Path, str]] = []
    desk = Desk(qapp, kit, Tasks(qapp), ChangeBus(qapp))
    program = Program(
        desk,
        RegisterDoor(SettingsFolder(settings)),
        lambda register, user: begun.append((register, user)),
    )
    program.root.show()
    qtbot.waitExposed(program.root)
    return Started(program, qtbot, begun)


def visible() -> list[QWidget]:
    """Return every window of the program that can be seen."""
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]
