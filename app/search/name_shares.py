"""How common a name is: the register's own count, tempered by what is usual while it is small."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from app.paths import resources
from app.search.keys import word_keys
from app.search.weights import Weights, default_weights

type CountUses = Callable[[str, str], int]
"""Counts the people who bear a key (`WordKeys.first`) as `family` or `given`."""

_FAITH = 500
"""So many people the usual shares are worth; a register of thousands outweighs them."""
_LIST_OF_FIELD = {"family": "family", "given": "given", "father": "given"}


@dataclass(frozen=True, slots=True)
class NameShares:
    """The shares of names among the people of a register."""

    people: int
    count: CountUses

    def share(self, field: str, word: str) -> float | None:
        """Give the part of people who bear a name, never nought; None where names say nothing."""
        role = _LIST_OF_FIELD.get(field)
        if role is None:
            return None
        usual = _usual_shares(role)
        expected = _FAITH * usual.get(word, usual[""])
        return (self.count(role, word) + expected) / (self.people + _FAITH)

    def uses(self, field: str, word: str) -> int:
        """Count the people who bear a name."""
        role = _LIST_OF_FIELD.get(field)
        return 0 if role is None else self.count(role, word)


@cache
def usual_weights() -> Weights:
    """Give the weights for people of whom no register is known."""
    return default_weights().knowing(NameShares(0, lambda _role, _key: 0))


def weights_in_register(own: Weights, people: int, count: CountUses) -> Weights:
    """Give the weights of a register that counts its names; `own` are its own or the defaults."""
    return own.knowing(NameShares(people, count))


@cache
def _usual_shares(role: str) -> Mapping[str, float]:
    """Read what is usual, by key; under "" stands what holds for a name that is not listed."""
    text = (resources() / "matching" / "common_names.toml").read_text("utf-8")
    read = tomllib.loads(text)
    shares = {"": read["unlisted"][role] / 1000}
    for name, thousandths in read[role].items():
        for key in word_keys(name).first:
            shares[key] = max(shares.get(key, 0.0), thousandths / 1000)
    return shares
