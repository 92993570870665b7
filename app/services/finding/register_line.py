"""Keeps the computed side of a case: its status, its snapshot, its line in the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import delete, func, insert, select

from app.db.dialect import hold_rows
from app.db.unit_of_work import UnitOfWork
from app.queries.case_history import batches, histories
from app.queries.cases.snapshots import chips_text, facets_json
from app.search.collation import sort_key
from app.services.finding.findable import keep_findable
from app.services.finding.line_facts import LineFacts, NameFacts, last_seen, read_facts
from models.cases import Case, CaseLine, FacetSnapshot
from models.codebook import compute
from models.codebook.accounting import accounting_line
from models.codebook.facts import Status
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import NameKind, Script
from models.vocabulary.status import Facet, Remains

#: Scripts in the order in which a line shows a man's name.
_SHOWN_FIRST = (Script.ARMENIAN, Script.CYRILLIC, Script.LATIN, Script.OTHER)
_SECOND = (Script.LATIN, Script.CYRILLIC, Script.ARMENIAN, Script.OTHER)


def compute_status(uow: UnitOfWork, case_id: UUID) -> Status:
    """Compute the status of one case as of today."""
    return compute(histories(uow.session, [case_id])[case_id], uow.clock.today())


def snapshot_values(case_id: UUID, status: Status, moment: datetime) -> dict[str, object]:
    """Give the values of a snapshot row."""
    return {
        "case_id": case_id,
        "recorded_at": moment,
        "codebook_version": status.codebook_version,
        "headline": status.headline.value,
        "facets": facets_json(status),
        "chips": chips_text(status),
        "accounting": accounting_line(status).value,
    }


def shown_names(names: Sequence[NameFacts], figure_label: str) -> tuple[str, str]:
    """Give the name in its own script and the second one beneath it."""

    def best(order: Sequence[Script], without: str) -> str:
        for script in order:
            of_script = [
                n
                for n in names
                if n.script is script and not (without and without in (n.full, n.short))
            ]
            if of_script:
                chosen = min(
                    of_script, key=lambda n: (not n.is_primary, n.kind is not NameKind.OFFICIAL)
                )
                return chosen.short or chosen.full
        return ""

    first = best(_SHOWN_FIRST, "")
    if not first:
        return figure_label, ""
    return first, best(_SECOND, first)


def number_key(number: str) -> str:
    """Give a key by which numbers sort as numbers: 9 before 10, 99999 before 100000."""
    return _FIGURES.sub(lambda figures: figures.group().zfill(_WIDEST), number)


_FIGURES = re.compile(r"\d+")
_WIDEST = 9


def line_values(facts: LineFacts, status: Status, moment: datetime) -> dict[str, object]:
    """Give the values of a register line, for a single insert or many."""
    name, second = shown_names(facts.names, facts.figure_label)
    seen = last_seen(facts.sightings)
    place_text = seen.place_text if seen else ""
    last = seen.occurred if seen else PartialDate.unknown()
    facet = status.facets
    remains = facet[Facet.REMAINS].value
    home = facet[Facet.REPAT].value if remains is Remains.NONE else remains
    life = status.proof_of_life_at
    closed = facet[Facet.ADMIN].value.value in ("CLOSED", "MERGED", "REJECTED")
    return {
        "case_id": facts.case_id,
        "number": facts.number,
        "number_key": number_key(facts.number),
        "name": name,
        "name_second": second,
        "name_key": sort_key(name),
        "born_edtf": facts.born.edtf,
        "born_key": facts.born.sort_key,
        "unit": facts.unit,
        "unit_hy": facts.unit_hy,
        "unit_ru": facts.unit_ru,
        "place_id": seen.place_id if seen else None,
        "place_text": place_text,
        "place_key": sort_key(facts.place_name or place_text),
        "last_edtf": last.edtf,
        "last_key": last.sort_key,
        "last_earliest": last.earliest,
        "last_latest": last.latest,
        "headline": status.headline.value,
        "fate": facet[Facet.FATE].value.value,
        "custody": facet[Facet.CUSTODY].value.value,
        "ack": facet[Facet.ACK].value.value,
        "home": home.value,
        "contested": ",".join(f.value for f, state in facet.items() if state.contested),
        "chips": chips_text(status),
        "sign_of_life": _day_of(life),
        "silent_from": None if closed else status.silent_from,
        "accounting": accounting_line(status).value,
        "incident_id": facts.incident_id,
        "officer_id": facts.officer_id,
        "closed": closed,
        "changed_at": moment,
    }


def _day_of(life: PartialDate | None) -> date | None:
    return None if life is None else life.latest or life.earliest


def refresh(uow: UnitOfWork, case_ids: Iterable[UUID]) -> dict[UUID, Status]:
    """Compute cases anew and keep what came out: status, snapshot if it changed, line.

    Gives the statuses. The line keeps its row number, so an open list stays where it is.
    """
    wanted = list(dict.fromkeys(case_ids))
    uow.session.flush()
    statuses: dict[UUID, Status] = {}
    _hold(uow, wanted)
    for ids in batches(wanted):
        facts = read_facts(uow, ids)
        today, moment = uow.clock.today(), uow.clock.now()
        for case_id, history in histories(uow.session, ids).items():
            statuses[case_id] = compute(history, today)
        _keep_snapshots(uow, ids, statuses, moment)
        rows = _keep_lines(uow, [line_values(facts[i], statuses[i], moment) for i in ids])
        keep_findable(uow, {rows[case_id]: facts[case_id] for case_id in ids})
    return statuses


def refresh_words(uow: UnitOfWork, incident_id: UUID) -> None:
    """Let the lines of an incident's cases be found by what it is called now.

    Nothing is computed anew: what an incident is called says nothing of a man.
    """
    uow.session.flush()
    wanted = list(uow.session.scalars(select(Case.id).where(Case.incident_id == incident_id)))
    _hold(uow, wanted)
    for ids in batches(wanted):
        facts = read_facts(uow, ids)
        keep_findable(uow, {row: facts[case_id] for case_id, row in rows_of(uow, ids).items()})


def _hold(uow: UnitOfWork, case_ids: Iterable[UUID]) -> None:
    # Everybody takes them in one order, so that two who want the same do not wait in a ring.
    for ids in batches(sorted(case_ids)):
        hold_rows(uow.session, select(Case.id).where(Case.id.in_(ids)).order_by(Case.id))


def _keep_snapshots(
    uow: UnitOfWork, ids: Sequence[UUID], statuses: dict[UUID, Status], moment: datetime
) -> None:
    newest = (
        select(func.max(FacetSnapshot.id))
        .where(FacetSnapshot.case_id.in_(ids))
        .group_by(FacetSnapshot.case_id)
    )
    kept = {
        case_id: (headline, facets, chips, line)
        for case_id, headline, facets, chips, line in uow.session.execute(
            select(
                FacetSnapshot.case_id,
                FacetSnapshot.headline,
                FacetSnapshot.facets,
                FacetSnapshot.chips,
                FacetSnapshot.accounting,
            ).where(FacetSnapshot.id.in_(newest))
        )
    }
    fresh = [snapshot_values(i, statuses[i], moment) for i in ids]
    changed = [v for v in fresh if _says_more(v, kept.get(v["case_id"]))]  # type: ignore[call-overload]  # case_id is a UUID in snapshot_values
    if changed:
        uow.session.execute(insert(FacetSnapshot), changed)


def _says_more(fresh: dict[str, object], kept: tuple[str, ...] | None) -> bool:
    """Tell whether a snapshot says anything the last one did not; older ones name no line."""
    if kept is None:
        return True
    said = (fresh["headline"], fresh["facets"], fresh["chips"])
    return said != kept[:3] or kept[3] not in {"", fresh["accounting"]}


def _keep_lines(uow: UnitOfWork, lines: Sequence[dict[str, object]]) -> dict[UUID, int]:
    """Write lines, each under the row number it has or a new one; gives the numbers by case."""
    ids = [line["case_id"] for line in lines]
    rows = rows_of(uow, ids)
    if rows:
        uow.session.execute(delete(CaseLine).where(CaseLine.row.in_(rows.values())))
    old = [{**line, "row": rows[line["case_id"]]} for line in lines if line["case_id"] in rows]  # type: ignore[index]  # case_id is a UUID in line_values
    new = [line for line in lines if line["case_id"] not in rows]
    for some in (old, new):
        if some:
            uow.session.execute(insert(CaseLine), some)
    return rows_of(uow, ids) if new else rows


def rows_of(uow: UnitOfWork, case_ids: Sequence[object]) -> dict[UUID, int]:
    """Give the row numbers of the lines of cases that have one."""
    found = select(CaseLine.case_id, CaseLine.row).where(CaseLine.case_id.in_(case_ids))
    return dict(uow.session.execute(found).all())
