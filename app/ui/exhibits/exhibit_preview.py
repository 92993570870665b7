"""Show an exhibit large: its picture or its words, page by page, and what can be made of it.

`page_asked` carries the page that is wanted; pages count from 0, and the first is there already.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app.shapes.exhibits import ExhibitView
from app.ui.exhibits.shelf import Shelf
from app.ui.exhibits.veiled_picture import VeiledPicture
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import Button, icon_button, plain
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from models.vocabulary.exhibits import BlobKind

PDF = "application/pdf"
_HEIGHT = 420
_PAGE_HIGH = 640
_WORDS_HIGH = 280


class ExhibitPreview(QFrame):
    """The picture of one exhibit with its pages and tools."""

    page_asked = Signal(int)
    turn_asked = Signal(int)
    crop_asked = Signal()
    portrait_asked = Signal()

    def __init__(self, kit: Kit, shelf: Shelf) -> None:
        super().__init__()
        self.setObjectName("card")
        self._kit = kit
        self.page = 0
        self._last: int | None = None
        self._view: ExhibitView | None = None
        self.picture = VeiledPicture(kit, shelf, _HEIGHT, BlobKind.PREVIEW)
        self.picture.unveiled.connect(self._unveiled)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setFixedHeight(kit.theme.scaled(_WORDS_HIGH))
        kit.bind(self.words, self.words.setAccessibleName, lambda t: t.say("Words of the file"))
        self._back = icon_button(kit, "left", lambda t: t.say("Previous page"), key="PgUp")
        self._on = icon_button(kit, "right", lambda t: t.say("Next page"), key="PgDown")
        self._counted = Label(kit, "", role=Role.TEXT2)
        self._left = plain(kit, lambda t: t.say("Turn left"))
        self._right = plain(kit, lambda t: t.say("Turn right"))
        self._crop = plain(kit, lambda t: t.say("Crop …"))
        self._portrait = plain(kit, lambda t: t.say("Use as his photo …"), icon="person")
        self._lay_out()
        self._back.clicked.connect(self.turn_back)
        self._on.clicked.connect(self.turn_on)
        self._left.clicked.connect(self._turn_left)
        self._right.clicked.connect(self._turn_right)
        self._crop.clicked.connect(self.crop_asked)
        self._portrait.clicked.connect(self.portrait_asked)

    @property
    def is_picture(self) -> bool:
        """Tell whether it is a picture that can be turned and cropped."""
        view = self._view
        return view is not None and view.row.has_thumbnail and view.row.media_type != PDF

    def show_exhibit(self, view: ExhibitView) -> None:
        """Show an exhibit, its first page in front."""
        if self._view is None or self._view.row.id != view.row.id:
            self.page, self._last = 0, None
        self._view = view
        paged = view.row.media_type == PDF and view.row.has_thumbnail
        self.picture.setMinimumHeight(self._kit.theme.scaled(_PAGE_HIGH if paged else _HEIGHT))
        self.picture.show_exhibit(view.row)
        self.picture.setVisible(view.row.has_thumbnail or view.blob(BlobKind.TEXT) is None)
        self.words.setVisible(view.blob(BlobKind.TEXT) is not None and not view.row.has_thumbnail)
        self._show_tools()
        if self.page:
            self.page_asked.emit(self.page)

    def show_words(self, text: str) -> None:
        """Show the words of the file, as the sandbox read them."""
        self.words.setPlainText(text)

    def show_page(self, page: int, image: QImage | None) -> None:
        """Show a page; None says that the one before was the last."""
        if image is None:
            self._last = page - 1
            self.page = min(self.page, self._last)
        else:
            self.page = page
            self.picture.show_image(image)
        self._show_tools()

    def turn_on(self) -> None:
        """Turn to the next page."""
        if self.has_pages and (self._last is None or self.page < self._last):
            self.page_asked.emit(self.page + 1)

    def turn_back(self) -> None:
        """Turn to the page before."""
        if self.has_pages and self.page > 0:
            self.page_asked.emit(self.page - 1)

    @property
    def has_pages(self) -> bool:
        """Tell whether it is a document whose pages can be turned."""
        view = self._view
        seen = view is not None and view.row.media_type == PDF and view.row.has_thumbnail
        return seen and not self.picture.is_veiled

    def _show_tools(self) -> None:
        paged = self.has_pages
        for part in (self._back, self._on, self._counted):
            part.setVisible(paged)
        number = self.page + 1
        self._counted.set_words(lambda t: t.say("Page {n}", n=number))
        self._back.setEnabled(self.page > 0)
        self._on.setEnabled(self._last is None or self.page < self._last)
        view = self._view
        open_to_tools = (
            self.is_picture
            and not self.picture.is_veiled
            and view is not None
            and view.row.removed_at is None
        )
        for tool in (self._left, self._right, self._crop, self._portrait):
            tool.setVisible(open_to_tools)

    def _lay_out(self) -> None:
        pages = QWidget()
        row = QHBoxLayout(pages)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self._back, self._counted, self._on):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        tools = QWidget()
        flow = FlowLayout(tools, 8, 8)
        flow.addWidget(pages)
        buttons: tuple[Button, ...] = (self._left, self._right, self._crop, self._portrait)
        for button in buttons:
            flow.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.picture)
        column.addWidget(self.words)
        column.addWidget(tools)

    def _unveiled(self) -> None:
        self._show_tools()
        if self.page:
            self.page_asked.emit(self.page)

    def _turn_left(self) -> None:
        self.turn_asked.emit(3)

    def _turn_right(self) -> None:
        self.turn_asked.emit(1)
