"""A window over a register with one man in it, for tests of forms; keys go to the window itself."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.queries.cases.file import case_file
from app.services.cases.cases import register_man
from app.services.sources import add_source
from app.shapes.case_file import CaseFile, EventView
from app.shapes.case_list import CaseFilter
from app.shapes.requests.cases import NameForm, PersonDetails, RegisterMan
from app.shapes.requests.evidence import NewSource
from app.ui.doors import Doors
from app.ui.editors.door import hang_editors
from app.ui.editors.new_case_page import PLACE as NEW_CASE
from app.ui.editors.new_case_page import NewCasePage
from app.ui.events.door import hang_event_forms
from app.ui.events.event_page import PLACE, EventPage
from app.ui.main_window import MainWindow
from app.ui.shell.actions import ActionTable
from app.ui.shell.change_bus import ChangeBus
from app.ui.shell.page import PagePanel, Section
from app.ui.shell.state_store import MemoryStore
from app.ui.shell.tasks import Tasks
from app.ui.widgets.kit import Kit
from app.ui.work import Work
from app.workspace import Workspace
from models.vocabulary.accounts import SourceKind
from models.vocabulary.partial_date import PartialDate

BORN = PartialDate.parse_edtf("1999-04-12")


class OpenedCases:
    """A door that remembers which file was asked for."""

    def __init__(self) -> None:
        self.opened: list[UUID] = []

    def open_case(self, case_id: UUID, section: str = "") -> None:
        self.opened.append(case_id)

    def open_list(self, wanted: CaseFilter) -> None:
        """Nothing here leads to the list."""
        raise AssertionError(wanted)

    def put_into_bin(self, case_ids: Sequence[UUID]) -> None:
        raise AssertionError("no form puts anything into the bin")


class FormDesk:
    """One window over one register."""

    def __init__(
        self,
        qtbot: QtBot,
        kit: Kit,
        tasks: Tasks,
        workspace: Workspace,
        man: UUID | None = None,
    ) -> None:
        self.qtbot = qtbot
        self.kit = kit
        self.tasks = tasks
        self.workspace = workspace
        self.cases = OpenedCases()
        self.window = MainWindow(kit, ActionTable(), MemoryStore())
        qtbot.addWidget(self.window)
        self.work = Work(
            kit,
            workspace,
            tasks,
            ChangeBus(self.window),
            self.window.action_table,
            self.window.messages,
            self.window.store,
            Doors(cases=self.cases),
        )
        self.window.add_section(
            Section("cases", lambda t: t.say("Cases"), "cases", lambda: PagePanel(kit))
        )
        hang_event_forms(self.window, self.work)
        hang_editors(self.window, self.work)
        self.man = man or self._register()
        self.window.open_page("cases")
        self.window.show()
        with qtbot.waitExposed(self.window):
            self.window.activateWindow()
        self.handle().requestActivate()
        qtbot.waitUntil(self.window.isActiveWindow)

    def _register(self) -> UUID:
        names = (NameForm("Լուսաձորյան", "Տիգրան", "Արամի"), NameForm("Lusadzoryan", "Tigran"))
        request = RegisterMan(names=names, details=PersonDetails(birth=BORN))
        made = self.workspace.write(lambda uow: register_man(uow, request)).value
        source = NewSource(SourceKind.RETURNED_CAPTIVE, "A returned captive", code="W-03")
        self.workspace.write(lambda uow: add_source(uow, source))
        return made.case_id

    def file(self) -> CaseFile:
        """Read the man's file."""
        return self.workspace.read(lambda reader: case_file(reader, self.man))

    def events(self) -> tuple[EventView, ...]:
        """Read what is recorded of him."""
        return self.file().events

    def form(self) -> EventPage:
        """Return the page of the event's form."""
        page = self.window.page(PLACE)
        assert isinstance(page, EventPage)
        return page

    def new_case(self) -> NewCasePage:
        """Return the page that registers a man."""
        page = self.window.page(NEW_CASE)
        assert isinstance(page, NewCasePage)
        return page

    def record(self) -> EventPage:
        """Open the form of a new event."""
        assert self.work.doors.events is not None
        self.work.doors.events.open_record(self.man)
        self.rest()
        return self.form()

    def rest(self) -> None:
        """Wait until every lane is at rest."""
        self.qtbot.waitUntil(lambda: self.tasks.busy == 0, timeout=10_000)

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something holds."""
        self.qtbot.waitUntil(true, timeout=10_000)

    def handle(self) -> QWindow:
        """Return the window that keys reach first."""
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def type(self, text: str) -> None:
        """Type at whatever has the keyboard."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self.handle(), letter)  # type: ignore[call-overload]  # a letter may be given
            else:
                self.press(0, letter)

    def key(
        self,
        key: Qt.Key,
        held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """Press a key of the keyboard."""
        QTest.keyClick(self.handle(), key, held)

    def press(self, key: int, text: str, scan_code: int = 0) -> None:
        """Press a key of another layout at whatever has the keyboard."""
        target = QApplication.focusWidget()
        assert target is not None
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress,
            key,
            Qt.KeyboardModifier.NoModifier,
            scan_code,
            0,
            0,
            text,
        )
        QCoreApplication.sendEvent(target, event)

    def focus(self) -> QWidget:
        """Return what has the keyboard."""
        found = QApplication.focusWidget()
        assert found is not None
        return found
