"""Say what the frame expects of a page and of a file that opens in a tab.

A panel subclasses `PagePanel`, builds itself in `__init__`, and overrides what it needs:

    class CasesPanel(PagePanel):
        def rail(self) -> QWidget | None: return self._detail
        def arrive(self, argument: object) -> None: ...      each time the page is opened

It is made known to the frame with
`window.add_section(Section("cases", lambda t: t.say("Cases"), "cases", make))`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import override

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.i18n.translator import Translator
from app.ui.widgets.kit import Kit, Words


class PagePanel(QWidget):
    """A page of the frame. `place` is its place in the action table (section id by default).

    `rail_changed` when it has another rail, `rail_asked` when what stands there is wanted now.
    """

    rail_changed = Signal()
    rail_asked = Signal()

    def __init__(self, kit: Kit, place: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.place = place

    def rail(self) -> QWidget | None:
        """Return the right rail, None when the page has none. The frame owns its width."""
        return None

    def rail_width(self) -> tuple[int, int]:
        """Return the narrowest and widest rail in pixels."""
        return (252, 352)

    def rail_stays(self) -> bool:
        """Tell whether the rail leads the work here: it stays beside the page on small screens."""
        return False

    def corner(self) -> QWidget | None:
        """Return what stands at the right of the row of file tabs (files only)."""
        return None

    def arrive(self, argument: object) -> None:
        """Take what the page was opened with; called at every opening."""

    def may_leave(self) -> bool:
        """Tell whether the page lets go; a page with an unsaved draft keeps it and says True."""
        return True

    def retranslate(self, translator: Translator) -> None:
        """Say again what is not bound to the kit (cells, tooltips built from values)."""


class PageStack(QStackedWidget):
    """Shows one page; only that one says how small the window may become."""

    def __init__(self) -> None:
        super().__init__()
        self.currentChanged.connect(self.updateGeometry)

    @override
    def minimumSizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    @override
    def sizeHint(self) -> QSize:
        page = self.currentWidget()
        return page.sizeHint() if page is not None else super().sizeHint()


@dataclass(frozen=True, slots=True)
class Section:
    """One place of the frame: its page is made at the first visit.

    `order` sorts the sidebar; `bottom` puts it beside Lock; `hidden` leaves it out of the sidebar
    and lights `parent` instead. Only sections that exist are added: there are no dead entries.
    """

    id: str
    words: Words
    icon: str
    make: Callable[[], PagePanel]
    order: int = 50
    bottom: bool = False
    hidden: bool = False
    parent: str = ""
