"""Hold the words by which evidence is graded and sources are told apart."""

from enum import IntEnum, StrEnum


class Reliability(StrEnum):
    """Grade a source (Admiralty scale, domain.md 2.7)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """Grade what a source says, apart from the source (domain.md 2.7)."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


class EvidenceLevel(IntEnum):
    """Rank how well an event is supported (domain.md 3.5)."""

    L0 = 0
    L1 = 1
    L2 = 2
    L3 = 3
    L4 = 4


class EvidenceClass(StrEnum):
    """Say of what class the evidence for an event is (domain.md 3.5)."""

    ORDINARY = "ordinary"
    DIRECT = "direct"
    CONCLUSIVE = "conclusive"


class Authenticity(StrEnum):
    """Sum up the authenticity checks of footage (domain.md 2.6, 3.5)."""

    PASS = "PASS"  # noqa: S105 - the word of the Berkeley table, not a secret
    INCONCLUSIVE = "INCONCLUSIVE"
    FAIL = "FAIL"
    NOT_DONE = "NOT_DONE"


class IdentityBasis(StrEnum):
    """Say by what remains were tied to a person, strongest first (domain.md 3.6 P7)."""

    DNA = "DNA"
    FINGERPRINT = "FINGERPRINT"
    DENTAL = "DENTAL"
    IMPLANT_SERIAL = "IMPLANT_SERIAL"
    SECONDARY_SIGNS = "SECONDARY_SIGNS"
    VISUAL = "VISUAL"
    DOCUMENTS = "DOCUMENTS"


class EventTrait(StrEnum):
    """Name a circumstance of an event that the rules of evidence ask about."""

    SELF_NAMED = "SELF_NAMED"
    """C12, C13: he says his full name or shows his document on camera."""
    SEEN_DEAD = "SEEN_DEAD"
    """C12, C19: the figure seen is not alive, so it is no proof of life."""
    KNEW_HIM = "KNEW_HIM"
    """C19: a direct sighting by a returned captive who knew him."""
    RECOGNISED = "RECOGNISED"
    """C17, C18: the handwriting is verified, or a relative recognised him in a two-way call."""
    OFFICIAL_CHANNEL = "OFFICIAL_CHANNEL"
    """C17, C18: carried by the ICRC or the authority."""
    IN_WRITING = "IN_WRITING"
    """C14, C15, D20: official and in writing."""
    TWO_IDENTIFIERS = "TWO_IDENTIFIERS"
    """C14, C15, D20: names him with at least two identifiers."""
    NAMED_LIST = "NAMED_LIST"
    """E04: the unit command gave a list of names."""
    CRITICAL = "CRITICAL"
    """D26, D28, E09, R68: his life is in danger."""
    DEADLINE_PASSED = "DEADLINE_PASSED"
    """D22: the time for an answer ran out without one."""
    BY_AUTHORITY = "BY_AUTHORITY"
    """M97: the competent authority made the identification."""


class SourceKind(StrEnum):
    """Say what kind of source speaks (domain.md 2.7)."""

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
