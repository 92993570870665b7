"""Notice that nobody is at the desk any more, or that the machine was asleep.

    watch = DeskWatch(clock, tasks, parent)
    watch.locked.connect(...)        carries the Reason
    watch.postponed.connect(...)     left alone, but long work runs: locked when it is done
    watch.back.connect(...)          the person came back meanwhile
    watch.begin(minutes)

Keys, mouse, wheel, pen and touch reach the windows of the program before its widgets; the filter
listens there, because one on the application would see every paint of every widget. Time is
looked at once a second, against a clock that is handed in.
"""

import time
from collections.abc import Callable
from typing import Final, override

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from app.clock import Clock
from app.ui.lock.reasons import Reason
from app.ui.shell.idle_choice import DEFAULT_MINUTES, accepted_minutes
from app.ui.shell.tasks import Tasks

LOOK_MS: Final = 1000
GAP_SECONDS: Final = 30
"""A look is due each second; a window may stall for some, a machine that slept misses more."""
PATIENCE_WITH_WORK: Final = 2 * 3600
"""Long work keeps it open no longer than this: what hangs must not leave it so all night."""

_TOUCHED: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.TabletPress,
        QEvent.Type.NativeGesture,
    }
)


class DeskWatch(QObject):
    """Ask for the lock when the desk was left alone or the machine slept."""

    locked = Signal(object)
    postponed = Signal()
    back = Signal()

    def __init__(
        self,
        clock: Clock,
        tasks: Tasks,
        parent: QObject,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._tasks = tasks
        self._monotonic = monotonic
        self._limit = DEFAULT_MINUTES * 60
        self._told = False
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._touched = self._looked = monotonic()
        self._wall = clock.now()

    @property
    def minutes(self) -> int:
        """Return after how many minutes alone the register is locked."""
        return self._limit // 60

    def begin(self, minutes: int) -> None:
        """Watch from now on."""
        self.set_minutes(minutes)
        self._touched = self._looked = self._monotonic()
        self._wall = self._clock.now()
        self._listen()
        self._timer.start()

    def set_minutes(self, minutes: int) -> None:
        """Lock after so many minutes alone, 1 to 60."""
        self._limit = accepted_minutes(minutes) * 60

    def stop(self) -> None:
        """Watch no longer."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look at the time, and at windows that are new."""
        self._listen()
        now, wall = self._monotonic(), self._clock.now()
        passed, gone = now - self._looked, (wall - self._wall).total_seconds()
        self._looked, self._wall = now, wall
        # Some systems' steady clock stands still in sleep, some runs on: either shows the gap.
        if max(passed, gone) > GAP_SECONDS:
            self._ask(Reason.SLEPT)
            return
        alone = now - self._touched
        if alone < self._limit:
            if self._told:
                self._told = False
                self.back.emit()
        elif not self._tasks.long_work or alone > self._limit + PATIENCE_WITH_WORK:
            self._ask(Reason.IDLE)
        elif not self._told:
            self._told = True
            self.postponed.emit()

    def _ask(self, why: Reason) -> None:
        self.stop()
        self.locked.emit(why)

    def _listen(self) -> None:
        """Hear every window there is by now; hearing one twice changes nothing."""
        for window in QGuiApplication.topLevelWindows():
            window.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TOUCHED:
            self._touched = self._monotonic()
        return False
