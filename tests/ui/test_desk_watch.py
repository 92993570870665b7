"""Left alone, asleep, or locked by the desk: the register locks; whoever works is left in peace."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.clock import FrozenClock
from app.ui.lock import clean_start
from app.ui.lock.reasons import Reason
from app.ui.lock.session_signals import SessionSignals
from app.ui.lock.watching import PATIENCE_WITH_WORK, DeskWatch
from app.ui.lock.windows_signals import reason_of
from app.ui.shell.idle_choice import accepted_minutes
from app.ui.shell.tasks import Tasks
from tests.metrics import record
from tests.registers import STARTED

ROOT = Path(__file__).parents[2]


class Desk:
    """A watch whose two clocks a test moves by hand."""

    def __init__(self, tasks: Tasks) -> None:
        self.clock = FrozenClock(STARTED)
        self.steady = 0.0
        self.watch = DeskWatch(self.clock, tasks, tasks, lambda: self.steady)
        self.locked: list[Reason] = []
        self.said: list[str] = []
        self.watch.locked.connect(self.locked.append)
        self.watch.postponed.connect(lambda: self.said.append("postponed"))
        self.watch.back.connect(lambda: self.said.append("back"))
        self.watch.begin(5)

    def wait(self, seconds: int) -> int:
        """Let seconds pass, one look each; return after how many it was locked, 0 if not."""
        for passed in range(1, seconds + 1):
            self.clock.advance(seconds=1)
            self.steady += 1
            self.watch.look()
            if self.locked:
                return passed
        return 0


@pytest.fixture
def desk(tasks: Tasks) -> Desk:
    return Desk(tasks)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.mark.parametrize("minutes", [1, 5, 60])
def test_a_desk_left_alone_is_locked_within_a_second_of_its_time(desk: Desk, minutes: int) -> None:
    desk.watch.set_minutes(minutes)
    passed = desk.wait(minutes * 60 + 5)
    record(
        "R-23",
        f"locked when left alone for {minutes} min",
        f"after {passed} s",
        target=f"at most {minutes * 60 + 1} s",
        holds=0 < passed <= minutes * 60 + 1,
    )
    assert minutes * 60 <= passed <= minutes * 60 + 1
    assert desk.locked == [Reason.IDLE]


def roll(window: QWidget) -> None:
    place = QPointF(20, 20)
    event = QWheelEvent(
        place,
        place,
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(window.windowHandle(), event)


def touch(window: QWidget) -> None:
    screen = QTest.createTouchDevice()
    assert isinstance(screen, QPointingDevice)
    QTest.touchEvent(window.windowHandle(), screen).press(1, QPoint(20, 20)).commit()


TOUCHES: dict[str, Callable[[QWidget], object]] = {
    "typing": lambda it: QTest.keyClick(it.windowHandle(), Qt.Key.Key_A),
    "mouse": lambda it: QTest.mouseMove(it.windowHandle(), QPoint(30, 40)),
    "click": lambda it: QTest.mouseClick(
        it.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5)
    ),
    "wheel": roll,
    "touch": touch,
}


@pytest.mark.parametrize("how", TOUCHES)
def test_whoever_works_is_left_in_peace(desk: Desk, window: QWidget, how: str) -> None:
    desk.wait(299)
    TOUCHES[how](window)
    assert desk.wait(299) == 0
    assert desk.wait(2) > 0


def test_what_the_program_does_by_itself_is_no_work(desk: Desk, window: QWidget) -> None:
    desk.wait(299)
    window.update()
    window.resize(320, 220)
    QGuiApplication.sendEvent(window.windowHandle(), QFocusEvent(QEvent.Type.FocusIn))
    assert desk.wait(2) > 0


def test_a_machine_that_slept_is_locked_when_it_wakes(desk: Desk) -> None:
    desk.wait(3)
    desk.clock.advance(minutes=2)  # the steady clock stood still in sleep
    assert desk.wait(1) == 1
    assert desk.locked == [Reason.SLEPT]


def test_sleep_shows_where_the_steady_clock_runs_on(desk: Desk) -> None:
    desk.wait(3)
    desk.clock.advance(minutes=2)
    desk.steady += 120
    assert desk.wait(1) == 1
    assert desk.locked == [Reason.SLEPT]


def test_a_clock_put_back_is_no_sleep(desk: Desk) -> None:
    desk.wait(3)
    desk.clock.advance(hours=-3)
    assert desk.wait(10) == 0


def test_long_work_postpones_idling_and_says_so_until_somebody_is_back(
    desk: Desk, tasks: Tasks, window: QWidget, qtbot: QtBot
) -> None:
    end = threading.Event()
    tasks.background(lambda _: end.wait(20), lambda _: None)
    assert desk.wait(400) == 0
    assert desk.said == ["postponed"]
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    desk.wait(1)
    assert desk.said == ["postponed", "back"]
    assert desk.wait(400) == 0
    end.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert desk.wait(1) == 1


def test_work_that_hangs_does_not_leave_the_register_open_all_night(
    desk: Desk, tasks: Tasks
) -> None:
    end = threading.Event()
    tasks.background(lambda _: end.wait(20), lambda _: None)
    passed = desk.wait(PATIENCE_WITH_WORK + 400)
    end.set()
    assert passed == PATIENCE_WITH_WORK + 301


def test_sleep_does_not_wait_for_long_work(desk: Desk, tasks: Tasks) -> None:
    end = threading.Event()
    tasks.background(lambda _: end.wait(20), lambda _: None)
    desk.clock.advance(minutes=1)
    assert desk.wait(1) == 1
    end.set()


@pytest.mark.parametrize(
    ("kept", "minutes"),
    [(None, 5), (1, 1), (60, 60), (0, 1), (999, 60), ("10", 5), (True, 5), (15.0, 15)],
)
def test_the_time_alone_is_between_one_minute_and_an_hour(kept: object, minutes: int) -> None:
    assert accepted_minutes(kept) == minutes


@pytest.mark.parametrize(
    ("message", "parameter", "why"),
    [
        (0x0218, 0x0004, Reason.SUSPEND),
        (0x0218, 0x0012, None),
        (0x02B1, 0x7, Reason.SCREEN),
        (0x02B1, 0x2, Reason.SCREEN),
        (0x02B1, 0x8, None),
        (0x0100, 0x7, None),
    ],
)
def test_messages_of_windows_are_understood(
    message: int, parameter: int, why: Reason | None
) -> None:
    assert reason_of(message, parameter) is why


_ON_A_BUS = """
import subprocess, sys
from PySide6.QtCore import QCoreApplication, QTimer
from app.ui.lock.session_signals import SessionSignals
app = QCoreApplication([])
signals = SessionSignals(app)
heard = []
signals.gone.connect(heard.append)
signals.listen()
def send(path, name, *words):
    subprocess.run(["dbus-send", "--session", path, name, *words], check=True)
told = (
    ("/screen", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:false"),
    ("/org/gnome", "org.gnome.ScreenSaver.ActiveChanged", "boolean:true"),
    ("/login", "org.freedesktop.login1.Manager.PrepareForSleep", "boolean:true"),
    ("/login/1", "org.freedesktop.login1.Session.Lock"),
)
for number, one in enumerate(told, 1):
    QTimer.singleShot(number * 100, lambda one=one: send(*one))
QTimer.singleShot(1500, app.quit)
app.exec()
print(*heard)
"""


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("dbus-send")),
    reason="no D-Bus on this machine",
)
def test_the_desktop_says_over_its_bus_that_the_person_is_gone() -> None:
    # One private bus stands for both: the signals differ by their interface alone.
    words = 'export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"; exec "$0" -c "$1"'
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", words, sys.executable, _ON_A_BUS],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout.split() == ["screen", "suspend", "screen"]


def test_a_machine_without_a_bus_is_listened_to_in_vain(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, tasks: Tasks
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtDBus", None)
    signals = SessionSignals(tasks)
    signals.listen()
    assert signals.heard_from == ()


def test_the_clean_process_is_told_register_and_name_and_no_secret(tmp_path: Path) -> None:
    words = clean_start.command(tmp_path / "vault", "Անահիտ")
    assert words[-4:] == ["--user", "Անահիտ", "--", str(tmp_path / "vault")]
    assert words[1:5] == ["-P", "-m", "app", "open"]
    assert Path(clean_start.environment()["PYTHONPATH"]) == ROOT


_BEGINS = """
import os, sys
from pathlib import Path
from app.ui.lock import clean_start
held = os.open(sys.argv[1], os.O_RDONLY)
os.set_inheritable(held, True)
program = [sys.executable, "-c", "import os,sys; print(os.getpid(), len(os.listdir('/dev/fd')))"]
print(os.getpid(), flush=True)
clean_start.command = lambda register, user: program
clean_start.begin_anew(Path(), "")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts a second process")
def test_the_process_replaces_itself(tmp_path: Path) -> None:
    file = tmp_path / "held"
    file.touch()
    done = subprocess.run(
        [sys.executable, "-c", _BEGINS, str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    before, after, files = done.stdout.split()
    assert before == after
    assert int(files) <= 4  # the three of the terminal, and the folder being listed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows starts a second process")
def test_the_program_ends_even_where_no_process_starts() -> None:
    words = (
        "from pathlib import Path; from app.ui.lock import clean_start; "
        "clean_start.command = lambda *_: ['/nowhere/program']; "
        "clean_start.begin_anew(Path(), ''); print('still here')"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert "still here" not in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux what it was told")
def test_memory_is_kept_out_of_dumps() -> None:
    words = (
        "import ctypes, resource; from app.hardening import keep_memory_private; "
        "keep_memory_private(); "
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0], ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["0", "0"]
