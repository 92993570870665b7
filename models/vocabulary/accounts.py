"""Words for sources, claims, handovers and imports (domain.md 2.7, 3.8, 3.9)."""

from enum import StrEnum


class SourceKind(StrEnum):
    """Who speaks (domain.md 2.7)."""

    FAMILY = "FAMILY"
    FELLOW_SERVICEMAN = "FELLOW_SERVICEMAN"
    RETURNED_CAPTIVE = "RETURNED_CAPTIVE"
    WITNESS_CIVIL = "WITNESS_CIVIL"
    UNIT_COMMAND = "UNIT_COMMAND"
    MOD_OWN = "MOD_OWN"
    MOD_ADVERSE = "MOD_ADVERSE"
    SECURITY_SERVICE_ADVERSE = "SECURITY_SERVICE_ADVERSE"
    COURT_ADVERSE = "COURT_ADVERSE"
    STATE_COMMISSION_ADVERSE = "STATE_COMMISSION_ADVERSE"
    STATE_COMMISSION_OWN = "STATE_COMMISSION_OWN"
    ICRC = "ICRC"
    NATIONAL_SOCIETY = "NATIONAL_SOCIETY"
    PEACEKEEPERS = "PEACEKEEPERS"
    ECHR = "ECHR"
    UN_BODY = "UN_BODY"
    OSCE = "OSCE"
    FOREIGN_STATE = "FOREIGN_STATE"
    NGO = "NGO"
    LAWYER = "LAWYER"
    MEDIA_OWN = "MEDIA_OWN"
    MEDIA_ADVERSE = "MEDIA_ADVERSE"
    MEDIA_INTL = "MEDIA_INTL"
    SOCIAL_ADVERSE = "SOCIAL_ADVERSE"
    SOCIAL_OWN = "SOCIAL_OWN"
    FORENSIC_LAB = "FORENSIC_LAB"
    HOSPITAL = "HOSPITAL"
    REGISTRY = "REGISTRY"
    OFFICE_STAFF = "OFFICE_STAFF"
    ANON = "ANON"
    OTHER = "OTHER"


#: Kinds whose identity is sealed on paper: category and month only (domain.md 6.2 rule 3).
PROTECTED_SOURCE_KINDS = frozenset(
    {SourceKind.RETURNED_CAPTIVE, SourceKind.WITNESS_CIVIL, SourceKind.ANON}
)


class ClaimCategory(StrEnum):
    """What a published count counts (domain.md 3.9)."""

    MISSING = "MISSING"
    CAPTURED = "CAPTURED"
    ACKNOWLEDGED = "ACKNOWLEDGED"
    RETURNED = "RETURNED"
    DEAD = "DEAD"
    CONVICTED = "CONVICTED"
    HELD = "HELD"
    STATIONED = "STATIONED"


class ClaimForm(StrEnum):
    """How the number was said: never made more exact than the words."""

    EXACT = "EXACT"
    ABOUT = "ABOUT"
    RANGE = "RANGE"
    AT_LEAST = "AT_LEAST"
    WORDS = "WORDS"


class Channel(StrEnum):
    """Through whom people and papers pass (domain.md 3.8)."""

    ICRC = "ICRC"
    RUS_PEACEKEEPERS = "RUS_PEACEKEEPERS"
    STATE_COMMISSION = "STATE_COMMISSION"
    MFA = "MFA"
    OSCE_MG = "OSCE_MG"
    EU = "EU"
    FRANCE = "FRANCE"
    USA = "USA"
    GEORGIA = "GEORGIA"
    DIRECT = "DIRECT"
    ECHR = "ECHR"
    OTHER = "OTHER"


class ClosureReason(StrEnum):
    """The reasons for which a case may be closed (domain.md 3.8); no other exists."""

    REPATRIATED_VERIFIED = "REPATRIATED_VERIFIED"
    FOUND_ALIVE_NOT_CAPTURED = "FOUND_ALIVE_NOT_CAPTURED"
    REMAINS_HANDED_TO_FAMILY = "REMAINS_HANDED_TO_FAMILY"
    OUTSIDE_MANDATE = "OUTSIDE_MANDATE"
    DUPLICATE = "DUPLICATE"
    WITHDRAWN_BY_FAMILY = "WITHDRAWN_BY_FAMILY"


class RowOutcome(StrEnum):
    """What became of one row of an imported list."""

    NEW = "NEW"
    MATCHED = "MATCHED"
    UPDATED = "UPDATED"
    REFUSED = "REFUSED"
