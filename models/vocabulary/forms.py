"""Words for the forms that are printed blank, to be filled in by hand."""

from enum import StrEnum


class BlankForm(StrEnum):
    """A form of the office."""

    INTAKE = "intake"
    TRACING = "tracing"
    CAPTURE_CARD = "capture-card"
    CONSENT = "consent"
