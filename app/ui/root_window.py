"""Hold the one window of the program: the unlock screen, or the frame of an open register.

root = RootWindow(unlock_view)
root.show_frame(main_window)        after UnlockView.opened
"""

from collections.abc import Callable
from typing import Final, override

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget

from app.ui.main_window import MainWindow
from app.ui.ways_in.unlock import UnlockView

LEAST: Final = QSize(880, 440)
"""A panel of 1366 x 768 at 150 % holds 911 x 512, less the bar of the desktop."""

type BeforeClose = Callable[[Callable[[], object]], bool]
"""Says whether the window may go at once; else it is called when it may."""


class RootWindow(QStackedWidget):
    """Swap between both without closing the window; `closed` when it goes."""

    closed = Signal()

    def __init__(self, unlock: UnlockView) -> None:
        super().__init__()
        self._frame: MainWindow | None = None
        self.before_close: BeforeClose | None = None
        self.addWidget(unlock)
        self.setWindowTitle("Homeward")
        self.setMinimumSize(LEAST)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize()))

    @property
    def frame(self) -> MainWindow | None:
        """Return the frame of the open register."""
        return self._frame

    def show_frame(self, frame: MainWindow) -> None:
        """Show the frame of an open register."""
        self._frame = frame
        self.addWidget(frame)
        self.setCurrentWidget(frame)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self.before_close is not None and not self.before_close(self.close):
            event.ignore()
            return
        if self._frame is not None and not self._frame.close():
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)
