"""Frame every page: sidebar, top bar, page, right rail, footer; knows no panel.

window = MainWindow(kit, actions, store)
window.add_section(Section("cases", lambda t: t.say("Cases"), "cases", make_cases_panel))
window.open_page("cases")
window.open_file(str(case_id), "00123 …", lambda: CaseFile(...), parent="cases")
window.speak(Translator.open("hy"))      live, every widget
window.messages  window.action_table  window.sidebar  window.footer  window.top_bar
"""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.ui.shell.actions import ActionTable, KeyDoor
from app.ui.shell.banners import Banners
from app.ui.shell.files import FilesPage
from app.ui.shell.finder import Finder
from app.ui.shell.footer import Footer
from app.ui.shell.frame_actions import add_frame_actions, build_menu, restore_look
from app.ui.shell.key_sheet import KeySheet
from app.ui.shell.messages import Messages
from app.ui.shell.page import PagePanel, PageStack, Section
from app.ui.shell.rail import Body
from app.ui.shell.sidebar import Sidebar
from app.ui.shell.state_store import MemoryStore, StateStore
from app.ui.shell.topbar import TopBar
from app.ui.widgets.kit import Kit, Words

FILES = "files"


class MainWindow(QWidget):
    """The window of an open register.

    `lock_asked` when the person locks it, `language_asked` carries "en", "hy" or "ru",
    `idle_chosen` after how many minutes alone it locks, `page_changed` the place in hand,
    `closing` before the window goes.
    """

    lock_asked = Signal()
    language_asked = Signal(str)
    idle_chosen = Signal(int)
    page_changed = Signal(str)
    closing = Signal()

    narrow_sidebar = 1100

    def __init__(
        self, kit: Kit, actions: ActionTable | None = None, store: StateStore | None = None
    ) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.kit = kit
        self.action_table = actions or ActionTable(self)
        self.store: StateStore = store or MemoryStore()
        self._sections: dict[str, Section] = {}
        self._pages: dict[str, PagePanel] = {}
        self._file_parents: dict[str, str] = {}
        self._trail: list[tuple[str, str]] = []
        self._here: tuple[str, str] = ("", "")
        self.setWindowTitle("Homeward")
        self.resize(1440, 900)
        self.sidebar = Sidebar(kit)
        self.top_bar = TopBar(kit)
        self.banners = Banners(kit)
        self.footer = Footer(kit)
        self.files = FilesPage(kit)
        self._stack = PageStack()
        self._stack.addWidget(self.files)
        self.body = Body(kit, self._stack)
        self._lay_out()
        self.messages = Messages(kit, self.body)
        self.finder = Finder(
            kit,
            self.top_bar.search,
            self.action_table,
            self,
            place=self.place,
            sections=self.sidebar.offered,
        )
        self._door = KeyDoor(self.action_table, self.place, self.isVisible, self)
        self._watching = False
        add_frame_actions(self)
        restore_look(self)
        self._connect()

    def add_section(self, section: Section) -> None:
        """Make a section known; it appears in the sidebar unless hidden."""
        self._sections[section.id] = section
        if not section.hidden:
            self.sidebar.add(section)

    def sections(self) -> tuple[Section, ...]:
        """Return the sections there are, in the order of the sidebar."""
        return tuple(sorted(self._sections.values(), key=lambda s: (s.bottom, s.order)))

    def open_page(self, section_id: str, argument: object = None) -> None:
        """Open a section's page, making it at the first visit; raises KeyError if unknown."""
        page = self.page(section_id)
        page.arrive(argument)
        self._go(section_id, "")

    def page(self, section_id: str) -> PagePanel:
        """Return a section's page, making it at the first visit."""
        if section_id not in self._pages:
            page = self._sections[section_id].make()
            if not page.place:
                page.place = section_id
            page.rail_changed.connect(self._show_rail)
            page.rail_asked.connect(self.body.reveal)
            self._pages[section_id] = page
            self._stack.addWidget(page)
        return self._pages[section_id]

    def open_file(
        self,
        key: str,
        words: Words,
        make: Callable[[], PagePanel],
        *,
        parent: str,
        argument: object = None,
    ) -> None:
        """Open a file (a case) in a tab of its own, or come back to it."""
        self._file_parents[key] = parent
        self.files.open(key, words, make, argument)
        self._go(FILES, key)

    def back(self) -> None:
        """Go back to where one came from."""
        while self._trail:
            section_id, key = self._trail.pop()
            if section_id == FILES and self.files.panel(key) is not None:
                self._here = ("", "")
                self.files.show_file(key)
                self._go(FILES, key)
                return
            if section_id in self._sections:
                self._here = ("", "")
                self._go(section_id, "")
                return

    def place(self) -> str:
        """Return the place in the action table one is at."""
        page = self._stack.currentWidget()
        return page.place if isinstance(page, PagePanel) else ""

    def here(self) -> tuple[str, str]:
        """Return the section (or "files") in front and the key of its file."""
        return self._here

    def speak(self, translator: Translator) -> None:
        """Change the language of everything on screen at once."""
        self.kit.speak(translator)
        for page in (*self._pages.values(), self.files):
            page.retranslate(translator)
        self._show_keys()

    def toggle_rail(self) -> None:
        """Open or close the right rail."""
        self.body.toggle()

    def show_keys_sheet(self) -> None:
        """Show every key of the place in hand."""
        KeySheet(self.kit, self.action_table, self.place(), self).open()

    def show_menu(self) -> None:
        """Open the menu beneath its button."""
        menu: QMenu = build_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.top_bar.menu_button
        corner = button.mapToGlobal(button.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self.banners)
        right.addWidget(self.body, 1)
        right.addWidget(self.footer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.open_page)
        self.sidebar.filter_chosen.connect(self.open_page)
        self.sidebar.lock_asked.connect(self.lock_asked)
        self.top_bar.menu_asked.connect(self.show_menu)
        self.top_bar.rail_asked.connect(self.toggle_rail)
        self.body.arranged.connect(self._offer_rail)
        self.files.emptied.connect(self._leave_files)
        self.files.rail_changed.connect(self._show_rail)
        self.files.current_changed.connect(self._file_in_front)
        self.action_table.changed.connect(self._show_keys)
        self.finder.page_asked.connect(self.open_page)

    def _go(self, section_id: str, key: str) -> None:
        if self._here not in {("", ""), (section_id, key)}:
            self._trail = [*self._trail[-49:], self._here]
        self._here = (section_id, key)
        page = self.files if section_id == FILES else self._pages[section_id]
        self.body.rail.hide()  # a page beside the rail of another would make the window grow
        self._stack.setCurrentWidget(page)
        self._light()
        self._show_rail()
        self._show_keys()
        self.store.set("frame.page", section_id if section_id != FILES else self._parent_of(key))
        self.page_changed.emit(self.place())

    def _light(self) -> None:
        section_id, key = self._here
        if section_id == FILES:
            self.sidebar.set_active(self._parent_of(key))
        else:
            section = self._sections[section_id]
            self.sidebar.set_active(section.parent if section.hidden else section_id)

    def _parent_of(self, key: str) -> str:
        return self._file_parents.get(key, "")

    @Slot(str)
    def _file_in_front(self, key: str) -> None:
        if self._here[0] == FILES:
            self._go(FILES, key)

    @Slot()
    def _leave_files(self) -> None:
        if self._here[0] == FILES:
            parent = self._parent_of(self._here[1])
            self._trail = [step for step in self._trail if step[0] != FILES]
            if parent in self._sections:
                self.open_page(parent)

    @Slot()
    def _show_rail(self) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, PagePanel):
            self.body.show_rail(page.rail(), page.rail_width(), stays=page.rail_stays())

    @Slot()
    def _offer_rail(self) -> None:
        self.top_bar.rail_button.setVisible(self.body.has_drawer)

    @Slot()
    def _show_keys(self) -> None:
        self.footer.keys.set_keys(self.action_table.footer(self.place()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.sidebar.set_narrow(narrow=self.width() < self.narrow_sidebar)
        self.body.arrange()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._watching:
            self._watching = True
            self._door.watch(self.window().windowHandle())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.body.drawer_open:
            self.body.toggle()
            return
        super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not all(page.may_leave() for page in (*self._pages.values(), self.files)):
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
