"""Which words are given names, and of which sex; the table is data."""

from __future__ import annotations

from functools import cache
from typing import cast

from app.search.aliases import alias_names, keys_of
from app.search.keys import word_keys
from app.search.letters import translit_table
from models.vocabulary.people import Script, Sex


def is_given_name(word: str) -> bool:
    """Tell whether a word, in any script, is a given name that we know, or a form of one."""
    if is_listed_name(word):
        return True
    keys = word_keys(word)
    _, forms = alias_names(keys.first, frozenset())
    if any("-" not in name for name in forms):
        return True
    # Ваган is Վահան; an Armenian word keeps its հ
    return keys.script is not Script.ARMENIAN and not _sexes().keys().isdisjoint(keys.with_h)


def is_listed_name(word: str) -> bool:
    """Tell whether a word is a given name in its full form, as the table has it."""
    return not _sexes().keys().isdisjoint(word_keys(word).first)


def sex_of_given_name(word: str) -> Sex:
    """Give the sex that bears a name; unknown where both do, or where we do not know it."""
    known = _sexes()
    found = {sex for key in word_keys(word).first for sex in known.get(key, ())}
    return found.pop() if len(found) == 1 else Sex.UNKNOWN


@cache
def _sexes() -> dict[str, frozenset[Sex]]:
    # The file is ours: tests/search/test_tables.py checks its form.
    table = cast("dict[str, dict[str, str]]", translit_table("given_names"))
    sexes: dict[str, frozenset[Sex]] = {}
    for part, sex in (("male", Sex.MALE), ("female", Sex.FEMALE)):
        for names in table[part].values():
            for name in names.split():
                for key in keys_of(name):
                    sexes[key] = sexes.get(key, frozenset()) | {sex}
    return sexes
