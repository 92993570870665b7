"""Words for papers: who reads them, on what legal basis they leave, where their release stands."""

from enum import StrEnum
from typing import Final

SUBJECT_ACCESS: Final = "subject-access"
"""The template of the answer to a man who asks what is held on him; he stands for his family."""


class Audience(StrEnum):
    """The six readers (`decisions.md`; domain.md 6 (a)-(e′))."""

    INTERNAL = "internal"
    ICRC = "icrc"
    COURT = "court"
    NEGOTIATION = "negotiation"
    FAMILY = "family"
    PUBLIC = "public"


class PaperSection(StrEnum):
    """The parts of a case that papers are made of (the rows of domain.md 6.1)."""

    STATUS = "status"
    IDENTITY = "identity"
    PHOTO = "photo"
    SERVICE = "service"
    FAMILY = "family"
    CIRCUMSTANCES = "circumstances"
    CAPTURE = "capture"
    TIMELINE = "timeline"
    REASONS = "reasons"
    ACCOUNTS = "accounts"
    DETENTION = "detention"
    HEALTH = "health"
    ILL_TREATMENT = "ill_treatment"
    PROCEEDINGS = "proceedings"
    REPLIES = "replies"
    STEPS = "steps"
    RETURN = "return"
    ANTE_MORTEM = "ante_mortem"
    EXHIBITS = "exhibits"
    SOURCES = "sources"
    DISCLOSURES = "disclosures"
    GAPS = "gaps"
    CERTIFICATION = "certification"


class WhyLeftOut(StrEnum):
    """Why something of a file is not on a paper made from it."""

    #: The matrix of domain.md 6.1 keeps the section from this reader.
    NOT_FOR_READER = "NOT_FOR_READER"
    #: Class X: it never leaves the office.
    NEVER_OUT = "NEVER_OUT"
    #: Class S: health, description of the body, what only some may read.
    SPECIAL = "SPECIAL"
    #: Class C: contacts, informants, grades.
    CONFIDENTIAL = "CONFIDENTIAL"
    #: Class R: for bodies that need it, not for everybody.
    RESTRICTED = "RESTRICTED"
    #: The reader gets less of it: a category, a month, a settlement.
    REDUCED = "REDUCED"
    #: Whoever makes the paper took the section out.
    NOT_CHOSEN = "NOT_CHOSEN"
    #: Nobody agreed that it be published.
    NO_CONSENT = "NO_CONSENT"
    #: The text was not yet put into words that may leave.
    NOT_RELEASABLE = "NOT_RELEASABLE"


class AccessGround(StrEnum):
    """On what ground something is kept back from a man who asks what is held on him."""

    OTHER_PEOPLE = "OTHER_PEOPLE"
    #: Whoever spoke in confidence could be killed for it.
    SOURCES = "SOURCES"
    #: What is said in talks on the return of captives.
    TALKS = "TALKS"
    WORKING = "WORKING"


class LeftThing(StrEnum):
    """What of a file is not on a paper, as the preview names it."""

    NAMES = "NAMES"
    BIRTH = "BIRTH"
    RESIDENCE = "RESIDENCE"
    ADDRESS = "ADDRESS"
    OCCUPATION = "OCCUPATION"
    DOCUMENTS = "DOCUMENTS"
    DESCRIPTION = "DESCRIPTION"
    PORTRAIT = "PORTRAIT"
    SERVICE = "SERVICE"
    RELATIVES = "RELATIVES"
    CONTACTS = "CONTACTS"
    CIRCUMSTANCES = "CIRCUMSTANCES"
    INTERNAL_TEXT = "INTERNAL_TEXT"
    REMARKS = "REMARKS"
    EVENTS = "EVENTS"
    WITHDRAWN = "WITHDRAWN"
    OWN_WORDS = "OWN_WORDS"
    ACCOUNTS = "ACCOUNTS"
    DECISIONS = "DECISIONS"
    PLACES = "PLACES"
    EXHIBITS = "EXHIBITS"
    ORIGINS = "ORIGINS"
    SOURCES = "SOURCES"
    INFORMANTS = "INFORMANTS"
    GRADES = "GRADES"
    REASONS = "REASONS"
    STEPS = "STEPS"
    CONSENTS = "CONSENTS"
    DISCLOSURES = "DISCLOSURES"
    GAPS = "GAPS"
    OFFICER = "OFFICER"
    INCIDENT = "INCIDENT"


class LegalBasis(StrEnum):
    """On what ground data about a man is passed on (domain.md 2.12)."""

    CONSENT = "CONSENT"
    VITAL_INTEREST_SUBJECT = "VITAL_INTEREST_SUBJECT"
    VITAL_INTEREST_OTHER = "VITAL_INTEREST_OTHER"
    PUBLIC_INTEREST_MANDATE = "PUBLIC_INTEREST_MANDATE"
    LEGITIMATE_INTEREST = "LEGITIMATE_INTEREST"
    CONTRACT = "CONTRACT"
    LEGAL_OBLIGATION = "LEGAL_OBLIGATION"


class DisclosureState(StrEnum):
    """Where the release of a paper stands."""

    WAITING = "WAITING"
    ISSUED = "ISSUED"
    REFUSED = "REFUSED"
    TAKEN_BACK = "TAKEN_BACK"


class PaperFormat(StrEnum):
    """The sheets an office prints on."""

    A4 = "A4"
    LETTER = "LETTER"
