"""Print the list of cases as it is narrowed and sorted: ask for columns, then show the sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import override

from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.errors import BadInput
from app.jobs.papers.case_list import draft_case_list, note_list_leaves
from app.reports.case_list_sheet import lies_across
from app.shapes.case_list_paper import USUAL_COLUMNS, CaseColumn, CaseListWanted, PageTurn
from app.ui.cases.listing import Asked
from app.ui.doors import SheetToPrint
from app.ui.widgets.fields import Combo
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import Sheet
from app.ui.work import Work
from app.wording.bad_input import bad_input_sentence
from app.wording.case_list_paper import column_head, turn_words

_KEPT = "cases.printed_list"
_ACROSS = 2


class ListPrinting:
    """Leads from the list on the screen to the list on paper; the last choice stands."""

    def __init__(self, work: Work, host: QWidget, back: Callable[[], object]) -> None:
        self._work = work
        self._host = host
        self._back = back

    def ask(self, asked: Asked) -> ColumnsSheet:
        """Ask which columns, then show the paper of what the filter lets through."""
        columns, turn = self._last()
        sheet = ColumnsSheet(self._work.kit, columns, turn, self._host)

        def show(chosen: tuple[tuple[CaseColumn, ...], PageTurn]) -> None:
            sheet.accept()
            self._work.store.set(_KEPT, {"columns": list(chosen[0]), "turn": chosen[1].value})
            self.show(CaseListWanted(asked.wanted, asked.sort, asked.descending, *chosen))

        sheet.given.connect(show)
        sheet.open()
        return sheet

    def show(self, wanted: CaseListWanted) -> None:
        """Show a list as it would be printed."""
        papers, workspace = self._work.doors.papers, self._work.workspace
        if papers is None:
            return
        papers.open_sheet(
            SheetToPrint(
                title=lambda t: t.say("List of cases"),
                explained=lambda t: t.say(
                    "Whom the filter lets through, with the columns you chose."
                ),
                draft=lambda lang, paper: draft_case_list(workspace, wanted, lang, paper=paper),
                file_name=self._work.kit.say(lambda t: t.say_in("file name", "cases")),
                back=self._back,
                note=lambda: note_list_leaves(workspace, wanted),
            )
        )

    def _last(self) -> tuple[tuple[CaseColumn, ...], PageTurn]:
        kept = self._work.store.get(_KEPT)
        if not isinstance(kept, dict):
            return USUAL_COLUMNS, PageTurn.AUTO
        named = kept.get("columns")
        names = set(named) if isinstance(named, list) else set()
        columns = tuple(column for column in CaseColumn if column.value in names)
        turn = next((one for one in PageTurn if one.value == kept.get("turn")), PageTurn.AUTO)
        return columns or USUAL_COLUMNS, turn


class ColumnsSheet(Sheet):
    """Asks for the columns of a printed list; `given` carries them and how the page lies."""

    def __init__(
        self, kit: Kit, columns: Sequence[CaseColumn], turn: PageTurn, host: QWidget
    ) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Print this list"),
            lambda t: t.say("The cases of the list on the screen, in its order. Choose columns."),
            lambda t: t.say("Show the pages"),
            host,
        )
        self.boxes: dict[CaseColumn, QCheckBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(6)
        half = -(-len(CaseColumn) // _ACROSS)
        for at, column in enumerate(CaseColumn):
            box = QCheckBox()
            kit.bind(box, box.setText, _named(column))
            box.setChecked(column in columns)
            self.boxes[column] = box
            grid.addWidget(box, at % half, at // half)
        self.body.addLayout(grid)
        self.turn = Combo(kit, lambda t: t.say("Page"))
        self.turn.set_choices([(one, _turned(one)) for one in PageTurn])
        self.turn.set_code(turn)
        self.body.addWidget(Field(kit, lambda t: t.say("Page"), self.turn))
        self.boxes[CaseColumn.NUMBER].setFocus()

    @override
    def give(self) -> None:
        columns = tuple(column for column, box in self.boxes.items() if box.isChecked())
        code = self.turn.code()
        turn = code if isinstance(code, PageTurn) else PageTurn.AUTO
        try:
            lies_across(columns, turn)
        except BadInput as error:
            data = dict(error.data)
            self.refuse(lambda t: bad_input_sentence(data, t))
            return
        self.hand_on((columns, turn))


def _named(column: CaseColumn) -> Words:
    return lambda t: column_head(column, t)


def _turned(turn: PageTurn) -> Words:
    return lambda t: turn_words(turn, t)
