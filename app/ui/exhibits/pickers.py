"""Ask for the files and folders that come in, and for the place of one that goes out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.ui.exhibits.incoming import Incoming, files_in, files_of
from app.ui.widgets.file_questions import ask_files, ask_folder, ask_new_file
from app.ui.widgets.kit import Kit
from models.vocabulary.exhibits import ReceivedBy

_ANY_KIND = "(*)"


def pick_files(kit: Kit, host: QWidget) -> tuple[Incoming, ...]:
    """Ask for files of any kind; () where none was chosen."""
    return files_of(ask_files(host, kit, kit.say(lambda t: t.say("Add files"))))


def pick_scans(kit: Kit, host: QWidget) -> tuple[Incoming, ...]:
    """Ask for a folder of scans; all its files."""
    folder = ask_folder(host, kit, kit.say(lambda t: t.say("Scan a folder")))
    return () if folder is None else files_in(folder, ReceivedBy.SCAN)


def pick_place(kit: Kit, host: QWidget, name: str) -> Path | None:
    """Ask where a file given out is to be written; None where nobody chose."""
    title = kit.say(lambda t: t.say("Where to write the file"))
    return ask_new_file(host, kit, title, _ANY_KIND, Path.home() / name)
