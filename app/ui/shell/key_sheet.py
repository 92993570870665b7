"""Show every key there is on one sheet (Ctrl+/)."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.shell.actions import EVERYWHERE, ActionTable
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.text import KeyCap, Label, caption

_BAR = 14  # of the area, where not all keys have room


class KeySheet(QDialog):
    """List the keys of the place in hand, then those that act everywhere."""

    def __init__(self, kit: Kit, table: ActionTable, place: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, lambda t: t.say("All keys"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        column.addWidget(Label(kit, lambda t: t.say("All keys"), Size.L, strong=True))
        here, everywhere = keys_of(table, place)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 12, 0)
        row.setSpacing(40)
        if here:
            row.addLayout(_named(kit, lambda t: t.say("On this page"), here))
        row.addLayout(_named(kit, lambda t: t.say("Everywhere"), everywhere))
        area = scrolled(both)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows move what has no room
        area.setMinimumWidth(both.sizeHint().width() + _BAR)
        column.addWidget(area, 1)
        note = Label(
            kit,
            lambda t: t.say("Single letters act outside text fields, in every keyboard layout."),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
        column.addWidget(note)
        foot = QHBoxLayout()
        foot.addStretch(1)
        close = plain(kit, lambda t: t.say("Close"), key="Esc")
        close.clicked.connect(self.accept)
        foot.addWidget(close)
        column.addLayout(foot)
        self.setMinimumWidth(kit.theme.scaled(420))
        fixed = column.totalSizeHint().height() - area.sizeHint().height()
        room = self.screen().availableSize().height() - 48
        self.resize(self.sizeHint().width(), min(both.sizeHint().height() + fixed + 4, room))
        area.setFocus()


type Keys = list[tuple[str, Words]]


def keys_of(table: ActionTable, place: str) -> tuple[Keys, Keys]:
    """Return the keys of a place and the keys of everywhere."""
    here: Keys = [(hint.keys, hint.words) for hint in table.hints_at(place)]
    everywhere: Keys = []
    for bound in table.at(place):
        action = bound.action
        if action.keys:
            target = everywhere if action.place == EVERYWHERE else here
            target.append((action.keys, action.words))
    return here, everywhere


def _named(kit: Kit, title: Words, keys: Keys) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(10)
    column.addWidget(caption(kit, title))
    column.addLayout(_grid(kit, keys))
    column.addStretch(1)
    return column


def _grid(kit: Kit, keys: Keys) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, (cap, words) in enumerate(keys):
        grid.addWidget(KeyCap(kit, cap), row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(Label(kit, words), row, 1)
    return grid
