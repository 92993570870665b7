import contextlib
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.clock import FrozenClock
from app.errors import VaultInUse
from app.vault.lock import LOCK, VaultLock
from tests.metrics import record_count
from tests.registers import Home

ROOT = Path(__file__).parents[2]

_HOLDER = """
import sys
from pathlib import Path
from app.clock import SystemClock
from app.vault.lock import VaultLock
held = VaultLock.take(Path(sys.argv[1]), "Անի", SystemClock())
print("held", flush=True)
sys.stdin.read()
"""


def holder(folder: Path) -> "subprocess.Popen[str]":
    """Start a program that holds a vault's lock until it is killed."""
    process = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(folder)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def end(process: "subprocess.Popen[str]") -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_an_open_vault_is_in_use(vault: Home) -> None:
    with vault.open(), pytest.raises(VaultInUse) as refusal:
        vault.open()

    assert refusal.value.data["pid"] == os.getpid()
    vault.open().close()


def test_another_programs_vault_is_in_use_until_it_dies(
    tmp_path: Path, frozen_clock: FrozenClock
) -> None:
    other = holder(tmp_path)
    try:
        with pytest.raises(VaultInUse) as refusal:
            VaultLock.take(tmp_path, "Նարեկ", frozen_clock)
        assert refusal.value.data["pid"] == other.pid
    finally:
        end(other)

    assert json.loads((tmp_path / LOCK).read_text("utf-8"))["pid"] == other.pid
    VaultLock.take(tmp_path, "Նարեկ", frozen_clock).release()


def test_a_stale_lock_is_cleared_50_times(tmp_path: Path, frozen_clock: FrozenClock) -> None:
    stale = {"host": os.uname().nodename, "pid": 1, "user": "x", "since": "2020"}
    cleared = 0
    for _ in range(50):
        (tmp_path / LOCK).write_text(json.dumps(stale), "utf-8")
        with contextlib.suppress(VaultInUse):
            VaultLock.take(tmp_path, "Անի", frozen_clock).release()
            cleared += 1
    record_count("R-08", "locks left behind cleared", cleared, 50)
    assert cleared == 50


def test_a_second_program_stays_out_50_times(vault: Home) -> None:
    out = 0
    with vault.open():
        for _ in range(50):
            try:
                vault.open().close()
            except VaultInUse:
                out += 1
    record_count("R-08", "second programs kept out", out, 50)
    assert out == 50


@pytest.mark.parametrize("note", [b"", b"\xff\xfe", b"[1]", b"{"])
def test_a_lock_without_a_readable_note_is_stale(
    tmp_path: Path, frozen_clock: FrozenClock, note: bytes
) -> None:
    (tmp_path / LOCK).write_bytes(note)

    VaultLock.take(tmp_path, "Անի", frozen_clock).release()


def test_a_lock_of_another_machine_stands_until_a_person_decides(
    tmp_path: Path, frozen_clock: FrozenClock
) -> None:
    note = {"host": "another machine", "pid": 77, "user": "x", "since": "2021-03-09"}
    (tmp_path / LOCK).write_text(json.dumps(note), "utf-8")

    with pytest.raises(VaultInUse) as refusal:
        VaultLock.take(tmp_path, "Անի", frozen_clock)
    assert refusal.value.data == {"host": "another machine", "pid": 77, "since": "2021-03-09"}

    VaultLock.take(tmp_path, "Անի", frozen_clock, over_other_host=True).release()
