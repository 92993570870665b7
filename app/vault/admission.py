"""What is looked at when a register is opened: that it is the one, its keys agree, none older."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.clock import Clock
from app.db import chain
from app.db.engine import Engines
from app.errors import DamagedVault
from app.settings import SettingsFolder
from app.shapes.staff import StaffMember
from app.vault.anchor import Anchor, remembered_anchor
from app.vault.header import HEADER, Header
from app.vault.keys import UnlockedKeys
from app.vault.reading_only import WhyReadOnly
from app.vault.surroundings import sync_service
from models.staff import Register, Staff
from models.vocabulary.roles import StaffKind


class Warn(StrEnum):
    """What a person should hear about a register that opened all the same."""

    HEADER_RESTORED = "header_restored"
    """`vault.json` was broken; its spare copy stood in and was put back."""
    OLDER_THAN_SEEN = "older_than_seen"
    """The register ends before the last entry this machine saw: an older copy was put back."""
    HISTORY_REWRITTEN = "history_rewritten"
    """The last entry this machine saw is another one now."""
    CLOCK_BEHIND = "clock_behind"
    """The clock of this machine stands before the last entry of the history (R-15)."""
    SYNCED_FOLDER = "synced_folder"
    """A service carries the folder elsewhere and may put older files back (R-09)."""
    ON_NETWORK = "on_network"
    """It lies on a share of the network, so it is open to be read only."""
    ON_READ_ONLY_MEDIUM = "on_read_only_medium"
    """Nothing can be written where it lies, so it is open to be read only."""


_CLOCKS_DIFFER = timedelta(minutes=5)
"""Two machines of one office may differ by so much without anybody being told."""


@dataclass(frozen=True, slots=True)
class RegisterWarning:
    """A warning and what its sentence needs: the entry seen, the last entry found, when it was."""

    what: Warn
    seen: int = 0
    found: int = 0
    saved_at: datetime | None = None
    clock_at: datetime | None = None
    service: str = ""
    """The service that synchronises the folder."""

    @property
    def is_rollback(self) -> bool:
        """Say whether the history is not the one this machine knows."""
        return self.what in {Warn.OLDER_THAN_SEEN, Warn.HISTORY_REWRITTEN}


class Place(Protocol):
    """Where an unlocked register is: a folder or a server."""

    @property
    def keys(self) -> UnlockedKeys:
        """Return the keys its member of staff unlocked."""
        ...

    @property
    def engines(self) -> Engines:
        """Return the two ways into its tables."""
        ...

    def keys_in(self, session: Session, *, hold: bool = False) -> UnlockedKeys:
        """Return the keys for what a session sees; `hold` keeps them the right ones to its end.

        In a shared office somebody else may have begun a new epoch since; the keys are then opened
        anew. Raises NoLongerStaff for whoever was removed.
        """
        ...

    def close(self) -> None:
        """Let go of it."""
        ...


def admit(session: Session, keys: UnlockedKeys) -> StaffMember:
    """Return who is at work, once the register inside is the one its keys are for.

    Raises DamagedVault.
    """
    register = session.scalars(select(Register)).one_or_none()
    if register is None or (register.id, register.epoch) != (keys.register_id, keys.epoch):
        raise DamagedVault("register", "another_register")
    member = session.get(Staff, keys.staff_id)
    if member is None or not member.at_work or member.kind is not StaffKind.MEMBER:
        raise DamagedVault("register", "unknown_user")
    if member.signing_key != keys.pairs.signing_public:
        raise DamagedVault("register", "public_key")
    return shape_of(member)


def check_public_keys(session: Session, header: Header) -> None:
    """Compare the public keys in `vault.json` with those inside the register.

    Without this, whoever can write the folder could put in a key of their own and wait for the
    next rotation to seal the data key to it (safety.md 3.2). Raises DamagedVault.
    """
    rows = session.execute(select(Staff.id, Staff.sealing_key, Staff.signing_key))
    known = {row.id: (row.sealing_key, row.signing_key) for row in rows}
    for slot in header.slots:
        if known.get(slot.user_id) != (slot.sealing_key, slot.signing_key):
            raise DamagedVault(HEADER, "public_key")


def rollback_warnings(
    session: Session, settings: SettingsFolder, register_id: UUID
) -> tuple[RegisterWarning, ...]:
    """Compare the history with the head this machine remembers (R-44)."""
    seen = remembered_anchor(settings, register_id)
    if seen is None:
        return ()
    head = present_head(session)
    found = head.seq if head else 0
    if found < seen.seq:
        return (RegisterWarning(Warn.OLDER_THAN_SEEN, seen.seq, found),)
    if chain.hash_at(session, seen.seq) != seen.hash:
        return (RegisterWarning(Warn.HISTORY_REWRITTEN, seen.seq, found),)
    return ()


def clock_warnings(session: Session, clock: Clock) -> tuple[RegisterWarning, ...]:
    """Compare the clock with the last entry: entries keep their order by number all the same.

    Dates people read would be wrong, though, and so would what is computed from "today".
    """
    last, now = chain.head_of(session), clock.now()
    if last is None or now >= last.at - _CLOCKS_DIFFER:
        return ()
    return (RegisterWarning(Warn.CLOCK_BEHIND, saved_at=last.at, clock_at=now),)


def place_warnings(
    path: Path, read_only: WhyReadOnly | None, *, restored: bool
) -> tuple[RegisterWarning, ...]:
    """Say what is to be known of the folder a vault lies in."""
    found = []
    if restored:
        found.append(RegisterWarning(Warn.HEADER_RESTORED))
    if read_only is WhyReadOnly.NETWORK:
        found.append(RegisterWarning(Warn.ON_NETWORK))
    if read_only is WhyReadOnly.MEDIUM:
        found.append(RegisterWarning(Warn.ON_READ_ONLY_MEDIUM))
    service = sync_service(path)
    if service is not None:
        found.append(RegisterWarning(Warn.SYNCED_FOLDER, service=service))
    return tuple(found)


def present_head(session: Session) -> Anchor | None:
    """Return the number and hash of the last history entry."""
    entry = chain.head_of(session)
    return None if entry is None else Anchor(entry.seq, entry.hash)


def shape_of(member: Staff) -> StaffMember:
    """Return a member of staff as every floor sees them."""
    return StaffMember(member.id, member.name, member.roles, member.left_at)
