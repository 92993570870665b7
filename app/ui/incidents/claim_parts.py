"""Parts of the form of a claim: the number as it was said, and who published it in which words."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.events.source_draft import SourceDraft
from app.ui.events.source_picker import SourcePicker
from app.ui.events.who_says_so import LANGUAGES
from app.ui.forms.entry import Entry
from app.ui.forms.searches import SourceSearch
from app.ui.forms.short_date import ShortDate
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
from models.vocabulary.accounts import ClaimForm

_TOP = Qt.AlignmentFlag.AlignTop


class NumberEdit(QWidget):
    """Edit how a number was said and its figures; `changed` after every key."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._form = ChoiceRow(
            kit,
            lambda t: t.say("How the number was said"),
            [(form.value, _form_words(form)) for form in ClaimForm],
        )
        self.low = LineEdit(kit, lambda t: t.say("The number"))
        self.high = LineEdit(kit, lambda t: t.say("The larger number"))
        self._joint = Label(kit, lambda t: t.say_in("number joint", "and"), role=Role.TEXT2)
        self._note = Label(
            kit,
            lambda t: t.say("Write the words below; a figure only if they name a lowest number."),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
        for box in (self.low, self.high):
            box.setFixedWidth(kit.theme.scaled(96))
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (self.low, self._joint, self.high):
            line.addWidget(part)
        line.addWidget(self._note, 1)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._form)
        column.addLayout(line)
        self.setFocusProxy(self.low)
        self._form.chosen.connect(self._chosen)
        self.low.textChanged.connect(self._tell)
        self.high.textChanged.connect(self._tell)
        self._show_parts()

    def value(self) -> tuple[ClaimForm, str, str]:
        """Return how it was said, and the figures as typed."""
        return ClaimForm(self._form.code()), self.low.text().strip(), self.high.text().strip()

    def set_value(self, form: ClaimForm, low: str, high: str) -> None:
        """Show a number."""
        self._form.choose(form.value)
        self.low.setText(low)
        self.high.setText(high)
        self._show_parts()

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        self.low.set_wrong(wrong)
        self.high.set_wrong(wrong)

    def _chosen(self, _: str) -> None:
        self._show_parts()
        self.changed.emit()

    def _show_parts(self) -> None:
        form = ClaimForm(self._form.code())
        self._joint.setVisible(form is ClaimForm.RANGE)
        self.high.setVisible(form is ClaimForm.RANGE)
        self._note.setVisible(form is ClaimForm.WORDS)

    def _tell(self, _: str) -> None:
        self.changed.emit()


class WhoPublished(QWidget):
    """Edit the source of a claim, the day it was said and its exact words."""

    changed = Signal()

    def __init__(self, kit: Kit, sources: SourceSearch, today: date) -> None:
        super().__init__()
        self.picker = SourcePicker(kit, sources)
        self.said = ShortDate(kit, lambda t: t.say("Said on"), not_after=today)
        self.words = TextArea(kit, lambda t: t.say("Exact words, in the language spoken"), lines=2)
        self.lang = Combo(kit, lambda t: t.say("Language of the words"))
        self.lang.set_choices(LANGUAGES)
        self._source_entry = Entry(kit, self.picker)
        self._said_entry = Entry(kit, self.said, lambda t: t.say("Said on"), beside=True)
        self._words_entry = Entry(kit, self.words)
        self._lay_out(kit)
        self.setFocusProxy(self.picker)
        for signal in (
            self.picker.changed,
            self.said.changed,
            self.words.changed,
            self.lang.code_changed,
        ):
            signal.connect(self._tell)

    def entries(self) -> Mapping[str, Entry]:
        """Return the editors that errors point at."""
        return {
            "source": self._source_entry,
            "title": self.picker.title_entry,
            "said": self._said_entry,
            "words": self._words_entry,
        }

    def draft(self) -> SourceDraft:
        """Return who says so, graded F6."""
        return self.picker.draft(
            SourceDraft(
                said=self.said.text().strip(),
                words=self.words.text().strip(),
                words_lang=str(self.lang.code() or ""),
            )
        )

    def show_draft(self, draft: SourceDraft) -> None:
        """Show a draft."""
        self.picker.show_draft(draft)
        self.said.set_text(draft.said)
        self.words.set_text(draft.words)
        self.lang.set_code(draft.words_lang)

    def _lay_out(self, kit: Kit) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._source_entry, 1, _TOP)
        top.addWidget(self._said_entry, 0, _TOP)
        ways = QHBoxLayout()
        ways.setSpacing(14)
        ways.addWidget(self.picker.new_button)
        ways.addWidget(self.picker.unknown_button)
        ways.addStretch(1)
        quote = QHBoxLayout()
        quote.setSpacing(10)
        quote.addWidget(
            Label(kit, lambda t: t.say("Exact words, in the language spoken"), Size.S, Role.TEXT2)
        )
        quote.addWidget(self.lang)
        quote.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addLayout(ways)
        column.addWidget(self._words_entry)
        column.addLayout(quote)

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _form_words(form: ClaimForm) -> Words:
    return lambda t: label("claim_form", form.value, t.lang)
