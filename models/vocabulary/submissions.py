"""Words for what is sent to bodies, and what becomes of it (domain.md 1.7, 2.10, 2.11)."""

from enum import StrEnum


class Body(StrEnum):
    """To whom the office turns."""

    ICRC = "ICRC"
    OWN_MINISTRY = "OWN_MINISTRY"
    STATE_COMMISSION = "STATE_COMMISSION"
    ADVERSE_COMMISSION = "ADVERSE_COMMISSION"
    PEACEKEEPERS = "PEACEKEEPERS"
    COURT = "COURT"
    UN_WORKING_GROUP = "UN_WORKING_GROUP"
    UN_COMMITTEE = "UN_COMMITTEE"
    FOREIGN_STATE = "FOREIGN_STATE"
    NATIONAL_SOCIETY = "NATIONAL_SOCIETY"
    OTHER = "OTHER"


class SubmissionKind(StrEnum):
    """What is asked of a body."""

    TRACING_REQUEST = "TRACING_REQUEST"
    ENQUIRY = "ENQUIRY"
    INTERIM_MEASURES = "INTERIM_MEASURES"
    APPLICATION = "APPLICATION"
    URGENT_APPEAL = "URGENT_APPEAL"
    COMMUNICATION = "COMMUNICATION"
    LIST = "LIST"
    FOLLOW_UP = "FOLLOW_UP"
    OTHER = "OTHER"


class StepKind(StrEnum):
    """One step in the life of a submission; its state is read off the steps."""

    SENT = "SENT"
    RECEIPT = "RECEIPT"
    EXTENDED = "EXTENDED"
    REMINDED = "REMINDED"
    ANSWERED = "ANSWERED"
    DECIDED = "DECIDED"
    NOTE = "NOTE"
    CLOSED = "CLOSED"


class SubmissionState(StrEnum):
    """How far a submission is, computed from its steps."""

    DRAFT = "DRAFT"
    SENT = "SENT"
    OVERDUE = "OVERDUE"
    PARTLY_ANSWERED = "PARTLY_ANSWERED"
    ANSWERED = "ANSWERED"
    CLOSED = "CLOSED"
