"""Offer what is seldom done with a file in the menu at its corner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

if TYPE_CHECKING:
    from app.ui.cases.case_file_panel import CaseFilePanel


def file_menu(panel: CaseFilePanel) -> QMenu:
    """Make the menu of a file; it lets go of itself once it closes."""
    menu = QMenu(panel)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    t, doors = panel.kit.translator, panel.work.doors
    if doors.exhibits is not None:
        menu.addAction(t.say("Attach exhibit …")).triggered.connect(panel.attach_exhibit)
        if panel.has_photo():
            away = menu.addAction(t.say("Take his photo away"))
            away.triggered.connect(panel.take_photo_away)
    if doors.likeness is not None:
        menu.addAction(t.say("Compare with another man …")).triggered.connect(panel.compare)
    roles = panel.work.workspace.actor.roles
    if doors.papers is not None and may(roles, Right.READ_DISCLOSURES):
        access = menu.addAction(t.say("Answer a request for access …"))
        access.triggered.connect(panel.answer_access)
    if doors.decisions is not None and doors.decisions.may_decide():
        menu.addAction(t.say("Decide by hand") + " …").triggered.connect(panel.decide_by_hand)
        if panel.to_be_lifted():
            lift = menu.addAction(t.say("Lift a decision by hand") + " …")
            lift.triggered.connect(panel.lift_decision)
    if panel.is_closed():
        menu.addAction(t.say("Open this case again") + " …").triggered.connect(panel.reopen_case)
    else:
        menu.addAction(t.say("Close this case") + " …").triggered.connect(panel.close_case)
    if may(roles, Right.REMOVE_CASE):
        menu.addAction(t.say("Put into the bin") + " …").triggered.connect(panel.put_into_bin)
    return menu
