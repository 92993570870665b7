"""Make the virtual environment that `homeward` runs in, and see to Qt's system libraries.

Called by the launcher when a stamp in `.venv` says that something changed; uses the standard
library only, because nothing else is there yet.

    environment.py run|dev [offscreen|window]

`run` installs requirements.lock, `dev` requirements-dev.lock (which holds the former), each with
hash checking. Exit code 0: ready; 1: not possible, the reason is on standard error; 2: ready, but
Qt lacks system libraries that only an administrator can install.
"""

import contextlib
import os
import platform
import shutil
import subprocess
import sys
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
UNFINISHED = VENV / ".homeward-unfinished"
LOCKS = {"run": ("requirements.lock",), "dev": ("requirements-dev.lock", "requirements.lock")}

# Names as in Debian 12; where a newer release has renamed one (…t64), the new name is taken.
FOR_QT = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libx11-6",
    "libxkbcommon0",
    "libfontconfig1",
    "libfreetype6",
    "libdbus-1-3",
    "libbrotli1",
)
FOR_A_WINDOW = (
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libx11-xcb1",
    "libwayland-client0",
    "libwayland-cursor0",
    "libcups2",
)

LOOK_FOR_LIBRARIES = """
import ctypes, importlib, pathlib, sys
try:
    for name in ("QtCore", "QtGui", "QtWidgets", "QtSvg", "QtPrintSupport", "QtNetwork"):
        module = importlib.import_module("PySide6." + name)
    if sys.argv[1] == "window":
        folder = pathlib.Path(module.__file__).parent
        ctypes.CDLL(str(folder / "Qt" / "plugins" / "platforms" / "libqxcb.so"))
except (ImportError, OSError) as missing:
    sys.exit(str(missing))
"""


class NotPossible(Exception):
    """The environment cannot be made; the text says why and what helps."""


def say(text: str) -> None:
    """Tell the user what is going on, beside the program's own output."""
    print(f"homeward: {text}", file=sys.stderr, flush=True)


def run(command: Sequence[str | Path]) -> bool:
    """Run a command and say whether it went well; what it printed is shown only if it did not."""
    done = subprocess.run(
        [str(part) for part in command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=os.environ | {"DEBIAN_FRONTEND": "noninteractive"},
        check=False,
    )
    if done.returncode:
        sys.stderr.write(done.stdout.decode(errors="replace"))
    return done.returncode == 0


def can(command: Sequence[str | Path]) -> bool:
    """Try a command silently; say whether it went well."""
    words = [str(part) for part in command]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


def checksum(name: str) -> str:
    """Return what `cksum` prints for a lock file, so that the shell can compare it."""
    octets = (ROOT / name).read_bytes()
    if WINDOWS:
        return f"{zlib.crc32(octets)} {len(octets)}"
    done = subprocess.run(["cksum"], input=octets, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode().strip()


def stamp(lock: str) -> Path:
    """Name the file that says which state of a lock is installed."""
    return VENV / f".homeward-{lock}"


def installed(lock: str) -> bool:
    """Say whether the environment holds exactly what the lock asks for."""
    path = stamp(lock)
    return PYTHON.exists() and path.is_file() and path.read_text().strip() == checksum(lock)


@contextlib.contextmanager
def alone() -> Iterator[None]:
    """Hold the door while one process installs; a second one waits and finds the work done."""
    with (ROOT / ".venv.lock").open("w") as door:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  exists on Windows only

            msvcrt.locking(door.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl  # noqa: PLC0415  exists on POSIX only

            fcntl.flock(door, fcntl.LOCK_EX)
        yield


def install(kind: str) -> None:
    """Install a lock into the environment, made anew if it is absent, broken or half made."""
    lock = LOCKS[kind][0]
    whole = not UNFINISHED.exists() and PYTHON.exists() and can([PYTHON, "-I", "-c", "import pip"])
    if not whole:
        ask_for_venv()
        say("making its Python environment; this happens once")
        if not run([sys.executable, "-I", "-m", "venv", "--clear", VENV]):
            raise NotPossible(f"could not make {VENV}")
    UNFINISHED.touch()
    for name in LOCKS["dev"]:
        stamp(name).unlink(missing_ok=True)
    say(f"installing what {lock} names, each file checked by its hash")
    pip: list[str | Path] = [
        PYTHON,
        "-I",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
    ]
    pip += ["--no-input", "--require-hashes", "--no-deps", "--requirement", ROOT / lock]
    if os.environ.get("PIP_ROOT_USER_ACTION") is None:
        pip += ["--root-user-action", "ignore"]
    if not run(pip):
        raise NotPossible(
            f"not everything in {lock} could be fetched and verified; see above. "
            "Nothing is lost: start again when the network is back."
        )
    for name in LOCKS[kind]:
        stamp(name).write_text(checksum(name) + "\n")
    UNFINISHED.unlink()


def ask_for_venv() -> None:
    """See that Python can make environments; Debian keeps that in a package of its own."""
    if can([sys.executable, "-I", "-c", "import ensurepip, venv"]):
        return
    wanted = f"python3.{sys.version_info.minor}-venv"
    package = wanted if known(wanted) else "python3-venv"
    if not apt_install([package]):
        raise NotPossible(
            f"Python at {sys.executable} cannot make environments. Please run:\n"
            f"  sudo apt-get install -y {package}"
        )


def may_install() -> bool:
    """Say whether this is a Debian or Ubuntu on which we are the administrator."""
    return not WINDOWS and shutil.which("apt-get") is not None and os.geteuid() == 0


def known(package: str) -> bool:
    """Say whether apt knows a package of this name."""
    return shutil.which("apt-cache") is not None and can(["apt-cache", "show", package])


def apt_install(packages: Sequence[str]) -> bool:
    """Install packages where we may; say whether they are there now."""
    if not may_install():
        return False
    say("installing " + " ".join(packages))
    run(["apt-get", "-qq", "update"])
    current = [new if known(new := f"{name}t64") else name for name in packages]
    return run(["apt-get", "-qq", "install", "-y", "--no-install-recommends", *current])


def missing_library(need: str) -> str:
    """Return what the dynamic linker says is missing for Qt, or nothing."""
    command = [str(PYTHON), "-I", "-c", LOOK_FOR_LIBRARIES, need]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr.strip() if done.returncode else ""


def see_to_qt(need: str) -> bool:
    """See that Qt finds its system libraries; say whether it does."""
    if platform.system() == "Linux" and (missing := missing_library(need)):
        packages = [*FOR_QT, *FOR_A_WINDOW]
        if not apt_install(packages) or (missing := missing_library(need)):
            if shutil.which("apt-get"):
                current = [new if known(new := f"{name}t64") else name for name in packages]
                say(f"Qt lacks system libraries ({missing}). Please run:")
                say("  sudo apt-get install -y " + " ".join(current))
            else:
                say(f"Qt lacks a system library, please install it: {missing}")
            return False
    (VENV / ".homeward-qt").write_text("offscreen\n" if need == "offscreen" else "window\n")
    return True


def main(arguments: Sequence[str]) -> int:
    """Bring the environment to what the locks say; returns the exit code."""
    kind, need = [*arguments, "", ""][:2]
    if kind not in LOCKS or sys.version_info < (3, 12):
        print(__doc__, file=sys.stderr)
        return 1
    try:
        with alone():
            if not all(installed(name) for name in LOCKS[kind]):
                install(kind)
            return 0 if not need or see_to_qt(need) else 2
    except (NotPossible, OSError) as reason:
        say(str(reason))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
