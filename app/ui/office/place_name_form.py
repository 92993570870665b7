"""The form of one name of a place: its words, its language, whose name it is, from when to when."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout

from app.shapes.places import PlaceNameEntry, PlacePage
from app.shapes.requests.places import PlaceNameForm, SavePlaceName
from app.ui.office.place_card import language_name
from app.ui.shell.unlock_card import error_words
from app.ui.widgets.buttons import primary, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Field, Refusal
from app.ui.widgets.kit import Kit, Words
from app.wording.vocabulary import label
from models.vocabulary.places import PlaceLanguage, PlaceNameKind


def _whose(kind: PlaceNameKind) -> Words:
    return lambda t: label("place_name_kind", kind, t.lang)


class NameForm(Card):
    """Asks for a name; `asked` carries a SavePlaceName, `left` is Cancel."""

    asked = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda t: t.say("A name of the place"))
        self._page: PlacePage | None = None
        self._entry: PlaceNameEntry | None = None
        self.name = LineEdit(kit, lambda t: t.say_in("place", "Name"))
        self._name = Field(kit, lambda t: t.say_in("place", "Name"), self.name)
        self.lang = Combo(kit, lambda t: t.say("Language"))
        self.lang.set_choices([(code.value, language_name(code)) for code in PlaceLanguage])
        self.whose = Combo(kit, lambda t: t.say("Whose name it is"))
        self.whose.set_choices([(kind, _whose(kind)) for kind in PlaceNameKind])
        self.since = LineEdit(kit, lambda t: t.say("In use from"))
        self.until = LineEdit(kit, lambda t: t.say("In use until"))
        self.refusal = Refusal(kit)
        self.save_button = primary(kit, lambda t: t.say("Save name"))
        self.cancel_button = quiet(kit, lambda t: t.say("Cancel"))
        what, years, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        for row in (what, years):
            row.setSpacing(16)
        what.addWidget(Field(kit, lambda t: t.say("Language"), self.lang), 1)
        what.addWidget(Field(kit, lambda t: t.say("Whose name it is"), self.whose), 1)
        years.addWidget(Field(kit, lambda t: t.say("In use from"), self.since), 1)
        years.addWidget(Field(kit, lambda t: t.say("In use until"), self.until), 1)
        foot.setSpacing(8)
        foot.addWidget(self.save_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        self.column.addWidget(self._name)
        self.column.addLayout(what)
        self.column.addLayout(years)
        self.column.addWidget(self.refusal)
        self.column.addLayout(foot)
        self.save_button.clicked.connect(self.ask)
        self.name.returnPressed.connect(self.ask)
        self.cancel_button.clicked.connect(self.left)

    def begin(self, page: PlacePage, entry: PlaceNameEntry | None) -> None:
        """Start with a name as it is, or with a new one."""
        self._page, self._entry = page, entry
        self._name.accept()
        self.refusal.hide()
        self.name.setText(entry.name if entry else "")
        self.lang.set_code(entry.lang if entry else PlaceLanguage.ARMENIAN.value)
        self.whose.set_code(entry.kind if entry else PlaceNameKind.VARIANT)
        self.since.setText(entry.valid_from if entry else "")
        self.until.setText(entry.valid_to if entry else "")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def ask(self) -> None:
        """Check that there is a name, then ask for it to be saved."""
        self._name.accept()
        self.refusal.hide()
        if not self.name.text().strip():
            self._name.refuse(lambda t: t.say("Write the name."))
        elif self._page is not None:
            whose, lang = self.whose.code(), self.lang.code()
            form = PlaceNameForm(
                lang if isinstance(lang, str) else PlaceLanguage.ENGLISH.value,
                self.name.text().strip(),
                whose if isinstance(whose, PlaceNameKind) else PlaceNameKind.VARIANT,
                self.since.text().strip(),
                self.until.text().strip(),
            )
            entry = self._entry
            self.asked.emit(
                SavePlaceName(
                    self._page.place.id,
                    form,
                    entry.id if entry else None,
                    entry.version if entry else None,
                )
            )

    def refuse(self, error: Exception) -> None:
        """Show why it was not saved."""
        self.refusal.show_message(error_words(error))
