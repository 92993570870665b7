"""What people may do about keys in an open register: their own and their colleagues'."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.clock import Clock
from app.db.unit_of_work import Reader, UnitOfWork
from app.shapes.changes import Outcome
from app.shapes.staff import StaffMember
from app.vault import staffing
from app.vault.epochs import next_epoch
from app.vault.folder import OpenVault
from app.vault.keys import UnlockedKeys
from app.vault.office import OpenOffice
from app.vault.rotation import Turn
from app.vault.slots import Slot


class Desk(Protocol):
    """What is needed of an open register."""

    actor: StaffMember
    clock: Clock

    @property
    def place(self) -> OpenVault | OpenOffice:
        """Return where it is."""
        ...

    def read[T](self, query: Callable[[Reader], T]) -> T:
        """Answer a query."""
        ...

    def write[T](self, use_case: Callable[[UnitOfWork], Outcome[T]]) -> Outcome[T]:
        """Run a use case."""
        ...

    def turn[T](self, intention: Turn[T]) -> Outcome[T]:
        """Begin a new epoch of keys."""
        ...


class KeyDesk:
    """Passphrases and ways in; every act is one entry of the history."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def change_passphrase(self, present: str, new: str) -> None:
        """Open one's own slot by another passphrase from now on; the keys stay the same.

        Older copies of `vault.json` still open with the former passphrase: where it leaked, the
        register needs a new epoch besides. Raises WrongKey, PassphraseRefused.
        """
        place = self._desk.place
        mine = self._desk.read(lambda reader: staffing.own_slot(reader, place))
        staffing.check_passphrase(mine, place.keys, present)
        slot = staffing.own_new_slot(mine, place.keys, new)
        self._desk.write(lambda unit: staffing.change_passphrase(unit, place, slot))
        if isinstance(place, OpenVault):
            place.add_slot(slot)

    def remove(self, name: str, reason: str = "") -> StaffMember:
        """Remove a colleague and begin a new epoch of keys; nobody else is asked for anything.

        Copies and backups made before stay readable with the keys of then. Raises NotAllowed,
        NotFound, StaffNotRemoved, KeysChanged, DiskFull and what else the disk has to say.
        """
        self._desk.read(lambda reader: staffing.ask_removal(reader, name))
        return self._turn(lambda unit: staffing.remove(unit, name, reason))

    def _turn[T](
        self, use_case: Callable[[UnitOfWork], Outcome[T]], fresh: Sequence[Slot] = ()
    ) -> T:
        keys: UnlockedKeys = next_epoch(self._desk.place.keys)
        intention = Turn(self._desk.actor, self._desk.clock, keys, use_case, fresh)
        return self._desk.turn(intention).value
