"""A second start shows the first window; what a killed program left behind stops nobody."""

import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.only_one import OnlyOne, door_of
from app.ui.widgets.kit import Kit
from tests.metrics import record
from tests.registers import Home
from tests.ui.programs import started

ROOT = Path(__file__).parents[2]
TIMES = 50
_FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui.only_one import OnlyOne
app = QCoreApplication([])
one = OnlyOne(Path(sys.argv[1]))
print(one.show_the_first(), one.listen(), flush=True)
app.exec()
"""
_SECOND = """
import sys
from pathlib import Path
from app.ui.only_one import OnlyOne
for line in sys.stdin:
    print(OnlyOne(Path(sys.argv[1])).show_the_first(line.strip()))
"""


@pytest.fixture(autouse=True)
def near_folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the door where its path is short enough for every system."""
    with tempfile.TemporaryDirectory(prefix="hw") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield


@pytest.fixture
def first(qtbot: QtBot, own_settings: Path) -> Iterator[OnlyOne]:
    made = OnlyOne(own_settings)
    assert not made.show_the_first()
    assert made.listen()
    yield made
    made.leave()


@pytest.fixture
def second(own_settings: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Lend a process that is as many second starts, one after another, as it is told."""
    begun = subprocess.Popen(
        [sys.executable, "-u", "-c", _SECOND, str(own_settings)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    yield begun
    begun.kill()
    begun.communicate()


def start_again(qtbot: QtBot, second: "subprocess.Popen[bytes]", register: str) -> bool:
    """Start a second program as far as the door, while the first goes on working."""
    assert second.stdin is not None
    assert second.stdout is not None
    second.stdin.write(register.encode() + b"\n")
    second.stdin.flush()
    answer = second.stdout
    qtbot.waitUntil(lambda: bool(select.select([answer], [], [], 0)[0]), timeout=8000)
    return answer.readline() == b"True\n"


@pytest.mark.skipif(os.name == "nt", reason="a pipe of Windows leaves nothing behind")
def test_fifty_starts_show_the_first_window_and_stale_doors_are_taken_over(
    qtbot: QtBot, own_settings: Path, second: "subprocess.Popen[bytes]"
) -> None:
    shown = 0
    for number in range(TIMES):
        if number % 2:  # a program was killed here: its socket is there, nobody listens
            stale = socket.socket(socket.AF_UNIX)
            stale.bind(door_of(own_settings))
            stale.close()
        first = OnlyOne(own_settings)
        heard: list[str] = []
        first.asked.connect(heard.append)
        free = not first.show_the_first() and first.listen()
        shown += (
            free and start_again(qtbot, second, f"vault {number}") and heard == [f"vault {number}"]
        )
        first.leave()
    record(
        "R-08",
        "second starts that showed the first window",
        f"{shown} of {TIMES}",
        target="50 of 50",
        holds=shown == TIMES,
    )
    assert shown == TIMES


def test_each_person_has_a_door_of_their_own(tmp_path: Path, first: OnlyOne) -> None:
    assert door_of(tmp_path / "one") != door_of(tmp_path / "another")
    assert not OnlyOne(tmp_path / "another").show_the_first()


@pytest.mark.parametrize("words", [b"\n", b"{}\n", b"[1]\n", b'{"show": 3}\n', b"\xff\xfe\n"])
def test_nonsense_at_the_door_shows_nothing(qtbot: QtBot, first: OnlyOne, words: bytes) -> None:
    heard: list[str] = []
    first.asked.connect(heard.append)
    knocks = QLocalSocket()
    knocks.connectToServer(first.door)
    with qtbot.waitSignal(knocks.disconnected):
        knocks.write(words)
    assert heard == []


def test_the_first_window_comes_forward_with_the_register_that_was_named(
    qtbot: QtBot, qapp: QApplication, kit: Kit, own_settings: Path, vault: Home
) -> None:
    it = started(qtbot, qapp, kit, own_settings)
    it.program.root.showMinimized()
    it.program.come_forward(str(vault.path))
    assert not it.program.root.isMinimized()
    assert it.program.root.isVisible()
    chosen = it.program.unlock.open_card.vault()
    assert chosen is not None
    assert chosen.path == vault.path
    it.unlock(vault)
    it.program.come_forward(str(vault.path.parent / "another"))
    toast = it.frame.window.messages.toast
    assert toast is not None
    assert "Lock this one first" in toast.accessibleName()
    it.end()


@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
def test_a_killed_program_does_not_bar_the_door(tmp_path: Path) -> None:
    for _ in range(2):
        begun = subprocess.Popen(
            [sys.executable, "-c", _FIRST, str(tmp_path)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert begun.stdout is not None
        assert begun.stdout.readline().split() == ["False", "True"]
        begun.send_signal(signal.SIGKILL)
        begun.communicate()
