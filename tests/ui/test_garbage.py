"""Widgets in a cycle are destroyed on the window's thread, whoever allocates."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.garbage import UiGarbage


class Knot(QWidget):
    """A widget that holds itself."""

    def __init__(self, died_on: list[threading.Thread]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, lambda: died_on.append(threading.current_thread()))


def test_a_widget_in_a_cycle_dies_on_the_thread_of_the_window(
    qtbot: QtBot, qapp: QApplication
) -> None:
    died_on: list[threading.Thread] = []
    keeper = QObject()
    collector = UiGarbage(keeper)
    Knot(died_on)

    def allocate() -> None:
        kept: list[list[list[int]]] = [[[]] for _ in range(200_000)]
        assert kept

    lane = threading.Thread(target=allocate)
    lane.start()
    lane.join()
    assert not died_on
    for _ in range(30):
        collector.look()
        _fill()
    gc.collect()
    assert died_on == [threading.main_thread()]
    assert not gc.isenabled()


def _fill() -> list[list[object]]:
    return [[] for _ in range(3000)]
