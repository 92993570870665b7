"""Show the decisions by hand in a file: what each sets, why, by whom, whether it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.case_file import CaseFile
from app.shapes.overrides import OverrideView, Standing
from app.ui.cases.content import Card, StruckLabel
from app.ui.cases.spoken import day
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.decisions import set_words, standing_words
from app.wording.visible_text import visible


def decisions_card(work: Work, file: CaseFile) -> Card:
    """Return all decisions by hand; those that stand no more are struck through."""
    card = Card(work.kit, lambda t: t.say("Decisions by hand"))
    for view in file.overrides:
        card.body.addWidget(_decision(work, view))
    return card


def _decision(work: Work, view: OverrideView) -> QWidget:
    kit, doors = work.kit, work.doors
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 4)
    column.setSpacing(2)
    if view.may_be_lifted:
        column.addWidget(Label(kit, lambda t: set_words(view, t), strong=True, wrap=True))
    else:
        column.addWidget(StruckLabel(kit, lambda t: set_words(view, t), role=Role.TEXT2, wrap=True))
    due = view.standing is Standing.EXPIRED
    column.addWidget(
        Label(
            kit,
            lambda t: standing_words(view, t),
            role=Role.WARN if due else Role.TEXT2,
            wrap=True,
        )
    )
    column.addWidget(
        Label(
            kit,
            lambda t: t.say("Why: {reason}", reason=visible(view.reason)),
            wrap=True,
        )
    )
    column.addWidget(
        Label(
            kit,
            lambda t: t.say(
                "Evidence: {evidence}  ·  set on {date}, {name}",
                evidence=visible(view.evidence_ref),
                date=day(view.set_on, t, "table"),
                name=visible(view.by),
            ),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
    )
    if view.may_be_lifted and doors.decisions is not None and doors.decisions.may_decide():
        decisions = doors.decisions
        row = QHBoxLayout()
        row.setSpacing(8)
        anew = quiet(kit, lambda t: t.say("Decide anew …"), icon="edit")
        anew.clicked.connect(lambda: decisions.open_decision(view.case_id, view))
        lift = quiet(kit, lambda t: t.say("Lift …"), icon="undo")
        lift.clicked.connect(lambda: decisions.lift(view))
        row.addWidget(anew)
        row.addWidget(lift)
        row.addStretch(1)
        column.addLayout(row)
    return holder
