"""Hear from Windows that its session is locked, switched or put to sleep."""

import ctypes
import logging
import sys
from collections.abc import Callable
from typing import Final, override

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication
from PySide6.QtGui import QGuiApplication

from app.ui.lock.reasons import Reason

_log = logging.getLogger("homeward.lock")

_WM_POWERBROADCAST: Final = 0x0218
_WM_WTSSESSION_CHANGE: Final = 0x02B1
_PBT_APMSUSPEND: Final = 0x0004
_AWAY: Final = frozenset({0x2, 0x4, 0x6, 0x7})
"""Console or remote desktop disconnected, logged off, locked."""


def reason_of(message: int, parameter: int) -> Reason | None:
    """Say what a message of Windows means for the register."""
    if message == _WM_POWERBROADCAST and parameter == _PBT_APMSUSPEND:
        return Reason.SUSPEND
    if message == _WM_WTSSESSION_CHANGE and parameter in _AWAY:
        return Reason.SCREEN
    return None


class WindowsSignals(QAbstractNativeEventFilter):
    """Read the messages that reach the program's windows."""

    def __init__(self, tell: Callable[[Reason], object]) -> None:
        super().__init__()
        self._tell = tell

    def listen(self) -> tuple[str, ...]:
        """Ask to be told of the session, and read every message from now on."""
        application = QCoreApplication.instance()
        if application is None:
            return ()
        application.installNativeEventFilter(self)
        heard = ["power"]
        if sys.platform == "win32":
            for window in QGuiApplication.topLevelWindows():
                if ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0):
                    heard.append("session")
                    break
        return tuple(heard)

    @override
    def nativeEventFilter(
        self, eventType: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> object:
        if sys.platform == "win32" and bytes(eventType) == b"windows_generic_MSG":
            from ctypes import wintypes  # noqa: PLC0415  of that system only

            told = wintypes.MSG.from_address(int(message))
            why = reason_of(told.message, told.wParam)
            if why is not None:
                self._tell(why)
        return False, 0
