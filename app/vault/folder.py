"""The vault folder: made, opened, and given another way in."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from sqlalchemy.orm import Session

from app.clock import Clock
from app.db import schema
from app.db.engine import Engines, VaultFile, Way, vault_engine, vault_engines
from app.errors import (
    AlreadyThere,
    DamagedVault,
    NetworkFolder,
    NotAVault,
    ReadOnlyVault,
    SchemaBehind,
    WhichUser,
)
from app.vault import turnover
from app.vault.files import coded_failures
from app.vault.header import (
    DATA,
    HEADER,
    SPARE,
    FoundHeader,
    Header,
    read_header,
    write_header,
)
from app.vault.keys import KEY_BYTES, KeyPairs, UnlockedKeys, calibrated, normal_passphrase
from app.vault.lock import LOCK, VaultLock
from app.vault.reading_only import ReadableFile, WhyReadOnly, file_to_read
from app.vault.slots import Slot, make_slot, open_slot, recovery_slot, refuse_slowly
from app.vault.surroundings import is_on_network
from models.base import new_id

EVIDENCE = "evidence"
BACKUPS = "backups"


@dataclass(slots=True)
class OpenVault:
    """An unlocked vault folder with its engines, held by its lock unless opened only to read."""

    path: Path
    header: Header
    keys: UnlockedKeys
    engines: Engines
    lock: VaultLock | None
    restored: bool = False
    """The header was broken; its spare copy stood in and was put back."""
    read_only: WhyReadOnly | None = None
    readable: ReadableFile | None = None
    """Where it is read from when nothing may be written."""

    @property
    def data_file(self) -> VaultFile:
        """Return its data file with today's key."""
        if self.readable is not None:
            return self.readable.file
        return VaultFile(self.path / DATA, self.keys.data_key)

    def add_slot(self, slot: Slot, *, in_place_of: UUID | None = None) -> None:
        """Give one more member of staff a way in, or a new one in place of a former."""
        header = self.header.without(in_place_of) if in_place_of else self.header
        header = header.with_slot(slot)
        write_header(self.path, header)
        self.header = header

    def keys_in(self, _session: Session, *, hold: bool = False) -> UnlockedKeys:  # noqa: ARG002  # see Place
        """Return the keys at work; the vault's lock keeps everybody else from changing them."""
        return self.keys

    def close(self) -> None:
        """Close every connection and let the next program in."""
        self.engines.dispose()
        if self.lock is not None:
            self.lock.release()
        if self.readable is not None:
            self.readable.close()


def create_vault(path: Path, user: str, passphrase: str, clock: Clock) -> OpenVault:
    """Make a vault folder with one slot; the register inside is empty but for its tables.

    Raises AlreadyThere, NetworkFolder, PassphraseRefused, DiskFull, ReadOnlyVault. What was begun
    is removed again if it cannot be finished.
    """
    from app.db import migrating  # noqa: PLC0415  # alembic loads slowly; an ordinary start needs none

    normal_passphrase(passphrase)
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise AlreadyThere(path)
    if is_on_network(path):
        raise NetworkFolder(path)
    keys = UnlockedKeys.of(new_id(), 1, new_id(), KeyPairs.fresh(), secrets.token_bytes(KEY_BYTES))
    slot = make_slot(keys, user, passphrase, calibrated())
    header = Header(keys.register_id, keys.epoch, clock.now().isoformat(), (slot,))
    was_there = path.exists()
    with coded_failures(path):
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.chmod(0o700)
        (path / EVIDENCE).mkdir(mode=0o700)
        (path / BACKUPS).mkdir(mode=0o700)
    lock = VaultLock.take(path, user, clock)
    file = VaultFile(path / DATA, keys.data_key)
    try:
        with coded_failures(path):
            migrating.build_vault(file)
        write_header(path, header)
    except BaseException:
        lock.release()
        _take_back(path, whole=not was_there)
        raise
    return OpenVault(path, header, keys, vault_engines(file), lock)


def open_vault(
    path: Path,
    user: str | None,
    passphrase: str,
    clock: Clock,
    *,
    over_other_host: bool = False,
    read_only: bool = False,
) -> OpenVault:
    """Open a vault folder by one of its slots, upgrading its schema on a copy if it is older.

    On a share of the network, on a medium that cannot be written, or if asked, it is opened to be
    read: no lock is taken and nothing in the folder is written.

    Raises NotAVault, DamagedVault, NewerVault, WhichUser, WrongKey, WeakKeySettings, VaultInUse,
    DiskFull, UpgradeFailed; SchemaBehind where it would have to be upgraded and is only read.
    Whichever it is, the vault is as it was.
    """
    return _open(
        path,
        lambda header: _unlock(header, user, passphrase),
        clock,
        over_other_host=over_other_host,
        read_only=read_only,
    )


def open_by_sheet(
    path: Path, code: str, clock: Clock, *, over_other_host: bool = False
) -> OpenVault:
    """Open a vault folder by its recovery sheet, to give somebody a way in.

    Raises NoRecoverySheet, WrongKey and what `open_vault` raises.
    """

    def unlock(header: Header) -> UnlockedKeys:
        slot = recovery_slot(header.slots)
        return open_slot(slot, header.register_id, header.epoch, code)

    return _open(path, unlock, clock, over_other_host=over_other_host)


def _open(
    path: Path,
    unlock: Callable[[Header], UnlockedKeys],
    clock: Clock,
    *,
    over_other_host: bool,
    read_only: bool = False,
) -> OpenVault:
    if not path.is_dir():
        raise NotAVault(path)
    found = read_header(path)
    keys = unlock(found.header)
    why = WhyReadOnly.ASKED if read_only else None
    if is_on_network(path):
        why = WhyReadOnly.NETWORK
    if why is not None:
        return _open_to_read(path, found, keys, why)
    try:
        lock = VaultLock.take(
            path, _name_of(found.header, keys), clock, over_other_host=over_other_host
        )
    except ReadOnlyVault:
        return _open_to_read(path, found, keys, WhyReadOnly.MEDIUM)
    file = VaultFile(path / DATA, keys.data_key)
    try:
        turnover.finish(path, found.header, keys.data_key)
        _bring_up_to_date(path, file)
        if found.copies_differ:
            write_header(path, found.header)
        engines = vault_engines(file)
    except BaseException:
        lock.release()
        raise
    return OpenVault(path, found.header, keys, engines, lock, found.from_spare)


def _open_to_read(
    path: Path, found: FoundHeader, keys: UnlockedKeys, why: WhyReadOnly
) -> OpenVault:
    coming = turnover.coming_path(path, keys.epoch)
    readable = file_to_read(coming if coming.exists() else path / DATA, keys.data_key, why)
    try:
        _refuse_behind(readable.file)
        reading = vault_engine(readable.file, Way.READ)
    except BaseException:
        readable.close()
        raise
    engines = Engines(reading, reading)
    return OpenVault(path, found.header, keys, engines, None, read_only=why, readable=readable)


def user_names(path: Path) -> tuple[str, ...]:
    """Return the names that may open a vault, for the unlock window; raises as `open_vault`."""
    if not path.is_dir():
        raise NotAVault(path)
    return tuple(slot.name for slot in read_header(path).header.members)


def _unlock(header: Header, user: str | None, passphrase: str) -> UnlockedKeys:
    normal_passphrase(passphrase)
    members = header.members
    if user is None and len(members) > 1:
        raise WhichUser
    slot = members[0] if user is None and members else header.slot_of(user or "")
    if slot is None:
        raise refuse_slowly(passphrase, members[0].cost if members else None)
    return open_slot(slot, header.register_id, header.epoch, passphrase)


def _name_of(header: Header, keys: UnlockedKeys) -> str:
    return next((slot.name for slot in header.slots if slot.user_id == keys.staff_id), "")


def _state_of(file: VaultFile) -> schema.SchemaState:
    engine = vault_engine(file, Way.READ)
    try:
        with engine.connect() as connection:
            state = schema.refuse_newer(connection)
    finally:
        engine.dispose()
    if state is schema.SchemaState.EMPTY:
        raise DamagedVault(DATA, "empty")
    return state


def _refuse_behind(file: VaultFile) -> None:
    if _state_of(file) is schema.SchemaState.BEHIND:
        raise SchemaBehind("", schema.head())


def _bring_up_to_date(path: Path, file: VaultFile) -> None:
    state = _state_of(file)
    if state is schema.SchemaState.BEHIND:
        from app.db import migrating  # noqa: PLC0415  # as above

        with coded_failures(path):
            migrating.upgrade_vault(file, path / BACKUPS)


def _take_back(path: Path, *, whole: bool) -> None:
    for name in (DATA, f"{DATA}-wal", f"{DATA}-shm", HEADER, SPARE, LOCK):
        (path / name).unlink(missing_ok=True)
    for folder in (path / EVIDENCE, path / BACKUPS):
        folder.rmdir()
    if whole:
        path.rmdir()
