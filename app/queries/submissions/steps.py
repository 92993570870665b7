"""Reads one submission whole, and what was sent about one man."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.errors import NotAllowed, NotFound
from app.queries.case_history import batches
from app.queries.limited_access import cases_open_to, refuse_in_bin, refuse_limited
from app.queries.sources import source_view
from app.queries.submissions.lines import lines_of
from app.shapes.submissions import (
    AskedMan,
    CaseSubmission,
    StepView,
    SubmissionPage,
)
from models.cases import CaseLine
from models.imports import KeptFile, KeptFileChunk
from models.lists import ListVersion, NameList
from models.sources import Source
from models.staff import Staff
from models.submissions import Submission, SubmissionMan, SubmissionStep
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action


def submission_page(reader: Reader, submission_id: UUID) -> SubmissionPage:
    """Read everything the page of a submission shows; men the reader may not see are left out.

    Raises:
        NotAllowed; NotFound: there is none, or it asks about none but men the reader may not see.
    """
    reader.allow(Action.READ_CASES)
    lines = lines_of(reader, [submission_id])
    row = reader.session.get(Submission, submission_id)
    if row is None or not lines:
        raise NotFound("submissions", submission_id)
    people = _people(reader, submission_id)
    reader.shows(ReadKind.VIEWED, [man.case_id for man in people])
    asked = len(row.people)
    files = _file_names(reader, [row.file_id, *(step.file_id for step in row.steps)])
    staff = _staff(reader, [row.officer_id, *(step.created_by for step in row.steps)])
    source = reader.session.get(Source, row.source_id) if row.source_id else None
    first = reader.session.get(Submission, row.follows_id) if row.follows_id else None
    later = reader.session.execute(
        select(Submission.id, Submission.number)
        .where(Submission.follows_id == row.id)
        .order_by(Submission.number)
    ).all()
    return SubmissionPage(
        line=lines[0],
        channel=row.channel,
        incident_id=row.incident_id,
        text=row.text,
        our_reference=row.our_reference,
        their_reference=row.their_reference,
        applicant=row.applicant,
        signed_by=row.signed_by,
        sealed=row.sealed,
        list_version_id=row.list_version_id,
        list_name=_list_name(reader, row.list_version_id),
        file_id=row.file_id,
        file_name=files.get(row.file_id, "") if row.file_id else "",
        remark=row.remark,
        officer=staff.get(row.officer_id, "") if row.officer_id else "",
        source=None if source is None else source_view(source),
        follows_number=first.number if first else "",
        followed_by=tuple((one, number) for one, number in later),
        steps=tuple(_step(step, files, staff) for step in row.steps),
        people=people,
        hidden=asked - len(people),
    )


def submissions_of_case(reader: Reader, case_id: UUID) -> tuple[CaseSubmission, ...]:
    """List what was sent about a man and what was answered, the newest first.

    Raises:
        NotAllowed: also where access to the case is limited; CaseInBin.
    """
    reader.allow(Action.READ_CASES)
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    reader.shows(ReadKind.VIEWED, [case_id])
    men = {
        man.submission_id: man
        for man in reader.session.scalars(
            select(SubmissionMan).where(SubmissionMan.case_id == case_id)
        )
    }
    return tuple(
        CaseSubmission(line, of.reply, of.replied, of.measure)
        for line in lines_of(reader, men)
        for of in [men[line.id]]
    )


def paper_of(reader: Reader, submission_id: UUID, file_id: UUID) -> tuple[str, bytes]:
    """Give a paper of a submission exactly as it went out or came in: its name and its bytes.

    Raises:
        NotAllowed: also where it asks about a man the reader may not see; NotFound.
    """
    reader.allow(Action.READ_CASES)
    row = reader.session.get(Submission, submission_id)
    if row is None or file_id not in {row.file_id, *(step.file_id for step in row.steps)}:
        raise NotFound("kept_files", file_id)
    cases = [man.case_id for man in row.people]
    refuse_limited(reader, cases)
    if cases and not _people(reader, submission_id):
        raise NotAllowed(Action.READ_CASES, tuple(sorted(reader.actor.roles)))
    reader.shows(ReadKind.EXPORTED, cases)
    kept = reader.get(KeptFile, file_id)
    pieces = reader.session.scalars(
        select(KeptFileChunk.content)
        .where(KeptFileChunk.file_id == file_id)
        .order_by(KeptFileChunk.position)
    )
    return kept.original_name, b"".join(pieces)


def _people(reader: Reader, submission_id: UUID) -> tuple[AskedMan, ...]:
    found = reader.session.execute(
        select(SubmissionMan, CaseLine)
        .join(CaseLine, CaseLine.case_id == SubmissionMan.case_id)
        .where(
            SubmissionMan.submission_id == submission_id,
            SubmissionMan.case_id.in_(cases_open_to(reader)),
        )
        .order_by(CaseLine.name_key, CaseLine.row)
    )
    return tuple(
        AskedMan(
            case_id=man.case_id,
            number=line.number,
            name=line.name,
            name_second=line.name_second,
            headline=line.headline,
            reply=man.reply,
            replied=man.replied,
            reply_words=man.reply_words,
            measure=man.measure,
            measured=man.measured,
        )
        for man, line in found
    )


def _step(step: SubmissionStep, files: dict[UUID, str], staff: dict[UUID, str]) -> StepView:
    return StepView(
        id=step.id,
        kind=step.kind,
        occurred=step.occurred,
        due_on=step.due_on,
        reference=step.reference,
        reply=step.reply,
        measure=step.measure,
        men=step.men,
        words=step.words,
        words_lang=step.words_lang,
        file_id=step.file_id,
        file_name=files.get(step.file_id, "") if step.file_id else "",
        remark=step.remark,
        by=staff.get(step.created_by, ""),
    )


def _file_names(reader: Reader, ids: Sequence[UUID | None]) -> dict[UUID, str]:
    wanted = [one for one in ids if one is not None]
    return {
        one: name
        for some in batches(wanted)
        for one, name in reader.session.execute(
            select(KeptFile.id, KeptFile.original_name).where(KeptFile.id.in_(some))
        )
    }


def _staff(reader: Reader, ids: Sequence[UUID | None]) -> dict[UUID, str]:
    wanted = list({one for one in ids if one is not None})
    rows = reader.session.execute(select(Staff.id, Staff.name).where(Staff.id.in_(wanted)))
    return {one: name for one, name in rows}  # noqa: C416  # a row is no pair to mypy


def _list_name(reader: Reader, version_id: UUID | None) -> str:
    if version_id is None:
        return ""
    row = reader.session.execute(
        select(NameList.number, ListVersion.version_no, NameList.title)
        .join(NameList, NameList.id == ListVersion.list_id)
        .where(ListVersion.id == version_id)
    ).first()
    return "" if row is None else f"{row[0]} v{row[1]} {row[2]}".strip()
