"""The data hash of a paper: what was known when it was made, in sixteen hexadecimal digits."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import fields, is_dataclass


def fingerprint(facts: object) -> str:
    """Return the first 16 hex digits of the SHA-256 over all facts of a shape, in fours."""
    digest = hashlib.sha256(spelled(facts).encode("utf-8", "backslashreplace")).hexdigest()
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def spelled(value: object) -> str:
    """Spell a value out the same way each time, whatever order its sets and mappings came in."""
    if is_dataclass(value) and not isinstance(value, type):
        inner = ",".join(f"{f.name}={spelled(getattr(value, f.name))}" for f in fields(value))
        return f"{type(value).__name__}({inner})"
    if isinstance(value, str):
        return repr(str(value))
    if isinstance(value, tuple | list):
        return f"[{','.join(spelled(item) for item in value)}]"
    if isinstance(value, Mapping):
        inner = ",".join(sorted(f"{spelled(k)}:{spelled(v)}" for k, v in value.items()))
        return f"{{{inner}}}"
    if isinstance(value, AbstractSet):
        return f"{{{','.join(sorted(spelled(item) for item in value))}}}"
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return repr(value)
