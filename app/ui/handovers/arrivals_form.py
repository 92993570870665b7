"""Record who came with a handover: ticked on the manifest, found in the register, or as told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from app.clock import OFFICE_ZONE
from app.services.handovers.arrivals import record_arrivals
from app.shapes.changes import Outcome
from app.shapes.handovers import HandoverPage
from app.ui.events.others_edit import OthersEdit
from app.ui.forms.drafted_form import DraftedForm
from app.ui.forms.searches import men_search
from app.ui.forms.short_date import ShortDate
from app.ui.handovers.drafts import ArrivalsDraft
from app.ui.handovers.who_came import ManifestTicks, ToldNames
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.text import Label
from app.ui.work import Work

PLACE = "arrivals_form"


@dataclass(frozen=True, slots=True)
class Arriving:
    """Somebody more came with a handover."""

    page: HandoverPage


class ArrivalsForm(DraftedForm[Arriving, ArrivalsDraft]):
    """The form of who came."""

    opened_with = (Arriving,)
    shape = ArrivalsDraft

    def __init__(self, work: Work) -> None:
        super().__init__(
            work,
            PLACE,
            draft_form="record_arrivals",
            save_words=lambda t: t.say("Save who came"),
        )
        self._build()
        self.title.set_words(lambda t: t.say("Record who came"))
        self.more_button.hide()

    def _build(self) -> None:
        kit, today = self.kit, self.work.workspace.clock.today()
        self.day = ShortDate(kit, lambda t: t.say("Day"), not_after=today)
        self.hour = LineEdit(kit, lambda t: t.say("Hour, if known"))
        self.hour.setFixedWidth(kit.theme.scaled(96))
        self.receiver = LineEdit(kit, lambda t: t.say("Who took them over"))
        self.ticks = ManifestTicks(kit)
        self.everybody = quiet(kit, lambda t: t.say("Tick everybody, or nobody"))
        self.everybody.clicked.connect(self.ticks.tick_all)
        self.men = OthersEdit(kit, men_search(self.work))
        self.told = ToldNames(kit)
        when = self.section(lambda t: t.say("When they came"))
        when.add_row(
            (self.enter("day", self.day, lambda t: t.say("Day")), 0),
            (self.enter("hour", self.hour, lambda t: t.say("Hour, if known")), 0),
            (self.enter("receiver", self.receiver, lambda t: t.say("Who took them over")), 1),
        )
        when.add(
            Label(
                kit,
                lambda t: t.say("From this moment 48 hours run to verify each of them."),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        self.listed = self.section(lambda t: t.say("On the manifest"))
        self.listed.add(self.ticks)
        self.listed.add_row((self.everybody, 0), (QWidget(), 1))
        known = self.section(lambda t: t.say("Men of the register"))
        known.add(self.enter("men", self.men))
        others = self.section(lambda t: t.say("Others, as they gave their names"))
        others.add(self.enter("told", self.told))
        others.add(
            Label(
                kit,
                lambda t: t.say(
                    "Whoever is not in the register gets a provisional file. Once it is known who "
                    "he is, the two files are merged."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        for signal in (
            self.day.changed, self.hour.textChanged, self.receiver.textChanged,
            self.ticks.changed, self.men.changed, self.told.changed,
        ):  # fmt: skip
            signal.connect(self.touched)

    @override
    def first_field(self) -> None:
        (self.ticks if self.ticks.count() else self.told).setFocus()

    @override
    def start(self, intention: Arriving) -> None:
        self.intention = intention
        page = intention.page
        self.back.set_words(page.number)
        came = {one.row_id for one in page.arrivals}
        cases = {one.case_id for one in page.arrivals}
        men = () if page.manifest is None else page.manifest.men
        self.ticks.show_men([m for m in men if m.case_id is None or m.case_id not in cases], came)
        self.listed.setVisible(bool(self.ticks.count()))
        self.show_draft(self._beginning(page))
        self.begin(str(page.id))

    def _beginning(self, page: HandoverPage) -> ArrivalsDraft:
        """Begin on the day of the handover; at this hour where that is today."""
        now = self.work.workspace.clock.now().astimezone(OFFICE_ZONE)
        day = page.occurred.earliest if page.occurred.is_exact_day else now.date()
        if day is None or day > now.date():
            day = now.date()
        just_now = day == now.date() and now.hour + now.minute > 0
        hour = f"{now - timedelta(minutes=1):%H:%M}" if just_now else ""
        last = max((one.arrived_at for one in page.arrivals), default=None)
        if last is not None:
            return ArrivalsDraft(f"{last.astimezone(OFFICE_ZONE):%d.%m.%Y}",
                                 f"{last.astimezone(OFFICE_ZONE):%H:%M}")  # fmt: skip
        return ArrivalsDraft(f"{day:%d.%m.%Y}", hour)

    @override
    def draft(self) -> ArrivalsDraft:
        return ArrivalsDraft(
            day=self.day.text().strip(),
            hour=self.hour.text().strip(),
            receiver=self.receiver.text().strip(),
            rows=self.ticks.ticked(),
            men=self.men.named(),
            told=self.told.value(),
        )

    @override
    def fill(self, draft: ArrivalsDraft) -> None:
        self.day.set_text(draft.day)
        self.hour.setText(draft.hour)
        self.receiver.setText(draft.receiver)
        self.ticks.tick(draft.rows)
        self.men.show_named(draft.men)
        self.told.show_told(draft.told)

    @override
    def write(self, intention: Arriving, draft: ArrivalsDraft) -> None:
        request = draft.request(intention.page.id, self.work.workspace.clock.now())
        self.work.write(lambda uow: record_arrivals(uow, request), self._saved, self.refuse_error)

    @Slot(object)
    def _saved(self, outcome: Outcome[tuple[UUID, ...]]) -> None:
        n = len(outcome.value)
        self.saved(
            lambda t: t.say_n(
                "{n} man is recorded as arrived.", "{n} men are recorded as arrived.", n
            )
        )
