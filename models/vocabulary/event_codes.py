"""Hold the codes of what can happen to a person, and what each needs beyond date and source."""

from enum import StrEnum


class EventGroup(StrEnum):
    """Name the part of the code list an event belongs to (domain.md 3.3)."""

    CONTACT = "CONTACT"
    CAPTURE = "CAPTURE"
    DETENTION = "DETENTION"
    LEGAL = "LEGAL"
    RETURN = "RETURN"
    DEATH = "DEATH"
    REMAINS = "REMAINS"
    ADMIN = "ADMIN"


class EventCode(StrEnum):
    """Name what happened (domain.md 3.3; E09 by decisions.md, Status 9)."""

    E01 = "E01"
    E02 = "E02"
    E03 = "E03"
    E04 = "E04"
    E05 = "E05"
    E06 = "E06"
    E07 = "E07"
    E08 = "E08"
    E09 = "E09"
    C10 = "C10"
    C11 = "C11"
    C12 = "C12"
    C13 = "C13"
    C14 = "C14"
    C15 = "C15"
    C16 = "C16"
    C17 = "C17"
    C18 = "C18"
    C19 = "C19"
    D20 = "D20"
    D21 = "D21"
    D22 = "D22"
    D23 = "D23"
    D24 = "D24"
    D25 = "D25"
    D26 = "D26"
    D27 = "D27"
    D28 = "D28"
    D29 = "D29"
    D30 = "D30"
    D31 = "D31"
    L40 = "L40"
    L41 = "L41"
    L42 = "L42"
    L43 = "L43"
    L44 = "L44"
    L45 = "L45"
    L46 = "L46"
    L47 = "L47"
    L48 = "L48"
    L49 = "L49"
    L50 = "L50"
    L51 = "L51"
    L52 = "L52"
    L53 = "L53"
    L54 = "L54"
    L55 = "L55"
    R60 = "R60"
    R61 = "R61"
    R62 = "R62"
    R63 = "R63"
    R64 = "R64"
    R65 = "R65"
    R66 = "R66"
    R67 = "R67"
    R68 = "R68"
    R69 = "R69"
    R70 = "R70"
    R71 = "R71"
    R72 = "R72"
    R74 = "R74"
    X80 = "X80"
    X81 = "X81"
    X82 = "X82"
    X83 = "X83"
    X84 = "X84"
    X85 = "X85"
    X86 = "X86"
    M90 = "M90"
    M91 = "M91"
    M92 = "M92"
    M93 = "M93"
    M94 = "M94"
    M95 = "M95"
    M96 = "M96"
    M97 = "M97"
    M98 = "M98"
    M99 = "M99"
    M100 = "M100"
    M101 = "M101"
    M102 = "M102"
    A110 = "A110"
    A111 = "A111"
    A112 = "A112"
    A113 = "A113"
    A114 = "A114"
    A115 = "A115"
    A116 = "A116"
    A117 = "A117"
    A118 = "A118"
    A119 = "A119"
    A120 = "A120"

    @property
    def group(self) -> EventGroup:
        """Tell the part of the code list this code belongs to."""
        return _GROUPS[self[0]]


_GROUPS: dict[str, EventGroup] = {
    "E": EventGroup.CONTACT,
    "C": EventGroup.CAPTURE,
    "D": EventGroup.DETENTION,
    "L": EventGroup.LEGAL,
    "R": EventGroup.RETURN,
    "X": EventGroup.DEATH,
    "M": EventGroup.REMAINS,
    "A": EventGroup.ADMIN,
}


class Extra(StrEnum):
    """Name a particular an event asks for beyond date and source (domain.md 3.3)."""

    REPORTER = "REPORTER"
    RELATION = "RELATION"
    MEANS = "MEANS"
    WITH_WHOM = "WITH_WHOM"
    BY_WHOM = "BY_WHOM"
    PLACE = "PLACE"
    CONDITION = "CONDITION"
    UNIT = "UNIT"
    PERSONS_OR_COUNT = "PERSONS_OR_COUNT"
    AUTHORITY = "AUTHORITY"
    DOCUMENT_NO = "DOCUMENT_NO"
    RESULT = "RESULT"
    VERIFIER = "VERIFIER"
    TEXT = "TEXT"
    WITNESS = "WITNESS"
    DISTANCE = "DISTANCE"
    EXHIBIT = "EXHIBIT"
    APPEARANCE = "APPEARANCE"
    IDENTIFIER = "IDENTIFIER"
    CERTAINTY = "CERTAINTY"
    NAME_AS_WRITTEN = "NAME_AS_WRITTEN"
    LIST_ENTRY = "LIST_ENTRY"
    CARD = "CARD"
    MESSAGE = "MESSAGE"
    CALLER = "CALLER"
    NUMBER = "NUMBER"
    LENGTH = "LENGTH"
    RECOGNISED_BY = "RECOGNISED_BY"
    RETURNEE = "RETURNEE"
    BODY = "BODY"
    FORM = "FORM"
    WORDING = "WORDING"
    REQUEST = "REQUEST"
    DUE_DATE = "DUE_DATE"
    REFERENCE = "REFERENCE"
    FROM_PLACE = "FROM_PLACE"
    TO_PLACE = "TO_PLACE"
    STAGE = "STAGE"
    FACILITY = "FACILITY"
    REASON = "REASON"
    NEXT_DUE = "NEXT_DUE"
    SEVERITY = "SEVERITY"
    COURT = "COURT"
    CASE_NO = "CASE_NO"
    IN_FORCE_FROM = "IN_FORCE_FROM"
    ARTICLES = "ARTICLES"
    TERM = "TERM"
    CHANNEL = "CHANNEL"
    REPLY = "REPLY"
    HANDOVER = "HANDOVER"
    RECEIVER = "RECEIVER"
    TRANSPORT = "TRANSPORT"
    METHODS = "METHODS"
    FINDINGS = "FINDINGS"
    CONSENT = "CONSENT"
    COUNTRY = "COUNTRY"
    DOCUMENT = "DOCUMENT"
    FINDER = "FINDER"
    BASIS = "BASIS"
    TEAM = "TEAM"
    TAG_NO = "TAG_NO"
    INTERMEDIARY = "INTERMEDIARY"
    REPORT_NO = "REPORT_NO"
    KIT_NO = "KIT_NO"
    LAB = "LAB"
    METHOD = "METHOD"
    PROBABILITY = "PROBABILITY"
    CONCLUSION = "CONCLUSION"
    WHO_RECEIVED = "WHO_RECEIVED"
    GRAVE = "GRAVE"
    PACKET = "PACKET"
    CONTENTS = "CONTENTS"
    SURVIVOR_CASE = "SURVIVOR_CASE"


_E = Extra
_C = EventCode
REQUIRED_EXTRAS: dict[EventCode, tuple[Extra, ...]] = {
    _C.E01: (_E.REPORTER, _E.RELATION),
    _C.E02: (_E.MEANS, _E.WITH_WHOM),
    _C.E03: (_E.BY_WHOM, _E.PLACE, _E.CONDITION),
    _C.E04: (_E.UNIT, _E.PLACE, _E.PERSONS_OR_COUNT),
    _C.E05: (_E.AUTHORITY, _E.DOCUMENT_NO),
    _C.E06: (_E.PLACE, _E.BY_WHOM, _E.RESULT),
    _C.E07: (_E.VERIFIER,),
    _C.E08: (_E.TEXT,),
    _C.E09: (_E.SEVERITY,),
    _C.C10: (_E.BY_WHOM,),
    _C.C11: (_E.WITNESS, _E.DISTANCE, _E.CONDITION),
    _C.C12: (_E.EXHIBIT, _E.APPEARANCE),
    _C.C13: (_E.APPEARANCE, _E.IDENTIFIER, _E.CERTAINTY),
    _C.C14: (_E.WORDING, _E.NAME_AS_WRITTEN),
    _C.C15: (_E.LIST_ENTRY,),
    _C.C16: (_E.CARD,),
    _C.C17: (_E.MESSAGE,),
    _C.C18: (_E.CALLER, _E.NUMBER, _E.LENGTH, _E.RECOGNISED_BY),
    _C.C19: (_E.RETURNEE, _E.PLACE),
    _C.D20: (_E.BODY, _E.FORM),
    _C.D21: (_E.BODY, _E.WORDING),
    _C.D22: (_E.REQUEST, _E.DUE_DATE),
    _C.D23: (_E.REFERENCE,),
    _C.D24: (_E.PLACE,),
    _C.D25: (_E.FROM_PLACE, _E.TO_PLACE, _E.STAGE),
    _C.D26: (_E.FACILITY, _E.REASON),
    _C.D27: (_E.FACILITY,),
    _C.D28: (_E.BY_WHOM, _E.TEXT, _E.NEXT_DUE),
    _C.D29: (_E.PLACE, _E.STAGE, _E.TEXT),
    _C.D30: (_E.EXHIBIT,),
    _C.D31: (_E.BY_WHOM,),
    _C.L40: (_E.COURT, _E.ARTICLES),
    _C.L41: (_E.COURT, _E.TERM),
    _C.L42: (_E.COURT,),
    _C.L43: (_E.COURT, _E.ARTICLES, _E.TERM),
    _C.L44: (_E.COURT,),
    _C.L45: (_E.BODY,),
    _C.L46: (_E.CASE_NO,),
    _C.L47: (_E.CASE_NO,),
    _C.L48: (_E.CASE_NO, _E.RESULT),
    _C.L49: (_E.CASE_NO, _E.REPLY),
    _C.L50: (_E.CASE_NO,),
    _C.L51: (_E.REFERENCE,),
    _C.L52: (_E.REFERENCE, _E.REPLY),
    _C.L53: (_E.BODY, _E.CASE_NO),
    _C.L54: (_E.BODY, _E.DUE_DATE),
    _C.L55: (_E.BODY,),
    _C.R60: (_E.LIST_ENTRY, _E.CHANNEL),
    _C.R61: (_E.LIST_ENTRY, _E.REPLY),
    _C.R62: (_E.CHANNEL,),
    _C.R63: (_E.REASON,),
    _C.R64: (_E.HANDOVER,),
    _C.R65: (_E.HANDOVER, _E.PLACE, _E.RECEIVER),
    _C.R66: (_E.PLACE, _E.TRANSPORT),
    _C.R67: (_E.METHODS, _E.VERIFIER),
    _C.R68: (_E.FACILITY, _E.FINDINGS),
    _C.R70: (_E.CONSENT,),
    _C.R74: (_E.COUNTRY,),
    _C.X81: (_E.AUTHORITY, _E.DOCUMENT),
    _C.X82: (_E.DOCUMENT,),
    _C.X83: (_E.COURT, _E.CASE_NO, _E.IN_FORCE_FROM),
    _C.X84: (_E.COURT, _E.CASE_NO, _E.IN_FORCE_FROM),
    _C.X85: (_E.COURT, _E.CASE_NO, _E.IN_FORCE_FROM),
    _C.X86: (_E.NUMBER,),
    _C.M90: (_E.PLACE, _E.FINDER, _E.BASIS),
    _C.M91: (_E.PLACE, _E.TEAM, _E.TAG_NO),
    _C.M92: (_E.HANDOVER, _E.INTERMEDIARY),
    _C.M93: (_E.FACILITY, _E.REPORT_NO),
    _C.M94: (_E.KIT_NO, _E.CONSENT, _E.LAB),
    _C.M95: (_E.KIT_NO, _E.LAB),
    _C.M96: (_E.LAB, _E.METHOD, _E.PROBABILITY, _E.CONCLUSION),
    _C.M97: (_E.AUTHORITY, _E.BASIS),
    _C.M98: (_E.AUTHORITY, _E.REASON),
    _C.M99: (_E.WHO_RECEIVED, _E.PLACE),
    _C.M100: (_E.PLACE, _E.GRAVE),
    _C.M101: (_E.PLACE, _E.AUTHORITY),
    _C.M102: (_E.PACKET, _E.CONTENTS),
    _C.A111: (_E.SURVIVOR_CASE,),
    _C.A113: (_E.REASON,),
    _C.A119: (_E.REASON,),
    _C.A120: (_E.REASON,),
}
"""What each code asks for beyond date and source; codes absent here ask for nothing more."""


def required_extras(code: EventCode) -> tuple[Extra, ...]:
    """Name the particulars the form asks for with this code (domain.md 3.3)."""
    return REQUIRED_EXTRAS.get(code, ())
