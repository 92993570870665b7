"""Words for families: what they agreed to, how they were reached (domain.md 2.12)."""

from enum import StrEnum


class ConsentScope(StrEnum):
    """What somebody may agree to, each asked by itself."""

    STORE = "STORE"
    SHARE_ICRC = "SHARE_ICRC"
    SHARE_STATE_COMMISSION = "SHARE_STATE_COMMISSION"
    SHARE_COURT = "SHARE_COURT"
    SHARE_UN = "SHARE_UN"
    SHARE_NGO = "SHARE_NGO"
    NEGOTIATION_LIST = "NEGOTIATION_LIST"
    PUBLISH_NAME = "PUBLISH_NAME"
    PUBLISH_PHOTO = "PUBLISH_PHOTO"
    MEDIA = "MEDIA"
    DNA = "DNA"


class ConsentAnswer(StrEnum):
    """What was answered; a scope that was not asked has no row."""

    YES = "YES"
    NO = "NO"


class ConsentState(StrEnum):
    """What holds of one scope by all that was answered."""

    YES = "YES"
    NO = "NO"
    NOT_ASKED = "NOT_ASKED"
    WITHDRAWN = "WITHDRAWN"
    #: Two who may speak for him disagree: nothing goes out (domain.md 3.10).
    CONFLICT = "CONFLICT"


class ConsentForm(StrEnum):
    """How consent was given."""

    WRITTEN = "WRITTEN"
    ORAL_WITNESSED = "ORAL_WITNESSED"


class DataSubject(StrEnum):
    """Whose data the consent is about: a missing man cannot consent himself."""

    MISSING_MAN = "MISSING_MAN"
    ENQUIRER = "ENQUIRER"
    FAMILY = "FAMILY"


class ContactHow(StrEnum):
    """By which way somebody was spoken with."""

    PHONE = "PHONE"
    IN_PERSON = "IN_PERSON"
    VISIT = "VISIT"
    LETTER = "LETTER"
    MESSAGE = "MESSAGE"
    EMAIL = "EMAIL"


class ContactOutcome(StrEnum):
    """Whether the other was reached."""

    REACHED = "REACHED"
    NO_ANSWER = "NO_ANSWER"
    CALL_BACK = "CALL_BACK"
    WRONG_NUMBER = "WRONG_NUMBER"
    THEY_CALLED = "THEY_CALLED"


SPOKEN = frozenset({ContactOutcome.REACHED, ContactOutcome.THEY_CALLED})
"""The outcomes after which somebody was really spoken with."""

FACE_TO_FACE = frozenset({ContactHow.IN_PERSON, ContactHow.VISIT})


class MayBeTold(StrEnum):
    """How much a relative may be told, as the family asked."""

    EVERYTHING = "EVERYTHING"
    NO_SENSITIVE_NEWS = "NO_SENSITIVE_NEWS"
    THROUGH_ANOTHER = "THROUGH_ANOTHER"
    NOTHING = "NOTHING"
