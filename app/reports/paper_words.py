"""The words of one paper in one language: sentences, dates, labels, names and places."""

from __future__ import annotations

from datetime import date, datetime

from app.i18n import LANGUAGES
from app.i18n.translator import Translator
from app.shapes.case_report import Identity, Known, PlaceWords, PrintedName
from app.wording.languages import language_name
from app.wording.vocabulary import codes, label
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate

SCRIPT_OF = {"en": "Latn", "hy": "Armn", "ru": "Cyrl", "az": "Latn"}
NBSP = "\u00a0"
FULL_STOP = {"hy": "։"}
_PROPER = ("Rule 39", "Կարմիր խաչ")  # names with which labels begin
_CHILD = {"MALE": "son", "FEMALE": "daughter"}  # English belongs to the Latin form of a name


class PaperWords:
    """Says everything a paper says; the only place that knows its language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.translator = Translator.open(lang)

    def say(self, text: str, /, **values: object) -> str:
        """Say one sentence; a full stop is not set behind the dot of "г."."""
        return self.translator.say(text, **values).replace("г..", "г.")

    def say_n(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Say one sentence about `n` things."""
        return self.translator.say_n(one, many, n, **values)

    def label(self, list_name: str, code: str) -> str:
        """Return the label of a code of a vocabulary."""
        return label(list_name, code, self.lang)

    def sentence(self, text: str) -> str:
        """Begin with a capital and end with the full stop of the language."""
        stop = FULL_STOP.get(self.lang, ".")
        return self.opening(text if text.endswith((stop, ".", "։", "?", "!", "…")) else text + stop)

    def opening(self, text: str) -> str:
        """Begin with a capital; և becomes Եվ."""
        return "Եվ" + text[1:] if text.startswith("և") else text[:1].upper() + text[1:]

    def inside(self, text: str) -> str:
        """Begin with a small letter, for the middle of a sentence; abbreviations and names stay."""
        kept = text[1:2].isupper() or text.startswith(_PROPER)
        return text if kept else text[:1].lower() + text[1:]

    def quoted(self, words: str) -> str:
        """Put words in the quotation marks of the language."""
        return f"“{words}”" if self.lang == "en" else f"«{words}»"

    # --- dates

    def when(self, when: PartialDate) -> str:
        """Say a date in words with its true precision; words we could not read stand quoted."""
        if when.edtf is None and when.text:
            return self.quoted(when.text)
        return in_words(when, self.lang, nbsp=True)

    def date_in_note(self, when: PartialDate) -> str:
        """Say the day on which something was said; nothing where it is not known."""
        return "" if when.edtf is None and not when.text else self.when(when)

    def names_day(self, title: str, when: PartialDate) -> bool:
        """Tell whether a title says a day itself, in words or in figures."""
        if when.edtf is None:
            return False
        said = in_words(when, self.lang), in_words(when, self.lang, case="figures")
        return any(one in title.replace(NBSP, " ") for one in said)

    def day(self, day: date) -> str:
        """Say a day of the calendar in words."""
        return self.when(PartialDate.parse_edtf(day.isoformat()))

    def zone(self, moment: datetime) -> str:
        """Name the zone of a moment: UTC+4."""
        offset = moment.utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0
        hours, rest = divmod(abs(minutes), 60)
        sign = "-" if minutes < 0 else "+"
        return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")

    # --- facts

    def absent(self, fact: Known[object]) -> str:
        """Say why a fact is not there: asked and not known, or never asked."""
        if not fact.asked:
            return self.say("not recorded")
        if fact.asked_note:
            return self.say("not known – {note}", note=fact.asked_note)
        return self.say("not known")

    def country(self, written: str) -> str:
        """Name a country that was written in any of our languages; another word as it stands."""
        for code in codes("country"):
            if written in {code, *(label("country", code, lang) for lang in LANGUAGES)}:
                return self.label("country", code)
        return written

    def languages(self, written: str) -> str:
        """Name languages that were noted by their codes: "hy, ru"."""
        parts = (part.strip() for part in written.split(","))
        return ", ".join(language_name(part, self.translator) for part in parts)

    # --- names and places

    def name_in(self, identity: Identity, script: str) -> str:
        """Return his accepted name in a script, or nothing."""
        for name in identity.names:
            if name.script == script and not name.kind:
                return self.full_name(name, identity.sex)
        return ""

    def title_names(self, identity: Identity) -> tuple[str, tuple[str, ...]]:
        """Return his name for the title and the other two scripts, own script first."""
        own = SCRIPT_OF[self.lang]
        scripts = [own, *(s for s in (identity.own_script, "Armn", "Latn", "Cyrl") if s != own)]
        names = [self.name_in(identity, script) for script in dict.fromkeys(scripts)]
        names = [name for name in names if name]
        if not names and identity.names:
            names = [self.full_name(identity.names[0], identity.sex)]
        if not names:
            return self.say("name not recorded"), ()
        return names[0], tuple(names[1:])

    def full_name(self, name: PrintedName, sex: str = "") -> str:
        """Return family, given and father's name as that script writes them."""
        if not (name.family or name.given):
            return name.written
        parts = [part for part in (name.family, name.given, name.patronymic) if part]
        full = " ".join(parts)
        if name.script == "Latn" and name.father and not name.patronymic:
            return f"{full}, {_CHILD.get(sex, 'child')} of {name.father}"
        return full

    def place(self, place: PlaceWords) -> str:
        """Name a place in the language of the paper, else as it was reported."""
        name = place.names.best(self.lang)
        region = place.region.best(self.lang)
        if name and region:
            return f"{name}, {region}"
        if name:
            return name
        return self.quoted(place.as_reported) if place.as_reported else self.say("place not known")
