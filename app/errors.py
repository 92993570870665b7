"""Coded errors with data; the sentence for a person is made by the faces, never here.

`str(error)` is the code alone, so that a traceback or a log line carries no case data.
"""
# errors here are named by what happened, the way staff would say it

import re
from enum import StrEnum
from pathlib import Path
from typing import ClassVar
from uuid import UUID


class HomewardError(Exception):
    """Something a person can be told in a sentence: `code` picks it, `data` fills it."""

    code: ClassVar[str] = "homeward_error"

    def __init_subclass__(cls) -> None:
        cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    def __init__(self, **data: object) -> None:
        self.data = data
        super().__init__(self.code)


# --- the vault folder and its keys


class WrongKey(HomewardError):
    """The name or the passphrase does not open this register; which of the two is never said."""


class PassphraseRefused(HomewardError):
    """The passphrase cannot be used: `reason` is `empty`, `outer_spaces`, `weak`, `too_long`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


class PrinterRefused(HomewardError):
    """No paper was taken by `printer`; `why`: no_system gone offline stopped refusing refused."""


class TypesetterEnded(HomewardError):
    """A process that set pages died in the middle; what was finished before stays, whole."""


class NotAVault(HomewardError):
    """The path is not a register of ours."""

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class AlreadyThere(HomewardError):
    """Something already stands where a new register should be made."""

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class DamagedVault(HomewardError):
    """The register cannot be trusted: `part` names the file or the slot, `reason` what is wrong."""

    def __init__(self, part: str, reason: str) -> None:
        super().__init__(part=part, reason=reason)


class WeakKeySettings(HomewardError):
    """A slot asks for less work per guess than the floor: someone has weakened it."""

    def __init__(self, user: str) -> None:
        super().__init__(user=user)


class TestProfileRefused(HomewardError):
    """A profile meant for tests met a release build: `profile` is `key_settings` or `postgres`."""

    __test__ = False  # pytest would take the name for a test class

    def __init__(self, profile: str) -> None:
        super().__init__(profile=profile)


class NewerVault(HomewardError):
    """The register was written by a newer program; nothing was changed."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(found=found, known=known)


class VaultInUse(HomewardError):
    """Another program has this register open."""

    def __init__(self, host: str, pid: int, since: str) -> None:
        super().__init__(host=host, pid=pid, since=since)


class ReadOnlyVault(HomewardError):
    """The register may be read but not written here."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(path=path)


class DiskFull(HomewardError):
    """There is no room left on the disk that holds `path`; nothing was half written.

    `free` and `needed` are bytes: what there is, and what would do.
    """

    def __init__(
        self, path: Path | None = None, free: int | None = None, needed: int | None = None
    ) -> None:
        super().__init__(path=path, free=free, needed=needed)


class NetworkFolder(HomewardError):
    """A register cannot be made on a share of the network."""

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class BackupNeedsRoom(HomewardError):
    """There is no room for a backup: bytes `needed` and `free`; nothing was written."""

    def __init__(self, path: Path, needed: int, free: int) -> None:
        super().__init__(path=path, needed=needed, free=free)


class NoBackupPlace(HomewardError):
    """Nobody said where backups of this register go, and it has no folder of its own."""


class NoBackupFound(HomewardError):
    """There is no backup at this place."""

    def __init__(self, path: Path) -> None:
        super().__init__(path=path)


class NoGoodBackup(HomewardError):
    """There are backups, but none that is whole: `looked_at` of them."""

    def __init__(self, path: Path, looked_at: int) -> None:
        super().__init__(path=path, looked_at=looked_at)


class StorageFailed(HomewardError):
    """The disk or the medium failed while `part` was read or written; nothing was half saved."""

    def __init__(self, part: str) -> None:
        super().__init__(part=part)


class CipherMissing(HomewardError):
    """The database library does not encrypt; nothing was opened."""


class SlotExists(HomewardError):
    """A member of staff of that name already has a slot."""

    def __init__(self, user: str) -> None:
        super().__init__(user=user)


class NoLongerStaff(HomewardError):
    """Whoever is at work was removed from the staff meanwhile."""


class KeysChanged(HomewardError):
    """Somebody else put the register under new keys at the same moment; trying again is safe."""


class StaffNotRemoved(HomewardError):
    """This member of staff cannot be removed: `reason` is `oneself`, `last_administrator`."""

    def __init__(self, user: str, reason: str) -> None:
        super().__init__(user=user, reason=reason)


class NoRecoverySheet(HomewardError):
    """The register has no recovery sheet."""


class BadSheet(HomewardError):
    """What was typed from a recovery sheet opens nothing; `reason` and where the slip is.

    `letter`, `length`, `line` (with `line`), `too_long`, `empty`, `word` (with `share` and `line`,
    the number of the word), `words`, `one_share`, `share`, `other_register`, `retired`.
    """

    def __init__(self, reason: str, **data: object) -> None:
        super().__init__(reason=reason, **data)


class BadRequest(HomewardError):
    """A key request cannot be taken: `not_one`, `newer`, `altered`, `weak`, `name`, `known`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


class TooSoon(HomewardError):
    """After wrong passphrases none is tried before `seconds` have passed."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds=seconds)


class WhichUser(HomewardError):
    """The register has several members of staff; one must be named."""


# --- the shared office


class BadProfile(HomewardError):
    """The profile of the shared office cannot be used: `field`, `reason`."""

    def __init__(self, path: Path, field: str, reason: str) -> None:
        super().__init__(path=path, field=field, reason=reason)


class ServerUnreachable(HomewardError):
    """The server of the shared office did not answer or refused the connection."""

    def __init__(self, host: str, reason: str) -> None:
        super().__init__(host=host, reason=reason)


class SchemaBehind(HomewardError):
    """The register has an older schema and must be upgraded before it is opened."""

    def __init__(self, found: str, known: str) -> None:
        super().__init__(found=found, known=known)


class UpgradeFailed(HomewardError):
    """The upgrade could not be finished; the register is as it was."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason=reason)


# --- work in the register


class CaseChangedMeanwhile(HomewardError):
    """Somebody saved the same thing since it was read (R-07)."""

    def __init__(self, kind: str, thing: UUID, case_id: UUID | None = None) -> None:
        super().__init__(kind=kind, thing=thing, case_id=case_id)


class CaseInBin(HomewardError):
    """The case lies in the bin and must be restored first: `number`."""

    def __init__(self, number: str) -> None:
        super().__init__(number=number)


class TooLittleToLearn(HomewardError):
    """A register too small to learn from: `found` of `what` (`people`, `doubles`), `least` due."""

    def __init__(self, what: str, found: int, least: int) -> None:
        super().__init__(what=what, found=found, least=least)


class CaseMerged(HomewardError):
    """The file was taken into another: `number` was its own, `survivor` leads on."""

    def __init__(self, number: str, survivor: str, survivor_id: UUID) -> None:
        super().__init__(number=number, survivor=survivor, survivor_id=survivor_id)


class MergeForbidden(HomewardError):
    """Facts forbid that two files are one man: `bars` names each."""


class MergeNeedsReason(HomewardError):
    """Something speaks against the merge; it takes a reason: `doubts` names each."""

    def __init__(self, doubts: tuple[object, ...]) -> None:
        super().__init__(doubts=doubts)


class MergeBuiltOn(HomewardError):
    """More was entered since the merge, so it is not undone but parted: `survivor`."""

    def __init__(self, survivor: str) -> None:
        super().__init__(survivor=survivor)


class PartOtherFirst(HomewardError):
    """The survivor was itself taken in later: `number` must be parted from `survivor` first."""

    def __init__(self, number: str, survivor: str) -> None:
        super().__init__(number=number, survivor=survivor)


class RegisterBusy(HomewardError):
    """Another write took too long; nothing was saved, trying again is safe."""


class NotAllowed(HomewardError):
    """The member of staff's roles do not allow this."""

    def __init__(self, action: StrEnum, roles: tuple[StrEnum, ...]) -> None:
        super().__init__(action=action, roles=roles)


class NotFound(HomewardError):
    """There is no such thing in the register."""

    def __init__(self, kind: str, thing: UUID | str) -> None:
        super().__init__(kind=kind, thing=thing)


class BadInput(HomewardError):
    """A field cannot be taken as it is: `field`, `reason`, and what the sentence needs."""

    def __init__(self, field: str, reason: str, **data: object) -> None:
        super().__init__(field=field, reason=reason, **data)


class NeedsReason(HomewardError):
    """Facts contradict one another; saving needs a reason: `warnings`, as the codebook has them."""

    def __init__(self, warnings: tuple[object, ...]) -> None:
        super().__init__(warnings=warnings)


class PaperNotReleased(HomewardError):
    """A paper may not leave as it was ordered: `gates` says what stands in the way."""


class ToldAgainstWish(HomewardError):
    """A relative was told what the family asked to keep from them; saving needs a reason."""

    def __init__(self, may_be_told: str) -> None:
        super().__init__(field="warning_reason", may_be_told=may_be_told)


class HandoverNotThrough(HomewardError):
    """A handover is closed too early: `missing` has each man's case number and his open steps."""

    def __init__(self, missing: tuple[tuple[str, tuple[StrEnum, ...]], ...]) -> None:
        super().__init__(missing=missing)


class CannotCloseYet(HomewardError):
    """A case is closed too early: `blocks` says what is missing for the reason given."""

    def __init__(self, blocks: tuple[StrEnum, ...]) -> None:
        super().__init__(blocks=blocks)


class Stopped(HomewardError):
    """Somebody asked to stop; nothing of what was begun stays."""


# --- evidence


class DamagedEvidence(HomewardError):
    """A kept file is not whole any more: `blob` names it, `reason` what is wrong with it."""

    def __init__(self, blob: UUID, reason: str) -> None:
        super().__init__(blob=blob, reason=reason)


class AlreadyKept(HomewardError):
    """The same bytes are in the register as the exhibits `numbers`; a person decides."""

    def __init__(self, numbers: tuple[str, ...], exhibit_ids: tuple[UUID, ...]) -> None:
        super().__init__(numbers=numbers, exhibit_ids=exhibit_ids)


# --- paper


class FontMissing(HomewardError):
    """The house typeface is not where the program was installed: `file` names what is missing."""

    def __init__(self, file: str) -> None:
        super().__init__(file=file)


class FurnitureTooLong(HomewardError):
    """A line that stands on every page runs into its neighbour: `line` says which one."""

    def __init__(self, line: str) -> None:
        super().__init__(line=line)


class FamilyNotTold(HomewardError):
    """A letter would be the first word of a death: of the case `number` nobody told the family."""
