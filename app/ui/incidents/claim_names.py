"""The names behind the difference between a claim and our count, in a sheet of their own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from app.shapes.accounting import CountedMan
from app.shapes.claims import ClaimMen
from app.ui.accounting.names_block import men_in_columns
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.popover import Popover
from app.ui.widgets.text import Label

_WIDTH = 520


def claim_names(kit: Kit, found: ClaimMen, open_man: Callable[[UUID], object]) -> Popover:
    """Make the sheet: only on their list, only with us, registered later, rows not decided."""
    popover = Popover(kit, lambda t: t.say("The names behind the difference"), _WIDTH)

    def opened(case_id: UUID) -> None:
        popover.hide()
        open_man(case_id)

    parts: tuple[tuple[Words, Sequence[CountedMan]], ...] = (
        (lambda t: t.say("Only on their list"), found.theirs_only),
        (lambda t: t.say("Only with us"), found.ours_only),
        (lambda t: t.say("Registered here after that day"), found.later),
    )
    for head, men in parts:
        if men:
            popover.body.addWidget(Label(kit, head, strong=True))
            popover.body.addLayout(men_in_columns(kit, men, opened, 2))
    if found.rows:
        popover.body.addWidget(
            Label(kit, lambda t: t.say("Rows of their list not decided yet"), strong=True)
        )
        for row in found.rows:
            popover.body.addWidget(Label(kit, row, Size.S, Role.TEXT2, wrap=True))
    return popover
