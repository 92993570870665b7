"""Keeps cases of limited access from those who have no business with them.

A case is limited by a supervisor or the data protection officer. Then only they and whoever reads
sensitive matters (caseworkers, analysts) open it, find it in lists and search, print it or write
in it; for everybody else it is not there. Counts of an incident still count the man, by number
alone. In a vault this guards against mistakes, not against a colleague with skill: whoever unlocks
holds the key (decisions.md, Data 1).

Whoever is shown something of such a case is noted in the history (R-45): a query says so by
`reader.shows`, the workspace writes it. In a register that cannot be written, where no reading can
be noted, limited cases are shown to nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, or_, select

from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import CaseInBin, NotAllowed
from models.cases import Case, CaseLine
from models.exhibits import Exhibit, ExhibitLink
from models.vocabulary.roles import Action


def refuse_limited(reader: Reader, case_ids: Iterable[UUID]) -> None:
    """Refuse whoever may not open one of these cases.

    Raises:
        NotAllowed.
    """
    if reader.sees_limited:
        return
    roles = reader.actor.roles
    limited = select(Case.id).where(Case.id.in_(list(case_ids)), Case.access_limited).limit(1)
    if reader.session.scalar(limited) is not None:
        raise NotAllowed(Action.READ_SENSITIVE, tuple(sorted(roles)))


def refuse_in_bin(reader: Reader, case_ids: Iterable[UUID]) -> None:
    """Refuse to read of a case that was put into the bin.

    Raises:
        CaseInBin.
    """
    in_bin = select(Case.number).where(Case.id.in_(list(case_ids)), Case.removed_at.is_not(None))
    number = reader.session.scalar(in_bin.limit(1))
    if number is not None:
        raise CaseInBin(number)


def lines_kept() -> ColumnElement[bool]:
    """Give the condition that leaves out the lines of cases in the bin or taken into others.

    Sums and lists need it. By row number, so that a list sorted by an index need not look at the
    lines themselves.
    """
    return and_(*(CaseLine.row.not_in(rows) for rows in _rows_put_aside()))


def lines_open_to(reader: Reader) -> list[ColumnElement[bool]]:
    """Give the conditions that leave only the register lines a member of staff may see."""
    return [CaseLine.row.not_in(rows) for rows in rows_hidden_from(reader)]


def rows_hidden_from(reader: Reader) -> list[Select[int]]:
    """Select the rows of the register that a member of staff may not see: few, by an index."""
    return rows_hidden(limited=reader.sees_limited)


def rows_hidden(*, limited: bool) -> list[Select[int]]:
    """Select the rows hidden from whoever sees `limited` cases, or does not."""
    aside = _rows_put_aside()
    return aside if limited else [*aside, _rows_where(Case.access_limited.is_(True))]


def _rows_put_aside() -> list[Select[int]]:
    """Select the rows of cases that are in the bin, and of those that were taken into others."""
    return [
        _rows_where(Case.removed_at.is_not(None)),
        _rows_where(Case.merged_into_id.is_not(None)),
    ]


def _rows_where(condition: ColumnElement[bool]) -> Select[int]:
    return select(CaseLine.row).join(Case, Case.id == CaseLine.case_id).where(condition)


def exhibits_open_to(reader: Reader | UnitOfWork) -> ColumnElement[bool]:
    """Give the condition that leaves only the exhibits a member of staff may see.

    One that speaks of limited cases alone, or of removed ones, is not there; one that speaks of an
    open case as well is, without its links to the others.
    """
    spoken_of = select(ExhibitLink.exhibit_id).where(ExhibitLink.case_id.is_not(None))
    # What speaks of a file that was taken in is kept as well: its man is in another file now.
    seen = spoken_of.where(ExhibitLink.case_id.in_(_cases_kept_for(reader)))
    return or_(Exhibit.id.not_in(spoken_of), Exhibit.id.in_(seen))


def cases_open_to(reader: Reader | UnitOfWork) -> Select[UUID]:
    """Select the cases a member of staff may see: not removed, taken in nor, for them, limited."""
    return _cases_kept_for(reader).where(Case.merged_into_id.is_(None))


def open_to(reader: Reader | UnitOfWork, case_id: ColumnElement[UUID]) -> ColumnElement[bool]:
    """Give the condition that a column names a case a member of staff may see.

    By the few cases that are hidden, each found by an index: the register is not walked.
    """
    hidden = [Case.removed_at.is_not(None), Case.merged_into_id.is_not(None)]
    if not reader.sees_limited:
        hidden.append(Case.access_limited.is_(True))
    return and_(*(case_id.not_in(select(Case.id).where(condition)) for condition in hidden))


def _cases_kept_for(reader: Reader | UnitOfWork) -> Select[UUID]:
    found = select(Case.id).where(Case.removed_at.is_(None))
    if reader.sees_limited:
        return found
    return found.where(Case.access_limited.is_(False))
