"""Invented men by the hundred thousand: names common and rare as names are, in three scripts."""

from __future__ import annotations

import bisect
import random
import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from app.paths import resources
from app.shapes.briefs import NameBrief
from models.vocabulary.people import Script

_ONSETS = [
    "Լուս",
    "Քար",
    "Նմուշ",
    "Ծով",
    "Օրին",
    "Այգ",
    "Ձոր",
    "Արև",
    "Վարդ",
    "Հող",
    "Շող",
    "Ցորեն",
    "Մեղր",
    "Կաղն",
    "Թթեն",
    "Սոս",
    "Բարդ",
    "Հաց",
]
_ENDS = [
    "աձոր",
    "աբերդ",
    "ասար",
    "ակ",
    "եստ",
    "ագյուղ",
    "աձագ",
    "աշեն",
    "ատուն",
    "աթուր",
    "իկ",
    "ուկ",
    "աքար",
    "ահող",
    "աջուր",
    "ածաղ",
]
_RU = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        [
            "а",
            "б",
            "г",
            "д",
            "е",
            "з",
            "э",
            "ы",
            "т",
            "ж",
            "и",
            "л",
            "х",
            "ц",
            "к",
            "",
            "дз",
            "г",
            "ч",
            "м",
            "й",
            "н",
            "ш",
            "о",
            "ч",
            "п",
            "дж",
            "р",
            "с",
            "в",
            "т",
            "р",
            "ц",
            "в",
            "п",
            "к",
            "о",
            "ф",
        ],
        strict=True,
    )
)
_EN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        [
            "a",
            "b",
            "g",
            "d",
            "e",
            "z",
            "e",
            "y",
            "t",
            "zh",
            "i",
            "l",
            "kh",
            "ts",
            "k",
            "h",
            "dz",
            "gh",
            "ch",
            "m",
            "y",
            "n",
            "sh",
            "o",
            "ch",
            "p",
            "j",
            "r",
            "s",
            "v",
            "t",
            "r",
            "ts",
            "v",
            "p",
            "k",
            "o",
            "f",
        ],
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Invented:
    """One invented man: the forms of his name, the first of them his own."""

    forms: tuple[NameBrief, ...]


def russian(word: str) -> str:
    """Write an Armenian word as Russian lists do: Հ is gone, or г."""
    small = word.lower().replace("ու", "у").replace("յա", "я").replace("և", "ев")
    if small[0] == "հ" and small[1] not in "աո":
        small = f"г{small[1:]}"
    if small[0] == "յ" or small[0] == "ե":
        small = f"е{small[1:]}"
    return "".join(_RU.get(letter, letter) for letter in small).capitalize()


def english(word: str) -> str:
    """Write an Armenian word as passports do."""
    small = word.lower().replace("ու", "u").replace("և", "ev")
    if small[0] == "ո":
        small = f"vo{small[1:]}"
    if small[0] == "ե":
        small = f"ye{small[1:]}"
    return "".join(_EN.get(letter, letter) for letter in small).capitalize()


@cache
def _given(lang: str) -> tuple[str, ...]:
    table = tomllib.loads((resources() / "translit" / "given_names.toml").read_text("utf-8"))
    names = table["male"][lang].split()
    random.Random(lang).shuffle(names)  # noqa: S311  # whose name is common is no secret
    return tuple(names)


@cache
def _families() -> tuple[str, ...]:
    made = [f"{name.rstrip('իո')}յան" for name in _given("hy")]
    tail = [f"{one}{end}յան" for one in _ONSETS for end in _ENDS]
    tail += [f"{one}{end}{more}յան" for one in _ONSETS for end in _ENDS for more in _ENDS]
    random.Random(4).shuffle(tail)  # noqa: S311  # see above
    return (*made, *tail)


@cache
def _zipf(size: int, flat: int) -> tuple[float, ...]:
    return tuple(accumulate(1 / (rank + flat) for rank in range(size)))


def _pick(chance: random.Random, words: tuple[str, ...], flat: int) -> str:
    weights = _zipf(len(words), flat)
    return words[bisect.bisect(weights, chance.random() * weights[-1])]


def invented(n: int) -> Invented:
    """Give the man of this number, always the same."""
    chance = random.Random(n)  # noqa: S311  # see above
    kind = chance.random()
    if kind < 0.75:
        return Invented(tuple(_armenian(chance)))
    if kind < 0.9:
        return Invented(tuple(_russian(chance)))
    return Invented(tuple(_azerbaijani(chance)))


def _armenian(chance: random.Random) -> list[NameBrief]:
    family = _pick(chance, _families(), 12)
    given, father = _pick(chance, _given("hy"), 8), _pick(chance, _given("hy"), 8)
    genitive = f"{father}յի" if father[-1] in "աո" else f"{father}ի"
    forms = [_form(family, given, genitive, Script.ARMENIAN, "hy")]
    if chance.random() < 0.5:
        his = russian(father)
        patronymic = f"{his.rstrip('аио')}ович"
        forms.append(_form(russian(family), russian(given), patronymic, Script.CYRILLIC, "ru"))
    if chance.random() < 0.5:
        forms.append(_form(english(family), english(given), "", Script.LATIN, "en"))
    return forms


def _russian(chance: random.Random) -> list[NameBrief]:
    names = _given("ru")
    family = f"{_pick(chance, names, 8).rstrip('аяйь')}ов"
    given, father = _pick(chance, names, 8), _pick(chance, names, 8)
    return [_form(family, given, f"{father.rstrip('аяйь')}ович", Script.CYRILLIC, "ru")]


def _azerbaijani(chance: random.Random) -> list[NameBrief]:
    names = _given("az")
    family = f"{_pick(chance, names, 8).rstrip('aəiıoöuü')}ov"
    given, father = _pick(chance, names, 8), _pick(chance, names, 8)
    return [_form(family, given, f"{father} oğlu", Script.LATIN, "az")]


def _form(family: str, given: str, father: str, script: Script, lang: str) -> NameBrief:
    return NameBrief(
        full=" ".join(filter(None, (family, given, father))),
        family=family,
        given=given,
        father=father,
        lang=lang,
        script=script,
    )
