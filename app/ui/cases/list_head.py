"""Head the register: its title and count, the field that narrows it, columns, print, new case."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from app.ui.cases.query_box import QueryBox
from app.ui.cases.query_help import QueryHelp
from app.ui.doors import Doors
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button, plain, primary
from app.ui.widgets.kit import Kit
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label

_NARROW: Final = 196
_WIDE: Final = 400
_EMPTY: Final = 2
"""The last of the three: the table, nobody passes, nobody yet; the bin stands behind them."""


class ListHead(QWidget):
    """`columns_asked` and `print_asked` by its buttons."""

    columns_asked = Signal()
    print_asked = Signal()

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__()
        self._kit = kit
        self.text = QueryBox(kit, lambda t: t.say("In this list"), key="Ctrl+F")
        self.query_help = icon_button(kit, "question", lambda t: t.say("What the box understands"))
        self.query_help.clicked.connect(self.open_query_help)
        self._counted = Label(kit, "", Size.M, Role.TEXT2)
        self.columns = icon_button(kit, "columns", lambda t: t.say("Choose columns"))
        self.columns.clicked.connect(self.columns_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 0)
        row.setSpacing(8)
        row.addWidget(Label(kit, lambda t: t.say("Cases"), Size.X, strong=True))
        row.addSpacing(6)
        row.addWidget(self._counted, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.text, 2)
        row.addWidget(self.query_help)
        row.addWidget(self.columns)
        if doors.papers is not None:
            paper = plain(kit, lambda t: t.say("Print"), icon="print")
            paper.clicked.connect(self.print_asked)
            row.addWidget(paper)
        if doors.editors is not None:
            new = primary(kit, lambda t: t.say("New case"), icon="plus", key="Ctrl+N")
            new.clicked.connect(doors.editors.open_new_case)
            row.addWidget(new)
        kit.theme.changed.connect(self._size)
        self._size()

    def show_count(self, count: int, total: int) -> None:
        """Say how many are let through, of how many."""
        self._counted.set_words(
            lambda t: (
                t.say("{count} of {total}", count=t.number(count), total=t.number(total))
                if count != total
                else t.number(total)
            )
        )

    def open_query_help(self) -> None:
        """Open the sheet that lists the keys of the box; a key that is pressed goes into it."""
        sheet = QueryHelp(self._kit)
        sheet.chosen.connect(self.text.put_in)
        sheet.open_below(self.query_help)
        sheet.begin()

    def open_columns(self, menu: QMenu) -> None:
        """Open the menu of columns beneath its button."""
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _size(self) -> None:
        self.text.setMinimumWidth(self._kit.theme.scaled(_NARROW))
        self.text.setMaximumWidth(self._kit.theme.scaled(_WIDE))


class ListBody(QStackedWidget):
    """The table, or why there is nothing in it: an empty register, or a filter none passes."""

    def __init__(self, kit: Kit, doors: Doors, table: QWidget) -> None:
        super().__init__()
        self._counted = 0
        first = None
        if doors.editors is not None:
            first = plain(kit, lambda t: t.say("New case"), icon="plus", key="Ctrl+N")
            first.clicked.connect(doors.editors.open_new_case)
        self.addWidget(table)
        self.addWidget(
            EmptyState(
                kit,
                "cases",
                lambda t: t.say("Nobody here"),
                lambda t: t.say("No case of this register passes the filter above."),
            )
        )
        self.addWidget(
            EmptyState(
                kit,
                "cases",
                lambda t: t.say("No case yet"),
                lambda t: t.say("Register a man who is missing, or import a list."),
                first,
            )
        )

    def show_count(self, count: int, total: int) -> None:
        """Show the table, or the reason that it is empty."""
        self._counted = 0 if count else (1 if total else 2)
        if self.currentIndex() <= _EMPTY:
            self.setCurrentIndex(self._counted)

    def show_bin(self, view: QWidget) -> None:
        """Show what lies in the bin in place of the table."""
        if self.indexOf(view) < 0:
            self.addWidget(view)
        self.setCurrentWidget(view)

    def leave_bin(self) -> None:
        """Show the table again."""
        self.setCurrentIndex(self._counted)
