"""Finds people's names in running words of three languages, however they are inflected."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.search.given_names import is_given_name
from app.search.keys import Tier, WordKeys, meeting, word_keys
from app.search.name_forms import form_of
from app.search.scripts import script_of
from app.shapes.briefs import NameBrief
from app.shapes.private_text import Finding, PrivateKind
from models.vocabulary.people import Script

_WORD = re.compile(r"[^\W\d_]{1,60}(?:[’'՚ʼ]s(?!\w))?")
_INITIAL = re.compile(r"[A-ZА-ЯЁԱ-Ֆ](?=\.)")
_SHORTEST = 3
_SHORTEST_FAMILY = 4
_BETWEEN = re.compile(r"[\s\u00a0.,()«»\"֊-]{1,4}")

#: Endings that a name takes in a sentence, and what stood there before; the longest first.
_HY_ENDINGS = (
    "ներից", "ներով", "ներին", "ների", "ները", "ներ", "ենց", "ենք",
    "ուց", "ում", "ից", "ին", "ով", "ի", "ը", "ն", "ս", "ու",
)  # fmt: skip
_RU_ENDINGS = (
    ("ыми", ""), ("ами", ""), ("ого", ""), ("ому", ""), ("ых", ""), ("ым", ""), ("ом", ""),
    ("ем", ""), ("ой", ""), ("ей", ""), ("ам", ""), ("ах", ""), ("ов", ""), ("а", ""), ("у", ""),
    ("е", ""), ("ы", ""), ("ем", "й"), ("я", "й"), ("ю", "й"), ("я", "ь"), ("ю", "ь"),
    ("ы", "а"), ("е", "а"), ("у", "а"), ("ой", "а"), ("и", "я"), ("ю", "я"), ("ей", "я"),
    ("ой", "ый"), ("ую", "ая"), ("ого", "ий"), ("ому", "ий"), ("им", "ий"),
)  # fmt: skip
#: What ends as surnames do and is none: adjectives of lands and months, peoples, «-ության».
_NO_NAMES = frozenset(
    (
        "հայաստանյան", "արցախյան", "ղարաբաղյան", "ռուսաստանյան", "ադրբեջանյան", "վրաստանյան",
        "իրանյան", "սյունյան", "շիրակյան", "լոռյան", "արարատյան", "կովկասյան", "անդրկովկասյան",
        "ամերիկյան", "հունվարյան", "փետրվարյան", "մարտյան", "ապրիլյան", "մայիսյան", "հունիսյան",
        "հուլիսյան", "օգոստոսյան", "սեպտեմբերյան", "հոկտեմբերյան", "նոյեմբերյան", "դեկտեմբերյան",
        "ամյան", "օրյան", "армян", "россиян", "крестьян", "селян", "христиан", "землян", "дворян",
    )
)  # fmt: skip
_NO_ENDING = re.compile("(?:ության|կայան)$")
_YAN = re.compile(r"(?:յանց?|ունց|янц?|унц|[yj]an(?:t?s)?|unts)$")


@dataclass(frozen=True, slots=True)
class _Heard:
    """A word of the text with what it may be in the nominative."""

    start: int
    end: int
    written: str
    keys: tuple[WordKeys, ...]
    capital: bool
    initial: bool = False


@dataclass(frozen=True, slots=True)
class _Person:
    """Another person's name by its parts, as keys."""

    family: tuple[WordKeys, ...]
    given: tuple[WordKeys, ...]


def names_found(
    text: str, others: Sequence[NameBrief], own: Sequence[NameBrief]
) -> Iterator[Finding]:
    """Yield other people's names: first of those named in `others`, then what reads like one."""
    heard = [_heard(match, text) for match in _WORD.finditer(text)]
    heard = [one for one in heard if one.initial or len(one.written) >= _SHORTEST]
    himself = [word_keys(word) for name in own for word in _words_of(name)]
    strange = [one.initial or not _meets(one, himself) for one in heard]
    people = [_person(name) for name in others]
    index = _index(people)
    for at, one in enumerate(heard):
        if one.initial or not (one.capital or _ends_like_family(one)):
            continue
        known = [people[i] for i in sorted(_near(one, index))]
        whole = _span(text, heard, strange, at, known)
        if whole is not None:
            yield _finding(PrivateKind.PERSON, text, heard, *whole)
        elif _reads_like_name(text, heard, strange, at):
            yield _finding(PrivateKind.NAME, text, heard, *_neighbours(text, heard, strange, at))


def surnames_in(text: str) -> Iterator[WordKeys]:
    """Yield the keys of the words that could be a family name, in each form they may come from."""
    seen: set[str] = set()
    for match in _WORD.finditer(text):
        one = _heard(match, text)
        if one.initial or len(one.written) < _SHORTEST_FAMILY:
            continue
        likely = _ends_like_family(one) or (one.capital and not is_given_name(one.written))
        if likely and one.written not in seen:
            seen.add(one.written)
            yield from one.keys


# --- Words of the text -------------------------------------------------------------------------


def _heard(match: re.Match[str], text: str) -> _Heard:
    written = re.sub(r"[’'՚ʼ]s$", "", match[0])
    initial = len(written) == 1 and _INITIAL.match(text, match.start()) is not None
    return _Heard(
        match.start(),
        match.start() + len(written),
        written,
        _forms(written) if len(written) >= _SHORTEST else (),
        written[:1].isupper(),
        initial,
    )


@lru_cache(maxsize=16_384)
def _forms(word: str) -> tuple[WordKeys, ...]:
    """Give the keys of a word as it stands and of each nominative it may come from."""
    bare = [word]
    script = script_of(word)
    if script is Script.ARMENIAN:
        bare += [word[: -len(end)] for end in _HY_ENDINGS if word.lower().endswith(end)]
        if word.lower().endswith(("յին", "յի", "յից", "յով")):  # Անահիտա-յի
            bare += [re.sub(r"յ(?:ին|ի|ից|ով)$", "", word)]
    elif script is Script.CYRILLIC:
        bare += [
            word[: -len(end)] + give for end, give in _RU_ENDINGS if word.lower().endswith(end)
        ]
    kept = [one for one in dict.fromkeys(bare) if len(one) >= _SHORTEST]
    return tuple(keys for keys in map(word_keys, kept) if keys.first)


def _ends_like_family(one: _Heard) -> bool:
    """Tell whether a word ends as the surnames of the region do and is no other word."""
    forms = [keys.raw.lower() for keys in one.keys]
    if any(form in _NO_NAMES or _NO_ENDING.search(form) for form in forms):
        return False
    return any(len(form) > _SHORTEST_FAMILY and _YAN.search(form) for form in forms)


# --- People ------------------------------------------------------------------------------------


def _words_of(name: NameBrief) -> list[str]:
    form = form_of(name)
    parts = (form.family, form.given, form.father, name.father_base, *form.fathers)
    return [word for part in parts for word in re.split(r"[\s-]+", part) if len(word) > 1]


@lru_cache(maxsize=16_384)
def _person(name: NameBrief) -> _Person:
    form = form_of(name)
    family = form.family or (form.lone if not form.given else "")
    return _Person(
        tuple(word_keys(w) for w in family.split() if len(w) >= _SHORTEST_FAMILY),
        tuple(word_keys(w) for w in form.given.split() if len(w) > 1),
    )


def _index(people: Sequence[_Person]) -> dict[str, set[int]]:
    index: dict[str, set[int]] = {}
    for at, person in enumerate(people):
        for keys in person.family:
            for key in keys.indexed | keys.family | keys.aliases:
                index.setdefault(key, set()).add(at)
    return index


def _near(one: _Heard, index: dict[str, set[int]]) -> set[int]:
    if len(one.written) < _SHORTEST_FAMILY:
        return set()
    return {
        at
        for keys in one.keys
        for key in keys.indexed | keys.family | keys.aliases
        for at in index.get(key, ())
    }


def _meets(one: _Heard, others: Iterable[WordKeys]) -> bool:
    others = list(others)
    return any(
        (met := meeting(mine, other)) is not None and met.tier <= Tier.CANDIDATE
        for mine in one.keys
        for other in others
    )


# --- What is pointed at ------------------------------------------------------------------------


def _span(
    text: str, heard: Sequence[_Heard], strange: Sequence[bool], at: int, known: Sequence[_Person]
) -> tuple[int, int] | None:
    """Give the first and last word of another person's name around the family name at `at`."""
    meant = [person for person in known if _meets(heard[at], person.family)]
    if not meant:
        return None
    beside = [n for n in _beside(text, heard, at) if strange[n] and not heard[n].initial]
    given = [n for n in beside if any(_meets(heard[n], person.given) for person in meant)]
    if given:
        return min(at, *given), max(at, *given)
    # His own family's name is no sign of another; a common word that sounds like a name neither.
    return _neighbours(text, heard, strange, at) if strange[at] else None


def _beside(text: str, heard: Sequence[_Heard], at: int) -> list[int]:
    """Give the words that stand at most two away with nothing but blanks between."""
    found: list[int] = []
    for step in (-1, 1):
        here = at
        for _ in range(2):
            there = here + step
            if not 0 <= there < len(heard):
                break
            left, right = sorted((here, there))
            if not _BETWEEN.fullmatch(text[heard[left].end : heard[right].start]):
                break
            found.append(there)
            here = there
    return found


def _reads_like_name(text: str, heard: Sequence[_Heard], strange: Sequence[bool], at: int) -> bool:
    """Tell whether somebody seems to be named: a surname, or one beside a given name.

    His own family's name with a given name that is not his speaks of a relative.
    """
    one = heard[at]
    if not one.capital:
        return False
    if strange[at] and _ends_like_family(one):
        return True
    around = _neighbours(text, heard, strange, at)
    if around == (at, at) or is_given_name(one.written):
        return False
    return _ends_strongly(one) or (heard[around[0]].initial and _inside(text, heard[around[0]]))


def _inside(text: str, one: _Heard) -> bool:
    """Tell whether a letter stands inside a line: at its start it may number a paragraph."""
    before = text[max(0, one.start - 8) : one.start].rstrip(" \u00a0")
    return bool(before) and not before.endswith("\n")


def _ends_strongly(one: _Heard) -> bool:
    return any(_STRONG.search(key) for keys in one.keys for key in keys.first)


_STRONG = re.compile(r"(?<=..)(?:yan|[oe]va?|ski|skaya?|zad[ae]|awvili|enko|li|lu)$")


def _is_given(one: _Heard) -> bool:
    return one.capital and any(is_given_name(keys.raw) for keys in one.keys)


def _neighbours(
    text: str, heard: Sequence[_Heard], strange: Sequence[bool], at: int
) -> tuple[int, int]:
    """Give the words around a family name that belong to it: initials and given names."""
    first = last = at
    while first and strange[first - 1] and _belongs(text, heard, first - 1, first):
        first -= 1
    while last + 1 < len(heard) and strange[last + 1] and _belongs(text, heard, last + 1, last):
        last += 1
    return first, last


def _belongs(text: str, heard: Sequence[_Heard], candidate: int, beside: int) -> bool:
    left, right = sorted((candidate, beside))
    between = text[heard[left].end : heard[right].start]
    near = re.fullmatch(r"\.?[\s\u00a0]{0,2}", between) is not None
    ended = between.startswith(".") and not heard[left].initial
    return near and not ended and (heard[candidate].initial or _is_given(heard[candidate]))


def _finding(
    kind: PrivateKind, text: str, heard: Sequence[_Heard], first: int, last: int
) -> Finding:
    start, end = heard[first].start, heard[last].end
    if heard[last].initial and text[end : end + 1] == ".":
        end += 1
    return Finding(kind, start, end, text[start:end])
