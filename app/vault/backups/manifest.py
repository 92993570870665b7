"""The manifest of a backup: what anyone may know of it, and what only the register's key opens.

Whoever finds the disk learns sizes and dates. What the register held is sealed, and the seal is
bound to the plain part, so neither can be changed without the other telling.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from app.errors import DamagedVault, NewerVault
from app.vault.backups.layout import MANIFEST
from app.vault.keys import decrypt, encrypt, subkey

FORMAT = 1
_LABEL = "backup"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of a backup; `name` is told from the place for evidence, from the set for others."""

    name: str
    size: int
    sha256: str
    shard: int | None = None
    closed: bool = False
    """The shard was closed when it was copied: it never changes and is not copied again."""


@dataclass(frozen=True, slots=True)
class Content:
    """What the register held when it was copied: rows a table, and where its history ended."""

    tables: dict[str, int]
    seq: int
    head: bytes
    schema: str
    program: str = ""
    office: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The content of `manifest.json`."""

    register_id: UUID
    epoch: int
    made_at: datetime
    files: tuple[FileEntry, ...]
    sealed: bytes = b""

    @property
    def size(self) -> int:
        """Return the bytes of all files together."""
        return sum(entry.size for entry in self.files)

    def seal(self, content: Content, data_key: bytes) -> "Manifest":
        """Return the manifest with what the register held, for the register's key alone."""
        fields = {
            "tables": content.tables,
            "seq": content.seq,
            "head": content.head.hex(),
            "schema": content.schema,
            "program": content.program,
            "office": content.office,
        }
        words = json.dumps(fields, ensure_ascii=False, sort_keys=True).encode()
        return replace(self, sealed=encrypt(subkey(data_key, _LABEL), words, self._bound()))

    def open(self, data_key: bytes) -> Content | None:
        """Return what the register held, None where key or plain part is not what it was."""
        words = decrypt(subkey(data_key, _LABEL), self.sealed, self._bound())
        if words is None:
            return None
        fields = json.loads(words)
        return Content(
            tables={str(name): int(count) for name, count in fields["tables"].items()},
            seq=int(fields["seq"]),
            head=bytes.fromhex(fields["head"]),
            schema=str(fields["schema"]),
            program=str(fields["program"]),
            office=str(fields["office"]),
        )

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        fields = {**self._plain(), "sealed": self.sealed.hex()}
        return json.dumps(fields, ensure_ascii=False, indent=1).encode() + b"\n"

    @classmethod
    def from_bytes(cls, content: bytes) -> "Manifest":
        """Take up a file's content; raises DamagedVault, NewerVault."""
        try:
            fields = json.loads(content)
            if fields["format"] > FORMAT:
                raise NewerVault(found=str(fields["format"]), known=str(FORMAT))
            found = cls(
                register_id=UUID(fields["register"]),
                epoch=int(fields["epoch"]),
                made_at=datetime.fromisoformat(fields["made_at"]),
                files=tuple(_entry(one) for one in fields["files"]),
                sealed=bytes.fromhex(fields["sealed"]),
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            raise DamagedVault(MANIFEST, "not_a_manifest") from None
        if found.to_bytes() != content:  # one way to write it: no bit of the file is free
            raise DamagedVault(MANIFEST, "altered")
        return found

    def _plain(self) -> dict[str, object]:
        return {
            "format": FORMAT,
            "register": str(self.register_id),
            "epoch": self.epoch,
            "made_at": self.made_at.isoformat(),
            "files": [
                {
                    "name": entry.name,
                    "size": entry.size,
                    "sha256": entry.sha256,
                    "shard": entry.shard,
                    "closed": entry.closed,
                }
                for entry in self.files
            ],
        }

    def _bound(self) -> bytes:
        return json.dumps(self._plain(), sort_keys=True, separators=(",", ":")).encode()


def _entry(found: object) -> FileEntry:
    if not isinstance(found, dict):
        raise TypeError("a file is an object")
    shard = found["shard"]
    return FileEntry(
        name=str(found["name"]),
        size=int(found["size"]),
        sha256=str(found["sha256"]),
        shard=None if shard is None else int(shard),
        closed=bool(found["closed"]),
    )
