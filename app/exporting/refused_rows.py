"""Hand out the rows an import refused, to be corrected, and take them back as they were.

Each row leaves with its reason in a last cell that begins with `TAG`, and with marks before cells
that a spreadsheet would reckon with. Both are taken away again here, and only from a row that
bears the tag: what others wrote is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.exporting.tables import Table, restored

TAG = "[Homeward]"
_UTF8_MARK = b"\xef\xbb\xbf"


def handed_out(rows: Table, reasons: Iterable[str]) -> list[list[str]]:
    """Give rows with what is to be said of each in a last column; all are made as long."""
    kept = [list(row) for row in rows]
    width = max(map(len, kept), default=0)
    return [
        [*row, *[""] * (width - len(row)), f"{TAG} {reason}"]
        for row, reason in zip(kept, reasons, strict=True)
    ]


def taken_back(rows: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Give rows as they were before they were handed out; rows of others stay as they are."""
    return tuple(map(_as_it_was, rows))


def _as_it_was(row: tuple[str, ...]) -> tuple[str, ...]:
    end = _end(row)
    if not end or not row[end - 1].startswith(TAG):
        return row
    return tuple(restored(cell) for cell in row[: end - 1])


def _end(row: Sequence[str]) -> int:
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return end


def is_handed_out(content: bytes) -> bool:
    """Tell whether a text file is one of ours, so that no profile need say how it is written."""
    return content.startswith(_UTF8_MARK) and TAG.encode() in content
