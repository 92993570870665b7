"""Show the head of a case file: photo place, names, last news, four answers, headline, chips."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.case_file import CaseFile, EventView
from app.ui.cases.answers import answers_grid
from app.ui.cases.content import TOP
from app.ui.cases.spoken import (
    event_place,
    known,
    names_in_order,
    rank_words,
    title_of,
    when,
)
from app.ui.cases.why_popover import WhyPopover
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.chips import StateChip
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.states import PhotoPlaceholder
from app.ui.widgets.text import Label, hairline
from app.wording.status_words import headline_words, one_chip
from app.wording.visible_text import visible
from models.vocabulary.event_codes import EventCode, EventGroup
from models.vocabulary.status import Chip

_CHIP_ICONS = {
    Chip.STALE: "clock",
    Chip.DISPUTED: "versus",
    Chip.RESTRICTED: "lock",
    Chip.R39: "shield",
    Chip.WGEID: "shield",
    Chip.URGENT: "warn",
    Chip.HEALTH_CRITICAL: "warn",
    Chip.MANUAL: "edit",
}
_DUE = frozenset({Chip.STALE, Chip.URGENT, Chip.HEALTH_CRITICAL, Chip.DISPUTED})
PHOTO = (92, 114)
_SEEN = frozenset({EventGroup.CONTACT, EventGroup.CAPTURE, EventGroup.DETENTION, EventGroup.RETURN})
_ONLY_HEARD = frozenset({EventCode.E01, EventCode.E05, EventCode.E06, EventCode.E08})


class FileHeader(QWidget):
    """The head of one file; made anew when the file changes.

    `low`: for a window with little height. Photo, birth and last news stay in the sections then,
    the four answers are said without their dates, and nothing is squeezed.
    """

    #: The decisions by hand are to be shown.
    by_hand_asked = Signal()

    def __init__(
        self,
        kit: Kit,
        file: CaseFile,
        today: date,
        photo: QWidget | None = None,
        *,
        low: bool = False,
    ) -> None:
        super().__init__()
        self._kit = kit
        self._file = file
        self._low = low
        upper = QHBoxLayout()
        upper.setSpacing(20)
        if not low:
            upper.addWidget(photo or PhotoPlaceholder(kit, *PHOTO), 0, TOP)
        upper.addLayout(self._names(), 5)
        upper.addWidget(hairline(kit, vertical=True))
        self.answers = answers_grid(kit, file.status, short=low)
        self.answers.setMaximumWidth(kit.theme.scaled(452))
        upper.addWidget(self.answers, 6, TOP)
        lower = QHBoxLayout()
        lower.setSpacing(10)
        headline = Label(
            kit, lambda t: headline_words(file.status, t), Size.L, strong=True, wrap=True
        )
        wide = kit.theme.metrics(Size.L, strong=True).horizontalAdvance(headline.text())
        headline.setMaximumWidth(round(wide) + 4)
        lower.addWidget(headline, 3)
        self.why = quiet(kit, lambda t: t.say("Why?"), icon="question", strong=True)
        self.why.clicked.connect(self.show_why)
        lower.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 8, 24, 4)
        column.setSpacing(8 if low else 14)
        column.addLayout(upper)
        column.addLayout(lower)
        if low and file.status.chips:
            lower.addStretch(2)
            column.addWidget(self._chips(today))
        else:
            lower.addSpacing(16)
            lower.addWidget(self._chips(today), 2)

    def show_why(self) -> None:
        """Open the reasons of the headline, clear of the four answers."""
        popover = WhyPopover(self._kit, self._file.status, self.by_hand_asked.emit)
        popover.open_below(self.why, keep_clear=self.answers)

    def _names(self) -> QVBoxLayout:
        file, kit = self._file, self._kit
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addWidget(
            Label(
                kit,
                lambda t: visible(title_of(file, t)),
                Size.L if self._low else Size.X,
                strong=True,
                wrap=True,
            )
        )
        others = names_in_order(file)[1:]
        if others:
            column.addWidget(
                Label(kit, "  ·  ".join(map(visible, others)), role=Role.TEXT2, wrap=True)
            )
        for words in () if self._low else (born_line(file), seen_line(file)):
            if kit.say(words):
                column.addWidget(Label(kit, words, role=Role.TEXT2, wrap=True))
        column.addWidget(Label(kit, _number_words(file), Size.S, Role.TEXT2, wrap=True))
        column.addStretch(1)
        return column

    def _chips(self, today: date) -> QWidget:
        holder = QWidget()
        flow = FlowLayout(holder, 6, 6)
        for chip in self._file.status.chips:
            flow.addWidget(
                StateChip(
                    self._kit,
                    _CHIP_ICONS.get(chip, "info"),
                    self._chip_words(chip, today),
                    warn=chip in _DUE,
                )
            )
        return holder

    def _chip_words(self, chip: Chip, today: date) -> Words:
        life = self._file.status.proof_of_life_at
        return lambda t: one_chip(chip, life, today, t)


def _number_words(file: CaseFile) -> Words:
    """Give his number, and those of the files that were taken into his."""
    if not file.took_in:
        return file.number
    former = ", ".join(file.took_in)
    return lambda t: t.say("{number}  ·  took in {others}", number=file.number, others=former)


def born_line(file: CaseFile) -> Words:
    """Say birth, rank and unit in one line."""

    def words(t: Translator) -> str:
        parts = []
        if known(file.details.birth):
            parts.append(t.say("born {date}", date=when(file.details.birth, t)))
        if file.service:
            latest = file.service[0]
            rank, unit = rank_words(latest, t), latest.unit(t.lang)
            parts.append(", ".join(part for part in (rank, unit, file.position_in(t.lang)) if part))
        return "  ·  ".join(part for part in parts if part)

    return words


def seen_line(file: CaseFile) -> Words:
    """Say where and when he was last seen or heard of as being somewhere."""

    def words(t: Translator) -> str:
        seen = last_news(file)
        if seen is None:
            return ""
        place, date_words = event_place(seen, t), when(seen.shown_date, t)
        if place and known(seen.shown_date):
            return t.say("last known: {place}, {date}", place=place, date=date_words)
        return t.say("last known: {what}", what=place or date_words)

    return words


def last_news(file: CaseFile) -> EventView | None:
    """Return the latest event that saw him anywhere."""
    seen = [
        event
        for event in file.events
        if event.stands and event.code.group in _SEEN and event.code not in _ONLY_HEARD
    ]
    placed = [event for event in seen if event.place or event.place_as_reported]
    found = placed or seen
    return found[-1] if found else None
