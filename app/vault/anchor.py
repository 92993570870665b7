"""The head of the history kept outside the register, so that an older file put back is noticed.

A chain alone does not notice that its end was cut off or that all of it was written anew; a head
remembered elsewhere does (R-43, R-44).
"""

from dataclasses import dataclass
from uuid import UUID

from app.settings import SettingsFolder


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last history entry this user's machine has seen: its number and its hash."""

    seq: int
    hash: bytes


def remembered_anchor(settings: SettingsFolder, register_id: UUID) -> Anchor | None:
    """Return what this machine remembers of a register's history, None if it never saw it."""
    found = settings.read(f"anchors/{register_id}")
    seq, digest = found.get("seq"), found.get("hash")
    if not isinstance(seq, int) or not isinstance(digest, str):
        return None
    try:
        return Anchor(seq, bytes.fromhex(digest))
    except ValueError:
        return None


def remember_anchor(settings: SettingsFolder, register_id: UUID, anchor: Anchor) -> None:
    """Remember the head of a register's history."""
    settings.write(f"anchors/{register_id}", {"seq": anchor.seq, "hash": anchor.hash.hex()})
