"""Says whom of the register a man may be who is only being typed, with reasons (U-25)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.queries.finding.candidates import candidates
from app.queries.finding.likeness import few_weights, man_of
from app.queries.limited_access import lines_open_to
from app.search.brief_text import unpack
from app.search.compare import compare
from app.search.name_parts import first_keys, name_words_of
from app.search.weights import Weights
from app.shapes.briefs import PersonBrief
from app.shapes.like_pairs import LikeMan, PairMan
from app.shapes.likeness import Comparison, Verdict
from models.cases import CaseLine
from models.finding import CaseBrief
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action

_LOOKED_AT = 80
_CLOSE = 2


def men_alike(reader: Reader, brief: PersonBrief, limit: int = 6) -> tuple[LikeMan, ...]:
    """Give the men of the register who may be this man, the likeliest first.

    Limited cases are left out for those who may not see them, and what lies in the bin or was
    taken into another file.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    if not brief.names and not brief.numbers:
        return ()
    weights = few_weights(reader.session)
    alike = _alike(brief, candidates(reader.session, brief, _LOOKED_AT), weights)
    if not alike and (begun := only_begun(brief)) is not None:
        without, given = begun
        others = [
            (row, man)
            for row, man in candidates(reader.session, without, _LOOKED_AT)
            if any(key.startswith(part) for key in _given_keys(man) for part in given)
        ]
        alike = _alike(without, others, weights)
    lines = _lines(reader, alike)
    best = sorted(lines, key=lambda line: (-alike[line.row].score, line.row))[:limit]
    reader.shows(ReadKind.FOUND, (line.case_id for line in best))
    return tuple(LikeMan(man_of(line), alike[line.row]) for line in best)


def homonyms_of(reader: Reader, case_id: UUID) -> tuple[PairMan, ...]:
    """Give the other men of the register who bear his name, at tier 1 or 2 (domain.md 3.6 P12).

    A source that names nothing but the name may mean any of them; a man of whom somebody decided
    that he is another one bears the name all the same.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    kept = reader.session.scalar(
        select(CaseBrief.brief)
        .join(CaseLine, CaseLine.row == CaseBrief.row)
        .where(CaseLine.case_id == case_id)
    )
    if kept is None:
        return ()
    name_only = PersonBrief(unpack(kept).person.names)
    weights = few_weights(reader.session)
    same_name = [
        row
        for row, man in candidates(reader.session, name_only, _LOOKED_AT)
        if man.case_id != case_id
        and _bears_the_name(compare(name_only, PersonBrief(man.names), weights))
    ]
    lines = sorted(_lines(reader, same_name), key=lambda line: line.number_key)
    reader.shows(ReadKind.FOUND, (line.case_id for line in lines))
    return tuple(man_of(line) for line in lines)


def only_begun(brief: PersonBrief) -> tuple[PersonBrief, frozenset[str]] | None:
    """Give a man without his given name, and how that begins, as far as it is typed.

    None where there is no given name, or nothing beside it.
    """
    given = _given_keys(brief)
    names = tuple(
        replace(name, full=name.family, given="") for name in brief.names if name.family
    )  # fmt: skip
    return (replace(brief, names=names), given) if given and names else None


def _given_keys(man: PersonBrief) -> frozenset[str]:
    return first_keys(name_words_of(man).given)


def _alike(
    brief: PersonBrief, men: Iterable[tuple[int, PersonBrief]], weights: Weights
) -> dict[int, Comparison]:
    compared = {row: compare(brief, man, weights) for row, man in men}
    return {row: one for row, one in compared.items() if one.verdict is not Verdict.DIFFERENT}


def _bears_the_name(comparison: Comparison) -> bool:
    alike = comparison.verdict in (Verdict.SAME, Verdict.CANDIDATE)
    return alike and comparison.tier is not None and comparison.tier <= _CLOSE


def _lines(reader: Reader, rows: Iterable[int]) -> Sequence[CaseLine]:
    return reader.session.scalars(
        select(CaseLine).where(CaseLine.row.in_(list(rows)), *lines_open_to(reader))
    ).all()
