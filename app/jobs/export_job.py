"""Writes the whole register into a folder in open formats: whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from itertools import batched
from pathlib import Path

from app.db.unit_of_work import Reader
from app.errors import AlreadyThere, DamagedEvidence
from app.exporting.hashed_file import HashedFile
from app.exporting.open_files import TwinTable, manifest
from app.exporting.sheet_file import SheetFile
from app.queries.register.open_tables import (
    OriginalOut,
    count_rows,
    kept_lists_out,
    open_tables,
    originals_out,
    pieces_of_list,
    rows_out,
    sealed_names,
)
from app.queries.register.second_person import head_of_export, second_person
from app.services.exhibits.exports import note_export
from app.shapes.exports import ExportDone, ExportedFile, Form, LeftOut, Provenance
from app.shapes.progress import Cancelled, Progress, Report, never, silent
from app.shapes.requests.exports import NoteExport
from app.vault.evidence import refuse_if_stopped
from app.vault.files import coded_failures, sync_folder
from app.wording.open_export import readme
from app.workspace import Workspace

MANIFEST = "manifest-sha256.txt"
README = "README.txt"
_TABLES, _EXHIBITS, _LISTS = "tables", "exhibits", "lists"
_AT_ONCE = 500
_LONGEST_ENDING = 9


def export_open(
    workspace: Workspace,
    dest: Path,
    reason: str,
    *,
    recipient: str = "",
    approved_by: str = "",
    report: Report = silent,
    cancelled: Cancelled = never,
) -> ExportDone:
    """Write every table as JSON Lines, CSV and XLSX, and every original, with a manifest of hashes.

    Nothing of it is encrypted: who asks has warned of that. It is written beside `dest` and gets
    its name when it is whole and noted in the history; a fault or a stop leaves nothing. What goes
    out says for whom it is, who wrote it, who agreed, and where the history stood (R-51);
    `recipient` empty: for the office itself.

    Raises:
        NotAllowed; BadInput: no second person agrees, though one could; AlreadyThere: `dest` is
        there and not empty; Stopped; DiskFull, ReadOnlyVault, StorageFailed, DamagedEvidence.
    """
    refuse_what_is_there(dest)
    provenance = workspace.read(lambda reader: _provenance(reader, recipient, approved_by))
    with _written_whole(dest) as folder:
        out = _Out(folder, report, cancelled)
        workspace.read(out.write_tables)
        originals = workspace.read(originals_out)
        for one in originals:
            out.write_original(one, workspace.evidence.pieces(one.kept))
        workspace.read(out.write_lists)
        done = out.finish(dest, provenance)
        told = NoteExport(
            Form.OPEN,
            reason,
            provenance.recipient,
            provenance.second,
            people=out.people,
            rows=out.rows,
            exhibits=tuple(dict.fromkeys(one.exhibit_id for one in originals)),
        )
        if workspace.read_only is None:
            workspace.write(lambda uow: note_export(uow, told))
    return done


def _provenance(reader: Reader, recipient: str, approved_by: str) -> Provenance:
    head = head_of_export(reader)
    return Provenance(
        " ".join(recipient.split()),
        reader.actor.name,
        second_person(reader, approved_by),
        reader.clock.now(),
        reader.register_id,
        0 if head is None else head.seq,
        "" if head is None else head.hash,
    )


def refuse_what_is_there(dest: Path) -> None:
    """Refuse a place where something stands. Raises AlreadyThere."""
    with coded_failures(dest):
        taken = dest.exists() and (not dest.is_dir() or any(dest.iterdir()))
    if taken or dest.is_symlink():
        raise AlreadyThere(dest)


@contextlib.contextmanager
def _written_whole(dest: Path) -> Iterator[Path]:
    """Lend a folder beside a place that takes the place when all went well, and else is gone."""
    part = dest.parent / f".{dest.name}.{secrets.token_hex(4)}.part"
    with coded_failures(dest):
        part.mkdir(mode=0o700)
    try:
        with coded_failures(dest):
            yield part
            if dest.is_dir():
                dest.rmdir()
            part.rename(dest)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    sync_folder(dest.parent)


class _Out:
    """The folder while it is written: what stands in it, what was left out, how far it is."""

    def __init__(self, folder: Path, report: Report, cancelled: Cancelled) -> None:
        self.people = self.rows = 0
        self._folder = folder
        self._report, self._cancelled = report, cancelled
        self._files: list[ExportedFile] = []
        self._left_out: dict[LeftOut, int] = {}
        self._done = self._total = 0
        for name in (_TABLES, _EXHIBITS, _LISTS):
            (folder / name).mkdir(mode=0o700)

    def write_tables(self, reader: Reader) -> None:
        """Write every table from one snapshot of the register."""
        counted = {table.name: count_rows(reader, table.name) for table in open_tables()}
        self._total = sum(shown for shown, _ in counted.values())
        self.people = counted["cases"][0]
        self._left_out = {
            LeftOut.CLOSED_TO_YOU: counted["cases"][1],
            LeftOut.SEALED_NAME: sealed_names(reader),
        }
        for table in open_tables():
            path = f"{_TABLES}/{table.name}"
            lines, cells, sheet = f"{path}.jsonl", f"{path}.csv", f"{path}.xlsx"
            with (
                self._new(lines) as one,
                self._new(cells) as other,
                self._new(sheet) as third,
                SheetFile(third, table.name, table.columns) as book,
            ):
                twin = TwinTable(table.columns, one, other, book)
                for some in batched(rows_out(reader, table.name), _AT_ONCE):
                    refuse_if_stopped(self._cancelled)
                    twin.add(some)
                    self._step(len(some))
                twin.close()
            self.rows += twin.rows
            self._files += [
                ExportedFile(lines, one.sha256, twin.rows),
                ExportedFile(cells, other.sha256, twin.rows),
                ExportedFile(sheet, third.sha256, twin.rows),
            ]

    def write_original(self, one: OriginalOut, pieces: Iterable[bytes]) -> None:
        """Write the original of an exhibit under its hash, unless it stands there already."""
        path = f"{_EXHIBITS}/{one.kept.sha256}{_ending(one.name)}"
        if (self._folder / path).exists():
            return
        if self._copy(path, pieces) != one.kept.sha256:
            raise DamagedEvidence(one.kept.id, "altered")

    def write_lists(self, reader: Reader) -> None:
        """Write the files of lists as they were received, under their hashes."""
        for file_id, sha256, name in kept_lists_out(reader):
            self._copy(f"{_LISTS}/{sha256}{_ending(name)}", pieces_of_list(reader, file_id))

    def finish(self, dest: Path, provenance: Provenance) -> ExportDone:
        """Write what says what everything is, and the hashes."""
        tables = [table.name for table in open_tables()]
        self._copy(README, [readme(tables, self._left_out, provenance).encode("utf-8-sig")])
        hashes = manifest((file.path, file.sha256) for file in self._files)
        with self._new(MANIFEST) as file:
            file.write(hashes)
        return ExportDone(dest, tuple(self._files), self._left_out)

    def _copy(self, path: str, pieces: Iterable[bytes]) -> str:
        with self._new(path) as file:
            for piece in pieces:
                refuse_if_stopped(self._cancelled)
                file.write(piece)
        self._files.append(ExportedFile(path, file.sha256))
        return file.sha256

    @contextlib.contextmanager
    def _new(self, path: str) -> Iterator[HashedFile]:
        where = self._folder / path
        handle = os.open(where, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "wb") as file:
            yield HashedFile(file)
            file.flush()
            os.fsync(file.fileno())

    def _step(self, count: int) -> None:
        self._done += count
        self._report(Progress(self._done, self._total, "export"))


def _ending(name: str) -> str:
    """Give the ending of a name where it is a plain one."""
    ending = Path(name).suffix
    plain = ending[1:].isascii() and ending[1:].isalnum() and len(ending) <= _LONGEST_ENDING
    return ending.lower() if plain else ""
