"""Reads a text for outside with the names of the register at hand (`domain.md` 6.2 rule 2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.db.word_index import Form, WordTable, rows_holding
from app.queries.limited_access import refuse_in_bin, refuse_limited, rows_hidden_from
from app.search.brief_text import unpack
from app.search.index_words import KEY, marked
from app.search.private_names import surnames_in
from app.search.private_text import find_private
from app.shapes.briefs import NameBrief, PersonBrief
from app.shapes.private_text import Finding, PrivateKind
from models.cases import CaseLine
from models.finding import CaseBrief
from models.people import Relative
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action

_MOST_FORMS = 300
_MOST_PEOPLE = 300


def private_in_text(reader: Reader, case_id: UUID | None, text: str) -> tuple[Finding, ...]:
    """Give the passages of `text` on a man that point at somebody else, or at some place.

    Limited cases are compared with only for those who may see them.

    Raises:
        NotAllowed. CaseInBin.
    """
    reader.allow(Action.READ_CASES)
    if case_id is not None:
        refuse_limited(reader, (case_id,))
        refuse_in_bin(reader, (case_id,))
    if not text.strip():
        return ()
    own = _own_names(reader, case_id) if case_id is not None else ()
    people = _who_may_be_named(reader, text, case_id)
    names = tuple(name for person in people for name in person.names)
    relatives = _relatives(reader, case_id) if case_id is not None else ()
    found = find_private(text, (*names, *relatives), own)
    reader.shows(ReadKind.FOUND, _named(found, people, own))
    return found


def _own_names(reader: Reader, case_id: UUID) -> tuple[NameBrief, ...]:
    kept = reader.session.scalar(
        select(CaseBrief.brief)
        .join(CaseLine, CaseLine.row == CaseBrief.row)
        .where(CaseLine.case_id == case_id)
    )
    return unpack(kept).person.names if kept is not None else ()


def _who_may_be_named(reader: Reader, text: str, case_id: UUID | None) -> tuple[PersonBrief, ...]:
    """Give the other men of the register whose family name sounds like a word of the text."""
    words = (word for keys in surnames_in(text) for word in marked(KEY, keys.first | keys.family))
    forms = tuple(map(Form, tuple(dict.fromkeys(words))[:_MOST_FORMS]))
    if not forms:
        return ()
    rows = rows_holding(reader.session, WordTable.CASES, [forms], rows_hidden_from(reader)).limit(
        _MOST_PEOPLE
    )
    briefs = reader.session.scalars(select(CaseBrief.brief).where(CaseBrief.row.in_(rows)))
    people = (unpack(brief).person for brief in briefs)
    return tuple(person for person in people if person.case_id != case_id)


def _relatives(reader: Reader, case_id: UUID) -> tuple[NameBrief, ...]:
    rows = reader.session.scalars(select(Relative.full_name).where(Relative.person_id == case_id))
    return tuple(NameBrief(name) for name in rows)


def _named(
    found: Sequence[Finding], people: Iterable[PersonBrief], own: Sequence[NameBrief]
) -> list[UUID]:
    """Give the cases whose men a finding tells to be in the register."""
    told = [one.text for one in found if one.kind is PrivateKind.PERSON]
    return [
        person.case_id
        for person in people
        if person.case_id is not None
        and any(
            one.kind is PrivateKind.PERSON
            for text in told
            for one in find_private(text, person.names, own)
        )
    ]
