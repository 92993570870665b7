"""Ask for files and folders without leaving a trace of the answer outside the register (U-13).

The dialogs of the desktop put what is chosen into its lists of recent files; Qt's own keep a
history in the settings that all Qt programs share. So Qt's own are asked, with their own words in
the language of the program, and what they would remember is taken back at once.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import delete

from app.ui.widgets.kit import Kit

_KEPT_BY_QT: Final = "FileDialog"


def ask_folder(parent: QWidget, kit: Kit, title: str, start: Path | None = None) -> Path | None:
    """Ask for a folder that is there; None when the person turned back."""
    return _ask(_dialog(parent, kit, title, start, QFileDialog.FileMode.Directory))


def ask_file(
    parent: QWidget, kit: Kit, title: str, kinds: str, start: Path | None = None
) -> Path | None:
    """Ask for a file to read; None when the person turned back."""
    dialog = _dialog(parent, kit, title, start, QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    return _ask(dialog)


def ask_files(parent: QWidget, kit: Kit, title: str) -> tuple[Path, ...]:
    """Ask for files of any kind; () when the person turned back."""
    return _answers(_dialog(parent, kit, title, None, QFileDialog.FileMode.ExistingFiles))


def ask_new_file(
    parent: QWidget, kit: Kit, title: str, kinds: str, start: Path | None = None
) -> Path | None:
    """Ask where to write a file; None when the person turned back."""
    dialog = _dialog(parent, kit, title, start, QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, kit.say(lambda t: t.say("Save")))
    dialog.setNameFilter(kinds)
    return _ask(dialog)


def _dialog(
    parent: QWidget, kit: Kit, title: str, start: Path | None, mode: QFileDialog.FileMode
) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    if mode is QFileDialog.FileMode.Directory:
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setFilter(QDir.Filter.AllEntries | QDir.Filter.NoDotAndDotDot)
    labels = {
        QFileDialog.DialogLabel.LookIn: kit.say(lambda t: t.say("Look in:")),
        QFileDialog.DialogLabel.FileName: kit.say(lambda t: t.say("Name:")),
        QFileDialog.DialogLabel.FileType: kit.say(lambda t: t.say("Kind:")),
        QFileDialog.DialogLabel.Accept: kit.say(lambda t: t.say("Choose")),
        QFileDialog.DialogLabel.Reject: kit.say(lambda t: t.say("Cancel")),
    }
    for label, words in labels.items():
        dialog.setLabelText(label, words)
    if start is not None:
        folder = start if start.is_dir() else start.parent
        dialog.setDirectory(str(folder))
        if folder != start:
            dialog.selectFile(start.name)
    else:
        dialog.setDirectory(QDir.homePath())
    return dialog


def _ask(dialog: QFileDialog) -> Path | None:
    return next(iter(_answers(dialog)), None)


def _answers(dialog: QFileDialog) -> tuple[Path, ...]:
    with _forgotten_by_qt():
        try:
            accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
            chosen = dialog.selectedFiles() if accepted else []
        finally:
            dialog.setHistory([])
            dialog.setDirectory(QDir.homePath())
            delete(dialog)  # at once: what it writes at its end is taken back here
    return tuple(Path(one) for one in chosen)


@contextmanager
def _forgotten_by_qt() -> Iterator[None]:
    """Leave what Qt remembers of file dialogs as it was before."""
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")
    settings.beginGroup(_KEPT_BY_QT)
    before = {key: settings.value(key) for key in settings.allKeys()}
    try:
        yield
    finally:
        settings.sync()
        for key in settings.allKeys():
            if key not in before:
                settings.remove(key)
        for key, value in before.items():
            settings.setValue(key, value)
        settings.sync()
