"""Say beneath the boxes why what was entered is not a date yet, and what to write."""

from collections.abc import Callable
from typing import Final

from app.i18n.translator import Translator
from app.ui.widgets.date_draft import LiesAhead
from models.vocabulary.date_terms import DateFault, NotADate

type Say = Callable[[Translator], str]


def refusal(fault: NotADate, translator: Translator) -> str:
    """Return one sentence for a refused date."""
    if isinstance(fault, LiesAhead):
        return translator.say("This day lies ahead. What is recorded here has already happened.")
    say = _SENTENCES.get(fault.reason)
    if say is None:
        return translator.say("This cannot be read as a date. Write it as 13.12.2020.")
    return say(translator)


_SENTENCES: Final[dict[DateFault, Say]] = {
    DateFault.EMPTY: lambda t: t.say("Write the date, or choose “unknown”."),
    DateFault.TOO_LONG: lambda t: t.say("This is too long for a date. Put it into the words."),
    DateFault.TWO_DIGIT_YEAR: lambda t: t.say("Write the year in four figures."),
    DateFault.NO_YEAR: lambda t: t.say("The year is missing."),
    DateFault.NO_MONTH: lambda t: t.say("The month is missing."),
    DateFault.YEAR_OUT_OF_RANGE: lambda t: t.say("This year cannot be right. Check its figures."),
    DateFault.NO_SUCH_MONTH: lambda t: t.say("There is no such month."),
    DateFault.NO_SUCH_DAY: lambda t: t.say("There is no such day in that month."),
    DateFault.NO_SUCH_TIME: lambda t: t.say("There is no such time of day."),
    DateFault.DAY_COMES_FIRST: lambda t: t.say("The day comes first, then the month."),
    DateFault.END_BEFORE_START: lambda t: t.say("The second date lies before the first."),
    DateFault.END_MAY_PRECEDE_START: lambda t: t.say(
        "The second date may lie before the first. Write one of them more exactly."
    ),
    DateFault.ONCE_OR_LASTED: lambda t: t.say(
        "Did it happen once, or did it last? Choose “between” or “from … to”."
    ),
    DateFault.CONTRADICTS_ITSELF: lambda t: t.say("These words contradict each other."),
    DateFault.RELATIVE_DAY: lambda t: t.say(
        "A day such as “yesterday” needs a date. Keep the words, and write the day they mean."
    ),
    DateFault.WEEKDAY_DIFFERS: lambda t: t.say("That date was another day of the week."),
    DateFault.PART_OF_WHAT: lambda t: t.say("Of which month or year? Write it as well."),
    DateFault.SEASON_NOT_TYPED: lambda t: t.say(
        "Write a season as “between”, with its first and last month."
    ),
    DateFault.DECADE_ONLY_FOR_BIRTH: lambda t: t.say(
        "A decade is enough only for a date of birth."
    ),
    DateFault.TIME_MISPLACED: lambda t: t.say("A time of day needs one exact day."),
    DateFault.NO_BOUND: lambda t: t.say("Both ends are open. Write one, or choose “unknown”."),
}
