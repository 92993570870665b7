"""All that the printed accounting sheet says: sum, case numbers, answers, measures, claims."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.shapes.accounting import AccountingSheet, FacetTable, ScopeName
from app.shapes.handovers import RunningSum
from app.shapes.incidents import ClaimView
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import AccountingLine


class Answered(StrEnum):
    """What was answered about a man: home, said to be dead, or what his captor said."""

    REPATRIATED = "REPATRIATED"
    DECEASED = "DECEASED"
    ACK_OFFICIAL = "ACK_OFFICIAL"
    ACK_INFORMAL = "ACK_INFORMAL"
    NOT_IDENTIFIED = "NOT_IDENTIFIED"
    DENIED = "DENIED"
    ACK_WITHDRAWN = "ACK_WITHDRAWN"
    NO_REPLY = "NO_REPLY"
    ASKED = "ASKED"
    NOT_ASKED = "NOT_ASKED"


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """How many men one answer was given about; `contested` of them are disputed."""

    key: Answered
    count: int
    contested: int


@dataclass(frozen=True, slots=True)
class BesideTheSum:
    """What was answered about the men of a sheet, and where the interim measure stands."""

    answers: tuple[AnswerRow, ...]
    measures: FacetTable


@dataclass(frozen=True, slots=True)
class AccountingPaper:
    """All that the printed sheet says: the sum with its case numbers, answers, claims."""

    name: ScopeName
    occurred: PartialDate
    sheet: AccountingSheet
    numbers: Mapping[AccountingLine, tuple[str, ...]]
    answers: tuple[AnswerRow, ...]
    measures: FacetTable
    claims: tuple[ClaimView, ...]
    #: The returns of an incident, each with the sum up to it and the totals claimed by then.
    returns: tuple[RunningSum, ...] = ()
