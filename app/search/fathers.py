"""From what is written of a father to his given name, in four languages (domain.md 4.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from app.search.given_names import is_given_name, is_listed_name
from app.search.keys import word_keys
from app.search.letters import translit_table
from app.search.scripts import script_of
from models.vocabulary.people import Script, Sex


@dataclass(frozen=True, slots=True)
class FatherName:
    """The father's given name as a form of words lets it be known."""

    #: In the nominative and in the script of the text, the likeliest first.
    bases: tuple[str, ...]
    #: Whether the form leaves no doubt; «Arami» and «Григорьевич» leave some.
    certain: bool = True
    #: Sex of the child, where the form tells it.
    sex: Sex = Sex.UNKNOWN
    #: Whether the words have the form of a patronymic, and are not simply a name.
    marked: bool = True
    #: Only a first letter is known.
    initial: bool = False


_RUSSIAN = re.compile(
    r"(?P<stem>.+?)(?P<form>"
    r"ьевич|[её]вич|ович|ич|ьевна|[её]вна|овна|инична|ична"
    r"|[yi]?evi(?:t?ch|č|ç|tsch|cz|tj)|ovi(?:t?ch|č|ç|tsch|cz|tj)|[yi]?evna|ovna|ichna"
    r"|(?:և|եւ|եվ)իչ|ովիչ|(?:և|եւ|եվ)նա|ովնա"
    r")$",
    re.IGNORECASE,
)
_HUSHING = set("жчшщц")
_BARE = {"ич", "ична", "инична", "ichna"}
_INITIAL = re.compile(r"^\w\.?$")
_VOWELS = set("аеёиоуыэюяաեէըիոօaeiouy")
_GENITIVE_LATIN = re.compile(r"(?<=.[^aeiouy])i$", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def father_of(words: str) -> FatherName | None:
    """Give the father's name behind a patronymic in Armenian, Russian, Azerbaijani or English.

    Two generations («Արամ Հակոբի») give the father. None where there is no word at all.
    """
    parts = [part for part in words.replace(",", " ").split() if any(map(str.isalpha, part))]
    if not parts:
        return None
    child = sex_of_suffix(parts[-1])
    if child is not Sex.UNKNOWN and len(parts) > 1:
        return FatherName((parts[0],), sex=child)
    glued = _split_glued(parts[0])
    if glued is not None:
        return FatherName((glued[0],), sex=glued[1])
    word = parts[0].strip("()[].;:«»")
    if _INITIAL.match(parts[0]):
        return FatherName((word,), certain=False, marked=False, initial=True)
    return _russian(word) or (
        _armenian(word) if script_of(word) is Script.ARMENIAN else _plain(word)
    )


@lru_cache(maxsize=16_384)
def sex_of_suffix(word: str) -> Sex:
    """Give the sex that oğlu and qızı, in any spelling, tell."""
    small = _small(word).strip(".")
    if small in _suffixes()["son"]:
        return Sex.MALE
    return Sex.FEMALE if small in _suffixes()["daughter"] else Sex.UNKNOWN


def _split_glued(word: str) -> tuple[str, Sex] | None:
    """Part «Aramoğlu» and «Арам-оглы»."""
    small = _small(word)
    if len(small) != len(word):
        return None
    for kind, sex in (("son", Sex.MALE), ("daughter", Sex.FEMALE)):
        for suffix in _suffixes()[kind]:
            base = word[: -len(suffix)].rstrip("-֊")
            if small.endswith(suffix) and len(base) > 1:
                return base, sex
    return None


@cache
def _suffixes() -> dict[str, frozenset[str]]:
    # The file is ours: tests/search/test_tables.py checks its form.
    table = cast("dict[str, list[str]]", translit_table("name_forms"))
    return {kind: frozenset(map(_small, table[kind])) for kind in ("son", "daughter")}


def _small(word: str) -> str:
    return word.replace("İ", "i").replace("I", "ı").lower().replace("ı", "i")


def _choose(bases: list[str], *, like: str, certain: bool = True) -> tuple[tuple[str, ...], bool]:
    """Keep the names that we know, or the likeliest two; say whether one was left."""
    seen: set[str] = set()
    different = []
    for base in bases:
        keys = word_keys(base).first
        if len(base) > 1 and seen.isdisjoint(keys):  # Игор and Игорь are one name to the keys
            seen |= keys
            different.append(base.upper() if like.isupper() else base)
    listed = [base for base in different if is_listed_name(base)]
    known = listed or [base for base in different if is_given_name(base)]
    chosen = known or different[:2]
    return tuple(chosen), certain and len(chosen) == 1


# --- Russian ----------------------------------------------------------------------------------


def _russian(word: str) -> FatherName | None:
    found = _RUSSIAN.match(word)
    if not found or len(found["stem"]) < 2:
        return None
    stem, form = found["stem"], found["form"].lower()
    if form in _BARE and is_given_name(word):
        return None  # Мкртич is a name, not the son of Мкрт
    sex = Sex.FEMALE if form.endswith(("на", "na", "նա")) else Sex.MALE
    bases, certain = _choose(_russian_bases(stem, form, script_of(word)), like=word)
    return FatherName(bases, certain=certain, sex=sex)


def _russian_bases(stem: str, form: str, script: Script) -> list[str]:
    iy, y, soft, o, a, ya = {
        Script.CYRILLIC: ("ий", "й", "ь", "о", "а", "я"),
        Script.ARMENIAN: ("ի", "յ", "", "ո", "ա", "յա"),
    }.get(script, ("i", "y", "", "o", "a", "ya"))
    vowel = stem[-1].lower() in _VOWELS
    if form in _BARE:  # Никитич, Ильич: the vowel of Никита, Илья fell away
        return [stem + ya] if stem[-1] in "ьЬ" else [stem + a, stem + ya]
    if form.startswith(("ов", "ov", "ով")):  # Арамович; Карович of Каро; Павлович of Павел
        return [stem, *_with_fleeting_vowel(stem), stem + o]
    if form.startswith(("ье", "ye", "ie")) and not vowel:  # Юрьевич; Григорьевич, also of Գրիգոր
        return [stem + iy, stem]
    if vowel:  # Сергеевич, Николаевич; Вагеевич of Վահե
        return [stem + y, stem]
    if stem[-1].lower() in _HUSHING:  # Мкртичевич
        return [stem]
    return [stem + soft, stem + iy]  # Игоревич


def _with_fleeting_vowel(stem: str) -> list[str]:
    """Give back the vowel that fell away: Павлович of Павел, Львович of Лев."""
    if len(stem) < 3 or script_of(stem) is not Script.CYRILLIC or stem[-2].lower() in _VOWELS:
        return []
    return [stem[:-2] + "е" + stem[-1] if stem[-2] == "ь" else stem[:-1] + "е" + stem[-1]]


# --- Armenian ---------------------------------------------------------------------------------


def _armenian(word: str) -> FatherName:
    small = word.lower()
    bases = _armenian_bases(word, small)
    as_it_stands = is_listed_name(word) and not small.endswith(("իի", "յի"))
    if not bases or (as_it_stands and not any(map(is_listed_name, bases))):
        return FatherName((word,), marked=False)  # Արամ; Րաֆֆի, Դմիտրի
    chosen, certain = _choose(bases, like=word)
    return FatherName(chosen, certain=certain)


def _armenian_bases(word: str, small: str) -> list[str]:
    """Give what a genitive may come from; nothing for a word that is none."""
    if small.endswith("յի") and len(word) > 3:  # Ալյոշայի, Կարոյի; Սերգեյի keeps its յ
        return [word[:-1], word[:-2]] if small[-3] == "ե" else [word[:-2], word[:-1]]
    if small.endswith("իի"):
        return [word[:-1]]
    if small.endswith("ի") and len(word) > 3:
        return [word[:-1], *_with_lost_vowel(word[:-1], "ի")]  # Մկրտչի of Մկրտիչ
    if small.endswith("ու") and len(word) > 3:  # Րաֆֆու of Րաֆֆի; Հովու
        return [word[:-2] + "ի", word[:-2]]
    return []


def _with_lost_vowel(base: str, vowel: str) -> list[str]:
    """Give back the i of the last syllable, which an ending drives out."""
    if len(base) < 3 or {base[-1].lower(), base[-2].lower()} & _VOWELS:
        return []
    return [base[:-1] + vowel + base[-1]]


# --- Latin, and names as they stand -----------------------------------------------------------


def _plain(word: str) -> FatherName:
    """Take a name as it stands; «Arami» may be the genitive of Aram, but Ani is Ani."""
    small = word.lower()
    if script_of(word) is not Script.LATIN or is_listed_name(word):
        return FatherName((word,), marked=False)
    if small.endswith(("ayi", "oyi", "ai", "ei")):  # Alyoshayi, Karoyi, Vahei
        cut = word[:-2] if small.endswith("yi") else word[:-1]
        return FatherName((cut, word[:-1] if cut != word[:-1] else word), certain=False)
    if _GENITIVE_LATIN.search(word):
        base = word[:-1]
        lost = base[:-2] + "i" + base[-2:] if small[-3:-1] in {"ch", "sh"} else ""
        bases = [base, *([lost] if lost else _with_lost_vowel(base, "i"))]
        chosen, _ = _choose(bases, like=word)
        return FatherName((*chosen, word), certain=False)
    return FatherName((word,), marked=False)
