"""How many pages of internal files a core prints a second, with notes at the foot."""

from __future__ import annotations

import time
from dataclasses import replace

from app.reports.internal_file import internal_file
from app.reports.render import write_pdf
from app.shapes.case_report import CaseReport, EventLine, Narrative
from tests.bench.figure import Figure
from tests.factories import papers

PAPERS = 60
_HOW = (
    "Pages with notes are laid out two or three times until the notes fit, and every line is "
    "measured in Python: keeping the measured lines between passes, or measuring in C, would do it."
)
_LANGUAGES = ("en", "hy", "ru")


def another(case: CaseReport, n: int) -> CaseReport:
    """Give a file whose number and texts no other file shares, so that no line is met twice."""
    return replace(
        case,
        number=f"HRD-2020-{n:05d}",
        events=tuple(_otherwise(event, n) for event in case.events),
        circumstances=tuple(
            Narrative(" ".join(f"{word}{n}" for word in told.text.split()))
            for told in case.circumstances
        ),
    )


def _otherwise(event: EventLine, n: int) -> EventLine:
    return replace(event, words=f"{event.words} {n}", verbatim=f"{n} {event.verbatim}")


def measure() -> list[Figure]:
    """Print dense files in three languages, every one another; the first of each is free."""
    case, context = papers.model_case(), papers.issued_context()
    files = [another(case, n) for n in range(PAPERS)]
    for lang in _LANGUAGES:
        write_pdf(internal_file(case, lang, context))
    pages = 0
    start = time.perf_counter()
    for n, file in enumerate(files):
        pages += write_pdf(internal_file(file, _LANGUAGES[n % 3], context)).pages
    rate = pages / (time.perf_counter() - start)
    return [
        Figure(
            "internal file, notes at the foot, one core",
            "pages/s",
            rate,
            20,
            40,
            more_is_better=True,
            how="" if rate >= 40 else _HOW,
        )
    ]
