"""Write one thing in the three languages of the office, each in a line or a few of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.i18n import Translator
from app.shapes.case_report import Wording
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label

_LANGUAGES = (("en", "English"), ("hy", "Հայերեն"), ("ru", "Русский"))
"""Languages are named in themselves, whatever the window speaks."""


class InLanguages(QWidget):
    """Edit a Wording; `changed` after every key."""

    changed = Signal()

    def __init__(self, kit: Kit, name: Words, *, lines: int = 1) -> None:
        super().__init__()
        self.edits: dict[str, LineEdit | TextArea] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (lang, own) in enumerate(_LANGUAGES):
            said = _named(kit, name, own)
            edit = LineEdit(kit, said) if lines == 1 else TextArea(kit, said, lines=lines)
            self.edits[lang] = edit
            title = Label(kit, own, Size.S, Role.TEXT2)
            title.setMinimumHeight(kit.theme.scaled(32))
            title.setBuddy(edit)
            grid.addWidget(title, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(edit, at, 1)
            (edit.textChanged if isinstance(edit, LineEdit) else edit.changed).connect(self._tell)
        self.setFocusProxy(self.edits["en"])

    def value(self) -> Wording:
        """Return what was written."""
        said = {lang: edit.text().strip() for lang, edit in self.edits.items()}
        return Wording(said["en"], said["hy"], said["ru"])

    def set_value(self, wording: Wording) -> None:
        """Show a wording."""
        for lang, edit in self.edits.items():
            text = getattr(wording, lang)
            if isinstance(edit, LineEdit):
                edit.setText(text)
            else:
                edit.set_text(text)

    def begin(self, lang: str) -> None:
        """Put the keyboard into the line of a language."""
        self.edits.get(lang, self.edits["en"]).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        for edit in self.edits.values():
            edit.set_wrong(wrong)

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _named(kit: Kit, name: Words, own: str) -> Words:
    def said(t: Translator) -> str:
        return t.say("{field}, in {language}", field=kit.say(name), language=own)

    return said
