"""Make visible what hides in a text from outside: signs that turn it round or show nothing (R-37).

A file named `photo<U+202E>gpj.exe` is shown as `photo[U+202E]gpj.exe`, in the order in which it
was written.
"""

from __future__ import annotations

import unicodedata

_HIDING = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def with_visible_signs(text: str) -> str:
    """Give a text with every sign that cannot be seen written out by its number."""
    return "".join(_shown(letter) for letter in text)


def _shown(letter: str) -> str:
    if unicodedata.category(letter) not in _HIDING:
        return letter
    return f"[U+{ord(letter):04X}]"
