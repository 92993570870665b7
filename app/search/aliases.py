"""The same name by another tradition: Հովհաննես, Ованес, Оганес; the table is data."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypedDict, cast

from app.search.letters import translit_table
from app.search.sounds import hollow, sounds
from app.search.spelling import read_spelling

_NOBODY: frozenset[str] = frozenset()
_SHORTEST_MISHEARD = 4
#: -енька, -ечка, -ка, -ушка, -юша, -юха, -юта, -уня, -ик, -чик, -ко, -чо, as keys write them.
_PET_FORM = re.compile("(?<=..)(?:[eo]nka|[eo]qka|uwka|ka|u[wxt]a|una|q?ik|ok|ek|[kq]o)$")
#: What a surname adds to a given name, as it stands in a key, with the mark it leaves behind.
_ENDINGS = (("yan", "-yan"), ("ov", "-ov"), ("ova", "-ov"), ("ev", "-ov"), ("eva", "-ov"))


class GroupRow(TypedDict, total=False):
    """A group as it stands in aliases.toml, which explains the form."""

    name: str
    same: list[str]
    stems: list[str]
    western: list[str]
    cognate: list[str]
    short: list[str]


@dataclass(frozen=True, slots=True)
class AliasTable:
    """Groups by key: of given names, and of the surnames made from them."""

    strong: dict[str, frozenset[str]]
    weak: dict[str, frozenset[str]]
    #: Every form once more by its `hollow` key: a name misheard is still of its group.
    misheard: dict[str, frozenset[str]]


def alias_names(
    first: frozenset[str], hollows: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Give the groups that a word with these keys belongs to: strictly, and in any way."""
    table = _table()
    strong = _NOBODY.union(*[table.strong[key] for key in first if key in table.strong])
    weak = _NOBODY.union(*[table.weak[key] for key in first if key in table.weak])
    near = [table.misheard[key] for key in hollows if key in table.misheard]
    pets = [known for key in first for known in _called(key, table)]
    return strong, strong.union(weak, *near, *pets)


def _called(key: str, table: AliasTable) -> Iterator[frozenset[str]]:
    """Give the groups of the name that a Russian pet form is made from: Юленька of Юля."""
    pet = _PET_FORM.search(key)
    if pet is not None:
        for name in (key[: pet.start()], f"{key[: pet.start()]}a"):
            for groups in (table.strong, table.weak):
                if name in groups:
                    yield groups[name]


@cache
def _table() -> AliasTable:
    strong: dict[str, set[str]] = defaultdict(set)
    weak: dict[str, set[str]] = defaultdict(set)
    misheard: dict[str, set[str]] = defaultdict(set)
    # The file is ours: tests/search/test_tables.py checks its form.
    for row in cast("list[GroupRow]", translit_table("aliases")["group"]):
        name = row["name"]
        for form in row["same"]:
            _enter(strong, form, name)
        for stem in (*filter(_bears_a_surname, row["same"]), *row.get("stems", ())):
            _enter_surnames(strong, stem, name)
            _enter_surnames(weak, stem, name, marked=False)
        for form in _forms(row)[len(row["same"]) :]:
            _enter(weak, form, name)
        for stem in filter(_bears_a_surname, row.get("western", ())):
            _enter_surnames(weak, stem, name)
        for form in _forms(row):
            for key in keys_of(form, loose=True):
                misheard[hollow(key)].add(name)
    for key, names in (*strong.items(), *weak.items()):
        if len(hollow(key)) >= _SHORTEST_MISHEARD:
            misheard[hollow(key)] |= names
    return AliasTable(_frozen(strong), _frozen(weak), _frozen(misheard))


def _forms(row: GroupRow) -> list[str]:
    return [
        *row["same"], *row.get("western", ()), *row.get("cognate", ()), *row.get("short", ()),
    ]  # fmt: skip


def _frozen(table: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(names) for key, names in table.items()}


def _bears_a_surname(form: str) -> bool:
    """Tell whether a surname is made by simply adding its ending: after a consonant only."""
    return all(key[-1] not in "aeiouy" for key in keys_of(form))


def _enter(into: dict[str, set[str]], form: str, name: str) -> None:
    for key in keys_of(form):
        into[key].add(name)


def _enter_surnames(
    into: dict[str, set[str]], stem: str, name: str, *, marked: bool = True
) -> None:
    """Enter the surnames made from a stem; `marked`: -yan and -ov are two, Акопов no Акопян."""
    for key in keys_of(stem):
        for ending, mark in _ENDINGS:
            into[key + ending].add(f"{name}{mark if marked else '-'}")


def keys_of(form: str, *, loose: bool = False) -> tuple[str, ...]:
    """Give the keys of a form in a table; `loose`: as it is spoken elsewhere."""
    make, spelling = sounds().keys, read_spelling(form)
    readings = spelling.loose if loose else spelling.readings
    return tuple(key for reading in readings for key in make(reading) if key)
