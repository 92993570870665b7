"""Reads what families agreed to, so that whatever goes out asks first (domain.md 2.12, 3.10)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from app.db.unit_of_work import Reader
from app.queries.limited_access import (
    cases_open_to,
    open_to,
    refuse_in_bin,
    refuse_limited,
)
from app.queries.merged import refuse_merged
from app.search.fold import fold
from app.shapes.families import ConsentConflict
from models.cases import CaseLine
from models.codebook.consents import Answer, Standings, resolve
from models.families import Consent, ConsentToScope
from models.people import Relative
from models.vocabulary.deeds import ReadKind
from models.vocabulary.families import ConsentAnswer, ConsentState, DataSubject
from models.vocabulary.partial_date import local_day
from models.vocabulary.roles import Action

_IN_ONE_QUERY = 500

type BySubject = Mapping[DataSubject, Standings]


def consent_state(
    reader: Reader, case_id: UUID, subject: DataSubject = DataSubject.MISSING_MAN
) -> Standings:
    """Say of every scope what holds, by whose word and since when.

    Raises:
        NotAllowed: also where access to the case is limited; CaseInBin; CaseMerged.
    """
    reader.allow(Action.READ_FAMILY)
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    refuse_merged(reader, [case_id])
    reader.shows(ReadKind.VIEWED, [case_id])
    return standings_of(reader.session, [case_id], subject)[case_id]


def consent_states(
    reader: Reader, case_ids: Sequence[UUID], subject: DataSubject = DataSubject.MISSING_MAN
) -> Mapping[UUID, Standings]:
    """Say the same of many men at once; of men one may not see, nothing was asked.

    Whoever calls says by `reader.shows` how the answer is shown.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_FAMILY)
    seen = _seen_among(reader, case_ids)
    found = standings_of(reader.session, seen, subject)
    nothing = resolve(())
    return {case_id: found.get(case_id, nothing) for case_id in case_ids}


def standings_of(
    session: Session, case_ids: Iterable[UUID], subject: DataSubject
) -> dict[UUID, Standings]:
    """Resolve what was answered about one subject in each of some cases."""
    return {
        case_id: by_subject[subject]
        for case_id, by_subject in standings_by_subject(session, case_ids).items()
    }


def standings_by_subject(session: Session, case_ids: Iterable[UUID]) -> dict[UUID, BySubject]:
    """Resolve what was answered about each subject in each of some cases."""
    answers = _answers(session, list(dict.fromkeys(case_ids)))
    return {
        case_id: {subject: resolve(of_case.get(subject, ())) for subject in DataSubject}
        for case_id, of_case in answers.items()
    }


def consented(session: Session, case_ids: Iterable[UUID]) -> frozenset[UUID]:
    """Name the cases in which any consent stands (MIN.LEGAL of the minimum data set)."""
    return frozenset(
        session.scalars(
            select(Consent.case_id)
            .where(Consent.case_id.in_(list(case_ids)), Consent.withdrawn_at.is_(None))
            .distinct()
        )
    )


def consent_conflicts(reader: Reader) -> tuple[ConsentConflict, ...]:
    """List the men whose relatives disagree, longest first: a supervisor is to speak with them.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_FAMILY)
    session = reader.session
    # One statement narrows it down to scopes of which both a yes and a refusal are on record.
    yes = (ConsentToScope.answer == ConsentAnswer.YES) & Consent.withdrawn_at.is_(None)
    differ = (
        select(ConsentToScope.case_id)
        .join(Consent, Consent.id == ConsentToScope.consent_id)
        .where(open_to(reader, Consent.case_id.expression))
        .group_by(ConsentToScope.case_id, Consent.subject, ConsentToScope.scope)
        .having(func.count(func.distinct(case((yes, 1), else_=0))) > 1)
    )
    doubtful = list(dict.fromkeys(session.scalars(differ)))
    found = standings_by_subject(session, doubtful)
    lines = {
        line.case_id: line
        for at in range(0, len(doubtful), _IN_ONE_QUERY)
        for line in session.scalars(
            select(CaseLine).where(CaseLine.case_id.in_(doubtful[at : at + _IN_ONE_QUERY]))
        )
    }
    conflicts = []
    for case_id in doubtful:
        standing = [
            (scope, state)
            for of_subject in found[case_id].values()
            for scope, state in of_subject.items()
            if state.state is ConsentState.CONFLICT
        ]
        if standing and case_id in lines:
            line = lines[case_id]
            conflicts.append(
                ConsentConflict(
                    case_id=case_id,
                    number=line.number,
                    name=line.name,
                    officer_id=line.officer_id,
                    scopes=tuple(dict.fromkeys(scope for scope, _ in standing)),
                    since=min(
                        (state.since.latest or reader.clock.today() for _, state in standing)
                    ),
                )
            )
    reader.shows(ReadKind.FOUND, [one.case_id for one in conflicts])
    return tuple(sorted(conflicts, key=lambda one: (one.since, one.number)))


def _seen_among(reader: Reader, case_ids: Sequence[UUID]) -> list[UUID]:
    open_to = cases_open_to(reader).subquery()
    return [
        case_id
        for at in range(0, len(case_ids), _IN_ONE_QUERY)
        for case_id in reader.session.scalars(
            select(open_to.c.id).where(open_to.c.id.in_(case_ids[at : at + _IN_ONE_QUERY]))
        )
    ]


def _answers(
    session: Session, case_ids: Sequence[UUID]
) -> dict[UUID, dict[DataSubject, list[Answer]]]:
    answers: dict[UUID, dict[DataSubject, list[Answer]]] = {
        case_id: defaultdict(list) for case_id in case_ids
    }
    for at in range(0, len(case_ids), _IN_ONE_QUERY):
        rows = session.execute(
            select(Consent, ConsentToScope, Relative.full_name)
            .join(ConsentToScope, ConsentToScope.consent_id == Consent.id)
            .outerjoin(Relative, Relative.id == Consent.relative_id)
            .where(Consent.case_id.in_(case_ids[at : at + _IN_ONE_QUERY]))
            .order_by(Consent.created_at, Consent.id)
        )
        for consent, to_scope, relative in rows:
            name = relative or consent.given_by
            gone = consent.withdrawn_at
            answers[consent.case_id][consent.subject].append(
                Answer(
                    scope=to_scope.scope,
                    answer=to_scope.answer,
                    giver=fold(name),
                    name=name,
                    given=consent.given,
                    recorded=consent.created_at,
                    withdrawn_on=None if gone is None else local_day(gone),
                )
            )
    return answers
