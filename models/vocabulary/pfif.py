"""What PFIF says of a man in one word, and what our headline is in it (domain.md 2.9)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from models.vocabulary.status import Headline


class PfifStatus(StrEnum):
    """What the author of a note believes."""

    INFORMATION_SOUGHT = "information_sought"
    IS_NOTE_AUTHOR = "is_note_author"
    BELIEVED_ALIVE = "believed_alive"
    BELIEVED_MISSING = "believed_missing"
    BELIEVED_DEAD = "believed_dead"


def _of(*numbers: int) -> tuple[Headline, ...]:
    return tuple(Headline(f"S{number:02d}") for number in numbers)


#: A draft and a closed case have no word there, and are not published.
PUBLIC_STATUS: Mapping[Headline, PfifStatus] = MappingProxyType({
    **dict.fromkeys(_of(10, 11, 20), PfifStatus.BELIEVED_MISSING),
    **dict.fromkeys(
        _of(21, 22, 23, 24, 25, 26, 30, 31, 40, 41, 42), PfifStatus.BELIEVED_ALIVE
    ),
    **dict.fromkeys(_of(50, 51, 52, 53, 60, 61, 62, 63, 64), PfifStatus.BELIEVED_DEAD),
})  # fmt: skip
