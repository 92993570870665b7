"""R-02: a disk that fills up, and a file that may not grow, under everything that writes.

Each run gives one writer a disk of its own in memory with a little room beside the vault, and lets
it work until it is refused. The disk is made in a namespace of the user's own; where the system
forbids that, only files that may not grow are tried.
"""

import json
import os
import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from app.errors import BackupNeedsRoom, DiskFull, HomewardError, StorageFailed
from app.i18n import Translator
from app.paths import settings_dir
from app.wording.errors import sentence
from tests.metrics import record
from tests.registers import Home, found_vault
from tests.torture import work
from tests.torture.figures import NotHere
from tests.torture.left import Left, look_through
from tests.torture.work import Notes
from tests.torture.writers import WRITERS, Place, truncated

STEP = 64 * 1024
DISK, FILE = "disk", "file"
"""What is too small: the whole disk, or what one file may hold."""
NO_ROOM = (DiskFull, BackupNeedsRoom)
ENOUGH = 400
"""Times a writer may write before the disk counts as endless."""


@dataclass(slots=True)
class Figures:
    """What a number of full disks did."""

    runs: int = 0
    saves: int = 0
    wrongly_told: list[str] = field(default_factory=list)
    truncated: int = 0
    left: Left = field(default_factory=Left)

    @property
    def holds(self) -> bool:
        """Say whether nothing was lost or left by halves, and the disk was named every time."""
        return self.left.nothing and not self.wrongly_told and not self.truncated


def torture(times: int, folder: Path) -> Figures:
    """Fill so many disks of different sizes by every writer, and write the figures."""
    figures = Figures()
    template = folder / "template"
    found_vault(template / "vault")
    process = work.nursery(__name__, under=("unshare", "-Urm") if can_mount() else ())
    try:
        for small in (DISK, FILE) if can_mount() else (FILE,):
            for name in WRITERS:
                for size in range(times):
                    _fill(process, folder, (small, name, size), figures)
    finally:
        process.kill()
        process.communicate()
    _write(figures, times)
    return figures


def can_mount() -> bool:
    """Say whether this user may make a disk of their own. Raises NotHere outside Linux."""
    if sys.platform != "linux":
        raise NotHere("needs Linux")
    tried = ["unshare", "-Urm", "sh", "-c", "mount -t tmpfs -o size=1m none /mnt"]
    return bool(shutil.which("unshare")) and not subprocess.run(tried, check=False).returncode


def _write(figures: Figures, times: int) -> None:
    did = f"of {figures.runs} runs: {', '.join(WRITERS)}, {times} sizes each"
    figures.left.write("R-02", did)
    n = figures.truncated
    record("R-02", "truncated files", f"{n} {did}", target="0", holds=n == 0)
    n = len(figures.wrongly_told)
    what = "refusals without the disk, what is free and what is needed"
    record("R-02", what, f"{n} {did}", target="0", holds=n == 0)


def _fill(
    process: "subprocess.Popen[str]", folder: Path, run: tuple[str, str, int], figures: Figures
) -> None:
    notes, after = Notes(folder / "notes"), folder / "after"
    notes.say("begun")
    (folder / "lists").mkdir(exist_ok=True)
    work.tell(process, folder, *run)
    said = work.heard(process)
    work.heard(process)  # it has ended: its lock is nobody's any more
    place = _place(after, folder)
    noted = notes.read()
    figures.runs += 1
    figures.saves += len(noted)
    figures.truncated += truncated(place)
    if said != "told":
        figures.wrongly_told.append(f"{run}: {said}")
    try:
        figures.left += look_through(place.vault, noted)
    except HomewardError as error:
        print(f"{run}: {error}")
        figures.left += Left(corrupt=1)
    shutil.rmtree(after)
    shutil.rmtree(settings_dir() / "anchors", ignore_errors=True)  # each disk is a machine anew
    notes.path.unlink()


# --- in the nursery, which may mount


def nursery() -> None:
    """Fork a worker for each line read, on a disk of its own; what is left is copied out."""
    for line in sys.stdin:
        folder, small, name, size = json.loads(line)
        child = os.fork()
        if child == 0:
            print(_run(Path(folder), small, name, int(size)), flush=True)
            os._exit(0)
        os.waitpid(child, 0)
        disk = Path(folder) / "disk"
        shutil.copytree(disk, Path(folder) / "after")
        if small == DISK:
            subprocess.run(["umount", disk], check=True)
        shutil.rmtree(disk)
        print("ended", flush=True)


def _place(disk: Path, folder: Path) -> Place:
    return Place(disk / "vault", disk / "out", folder / "lists")


def _run(folder: Path, small: str, name: str, size: int) -> str:
    """Let one writer fill its disk; answers `told`, or what was said instead."""
    disk = folder / "disk"
    disk.mkdir()
    room = (size + 1) * STEP
    template = folder / "template"
    if small == DISK:
        files = [path for path in template.rglob("*") if path.is_file()]
        taken = sum(-(-path.stat().st_size // 4096) * 4096 for path in files) + STEP
        options = f"size={taken + 2 * STEP + room}"
        subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", disk], check=True)
    shutil.copytree(template, disk, dirs_exist_ok=True)
    place = _place(disk, folder)
    place.out.mkdir()
    if small == FILE:
        room += max(path.stat().st_size for path in disk.rglob("*"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        return _work(place, Notes(folder / "notes"), name)
    except StorageFailed as failed:
        # SQLite calls a file that may not grow a disk that fails, and so do we.
        return "told" if small == FILE else failed.code
    except Exception as error:  # noqa: BLE001  # whatever a person would see as a traceback
        return f"{type(error).__name__} {error}".replace("\n", " ")


def _work(place: Place, notes: Notes, name: str) -> str:
    try:
        register = Home("vault", place.vault).open()
    except NO_ROOM as full:
        return _said(full)
    said = "never refused"
    try:
        for _ in range(ENOUGH):
            WRITERS[name](register, place, notes)
    except NO_ROOM as full:
        said = _said(full)
    register.close()
    return said


def _said(full: HomewardError) -> str:
    words = sentence(full, Translator.open("en"))
    path, free, needed = (full.data[name] for name in ("path", "free", "needed"))
    named = isinstance(path, Path) and path.name in words
    return "told" if named and isinstance(free, int) and isinstance(needed, int) else words
