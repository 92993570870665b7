"""Lists in the window: rows decided by keys alone, answers to many at once, a draft kept."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.queries.lists.pages import list_page
from app.shapes.lists import Proposal
from app.shapes.requests.lists import TypedRow
from app.ui.frame import Frame
from app.ui.lists.bench_page import BenchPanel
from app.ui.lists.change_form import ChangeListForm
from app.ui.lists.columns_sheet import ColumnsSheet
from app.ui.lists.compare_page import ComparePanel
from app.ui.lists.door import ListsDoor
from app.ui.lists.intake_draft import IntakeDraft, Way
from app.ui.lists.intake_form import IntakeForm
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.lists import ColumnMeaning, ListType, Reply, RowState
from tests.factories.lists import man, rows_of, taken, typed
from tests.factories.men import day
from tests.registers import Home
from tests.ui.frames import framed, settle, until

ROWS = """ФИО\tГод рождения
Лусадзорян Тигран Арамович\t2001
Карабердян Гор\t
Хцабердян Ваге\t1999
Всего 3\t
"""


@pytest.fixture
def register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as opened:
        man(opened, "Լուսաձորյան", "Տիգրան", "Արամի", "2001-04-12")
        man(opened, "Քարաբերդյան", "Գոռ", "Վահեի", "2000-01-01")
        man(opened, "Քարաբերդյան", "Գոռ", "Արայի", "1998-01-01")
        yield opened


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, register: Workspace
) -> Iterator[Frame]:
    with framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def door_of(frame: Frame) -> ListsDoor:
    door = frame.work.doors.lists
    assert isinstance(door, ListsDoor)
    return door


def bench_of(frame: Frame, qtbot: QtBot, list_id: UUID) -> BenchPanel:
    """Open a list and wait until it is known whom its rows may mean."""
    door_of(frame).open_list(list_id)
    panel = door_of(frame).front()
    assert panel is not None
    until(qtbot, lambda: panel.page is not None and not panel.matcher.looking)
    settle(qtbot, frame.work.tasks)
    panel.table.setFocus()
    return panel


def press(
    frame: Frame, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(frame.window.windowHandle(), key, held)


def test_one_key_a_row_decides_a_list_and_goes_on_to_the_next_that_is_open(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    list_id = taken(register, ROWS, ListType.MANIFEST).list_id
    panel = bench_of(frame, qtbot, list_id)
    press(frame, Qt.Key.Key_Return)
    assert panel.table.open_row() == 1  # the eye need not wait for what is being kept
    press(frame, Qt.Key.Key_Return)
    assert panel.table.open_row() == 1  # two men bear the name: Enter alone ties the row to none
    press(frame, Qt.Key.Key_Right)
    press(frame, Qt.Key.Key_Return)
    press(frame, Qt.Key.Key_X)
    press(frame, Qt.Key.Key_Return)
    settle(qtbot, frame.work.tasks)
    states = [row.state for row in rows_of(register, list_id)]
    assert states == [
        RowState.ACCEPTED,
        RowState.ACCEPTED,
        RowState.NO_MATCH,
        RowState.NOT_A_MAN,
    ]
    press(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: rows_of(register, list_id)[3].state is RowState.OPEN)


def test_a_row_that_was_typed_wrongly_is_corrected_until_somebody_decides(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    list_id = typed(
        register,
        TypedRow("Карабердян Гор", birth=day("2000-01-01"), place="Нмуш", row_id="1"),
        TypedRow("Нмушян Ваге", row_id="2"),
    )
    panel = bench_of(frame, qtbot, list_id)
    press(frame, Qt.Key.Key_A)
    panel.typing.fields["name"].setText("half a na")
    panel.table.setFocus()
    press(frame, Qt.Key.Key_E)
    assert panel.typing.fields["birth"].text() == "2000-01-01"
    panel.typing.fields["name"].setText("Карабердян Гор Вагеевич")
    press(frame, Qt.Key.Key_Return)
    settle(qtbot, frame.work.tasks)
    row = rows_of(register, list_id)[0]
    assert (row.name, row.birth.edtf, row.place) == (
        "Карабердян Гор Вагеевич",
        "2000-01-01",
        "Нмуш",
    )
    assert panel.typing.fields["name"].text() == "half a na"
    assert panel.table.open_row() == 0
    bench = panel.in_hand()
    assert bench is not None
    assert bench.proposal is Proposal.PROPOSED  # asked anew; before, two men bore the name
    press(frame, Qt.Key.Key_X)
    settle(qtbot, frame.work.tasks)
    panel.table.choose_row(0)
    press(frame, Qt.Key.Key_E)
    assert not panel.typing.isVisible()


def test_a_man_who_is_not_meant_is_proposed_no_more(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    list_id = taken(register, ROWS, ListType.MANIFEST).list_id
    panel = bench_of(frame, qtbot, list_id)
    press(frame, Qt.Key.Key_N)
    settle(qtbot, frame.work.tasks)
    bench = panel.in_hand()
    assert bench is not None
    assert (bench.row.row_no, bench.is_open, bench.candidate) == (1, True, None)


def test_one_answer_is_kept_for_all_ticked_rows_and_said_beforehand(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    list_id = taken(register, ROWS, ListType.ACKNOWLEDGED).list_id
    panel = bench_of(frame, qtbot, list_id)
    press(frame, Qt.Key.Key_Return)
    settle(qtbot, frame.work.tasks)
    panel.table.choose_row(0)
    press(frame, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    page = panel.page
    assert page is not None
    rows = tuple(bench.row for bench in panel.ticked())
    assert [row.row_no for row in rows] == [1, 2]
    sheet = door_of(frame).reply(page, rows, panel)
    sheet.reply.set_code(Reply.NOT_IDENTIFIED)
    assert "is recorded for 1 man" in sheet.told.text()
    assert "1 row is tied to nobody" in sheet.told.text()
    sheet.replied.set_text("01.02.2021")
    sheet.give()
    settle(qtbot, frame.work.tasks)
    kept = rows_of(register, list_id)
    assert [row.reply for row in kept[:3]] == [Reply.NOT_IDENTIFIED, Reply.NOT_IDENTIFIED, None]
    assert kept[0].reply_event_id is not None
    assert kept[1].reply_event_id is None


def test_a_list_half_described_is_kept_as_a_draft_and_comes_in_word_for_word(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    door_of(frame).take_in()
    form = frame.window.page("list_intake")
    assert isinstance(form, IntakeForm)
    settle(qtbot, frame.work.tasks)
    form.rows_part.way.choose(Way.PASTE.value)
    form.rows_part.pasted.set_text(ROWS)
    until(qtbot, lambda: form.rows_part.rows() is not None)
    assert [row.name for _, row in form.rows_part.preview.odd] == ["Всего 3"]
    form.save()
    assert form.summary.isVisible()  # it has no title, and nobody made it
    form.fields.named.setText("Seen by the peacekeepers")
    form.cancel()
    settle(qtbot, frame.work.tasks)
    door_of(frame).take_in()
    settle(qtbot, frame.work.tasks)
    assert form.fields.named.text() == ""
    form.banner.take_button.click()
    until(qtbot, lambda: form.rows_part.rows() is not None)
    assert form.fields.named.text() == "Seen by the peacekeepers"
    form.fields.picker.start_new()
    form.fields.picker.title.setText("The peacekeepers")
    form.save()
    until(qtbot, lambda: door_of(frame).front() is not None)
    panel = door_of(frame).front()
    assert panel is not None
    until(qtbot, lambda: panel.page is not None)
    assert panel.page is not None
    assert [row.cells[0] for row in panel.page.rows] == [
        line.split("\t")[0] for line in ROWS.splitlines()[1:]
    ]


def test_two_versions_are_shown_side_by_side(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    first = taken(register, ROWS, ListType.TRACING)
    later = ROWS.replace("Хцабердян Ваге\t1999\n", "Новый Пётр\t1990\n")
    taken(register, later, ListType.TRACING, list_id=first.list_id)
    bench_of(frame, qtbot, first.list_id).compare()
    page = frame.window.page("compare_lists")
    assert isinstance(page, ComparePanel)
    until(qtbot, lambda: page.difference is not None)
    assert page.difference is not None
    assert [row.name for row in page.difference.only_a] == ["Хцабердян Ваге"]
    assert [row.name for row in page.difference.only_b] == ["Новый Пётр"]


def test_a_draft_says_what_it_lacks() -> None:
    day = date(2021, 3, 10)
    assert [field for field, _ in IntakeDraft().problems(day)] == ["title", "source"]
    assert [field for field, _ in IntakeDraft(is_next=True, dated="x").problems(day)] == ["dated"]
    assert IntakeDraft(way=Way.TYPE).rows_problems(None) == []
    assert IntakeDraft().rows_problems(None)


def test_what_was_said_wrongly_of_a_list_is_mended_on_its_page_and_taken_back(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    list_id = taken(register, ROWS, ListType.MANIFEST).list_id
    panel = bench_of(frame, qtbot, list_id)
    press(frame, Qt.Key.Key_D)
    form = frame.window.page("list_change")
    assert isinstance(form, ChangeListForm)
    settle(qtbot, frame.work.tasks)
    assert form.fields.named.text() == "A list"
    assert form.fields.dated.text() == "20.01.2021"
    form.fields.recipient.setText("The commission")
    form.fields.dated.set_text("19 January 2021")
    form.version_remark.set_text("The stamp bears the 19th.")
    form.save()
    until(qtbot, lambda: door_of(frame).front() is panel and form.intention is None)
    settle(qtbot, frame.work.tasks)
    page = register.read(lambda reader: list_page(reader, list_id))
    assert (page.list.recipient, page.version.dated.edtf) == ("The commission", "2021-01-19")
    until(qtbot, lambda: panel.head.remarks.text() == "The stamp bears the 19th.")
    press(frame, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: panel.page is not None and panel.page.list.recipient == "")


def test_columns_that_were_read_wrongly_are_read_anew_on_the_page_of_the_list(
    frame: Frame, qtbot: QtBot, register: Workspace
) -> None:
    list_id = taken(register, "Արամ;Նմուշյան;12\nԳոռ;Քարաբերդյան;7").list_id
    panel = bench_of(frame, qtbot, list_id)
    menu = QMenu()
    assert panel.page is not None
    door_of(frame).fill_menu(menu, panel.page)
    next(one for one in menu.actions() if one.text() == "What the columns hold").trigger()
    sheet = QApplication.activeModalWidget()
    assert isinstance(sheet, ColumnsSheet)
    meanings = (ColumnMeaning.NOTHING, ColumnMeaning.NOTHING, ColumnMeaning.DOCUMENT)
    for combo, meaning in zip(sheet.grid.combos, meanings, strict=True):
        combo.set_code(meaning)
    sheet.give()
    until(qtbot, lambda: bool(sheet.refused.text()))  # a list names somebody
    sheet.grid.combos[0].set_code(ColumnMeaning.GIVEN)
    sheet.grid.combos[1].set_code(ColumnMeaning.FAMILY)
    sheet.give()
    until(qtbot, lambda: rows_of(register, list_id)[1].family == "Քարաբերդյան")
    settle(qtbot, frame.work.tasks)
    assert rows_of(register, list_id)[0].name == "Նմուշյան Արամ"
