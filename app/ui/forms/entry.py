"""Stand an editor in a form: its small label above or at its left, its message beneath.

entry = Entry(kit, line, lambda t: t.say("Said on"), beside=True)
entry.refuse(lambda t: t.say("Say who told you this.")); entry.accept()
section = FormSection(kit, lambda t: t.say("When")); section.add(entry)
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import set_wrong
from app.ui.widgets.form_field import Refusal
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, hairline

LABEL_WIDTH = 136
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own word for a width without a limit; the bindings leave it out."""


def turn(layout: QBoxLayout, *, narrow: bool) -> None:
    """Stand what was side by side one beneath another, or back."""
    down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    layout.setDirection(down if narrow else across)


class Entry(QWidget):
    """Hold one editor of a form."""

    def __init__(
        self, kit: Kit, editor: QWidget, words: Words = "", *, beside: bool = False
    ) -> None:
        super().__init__()
        self._kit = kit
        self.editor = editor
        self.message: Words = ""
        self._refusal = Refusal(kit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not words:
            column.addWidget(editor)
        else:
            title = Label(kit, words, Size.S, Role.TEXT2, wrap=not beside)
            title.setBuddy(editor)
            line = QHBoxLayout() if beside else QVBoxLayout()
            line.setSpacing(8 if beside else 4)
            if beside:
                title.setMinimumHeight(kit.theme.scaled(32))
                line.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
            else:
                line.addWidget(title)
            line.addWidget(editor, 1)
            column.addLayout(line)
        column.addWidget(self._refusal)
        self.setFocusProxy(editor)

    def refuse(self, message: Words) -> None:
        """Show what is wrong beneath the editor."""
        self.message = message
        self._refusal.show_message(message)
        self._mark(wrong=True)
        self.editor.setAccessibleDescription(self._kit.say(message))

    def accept(self) -> None:
        """Take the message away."""
        if not self.message:
            return
        self.message = ""
        self._refusal.hide()
        self._mark(wrong=False)
        self.editor.setAccessibleDescription("")

    def _mark(self, *, wrong: bool) -> None:
        own = getattr(self.editor, "set_wrong", None)
        if callable(own):
            own(wrong)
        else:
            set_wrong(self.editor, wrong=wrong)


class FormSection(QWidget):
    """One part of a form: a hairline above, its name at left, its editors at right."""

    def __init__(self, kit: Kit, words: Words, *, first: bool = False) -> None:
        super().__init__()
        self.words = words
        self._first: QWidget | None = None
        name = Label(kit, words, strong=True, wrap=True)
        name.setFixedWidth(kit.theme.scaled(LABEL_WIDTH))
        name.setContentsMargins(0, 7, 0, 0)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 10, 0, 10)
        self._row.setSpacing(4)
        self._row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self.body, 1)
        self._name = name
        self._name_width = kit.theme.scaled(LABEL_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._line = hairline(kit)
        column.addWidget(self._line)
        column.addLayout(self._row)
        self._line.setVisible(not first)
        kit.bind(self, self.setAccessibleName, words)

    def add(self, widget: QWidget) -> None:
        """Add an editor beneath the others."""
        self._first = self._first or widget
        self.body.addWidget(widget)

    def add_row(self, *parts: tuple[QWidget, int]) -> None:
        """Add editors side by side, each with its share of the width."""
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget, share in parts:
            self._first = self._first or widget
            row.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand the name above the editors where the window is narrow or the type large."""
        turn(self._row, narrow=narrow)
        self._name.setMinimumWidth(0 if narrow else self._name_width)
        self._name.setMaximumWidth(QWIDGETSIZE_MAX if narrow else self._name_width)
        self._name.setContentsMargins(0, 0 if narrow else 7, 0, 0)

    def begin(self) -> None:
        """Put the keyboard into the first editor."""
        if self._first is not None:
            self._first.setFocus(Qt.FocusReason.ShortcutFocusReason)
