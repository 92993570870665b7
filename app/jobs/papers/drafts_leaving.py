"""Notes, before the draft of a paper is saved or printed, of whom it tells and what is on it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from app.db.unit_of_work import Reader
from app.jobs.papers.printed_portrait import note_portraits
from app.queries.lists.sent import sent_list
from app.queries.papers.report_reading import papers_leave
from app.shapes.papers import PaperOrder
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind


def note_order_leaving(
    workspace: Workspace,
    order: PaperOrder,
    pictured: Sequence[tuple[UUID, str]],
    how: ReadKind,
) -> None:
    """Note that a drafted paper on one man or on many is printed, or saved as a file (R-45).

    `pictured` are the men whose portrait is on it. A list also names who stood on the version
    before it.

    Raises:
        NotAllowed.
    """

    def leaves(reader: Reader) -> None:
        papers_leave(reader, order.case_ids, how)
        if order.list_version_id is not None:
            sent_list(reader, order.list_version_id, how)

    workspace.read(leaves)
    note_portraits(workspace, pictured, how)
