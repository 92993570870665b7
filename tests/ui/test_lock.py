"""Locking: what is on screen is gone at once, what was typed is kept, a clean process follows."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from app.queries.register.desk import drafts
from app.ui.events.event_page import PLACE, EventPage
from app.ui.lock import going_dark
from app.ui.lock.reasons import Reason
from app.ui.papers.preview import PreviewPanel
from app.ui.shell.messages import Problem
from app.ui.widgets.kit import Kit
from tests.factories.men import missing_man
from tests.metrics import record
from tests.registers import FOUNDER, Home
from tests.ui.frames import list_of, opened_file, settle, until
from tests.ui.programs import Started, started, visible


@pytest.fixture
def man(vault: Home) -> UUID:
    with vault.open() as register:
        return missing_man(register)


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, kit: Kit, own_settings: Path, vault: Home, man: UUID
) -> Iterator[Started]:
    made = started(qtbot, qapp, kit, own_settings)
    made.unlock(vault)
    yield made
    made.end()


def show_list(_: Started, __: UUID) -> None:
    """The list is what one comes to."""


def show_file(it: Started, man: UUID) -> None:
    opened_file(it.frame, it.qtbot, man)


def show_form(it: Started, man: UUID) -> None:
    it.frame.work.doors.events.open_record(man)  # type: ignore[union-attr]  # it hangs
    settle(it.qtbot, it.frame.work.tasks)


def show_dialog(it: Started, _: UUID) -> None:
    it.frame.work.messages.problem(Problem(lambda t: t.say("Nothing."), "", ""))


def show_popover(it: Started, _: UUID) -> None:
    page = list_of(it.frame)
    until(it.qtbot, lambda: page.man_rail.file is not None)
    page.man_rail.show_why()


def show_menu(it: Started, _: UUID) -> None:
    it.frame.window.show_menu()


def show_preview(it: Started, man: UUID) -> None:
    it.frame.work.doors.papers.open_preview([man])  # type: ignore[union-attr]  # it hangs
    settle(it.qtbot, it.frame.work.tasks)


def show_page(place: str, it: Started, _: UUID) -> None:
    it.frame.window.open_page(place)
    settle(it.qtbot, it.frame.work.tasks)


def show_search(it: Started, _: UUID) -> None:
    it.frame.window.finder.begin()
    it.frame.window.top_bar.search.setText("Aram")
    settle(it.qtbot, it.frame.work.tasks)


def show_keys(it: Started, _: UUID) -> None:
    it.frame.window.show_keys_sheet()


STATES: dict[str, Callable[[Started, UUID], None]] = {
    "list": show_list,
    "file": show_file,
    "form": show_form,
    "dialog": show_dialog,
    "popover": show_popover,
    "menu": show_menu,
    "preview": show_preview,
    "printer choice": show_preview,
    "import": partial(show_page, "imports"),
    "help": partial(show_page, "help"),
    "search": show_search,
    "keys": show_keys,
}


def test_in_each_of_twelve_states_nothing_stays_visible(
    program: Started,
    vault: Home,
    qtbot: QtBot,
    qapp: QApplication,
    kit: Kit,
    own_settings: Path,
    man: UUID,
) -> None:
    dark = []
    for number, (name, show) in enumerate(STATES.items()):
        it = program if number == 0 else started(qtbot, qapp, kit, own_settings)
        if number:
            it.unlock(vault)
        show(it, man)
        at_once: list[bool] = []
        lock = partial(_lock, it, at_once)
        if name == "printer choice":  # the question for a printer does not come back by itself
            page = it.frame.window.page("papers")
            assert isinstance(page, PreviewPanel)
            QTimer.singleShot(300, lock)
            page.print_now()
        else:
            lock()
        it.gone()
        if at_once == [True] and not visible() and QApplication.activePopupWidget() is None:
            dark.append(name)
        assert it.begun == [(vault.path, FOUNDER)]
        if number:
            it.end()
    record(
        "R-23",
        "window states in which nothing stayed visible",
        f"{len(dark)} of {len(STATES)}",
        target="12 of 12",
        holds=len(dark) == 12,
    )
    assert dark == list(STATES)


def test_a_question_for_a_file_ends_with_the_lock(program: Started, qtbot: QtBot) -> None:
    answers: list[str] = []

    def ask() -> None:
        answers.append(QFileDialog.getExistingDirectory(program.frame.window, "Choose"))

    at_once: list[bool] = []
    QTimer.singleShot(300, partial(_lock, program, at_once))
    ask()
    program.gone()
    assert at_once == [True]
    assert answers == [""]


def _lock(it: Started, at_once: list[bool]) -> None:
    """Lock, and note whether something was visible before and nothing is now."""
    before = bool(visible())
    it.program.lock()
    at_once.append(before and not visible())


def test_what_was_typed_is_kept_sealed_and_the_vault_is_free(
    program: Started, vault: Home, man: UUID
) -> None:
    show_form(program, man)
    form = program.frame.window.page(PLACE)
    assert isinstance(form, EventPage)
    form.keeper.touch()
    program.program.lock_for(Reason.SUSPEND)
    program.gone()
    with vault.open() as register:
        assert [form for form, _, _ in register.read(drafts)] == ["record_event"]


def test_a_form_that_cannot_be_read_does_not_keep_the_lock_open(
    program: Started, vault: Home, man: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    show_form(program, man)
    form = program.frame.window.page(PLACE)
    assert isinstance(form, EventPage)

    def broken() -> str:
        raise ValueError("half built")

    form.keeper.touch()
    monkeypatch.setattr(form.keeper, "_content", broken)
    monkeypatch.setattr(form.keeper, "keep_now", lambda: None)
    program.program.lock()
    program.gone()
    assert program.begun == [(vault.path, FOUNDER)]


def test_a_register_that_does_not_answer_is_locked_all_the_same(
    program: Started, vault: Home, man: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(going_dark, "PATIENCE_MS", 200)
    stuck = threading.Event()
    show_form(program, man)
    program.frame.work.tasks.write(lambda: stuck.wait(20), lambda _: None)
    program.program.lock()
    assert visible() == []
    program.gone()
    assert program.begun == [(vault.path, FOUNDER)]
    stuck.set()
