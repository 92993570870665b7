"""Hear from the desktop that the screen is locked or the machine is about to sleep.

On Linux and its kin over D-Bus, where a bus answers; on Windows by messages to a window. Where
neither is there, DeskWatch still sees by its clocks that the machine slept.
"""

import logging
import sys
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from app.ui.lock.reasons import Reason

_log = logging.getLogger("homeward.lock")

_SCREEN_SAVERS: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_SLEEP: Final = ("org.freedesktop.login1.Manager", "PrepareForSleep")
_LOCK: Final = ("org.freedesktop.login1.Session", "Lock")


class SessionSignals(QObject):
    """Tell when the desktop says that the person is gone; `gone` carries the Reason."""

    gone = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.heard_from: tuple[str, ...] = ()

    def listen(self) -> None:
        """Begin to listen wherever this machine has something to say."""
        if sys.platform == "win32":
            from app.ui.lock.windows_signals import WindowsSignals  # noqa: PLC0415  that system only

            self._windows = WindowsSignals(self.gone.emit)
            self.heard_from = self._windows.listen()
        elif sys.platform != "darwin":
            self._listen_to_buses()

    def _listen_to_buses(self) -> None:
        try:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415  not on every machine
        except ImportError:
            _log.info("no D-Bus here: sleep is seen by the clocks alone")
            return
        wanted = [(QDBusConnection.systemBus(), *_SLEEP, "1on_sleep(bool)")]
        wanted += [(QDBusConnection.systemBus(), *_LOCK, "1on_lock()")]
        session = QDBusConnection.sessionBus()
        wanted += [
            (session, saver, "ActiveChanged", "1on_screen(bool)") for saver in _SCREEN_SAVERS
        ]
        # From any sender and path: which session is ours is not asked, to lock too often is safe.
        self.heard_from = tuple(
            interface
            for bus, interface, name, slot in wanted
            if bus.isConnected() and bus.connect("", "", interface, name, self, slot)  # type: ignore[call-overload]  # the binding takes words, its stubs ask for bytes
        )
        _log.info("listening to %d signals of the desktop", len(self.heard_from))

    @Slot(bool)
    def on_sleep(self, begins: bool) -> None:  # noqa: FBT001  the desktop's signal
        """Hear that the machine goes to sleep, or woke up."""
        if begins:
            self.gone.emit(Reason.SUSPEND)

    @Slot()
    def on_lock(self) -> None:
        """Hear that the session is locked."""
        self.gone.emit(Reason.SCREEN)

    @Slot(bool)
    def on_screen(self, active: bool) -> None:  # noqa: FBT001  the desktop's signal
        """Hear that the screen saver came up, or went."""
        if active:
            self.gone.emit(Reason.SCREEN)
