"""Hang the manual in a window: F1 opens it at the topic of the page in front."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.ui.help.help_panel import PLACE, HelpPanel
from app.ui.help.topics import Topic, topic_at
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.frame_actions import MAIN
from app.ui.shell.page import Section
from app.ui.widgets.kit import Kit


def hang_help(window: MainWindow) -> None:
    """Add the manual to a window, with F1 and a line of the menu."""
    table = window.action_table

    def make() -> HelpPanel:
        panel = HelpPanel(window.kit)
        panel.left.connect(window.back)
        return panel

    window.add_section(
        Section(PLACE, lambda t: t.say("Manual"), "question", make, order=90, hidden=True)
    )
    table.add(
        Action("help.open", lambda t: t.say("Manual"), "F1", "question", menu=MAIN),
        lambda: window.open_page(PLACE, topic_at(window.place())),
        may=lambda: window.place() != PLACE,
    )
    table.add(Action("help.back", lambda t: t.say("Back"), "Esc", place=PLACE), window.back)
    table.hint(PLACE, "↑ ↓", lambda t: t.say("topic"))


def first_help(kit: Kit, over: QWidget) -> QDialog:
    """Return the manual in a sheet of its own over a screen that is no frame."""
    sheet = QDialog(over)
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    sheet.setWindowTitle(kit.say(lambda t: t.say("Manual")))
    sheet.resize(min(over.width() - 80, 1120), max(over.height() - 80, 480))
    panel = HelpPanel(kit)
    panel.left.connect(sheet.reject)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)
    panel.arrive(Topic.FIRST_START)
    return sheet
