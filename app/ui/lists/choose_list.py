"""Ask with which other list, or which version of it, a list shall be compared."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.i18n import Translator
from app.queries.lists.pages import list_lines, list_page
from app.shapes.lists import ListLine, ListPage
from app.ui.lists.words import way_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary
from app.ui.widgets.fields import Combo
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Words
from app.ui.widgets.sheet import GrowsWithWords, sheet_foot, way_out
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.visible_text import visible


class ChooseList(QDialog):
    """Hold the question; `chosen` carries the version to compare with."""

    chosen = Signal(object)

    def __init__(self, work: Work, list_id: UUID, version_id: UUID, host: QWidget) -> None:
        super().__init__(host.window())
        self._work = work
        self._list_id = list_id
        self._version_id = version_id
        kit = work.kit
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, lambda t: t.say("Compare two lists"))
        self.lists = Combo(kit, lambda t: t.say("With which list"))
        self.versions = Combo(kit, lambda t: t.say("Version"))
        self.button = primary(kit, lambda t: t.say("Compare"), key="Enter")
        self.button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(Label(kit, lambda t: t.say("Compare two lists"), Size.L, strong=True))
        column.addWidget(
            Label(
                kit,
                lambda t: t.say("The other one may be an earlier version, or any other list."),
                role=Role.TEXT2,
                wrap=True,
            )
        )
        column.addWidget(Field(kit, lambda t: t.say("With which list"), self.lists))
        column.addWidget(Field(kit, lambda t: t.say("Version"), self.versions))
        column.addLayout(sheet_foot(way_out(kit, self), self.button))
        self.setFixedWidth(kit.theme.scaled(520))
        GrowsWithWords(self)
        self.lists.code_changed.connect(self._ask_versions)
        self.versions.code_changed.connect(self._allow)
        self.button.clicked.connect(self.give)
        work.read(list_lines, self._show_lists)

    def give(self) -> None:
        """Hand the version on."""
        version = self.versions.code()
        if isinstance(version, UUID):
            self.chosen.emit(version)
            self.accept()

    def _show_lists(self, lines: tuple[ListLine, ...]) -> None:
        own_first = sorted(lines, key=lambda line: line.id != self._list_id)
        self.lists.set_choices([(line.id, _list_words(line)) for line in own_first])
        self._ask_versions()
        self.lists.setFocus()

    def _ask_versions(self, *_: object) -> None:
        list_id = self.lists.code()
        if isinstance(list_id, UUID):
            self._work.read(lambda reader: list_page(reader, list_id), self._show_versions)

    def _show_versions(self, page: ListPage) -> None:
        if page.list.id != self.lists.code():
            return
        others = [one for one in reversed(page.versions) if one.id != self._version_id]
        self.versions.set_choices([(one.id, one.named) for one in others])
        self._allow()

    def _allow(self, *_: object) -> None:
        self.button.setEnabled(isinstance(self.versions.code(), UUID))


def _list_words(line: ListLine) -> Words:
    def said(t: Translator) -> str:
        parts = (line.number, visible(line.title), way_words(line, t))
        return " · ".join(part for part in parts if part)

    return said
