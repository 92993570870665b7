"""What a paper says about its own making: office, moment, hand, copy; never about the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.shapes.case_report import Wording


@dataclass(frozen=True, slots=True)
class Signer:
    """A member of staff whose signature the paper asks for."""

    name: str
    function: str


@dataclass(frozen=True, slots=True)
class PaperContext:
    """Who prints what state of the register, and when; both moments aware, in the office's zone.

    A paper without a `code` is a draft: it says so where the code would stand and has no QR.
    """

    office: Wording
    facts_as_of: datetime
    printed_at: datetime
    printed_by: str  # the user's code: KE-07
    prepared_by: Signer
    checked_by: Signer
    code: str = ""
    disclosure: str = ""
    copy: int = 1
    copies: int = 1
    recipient: str = ""
    #: The register is the sample: nobody in it exists.
    sample: bool = False
