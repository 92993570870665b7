"""Show two men at the head of the page in equal halves, and choose whose file stays."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.shapes.case_file import CaseFile
from app.ui.cases.content import TOP
from app.ui.cases.file_header import born_line, seen_line
from app.ui.cases.spoken import names_in_order, title_of
from app.ui.likeness.side_parts import FIRST, SECOND
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.states import PhotoPlaceholder
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.status_words import headline_words
from app.wording.visible_text import visible

PHOTO = (68, 84)


class Halves(QWidget):
    """The two men; `stays_changed` when another file shall stay."""

    stays_changed = Signal()

    def __init__(self, work: Work, first: CaseFile, second: CaseFile) -> None:
        super().__init__()
        self._work = work
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self._half(FIRST, first), 1)
        row.addWidget(IconLabel(work.kit, "versus", Role.TEXT3, 20))
        row.addWidget(self._half(SECOND, second), 1)
        self._group.idToggled.connect(self._tell)

    def stays(self) -> int:
        """Return which file stays: FIRST or SECOND."""
        return self._group.checkedId()

    def let_stay(self, which: int) -> None:
        """Choose whose file stays."""
        self._group.button(which).setChecked(True)

    def _half(self, which: int, file: CaseFile) -> QWidget:
        kit = self._work.kit
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(
            Label(kit, lambda t: visible(title_of(file, t)), Size.L, strong=True, wrap=True)
        )
        others = names_in_order(file)[1:]
        if others:
            words.addWidget(
                Label(kit, "  ·  ".join(map(visible, others)), role=Role.TEXT2, wrap=True)
            )
        for line in (born_line(file), seen_line(file)):
            if kit.say(line):
                words.addWidget(Label(kit, line, Size.S, Role.TEXT2, wrap=True))
        words.addWidget(
            Label(kit, lambda t: headline_words(file.status, t), strong=True, wrap=True)
        )
        upper = QHBoxLayout()
        upper.setSpacing(14)
        upper.addWidget(self._photo(file), 0, TOP)
        upper.addLayout(words, 1)
        stay = QRadioButton()
        number = file.number
        kit.bind(stay, stay.setText, lambda t: t.say("{number} stays", number=number))
        self._group.addButton(stay, which)
        lower = QHBoxLayout()
        lower.addWidget(stay)
        lower.addStretch(1)
        cases = self._work.doors.cases
        if cases is not None:
            case_id = file.case_id
            link = quiet(kit, lambda t: t.say("Open the file"))
            link.clicked.connect(lambda: cases.open_case(case_id))
            lower.addWidget(link)
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 8)
        column.setSpacing(8)
        column.addLayout(upper)
        column.addStretch(1)
        column.addLayout(lower)
        return card

    def _photo(self, file: CaseFile) -> QWidget:
        kit, exhibits = self._work.kit, self._work.doors.exhibits
        if exhibits is None:
            return PhotoPlaceholder(kit, *PHOTO)
        return exhibits.photo_of(file.case_id, QSize(*PHOTO), title_of(file, kit.translator))

    def _tell(self, _which: int, on: bool) -> None:  # noqa: FBT001  what the signal sends
        if on:
            self.stays_changed.emit()
