"""The one place on a disk where safe copies lie in the open, and only while the register is."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

_STEM = "homeward-open-"


class PrivateFolder:
    """A folder of this session, made when first asked for, gone when the register closes.

    Where the system keeps one, it lies in memory (the runtime folder of the session) and not on
    the disk at all.
    """

    def __init__(self) -> None:
        self._path: Path | None = None

    @property
    def path(self) -> Path:
        """Return the folder, for this user only."""
        if self._path is None or not self._path.is_dir():
            made = tempfile.mkdtemp(prefix=f"{_STEM}{os.getpid()}-", dir=_ground())
            self._path = Path(made)
        return self._path

    def new(self) -> Path:
        """Make a folder inside it for one copy."""
        return Path(tempfile.mkdtemp(dir=self.path))

    def wipe(self) -> None:
        """Take away whatever was put there."""
        if self._path is not None:
            _remove(self._path)
            self._path = None


def sweep_left_behind() -> int:
    """Take away what a session that was killed could not; answers how many folders went."""
    gone = 0
    for path in _ground().glob(f"{_STEM}*"):
        pid = path.name.removeprefix(_STEM).partition("-")[0]
        ours = os.name == "nt" or path.lstat().st_uid == os.getuid()
        if pid.isdecimal() and ours and not path.is_symlink() and not _runs(int(pid)):
            _remove(path)
            gone += 1
    return gone


def write_private(path: Path, content: bytes) -> None:
    """Write a file that only this user may read; one that is there already is refused."""
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def _ground() -> Path:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime and os.access(runtime, os.W_OK):
        return Path(runtime)
    return Path(tempfile.gettempdir())


def _runs(pid: int) -> bool:
    if os.name == "nt":
        return pid == os.getpid()  # an open file there keeps its folder from going anyhow
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _remove(path: Path) -> None:
    for folder, _, names in os.walk(path):
        for name in names:
            with contextlib.suppress(OSError):  # read-only files do not go on Windows
                (Path(folder) / name).chmod(0o600)
    shutil.rmtree(path, ignore_errors=True)
