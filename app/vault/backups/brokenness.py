"""Says whether a vault is broken, so that a backup may take its place; a healthy one never is."""

from enum import StrEnum
from functools import partial
from pathlib import Path

from app.clock import Clock
from app.db.engine import VaultFile, Way, vault_engine
from app.db.unit_of_work import reading_session
from app.db.whole_file import is_whole
from app.errors import (
    AlreadyThere,
    DamagedVault,
    NetworkFolder,
    NoRecoverySheet,
    NotAVault,
    WrongKey,
)
from app.vault.backups.evidence_copies import DataKeyOf, KnownShard, shards_in
from app.vault.backups.opening import Unlock
from app.vault.epochs import epoch_data_key
from app.vault.files import coded_failures
from app.vault.folder import BACKUPS, EVIDENCE
from app.vault.header import DATA, HEADER, SPARE, read_header
from app.vault.keys import UnlockedKeys
from app.vault.lock import LOCK, VaultLock
from app.vault.surroundings import is_on_network
from app.vault.turnover import coming_path

_OURS = frozenset({HEADER, SPARE, DATA, EVIDENCE, BACKUPS, LOCK})


class Target(StrEnum):
    """What stands where a register is to be restored."""

    NOTHING = "nothing"
    BROKEN = "broken"


def look_at_target(vault: Path, unlock: Unlock, clock: Clock) -> Target:
    """Say what stands where a register is to be restored.

    Only what can be shown to be a broken vault may be set aside: one whose keys, data file or
    evidence are damaged or gone. Raises AlreadyThere for anything else; NetworkFolder, VaultInUse,
    WhichUser, NewerVault.
    """
    if is_on_network(vault):
        raise NetworkFolder(vault)
    if not vault.exists() and not vault.is_symlink():
        return Target.NOTHING
    if not vault.is_dir():
        raise AlreadyThere(vault)
    if not any(vault.iterdir()):
        return Target.NOTHING
    if not _is_broken(vault, unlock):
        raise AlreadyThere(vault)
    with coded_failures(vault):
        VaultLock.take(vault, "", clock).release()  # nobody may be at work in it
    return Target.BROKEN


def _is_broken(vault: Path, unlock: Unlock) -> bool:
    try:
        header = read_header(vault).header
    except DamagedVault:
        return True
    except NotAVault:
        return _are_remains(vault)
    if coming_path(vault, header.epoch).exists():
        return False  # a change of keys was interrupted; opening it finishes that
    if not (vault / DATA).is_file():
        return True
    try:
        keys = unlock(header)
    except (WrongKey, NoRecoverySheet):
        return False  # nothing shows that it is broken
    except DamagedVault:
        return True
    return not _is_all_whole(vault, keys)


def _are_remains(vault: Path) -> bool:
    """Say whether a folder holds what is left of a vault, and nothing else."""
    names = {path.name for path in vault.iterdir()}
    return bool(names & {EVIDENCE, BACKUPS}) and all(
        name in _OURS or name.startswith((f"{DATA}-", f"{DATA}.", f".{HEADER}", f".{SPARE}"))
        for name in names
    )


def _is_all_whole(vault: Path, keys: UnlockedKeys) -> bool:
    file = VaultFile(vault / DATA, keys.data_key)
    try:
        if not is_whole(file):
            return False
        engine = vault_engine(file, Way.READ)
        try:
            with reading_session(engine) as session:
                data_key = partial(epoch_data_key, session, keys)
                return all(
                    _is_whole_shard(vault / EVIDENCE / shard.file, shard, data_key)
                    for shard in shards_in(file)
                )
        finally:
            engine.dispose()
    except DamagedVault:
        return False


def _is_whole_shard(path: Path, shard: KnownShard, data_key: DataKeyOf) -> bool:
    if not shard.used:
        return True
    return path.is_file() and is_whole(VaultFile(path, shard.key(data_key)))
