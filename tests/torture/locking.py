"""A window that shows a register and locks when it is told to: the process R-24 looks into.

`python -m tests.torture.locking VAULT NOTES MAN`: notes `shown`, then waits for `lock` in NOTES.
"""

import sys
from pathlib import Path
from uuid import UUID

from app.i18n import Translator
from app.settings import SettingsFolder
from app.ui.application import make_application
from app.ui.start import Program
from app.ui.vault_door import RegisterDoor
from tests.registers import FOUNDER, PASSPHRASE
from tests.torture.session import look_around, pause, wait_until
from tests.torture.work import Notes


def show_and_lock(vault: Path, notes: Notes, man: UUID) -> None:
    """Show everything of a register, say so, and lock when told; does not come back."""
    desk = make_application(sys.argv[:1], Translator.open("en"))
    program = Program(desk, RegisterDoor(SettingsFolder()))
    program.root.show()
    program.open(vault, FOUNDER, PASSPHRASE)
    wait_until(lambda: program.frame is not None)
    if program.frame is None:
        raise RuntimeError("the register did not open")
    look_around(program.frame, desk.tasks, man, typing=1)
    notes.say("shown")
    wait_until(lambda: "lock" in notes.path.read_text("utf-8").split())
    program.lock()
    while True:
        pause(1000)


if __name__ == "__main__":
    show_and_lock(Path(sys.argv[1]), Notes(Path(sys.argv[2])), UUID(sys.argv[3]))
