"""Broken and mutated lists end in a refusal or in rows, never in a crash or half an import."""

import random
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.errors import BadInput
from app.jobs import import_job
from app.workspace import Workspace
from models.cases import Case
from models.history import HistoryEntry
from models.imports import ImportBatch
from tests.importing import invented_lists as lists
from tests.torture.mutations import mutated, torture

SEEDS: dict[str, bytes] = {
    "utf8.csv": lists.text().encode(),
    "utf16.csv": lists.text().encode("utf-16"),
    "russian.csv": lists.text(lists.ROWS[1]).encode("cp1251"),
    "list.xlsx": lists.workbook(lists.text()),
}


def test_three_hundred_mutated_files_end_in_rows_or_in_a_coded_refusal(tmp_path: Path) -> None:
    figures = torture(300, tmp_path)
    assert figures.holds
    assert figures.seeds == 30
    assert min(figures.rows, figures.refused) > 10


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
