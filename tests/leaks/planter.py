"""Plants invented words in a case's fields: each is then looked for in the papers."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

from app.shapes.case_report import (
    Cite,
    Known,
    Narrative,
    PlaceWords,
    Wording,
)
from models.vocabulary.families import ConsentScope
from models.vocabulary.partial_date import PartialDate
from tests.leaks.invented_words import Words

LANGUAGES = ("hy", "ru", "en", "az")


class Planter:
    """Says invented things in one language, and remembers what it said of which field."""

    def __init__(self, seed: int, words: Words) -> None:
        self.seed = seed
        self.words = words
        self.lang = LANGUAGES[seed % len(LANGUAGES)]
        self.planted: dict[str, list[str]] = defaultdict(list)
        self.day = date(2020, 9, 27) + timedelta(days=seed % 40)

    def keep(self, field: str, value: str) -> str:
        self.planted[field].append(value)
        return value

    def say(self, field: str, words: int = 4) -> str:
        return self.keep(field, self.words.phrase(self.lang, words))

    def name(self, field: str, lang: str = "") -> str:
        lang = lang or self.lang
        return self.keep(
            field, f"{self.words.name(lang, 'family')} {self.words.name(lang, 'given')}"
        )

    def wording(self, field: str, words: int = 3) -> Wording:
        said = {lang: self.words.phrase(lang, words) for lang in LANGUAGES}
        self.planted[field] += said.values()
        return Wording(**said)

    def narrative(self, field: str) -> Narrative:
        return Narrative(self.say(field, 9), self.lang)

    def next_day(self) -> PartialDate:
        self.day += timedelta(days=self.words.number(1, 4))
        return PartialDate.on(self.day)

    def known(self, field: str, cite: Cite) -> Known[str]:
        return Known(
            self.say(field),
            asked=True,
            asked_note=self.say("Known.asked_note"),
            cites=(cite,),
            also_said=(Known(self.say(f"{field}, as others say"), cites=(cite,)),),
        )

    def place(self, field: str) -> PlaceWords:
        return PlaceWords(
            names=self.wording(f"{field}.names", 1),
            region=self.wording(f"{field}.region", 1),
            as_reported=self.say("PlaceWords.as_reported"),
            precision="EXACT",
            also_called=(self.say(f"{field}.also_called", 1),),
            coordinates=self.keep(
                "PlaceWords.coordinates",
                f"39.{self.words.digits(4)} N, 46.{self.words.digits(4)} E",
            ),
        )


def scope_of(scope: ConsentScope) -> str:
    """Say whose consent this is: a court is told who authorised it, and of no other one."""
    return scope.value if scope is ConsentScope.SHARE_COURT else "another scope"
