"""Two files side by side: what is the same, what differs, what only one says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, override
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.errors import CaseInBin, CaseMerged, HomewardError
from app.i18n import Translator
from app.queries.merging.side_by_side import side_by_side
from app.shapes.case_file import CaseFile
from app.shapes.changes import Changes
from app.shapes.merging import Thing
from app.shapes.requests.merging import MergeRequest, MergeSide
from app.shapes.side_by_side import Becoming, SideBySide, SideEvent
from app.ui.cases.content import Card, clear, rail_limits
from app.ui.cases.spoken import event_place, short_number, when
from app.ui.cases.timeline_parts import span_of
from app.ui.likeness.deeds import LikenessDeeds
from app.ui.likeness.halves import Halves
from app.ui.likeness.side_parts import BOTH, FIRST, SECOND, FieldLine, ListLine
from app.ui.likeness.side_rail import SideRail
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import Button, plain, primary, quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label, hairline
from app.ui.widgets.timeline import Timeline, TimelineItem
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.merging import bar_sentence
from app.wording.vocabulary import label
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE: Final = "likeness"
_TEXTS: Final = frozenset(
    {
        MergeField.MARKS,
        MergeField.CIRCUMSTANCES,
        MergeField.CIRCUMSTANCES_RELEASABLE,
        MergeField.STEPS_TAKEN,
        MergeField.REMARK,
    }
)
_OF_THE_FILE: Final = frozenset(
    {MergeField.INCIDENT, MergeField.OFFICER, MergeField.RESPONSIBLE}
) | (_TEXTS - {MergeField.MARKS})


class SideBySidePanel(PagePanel):
    """The page of two files; `left` when it has nothing more to show."""

    left = Signal(str)

    def __init__(
        self,
        work: Work,
        deeds: LikenessDeeds,
        key: str,
        ids: tuple[UUID, UUID],
        named: Callable[[str, Words], None],
    ) -> None:
        super().__init__(work.kit, PLACE)
        self.work = work
        self.page: SideBySide | None = None
        self._deeds = deeds
        self._key = key
        self._ids = ids
        self._named = named
        self._chosen: dict[MergeField, int] = {}
        self._stays = 0
        self.lines: dict[MergeField, FieldLine] = {}
        self.halves: Halves | None = None
        self.side_rail = SideRail(work.kit)
        self._body = QVBoxLayout()
        self._body.setContentsMargins(24, 12, 24, 24)
        self._body.setSpacing(12)
        inside = QWidget()
        inside.setLayout(self._body)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(hairline(work.kit))
        column.addWidget(self._foot())
        work.bus.listen(self._on_changes, "cases")
        work.kit.theme.changed.connect(self._rebuild)
        self.reload()

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self.side_rail

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def retranslate(self, translator: Translator) -> None:
        self._rebuild()

    # --- what the person does

    def join(self) -> None:
        """Ask once more, then take the one file into the other."""
        if self.page is None:
            return
        stays, goes = self._files(self.page)
        request = MergeRequest(_side(stays), _side(goes), self.choices())
        doubts = self._becoming(self.page).doubts
        self._deeds.join(
            request, (stays.number, goes.number), doubts, self, lambda: self._joined(stays, goes)
        )

    def keep_apart(self) -> None:
        """Remember that they are two men."""
        self._deeds.keep_apart(*self._ids, self, self.go)

    def open_again(self) -> None:
        """Take back that they are two men."""
        self._deeds.open_again(*self._ids)

    def go(self) -> None:
        """Leave the two as they are; another day decides."""
        self.left.emit(self._key)

    def choices(self) -> Mapping[MergeField, Whose]:
        """Return what was chosen, as seen from the file that stays."""
        mine = self.halves.stays() if self.halves is not None else FIRST
        found: dict[MergeField, Whose] = {}
        for field, line in self.lines.items():
            kept = line.kept()
            if kept == BOTH:
                found[field] = Whose.BOTH
            elif kept in (FIRST, SECOND):
                found[field] = Whose.SURVIVOR if kept == mine else Whose.ABSORBED
        return found

    def _joined(self, stays: CaseFile, goes: CaseFile) -> None:
        if self.work.doors.cases is not None:
            self.work.doors.cases.open_case(stays.case_id)
        self.left.emit(str(goes.case_id))
        self.left.emit(self._key)

    # --- reading and showing

    def reload(self) -> None:
        """Read the two files again."""
        first, second = self._ids
        self.work.read(
            lambda reader: side_by_side(reader, first, second), self._show, self._not_read
        )

    def _not_read(self, error: Exception) -> None:
        if self.page is not None and isinstance(error, CaseInBin | CaseMerged):
            self.left.emit(self._key)
            return
        if isinstance(error, HomewardError):
            self._body.addWidget(Label(self.kit, lambda t: sentence(error, t), wrap=True))
            self._body.addStretch(1)
        else:
            self.work.messages.failed(error)

    def _on_changes(self, changes: Changes) -> None:
        if any(changes.touches("cases", one) for one in self._ids):
            self._remember()
            self.reload()

    def _rebuild(self) -> None:
        if self.page is not None:
            self._remember()
            self._show(self.page)

    def _remember(self) -> None:
        """Keep what was chosen over a page that is built anew."""
        self._stays = self.halves.stays() if self.halves is not None else 0
        self._chosen = {field: line.kept() for field, line in self.lines.items()}

    def _show(self, page: SideBySide) -> None:
        self.page = page
        at = self._scroll.verticalScrollBar().value()
        clear(self._body)
        first, second = page.first, page.second
        self.halves = Halves(self.work, first, second)
        self.halves.let_stay(self._stays or (FIRST if page.stays == first.case_id else SECOND))
        self.halves.stays_changed.connect(self._follow)
        self._body.addWidget(self.halves)
        self._add_rows(page)
        self._body.addWidget(self._timeline(page))
        self._body.addStretch(1)
        self._propose(page)
        self._follow()
        self._scroll.verticalScrollBar().setValue(at)
        numbers = short_number(first.number)[0], short_number(second.number)[0]
        self._named(
            self._key, lambda t: t.say("{first} and {second}", first=numbers[0], second=numbers[1])
        )

    def _add_rows(self, page: SideBySide) -> None:
        self.lines = {
            row.field: FieldLine(self.kit, row, may_keep_both=row.field in _TEXTS)
            for row in page.fields
        }
        man = Card(self.kit, lambda t: t.say("The man"))
        file = Card(self.kit, lambda t: t.say("What the files say"))
        more = Card(self.kit, lambda t: t.say("Numbers, family, exhibits"))
        names = [row for row in page.lists if row.thing is Thing.NAMES]
        rest = [row for row in page.lists if row.thing is not Thing.NAMES]
        for field, line in self.lines.items():
            (file if field in _OF_THE_FILE else man).body.addWidget(line)
            if field is MergeField.NAME:
                for row in names:
                    man.body.addWidget(ListLine(self.kit, row))
        for row in rest:
            more.body.addWidget(ListLine(self.kit, row))
        self._body.addWidget(man)
        if rest:
            self._body.addWidget(more)
        if any(field in _OF_THE_FILE for field in self.lines):
            self._body.addWidget(file)

    def _propose(self, page: SideBySide) -> None:
        """Choose what is proposed, where nobody chose otherwise."""
        proposed = self._becoming(page).proposed
        mine = self.halves.stays() if self.halves is not None else FIRST
        for field, line in self.lines.items():
            whose = proposed.get(field, Whose.SURVIVOR)
            other = SECOND if mine == FIRST else FIRST
            usual = {Whose.SURVIVOR: mine, Whose.ABSORBED: other, Whose.BOTH: BOTH}[whose]
            line.keep(self._chosen.get(field, -1) if self._chosen.get(field, -1) > 0 else usual)

    def _timeline(self, page: SideBySide) -> Card:
        card = Card(self.kit, lambda t: t.say("What happened, on one line of time"))
        timeline = Timeline(self.kit)
        timeline.show_items([self._item(page, one) for one in page.events])
        timeline.opened.connect(self._open_event)
        card.body.addWidget(timeline)
        return card

    def _open_event(self, key: str) -> None:
        """Open the file that an event is from."""
        for one in self.page.events if self.page is not None else ():
            if str(one.event.id) == key and self.work.doors.cases is not None:
                self.work.doors.cases.open_case(self._ids[one.which - 1], "timeline")

    def _item(self, page: SideBySide, one: SideEvent) -> TimelineItem:
        event, number = one.event, (page.first if one.which == FIRST else page.second).number
        return TimelineItem(
            key=str(event.id),
            date=lambda t: when(event.shown_date, t),
            span=span_of(event.shown_date),
            title=lambda t: label("event", event.code.value, t.lang),
            detail=lambda t: " · ".join(part for part in (number, event_place(event, t)) if part),
        )

    def _becoming(self, page: SideBySide) -> Becoming:
        first = self.halves is None or self.halves.stays() == FIRST
        return page.if_first_stays if first else page.if_second_stays

    def _files(self, page: SideBySide) -> tuple[CaseFile, CaseFile]:
        first = self.halves is None or self.halves.stays() == FIRST
        return (page.first, page.second) if first else (page.second, page.first)

    # --- the foot

    def _foot(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(10)
        self.told = Label(self.kit, "", role=Role.TEXT2, wrap=True)
        self.later = quiet(self.kit, lambda t: t.say("Decide later"))
        self.apart = plain(self.kit, lambda t: t.say("Not the same man …"))
        self.again = plain(self.kit, lambda t: t.say("Take this decision back"))
        self.button: Button = primary(self.kit, lambda t: t.say("Join the two files …"))
        row.addWidget(self.told, 1)
        for button, deed in (
            (self.later, self.go),
            (self.apart, self.keep_apart),
            (self.again, self.open_again),
            (self.button, self.join),
        ):
            button.clicked.connect(deed)
            row.addWidget(button)
            button.setEnabled(False)
        self.later.setEnabled(True)
        self.again.hide()
        return foot

    def _follow(self) -> None:
        """Say what would be done now, and whether it may be."""
        page = self.page
        if page is None:
            return
        becoming = self._becoming(page)
        self.side_rail.show_page(page, becoming)
        self.apart.setVisible(page.decided is None)
        self.again.setVisible(page.decided is not None)
        roles = self.work.workspace.actor.roles
        writes = self.work.workspace.read_only is None
        for button in (self.apart, self.again):
            button.setEnabled(writes and may(roles, Right.EDIT_CASE))
        allowed = writes and may(roles, Right.MERGE_CASES)
        self.button.setEnabled(allowed and not becoming.bars)
        stays, goes = self._files(page)
        if becoming.bars:
            bar = becoming.bars[0]
            self.told.set_words(lambda t: bar_sentence(bar, t))
        elif not allowed:
            self.told.set_words(lambda t: t.say("Joining files is for a supervisor."))
        else:
            self.told.set_words(
                lambda t: t.say(
                    "{goes} would be taken into {stays}.", goes=goes.number, stays=stays.number
                )
            )


def _side(file: CaseFile) -> MergeSide:
    return MergeSide(file.case_id, file.version, file.person_version)
