"""Writes what is due, and when, as a calendar for telephones and desks outside: without names."""

from __future__ import annotations

import hashlib
from pathlib import Path

from app.errors import AlreadyThere
from app.exporting.calendar import CalendarDay, calendar_file
from app.i18n import Translator
from app.queries.today.page import due_dates
from app.shapes.exports import ExportDone, ExportedFile
from app.shapes.today import DueDate
from app.vault.files import write_whole
from app.wording.calendar import calendar_title, day_words
from app.workspace import Workspace


def write_due_dates(workspace: Workspace, dest: Path, t: Translator) -> ExportDone:
    """Write every day by which something is due into a calendar file.

    A line says what is due and of which case, by its number; of a limited case not even that.

    Raises:
        NotAllowed; AlreadyThere; DiskFull, ReadOnlyVault, StorageFailed.
    """
    if dest.exists() or dest.is_symlink():
        raise AlreadyThere(dest)
    due = workspace.read(due_dates)
    register = workspace.register_id.hex
    days = [CalendarDay(_mark(register, one), one.on, day_words(one, t)) for one in due]
    content = calendar_file(days, calendar_title(t), workspace.clock.now())
    write_whole(dest, content)
    file = ExportedFile(dest.name, hashlib.sha256(content).hexdigest(), len(days))
    return ExportDone(dest, (file,))


def _mark(register: str, one: DueDate) -> str:
    """Mark a thing alike at every writing, so that a calendar knows it again."""
    return hashlib.sha256(f"{register} {one.key}".encode()).hexdigest()[:32]
