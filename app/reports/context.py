"""What a paper says about its own making: office, moment, hand, copy; never about the case."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.shapes.case_report import Wording
from models.vocabulary.papers import PaperFormat


@dataclass(frozen=True, slots=True)
class Signer:
    """A member of staff whose signature the paper asks for."""

    name: str
    function: str


@dataclass(frozen=True, slots=True)
class OfficeContact:
    """How a reader reaches the office; what is empty was never told to the program."""

    address: str = ""
    telephone: str = ""
    email: str = ""
    fax: str = ""
    person: str = ""  # whom a court may ring, day and night


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
    purpose: str = ""
    basis: str = ""  # a `LegalBasis`
    approved_by: Signer = Signer("", "")
    contact: OfficeContact = OfficeContact()
    supersedes: str = ""  # the number of the paper that this one takes the place of
    paper_format: PaperFormat = PaperFormat.A4
    reprint: bool = False
    #: The register is the sample: nobody in it exists.
    sample: bool = False
