"""One row of a list as the register understands it, before anything is compared or written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.shapes.requests.cases import IdentifierDetails, NameForm, ServiceDetails
from app.shapes.requests.evidence import UNKNOWN_DATE, NewSource
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Credibility, EventTrait, Reliability
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import Sex


class RowFault(StrEnum):
    """Why a row is refused."""

    NO_NAME = "row_no_name"
    SUM = "row_sum"
    TWO_MEN = "row_two_men"
    NAME_TOO_LONG = "row_name_too_long"
    FIELD_TOO_LONG = "row_field_too_long"
    SAME_ROW_TWICE = "row_twice"
    ID_OF_TWO_MEN = "row_id_of_two_men"
    ID_OF_ANOTHER = "row_id_of_another"
    NO_SUCH_CASE = "row_no_such_case"
    IN_BIN = "row_in_bin"
    LEFT_OUT = "row_left_out"
    RAGGED = "row_ragged"
    NO_FIELD = "row_no_field"
    EXPIRED = "row_expired"
    NOBODY_HERE = "row_nobody_here"


class RowNote(StrEnum):
    """What a person should look at in a row that was taken."""

    BIRTH_UNREADABLE = "note_birth_unreadable"
    DATE_UNREADABLE = "note_date_unreadable"
    DATE_AFTER_LIST = "note_date_after_list"
    DATES_REVERSED = "note_dates_reversed"
    EVENTS_UNREADABLE = "note_events_unreadable"
    MIXED_SCRIPTS = "note_mixed_scripts"
    DIRECTION_MARKS = "note_direction_marks"
    CONTROL_SIGNS = "note_control_signs"
    BIRTH_DIFFERS = "note_birth_differs"
    SAME_AS_ROW = "note_same_as_row"
    HOMONYMS = "note_homonyms"
    NOTE_UNSIGNED = "note_unsigned"
    SENDER_DELETES = "note_sender_deletes"
    LINKED = "note_linked"


class RowRefused(Exception):  # named by what happened; ends in the report of its row
    """A row cannot be taken; `detail` is what its sentence needs."""

    def __init__(self, fault: RowFault, detail: str = "") -> None:
        self.fault = fault
        self.detail = detail
        super().__init__(fault.value)


#: Before the number of a note in the place where it was said: two notes are never one.
NOTE_NUMBER = "note_record_id "

type EventMark = tuple[str, str, str, str, str, str]
"""Code, date as EDTF and in words, place, words, and the number of the note they stand in."""


@dataclass(frozen=True, slots=True)
class ListedEvent:
    """Something that happened to him, as the list says it, with the grade of the saying.

    `source`, `said` and `locator` are given where not the row speaks but somebody quoted in it.
    """

    code: EventCode
    occurred: PartialDate
    place: str = ""
    words: str = ""
    narrative: str = ""
    particulars: tuple[tuple[str, str], ...] = ()
    says: str = ""
    traits: frozenset[EventTrait] = frozenset()
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.SIX
    source: NewSource | None = None
    said: PartialDate | None = None
    locator: str = ""

    @property
    def mark(self) -> EventMark:
        """Tell two events apart that a list names; the same mark is the same event."""
        date = self.occurred
        at = (self.code.value, date.edtf or "", date.text)
        return (*at, self.place, self.words, note_number(self.locator))


def note_number(locator: str) -> str:
    """Give the number of the note an account stands in, empty where it stands in none."""
    return locator.removeprefix(NOTE_NUMBER) if locator.startswith(NOTE_NUMBER) else ""


@dataclass(frozen=True, slots=True)
class ListedMan:
    """One row, read: who, by which numbers, what happened to him, and who says so.

    A row without a name tells of a man whom only a number names: he must be here already.
    """

    row: int
    names: tuple[NameForm, ...]
    birth: PartialDate = UNKNOWN_DATE
    sex: Sex = Sex.UNKNOWN
    birth_place: str = ""
    home_address: str = ""
    occupation: str = ""
    remark: str = ""
    service: ServiceDetails | None = None
    identifiers: tuple[IdentifierDetails, ...] = ()
    events: tuple[ListedEvent, ...] = ()
    source: NewSource | None = None
    said: PartialDate = UNKNOWN_DATE
    locator: str = ""
    words_lang: str = ""
    #: How good the list is for what it says beside events: name, birth, unit.
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.SIX
    notes: tuple[RowNote, ...] = ()

    @property
    def name(self) -> str:
        """The name as the list writes it; empty where a number alone names him."""
        return self.names[0].full_as_written if self.names else ""
