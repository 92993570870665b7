"""Hold what is always at hand: the search, the SAMPLE badge, when it was saved, the menu."""

from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.fields import SearchField
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label


class SampleBadge(QWidget):
    """Say on every page that all people are invented."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._rest = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.bind(self, self._set_rest, lambda t: t.say("all people invented"))
        kit.theme.changed.connect(self.updateGeometry)

    def _set_rest(self, text: str) -> None:
        self._rest = text
        self.setAccessibleName(f"SAMPLE: {text}")
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        width = theme.metrics(Size.S, strong=True).horizontalAdvance("SAMPLE") + 22
        width += theme.metrics(Size.S).horizontalAdvance(self._rest)
        return QSize(round(width), theme.scaled(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(Role.WARN) if theme.is_high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Role.WARNBG))
        rect = QRectF(self.rect())
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.color(Role.WARN))
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font(Size.S, strong=True))
        painter.drawText(rect.adjusted(8, 0, 0, 0), left, "SAMPLE")
        x = 8 + theme.metrics(Size.S, strong=True).horizontalAdvance("SAMPLE") + 6
        painter.setFont(theme.font(Size.S))
        painter.drawText(rect.adjusted(x, 0, 0, 0), left, self._rest)
        painter.end()


class PersonBadge(QWidget):
    """Show the initials of the member of staff at work (never of a captive)."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._initials = ""
        self._size()
        kit.theme.changed.connect(self._size)
        self.hide()

    def _size(self) -> None:
        side = self._kit.theme.scaled(32)
        self.setFixedSize(side, side)

    def set_name(self, name: str) -> None:
        """Show the initials of a name; hides for an empty one."""
        self._initials = "".join(word[0] for word in name.replace(".", " ").split()[:2]).upper()
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setVisible(bool(self._initials))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color(Role.LINE2) if theme.is_high_contrast else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(Role.PHOTO))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setPen(theme.color(Role.TEXT2))
        painter.setFont(theme.font(Size.S, strong=True))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)
        painter.end()


class TopBar(QWidget):
    """Lay the top bar out, 52 high; `menu_asked` when the menu button is pressed.

    `rail_asked`: the details of the page, which in a narrow window lie in a drawer.
    """

    menu_asked = Signal()
    rail_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._kit = kit
        self.search = SearchField(
            kit, lambda t: t.say("Search people, places, commands"), key="Ctrl+K"
        )
        self.search.setMinimumWidth(180)
        self.sample = SampleBadge(kit)
        self.sample.hide()
        self._saved = Label(kit, "", Size.S, Role.TEXT2)
        self.person = PersonBadge(kit)
        self.menu_button = icon_button(kit, "menu", lambda t: t.say("Menu"), key="F10", edge=False)
        self.menu_button.clicked.connect(self.menu_asked)
        self.rail_button = icon_button(
            kit, "rail", lambda t: t.say("Show or hide the details"), key="F4", edge=False
        )
        self.rail_button.clicked.connect(self.rail_asked)
        self.rail_button.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 22, 0)
        row.setSpacing(12)
        row.addWidget(self.search, 10)
        row.addStretch(1)
        row.addWidget(self.sample)
        row.addWidget(self._saved)
        row.addWidget(self.person)
        row.addWidget(self.rail_button)
        row.addWidget(self.menu_button)
        self._size()
        kit.theme.changed.connect(self._size)

    def _size(self) -> None:
        self.setFixedHeight(self._kit.theme.scaled(52))
        self.search.setMaximumWidth(self._kit.theme.scaled(440))

    def set_saved(self, words: Words) -> None:
        """Say when it was saved, in words: `Saved 14:03`."""
        self._saved.set_words(words)
