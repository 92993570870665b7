"""Turns the pages of a document that is an exhibit; each is pictured in the sandbox when asked."""

from __future__ import annotations

import threading
from uuid import UUID

from app.errors import BadInput
from app.jobs.exhibits.pictures import original
from app.sandbox.exhibit_calls import FileDesk
from app.sandbox.faults import FileFault
from app.shapes.files import Picture
from app.workspace import Workspace


class ExhibitPages:
    """The pages of one document, with a worker that stays warm between them; close it when done."""

    def __init__(self, workspace: Workspace, exhibit_id: UUID) -> None:
        self._workspace = workspace
        self._exhibit_id = exhibit_id
        self._desk = FileDesk()
        self._content: bytes | None = None
        self._turn = threading.Lock()

    def page(self, number: int) -> Picture | None:
        """Give a page, counted from 0; None where the document ends before it.

        Raises:
            BadInput: no picture can be made of it; NotAllowed, NotFound, DamagedEvidence.
        """
        with self._turn:
            if self._content is None:
                self._content = original(self._workspace, self._exhibit_id)
            if self._content is None:
                raise BadInput("file", FileFault.TOO_HEAVY.value)
            try:
                return self._desk.make_preview(self._content, number)
            except BadInput as refused:
                if refused.data["reason"] == FileFault.NO_SUCH_PAGE.value:
                    return None
                raise

    def close(self) -> None:
        """End the worker and let go of the document."""
        with self._turn:
            self._desk.close()
            self._content = None
