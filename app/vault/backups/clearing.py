"""Lets go of backups that were thinned out, and of evidence no set names any more."""

import shutil
from datetime import datetime, timedelta

from app.errors import DamagedVault, NewerVault
from app.vault.backups.layout import PART, BackupPlace, BackupSet
from app.vault.backups.reading import manifest_of
from app.vault.backups.thinning import to_keep
from app.vault.files import sync_folder

_YOUNG = timedelta(days=1)
"""Evidence younger than this may belong to a set that somebody else is writing just now."""


def thin(place: BackupPlace, now: datetime, verified: frozenset[str]) -> tuple[BackupSet, ...]:
    """Let go of the sets that thinning does not keep; answers which went.

    The newest set of those `verified` (by name) never goes.
    """
    sets = place.sets()
    kept = to_keep((one.made_at for one in sets), now)
    safe = next((one for one in sets if one.path.name in verified), None)
    going = tuple(one for one in sets if one.made_at not in kept and one != safe)
    for one in going:
        # A hidden name first: what is half gone is not taken for a backup.
        hidden = one.path.with_name(f"{PART}{one.path.name}")
        one.path.rename(hidden)
        shutil.rmtree(hidden)
    if going:
        sync_folder(place.sets_folder)
        clear_evidence(place, now)
    return going


def clear_evidence(place: BackupPlace, now: datetime) -> int:
    """Let go of evidence that no set names; answers how many files went.

    Where one manifest cannot be read nothing goes: it may name any of them.
    """
    try:
        named = {entry.name for one in place.sets() for entry in manifest_of(one).files}
    except (DamagedVault, NewerVault):
        return 0
    gone = 0
    for path in place.evidence_folder.glob("*.db"):
        age = now.timestamp() - path.stat().st_mtime
        if path.name not in named and age > _YOUNG.total_seconds():
            path.unlink()
            gone += 1
    return gone
