"""Invents words that mean nothing and occur nowhere else, in four languages, from a seed."""

from __future__ import annotations

import random

_SYLLABLES = {
    "hy": "ղաճ ծող խեր ջիմ վոր ձաղ թեգ ռուփ շիծ քոճ հաֆ նիջ բեխ դոռ պաձ մեթ ցող լիխ զոջ ժաք",
    "ru": "жуд щер бац хвем рыл шоп гюз тырк мелд фоч зюв кяр дошт вырб пулк нец лахм чиг",
    "en": "brav quod flim zorb wuld krin vesp jolt phax thrum gwen plick drub skaw nurf chog",
    "az": "qəğ şöv çüm ığd xəl zöb güf yəc töş dıq mürğ söx bəv lüq fəç kıv nöq həş",
}
_OPENING = 6
_ENDINGS = {
    "hy": {"family": "յան", "given": "ար"},
    "ru": {"family": "ищев", "given": "омир"},
    "en": {"family": "wick", "given": "bert"},
    "az": {"family": "zadə", "given": "əddin"},
}
SCRIPTS = {"hy": "Armn", "ru": "Cyrl", "en": "Latn", "az": "Latn"}


class Words:
    """A source of words; none is given twice."""

    def __init__(self, seed: int) -> None:
        self._dice = random.Random(seed)  # noqa: S311  # invented people, not secrets
        self._given: set[str] = set()

    def word(self, lang: str) -> str:
        """Give a word of four syllables that was never given before.

        Its first syllable opens words only, so that no word is made of the ends of two others:
        whoever looks for it does not heed spaces.
        """
        syllables = _SYLLABLES[lang].split()
        while True:
            made = self._dice.choice(syllables[:_OPENING]) + "".join(
                self._dice.choice(syllables[_OPENING:]) for _ in range(3)
            )
            if made not in self._given:
                self._given.add(made)
                return made

    def phrase(self, lang: str, words: int = 3) -> str:
        """Give some words, the first with a capital."""
        made = " ".join(self.word(lang) for _ in range(words))
        return made[:1].upper() + made[1:]

    def name(self, lang: str, part: str) -> str:
        """Give a family or given name."""
        made = self.word(lang) + _ENDINGS[lang][part]
        return made[:1].upper() + made[1:]

    def digits(self, count: int) -> str:
        """Give a number of so many digits, none twice."""
        while True:
            made = "".join(self._dice.choice("123456789") for _ in range(count))
            if made not in self._given:
                self._given.add(made)
                return made

    def telephone(self) -> str:
        """Give a telephone number, grouped as people write it."""
        number = self.digits(8)
        return f"+374 {number[:2]} {number[2:5]}-{number[5:]}"

    def hash(self) -> str:
        """Give sixty-four hexadecimal digits."""
        return "".join(self._dice.choice("0123456789abcdef") for _ in range(64))

    def chance(self, share: float) -> bool:
        """Say yes in this share of all questions."""
        return self._dice.random() < share

    def of[T](self, *choices: T) -> T:
        """Choose one of several."""
        return self._dice.choice(choices)

    def some[T](self, choices: list[T], least: int, most: int) -> list[T]:
        """Choose several, in the order in which they stand."""
        chosen = self._dice.sample(range(len(choices)), self._dice.randint(least, most))
        return [choices[at] for at in sorted(chosen)]

    def number(self, least: int, most: int) -> int:
        """Give a number between two."""
        return self._dice.randint(least, most)
