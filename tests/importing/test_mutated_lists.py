"""Broken and mutated lists end in a refusal or in rows, never in a crash or half an import."""

import random
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.errors import BadInput
from app.importing.known import Known
from app.importing.planner import plan_rows, read_men
from app.importing.table import records
from app.jobs import import_job
from app.sandbox.catalogue import Job
from app.sandbox.process import Worker
from app.workspace import Workspace
from models.cases import Case
from models.history import HistoryEntry
from models.imports import ImportBatch
from tests.importing import invented_lists as lists

SEEDS: dict[str, bytes] = {
    "utf8.csv": lists.text().encode(),
    "utf16.csv": lists.text().encode("utf-16"),
    "russian.csv": lists.text(lists.ROWS[1]).encode("cp1251"),
    "list.xlsx": lists.workbook(lists.text()),
}


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


def test_three_hundred_mutated_files_end_in_rows_or_in_a_coded_refusal() -> None:
    profile = lists.profile()
    ended = {"rows": 0, "refused": 0}
    fields: set[str] = set()
    with Worker(Job.READ_TABLE) as worker:
        for number in range(300):
            chance = random.Random(number)  # noqa: S311  # the same files every time
            name, seed = chance.choice(sorted(SEEDS.items()))
            content = mutated(seed, chance)
            try:
                parts = list(worker.ask({"name": name}, content))
                rows = [row for part in parts[1:] for row in part.head["rows"]]  # type: ignore[union-attr]  # rows are lists
                table = [tuple(map(str, row)) for row in rows]  # type: ignore[arg-type]  # the same
                plans = plan_rows(read_men(records(table, profile), profile), Known())
            except BadInput as refused:
                fields.add(str(refused.data["field"]))
                ended["refused"] += 1
            else:
                assert all(plan.reason or plan.man for plan in plans)
                ended["rows"] += 1
        assert worker.starts < 20
    assert fields <= {"file", "profile"}
    assert min(ended.values()) > 10


@pytest.mark.parametrize("number", range(6))
def test_a_mutated_file_comes_in_whole_or_not_at_all(
    register: Workspace, tmp_path: Path, number: int
) -> None:
    chance = random.Random(1_000 + number)  # noqa: S311  # the same files every time
    name, seed = sorted(SEEDS.items())[number % len(SEEDS)]
    path = lists.written(tmp_path, mutated(seed, chance), name)

    def counted() -> tuple[int, ...]:
        return register.read(
            lambda reader: tuple(
                reader.session.scalar(select(func.count()).select_from(table)) or 0
                for table in (Case, ImportBatch, HistoryEntry)
            )
        )

    before = counted()
    try:
        report = import_job.run(register, path, lists.profile())
    except BadInput:
        assert counted() == before
    else:
        assert counted() == (before[0] + report.new, before[1] + 1, before[2] + 1)
    assert register.verify_history() == []
