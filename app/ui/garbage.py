"""Collect garbage on the window's thread only.

Python collects cycles on whichever thread allocates next. When that is a lane, widgets that hang in
a cycle are destroyed off the window's thread and the program crashes (seen on PySide6 6.12: a file
closed while a query ran). So automatic collection is off while a window lives, and a timer looks
after it here.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS: Final = 1000


class UiGarbage(QObject):
    """Turn automatic collection off and collect by timer, each generation by its own threshold."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thresholds = gc.get_threshold()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due."""
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return


def set_aside() -> None:
    """Collect once and keep what is loaded by now out of every later collection."""
    gc.collect()
    gc.freeze()
