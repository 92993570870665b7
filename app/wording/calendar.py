"""Says what is due on a day of a calendar outside the register: never a name."""

from __future__ import annotations

from app.i18n import Translator
from app.shapes.today import DueDate
from app.wording.today import kind_words


def calendar_title(t: Translator) -> str:
    """Name the calendar."""
    return t.say("Due dates")


def day_words(one: DueDate, t: Translator) -> str:
    """Say what is due, and of which case, by its number."""
    what = kind_words(one.kind, t)
    return t.say("{what}: {number}", what=what, number=one.number) if one.number else what
