"""The office as papers and headers name it."""

from __future__ import annotations

from dataclasses import dataclass

#: The facts of an office that tell how it is reached.
CONTACT = (
    "address_en", "address_hy", "address_ru", "telephone", "fax", "email", "person_to_contact",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Office:
    """Name in three languages, the prefix of case numbers, and whether this is the sample."""

    name_en: str = ""
    name_hy: str = ""
    name_ru: str = ""
    prefix: str = "HRD"
    is_sample: bool = False
    #: How readers of papers reach the office.
    address_en: str = ""
    address_hy: str = ""
    address_ru: str = ""
    telephone: str = ""
    fax: str = ""
    email: str = ""
    #: Whom a court may ring about an urgent request, with function and numbers.
    person_to_contact: str = ""

    def address(self, lang: str) -> str:
        """Give the office's address in a language, else in English."""
        return {"hy": self.address_hy, "ru": self.address_ru}.get(lang, "") or self.address_en

    def name(self, lang: str) -> str:
        """Give the office's name in a language, else in English."""
        return {"hy": self.name_hy, "ru": self.name_ru}.get(lang, "") or self.name_en
