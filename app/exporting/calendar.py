"""Write days as a calendar file (RFC 5545) that other programs show; whole days, no names.

A calendar is copied to telephones and servers of others. So it is given nothing but what may be
read there: the day, in a few words what is due, and the number of a case.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

_LONGEST = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """Something that is due on a day; `key` is the same for the same thing at every writing."""

    key: str
    on: date
    words: str


def calendar_file(days: Iterable[CalendarDay], title: str, at: datetime) -> bytes:
    """Write a calendar; every line at most 75 bytes long, as the format asks."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Homeward//Due dates//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{title.translate(_ESCAPED)}",
    ]
    stamp = f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    for day in days:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{day.key.translate(_ESCAPED)}@homeward.invalid",
            f"DTSTAMP:{stamp}",
            f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}",
            f"DTEND;VALUE=DATE:{day.on + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{day.words.translate(_ESCAPED)}",
            "TRANSP:TRANSPARENT",
            "CLASS:CONFIDENTIAL",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return b"".join(_folded(line) for line in lines)


def _folded(line: str) -> bytes:
    """Break a line after 75 bytes, never within a letter."""
    parts: list[bytes] = []
    part = b""
    for letter in line:
        coded = letter.encode("utf-8", "replace")
        if len(part) + len(coded) > _LONGEST:
            parts.append(part)
            part = b" "
        part += coded
    parts.append(part)
    return b"\r\n".join(parts) + b"\r\n"
