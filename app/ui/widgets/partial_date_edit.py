"""Enter a date as exact as it was said: a plain word, boxes, the words as said; keyboard alone.

    edit = PartialDateEdit(kit, lambda t: t.say("When"), not_after=clock.today())
    edit.changed.connect(...)
    edit.value()                  PartialDate; raises NotADate, whose sentence is already shown
    edit.set_value(date); edit.is_empty(); edit.draft()

A whole date typed or pasted into the first box ("13 դեկտեմբերի 2020", "about 5.11.2020") is read
live and put into the boxes when the box is left.
"""

from datetime import date
from typing import override

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.date_boxes import DateBoxes
from app.ui.widgets.date_draft import DateDraft, DateWord, LastingEnd
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.fields import Combo, LineEdit, set_wrong
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label
from models.vocabulary.date_terms import NotADate
from models.vocabulary.partial_date import PartialDate

WORDS: tuple[tuple[str, Words], ...] = (
    (DateWord.ON, lambda t: t.say_in("date", "on")),
    (DateWord.ABOUT, lambda t: t.say_in("date", "about")),
    (DateWord.NOT_SURE, lambda t: t.say_in("date", "not sure")),
    (DateWord.A_DAY_IN, lambda t: t.say_in("date", "a day in …")),
    (DateWord.BETWEEN, lambda t: t.say_in("date", "between … and …, once")),
    (DateWord.FROM_TO, lambda t: t.say_in("date", "from … to …, lasted")),
    (DateWord.BEFORE, lambda t: t.say_in("date", "before")),
    (DateWord.AFTER, lambda t: t.say_in("date", "after")),
    (DateWord.UNKNOWN, lambda t: t.say_in("date", "unknown")),
)
_ENDS: tuple[tuple[LastingEnd, Words], ...] = (
    (LastingEnd.STILL_LASTS, lambda t: t.say("no end date: it still lasts")),
    (LastingEnd.NOT_KNOWN, lambda t: t.say("no end date: the end is not known")),
)


class PartialDateEdit(QWidget):
    """Edit one PartialDate; `changed` after every key."""

    changed = Signal()

    def __init__(
        self,
        kit: Kit,
        name: Words,
        *,
        not_after: date | None = None,
        dob: bool = False,
        with_said: bool = True,
    ) -> None:
        super().__init__()
        self._kit = kit
        self._not_after = not_after
        self._dob = dob
        self._both_signs = False
        self._filling = False
        self._words = ChoiceRow(kit, lambda t: t.say("How exact the date is"), WORDS)
        self._first = DateBoxes(kit, lambda t: t.say("First date"))
        self._second = DateBoxes(kit, lambda t: t.say("Second date"))
        self._joint = Label(kit, "", role=Role.TEXT2)
        self._joint.setMinimumHeight(kit.theme.scaled(32))
        self._end = Combo(kit, lambda t: t.say("End of what lasted"))
        self._end.set_choices(_ENDS)
        self._tick = IconLabel(kit, "check", Role.OK)
        self._read_as = Label(kit, "", wrap=True)
        self.said = LineEdit(kit, lambda t: t.say("The date in the words of who said it"))
        self._said_row = QWidget()
        kit.bind(self, self.setAccessibleName, name)
        self._lay_out(with_said=with_said)
        self.setFocusProxy(self._first)
        self._words.chosen.connect(self._other_word)
        for boxes in (self._first, self._second):
            boxes.changed.connect(self._tell)
            boxes.left.connect(self._spread)
        self._end.code_changed.connect(self._tell)
        self.said.textChanged.connect(self._tell)
        kit.language_changed.connect(self._show_reading)
        self._show_parts()
        self._show_reading()

    def draft(self) -> DateDraft:
        """Return what stands in the editor, whether it is a date or not."""
        return DateDraft(
            word=DateWord(self._words.code()),
            first=self._first.boxes(),
            second=self._second.boxes(),
            said=self.said.text(),
            typed=self._first.typed(),
            end=LastingEnd(str(self._end.code())),
            both_signs=self._both_signs and self._words.code() == DateWord.ABOUT,
            dob=self._dob,
        )

    def set_draft(self, draft: DateDraft) -> None:
        """Show a draft."""
        self._filling = True
        self._words.choose(draft.word)
        if draft.typed:
            self._first.set_typed(draft.typed)
        else:
            self._first.set_boxes(draft.first)
        self._second.set_boxes(draft.second)
        self.said.setText(draft.said)
        self._end.set_code(draft.end)
        self._both_signs = draft.both_signs
        self._filling = False
        self._show_parts()
        self._tell()

    def value(self) -> PartialDate:
        """Return the date; raises NotADate for what is not one."""
        return self.draft().date(not_after=self._not_after)

    def set_value(self, known: PartialDate) -> None:
        """Show a stored date."""
        self.set_draft(DateDraft.of(known, dob=self._dob))

    def is_empty(self) -> bool:
        """Tell whether nothing was entered."""
        return self.draft().empty

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error on the boxes, or take it away."""
        for box in self._first.fields():
            set_wrong(box, wrong=wrong)

    def reading(self) -> str:
        """Return the line beneath the boxes: what was read, or why it could not be."""
        return self._read_as.text()

    def _lay_out(self, *, with_said: bool) -> None:
        line = QWidget()
        flow = FlowLayout(line, 8, 8)
        for part in (self._first, self._joint, self._second, self._end):
            flow.addWidget(part)
        reading = QHBoxLayout()
        reading.setSpacing(8)
        reading.addWidget(self._tick)
        reading.addWidget(self._read_as, 1)
        said = QHBoxLayout(self._said_row)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(Label(self._kit, lambda t: t.say("As it was said"), Size.S, Role.TEXT2))
        said.addWidget(self.said, 1)
        if not with_said:
            self._said_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._words)
        column.addWidget(line)
        column.addLayout(reading)
        column.addWidget(self._said_row)

    def _other_word(self, _: str) -> None:
        self._show_parts()
        self._tell()

    def _show_parts(self) -> None:
        word = DateWord(self._words.code())
        typed = bool(self._first.typed())
        two = word in {DateWord.BETWEEN, DateWord.FROM_TO} and not typed
        self._first.setVisible(word is not DateWord.UNKNOWN or typed)
        self._first.set_day_wanted(wanted=word is not DateWord.A_DAY_IN or typed)
        self._second.setVisible(two)
        self._joint.setVisible(two)
        self._joint.set_words(
            (lambda t: t.say_in("date joint", "and"))
            if word is DateWord.BETWEEN
            else (lambda t: t.say_in("date joint", "to"))
        )
        open_end = word is DateWord.FROM_TO and not typed and self._second.boxes().empty
        self._end.setVisible(open_end)

    def _spread(self) -> None:
        draft = self.draft()
        if not draft.typed:
            return
        try:
            spread = draft.spread()
        except NotADate:
            return
        if not spread.typed:
            self.set_draft(spread)

    def _tell(self, *_: object) -> None:
        if self._filling:
            return
        self._show_parts()
        self._show_reading()
        self.changed.emit()

    def _show_reading(self, *_: object) -> None:
        draft = self.draft()
        self._read_as.set_role(Role.TEXT)
        if draft.empty:
            self._tick.set_icon("info", Role.TEXT3)
            self._read_as.set_role(Role.TEXT3)
            self._read_as.set_words(lambda t: t.say("Write what is known, the year is enough."))
            return
        try:
            known = draft.date(not_after=self._not_after)
        except NotADate as fault:
            unfinished = fault
            self._tick.set_icon("info", Role.WARN)
            self._read_as.set_role(Role.WARN)
            self._read_as.set_words(lambda t: refusal(unfinished, t))
            return
        self._tick.set_icon("check", Role.OK)
        self._read_as.set_words(lambda t: t.say("Read as: {date}", date=date_in_words(known, t)))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._first.setFocus(event.reason())

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(320, super().minimumSizeHint().height())
