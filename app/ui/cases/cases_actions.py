"""Enter what one can do in the register, with its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.shell.actions import Action
from app.ui.shell.frame_actions import MAIN
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

if TYPE_CHECKING:
    from app.ui.cases.cases_panel import CasesPanel


def add_cases_actions(panel: CasesPanel) -> None:
    """Enter the actions and hints of the register."""
    table, place, doors = panel.work.actions, panel.place, panel.work.doors
    table.drop_place(place)
    table.hint(place, "↑ ↓", lambda t: t.say("move"))
    table.hint(place, "Enter", lambda t: t.say("open"))
    if doors.papers is not None:
        table.hint(place, "Space", lambda t: t.say("tick"))
    if doors.events is not None:
        table.add(
            Action(
                "cases.record",
                lambda t: t.say("Record event"),
                "E",
                "plus",
                place,
                footer=lambda t: t.say("record event"),
            ),
            panel.record_event,
            may=lambda: panel.table.man_in_hand() is not None,
        )
    table.add(
        Action(
            "cases.why",
            lambda t: t.say("Why this headline?"),
            "W",
            "question",
            place,
            footer=lambda t: t.say("why"),
        ),
        panel.man_rail.show_why,
        may=lambda: panel.man_rail.file is not None,
    )
    table.add(
        Action(
            "cases.find",
            lambda t: t.say("Find in this list"),
            "Ctrl+F",
            "filter",
            place,
            footer=lambda t: t.say("find"),
        ),
        panel.find_in_list,
    )
    if doors.accounting is not None:
        table.add(
            Action(
                "cases.account",
                lambda t: t.say("Account for these"),
                "Ctrl+Shift+A",
                "statistics",
                place,
                MAIN,
            ),
            panel.account_for_these,
        )
    table.add(
        Action("cases.again", lambda t: t.say("Read again"), "F5", "", place, MAIN),
        panel.read_again,
    )
    table.add(
        Action("cases.compact", lambda t: t.say("One line a man, or two"), "", "", place, MAIN),
        panel.toggle_compact,
    )
    if doors.papers is not None:
        table.add(
            Action(
                "cases.print",
                lambda t: t.say("Print"),
                "Ctrl+P",
                "print",
                place,
                MAIN,
                footer=lambda t: t.say("print"),
            ),
            panel.print_ticked,
            may=lambda: bool(panel.table.ticked_men()),
        )
    if doors.submissions is not None and may(
        panel.work.workspace.actor.roles, Right.EDIT_SUBMISSION
    ):
        table.add(
            Action(
                "cases.submission",
                lambda t: t.say("New submission about these"),
                "S",
                "submissions",
                place,
                MAIN,
            ),
            panel.submit_ticked,
            may=lambda: bool(panel.table.ticked_men()),
        )
    if doors.papers is not None and may(panel.work.workspace.actor.roles, Right.DRAFT_REPORT):
        table.add(
            Action(
                "cases.list",
                lambda t: t.say("Print this list"),
                "Ctrl+Shift+P",
                "print",
                place,
                MAIN,
            ),
            panel.print_list,
        )
    if doors.lists is not None and may(panel.work.workspace.actor.roles, Right.EDIT_LIST):
        table.add(
            Action(
                "cases.send",
                lambda t: t.say("Send these men on a list"),
                "L",
                "lists",
                place,
                MAIN,
            ),
            panel.send_ticked,
            may=lambda: bool(panel.table.ticked_men()),
        )
    if may(panel.work.workspace.actor.roles, Right.ISSUE_REPORT):
        table.add(
            Action(
                "cases.table",
                lambda t: t.say("Save this list as a table"),
                "Ctrl+Shift+S",
                "",
                place,
                MAIN,
            ),
            panel.save_table,
        )
    if may(panel.work.workspace.actor.roles, Right.REMOVE_CASE):
        table.add(
            Action("cases.bin", lambda t: t.say("Put into the bin"), "Del", "", place, MAIN),
            panel.put_ticked_into_bin,
            may=lambda: bool(panel.table.ticked_men()),
        )
    if doors.editors is not None:
        table.add(
            Action("cases.new", lambda t: t.say("New case"), "Ctrl+N", "plus", place, MAIN),
            doors.editors.open_new_case,
        )
