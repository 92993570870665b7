"""Words for people: kinds of names, scripts, sexes, service, relations (domain.md 1.1, 4.1)."""

from enum import StrEnum


class NameKind(StrEnum):
    """Why a form of a name is kept (domain.md 4.1)."""

    OFFICIAL = "OFFICIAL"
    BIRTH = "BIRTH"
    ALIAS = "ALIAS"
    NICKNAME = "NICKNAME"
    AS_REPORTED = "AS_REPORTED"
    TRANSLIT_AUTO = "TRANSLIT_AUTO"
    ON_LIST = "ON_LIST"


class Script(StrEnum):
    """Scripts of ISO 15924 in which the register meets names."""

    ARMENIAN = "Armn"
    CYRILLIC = "Cyrl"
    LATIN = "Latn"
    OTHER = "Zzzz"


class NameOrder(StrEnum):
    """Order of the parts as they were written: F family, G given, P patronymic."""

    FGP = "FGP"
    GPF = "GPF"
    GF = "GF"
    FG = "FG"
    UNKNOWN = "UNKNOWN"


class Sex(StrEnum):
    """Sex as recorded; unknown is a legal value."""

    MALE = "MALE"
    FEMALE = "FEMALE"
    OTHER = "OTHER"
    UNKNOWN = "UNKNOWN"


class Gc3Category(StrEnum):
    """Category under GC III art. 4, 33 and art. 5 (domain.md 1.1)."""

    A1 = "4A1"
    A2 = "4A2"
    A3 = "4A3"
    A4 = "4A4"
    A5 = "4A5"
    A6 = "4A6"
    B = "4B"
    RETAINED = "33"
    CIVILIAN = "CIV"
    DISPUTED = "DISP"
    UNKNOWN = "UNK"


class ServiceType(StrEnum):
    """On what footing he serves (domain.md 1.1)."""

    CONSCRIPT = "CONSCRIPT"
    CONTRACT = "CONTRACT"
    RESERVIST = "RESERVIST"
    VOLUNTEER = "VOLUNTEER"
    OFFICER_CAREER = "OFFICER_CAREER"
    CIVIL_STAFF = "CIVIL_STAFF"
    MEDICAL = "MEDICAL"
    RELIGIOUS = "RELIGIOUS"
    UNKNOWN = "UNKNOWN"


class IdentifierKind(StrEnum):
    """Numbers that tie a man to a paper or a list row."""

    SERVICE_NUMBER = "SERVICE_NUMBER"
    MILITARY_ID = "MILITARY_ID"
    PASSPORT = "PASSPORT"
    NATIONAL_ID = "NATIONAL_ID"
    PRISONER_NUMBER = "PRISONER_NUMBER"
    ICRC_TRACING = "ICRC_TRACING"
    LIST_ROW = "LIST_ROW"
    OTHER = "OTHER"


class Relation(StrEnum):
    """What a relative or contact is to him."""

    MOTHER = "MOTHER"
    FATHER = "FATHER"
    WIFE = "WIFE"
    BROTHER = "BROTHER"
    SISTER = "SISTER"
    SON = "SON"
    DAUGHTER = "DAUGHTER"
    GRANDPARENT = "GRANDPARENT"
    UNCLE_AUNT = "UNCLE_AUNT"
    COUSIN = "COUSIN"
    PARTNER = "PARTNER"
    FRIEND = "FRIEND"
    LAWYER = "LAWYER"
    OTHER = "OTHER"
