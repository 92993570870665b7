"""A day's work in one process, every text of it a planted word: what R-18 and R-27 watch.

`python -m tests.torture.session FOLDER quit|die SECONDS`: a vault is made in FOLDER, told
everything, printed from, backed up; then its window is opened, a file is read, a paper looked at,
a form typed into for so many seconds and copied from; then the window is closed, or the process
killed with all of it open. What is typed is kept as a draft within ten seconds.
"""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import ModuleType
from typing import override
from uuid import UUID

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from app import logs, workspace
from app.i18n import Translator
from app.jobs.papers.report import draft_papers
from app.jobs.registers import backup as backup_job
from app.paths import program_root
from app.queries.finding.search import search
from app.settings import SettingsFolder
from app.ui.application import make_application
from app.ui.frame import Frame
from app.ui.shell.tasks import Tasks
from app.ui.start import Program
from app.ui.vault_door import RegisterDoor
from tests.registers import FOUNDER, PASSPHRASE
from tests.security.canaries import CANARIES
from tests.security.talking import attach_everything, tell_everything

LONGEST_WAIT = 60_000
PARSERS = ("PIL", "pi_heif", "pypdfium2", "python_calamine", "openpyxl", "defusedxml", "docx")
PARSERS_LOADED = "parsers-loaded"
VAULT, LISTS, PAPERS, SECOND_DISK = "vault", "lists", "papers", "second-disk"


class ParserWatch(MetaPathFinder):
    """Notes which parsers of foreign files the program loads into its own process (R-30)."""

    def __init__(self, note: Path) -> None:
        self._note = note
        note.touch()

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> None:
        """Find nothing; only look who asks for what."""
        if fullname.partition(".")[0] in PARSERS:
            frames = (frame.filename for frame in traceback.extract_stack())
            if any(str(program_root() / "app") in file for file in frames):
                with self._note.open("a", encoding="utf-8") as file:
                    file.write(f"{fullname}\n")

    @classmethod
    def begin(cls, note: Path) -> None:
        """Watch from now on; what tests loaded for themselves is loaded anew when asked for."""
        for name in [one for one in sys.modules if one.partition(".")[0] in PARSERS]:
            del sys.modules[name]
        sys.meta_path.insert(0, cls(note))


def play(folder: Path, ending: str, typing: int) -> None:
    """Do a day's work in `folder` and end it."""
    ParserWatch.begin(folder / PARSERS_LOADED)
    logs.set_up()
    (folder / SECOND_DISK).mkdir()
    with workspace.create(folder / VAULT, FOUNDER, PASSPHRASE) as register:
        man = tell_everything(register, folder / LISTS)
        attach_everything(register, man)
        for word in CANARIES:
            register.read(partial(search, text=word, limit=20))
        draft_papers(register, [man], lang="hy", out=folder / PAPERS)
        backup_job.back_up(register, folder / SECOND_DISK)
    desk = make_application(sys.argv[:1], Translator.open("en"))
    program = Program(desk, RegisterDoor(SettingsFolder()))
    program.root.show()
    program.open(folder / VAULT, FOUNDER, PASSPHRASE)
    wait_until(lambda: program.frame is not None)
    if program.frame is None:
        raise RuntimeError("the register did not open")
    look_around(program.frame, desk.tasks, man, typing)
    if ending == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    program.end()


def look_around(frame: Frame, tasks: Tasks, man: UUID, typing: int) -> None:
    """Read his file, see his paper drawn, begin to type of another man, copy a name."""
    at_rest = partial(settle, tasks)
    frame.files.open_case(man)
    at_rest()
    if frame.work.doors.papers is None or frame.work.doors.editors is None:
        raise RuntimeError("doors are missing")
    frame.work.doors.papers.open_preview([man])
    at_rest()
    frame.work.doors.editors.open_new_case()
    at_rest()
    fields = [one for one in frame.window.findChildren(QLineEdit) if one.isVisible()]
    for field, word in zip(fields, CANARIES, strict=False):
        field.setText(word)
        field.textEdited.emit(word)
    pause(typing * 1000)
    at_rest()
    QGuiApplication.clipboard().setText(CANARIES[0])


def settle(tasks: Tasks) -> None:
    """Wait until the lanes have been at rest for a moment."""
    pause(300)
    wait_until(lambda: not tasks.busy)
    pause(300)


def pause(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(holds: Callable[[], bool]) -> None:
    """Let the window live until something holds; raises TimeoutError."""
    for _ in range(LONGEST_WAIT // 50):
        if holds():
            return
        pause(50)
    raise TimeoutError


if __name__ == "__main__":
    play(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
