"""Starts the real program and says when its unlock window had been painted, then ends it."""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QStackedWidget

from app import bootstrap
from app.ui.root_window import RootWindow


def painted(window: RootWindow, event: QPaintEvent) -> None:
    """Paint, and note the moment once everything of this turn has been painted."""
    QStackedWidget.paintEvent(window, event)
    QTimer.singleShot(0, tell)


def tell() -> None:
    """Write the moment down and leave."""
    print(time.time(), flush=True)  # noqa: TID251  # compared with a moment of another process
    QCoreApplication.exit(0)


if __name__ == "__main__":
    RootWindow.paintEvent = painted  # type: ignore[assignment,method-assign]  # the same, with an ear
    sys.exit(bootstrap.open_window())
