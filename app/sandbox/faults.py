"""Name every reason for which a foreign file is refused, so that the faces can say a sentence."""

from enum import StrEnum


class FileFault(StrEnum):
    """Why a file cannot be taken; travels as the `reason` of `BadInput(field="file")`.

    What the sentence needs travels beside it: `row`, `column`, `limit`, `found`, `ending` …
    """

    EMPTY = "file_empty"
    NOT_THERE = "file_not_there"
    TOO_BIG = "file_too_big"
    NOT_A_LIST = "file_not_a_list"
    NOT_A_GAZETTEER = "file_not_a_gazetteer"
    NOT_WHAT_NAME_SAYS = "file_not_what_name_says"
    OLD_OR_LOCKED_SPREADSHEET = "file_old_or_locked_spreadsheet"
    UNKNOWN_ENCODING = "file_unknown_encoding"
    NOT_TEXT = "file_not_text"
    BAD_QUOTES = "file_bad_quotes"
    CELL_TOO_LONG = "file_cell_too_long"
    TOO_MANY_COLUMNS = "file_too_many_columns"
    TOO_MANY_ROWS = "file_too_many_rows"
    RAGGED = "file_ragged"
    NO_SUCH_SHEET = "file_no_such_sheet"
    DAMAGED = "file_damaged"
    ARCHIVE_BOMB = "file_archive_bomb"
    ARCHIVE_TRICK = "file_archive_trick"
    XML_TRICK = "file_xml_trick"
    PFIF_VERSION = "file_pfif_version"
    PFIF_FIELD_TOO_LONG = "file_pfif_field_too_long"
    PICTURE_TOO_BIG = "file_picture_too_big"
    NOT_A_PICTURE = "file_not_a_picture"
    NOT_A_PDF = "file_not_a_pdf"
    NO_SUCH_PAGE = "file_no_such_page"
    NO_SUCH_PART = "file_no_such_part"
    NO_WORDS = "file_no_words"
    LOCKED = "file_locked"
    TOO_HEAVY = "file_too_heavy"
    READER_FAILED = "file_reader_failed"


class JobRefused(Exception):  # named by what happened; never leaves the worker
    """A job cannot take its file; the worker sends the fault and its data over the pipe."""

    def __init__(self, fault: FileFault, **data: str | int) -> None:
        self.fault = fault
        self.data = data
        super().__init__(fault.value)
