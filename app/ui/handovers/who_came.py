"""Name who came: ticked on the manifest, or typed as each gave his name; the keyboard is enough.

ticks = ManifestTicks(kit); ticks.show_men(men, came); ticks.ticked()
names = ToldNames(kit); names.value(); names.show(told)
"""

from collections.abc import Collection, Sequence
from functools import partial
from typing import override

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.shapes.handovers import ManifestMan
from app.ui.cases.content import clear
from app.ui.handovers.drafts import ToldName
from app.ui.widgets.buttons import quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Kit
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label

_ROW = int(Qt.ItemDataRole.UserRole)
_ROWS_SHOWN = 9
_ROW_HEIGHT = 30


class ManifestTicks(QListWidget):
    """The men of a manifest who are not recorded yet; Space ticks, Enter ticks and goes on."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Men on the manifest"))
        self.itemChanged.connect(lambda _: self.changed.emit())
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_men(self, men: Sequence[ManifestMan], came: Collection[object]) -> None:
        """List those who may still be ticked; `came` are the rows that are recorded already."""
        self.clear()
        for man in men:
            if man.row_id in came or man.hidden:
                continue
            born = date_in_words(man.birth, self._kit.translator, "table") if man.birth.edtf else ""
            parts = (f"{man.row_no}.", man.name, man.father, born)
            item = QListWidgetItem("  ".join(part for part in parts if part))
            item.setData(_ROW, str(man.row_id))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            item.setSizeHint(QSize(0, self._kit.theme.scaled(_ROW_HEIGHT)))
            self.addItem(item)
        rows = min(max(self.count(), 1), _ROWS_SHOWN)
        self.setFixedHeight(self._kit.theme.scaled(_ROW_HEIGHT) * rows + 4)
        if self.count():
            self.setCurrentRow(0)

    def ticked(self) -> tuple[str, ...]:
        """Give the rows that are ticked."""
        items = (self.item(at) for at in range(self.count()))
        return tuple(
            str(one.data(_ROW)) for one in items if one.checkState() is Qt.CheckState.Checked
        )

    def tick(self, rows: Collection[str]) -> None:
        """Tick exactly these rows."""
        for at in range(self.count()):
            item = self.item(at)
            on = str(item.data(_ROW)) in rows
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)

    def tick_all(self) -> None:
        """Tick everybody, or nobody where everybody is ticked."""
        rows = [str(self.item(at).data(_ROW)) for at in range(self.count())]
        self.tick(() if len(self.ticked()) == len(rows) else rows)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        item = self.currentItem()
        if item is not None:
            item.setCheckState(Qt.CheckState.Checked)
            self.setCurrentRow(min(self.currentRow() + 1, self.count() - 1))


class ToldNames(QWidget):
    """Names as they were told, one after another: Enter takes the line and begins the next."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._told: list[ToldName] = []
        self.name = LineEdit(
            kit, lambda t: t.say("Name, as he told it"), hint=lambda t: t.say("Name, as he told it")
        )
        self.father = LineEdit(
            kit, lambda t: t.say("Father’s name"), hint=lambda t: t.say("Father’s name")
        )
        self.born = LineEdit(
            kit, lambda t: t.say("Date of birth"), hint=lambda t: t.say("Date of birth")
        )
        line = QHBoxLayout()
        line.setSpacing(8)
        for edit, share in ((self.name, 3), (self.father, 2), (self.born, 2)):
            line.addWidget(edit, share)
            edit.returnPressed.connect(self.take)
            edit.textChanged.connect(lambda _: self.changed.emit())
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._list)
        column.addLayout(line)
        self.setFocusProxy(self.name)

    def value(self) -> tuple[ToldName, ...]:
        """Give everybody named, the line being typed among them."""
        line = self._line()
        return (*self._told, line) if not line.empty else tuple(self._told)

    def show_told(self, told: Sequence[ToldName]) -> None:
        """Show other names; the line is empty."""
        self._told = list(told)
        self._begin()
        self._draw()

    def take(self) -> None:
        """Take the line being typed and begin the next."""
        line = self._line()
        if line.name.strip():
            self._told.append(line)
            self._begin()
            self._draw()
            self.name.setFocus()
            self.changed.emit()

    def _line(self) -> ToldName:
        return ToldName(
            self.name.text().strip(), self.father.text().strip(), self.born.text().strip()
        )

    def _begin(self) -> None:
        for edit in (self.name, self.father, self.born):
            edit.clear()

    def _draw(self) -> None:
        clear(self._list)
        for at, one in enumerate(self._told):
            row = QHBoxLayout()
            row.setSpacing(8)
            parts = (one.name, one.father, one.born)
            row.addWidget(Label(self._kit, "  ".join(part for part in parts if part)), 1)
            out = quiet(self._kit, lambda t: t.say("Take out"))
            out.clicked.connect(partial(self._drop, at))
            row.addWidget(out)
            self._list.addLayout(row)

    def _drop(self, at: int, *_: object) -> None:
        del self._told[at]
        self._draw()
        self.changed.emit()
