"""Grade the source (A-F) and what it says (1-6) apart, by letter, figure or arrow keys.

    picker = GradePicker(kit); picker.changed.connect(...)
    picker.grade()  -> ("B", "2"); picker.set_grade("F", "6")

Neither list is ever filled from the other; both start at "cannot be judged" (domain.md 2.7).
Letters are read by key position, so they work in Armenian and Russian layouts.
"""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.key_position import latin_key
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.vocabulary import label
from models.vocabulary.evidence import Credibility, Reliability


def _of(vocabulary: str, code: str) -> Words:
    return lambda t: label(vocabulary, code, t.lang)


RELIABILITY: tuple[tuple[str, Words], ...] = tuple(
    (grade.value, _of("reliability", grade.value)) for grade in Reliability
)
CREDIBILITY: tuple[tuple[str, Words], ...] = tuple(
    (grade.value, _of("credibility", grade.value)) for grade in Credibility
)
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class GradeList(QWidget):
    """One list of six grades; takes its letters or figures while it has the focus."""

    chosen = Signal(str)
    focus_radius = 6.0

    def __init__(self, kit: Kit, name: Words, grades: tuple[tuple[str, Words], ...]) -> None:
        super().__init__()
        self._kit = kit
        self._name = name
        self._grades = grades
        self._at = len(grades) - 1
        self._hover = -1
        self.setProperty("takesLetters", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        kit.language_changed.connect(self._resay)
        kit.theme.changed.connect(self.updateGeometry)
        self._resay()

    def grade(self) -> str:
        """Return the grade chosen."""
        return self._grades[self._at][0]

    def words(self) -> Words:
        """Return the words of the grade chosen."""
        return self._grades[self._at][1]

    def set_grade(self, grade: str) -> None:
        """Choose a grade; an unknown one is passed over."""
        for at, (one, _) in enumerate(self._grades):
            if one == grade and at != self._at:
                self._at = at
                self._resay()
                self.chosen.emit(grade)

    def _resay(self, *_: object) -> None:
        said = f"{self.grade()}, {self._kit.say(self.words())}"
        self.setAccessibleName(f"{self._kit.say(self._name)}: {said}")
        self.updateGeometry()
        self.update()

    @property
    def _row(self) -> int:
        return self._kit.theme.scaled(23)

    @override
    def sizeHint(self) -> QSize:
        metrics = self._kit.theme.metrics(Size.M, strong=True)
        widest = max(metrics.horizontalAdvance(self._kit.say(words)) for _, words in self._grades)
        return QSize(round(widest) + self._kit.theme.scaled(24) + 24, self._row * len(self._grades))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        letters = [grade for grade, _ in self._grades]
        pressed = latin_key(event)
        if step:
            self.set_grade(letters[min(max(self._at + step, 0), len(letters) - 1)])
        elif pressed in letters:
            self.set_grade(pressed)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = int(event.position().y() // self._row)
        if 0 <= at < len(self._grades):
            self.set_grade(self._grades[at][0])

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover = int(event.position().y() // self._row)
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (grade, words) in enumerate(self._grades):
            row = QRectF(0, at * self._row, self.width(), self._row)
            on = at == self._at
            if on or (at == self._hover and self.underMouse()):
                edge = theme.color(Role.TEXT) if theme.is_high_contrast and on else None
                painter.setPen(edge or Qt.PenStyle.NoPen)
                painter.setBrush(theme.color(Role.SEL if on else Role.HOVER))
                painter.drawRoundedRect(row, 4, 4)
            high = theme.scaled(18)
            wide = theme.scaled(24)
            box = QRectF(3, row.center().y() - high / 2, wide, high)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Role.ACCENTFILL if on else Role.HOVER))
            painter.drawRoundedRect(box, 3, 3)
            painter.setFont(theme.font(Size.S, strong=True))
            painter.setPen(theme.color(Role.ONACCENT if on else Role.TEXT2))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, grade)
            painter.setFont(theme.font(Size.M, strong=on))
            painter.setPen(theme.color(Role.SELTEXT if on else Role.TEXT))
            painter.drawText(row.adjusted(wide + 12, 0, 0, 0), _LEFT, self._kit.say(words))
        painter.end()


class GradePicker(QWidget):
    """Hold both lists side by side; `changed` carries letter and figure."""

    changed = Signal(str, str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.source = GradeList(kit, lambda t: t.say("The source"), RELIABILITY)
        self.information = GradeList(kit, lambda t: t.say("This piece of information"), CREDIBILITY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(
            _card(
                kit,
                lambda t: t.say("The source"),
                lambda t: t.say("Has this source been right before?"),
                self.source,
            ),
            1,
        )
        row.addWidget(
            _card(
                kit,
                lambda t: t.say("This piece of information"),
                lambda t: t.say("Do other, independent things agree?"),
                self.information,
            ),
            1,
        )
        self.setFocusProxy(self.source)
        self.source.chosen.connect(self._tell)
        self.information.chosen.connect(self._tell)

    def grade(self) -> tuple[str, str]:
        """Return the letter of the source and the figure of the information."""
        return self.source.grade(), self.information.grade()

    def set_grade(self, letter: str, figure: str) -> None:
        """Show a grade."""
        self.source.set_grade(letter)
        self.information.set_grade(figure)

    def _tell(self, _: str) -> None:
        self.changed.emit(*self.grade())


def _card(kit: Kit, title: Words, question: Words, grades: GradeList) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    head = QGridLayout()
    head.setContentsMargins(0, 0, 0, 0)
    head.setHorizontalSpacing(8)
    head.addWidget(Label(kit, title, strong=True), 0, 0)
    head.addWidget(Label(kit, question, Size.S, Role.TEXT2, wrap=True), 0, 1)
    head.setColumnStretch(1, 1)
    column = QVBoxLayout(card)
    column.setContentsMargins(9, 8, 9, 8)
    column.setSpacing(6)
    column.addLayout(head)
    column.addWidget(grades)
    return card
