"""Ask for the language first, in all of them."""

from PySide6.QtCore import Qt, Signal

from app.ui.shell.frame_actions import LANGUAGE_NAMES
from app.ui.ways_in.step import Step
from app.ui.widgets.buttons import Button, Kind
from app.ui.widgets.kit import Kit


class LanguageStep(Step):
    """Offer each language by its own name; `chosen` carries its code."""

    chosen = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda t: t.say("Language of the program"))
        self.say(
            lambda t: t.say(
                "It can be changed at any time. Papers may be printed in another language."
            )
        )
        self.buttons: dict[str, Button] = {}
        for code, name in LANGUAGE_NAMES.items():
            button = Button(kit, Kind.PLAIN, name, icon="globe", tall=True)
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
            self.buttons[code] = button
            self.column.addWidget(button)
        self.column.addStretch(1)
        kit.language_changed.connect(self._mark)
        self._mark()

    def begin(self) -> None:
        """Put the keyboard on the language in use."""
        self.buttons[self.kit.translator.lang].setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, *_: object) -> None:
        for code, button in self.buttons.items():
            button.set_strong(code == self.kit.translator.lang)
