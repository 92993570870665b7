"""Hold the closed lists of what a case can be: facets, their values, headlines and chips."""

from enum import StrEnum


class Facet(StrEnum):
    """Name one of the separate questions about a person (domain.md 3.2)."""

    FATE = "FATE"
    CUSTODY = "CUSTODY"
    ACK = "ACK"
    ICRC = "ICRC"
    LEGAL = "LEGAL"
    HEALTH = "HEALTH"
    REPAT = "REPAT"
    REMAINS = "REMAINS"
    CIVIL = "CIVIL"
    R39 = "R39"
    ADMIN = "ADMIN"


class Fate(StrEnum):
    """Answer "is he alive?"."""

    UNKNOWN = "UNKNOWN"
    ALIVE_INDICATED = "ALIVE_INDICATED"
    ALIVE_CONFIRMED = "ALIVE_CONFIRMED"
    DEAD_INDICATED = "DEAD_INDICATED"
    DEAD_CONFIRMED = "DEAD_CONFIRMED"


class Custody(StrEnum):
    """Answer "is he held?"."""

    NOT_INDICATED = "NOT_INDICATED"
    PRESUMED = "PRESUMED"
    INDICATED = "INDICATED"
    CONFIRMED = "CONFIRMED"
    ENDED_RELEASED = "ENDED_RELEASED"
    ENDED_ESCAPED = "ENDED_ESCAPED"
    ENDED_REPATRIATED = "ENDED_REPATRIATED"
    ENDED_DEATH = "ENDED_DEATH"
    NEVER = "NEVER"


class Ack(StrEnum):
    """Answer "does the detaining power admit it?"."""

    NOT_ASKED = "NOT_ASKED"
    ASKED = "ASKED"
    NO_REPLY = "NO_REPLY"
    NOT_IDENTIFIED = "NOT_IDENTIFIED"
    DENIED = "DENIED"
    ACK_INFORMAL = "ACK_INFORMAL"
    ACK_OFFICIAL = "ACK_OFFICIAL"
    ACK_WITHDRAWN = "ACK_WITHDRAWN"


class Icrc(StrEnum):
    """Say how far the Red Cross has come with him."""

    NONE = "NONE"
    TRACING_OPEN = "TRACING_OPEN"
    NOTIFIED_BY_POWER = "NOTIFIED_BY_POWER"
    VISITED = "VISITED"
    MESSAGE_RECEIVED = "MESSAGE_RECEIVED"
    CLOSED = "CLOSED"


class Legal(StrEnum):
    """Say where proceedings against him stand."""

    NONE_KNOWN = "NONE_KNOWN"
    INVESTIGATED = "INVESTIGATED"
    CHARGED = "CHARGED"
    ON_TRIAL = "ON_TRIAL"
    CONVICTED = "CONVICTED"
    APPEAL = "APPEAL"
    SERVING = "SERVING"
    PARDONED_OR_REDUCED = "PARDONED_OR_REDUCED"
    SENTENCE_SERVED = "SENTENCE_SERVED"
    ACQUITTED = "ACQUITTED"


class Health(StrEnum):
    """Say how he is, as far as anyone said."""

    UNKNOWN = "UNKNOWN"
    GOOD = "GOOD"
    LIGHT_INJURY = "LIGHT_INJURY"
    SERIOUS_INJURY = "SERIOUS_INJURY"
    SICK = "SICK"
    HOSPITALISED = "HOSPITALISED"
    DISABLED = "DISABLED"


class Repat(StrEnum):
    """Answer "is he home?"."""

    NOT_LISTED = "NOT_LISTED"
    LISTED_OWN = "LISTED_OWN"
    CLAIM_SUBMITTED = "CLAIM_SUBMITTED"
    REFUSED = "REFUSED"
    AGREED = "AGREED"
    IN_TRANSIT = "IN_TRANSIT"
    HANDED_OVER = "HANDED_OVER"
    VERIFIED = "VERIFIED"
    CLOSED = "CLOSED"


class Remains(StrEnum):
    """Say what is known of his remains."""

    NONE = "NONE"
    LOCATED = "LOCATED"
    RECOVERED = "RECOVERED"
    TRANSFERRED_HOME = "TRANSFERRED_HOME"
    UNDER_EXAM = "UNDER_EXAM"
    IDENTIFIED = "IDENTIFIED"
    IDENTIFICATION_REVOKED = "IDENTIFICATION_REVOKED"
    HANDED_TO_FAMILY = "HANDED_TO_FAMILY"
    BURIED = "BURIED"
    UNIDENTIFIABLE = "UNIDENTIFIABLE"


class Civil(StrEnum):
    """Say what domestic law has declared."""

    NONE = "NONE"
    RECOGNISED_MISSING = "RECOGNISED_MISSING"
    DECLARED_DEAD = "DECLARED_DEAD"
    DEATH_REGISTERED = "DEATH_REGISTERED"
    DECLARATION_REVOKED = "DECLARATION_REVOKED"


class Rule39(StrEnum):
    """Say where the interim measure stands (domain.md 2.10)."""

    NOT_REQUESTED = "NOT_REQUESTED"
    REQUESTED = "REQUESTED"
    INFO_SOUGHT = "INFO_SOUGHT"
    APPLIED = "APPLIED"
    SUSPENDED = "SUSPENDED"
    REFUSED = "REFUSED"
    LIFTED = "LIFTED"
    REPATRIATED_NO_DECISION = "REPATRIATED_NO_DECISION"


class Admin(StrEnum):
    """Say where the file itself stands."""

    DRAFT = "DRAFT"
    OPEN = "OPEN"
    ON_HOLD = "ON_HOLD"
    CLOSED = "CLOSED"
    REOPENED = "REOPENED"
    MERGED = "MERGED"
    REJECTED = "REJECTED"


type FacetValue = (
    Fate | Custody | Ack | Icrc | Legal | Health | Repat | Remains | Civil | Rule39 | Admin
)

FACET_VALUES: dict[Facet, type[StrEnum]] = {
    Facet.FATE: Fate,
    Facet.CUSTODY: Custody,
    Facet.ACK: Ack,
    Facet.ICRC: Icrc,
    Facet.LEGAL: Legal,
    Facet.HEALTH: Health,
    Facet.REPAT: Repat,
    Facet.REMAINS: Remains,
    Facet.CIVIL: Civil,
    Facet.R39: Rule39,
    Facet.ADMIN: Admin,
}
"""The enum that lists the values of each facet."""


class Headline(StrEnum):
    """Name the one line shown in lists (domain.md 3.4)."""

    S00 = "S00"
    S10 = "S10"
    S11 = "S11"
    S20 = "S20"
    S21 = "S21"
    S22 = "S22"
    S23 = "S23"
    S24 = "S24"
    S25 = "S25"
    S26 = "S26"
    S30 = "S30"
    S31 = "S31"
    S40 = "S40"
    S41 = "S41"
    S42 = "S42"
    S50 = "S50"
    S51 = "S51"
    S52 = "S52"
    S53 = "S53"
    S60 = "S60"
    S61 = "S61"
    S62 = "S62"
    S63 = "S63"
    S64 = "S64"
    S90 = "S90"


SPEAK_OF_DEATH = frozenset(
    headline for headline in Headline if headline.value.startswith(("S5", "S6"))
)
"""Headlines that say he is dead or may be: the family hears it face to face (domain.md 3.7)."""


class Chip(StrEnum):
    """Name an overlay shown beside the headline (domain.md 3.4)."""

    DISPUTED = "DISPUTED"
    STALE = "STALE"
    URGENT = "URGENT"
    MANUAL = "MANUAL"
    MINOR = "MINOR"
    HEALTH_CRITICAL = "HEALTH-CRITICAL"
    RESTRICTED = "RESTRICTED"
    R39 = "R39"
    WGEID = "WGEID"
    HOSPITALISED = "HOSPITALISED"
    DECLARED_DEAD = "DECLARED-DEAD"
    POSSIBLE_REMAINS_LINK = "POSSIBLE-REMAINS-LINK"


class AccountingLine(StrEnum):
    """Name a line of an incident's accounting sheet, in the order printed."""

    RETURNED_VERIFIED = "returned_verified"
    RETURNED_UNVERIFIED = "returned_unverified"
    FOUND_NOT_CAPTURED = "found_not_captured"
    RELEASED_OR_ESCAPED = "released_or_escaped"
    REMAINS_WITH_FAMILY = "remains_with_family"
    REMAINS_FOUND = "remains_found"
    DEAD_NO_REMAINS = "dead_no_remains"
    DEATH_REPORTED = "death_reported"
    HELD_ACKNOWLEDGED = "held_acknowledged"
    HELD_NOT_ACKNOWLEDGED = "held_not_acknowledged"
    CAPTURE_INDICATED = "capture_indicated"
    NO_INFORMATION = "no_information"
    OUTSIDE_THE_SUM = "outside_the_sum"
