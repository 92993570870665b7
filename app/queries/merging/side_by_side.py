"""Holds two files against each other, and works out what the joined man would be (AT20)."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.errors import BadInput
from app.queries.case_history import histories
from app.queries.cases.file import content_of_case
from app.queries.exhibits.lines import exhibits_of_case
from app.queries.finding.likeness import few_weights
from app.queries.merged import not_same
from app.queries.merging.fields import FIELDS, proposed
from app.queries.merging.guards import joined_history, objections
from app.queries.merging.side_rows import Side, count_facts, field_rows, list_rows, one_time_line
from app.search.brief_text import unpack
from app.search.compare import compare
from app.shapes.briefs import PersonBrief
from app.shapes.merging import DecidedTwoMen
from app.shapes.side_by_side import Becoming, SideBySide
from models.cases import Case, CaseLine
from models.codebook import compute
from models.exhibits import Exhibit
from models.finding import CaseBrief
from models.people import Person
from models.staff import Staff
from models.vocabulary.deeds import ReadKind
from models.vocabulary.merging import MergeField, Whose


def side_by_side(reader: Reader, first_id: UUID, second_id: UUID) -> SideBySide:
    """Read two files whole, what is alike in them, and what would come of joining them.

    Raises:
        NotAllowed: also where access to either is limited; NotFound; BadInput: it is one file;
        CaseInBin; CaseMerged.
    """
    first, second = _side(reader, first_id), _side(reader, second_id)
    if first_id == second_id:
        raise BadInput("case", "one_file")
    reader.shows(ReadKind.VIEWED, [first_id, second_id])
    knows = (count_facts(first), count_facts(second))
    earlier = first.file.number <= second.file.number
    stays = first if knows[0] > knows[1] or (knows[0] == knows[1] and earlier) else second
    return SideBySide(
        first=first.file,
        second=second.file,
        fields=tuple(field_rows(first, second)),
        lists=tuple(list_rows(first, second)),
        events=one_time_line(first.file, second.file),
        comparison=compare(
            _brief(reader, first_id), _brief(reader, second_id), few_weights(reader.session)
        ),
        if_first_stays=_becoming(reader, first, second),
        if_second_stays=_becoming(reader, second, first),
        stays=stays.file.case_id,
        decided=_decided(reader, first_id, second_id),
    )


def _side(reader: Reader, case_id: UUID) -> Side:
    file = content_of_case(reader, case_id)
    person = reader.get(Person, case_id)
    portrait = ""
    if person.portrait_id is not None:
        number = select(Exhibit.number).where(Exhibit.id == person.portrait_id)
        portrait = reader.session.scalar(number) or ""
    exhibits = exhibits_of_case(reader, case_id)
    return Side(file, reader.get(Case, case_id), person, tuple(exhibits), portrait)


def _brief(reader: Reader, case_id: UUID) -> PersonBrief:
    """Give him in brief, as search and comparison keep him."""
    kept = reader.session.scalar(
        select(CaseBrief.brief)
        .join(CaseLine, CaseLine.row == CaseBrief.row)
        .where(CaseLine.case_id == case_id)
    )
    return unpack(kept).person if kept is not None else PersonBrief(names=())


def _becoming(reader: Reader, stays: Side, goes: Side) -> Becoming:
    kept = {
        field: proposed(
            field,
            columns.read(stays.person, stays.case),
            columns.read(goes.person, goes.case),
        )
        for field, columns in FIELDS.items()
    }
    chosen = goes if kept[MergeField.BIRTH] is Whose.ABSORBED else stays
    born = chosen.person.birth
    today = reader.clock.today()
    ids = (stays.file.case_id, goes.file.case_id)
    both = histories(reader.session, ids)
    joined = joined_history(both[ids[0]], both[ids[1]], born)
    found = objections(reader.session, *ids, today, born)
    return Becoming(compute(joined, today), found.bars, found.doubts, kept)


def _decided(reader: Reader, first_id: UUID, second_id: UUID) -> DecidedTwoMen | None:
    row = not_same(reader.session, first_id, second_id)
    if row is None:
        return None
    by = reader.session.scalar(select(Staff.name).where(Staff.id == row.created_by))
    return DecidedTwoMen(row.first_id, row.second_id, row.created_at, by or "", row.reason)
