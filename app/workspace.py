"""An open register and the member of staff at work in it: read, write, and who is told of it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol, Self
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.clock import Clock, SystemClock
from app.db import chain, dialect
from app.db.engine import Engines
from app.db.unit_of_work import Reader, UnitOfWork, reading_session, writing_session
from app.errors import (
    BadInput,
    CaseChangedMeanwhile,
    DamagedVault,
    HomewardError,
    SlotExists,
)
from app.settings import SettingsFolder
from app.shapes.changes import Changes, Outcome
from app.shapes.history import Problem
from app.shapes.staff import StaffMember
from app.vault import folder, office
from app.vault.anchor import Anchor, remember_anchor, remembered_anchor
from app.vault.keys import KeyPairs, UnlockedKeys
from app.vault.slots import Slot, make_slot
from models.base import Entity, new_id
from models.staff import Register, Staff
from models.vocabulary.roles import FOUNDER, Action, Role

type Listener = Callable[[Changes], None]

_log = logging.getLogger("homeward.workspace")

NAME_LIMIT = 100


class Warn(StrEnum):
    """What a person should hear about a register that opened all the same."""

    HEADER_RESTORED = "header_restored"
    OLDER_THAN_SEEN = "older_than_seen"
    """The register ends before the last entry this machine saw: an older copy was put back."""
    HISTORY_REWRITTEN = "history_rewritten"
    """The last entry this machine saw is another one now."""


@dataclass(frozen=True, slots=True)
class RegisterWarning:
    """A warning and the numbers its sentence needs."""

    what: Warn
    seen: int = 0
    found: int = 0


class _Place(Protocol):
    """Where the register is: a folder or a server."""

    @property
    def keys(self) -> UnlockedKeys: ...

    @property
    def engines(self) -> Engines: ...

    def close(self) -> None: ...


class Workspace:
    """The one door to an open register, for the window and the command line alike."""

    def __init__(
        self,
        place: _Place,
        actor: StaffMember,
        clock: Clock,
        settings: SettingsFolder,
        warnings: tuple[RegisterWarning, ...] = (),
    ) -> None:
        self.actor = actor
        self.clock = clock
        self.warnings = warnings
        self._place = place
        self._settings = settings
        self._listeners: list[Listener] = []

    @property
    def register_id(self) -> UUID:
        """Return which register this is."""
        return self._place.keys.register_id

    # --- read and write

    def read[T](self, query: Callable[[Reader], T]) -> T:
        """Answer a query from one consistent snapshot that cannot be written through."""
        with reading_session(self._place.engines.reading) as session:
            try:
                return query(Reader(session, self.clock, self.actor, self._place.keys))
            except DBAPIError as error:
                raise _coded(error) from error

    def write[T](self, use_case: Callable[[UnitOfWork], Outcome[T]]) -> Outcome[T]:
        """Run a use case as one transaction with one history entry, and tell who listens.

        Nothing is saved when the use case raises. Raises CaseChangedMeanwhile for a stale save,
        and DiskFull, ReadOnlyVault, RegisterBusy, StorageFailed from below.
        """
        with writing_session(self._place.engines.writing) as session:
            unit = UnitOfWork(session, self.clock, self.actor, self._place.keys)
            try:
                outcome = use_case(unit)
                touched, head = unit.close()
                session.commit()
            except StaleDataError as error:
                session.rollback()
                raise self._stale(unit) from error
            except DBAPIError as error:
                session.rollback()
                raise _coded(error) from error
        if head is not None:
            self._remember(Anchor(*head))
        told = Outcome(outcome.value, outcome.changes | touched)
        for listener in tuple(self._listeners):
            listener(told.changes)
        return told

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell a listener what every write touched; call the answer to stop it.

        Listeners are called on the thread that wrote.
        """
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    # --- history

    def verify_history(self) -> list[Problem]:
        """Walk the whole chain and return what is wrong with it; empty is good."""
        anchor = remembered_anchor(self._settings, self.register_id)
        return self.read(lambda reader: chain.verify(reader.session, reader.register_id, anchor))

    def accept_older(self) -> None:
        """Take the register as it is for the newest, after a person was warned (R-44)."""
        head = self.read(lambda reader: _head(reader.session))
        self.warnings = tuple(one for one in self.warnings if not _is_rollback(one))
        if head is not None:
            self._remember(head)

    # --- staff

    def add_staff(self, name: str, roles: frozenset[Role], passphrase: str) -> Outcome[StaffMember]:
        """Take on a member of staff and give them a way in by a passphrase of their own.

        The register learns of them before their slot is written: a crash between the two leaves
        a member without a way in, whom a second call provides with one.

        Raises NotAllowed, SlotExists, BadInput, PassphraseRefused.
        """
        name = _staff_name(name)
        if not roles:
            raise BadInput("roles", "empty")
        pairs = KeyPairs.fresh()
        mine = self._place.keys
        staff_id = self.read(lambda reader: _known_without_slot(reader, name, self._slot_ids()))
        theirs = UnlockedKeys.of(
            mine.register_id, mine.epoch, staff_id or new_id(), pairs, mine.data_key
        )
        slot = make_slot(theirs, name, passphrase)

        def add(unit: UnitOfWork) -> Outcome[StaffMember]:
            unit.doing(Action.MANAGE_STAFF, named="add_staff")
            member = unit.session.get(Staff, slot.user_id)
            if member is None:
                member = Staff(id=slot.user_id, name=name)
                unit.session.add(member)
            member.roles = roles
            member.sealing_key = slot.sealing_key
            member.signing_key = slot.signing_key
            unit.session.flush()
            if isinstance(self._place, office.OpenOffice):
                office.store_slot(unit.session, slot)
            return Outcome(_shape(member))

        outcome = self.write(add)
        if isinstance(self._place, folder.OpenVault):
            self._place.add_slot(slot)
        return outcome

    def staff(self) -> tuple[StaffMember, ...]:
        """Return everybody who works in this register, by name."""
        return self.read(
            lambda reader: tuple(
                _shape(member)
                for member in reader.session.scalars(
                    select(Staff).where(Staff.left_at.is_(None)).order_by(Staff.name)
                )
            )
        )

    # --- the end

    def close(self) -> None:
        """Close the register and let the next program in."""
        self._place.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    # --- inside

    def _slot_ids(self) -> frozenset[UUID] | None:
        if isinstance(self._place, folder.OpenVault):
            return frozenset(slot.user_id for slot in self._place.header.slots)
        return None

    def _remember(self, anchor: Anchor) -> None:
        if any(_is_rollback(warning) for warning in self.warnings):
            return  # what was seen before stays the witness until a person has decided
        try:
            remember_anchor(self._settings, self.register_id, anchor)
        except OSError:
            _log.warning("history head not remembered: %d", anchor.seq)

    def _stale(self, unit: UnitOfWork) -> HomewardError:
        tried = unit.stale()

        def changed(reader: Reader) -> CaseChangedMeanwhile:
            for kind, version, error in tried:
                if _version_now(reader.session, kind, error) != version:
                    return error
            return tried[0][2]

        return self.read(changed)


def create(
    path: Path,
    user: str,
    passphrase: str,
    *,
    clock: Clock | None = None,
    settings: SettingsFolder | None = None,
) -> Workspace:
    """Found a register: a folder, or the database a profile file (`.toml`) names.

    Whoever founds it holds every role. Raises AlreadyThere, PassphraseRefused, BadInput, and what
    the disk or the server has to say.
    """
    user = _staff_name(user)
    clock = clock or SystemClock()
    settings = settings or SettingsFolder()
    place: folder.OpenVault | office.OpenOffice
    if _is_profile(path):
        place, slot = office.create_office(path, user, passphrase)
    else:
        place = folder.create_vault(path, user, passphrase, clock)
        slot = place.header.slots[0]
    founder = StaffMember(slot.user_id, user, FOUNDER)
    workspace = Workspace(place, founder, clock, settings)
    try:
        workspace.write(lambda unit: _found(unit, place, slot))
    except BaseException:
        workspace.close()
        raise
    return workspace


def open_register(
    path: Path,
    user: str | None,
    passphrase: str,
    *,
    clock: Clock | None = None,
    settings: SettingsFolder | None = None,
    over_other_host: bool = False,
) -> Workspace:
    """Open a register: a vault folder, or the database a profile file (`.toml`) names."""
    if _is_profile(path):
        return open_profile(path, user, passphrase, clock=clock, settings=settings)
    return open_vault(
        path, user, passphrase, clock=clock, settings=settings, over_other_host=over_other_host
    )


def open_vault(
    path: Path,
    user: str | None,
    passphrase: str,
    *,
    clock: Clock | None = None,
    settings: SettingsFolder | None = None,
    over_other_host: bool = False,
) -> Workspace:
    """Open a vault folder; `user` may be None where it has one slot.

    Raises as `app.vault.folder.open_vault`; each bad vault has its own error.
    """
    clock = clock or SystemClock()
    place = folder.open_vault(path, user, passphrase, clock, over_other_host=over_other_host)
    restored = folder.VaultNote.HEADER_RESTORED in place.notes
    notes = (RegisterWarning(Warn.HEADER_RESTORED),) if restored else ()
    try:
        with reading_session(place.engines.reading) as session:
            folder.check_public_keys(place.header, _public_keys(session))
        return _workspace(place, clock, settings or SettingsFolder(), notes)
    except BaseException:
        place.close()
        raise


def open_profile(
    path: Path,
    user: str | None,
    passphrase: str,
    *,
    clock: Clock | None = None,
    settings: SettingsFolder | None = None,
) -> Workspace:
    """Open the register on an office's server; raises as `app.vault.office.open_office`."""
    place = office.open_office(path, user, passphrase)
    try:
        return _workspace(place, clock or SystemClock(), settings or SettingsFolder(), ())
    except BaseException:
        place.close()
        raise


def _workspace(
    place: _Place, clock: Clock, settings: SettingsFolder, notes: tuple[RegisterWarning, ...]
) -> Workspace:
    keys = place.keys
    with reading_session(place.engines.reading) as session:
        register = session.scalars(select(Register)).one_or_none()
        if register is None or (register.id, register.epoch) != (keys.register_id, keys.epoch):
            raise DamagedVault("register", "another_register")
        member = session.get(Staff, keys.staff_id)
        if member is None or not member.at_work:
            raise DamagedVault("register", "unknown_user")
        if member.signing_key != keys.pairs.signing_public:
            raise DamagedVault("register", "public_key")
        notes = (*notes, *_rollback_warnings(session, settings, keys.register_id))
        actor = _shape(member)
    workspace = Workspace(place, actor, clock, settings, notes)
    if not any(_is_rollback(note) for note in notes):
        workspace.accept_older()
    return workspace


def _rollback_warnings(
    session: Session, settings: SettingsFolder, register_id: UUID
) -> tuple[RegisterWarning, ...]:
    seen = remembered_anchor(settings, register_id)
    if seen is None:
        return ()
    head = _head(session)
    found = head.seq if head else 0
    if found < seen.seq:
        return (RegisterWarning(Warn.OLDER_THAN_SEEN, seen.seq, found),)
    if chain.hash_at(session, seen.seq) != seen.hash:
        return (RegisterWarning(Warn.HISTORY_REWRITTEN, seen.seq, found),)
    return ()


def _is_rollback(warning: RegisterWarning) -> bool:
    return warning.what in {Warn.OLDER_THAN_SEEN, Warn.HISTORY_REWRITTEN}


def _found(unit: UnitOfWork, place: _Place, slot: Slot) -> Outcome[None]:
    unit.doing(Action.MANAGE_STAFF, named="found_register")
    register = Register(
        id=place.keys.register_id, epoch=place.keys.epoch, created_at=unit.clock.now()
    )
    member = Staff(
        id=slot.user_id,
        name=slot.name,
        roles=FOUNDER,
        sealing_key=slot.sealing_key,
        signing_key=slot.signing_key,
    )
    unit.session.add_all([register, member])
    unit.session.flush()
    if isinstance(place, office.OpenOffice):
        office.store_slot(unit.session, slot)
    return Outcome(None)


def _known_without_slot(reader: Reader, name: str, slot_ids: frozenset[UUID] | None) -> UUID | None:
    member = reader.session.scalars(select(Staff).where(Staff.name == name)).one_or_none()
    if member is None:
        return None
    if slot_ids is None or member.id in slot_ids:
        raise SlotExists(name)
    return member.id


def _public_keys(session: Session) -> dict[UUID, tuple[bytes, bytes]]:
    rows = session.execute(select(Staff.id, Staff.sealing_key, Staff.signing_key))
    return {staff_id: (sealing, signing) for staff_id, sealing, signing in rows}


def _head(session: Session) -> Anchor | None:
    entry = chain.head_of(session)
    return None if entry is None else Anchor(entry.seq, entry.hash)


def _version_now(session: Session, kind: type[Entity], error: CaseChangedMeanwhile) -> int | None:
    return session.scalar(select(kind.version).where(kind.id == error.data["thing"]))


def _shape(member: Staff) -> StaffMember:
    return StaffMember(member.id, member.name, member.roles)


def _staff_name(typed: str) -> str:
    name = typed.strip()
    if not name:
        raise BadInput("user", "empty")
    if len(name) > NAME_LIMIT:
        raise BadInput("user", "too_long", limit=NAME_LIMIT)
    return name


def _is_profile(path: Path) -> bool:
    return path.suffix == ".toml"


def _coded(error: DBAPIError) -> Exception:
    return dialect.coded(error) or error
