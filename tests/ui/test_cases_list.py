"""The register in the window: rows from memory, keys alone, only what was touched read again."""

import threading
from collections.abc import Callable, Iterator
from typing import Any  # queries of any answer
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.i18n.translator import Translator
from app.services.cases.events import record_event
from app.shapes.case_list import CaseFilter
from app.shapes.requests.cases import NameForm
from app.shapes.requests.evidence import RecordEvent
from app.ui.cases import listing
from app.ui.cases.filter_parts import Field, from_json
from app.ui.cases.query_help import QueryHelp
from app.ui.frame import Frame
from app.ui.widgets.kit import Kit
from app.workspace import Workspace
from models.vocabulary.event_codes import EventCode
from models.vocabulary.status import Headline
from tests.factories.men import ARAM, GOR, day, missing_man, said
from tests.registers import Home
from tests.ui.frames import framed, list_of, settle, until

MEN = (
    ARAM,
    GOR,
    (NameForm("Լուսաձորյան", "Տիգրան", "Արամի"), NameForm("Lusadzoryan", "Tigran")),
    (NameForm("Ձյունասարյան", "Մհեր", "Գոռի"), NameForm("Dzyunasaryan", "Mher")),
)


@pytest.fixture
def men(vault: Home) -> list[UUID]:
    with vault.open() as register:
        return [missing_man(register, names) for names in MEN]


@pytest.fixture
def frame(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, men: list[UUID]
) -> Iterator[Frame]:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def capture(case_id: UUID) -> RecordEvent:
    return RecordEvent(
        (case_id,), EventCode.C11, day("2020-12-14"), said_by=(said("Comrade W-03"),)
    )


def seen(frame: Frame, at: int) -> str:
    row = list_of(frame).table.row_at(at)
    assert row is not None
    return row.name


def press(frame: Frame, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    window = frame.window.windowHandle()
    QTest.keyClick(window, key, modifier or Qt.KeyboardModifier.NoModifier)


def test_register_shows_every_man_from_memory(frame: Frame) -> None:
    page = list_of(frame)
    assert page.table.rows.rowCount() == len(MEN)
    assert {seen(frame, at).split()[0] for at in range(4)} == {forms[0].family for forms in MEN}


def test_rail_follows_the_man_in_hand(frame: Frame, qtbot: QtBot) -> None:
    page = list_of(frame)
    page.table.choose_row(2)
    row = page.table.row_at(2)
    assert row is not None
    until(
        qtbot, lambda: page.man_rail.file is not None and page.man_rail.file.case_id == row.case_id
    )


def test_keys_alone_lead_into_a_file_and_back(frame: Frame, qtbot: QtBot) -> None:
    page = list_of(frame)
    page.table.setFocus()
    press(frame, Qt.Key.Key_Down)
    row = page.table.man_in_hand()
    assert row is not None
    assert page.table.current_row() == 1
    press(frame, Qt.Key.Key_Return)
    until(qtbot, lambda: (f := frame.files.front()) is not None and f.file is not None)
    file = frame.files.front()
    assert file is not None
    assert file.case_id == row.case_id
    press(frame, Qt.Key.Key_2)
    assert file.tabs.current() == "identity"
    press(frame, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, frame.work.tasks)
    after = frame.files.front()
    below = page.table.row_at(2)
    assert after is not None
    assert below is not None
    assert after.case_id == below.case_id
    press(frame, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    press(frame, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert frame.window.here()[0] == "cases"


def test_sorting_by_the_head_keeps_the_man_in_hand(frame: Frame, qtbot: QtBot) -> None:
    page = list_of(frame)
    page.table.choose_row(0)
    before = page.table.man_in_hand()
    page.table.set_sorted("number", descending=True)
    page.table.sort_asked.emit("number", True)
    settle(qtbot, frame.work.tasks)
    assert page.table.man_in_hand() == before
    assert page.table.current_row() == len(MEN) - 1


def test_text_narrows_the_list_in_any_script(frame: Frame, qtbot: QtBot) -> None:
    page = list_of(frame)
    page.text.setText("карабер")
    page.text.textEdited.emit("карабер")
    until(qtbot, lambda: page.table.rows.rowCount() == 1)
    assert seen(frame, 0).startswith("Քարաբերդյան")


def test_every_part_of_a_filter_is_offered_and_can_be_taken_away(
    frame: Frame, qtbot: QtBot
) -> None:
    page = list_of(frame)
    page.show_filter(CaseFilter(headlines=(Headline.S22,), with_closed=False))
    settle(qtbot, frame.work.tasks)
    assert page.filters.chips() == (Field.HEADLINES, Field.OPEN_ONLY)
    assert page.table.rows.rowCount() == 0
    page.filters._chips[Field.HEADLINES].removed.emit()
    until(qtbot, lambda: page.table.rows.rowCount() == len(MEN))
    offered = [entry.text() for entry in page.filters.menu().actions() if entry.text()]
    assert {"Headline", "Alive", "Held", "Admitted", "Home", "My cases"} <= set(offered)


def test_saved_filter_is_counted_and_found_again(frame: Frame, qtbot: QtBot) -> None:
    page = list_of(frame)
    page.show_filter(CaseFilter(text="Գոռ"))
    page.desk.save("Gor")
    settle(qtbot, frame.work.tasks, 600)
    rows = {row.name: row.count for row in page.desk.saved.rows(page.kit.translator)}
    assert rows["Gor"] == 2  # one is called so, the other one's father was
    page.show_filter(CaseFilter())
    named = next(one for one in page.desk.saved.all() if one.name == "Gor")
    page.arrive(named.key)
    until(qtbot, lambda: page.table.rows.rowCount() == 2)


def test_a_save_reads_only_the_row_it_touched(
    frame: Frame, qtbot: QtBot, men: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = list_of(frame)
    before = [page.table.row_at(at) for at in range(4)]
    asked: list[str] = []
    for name in ("rows", "first_rows", "row_vector", "rows_of_cases"):
        monkeypatch.setattr(listing, name, _noting(getattr(listing, name), name, asked))
    frame.work.write(lambda uow: record_event(uow, capture(men[1])), lambda _: None)
    until(qtbot, lambda: any(page.table.row_at(at) is not before[at] for at in range(4)))
    settle(qtbot, frame.work.tasks)
    after = [page.table.row_at(at) for at in range(4)]
    changed = [at for at in range(4) if after[at] is not before[at]]
    assert [after[at].case_id for at in changed if after[at] is not None] == [men[1]]  # type: ignore[union-attr]  # looked at in the line itself
    assert asked == ["rows_of_cases"]


def _noting(real: Callable[..., Any], name: str, asked: list[str]) -> Callable[..., Any]:
    def noted(*args: Any, **more: Any) -> Any:
        asked.append(name)
        return real(*args, **more)

    return noted


def test_new_man_comes_into_the_open_list(frame: Frame, qtbot: QtBot) -> None:
    page = list_of(frame)
    kept = page.table.man_in_hand()
    threading.Thread(target=missing_man, args=(frame.work.workspace,)).start()
    until(qtbot, lambda: page.table.rows.rowCount() == len(MEN) + 1)
    assert page.table.man_in_hand() == kept


def test_no_query_runs_on_the_thread_of_the_window(
    qtbot: QtBot,
    qapp: QApplication,
    kit: Kit,
    vault: Home,
    men: list[UUID],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    where: list[threading.Thread] = []
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as frame:
        for name in ("read", "write"):
            real = getattr(Workspace, name)

            def noted(self: Workspace, work: Any, real: Any = real) -> Any:
                where.append(threading.current_thread())
                return real(self, work)

            monkeypatch.setattr(Workspace, name, noted)
        page = list_of(frame)
        page.show_filter(CaseFilter(text="ա"))
        page.table.choose_row(0)
        frame.files.open_case(men[0])
        settle(qtbot, frame.work.tasks)
        frame.undo.take_back()
        settle(qtbot, frame.work.tasks)
        frame.keep()
        settle(qtbot, frame.work.tasks)
    assert where
    assert threading.main_thread() not in where


def test_window_is_found_as_it_was_left(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, men: list[UUID]
) -> None:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as frame:
        page = list_of(frame)
        page.table.set_sorted("name", descending=True)
        page.table.toggle_column(2)
        page._keep_layout()
        page.show_filter(CaseFilter(text="ա", with_closed=False))
        for case_id in men[:2]:
            frame.files.open_case(case_id)
            settle(qtbot, frame.work.tasks)
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as frame:
        page = list_of(frame)
        assert page.table.sorted_by() == ("name", True)
        assert page.table.isColumnHidden(2)
        assert page.filter_now() == CaseFilter(text="ա", with_closed=False)
        assert frame.window.files.keys() == tuple(map(str, men[:2]))
        front = frame.files.front()
        assert front is not None
        assert front.case_id == men[1]


def test_cells_speak_the_language_of_the_moment(frame: Frame) -> None:
    page = list_of(frame)
    frame.window.speak(Translator.open("hy"))
    row = page.table.row_at(0)
    assert row is not None
    headline = next(one for one in page.table.columns if one.key == "headline").cell(row)
    assert headline.first == "Հաղորդվել է անհետացման մասին"
    frame.window.speak(Translator.open("en"))


def test_kept_filter_that_no_longer_makes_sense_is_passed_over(frame: Frame) -> None:
    today = frame.work.workspace.clock.today()
    kept = from_json({"headlines": ["S99", "S22"], "incident_id": "no id", "last_to": 5}, today)
    assert kept == CaseFilter(headlines=("S22",))


def test_empty_register_says_what_to_do(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home
) -> None:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as frame:
        said_there = [label.text() for label in list_of(frame).findChildren(QLabel)]
        assert "No case yet" in said_there
        assert list_of(frame)._body.currentIndex() == 2


def test_the_box_says_how_a_question_was_read_and_what_it_could_not_read(
    frame: Frame, qtbot: QtBot
) -> None:
    page = list_of(frame)
    assert not page.read_as.isVisible()
    page.text.setFocus()
    QTest.keyClicks(page.text, "-name:Lusadzoryan status:S10 sort:")
    until(qtbot, page.read_as.isVisible)
    assert "Lusadzoryan" in page.read_as.said.text()
    assert "Reported missing" in page.read_as.said.text()
    assert page.read_as.hints[0].isVisible()
    assert "sort:" in page.read_as.hints[0].said.text()
    assert not page.read_as.hints[1].isVisible()
    page.text.clear()
    QTest.keyClicks(page.text, "-name:Lusadzoryan")
    until(qtbot, lambda: page.table.rows.rowCount() == len(MEN) - 1)
    page.text.clear()
    page.text.textEdited.emit("")
    until(qtbot, lambda: page.table.rows.rowCount() == len(MEN))
    assert not page.read_as.isVisible()


def test_keys_and_values_are_offered_and_taken_by_the_keyboard(frame: Frame, qtbot: QtBot) -> None:
    page = list_of(frame)
    page.text.setFocus()
    QTest.keyClicks(page.text, "sta")
    assert not page.text.popup.isVisible()
    QTest.keyClick(page.text, Qt.Key.Key_Down)
    assert [row.first for row in page.text.popup.rows] == ["status:"]
    QTest.keyClick(page.text, Qt.Key.Key_Return)
    assert page.text.text() == "status:"
    assert "S10" in [row.first for row in page.text.popup.rows]
    QTest.keyClicks(page.text, "rep")
    assert page.text.popup.rows[0].first == "S10"
    QTest.keyClick(page.text, Qt.Key.Key_Tab)
    assert page.text.text() == "status:S10 "
    assert not page.text.popup.isVisible()
    until(qtbot, lambda: page.filter_now().text == "status:S10")


def test_a_saved_filter_keeps_the_question(frame: Frame, qtbot: QtBot) -> None:
    page = list_of(frame)
    page.show_filter(CaseFilter(text='name:Lusadzoryan OR "gor"'))
    page.desk.save("Two of them")
    kept = page.desk.saved.all()[-1]
    assert kept.wanted == CaseFilter(text='name:Lusadzoryan OR "gor"')
    assert from_json({"text": "gor"}, frame.work.workspace.clock.today()) == CaseFilter(text="gor")


def test_a_key_pressed_in_the_help_goes_into_the_box(frame: Frame, qtbot: QtBot) -> None:
    page = list_of(frame)
    page._head.open_query_help()
    sheet = page._head.text.window().findChild(QueryHelp)
    assert sheet is not None
    place = next(key for key in sheet.keys if key.property("word") == "place:")
    QTest.mouseClick(place, Qt.MouseButton.LeftButton)
    assert page.text.text() == "place:"
    assert page.text.hasFocus()
