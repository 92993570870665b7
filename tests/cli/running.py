"""Runs the program as a person at a terminal does, inside the test's own process."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any  # Any: JSON values

import pytest

from app import bootstrap, logs
from app.jobs.registers.opening import SAMPLE_PASSPHRASE

#: One passphrase for every register of these tests, the demonstration's own among them.
WORDS = SAMPLE_PASSPHRASE


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Read the answer as JSON."""
        return json.loads(self.out)


class CommandLine:
    """Runs commands; every passphrase goes through a file."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self.folder = folder
        self.passphrase = self.secret("passphrase", WORDS)

    def secret(self, name: str, words: str) -> Path:
        """Write a passphrase into a file of its own."""
        path = self.folder / name
        path.write_text(words + "\n", "utf-8")
        return path

    def __call__(self, *words: object) -> Answer:
        """Run a command that needs no register."""
        self._capsys.readouterr()
        code = bootstrap.main([str(word) for word in words])
        logs.close()
        said = self._capsys.readouterr()
        return Answer(code, said.out, said.err)

    def on(self, vault: Path, command: str, *words: object, secret: Path | None = None) -> Answer:
        """Run a command on a register; a command of a group is written with its space."""
        return self(
            *command.split(), vault, *words, "--passphrase-file", secret or self.passphrase
        )  # fmt: skip


def typed(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """Put words on standard input, as a pipe does."""
    monkeypatch.setattr("sys.stdin", io.StringIO(words))


def content(path: Path) -> dict[str, bytes]:
    """Read every file of a vault but the lock and the working files of a reader."""
    working = {"lock", "data.db-shm", "data.db-wal"}
    return {
        str(file.relative_to(path)): file.read_bytes()
        for file in path.rglob("*")
        if file.is_file() and file.name not in working
    }
