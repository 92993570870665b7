"""How long a lock takes until nothing of the register is visible, and until all of it is shut."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from app.i18n.translator import Translator
from app.settings import SettingsFolder
from app.ui.application import make_application
from app.ui.start import Program
from app.ui.vault_door import RegisterDoor
from tests.bench.figure import Figure
from tests.factories.men import missing_man
from tests.registers import FOUNDER, PASSPHRASE, Home, found_vault

MEN = 40
PATIENCE_MS = 20_000


def measure() -> list[Figure]:
    """Lock a window with a man's file, a form begun and a menu open; time both moments."""
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "vault"
        found_vault(vault)
        with Home("vault", vault).open() as register:
            men = [missing_man(register) for _ in range(MEN)]
        ended: list[float] = []
        desk = make_application(["bench"], Translator.open("en"))
        program = Program(
            desk,
            RegisterDoor(SettingsFolder(Path(folder) / "settings")),
            lambda *_: ended.append(time.perf_counter()),
        )
        program.root.show()
        program.open(vault, FOUNDER, PASSPHRASE)
        _wait(lambda: program.frame is not None)
        frame = program.frame
        if frame is None or frame.work.doors.events is None:
            raise RuntimeError("the register is not open")
        for man in men[:5]:
            frame.files.open_case(man)
        frame.work.doors.events.open_record(men[0])
        _wait(lambda: not desk.tasks.busy)
        frame.window.show_menu()
        begun = time.perf_counter()
        program.lock()
        hidden = time.perf_counter()
        still = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        _wait(lambda: bool(ended))
        program.end()
    if still:
        raise RuntimeError("something stayed visible")
    return [
        Figure("lock until nothing is visible", "s", hidden - begun, 0.3, 0.1),
        Figure("lock until all is kept and shut", "s", ended[0] - begun, 3.0, 1.0),
    ]


def _wait(holds: Callable[[], bool]) -> None:
    """Let the window live until something holds."""
    loop = QEventLoop()
    look = QTimer()
    look.setInterval(1)
    look.timeout.connect(lambda: loop.quit() if holds() else None)
    look.start()
    late = QTimer()
    late.setSingleShot(True)
    late.timeout.connect(loop.quit)
    late.start(PATIENCE_MS)
    loop.exec()
    look.stop()
    if not holds():
        raise TimeoutError("the window does not get there")
