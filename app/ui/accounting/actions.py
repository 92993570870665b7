"""Enter what one can do on an accounting sheet, with its keys."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.accounting.pane import AccountingPane
from app.ui.shell.actions import Action, ActionTable
from app.ui.shell.frame_actions import MAIN


def add_sheet_actions(
    table: ActionTable, place: str, pane: Callable[[], AccountingPane | None]
) -> None:
    """Enter the actions of a sheet at a place; `pane` gives the one in front."""

    def run(what: Callable[[AccountingPane], object]) -> Callable[[], None]:
        def at_front() -> None:
            front = pane()
            if front is not None:
                what(front)

        return at_front

    table.hint(place, "← →", lambda t: t.say("day"))
    table.hint(place, "Enter", lambda t: t.say("names"))
    table.add(
        Action(
            "sheet.day",
            lambda t: t.say("As known on another day"),
            "G",
            "calendar",
            place,
            MAIN,
            footer=lambda t: t.say("another day"),
        ),
        run(AccountingPane.ask_day),
    )
    table.add(
        Action(
            "sheet.define",
            lambda t: t.say("What each line counts"),
            "D",
            "question",
            place,
            MAIN,
            footer=lambda t: t.say("definition"),
        ),
        run(AccountingPane.define),
    )
    table.add(
        Action(
            "sheet.print",
            lambda t: t.say("Print sheet"),
            "Ctrl+P",
            "print",
            place,
            MAIN,
            footer=lambda t: t.say("print sheet"),
        ),
        run(AccountingPane.print_sheet),
    )
    table.add(
        Action("sheet.lines", lambda t: t.say("Save the sum as a table"), "", "", place, MAIN),
        run(lambda front: front.save_table(names=False)),
    )
    table.add(
        Action("sheet.names", lambda t: t.say("Save the names as a table"), "", "", place, MAIN),
        run(lambda front: front.save_table(names=True)),
    )
