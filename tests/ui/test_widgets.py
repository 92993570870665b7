"""The other widgets: grades by key position, places, tables, names for every focusable thing."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.i18n.translator import PSEUDO, Translator
from app.ui.widgets.buttons import Button, WithReason, icon_button, plain, primary
from app.ui.widgets.chips import FilterChip
from app.ui.widgets.contradiction import Account, ContradictionCard
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Field, TextArea
from app.ui.widgets.grade_picker import GradePicker
from app.ui.widgets.kit import Kit
from app.ui.widgets.name_edit import NameEdit, TypedName
from app.ui.widgets.partial_date_edit import PartialDateEdit
from app.ui.widgets.place_picker import ChosenPlace, PlaceAnswer, PlaceHit, PlacePicker
from app.ui.widgets.popover import Popover
from app.ui.widgets.states import ErrorSummary, ProgressCard
from app.ui.widgets.table_columns import Cell, Column, fit_widths
from app.ui.widgets.tabs import Segments, TabBar
from app.ui.widgets.timeline import EventCard, SourceLine, Span, Timeline, TimelineItem
from app.ui.widgets.toast import Toast
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.widgets.wrapped_link import WrappedLink
from models.vocabulary.people import Script
from models.vocabulary.places import PlacePrecision


def typed(widget: QWidget, key: int, text: str, scan_code: int = 0) -> None:
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(QEvent.Type.KeyPress, key, none, scan_code, 0, 0, text)
    QApplication.sendEvent(widget, event)


def test_grades_start_at_cannot_be_judged(qtbot: QtBot, kit: Kit) -> None:
    picker = GradePicker(kit)
    qtbot.addWidget(picker)
    assert picker.grade() == ("F", "6")


@pytest.mark.parametrize(
    ("key", "text", "scan"),
    [
        (Qt.Key.Key_B, "b", 0),
        (0x418, "и", 0),  # Russian layout: the key of B
        (0x418, "и", 56),  # the same, X11 scan code
        (0x532, "բ", 0),  # Armenian phonetic
        (0x532, "բ", 56),
    ],
)
def test_grade_letters_work_in_every_layout(
    qtbot: QtBot, kit: Kit, key: int, text: str, scan: int
) -> None:
    picker = GradePicker(kit)
    qtbot.addWidget(picker)
    typed(picker.source, int(key), text, scan)
    assert picker.grade() == ("B", "6")


def test_one_grade_never_fills_the_other(qtbot: QtBot, kit: Kit) -> None:
    picker = GradePicker(kit)
    qtbot.addWidget(picker)
    QTest.keyClick(picker.source, Qt.Key.Key_Up)
    assert picker.grade() == ("E", "6")
    QTest.keyClick(picker.information, Qt.Key.Key_2)
    assert picker.grade() == ("E", "2")


def test_a_place_is_found_in_any_spelling_and_late_answers_are_dropped(
    qtbot: QtBot, kit: Kit
) -> None:
    asked: list[tuple[str, PlaceAnswer]] = []
    picker = PlacePicker(kit, lambda text, answer: asked.append((text, answer)))
    qtbot.addWidget(picker)
    picker.show()
    qtbot.waitExposed(picker)
    picker.activateWindow()
    picker.field.setFocus()
    typed(picker.field, 0x425, "х")
    typed(picker.field, 0x426, "ц")
    qtbot.waitUntil(lambda: len(asked) == 1)
    typed(picker.field, 0x410, "а")
    qtbot.waitUntil(lambda: len(asked) == 2)
    asked[0][1]([PlaceHit("9", "late")])
    assert picker._popup.rows == ()
    asked[1][1]([PlaceHit("1", "Խծաբերդ", "Khtsaberd · Хцаберд", "village")])
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    value = picker.value()
    assert (value.key, value.name) == ("1", "Խծաբերդ")
    assert value.precision is PlacePrecision.SETTLEMENT


def test_a_place_nobody_knows_stays_as_words(qtbot: QtBot, kit: Kit) -> None:
    picker = PlacePicker(kit, _no_places)
    qtbot.addWidget(picker)
    QTest.keyClicks(picker.field, "the ravine below")
    assert picker.value() == ChosenPlace(said="the ravine below")


def test_a_name_is_entered_once_for_each_script(qtbot: QtBot, kit: Kit) -> None:
    edit = NameEdit(kit)
    qtbot.addWidget(edit)
    names = (
        TypedName(Script.ARMENIAN, "Լուսաձորյան", "Տիգրան", "Արամի"),
        TypedName(Script.LATIN, "Lusadzoryan", "Tigran"),
    )
    edit.set_names(names)
    assert edit.names() == names


def test_a_button_that_is_off_says_why(qtbot: QtBot, kit: Kit) -> None:
    held = WithReason(kit, plain(kit, "Issue"))
    qtbot.addWidget(held)
    held.refuse("needs a second person")
    assert not held.button.isEnabled()
    assert held.button.accessibleDescription() == "needs a second person"
    held.allow()
    assert held.button.isEnabled()


def test_a_button_grows_with_its_words(qtbot: QtBot, kit: Kit) -> None:
    button = primary(kit, lambda t: t.say("Create and open"))
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    kit.speak(Translator.open(PSEUDO))
    assert button.minimumSizeHint().width() > before


def test_a_chip_is_removed_by_delete(qtbot: QtBot, kit: Kit) -> None:
    chip = FilterChip(kit, "Incident")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.removed):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_a_refused_field_says_so_to_screen_readers_too(qtbot: QtBot, kit: Kit) -> None:
    line = LineEdit(kit, "Who says so")
    field = Field(kit, "Who says so", line)
    qtbot.addWidget(field)
    field.refuse("Say who told you.")
    assert line.accessibleDescription() == "Say who told you."
    field.accept()
    assert line.accessibleDescription() == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_the_button_in_hand_as_space_does(
    qtbot: QtBot, kit: Kit, key: Qt.Key
) -> None:
    button = plain(kit, lambda t: t.say("Print"))
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


def test_an_error_summary_leads_to_the_field(qtbot: QtBot, kit: Kit) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    line = LineEdit(kit, "Who")
    line.setParent(holder)
    summary = ErrorSummary(kit)
    summary.setParent(holder)
    holder.show()
    qtbot.waitExposed(holder)
    holder.activateWindow()
    summary.show_problems([("Say who told you.", line)])
    summary.findChildren(Button)[0].click()
    assert holder.focusWidget() is line


def test_a_long_problem_takes_two_lines_rather_than_losing_its_end(qtbot: QtBot, kit: Kit) -> None:
    summary = ErrorSummary(kit)
    qtbot.addWidget(summary)
    summary.show_problems([("Say who told you this, or choose “source unknown”. " * 3, summary)])
    link = summary.findChildren(WrappedLink)[0]
    one = link.sizeHint()
    assert link.heightForWidth(one.width()) == one.height()
    assert link.heightForWidth(one.width() // 2) > one.height()
    summary.resize(one.width() // 2, 400)
    summary.show()
    assert link.width() < one.width() // 2
    assert link.height() >= link.heightForWidth(link.width())


def test_a_combo_does_not_change_by_the_wheel_or_the_language(qtbot: QtBot, kit: Kit) -> None:
    combo = Combo(kit, "What")
    qtbot.addWidget(combo)
    combo.set_choices([(1, lambda t: t.say("Light")), (2, lambda t: t.say("Dark"))])
    combo.set_code(2)
    kit.speak(Translator.open("ru"))
    assert combo.code() == 2
    assert combo.currentText() == "Тёмный"


def test_a_toast_is_taken_back_once(qtbot: QtBot, kit: Kit) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    undone: list[int] = []
    toast = Toast(kit, "Saved.", undo=lambda: undone.append(1))
    toast.show_in(host)
    toast.take_back()
    assert undone == [1]


def test_a_popover_gives_the_focus_back(qtbot: QtBot, kit: Kit) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    opener = plain(kit, "Why?")
    opener.setParent(host)
    host.show()
    qtbot.waitExposed(host)
    host.activateWindow()
    popover = Popover(kit, "Why")
    popover.open_below(opener)
    assert host.focusWidget() is popover
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert host.focusWidget() is opener


def test_leave_open_stands_in_weight_and_both_accounts_are_equal(qtbot: QtBot, kit: Kit) -> None:
    source = SourceLine("doc", "Indictment", "C4")
    card = ContradictionCard(
        kit, "Two accounts", Account("a", "", source), Account("b", "", source)
    )
    qtbot.addWidget(card)
    chosen: list[int] = []
    card.preferred.connect(chosen.append)
    for button in card.buttons:
        button.click()
    assert chosen == [0, 1, 2]


def test_fit_widths_takes_from_what_gives_way_first() -> None:
    columns = [(100, 0, 0, False), (160, 100, 2, True), (120, 70, 1, False)]
    assert fit_widths(columns, 400) == [100, 180, 120]
    assert fit_widths(columns, 350) == [100, 160, 90]
    assert fit_widths(columns, 300) == [100, 130, 70]
    assert fit_widths(columns, 100) == [100, 100, 70]


@dataclass(frozen=True, slots=True)
class Man:
    number: str
    name: str


def columns() -> list[Column[Man]]:
    return [
        Column("number", lambda t: t.say("What happened"), lambda man: Cell(man.number, "HRD"), 90),
        Column("name", lambda t: t.say("What to do"), lambda man: Cell(man.name), 160, grows=True),
    ]


def test_a_million_rows_are_read_only_where_one_looks(qtbot: QtBot, kit: Kit) -> None:
    table = TwoLineTable(kit, "Cases", columns())
    qtbot.addWidget(table)
    asked: list[tuple[int, int]] = []

    def put(first: int, last: int) -> None:
        asked.append((first, last))
        table.rows.put(first, [Man(str(n), "Նմուշյան") for n in range(first, last + 1)])

    table.rows.wanted.connect(put)
    table.rows.set_count(1_000_000)
    table.resize(600, 500)
    table.show()
    qtbot.waitUntil(lambda: bool(asked))
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: asked[-1][1] == 999_999)
    table.grab()
    assert len(asked) <= 4
    assert len(table._delegate._cells) < 60


def test_a_row_is_chosen_ticked_and_opened_by_keys(qtbot: QtBot, kit: Kit) -> None:
    table = TwoLineTable(kit, "Cases", columns())
    qtbot.addWidget(table)
    table.rows.set_rows([Man("1", "a"), Man("2", "b")])
    table.choose_row(0)
    heard: list[int] = []
    table.row_opened.connect(heard.append)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert heard == [1]
    assert table.rows.ticked() == (1,)
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    assert table.rows.index(1, 0).data(role) == "2, HRD"


def test_columns_come_back_as_they_were_left(qtbot: QtBot, kit: Kit) -> None:
    table = TwoLineTable(kit, "Cases", columns())
    qtbot.addWidget(table)
    table.setColumnHidden(1, True)
    table.set_compact(True)
    state = table.layout_state()
    other = TwoLineTable(kit, "Cases", columns())
    qtbot.addWidget(other)
    other.restore_layout(state)
    assert other.isColumnHidden(1)
    assert other.row_height() == 32
    other.restore_layout({"order": ["gone"], "hidden": "x"})


def _no_places(_text: str, _answer: PlaceAnswer) -> None:
    """Find nothing."""


def everything(kit: Kit) -> list[QWidget]:
    item = TimelineItem("a", "3 Feb", Span.EXACT_DAY, "Denied")
    timeline = Timeline(kit)
    timeline.show_items([item])
    source = SourceLine("doc", lambda t: t.say("Close"), "C4")
    account = Account(lambda t: t.say("Close"), "", source)
    words: Callable[[Translator], str] = lambda t: t.say("Close")  # noqa: E731
    return [
        GradePicker(kit),
        PartialDateEdit(kit, words),
        PlacePicker(kit, _no_places),
        NameEdit(kit),
        TwoLineTable(kit, words, columns()),
        timeline,
        ContradictionCard(kit, words, account, account),
        ProgressCard(kit, words),
        TabBar(kit, [("a", words)]),
        Segments(kit, [("a", words)]),
        TextArea(kit, words, most=200),
        icon_button(kit, "columns", words),
        FilterChip(kit, words),
        Toast(kit, words, undo=lambda: None),
    ]


def test_everything_one_can_reach_has_a_name(qtbot: QtBot, kit: Kit) -> None:
    for widget in everything(kit):
        qtbot.addWidget(widget)
        for one in (widget, *widget.findChildren(QWidget)):
            inside = one.objectName().startswith("qt_") or one.parent() in _fields(widget)
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus and not inside:
                assert one.accessibleName(), f"{type(widget).__name__}: {type(one).__name__}"


def _fields(widget: QWidget) -> list[QWidget]:
    """Editors whose inner parts are Qt's own."""
    kinds = (Combo, TwoLineTable)
    return [one for one in (widget, *widget.findChildren(QWidget)) if isinstance(one, kinds)]


def test_an_event_card_opens_by_enter(qtbot: QtBot, kit: Kit) -> None:
    card = EventCard(kit, TimelineItem("a", "3 Feb", Span.EXACT_DAY, "Denied"))
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.opened):
        QTest.keyClick(card, Qt.Key.Key_Return)
