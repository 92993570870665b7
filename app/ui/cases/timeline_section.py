"""Show what happened, by date of occurrence: date in words, its dot, the card of the event."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.case_file import AssertionView, CaseFile, EventView
from app.ui.cases.accounts_card import AccountsCard
from app.ui.cases.content import clear
from app.ui.cases.deeds import Deeds
from app.ui.cases.event_card import EventCard
from app.ui.cases.spoken import numbered_name, when
from app.ui.cases.timeline_parts import accounts_of, beneath_date, span_of
from app.ui.widgets.states import EmptyState
from app.ui.widgets.tabs import Segments
from app.ui.widgets.timeline import Timeline, TimelineItem
from app.ui.work import Work
from app.wording.vocabulary import label


class TimelineSection(QWidget):
    """The timeline of a case, newest first unless asked otherwise."""

    def __init__(self, work: Work, deeds: Deeds, file: CaseFile) -> None:
        super().__init__()
        self._work = work
        self._deeds = deeds
        self._file = file
        self._gone = [event for event in file.events if not event.stands]
        self.order = Segments(
            work.kit,
            [
                ("newest", lambda t: t.say("Newest first")),
                ("oldest", lambda t: t.say("Oldest first")),
            ],
            lambda t: t.say("Order"),
        )
        self.withdrawn = QCheckBox()
        gone = len(self._gone)
        work.kit.bind(
            self.withdrawn,
            self.withdrawn.setText,
            lambda t: t.say("Show withdrawn ({n})", n=t.number(gone)),
        )
        head = QHBoxLayout()
        head.addWidget(self.order)
        head.addStretch(1)
        head.addWidget(self.withdrawn)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 24, 24)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self._rows)
        column.addStretch(1)
        self.withdrawn.setVisible(bool(self._gone))
        self.withdrawn.setChecked(work.store.get("case.withdrawn") is True)
        if work.store.get("case.order") == "oldest":
            self.order.choose("oldest")
        self.order.chosen.connect(self._reorder)
        self.withdrawn.toggled.connect(self._toggle)
        self._show()

    def shown(self) -> tuple[EventView, ...]:
        """Return the events on screen, in their order."""
        events = [e for e in self._file.events if e.stands or self.withdrawn.isChecked()]
        return tuple(events if self.order.current() == "oldest" else reversed(events))

    def _reorder(self, key: str) -> None:
        self._work.store.set("case.order", key)
        self._show()

    def _toggle(self, on: bool) -> None:  # noqa: FBT001  what the signal sends
        self._work.store.set("case.withdrawn", on)
        self._show()

    def _show(self) -> None:
        clear(self._rows)
        events = self.shown()
        if not events:
            self._rows.addWidget(
                EmptyState(
                    self._work.kit,
                    "clock",
                    lambda t: t.say("Nothing recorded yet"),
                    lambda t: t.say("What is known of him stands here, event by event."),
                )
            )
        timeline = Timeline(self._work.kit)
        timeline.show_items([self._item(event) for event in events])
        self._rows.addWidget(timeline)

    def _item(self, event: EventView) -> TimelineItem:
        note = beneath_date(event.shown_date, self._work.kit.translator)
        return TimelineItem(
            key=str(event.id),
            date=lambda t: when(event.shown_date, t),
            span=span_of(event.shown_date),
            title=lambda t: label("event", event.code.value, t.lang),
            date_note=(lambda t: beneath_date(event.shown_date, t)) if note else "",
            card=lambda: self._card(event),
        )

    def _card(self, event: EventView) -> QWidget:
        kit, case_id, doors = self._work.kit, self._file.case_id, self._work.doors
        accounts = accounts_of(event, kit.translator)
        card = EventCard(
            kit,
            event,
            may_edit=doors.events is not None,
            may_attach=doors.exhibits is not None,
            told_below=[account.said.id for account in accounts],
        )
        if doors.events is not None:
            forms = doors.events
            card.correct_asked.connect(lambda one: forms.open_correct(case_id, one))
            card.source_asked.connect(lambda one: forms.open_add_source(case_id, one))
        card.attach_asked.connect(self._attach)
        card.withdraw_asked.connect(self._withdraw)
        card.word_withdraw_asked.connect(self._withdraw_word)
        if not accounts:
            return card
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(card)
        versus = AccountsCard(kit, accounts)
        versus.preferred.connect(lambda said: self._deeds.prefer(event, said))
        column.addWidget(versus)
        return holder

    def _attach(self, event: EventView) -> None:
        if self._work.doors.exhibits is not None:
            shown = numbered_name(self._file)
            self._work.doors.exhibits.attach(self._file.case_id, shown, event)

    def _withdraw(self, event: EventView) -> None:
        self._deeds.withdraw(event, self)

    def _withdraw_word(self, said: AssertionView) -> None:
        self._deeds.withdraw_word(said, self)
