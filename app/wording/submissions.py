"""Says what a submission is in words: its state, what an answer will record, windows, periods."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.i18n import LANGUAGES, Translator
from app.shapes.requests.evidence import NewSource
from app.shapes.submissions import SubmissionLine
from app.wording.vocabulary import label
from models.codebook.legal_periods import BeginRule, Declares, LegalPeriod
from models.codebook.submission_steps import SPEAKS_AS, Recorded
from models.codebook.urgent_window import UrgentWindow
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.submissions import Body, SubmissionState

_REFUSED = "submission_"


def is_of_submissions(reason: str) -> bool:
    """Say whether a refusal is one of this module's."""
    return reason.startswith(_REFUSED)


def submission_sentence(data: Mapping[str, object], t: Translator) -> str:
    """Give the sentence for a step of a submission that was refused."""
    return {
        "submission_sent_already": t.say(
            "This submission was sent already. What went out stays as it went; make a follow-up."
        ),
        "submission_not_sent": t.say("This submission is still a draft. Note first that it went."),
        "submission_closed": t.say("This submission is closed. Make a follow-up instead."),
        "submission_no_men": t.say("Choose at least one man."),
        "submission_asked_already": t.say("This submission asks about these men already."),
        "submission_man_answered": t.say(
            "An answer about this man is recorded, so he stays with what was asked. If the answer "
            "was recorded in error, take it back in the history."
        ),
        "submission_due_too_early": t.say(
            "The day for the answer lies before the day of this step. Check both."
        ),
    }[str(data["reason"])]


def body_words(body: Body, name: str, t: Translator) -> str:
    """Name a body: by its own name where one was entered."""
    return name or label("body", body, t.lang, "short")


def body_as_source(body: Body, name: str) -> NewSource:
    """Describe a body as the source of what it answers."""
    if name:
        return NewSource(SPEAKS_AS[body], name)
    words = {lang: label("body", body, lang) for lang in LANGUAGES}
    return NewSource(SPEAKS_AS[body], words["en"], words["hy"], words["ru"])


def state_words(line: SubmissionLine, t: Translator) -> str:
    """Say how far a submission is: "9 days overdue", "5 of 17 answered"."""
    if line.state is SubmissionState.OVERDUE:
        return t.say_n("{n} day overdue", "{n} days overdue", line.days_over)
    if line.state is SubmissionState.PARTLY_ANSWERED:
        return t.say("{answered} of {men} answered", answered=line.answered, men=line.men)
    if line.silent_days is not None and line.silent_days >= 30:
        return t.say_n("No answer for {n} day", "No answer for {n} days", line.silent_days)
    return label("submission_state", line.state, t.lang)


def events_words(recorded: tuple[Recorded, ...], men: int, t: Translator) -> str:
    """Say beforehand what will be recorded in the file of each man."""
    if men == 0:
        return t.say("Choose the men this is about.")
    if not recorded:
        return t.say(
            "No event will be recorded: the answer stays with the submission, word for word."
        )
    names = "; ".join(
        t.say("{event} ({code})", event=label("event", each.code, t.lang), code=each.code.value)
        for each in recorded
    )
    return t.say_n(
        "In the file of {n} man will be recorded: {events}.",
        "In the files of {n} men will be recorded: {events}.",
        men,
        events=names,
    )


def day_words(day: date, t: Translator) -> str:
    """Say one day of the calendar."""
    return in_words(PartialDate.on(day), t.lang)


def window_sentence(window: UrgentWindow | None, today: date, t: Translator) -> str:
    """Say until when the UN working group takes his case as urgent, and how sure that is."""
    if window is None:
        return t.say(
            "The day of the disappearance is not known, so nobody can say when the urgent window "
            "closes. Send the appeal at once."
        )
    left = window.days_left(today)
    closes = day_words(window.closes, t)
    if left < 0:
        said = t.say(
            "The urgent window closed on {day}. The group still takes the case by its standard "
            "procedure.",
            day=closes,
        )
    elif left == 0:
        said = t.say("The urgent window closes today, {day}.", day=closes)
    else:
        said = t.say_n(
            "The urgent window closes on {day}, in {n} day.",
            "The urgent window closes on {day}, in {n} days.",
            left,
            day=closes,
        )
    if window.certain:
        return said
    return said + " " + t.say(
        "It is reckoned from the earliest day he can have disappeared: an appeal too late is no "
        "longer urgent, one too early loses nothing."
    )  # fmt: skip


def period_sentence(period: LegalPeriod, today: date, t: Translator) -> str:
    """Say from when a court may speak of him."""
    missing = period.rule.declares is Declares.MISSING
    if period.opens is None:
        if missing:
            return t.say(
                "When a court may recognise him as missing cannot be reckoned: no last day of news "
                "of him is known."
            )
        return t.say(
            "When a court may declare him dead cannot be reckoned: the last news of him, or the "
            "end of the hostilities, is not known."
        )
    day = day_words(period.opens, t)
    if period.opens <= today:
        return (
            t.say("A court may recognise him as missing since {day}.", day=day)
            if missing
            else t.say("A court may declare him dead since {day}.", day=day)
        )
    return (
        t.say("A court may recognise him as missing from {day}.", day=day)
        if missing
        else t.say("A court may declare him dead from {day}.", day=day)
    )


def period_reason(period: LegalPeriod, t: Translator) -> str:
    """Say from which day a period runs, why, how long it is and by which law."""
    begin = period.begin
    law = t.say_n(
        "{n} month, {source}.", "{n} months, {source}.", period.rule.months,
        source=period.rule.source_in(t.lang),
    )  # fmt: skip
    if begin.day is None:
        return law
    day = day_words(begin.day, t)
    match begin.rule:
        case BeginRule.DAY_UNKNOWN:
            why = t.say(
                "The day of the last news is not known: the period runs from the first of the "
                "next month, {day}.",
                day=day,
            )
        case BeginRule.MONTH_UNKNOWN:
            why = t.say(
                "The month of the last news is not known: the period runs from the next 1 January, "
                "{day}.",
                day=day,
            )
        case BeginRule.AFTER_HOSTILITIES:
            why = t.say("The period runs from the end of the hostilities, {day}.", day=day)
        case _:
            why = t.say("The period runs from the last news of him, {day}.", day=day)
    return f"{why} {law}"


def search_goes_on(t: Translator) -> str:
    """Say what no court can end (P6, AT18)."""
    return t.say(
        "Whatever a court declares, the search goes on: a declaration never closes a case."
    )
