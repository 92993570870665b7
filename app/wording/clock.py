"""Says that the clock of a computer stands before what was saved last, in one sentence for all."""

from __future__ import annotations

from datetime import datetime

from app.clock import OFFICE_ZONE
from app.i18n import LANGUAGES, Translator
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate


def clock_behind(saved_at: datetime | None, clock_at: datetime | None, t: Translator) -> str:
    """Say what the clock shows, when the last entry was made, and what to do."""
    return t.say(
        "The clock of this computer shows {clock}, but the last entry was made {saved}. Set the "
        "clock right before you work: new entries would carry a wrong date. Their order is kept.",
        clock=moment(clock_at, t),
        saved=moment(saved_at, t),
    )


def moment(at: datetime | None, t: Translator) -> str:
    """Say a moment in the time of the office; a dash where there is none."""
    if at is None:
        return "–"
    return in_words(PartialDate.at_minute(at), t.lang if t.lang in LANGUAGES else "en")


def day_and_time(at: datetime, t: Translator) -> tuple[str, str]:
    """Say a moment in two parts, for where one line has no room for both."""
    local = at.astimezone(OFFICE_ZONE)
    day = in_words(PartialDate.on(local.date()), t.lang if t.lang in LANGUAGES else "en")
    return day, f"{local:%H:%M}"
