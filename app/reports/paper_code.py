"""The short code of an issued paper: ten characters that can be read out on the telephone."""

from __future__ import annotations

import secrets

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford base32: no I, L, O, U
BODY, CHECK = 8, 2
_READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
_MODULUS = 1021  # a prime just below 32²: finds every slip of one character and every swap of two


def new_code() -> str:
    """Draw a code at random: `7K4Q-9MXT-2R`, 40 bits and two check characters."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(BODY))
    return in_groups(body + check_characters(body))


def check_characters(body: str) -> str:
    """Return the two check characters of eight code characters; raises ValueError."""
    value = 0
    for char in body:
        value = (value * 32 + ALPHABET.index(char)) % _MODULUS
    high, low = divmod(value * 32 % _MODULUS, 32)
    return ALPHABET[high] + ALPHABET[low]


def in_groups(code: str) -> str:
    """Write ten characters as 4-4-2."""
    return f"{code[:4]}-{code[4:8]}-{code[8:]}"


def read_code(typed: str) -> str | None:
    """Read a typed or scanned code; None when its check characters say it was misread."""
    code = typed.upper().translate(_READ_AS)
    code = "".join(char for char in code if char not in " -–—\u00a0\n\t")
    if len(code) != BODY + CHECK or any(char not in ALPHABET for char in code):
        return None
    return in_groups(code) if check_characters(code[:BODY]) == code[BODY:] else None
