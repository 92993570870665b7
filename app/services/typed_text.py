"""What may be typed into a field: lengths, and characters that no field may hold."""

import unicodedata

from app.errors import BadInput

_LIMITS = {"line": 600, "short": 200, "note": 20_000}


def line(text: str, field: str, *, limit: int = _LIMITS["line"]) -> str:
    """Give a line of text in NFC without outer blanks and line breaks.

    Raises:
        BadInput: it is longer than the field, or holds a NUL.
    """
    return " ".join(prose(text, field, limit=limit).split())


def prose(text: str, field: str, *, limit: int = _LIMITS["note"]) -> str:
    """Give longer text in NFC without outer blanks; line breaks stay.

    Raises:
        BadInput: it is longer than the field, or holds a NUL.
    """
    if "\x00" in text:
        raise BadInput(field, "nul")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadInput(field, "not_text") from None
    flat = unicodedata.normalize("NFC", text).strip()
    if len(flat) > limit:
        raise BadInput(field, "too_long", length=len(flat), limit=limit)
    return flat


def reason(text: str, field: str = "reason") -> str:
    """Give the reason for a change that must have one.

    Raises:
        BadInput: it is empty or too long.
    """
    flat = line(text, field, limit=500)
    if not flat:
        raise BadInput(field, "missing")
    return flat
