"""How a field is reduced for a reader: what goes in, what comes out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from app.shapes.case_report import CaseReport

# A function gets the whole case and the value of the field without the classes that the reader
# may not see, and gives what stays. The type of the value is that of the field it stands beside.
type Reduction = Callable[[CaseReport, Any], object]
#: By the name of the field: "CaseReport.family", "Identity.born".
type Reductions = Mapping[str, Reduction]


def all_allowed(_: CaseReport, value: object) -> object:
    """Give everything in the field that its classes allow."""
    return value
