"""What stays of a case for the public, where the matrix gives a section only in part.

Without consent nobody is named or shown: a year, a region, some days, a settlement are what is
left (`domain.md` 6 (e′), 6.2 rules 5 and 6). What was filmed of a captive is never shown (GC III
art. 13): a picture goes out only if it was taken before he was lost.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from app.reports.reductions.kinds import Reductions
from app.shapes.case_report import (
    CaseReport,
    EventLine,
    GreyPicture,
    Known,
    PlaceWords,
    PrintedName,
    Service,
)
from models.vocabulary.event_codes import EventCode
from models.vocabulary.families import ConsentScope, ConsentState
from models.vocabulary.partial_date import PartialDate

SERVICEMAN = "SERVICEMAN"
"""Stands for all that the public hears of his service: that he serves."""

#: What tells best when he was lost, the surest first.
_LOST_BY = (EventCode.E04, EventCode.E03, EventCode.E02, EventCode.C11, EventCode.C10,
            EventCode.E05, EventCode.E01)  # fmt: skip
_FEWEST_DAYS = 4
_THIRD, _TWO_THIRDS = 10, 20


def agreed(case: CaseReport, scope: ConsentScope) -> bool:
    """Tell whether the family agreed to this, and nobody else speaks against it."""
    return any(
        one.scope == scope.value and one.state == ConsentState.YES.value for one in case.consents
    )


def as_interval(when: PartialDate) -> PartialDate | None:
    """Give some days in place of a day; None where nothing is known of it.

    A span of four days and more stays as it is; a shorter one becomes the third of the month in
    which it lies, so that the day cannot be counted back.
    """
    first, last = when.earliest, when.latest
    if first is None or last is None:
        only = first or last
        return None if only is None else PartialDate.parse_edtf(f"{only:%Y-%m}")
    if (last - first).days + 1 < _FEWEST_DAYS:
        first, last = _third(first)[0], _third(last)[1]
    elif when.edtf is not None and len(when.edtf) == len("2020-12"):
        return when
    return PartialDate.parse_edtf(f"[{first.isoformat()}..{last.isoformat()}]")


def _third(day: date) -> tuple[date, date]:
    if day.day <= _THIRD:
        return day.replace(day=1), day.replace(day=_THIRD)
    if day.day <= _TWO_THIRDS:
        return day.replace(day=_THIRD + 1), day.replace(day=_TWO_THIRDS)
    end = monthrange(day.year, day.month)[1]
    return day.replace(day=_TWO_THIRDS + 1), day.replace(day=end)


def _names(case: CaseReport, shown: tuple[PrintedName, ...]) -> tuple[PrintedName, ...]:
    named = agreed(case, ConsentScope.PUBLISH_NAME)
    return tuple(one for one in shown if not one.kind) if named else ()


def _born(case: CaseReport, _: Known[PartialDate]) -> Known[PartialDate]:
    born = case.identity.born.value
    if born is None or born.earliest is None or born.latest is None:
        return Known()
    years = {born.earliest.year, born.latest.year}
    return Known(PartialDate.parse_edtf(str(years.pop()))) if len(years) == 1 else Known()


def _home(case: CaseReport, _: Known[PlaceWords]) -> Known[PlaceWords]:
    home = case.identity.residence.value
    if home is None or not home.region.best("en"):
        return Known()
    return Known(PlaceWords(region=home.region))


def _occupation(case: CaseReport, _: Known[str]) -> Known[str]:
    return Known() if case.service == Service() else Known(SERVICEMAN)


def _lost(case: CaseReport) -> EventLine | None:
    standing = [event for event in case.events if not event.withdrawn]
    dated = [event for event in standing if event.date.edtf is not None]
    found = [event for code in _LOST_BY for event in dated if event.code == code]
    return found[0] if found else None


def _events(case: CaseReport, shown: tuple[EventLine, ...]) -> tuple[EventLine, ...]:
    """Keep when and near which settlement he was lost, and nothing of who said so."""
    lost = _lost(case)
    if lost is None or lost.key not in {event.key for event in shown}:
        return ()
    some_days = as_interval(lost.date)
    if some_days is None:
        return ()
    where = lost.place
    place = PlaceWords(names=where.names, kind=where.kind) if where is not None else None
    return (EventLine(lost.key, lost.code, some_days, (), place=place),)


def _photo(case: CaseReport, _: GreyPicture | None) -> GreyPicture | None:
    picture, lost = case.photo, _lost(case)
    if picture is None or not agreed(case, ConsentScope.PUBLISH_PHOTO):
        return None
    taken = picture.taken.latest if picture.taken is not None else None
    if taken is None or lost is None or lost.date.earliest is None or taken >= lost.date.earliest:
        return None
    return GreyPicture(picture.width, picture.height, picture.pixels)


REDUCTIONS: Reductions = {
    "Identity.names": _names,
    "Identity.born": _born,
    "Identity.residence": _home,
    "Identity.occupation": _occupation,
    "CaseReport.events": _events,
    "CaseReport.photo": _photo,
}
