"""Where long Armenian and Russian words may part in running text (`paper.md` 11)."""

from __future__ import annotations

from functools import cache, lru_cache

import pyphen

from app.reports.pdf.unbroken import NO_BREAK

_ARMENIAN_VOWELS = frozenset("աեէըիոօու")
_ARMENIAN_FROM = 12
_RUSSIAN_FROM = 11
_EACH_SIDE = 3
_LONGEST = 60  # what is longer is no word
_VOWELS = _ARMENIAN_VOWELS | frozenset("аеёиоуыэюяaeiouyəıöü")
_FURTHEST_BACK = 8  # letters that a line may stay short by
_FEW = 2  # letters on either side of a cut that nothing but the width of a cell forces


@lru_cache(maxsize=4096)
def break_points(word: str) -> tuple[int, ...]:
    """Return the indices in `word` before which it may part; none for names and short words.

    A word that opens with a capital may be a name and stays whole.
    """
    start, end = _core(word)
    core = word[start:end]
    if len(core) > _LONGEST or core[:1].isupper() or not core.isalpha():
        return ()
    if _all_between(core, "\u0561", "\u0587"):
        points = _armenian(core) if len(core) >= _ARMENIAN_FROM else ()
    elif _all_between(core, "\u0430", "\u0451"):
        points = _russian(core) if len(core) >= _RUSSIAN_FROM else ()
    else:
        points = ()
    return tuple(start + point for point in points)


def cut_before(text: str, end: int, start: int) -> int:
    """Return where a name too long for its line is best cut, at `end` or a little before it.

    After a hyphen of its own, else before a consonant that a vowel follows; else as late as the
    line allows. Nothing before `start` is looked at.
    """
    least = max(start + _FEW, end - _FURTHEST_BACK)
    for index in range(end, least - 1, -1):
        if text[index - 1] == "-":
            return index
    for index in range(min(end, len(text) - _FEW), least - 1, -1):
        before, here, after = (char.lower() for char in text[index - 1 : index + 2])
        if before.isalpha() and _is_well_cut(before, here, after):
            return index
    return end


def _is_well_cut(before: str, here: str, after: str) -> bool:
    vowel_sign = before == "ո" and here == "ւ"  # ու is one letter
    return not vowel_sign and here.isalpha() and here not in _VOWELS and after in _VOWELS


def _core(word: str) -> tuple[int, int]:
    start, end = word.rfind(NO_BREAK) + 1, len(word)  # behind a word that is held to this one
    while start < end and not word[start].isalpha():
        start += 1
    while end > start and not word[end - 1].isalpha():
        end -= 1
    return start, end


def _all_between(word: str, first: str, last: str) -> bool:
    return all(first <= char <= last for char in word)


def _armenian(word: str) -> tuple[int, ...]:
    """Part before a consonant that a vowel follows; ու counts as one letter.

    A յ between a consonant and a vowel stays with both: -նյութ, -թյուն.
    """
    points: list[int] = []
    for index in range(_EACH_SIDE, len(word) - _EACH_SIDE + 1):
        if word[index - 1] == "ո" and word[index] == "ւ":
            continue
        consonant = word[index] not in _ARMENIAN_VOWELS and word[index] not in "ւև"
        if not consonant or not _opens_syllable(word, index):
            continue
        points.append(index)
    return tuple(points)


def _opens_syllable(word: str, index: int) -> bool:
    """Tell whether a vowel follows a consonant, at once or behind a յ that glides into it."""
    after = word[index + 1 : index + 3]
    if after[:1] == "յ":
        return after[1:] != "" and after[1] in _ARMENIAN_VOWELS and word[index] != "յ"
    glides = word[index] == "յ" and word[index - 1] not in _ARMENIAN_VOWELS
    return after[:1] != "" and after[0] in _ARMENIAN_VOWELS and not glides


def _russian(word: str) -> tuple[int, ...]:
    positions = _dictionary().positions(word)
    return tuple(p for p in positions if _EACH_SIDE <= p <= len(word) - _EACH_SIDE)


@cache
def _dictionary() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="ru_RU")
