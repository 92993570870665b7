"""Name the places a page may lead to, so that pages need not know one another.

A door that nobody has hung is None, and what would lead through it is not shown.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QMimeData, QSize
from PySide6.QtWidgets import QWidget

from app.reports.render import PdfFile
from app.shapes.case_file import EventView
from app.shapes.case_list import CaseFilter
from app.shapes.overrides import OverrideView
from app.ui.widgets.kit import Words
from models.vocabulary.papers import Audience, PaperFormat


class EventForms(Protocol):
    """The forms in which events are recorded and corrected."""

    def open_record(self, case_id: UUID) -> None:
        """Open the form for a new event of a man."""
        ...

    def open_correct(self, case_id: UUID, event: EventView) -> None:
        """Open the form with an event that is to be replaced by a corrected one."""
        ...

    def open_add_source(self, case_id: UUID, event: EventView) -> None:
        """Open the form for one more source that speaks of an event."""
        ...


class Part(StrEnum):
    """A part of a case file that has an editor of its own."""

    PERSON = "person"
    NAME = "name"
    SERVICE = "service"
    NUMBER = "number"
    RELATIVE = "relative"
    FILE = "file"


class Editors(Protocol):
    """The editors of a case file."""

    def open_new_case(self) -> None:
        """Open the form that registers a man."""
        ...

    def open_editor(self, case_id: UUID, part: Part, thing: UUID | None = None) -> None:
        """Edit a part of a file; `thing` is the name, record or relative, None for a new one."""
        ...


_A_DRAFT: Words = lambda t: t.say(  # noqa: E731
    "A draft for work in the office: no code, no copy number."
)


@dataclass(frozen=True, slots=True)
class SheetToPrint:
    """A paper of the office that is not on one man: a sum, a comparison, calls to make.

    `draft` writes it in a language and for sheets of a size, off the window's thread; `file_name`
    is offered without its ending and holds no name of a man; `note` is called before it leaves, on
    paper or as a file; `foot` says what kind of paper it is, where it is no draft.
    """

    title: Words
    explained: Words
    draft: Callable[[str, PaperFormat], PdfFile]
    file_name: str
    back: Callable[[], object]
    note: Callable[[], object] | None = None
    foot: Words = field(default=_A_DRAFT)


@dataclass(frozen=True, slots=True)
class ListToPrint:
    """A version of a list of ours over which is negotiated; `named` is "L-014 v3"."""

    version_id: UUID
    named: str


class Papers(Protocol):
    """The preview of what is printed."""

    def open_sheet(self, sheet: SheetToPrint) -> None:
        """Show a paper of the office as it would be printed."""
        ...

    def open_preview(
        self,
        case_ids: Sequence[UUID],
        audience: Audience | None = None,
        listed: ListToPrint | None = None,
    ) -> None:
        """Show papers on these men as they would leave; None: for the reader of the last time.

        `listed`: the men are those of a list that went out, and it is what negotiators get.
        """
        ...

    def open_issued(self, copy_ids: Sequence[UUID]) -> None:
        """Show copies that were issued."""
        ...

    def open_request(self, request_id: UUID) -> None:
        """Show a paper that waits for a second person."""
        ...

    def answer_access(self, case_id: UUID, number: str, name: str) -> None:
        """Show the answer to a man who asks what is held on him."""
        ...


class Incidents(Protocol):
    """The pages of incidents."""

    def open_incident(self, incident_id: UUID) -> None:
        """Show an incident."""
        ...


class Accounting(Protocol):
    """The accounting sheets of whatever one may ask for."""

    def open_sheet(self, wanted: CaseFilter) -> None:
        """Account for the men a filter lets through."""
        ...

    def open_unit(self, unit_id: UUID) -> None:
        """Account for the men of a unit and of those below it."""
        ...


class Exhibits(Protocol):
    """The exhibits."""

    def open_exhibit(self, exhibit_id: UUID) -> None:
        """Open an exhibit in a tab of its own, or come back to it."""
        ...

    def open_intake(self) -> None:
        """Open the page on which files come in, with none yet."""
        ...

    def describe(self, exhibit_id: UUID) -> None:
        """Open the form of what is known of an exhibit."""
        ...

    def translate(self, thing_id: UUID) -> None:
        """Open the form of a translation, or of a new one of an exhibit."""
        ...

    def photo_of(self, case_id: UUID, size: QSize, name: str) -> QWidget:
        """Make the photo of a man, or the plain outline where there is none."""
        ...

    def picture_of(self, exhibit_id: UUID, height: int) -> QWidget:
        """Make the picture of an exhibit, veiled where nobody should meet it unasked."""
        ...

    def evidence_of(self, case_id: UUID, shown: str) -> QWidget:
        """Make the list of the exhibits that speak of a man; `shown` names him."""
        ...

    def attach(self, case_id: UUID, shown: str, event: EventView | None = None) -> None:
        """Ask for files that speak of a man, or bear out one of his events."""
        ...

    def take_photo_away(self, case_id: UUID) -> None:
        """Let no picture stand for a man any more."""
        ...

    def bring_in(self, mime: QMimeData, case_id: UUID, shown: str) -> None:
        """Take what was dropped or pasted on a man's file."""
        ...

    def takes(self, mime: QMimeData) -> bool:
        """Tell whether there is anything to keep in what is dragged or on the clipboard."""
        ...


class Pairs(Protocol):
    """The list of men who may be one."""

    def open_pairs(self) -> None:
        """Show the list."""
        ...


class Cases(Protocol):
    """The case files."""

    def open_case(self, case_id: UUID, section: str = "") -> None:
        """Open a man's file in a tab of its own, or come back to it."""
        ...

    def open_list(self, wanted: CaseFilter) -> None:
        """Show the men of the register that a filter lets through."""
        ...

    def put_into_bin(self, case_ids: Sequence[UUID]) -> None:
        """Ask why and put cases into the bin; their files close."""
        ...


class Likeness(Protocol):
    """Men who may be one."""

    def compare(self, first_id: UUID, second_id: UUID) -> None:
        """Open two files side by side in a tab of their own, or come back to it."""
        ...

    def compare_with_another(self, case_id: UUID, shown: str) -> QWidget:
        """Ask for another man, then open the two files side by side."""
        ...

    def taken_in_of(self, case_id: UUID) -> QWidget:
        """Make the cards of what was taken into a file."""
        ...


class Lists(Protocol):
    """The lists of names, in and out."""

    def open_list(self, list_id: UUID, version_no: int | None = None) -> None:
        """Open a list on the workbench; None: its newest version."""
        ...

    def take_in(self, handover_id: UUID | None = None) -> None:
        """Open the form that takes a list in; of a handover: its manifest."""
        ...

    def send(self, case_ids: Sequence[UUID]) -> None:
        """Open the form that sends a list of these men."""
        ...


class Handovers(Protocol):
    """The return operations."""

    def open_handover(self, handover_id: UUID, case_id: UUID | None = None) -> None:
        """Show a return operation, with a man who came in hand where one is named."""
        ...


class Submissions(Protocol):
    """What was sent to bodies."""

    def open_submission(self, submission_id: UUID) -> None:
        """Show a submission."""
        ...

    def open_new(self, case_ids: Sequence[UUID]) -> None:
        """Open the form of a new submission about these men."""
        ...

    def show_window_of(self, case_id: UUID) -> None:
        """Show the windows that close, with this man ticked."""
        ...

    def submissions_of(self, case_id: UUID) -> QWidget:
        """Make the part of a case file that says who was asked about the man."""
        ...


class Families(Protocol):
    """What the family agreed to and every time somebody spoke with them."""

    def family_of(self, case_id: UUID) -> QWidget:
        """Make the part of a case file that shows contacts, consents and calls."""
        ...

    def open_calls(self) -> None:
        """Show whom to ring."""
        ...

    def open_log(self, case_id: UUID, relative_id: UUID | None = None) -> None:
        """Open the form that logs a call or visit, with whom is meant where that is known."""
        ...

    def open_consent(self, case_id: UUID) -> None:
        """Open the form that keeps a consent."""
        ...


class Decisions(Protocol):
    """Decisions by hand about the status of a man (domain.md 3.6 P13)."""

    def may_decide(self) -> bool:
        """Tell whether the person at work may set and lift a status by hand."""
        ...

    def open_decision(self, case_id: UUID, anew: OverrideView | None = None) -> None:
        """Open the form of a decision by hand; `anew`: with one that is to be reviewed."""
        ...

    def lift(self, view: OverrideView) -> None:
        """Say what holds without a decision by hand, ask why and lift it."""
        ...


class Tasks(Protocol):
    """What somebody is to do."""

    def open_task(self, case_id: UUID | None = None) -> None:
        """Open the form of a new task, of a man or of none."""
        ...

    def open_change(self, task_id: UUID) -> None:
        """Open the form with a task that is to be changed."""
        ...

    def tasks_of(self, case_id: UUID) -> QWidget:
        """Make the part of a case file that shows what is to be done about the man."""
        ...


@dataclass(slots=True)
class Doors:
    """The doors of one window; hung one by one when it is built."""

    pairs: Pairs | None = None
    cases: Cases | None = None
    events: EventForms | None = None
    editors: Editors | None = None
    papers: Papers | None = None
    incidents: Incidents | None = None
    accounting: Accounting | None = None
    exhibits: Exhibits | None = None
    likeness: Likeness | None = None
    lists: Lists | None = None
    handovers: Handovers | None = None
    submissions: Submissions | None = None
    families: Families | None = None
    tasks: Tasks | None = None
    decisions: Decisions | None = None
