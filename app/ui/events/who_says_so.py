"""Enter who says so, on which day, in which words; what differs in that account stands folded.

part = WhoSaysSo(kit, source_search, place_search, today)
part.changed.connect(...); part.draft() -> SourceDraft; part.show_draft(draft)
part.entries()      the editors that a refused save points at
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.events.source_draft import NO_PLACE, SourceDraft
from app.ui.events.source_picker import SourcePicker
from app.ui.forms.entry import Entry
from app.ui.forms.searches import SourceSearch
from app.ui.forms.short_date import ShortDate
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.place_picker import PlacePicker, PlaceSearch
from app.ui.widgets.text import Label

_TOP = Qt.AlignmentFlag.AlignTop
LANGUAGES: tuple[tuple[str, Words], ...] = (
    ("", lambda t: t.say("language not noted")),
    ("hy", lambda t: t.say("in Armenian")),
    ("ru", lambda t: t.say("in Russian")),
    ("en", lambda t: t.say("in English")),
    ("az", lambda t: t.say("in Azerbaijani")),
    ("fr", lambda t: t.say("in French")),
    ("tr", lambda t: t.say("in Turkish")),
)


class WhoSaysSo(QWidget):
    """Edit one account but for its grade; `changed` after every key."""

    changed = Signal()

    def __init__(self, kit: Kit, sources: SourceSearch, places: PlaceSearch, today: date) -> None:
        super().__init__()
        self._kit = kit
        self._filling = False
        self.picker = SourcePicker(kit, sources)
        self.said = ShortDate(kit, lambda t: t.say("Said on"), not_after=today)
        self.words = TextArea(kit, lambda t: t.say("Exact words, in the language spoken"), lines=2)
        self.lang = Combo(kit, lambda t: t.say("Language of the words"))
        self.lang.set_choices(LANGUAGES)
        self.coerced = QCheckBox()
        self.locator = LineEdit(kit, lambda t: t.say("Page or time"))
        self.group = LineEdit(kit, lambda t: t.say("Depends on another source"))
        self.account = ShortDate(kit, lambda t: t.say("This source gives another day"))
        self.account_place = PlacePicker(kit, places, with_details=False)
        self.condition = LineEdit(kit, lambda t: t.say("In what state he was, by this source"))
        self.group_button = quiet(kit, lambda t: t.say("Depends on another source"), icon="link")
        self.differs_button = quiet(kit, lambda t: t.say("Its day or place differs"))
        self._group_entry = Entry(kit, self.group, lambda t: t.say("Repeats what is said by"))
        self._differs = QWidget()
        self._source_entry = Entry(kit, self.picker)
        self._said_entry = Entry(kit, self.said, lambda t: t.say("Said on"), beside=True)
        self._account_entry = Entry(
            kit, self.account, lambda t: t.say("This source gives another day")
        )
        kit.bind(self.coerced, self.coerced.setText, lambda t: t.say("He spoke under coercion"))
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.picker)
        self._fold(SourceDraft())

    def entries(self) -> Mapping[str, Entry]:
        """Return the entries that errors point at."""
        return {
            "source": self._source_entry,
            "title": self.picker.title_entry,
            "said": self._said_entry,
            "account": self._account_entry,
        }

    def draft(self) -> SourceDraft:
        """Return what stands here, graded F6."""
        return self.picker.draft(
            SourceDraft(
                said=self.said.text().strip(),
                words=self.words.text().strip(),
                words_lang=str(self.lang.code() or ""),
                locator=self.locator.text().strip(),
                group=self.group.text().strip(),
                coerced=self.coerced.isChecked(),
                account=self.account.text().strip(),
                account_place=self.account_place.value(),
                account_condition=self.condition.text().strip(),
            )
        )

    def show_draft(self, draft: SourceDraft) -> None:
        """Show a draft."""
        self._filling = True
        self.picker.show_draft(draft)
        self.said.set_text(draft.said)
        self.words.set_text(draft.words)
        self.lang.set_code(draft.words_lang)
        self.locator.setText(draft.locator)
        self.group.setText(draft.group)
        self.coerced.setChecked(draft.coerced)
        self.account.set_text(draft.account)
        self.account_place.set_value(draft.account_place)
        self.condition.setText(draft.account_condition)
        self._filling = False
        self._fold(draft)

    def _fold(self, draft: SourceDraft) -> None:
        grouped = bool(draft.group)
        differs = bool(draft.account or draft.account_condition or draft.account_place != NO_PLACE)
        self._group_entry.setVisible(grouped)
        self.group_button.setVisible(not grouped)
        self._differs.setVisible(differs)
        self.differs_button.setVisible(not differs)

    def open_group(self) -> None:
        """Ask on which other source this one depends."""
        self._group_entry.show()
        self.group_button.hide()
        self.group.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_differs(self) -> None:
        """Ask for this source's own day, place and state."""
        self._differs.show()
        self.differs_button.hide()
        self.account.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        kit = self._kit
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._source_entry, 1, _TOP)
        top.addWidget(self._said_entry, 0, _TOP)
        quote = QHBoxLayout()
        self.breakable: tuple[QBoxLayout, ...] = (top, quote)
        quote.setSpacing(10)
        quote.addWidget(
            Label(kit, lambda t: t.say("Exact words, in the language spoken"), Size.S, Role.TEXT2)
        )
        quote.addWidget(self.lang)
        quote.addSpacing(6)
        page = Entry(kit, self.locator, lambda t: t.say("Page or time"), beside=True)
        quote.addWidget(page, 1)
        folds = QWidget()
        flow = FlowLayout(folds, 14, 2)
        for part in (
            self.picker.new_button,
            self.picker.unknown_button,
            self.group_button,
            self.differs_button,
            self.coerced,
        ):
            flow.addWidget(part)
        differs = QVBoxLayout(self._differs)
        differs.setContentsMargins(0, 0, 0, 0)
        differs.setSpacing(8)
        pair = QHBoxLayout()
        pair.setSpacing(10)
        pair.addWidget(self._account_entry, 2, _TOP)
        place = Entry(kit, self.account_place, lambda t: t.say("This source gives another place"))
        pair.addWidget(place, 3, _TOP)
        differs.addLayout(pair)
        differs.addWidget(
            Entry(kit, self.condition, lambda t: t.say("In what state he was, by this source"))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.words)
        column.addLayout(quote)
        column.addWidget(folds)
        column.addWidget(self._group_entry)
        column.addWidget(self._differs)

    def _connect(self) -> None:
        self.group_button.clicked.connect(self.open_group)
        self.differs_button.clicked.connect(self.open_differs)
        for signal in (
            self.picker.changed,
            self.said.changed,
            self.words.changed,
            self.lang.code_changed,
            self.coerced.toggled,
            self.locator.textChanged,
            self.group.textChanged,
            self.account.changed,
            self.account_place.changed,
            self.condition.textChanged,
        ):
            signal.connect(self._tell)

    def _tell(self, *_: object) -> None:
        if not self._filling:
            self.changed.emit()
