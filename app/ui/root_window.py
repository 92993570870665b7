"""Hold the one window of the program: the unlock screen, or the frame of an open register.

root = RootWindow(kit, unlock_view)
root.show_frame(main_window)        after UnlockView.opened
root.show_unlock()                  Ctrl+L: everything of the register is gone at once
"""

from typing import override

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget

from app.ui.main_window import MainWindow
from app.ui.shell.unlock import UnlockView
from app.ui.widgets.kit import Kit


class RootWindow(QStackedWidget):
    """Swap between both without closing the window; `closed` when it goes."""

    closed = Signal()

    def __init__(self, kit: Kit, unlock: UnlockView) -> None:
        super().__init__()
        self._kit = kit
        self._unlock = unlock
        self._frame: MainWindow | None = None
        self.addWidget(unlock)
        self.setWindowTitle("Homeward")
        self.setMinimumSize(QSize(920, 560))
        self.resize(1440, 900)

    @property
    def frame(self) -> MainWindow | None:
        """Return the frame of the open register."""
        return self._frame

    def show_frame(self, frame: MainWindow) -> None:
        """Show the frame of an open register."""
        self._frame = frame
        self.addWidget(frame)
        self.setCurrentWidget(frame)

    def show_unlock(self) -> None:
        """Hide the register and forget its window."""
        self.setCurrentWidget(self._unlock)
        frame, self._frame = self._frame, None
        if frame is not None:
            self.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._unlock.again()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._frame is not None and not self._frame.close():
            event.ignore()
            return
        self.closed.emit()
        super().closeEvent(event)
