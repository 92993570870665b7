"""Show the page's right rail beside it, or as a drawer over it when the window is narrow."""

from typing import override

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.kit import Kit
from app.ui.widgets.text import hairline


class RailFrame(QWidget):
    """Hold one rail with its hairline; scrolls when the rail is taller than the window."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(hairline(kit, vertical=True))
        row.addWidget(self._scroll, 1)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Details"))

    def take(self, rail: QWidget | None) -> None:
        """Show another rail; the one before is handed back to its page unharmed."""
        if self._scroll.widget() is rail and rail is not None:
            return
        old: QWidget | None = self._scroll.takeWidget()  # the stubs forget that there may be none
        if old is not None:
            old.setParent(None)
        if rail is not None:
            self._scroll.setWidget(rail)
            rail.show()

    def content(self) -> QWidget | None:
        """Return the rail shown."""
        return self._scroll.widget()


class Body(QWidget):
    """Lay out page and rail; below `narrow` pixels of window the rail is a drawer (F4)."""

    narrow = 1200
    narrowest = 860
    """Below this even a rail that stays beside its page becomes a drawer."""

    arranged = Signal()

    def __init__(self, kit: Kit, page: QWidget) -> None:
        super().__init__()
        self.rail = RailFrame(kit)
        self._page = page
        self._limits = (252, 352)
        self._stays = False
        self._drawer_open = False
        self._folded = False
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addLayout(column, 1)
        self._row.addWidget(self.rail)
        self.rail.hide()

    def show_rail(
        self, rail: QWidget | None, limits: tuple[int, int], *, stays: bool = False
    ) -> None:
        """Show a page's rail within its limits of width; `stays`: beside it as long as may be."""
        self._limits, self._stays = limits, stays
        self.rail.take(rail)
        self.arrange()

    def toggle(self) -> None:
        """Open or close the drawer (narrow) or fold the rail away (wide)."""
        if self._is_narrow():
            self._drawer_open = not self._drawer_open
        else:
            self._folded = not self._folded
        self.arrange()

    def reveal(self) -> None:
        """Show the rail, wherever it stands."""
        if not self.rail_shown:
            self.toggle()

    @property
    def rail_shown(self) -> bool:
        """Tell whether the rail can be seen."""
        return self.rail.isVisible()

    @property
    def drawer_open(self) -> bool:
        """Tell whether the rail lies over the page."""
        return self._drawer_open

    @property
    def has_drawer(self) -> bool:
        """Tell whether there is a rail that does not stand beside the page."""
        return self.rail.content() is not None and self._is_narrow()

    def arrange(self) -> None:
        """Place the rail as the width of the window allows."""
        self._place()
        self.arranged.emit()

    def _place(self) -> None:
        if self.rail.content() is None:
            self.rail.hide()
            return
        width = min(max(self.window().width() * 248 // 1440, self._limits[0]), self._limits[1])
        self.rail.setFixedWidth(width)
        if self._is_narrow():
            self._row.removeWidget(self.rail)
            self.rail.setParent(self)
            self.rail.setGeometry(self.width() - width, 0, width, self.height())
            self.rail.setVisible(self._drawer_open)
            self.rail.raise_()
        else:
            self._drawer_open = False
            if self._row.indexOf(self.rail) < 0:
                self._row.addWidget(self.rail)
            self.rail.setVisible(not self._folded)

    def _is_narrow(self) -> bool:
        return self.window().width() < (self.narrowest if self._stays else self.narrow)

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.arrange()
        return super().event(event)
