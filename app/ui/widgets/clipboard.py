"""The one door to the clipboard: what is copied from a register is marked secret and soon gone.

    clipboard = Clipboard(app)           watches what our own fields put there too (Ctrl+C)
    clipboard.copy("…")                  a name, a number, words of a passphrase
    clipboard.copy_openly("…")           details of a fault: nothing of a case, so it may stay
    clipboard.wipe()                     at lock and at the end

The marks ask clipboard histories and password-aware desktops to keep no copy. After 15 seconds the
clipboard is emptied, if what stands there is still ours; the primary selection of X11 likewise.
"""

from typing import Final

from PySide6.QtCore import QMimeData, QObject, QTimer, Slot
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS_MS: Final = 15_000
_HINT: Final = "x-kde-passwordManagerHint"
MARKS: Final = {
    _HINT: b"secret",
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\x01",
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': b"\0\0\0\0",
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': b"\0\0\0\0",
    "application/x-nspasteboard-concealed-type": b"\x01",
}
_CLIP: Final = QClipboard.Mode.Clipboard
_SELECTION: Final = QClipboard.Mode.Selection


def marked(text: str) -> QMimeData:
    """Return text that asks to be kept by nobody."""
    content = QMimeData()
    content.setText(text)
    for form, value in MARKS.items():
        content.setData(form, value)
    return content


class Clipboard(QObject):
    """Mark and empty what this program puts on the clipboard."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()
        self._setting = False
        self._open_text: str | None = None
        self._secret: str | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self.wipe)
        self._board.dataChanged.connect(self._changed)
        self._board.selectionChanged.connect(self._selected)

    def copy(self, text: str) -> None:
        """Put text of a register on the clipboard, for 15 seconds."""
        self._open_text = None
        self._put(text)

    def copy_openly(self, text: str) -> None:
        """Put text there that says nothing of a case; it stays."""
        self._open_text = text
        self._timer.stop()
        self._board.setText(text)

    @Slot()
    def wipe(self) -> None:
        """Empty the clipboard and the selection where they still hold what is ours."""
        self._timer.stop()
        if self._is_ours() and not self._is_open():
            self._board.clear(_CLIP)
        self._secret = None
        if self._board.supportsSelection() and self._board.ownsSelection():
            self._board.clear(_SELECTION)

    def _put(self, text: str) -> None:
        self._setting, self._secret = True, text
        try:
            self._board.setMimeData(marked(text))
        finally:
            self._setting = False
        self._timer.start()

    def _is_ours(self) -> bool:
        """Tell whether what stands there is ours; where no owner is named, our words say so."""
        return self._board.ownsClipboard() or (
            self._secret is not None and self._board.text() == self._secret
        )

    def _is_open(self) -> bool:
        return self._open_text is not None and self._board.text() == self._open_text

    @Slot()
    def _changed(self) -> None:
        """Mark what one of our own fields copied; what another program copied is none of ours."""
        if self._setting or not self._board.ownsClipboard():
            return
        if self._board.mimeData().hasFormat(_HINT):
            self._timer.start()
            return
        text = self._board.text()
        if text and not self._is_open():
            self._put(text)

    @Slot()
    def _selected(self) -> None:
        if self._board.ownsSelection():
            self._timer.start()
