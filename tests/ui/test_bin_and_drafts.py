"""In the window: cases go into the bin and come back, entries are taken back, drafts found."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.queries.cases.bin import count_in_bin
from app.services.desk.desk import keep_draft
from app.ui.cases.bin_view import BinView
from app.ui.cases.history_card import HistoryCard
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.cases.saved_filters import IN_BIN
from app.ui.drafts.drafts_panel import FORMS, DraftsPanel
from app.ui.forms.form_page import FormPage
from app.ui.frame import Frame
from app.ui.office.history_part import HistoryPart
from app.ui.widgets.kit import Kit
from models.cases import CaseRead
from tests.factories.men import GOR, missing_man
from tests.registers import Home
from tests.services.test_who_sees_what import limit
from tests.ui.frames import framed, list_of, opened_file, settle, until


@pytest.fixture
def man(vault: Home) -> UUID:
    with vault.open() as register:
        missing_man(register, GOR)
        return missing_man(register)


@pytest.fixture
def frame(qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, man: UUID) -> Iterator[Frame]:
    with vault.open() as register, framed(qtbot, qapp, kit, register, vault) as made:
        yield made


def in_bin(frame: Frame) -> int:
    return frame.work.workspace.read(count_in_bin)


def give_reason(frame: Frame, words: str) -> None:
    [sheet] = frame.window.findChildren(ReasonSheet)
    sheet.given.emit(Given("", words))


def test_a_case_goes_into_the_bin_from_its_file_and_comes_back_by_undo(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    file = opened_file(frame, qtbot, man)
    file.put_into_bin()
    give_reason(frame, "entered twice")
    until(qtbot, lambda: in_bin(frame) == 1)
    until(qtbot, lambda: frame.files.front() is None)
    settle(qtbot, frame.work.tasks)
    assert frame.window.messages.undo_last()
    until(qtbot, lambda: in_bin(frame) == 0)


def test_the_bin_stands_among_the_saved_filters_and_gives_cases_back(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    page = list_of(frame)
    frame.files.put_into_bin([man])
    give_reason(frame, "entered twice")
    until(qtbot, lambda: in_bin(frame) == 1)
    settle(qtbot, frame.work.tasks)
    t = frame.work.kit.translator
    until(qtbot, lambda: IN_BIN in [row.key for row in page.desk.saved.rows(t)])
    frame.window.open_page("cases", IN_BIN)
    view = page.bin
    assert isinstance(view, BinView)
    until(qtbot, view.isVisible)
    settle(qtbot, frame.work.tasks)
    frame.window.open_page("cases")
    assert not view.isVisible()
    frame.window.open_page("cases", IN_BIN)
    view.restore(man)
    until(qtbot, lambda: in_bin(frame) == 0)


def test_an_entry_is_taken_back_from_the_history_of_the_register(
    frame: Frame, qtbot: QtBot, man: UUID
) -> None:
    frame.files.put_into_bin([man])
    give_reason(frame, "entered twice")
    until(qtbot, lambda: in_bin(frame) == 1)
    settle(qtbot, frame.work.tasks)
    part = HistoryPart(frame.work)
    qtbot.addWidget(part)
    part.arrive()
    until(qtbot, lambda: len(part.findChildren(HistoryCard)) > 2)
    newest = part.findChildren(HistoryCard)[0]
    newest.take_back()
    until(qtbot, lambda: in_bin(frame) == 0)
    settle(qtbot, frame.work.tasks)
    frame.undo.do_again()
    until(qtbot, lambda: in_bin(frame) == 1)
    settle(qtbot, frame.work.tasks)


def test_who_is_shown_a_limited_case_in_the_window_is_written_down(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, man: UUID
) -> None:
    with vault.open() as register:
        limit(register, man)
        with framed(qtbot, qapp, kit, register, vault) as frame:
            opened_file(frame, qtbot, man)
            settle(qtbot, frame.work.tasks)
    with vault.open() as register:
        seen = register.read(lambda r: r.session.scalars(select(CaseRead.case_id)).all())
        assert set(seen) == {man}


def test_a_draft_left_by_a_crash_is_told_of_and_listed_at_the_next_opening(
    qtbot: QtBot, qapp: QApplication, kit: Kit, vault: Home, man: UUID
) -> None:
    with vault.open() as register:
        register.write(lambda u: keep_draft(u, "record_event", str(man), "{}"))
        with framed(qtbot, qapp, kit, register, vault) as frame:
            frame.notices()
            until(qtbot, lambda: frame.window.messages.toast is not None)
            frame.window.open_page("drafts")
            page = frame.window.page("drafts")
            assert isinstance(page, DraftsPanel)
            counted: list[int] = []
            page.counted.connect(counted.append)
            page.read()
            until(qtbot, lambda: counted[-1:] == [1])
            page.throw_away("record_event", str(man))
            until(qtbot, lambda: counted[-1] == 0)


def test_every_form_of_the_window_keeps_its_draft_under_a_name_the_list_knows(
    frame: Frame,
) -> None:
    forms = []
    for section in frame.window.sections():
        page = frame.window.page(section.id)
        if isinstance(page, FormPage):
            forms.append(page)
            assert page.keeper.form in FORMS, page.keeper.form
            assert page.keeper.parent() is page
    kinds = {type(page) for page in forms}
    made = {kind for kind in _all_forms(FormPage) if not kind.__subclasses__()}
    assert kinds == made, "every form page hangs in the window and keeps drafts"


def _all_forms(kind: type[FormPage]) -> Iterator[type[FormPage]]:
    for one in kind.__subclasses__():
        yield one
        yield from _all_forms(one)
