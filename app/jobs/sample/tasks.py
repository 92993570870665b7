"""Sets a few tasks in the sample, as staff would on a morning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from app.services.desk.tasks import set_task
from app.shapes.requests.tasks import SetTask
from app.workspace import Workspace

SET_AT = datetime(2021, 3, 9, 6, 30, tzinfo=UTC)
"""The morning before the day on which the sample stands."""


class _Told(NamedTuple):
    subject: str
    days: int | None
    mine: bool
    number: str = ""


_TASKS = (
    _Told(
        "Ask the hospital in Goris for its list",
        -2,
        mine=True,
        number="HRD-2020-00117",
    ),
    _Told("Հարցնել համածառայողին, թե ում է տեսել", 0, mine=True, number="HRD-2020-00123"),
    _Told("Сверить позывной с журналом связи батальона", 3, mine=False, number="HRD-2020-00114"),
    _Told("Agree with the Red Cross when the next letters go out", 7, mine=False),
    _Told("Look through the second video for more faces", None, mine=True),
)


def set_tasks(workspace: Workspace, cases: Mapping[str, UUID]) -> None:
    """Set them all; `cases` names men by their numbers."""
    for request in _requests(workspace, cases):
        workspace.write(lambda uow, asked=request: set_task(uow, asked))  # type: ignore[misc]  # mypy infers no default


def _requests(workspace: Workspace, cases: Mapping[str, UUID]) -> Iterator[SetTask]:
    today = workspace.clock.today()
    for told in _TASKS:
        yield SetTask(
            told.subject,
            due_on=None if told.days is None else today + timedelta(days=told.days),
            assigned_to=workspace.actor.id if told.mine else None,
            case_id=cases.get(told.number),
        )
