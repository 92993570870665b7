"""Ask for files and folders by a dialog of our own that keeps no list of recent files (U-13)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.ui.exhibits.incoming import Incoming, files_in, files_of
from app.ui.widgets.kit import Kit
from models.vocabulary.exhibits import ReceivedBy

#: Qt's own dialog: that of the system would remember what was chosen, outside the register.
_OURS = QFileDialog.Option.DontUseNativeDialog


def pick_files(kit: Kit, host: QWidget) -> tuple[Incoming, ...]:
    """Ask for files of any kind; () where none was chosen."""
    title = kit.say(lambda t: t.say("Add files"))
    chosen, _ = QFileDialog.getOpenFileNames(host, title, "", "", options=_OURS)
    return files_of(Path(name) for name in chosen)


def pick_scans(kit: Kit, host: QWidget) -> tuple[Incoming, ...]:
    """Ask for a folder of scans; all its files."""
    title = kit.say(lambda t: t.say("Scan a folder"))
    chosen = QFileDialog.getExistingDirectory(
        host, title, "", QFileDialog.Option.ShowDirsOnly | _OURS
    )
    return files_in(Path(chosen), ReceivedBy.SCAN) if chosen else ()


def pick_place(kit: Kit, host: QWidget, name: str) -> Path | None:
    """Ask where a file given out is to be written; None where nobody chose."""
    title = kit.say(lambda t: t.say("Where to write the file"))
    chosen, _ = QFileDialog.getSaveFileName(host, title, name, "", options=_OURS)
    return Path(chosen) if chosen else None
