"""Words for what follows a handover: how a man is verified, what is done for him."""

from datetime import timedelta
from enum import StrEnum

VERIFY_WITHIN = timedelta(hours=48)
"""From his arrival on; until then his identity is to be verified in person (P8)."""


class VerificationMethod(StrEnum):
    """By what somebody who came is known to be who he is; two different ones are needed (R67)."""

    DOCUMENT = "DOCUMENT"
    RELATIVE = "RELATIVE"
    BIOMETRIC = "BIOMETRIC"
    UNIT_OFFICER = "UNIT_OFFICER"


class ArrivalStep(StrEnum):
    """What is done for everybody who came, in this order (domain.md 3.8 steps 6 to 10)."""

    VERIFIED = "VERIFIED"
    MEDICAL = "MEDICAL"
    FAMILY = "FAMILY"
    DEBRIEF = "DEBRIEF"
    CLOSED = "CLOSED"


class FamilyWord(StrEnum):
    """How the family learnt that he is home."""

    REUNITED = "REUNITED"
    TOLD = "TOLD"
