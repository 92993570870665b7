"""Show one page of the manual; it reads nothing but the folder of the manual."""

from pathlib import Path
from typing import Any, override  # Any: what Qt takes for a resource it has no name for

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser

from app.ui.help.page_style import dress_page
from app.ui.help.topics import Topic, folder, linked_topic, page
from app.ui.widgets.kit import Kit

_WIDEST = 720
_EDGE = 24
_INSIDE = 4


class ManualText(QTextBrowser):
    """One page in the language of the moment; `topic_asked` when a link to another is followed.

    Links lead to topics only, pictures come from the folder of the manual only: an address with a
    scheme, a path that leaves the folder or another kind of resource gives nothing.
    """

    topic_asked = Signal(str)
    focus_radius = 6.0

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._topic = Topic.WHAT_IT_IS
        self._lang = ""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QTextBrowser { border: 0; padding: 0; background: transparent; }")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setViewportMargins(_EDGE, 12, 0, 0)
        self.anchorClicked.connect(self._follow)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Page of the manual"))
        kit.theme.changed.connect(self._again)

    def show_topic(self, topic: Topic, lang: str) -> None:
        """Show a topic from its beginning; in another language, from where one was reading."""
        same = topic is self._topic and bool(self._lang)
        self._topic, self._lang = topic, lang
        self._set_page(keep_place=same)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Return a picture of the manual, None for anything else."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return None
        path = self._inside(QUrl(name))
        if path is None:
            return None
        image = QImage(str(path))
        if image.isNull():
            return None
        ratio = self.devicePixelRatioF()
        room = QSize(round((self._text_width() - 2 * _INSIDE) * ratio), image.height())
        if image.width() > room.width():
            image = image.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        image.setDevicePixelRatio(ratio)
        return image

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._lang and self._text_width() != self.lineWrapColumnOrWidth():
            self._set_page(keep_place=True)

    def _text_width(self) -> int:
        return min(self._kit.theme.scaled(_WIDEST), max(self.width() - 3 * _EDGE, 320))

    def _inside(self, address: QUrl) -> Path | None:
        if not address.isRelative() or address.host():
            return None
        home = folder(self._lang).resolve()
        path = (home / address.path()).resolve()
        return path if path.is_relative_to(home) and path.is_file() else None

    def _again(self) -> None:
        if self._lang:
            self._set_page(keep_place=True)

    def _set_page(self, *, keep_place: bool) -> None:
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if keep_place and bar.maximum() else 0.0
        self.setLineWrapColumnOrWidth(self._text_width())
        self.document().clear()
        self.setMarkdown(page(self._topic, self._lang).read_text(encoding="utf-8"))
        dress_page(self.document(), self._kit.theme)
        bar.setValue(round(part * bar.maximum()))

    def _follow(self, address: QUrl) -> None:
        topic = linked_topic(address.toString())
        if topic is not None:
            self.topic_asked.emit(topic.value)
