"""The list of lists: Enter opens one on the workbench, N takes one in, C compares two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, override

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.i18n import Translator
from app.queries.lists.pages import list_lines
from app.shapes.changes import Changes
from app.shapes.lists import ListLine
from app.ui.lists.list_columns import ListColumns
from app.ui.lists.words import LIST_TYPE, coded
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.fields import Combo
from app.ui.widgets.giving_row import GivingRow
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label, hairline
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from models.vocabulary.lists import ListDirection, ListType
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

if TYPE_CHECKING:
    from app.ui.lists.door import ListsDoor

PLACE: Final = "lists"
_TO_COMPARE: Final = 2


class ListsPanel(PagePanel):
    """The page; Enter opens the list in hand."""

    def __init__(self, work: Work, door: ListsDoor) -> None:
        super().__init__(work.kit, PLACE)
        self._work = work
        self._door = door
        self._lines: tuple[ListLine, ...] = ()
        kit = work.kit
        self._may_take_in = may(work.workspace.actor.roles, Right.EDIT_LIST)
        self.table = TwoLineTable(
            kit, lambda t: t.say("Lists"), ListColumns(lambda: kit.translator).make()
        )
        self.counted = Label(kit, "", role=Role.TEXT2)
        self.way = Combo(kit, lambda t: t.say("In or out"))
        self.kind = Combo(kit, lambda t: t.say("Kind of list"))
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_actions()

    @override
    def arrive(self, argument: object) -> None:
        self._read()
        self.table.setFocus()

    @override
    def retranslate(self, translator: Translator) -> None:
        self.table.retranslate()

    # --- what the person does

    def open_in_hand(self, *_: object) -> None:
        """Open the list in hand on the workbench."""
        line = self._in_hand()
        if line is not None:
            self._door.open_list(line.id)

    def compare(self) -> None:
        """Compare the two that are ticked, else the one in hand with one that is asked for."""
        rows = [self.table.rows.row(at) for at in self.table.rows.ticked()]
        ticked = [row for row in rows if isinstance(row, ListLine)]
        if len(ticked) == _TO_COMPARE:
            self._door.compare(ticked[0].version_id, ticked[1].version_id)
            return
        line = self._in_hand()
        if line is not None:
            self._door.ask_what_to_compare(line.id, line.version_id)

    # --- building

    def _lay_out(self) -> None:
        kit = self.kit
        top = GivingRow(4)
        head = top.row
        head.addWidget(Label(kit, lambda t: t.say("Lists"), Size.X, strong=True))
        head.addSpacing(6)
        head.addWidget(self.counted)
        head.addStretch(1)
        head.addWidget(self.way)
        head.addWidget(self.kind)
        self.way.set_choices(
            [
                (None, lambda t: t.say("in and out")),
                (ListDirection.IN, lambda t: t.say("received")),
                (ListDirection.OUT, lambda t: t.say("sent")),
            ]
        )
        every: tuple[object, Words] = (None, lambda t: t.say("every kind"))
        self.kind.set_choices([every, *((one, coded(LIST_TYPE, one)) for one in ListType)])
        if self._may_take_in:
            new = plain(kit, lambda t: t.say("Take a list in"), icon="import", key="N")
            new.clicked.connect(self._door.take_in_new)
            head.addWidget(new)
            send = plain(kit, lambda t: t.say("Send a list"), icon="submissions", key="S")
            send.clicked.connect(self._door.send_new)
            head.addWidget(send)
        top.give_way([self.counted])
        self._body.addWidget(self.table)
        self._body.addWidget(self._nothing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(hairline(kit))
        column.addWidget(self._body, 1)

    def _nothing(self) -> EmptyState:
        kit, button = self.kit, None
        if self._may_take_in:
            button = primary(kit, lambda t: t.say("Take a list in"), icon="import", key="N")
            button.clicked.connect(self._door.take_in_new)
        return EmptyState(
            kit,
            "lists",
            lambda t: t.say("No list here"),
            lambda t: t.say(
                "Lists of names that came in or went out are kept word for word, and matched "
                "with our people row by row."
            ),
            button,
        )

    def _connect(self) -> None:
        self.table.row_opened.connect(self.open_in_hand)
        self.way.code_changed.connect(self._show)
        self.kind.code_changed.connect(self._show)
        self._work.bus.listen(self._touched, "lists", "list_versions", "list_rows")

    def _add_actions(self) -> None:
        table = self._work.actions
        table.drop_place(PLACE)
        table.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        table.hint(PLACE, "Enter", lambda t: t.say("open"))
        table.hint(PLACE, "Space", lambda t: t.say("tick"))
        if self._may_take_in:
            table.add(
                Action(
                    "lists.new",
                    lambda t: t.say("Take a list in"),
                    "N",
                    "import",
                    PLACE,
                    footer=lambda t: t.say("take a list in"),
                ),
                self._door.take_in_new,
            )
            table.add(
                Action(
                    "lists.send",
                    lambda t: t.say("Send a list of our men"),
                    "S",
                    "submissions",
                    PLACE,
                    footer=lambda t: t.say("send a list"),
                ),
                self._door.send_new,
            )
        table.add(
            Action(
                "lists.compare",
                lambda t: t.say("Compare two lists"),
                "C",
                "versus",
                PLACE,
                footer=lambda t: t.say("compare"),
            ),
            self.compare,
            may=lambda: self._in_hand() is not None,
        )

    # --- answers

    def _touched(self, _: Changes) -> None:
        if self.isVisible():
            self._read()

    def _read(self) -> None:
        self._work.read(list_lines, self._take)

    def _take(self, lines: tuple[ListLine, ...]) -> None:
        self._lines = lines
        self._show()

    def _show(self, *_: object) -> None:
        way, kind = self.way.code(), self.kind.code()
        shown = [
            line
            for line in self._lines
            if way in (None, line.direction) and kind in (None, line.kind)
        ]
        in_hand = self._in_hand()
        self.table.rows.set_rows(shown)
        self._body.setCurrentIndex(0 if shown else 1)
        self.counted.set_words(lambda t: t.say_n("{n} list", "{n} lists", len(shown)))
        if shown:
            same = (
                at for at, one in enumerate(shown) if in_hand is not None and one.id == in_hand.id
            )
            self.table.choose_row(next(same, 0))

    def _in_hand(self) -> ListLine | None:
        row = self.table.rows.row(self.table.current_row())
        return row if isinstance(row, ListLine) else None
