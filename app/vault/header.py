"""`vault.json`: which register this is and who may open it; kept twice."""

import hashlib
import json
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from app.errors import DamagedVault, NewerVault, NotAVault
from app.vault.files import write_whole
from app.vault.slots import Slot, SlotKind

FORMAT = 1
HEADER = "vault.json"
SPARE = "vault.json.bak"
DATA = "data.db"


@dataclass(frozen=True, slots=True)
class Header:
    """The content of `vault.json`."""

    register_id: UUID
    epoch: int
    created_at: str
    slots: tuple[Slot, ...]

    def with_slot(self, slot: Slot) -> "Header":
        """Return the header with one slot more, in place of the same person's former one."""
        others = tuple(known for known in self.slots if known.user_id != slot.user_id)
        return replace(self, slots=(*others, slot))

    def without(self, user_id: UUID) -> "Header":
        """Return the header without one person's slot."""
        return replace(self, slots=tuple(slot for slot in self.slots if slot.user_id != user_id))

    @property
    def members(self) -> tuple[Slot, ...]:
        """Return the slots people open the register with for work; a recovery sheet is none."""
        return tuple(slot for slot in self.slots if slot.kind is not SlotKind.RECOVERY)

    def slot_of(self, name: str) -> Slot | None:
        """Return the slot of a member of staff by name."""
        return next((slot for slot in self.members if slot.name == name), None)

    def to_bytes(self) -> bytes:
        """Return the file's content. The sum finds accidents; tampering is found by the slots."""
        fields: dict[str, object] = {
            "format": FORMAT,
            "vault_id": str(self.register_id),
            "epoch": self.epoch,
            "created_at": self.created_at,
            "slots": [slot.to_json() for slot in self.slots],
        }
        fields["sum"] = _sum(fields)
        return json.dumps(fields, ensure_ascii=False, indent=1).encode("utf-8") + b"\n"

    @classmethod
    def from_bytes(cls, content: bytes) -> "Header":
        """Take up a file's content; raises DamagedVault, NewerVault."""
        try:
            fields = json.loads(content)
        except ValueError:
            raise DamagedVault(HEADER, "not_json") from None
        if not isinstance(fields, dict) or not isinstance(fields.get("format"), int):
            raise DamagedVault(HEADER, "not_a_header")
        if fields["format"] > FORMAT:
            raise NewerVault(found=str(fields["format"]), known=str(FORMAT))
        if fields.pop("sum", None) != _sum(fields):
            raise DamagedVault(HEADER, "sum")
        try:
            return cls(
                register_id=UUID(fields["vault_id"]),
                epoch=int(fields["epoch"]),
                created_at=str(fields["created_at"]),
                slots=tuple(Slot.from_json(slot) for slot in fields["slots"]),
            )
        except (KeyError, TypeError, ValueError):
            raise DamagedVault(HEADER, "not_a_header") from None


def _sum(fields: dict[str, object]) -> str:
    content = json.dumps(fields, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(content.encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """A header as read, and whether the spare copy had to stand in for it."""

    header: Header
    from_spare: bool
    copies_differ: bool


def read_header(folder: Path) -> FoundHeader:
    """Read the header of a vault folder; changes nothing.

    Raises NotAVault, NewerVault, or DamagedVault when both copies are broken.
    """
    contents = [_content(folder / name) for name in (HEADER, SPARE)]
    if all(content is None for content in contents):
        if (folder / DATA).is_file():
            raise DamagedVault(HEADER, "missing")
        raise NotAVault(folder)
    first, spare = (None if content is None else _parsed(content) for content in contents)
    if isinstance(first, Header):
        return FoundHeader(first, from_spare=False, copies_differ=contents[0] != contents[1])
    if isinstance(spare, Header):
        return FoundHeader(spare, from_spare=True, copies_differ=True)
    raise first or spare or DamagedVault(HEADER, "missing")


def write_header(folder: Path, header: Header) -> None:
    """Write both copies, the first one first; raises DiskFull, ReadOnlyVault, StorageFailed."""
    content = header.to_bytes()
    write_whole(folder / HEADER, content)
    write_whole(folder / SPARE, content)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def _parsed(content: bytes) -> Header | DamagedVault:
    try:
        return Header.from_bytes(content)
    except DamagedVault as damage:
        return damage
