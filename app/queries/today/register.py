"""Lines of the day about the register itself: lists, imports, duplicates, backup, one's drafts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select, text

from app.clock import OFFICE_ZONE
from app.db.unit_of_work import Reader
from app.queries.finding.likeness import count_pairs
from app.queries.register.backups import last_entry, last_verified
from app.queries.register.desk import waiting_forms
from app.queries.register.office import office
from app.queries.today.lines import Asked, Found, found_among
from app.shapes.like_pairs import PairFilter
from app.shapes.today import TodayLine
from models.desk import Draft
from models.imports import ImportBatch, KeptFile
from models.lists import ListRow, ListVersion, NameList
from models.vocabulary.roles import Action
from models.vocabulary.tasks import TodayKind

BACKUP_YOUNG = timedelta(days=2)
"""Where something was saved since, a backup older than this is too old."""


def lists_with_open_rows(reader: Reader, asked: Asked) -> Found:
    """Find lists in whose newest version rows wait for a decision.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    waiting = (
        select(ListRow.version_id, func.count().label("rows"))
        .where(text("list_rows.state = 'open'"))
        .group_by(ListRow.version_id)
        .subquery()
    )
    newest = select(func.max(ListVersion.version_no)).where(ListVersion.list_id == NameList.id)
    rows = reader.session.execute(
        select(NameList.id, NameList.number, NameList.title, NameList.created_by, waiting.c.rows)
        .join(ListVersion, ListVersion.list_id == NameList.id)
        .join(waiting, waiting.c.version_id == ListVersion.id)
        .where(ListVersion.version_no == newest.correlate(NameList).scalar_subquery())
    )
    return found_among(
        asked,
        (
            (TodayLine(TodayKind.LIST_ROWS, list_id, number=number, who=title, count=count), owner)
            for list_id, number, title, owner, count in rows
        ),
    )


def imports_refused(reader: Reader, asked: Asked) -> Found:
    """Find imports that refused rows, until somebody has seen to them.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    rows = reader.session.execute(
        select(ImportBatch.id, KeptFile.original_name, ImportBatch.refused, ImportBatch.created_by)
        .join(KeptFile, KeptFile.id == ImportBatch.file_id)
        .where(ImportBatch.refused > 0, ImportBatch.undone_at.is_(None))
    )
    return found_among(
        asked,
        (
            (TodayLine(TodayKind.IMPORT_REFUSED, batch_id, who=name, count=refused), owner)
            for batch_id, name, refused, owner in rows
        ),
    )


def duplicates_waiting(reader: Reader, asked: Asked) -> Found:
    """Say how many pairs of men may be one.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    count = count_pairs(reader, PairFilter())
    return _of_register(reader, asked, TodayKind.DUPLICATES, count) if count else Found()


def backup_too_old(reader: Reader, asked: Asked) -> Found:
    """Say that the last verified backup is too old for what was saved since.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.CHECK_REGISTER)
    last = last_verified(reader)
    if office(reader).is_sample:
        return Found()
    if last is None:
        return _of_register(reader, asked, TodayKind.BACKUP)
    age = reader.clock.now() - last.made_at
    if age <= BACKUP_YOUNG or last_entry(reader) <= last.seq:
        return Found()
    made = last.made_at.astimezone(OFFICE_ZONE).date()
    line = TodayLine(TodayKind.BACKUP, reader.register_id, due=made + BACKUP_YOUNG, count=age.days)
    return found_among(asked, [(line, None)])


def own_drafts(reader: Reader, asked: Asked) -> Found:
    """Find one's forms that were begun and not saved.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.CHECK_REGISTER)
    kept = reader.session.execute(
        select(Draft.id, Draft.form, Draft.subject).where(Draft.staff_id == reader.actor.id)
    ).all()
    # What a form is about is read only where it is shown.
    about = (
        {(form.form, form.subject): form for form in waiting_forms(reader)} if asked.limit else {}
    )
    lines = []
    for draft_id, form, subject in kept:
        line = TodayLine(TodayKind.DRAFT, draft_id, code=form)
        known = about.get((form, subject))
        if known is not None:
            line = replace(line, case_id=known.case_id, who=known.about)
        lines.append((line, reader.actor.id))
    return found_among(asked, lines)


def _of_register(reader: Reader, asked: Asked, kind: TodayKind, count: int = 0) -> Found:
    register: UUID = reader.register_id
    return found_among(asked, [(TodayLine(kind, register, count=count), None)])
