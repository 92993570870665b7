"""A foreign file as the sandbox saw it: what it is, what is odd about it, a picture of it."""

from dataclasses import dataclass
from enum import StrEnum


class FileKind(StrEnum):
    """What a file most likely is to the office; a hint for the form, a person decides."""

    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"
    DOCUMENT = "document"
    LIST = "list"
    UNKNOWN = "unknown"


class FileWarning(StrEnum):
    """What a person should know of a file before anybody opens it elsewhere (R-38)."""

    WRONG_EXTENSION = "wrong_extension"
    NAME_HIDES = "name_hides"
    RUNS_BY_NAME = "runs_by_name"
    PROGRAM = "program"
    CARRIES_PROGRAM = "carries_program"
    MACROS = "macros"
    SCRIPTS = "scripts"
    POLYGLOT = "polyglot"
    TRAILING = "trailing"
    LOCKED = "locked"
    BOMB = "bomb"
    DAMAGED = "damaged"
    ONLY_ENDS_SEEN = "only_ends_seen"


#: What can do harm when it is opened outside this program.
DANGEROUS = frozenset(
    {
        FileWarning.RUNS_BY_NAME,
        FileWarning.PROGRAM,
        FileWarning.CARRIES_PROGRAM,
        FileWarning.MACROS,
        FileWarning.SCRIPTS,
        FileWarning.POLYGLOT,
        FileWarning.BOMB,
    }
)


@dataclass(frozen=True, slots=True)
class FileLook:
    """What a look at a file found; `width` and `height` in pixels as it is seen, upright.

    `taken_at` is the date as the camera wrote it, never checked; `seconds` is how long it plays.
    """

    media_type: str
    kind: FileKind
    width: int = 0
    height: int = 0
    pages: int = 0
    seconds: int = 0
    taken_at: str = ""
    has_location: bool = False
    warnings: tuple[FileWarning, ...] = ()

    @property
    def dangerous(self) -> bool:
        """True where the file could do harm when opened outside this program."""
        return not DANGEROUS.isdisjoint(self.warnings)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture made anew from pixels: upright, sRGB, nothing in it but what is seen."""

    media_type: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a picture, as fractions from 0 to 1 of its upright width and height."""

    left: float
    top: float
    right: float
    bottom: float
