"""Hands out the file of a list exactly as it was received."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from app.jobs.papers.report import keep
from app.queries.lists.received import file_as_received
from app.workspace import Workspace


def save_list_file(workspace: Workspace, version_id: UUID, target: Path) -> str:
    """Write the file of a version, byte for byte; gives the name it was written under.

    Raises:
        NotAllowed; NotFound; DamagedEvidence; BadInput: there is none; DiskFull; OSError: the
        folder cannot be written.
    """
    received = workspace.read(lambda reader: file_as_received(reader, version_id))
    keep(target, received.content)
    return target.name
