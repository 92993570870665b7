"""Labels of codes in the reader's language, from the tables in `resources/vocab`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from app.i18n import PSEUDO

TABLES = Path(__file__).parents[2] / "resources" / "vocab"

type Form = Literal["full", "short", "help", "answer"]


def label(list_name: str, code: str, lang: str, form: Form = "full") -> str:
    """Name a code: in `lang`, else in English, else the code itself (it may be newer than we are).

    `short` is for table cells; where no short form is given, the full one is short enough. `help`
    is one sentence of explanation for a form (events), `answer` the short bold answer on paper (the
    four questions). Raises KeyError for a list that does not exist.
    """
    words = _table(list_name).get(code, {})
    if lang == PSEUDO:
        return f"«{label(list_name, code, 'en', form)}»"
    wanted = (lang,) if form == "full" else (f"{lang}_{form}", lang)
    fallback = ("en",) if form == "full" else (f"en_{form}", "en")
    return next((words[key] for key in (*wanted, *fallback) if words.get(key)), str(code))


def codes(list_name: str) -> tuple[str, ...]:
    """Return the codes of a list in the order in which people are offered them."""
    return tuple(_table(list_name))


def lists() -> tuple[str, ...]:
    """Name every list there is."""
    return tuple(sorted(path.stem for path in TABLES.glob("*.toml")))


@cache
def _table(list_name: str) -> Mapping[str, Mapping[str, str]]:
    path = TABLES / f"{list_name}.toml"
    if not path.is_file():
        raise KeyError(list_name)
    read = tomllib.loads(path.read_text("utf-8"))
    return {code: {key: str(text) for key, text in words.items()} for code, words in read.items()}
