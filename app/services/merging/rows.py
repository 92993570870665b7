"""What comes over when one file is taken into another, row by row, and what stays behind and why.

Every column that points at a case or a person stands in one of the two lists below; a test walks
the tables and fails where one does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select, update

from app.db.unit_of_work import UnitOfWork
from app.queries.merging.carried import OF_CASE, OF_PERSON, Carried, CarriedOfCase, CarriedOfPerson
from app.queries.merging.guards import OF_THE_FILE
from models.base import Entity
from models.disclosures import DisclosedCase
from models.events import Assertion, Citation, Event
from models.exhibits import ExhibitLink
from models.imports import ImportRow
from models.lists import RowNotHim
from models.merges import NotSame
from models.people import OfPerson, PersonName, Relative, ServiceRecord
from models.submissions import SubmissionMan
from models.vocabulary.people import NameKind

#: Comes over: the table, and the column by which a row hangs on the man.
CARRIED: Final = frozenset(
    {
        ("person_names", "person_id"),
        ("identifiers", "person_id"),
        ("service_records", "person_id"),
        ("relatives", "person_id"),
        ("events", "case_id"),
        ("assertions", "case_id"),
        ("citations", "case_id"),
        ("exhibit_links", "case_id"),
        ("status_overrides", "case_id"),
        ("import_rows", "case_id"),
        ("list_rows", "case_id"),
        ("list_rows_not_him", "case_id"),
        ("arrivals", "case_id"),
        ("submission_people", "case_id"),
        ("disclosed_cases", "case_id"),
        ("consents", "case_id"),
        ("consent_scopes", "case_id"),
        ("family_contacts", "case_id"),
        ("tasks", "case_id"),
    }
)

STAYS: Final = {
    ("cases", "id"): "the file and its person are what is left to lead to the other file",
    ("cases", "merged_into_id"): "a file taken in earlier leads there step by step",
    ("case_lines", "case_id"): "computed anew, and left out of every list",
    ("facet_snapshots", "case_id"): "what was known on an earlier day stays true",
    ("case_reads", "case_id"): "who opened which file is never written anew",
    ("merges", "survivor_id"): "an earlier merge happened to this file and to no other",
    ("merges", "absorbed_id"): "an earlier merge happened to this file and to no other",
    ("today_marks", "case_id"): "a line of the day is named after the file it was about",
    ("not_same", "first_id"): "a decision of its own is entered for the other file beside it",
    ("not_same", "second_id"): "a decision of its own is entered for the other file beside it",
}


def carry_over(uow: UnitOfWork, survivor_id: UUID, absorbed_id: UUID) -> None:
    """Hang on the survivor all that is said of the man in the other file."""
    for row in list(to_carry(uow, survivor_id, absorbed_id)):
        if isinstance(row, OfPerson):
            row.person_id = survivor_id
            continue
        row.case_id = survivor_id
        if isinstance(row, Citation) and row.subject_id == absorbed_id:
            row.subject_id = survivor_id


def to_carry(uow: UnitOfWork, survivor_id: UUID, absorbed_id: UUID) -> Iterator[Carried]:
    """Give what must not be left behind in a file that is taken in."""
    staying = _events_of_the_file(uow, absorbed_id)
    shown = _exhibits_shown(uow, survivor_id)
    once = _once_only(uow, survivor_id)
    for kind in OF_PERSON:
        yield from _of_person(uow, kind, absorbed_id)
    for row in _hanging(uow, absorbed_id):
        if _event_of(row) in staying:
            continue
        # One picture is not shown twice: a tie that says nothing more stays where it is.
        if isinstance(row, ExhibitLink) and _tie(row) in shown and not row.remark:
            continue
        # What speaks of both men stays with each: nobody stands twice in one letter.
        if isinstance(row, SubmissionMan) and row.submission_id in once:
            continue
        if isinstance(row, RowNotHim) and row.row_id in once:
            continue
        if isinstance(row, DisclosedCase) and row.disclosure_id in once:
            continue
        yield row


def _of_person[R: CarriedOfPerson](uow: UnitOfWork, kind: type[R], person_id: UUID) -> Iterator[R]:
    yield from uow.session.scalars(select(kind).where(kind.person_id == person_id)).all()


def _of_case[R: CarriedOfCase](uow: UnitOfWork, kind: type[R], case_id: UUID) -> Iterator[R]:
    yield from uow.session.scalars(select(kind).where(kind.case_id == case_id)).all()


def _hanging(uow: UnitOfWork, case_id: UUID) -> Iterator[CarriedOfCase]:
    for kind in OF_CASE:
        yield from _of_case(uow, kind, case_id)


def _events_of_the_file(uow: UnitOfWork, case_id: UUID) -> frozenset[UUID]:
    """Name the events that tell of the file and not of the man: opened, closed, taken in."""
    return frozenset(
        uow.session.scalars(
            select(Event.id).where(Event.case_id == case_id, Event.code.in_(OF_THE_FILE))
        )
    )


def _once_only(uow: UnitOfWork, case_id: UUID) -> frozenset[UUID]:
    """Name the submissions, the rows of lists and the papers that speak of a man already."""
    asked = select(SubmissionMan.submission_id).where(SubmissionMan.case_id == case_id)
    refused = select(RowNotHim.row_id).where(RowNotHim.case_id == case_id)
    told = select(DisclosedCase.disclosure_id).where(DisclosedCase.case_id == case_id)
    return frozenset(uow.session.scalars(asked.union_all(refused, told)))


def _event_of(row: Entity) -> UUID | None:
    if isinstance(row, Event):
        return row.id
    return row.event_id if isinstance(row, Assertion | ExhibitLink) else None


def _tie(link: ExhibitLink) -> tuple[UUID, UUID | None, UUID | None]:
    return link.exhibit_id, link.event_id, link.incident_id


def _exhibits_shown(
    uow: UnitOfWork, case_id: UUID
) -> frozenset[tuple[UUID, UUID | None, UUID | None]]:
    links = uow.session.scalars(select(ExhibitLink).where(ExhibitLink.case_id == case_id))
    return frozenset(map(_tie, links))


def lead(
    uow: UnitOfWork, kind: type[PersonName | ServiceRecord | Relative], first: UUID, second: UUID
) -> None:
    """Let the rows of one man stand before those of the other; called before anything came over."""
    leading = _in_order(uow, kind, first)
    following = _in_order(uow, kind, second)
    if not leading or not following:
        return
    shift = leading[-1].position + 1 - following[0].position
    for row in following:
        row.position += shift
    _one_shown(
        [r for r in leading if isinstance(r, PersonName)],
        [r for r in following if isinstance(r, PersonName)],
    )


def _in_order[R: PersonName | ServiceRecord | Relative](
    uow: UnitOfWork, kind: type[R], person_id: UUID
) -> list[R]:
    wanted = select(kind).where(kind.person_id == person_id).order_by(kind.position, kind.id)
    return list(uow.session.scalars(wanted))


def _one_shown(leading: list[PersonName], following: list[PersonName]) -> None:
    """Let a leading name be the one shown in each script it is kept in."""
    scripts = {name.script for name in following}
    for script in {name.script for name in leading} & scripts:
        names = [name for name in leading if name.script is script]
        if not any(name.is_primary for name in names):
            best = min(names, key=lambda n: (n.kind is not NameKind.OFFICIAL, n.position))
            best.is_primary = True
    for name in following:
        name.is_primary = False


def carry_decisions(uow: UnitOfWork, survivor_id: UUID, absorbed_id: UUID) -> list[UUID]:
    """Let whoever is known to be another man than the one stay another man than the two.

    Answers the decisions that were entered for it.
    """
    entered = []
    rows = uow.session.execute(
        select(NotSame.first_id, NotSame.second_id, NotSame.reason).where(
            or_(NotSame.first_id == absorbed_id, NotSame.second_id == absorbed_id)
        )
    ).all()
    for first, second, why in rows:
        other = second if first == absorbed_id else first
        one, two = sorted((survivor_id, other))
        known = select(NotSame.id).where(NotSame.first_id == one, NotSame.second_id == two)
        if uow.session.scalar(known) is None:
            decision = NotSame(first_id=one, second_id=two, reason=why)
            uow.session.add(decision)
            entered.append(decision.id)
    return entered


# --- rows of lists: no part of the history, so they follow what the merge remembers of them


def import_rows_of(uow: UnitOfWork, case_id: UUID) -> list[tuple[UUID, int]]:
    """Name the rows of lists that were about a man."""
    rows = uow.session.execute(
        select(ImportRow.batch_id, ImportRow.row_no)
        .where(ImportRow.case_id == case_id)
        .order_by(ImportRow.batch_id, ImportRow.row_no)
    )
    return [(batch_id, row_no) for batch_id, row_no in rows]


def lead_import_rows(uow: UnitOfWork, rows: Sequence[tuple[UUID, int]], case_id: UUID) -> None:
    """Let rows of lists lead to this file."""
    for batch_id, row_no in rows:
        uow.session.execute(
            update(ImportRow)
            .where(ImportRow.batch_id == batch_id, ImportRow.row_no == row_no)
            .values(case_id=case_id)
        )
