"""Let the second start of the program show the window of the first, and then end (R-08).

    alone = OnlyOne(settings.folder)
    if alone.show_the_first(register): return 0
    alone.listen()                       `asked` carries the register the second start named, or ""

The name of the door is derived from the settings folder: each person, and each portable copy, has
a program of its own. A door that a killed program left behind is taken over.
"""

import hashlib
import json
import logging
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_log = logging.getLogger("homeward.only_one")

WAIT_MS: Final = 1500
_LONGEST_WORDS: Final = 16_384
_LONGEST_SOCKET: Final = 100
"""Bytes of a socket's path that every system takes; a longer one stands in the temp folder."""
_SHOWN: Final = b"shown\n"


class OnlyOne(QObject):
    """Stand at the door of the first program, or knock at it."""

    asked = Signal(str)

    def __init__(self, settings: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.door = door_of(settings)
        self._server: QLocalServer | None = None

    def show_the_first(self, register: str = "") -> bool:
        """Ask a program that runs already to show itself; tell whether one did."""
        socket = QLocalSocket()
        socket.connectToServer(self.door)
        if not socket.waitForConnected(WAIT_MS):
            return False
        socket.write(json.dumps({"show": register}).encode() + b"\n")
        socket.flush()
        answered = socket.waitForReadyRead(WAIT_MS)
        told = bytes(socket.readAll().data()) if answered else b""
        socket.abort()
        return told == _SHOWN

    def listen(self) -> bool:
        """Stand at the door from now on; a door nobody stands at is taken over."""
        server = QLocalServer(self)
        if os.sep in self.door:
            Path(self.door).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(self.door):
            QLocalServer.removeServer(self.door)
            if not server.listen(self.door):
                _log.warning("no door for a second start: %s", server.serverError().name)
                return False
        server.newConnection.connect(self._welcome)
        self._server = server
        return True

    def leave(self) -> None:
        """Leave the door to the next program."""
        server, self._server = self._server, None
        if server is not None:
            server.close()

    @Slot()
    def _welcome(self) -> None:
        server = self._server
        while server is not None and (socket := server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(socket.deleteLater)
            if socket.canReadLine():
                self._answer(socket)

    @Slot()
    def _hear(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._answer(socket)

    def _answer(self, socket: QLocalSocket) -> None:
        if socket.bytesAvailable() > _LONGEST_WORDS:
            socket.abort()
            return
        if not socket.canReadLine():
            return
        register = _register_in(bytes(socket.readLine().data()))
        if register is None:
            socket.abort()
            return
        socket.write(_SHOWN)
        socket.flush()
        self.asked.emit(register)


def door_of(settings: Path) -> str:
    """Return the name of the door: a socket where only this person may go, or a pipe of Windows."""
    name = "homeward-" + hashlib.sha256(str(settings.absolute()).encode()).hexdigest()[:24]
    if os.name == "nt":
        return name
    for folder in (os.environ.get("XDG_RUNTIME_DIR", ""), str(settings.absolute())):
        path = f"{folder}/{name}"
        if Path(folder).is_absolute() and len(os.fsencode(path)) < _LONGEST_SOCKET:
            return path
    return name


def _register_in(line: bytes) -> str | None:
    try:
        words = json.loads(line)
    except ValueError:
        return None
    found = words.get("show") if isinstance(words, dict) else None
    return found if isinstance(found, str) else None
