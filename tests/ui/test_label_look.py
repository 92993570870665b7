"""A label keeps to the look in use, also one that was away while the look changed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.ui.shell.rail import Body
from app.ui.theme.palette import Role
from app.ui.theme.theme import Mode
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label


def test_a_rail_that_was_away_while_the_look_changed_is_readable(qtbot: QtBot, kit: Kit) -> None:
    body = Body(kit, QWidget())
    qtbot.addWidget(body)
    body.resize(1440, 900)
    rail = QWidget()
    label = Label(kit, "no sign of life", role=Role.TEXT2)
    QVBoxLayout(rail).addWidget(label)
    body.show()
    for mode in (Mode.DARK, Mode.LIGHT):
        body.show_rail(rail, (252, 352))
        assert label.isVisible()
        body.show_rail(None, (252, 352))
        kit.theme.choose(mode)
        body.show_rail(rail, (252, 352))
        assert label.palette().windowText().color() == kit.theme.color(Role.TEXT2)
