"""Puts onto a report what was done about a man: who was asked, what his family said, what left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import aliased

from app.db.unit_of_work import Reader
from app.queries.consents import standings_of
from app.queries.families.contacts import told_among
from app.queries.submissions.lines import lines_of
from app.shapes.case_report import AskedBody, CaseReport, ConsentLine, DisclosedNote
from models.codebook.consents import Standing, Standings
from models.disclosures import DisclosedCase, Disclosure
from models.families import FamilyContact
from models.submissions import Submission, SubmissionMan
from models.vocabulary.families import ConsentScope, DataSubject
from models.vocabulary.papers import Audience, DisclosureState
from models.vocabulary.partial_date import PartialDate, local_day
from models.vocabulary.roles import Action, may


def with_dealings(reader: Reader, reports: Mapping[UUID, CaseReport]) -> dict[UUID, CaseReport]:
    """Give reports with what was sent about a man, to whom papers on him left, and his family.

    What his family agreed to and was told, and which of them a letter went to, only for whoever
    may read of families. Whoever calls has refused cases that this reader may not see.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    ids = list(reports)
    asked, disclosed = _asked(reader, ids), _disclosed(reader, ids)
    found = {
        case_id: replace(report, asked=asked[case_id], disclosed=tuple(disclosed[case_id]))
        for case_id, report in reports.items()
    }
    if not may(reader.actor.roles, Action.READ_FAMILY):
        return found
    session = reader.session
    standings = standings_of(session, ids, DataSubject.MISSING_MAN)
    told, calls = told_among(session, ids), _next_calls(reader, ids)
    return {
        case_id: replace(
            report,
            consents=_consents(standings[case_id]),
            told_in_person=case_id in told,
            next_call=calls.get(case_id),
        )
        for case_id, report in found.items()
    }


def _next_calls(reader: Reader, case_ids: Sequence[UUID]) -> dict[UUID, date]:
    first = func.min(FamilyContact.next_on)
    rows = reader.session.execute(
        select(FamilyContact.case_id, first)
        .where(
            FamilyContact.case_id.in_(case_ids),
            FamilyContact.withdrawn_at.is_(None),
            FamilyContact.next_on >= reader.clock.today(),
        )
        .group_by(FamilyContact.case_id)
    )
    return {case_id: on for case_id, on in rows if on is not None}


def _consents(standings: Standings) -> tuple[ConsentLine, ...]:
    held = {scope: standings.get(scope, Standing()) for scope in ConsentScope}
    return tuple(
        ConsentLine(scope.value, one.state.value, one.by, one.since) for scope, one in held.items()
    )


def _asked(reader: Reader, case_ids: Sequence[UUID]) -> Mapping[UUID, tuple[AskedBody, ...]]:
    """Read what was sent about each, the oldest first."""
    rows = reader.session.execute(
        select(SubmissionMan, Submission)
        .join(Submission, Submission.id == SubmissionMan.submission_id)
        .where(SubmissionMan.case_id.in_(case_ids))
    ).all()
    sent = {line.id: line.sent for line in lines_of(reader, {of.id for _, of in rows})}
    found: dict[UUID, list[AskedBody]] = {case_id: [] for case_id in case_ids}
    for man, of in rows:
        found[man.case_id].append(_asked_body(man, of, sent.get(of.id, PartialDate.unknown())))
    return {
        case_id: tuple(sorted(asked, key=lambda one: (one.sent.sort_key, one.number)))
        for case_id, asked in found.items()
    }


def _asked_body(man: SubmissionMan, of: Submission, sent: PartialDate) -> AskedBody:
    return AskedBody(
        number=of.number,
        body=of.body.value,
        kind=of.kind.value,
        sent=sent,
        body_name=of.body_name,
        subject=of.subject,
        our_reference=of.our_reference,
        their_reference=of.their_reference,
        applicant=of.applicant,
        due=of.due_on,
        reply=man.reply.value if man.reply else "",
        replied=man.replied,
        reply_words=man.reply_words,
        measure=man.measure.value if man.measure else "",
        measured=man.measured,
    )


def _disclosed(reader: Reader, case_ids: Sequence[UUID]) -> Mapping[UUID, list[DisclosedNote]]:
    """Read which papers on each left, the oldest first: a paper once with its copies, a reprint."""
    original = aliased(Disclosure)
    rows = reader.session.execute(
        select(DisclosedCase.case_id, Disclosure, original.number)
        .join(Disclosure, Disclosure.id == DisclosedCase.disclosure_id)
        .outerjoin(original, original.id == Disclosure.reprint_of_id)
        .where(
            DisclosedCase.case_id.in_(case_ids),
            Disclosure.state == DisclosureState.ISSUED,
            or_(Disclosure.id == Disclosure.paper_id, Disclosure.reprint_of_id.is_not(None)),
        )
        .order_by(Disclosure.issued_at, Disclosure.number)
    ).all()
    of_families = may(reader.actor.roles, Action.READ_FAMILY)
    found: dict[UUID, list[DisclosedNote]] = {case_id: [] for case_id in case_ids}
    for case_id, row, reprint_of in rows:
        if row.issued_at is not None:
            to_family = row.audience is Audience.FAMILY
            found[case_id].append(
                DisclosedNote(
                    number=row.number or "",
                    audience=row.audience.value,
                    recipient=row.recipient if of_families or not to_family else "",
                    issued=local_day(row.issued_at),
                    copies=1 if reprint_of else row.copies,
                    sha256=row.sha256,
                    reprint_of=reprint_of or "",
                )
            )
    return found
