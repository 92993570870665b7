"""Hang the manual in a window: F1 opens it at the topic of the page in front."""

from app.ui.help.help_panel import PLACE, HelpPanel
from app.ui.help.topics import topic_at
from app.ui.main_window import MainWindow
from app.ui.shell.actions import Action
from app.ui.shell.frame_actions import MAIN
from app.ui.shell.page import Section


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
