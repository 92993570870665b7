"""Take a passphrase: hidden, with an eye to show it, the keyboard layout and Caps Lock in words."""

from typing import Final, override

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Refusal
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label

_LAYOUTS: Final = {
    QLocale.Language.Armenian: "Հայ",
    QLocale.Language.Russian: "Рус",
    QLocale.Language.English: "Eng",
    QLocale.Language.Azerbaijani: "Aze",
    QLocale.Language.French: "Fra",
    QLocale.Language.German: "Deu",
}


class PassphraseField(QWidget):
    """Hold label, layout, field, eye, Caps Lock note and refusal; `entered` on Enter."""

    entered = Signal()
    edited = Signal()

    def __init__(self, kit: Kit, words: Words) -> None:
        super().__init__()
        self._kit = kit
        self.edit = LineEdit(kit, words)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData
        )
        self.edit.setProperty("tall", True)
        self.edit.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.eye = icon_button(kit, "eye", lambda t: t.say("Show the passphrase"), edge=False)
        self.eye.setParent(self.edit)
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)
        self.edit.setTextMargins(0, 0, 34, 0)
        self._layout = Label(kit, "", Size.S, Role.TEXT2)
        self._caps = QWidget()
        self._refusal = Refusal(kit)
        self._lay_out(words)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.returnPressed.connect(self.entered)
        self.edit.textChanged.connect(self._on_text)
        QGuiApplication.inputMethod().localeChanged.connect(self._name_layout)
        self._name_layout()

    def text(self) -> str:
        """Return what was typed, unchanged."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget what was typed and hide what follows."""
        self.edit.clear()
        self.eye.setChecked(False)

    def refuse(self, message: Words) -> None:
        """Say beneath the field what is wrong."""
        self._refusal.show_message(message)
        self.edit.set_wrong(True)
        self.edit.setAccessibleDescription(self._kit.say(message))

    def accept(self) -> None:
        """Take the message away."""
        self._refusal.hide()
        self.edit.set_wrong(False)
        self.edit.setAccessibleDescription("")

    @property
    def caps_noted(self) -> bool:
        """Tell whether the Caps Lock note is shown."""
        return not self._caps.isHidden()

    def _lay_out(self, words: Words) -> None:
        head = QHBoxLayout()
        title = Label(self._kit, words, Size.S, Role.TEXT2)
        title.setBuddy(self.edit)
        head.addWidget(title, 1)
        head.addWidget(self._layout)
        note = QHBoxLayout(self._caps)
        note.setContentsMargins(0, 0, 0, 0)
        note.setSpacing(6)
        note.addWidget(IconLabel(self._kit, "info", Role.WARN, 14))
        caps = Label(self._kit, lambda t: t.say("Caps Lock is on"), Size.S, Role.WARN)
        note.addWidget(caps, 1)
        self._caps.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.edit)
        column.addWidget(self._caps)
        column.addWidget(self._refusal)

    def _show(self, shown: bool) -> None:  # noqa: FBT001  a slot of Qt's signal
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)

    def _on_text(self, _: str) -> None:
        self.accept()
        self.edited.emit()

    def _name_layout(self) -> None:
        language = QGuiApplication.inputMethod().locale().language()
        name = _LAYOUTS.get(language, "")
        if not name and language != QLocale.Language.C:
            name = QLocale.languageToCode(language)
        self._layout.set_words((lambda t: t.say("layout: {name}", name=name)) if name else "")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            letter = event.text()
            if len(letter) == 1 and letter.isalpha() and letter.lower() != letter.upper():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._caps.setVisible(letter.isupper() != shift)
            elif event.key() == Qt.Key.Key_CapsLock:
                self._caps.hide()
        elif event.type() == QEvent.Type.Resize and isinstance(event, QResizeEvent):
            side = self.eye.sizeHint()
            top = (event.size().height() - side.height()) // 2
            self.eye.setGeometry(
                event.size().width() - side.width() - 3, top, side.width(), side.height()
            )
        return False
