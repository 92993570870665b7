"""Ask for a passphrase twice, say how strong it is, and offer words drawn by lot."""

from PySide6.QtCore import Qt

from app.i18n.translator import Translator
from app.ui.shell.frame_actions import LANGUAGE_NAMES
from app.ui.shell.passphrase_field import PassphraseField
from app.ui.shell.strength_meter import StrengthMeter
from app.ui.shell.tasks import Tasks
from app.ui.theme.palette import Role
from app.ui.ways_in.step import Step
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.notice import Notice
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label


class PassphraseStep(Step):
    """Take a new passphrase."""

    def __init__(self, kit: Kit, tasks: Tasks, title: Words) -> None:
        super().__init__(kit, title)
        self._tasks = tasks
        self.first = PassphraseField(kit, lambda t: t.say("Passphrase"))
        self.second = PassphraseField(kit, lambda t: t.say("The passphrase once more"))
        self.meter = StrengthMeter(kit, tasks)
        self.draw_button = quiet(kit, lambda t: t.say("Draw six words by lot"), icon="key")
        self.language = Segments(
            kit, list(LANGUAGE_NAMES.items()), lambda t: t.say("Language of the words")
        )
        self._lang = kit.translator.lang
        self._note = Notice(kit, Role.TEXT2)
        self._drawn = Label(kit, "", strong=True, wrap=True)
        self._drawn.hide()
        self.column.addWidget(self.first)
        self.column.addWidget(self.meter)
        self.column.addWidget(self.draw_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.language)
        self.column.addWidget(self._drawn)
        self.column.addWidget(self._note)
        self.column.addWidget(self.second)
        self.column.addStretch(1)
        self.first.edited.connect(self._look)
        self.draw_button.clicked.connect(self._draw)
        self.language.chosen.connect(self._choose)
        self.language.choose(self._lang)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def passphrase(self) -> str:
        """Return what was typed."""
        return self.first.text()

    def may_go_on(self) -> bool:
        """Ask for both, alike and strong; how strong is judged once more when it is taken."""
        if not self.first.text():
            self.first.refuse(lambda t: t.say("Type a passphrase."))
        elif self.first.text() != self.second.text():
            self.second.refuse(lambda t: t.say("This differs from the first. Type it once more."))
        else:
            return True
        return False

    def refuse(self, words: Words) -> None:
        """Say beneath the field why it was not taken."""
        self.first.refuse(words)
        self.begin()

    def forget(self) -> None:
        """Forget both."""
        self.first.clear()
        self.second.clear()
        self._show_drawn("")

    def _look(self) -> None:
        self.meter.look_at(self.first.text())
        if self.first.text() != self._drawn.text():
            self._show_drawn("")

    def _show_drawn(self, words: str) -> None:
        self._drawn.set_words(words)
        self._drawn.setVisible(bool(words))
        self._note.show_words(_keep_words if words else "")

    def _choose(self, lang: str) -> None:
        self._lang = lang

    def _draw(self) -> None:
        lang = self._lang
        self._tasks.read(lambda: _words(lang), self._take)

    def _take(self, words: str) -> None:
        self._drawn.set_words(words)
        self.first.edit.setText(words)
        self.second.clear()
        self._show_drawn(words)
        self.second.setFocus(Qt.FocusReason.OtherFocusReason)


def _keep_words(t: Translator) -> str:
    return t.say(
        "Write the words on paper until you know them, then burn the paper. Type them once more "
        "below."
    )


def _words(lang: str) -> str:
    from app.vault.strength import generate_passphrase  # noqa: PLC0415  unlocking needs none of it

    return generate_passphrase(lang)
