"""R-15: the clock of the computer is put back between two days of work."""

import random
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from app.clock import FrozenClock
from app.queries.history.told import history_of_case
from app.workspace import Warn, Workspace
from tests.cases import open_case, tell_circumstances
from tests.metrics import record
from tests.registers import STARTED, Home, found_vault

SAVES = 3


@dataclass(slots=True)
class Figures:
    """What a number of days put back did."""

    times: int = 0
    in_order: int = 0
    warned: int = 0
    warned_falsely: int = 0

    @property
    def holds(self) -> bool:
        """Say whether every order was kept and every wrong clock told, and no right one."""
        return self.in_order == self.warned == self.times and not self.warned_falsely


def torture(times: int, folder: Path) -> Figures:
    """Put the clock back a day or more so many times and write the figures."""
    found_vault(folder / "vault")
    figures = put_back(Home("vault", folder / "vault"), times)
    write(figures, "vault")
    return figures


def write(figures: Figures, where: str) -> None:
    """Write the figures of one kind of register."""
    n = figures.times
    kept, told = figures.in_order == n, figures.warned == n and not figures.warned_falsely
    record("R-15", f"histories in order ({where})", f"{figures.in_order} of {n}",
           target="all", holds=kept)  # fmt: skip
    said = f"{figures.warned} of {n}, {figures.warned_falsely} of {n} told without cause"
    record("R-15", f"clocks put back and told ({where})", said, target="all", holds=told)


def put_back(home: Home, times: int) -> Figures:
    """Work, put the clock back by a day to a month, work on, and put it right again."""
    chance = random.Random(20201213)  # noqa: S311  # by how much is no secret
    figures, today = Figures(), FrozenClock(STARTED)
    with home.open(clock=today) as register:
        case_id = register.write(partial(open_case, number="HRD-2020-00001")).value
    saves = 0
    for _ in range(times):
        today.advance(days=40)
        behind = FrozenClock(today.now() - timedelta(days=1, hours=chance.randrange(700)))
        for clock, is_wrong in ((today, False), (behind, True)):
            with home.open(clock=clock) as register:
                told = [one.what for one in register.warnings] == [Warn.CLOCK_BEHIND]
                figures.warned += told and is_wrong
                figures.warned_falsely += told and not is_wrong
                for _ in range(SAVES):
                    saves += 1
                    register.write(partial(tell_circumstances, case_id=case_id, words=str(saves)))
                if is_wrong:
                    figures.in_order += _in_order(register, case_id, saves)
        figures.times += 1
    return figures


def _in_order(register: Workspace, case_id: UUID, saves: int) -> bool:
    """Say whether the history tells the saves in the order of work although their dates go back."""
    lines = register.read(lambda reader: history_of_case(reader, case_id))
    told = [
        str(change.after)
        for line in lines
        for change in line.changes
        if change.field == "circumstances" and change.after
    ]
    in_order = told == [str(n) for n in range(1, saves + 1)]
    return in_order and lines[-1].at < lines[-1 - SAVES].at and not register.verify_history()
