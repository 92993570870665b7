"""R-18 and the watching half of R-27: what a day's work leaves outside the vault, by strace.

Every file the process or its workers made, opened for writing or renamed outside the vault must
be on the list below; none may hold a planted word, also where the process was killed with a
register open. Every attempt to connect to anything but a socket of this machine is counted.
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.paths import program_root
from tests.metrics import record
from tests.security.canaries import CANARIES, found_in
from tests.torture.figures import NotHere
from tests.torture.session import LISTS, PAPERS, PARSERS, PARSERS_LOADED, SECOND_DISK, VAULT

CALLS = "open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,symlink,connect"
_MADE = re.compile(r'(?:openat?\((?:\w+, )?|creat\()"(?P<path>[^"]*)".*O_CREAT.*(?: = \d|<unf)')
_NAMED = re.compile(
    r'(?:rename\w*|link\w*|symlink)\(.*"(?P<path>[^"]*)"(?:, \w+)?(?:\) += 0| <unf)'
)
_REACHED = re.compile(r"connect\(.*sa_family=(?P<family>AF_INET6?),")


@dataclass(slots=True)
class Figures:
    """What a number of days left behind."""

    sessions: int = 0
    files: int = 0
    strange: set[str] = field(default_factory=set)
    readable: set[tuple[str, str]] = field(default_factory=set)
    connects: int = 0
    parsers: set[str] = field(default_factory=set)

    @property
    def holds(self) -> bool:
        """Say whether nothing strange was made, nothing can be read, nobody was called."""
        return not (self.strange or self.readable or self.connects or self.parsers)


def torture(times: int, folder: Path) -> Figures:
    """Watch so many days, half of which end by a kill, and write the figures."""
    if shutil.which("strace") is None:
        raise NotHere("needs strace")
    figures = Figures()
    for turn in range(times):
        place = folder / f"day-{turn}"
        place.mkdir()
        _watch(place, ("die", "quit")[turn % 2], 12 if times > 1 else 1, figures)
        shutil.rmtree(place)
    _write(figures)
    return figures


def _write(figures: Figures) -> None:
    did = f"{figures.files} files made in {figures.sessions} sessions"
    n = len(figures.strange)
    record("R-18", "files outside the vault that are not on the list", f"{n} of {did}",
           target="0", holds=not n)  # fmt: skip
    n = len({word for _, word in figures.readable})
    record("R-18", "planted words readable in what was made", f"{n} of {len(CANARIES)}, {did}",
           target="0", holds=not n)  # fmt: skip
    n = len(figures.parsers)
    record("R-30", "parsers loaded by the window's process", f"{n} of {len(PARSERS)}",
           target="0", holds=not n)  # fmt: skip
    record("R-27", "connections to a network", f"{figures.connects} in {figures.sessions} sessions",
           target="0", holds=not figures.connects)  # fmt: skip


def _watch(place: Path, ending: str, typing: int, figures: Figures) -> None:
    homes = {name: place / name for name in ("home", "settings", "temporary", "run")}
    for home in homes.values():
        home.mkdir(mode=0o700)
    trace = place / "trace"
    watched = ["strace", "-f", "-qq", "-s", "4096", "-e", f"trace={CALLS}", "-o", str(trace)]
    ended = subprocess.run(
        [*watched, sys.executable, "-m", "tests.torture.session", str(place), ending, str(typing)],
        cwd=program_root(),
        env=os.environ
        | {
            "HOME": str(homes["home"]),
            "XDG_RUNTIME_DIR": str(homes["run"]),
            "TMPDIR": str(homes["temporary"]),
            "HOMEWARD_SETTINGS_DIR": str(homes["settings"]),
            "HOMEWARD_TEST_PROFILE": "1",
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    expected = -9 if ending == "die" else 0
    if ended.returncode not in {expected, 128 - expected if expected else 0}:
        raise RuntimeError(f"the session ended with {ended.returncode}: {ended.stderr[-2000:]}")
    figures.sessions += 1
    made = set(_made(trace.read_text("utf-8", "surrogateescape")))
    figures.files += len(made)
    figures.strange |= {path for path in made if not _is_allowed(Path(path), place)}
    asked_for = {place / LISTS, place / PAPERS}  # what a person gave and what a person asked for
    for root in (*homes.values(), place / VAULT, place / SECOND_DISK):
        figures.readable |= set(found_in(root))
    elsewhere = {Path(path) for path in made if not Path(path).is_relative_to(place)}
    for path in elsewhere - asked_for:
        if path.is_file() and not path.is_relative_to("/dev"):
            figures.readable |= {(str(path), word) for word in _words_in(path)}
    figures.parsers |= set((place / PARSERS_LOADED).read_text("utf-8").split())
    figures.connects += len(_REACHED.findall(trace.read_text("utf-8", "surrogateescape")))


def _made(trace: str) -> Iterator[str]:
    """Name every file that was made, or given a new name."""
    for line in trace.splitlines():
        found = _MADE.search(line) or _NAMED.search(line)
        if found:
            octets = found["path"].encode("ascii").decode("unicode_escape").encode("latin-1")
            yield octets.decode("utf-8", "replace")


def _is_allowed(path: Path, place: Path) -> bool:
    """Say whether a file is one a person knows of, or one that can hold nothing of a case."""
    if not path.is_absolute():
        return False
    known = (VAULT, SECOND_DISK, PAPERS, LISTS, PARSERS_LOADED, "settings")
    if any(path.is_relative_to(place / name) for name in known):
        return True
    # Terminals, the null device; the cache of the system's own fonts.
    return path.is_relative_to("/dev") or "fontconfig" in path.parts


def _words_in(path: Path) -> list[str]:
    content = path.read_bytes()
    return [
        word for word in CANARIES if word.encode() in content or word.encode("utf-16le") in content
    ]
