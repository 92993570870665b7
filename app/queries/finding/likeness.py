"""Reads the pairs of men who may be one: those nobody has decided yet, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from app.db.unit_of_work import Reader
from app.queries.case_history import batches
from app.queries.finding.briefs import count_people
from app.queries.limited_access import rows_hidden_from
from app.search.name_shares import weights_in_register
from app.search.reason_text import unpack_comparison
from app.search.weights import Weights, own_weights
from app.shapes.like_pairs import PairFilter, PairMan, PairRow
from models.cases import CaseLine
from models.desk import LEARNT_WEIGHTS, OfficeFact
from models.finding import CaseBrief, KnownWord
from models.merges import LikePair, NotSame
from models.vocabulary.deeds import ReadKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action

_ROLES = {"family": "f", "given": "g"}
"""How the index calls the names that it counts."""


def likely_pairs(
    reader: Reader, wanted: PairFilter, *, limit: int = 200, offset: int = 0
) -> tuple[PairRow, ...]:
    """List pairs of men who may be one, the likeliest first.

    Left out are pairs of which somebody decided that they are two men, files that were joined or
    lie in the bin, and limited ones for those who may not see them.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    pairs = reader.session.execute(
        _open_pairs(reader, wanted)
        .order_by(LikePair.score.desc(), LikePair.first_row, LikePair.second_row)
        .limit(limit)
        .offset(offset)
    ).all()
    men = _men_by_row(reader.session, {row for pair in pairs for row in pair[:2]})
    reader.shows(ReadKind.FOUND, (man.case_id for man in men.values()))
    found = []
    for first, second, score, tier, reasons in pairs:
        kept = unpack_comparison(score, tier, reasons)
        found.append(
            PairRow(men[first], men[second], kept.score, kept.tier, kept.verdict, kept.reasons)
        )
    return tuple(found)


def count_pairs(reader: Reader, wanted: PairFilter) -> int:
    """Count the pairs that wait for a decision.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    found = _open_pairs(reader, wanted).subquery()
    return reader.session.scalar(select(func.count()).select_from(found)) or 0


def known_as_two(session: Session, case_ids: Iterable[UUID]) -> frozenset[tuple[UUID, UUID]]:
    """Give the pairs among cases of which somebody decided that they are two men, both ways."""
    found: set[tuple[UUID, UUID]] = set()
    for ids in batches(case_ids):
        rows = session.execute(
            select(NotSame.first_id, NotSame.second_id).where(
                or_(NotSame.first_id.in_(ids), NotSame.second_id.in_(ids))
            )
        )
        for first, second in rows:
            found |= {(first, second), (second, first)}
    return frozenset(found)


def men_of_cases(session: Session, case_ids: Iterable[UUID]) -> dict[UUID, PairMan]:
    """Give men in a few words, by case."""
    lines = [
        line
        for ids in batches(case_ids)
        for line in session.scalars(select(CaseLine).where(CaseLine.case_id.in_(ids)))
    ]
    return {line.case_id: man_of(line) for line in lines}


def all_weights(session: Session) -> Weights:
    """Give the weights of this register with all its names counted: for long work."""
    roles = {letter: name for name, letter in _ROLES.items()}
    counted = {
        (roles[role], word): uses
        for role, word, uses in session.execute(
            select(KnownWord.role, KnownWord.word, KnownWord.uses).where(KnownWord.role.in_(roles))
        )
    }
    return _weights(session, counted)


class CountedOnDemand(dict[tuple[str, str], int]):
    """The uses of names, each asked for once; for a few comparisons within one session."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def __missing__(self, wanted: tuple[str, str]) -> int:
        name, word = wanted
        uses = self._session.scalar(
            select(KnownWord.uses).where(KnownWord.role == _ROLES[name], KnownWord.word == word)
        )
        self[wanted] = uses or 0
        return self[wanted]

    def count(self, name: str, word: str) -> int:
        """Count who bears a name."""
        return self[name, word]


def few_weights(session: Session) -> Weights:
    """Give the weights of this register, asking for names as they come: for one man."""
    people = count_people(session)
    return weights_in_register(weights_in_use(session), people, CountedOnDemand(session).count)


def _weights(session: Session, counted: Mapping[tuple[str, str], int]) -> Weights:
    people = count_people(session)
    return weights_in_register(
        weights_in_use(session), people, lambda name, word: counted.get((name, word), 0)
    )


def weights_in_use(session: Session) -> Weights:
    """Give the weights that this register has learnt, or those the program comes with."""
    return own_weights(
        session.scalar(select(OfficeFact.value).where(OfficeFact.key == LEARNT_WEIGHTS))
    )


def _open_pairs(reader: Reader, wanted: PairFilter) -> Select[int, int, float, int, str]:
    first, second = aliased(CaseLine), aliased(CaseLine)
    # By the few rows that are left out: the pairs are walked in their order, not the register.
    # What was found of a man who has changed since is stale until he is looked at again.
    left_out = [*rows_hidden_from(reader), _not_looked_at()]
    decided = exists().where(
        or_(
            and_(NotSame.first_id == first.case_id, NotSame.second_id == second.case_id),
            and_(NotSame.first_id == second.case_id, NotSame.second_id == first.case_id),
        )
    )
    found = (
        select(
            LikePair.first_row, LikePair.second_row, LikePair.score, LikePair.tier, LikePair.reasons
        )
        .join(first, first.row == LikePair.first_row)
        .join(second, second.row == LikePair.second_row)
        .where(
            LikePair.score >= wanted.min_score,
            *(LikePair.first_row.not_in(rows) for rows in left_out),
            *(LikePair.second_row.not_in(rows) for rows in left_out),
            ~decided,
        )
    )
    return found.where(LikePair.tier.in_(wanted.tiers)) if wanted.tiers else found


def _not_looked_at() -> Select[int]:
    return select(CaseBrief.row).where(CaseBrief.compared.is_(False))


def _men_by_row(session: Session, rows: Iterable[int]) -> dict[int, PairMan]:
    wanted = list(rows)
    return {
        line.row: man_of(line)
        for start in range(0, len(wanted), 500)
        for line in session.scalars(
            select(CaseLine).where(CaseLine.row.in_(wanted[start : start + 500]))
        )
    }


def man_of(line: CaseLine) -> PairMan:
    """Give the man of a register line in a few words."""
    return PairMan(
        case_id=line.case_id,
        number=line.number,
        name=line.name,
        name_second=line.name_second,
        born=PartialDate.restore(line.born_edtf, ""),
        unit=line.unit,
        headline=line.headline,
    )
