"""How long the codebook takes for 100,000 cases of six events each."""

from __future__ import annotations

import time
from datetime import date
from itertools import cycle, islice

from models.codebook import AssertionFact, CaseHistory, EventFact, compute
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Authenticity, Credibility, Reliability
from models.vocabulary.partial_date import PartialDate
from tests.bench.figure import Figure

CASES = 100_000
_TODAY = date(2021, 3, 10)
_HOW = (
    "Each status walks its events once a facet, one case after another: by a second process on the "
    "second core it halves; the rules stay plain Python on purpose."
)


def _assertion(grade: str, group: str) -> AssertionFact:
    return AssertionFact(Reliability(grade[0]), Credibility(grade[1]), group)


def _event(code: str, edtf: str, *grades: str, **more: object) -> EventFact:
    return EventFact(
        id=f"{code} {edtf}",
        code=EventCode(code),
        date=PartialDate.parse_edtf(edtf),
        assertions=tuple(_assertion(grade, f"g{at}") for at, grade in enumerate(grades)),
        **more,  # type: ignore[arg-type]  # fields of EventFact, by name
    )


def histories() -> tuple[CaseHistory, ...]:
    """Give the courses that cases take: held, denied, acknowledged, home, dead, unknown."""
    begun = (
        _event("E01", "2020-12-16", "C3"),
        _event("E02", "2020-12-12", "C2"),
        _event("E05", "2020-12-17", "B2"),
    )
    filmed = _event("C12", "2020-12-15", "B2", "C2", authenticity=Authenticity.PASS)
    listed = _event("R60", "2020-12-22", "A1")
    handed = _event("R65", "2021-01-28", "B2"), _event("R67", "2021-01-28", "A1")
    dead = _event("X80", "2020-12-14", "B2", "C3"), _event("M90", "2021-02-02", "C3")
    heard = _event("C10", "2020-12-XX", "D4"), _event("E06", "2021-01", "C3")
    tried = _event("L43", "2021-02-22", "B2"), _event("D26", "2021-03-01", "B2")
    return (
        CaseHistory((*begun, filmed, listed, _event("D21", "2021-02-03", "A1"))),
        CaseHistory((*begun, filmed, listed, _event("D24", "2021-01-20", "A1"))),
        CaseHistory((*begun, filmed, *handed)),
        CaseHistory((*begun, listed, *dead)),
        CaseHistory((*begun, listed, *heard)),
        CaseHistory((*begun, filmed, *tried)),
    )


def measure() -> list[Figure]:
    """Compute 100,000 statuses anew, with their reasons."""
    many = list(islice(cycle(histories()), CASES))
    start = time.perf_counter()
    for history in many:
        compute(history, _TODAY)
    seconds = time.perf_counter() - start
    return [
        Figure(
            "status of 100,000 cases computed anew", "s", seconds, 10, 3,
            how="" if seconds <= 3 else _HOW,
        )
    ]  # fmt: skip
