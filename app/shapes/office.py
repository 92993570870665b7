"""The office as papers and headers name it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Office:
    """Name in three languages, the prefix of case numbers, and whether this is the sample."""

    name_en: str = ""
    name_hy: str = ""
    name_ru: str = ""
    prefix: str = "HRD"
    is_sample: bool = False

    def name(self, lang: str) -> str:
        """Give the office's name in a language, else in English."""
        return {"hy": self.name_hy, "ru": self.name_ru}.get(lang, "") or self.name_en
