"""Type the rows of a list one after another, with its scan beside, or correct one: Enter keeps."""

from __future__ import annotations

from typing import Final, override
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.errors import HomewardError
from app.services.lists.typing import TYPED_COLUMNS, add_typed_row
from app.shapes.lists import RowView
from app.shapes.requests.lists import AddTypedRow, TypedRow
from app.ui.forms.typed import typed_date
from app.ui.lists.bench_deeds import BenchDeeds
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label, hairline
from app.ui.work import Work
from app.wording.errors import sentence
from models.vocabulary.date_terms import NotADate
from models.vocabulary.partial_date import PartialDate

_FIELDS: Final[tuple[tuple[str, Words, int], ...]] = (
    ("row_id", lambda t: t.say("No."), 56),
    ("name", lambda t: t.say("Full name, as written"), 224),
    ("father", lambda t: t.say("Father"), 112),
    ("birth", lambda t: t.say("Born"), 92),
    ("rank", lambda t: t.say("Rank"), 92),
    ("unit", lambda t: t.say("Unit"), 118),
    ("said", lambda t: t.say("What is said of him"), 140),
    ("locator", lambda t: t.say("Page, line"), 104),
)
_WORD_FOR_WORD: Final[Words] = lambda t: t.say("Word for word, as it stands on the scan.")  # noqa: E731  said twice


class TypingStrip(QWidget):
    """The fields of one row at the foot of the workbench; `left` when one has done typing."""

    left = Signal()

    def __init__(self, work: Work, deeds: BenchDeeds) -> None:
        super().__init__()
        self._work = work
        self._deeds = deeds
        self._version_id: UUID | None = None
        self._row: RowView | None = None
        self._aside: dict[str, str] = {}
        self._busy = False
        kit = work.kit
        self.fields = {code: LineEdit(kit, words) for code, words, _ in _FIELDS}
        self.refusal = Label(kit, "", Size.S, Role.ERR, wrap=True)
        self.refusal.hide()
        row = QWidget()
        flow = FlowLayout(row, 8, 4)
        for code, words, width in _FIELDS:
            entry = Field(kit, words, self.fields[code])
            entry.setFixedWidth(kit.theme.scaled(width))
            flow.addWidget(entry)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        holder = QVBoxLayout()
        holder.setContentsMargins(24, 8, 24, 6)
        holder.addWidget(row)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 8)
        foot.setSpacing(10)
        self.told = Label(kit, _WORD_FOR_WORD, Size.S, Role.TEXT2)
        foot.addWidget(self.told)
        foot.addWidget(self.refusal, 1)
        foot.addStretch(1)
        done = quiet(kit, lambda t: t.say("Done typing"), key="Esc")
        done.clicked.connect(self.leave)
        self.button = plain(kit, lambda t: t.say("Keep this row"), key="Enter")
        self.button.clicked.connect(self.keep)
        foot.addWidget(done)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(hairline(kit))
        column.addLayout(holder)
        column.addLayout(foot)
        self.hide()

    @property
    def adding(self) -> bool:
        """Tell whether rows are being added, one after another."""
        return self.isVisible() and self._row is None

    def begin(self, version_id: UUID) -> None:
        """Type rows of a version."""
        self._put_row_away()
        self._version_id = version_id
        self.show()
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def correct(self, row: RowView) -> None:
        """Correct a row; what was being typed waits until it is done."""
        self._put_row_away()
        self._aside = {code: field.text() for code, field in self.fields.items()}
        self._row = row
        said = _cells(row)
        for code, field in self.fields.items():
            field.setText(row.locator if code == "locator" else said.get(code, ""))
        number = row.row_no
        self.told.set_words(
            lambda t: t.say("Row {row}: correct what was typed wrongly.", row=t.number(number))
        )
        self.refusal.hide()
        self.show()
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the row; the next may be typed at once."""
        if self._busy:
            return
        said = {code: field.text().strip() for code, field in self.fields.items()}
        if not said["name"]:
            self._refuse(lambda t: t.say("Write the name as it stands there."))
            return
        if self._row is not None:
            self._busy = True
            typed = _typed(_cells(self._row) | said)
            self._deeds.correct(self._row, typed, self._now_corrected, self._failed)
        elif self._version_id is not None:
            self._busy = True
            request = AddTypedRow(self._version_id, _typed(said))
            self._work.write(lambda uow: add_typed_row(uow, request), self._kept, self._failed)

    def leave(self) -> None:
        """Be done with typing, or leave a row as it was."""
        self._put_row_away()
        self.left.emit()

    def _put_row_away(self) -> None:
        if self._row is not None:
            self._row = None
            for code, text in self._aside.items():
                self.fields[code].setText(text)
            self.told.set_words(_WORD_FOR_WORD)
            self.refusal.hide()

    def _now_corrected(self) -> None:
        self._busy = False
        self.leave()

    def _kept(self, _: object) -> None:
        self._busy = False
        self.refusal.hide()
        number, line = self.fields["row_id"].text(), self.fields["locator"].text()
        for field in self.fields.values():
            field.clear()
        self.fields["row_id"].setText(_next(number))
        self.fields["locator"].setText(_next(line))
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, HomewardError):
            told = error
            self._refuse(lambda t: sentence(told, t))
        else:
            self._work.messages.failed(error)

    def _refuse(self, words: Words) -> None:
        self.refusal.set_words(words)
        self.refusal.show()
        self.fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _cells(row: RowView) -> dict[str, str]:
    """Give what was typed in each column of a row, word for word."""
    meanings = (column.meaning.value for column in TYPED_COLUMNS)
    return dict(zip(meanings, row.cells, strict=False))


def _typed(said: dict[str, str]) -> TypedRow:
    """Make a typed row of its fields."""
    return TypedRow(**{**said, "birth": _date(said["birth"])})  # type: ignore[arg-type]  # by name


def _date(text: str) -> PartialDate:
    """Read a typed date; words nobody can read are kept as they are."""
    try:
        return typed_date(text)
    except NotADate:
        return PartialDate.unknown(text)


def _next(text: str) -> str:
    """Count the last number of a text on by one: "17" to "18", "1, 17" to "1, 18"."""
    head = text.rstrip("0123456789")
    figures = text[len(head) :]
    return f"{head}{int(figures) + 1}" if figures else text
