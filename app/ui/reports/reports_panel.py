"""The Reports page: make a paper, what waits for a second person, what left, genuine or not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import override
from uuid import UUID

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.shapes.changes import Changes
from app.shapes.disclosures import DisclosureLine
from app.ui.cases.content import rail_limits
from app.ui.reports.forms_part import FormsPart
from app.ui.reports.genuine_box import GenuineBox
from app.ui.reports.log_table import LogTable
from app.ui.reports.make_part import MakePart
from app.ui.reports.opening import open_paper
from app.ui.reports.waiting_part import WaitingPart
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Words
from app.ui.widgets.scrolled import scrolled
from app.ui.widgets.tabs import TabBar
from app.ui.widgets.text import Label, hairline
from app.ui.work import Work
from models.vocabulary.papers import Audience
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE = "reports"
GENUINE = "genuine"
GENUINE_KEY = "Ctrl+Shift+G"
_TABS: tuple[tuple[str, Words], ...] = (
    ("make", lambda t: t.say("Make a paper")),
    ("waiting", lambda t: t.say("Waiting for a second person")),
    ("issued", lambda t: t.say("Issued lately")),
    ("forms", lambda t: t.say("Forms and book")),
)


class ReportsPanel(PagePanel):
    """Four tabs beside the box that tells a genuine paper from a forged one.

    `came_back` when a form that was shown is put away.
    """

    came_back = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        kit = work.kit
        self.tabs = TabBar(kit, self._tabs())
        kit.bind(self.tabs, self.tabs.setAccessibleName, lambda t: t.say("Parts of the page"))
        self.make = MakePart(work)
        self.waiting = WaitingPart(work)
        self.log = LogTable(work)
        self.log.setContentsMargins(24, 12, 24, 8)
        self.box = GenuineBox(work)
        self._stack = QStackedWidget()
        self.forms = FormsPart(work, self._come_back)
        self._shown: dict[str, QWidget] = {
            "make": scrolled(self.make),
            "waiting": self.waiting,
            "issued": self.log,
            "forms": scrolled(self.forms),
        }
        for part in self._shown.values():
            self._stack.addWidget(part)
        self._rail = QWidget()
        beside = QVBoxLayout(self._rail)
        beside.setContentsMargins(16, 16, 16, 16)
        beside.addWidget(self.box)
        beside.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(24, 12, 24, 0)
        head.setSpacing(4)
        head.addWidget(Label(kit, lambda t: t.say("Reports"), Size.X, strong=True))
        head.addWidget(self.tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline(kit))
        column.addWidget(self._stack, 1)
        self._connect()
        self._add_actions()

    # --- the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def arrive(self, argument: object) -> None:
        if argument == GENUINE:
            QTimer.singleShot(0, self._begin_box)  # when this page has its rail
            return
        if isinstance(argument, str) and argument in self.tabs.keys():  # noqa: SIM118  no mapping
            self.tabs.choose(argument)
            return
        if isinstance(argument, Sequence) and argument and not isinstance(argument, str):
            self.make.show_men([one for one in argument if isinstance(one, UUID)])
            self.tabs.choose("make")
            return
        self.tabs.choose(self.tabs.current())

    @override
    def retranslate(self, translator: object) -> None:
        self._read(self.tabs.current())

    # --- inside

    def _tabs(self) -> list[tuple[str, Words]]:
        roles = self._work.workspace.actor.roles
        asks = may(roles, Right.ISSUE_REPORT) or may(roles, Right.APPROVE_DISCLOSURE)
        reads = asks or may(roles, Right.READ_DISCLOSURES)
        drafts = may(roles, Right.DRAFT_REPORT)
        allowed = {"make": drafts, "waiting": asks, "issued": reads, "forms": drafts}
        return [(key, words) for key, words in _TABS if allowed[key]]

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._show_part)
        self.make.asked.connect(self._preview)
        for part in (self.waiting, self.log, self.box):
            part.opened.connect(self._open)
        self._work.bus.listen(self._touched, "disclosures")

    def _begin_box(self) -> None:
        self.rail_asked.emit()
        self.box.begin()

    def _show_part(self, key: str) -> None:
        self._stack.setCurrentWidget(self._shown[key])
        self._work.actions.changed.emit()
        self._read(key)
        if key == "make":
            self.make.begin()
        elif key == "waiting":
            self.waiting.table.setFocus()
        elif key == "issued":
            self.log.table.setFocus()
        else:
            self.forms.begin()

    def _read(self, key: str) -> None:
        match key:
            case "make":
                self.make.count()
            case "waiting":
                self.waiting.read()
            case "issued":
                self.log.read()

    def _touched(self, _: Changes) -> None:
        if self.isVisible():
            self._read(self.tabs.current())

    def _come_back(self) -> None:
        self.came_back.emit()

    def _preview(self, audience: Audience, men: tuple[UUID, ...]) -> None:
        if self._work.doors.papers is not None:
            self._work.doors.papers.open_preview(men, audience)

    def _open(self, line: DisclosureLine) -> None:
        open_paper(self._work, line)

    def _add_actions(self) -> None:
        table = self._work.actions
        table.hint(PLACE, "Enter", self._enter_words)
        table.hint(PLACE, GENUINE_KEY, lambda t: t.say("genuine?"))
        for number, key in enumerate(self.tabs.keys(), 1):
            words = next(words for name, words in _TABS if name == key)
            table.add(
                Action(f"reports.{key}", words, f"Alt+{number}", place=PLACE), self._chooser(key)
            )

    def _enter_words(self, t: Translator) -> str:
        return t.say("preview") if self.tabs.current() == "make" else t.say("open")

    def _chooser(self, key: str) -> Callable[[], None]:
        return lambda: self.tabs.choose(key)
