"""Find which key was pressed by where it lies, so that single letters work in every layout.

`latin_key(event)` answers "E" for the key that carries E on an English keyboard, whether the
layout of the moment is Armenian or Russian; for Latin layouts it is the letter typed.
"""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent

_ROWS: Final = {2: "1234567890", 16: "QWERTYUIOP", 30: "ASDFGHJKL", 44: "ZXCVBNM"}
BY_SCAN_CODE: Final = {
    first + i: letter for first, row in _ROWS.items() for i, letter in enumerate(row)
}
_MAC: Final = "ASDFHGZXCV\0BQWERYT123465\097\080\0OU\0IP\0LJ\0K\0\0\0\0NM"
BY_MAC_CODE: Final = {i: letter for i, letter in enumerate(_MAC) if letter != "\0"}
_RUSSIAN: Final = dict(zip("ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ", "QWERTYUIOPASDFGHJKLZXCVBNM", strict=True))
_ARMENIAN: Final = dict(
    zip("ՔՈԵՌՏԸՒԻՕՊԱՍԴՖԳՀՅԿԼԶՂՑՎԲՆՄ", "QWERTYUIOPASDFGHJKLZXCVBNM", strict=True)
)
_ARMENIAN_DIGITS: Final = dict(zip("ԷԹՓՁՋ", "12345", strict=True))
BY_LETTER: Final = {**_RUSSIAN, **_ARMENIAN, **_ARMENIAN_DIGITS}


_PUNCTUATION: Final = {51: ",", 52: ".", 53: "/", 12: "-", 13: "="}
_NAMED: Final = {
    Qt.Key.Key_Return: "Enter",
    Qt.Key.Key_Enter: "Enter",
    Qt.Key.Key_Escape: "Esc",
    Qt.Key.Key_Space: "Space",
    Qt.Key.Key_Delete: "Del",
    Qt.Key.Key_Backspace: "Backspace",
    Qt.Key.Key_Tab: "Tab",
    Qt.Key.Key_Backtab: "Tab",
    Qt.Key.Key_Left: "Left",
    Qt.Key.Key_Right: "Right",
    Qt.Key.Key_Up: "Up",
    Qt.Key.Key_Down: "Down",
    Qt.Key.Key_Home: "Home",
    Qt.Key.Key_End: "End",
    Qt.Key.Key_PageUp: "PgUp",
    Qt.Key.Key_PageDown: "PgDown",
    Qt.Key.Key_Slash: "/",
    Qt.Key.Key_Comma: ",",
    Qt.Key.Key_Period: ".",
    Qt.Key.Key_Minus: "-",
    Qt.Key.Key_Plus: "+",
    Qt.Key.Key_Equal: "=",
}


def latin_key(event: QKeyEvent) -> str:
    """Return the Latin letter or digit of the key's position, "" for any other key."""
    key = event.key()
    if Qt.Key.Key_A <= key <= Qt.Key.Key_Z or Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    typed = event.text().upper() or (chr(key) if 0x400 <= key < 0x590 else "")
    if not typed or not typed[0].isalpha():
        return ""
    code = _scan_code(event)
    return BY_SCAN_CODE.get(code, "") if code else _mac_letter(event) or BY_LETTER.get(typed[0], "")


def key_sequence(event: QKeyEvent) -> str:
    """Return a pressed key the way it is written on screen: `Ctrl+Shift+N`, `E`, `F4`."""
    key = event.key()
    name = latin_key(event) or _NAMED.get(Qt.Key(key), "")
    if not name and Qt.Key.Key_F1 <= key <= Qt.Key.Key_F12:
        name = f"F{key - Qt.Key.Key_F1 + 1}"
    held = event.modifiers()
    if held & Qt.KeyboardModifier.ControlModifier:
        name = _PUNCTUATION.get(_scan_code(event), name)
    if not name:
        return ""
    parts = [
        word
        for flag, word in (
            (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
            (Qt.KeyboardModifier.AltModifier, "Alt"),
            (Qt.KeyboardModifier.ShiftModifier, "Shift"),
        )
        if held & flag
    ]
    return "+".join([*parts, name])


def _scan_code(event: QKeyEvent) -> int:
    """Return the set-1 scan code; X11 and Wayland count from 8, macOS has none."""
    code = event.nativeScanCode()
    if QGuiApplication.platformName() == "cocoa":
        return 0
    return code - 8 if code > 8 and QGuiApplication.platformName() != "windows" else code


def _mac_letter(event: QKeyEvent) -> str:
    if QGuiApplication.platformName() != "cocoa" or not event.nativeScanCode():
        return ""
    return BY_MAC_CODE.get(event.nativeVirtualKey(), "")
