"""Keeps what the columns of a list were said to be in a file, and reads such files again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.importing.profile import Profile
from app.importing.profile_file import load_profile
from app.importing.profile_text import profile_text
from app.jobs.papers.report import keep
from app.ui.imports.draft import ImportDraft
from app.ui.shell.saving import FileFaults
from app.ui.widgets.file_questions import ask_file, ask_new_file
from app.ui.work import Work

_KIND = "TOML (*.toml)"


class MappingFiles(QWidget):
    """Asks for files and reads or writes them off the window's thread.

    `loaded` carries the path and the profile that was read.
    """

    loaded = Signal(object, object)

    def __init__(self, work: Work, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self._work = work
        self._faults = FileFaults(work.messages)
        self.hide()

    def choose_to_load(self) -> None:
        """Ask for a mapping that was kept, and read it."""
        title = self._work.kit.say(lambda t: t.say("Load a mapping"))
        chosen = ask_file(self._host, self._work.kit, title, _KIND)
        if chosen is not None:
            self.load(chosen)

    def load(self, path: Path) -> None:
        """Read a mapping that was kept."""
        self._work.tasks.read(
            lambda: (path, load_profile(str(path))), self._loaded, self._faults.tell
        )

    def choose_to_keep(self, draft: ImportDraft) -> None:
        """Ask where, then keep what the columns were said to be."""
        name = f"{draft.path.stem if draft.path else 'list'}.toml"
        title = self._work.kit.say(lambda t: t.say("Keep this mapping as a file"))
        chosen = ask_new_file(self._host, self._work.kit, title, _KIND, Path.home() / name)
        if chosen is not None:
            self.keep(chosen, draft.profile())

    def keep(self, path: Path, profile: Profile) -> None:
        """Keep a mapping, so that the next such list needs no words."""
        named = path if path.suffix.lower() == ".toml" else path.with_name(f"{path.name}.toml")
        content = profile_text(profile).encode()
        self._work.tasks.write(lambda: keep(named, content), self._kept, self._faults.tell)

    def _loaded(self, answer: tuple[Path, Profile]) -> None:
        self.loaded.emit(*answer)

    def _kept(self, _: object) -> None:
        self._work.messages.done(lambda t: t.say("The mapping is kept."))
