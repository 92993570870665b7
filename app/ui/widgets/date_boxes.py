"""Take day, month and year in three boxes; a whole typed date makes the first box wide."""

from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.i18n.translator import Translator
from app.ui.widgets.date_draft import Boxes
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.kit import Kit, Words
from models.vocabulary.month_names import MONTHS_EN, MONTHS_HY, MONTHS_RU

_MONTHS = {"en": MONTHS_EN, "hy": MONTHS_HY, "ru": MONTHS_RU}


def _month(number: int) -> Words:
    def say(translator: Translator) -> str:
        return _MONTHS.get(translator.lang, MONTHS_EN)[number - 1]

    return say


class MonthBox(Combo):
    """Choose a month by name, by arrow, or by typing its number."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda t: t.say("Month"))
        none: Words = "–"
        self.set_choices([(0, none), *((n, _month(n)) for n in range(1, 13))])
        self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(1200)
        self._pause.timeout.connect(self._forget)

    def month(self) -> int:
        """Return the month, 0 for none."""
        code = self.code()
        return code if isinstance(code, int) else 0

    def _forget(self) -> None:
        self._typed = ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        figure = event.text()
        if figure.isdecimal():
            self._typed = (self._typed + figure)[-2:]
            if int(self._typed) > 12:
                self._typed = figure
            self.set_code(int(self._typed))
            self._pause.start()
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.set_code(0)
            return
        super().keyPressEvent(event)


class DateBoxes(QWidget):
    """Hold the three boxes; `changed` after every key, `left` when the first box is left."""

    changed = Signal()
    left = Signal()

    def __init__(self, kit: Kit, name: Words) -> None:
        super().__init__()
        self._kit = kit
        self._day_wanted = True
        self._day = LineEdit(kit, lambda t: t.say("Day, or a whole date"))
        self._month = MonthBox(kit)
        self._year = LineEdit(kit, lambda t: t.say("Year"))
        self._year.setMaxLength(4)
        kit.bind(self, self.setAccessibleName, name)
        kit.bind(self._day, self._day.setToolTip, lambda t: t.say("Day, or a whole date"))
        kit.bind(self._year, self._year.setToolTip, lambda t: t.say("Year"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self._day, self._month, self._year):
            row.addWidget(part)
        self._size()
        self.setFocusProxy(self._day)
        self._day.textChanged.connect(self._day_typed)
        self._day.installEventFilter(self)
        self._day.returnPressed.connect(self.left)
        self._month.code_changed.connect(self._tell)
        self._year.textChanged.connect(self._tell)
        kit.theme.changed.connect(self._size)

    def boxes(self) -> Boxes:
        """Return what stands in the boxes."""
        day = self._day.text() if self._day_wanted else ""
        return Boxes("" if self.typed() else day, self._month.month(), self._year.text())

    def set_boxes(self, boxes: Boxes) -> None:
        """Fill the boxes."""
        self._day.setText(boxes.day)
        self._month.set_code(boxes.month)
        self._year.setText(boxes.year)

    def typed(self) -> str:
        """Return a whole date typed into the first box, "" while it holds a day alone."""
        text = self._day.text().strip()
        return "" if len(text) <= 2 and (not text or text.isdecimal()) else text

    def set_typed(self, text: str) -> None:
        """Show a date the boxes cannot hold."""
        self._day.setText(text)

    def set_day_wanted(self, *, wanted: bool) -> None:
        """Show the day box or leave it out (a day in a month)."""
        self._day_wanted = wanted
        self._day.setVisible(wanted)
        self.setFocusProxy(self._day if wanted else self._month)

    def fields(self) -> tuple[QWidget, ...]:
        """Return the boxes themselves."""
        return (self._day, self._month, self._year)

    def _day_typed(self, _: str) -> None:
        self._size()
        self._tell()

    def _size(self) -> None:
        grow = self._kit.theme.scaled
        whole = bool(self.typed())
        self._day.setFixedWidth(grow(44) if not whole else grow(234))
        self._year.setFixedWidth(grow(60))
        self._month.setMinimumWidth(grow(118))
        self._month.setVisible(not whole)
        self._year.setVisible(not whole)

    def _tell(self, *_: object) -> None:
        self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.left.emit()
        return False
