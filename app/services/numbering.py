"""Gives things their numbers: readable, in one series a year, never with personal data."""

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from app.db.dialect import wait_for_numbering_turn
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.services.typed_text import line
from models.cases import Case
from models.desk import OfficeFact
from models.disclosures import Disclosure
from models.exhibits import Exhibit
from models.handovers import Handover
from models.incidents import Incident
from models.lists import NameList
from models.sources import Source
from models.submissions import Submission

DEFAULT_PREFIX = "HRD"


def office_prefix(uow: UnitOfWork) -> str:
    """Give the letters with which case numbers of this office begin."""
    kept = uow.session.scalar(select(OfficeFact.value).where(OfficeFact.key == "prefix"))
    return kept or DEFAULT_PREFIX


def _next(
    uow: UnitOfWork,
    column: InstrumentedAttribute[str] | InstrumentedAttribute[str | None],
    stem: str,
    *,
    width: int,
) -> tuple[str, int]:
    wait_for_numbering_turn(uow.session)
    numbers = select(column).where(column.startswith(stem, autoescape=True))
    newest = uow.session.scalars(numbers.order_by(column.desc()).limit(_LOOKED_BACK))
    last = _highest(newest, stem)
    if last is None or last >= 10**width - 1:
        # Past its width a series no longer sorts as text; numbers of other makes may stand in it.
        last = _highest(uow.session.scalars(numbers), stem) or 0
    return f"{stem}{last + 1:0{width}d}", last + 1


_LOOKED_BACK = 20


def _highest(numbers: Iterable[str | None], stem: str) -> int | None:
    counts = ((number or "").removeprefix(stem) for number in numbers)
    return max((int(count) for count in counts if count.isdecimal()), default=None)


def given_number(uow: UnitOfWork, column: InstrumentedAttribute[str], typed: str) -> str:
    """Give a number as somebody typed it, in capitals, or nothing where none was typed.

    Raises:
        BadInput: it is taken, or too long.
    """
    number = line(typed, "number", limit=40).upper()
    if number:
        wait_for_numbering_turn(uow.session)
        if uow.session.scalar(select(column).where(func.upper(column) == number).limit(1)):
            raise BadInput("number", "taken", value=number)
    return number


def next_case_number(uow: UnitOfWork) -> str:
    """Give the next case number of the year, like `HRD-2020-00123`."""
    stem, first = case_series(uow)
    return f"{stem}{first:05d}"


def case_series(uow: UnitOfWork) -> tuple[str, int]:
    """Give the stem of this year's case numbers and the next whole number of it."""
    stem = f"{office_prefix(uow)}-{uow.clock.today().year}-"
    return stem, _next(uow, Case.number, stem, width=5)[1]


def next_incident_number(uow: UnitOfWork) -> str:
    """Give the next incident number of the year, like `INC-2020-004`."""
    return _next(uow, Incident.number, f"INC-{uow.clock.today().year}-", width=3)[0]


def next_handover_number(uow: UnitOfWork) -> str:
    """Give the next handover number of the year, like `RET-2021-002`."""
    return _next(uow, Handover.number, f"RET-{uow.clock.today().year}-", width=3)[0]


def next_list_number(uow: UnitOfWork) -> str:
    """Give the next list number, like `L-014`: one series through the years (domain.md 9)."""
    return _next(uow, NameList.number, "L-", width=3)[0]


def next_submission_number(uow: UnitOfWork) -> str:
    """Give the next submission number of the year, like `SUB-2021-007`."""
    return _next(uow, Submission.number, f"SUB-{uow.clock.today().year}-", width=3)[0]


def next_disclosure_number(uow: UnitOfWork) -> str:
    """Give the next disclosure number of the year, like `D-2021-0042`: one for every copy."""
    return _next(uow, Disclosure.number, f"D-{uow.clock.today().year}-", width=4)[0]


def next_exhibit_number(uow: UnitOfWork) -> str:
    """Give the next exhibit number of the year, like `E-2021-00017`; none is ever given twice."""
    return _next(uow, Exhibit.number, f"E-{uow.clock.today().year}-", width=5)[0]


def next_source_code(uow: UnitOfWork, *, confidential: bool) -> str:
    """Give the next code of a source: `W-0003` for sealed ones, `S-0017` for others."""
    stem = "W-" if confidential else "S-"
    return _next(uow, Source.code, stem, width=4)[0]
