"""Use case: a list of our own men goes out, frozen as it was sent."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotFound
from app.i18n import Translator
from app.importing.list_rows import read_rows
from app.queries.case_history import batches
from app.queries.limited_access import cases_open_to
from app.queries.papers.release_facts import release_facts
from app.reports.audience import paper_for
from app.reports.gates import gates_of_men
from app.services.exhibits.received_files import keep_file
from app.services.finding.register_line import refresh
from app.services.lists.events import NO_DOUBT, record_of_row, standing_event
from app.services.lists.lists import list_meant, new_version, newest_version
from app.services.lists.rows import hash_of_rows, new_rows
from app.services.permission import require
from app.shapes.changes import Changes, Outcome
from app.shapes.listed_file import MEDIA_TYPE, written
from app.shapes.negotiation import SentMen
from app.shapes.requests.lists import ListColumn, ListTaken, SendList
from app.wording.lists import OWN_COLUMNS, column_head
from models.base import new_id
from models.cases import Case, CaseLine
from models.lists import ListRow, ListVersion, NameList
from models.people import Person, PersonName
from models.vocabulary.lists import NEGOTIATED, ListDirection, ListOrigin, RowState
from models.vocabulary.papers import Audience
from models.vocabulary.people import IdentifierKind, Script
from models.vocabulary.roles import Action

_SCRIPT_OF = {"hy": Script.ARMENIAN, "ru": Script.CYRILLIC, "en": Script.LATIN}
_NUMBERS_SENT = frozenset(
    {IdentifierKind.SERVICE_NUMBER, IdentifierKind.MILITARY_ID, IdentifierKind.PASSPORT}
)


def send_list(uow: UnitOfWork, request: SendList) -> Outcome[ListTaken]:
    """Make a list of our own men and freeze it: it says for good what was passed on.

    Each man's row names his case; on a tracing or negotiation list he is put on record as asked
    for (R60), on an exchange list as agreed upon (R62). Who was chosen and then left out by
    decision stands by number in the file of the version and in the reason of the entry.

    Raises:
        NotAllowed; NotFound; BadInput: nobody chosen, somebody who is not to be passed on, or who
        may not be on a list of negotiation and whom nobody decided to leave out.
    """
    uow.doing(Action.EDIT_LIST, named="send_list")
    ids = tuple(one for one in dict.fromkeys(request.case_ids) if one not in request.left_out)
    if not ids:
        raise BadInput("case", "list_no_men")
    of = list_meant(uow, request.list_id, request.details)
    if of.direction is not ListDirection.OUT:
        raise BadInput("list", "list_not_typed")
    left_out = _numbers(uow, request.left_out)
    if left_out:
        uow.because(", ".join(left_out))
    if of.kind in NEGOTIATED:
        _require_release(uow, ids, request)
    men = _men(uow, ids)
    t = Translator.open(request.language)
    columns = tuple(ListColumn(column_head(one, t), one) for one in OWN_COLUMNS)
    before = newest_version(uow, of.id)
    version = new_version(uow, of, before, ListOrigin.REGISTER, columns, request.version)
    version.language = request.language
    units = _units(uow, ids)
    cells = [
        _cells(at, men[case_id], units.get(case_id, ""), request.language)
        for at, case_id in enumerate(ids, start=1)
    ]
    rows = new_rows(version.id, read_rows(columns, cells))
    version.sha256 = hash_of_rows(rows)
    if request.men:
        file = written(SentMen(request.men, left_out))
        name = f"{of.number}-v{version.version_no}.json"
        version.file_id = keep_file(uow, file, name, media_type=MEDIA_TYPE).id
    if before is not None and _same(before, version):
        named = f"{of.number} v{before.version_no}"
        raise BadInput("rows", "list_same_version", named=named)
    version.frozen_at = uow.clock.now()
    uow.session.add(version)
    uow.session.flush()
    for row, case_id in zip(rows, ids, strict=True):
        row.state = RowState.ACCEPTED
        row.case_id = case_id
        row.decided_by = uow.actor.id
        row.decided_at = version.frozen_at
    uow.session.add_all(rows)
    uow.session.flush()
    _record(uow, of, version, rows, before)
    refresh(uow, ids)
    taken = ListTaken(of.id, version.id, of.number, version.version_no, len(rows), 0)
    return Outcome(taken, Changes.of("lists", of.id) | Changes.of("cases", *ids))


def _same(before: ListVersion, version: ListVersion) -> bool:
    """Tell whether two versions say the same: row by row, and man by man as they were frozen."""
    return before.sha256 == version.sha256 and before.file_id == version.file_id


def _numbers(uow: UnitOfWork, ids: Sequence[UUID]) -> tuple[str, ...]:
    found = select(Case.number).where(Case.id.in_(ids), Case.id.in_(cases_open_to(uow)))
    return tuple(sorted(uow.session.scalars(found))) if ids else ()


def _require_release(uow: UnitOfWork, ids: Sequence[UUID], request: SendList) -> None:
    """Refuse a list on which somebody stands who may not be named on it (domain.md 2.1, 2.12)."""
    men = release_facts(uow, ids)
    gates = gates_of_men(paper_for(Audience.NEGOTIATION), men, request.basis)
    if gates:
        numbers = ", ".join(dict.fromkeys(gate.number for gate in gates))
        raise BadInput("case", "list_kept_back", numbers=numbers)


def _men(uow: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, Person]:
    """Give the men of cases with all that a list says of them.

    Raises:
        NotFound: a case that is gone or not for whoever sends; BadInput: not to be passed on.
    """
    found: dict[UUID, Person] = {}
    for some in batches(ids):
        seen = set(
            uow.session.scalars(
                select(Case.id).where(Case.id.in_(some), Case.id.in_(cases_open_to(uow)))
            )
        )
        for case_id in some:
            if case_id not in seen:
                raise NotFound("cases", case_id)
        people = select(Person).where(Person.id.in_(some)).options(
            selectinload(Person.names),
            selectinload(Person.service),
            selectinload(Person.identifiers),
        )  # fmt: skip
        found.update((person.id, person) for person in uow.session.scalars(people))
    kept_back = [person.id for person in found.values() if person.do_not_transmit]
    if kept_back:
        numbers = uow.session.scalars(
            select(Case.number).where(Case.id.in_(kept_back)).order_by(Case.number)
        )
        raise BadInput("case", "list_do_not_transmit", numbers=", ".join(numbers))
    return found


def _units(uow: UnitOfWork, ids: Sequence[UUID]) -> dict[UUID, str]:
    return {
        case_id: unit
        for some in batches(ids)
        for case_id, unit in uow.session.execute(
            select(CaseLine.case_id, CaseLine.unit).where(CaseLine.case_id.in_(some))
        )
    }


def _cells(at: int, person: Person, unit: str, language: str) -> tuple[str, ...]:
    name = _name_in(person, language)
    rank = next((one.rank_as_written for one in reversed(person.service)), "")
    number = next((one.value for one in person.identifiers if one.kind in _NUMBERS_SENT), "")
    full = person.figure_label if name is None else name.full_as_written
    father = "" if name is None else name.patronymic
    if name is not None and name.family and name.given:
        full = f"{name.family} {name.given}"
    return (str(at), full, father, person.birth.edtf or person.birth.text, rank, unit, number)


def _name_in(person: Person, language: str) -> PersonName | None:
    wanted = _SCRIPT_OF.get(language, Script.LATIN)
    scripts = (wanted, Script.LATIN, Script.CYRILLIC, Script.ARMENIAN, Script.OTHER)
    names = (person.primary_name(script) for script in scripts)
    return next((name for name in names if name is not None), None)


def _record(
    uow: UnitOfWork, of: NameList, version: ListVersion, rows: Sequence[ListRow],
    before: ListVersion | None,
) -> None:  # fmt: skip
    """Put on record that men were asked for; who stood on the version before was already."""
    known: dict[UUID | None, UUID | None] = {}
    if before is not None:
        kept = select(ListRow.case_id, ListRow.event_id).where(ListRow.version_id == before.id)
        known = dict(uow.session.execute(kept).all())
    occurrence = new_id() if len(rows) > 1 else None
    for row in rows:
        row.event_id = known.get(row.case_id)
        request = standing_event(of, version, row, NO_DOUBT)
        if row.event_id is not None or request is None or row.case_id is None:
            continue
        require(uow, Action.RECORD_EVENT)
        event = record_of_row(uow, request, row, row.case_id, None, of, version, occurrence)
        row.event_id = event.id
