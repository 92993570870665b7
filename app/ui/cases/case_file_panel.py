"""One man's file: head, sections, what is missing; read again when something touches it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, override
from uuid import UUID

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.errors import CaseInBin, CaseMerged
from app.i18n import Translator
from app.queries.cases.file import case_file
from app.queries.minimum_data import Minimum
from app.shapes.case_file import CaseFile
from app.shapes.changes import Changes
from app.shapes.overrides import OverrideView
from app.ui.cases.content import clear, rail_limits
from app.ui.cases.deeds import Deeds
from app.ui.cases.file_header import PHOTO, FileHeader
from app.ui.cases.file_menu import file_menu
from app.ui.cases.file_rail import FileRail
from app.ui.cases.file_sections import identity_section, overview_section
from app.ui.cases.history_section import HistorySection
from app.ui.cases.moved_on import moved_on
from app.ui.cases.people_sections import service_section
from app.ui.cases.sections import behind_doors, sections_of
from app.ui.cases.spoken import numbered_name, title_of
from app.ui.cases.timeline_section import TimelineSection
from app.ui.shell.page import PagePanel
from app.ui.widgets.buttons import Button, icon_button, plain, primary
from app.ui.widgets.key_position import latin_key
from app.ui.widgets.tabs import TabBar
from app.ui.widgets.text import hairline
from app.ui.work import Work
from models.vocabulary.status import Admin

PLACE: Final = "case"
_LOW = 500
"""Lower than this, at base 13 px, the head of a file is said in short."""
_TAB_ROOM: Final = 240
_CLOSED: Final = (Admin.CLOSED, Admin.REJECTED)


class CaseFilePanel(PagePanel):
    """The page of one man; `named` is called with the file once it is read, for its tab."""

    in_bin = Signal(str)
    #: The file was taken into another: its key, and the number it had.
    led_on = Signal(str, str)

    def __init__(
        self, work: Work, deeds: Deeds, case_id: UUID, named: Callable[[CaseFile], None]
    ) -> None:
        super().__init__(work.kit, PLACE)
        self.work = work
        self.case_id = case_id
        self.file: CaseFile | None = None
        self._deeds = deeds
        self._named = named
        self._stale: set[str] = set()
        self.header: FileHeader | None = None
        self._low = False
        self._file_rail = FileRail(work.kit)
        self._corner = self._make_corner()
        self.sections = sections_of(work.doors)
        self.tabs = TabBar(work.kit, self.sections, lambda t: t.say("Sections"))
        self._stack = QStackedWidget()
        self._holders: dict[str, QScrollArea] = {key: self._holder() for key, _ in self.sections}
        self._head = QVBoxLayout()
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 0, 24, 0)
        bar.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head)
        column.addLayout(bar)
        column.addWidget(hairline(work.kit))
        column.addWidget(self._stack, 1)
        self.setAcceptDrops(True)
        self.tabs.chosen.connect(self._show_section)
        self.choose(str(work.store.get("case.section") or "timeline"))
        work.bus.listen(self._on_changes, "cases")
        work.kit.theme.changed.connect(self._rebuild)
        self.reload()

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self._file_rail

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def corner(self) -> QWidget | None:
        return self._corner

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, str) and argument:
            self.choose(argument)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self, translator: Translator) -> None:
        """Build anew what was made of values: the chips and cards follow by themselves."""
        self._rebuild()

    def _rebuild(self) -> None:
        if self.file is not None:
            self._show(self.file)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_low() is not self._low:
            self._show_head()
        if self._paper is not None:
            need = self._corner.sizeHint().width() + self.kit.theme.scaled(_TAB_ROOM)
            if not self._paper.isHidden() and need > self.width():
                self._paper.hide()
            elif self._paper.isHidden() and need + self._paper.sizeHint().width() < self.width():
                self._paper.show()

    # --- what the person does

    def choose(self, key: str) -> None:
        """Turn to a section."""
        if key in self._holders:
            self.tabs.choose(key)

    def show_why(self) -> None:
        """Open the reasons of the headline."""
        if self.header is not None:
            self.header.show_why()

    def record_event(self) -> None:
        """Record an event of this man."""
        if self.file is not None and self.work.doors.events is not None:
            self.work.doors.events.open_record(self.case_id)

    def print_summary(self) -> None:
        """Preview his internal file."""
        if self.file is not None and self.work.doors.papers is not None:
            self.work.doors.papers.open_preview([self.case_id])

    def answer_access(self) -> None:
        """Answer the man, who asks what is held on him."""
        papers = self.work.doors.papers
        if self.file is not None and papers is not None:
            name = title_of(self.file, self.kit.translator)
            papers.answer_access(self.case_id, self.file.number, name)

    def is_closed(self) -> bool:
        """Tell whether the case is closed."""
        return self.file is not None and self.file.admin in _CLOSED

    def close_case(self) -> None:
        """Ask for the reason and close the case."""
        if self.file is not None:
            self._deeds.close(self.file, self)

    def reopen_case(self) -> None:
        """Ask why and open the case again."""
        if self.file is not None:
            self._deeds.reopen(self.file, self)

    def put_into_bin(self) -> None:
        """Ask why and put the case into the bin."""
        if self.file is not None:
            self._deeds.put_into_bin([self.case_id], self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = latin_key(event)
        if not event.modifiers() and pressed.isdigit() and 1 <= int(pressed) <= len(self.sections):
            self.choose(self.sections[int(pressed) - 1][0])
            return
        super().keyPressEvent(event)

    def attach_exhibit(self) -> None:
        """Ask for files that speak of him."""
        if self.file is not None and self.work.doors.exhibits is not None:
            self.work.doors.exhibits.attach(self.case_id, numbered_name(self.file))

    def log_call(self) -> None:
        """Log a call or visit with his family."""
        if self.file is not None and self.work.doors.families is not None:
            self.work.doors.families.open_log(self.case_id)

    def record_consent(self) -> None:
        """Keep what his family agreed to."""
        if self.file is not None and self.work.doors.families is not None:
            self.work.doors.families.open_consent(self.case_id)

    def decide_by_hand(self) -> None:
        """Set his status by hand, with a reason and until a day."""
        if self.file is not None and self.work.doors.decisions is not None:
            self.work.doors.decisions.open_decision(self.case_id)

    def to_be_lifted(self) -> tuple[OverrideView, ...]:
        """Return the decisions by hand that stand, or wait for their review."""
        return tuple(v for v in self.file.overrides if v.may_be_lifted) if self.file else ()

    def lift_decision(self) -> None:
        """Lift the decision by hand; where there are several, show them to choose from."""
        found = self.to_be_lifted()
        if len(found) == 1 and self.work.doors.decisions is not None:
            self.work.doors.decisions.lift(found[0])
        elif found:
            self.choose("overview")

    def compare(self) -> None:
        """Ask for another man who may be the same, and show the two side by side."""
        if self.file is not None and self.work.doors.likeness is not None:
            self.work.doors.likeness.compare_with_another(self.case_id, numbered_name(self.file))

    def take_photo_away(self) -> None:
        """Let no picture stand for him any more; the exhibit stays."""
        if self.work.doors.exhibits is not None:
            self.work.doors.exhibits.take_photo_away(self.case_id)

    def has_photo(self) -> bool:
        """Tell whether a picture stands for him."""
        return self.file is not None and Minimum.PHOTO not in self.file.gaps

    def paste(self) -> None:
        """Take what the clipboard holds as an exhibit that speaks of him."""
        self._bring_in(QGuiApplication.clipboard().mimeData())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        exhibits = self.work.doors.exhibits
        if self.file is not None and exhibits is not None and exhibits.takes(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._bring_in(event.mimeData())

    def _bring_in(self, mime: QMimeData) -> None:
        if self.file is not None and self.work.doors.exhibits is not None:
            self.work.doors.exhibits.bring_in(mime, self.case_id, numbered_name(self.file))

    # --- reading and showing

    def reload(self) -> None:
        """Read the file again."""
        case_id = self.case_id
        self.work.read(lambda reader: case_file(reader, case_id), self._show, self._not_read)

    def _not_read(self, error: Exception) -> None:
        """Let go of a file that was put into the bin; anything else is told."""
        if isinstance(error, CaseInBin):
            self.in_bin.emit(str(self.case_id))
        elif isinstance(error, CaseMerged):
            self._lead_on(error)
        else:
            self.work.messages.failed(error)

    def _lead_on(self, error: CaseMerged) -> None:
        """Say where the man of this file is now."""
        self.file = None
        clear(self._head)
        self.header = None
        self._head.addWidget(moved_on(self.work, error))
        self._show_parts(shown=False)
        self.led_on.emit(str(self.case_id), str(error.data["number"]))

    def _show_parts(self, *, shown: bool) -> None:
        for part in (self.tabs, self._stack, self._corner):
            part.setVisible(shown)

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches("cases", self.case_id):
            self.reload()

    def _show(self, file: CaseFile) -> None:
        self.file = file
        today = self.work.workspace.clock.today()
        self._show_parts(shown=True)
        self._show_head()
        self._file_rail.show_file(file, today)
        self.tabs.set_count("timeline", sum(event.stands for event in file.events))
        self._stale = set(self._holders)
        self._show_section(self.tabs.current())
        self._named(file)

    def _show_head(self) -> None:
        if self.file is not None:
            clear(self._head)
            low = self._low = self._is_low()
            photo = None if low else self._photo(self.file)
            today = self.work.workspace.clock.today()
            self.header = FileHeader(self.kit, self.file, today, photo, low=low)
            self.header.by_hand_asked.connect(lambda: self.arrive("overview"))
            self._head.addWidget(self.header)

    def _is_low(self) -> bool:
        return self.isVisible() and self.height() < self.kit.theme.scaled(_LOW)

    def _show_section(self, key: str) -> None:
        self.work.store.set("case.section", key)
        holder = self._holders[key]
        self._stack.setCurrentWidget(holder)
        if self.file is None or key not in self._stale:
            return
        self._stale.discard(key)
        bar = holder.verticalScrollBar()
        at = bar.value()
        holder.setWidget(self._build(key, self.file))
        bar.setValue(at)

    def _build(self, key: str, file: CaseFile) -> QWidget:
        if (made := behind_doors(self.work.doors).get(key)) is not None:
            return made(file.case_id)
        match key:
            case "overview":
                return overview_section(self.work, file)
            case "identity":
                return identity_section(self.work, file)
            case "service":
                return service_section(self.work, file)
            case "evidence":
                return self._evidence(file)
            case "history":
                return HistorySection(self.work, file)
            case _:
                return TimelineSection(self.work, self._deeds, file)

    def _photo(self, file: CaseFile) -> QWidget | None:
        exhibits = self.work.doors.exhibits
        if exhibits is None:
            return None
        return exhibits.photo_of(file.case_id, QSize(*PHOTO), title_of(file, self.kit.translator))

    def _evidence(self, file: CaseFile) -> QWidget:
        exhibits = self.work.doors.exhibits
        return exhibits.evidence_of(file.case_id, numbered_name(file)) if exhibits else QWidget()

    def _holder(self) -> QScrollArea:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._stack.addWidget(scroll)
        return scroll

    def _make_corner(self) -> QWidget:
        kit, doors = self.work.kit, self.work.doors
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._more = icon_button(kit, "more", lambda t: t.say("What can be done here"))
        self._more.clicked.connect(self._open_menu)
        row.addWidget(self._more)
        self._paper: Button | None = None
        if doors.papers is not None:
            self._paper = paper = plain(
                kit, lambda t: t.say("Print summary"), icon="print", key="Ctrl+P"
            )
            paper.clicked.connect(self.print_summary)
            row.addWidget(paper)
        if doors.events is not None:
            record = primary(kit, lambda t: t.say("Record event"), icon="plus", key="E")
            record.clicked.connect(self.record_event)
            row.addWidget(record)
        return corner

    def _open_menu(self) -> None:
        file_menu(self).popup(self._more.mapToGlobal(QPoint(0, self._more.height() + 4)))
