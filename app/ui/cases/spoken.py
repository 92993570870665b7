"""Say the small things of a case on screen: dates, days, places, names, units."""

from __future__ import annotations

from datetime import date, datetime

from app.i18n import PSEUDO, Translator
from app.shapes.case_file import CaseFile, EventView, NameView, ServiceView
from app.shapes.places import PlaceView
from app.wording.vocabulary import label
from models.vocabulary.date_words import WordCase, in_words
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import NameKind, Script

SCRIPT_OF = {"hy": Script.ARMENIAN, "ru": Script.CYRILLIC, "en": Script.LATIN}


def when(said: PartialDate, t: Translator, case: WordCase = "sentence") -> str:
    """Say a date in words; words nobody could read stand quoted."""
    if said.edtf is None and said.text:
        return quoted(said.text, t)
    return in_words(said, t.lang, case=case)


def known(said: PartialDate) -> bool:
    """Tell whether anything at all is said of a date."""
    return said.edtf is not None or bool(said.text)


def day(one: date, t: Translator, case: WordCase = "sentence") -> str:
    """Say a day of the calendar."""
    lang = "en" if t.lang == PSEUDO else t.lang
    return in_words(PartialDate.parse_edtf(one.isoformat()), lang, case=case)


def moment(at: datetime, t: Translator) -> str:
    """Say when something was entered, by this computer's clock."""
    local = at.astimezone()
    return t.say("{day}, {time}", day=day(local.date(), t, "table"), time=f"{local:%H:%M}")


def quoted(words: str, t: Translator) -> str:
    """Put words in the quotation marks of the language."""
    return t.say_in("quotation marks", "“{words}”", words=words)


def place_name(place: PlaceView | None, as_reported: str, t: Translator) -> str:
    """Name a place, with its district where that tells it from another; "" when nothing is said."""
    return place.name(t.lang) if place is not None else as_reported


def event_place(event: EventView, t: Translator) -> str:
    """Name where an event happened."""
    return place_name(event.place, event.place_as_reported, t)


def short_number(number: str) -> tuple[str, str]:
    """Part a case number: what tells it apart, and the office and year before it."""
    head, dash, tail = number.rpartition("-")
    return (tail, head) if dash else (number, "")


def names_in_order(file: CaseFile) -> list[str]:
    """Give his accepted name in each script, his own first; a figure's label where he has none."""
    own = (Script.ARMENIAN, Script.CYRILLIC, Script.LATIN, Script.OTHER)
    found: list[str] = []
    for script in own:
        forms = [view for view in file.names if view.form.script is script]
        if forms:
            best = min(forms, key=_by_rank)
            found.append(best.form.full_as_written)
    return found


def _by_rank(view: NameView) -> tuple[bool, bool]:
    return (not view.form.is_primary, view.form.kind is not NameKind.OFFICIAL)


def title_of(file: CaseFile, t: Translator) -> str:
    """Give the name that stands large over a file."""
    names = names_in_order(file)
    if names:
        return names[0]
    return file.figure_label or t.say("Not yet named")


def tab_title(file: CaseFile) -> str:
    """Give the short title of a file's tab: number, family name, first letter."""
    number, _ = short_number(file.number)
    names = names_in_order(file)
    if not names:
        return f"{number} {file.figure_label}".rstrip()
    parts = names[0].split()
    rest = f" {parts[1][0]}." if len(parts) > 1 else ""
    return f"{number} {parts[0]}{rest}"


def numbered_name(file: CaseFile) -> str:
    """Name a man in one line by his number and his name."""
    return " ".join((file.number, *names_in_order(file)[:1]))


def rank_words(service: ServiceView, t: Translator) -> str:
    """Name a rank, else give it as it was written."""
    details = service.details
    return label("rank", details.rank, t.lang) if details.rank else details.rank_as_written


def capital(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def grade_words(grades: str, t: Translator) -> str:
    """Say a grade, or several, in words: of the source, then of what it says; a line each."""
    return "\n".join(
        t.say(
            "{reliability}; {credibility}",
            reliability=label("reliability", grade[:1], t.lang),
            credibility=label("credibility", grade[1:], t.lang),
        )
        for grade in grades.split()
    )
