"""Says what two files that may be one man are to each other: fields, guards, doubts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from app.errors import (
    CaseMerged,
    HomewardError,
    MergeBuiltOn,
    MergeForbidden,
    MergeNeedsReason,
    PartOtherFirst,
)
from app.i18n import Translator
from app.shapes.merging import Bar, Doubt, Thing
from app.wording.contradictions import contradiction_sentence
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.merging import MergeBar, MergeDoubt, MergeField
from models.vocabulary.partial_date import PartialDate

type Say = Callable[[Translator], str]


def merge_field_name(field: MergeField, t: Translator) -> str:
    """Give the name of a field of which two files may say different things."""
    return _FIELDS[field](t)


_FIELDS: Final[dict[MergeField, Say]] = {
    MergeField.NAME: lambda t: t.say("Name shown first"),
    MergeField.FIGURE: lambda t: t.say("Figure"),
    MergeField.SEX: lambda t: t.say("Sex"),
    MergeField.BIRTH: lambda t: t.say("Date of birth"),
    MergeField.BIRTH_PLACE: lambda t: t.say("Place of birth"),
    MergeField.HOME: lambda t: t.say("Home address"),
    MergeField.NATIONALITY: lambda t: t.say("Nationality"),
    MergeField.OCCUPATION: lambda t: t.say("Occupation"),
    MergeField.SERVICE: lambda t: t.say("Service shown first"),
    MergeField.CATEGORY: lambda t: t.say("Category under the Third Geneva Convention"),
    MergeField.CATEGORY_CLAIMED: lambda t: t.say("What the other side calls him"),
    MergeField.HEIGHT: lambda t: t.say("Height"),
    MergeField.BUILD: lambda t: t.say("Build"),
    MergeField.HAIR: lambda t: t.say("Hair"),
    MergeField.EYES: lambda t: t.say("Eyes"),
    MergeField.MARKS: lambda t: t.say("Distinguishing marks"),
    MergeField.BLOOD_GROUP: lambda t: t.say("Blood group"),
    MergeField.PORTRAIT: lambda t: t.say("Portrait"),
    MergeField.INCIDENT: lambda t: t.say("Incident"),
    MergeField.OFFICER: lambda t: t.say("Responsible officer"),
    MergeField.CIRCUMSTANCES: lambda t: t.say("Circumstances"),
    MergeField.CIRCUMSTANCES_RELEASABLE: lambda t: t.say("Circumstances, as they may be told"),
    MergeField.RESPONSIBLE: lambda t: t.say("Believed responsible"),
    MergeField.STEPS_TAKEN: lambda t: t.say("Steps taken"),
    MergeField.REMARK: lambda t: t.say("Remark"),
}


def thing_count(thing: Thing, count: int, t: Translator) -> str:
    """Say how many of a kind there are."""
    say = {
        Thing.NAMES: lambda: t.say_n("{n} form of the name", "{n} forms of the name", count),
        Thing.NUMBERS: lambda: t.say_n("{n} number", "{n} numbers", count),
        Thing.SERVICE: lambda: t.say_n("{n} service record", "{n} service records", count),
        Thing.RELATIVES: lambda: t.say_n("{n} relative", "{n} relatives", count),
        Thing.EVENTS: lambda: t.say_n("{n} event", "{n} events", count),
        Thing.ACCOUNTS: lambda: t.say_n("{n} account", "{n} accounts", count),
        Thing.CITATIONS: lambda: t.say_n("{n} tie to a source", "{n} ties to sources", count),
        Thing.EXHIBITS: lambda: t.say_n("{n} tie to an exhibit", "{n} ties to exhibits", count),
        Thing.DECISIONS: lambda: t.say_n("{n} decision by hand", "{n} decisions by hand", count),
        Thing.LISTS: lambda: t.say_n("{n} row of a list", "{n} rows of lists", count),
        Thing.ARRIVALS: lambda: t.say_n("{n} arrival", "{n} arrivals", count),
        Thing.SUBMISSIONS: lambda: t.say_n("{n} submission", "{n} submissions", count),
        Thing.PAPERS: lambda: t.say_n("{n} paper", "{n} papers", count),
        Thing.CONSENTS: lambda: t.say_n("{n} consent", "{n} consents", count),
        Thing.CALLS: lambda: t.say_n("{n} call or visit", "{n} calls or visits", count),
        Thing.TASKS: lambda: t.say_n("{n} task", "{n} tasks", count),
    }
    return say[thing]()


def bar_sentence(bar: object, t: Translator) -> str:
    """Say which fact forbids that two files are one man."""
    if not isinstance(bar, Bar):
        return t.say("Facts forbid that these two files are one man.")
    if bar.what is MergeBar.IDENTITY_NUMBER:
        return t.say(
            "Both have a confirmed number of one kind, and the two differ ({kind}: {first} and "
            "{second}). These are two men, unless one of the numbers is wrong: correct it first.",
            kind=_kind(bar.number_kind, t),
            first=bar.first,
            second=bar.second,
        )
    if bar.what is MergeBar.TWO_PLACES:
        return t.say(
            "On {day} both were certainly seen or held, one at {first}, the other at {second}. "
            "These are two men, unless one of the events is wrong: correct it first.",
            day="" if bar.day is None else in_words(PartialDate.on(bar.day), t.lang),
            first=bar.first,
            second=bar.second,
        )
    return t.say(
        "It was decided that these are two men. Take that decision back before you join them."
    )


def doubt_sentence(doubt: object, t: Translator) -> str:
    """Say what makes it doubtful that two files are one man."""
    if not isinstance(doubt, Doubt):
        return t.say("Two facts of this case do not go together.")
    if doubt.what is MergeDoubt.MISFIT:
        return contradiction_sentence(doubt.misfit, t)
    return _DOUBTS[doubt.what](doubt, t)


_DOUBTS: Final[dict[MergeDoubt, Callable[[Doubt, Translator], str]]] = {
    MergeDoubt.BIRTH_DIFFERS: lambda d, t: t.say(
        "The dates of birth exclude each other ({first} and {second}).",
        first=_date(d, 0, t),
        second=_date(d, 1, t),
    ),
    MergeDoubt.FATHER_AND_SON: lambda _, t: t.say(
        "The one bears the name of the other’s father: they may be father and son."
    ),
    MergeDoubt.SEX_DIFFERS: lambda d, t: t.say(
        "One file says “{first}”, the other “{second}”.",
        first=label("sex", d.first, t.lang),
        second=label("sex", d.second, t.lang),
    ),
    MergeDoubt.NUMBER_DIFFERS: lambda d, t: t.say(
        "Their numbers of one kind differ ({kind}: {first} and {second}).",
        kind=_kind(d.number_kind, t),
        first=d.first,
        second=d.second,
    ),
    MergeDoubt.SAME_LIST: lambda d, t: t.say(
        "One list names both, in two rows ({first} and {second}).", first=d.first, second=d.second
    ),
    MergeDoubt.SURVIVOR_CLOSED: lambda _, t: t.say(
        "The file that would stay is closed; he would be in no list of open cases."
    ),
}


def _kind(kind: object, t: Translator) -> str:
    return "" if kind is None else label("identifier_kind", str(kind), t.lang)


def _date(doubt: Doubt, which: int, t: Translator) -> str:
    return "" if doubt.dates is None else in_words(doubt.dates[which], t.lang)


def _all(found: object, sentence: Callable[[object, Translator], str], t: Translator) -> str:
    several = found if isinstance(found, Iterable) else ()
    return " ".join(sentence(one, t) for one in several)


def _needs_reason(error: HomewardError, t: Translator) -> str:
    told = _all(error.data["doubts"], doubt_sentence, t)
    return f"{told} {t.say('Check it. To join the files all the same, write why.')}"


MERGE_SENTENCES: Final[dict[type[HomewardError], Callable[[HomewardError, Translator], str]]] = {
    CaseMerged: lambda error, t: t.say(
        "{number} was taken into {survivor}: it is one man. Go on with {survivor}.",
        number=error.data["number"],
        survivor=error.data["survivor"],
    ),
    MergeForbidden: lambda error, t: _all(error.data["bars"], bar_sentence, t),
    MergeNeedsReason: _needs_reason,
    MergeBuiltOn: lambda error, t: t.say(
        "More was entered in {survivor} since the two files were joined. Open {survivor} and "
        "choose “Part them again”: it shows what goes back and what stays.",
        survivor=error.data["survivor"],
    ),
    PartOtherFirst: lambda error, t: t.say(
        "{number} was itself taken into {survivor} later. Part these two first.",
        number=error.data["number"],
        survivor=error.data["survivor"],
    ),
}
