"""The fields of a FEBRL record, and on which level two of them land."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.search.weights import Level, Pattern, Weights

_FAR = 9


@dataclass(frozen=True, slots=True)
class Record:
    """One line of the census, without the security number."""

    id: str
    given: str
    surname: str
    number: str
    street: str
    more: str
    suburb: str
    postcode: str
    state: str
    birth: str

    @classmethod
    def of_row(cls, row: Sequence[str]) -> Record:
        """Take a row of the file; its last column, the security number, stays behind."""
        return cls(*row[:10])

    @property
    def person(self) -> str:
        """Give whom it is about, as the maker of the data says: `rec-1070-org` is person 1070."""
        return self.id.split("-")[1]


def _levels(*names: str) -> tuple[Level, ...]:
    """Make levels to start from; m and u are learnt."""
    shares = {
        "same": (0.75, 0.01), "near": (0.1, 0.01), "loose": (0.05, 0.02), "swap": (0.05, 0.01),
        "differs": (0.05, 0.95),
    }  # fmt: skip
    m, u = (sum(shares[name][side] for name in names) for side in (0, 1))
    return tuple(Level(name, shares[name][0] / m, shares[name][1] / u) for name in names)


_NAME = _levels("same", "near", "loose", "swap", "differs")
_WORDS = _levels("same", "near", "loose", "differs")
START = Weights(
    0.02,
    {
        "given": _NAME,
        "surname": _NAME,
        "number": _WORDS,
        "street": _NAME,
        "more": _NAME,
        "suburb": _WORDS,
        "postcode": _WORDS,
        "state": _levels("same", "differs"),
        "birth": _WORDS,
    },
)


def pattern(a: Record, b: Record) -> Pattern:
    """Give the level of every field, in the order of `START`."""
    return (
        _words(a.given, b.given, b.surname),
        _words(a.surname, b.surname, b.given),
        _words(a.number, b.number),
        _words(a.street, b.street, b.more),
        _words(a.more, b.more, b.street),
        _words(a.suburb, b.suburb),
        _words(a.postcode, b.postcode),
        _same(a.state, b.state),
        _words(a.birth, b.birth),
    )


def words_that_count(record: Record) -> dict[str, str]:
    """Give the words that say more the rarer they are."""
    fields = {"given": record.given, "surname": record.surname, "suburb": record.suburb}
    return {field: word for field, word in fields.items() if word}


def _same(a: str, b: str) -> str | None:
    if not a or not b:
        return None
    return "same" if a == b else "differs"


def _words(a: str, b: str, elsewhere: str = "") -> str | None:
    """Compare by slips of the finger; `elsewhere` is where a careless clerk may have put it."""
    level = _slips(a, b)
    if level in {None, "differs"} and _slips(a, elsewhere) in {"same", "near"}:
        return "swap"
    return level


def _slips(a: str, b: str) -> str | None:
    if not a or not b:
        return None
    slips = _distance(a, b)
    if slips < 2:
        return "near" if slips else "same"
    return "loose" if slips == 2 or a.startswith(b) or b.startswith(a) else "differs"


@lru_cache(maxsize=1_000_000)
def _distance(a: str, b: str) -> int:
    """Count insertions, losses, changes and exchanges of neighbours; beyond two it is far."""
    if abs(len(a) - len(b)) > 2:
        return _FAR
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        this = [i]
        for j, y in enumerate(b, 1):
            best = min(row[j] + 1, this[-1] + 1, row[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                best = min(best, before[j - 2] + 1)
            this.append(best)
        before, row = row, this
    return row[-1]
