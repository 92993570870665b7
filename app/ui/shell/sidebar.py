"""Show where one can go: the registered sections, their counts and saved filters."""

from dataclasses import dataclass
from itertools import pairwise
from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.shell.page import Section
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import hairline

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_MARGIN = 10
_GAP = 6


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """One saved filter under a section: its key, its name as typed, its live count."""

    key: str
    name: str
    count: int | None = None


class Entry(QAbstractButton):
    """Draw one row of the sidebar."""

    focus_radius = 6.0

    def __init__(self, kit: Kit, words: Words, icon: str = "", key: str = "") -> None:
        super().__init__()
        self._kit = kit
        self._words = words
        self._icon_name = icon
        self._key = key
        self._count = ""
        self.narrow = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        kit.language_changed.connect(self._resay)
        self._resay()

    def set_count(self, count: int | None) -> None:
        """Show how many wait, nothing for None or 0."""
        self._count = self._kit.translator.number(count) if count else ""
        self._resay()

    def _resay(self, *_: object) -> None:
        text = self._kit.say(self._words)
        self.setText(text)
        self.setToolTip(text)
        self.setAccessibleName(f"{text}, {self._count}" if self._count else text)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        width = 36 if self.narrow else 184
        return QSize(width, self._kit.theme.scaled(30 if self._icon_name else 26))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        section = bool(self._icon_name)
        on = self.isChecked()
        if (on and section) or self.underMouse():
            painter.setPen(theme.color(Role.TEXT) if theme.is_high_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(Role.SEL if on and section else Role.HOVER))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        ink = Role.SELTEXT if on and section else (Role.TEXT if section or on else Role.TEXT2)
        if section:
            side = theme.scaled(16)
            left = (rect.width() - side) / 2 if self.narrow else 10.0
            icon = QRectF(left, rect.center().y() - side / 2, side, side)
            theme.paint_icon(painter, icon, self._icon_name, ink if on else Role.TEXT2)
        if not self.narrow:
            self._paint_words(painter, rect, ink, on=on)
        painter.end()

    def _paint_words(self, painter: QPainter, rect: QRectF, ink: Role, *, on: bool) -> None:
        """Draw the name at the left and the count at the right; the name gives way to the count."""
        theme = self._kit.theme
        count = self._count or self._key
        painter.setPen(theme.color(Role.TEXT3 if not on else ink))
        painter.setFont(theme.font(Size.S))
        taken = painter.fontMetrics().horizontalAdvance(count) if count else 0
        painter.drawText(rect.adjusted(0, 0, -_MARGIN, 0), _RIGHT, count)
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font(Size.M, strong=on))
        room = rect.adjusted(
            theme.scaled(16) + 20, 0, -(_MARGIN + taken + (_GAP if taken else 0)), 0
        )
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, _LEFT, name)


class Sidebar(QWidget):
    """Hold the sections; `chosen` carries a section id, `filter_chosen` section and filter key."""

    chosen = Signal(str)
    filter_chosen = Signal(str, str)
    lock_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._kit = kit
        self._sections: dict[str, Section] = {}
        self._entries: dict[str, Entry] = {}
        self._filters: dict[str, list[tuple[SavedFilter, Entry]]] = {}
        self._active = ""
        self._active_filter = ""
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Sections"))
        inner = QWidget()
        self._upper = QVBoxLayout(inner)
        self._upper.setContentsMargins(8, 0, 8, 0)
        self._upper.setSpacing(2)
        self._upper.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lock = Entry(kit, lambda t: t.say("Lock"), "lock", "Ctrl+L")
        self._lock.setCheckable(False)
        self._lock.clicked.connect(self.lock_asked)
        self._lower = QVBoxLayout()
        self._lower.setContentsMargins(8, 9, 8, 8)
        self._lower.setSpacing(2)
        self._lower.addWidget(self._lock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._head = Brand(kit)
        column.addWidget(self._head)
        column.addWidget(scroll, 1)
        rule = QVBoxLayout()
        rule.setContentsMargins(8, 0, 8, 0)
        rule.addWidget(hairline(kit))
        column.addLayout(rule)
        column.addLayout(self._lower)
        self.set_narrow(narrow=False)
        kit.theme.changed.connect(self._resize)

    def add(self, section: Section) -> None:
        """Show a section in its order."""
        entry = Entry(self._kit, section.words, section.icon)
        entry.clicked.connect(self._click_section)
        entry.setProperty("section", section.id)
        self._sections[section.id] = section
        self._entries[section.id] = entry
        layout = self._lower if section.bottom else self._upper
        before = [
            one
            for one in self._sections.values()
            if one.bottom == section.bottom and one.order < section.order
        ]
        at = sum(1 + len(self._filters.get(one.id, ())) for one in before)
        layout.insertWidget(at, entry)
        entry.narrow = self._head.narrow
        self._order_tabs()

    def set_active(self, section_id: str, filter_key: str = "") -> None:
        """Light the section one is in, and its saved filter if any."""
        self._active, self._active_filter = section_id, filter_key
        for name, entry in self._entries.items():
            entry.setChecked(name == section_id)
        for owner, rows in self._filters.items():
            for saved, row in rows:
                row.setVisible(owner == section_id and not self._head.narrow)
                row.setChecked(owner == section_id and saved.key == filter_key)

    def show_section(self, section_id: str, *, visible: bool) -> None:
        """Give a section its place in the sidebar, or take it away for the time being."""
        if section_id in self._entries:
            self._entries[section_id].setVisible(visible)

    def offered(self) -> tuple[Section, ...]:
        """Return the sections that have their place here now, in their order."""
        here = (one for one in self._sections.values() if not self._entries[one.id].isHidden())
        return tuple(sorted(here, key=lambda one: (one.bottom, one.order)))

    def set_count(self, section_id: str, count: int | None) -> None:
        """Show how many wait in a section."""
        if section_id in self._entries:
            self._entries[section_id].set_count(count)

    def set_filters(self, section_id: str, filters: list[SavedFilter]) -> None:
        """Show the saved filters of a section, indented beneath it while it is active."""
        for _, row in self._filters.pop(section_id, []):
            row.setParent(None)
            row.deleteLater()
        at = self._upper.indexOf(self._entries[section_id]) + 1
        rows = []
        for offset, saved in enumerate(filters):
            row = Entry(self._kit, saved.name)
            row.set_count(saved.count)
            row.setProperty("section", section_id)
            row.setProperty("filter", saved.key)
            row.clicked.connect(self._click_filter)
            self._upper.insertWidget(at + offset, row)
            rows.append((saved, row))
        self._filters[section_id] = rows
        self._order_tabs()
        self.set_active(self._active, self._active_filter)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only (52 wide) or icons and words (200 wide)."""
        self.setFixedWidth(self._kit.theme.scaled(52 if narrow else 200))
        for entry in (*self._entries.values(), self._lock):
            entry.narrow = narrow
            entry.updateGeometry()
            entry.update()
        self._head.narrow = narrow
        self._head.update()
        self.set_active(self._active, self._active_filter)

    def _resize(self) -> None:
        self.set_narrow(narrow=self._head.narrow)
        for entry in self.findChildren(Entry):
            entry.updateGeometry()

    def _order_tabs(self) -> None:
        chain: list[QWidget] = []
        for section in sorted(self._sections.values(), key=lambda one: (one.bottom, one.order)):
            chain.append(self._entries[section.id])
            chain.extend(row for _, row in self._filters.get(section.id, ()))
        chain.append(self._lock)
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _click_section(self) -> None:
        self.chosen.emit(self.sender().property("section"))
        self.set_active(self._active, self._active_filter)

    def _click_filter(self) -> None:
        row = self.sender()
        self.filter_chosen.emit(row.property("section"), row.property("filter"))


class Brand(QWidget):
    """Draw the house and the name of the program."""

    def __init__(self, kit: Kit, side: int = 20) -> None:
        super().__init__()
        self._kit = kit
        self._side = side
        self.narrow = False
        self._size()
        kit.theme.changed.connect(self._size)

    def _size(self) -> None:
        self.setFixedHeight(self._kit.theme.scaled(52))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._kit.theme
        side = theme.scaled(self._side)
        left = 17 if not self.narrow else (self.width() - side) / 2
        paint_house(painter, QRectF(left, (self.height() - side) / 2, side, side), self._kit)
        if not self.narrow:
            painter.setPen(theme.color(Role.TEXT))
            painter.setFont(theme.font(Size.M, strong=True))
            painter.drawText(QRectF(side + 26, 0, self.width(), self.height()), _LEFT, "Homeward")
        painter.end()


def paint_house(painter: QPainter, rect: QRectF, kit: Kit) -> None:
    """Draw the sign of the program: a roof over a filled body."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 20, rect.height() / 20)
    colour = kit.theme.color(Role.ACCENT)
    walls = QPainterPath(QPointF(1.6, 9))
    for x, y in ((10, 2.2), (18.4, 9), (18.4, 18), (1.6, 18)):
        walls.lineTo(x, y)
    walls.closeSubpath()
    pen = QPen(colour, 1.3)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(walls, pen)
    painter.fillRect(QRectF(1.6, 10.4, 16.8, 7.6), colour)
    painter.restore()
