"""Reads what a set says of itself."""

from pathlib import Path

from app.errors import DamagedVault
from app.vault.backups.layout import MANIFEST, BackupSet
from app.vault.backups.manifest import FileEntry, Manifest
from app.vault.header import HEADER, Header


def manifest_of(one: BackupSet) -> Manifest:
    """Read the manifest of a set; raises DamagedVault, NewerVault."""
    return Manifest.from_bytes(_content(one.path / MANIFEST))


def header_of(one: BackupSet) -> Header:
    """Read who may open a set; raises DamagedVault, NewerVault."""
    return Header.from_bytes(_content(one.path / HEADER))


def file_of(one: BackupSet, entry: FileEntry) -> Path:
    """Return where a file of a set lies."""
    if entry.shard is None:
        return one.path / entry.name
    return one.place.evidence_folder / entry.name


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        raise DamagedVault(path.name, "missing") from None
