"""The Office page: its parts behind tabs, each read when it is opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import override

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.ui.office.about_part import AboutPart
from app.ui.office.backups_part import BackupsPart
from app.ui.office.exports_part import ExportsPart
from app.ui.office.health_part import HealthPart
from app.ui.office.history_part import HistoryPart
from app.ui.office.keys_part import KeysPart
from app.ui.office.papers_part import PapersPart
from app.ui.office.part import OfficePart
from app.ui.office.places_part import PlacesPart
from app.ui.office.staff_part import StaffPart
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Words
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.tabs import TabBar
from app.ui.widgets.text import Label, hairline
from app.ui.work import Work

PLACE = "office"

_PARTS: tuple[tuple[str, Words, Callable[[Work], OfficePart]], ...] = (
    ("health", lambda t: t.say("State of the register"), HealthPart),
    ("backups", lambda t: t.say("Backups"), BackupsPart),
    ("exports", lambda t: t.say("Export"), ExportsPart),
    ("staff", lambda t: t.say("Colleagues"), StaffPart),
    ("keys", lambda t: t.say("Keys"), KeysPart),
    ("places", lambda t: t.say("Places"), PlacesPart),
    ("history", lambda t: t.say("History"), HistoryPart),
    ("papers", lambda t: t.say("Papers passed on"), PapersPart),
    ("about", lambda t: t.say("Name and numbers"), AboutPart),
)


class OfficePanel(PagePanel):
    """Shows one part at a time; `arrive("backups")` opens that one."""

    def __init__(self, work: Work) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        kit = work.kit
        self.tabs = TabBar(kit, [(key, words) for key, words, _ in _PARTS])
        kit.bind(self.tabs, self.tabs.setAccessibleName, lambda t: t.say("Parts of the page"))
        self._stack = QStackedWidget()
        self.parts: dict[str, OfficePart] = {}
        head = QVBoxLayout()
        head.setContentsMargins(24, 12, 24, 0)
        head.setSpacing(4)
        head.addWidget(Label(kit, lambda t: t.say("Office"), Size.X, strong=True))
        head.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline(kit))
        column.addWidget(self._stack, 1)
        self.tabs.chosen.connect(self.show_part)
        self._add_actions()

    @override
    def arrive(self, argument: object) -> None:
        wanted = argument if isinstance(argument, str) and argument else self.tabs.current()
        self.tabs.choose(wanted)

    def show_part(self, key: str) -> None:
        """Show a part, making it at the first visit."""
        if key not in self.parts:
            make = next(make for name, _, make in _PARTS if name == key)
            part = make(self._work)
            self._stack.addWidget(scrolled(part))
            self.parts[key] = part
        part = self.parts[key]
        self._stack.setCurrentIndex(list(self.parts).index(key))
        part.arrive()
        part.begin()

    def _add_actions(self) -> None:
        for number, (key, words, _) in enumerate(_PARTS, 1):
            action = Action(f"office.{key}", words, f"Alt+{number}", place=PLACE)
            self._work.actions.add(action, self._chooser(key))

    def _chooser(self, key: str) -> Callable[[], None]:
        return lambda: self.tabs.choose(key)
