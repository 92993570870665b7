"""The shared office: the same keys and slots as a vault, kept in tables of its server."""

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy import Connection, delete, insert, inspect, select
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from app.db import dialect, schema
from app.db.engine import Engines, office_engines
from app.db.profile import Profile, read_profile
from app.errors import (
    AlreadyThere,
    DamagedVault,
    HomewardError,
    NoLongerStaff,
    NotAVault,
    SchemaBehind,
    ServerUnreachable,
    WhichUser,
)
from app.vault.keys import KEY_BYTES, KeyPairs, UnlockedKeys, calibrated, normal_passphrase
from app.vault.slots import (
    Slot,
    make_slot,
    open_by_pairs,
    open_slot,
    recovery_slot,
    refuse_slowly,
)
from models.base import new_id
from models.staff import Register, Staff
from models.staff import Slot as SlotRow
from models.vocabulary.roles import StaffKind


@dataclass(slots=True)
class OpenOffice:
    """An unlocked register on the office's server."""

    profile: Profile
    keys: UnlockedKeys
    engines: Engines

    def keys_in(self, session: Session, *, hold: bool = False) -> UnlockedKeys:
        """Return the keys of the epoch a session sees, opened anew if a colleague began one.

        Raises NoLongerStaff.
        """
        epoch = select(Register.epoch)
        found = session.scalar(epoch.with_for_update(read=True) if hold else epoch)
        keys = self.keys
        if found is None or found == keys.epoch:
            return keys
        row = session.get(SlotRow, keys.staff_id)
        if row is None:
            raise NoLongerStaff
        slot = Slot.from_json(json.loads(row.slot))
        self.keys = open_by_pairs(slot, keys.register_id, found, keys.pairs)
        return self.keys

    def close(self) -> None:
        """Close every connection."""
        self.engines.dispose()


def create_office(path: Path, user: str, passphrase: str) -> tuple[OpenOffice, Slot]:
    """Build the tables in an empty database; the first slot is returned to be stored.

    Raises AlreadyThere, BadProfile, ServerUnreachable, TestProfileRefused, PassphraseRefused.
    """
    from app.db import migrating  # noqa: PLC0415  # alembic loads slowly; an ordinary start needs none

    normal_passphrase(passphrase)
    profile = read_profile(path)
    engines = office_engines(profile)
    keys = UnlockedKeys.of(new_id(), 1, new_id(), KeyPairs.fresh(), secrets.token_bytes(KEY_BYTES))
    slot = make_slot(keys, user, passphrase, calibrated())
    try:
        with engines.writing.begin() as connection:
            _refuse_used(path, connection)
            migrating.migrate(connection)
    except DBAPIError as error:
        engines.dispose()
        raise _coded(profile, error) from error
    except BaseException:
        engines.dispose()
        raise
    return OpenOffice(profile, keys, engines), slot


def open_office(path: Path, user: str | None, passphrase: str) -> OpenOffice:
    """Open the register on an office's server by one of its slots; changes nothing there.

    Raises BadProfile, ServerUnreachable, NotAVault, NewerVault, SchemaBehind, WhichUser, WrongKey.
    """
    normal_passphrase(passphrase)
    return _open(path, lambda connection: _unlock(path, connection, user, passphrase))


def open_by_sheet(path: Path, code: str) -> OpenOffice:
    """Open the register on an office's server by its recovery sheet, to give somebody a way in.

    Raises NoRecoverySheet, WrongKey and what `open_office` raises.
    """

    def unlock(connection: Connection) -> UnlockedKeys:
        register_id, epoch = _register_in(path, connection)
        slots = slots_in(Session(connection))
        return open_slot(recovery_slot(slots), register_id, epoch, code)

    return _open(path, unlock)


def _open(path: Path, unlock: Callable[[Connection], UnlockedKeys]) -> OpenOffice:
    profile = read_profile(path)
    engines = office_engines(profile)
    try:
        with engines.reading.connect() as connection:
            keys = unlock(connection)
    except DBAPIError as error:
        engines.dispose()
        raise _coded(profile, error) from error
    except BaseException:
        engines.dispose()
        raise
    return OpenOffice(profile, keys, engines)


def upgrade_office(path: Path) -> None:
    """Bring an office's schema up to date in one transaction, or leave it as it was.

    Raises BadProfile, TestProfileRefused, ServerUnreachable, NotAVault, NewerVault, ReadOnlyVault:
    the profile's role may not change tables.
    """
    from app.db import migrating  # noqa: PLC0415  # alembic loads slowly; an ordinary start needs none

    profile = read_profile(path)
    engines = office_engines(profile)
    try:
        with engines.writing.begin() as connection:
            if schema.refuse_newer(connection) is schema.SchemaState.EMPTY:
                raise NotAVault(path)
            migrating.migrate(connection)
    except DBAPIError as error:
        raise _coded(profile, error) from error
    finally:
        engines.dispose()


def store_slot(session: Session, slot: Slot) -> None:
    """Keep a slot in the table of slots, in place of the same person's former one."""
    session.execute(delete(SlotRow).where(SlotRow.staff_id == slot.user_id))
    session.execute(
        insert(SlotRow), [{"staff_id": slot.user_id, "slot": json.dumps(slot.to_json())}]
    )


def slots_in(session: Session) -> tuple[Slot, ...]:
    """Return every slot of the office."""
    rows = session.scalars(select(SlotRow.slot)).all()
    return tuple(Slot.from_json(json.loads(row)) for row in rows)


def replace_slots(session: Session, slots: Sequence[Slot]) -> None:
    """Keep these slots and no others."""
    session.execute(delete(SlotRow))
    rows = [{"staff_id": slot.user_id, "slot": json.dumps(slot.to_json())} for slot in slots]
    session.execute(insert(SlotRow), rows)


def drop_slot(session: Session, staff_id: UUID) -> None:
    """Take somebody's way in away."""
    session.execute(delete(SlotRow).where(SlotRow.staff_id == staff_id))


def _refuse_used(path: Path, connection: Connection) -> None:
    if inspect(connection).get_table_names():
        raise AlreadyThere(path)


def _register_in(path: Path, connection: Connection) -> tuple[UUID, int]:
    state = schema.refuse_newer(connection)
    if state is schema.SchemaState.EMPTY:
        raise NotAVault(path)
    if state is schema.SchemaState.BEHIND:
        raise SchemaBehind(schema.revision_of(connection) or "", schema.head())
    register = connection.execute(select(Register.id, Register.epoch)).one_or_none()
    if register is None:
        raise DamagedVault("register", "missing")
    return register.id, register.epoch


def _unlock(path: Path, connection: Connection, user: str | None, passphrase: str) -> UnlockedKeys:
    register_id, epoch = _register_in(path, connection)
    query = select(SlotRow.slot).join(Staff, Staff.id == SlotRow.staff_id)
    query = query.where(Staff.kind == StaffKind.MEMBER, Staff.left_at.is_(None))
    if user is not None:
        query = query.where(Staff.name == user)
    found = connection.execute(query).scalars().all()
    if len(found) > 1:
        raise WhichUser
    if not found:
        known = connection.scalar(select(SlotRow.slot).where(SlotRow.slot.contains('"passphrase"')))
        cost = Slot.from_json(json.loads(known)).cost if known else None
        raise refuse_slowly(passphrase, cost)  # as long as a wrong passphrase takes
    slot = Slot.from_json(json.loads(found[0]))
    return open_slot(slot, register_id, epoch, passphrase)


def _coded(profile: Profile, error: DBAPIError) -> HomewardError:
    known = dialect.coded(error)
    if known is not None:
        return known
    if isinstance(error, OperationalError):
        return ServerUnreachable(profile.host, type(error.orig).__name__)
    return DamagedVault("register", type(error.orig).__name__)
