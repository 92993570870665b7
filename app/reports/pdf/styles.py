"""The sizes of type (`paper.md` 2): two weights, fixed first baselines, nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from app.reports.pdf.geometry import U


@dataclass(frozen=True, slots=True)
class Style:
    """Size, leading and the drop of the first baseline below the top of its box, in points."""

    size: float
    leading: float
    drop: float
    bold: bool = False


NAME = Style(20, 8 * U, 6 * U, bold=True)
DOCUMENT_TITLE = Style(16, 6 * U, 4.5 * U, bold=True)
TOTAL = Style(14, 6 * U, 4.5 * U, bold=True)
HEADLINE = Style(13, 5 * U, 4 * U, bold=True)
OTHER_SCRIPT = Style(12, 5 * U, 4 * U)
SECTION = Style(11.5, 4 * U, 3 * U, bold=True)
TEXT = Style(10, 4 * U, 3 * U)
ANSWER = Style(10, 4 * U, 3 * U, bold=True)
LABEL = Style(9, 4 * U, 3 * U)
TABLE = Style(9, 3.5 * U, 3 * U)
REASON = Style(9, 3.5 * U, 2.6 * U)
PEOPLE = Style(9, 10.75, 8.5)
MARKS = Style(8, 3.5 * U, 3 * U)
COLUMN_HEAD = Style(8, 3 * U, 2.5 * U, bold=True)
NOTE = Style(8, 3 * U, 2.5 * U)
CHIP = Style(8, 4 * U, 2.8 * U, bold=True)
LETTER = Style(11, 5 * U, 4 * U)
COURT = Style(12, 18, 13)
COURT_BOLD = Style(12, 18, 13, bold=True)
COURT_NOTE = Style(10, 4 * U, 3 * U)  # a court reads no note below 10 pt

PROSE = {"text": TEXT, "table": TABLE, "note": NOTE, "letter": LETTER, "court": COURT}
SMALL_SIZE = 8.0
