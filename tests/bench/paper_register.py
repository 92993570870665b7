"""A register whose men have files of three pages, made by the use cases once and used again."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import batched
from pathlib import Path
from uuid import UUID

from app.jobs.registers.opening import found
from app.services.cases.cases import register_man
from app.services.cases.events import record_event
from app.settings import SettingsFolder
from app.shapes.requests.cases import NameForm, PersonDetails, RegisterMan, ServiceDetails
from app.shapes.requests.evidence import RecordEvent
from app.workspace import Workspace, open_register
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Authenticity
from models.vocabulary.people import Sex
from tests.bench.million import PASSPHRASE, USER
from tests.bench.people import invented
from tests.factories.men import day, reported, said

MEN = int(os.environ.get("HOMEWARD_BENCH_BOOK_MEN", "1000"))
PLACE = Path("build/bench") / f"papers-{MEN}"
_AT_ONCE = 50  # men of whom one thing is told in one intention
_TOLD = (
    "His comrades last saw him near the school of the village, walking with four others towards "
    "the road; the column was fired at, and nobody came back along the same way. The family was "
    "told of it by telephone on the next day and has asked about him every week since."
)
_EVENTS = (
    (EventCode.E02, "2020-12-12", "B2"),
    (EventCode.E04, "[2020-12-13..2020-12-16]", "B2"),
    (EventCode.C12, "2020-12-15", "C2"),
    (EventCode.C10, "2021-01-16", "B3"),
)


def opened() -> Workspace:
    """Open the register, making it first where it is not there; that takes some minutes."""
    settings = SettingsFolder(PLACE.parent / "settings")
    whole = PLACE.with_suffix(".whole")
    if not whole.exists():
        PLACE.parent.mkdir(parents=True, exist_ok=True)
        found(PLACE, USER, PASSPHRASE, settings=settings)
        with open_register(PLACE, USER, PASSPHRASE, settings=settings) as register:
            _fill(register)
        whole.touch()
    return open_register(PLACE, USER, PASSPHRASE, settings=settings)


def _fill(register: Workspace) -> None:
    for numbers in batched(range(MEN), _AT_ONCE):
        men = tuple(_register(register, n) for n in numbers)
        for request in _events(men):
            register.write(lambda unit, asked=request: record_event(unit, asked))  # type: ignore[misc]  # mypy infers no default
        print(f"\r… {numbers[-1] + 1:,} of {MEN:,} men", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def _register(register: Workspace, n: int) -> UUID:
    names = tuple(NameForm(one.family, one.given, one.father) for one in invented(n).forms)
    request = RegisterMan(
        names=names,
        details=PersonDetails(birth=day("2001-04-24"), sex=Sex.MALE, home_address="Gyumri"),
        service=ServiceDetails(rank_as_written="private", unit_as_written=f"Unit {n % 30}"),
        circumstances=f"{_TOLD} {n}",
        report=reported(f"Mother of the man {n}"),
    )
    return register.write(lambda unit: register_man(unit, request)).value.case_id


def _events(men: tuple[UUID, ...]) -> Iterator[RecordEvent]:
    for at, (code, when, grade) in enumerate(_EVENTS):
        seen = code is EventCode.C12
        yield RecordEvent(
            men,
            code,
            day(when),
            place_as_reported="near Khtsaberd",
            narrative=f"{_TOLD} {at}",
            warning_reason="another account of the same day",
            figure=f"V{at}-P07" if seen else "",
            authenticity=Authenticity.PASS if seen else None,
            said_by=(
                said(f"Witness {at}", grade, words="Սա իմ որդին է, ես նրան ճանաչեցի"),
                said(f"Comrade {at}", "C2", SourceKind.FELLOW_SERVICEMAN, words="Это он"),
            ),
        )
