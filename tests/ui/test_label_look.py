"""A label keeps to the look in use, also one that was hidden while the look changed."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.theme.palette import Role
from app.ui.theme.theme import Mode
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label


def test_a_label_that_was_hidden_while_the_look_changed_is_readable(qtbot: QtBot, kit: Kit) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    pages = []
    for name in ("one", "two"):
        page = QWidget()
        page.setObjectName("rail")
        label = Label(kit, name, role=Role.TEXT2)
        QVBoxLayout(page).addWidget(label)
        stack.addWidget(page)
        pages.append(label)
    stack.show()
    stack.setCurrentIndex(1)
    stack.setCurrentIndex(0)
    for mode in (Mode.DARK, Mode.LIGHT, Mode.DARK):
        kit.theme.choose(mode)
        stack.setCurrentIndex(1 - stack.currentIndex())
        shown = pages[stack.currentIndex()]
        assert shown.palette().windowText().color() == kit.theme.color(Role.TEXT2)
    kit.theme.choose(Mode.LIGHT)
