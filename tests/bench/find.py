"""How fast a man is found among a million, in any script, on both databases; what a save costs."""

from __future__ import annotations

import contextlib
import gc
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.jobs.registers.opening import found
from app.queries.finding.alike import men_alike
from app.queries.finding.search import search
from app.services.finding.findable import keep_findable
from app.settings import SettingsFolder
from app.shapes.briefs import NameBrief, PersonBrief
from app.shapes.changes import Outcome
from app.workspace import Workspace, open_register
from models.cases import CaseLine
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import Script
from tests import registers
from tests.bench import million
from tests.bench.figure import Figure
from tests.bench.people import english, invented, russian

PAGE = 50
TYPED = 60
ROWS = 60
SAVES = 200
OFFICE_MEN = int(os.environ.get("HOMEWARD_BENCH_OFFICE_MEN", "100000"))
"""A server takes long to fill: a tenth of the register tells how it grows."""
_CHANCE = 20201213


class _TakenBack(Exception):  # what a bench throws so that nothing is saved
    """Nothing of a measured save stays."""


def measure() -> list[Figure]:
    """Type names and mixed queries, with and without slips, look rows up, save."""
    with million.opened() as register:
        figures = _typing(register, f"{million.MEN:,} people", 25, 16, 100, 50)
        figures += _lists(register)
        figures.append(_saving(register))
    return figures + _office()


def _typing(
    register: Workspace, who: str, floor: float, goal: float, slip_floor: float, slip_goal: float
) -> list[Figure]:
    texts = list(_texts())
    for text in texts[:5]:
        _times(register, _keystrokes(text))
    plain = [time for text in texts for time in _times(register, _keystrokes(text))]
    chance = random.Random(_CHANCE)  # noqa: S311  # where the finger slips is no secret
    slips = [
        time
        for text in texts
        for time in _times(register, list(_keystrokes(_slip(text, chance)))[-4:])
    ]
    return [
        Figure(f"search as you type, {who}: p95 a keystroke", "ms", _p95(plain), floor, goal),
        Figure(f"the same with one slip, {who}: p95", "ms", _p95(slips), slip_floor, slip_goal),
    ]


def _texts() -> Iterator[str]:
    """Give what is typed: whole names in the script of one form; some with the year of birth."""
    chance = random.Random(_CHANCE)  # noqa: S311  # see above
    for at in range(TYPED):
        n = chance.randrange(million.MEN)
        form = chance.choice(invented(n).forms)
        parts = [form.family, form.given]
        if at % 3 == 1:
            parts.reverse()
        if at % 3 == 2:
            parts[1:] = [form.given[:3], million.born(n).sort_key[:4]]
        yield " ".join(parts).lower()


def _keystrokes(text: str) -> Iterator[str]:
    return (text[:length] for length in range(1, len(text) + 1))


def _slip(text: str, chance: random.Random) -> str:
    at = chance.randrange(1, max(len(text.split(maxsplit=1)[0]) - 1, 2))
    if chance.random() < 0.5:
        return text[:at] + text[at + 1 :]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _times(register: Workspace, typed: Sequence[str] | Iterator[str]) -> list[float]:
    gc.collect()
    gc.disable()  # as the window does: garbage is collected between keystrokes, never within one
    try:
        return _each_timed(register, typed)
    finally:
        gc.enable()


def _each_timed(register: Workspace, typed: Sequence[str] | Iterator[str]) -> list[float]:
    return [
        _timed(lambda text=text: register.read(lambda reader: search(reader, text, PAGE)))  # type: ignore[misc]  # bound now
        for text in typed
    ]


def _timed(deed: Callable[[], object]) -> float:
    start = time.perf_counter()
    deed()
    return (time.perf_counter() - start) * 1000


def _p95(times: Sequence[float]) -> float:
    return sorted(times)[len(times) * 95 // 100]


def _lists(register: Workspace) -> list[Figure]:
    """Look up the rows of lists that write men of the register in another script."""
    chance = random.Random(_CHANCE + 1)  # noqa: S311  # see above
    men = [chance.randrange(million.MEN) for _ in range(5 * ROWS)]
    rows = [(million.number(n), _variant(n, chance)) for n in men]
    start = time.perf_counter()
    right = 0
    for number, brief in rows:
        best = register.read(lambda reader, b=brief: men_alike(reader, b, 3))  # type: ignore[misc]  # bound now
        right += any(one.man.number == number for one in best)
    seconds = (time.perf_counter() - start) / len(rows) * ROWS
    return [
        Figure("60 rows of a list against them, with reasons", "s", seconds, 5, 2),
        Figure(
            "the right man among the first three, variants by rule", "%",
            100 * right / len(rows), 98, 99.5, more_is_better=True,
        ),
    ]  # fmt: skip


def _variant(n: int, chance: random.Random) -> PersonBrief:
    """Write a man as another office's list would: one form, another script, part of the rest."""
    form = invented(n).forms[0]
    family, given, father, script = form.family, form.given, form.father, form.script
    if script is Script.ARMENIAN:
        write, script = chance.choice(((russian, Script.CYRILLIC), (english, Script.LATIN)))
        family, given, father = write(family), write(given), ""
    elif chance.random() < 0.5:
        father = ""
    birth = million.born(n)
    if chance.random() < 0.3:
        birth = PartialDate.parse_edtf(birth.sort_key[:4])
    full = " ".join(filter(None, (family, given, father)))
    name = NameBrief(full, family, given, father, script=script)
    return PersonBrief((name,), birth=birth)


def _saving(register: Workspace) -> Figure:
    """Change what men are found by, each alone, and take it all back."""
    taken: list[float] = []

    def save(uow: UnitOfWork) -> Outcome[None]:
        rows = uow.session.execute(
            select(CaseLine.row, CaseLine.case_id).order_by(CaseLine.row).limit(SAVES)
        ).all()
        for n, (row, case_id) in enumerate(rows):
            facts = million.facts_of(case_id, n, ((case_id, "Օրինակաշեն"),))
            changed = replace(facts, unit=f"ՆՄ-{n % 40}", person=PersonBrief(invented(n + 7).forms))
            taken.append(_timed(lambda r=row, f=changed: keep_findable(uow, {r: f})))  # type: ignore[misc]  # bound now
        raise _TakenBack

    with contextlib.suppress(_TakenBack):
        register.write(save)
    mean = sum(taken) / len(taken)
    return Figure("index kept up on save, a case whose name changed", "ms", mean, 1, 0.3)


def _office() -> list[Figure]:
    """Type on a server, too."""
    with tempfile.TemporaryDirectory() as folder:
        server = registers.PostgresServer(f"find-{os.getpid()}")
        server.run("CREATE DATABASE find")
        place, settings = server.profile(Path(folder), "find"), SettingsFolder(Path(folder))
        found(place, million.USER, million.PASSPHRASE, settings=settings)
        with open_register(place, million.USER, million.PASSPHRASE, settings=settings) as register:
            million.fill(register, OFFICE_MEN)
            server.run("ANALYZE", "find")
            return _typing(register, f"PostgreSQL, {OFFICE_MEN:,} people", 40, 20, 250, 120)
