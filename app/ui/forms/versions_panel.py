"""Show mine, theirs and what stood before, field by field, when two people saved one thing (R-07).

panel.show_differences(found, name_of, say)     panel.settled carries {field: Side}
panel.show_gone(words)                          what was edited is no longer there to be saved
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.forms.versions import Difference, Side
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Caption, Label

_TOP = Qt.AlignmentFlag.AlignTop

type NameOf = Callable[[str, Translator], str]
type Say = Callable[[str, object, Translator], str]


class VersionsPanel(QFrame):
    """Stand above a form whose save met another save."""

    settled = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("contradiction")
        self._kit = kit
        self._rows: QWidget | None = None
        self.choices: dict[str, ChoiceRow] = {}
        self.lines: tuple[Difference, ...] = ()
        self._title = Label(kit, "", role=Role.WARN, strong=True, wrap=True)
        self._note = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.settle_button = plain(kit, lambda t: t.say("Save with these"))
        self.settle_button.clicked.connect(self._settle)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(kit, "versus", Role.WARN), 0, _TOP)
        head.addWidget(self._title, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(13, 10, 13, 10)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addWidget(self._note)
        self._column.addWidget(self.settle_button, 0, Qt.AlignmentFlag.AlignRight)
        self.hide()

    def show_differences(self, found: Sequence[Difference], name_of: NameOf, say: Say) -> None:
        """Stand the fields that differ side by side; where both changed one, a person chooses."""
        self._title.set_words(lambda t: t.say("Somebody saved this while you were working on it."))
        self._note.set_words(
            lambda t: t.say("Nothing you typed is lost. Choose, field by field, what is to stand.")
        )
        self._clear()
        self.lines = tuple(found)
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        heads: tuple[Words, ...] = (
            lambda t: t.say("Field"),
            lambda t: t.say("Before"),
            lambda t: t.say("Theirs"),
            lambda t: t.say("Mine"),
            lambda t: t.say("To stand"),
        )
        for at, words in enumerate(heads):
            grid.addWidget(Caption(self._kit, words, Size.S, Role.TEXT3, strong=True), 0, at)
            grid.setColumnStretch(at, 1 if at in (1, 2, 3) else 0)
        for row, one in enumerate(found, 1):
            self._add(grid, row, one, name_of, say)
        self._column.insertWidget(2, self._rows)
        self.settle_button.show()
        self.show()

    def show_gone(self, words: Words) -> None:
        """Say that what was edited is no longer there to be saved."""
        self._clear()
        self._title.set_words(words)
        self._note.set_words(
            lambda t: t.say("Nothing you typed is lost: it is kept as a draft and stands below.")
        )
        self.settle_button.hide()
        self.show()

    def put_away(self) -> None:
        """Go away."""
        self._clear()
        self.hide()

    def _add(self, grid: QGridLayout, row: int, one: Difference, name_of: NameOf, say: Say) -> None:
        kit = self._kit

        def name(t: Translator) -> str:
            return name_of(one.field, t)

        grid.addWidget(Label(kit, name, Size.S, Role.TEXT2, wrap=True), row, 0, _TOP)
        for at, value in ((1, one.original), (2, one.theirs), (3, one.mine)):
            grid.addWidget(Label(kit, _said(one.field, value, say), wrap=True), row, at, _TOP)
        choice = ChoiceRow(
            kit,
            name,
            [
                (Side.MINE, lambda t: t.say_in("whose version", "mine")),
                (Side.THEIRS, lambda t: t.say_in("whose version", "theirs")),
            ],
        )
        choice.setFixedWidth(choice.sizeHint().width() + 4)
        choice.choose(one.default)
        self.choices[one.field] = choice
        grid.addWidget(choice, row, 4, _TOP)

    def _clear(self) -> None:
        self.choices = {}
        self.lines = ()
        if self._rows is not None:
            self._rows.setParent(None)
            self._rows.deleteLater()
            self._rows = None

    def _settle(self) -> None:
        self.settled.emit({name: Side(row.code()) for name, row in self.choices.items()})


def _said(field: str, value: object, say: Say) -> Words:
    return lambda t: say(field, value, t) or "–"
