"""Tasks that somebody set: as lines of the day, and in the file of a man."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.queries.limited_access import cases_open_to, refuse_in_bin, refuse_limited
from app.queries.today.lines import Asked, Found, found_among, men_of
from app.shapes.today import Colleague, TasksOfCase, TaskView, TodayLine
from models.staff import Staff
from models.tasks import Task
from models.vocabulary.deeds import ReadKind
from models.vocabulary.roles import Action, StaffKind
from models.vocabulary.tasks import TaskState, TodayKind


def tasks_open(reader: Reader, asked: Asked) -> Found:
    """Find tasks that are neither done nor dropped, but for those about a man one may not see.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    tasks = reader.session.execute(
        select(Task.id, Task.case_id, Task.subject, Task.due_on, Task.assigned_to_id).where(
            Task.state == TaskState.OPEN
        )
    ).all()
    men = men_of(reader, (case_id for _, case_id, *_ in tasks))
    lines = []
    for task_id, case_id, subject, due_on, assigned_to in tasks:
        line = TodayLine(
            TodayKind.TASK, task_id, case_id, due=due_on, about=subject, assigned_to=assigned_to
        )
        if case_id is not None:
            if case_id not in men:
                continue
            line = replace(line, number=men[case_id].number, who=men[case_id].name)
        lines.append((line, assigned_to))
    return found_among(asked, lines)


def tasks_of_case(reader: Reader, case_id: UUID) -> TasksOfCase:
    """Read what is to be done about a man, and what was.

    Raises:
        NotAllowed: the role, or the case is limited; CaseInBin.
    """
    reader.allow(Action.READ_CASES)
    refuse_limited(reader, [case_id])
    refuse_in_bin(reader, [case_id])
    found = _views(reader, reader.session.scalars(select(Task).where(Task.case_id == case_id)))
    reader.shows(ReadKind.VIEWED, [case_id])
    waiting = sorted(
        (one for one in found if one.state is TaskState.OPEN),
        key=lambda one: (one.due_on is None, one.due_on, one.subject, str(one.id)),
    )
    ended = sorted(
        (one for one in found if one.state is not TaskState.OPEN),
        key=lambda one: (one.ended_at, str(one.id)),
        reverse=True,
    )
    return TasksOfCase(case_id, tuple(waiting), tuple(ended))


def task(reader: Reader, task_id: UUID) -> TaskView:
    """Read one task.

    Raises:
        NotAllowed; NotFound: there is none, or it is about a man one may not see.
    """
    reader.allow(Action.READ_CASES)
    kept = reader.session.scalars(
        select(Task).where(
            Task.id == task_id,
            or_(Task.case_id.is_(None), Task.case_id.in_(cases_open_to(reader))),
        )
    )
    found = _views(reader, kept)
    if not found:
        raise NotFound("tasks", task_id)
    if found[0].case_id is not None:
        reader.shows(ReadKind.VIEWED, [found[0].case_id])
    return found[0]


def colleagues(reader: Reader) -> tuple[Colleague, ...]:
    """Name everybody at work, to whom something can be handed.

    Raises:
        NotAllowed.
    """
    reader.allow(Action.READ_CASES)
    rows = reader.session.execute(
        select(Staff.id, Staff.name)
        .where(Staff.left_at.is_(None), Staff.kind == StaffKind.MEMBER)
        .order_by(Staff.name)
    )
    return tuple(Colleague(*row) for row in rows)


def _views(reader: Reader, tasks: Iterable[Task]) -> list[TaskView]:
    kept = list(tasks)
    setter = aliased(Staff)
    ids = {one for row in kept for one in (row.assigned_to_id, row.created_by) if one is not None}
    names = dict(
        reader.session.execute(select(setter.id, setter.name).where(setter.id.in_(ids))).all()
    )
    men = men_of(reader, (row.case_id for row in kept))
    return [
        TaskView(
            id=row.id,
            version=row.version,
            subject=row.subject,
            detail=row.detail,
            due_on=row.due_on,
            assigned_to=row.assigned_to_id,
            assigned_name=names.get(row.assigned_to_id, "") if row.assigned_to_id else "",
            state=row.state,
            case_id=row.case_id,
            case_number=men[row.case_id].number if row.case_id in men else "",
            case_name=men[row.case_id].name if row.case_id in men else "",
            ended_at=row.ended_at,
            ended_remark=row.ended_remark,
            set_by=names.get(row.created_by, ""),
        )
        for row in kept
    ]
