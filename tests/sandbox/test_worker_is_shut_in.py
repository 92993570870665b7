"""The worker process is held to its limits and ended in time; its death is a sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from app.errors import BadInput
from app.sandbox.catalogue import LIMITS, Job
from app.sandbox.faults import FileFault
from app.sandbox.limits import Limits
from app.sandbox.process import Worker
from app.sandbox.protocol import BrokenPipeTalk, Message, receive, send

ROOT = Path(__file__).resolve().parents[2]

needs_limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")


def shut_in_and(program: str) -> subprocess.CompletedProcess[str]:
    start = "from app.sandbox.limits import Limits, shut_in, allow_cpu; shut_in(Limits());"
    return subprocess.run(
        [sys.executable, "-c", start + program],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.mark.parametrize(
    "program",
    [
        "import socket; socket.socket()",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.fork()",
    ],
)
def test_a_worker_reaches_neither_network_nor_programs(program: str) -> None:
    ended = shut_in_and(program)
    assert ended.returncode != 0
    assert "ForbiddenInWorker" in ended.stderr


@needs_limits
def test_a_worker_cannot_take_more_memory_than_allowed() -> None:
    assert "MemoryError" in shut_in_and("bytearray(700 * 1024 * 1024)").stderr


@needs_limits
def test_a_worker_writes_no_file(tmp_path: Path) -> None:
    target = tmp_path / "leak"
    ended = shut_in_and(f"open({str(target)!r}, 'w').write('x' * 100000)")
    assert ended.returncode != 0
    assert not target.exists() or target.stat().st_size == 0


def test_a_worker_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(LIMITS, Job.READ_TABLE, Limits(wall_seconds=0.0))
    with Worker(Job.READ_TABLE) as worker:
        with pytest.raises(BadInput) as caught:
            list(worker.ask({"name": "x.csv"}, b"a,b\n"))
        assert caught.value.data["reason"] == FileFault.TOO_HEAVY.value
        assert not worker.running


def test_a_worker_starts_again_after_it_was_killed() -> None:
    with Worker(Job.READ_TABLE) as worker:
        assert len(list(worker.ask({"name": "x.csv"}, b"a,b\n1,2\n"))) == 2
        assert worker._process is not None
        worker._process.kill()
        worker._process.wait()
        assert len(list(worker.ask({"name": "x.csv"}, b"a,b\n1,2\n"))) == 2
        assert worker.starts == 2


def test_one_worker_answers_many_requests_and_survives_refusals() -> None:
    with Worker(Job.READ_TABLE) as worker:
        for _ in range(3):
            with pytest.raises(BadInput):
                list(worker.ask({"name": "x.csv"}, b""))
            assert len(list(worker.ask({"name": "x.csv"}, b"a,b\n1,2\n"))) == 2
        assert worker.starts == 1


def test_messages_survive_the_pipe_and_nonsense_does_not(tmp_path: Path) -> None:
    said = Message({"a": ["ե", 1, None]}, (b"", b"\x00\xff"))
    pipe = tmp_path / "pipe"
    with pipe.open("wb") as writing:
        send(writing, said)
    with pipe.open("rb") as reading:
        assert receive(reading) == said
        assert receive(reading) is None
    whole = pipe.read_bytes()
    for cut in (3, 15, len(whole) - 1):
        pipe.write_bytes(whole[:cut])
        with pipe.open("rb") as reading, pytest.raises(BrokenPipeTalk):
            receive(reading)
    pipe.write_bytes(b"XXXX" + whole[4:])
    with pipe.open("rb") as reading, pytest.raises(BrokenPipeTalk):
        receive(reading)
