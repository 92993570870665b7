"""Say the small things of families on screen: who, by which way, how much they may be told."""

from __future__ import annotations

from datetime import datetime

from app.clock import OFFICE_ZONE
from app.i18n import Translator
from app.shapes.case_file import RelativeView
from app.shapes.families import ConsentView, ContactView, ToRing
from app.ui.cases.spoken import day, when
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.codebook.consents import Standing
from models.vocabulary.families import ConsentAnswer, MayBeTold
from models.vocabulary.people import Relation


def relative_words(view: RelativeView, t: Translator) -> str:
    """Name a relative: "mother: Maro Nmushyan"."""
    details = view.details
    return _related(details.relation, visible(details.full_name), t)


def who_words(who: str, relation: Relation | None, t: Translator) -> str:
    """Name whoever spoke, with what he or she is to the man where that is known."""
    return visible(who) if relation is None else _related(relation, visible(who), t)


def reach_words(view: RelativeView) -> str:
    """Say how a relative is reached: number, hour, languages."""
    details = view.details
    said = (details.phone, details.reached_best, details.languages, details.email)
    return " · ".join(visible(part) for part in said if part)


def may_be_told_words(may_be_told: MayBeTold, t: Translator) -> str:
    """Say how much somebody may be told."""
    return t.say("May be told: {what}", what=label("may_be_told", may_be_told.value, t.lang))


def contact_title(view: ContactView, t: Translator) -> str:
    """Say of a contact how it went: "telephone · reached"."""
    return " · ".join(
        (
            label("contact_how", view.how.value, t.lang),
            label("contact_outcome", view.outcome.value, t.lang),
        )
    )


def spoken_at(at: datetime, t: Translator) -> str:
    """Say when somebody was spoken with, by the clock of the office."""
    local = at.astimezone(OFFICE_ZONE)
    return t.say("{day}, {time}", day=day(local.date(), t, "table"), time=f"{local:%H:%M}")


def next_words(view: ContactView, t: Translator) -> str:
    """Say what was agreed for when."""
    if view.next_on is None:
        return view.next_about
    on = day(view.next_on, t)
    if view.next_about:
        return t.say("{date}: {about}", date=on, about=visible(view.next_about))
    return on


def standing_words(standing: Standing, t: Translator) -> str:
    """Say by whose word a scope stands so, and since when."""
    if not standing.by:
        return ""
    names = ", ".join(visible(name) for name in standing.by)
    if standing.against:
        return t.say(
            "against it: {names} ({date}); for it: {others}",
            names=names,
            date=when(standing.since, t, "table"),
            others=", ".join(visible(name) for name in standing.against),
        )
    return t.say("{names}, {date}", names=names, date=when(standing.since, t, "table"))


def answers_words(view: ConsentView, answer: ConsentAnswer, t: Translator) -> str:
    """List the scopes that got an answer."""
    scopes = [scope for scope, given in view.answers.items() if given is answer]
    return "; ".join(label("consent_scope", scope.value, t.lang) for scope in scopes)


def ring_words(one: ToRing, t: Translator) -> str:
    """Name whoever is rung; relatives who share a telephone stand together."""
    return " · ".join(visible(name) for name in one.names) or t.say("Nobody to ring is known")


def question_words(code: str, t: Translator) -> str:
    """Say what to ask a family so that a gap of the file is closed."""
    return label("minimum", code, t.lang, "help")


def _related(relation: Relation, name: str, t: Translator) -> str:
    return t.say(
        "{relation}: {name}", relation=label("relation", relation.value, t.lang), name=name
    )
