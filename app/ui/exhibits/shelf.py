"""Fetch the small pictures of exhibits on the reading lane and keep the newest at hand.

shelf = Shelf(work); shelf.ask(exhibit_id, BlobKind.THUMBNAIL, self._show)      once each
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any  # the reader belongs to a floor the window never names
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from shiboken6 import isValid

from app.queries.exhibits.view import kept_file, portrait_file
from app.shapes.exhibits import BlobView
from app.ui.exhibits.our_pictures import MOST_BYTES, picture_of
from app.ui.work import Work
from models.vocabulary.exhibits import BlobKind

MOST_KEPT = 200

type Show = Callable[[UUID, QImage | None], object]
"""Takes what was asked for, an exhibit or a case, and its picture."""

type Find = Callable[[Any], BlobView | None]


class Shelf:
    """The pictures of one open register; it goes with the window when the register is locked."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._kept: OrderedDict[tuple[UUID, BlobKind], QImage | None] = OrderedDict()

    def ask(self, exhibit_id: UUID, kind: BlobKind, show: Show) -> None:
        """Show a picture of an exhibit, now or when it was read; None where there is none."""
        key = (exhibit_id, kind)
        if key in self._kept:
            self._kept.move_to_end(key)
            show(exhibit_id, self._kept[key])
            return

        def came(image: QImage | None) -> None:
            self._kept[key] = image
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
            _tell(show, exhibit_id, image)

        self._fetch(lambda reader: kept_file(reader, exhibit_id, kind), came)

    def ask_portrait(self, case_id: UUID, show: Show) -> None:
        """Show the picture that stands for a man; None where there is none."""
        self._fetch(
            lambda reader: portrait_file(reader, case_id), lambda image: _tell(show, case_id, image)
        )

    def forget(self, exhibit_id: UUID) -> None:
        """Let go of the pictures of one exhibit: they were made anew."""
        for key in [key for key in self._kept if key[0] == exhibit_id]:
            del self._kept[key]

    def _fetch(self, find: Find, show: Callable[[QImage | None], object]) -> None:
        workspace = self._work.workspace

        def read() -> QImage | None:
            found = workspace.read(find)
            if found is None or found.kept.size > MOST_BYTES:
                return None
            content = b"".join(workspace.evidence.pieces(found.kept))
            return picture_of(content, found.media_type)

        self._work.tasks.read(read, show, lambda _: show(None))


def _tell(show: Show, asked: UUID, image: QImage | None) -> None:
    """Show a picture, unless whoever asked for it is gone meanwhile."""
    owner = getattr(show, "__self__", None)
    if not isinstance(owner, QObject) or isValid(owner):
        show(asked, image)
