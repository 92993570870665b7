"""Notes who was shown something of limited cases, by a unit of its own (R-45)."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from app.clock import Clock
from app.db.sightings import SAME_READING, Sighting, Waiting
from app.db.unit_of_work import UnitOfWork
from app.errors import HomewardError, ReadOnlyVault
from app.shapes.changes import Outcome
from models.cases import CaseRead
from models.vocabulary.deeds import READ_LIMITED
from models.vocabulary.roles import Action

type Save = Callable[[Callable[[UnitOfWork], Outcome[int]]], None]

_log = logging.getLogger("homeward.readings")


def log_reads(uow: UnitOfWork, seen: Collection[Sighting]) -> Outcome[int]:
    """Write what the member of staff at work was shown: one signed entry for all of it.

    What they were shown in the same way within the last minutes is one reading. Gives how many
    readings were new.

    Raises:
        NotAllowed.
    """
    uow.doing(Action.READ_CASES, named=READ_LIMITED)
    since = uow.clock.now() - SAME_READING
    cases = {one.case_id for one in seen}
    noted = uow.session.execute(
        select(CaseRead.case_id, CaseRead.how).where(
            CaseRead.case_id.in_(cases),
            CaseRead.created_by == uow.actor.id,
            CaseRead.created_at > since,
            CaseRead.created_at <= uow.clock.now(),
        )
    )
    known = {Sighting(case_id, how) for case_id, how in noted}
    fresh = sorted(one for one in seen if one not in known)
    uow.session.add_all(CaseRead(case_id=case_id, how=how) for case_id, how in fresh)
    return Outcome(len(fresh))


class ReadingLog:
    """Takes in what was shown and writes it; never fails or holds up whoever reads."""

    def __init__(self, save: Save, clock: Clock) -> None:
        #: Nothing can be written here: limited cases are then shown to nobody.
        self.refused = False
        self._save = save
        self._clock = clock
        self._waiting = Waiting()
        self._told: Callable[[], object] = self.write

    def note(self, shown: Collection[Sighting]) -> None:
        """Take in what was shown, and write it at once or let it wait for `write`."""
        if shown and self._waiting.add(shown, self._clock.now()):
            self._told()

    def tell(self, told: Callable[[], object]) -> None:
        """Call `told` when readings wait, instead of writing them at once on the reading thread.

        Whoever asks for this calls `write` soon after; closing the register writes what waits.
        """
        self._told = told

    def write(self) -> None:
        """Write what was shown; what cannot be written now waits."""
        shown = self._waiting.take()
        if not shown:
            return
        try:
            self._save(lambda unit: log_reads(unit, shown))
        except ReadOnlyVault:
            self.refused = True
            _log.warning("readings cannot be logged here: limited cases are shut")
        except (HomewardError, SQLAlchemyError) as error:
            self._waiting.give_back(shown)
            _log.warning("readings not logged yet: %d, %s", len(shown), type(error).__name__)
