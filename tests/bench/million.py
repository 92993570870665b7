"""A register of a million invented men, built once under build/bench and used again."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache, partial
from itertools import batched
from pathlib import Path
from uuid import UUID

from sqlalchemy import select

from app.db.bulk_insert import BulkInsert
from app.db.unit_of_work import Reader, UnitOfWork
from app.db.word_index import count_words
from app.jobs.registers.opening import found
from app.paths import migrations
from app.services.finding.findable import WordCounts, keep_briefs
from app.services.finding.line_facts import LineFacts, NameFacts, Sighting
from app.services.finding.register_line import line_values, rows_of
from app.settings import SettingsFolder
from app.shapes.briefs import PersonBrief
from app.shapes.changes import Outcome
from app.workspace import Workspace, open_register
from models.base import Base, new_id
from models.cases import Case, CaseLine
from models.codebook import compute
from models.people import Person
from models.places import PlaceName
from models.vocabulary.event_codes import EventCode
from models.vocabulary.partial_date import PartialDate
from tests.bench.people import invented
from tests.bench.status import histories

MEN = int(os.environ.get("HOMEWARD_BENCH_MEN", "1000000"))
"""Fewer while something is being made faster."""
PLACE = Path("build/bench") / ("million" if MEN == 1_000_000 else f"men-{MEN}")
USER = "Bench"
PASSPHRASE = "globe conductor hat bathtub fetch pullover"
_CHUNK = 20_000
_TODAY = date(2021, 3, 10)


def opened() -> Workspace:
    """Open the register, making it first where it is not there; that takes some minutes."""
    settings = SettingsFolder(PLACE.parent / "settings")
    whole, schema = PLACE.with_suffix(".whole"), _schema()
    if not whole.exists() or whole.read_text("ascii") != schema:
        whole.unlink(missing_ok=True)
        shutil.rmtree(PLACE, ignore_errors=True)
        PLACE.parent.mkdir(parents=True, exist_ok=True)
        found(PLACE, USER, PASSPHRASE, settings=settings)
        with open_register(PLACE, USER, PASSPHRASE, settings=settings) as register:
            fill(register, MEN)
        whole.write_text(schema, "ascii")
    return open_register(PLACE, USER, PASSPHRASE, settings=settings)


def kept(
    place: Path, men: int, more: Callable[[UnitOfWork], Outcome[None]] | None = None
) -> Workspace:
    """Open a register of so many men at a place, making it first, with what else a bench wants."""
    settings = SettingsFolder(place.parent / "settings")
    whole = place.with_suffix(".whole")
    if not whole.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        found(place, USER, PASSPHRASE, settings=settings)
        with open_register(place, USER, PASSPHRASE, settings=settings) as register:
            fill(register, men)
            if more is not None:
                register.write(more)
        whole.touch()
    return open_register(place, USER, PASSPHRASE, settings=settings)


def _schema() -> str:
    """Tell this schema from any other: a register made for another one is made anew."""
    digest = hashlib.sha256()
    for revision in sorted(migrations().glob("versions/*.py")):
        digest.update(revision.read_bytes())
    return digest.hexdigest()


def fill(register: Workspace, men: int) -> None:
    """Write people, cases and register lines; the list reads nothing else."""
    places = register.read(_places)
    for numbers in batched(range(men), _CHUNK):
        register.write(partial(_write, numbers=numbers, places=places))
        print(f"\r… {numbers[-1] + 1:,} of {men:,} men", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def _places(reader: Reader) -> tuple[tuple[UUID, str], ...]:
    rows = reader.session.execute(
        select(PlaceName.place_id, PlaceName.name).where(PlaceName.lang == "hy")
    )
    return tuple((place_id, name) for place_id, name in rows)


def _write(
    uow: UnitOfWork, numbers: tuple[int, ...], places: tuple[tuple[UUID, str], ...]
) -> Outcome[None]:
    connection, stamps = uow.session.connection(), uow.stamps()
    ids = [new_id() for _ in numbers]
    people = [{"id": i} for i in ids]
    cases = [{"id": i, "number": number(n)} for i, n in zip(ids, numbers, strict=True)]
    facts = [facts_of(i, n, places) for i, n in zip(ids, numbers, strict=True)]
    lines = list(_lines(uow, facts))
    for table, rows in ((Person, people), (Case, cases), (CaseLine, lines)):
        BulkInsert(
            connection, Base.metadata.tables[table.__tablename__], tuple(rows[0]), stamps
        ).write(rows)
    counts: WordCounts = Counter()
    found = rows_of(uow, ids)
    keep_briefs(uow, {found[one.case_id]: one.brief() for one in facts}, counts)
    count_words(connection, counts)
    return Outcome(None)


@cache
def _day(day: date) -> PartialDate:
    return PartialDate.on(day)


def born(n: int) -> PartialDate:
    """Give the day on which the man of this number was born."""
    return _day(date(1975, 1, 1) + timedelta(days=n * 17 % 10_000))


def number(n: int) -> str:
    """Give the number of his case."""
    return f"HRD-2020-{n:07d}"


def facts_of(case_id: UUID, n: int, places: tuple[tuple[UUID, str], ...]) -> LineFacts:
    """Give what the line of the man of this number is made of."""
    place_id, place = places[n * 7919 % len(places)]
    forms = invented(n).forms
    seen = _day(date(2020, 9, 27) + timedelta(days=n * 31 % 80))
    return LineFacts(
        case_id=case_id,
        number=number(n),
        names=tuple(
            NameFacts(form.script, form.full, short=f"{form.family} {form.given}") for form in forms
        ),
        figure_label="",
        born=born(n),
        unit=f"ՆՄ-{n % 300}",
        sightings=(Sighting(EventCode.E02, seen, place_id),),
        place_names=(place,),
        person=PersonBrief(forms),
    )


def _lines(uow: UnitOfWork, men: list[LineFacts]) -> Iterator[dict[str, object]]:
    statuses = [compute(history, _TODAY) for history in histories()]
    moment = uow.clock.now()
    for n, facts in enumerate(men):
        yield line_values(facts, statuses[n % len(statuses)], moment)


if __name__ == "__main__":
    opened().close()
