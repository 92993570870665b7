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

    ONE = "1"
    TWO = "2"
    THREE = "3"
    FOUR = "4"
    FIVE = "5"
    SIX = "6"


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
