"""Puts onto a report what was done about a man: who was asked, what his family said, what left."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from app.db.unit_of_work import Reader
from app.queries.consents import standings_of
from app.queries.families.contacts import family_told_in_person
from app.queries.submissions.lines import lines_of
from app.shapes.case_report import AskedBody, CaseReport, ConsentLine, DisclosedNote
from models.codebook.consents import Standing
from models.disclosures import DisclosedCase, Disclosure
from models.families import FamilyContact
from models.submissions import Submission, SubmissionMan
from models.vocabulary.families import ConsentScope, DataSubject
from models.vocabulary.papers import Audience, DisclosureState
from models.vocabulary.partial_date import PartialDate, local_day
from models.vocabulary.roles import Action, may


def with_dealings(reader: Reader, case_id: UUID, report: CaseReport) -> CaseReport:
    """Give the report with what was sent about him, to whom papers on him left, and his family.

    What his family agreed to and was told, and which of them a letter went to, only for whoever
    may read of families. Whoever calls has refused cases that this reader may not see.
    """
    report = replace(report, asked=_asked(reader, case_id), disclosed=_disclosed(reader, case_id))
    if not may(reader.actor.roles, Action.READ_FAMILY):
        return report
    return replace(
        report,
        consents=_consents(reader, case_id),
        told_in_person=family_told_in_person(reader, case_id),
        next_call=reader.session.scalar(
            select(FamilyContact.next_on)
            .where(
                FamilyContact.case_id == case_id,
                FamilyContact.withdrawn_at.is_(None),
                FamilyContact.next_on >= reader.clock.today(),
            )
            .order_by(FamilyContact.next_on)
            .limit(1)
        ),
    )


def _consents(reader: Reader, case_id: UUID) -> tuple[ConsentLine, ...]:
    standings = standings_of(reader.session, [case_id], DataSubject.MISSING_MAN)[case_id]
    held = {scope: standings.get(scope, Standing()) for scope in ConsentScope}
    return tuple(
        ConsentLine(scope.value, one.state.value, one.by, one.since) for scope, one in held.items()
    )


def _asked(reader: Reader, case_id: UUID) -> tuple[AskedBody, ...]:
    """Read what was sent about him, the oldest first."""
    rows = reader.session.execute(
        select(SubmissionMan, Submission)
        .join(Submission, Submission.id == SubmissionMan.submission_id)
        .where(SubmissionMan.case_id == case_id)
    ).all()
    sent = {line.id: line.sent for line in lines_of(reader, [of.id for _, of in rows])}
    asked = [
        AskedBody(
            number=of.number,
            body=of.body.value,
            kind=of.kind.value,
            sent=sent.get(of.id, PartialDate.unknown()),
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
        for man, of in rows
    ]
    return tuple(sorted(asked, key=lambda one: (one.sent.sort_key, one.number)))


def _disclosed(reader: Reader, case_id: UUID) -> tuple[DisclosedNote, ...]:
    """Read which papers on him left, the oldest first: a paper once with its copies, a reprint."""
    original = aliased(Disclosure)
    rows = reader.session.execute(
        select(Disclosure, original.number)
        .join(DisclosedCase, DisclosedCase.disclosure_id == Disclosure.id)
        .outerjoin(original, original.id == Disclosure.reprint_of_id)
        .where(
            DisclosedCase.case_id == case_id,
            Disclosure.state == DisclosureState.ISSUED,
            or_(Disclosure.id == Disclosure.paper_id, Disclosure.reprint_of_id.is_not(None)),
        )
        .order_by(Disclosure.issued_at, Disclosure.number)
    ).all()
    of_families = may(reader.actor.roles, Action.READ_FAMILY)
    return tuple(
        DisclosedNote(
            number=row.number or "",
            audience=row.audience.value,
            recipient=row.recipient if of_families or row.audience is not Audience.FAMILY else "",
            issued=local_day(row.issued_at),
            copies=1 if reprint_of else row.copies,
            sha256=row.sha256,
            reprint_of=reprint_of or "",
        )
        for row, reprint_of in rows
        if row.issued_at is not None
    )
