"""The manual as a page of the window: topics at the left, the page in hand at the right."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.i18n.translator import Translator
from app.ui.help.manual_text import ManualText
from app.ui.help.topic_list import TopicList
from app.ui.help.topics import Topic
from app.ui.shell.page import PagePanel
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label, hairline

PLACE = "help"
_LIST_WIDTH = 264


class HelpPanel(PagePanel):
    """The page of the manual; `left` when the person goes back to work."""

    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, PLACE)
        self.topics = TopicList(kit)
        self.text = ManualText(kit)
        back = quiet(kit, lambda t: t.say("Back"), icon="left")
        back.clicked.connect(self.left)
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 24, 12)
        head.setSpacing(8)
        head.addWidget(back)
        head.addWidget(Label(kit, lambda t: t.say("Manual"), Size.L, strong=True))
        head.addStretch(1)
        self._side = QVBoxLayout()
        self._side.setContentsMargins(16, 12, 12, 12)
        self._side.addWidget(self.topics)
        pair = QHBoxLayout()
        pair.setSpacing(0)
        pair.addLayout(self._side)
        pair.addWidget(hairline(kit, vertical=True))
        pair.addWidget(self.text, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline(kit))
        column.addLayout(pair, 1)
        self._fit()
        self.topics.show_titles(kit.translator.lang)
        self.topics.topic_chosen.connect(self._show)
        self.text.topic_asked.connect(self._go_to)
        kit.theme.changed.connect(self._fit)

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, Topic):
            self._go_to(argument.value)
        elif self.topics.currentRow() < 0:
            self._go_to(Topic.WHAT_IT_IS.value)
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self, translator: Translator) -> None:
        self.topics.show_titles(translator.lang)
        self._show(self.topics.topic().value)

    def _go_to(self, name: str) -> None:
        self.topics.choose(Topic(name))

    def _show(self, name: str) -> None:
        self.text.show_topic(Topic(name), self.kit.translator.lang)

    def _fit(self) -> None:
        self.topics.setFixedWidth(self.kit.theme.scaled(_LIST_WIDTH))
