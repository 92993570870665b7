"""Words for exhibits: what they are, how they came, what is in them, what was done with them."""

from enum import StrEnum


class ExhibitKind(StrEnum):
    """What an exhibit is (domain.md 2.6)."""

    VIDEO = "VIDEO"
    PHOTO = "PHOTO"
    AUDIO = "AUDIO"
    WEBPAGE = "WEBPAGE"
    SOCIAL_POST = "SOCIAL_POST"
    DOCUMENT = "DOCUMENT"
    LETTER = "LETTER"
    CARD = "CARD"
    STATEMENT = "STATEMENT"
    LIST = "LIST"
    LAB_REPORT = "LAB_REPORT"
    MEDICAL = "MEDICAL"
    CALL_NOTE = "CALL_NOTE"
    PHYSICAL = "PHYSICAL"


#: What a file most likely is, by the beginning of its media type; whoever takes it in may correct.
_LIKELY = (
    ("image/", ExhibitKind.PHOTO),
    ("video/", ExhibitKind.VIDEO),
    ("audio/", ExhibitKind.AUDIO),
    ("text/html", ExhibitKind.WEBPAGE),
    ("text/csv", ExhibitKind.LIST),
    ("application/vnd.openxmlformats-officedocument.spreadsheetml", ExhibitKind.LIST),
    ("application/vnd.oasis.opendocument.spreadsheet", ExhibitKind.LIST),
)


def likely_kind(media_type: str) -> ExhibitKind:
    """Guess what an exhibit is from the type of its content."""
    found = (kind for start, kind in _LIKELY if media_type.startswith(start))
    return next(found, ExhibitKind.DOCUMENT)


class ReceivedBy(StrEnum):
    """By what way a file reached the office; asked at once, "unknown" allowed (U-11)."""

    IN_PERSON = "IN_PERSON"
    POST = "POST"
    EMAIL = "EMAIL"
    MESSENGER = "MESSENGER"
    WEB = "WEB"
    SCAN = "SCAN"
    CARRIER = "CARRIER"
    UNKNOWN = "UNKNOWN"


class Shown(StrEnum):
    """What can be seen in an exhibit; its picture is veiled until asked for (domain.md 2.6)."""

    IDENTIFIABLE_CAPTIVE = "IDENTIFIABLE_CAPTIVE"
    INJURY = "INJURY"
    HUMILIATION = "HUMILIATION"
    DEATH = "DEATH"
    MINOR = "MINOR"
    THIRD_PARTIES = "THIRD_PARTIES"
    PERPETRATOR_FACE = "PERPETRATOR_FACE"


class CustodyAction(StrEnum):
    """What was done with an exhibit: the steps of its custody log (Berkeley Protocol par. 167)."""

    COLLECTED = "COLLECTED"
    RECEIVED = "RECEIVED"
    INGESTED = "INGESTED"
    VERIFIED = "VERIFIED"
    COPIED = "COPIED"
    TRANSFORMED = "TRANSFORMED"
    VIEWED_FOR_EXPORT = "VIEWED_FOR_EXPORT"
    EXPORTED = "EXPORTED"
    PRINTED = "PRINTED"
    HANDED_TO = "HANDED_TO"
    RETURNED = "RETURNED"
    SEALED = "SEALED"
    DESTROYED_COPY = "DESTROYED_COPY"


class BlobKind(StrEnum):
    """What a kept file is to its exhibit: the original, or what the sandbox made of it."""

    ORIGINAL = "original"
    THUMBNAIL = "thumbnail"
    PREVIEW = "preview"
    TEXT = "text"
    PORTRAIT = "portrait"
    PAPER = "paper"
    """The portrait as grey pixels for printing, which then needs no reader of pictures."""


class Attribute(StrEnum):
    """The six things a court asks of every exhibit (Berkeley Protocol par. 155, 167)."""

    COLLECTOR = "COLLECTOR"
    RECEIVED = "RECEIVED"
    ORIGIN = "ORIGIN"
    WAY = "WAY"
    ADDRESS = "ADDRESS"
    HASH = "HASH"


class AttributeState(StrEnum):
    """How it stands with one of them; "unknown" is an answer, "missing" is none."""

    FILLED = "FILLED"
    UNKNOWN = "UNKNOWN"
    MISSING = "MISSING"
    NOT_ASKED = "NOT_ASKED"


class MinimumState(StrEnum):
    """The six attributes summed up: all there, some unknown, one missing."""

    GREEN = "GREEN"
    AMBER = "AMBER"
    RED = "RED"
