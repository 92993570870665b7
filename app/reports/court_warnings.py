"""Finds what stands in the way of a dossier before it goes to a court; blocks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final

from app.reports.audience import paper_for
from app.reports.context import PaperContext
from app.reports.court.submissions import asks_measures
from app.reports.court_dossier import dossier_of
from app.search.scripts import LANG_OF_SCRIPT, scripts_in
from app.shapes.case_report import CaseReport
from app.shapes.court import CourtFlaw, CourtWarning
from models.vocabulary.exhibits import MinimumState
from models.vocabulary.papers import Audience

#: The practice direction on interim measures (domain.md 2.10).
FAX_PAGES: Final = 10
OPENS, CLOSES = time(8), time(16)
_WINTER, _SUMMER = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
_WEEKEND = 5
_ITS_LANGUAGES = frozenset({"en", "fr"})


def court_warnings(
    case: CaseReport, lang: str, context: PaperContext, *, pages: int, at: datetime
) -> tuple[CourtWarning, ...]:
    """Give what a person should know before the dossier of `case` is sent at the moment `at`.

    `case` is what is left of it for a court, `pages` the length of the paper; `at` is aware.
    """
    unproven = dossier_of(case, lang, context, paper_for(Audience.COURT)).without_exhibit
    return (
        *_of_case(case, context),
        *_of_names(case, lang),
        *_of_sending(lang, pages, at),
        *_of_proof(case, unproven),
    )


def _of_case(case: CaseReport, context: PaperContext) -> Iterator[CourtWarning]:
    urgent = asks_measures(case)
    if not urgent:
        yield CourtWarning(CourtFlaw.NOTHING_TO_ASK)
    contact = context.contact
    if urgent and not (contact.person and (contact.telephone or contact.fax)):
        yield CourtWarning(CourtFlaw.CONTACT_MISSING)
    if not case.believed_responsible:
        yield CourtWarning(CourtFlaw.STATE_MISSING)
    if not case.family:
        yield CourtWarning(CourtFlaw.APPLICANT_MISSING)
    if not case.circumstances_releasable:
        yield CourtWarning(CourtFlaw.NO_RELEASABLE_TEXT)


def _of_names(case: CaseReport, lang: str) -> Iterator[CourtWarning]:
    if not any(name.family for name in case.identity.names):
        yield CourtWarning(CourtFlaw.NAME_UNKNOWN)
    applicant = next((relative.name for relative in case.family), "")
    scripts = scripts_in(applicant)
    if scripts and lang not in {LANG_OF_SCRIPT.get(script) for script in scripts}:
        yield CourtWarning(CourtFlaw.APPLICANT_IN_OTHER_LETTERS, (applicant,))


def _of_sending(lang: str, pages: int, at: datetime) -> Iterator[CourtWarning]:
    if pages > FAX_PAGES:
        figures = {"pages": pages, "limit": FAX_PAGES}
        yield CourtWarning(CourtFlaw.TOO_LONG_FOR_FAX, figures=figures)
    if not _open_at(at):
        yield CourtWarning(CourtFlaw.OUT_OF_HOURS, opens=next_opening(at))
    if lang not in _ITS_LANGUAGES:
        yield CourtWarning(CourtFlaw.OTHER_LANGUAGE)


def _of_proof(case: CaseReport, unproven: tuple[int, ...]) -> Iterator[CourtWarning]:
    red = tuple(e.number for e in case.exhibits if e.minimum == MinimumState.RED)
    if red:
        yield CourtWarning(CourtFlaw.EXHIBIT_INCOMPLETE, red)
    if unproven:
        yield CourtWarning(CourtFlaw.FACT_WITHOUT_EXHIBIT, tuple(map(str, unproven)))


def _open_at(at: datetime) -> bool:
    there = in_strasbourg(at)
    return there.weekday() < _WEEKEND and OPENS <= there.time() < CLOSES


def next_opening(at: datetime) -> datetime:
    """Give the moment at which requests are next dealt with, in the time of Strasbourg."""
    there = in_strasbourg(at)
    day = there.date()
    if there.time() >= CLOSES:
        day += timedelta(days=1)
    while day.weekday() >= _WEEKEND:
        day += timedelta(days=1)
    noon = in_strasbourg(datetime.combine(day, time(12), UTC))  # its zone on that day
    return datetime.combine(day, OPENS, noon.tzinfo)


def in_strasbourg(at: datetime) -> datetime:
    """Give a moment in the time of Strasbourg.

    By the rule of Directive 2000/84/EC, so that a machine without a table of zones knows it too:
    summer time from the last Sunday of March to the last of October, changed at 01:00 UTC.
    """
    utc = at.astimezone(UTC)
    begins, ends = _last_sunday(utc.year, 3), _last_sunday(utc.year, 10)
    return utc.astimezone(_SUMMER if begins <= utc < ends else _WINTER)


def _last_sunday(year: int, month: int) -> datetime:
    last = date(year, month, 31)
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    return datetime.combine(sunday, time(1), UTC)
