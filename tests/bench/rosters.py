"""How fast the rows of a list meet a hundred thousand men, and two long lists each other."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Sequence
from pathlib import Path

from app.queries.history.undoing import last_to_undo
from app.queries.lists.candidates import row_candidates
from app.queries.lists.comparison import compare_lists
from app.services.desk.undo import undo_entry
from app.services.lists.lists import take_in_list
from app.shapes.requests.evidence import NewSource
from app.shapes.requests.lists import ListColumn, ListDetails, ListTaken, TakeInList
from app.workspace import Workspace
from models.vocabulary.accounts import SourceKind
from models.vocabulary.lists import ColumnMeaning, ListDirection, ListOrigin, ListType
from models.vocabulary.people import Script
from tests.bench import million
from tests.bench.figure import Figure
from tests.bench.people import invented, russian

MEN = int(os.environ.get("HOMEWARD_BENCH_ROSTER_MEN", "100000"))
ROWS = 73
LONG = 5_000
NEW = 100
_PLACE = Path("build/bench") / f"roster-{MEN}"
_CHANCE = 20201213
_COLUMNS = tuple(
    ListColumn("", meaning)
    for meaning in (ColumnMeaning.NAME, ColumnMeaning.BIRTH, ColumnMeaning.UNIT)
)


def measure() -> list[Figure]:
    """Take a roster in and ask for the candidates of all its rows; compare two long lists."""
    chance = random.Random(_CHANCE)  # noqa: S311  # the same lists in every run, no secret
    with million.kept(_PLACE, MEN) as register:
        men = [chance.randrange(MEN) for _ in range(ROWS)]
        roster = _taken(register, [_row(n, in_russian=at % 2 == 0) for at, n in enumerate(men)])
        start = time.perf_counter()
        rows = register.read(lambda reader: row_candidates(reader, roster.version_id))
        seconds = time.perf_counter() - start
        first = sum(
            bool(row.men) and row.men[0].man.number == million.number(n)
            for row, n in zip(rows, men, strict=True)
        )
        _take_back(register)
        compared = _compared(register, chance)
    return [
        Figure(
            f"{ROWS} rows in Armenian and Russian against {MEN:,} people, with reasons", "s",
            seconds, 2, 0.7,
        ),
        Figure(
            "of them, the right man first", "%", 100 * first / ROWS, 95, 99, more_is_better=True
        ),
        Figure(f"two lists of {LONG:,} compared", "s", compared, 2, 0.7),
    ]  # fmt: skip


def _compared(register: Workspace, chance: random.Random) -> float:
    """Compare a list with one of as many rows: other order, half of it in Russian, 100 changed."""
    one = _taken(register, [_row(n) for n in range(LONG)])
    others = list(range(NEW, LONG + NEW))
    chance.shuffle(others)
    other = _taken(register, [_row(n, in_russian=n % 2 == 0) for n in others])
    start = time.perf_counter()
    found = register.read(lambda reader: compare_lists(reader, one.version_id, other.version_id))
    seconds = time.perf_counter() - start
    if len(found.pairs) < LONG - 3 * NEW:
        raise AssertionError(f"{len(found.pairs)} matched: what was timed is not the work")
    _take_back(register)
    _take_back(register)
    return seconds


def _row(n: int, *, in_russian: bool = False) -> tuple[str, str, str]:
    form = invented(n).forms[0]
    name = " ".join(filter(None, (form.family, form.given, form.father)))
    if in_russian and form.script is Script.ARMENIAN:
        name = f"{russian(form.family)} {russian(form.given)}"
    return (name, million.born(n).sort_key[:4], "")


def _taken(register: Workspace, rows: Sequence[tuple[str, ...]]) -> ListTaken:
    issuer = NewSource(SourceKind.OTHER, "A sender")
    details = ListDetails(ListType.MANIFEST, ListDirection.IN, "A roster", issuer)
    request = TakeInList(ListOrigin.CSV, _COLUMNS, tuple(rows), details=details)
    return register.write(lambda uow: take_in_list(uow, request)).value


def _take_back(register: Workspace) -> None:
    entry = register.read(last_to_undo)
    if entry is not None:
        register.write(lambda uow: undo_entry(uow, entry))
