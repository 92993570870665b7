"""What people may do about keys in an open register: their own and their colleagues'."""

from collections.abc import Callable, Sequence
from typing import Protocol

from app.clock import Clock
from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import BadInput
from app.shapes.changes import Outcome
from app.shapes.recovery import RecoverySheet, SheetMade
from app.shapes.staff import StaffMember
from app.vault import recovery, staffing
from app.vault.epochs import next_epoch
from app.vault.folder import OpenVault
from app.vault.keys import KeyPairs, UnlockedKeys, calibrated
from app.vault.office import OpenOffice
from app.vault.recovery import NewSheet
from app.vault.request_file import KeyRequest, sealed_request
from app.vault.rotation import Turn
from app.vault.slots import Slot, make_slot
from models.vocabulary.roles import Action, Role


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

    def sheet(self) -> SheetMade | None:
        """Say which recovery sheet the register has, None where there is none."""
        return self._desk.read(lambda reader: recovery.sheet_made(reader, self._desk.place))

    def new_sheet(self, *, split: bool = False) -> RecoverySheet:
        """Make a recovery sheet and retire the former one; it is for paper, nothing of it is kept.

        A retired sheet opens nothing here any more, but copies of `vault.json` made before still
        open with it. Raises NotAllowed.
        """
        place = self._desk.place

        def draw(reader: Reader) -> NewSheet:
            reader.allow(Action.MANAGE_STAFF)
            return recovery.draw_sheet(reader, place, place.keys, split=split)

        drawn = self._desk.read(draw)
        former = self._desk.write(
            lambda unit: recovery.replace_sheet(unit, place, drawn.slot)
        ).value
        if isinstance(place, OpenVault):
            place.add_slot(drawn.slot, in_place_of=former)
        return drawn.sheet

    def let_in(self, user: str | None, passphrase: str) -> RecoverySheet:
        """Give somebody a new way in as the sheet at work, and answer the sheet that follows it.

        Raises NotFound, WhichUser, PassphraseRefused.
        """
        desk, place = self._desk, self._desk.place
        keys = next_epoch(place.keys)
        known = self.sheet()

        def draw(reader: Reader) -> NewSheet:
            split = known is not None and known.split
            return recovery.draw_sheet(reader, place, keys, split=split)

        member = desk.read(lambda reader: recovery.member_to_let_in(reader, user))
        drawn = desk.read(draw)
        theirs = UnlockedKeys.of(
            keys.register_id, keys.epoch, member.id, KeyPairs.fresh(), keys.data_key
        )
        slot = make_slot(theirs, member.name, passphrase, calibrated())
        desk.turn(
            Turn(
                desk.actor,
                desk.clock,
                keys,
                lambda unit: recovery.let_in(unit, slot, drawn.slot),
                (slot, drawn.slot),
            )
        )
        return drawn.sheet

    def admit(self, request: KeyRequest, roles: frozenset[Role]) -> StaffMember:
        """Take on whoever made a key request, with the passphrase only they know.

        Compare its letters with theirs first. Raises NotAllowed, BadInput, BadRequest.
        """
        place = self._desk.place
        if not roles:
            raise BadInput("roles", "empty")
        slot = sealed_request(request, place.keys)
        self._desk.read(lambda reader: staffing.refuse_known(reader, slot.user_id, slot.name))
        member = self._desk.write(lambda unit: staffing.take_on(unit, place, slot, roles)).value
        if isinstance(place, OpenVault):
            place.add_slot(slot)
        return member

    def _turn[T](
        self, use_case: Callable[[UnitOfWork], Outcome[T]], fresh: Sequence[Slot] = ()
    ) -> T:
        keys: UnlockedKeys = next_epoch(self._desk.place.keys)
        intention = Turn(self._desk.actor, self._desk.clock, keys, use_case, fresh)
        return self._desk.turn(intention).value
