"""Use cases on what waits: tasks that somebody set, and lines that the program finds by itself."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.typed_text import line, prose, reason
from app.shapes.changes import Outcome
from app.shapes.requests.tasks import (
    AssignLine,
    ChangeTask,
    EndTask,
    LineMeant,
    PutOffLine,
    SetTask,
    SettleLine,
    TakeLineBack,
)
from models.cases import Case
from models.handovers import Handover
from models.staff import Staff
from models.submissions import Submission
from models.tasks import Task, TodayMark
from models.vocabulary.roles import Action, StaffKind
from models.vocabulary.tasks import SETTLED_BY_HAND, TaskState

LONGEST_PUT_OFF = timedelta(days=90)
"""Nothing vanishes for ever: after so many days a line stands on the page again."""


def set_task(uow: UnitOfWork, request: SetTask) -> Outcome[UUID]:
    """Set something to be done, about a man, a return, a submission, or none of them.

    Raises:
        NotAllowed; NotFound; CaseInBin; BadInput: nothing to do, or nobody at work to do it.
    """
    uow.doing(Action.MANAGE_TASKS, named="set_task")
    if request.case_id is not None:
        uow.get(Case, request.case_id)
    if request.handover_id is not None:
        uow.get(Handover, request.handover_id)
    if request.submission_id is not None:
        uow.get(Submission, request.submission_id)
    task = Task(
        case_id=request.case_id,
        handover_id=request.handover_id,
        submission_id=request.submission_id,
        subject=_subject(request.subject),
        detail=prose(request.detail, "detail"),
        due_on=request.due_on,
        assigned_to_id=_at_work(uow, request.assigned_to),
    )
    uow.session.add(task)
    return Outcome(task.id)


def change_task(uow: UnitOfWork, request: ChangeTask) -> Outcome[None]:
    """Say a task anew: what, until when, by whom.

    Raises:
        NotAllowed; NotFound; BadInput: nothing to do, nobody at work, or it has ended;
        CaseChangedMeanwhile.
    """
    uow.doing(Action.MANAGE_TASKS, named="change_task")
    task = _open_task(uow, request.task_id, request.version)
    assigned = _at_work(uow, request.assigned_to)
    task.subject = _subject(request.subject)
    task.detail = prose(request.detail, "detail")
    task.due_on = request.due_on
    task.assigned_to_id = assigned
    return Outcome(None)


def end_task(uow: UnitOfWork, request: EndTask) -> Outcome[None]:
    """Note that a task is done, or dropped; it stays in the file of the man.

    Raises:
        NotAllowed; NotFound; BadInput: it has ended, or is dropped without a reason;
        CaseChangedMeanwhile.
    """
    uow.doing(Action.MANAGE_TASKS, named="end_task")
    task = _open_task(uow, request.task_id, request.version)
    if request.state is TaskState.OPEN:
        raise BadInput("state", "unknown", value=request.state.value)
    if request.state is TaskState.DROPPED:
        task.ended_remark = reason(request.remark, "remark")
    else:
        task.ended_remark = line(request.remark, "remark", limit=500)
    task.state = request.state
    task.ended_at = uow.clock.now()
    return Outcome(None)


def assign_line(uow: UnitOfWork, request: AssignLine) -> Outcome[None]:
    """Hand a line of the day to somebody at work, or to nobody.

    Raises:
        NotAllowed; NotFound; CaseInBin; BadInput: nobody at work has this id.
    """
    uow.doing(Action.MANAGE_TASKS, named="assign_line")
    assigned = _at_work(uow, request.assigned_to)
    _mark(uow, request.line).assigned_to_id = assigned
    return Outcome(None)


def put_off_line(uow: UnitOfWork, request: PutOffLine) -> Outcome[None]:
    """Leave a line out of the page until a day, and say why.

    Raises:
        NotAllowed; NotFound; CaseInBin; BadInput: no reason, or a day past or over 90 days off.
    """
    uow.doing(Action.MANAGE_TASKS, named="put_off_line")
    why = reason(request.reason)
    today = uow.clock.today()
    if not today < request.until <= today + LONGEST_PUT_OFF:
        raise BadInput("until", "past_or_too_far", date=request.until, limit=LONGEST_PUT_OFF.days)
    mark = _mark(uow, request.line)
    mark.put_off_until = request.until
    mark.reason = why
    uow.because(why)
    return Outcome(None)


def take_line_back(uow: UnitOfWork, request: TakeLineBack) -> Outcome[None]:
    """Let a line that was put off or seen to stand on the page again.

    Raises:
        NotAllowed; NotFound; CaseInBin; BadInput: it stands there already.
    """
    uow.doing(Action.MANAGE_TASKS, named="take_line_back")
    mark = _mark(uow, request.line)
    if mark.put_off_until is None and mark.settled_at is None:
        raise BadInput("line", "not_put_off")
    mark.put_off_until = mark.settled_at = None
    mark.reason = ""
    return Outcome(None)


def settle_line(uow: UnitOfWork, request: SettleLine) -> Outcome[None]:
    """Note that somebody saw to a line that nothing else settles, as rows an import refused.

    Raises:
        NotAllowed; NotFound; BadInput: the line is settled by an act of its own.
    """
    uow.doing(Action.MANAGE_TASKS, named="settle_line")
    if request.line.kind not in SETTLED_BY_HAND:
        raise BadInput("line", "settled_otherwise")
    mark = _mark(uow, request.line)
    mark.settled_at = uow.clock.now()
    mark.put_off_until = None
    mark.reason = line(request.remark, "remark", limit=500)
    return Outcome(None)


def _subject(text: str) -> str:
    subject = line(text, "to_do", limit=300)
    if not subject:
        raise BadInput("to_do", "missing")
    return subject


def _open_task(uow: UnitOfWork, task_id: UUID, version: int) -> Task:
    task = uow.get(Task, task_id, version)
    if task.state is not TaskState.OPEN:
        raise BadInput("task", "ended_already")
    return task


def _at_work(uow: UnitOfWork, staff_id: UUID | None) -> UUID | None:
    if staff_id is None:
        return None
    member = uow.session.get(Staff, staff_id)
    if member is None or not member.at_work or member.kind is not StaffKind.MEMBER:
        raise BadInput("assigned_to", "not_at_work")
    return staff_id


def _mark(uow: UnitOfWork, meant: LineMeant) -> TodayMark:
    if meant.case_id is not None:
        uow.get(Case, meant.case_id)
    mark = uow.session.scalar(
        select(TodayMark).where(
            TodayMark.kind == meant.kind, TodayMark.subject_id == meant.subject_id
        )
    )
    if mark is None:
        mark = TodayMark(kind=meant.kind, subject_id=meant.subject_id, case_id=meant.case_id)
        uow.session.add(mark)
    return mark
