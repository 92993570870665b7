"""Ask for something in a small sheet over the window: a title, a sentence, fields, two buttons."""

from typing import Final, override

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, primary, quiet
from app.ui.widgets.form_field import Refusal
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.text import Label

_SIDE: Final = 24
_ROUND_IT: Final = 48  # what stays free of a small screen: its bar, and the title of the sheet


def way_out(kit: Kit, sheet: QDialog) -> Button:
    """Make the button that leaves a sheet and changes nothing."""
    away = quiet(kit, lambda t: t.say("Cancel"), key="Esc")
    away.clicked.connect(sheet.reject)
    return away


def sheet_foot(*buttons: QWidget) -> QHBoxLayout:
    """Lay the buttons of a sheet at its right: the way out first, what it does last."""
    foot = QHBoxLayout()
    foot.setSpacing(12)
    foot.addStretch(1)
    for button in buttons:
        foot.addWidget(button)
    return foot


class Sheet(QDialog):
    """A small sheet over the window: a title, a sentence, what is asked, two buttons.

    It grows with what it has to say, up to the height of the screen; the rest scrolls, and the
    buttons stay in sight.
    """

    given = Signal(object)

    def __init__(
        self, kit: Kit, title: Words, explanation: Words, verb: Words, host: QWidget
    ) -> None:
        super().__init__(host.window())
        self.kit = kit
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, title)
        self.refusal = Refusal(kit)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(_SIDE, 20, _SIDE, 6)
        column.setSpacing(12)
        column.addWidget(Label(kit, title, Size.L, strong=True, wrap=True))
        column.addWidget(Label(kit, explanation, role=Role.TEXT2, wrap=True))
        column.addLayout(self.body)
        column.addWidget(self.refusal)
        self.away = way_out(kit, self)
        self.button: Button = primary(kit, verb, key="Ctrl+Enter")
        self.button.clicked.connect(self.give)
        foot = self._foot = sheet_foot(self.away, self.button)
        foot.setContentsMargins(_SIDE, 6, _SIDE, 18)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._area = scrolled(self._content)
        whole.addWidget(self._area, 1)
        whole.addLayout(foot)
        self.setFixedWidth(kit.theme.scaled(500))
        self._content.installEventFilter(self)

    def give(self) -> None:
        """Hand the answer on if it is complete."""
        raise NotImplementedError

    def hand_on(self, answer: object) -> None:
        """Give an answer; the button rests until it is taken or refused."""
        self.refusal.hide()
        self.button.setEnabled(False)
        self.given.emit(answer)

    def refuse(self, message: Words) -> None:
        """Say why it was not done; what was typed stays."""
        self.button.setEnabled(True)
        self.refusal.show_message(message)
        QTimer.singleShot(0, self, self._show_refusal)

    def _show_refusal(self) -> None:
        self._fit()
        self._area.ensureWidgetVisible(self.refusal)

    def _fit(self) -> None:
        """Take the height the words need now: Qt gives a sheet what they needed at first."""
        content = self._content.layout()
        if content is None:
            return
        needed = content.totalHeightForWidth(self.width()) + self._foot.sizeHint().height()
        self.setFixedHeight(min(needed, self.screen().availableSize().height() - _ROUND_IT))

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self.button.isEnabled():
                self.give()
            return
        page = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}.get(Qt.Key(event.key()), 0)
        if page:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + page * bar.pageStep())
        elif not enter:  # Enter alone chooses in the list of what was found; it is no answer yet
            super().keyPressEvent(event)


class GrowsWithWords(QObject):
    """Keep a dialog as high as its words need: a message that appears later covers nothing."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        dialog.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            dialog, layout = self._dialog, self._dialog.layout()
            needed = layout.totalHeightForWidth(dialog.width()) if layout is not None else 0
            if needed > dialog.height():
                dialog.resize(dialog.width(), needed)
        return False
