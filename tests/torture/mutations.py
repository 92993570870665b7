"""R-10: break files of thirty kinds in thousands of ways, read and import them, count what fails.

`python -m tests.torture.mutations 300` runs it by hand and prints the figures as JSON.

Every file must end in rows or in a coded refusal; every twentieth list is imported into a vault,
where it comes in whole or leaves no trace.
"""

import io
import json
import os
import random
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select

from app.errors import BadInput, HomewardError
from app.importing.known import Known
from app.importing.planner import plan_rows, read_men
from app.importing.table import records
from app.jobs import import_job
from app.sandbox.catalogue import Job
from app.sandbox.process import Worker
from app.vault.backups.manifest import FileEntry, Manifest
from app.vault.header import HEADER, Header
from app.workspace import Workspace
from models.cases import Case
from models.history import HistoryEntry
from models.imports import ImportBatch
from tests.importing import invented_lists as lists
from tests.metrics import record
from tests.registers import Home, found_vault

IMPORTED_EACH = 20
LONGEST = 10.0


@dataclass(slots=True)
class Figures:
    """What became of a number of broken files."""

    files: int = 0
    seeds: int = 0
    rows: int = 0
    refused: int = 0
    crashes: int = 0
    hangs: int = 0
    imports: int = 0
    partial: int = 0

    @property
    def holds(self) -> bool:
        """Say whether every file ended in rows or in a refusal, and no import in a half."""
        return not self.crashes and not self.hangs and not self.partial


@dataclass(frozen=True, slots=True)
class Seed:
    """A whole file, and how this program reads it."""

    name: str
    content: bytes
    read: Callable[[Worker, bytes], None]


# --- what is broken


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Break a file the way disks, mail and enemies do."""
    broken = bytearray(content)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(broken)) if broken else 0
        match chance.randrange(6):
            case 0 if broken:
                broken[at] ^= 1 << chance.randrange(8)
            case 1:
                del broken[at : at + chance.randint(1, 40)]
            case 2:
                broken[at:at] = chance.randbytes(chance.randint(1, 12))
            case 3:
                del broken[at:]
            case 4:
                broken[at:at] = chance.choice([b'"', b",", b"\r\n", b"\0", b"\xef\xbb\xbf", b";;"])
            case _:
                piece = broken[at : at + 200]
                broken[at:at] = piece * chance.randint(1, 5)
    return bytes(broken)


def seeds(vault: Path) -> list[Seed]:
    """Give the thirty whole files: lists in many encodings and formats, and our own documents."""
    texts = {
        "": lists.text(),
        "armenian-": lists.text(lists.ROWS[0]),
        "russian-": lists.text(lists.ROWS[1]),
        "latin-": lists.text(lists.ROWS[2]),
        "broken-dates-": lists.text(lists.ROWS[3]),
    }
    found = [
        _list(f"{kind}{encoding}.csv", text.encode(encoding))
        for kind, text in texts.items()
        for encoding in ("utf-8", "utf-8-sig", "utf-16")
    ]
    found.append(_list("russian-cp1251.csv", texts["russian-"].encode("cp1251")))
    found.append(_list("russian-koi8.csv", texts["russian-"].encode("koi8-r")))
    for sign, ending in ((";", "csv"), ("\t", "tsv"), ("|", "txt")):
        found.append(_list(f"list.{ending}", lists.text().replace(",", sign).encode()))
    for kind in ("", "armenian-", "russian-"):
        found.append(_list(f"{kind}list.xlsx", lists.workbook(texts[kind])))
        found.append(_list(f"{kind}list.ods", open_document(texts[kind])))
    rows = json.dumps([line.split(",") for line in lists.text().splitlines()], ensure_ascii=False)
    found.append(_list("list.json", rows.encode()))
    header = (vault / HEADER).read_bytes()
    found.append(Seed(HEADER, header, lambda _, content: _parsed(Header.from_bytes, content)))
    manifest = _manifest().to_bytes()
    found.append(
        Seed("manifest.json", manifest, lambda _, content: _parsed(Manifest.from_bytes, content))
    )
    profile = lists.PROFILE.encode()
    found.append(Seed("profile.toml", profile, lambda _, content: _as_profile(content)))
    return found


def _list(name: str, content: bytes) -> Seed:
    return Seed(name, content, lambda worker, broken: _as_list(worker, name, broken))


def open_document(text: str) -> bytes:
    """Write rows of text as the smallest ODS that an office program would open."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "manifest")
    )
    value = 'office:value-type="string"'
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f"<table:table-cell {value}><text:p>{cell}</text:p></table:table-cell>"
            for cell in line.split(",")
        )
        + "</table:table-row>"
        for line in text.splitlines()
    )
    content = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        f'<table:table table:name="List">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest {spaces}/>")
    return kept.getvalue()


def _manifest() -> Manifest:
    files = (FileEntry("data.db", 4096, "ab" * 32), FileEntry("0001.db", 9, "cd" * 32, 1, True))
    made = datetime(2021, 3, 10, 6, 0, tzinfo=UTC)
    return Manifest(UUID(int=7), 1, made, files, b"sealed words of the register")


# --- how each is read


def _as_list(worker: Worker, name: str, content: bytes) -> None:
    parts = list(worker.ask({"name": name}, content))
    table: list[tuple[str, ...]] = []
    for part in parts[1:]:
        rows = part.head["rows"]
        given = rows if isinstance(rows, list) else []
        table += [tuple(map(str, row)) if isinstance(row, list) else () for row in given]
    profile = lists.profile()
    for plan in plan_rows(read_men(records(table, profile), profile), Known()):
        if not plan.reason and plan.man is None:
            raise AssertionError("a row ended in nothing")


def _parsed(read: Callable[[bytes], object], content: bytes) -> None:
    read(content)


def _as_profile(content: bytes) -> None:
    from app.importing.profile_file import read_profile

    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        raise BadInput("profile", "profile_not_toml", detail="utf-8") from None
    read_profile(text)


# --- the counting


def mutate_and_import(times: int, folder: Path, seed: int) -> Figures:
    """Break so many files, read each, import every twentieth list into a vault in `folder`."""
    vault = folder / "vault"
    found_vault(vault)
    kinds = seeds(vault)
    figures = Figures(seeds=len(kinds))
    with ExitStack() as stack:
        worker = stack.enter_context(Worker(Job.READ_TABLE))
        register = stack.enter_context(Home("vault", vault).open())
        for number in range(times):
            chance = random.Random(seed * 1_000_003 + number)  # noqa: S311  # the same every time
            kind = chance.choice(kinds)
            content = mutated(kind.content, chance)
            _read(kind, worker, content, figures)
            if number % IMPORTED_EACH == 0:
                path = lists.written(folder, content, f"list{Path(kind.name).suffix}")
                _import(register, path, figures)
        figures.partial += len(register.verify_history())
    return figures


def _read(kind: Seed, worker: Worker, content: bytes, figures: Figures) -> None:
    begun = time.monotonic()
    figures.files += 1
    try:
        kind.read(worker, content)
    except HomewardError:
        figures.refused += 1
    except Exception as crash:  # noqa: BLE001  # whatever is not a coded refusal is a crash
        figures.crashes += 1
        print(f"{kind.name}: {crash!r}", file=sys.stderr)
    else:
        figures.rows += 1
    figures.hangs += time.monotonic() - begun > LONGEST


def _import(register: Workspace, path: Path, figures: Figures) -> None:
    before = _counted(register)
    figures.imports += 1
    try:
        report = import_job.run(register, path, lists.profile())
    except BadInput:
        figures.partial += _counted(register) != before
    else:
        cases, batches, entries = before
        figures.partial += _counted(register) != (cases + report.new, batches + 1, entries + 1)


def _counted(register: Workspace) -> tuple[int, ...]:
    return register.read(
        lambda reader: tuple(
            reader.session.scalar(select(func.count()).select_from(table)) or 0
            for table in (Case, ImportBatch, HistoryEntry)
        )
    )


def torture(times: int, folder: Path) -> Figures:
    """Break so many files and record the figure."""
    figures = mutate_and_import(times, folder, seed=1)
    record(
        "R-10",
        "mutated lists and documents: crashes, hangs over 10 s, partial imports",
        f"{figures.crashes}, {figures.hangs}, {figures.partial} in {figures.files} files of "
        f"{figures.seeds} seeds, {figures.imports} of them imported",
        target="0, 0, 0",
        holds=figures.holds,
    )
    return figures


if __name__ == "__main__":
    os.environ["HOMEWARD_TEST_PROFILE"] = "1"
    with tempfile.TemporaryDirectory() as place:
        os.environ["HOMEWARD_SETTINGS_DIR"] = place + "/settings"
        print(json.dumps(asdict(mutate_and_import(int(sys.argv[1]), Path(place), 1)), indent=1))
