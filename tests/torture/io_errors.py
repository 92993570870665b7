"""R-03: the Nth call that writes, syncs, cuts, renames or removes a file of the vault fails.

The disk is a small library in C (`failing_disk.c`), loaded before the C library; where there is
no compiler, or no way to load it, the part says so and does not run.
"""

import ctypes
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import HomewardError
from app.paths import settings_dir
from tests.metrics import record
from tests.registers import Home, found_vault
from tests.torture import work
from tests.torture.figures import NotHere
from tests.torture.left import Left, look_through
from tests.torture.work import Notes
from tests.torture.writers import WRITERS, Place, truncated

SOURCE = Path(__file__).with_name("failing_disk.c")


@dataclass(slots=True)
class Figures:
    """What a number of failing calls did."""

    times: int = 0
    calls_in_a_session: int = 0
    refused: int = 0
    untold: list[str] = field(default_factory=list)
    truncated: int = 0
    left: Left = field(default_factory=Left)

    @property
    def holds(self) -> bool:
        """Say whether nothing was lost, and nobody saw anything but a sentence."""
        return self.left.nothing and not self.untold and not self.truncated


def torture(times: int, folder: Path) -> Figures:
    """Fail the Nth call, once and then for good, and write the figures.

    Every N from 1 on so many times, then half as many more over the rest of a session.
    """
    figures = Figures()
    template = folder / "template"
    found_vault(template / "vault")
    process = work.nursery(__name__, more={"LD_PRELOAD": str(compiled(folder))})
    try:
        calls = _fail(process, template, folder, (0, False), figures)
        figures.calls_in_a_session = calls
        beyond = range(times + 1, calls, max(1, 2 * calls // max(1, times)))
        for call in (*range(1, times + 1), *beyond):
            for for_good in (False, True):
                _fail(process, template, folder, (call, for_good), figures)
                figures.times += 1
    finally:
        process.kill()
        process.communicate()
    _write(figures)
    return figures


def _write(figures: Figures) -> None:
    did = f"of {figures.times} sessions with a call that fails"
    figures.left.write("R-03", did)
    n = len(figures.untold)
    record("R-03", "failures without a sentence", f"{n} {did}", target="0", holds=n == 0)
    n = figures.truncated
    record("R-03", "truncated files", f"{n} {did}", target="0", holds=n == 0)


def compiled(folder: Path) -> Path:
    """Compile the disk that fails; raises NotHere."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if sys.platform != "linux" or compiler is None:
        raise NotHere("needs Linux and a C compiler")
    library = folder / "failing_disk.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", library, SOURCE, "-ldl"], check=True)
    return library


def _fail(
    process: "subprocess.Popen[str]",
    template: Path,
    folder: Path,
    fault: tuple[int, bool],
    figures: Figures,
) -> int:
    """Run one session with one fault and look through what it left; answers the calls it made."""
    disk, notes = folder / "disk", Notes(folder / "notes")
    shutil.copytree(template, disk)
    notes.say("begun")
    work.tell(process, disk, notes.path, *fault)
    said = json.loads(work.heard(process))
    work.heard(process)  # it has ended: its lock is nobody's any more
    figures.refused += said["refused"]
    figures.untold += [f"{fault}: {one}" for one in said["untold"]]
    figures.truncated += truncated(_place(disk, notes))
    try:
        figures.left += look_through(disk / "vault", notes.read())
    except HomewardError as error:
        figures.left += Left(corrupt=1)
        print(f"{fault}: {error}")
    shutil.rmtree(disk)
    shutil.rmtree(settings_dir() / "anchors", ignore_errors=True)  # each session is a machine anew
    notes.path.unlink()
    return int(said["calls"])


# --- in the nursery


def nursery() -> None:
    """Fork a worker for each line read; each says what happened to it in one line of JSON."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            disk, notes, call, for_good = json.loads(line)
            said = _session(Path(disk), Notes(Path(notes)), int(call), for_good == "True")
            print(json.dumps(said), flush=True)
            os._exit(0)
        os.waitpid(child, 0)
        print("ended", flush=True)


def _place(disk: Path, notes: Notes) -> Place:
    return Place(disk / "vault", disk / "out", notes.path.parent / "lists")


def _session(disk: Path, notes: Notes, call: int, for_good: bool) -> dict[str, object]:
    """Open the vault and let every writer do its work, whatever became of the one before."""
    place = _place(disk, notes)
    for folder in (place.out, place.lists):
        folder.mkdir(exist_ok=True)
    library = ctypes.CDLL(None)
    library.fail_below(str(disk).encode())
    library.calls_seen.restype = ctypes.c_long
    library.fail_at(ctypes.c_long(call), int(for_good))
    refused, untold = 0, []

    def tried(what: str, do: object) -> None:
        nonlocal refused
        try:
            do()  # type: ignore[operator]  # called with nothing
        except (HomewardError, OSError):
            refused += 1
        except Exception as error:  # noqa: BLE001  # whatever a person would see as a traceback
            untold.append(f"{what}: {type(error).__name__} {error}")

    def work_in_it() -> None:
        register = Home("vault", place.vault).open()
        for name, writer in WRITERS.items():
            tried(name, lambda writer=writer: writer(register, place, notes))
        tried("close", register.close)

    tried("open", work_in_it)
    calls = library.calls_seen()
    library.fail_at(ctypes.c_long(0), 0)
    return {"calls": calls, "refused": refused, "untold": untold}
