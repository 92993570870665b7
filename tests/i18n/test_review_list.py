"""What waits for a native editor still stands where the list says it does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from app.i18n import catalogs

RESOURCES = Path(__file__).parents[2] / "resources"
REVIEW = RESOURCES / "i18n" / "REVIEW.md"
ROW = re.compile(r"^\| `([^`]+) (hy|ru)` \| (.+?) \| (.+?) \| (.+?) \|$")


def _rows() -> list[tuple[str, str, str, str]]:
    lines = REVIEW.read_text("utf-8").splitlines()
    found = [ROW.match(line) for line in lines if line.startswith("| `")]
    assert all(found), "a row has four columns: where, text, doubt, alternative"
    return [(row[1], row[2], row[3], row[5]) for row in found if row]


@cache
def _texts(where: str, lang: str) -> frozenset[str]:
    """Return every text of a language that stands where a row points to."""
    return frozenset(_each(where, lang))


def _each(where: str, lang: str) -> Iterator[str]:
    if "/" in where:
        name, code = where.split("/")
        labels = tomllib.loads((RESOURCES / "vocab" / f"{name}.toml").read_text("utf-8"))
        yield from (labels[code].get(key, "") for key in (lang, f"{lang}_short", f"{lang}_answer"))
        return
    for message in catalogs.read_catalogue(lang, where):
        said = message.string
        yield from [said] if isinstance(said, str) else (said or ())


def test_every_doubtful_wording_still_stands_where_the_list_says() -> None:
    gone = [row for row in _rows() if row[2] not in _texts(row[0], row[1])]
    assert gone == []


def test_another_wording_is_in_the_script_of_the_first() -> None:
    foreign = {"hy": re.compile("[а-яё]", re.IGNORECASE), "ru": re.compile("[ա-և]", re.IGNORECASE)}
    for where, lang, text, other in _rows():
        assert not foreign[lang].search(text + other), where
        assert other != text


def test_no_wording_is_listed_twice() -> None:
    rows = [row[:3] for row in _rows()]
    assert len(rows) == len(set(rows)) > 50
