"""Name the sections of a case file: those of its own, and those whose door is hung."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.ui.doors import Doors
from app.ui.widgets.kit import Words

type Sections = tuple[tuple[str, Words], ...]
type MadeBehindDoor = Callable[[UUID], QWidget]


def sections_of(doors: Doors) -> Sections:
    """Return the sections of a file in the order of their tabs and keys."""
    shown: list[tuple[str, Words]] = [
        ("overview", lambda t: t.say("Overview")),
        ("identity", lambda t: t.say("Identity")),
        ("service", lambda t: t.say("Service")),
        ("timeline", lambda t: t.say("Timeline")),
        ("evidence", lambda t: t.say("Exhibits")),
    ]
    if doors.families is not None:
        shown.append(("family", lambda t: t.say("Family")))
    if doors.submissions is not None:
        shown.append(("submissions", lambda t: t.say("Submissions")))
    if doors.tasks is not None:
        shown.append(("tasks", lambda t: t.say("Tasks")))
    shown.append(("history", lambda t: t.say("History")))
    return tuple(shown)


def behind_doors(doors: Doors) -> dict[str, MadeBehindDoor]:
    """Return who makes the sections that belong to other pages."""
    made: dict[str, MadeBehindDoor] = {}
    if doors.families is not None:
        made["family"] = doors.families.family_of
    if doors.submissions is not None:
        made["submissions"] = doors.submissions.submissions_of
    if doors.tasks is not None:
        made["tasks"] = doors.tasks.tasks_of
    return made
