"""R-12: kill the window while somebody types, and see how many seconds of typing are gone.

Each life opens the form for a new man and types a letter at a time with real key strokes, noting
when; the kill comes after the first draft is due. Lives are mostly waiting, so some run at once.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from app.db.unit_of_work import Reader
from app.i18n import Translator
from app.paths import program_root
from app.queries.register.desk import draft, drafts
from app.settings import SettingsFolder
from app.ui.application import make_application
from app.ui.editors.new_case_page import PLACE
from app.ui.start import Program
from app.ui.vault_door import RegisterDoor
from tests.metrics import record, record_count
from tests.registers import FOUNDER, PASSPHRASE, Home, found_vault
from tests.torture.session import pause, settle, wait_until
from tests.torture.work import Notes

LETTER = "x"
EVERY = 250
"""Milliseconds between two letters."""
AT_ONCE = 4
MOST_LOST = 10.0
PATIENCE = 180.0


@dataclass(slots=True)
class Figures:
    """What a number of kills while typing did."""

    kills: int = 0
    drafts: int = 0
    most_lost: float = 0.0

    @property
    def holds(self) -> bool:
        """Say whether every draft was there and no more than ten seconds of it were gone."""
        return self.drafts == self.kills and self.most_lost <= MOST_LOST


def torture(times: int, folder: Path) -> Figures:
    """Kill a window so many times while somebody types, and write the figures."""
    chance = random.Random(20201213)  # noqa: S311  # when to kill is no secret
    figures = Figures()
    waits = [chance.uniform(MOST_LOST + 1, 2 * MOST_LOST) for _ in range(times)]
    places = [folder / f"life-{turn}" for turn in range(times)]
    for place in places:
        place.mkdir()
        found_vault(place / "vault")
    with ThreadPoolExecutor(AT_ONCE) as lives:
        for kept, lost in lives.map(_one_life, places, waits):
            figures.kills += 1
            figures.drafts += kept
            figures.most_lost = max(figures.most_lost, lost)
    record_count("R-12", "drafts offered after a kill while typing", figures.drafts, figures.kills)
    record("R-12", "most typing lost", f"{figures.most_lost:.1f} s in {figures.kills} kills",
           target=f"{MOST_LOST:g} s", holds=figures.most_lost <= MOST_LOST)  # fmt: skip
    return figures


def _one_life(place: Path, wait: float) -> tuple[bool, float]:
    """Let one window be typed into and kill it; answers whether a draft waits, and what is gone."""
    vault, notes = place / "vault", Notes(place / "notes")
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.torture.typing_kill", str(vault), str(notes.path)],
        cwd=program_root(),
        env=os.environ
        | {
            "HOMEWARD_SETTINGS_DIR": str(place / "settings"),
            "HOMEWARD_TEST_PROFILE": "1",
            "QT_QPA_PLATFORM": "offscreen",
        },
    )
    begun = time.monotonic()
    while not notes.path.exists():
        if process.poll() is not None or time.monotonic() - begun > PATIENCE:
            raise RuntimeError("the window did not come up")
        time.sleep(0.05)
    time.sleep(wait)
    process.send_signal(signal.SIGKILL)
    killed = time.monotonic()
    process.wait()
    typed = [float(line) for line in notes.path.read_text("utf-8").split()]
    with Home("vault", vault).open() as register:
        kept = register.read(_letters_kept)
    return kept > 0, killed - typed[kept] if kept < len(typed) else 0.0


def _letters_kept(reader: Reader) -> int:
    """Count the letters in the longest draft that waits."""
    found = [draft(reader, form, subject) or "" for form, subject, _ in drafts(reader)]
    return max((len(run) for one in found for run in re.findall(f"{LETTER}+", one)), default=0)


def type_until_killed(vault: Path, notes: Notes) -> None:
    """Open the window, the form for a new man, and type for ever."""
    desk = make_application(sys.argv[:1], Translator.open("en"))
    program = Program(desk, RegisterDoor(SettingsFolder()))
    program.root.show()
    program.open(vault, FOUNDER, PASSPHRASE)
    wait_until(lambda: program.frame is not None)
    if program.frame is None or program.frame.work.doors.editors is None:
        raise RuntimeError("the register did not open")
    program.frame.work.doors.editors.open_new_case()
    settle(desk.tasks)
    page = program.frame.window.page(PLACE)
    field = next(one for one in page.findChildren(QLineEdit) if one.isVisible())
    while True:
        QTest.keyClicks(field, LETTER)
        notes.say(str(time.monotonic()))
        pause(EVERY)


if __name__ == "__main__":
    type_until_killed(Path(sys.argv[1]), Notes(Path(sys.argv[2])))
