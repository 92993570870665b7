"""Ask somebody who came, with his consent, what he went through and whom else he saw."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.services.handovers.checklist import record_debrief
from app.ui.cases.content import clear
from app.ui.events.draft import OtherMan
from app.ui.events.others_edit import OthersEdit
from app.ui.forms.searches import men_search
from app.ui.handovers.drafts import DebriefDraft, SeenDraft
from app.ui.handovers.step_forms import ForArrival, StepForm
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label
from app.ui.work import Work


class SeenRow(QWidget):
    """What he says of one man: when, where, how he was."""

    changed = Signal()

    def __init__(self, kit: Kit, man: OtherMan) -> None:
        super().__init__()
        self.man = man
        self.when = LineEdit(kit, lambda t: t.say("Last seen on"))
        self.where = LineEdit(kit, lambda t: t.say("Where"))
        self.condition = LineEdit(kit, lambda t: t.say("In what state"))
        self.knew = QCheckBox()
        self.heard = QCheckBox()
        kit.bind(self.knew, self.knew.setText, lambda t: t.say("He knew him before"))
        kit.bind(self.heard, self.heard.setText, lambda t: t.say("He only heard of him"))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.addWidget(Label(kit, man.shown, strong=True), 0, 0, 1, 3)
        heads = (
            lambda t: t.say("Last seen on"),
            lambda t: t.say("Where"),
            lambda t: t.say("In what state"),
        )
        for column, (words, edit) in enumerate(
            zip(heads, (self.when, self.where, self.condition), strict=True)
        ):
            grid.addWidget(Label(kit, words, Size.S, Role.TEXT2), 1, column)
            grid.addWidget(edit, 2, column)
            edit.textChanged.connect(lambda _: self.changed.emit())
        grid.addWidget(self.knew, 3, 0)
        grid.addWidget(self.heard, 3, 1, 1, 2)
        for column, share in enumerate((2, 3, 3)):
            grid.setColumnStretch(column, share)
        for tick in (self.knew, self.heard):
            tick.toggled.connect(lambda _: self.changed.emit())

    def value(self) -> SeenDraft:
        """Give what stands in the row."""
        return SeenDraft(
            self.man,
            self.when.text().strip(),
            self.where.text().strip(),
            self.condition.text().strip(),
            self.knew.isChecked(),
            self.heard.isChecked(),
        )

    def show_value(self, seen: SeenDraft) -> None:
        """Show what was kept."""
        self.when.setText(seen.when)
        self.where.setText(seen.where)
        self.condition.setText(seen.condition)
        self.knew.setChecked(seen.knew_him)
        self.heard.setChecked(seen.heard_only)


class SeenEdit(QWidget):
    """Whom else he saw: men found by name, each with a row; the next begins where this one was."""

    changed = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._kit = work.kit
        self.men = OthersEdit(work.kit, men_search(work))
        self.rows: list[SeenRow] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.men)
        column.addLayout(self._rows)
        self.men.changed.connect(self._follow)
        self.setFocusProxy(self.men)

    def value(self) -> tuple[SeenDraft, ...]:
        """Give what he says of each."""
        return tuple(row.value() for row in self.rows)

    def show_seen(self, seen: tuple[SeenDraft, ...]) -> None:
        """Show what was kept."""
        self.men.show_named(tuple(one.man for one in seen))
        self._draw(seen)

    def _follow(self) -> None:
        """Give every man who is named a row, and take the rows of others away."""
        had = {row.man.key: row.value() for row in self.rows}
        where = self.rows[-1].value().where if self.rows else ""
        self._draw(
            tuple(had.get(man.key) or SeenDraft(man, where=where) for man in self.men.named())
        )
        if self.rows and len(self.rows) > len(had):
            self.rows[-1].when.setFocus()
        self.changed.emit()

    def _draw(self, seen: tuple[SeenDraft, ...]) -> None:
        clear(self._rows)
        self.rows = []
        for one in seen:
            row = SeenRow(self._kit, one.man)
            row.show_value(one)
            row.changed.connect(self.changed)
            self.rows.append(row)
            self._rows.addWidget(row)


class DebriefForm(StepForm[DebriefDraft]):
    """The form of a debrief."""

    shape = DebriefDraft
    PLACE = "debrief_form"

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, self.PLACE, draft_form="record_debrief", title=lambda t: t.say("Debrief")
        )
        kit = self.kit
        self.consent = LineEdit(kit, lambda t: t.say("How he gave his consent"))
        self.interviewer = LineEdit(kit, lambda t: t.say("Who asked him"))
        self.narrative = TextArea(kit, lambda t: t.say("What he told of himself"), lines=4)
        self.seen = SeenEdit(work)
        agreed = self.section(lambda t: t.say("Consent"))
        agreed.add_row(
            (self.enter("consent", self.consent, lambda t: t.say("How he gave his consent")), 2),
            (self.enter("interviewer", self.interviewer, lambda t: t.say("Who asked him")), 1),
        )
        others = self.section(lambda t: t.say("Whom else did he see"))
        others.add(self.enter("seen", self.seen))
        others.add(
            Label(
                kit,
                lambda t: t.say(
                    "Each becomes a lead in the other man’s file, from a confidential source: he "
                    "himself is named there by a code alone."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        himself = self.section(lambda t: t.say("What he told of himself"))
        himself.add(self.enter("narrative", self.narrative))
        self.add_day()
        for line in (self.consent, self.interviewer):
            line.textChanged.connect(self.touched)
        self.narrative.changed.connect(self.touched)
        self.seen.changed.connect(self.touched)

    @override
    def first_field(self) -> None:
        self.consent.setFocus()

    @override
    def start(self, intention: ForArrival) -> None:
        self.seen.men.besides = str(intention.arrival.case_id or "")
        super().start(intention)

    @override
    def beginning(self, intention: ForArrival) -> DebriefDraft:
        return DebriefDraft(interviewer=self.work.workspace.actor.name)

    @override
    def draft(self) -> DebriefDraft:
        return DebriefDraft(
            day=self.day.text().strip(),
            consent=self.consent.text().strip(),
            interviewer=self.interviewer.text().strip(),
            narrative=self.narrative.text().strip(),
            seen=self.seen.value(),
        )

    @override
    def fill(self, draft: DebriefDraft) -> None:
        self.day.set_text(draft.day)
        self.consent.setText(draft.consent)
        self.interviewer.setText(draft.interviewer)
        self.narrative.set_text(draft.narrative)
        self.seen.show_seen(draft.seen)

    @override
    def write(self, intention: ForArrival, draft: DebriefDraft) -> None:
        request = draft.request(intention.arrival.id)
        self.work.write(lambda uow: record_debrief(uow, request), self.done, self.refuse_error)
