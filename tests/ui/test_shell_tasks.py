"""The lanes: nothing is lost, the window stays alive, cancel works."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.ui.shell.tasks import Job, Tasks


class Panel(QObject):
    """A panel that remembers what it was told."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    def take(self, value: object) -> None:
        self.heard.append(value)


def test_no_result_is_lost(qtbot: QtBot, tasks: Tasks) -> None:
    panel = Panel()
    for number in range(500):
        tasks.read(lambda number=number: number, panel.take)  # type: ignore[misc]  # bound early
    qtbot.waitUntil(lambda: len(panel.heard) == 500, timeout=10_000)
    assert sorted(map(int, map(str, panel.heard))) == list(range(500))
    assert tasks.busy == 0


def test_answers_come_back_on_the_ui_thread(qtbot: QtBot, tasks: Tasks) -> None:
    places: list[tuple[int, int]] = []

    def done(worker: int) -> None:
        places.append((worker, threading.get_ident()))

    tasks.read(threading.get_ident, done)
    qtbot.waitUntil(lambda: bool(places))
    worker, here = places[0]
    assert here == threading.get_ident()
    assert worker != here


def test_writes_keep_their_order(qtbot: QtBot, tasks: Tasks) -> None:
    written: list[int] = []
    done: list[None] = []
    for number in range(60):
        tasks.write(lambda number=number: written.append(number), done.append)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(done) == 60)
    assert written == list(range(60))


def test_an_error_reaches_who_asked(qtbot: QtBot, tasks: Tasks) -> None:
    panel = Panel()

    def fail() -> None:
        raise ValueError("x")

    tasks.read(fail, panel.take, panel.take)
    qtbot.waitUntil(lambda: bool(panel.heard))
    assert isinstance(panel.heard[0], ValueError)


def test_an_error_nobody_asked_about_is_still_told(qtbot: QtBot, tasks: Tasks) -> None:
    def fail() -> None:
        raise ValueError("x")

    with qtbot.waitSignal(tasks.unanswered) as heard:
        tasks.read(fail, print)
    assert isinstance(heard.args[0], ValueError)


def test_cancel_really_stops_the_work(qtbot: QtBot, tasks: Tasks) -> None:
    began, told = threading.Event(), []
    panel = Panel()

    def work(job: Job) -> str:
        began.set()
        while True:
            job.check()

    ticket = tasks.background(work, panel.take, cancelled=lambda: told.append("stopped"))
    assert began.wait(5)
    ticket.cancel()
    qtbot.waitUntil(lambda: told == ["stopped"])
    assert panel.heard == []
    assert not ticket.running


def test_work_cancelled_before_it_began_never_runs(qtbot: QtBot, tasks: Tasks) -> None:
    gate, ran, told = threading.Event(), [], []
    tasks.background(lambda _: gate.wait(5), print)
    second = tasks.background(
        lambda _: ran.append(1), print, cancelled=lambda: told.append("stopped")
    )
    second.cancel()
    gate.set()
    qtbot.waitUntil(lambda: told == ["stopped"])
    assert ran == []


def test_the_last_progress_is_told_before_the_answer(qtbot: QtBot, tasks: Tasks) -> None:
    heard: list[object] = []

    def work(job: Job) -> str:
        for number in range(1000):
            job.report(number)
        return "done"

    tasks.background(work, heard.append, progressed=heard.append)
    qtbot.waitUntil(lambda: "done" in heard)
    assert heard[-1] == "done"
    numbers = [one for one in heard if isinstance(one, int)]
    assert numbers == sorted(numbers)
    assert len(numbers) < 1000


def test_a_panel_that_is_gone_is_not_called(qtbot: QtBot, tasks: Tasks) -> None:
    gate = threading.Event()
    panel = Panel()
    heard = panel.heard
    tasks.read(lambda: gate.wait(5), panel.take)
    del panel
    gc.collect()
    gate.set()
    qtbot.waitUntil(lambda: tasks.busy == 0)
    assert heard == []


def test_closing_stops_what_runs(qtbot: QtBot) -> None:
    lanes = Tasks()
    began = threading.Event()

    def work(job: Job) -> None:
        began.set()
        while not job.cancelled:
            pass

    lanes.background(work, print)
    assert began.wait(5)
    assert lanes.close(5000)


@pytest.mark.parametrize("count", [300])
def test_many_signals_do_not_break_the_program(qtbot: QtBot, tasks: Tasks, count: int) -> None:
    flags: list[object] = []
    for _ in range(count):
        tasks.read(lambda: True, flags.append)
    qtbot.waitUntil(lambda: len(flags) == count)
    assert all(flag is True for flag in flags)
