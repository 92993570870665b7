"""Says what waits: why, by when, how late; in words, and never by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from app.i18n import Translator
from app.shapes.families import WhyCall
from app.shapes.today import TodayLine, TodayPage
from app.wording.clock import moment
from app.wording.vocabulary import label
from models.codebook.chips import STALE_AFTER_DAYS
from models.vocabulary.tasks import TodayKind

type Say = Callable[[TodayLine, Translator], str]

#: What stands before each kind; never the only sign of it.
ICONS: Final[Mapping[TodayKind, str]] = {
    TodayKind.CALL_DUE: "phone",
    TodayKind.ANSWER_DUE: "submissions",
    TodayKind.NO_ANSWER: "submissions",
    TodayKind.WINDOW_CLOSES: "clock",
    TodayKind.VERIFY_IDENTITY: "person",
    TodayKind.CHECKLIST: "handovers",
    TodayKind.FAMILY_FIRST: "family",
    TodayKind.OVERRIDE_EXPIRES: "edit",
    TodayKind.NOTICE_RUNS_OUT: "reports",
    TodayKind.HEALTH_REPORT_DUE: "doc",
    TodayKind.NO_SIGN_OF_LIFE: "eye",
    TodayKind.LIST_ROWS: "lists",
    TodayKind.IMPORT_REFUSED: "import",
    TodayKind.DUPLICATES: "equal",
    TodayKind.IDENTIFICATION: "video",
    TodayKind.CONSENT_CONFLICT: "versus",
    TodayKind.BACKUP: "drive",
    TodayKind.DRAFT: "edit",
    TodayKind.TASK: "check",
}


def kind_words(kind: TodayKind, t: Translator) -> str:
    """Name a kind of line, as it stands over its group."""
    return label("today_kind", kind.value, t.lang)


def what_words(line: TodayLine, t: Translator) -> str:
    """Say in a few words what is to be done or looked at."""
    return _WHAT[line.kind](line, t)


def who_words(line: TodayLine, t: Translator) -> str:
    """Name the man, the list or the body a line is about."""
    if line.kind in _OF_BODIES and not line.who:
        return label("body", line.code, t.lang)
    return line.who


def due_words(line: TodayLine, t: Translator) -> str:
    """Say by when, or how late it is; nothing where no day was set."""
    over = line.days_over
    if over is None:
        return ""
    if line.kind is TodayKind.NO_SIGN_OF_LIFE:
        days = over + STALE_AFTER_DAYS
        return t.say_n("silent for {n} day", "silent for {n} days", days)
    if line.kind in _CLOSES:
        return _closing(over, t)
    return _late(over, t)


def task_day_words(due: date, today: date, t: Translator) -> str:
    """Say by when a task is to be done, or how late it is."""
    return _late((today - due).days, t)


def is_late(line: TodayLine) -> bool:
    """Say whether a day that was set has come: only that bears the colour of a warning."""
    return line.days_over is not None and line.days_over >= 0 and line.kind not in _NO_DEADLINE


def hands_words(line: TodayLine, t: Translator) -> str:
    """Say in whose hands a line is; nothing where it is in nobody's."""
    return "" if not line.assigned_name else t.say("with {name}", name=line.assigned_name)


def nothing_waits(page: TodayPage, t: Translator) -> str:
    """Say when the last verified backup was made, beneath "Nothing waits"."""
    if page.verified_at is None:
        return t.say("No backup has been verified yet.")
    return t.say("The last verified backup: {time}.", time=moment(page.verified_at, t))


_CLOSES: Final = frozenset({TodayKind.WINDOW_CLOSES, TodayKind.OVERRIDE_EXPIRES})
_OF_BODIES: Final = frozenset({TodayKind.ANSWER_DUE, TodayKind.NO_ANSWER})
_NO_DEADLINE: Final = frozenset({TodayKind.NO_SIGN_OF_LIFE})


def _late(over: int, t: Translator) -> str:
    if over > 0:
        return t.say_n("{n} day late", "{n} days late", over)
    if over == 0:
        return t.say("today")
    if over == -1:
        return t.say("tomorrow")
    return t.say_n("in {n} day", "in {n} days", -over)


def _closing(over: int, t: Translator) -> str:
    if over > 0:
        return t.say_n("closed {n} day ago", "closed {n} days ago", over)
    if over == 0:
        return t.say("closes today")
    return t.say_n("closes in {n} day", "closes in {n} days", -over)


def _about(line: TodayLine, t: Translator) -> str:
    return line.about or kind_words(line.kind, t)


def _override(line: TodayLine, t: Translator) -> str:
    if not line.code:
        return t.say(
            "The headline “{value}” was set by hand", value=label("headline", line.about, t.lang)
        )
    return t.say(
        "{facet}: “{value}” was set by hand",
        facet=label("facet", line.code, t.lang),
        value=label(line.code.lower(), line.about, t.lang),
    )


def _rows(line: TodayLine, t: Translator) -> str:
    return t.say_n("{n} row to decide", "{n} rows to decide", line.count)


def _refused(line: TodayLine, t: Translator) -> str:
    return t.say_n("{n} row was refused", "{n} rows were refused", line.count)


def _pairs(line: TodayLine, t: Translator) -> str:
    return t.say_n("{n} pair to decide", "{n} pairs to decide", line.count)


def _identification(line: TodayLine, t: Translator) -> str:
    if not line.about:
        return t.say("Somebody recognised him; nothing confirms it yet")
    return t.say("Recognised as {figure}; nothing confirms it yet", figure=line.about)


def _backup(line: TodayLine, t: Translator) -> str:
    if line.due is None:
        return t.say("No backup has been verified yet.")
    return t.say_n(
        "The last verified backup is {n} day old, and something was saved since",
        "The last verified backup is {n} days old, and something was saved since",
        line.count,
    )


def _news(line: TodayLine, t: Translator) -> str:
    return t.say(
        "“{headline}”: two of you tell it in person, before any paper",
        headline=label("headline", line.code, t.lang),
    )


def _silent(_: TodayLine, t: Translator) -> str:
    return t.say("Look for a sign of life, or ask again")


def _health(_: TodayLine, t: Translator) -> str:
    return t.say("Ask for news of his health")


def _notice(line: TodayLine, t: Translator) -> str:
    return t.say(
        "{number}, for {recipient}: ask the family again and issue it anew, or have it taken down",
        number=line.about,
        recipient=line.by,
    )


def _call(line: TodayLine, t: Translator) -> str:
    if line.code == WhyCall.SILENT:
        return t.say("Nobody has spoken with the family for 30 days")
    who = line.by or t.say("the family")
    if line.about:
        return t.say("Ring {who}: {about}", who=who, about=line.about)
    return t.say("Ring {who}", who=who)


def _answer(line: TodayLine, t: Translator) -> str:
    if not line.count:
        return line.about
    men = t.say_n("{n} man", "{n} men", line.count)
    return t.say("{subject}  ·  {men}", subject=line.about, men=men)


def _window(_: TodayLine, t: Translator) -> str:
    return t.say("The urgent procedure of the UN working group: nothing was sent there yet")


def _verify(line: TodayLine, t: Translator) -> str:
    return t.say("Came with {handover}; verify by two methods", handover=line.about)


def _steps(line: TodayLine, t: Translator) -> str:
    steps = ", ".join(label("arrival_step", code, t.lang) for code in line.code.split(","))
    return t.say("Came with {handover}; still open: {steps}", handover=line.about, steps=steps)


def _disagree(line: TodayLine, t: Translator) -> str:
    scopes = ", ".join(label("consent_scope", code, t.lang) for code in line.code.split(","))
    return t.say("They disagree about: {scopes}", scopes=scopes)


def _draft(_: TodayLine, t: Translator) -> str:
    return t.say("Begun and not saved")


_WHAT: Final[Mapping[TodayKind, Say]] = {
    **dict.fromkeys(TodayKind, _about),
    TodayKind.OVERRIDE_EXPIRES: _override,
    TodayKind.LIST_ROWS: _rows,
    TodayKind.IMPORT_REFUSED: _refused,
    TodayKind.DUPLICATES: _pairs,
    TodayKind.IDENTIFICATION: _identification,
    TodayKind.BACKUP: _backup,
    TodayKind.FAMILY_FIRST: _news,
    TodayKind.NO_SIGN_OF_LIFE: _silent,
    TodayKind.NOTICE_RUNS_OUT: _notice,
    TodayKind.HEALTH_REPORT_DUE: _health,
    TodayKind.DRAFT: _draft,
    TodayKind.CALL_DUE: _call,
    TodayKind.ANSWER_DUE: _answer,
    TodayKind.NO_ANSWER: _answer,
    TodayKind.WINDOW_CLOSES: _window,
    TodayKind.VERIFY_IDENTITY: _verify,
    TodayKind.CHECKLIST: _steps,
    TodayKind.CONSENT_CONFLICT: _disagree,
}
