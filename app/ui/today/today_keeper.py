"""Count what is due for oneself while somebody works, and tell the page when to read anew."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.queries.today.page import count_due
from app.shapes.changes import Changes
from app.ui.work import Work

WAIT_MS: Final = 1_200
"""Several saves in a row are answered once."""
EVERY_MS: Final = 15 * 60 * 1_000
"""Days come while the window stands open: it is looked again even where nobody saves."""


class TodayKeeper(QObject):
    """`counted` carries how many lines are due; `touched` that the register changed."""

    counted = Signal(int)
    touched = Signal()

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(WAIT_MS)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self)
        self._often.setInterval(EVERY_MS)
        self._often.timeout.connect(self.look)
        work.bus.listen(self._changed)

    def begin(self) -> None:
        """Count now, and from time to time."""
        self._count()
        self._often.start()

    def stop(self) -> None:
        """Look no more."""
        self._soon.stop()
        self._often.stop()

    def look(self) -> None:
        """Count, and let the page read again."""
        self.touched.emit()
        self._count()

    def _changed(self, _: Changes) -> None:
        self._soon.start()

    def _count(self) -> None:
        self._work.read(count_due, self.counted.emit)
