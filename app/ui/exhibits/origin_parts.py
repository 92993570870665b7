"""Ask where a file came from, and what can be seen in it; both forms of exhibits ask the same.

Where it came from must be answered: in words, or by saying that it is not known (U-11).
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit, Words
from app.wording.vocabulary import label
from models.vocabulary.exhibits import Shown

MOST = 2_000


class OriginEdit(QWidget):
    """Edit the answer to "Where did this come from?"; `changed` after every key."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.words = TextArea(kit, lambda t: t.say("Where did this come from?"), most=MOST, lines=2)
        # A file dropped on the question comes in as a file, not as the words of its address.
        self.words.edit.setAcceptDrops(False)
        self.unknown = QCheckBox()
        kit.bind(
            self.unknown,
            self.unknown.setText,
            lambda t: t.say("Not known: nobody can say where it came from"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.words)
        column.addWidget(self.unknown)
        self.setFocusProxy(self.words)
        self.words.changed.connect(self._typed)
        self.unknown.toggled.connect(self._ticked)

    def value(self) -> tuple[str, bool]:
        """Return the words, and whether it was said that nobody knows."""
        unknown = self.unknown.isChecked()
        return ("" if unknown else self.words.text().strip()), unknown

    def set_value(self, words: str, *, unknown: bool) -> None:
        """Show an answer."""
        self.words.set_text(words)
        self.unknown.setChecked(unknown)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        self.words.set_wrong(wrong)

    def _typed(self) -> None:
        self.changed.emit()

    def _ticked(self, on: bool) -> None:  # noqa: FBT001  what the signal sends
        self.words.setEnabled(not on)
        self.changed.emit()


class ShownEdit(QWidget):
    """Tick what can be seen; whatever is ticked veils the picture."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._boxes: dict[Shown, QCheckBox] = {}
        flow = FlowLayout(self, 18, 2)
        for one in Shown:
            box = QCheckBox()
            kit.bind(box, box.setText, _words(one))
            box.toggled.connect(self._tell)
            self._boxes[one] = box
            flow.addWidget(box)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("What can be seen in it"))
        self.setFocusProxy(self._boxes[next(iter(Shown))])

    def value(self) -> frozenset[Shown]:
        """Return what is ticked."""
        return frozenset(one for one, box in self._boxes.items() if box.isChecked())

    def set_value(self, shows: Iterable[Shown]) -> None:
        """Show what is ticked."""
        ticked = set(shows)
        for one, box in self._boxes.items():
            box.setChecked(one in ticked)

    def _tell(self, _: bool) -> None:  # noqa: FBT001  what the signal sends
        self.changed.emit()


def _words(one: Shown) -> Words:
    return lambda t: label("shown", one.value, t.lang)
