"""The words of a form: one language, or two with " / " between."""

from __future__ import annotations

from dataclasses import dataclass

from app.reports.paper_words import PaperWords

OWN_NAMES = {"en": "English", "hy": "հայերեն", "ru": "русский"}


@dataclass(frozen=True, slots=True)
class FormWords:
    """Says what a form says; labels in the first language and in the second."""

    first: PaperWords
    second: PaperWords | None = None

    @classmethod
    def of(cls, lang: str, second: str = "") -> FormWords:
        """Open one language or two; the same one twice is one."""
        other = PaperWords(second) if second and second != lang else None
        return cls(PaperWords(lang), other)

    def both(self, message: str) -> str:
        """Say a marked message in the first language and in the second."""
        return self._joined(*(words.say(message) for words in self._each()))

    def both_labels(self, list_name: str, code: str) -> str:
        """Name a code in the first language and in the second."""
        return self._joined(*(words.label(list_name, code) for words in self._each()))

    def first_and_second(self, message: str) -> tuple[str, str]:
        """Say a marked message in the first language and, if there is one, in the second."""
        return self.first.say(message), self.second.say(message) if self.second else ""

    def each(self, message: str) -> tuple[str, ...]:
        """Say a marked message in each language, for lines of their own."""
        return tuple(words.say(message) for words in self._each())

    @property
    def languages(self) -> str:
        """Name the languages of the form, each in its own words."""
        return self._joined(*(OWN_NAMES[words.lang] for words in self._each()))

    def _each(self) -> tuple[PaperWords, ...]:
        return (self.first, self.second) if self.second else (self.first,)

    def _joined(self, *said: str) -> str:
        return " / ".join(dict.fromkeys(said))
