"""Hold a translation of an exhibit while it is typed; no window here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from app.i18n import Translator
from app.shapes.exhibits import ExhibitView, TranslationView
from app.shapes.requests.exhibits import SaveTranslation
from app.ui.exhibits.intake_draft import Problems, date_problem
from app.ui.forms.typed import shown_typed, typed_date
from app.wording.field_names import field_name
from app.wording.languages import language_name

COMPARED: Final = (
    "from_lang",
    "lang",
    "words",
    "paper",
    "translator",
    "certified_by",
    "certified",
)


@dataclass(frozen=True, slots=True)
class TranslationDraft:
    """What stands in the form; languages by their codes, the day as it is typed."""

    from_lang: str = ""
    lang: str = ""
    words: str = ""
    paper: str = ""
    translator: str = ""
    certified_by: str = ""
    certified: str = ""

    @classmethod
    def of(cls, one: TranslationView) -> TranslationDraft:
        """Open a translation for correction."""
        return cls(
            from_lang=one.from_lang,
            lang=one.lang,
            words=one.words,
            paper=one.paper.number if one.paper else "",
            translator=one.translator,
            certified_by=one.certified_by,
            certified=shown_typed(one.certified),
        )

    def problems(self, today: date) -> Problems:
        """List what stops a save."""
        found: Problems = []
        if not self.lang:
            found.append(("lang", lambda t: t.say("Choose into which language it is.")))
        elif self.lang == self.from_lang:
            found.append(
                (
                    "lang",
                    lambda t: t.say("A translation is into another language than its original."),
                )
            )
        if not self.words and not self.paper:
            found.append(
                ("words", lambda t: t.say("Write what it says, or name the exhibit that it is."))
            )
        found += date_problem("certified", self.certified, today)
        if self.certified and not self.certified_by:
            found.append(("certified_by", lambda t: t.say("Write who certified it.")))
        return found

    def request(self, view: ExhibitView, one: TranslationView | None) -> SaveTranslation:
        """Give it as the register takes it; raises NotADate."""
        return SaveTranslation(
            exhibit_id=view.row.id,
            lang=self.lang,
            from_lang=self.from_lang,
            words=self.words,
            paper=self.paper,
            translator=self.translator,
            certified_by=self.certified_by,
            certified=typed_date(self.certified),
            translation_id=one.id if one else None,
            version=one.version if one else None,
        )


def field_words(field: str, t: Translator) -> str:
    """Name a field, where two versions are compared."""
    named = {"lang": t.say("Into which language"), "words": field_name("translation", t)}
    return named.get(field) or field_name(field, t)


def value_words(field: str, value: object, t: Translator) -> str:
    """Say a value, where two versions are compared."""
    told = str(value or "")
    return language_name(told, t) if field in {"lang", "from_lang"} and told else told
