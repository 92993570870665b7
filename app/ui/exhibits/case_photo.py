"""Show a man's photo where his file begins: our own picture of it, or the plain outline."""

from __future__ import annotations

from typing import override
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from app.ui.exhibits.shelf import Shelf
from app.ui.exhibits.veiled_picture import Canvas
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.states import PhotoPlaceholder


class CasePhoto(QWidget):
    """His photo at a fixed size; in the dark at 92 % until the mouse is over it."""

    def __init__(self, kit: Kit, shelf: Shelf, case_id: UUID, size: QSize, name: Words) -> None:
        super().__init__()
        self._kit = kit
        self._size = size
        self.canvas = Canvas(kit, filled=True)
        kit.bind(self.canvas, self.canvas.setAccessibleName, name)
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(PhotoPlaceholder(kit, size.width(), size.height()))
        self._stack.addWidget(self.canvas)
        self.setFixedSize(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        shelf.ask_portrait(case_id, self._came)

    @property
    def has_photo(self) -> bool:
        """Tell whether there is a photo of him."""
        return self._stack.currentWidget() is self.canvas

    @override
    def sizeHint(self) -> QSize:
        return self._size

    def _came(self, _: UUID, image: QImage | None) -> None:
        if image is not None:
            self.canvas.show_image(image)
            self._stack.setCurrentWidget(self.canvas)
