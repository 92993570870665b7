"""Show the man in hand beside the register: names, headline, four answers, what is missing."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.case_file import CaseFile
from app.ui.cases.answers import answers_column
from app.ui.cases.content import TOP, clear
from app.ui.cases.spoken import day, names_in_order, title_of
from app.ui.cases.why_popover import WhyPopover
from app.ui.doors import Doors
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, icon_button, plain, primary, quiet
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.states import PhotoPlaceholder
from app.ui.widgets.text import Label, hairline
from app.wording.status_words import headline_words
from app.wording.vocabulary import label
from models.vocabulary.status import Facet, Fate, Repat

_NAMED = 3
_PHOTO = (76, 96)
_SHADOW = 32


class ManRail(QWidget):
    """The rail of the register; `open_asked`, `record_asked`, `print_asked` for the man shown."""

    open_asked = Signal()
    record_asked = Signal()
    print_asked = Signal()

    def __init__(self, kit: Kit, doors: Doors) -> None:
        super().__init__()
        self._kit = kit
        self._doors = doors
        self._file: CaseFile | None = None
        self._why: Button | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(16, 14, 16, 8)
        self._column.setSpacing(14)
        self._buttons = QWidget()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._column)
        whole.addStretch(1)
        whole.addWidget(self._buttons)
        self._make_buttons()
        self.show_nobody()

    @property
    def file(self) -> CaseFile | None:
        """Return the man shown."""
        return self._file

    def show_nobody(self) -> None:
        """Say that no man is in hand."""
        self._file = None
        clear(self._column)
        self._buttons.hide()
        self._column.addWidget(
            Label(
                self._kit, lambda t: t.say("Choose a man in the list."), role=Role.TEXT2, wrap=True
            )
        )

    def show_man(self, file: CaseFile, today: date) -> None:
        """Show a man."""
        self._file = file
        clear(self._column)
        self._buttons.show()
        self._column.addLayout(self._head(file))
        self._column.addLayout(self._headline(file))
        self._column.addWidget(hairline(self._kit))
        self._column.addWidget(answers_column(self._kit, file.status))
        self._column.addWidget(hairline(self._kit))
        self._column.addLayout(self._silence(file, today))
        if file.gaps:
            self._column.addLayout(self._gaps(file))

    def show_why(self) -> None:
        """Open the reasons of the headline at the left of the rail, clear of the answers."""
        if self._file is not None and self._why is not None:
            popover = WhyPopover(self._kit, self._file.status)
            popover.open_below(self._why)
            left = self.mapTo(self.window(), QPoint(0, 0)).x() - popover.width() + _SHADOW
            popover.move(max(0, left), popover.y())

    def _photo(self, file: CaseFile) -> QWidget:
        if self._doors.exhibits is None:
            return PhotoPlaceholder(self._kit, *_PHOTO)
        name = title_of(file, self._kit.translator)
        return self._doors.exhibits.photo_of(file.case_id, QSize(*_PHOTO), name)

    def _make_buttons(self) -> None:
        holder = QWidget()
        flow = FlowLayout(holder, 8, 8)
        outer = QVBoxLayout(self._buttons)
        outer.setContentsMargins(16, 8, 16, 14)
        outer.addWidget(holder)
        opened = primary(self._kit, lambda t: t.say("Open"))
        opened.clicked.connect(self.open_asked)
        flow.addWidget(opened)
        if self._doors.events is not None:
            record = plain(self._kit, lambda t: t.say("Record event"))
            record.clicked.connect(self.record_asked)
            flow.addWidget(record)
        if self._doors.papers is not None:
            paper = icon_button(self._kit, "print", lambda t: t.say("Print"), key="Ctrl+P")
            paper.clicked.connect(self.print_asked)
            flow.addWidget(paper)

    def _head(self, file: CaseFile) -> QVBoxLayout:
        names = QVBoxLayout()
        names.setSpacing(3)
        names.addWidget(
            Label(self._kit, lambda t: title_of(file, t), Size.L, strong=True, wrap=True)
        )
        for other in names_in_order(file)[1:3]:
            names.addWidget(Label(self._kit, other, Size.S, Role.TEXT2, wrap=True))
        names.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._photo(file), 0, TOP)
        row.addLayout(names, 1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(Label(self._kit, file.number, Size.S, Role.TEXT2))
        return column

    def _headline(self, file: CaseFile) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(
            Label(self._kit, lambda t: headline_words(file.status, t), strong=True, wrap=True)
        )
        self._why = quiet(self._kit, lambda t: t.say("Why this headline?"))
        self._why.clicked.connect(self.show_why)
        column.addWidget(self._why, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _silence(self, file: CaseFile, today: date) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(self._kit, silence_caption(file), Size.S, Role.TEXT3))
        column.addWidget(Label(self._kit, silence_words(file, today), strong=True, wrap=True))
        return column

    def _gaps(self, file: CaseFile) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(
            Label(self._kit, lambda t: t.say("Missing from the file"), Size.S, Role.TEXT3)
        )
        column.addWidget(Label(self._kit, gap_words(file.gaps), wrap=True))
        return column


def is_waited_for(file: CaseFile) -> bool:
    """Tell whether silence still counts: he is neither home nor known to be dead."""
    facets = file.status.facets
    home = facets[Facet.REPAT].value in (Repat.VERIFIED, Repat.CLOSED)
    return not home and facets[Facet.FATE].value is not Fate.DEAD_CONFIRMED


def last_sign(file: CaseFile) -> date | None:
    """Return the day of the last sign of life, the latest it may have been."""
    life = file.status.proof_of_life_at
    return None if life is None else life.latest or life.earliest


def silence_caption(file: CaseFile) -> Words:
    """Say what the line beneath counts."""
    if is_waited_for(file) and last_sign(file) is not None:
        return lambda t: t.say("No sign of life for")
    return lambda t: t.say("Last sign of life")


def silence_words(file: CaseFile, today: date) -> Words:
    """Say for how long there was no sign of life, or when the last one was."""
    last = last_sign(file)
    if last is None:
        return lambda t: t.say("none known")
    if not is_waited_for(file):
        return lambda t: day(last, t)
    days = max(0, (today - last).days)
    return lambda t: t.say_n("{n} day", "{n} days", days)


def gap_words(gaps: tuple[str, ...]) -> Words:
    """Name what is missing, parted by points."""

    def words(t: Translator) -> str:
        named = " · ".join(label("minimum", code, t.lang) for code in gaps[:_NAMED])
        more = len(gaps) - _NAMED
        if more <= 0:
            return named
        return t.say_n("{named} · {n} more", "{named} · {n} more", more, named=named)

    return words
