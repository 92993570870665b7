"""Reads a name written in one line into its parts, whatever their order (domain.md 4.1, 4.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import cast

from app.search.fathers import father_of, sex_of_suffix
from app.search.given_names import is_given_name, sex_of_given_name
from app.search.keys import WordKeys, word_keys
from app.search.letters import translit_table
from app.search.scripts import script_of
from models.vocabulary.people import NameOrder, Script, Sex

LONGEST_NAME = 200
_WORDS_AT_MOST = 12
_INITIALS = re.compile(r"^(?:\w\.?|(?:\w\.){2,3}|(?:\w\.\w)\.?)$")
_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_ZADE = ("zada", "zade")


@dataclass(frozen=True, slots=True)
class ReadName:
    """A name by its parts, every part as it was written; empty where it was not."""

    full: str
    family: str = ""
    given: str = ""
    #: As written: «Արամի», «Арамович», "Aram oğlu", "A."
    father: str = ""
    #: The father's given name in the nominative, the likeliest first.
    father_bases: tuple[str, ...] = ()
    #: Whether the form of the words leaves no doubt about the father's name.
    father_certain: bool = False
    #: Letters that stand for a given name or the father's, in their order.
    initials: tuple[str, ...] = ()
    #: Ter-, Տեր-: part of a surname that is dropped at will.
    particles: tuple[str, ...] = ()
    order: NameOrder = NameOrder.UNKNOWN
    script: Script = Script.OTHER
    #: So far as patronymic, surname and given name agree on it.
    sex: Sex = Sex.UNKNOWN
    #: Whether an ending, a known given name or a comma told the parts, and not their order alone.
    certain: bool = False
    #: Letters of two scripts in one word.
    mixed: bool = False


@dataclass(slots=True)
class _Parts:
    """What has been told so far; `left` waits, each word with its place in the line."""

    left: list[tuple[int, str]] = field(default_factory=list)
    family: list[tuple[int, str]] = field(default_factory=list)
    given: list[tuple[int, str]] = field(default_factory=list)
    father: list[tuple[int, str]] = field(default_factory=list)
    certain: bool = False


@lru_cache(maxsize=65_536)
def read_name(text: str) -> ReadName:
    """Part a name in any of four languages; never fails, whatever is typed.

    Lists write family, given, father (hy, ru, az); running English writes given, family. Endings
    and known given names decide; order only where they are silent.
    """
    full = " ".join(text[:LONGEST_NAME].split())
    rest, bracketed = _take_brackets(full)
    parts = _Parts()
    before, comma, after = rest.partition(",")
    words = _words(f"{before} {after}")
    parts.left = list(enumerate(words))
    _take_father(parts, bracketed)
    if comma and _words(before) and _words(after):
        _take_before_comma(parts, len(_words(before)))
    else:
        _take_family(parts, script_of(full))
    _take_given(parts)
    return _told(full, parts)


def initial_fits(initial: str, name: str) -> bool:
    """Tell whether a letter can stand for a name, also across scripts: «Հ.» for Гайк or Айк."""
    letter = "".join(filter(str.isalpha, initial))[:1]
    if not letter or not name:
        return False
    if letter.casefold() == name[:1].casefold():
        return True
    keys = word_keys(name)
    starts = {key[:1] for key in keys.first | keys.with_h}
    return not word_keys(letter).first.isdisjoint(starts) or (
        letter in "ՀհHhГгХхҺһ" and script_of(name) is not script_of(letter) and bool(starts & _OPEN)
    )


_OPEN = frozenset("aeiouygx")


def _words(text: str) -> list[str]:
    """Give the words of a text; «А.В.» is parted, "oğlu" stays a word."""
    spaced = re.sub(r"(?<=\b\w\.)(?=\w)", " ", text.replace(";", " "))
    words = [word.strip("«»\"“”':*") for word in spaced.split()]
    return [word for word in words if any(map(str.isalpha, word))][:_WORDS_AT_MOST]


# --- The father ---------------------------------------------------------------------------------


def _take_brackets(full: str) -> tuple[str, str]:
    """Take "(father: Aram)" out of a line; other brackets say nothing about parts."""
    father = ""
    for inner in _BRACKETS.findall(full):
        label, colon, name = inner.replace("՝", ":").replace("`", ":").partition(":")
        if colon and label.strip().lower() in _forms()["father"]:
            father = name.strip()
            continue
        named = next((w for w in _forms()["father"] if inner.lower().startswith(f"{w} ")), None)
        found = father_of(inner)
        if named:
            father = inner[len(named) :].strip()
        elif found and found.marked and not father:
            father = inner.strip()
    return _BRACKETS.sub(" ", full), father


def _take_father(parts: _Parts, bracketed: str) -> None:
    """Take what has the form of a patronymic: -ович, "Aram oğlu", the words of a bracket."""
    if bracketed:
        parts.father = [(_WORDS_AT_MOST, bracketed)]
        return
    for at, (place, word) in enumerate(parts.left):
        if at and sex_of_suffix(word) is not Sex.UNKNOWN:
            parts.father = [parts.left[at - 1], (place, word)]
            del parts.left[at - 1 : at + 1]
            return
    # The first word is a surname like Abramovich more often than a patronymic.
    for at, (_, word) in enumerate(parts.left):
        found = father_of(word) if at and len(parts.left) > 1 else None
        if found and found.sex is not Sex.UNKNOWN and (at > 1 or _names_left(parts, at)):
            parts.father = [parts.left.pop(at)]
            return


def _names_left(parts: _Parts, without: int) -> bool:
    """Tell whether a given name is left if one word is the father's."""
    return any(is_given_name(word) for at, (_, word) in enumerate(parts.left) if at != without)


# --- Family and given ---------------------------------------------------------------------------


def _take_before_comma(parts: _Parts, how_many: int) -> None:
    parts.family = [pair for pair in parts.left if pair[0] < how_many]
    parts.left = [pair for pair in parts.left if pair[0] >= how_many]
    parts.certain = bool(parts.family)


def _take_family(parts: _Parts, script: Script) -> None:
    full_words = [pair for pair in parts.left if not _INITIALS.match(pair[1])]
    if not full_words:
        return
    marks = {place: _family_mark(word, full_words) for place, word in full_words}
    best = max(marks.values())
    chosen = [pair for pair in full_words if marks[pair[0]] == best]
    parts.certain = len(chosen) == 1 and (best > 0 or min(marks.values()) < 0)
    if len(full_words) == 1 and best < 0:
        return  # one word, and it is a given name
    # Nothing tells: lists begin with the family, running Latin text ends with it.
    last = script is Script.LATIN and not parts.father and not _has_own_letters(full_words)
    family = chosen[-1 if last else 0]
    parts.family = _with_particle(parts, family)
    parts.left = [pair for pair in parts.left if pair not in parts.family]


def _family_mark(word: str, beside: list[tuple[int, str]]) -> int:
    """Weigh how much a word looks like a surname: its ending, its capitals, its being no given."""
    ending = family_ending(word_keys(word))
    loud = word.isupper() and len(word) > 2 and not all(one.isupper() for _, one in beside)
    known = is_given_name(word)
    return (
        4 * loud
        + (3 if ending == "strong" else int(ending == "weak" and not known))
        - 2 * (known and ending != "strong")
    )


@lru_cache(maxsize=65_536)
def family_ending(keys: WordKeys) -> str:
    """Tell whether a word ends like a surname: `strong`, `weak`, or the empty string."""
    forms = _forms()
    for strength in ("strong", "weak"):
        if any(
            key.endswith(ending) and len(key) > len(ending) + 1
            for key in keys.first
            for ending in forms[strength]
        ):
            return strength
    return ""


def _with_particle(parts: _Parts, family: tuple[int, str]) -> list[tuple[int, str]]:
    before = [pair for pair in parts.left if pair[0] == family[0] - 1 and _is_particle(pair[1])]
    after = [
        pair
        for pair in parts.left
        if pair[0] == family[0] + 1 and word_keys(pair[1]).first & set(_ZADE)
    ]
    return [*before, family, *after]


def _is_particle(word: str) -> bool:
    return word.strip("-֊.").lower() in _forms()["priest"]


def _has_own_letters(words: list[tuple[int, str]]) -> bool:
    """Tell Azerbaijani lists, which begin with the family, from running English."""
    return any(letter in "əğışçöüƏĞİŞÇÖÜ" for _, word in words for letter in word)


def _take_given(parts: _Parts) -> None:
    """Share out what is left: the given name, then the father's where the region writes one."""
    if not parts.left:
        return
    if parts.father or len(parts.left) == 1:
        parts.given = parts.left
        lone = parts.left[0][1]
        if not parts.father and parts.family and _is_genitive(lone):
            parts.given, parts.father = [], parts.left
        return
    if not _of_the_region(parts):
        parts.given = parts.left  # John William Smith: a second given name is not a father
        return
    parts.given, parts.father = parts.left[:1], parts.left[1:]
    if _is_genitive(parts.given[0][1]) and is_given_name(parts.father[-1][1]):
        parts.given, parts.father = parts.father[-1:], parts.given  # «Արամի Տիգրան»


def _is_genitive(word: str) -> bool:
    """Tell «Հակոբյան Արամի»: the given name is missing, the father's stands there."""
    found = father_of(word)
    return bool(
        found
        and found.marked
        and script_of(word) is Script.ARMENIAN
        and any(map(is_given_name, found.bases))
    )


def _of_the_region(parts: _Parts) -> bool:
    """Tell whether the people who write this name write the father's name after the given."""
    words = [word for _, word in (*parts.family, *parts.left)]
    return any(
        script_of(word) in {Script.ARMENIAN, Script.CYRILLIC}
        or family_ending(word_keys(word)) == "strong"
        for word in words
    )


# --- What was told ------------------------------------------------------------------------------


def _told(full: str, parts: _Parts) -> ReadName:
    family, given, father = map(_joined, (parts.family, parts.given, parts.father))
    found = father_of(father)
    particles = [word for _, word in parts.family if _is_particle(word) and len(parts.family) > 1]
    prefix = re.match(r"(\w+)[-֊]", family)
    if prefix and _is_particle(prefix[1]):
        particles.append(prefix[1])
    letters = [word for _, word in (*parts.given, *parts.father) if _INITIALS.match(word)]
    return ReadName(
        full=full,
        family=family,
        given=given,
        father=father,
        father_bases=found.bases if found and not found.initial else (),
        father_certain=bool(found and found.certain),
        initials=tuple(letters),
        particles=tuple(particles),
        order=_order(parts),
        script=script_of(full),
        sex=_sex(family, given, found.sex if found else Sex.UNKNOWN),
        certain=parts.certain,
        mixed=any(word_keys(word).mixed for word in _words(full)),
    )


def _joined(pairs: list[tuple[int, str]]) -> str:
    return " ".join(word for _, word in sorted(pairs))


def _order(parts: _Parts) -> NameOrder:
    first = [
        (pairs[0][0], letter)
        for pairs, letter in ((parts.family, "F"), (parts.given, "G"), (parts.father, "P"))
        if pairs
    ]
    letters = "".join(letter for _, letter in sorted(first))
    return NameOrder(letters) if letters in NameOrder else NameOrder.UNKNOWN


def _sex(family: str, given: str, of_father: Sex) -> Sex:
    """Give the sex on which all that tells it agree."""
    of_family = Sex.UNKNOWN
    if any(re.search(r"(?:[oe]va|skaya?)$", key) for key in word_keys(family).first):
        of_family = Sex.FEMALE
    told = {of_father, of_family, sex_of_given_name(given)} - {Sex.UNKNOWN}
    return told.pop() if len(told) == 1 else Sex.UNKNOWN


@cache
def _forms() -> dict[str, frozenset[str]]:
    # The file is ours: tests/search/test_tables.py checks its form.
    table = translit_table("name_forms")
    flat = cast("dict[str, list[str]]", {k: v for k, v in table.items() if isinstance(v, list)})
    family = cast("dict[str, list[str]]", table["family"])
    return {
        kind: frozenset(word.lower() for word in words) for kind, words in (flat | family).items()
    }
