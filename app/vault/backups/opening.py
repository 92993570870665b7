"""How whoever restores shows that they may: by a passphrase of then, or by the recovery sheet."""

from collections.abc import Callable

from app.errors import HomewardError, WhichUser, WrongKey
from app.vault.header import Header
from app.vault.keys import UnlockedKeys, normal_passphrase
from app.vault.slots import open_slot, recovery_slot

type Unlock = Callable[[Header], UnlockedKeys]
"""Opens a key file; raises WrongKey, WhichUser, NoRecoverySheet, DamagedVault."""


def by_passphrase(user: str | None, passphrase: str) -> Unlock:
    """Open as a member of staff; raises PassphraseRefused."""
    normal_passphrase(passphrase)

    def unlock(header: Header) -> UnlockedKeys:
        members = header.members
        if user is None and len(members) > 1:
            raise WhichUser
        slot = members[0] if user is None and members else header.slot_of(user or "")
        if slot is None:
            raise WrongKey
        return open_slot(slot, header.register_id, header.epoch, passphrase)

    return once_each(unlock)


def by_sheet(code: str) -> Unlock:
    """Open by what stands on the recovery sheet."""

    def unlock(header: Header) -> UnlockedKeys:
        slot = recovery_slot(header.slots)
        return open_slot(slot, header.register_id, header.epoch, code)

    return once_each(unlock)


def once_each(unlock: Unlock) -> Unlock:
    """Try each key file once: backups of one time share theirs, and a guess costs a second."""
    known: dict[bytes, UnlockedKeys | HomewardError] = {}

    def remembering(header: Header) -> UnlockedKeys:
        mark = header.to_bytes()
        if mark not in known:
            try:
                known[mark] = unlock(header)
            except HomewardError as error:
                known[mark] = error
        found = known[mark]
        if isinstance(found, HomewardError):
            raise found
        return found

    return remembering
