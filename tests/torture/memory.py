"""R-24: what is left in memory of the process that stands there after a lock.

A window is opened on a register full of planted words, read, printed, typed into; then it is
locked. On POSIX the same process number goes on as a clean process; its whole memory is searched
for the keys of the register and for every planted word, as Python and as Qt would hold it.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app import workspace
from app.paths import program_root
from app.vault.folder import OpenVault
from tests.metrics import record
from tests.registers import FOUNDER, PASSPHRASE
from tests.security.canaries import CANARIES
from tests.security.talking import attach_everything, tell_everything
from tests.torture.figures import NotHere
from tests.torture.work import Notes

PATIENCE = 180.0
_MAPPED = re.compile(r"(?P<start>[0-9a-f]+)-(?P<end>[0-9a-f]+) r")
_AT_ONCE = 1 << 20


@dataclass(slots=True)
class Figures:
    """What was found in memory: before the lock, to show that the search finds, and after."""

    locks: int = 0
    words_before: int = 0
    keys_before: int = 0
    words: int = 0
    keys: int = 0

    @property
    def holds(self) -> bool:
        """Say whether the search found words before the lock, and nothing after."""
        return self.words_before > 0 and not self.words and not self.keys


def torture(times: int, folder: Path) -> Figures:
    """Lock so many windows, search what is left of each, and write the figures."""
    if sys.platform != "linux":
        raise NotHere("needs the memory of another process, as Linux shows it")
    figures = Figures()
    for turn in range(times):
        place = folder / f"desk-{turn}"
        place.mkdir()
        _one_lock(place, figures)
    n = len(CANARIES) * figures.locks
    record("R-24", "planted words in memory after a lock", f"{figures.words} of {n}", target="0",
           holds=not figures.words)  # fmt: skip
    record("R-24", "keys in memory after a lock", f"{figures.keys} in {figures.locks} locks",
           target="0", holds=not figures.keys)  # fmt: skip
    record("R-24", "planted words found before the lock, so the search finds",
           f"{figures.words_before} of {n}", target="more than 0",
           holds=figures.words_before > 0)  # fmt: skip
    return figures


def _one_lock(place: Path, figures: Figures) -> None:
    vault, notes = place / "vault", Notes(place / "notes")
    with workspace.create(vault, FOUNDER, PASSPHRASE) as register:
        man = tell_everything(register, place / "lists")
        attach_everything(register, man)
        lair = register.place
        if not isinstance(lair, OpenVault):
            raise TypeError("a vault was asked for")
        key = lair.keys.data_key
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.torture.locking", str(vault), str(notes.path), str(man)],
        cwd=program_root(),
        env=os.environ
        | {
            "HOMEWARD_SETTINGS_DIR": str(place / "settings"),
            "HOMEWARD_TEST_PROFILE": "1",
            "QT_QPA_PLATFORM": "offscreen",
        },
    )
    try:
        _wait_for(notes, "shown", process)
        found = _search(process.pid, key)
        figures.words_before += found[0]
        figures.keys_before += found[1]
        notes.say("lock")
        _wait_until_anew(process)
        time.sleep(3)  # until the clean process has shown its screen
        words, keys = _search(process.pid, key)
        figures.words += words
        figures.keys += keys
        figures.locks += 1
    finally:
        process.kill()
        process.wait()


def _wait_for(notes: Notes, word: str, process: "subprocess.Popen[bytes]") -> None:
    begun = time.monotonic()
    while not notes.path.exists() or word not in notes.path.read_text("utf-8").split():
        if process.poll() is not None or time.monotonic() - begun > PATIENCE:
            raise RuntimeError("the window did not come up")
        time.sleep(0.05)


def _wait_until_anew(process: "subprocess.Popen[bytes]") -> None:
    """Wait until the process has become the program that asks for a passphrase."""
    begun = time.monotonic()
    while b"\0app\0open\0" not in Path(f"/proc/{process.pid}/cmdline").read_bytes():
        if process.poll() is not None or time.monotonic() - begun > PATIENCE:
            raise RuntimeError("no clean process came")
        time.sleep(0.05)


def _search(pid: int, key: bytes) -> tuple[int, int]:
    """Count the planted words and the forms of the key that stand in a process's memory."""
    words = {form(word): word for word in CANARIES for form in _FORMS}
    keys = (key, key.hex().encode(), key.hex().upper().encode(), key.hex().encode("utf-16le"))
    found_words: set[str] = set()
    found_keys: set[bytes] = set()
    longest = max(map(len, (*words, *keys)))
    for piece in _memory(pid, longest):
        found_words |= {word for form, word in words.items() if form in piece}
        found_keys |= {form for form in keys if form in piece}
    return len(found_words), len(found_keys)


_FORMS = tuple(partial(str.encode, encoding=code) for code in ("utf-8", "utf-16le", "utf-32le"))


def _memory(pid: int, overlap: int) -> Iterator[bytes]:
    """Give all that a process may read of its memory, in pieces that overlap."""
    try:
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            for line in Path(f"/proc/{pid}/maps").read_text("utf-8").splitlines():
                span = _MAPPED.match(line)
                if span is None or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                    continue
                at, end = int(span["start"], 16), int(span["end"], 16)
                while at < end:
                    memory.seek(at)
                    try:
                        yield memory.read(min(_AT_ONCE + overlap, end - at))
                    except OSError:
                        break  # a mapping of a device, or one that went away meanwhile
                    at += _AT_ONCE
    except PermissionError:
        raise NotHere("the memory of another process may not be read here") from None
