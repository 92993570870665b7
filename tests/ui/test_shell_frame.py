"""The frame: pages, files, keys in every layout, languages live, messages that stay calm."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.errors import WrongKey
from app.i18n.translator import PSEUDO, Translator
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.frame_actions import LANGUAGE_NAMES, build_menu
from app.ui.shell.key_sheet import KeySheet
from app.ui.shell.messages import Problem, details_of
from app.ui.shell.page import PagePanel, Section
from app.ui.shell.sidebar import SavedFilter
from app.ui.shell.state_store import MemoryStore
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.ui.widgets.toast import Toast


class CasesPage(PagePanel):
    """A page with a field and a rail."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.field = QLineEdit()
        self.field.setAccessibleName("field")
        self.side = QWidget()
        self.got: list[object] = []
        self.languages: list[str] = []
        column = QVBoxLayout(self)
        column.addWidget(Label(kit, lambda t: t.say("What happened"), "X"))
        column.addWidget(self.field)

    def rail(self) -> QWidget | None:
        return self.side

    def arrive(self, argument: object) -> None:
        self.got.append(argument)

    def retranslate(self, translator: Translator) -> None:
        self.languages.append(translator.lang)


def section(
    key: str, kit: Kit, order: int, make: Callable[[Kit], PagePanel] = CasesPage
) -> Section:
    return Section(key, lambda t: t.say("Search"), "search", lambda: make(kit), order)


@pytest.fixture
def window(qtbot: QtBot, kit: Kit) -> MainWindow:
    made = MainWindow(kit)
    qtbot.addWidget(made)
    made.add_section(section("cases", kit, 10))
    made.add_section(section("incidents", kit, 20))
    made.open_page("cases")
    made.show()
    qtbot.waitExposed(made)
    return made


def send(
    window: MainWindow, key: int, text: str = "", *, control: bool = False, scan_code: int = 0
) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, scan_code, 0, 0, text)
    QCoreApplication.sendEvent(window.windowHandle(), event)


LETTER_E = [
    (int(Qt.Key.Key_E), "e", 0),
    (0x423, "у", 0),
    (0x423, "у", 26),
    (0x535, "ե", 0),
    (0x535, "ե", 26),
    (0x537, "է", 26),
]


@pytest.mark.parametrize(("key", "text", "scan"), LETTER_E)
def test_a_single_letter_acts_in_every_layout(
    window: MainWindow, key: int, text: str, scan: int
) -> None:
    run: list[int] = []
    window.action_table.add(
        Action("event", lambda t: t.say("What happened"), "E", place="cases"), lambda: run.append(1)
    )
    send(window, key, text, scan_code=scan)
    assert run == [1]


@pytest.mark.parametrize(("key", "text", "scan"), LETTER_E)
def test_a_single_letter_never_acts_while_one_types(
    qtbot: QtBot, window: MainWindow, key: int, text: str, scan: int
) -> None:
    run: list[int] = []
    window.action_table.add(Action("event", "Record", "E", place="cases"), lambda: run.append(1))
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.field.setFocus()
    send(window, key, text, scan_code=scan)
    assert run == []


@pytest.mark.parametrize(
    ("key", "text", "scan"),
    [(int(Qt.Key.Key_N), "n", 0), (0x422, "т", 57), (0x546, "ն", 57), (0x422, "т", 0)],
)
def test_shortcuts_work_in_every_layout_and_while_one_types(
    qtbot: QtBot, window: MainWindow, key: int, text: str, scan: int
) -> None:
    run: list[int] = []
    window.action_table.add(Action("new", "New", "Ctrl+N", place="cases"), lambda: run.append(1))
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    with qtbot.waitActive(window):
        window.activateWindow()
    page.field.setFocus()
    send(window, key, text, control=True, scan_code=scan)
    assert run == [1]


def test_an_action_of_another_page_does_not_act(window: MainWindow) -> None:
    run: list[int] = []
    window.action_table.add(Action("x", "X", "W", place="incidents"), lambda: run.append(1))
    send(window, Qt.Key.Key_W, "w")
    window.open_page("incidents")
    send(window, Qt.Key.Key_W, "w")
    assert run == [1]


def test_every_action_is_on_the_sheet_and_in_the_search(
    qtbot: QtBot, window: MainWindow, kit: Kit
) -> None:
    window.action_table.add(Action("x", "Count the boats", "B", place="cases"), print)
    sheet = KeySheet(kit, window.action_table, "cases", window)
    qtbot.addWidget(sheet)
    said = {one.text() for one in sheet.findChildren(QLabel)}
    assert {"Count the boats", "Lock", "Search"} <= said
    assert [hit.first for hit in window.finder._commands("boats")] == ["Count the boats"]


def test_the_search_leads_to_a_section_by_its_name(
    qtbot: QtBot, window: MainWindow, kit: Kit
) -> None:
    window.add_section(
        Section("handovers", lambda t: t.say("Handovers"), "handovers", lambda: CasesPage(kit))
    )
    window.finder.begin()
    QTest.keyClicks(window.top_bar.search, "handovers")
    qtbot.waitUntil(lambda: bool(window.finder._hits))
    QTest.keyClick(window.top_bar.search, Qt.Key.Key_Return)
    assert window.here()[0] == "handovers"
    window.sidebar.show_section("handovers", visible=False)
    assert window.finder._pages("handovers") == ([], [])


def test_the_search_offers_no_command_of_a_page_that_is_not_in_front(window: MainWindow) -> None:
    window.open_page("cases")
    window.action_table.add(Action("x", "Withdraw it", place="incidents"), print)
    assert window.finder._commands("withdraw") == []
    window.open_page("incidents")
    assert [hit.first for hit in window.finder._commands("withdraw")] == ["Withdraw it"]


def test_the_footer_shows_at_most_seven_keys(window: MainWindow) -> None:
    for letter in "ABCDEFGHIJ":
        window.action_table.add(Action(letter, letter, letter, place="cases"), print)
    keys = window.footer.keys._keys
    assert len(keys) == 7
    assert keys[-1][0] == "Ctrl+/"


def test_only_sections_that_exist_are_in_the_sidebar(window: MainWindow, kit: Kit) -> None:
    entries = set(window.sidebar._entries)
    assert entries == {"cases", "incidents"}
    window.add_section(Section("form", "Form", "edit", lambda: CasesPage(kit), hidden=True))
    assert set(window.sidebar._entries) == entries


def test_a_hidden_page_lights_its_parent(window: MainWindow, kit: Kit) -> None:
    form = Section("form", "Form", "edit", lambda: CasesPage(kit), hidden=True, parent="cases")
    window.add_section(form)
    window.open_page("incidents")
    window.open_page("form")
    assert window.sidebar._entries["cases"].isChecked()


def test_back_goes_where_one_came_from(window: MainWindow, kit: Kit) -> None:
    window.open_page("incidents", "argument")
    page = window.page("incidents")
    assert isinstance(page, CasesPage)
    assert page.got == ["argument"]
    window.open_file("1", "00123", lambda: CasesPage(kit), parent="cases")
    assert window.here() == ("files", "1")
    window.back()
    assert window.here() == ("incidents", "")
    window.back()
    assert window.here() == ("cases", "")


def test_files_go_round_and_close(window: MainWindow, kit: Kit) -> None:
    for key in "123":
        window.open_file(key, key, lambda: CasesPage(kit), parent="cases")
    window.files.step(1)
    assert window.files.current_key() == "1"
    window.files.step(-1)
    assert window.files.current_key() == "3"
    for _ in range(3):
        window.files.close_current()
    assert window.files.keys() == ()
    assert window.here() == ("cases", "")


def test_twenty_open_files_share_the_row_and_the_window_does_not_grow(
    qtbot: QtBot, window: MainWindow, kit: Kit
) -> None:
    window.resize(1000, 600)
    for number in range(20):
        words = f"{number:05} a long title of a file"
        window.open_file(str(number), words, lambda: CasesPage(kit), parent="cases")
    qtbot.wait(20)
    assert window.width() == 1000
    row = window.files._row
    shown = [tab for tab in window.files._tabs.values() if tab.isVisible()]
    assert window.files._tabs["19"] in shown
    assert row.more.isVisible()
    assert all(tab.geometry().right() < row.more.x() for tab in shown)
    row.chosen.emit("0")
    assert window.files.current_key() == "0"
    assert window.files._tabs["0"].isVisible()
    assert [key for key, tab in window.files._tabs.items() if tab.isChecked()] == ["0"]


def test_a_narrow_window_offers_what_lies_in_the_drawer(qtbot: QtBot, window: MainWindow) -> None:
    assert not window.top_bar.rail_button.isVisible()
    window.resize(1000, 700)
    qtbot.waitUntil(window.top_bar.rail_button.isVisible)
    window.top_bar.rail_button.click()
    assert window.body.rail_shown


def test_the_rail_is_a_drawer_in_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    assert window.body.rail_shown
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: not window.body.rail_shown)
    assert window.sidebar.width() == 52
    window.toggle_rail()
    assert window.body.rail_shown
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: window.sidebar.width() == 200)
    assert window.body.rail_shown


def test_saved_filters_stand_under_the_active_section(window: MainWindow) -> None:
    window.sidebar.set_filters("cases", [SavedFilter("a", "Mine", 41)])
    row = window.sidebar._filters["cases"][0][1]
    assert row.isVisibleTo(window.sidebar)
    window.open_page("incidents")
    assert not row.isVisibleTo(window.sidebar)


def test_the_window_remembers_through_its_store(qtbot: QtBot, kit: Kit) -> None:
    store = MemoryStore()
    made = MainWindow(kit, store=store)
    qtbot.addWidget(made)
    made.add_section(section("cases", kit, 10))
    made.open_page("cases")
    assert store.get("frame.page") == "cases"


def test_a_person_finds_the_look_they_left(qtbot: QtBot, kit: Kit) -> None:
    store = MemoryStore()
    store.set("frame.look", "dark")
    store.set("frame.points", 12.0)
    made = MainWindow(kit, store=store)
    qtbot.addWidget(made)
    assert kit.theme.is_dark
    assert kit.theme.type.points == 12.0
    made.action_table.run("frame.larger")
    assert kit.theme.type.points == 14.0
    assert store.get("frame.points") == 14.0


def texts(widget: QWidget) -> list[str]:
    found = [one.text() for one in widget.findChildren(QLabel)]
    found += [one.text() for one in widget.findChildren(QAbstractButton)]
    found += [one.placeholderText() for one in widget.findChildren(QLineEdit)]
    found += [one.accessibleName() for one in widget.findChildren(QWidget)]
    found += [one.toolTip() for one in widget.findChildren(QWidget)]
    return [text for text in found if text.strip(" ·–")]


NOT_TRANSLATED = {"Homeward", "field", "SAMPLE", "00123", *LANGUAGE_NAMES.values()}


def test_changing_the_language_leaves_no_word_behind(window: MainWindow, kit: Kit) -> None:
    window.open_file("1", "00123", lambda: CasesPage(kit), parent="cases")
    window.messages.done(lambda t: t.say("What happened"), undo=print)
    window.top_bar.set_saved(lambda t: t.say("Saved at {time}", time="14:03"))
    window.speak(Translator.open(PSEUDO))
    left = {
        text
        for text in texts(window)
        if "«" not in text and text not in NOT_TRANSLATED and not text.startswith("Ctrl+")
    }
    assert left == set()
    page = window.page("cases")
    assert isinstance(page, CasesPage)
    assert page.languages == [PSEUDO]
    menu = build_menu(window)
    said = [entry.text() for entry in menu.actions() if entry.text()]
    assert said
    assert all("«" in text for text in said)


def test_everything_of_the_frame_one_can_reach_has_a_name(window: MainWindow) -> None:
    for one in window.findChildren(QWidget):
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert one.accessibleName(), type(one).__name__


def test_toast_undo_by_key(window: MainWindow) -> None:
    undone: list[int] = []
    window.messages.done("Saved.", undo=lambda: undone.append(1))
    assert isinstance(window.messages.toast, Toast)
    send(window, Qt.Key.Key_Z, control=True)
    assert undone == [1]


def raised(error: Exception) -> Exception:
    """Give an error the trace of having been raised here."""

    def fail() -> None:
        raise error

    try:
        fail()
    except Exception as caught:  # noqa: BLE001  any error is caught to be looked at
        return caught
    return error


def test_an_error_is_told_calmly_and_copies_no_personal_data(
    qtbot: QtBot, window: MainWindow
) -> None:
    secret = "Լուսաձորյան Տիգրան"
    window.messages.failed(raised(ValueError(secret)))
    panel = window.messages.panel
    assert panel is not None
    shown = " ".join(texts(panel))
    assert secret not in shown
    assert "Traceback" not in shown
    panel.copy_details()
    copied = QGuiApplication.clipboard().text()
    assert secret not in copied
    assert "ValueError" in copied
    assert "test_shell_frame.py" in copied
    panel.reject()


def test_a_coded_error_is_told_in_its_own_words(window: MainWindow) -> None:
    window.messages.failed(WrongKey())
    panel = window.messages.panel
    assert panel is not None
    assert "passphrase" in " ".join(texts(panel))
    panel.reject()
    window.messages.explain("wrong_key", lambda _: Problem("a", "b", "c"))
    assert window.messages.problem_of(WrongKey()).happened == "a"


def test_details_name_places_in_the_program_only() -> None:
    details = details_of(raised(WrongKey()))
    assert "wrong_key" in details
    assert "/work" not in details
