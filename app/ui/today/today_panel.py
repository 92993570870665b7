"""The page of the day: what waits, in groups, each line one key from the place that settles it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final, override  # Any: see the query

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from app.i18n import Translator
from app.queries.today.page import today_page
from app.shapes.today import TodayLine, TodayPage
from app.ui.cases.content import MIDDLE
from app.ui.cases.spoken import capital, day
from app.ui.shell.actions import Action
from app.ui.shell.frame_actions import MAIN
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.today.calendar_file import save_calendar
from app.ui.today.deeds import TodayDeeds
from app.ui.today.leading import Leading
from app.ui.today.listing import TodayList
from app.ui.today.opening import TaskForms
from app.ui.today.today_keeper import TodayKeeper
from app.ui.widgets.buttons import plain
from app.ui.widgets.fields import Combo
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label, hairline
from app.ui.work import Work
from app.wording.today import nothing_waits
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may
from models.vocabulary.tasks import SETTLED_BY_HAND, TodayKind

PLACE: Final = "today"
FIRST: Final = 20
"""Lines of a kind that are shown before one asks for the rest."""
ALL: Final = 2_000

type _Run = Callable[[], object]
type _May = Callable[[], bool]
_MINE, _EVERYBODYS, _AWAY = "mine", "everybodys", "away"


class TodayPanel(PagePanel):
    """The page; Enter goes to the place of a line, S puts it off, A hands it on, D ends it."""

    def __init__(self, work: Work, keeper: TodayKeeper, leading: Leading, forms: TaskForms) -> None:
        super().__init__(work.kit, PLACE)
        self.work = work
        self._leading, self._forms = leading, forms
        self._deeds = TodayDeeds(work)
        self._may = may(work.workspace.actor.roles, Right.MANAGE_TASKS)
        self._open_whole: set[TodayKind] = set()
        self._turn = 0
        self.page: TodayPage | None = None
        kit = work.kit
        self.listing = TodayList(kit)
        self.date = Label(kit, "", Size.M, Role.TEXT2)
        self.counted = Label(kit, "", Size.M, Role.TEXT2)
        self.whose = Combo(kit, lambda t: t.say("Whose"))
        self._empty: EmptyState | None = None
        self._body = QStackedWidget()
        self._lay_out()
        self.listing.opened.connect(self._opened)
        self.whose.code_changed.connect(self._chosen)
        keeper.touched.connect(self._touched)
        self._add_actions()

    # --- what the frame asks

    @override
    def arrive(self, argument: object) -> None:
        self._open_whole.clear()
        self.read()
        self.listing.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self, translator: Translator) -> None:
        self._say()

    # --- what the person does

    def read(self) -> None:
        """Read what waits, on the reading lane."""
        self._turn += 1
        turn, whole = self._turn, frozenset(self._open_whole)
        mine, away = self.whose.code() == _MINE, self.whose.code() == _AWAY

        # Any: the reader belongs to a floor the window never names.
        def query(reader: Any) -> tuple[int, TodayPage]:
            page = today_page(reader, mine, limit=FIRST, away=away)
            if not whole:
                return turn, page
            rest = today_page(reader, mine, whole, limit=ALL, away=away)
            longer = {group.kind: group for group in rest.groups}
            groups = tuple(longer.get(group.kind, group) for group in page.groups)
            return turn, replace(page, groups=groups)

        self.work.read(query, self._show)

    def go(self) -> None:
        """Open the place of the line in hand."""
        line = self.listing.line()
        if line is not None:
            self._leading.go(line)

    def put_off(self) -> None:
        """Put the line in hand off, or take one up again that was."""
        line = self.listing.line()
        if line is not None and line.put_off_until is None:
            self._deeds.put_off(line, self)
        elif line is not None:
            self._deeds.take_up(line)

    def hand_on(self) -> None:
        """Ask whom the line in hand is handed to."""
        line = self.listing.line()
        if line is not None:
            self._deeds.hand_on(line, self)

    def end(self) -> None:
        """Note that the line in hand is done."""
        line = self.listing.line()
        if line is not None:
            self._deeds.end(line, self)

    def switch(self) -> None:
        """Change between one's own lines and everybody's."""
        self.whose.set_code(_EVERYBODYS if self.whose.code() == _MINE else _MINE)

    # --- building

    def _lay_out(self) -> None:
        kit = self.kit
        head = QHBoxLayout()
        head.setContentsMargins(24, 4, 24, 10)
        head.setSpacing(8)
        head.addWidget(Label(kit, lambda t: t.say("Today"), Size.X, strong=True))
        head.addSpacing(6)
        head.addWidget(self.date, 0, MIDDLE)
        head.addSpacing(10)
        head.addWidget(self.counted, 0, MIDDLE)
        head.addStretch(1)
        self.whose.set_choices(
            [
                (_MINE, lambda t: t.say("mine and nobody’s")),
                (_EVERYBODYS, lambda t: t.say("everybody’s")),
                (_AWAY, lambda t: t.say("what was put off")),
            ]
        )
        kept = self.work.store.get("today.whose")
        self.whose.set_code(kept if kept in (_MINE, _EVERYBODYS) else _EVERYBODYS)
        head.addWidget(self.whose, 0, MIDDLE)
        if self._may:
            new = plain(kit, lambda t: t.say("New task"), icon="plus", key="T")
            new.clicked.connect(self._new_task)
            head.addWidget(new, 0, MIDDLE)
        self._body.addWidget(self.listing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline(kit))
        column.addWidget(self._body, 1)

    def _add_actions(self) -> None:
        table = self.work.actions
        table.drop_place(PLACE)
        table.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        table.hint(PLACE, "← →", lambda t: t.say("group"))
        table.hint(PLACE, "Enter", lambda t: t.say("go there"))
        table.add(
            Action("today.whose", lambda t: t.say("Mine, or everybody’s"), "M", "person", PLACE,
                   footer=lambda t: t.say("mine / all")),
            self.switch,
        )  # fmt: skip
        table.add(
            Action("today.calendar", lambda t: t.say("Due dates, as a calendar"), "Ctrl+Shift+S",
                   "calendar", PLACE, MAIN),
            lambda: save_calendar(self.work, self),
        )  # fmt: skip
        editors = self.work.doors.editors
        if editors is not None:  # the telephone rings while one reads the day
            table.add(
                Action("today.new_case", lambda t: t.say("New case"), "Ctrl+N", "plus", PLACE,
                       MAIN, footer=lambda t: t.say("New case")),
                editors.open_new_case,
            )  # fmt: skip
        if not self._may:
            return
        for name, words, key, icon, short, run, allowed in self._deeds_of_lines():
            table.add(
                Action(f"today.{name}", words, key, icon, PLACE, footer=short), run, may=allowed
            )

    def _deeds_of_lines(self) -> tuple[tuple[str, Words, str, str, Words, _Run, _May], ...]:
        return (
            ("put_off", lambda t: t.say("Put off, or take up again"), "S", "clock",
             lambda t: t.say("put off"), self.put_off, self._has_line),
            ("hand_on", lambda t: t.say("Hand on"), "A", "person",
             lambda t: t.say("hand on"), self.hand_on, self._has_line),
            ("end", lambda t: t.say_in("task", "Done"), "D", "check",
             lambda t: t.say_in("key", "done"), self.end, self._can_end),
            ("new", lambda t: t.say("New task"), "T", "plus",
             lambda t: t.say("new task"), self._new_task, _always),
        )  # fmt: skip

    def _has_line(self) -> bool:
        return self.listing.line() is not None

    def _can_end(self) -> bool:
        line = self.listing.line()
        return line is not None and (line.kind is TodayKind.TASK or line.kind in SETTLED_BY_HAND)

    # --- answers

    def _show(self, answer: tuple[int, TodayPage]) -> None:
        turn, page = answer
        if turn != self._turn:
            return
        self.page = page
        self.listing.show_groups(page.groups)
        if page.groups:
            self._body.setCurrentIndex(0)
        else:
            self._show_nothing(page)
        self._say()

    def _say(self) -> None:
        page = self.page
        if page is None:
            return
        self.date.set_words(lambda t: capital(day(page.on, t)))
        self.counted.set_words(lambda t: _count_words(page, t))

    def _show_nothing(self, page: TodayPage) -> None:
        if self._empty is not None:
            self._body.removeWidget(self._empty)
            self._empty.deleteLater()
        self._empty = EmptyState(
            self.kit,
            "today",
            lambda t: t.say("Nothing waits"),
            lambda t: nothing_waits(page, t),
        )
        self._body.addWidget(self._empty)
        self._body.setCurrentWidget(self._empty)

    @Slot(object)
    def _opened(self, what: object) -> None:
        if isinstance(what, TodayLine):
            self.go()
        elif isinstance(what, TodayKind):
            self._open_whole.add(what)
            self.read()

    def _new_task(self) -> None:
        self._forms.open_task()

    def _chosen(self, *_: object) -> None:
        code = self.whose.code()
        if code in (_MINE, _EVERYBODYS):
            self.work.store.set("today.whose", str(code))
        self.read()

    @Slot()
    def _touched(self) -> None:
        if self.isVisible():
            self.read()


def _count_words(page: TodayPage, t: Translator) -> str:
    waits = t.say_n("{n} line waits", "{n} lines wait", page.total)
    if not page.put_off:
        return waits
    away = t.say_n("{n} put off", "{n} put off", page.put_off)
    return t.say("{waits}  ·  {away}", waits=waits, away=away)


def _always() -> bool:
    return True
