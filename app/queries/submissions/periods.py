"""Reads which windows and legal periods run for men: at the UN working group and in courts."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from uuid import UUID

from sqlalchemy import select, text

from app.db.unit_of_work import Reader
from app.paths import resources
from app.queries.limited_access import cases_open_to, lines_open_to, refuse_in_bin, refuse_limited
from app.shapes.submissions import CasePeriods, ClosingWindow
from models.cases import Case, CaseLine
from models.codebook.legal_periods import (
    Circumstance,
    Declares,
    Hostilities,
    PeriodRule,
    RunsFrom,
    legal_periods,
)
from models.codebook.urgent_window import URGENT_MONTHS, urgent_window
from models.events import WATCHED, Event
from models.incidents import Incident
from models.submissions import Submission, SubmissionMan
from models.vocabulary.deeds import ReadKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from models.vocabulary.status import Ack, Headline
from models.vocabulary.submissions import Body

#: The last contact of his own people with him, and what took him from them.
_CONTACT = frozenset({EventCode.E02, EventCode.E03, EventCode.E04})
_CAPTURE = frozenset({EventCode.C10, EventCode.C11, EventCode.C12})
#: Men of whom nobody with power over them says where they are.
_DISAPPEARED = frozenset(
    {Headline.S10, Headline.S11, Headline.S20, Headline.S21, Headline.S22, Headline.S23}
)
_ADMITTED = frozenset({Ack.ACK_OFFICIAL, Ack.ACK_INFORMAL})
#: No month is longer; nothing that began before it can still be open.
_LONGEST = timedelta(days=31 * URGENT_MONTHS)
#: Whoever is lost in war is lost in connection with military operations, soldier or not.
_OURS = frozenset({Circumstance.MILITARY})


def windows_closing(reader: Reader, today: date, within: int = 14) -> tuple[ClosingWindow, ...]:
    """List the men whose urgent window at the UN working group closes within so many days.

    Without those of whom the group knows, or for whom a submission to it is begun. The window
    that closes first comes first.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    first_key = (today - _LONGEST).strftime("%Y%m%d")
    begun = (
        select(SubmissionMan.case_id)
        .join(Submission, Submission.id == SubmissionMan.submission_id)
        .where(Submission.body == Body.UN_WORKING_GROUP)
    )
    told = select(Event.case_id).where(
        text(f"events.{WATCHED}"),
        Event.code == EventCode.L51,
        Event.withdrawn_at.is_(None),
        Event.superseded.is_(False),
    )
    lines = reader.session.execute(
        select(
            CaseLine.case_id, CaseLine.number, CaseLine.name, CaseLine.name_second,
            CaseLine.incident_id, CaseLine.headline, CaseLine.ack,
        ).where(
            *lines_open_to(reader),
            CaseLine.last_key >= first_key,
            CaseLine.closed.is_(False),
            CaseLine.case_id.not_in(begun),
            CaseLine.case_id.not_in(told),
        )
    )  # fmt: skip
    # Chosen here by headline: by its index the database would walk all who are still missing.
    asked = [line for line in lines if line[5] in _DISAPPEARED and line[6] not in _ADMITTED]
    lost = _disappearances(reader, {line[0]: line[4] for line in asked})
    found = []
    for case_id, number, name, second, *_ in asked:
        disappeared = lost[case_id]
        window = urgent_window(disappeared)
        if window is None:
            continue
        left = window.days_left(today)
        if 0 <= left <= within:
            found.append(ClosingWindow(case_id, number, name, second, disappeared, window, left))
    reader.shows(ReadKind.FOUND, [one.case_id for one in found])
    return tuple(sorted(found, key=lambda one: (one.days_left, one.number)))


def case_periods(reader: Reader, case_id: UUID) -> CasePeriods:
    """Say which window and which legal periods run for a man, as the laws stand today.

    Raises:
        NotAllowed: also where access to the case is limited; NotFound; CaseInBin.
    """
    reader.allow(Action.READ_CASES)
    case = reader.get(Case, case_id)
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    today = reader.clock.today()
    disappeared = _disappearances(reader, {case_id: case.incident_id})[case_id]
    last = reader.session.scalar(select(CaseLine.last_edtf).where(CaseLine.case_id == case_id))
    news = PartialDate.restore(last, "") if last else disappeared
    before = reader.session.scalar(
        select(Event.id)
        .where(
            Event.case_id == case_id,
            Event.code == EventCode.L51,
            Event.withdrawn_at.is_(None),
            Event.superseded.is_(False),
        )
        .limit(1)
    )
    return CasePeriods(
        disappeared=disappeared,
        last_news=news,
        window=urgent_window(disappeared),
        before_the_group=before is not None,
        periods={
            jurisdiction: legal_periods(news, rules, _OURS, today, hostilities())
            for jurisdiction, rules in period_rules().items()
        },
        today=today,
    )


def men_in_brief(reader: Reader, case_ids: Iterable[UUID]) -> tuple[tuple[UUID, str, str], ...]:
    """Give number and name of men, in the order asked for; those the reader may not see are left.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    wanted = list(dict.fromkeys(case_ids))
    rows = reader.session.execute(
        select(CaseLine.case_id, CaseLine.number, CaseLine.name).where(
            CaseLine.case_id.in_(wanted), CaseLine.case_id.in_(cases_open_to(reader))
        )
    )
    found = {case_id: (case_id, number, name) for case_id, number, name in rows}
    reader.shows(ReadKind.VIEWED, found)
    return tuple(found[case_id] for case_id in wanted if case_id in found)


def _disappearances(
    reader: Reader, incidents: Mapping[UUID, UUID | None]
) -> dict[UUID, PartialDate]:
    """Date the disappearance of men: the last contact, else the capture, else the incident."""
    contacts: dict[UUID, list[PartialDate]] = defaultdict(list)
    captures: dict[UUID, list[PartialDate]] = defaultdict(list)
    ids: Sequence[UUID] = list(incidents)
    for start in range(0, len(ids), _IN_ONE_QUERY):
        rows = reader.session.execute(
            select(Event.case_id, Event.code, Event.occurred.edtf, Event.occurred.text).where(
                Event.case_id.in_(ids[start : start + _IN_ONE_QUERY]),
                Event.code.in_(_CONTACT | _CAPTURE),
                Event.withdrawn_at.is_(None),
                Event.superseded.is_(False),
                Event.occurred.edtf.is_not(None),
            )
        )
        for case_id, code, edtf, words in rows:
            kept = contacts if code in _CONTACT else captures
            kept[case_id].append(PartialDate.restore(edtf, words))
    when = _incident_dates(reader, {one for one in incidents.values() if one is not None})
    nothing = PartialDate.unknown()
    return {
        case_id: _last(contacts.get(case_id), captures.get(case_id))
        or (when.get(incident_id, nothing) if incident_id else nothing)
        for case_id, incident_id in incidents.items()
    }


_IN_ONE_QUERY = 500


def _last(
    contacts: list[PartialDate] | None, captures: list[PartialDate] | None
) -> PartialDate | None:
    if contacts:
        return max(contacts, key=lambda when: when.sort_key)
    return min(captures, key=lambda when: when.sort_key) if captures else None


def _incident_dates(reader: Reader, ids: set[UUID]) -> dict[UUID, PartialDate]:
    rows = reader.session.execute(
        select(Incident.id, Incident.occurred.edtf, Incident.occurred.text).where(
            Incident.id.in_(ids)
        )
    )
    return {one: PartialDate.restore(edtf, text) for one, edtf, text in rows}


@cache
def period_rules() -> Mapping[str, tuple[PeriodRule, ...]]:
    """Give the periods that the laws set, by jurisdiction, the office's own first."""
    found = {}
    for path in sorted((resources() / "legal").glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        if "period" in table:
            jurisdiction = str(table["jurisdiction"])
            found[jurisdiction] = tuple(
                PeriodRule(
                    jurisdiction,
                    Declares(row["declares"]),
                    Circumstance(row["circumstance"]),
                    int(row["months"]),
                    RunsFrom(row["runs_from"]),
                    str(row["source"]),
                    row.get("in_force_from", date.min),
                    row.get("in_force_to", date.max),
                    str(row["source_hy"]),
                    str(row["source_ru"]),
                )
                for row in table["period"]
            )
    return found


@cache
def hostilities() -> tuple[Hostilities, ...]:
    """Give the fighting whose end a period can run from."""
    table = tomllib.loads((resources() / "legal" / "hostilities.toml").read_text("utf-8"))
    return tuple(Hostilities(row["began"], row["ended"]) for row in table["hostilities"])
