"""Words for lists of names and the answers to them (domain.md 3.8)."""

from enum import StrEnum


class ListType(StrEnum):
    """What a list is for (decisions.md, One thing, one name)."""

    TRACING = "tracing"
    NEGOTIATION = "negotiation"
    ACKNOWLEDGED = "acknowledged"
    EXCHANGE = "exchange"
    MANIFEST = "manifest"
    RETURNED = "returned"
    REMAINS = "remains"


#: Lists over which men are negotiated: consent is asked before one goes out (domain.md 6 (d)).
NEGOTIATED = frozenset({ListType.NEGOTIATION, ListType.EXCHANGE})


class ListDirection(StrEnum):
    """Whether the office received a list or sent it."""

    IN = "in"
    OUT = "out"


class ListOrigin(StrEnum):
    """How the rows of a version came into the register."""

    PASTED = "pasted"
    CSV = "csv"
    XLSX = "xlsx"
    ODS = "ods"
    PFIF = "pfif"
    TYPED = "typed"
    #: Drawn from our own cases.
    REGISTER = "register"


class RowState(StrEnum):
    """What somebody decided about a row; what the machine proposes is never kept."""

    OPEN = "open"
    ACCEPTED = "accepted"
    #: Nobody of ours: the row stays as it is.
    NO_MATCH = "no_match"
    #: A case was opened for the man of this row.
    PROVISIONAL = "provisional"
    #: A heading, a remark, a sum: no man at all.
    NOT_A_MAN = "not_a_man"


#: A man of the register stands behind the row.
TIED = frozenset({RowState.ACCEPTED, RowState.PROVISIONAL})


class Reply(StrEnum):
    """What was answered about one man (domain.md 2.10, 3.8 step 3)."""

    ACKNOWLEDGED = "ACKNOWLEDGED"
    NOT_IDENTIFIED = "NOT_IDENTIFIED"
    DECEASED = "DECEASED"
    REFUSED = "REFUSED"
    UNDER_PROSECUTION = "UNDER_PROSECUTION"
    NO_REPLY = "NO_REPLY"
    OTHER = "OTHER"


class ColumnMeaning(StrEnum):
    """What a column of a list holds; several columns of one meaning are put together."""

    ROW_ID = "row_id"
    NAME = "name"
    FAMILY = "family"
    GIVEN = "given"
    FATHER = "father"
    BIRTH = "birth"
    UNIT = "unit"
    RANK = "rank"
    PLACE = "place"
    DOCUMENT = "document"
    SAID = "said"
    NOTHING = "nothing"


class ListBasis(StrEnum):
    """On what a man's standing on a negotiation list rests (domain.md 6 (d)); order as printed."""

    VIDEO = "V"
    WITNESS = "W"
    ACKNOWLEDGED = "A"
    THEIR_LIST = "L"
    MESSAGE = "M"


class RowFault(StrEnum):
    """What is odd about a row; it is kept word for word all the same."""

    #: Nothing stands where the name should.
    NO_NAME = "no_name"
    #: A heading, or the head of the columns once more.
    HEADING = "heading"
    #: "Total 73".
    SUM = "sum"
    TWO_MEN = "two_men"
    #: More or fewer cells than the list has columns.
    RAGGED = "ragged"
    BIRTH_UNREADABLE = "birth_unreadable"
    DIRECTION_MARKS = "direction_marks"
    CONTROL_SIGNS = "control_signs"
    MIXED_SCRIPTS = "mixed_scripts"
    #: Longer than a field of ours: read from its beginning alone.
    TOO_LONG = "too_long"
    #: The same man stands in a row above.
    REPEATED = "repeated"


#: No man is looked for behind such a row.
NO_MAN = frozenset({RowFault.NO_NAME, RowFault.HEADING, RowFault.SUM})
