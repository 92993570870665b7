"""The one door for words onto the page: nothing is markup, nothing is invisible, nothing a box."""

from __future__ import annotations

import unicodedata
from functools import cache

from app.reports.pdf.fonts import Family

# Characters that only say where a line may break or is forbidden to: they have no look of their
# own, and the line breaker decides.
_SPACES = {
    "\t": " ",
    "\r": "\n",
    "\v": "\n",
    "\f": "\n",
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u00ad": "",
    "\u202f": "\u00a0",
    "\u2007": "\u00a0",
}
_SPACES.update({chr(code): " " for code in (*range(0x2000, 0x2007), 0x2008, 0x2009, 0x200A)})
_SPACES["\u205f"] = _SPACES["\u3000"] = " "
_KEPT = {"\n", "\u00a0"}


class SafeText:
    """Makes text printable and keeps count of what the typeface could not show."""

    def __init__(self, faces: Family) -> None:
        self._shown, self._plain = _shown_by(faces.glyphs)
        self.missing: set[int] = set()

    def clean(self, text: str) -> str:
        """Return `text` in composed form, every unshowable character as `[U+XXXX]`.

        Control characters, direction marks and lone surrogates become visible the same way, so
        that no word can be hidden or turned round. Line ends stay; other spaces become plain.
        """
        if self._plain.issuperset(text):
            return text
        return self._spelled(unicodedata.normalize("NFC", text.replace("\r\n", "\n")))

    def one_line(self, text: str) -> str:
        """Return `clean` text with line ends turned into spaces."""
        return self.clean(text).replace("\n", " ")

    def _spelled(self, text: str) -> str:
        parts: list[str] = []
        hidden: list[str] = []
        for char in text:
            shown = _SPACES.get(char, char)
            if shown == "" or shown in _KEPT or shown in self._shown:
                _close(parts, hidden)
                parts.append(shown)
                continue
            if _visible(char):
                self.missing.add(ord(char))
            hidden.append(f"U+{ord(char):04X}")
        _close(parts, hidden)
        return "".join(parts)


@cache
def _shown_by(glyphs: frozenset[int]) -> tuple[frozenset[str], frozenset[str]]:
    """Return what these glyphs can show, and so much of it as stands alone; once a process."""
    shown = frozenset(chr(code) for code in glyphs if code < 0x110000 and _visible(chr(code))) | {
        " "
    }
    return shown, frozenset(char for char in shown if not unicodedata.combining(char))


def _close(parts: list[str], hidden: list[str]) -> None:
    if hidden:
        parts.append(f"[{' '.join(hidden)}]")
        hidden.clear()


def _visible(char: str) -> bool:
    """Tell whether a character has a look of its own (not control, format, surrogate, private)."""
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
