"""The list of men who may be one: two by two, the likeliest first, each decided by a person."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, override

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.i18n import Translator
from app.queries.finding.likeness import count_pairs, likely_pairs
from app.services.merging.not_same import mark_not_same
from app.shapes.changes import Changes
from app.shapes.like_pairs import LIKELY, PairFilter, PairRow
from app.shapes.progress import Progress
from app.shapes.requests.merging import MarkNotSame
from app.ui.cases.content import clear, rail_limits
from app.ui.forms.saved import tell_saved
from app.ui.likeness.pair_columns import PairColumns
from app.ui.likeness.pair_keeper import PairKeeper
from app.ui.likeness.pair_rail import PairRail
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState, ProgressCard
from app.ui.widgets.text import Label, hairline
from app.ui.widgets.two_line_table import TwoLineTable
from app.ui.work import Work
from app.wording.vocabulary import label
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE: Final = "pairs"
MOST: Final = 500
"""Pairs that are shown at once; who decides them sees the next."""

_VERY_LIKELY: Final = 0.9
_TIERS: Final = (("T1", (1,)), ("T2", (2,)), ("T3", (3,)), ("T4", (4,)))


class PairsPanel(PagePanel):
    """The page; Enter sets two files side by side, N says that they are two men."""

    def __init__(self, work: Work, keeper: PairKeeper) -> None:
        super().__init__(work.kit, PLACE)
        self.work = work
        self._keeper = keeper
        self._wanted = PairFilter()
        self._turn = 0
        actor = work.workspace.actor
        self._may_decide = may(actor.roles, Right.EDIT_CASE)
        kit = work.kit
        self.table = TwoLineTable(
            kit,
            lambda t: t.say("Perhaps one man"),
            PairColumns(lambda: kit.translator).make(),
        )
        self.pair_rail = PairRail(
            kit, may_decide=self._may_decide, may_compare=work.doors.likeness is not None
        )
        self.counted = Label(kit, "", Size.M, Role.TEXT2)
        self.likely = Combo(kit, lambda t: t.say("How likely"))
        self.tiers = Combo(kit, lambda t: t.say("How near the names are"))
        self.progress: ProgressCard | None = None
        self._above = QVBoxLayout()
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()
        self._add_actions()

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self.pair_rail

    @override
    def rail_width(self) -> tuple[int, int]:
        return rail_limits(self.kit)

    @override
    def arrive(self, argument: object) -> None:
        self._keeper.look_through()
        self.read()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self, translator: Translator) -> None:
        self.table.retranslate()

    # --- what the person does

    def pair_in_hand(self) -> PairRow | None:
        """Return the pair of the line in hand."""
        row = self.table.rows.row(self.table.current_row())
        return row if isinstance(row, PairRow) else None

    def compare(self, *_: object) -> None:
        """Open the two files side by side."""
        row = self.pair_in_hand()
        if row is not None and self.work.doors.likeness is not None:
            self.work.doors.likeness.compare(row.a.case_id, row.b.case_id)

    def keep_apart(self) -> None:
        """Remember that these are two men, and offer to take that back."""
        row = self.pair_in_hand()
        if row is None or not self._may_decide:
            return
        request = MarkNotSame(row.a.case_id, row.b.case_id)
        self.work.write(
            lambda uow: mark_not_same(uow, request),
            lambda _: tell_saved(
                self.work, lambda t: t.say("It is remembered that these are two men.")
            ),
        )

    def read(self) -> None:
        """Read the pairs that wait."""
        self._turn += 1
        turn, wanted = self._turn, self._wanted
        self.work.read(
            lambda reader: (
                turn, count_pairs(reader, wanted), likely_pairs(reader, wanted, limit=MOST)
            ),
            self._show,
        )  # fmt: skip

    # --- building

    def _lay_out(self) -> None:
        kit = self.kit
        head = QHBoxLayout()
        head.setContentsMargins(24, 4, 24, 10)
        head.setSpacing(8)
        head.addWidget(Label(kit, lambda t: t.say("Perhaps one man"), Size.X, strong=True))
        head.addSpacing(6)
        head.addWidget(self.counted, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.likely)
        head.addWidget(self.tiers)
        self.likely.set_choices(
            [
                (_VERY_LIKELY, lambda t: t.say("very likely only")),
                (LIKELY, lambda t: t.say("likely")),
                (0.0, lambda t: t.say("all that look alike")),
            ]
        )
        self.likely.set_code(LIKELY)
        self.tiers.set_choices(
            [
                ((), lambda t: t.say("names of every tier")),
                *((tiers, _tier_words(code)) for code, tiers in _TIERS),
            ]
        )
        self._body.addWidget(self.table)
        self._body.addWidget(
            EmptyState(
                kit,
                "equal",
                lambda t: t.say("No pair waits"),
                lambda t: t.say(
                    "Nobody of this register looks like another, or it is decided already."
                ),
            )
        )
        self._above.setContentsMargins(24, 0, 24, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._above)
        column.addWidget(hairline(kit))
        column.addWidget(self._body, 1)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._in_hand)
        self.table.row_opened.connect(self.compare)
        self.likely.code_changed.connect(self._narrow)
        self.tiers.code_changed.connect(self._narrow)
        self.pair_rail.compare_asked.connect(self.compare)
        self.pair_rail.apart_asked.connect(self.keep_apart)
        self.pair_rail.open_asked.connect(self._open_file)
        self._keeper.progressed.connect(self._went_on)
        self.work.bus.listen(self._touched, "cases")

    def _add_actions(self) -> None:
        table = self.work.actions
        table.drop_place(PLACE)
        table.hint(PLACE, "↑ ↓", lambda t: t.say("move"))
        if self.work.doors.likeness is not None:
            table.hint(PLACE, "Enter", lambda t: t.say("side by side"))
        if self._may_decide:
            table.add(
                Action(
                    "pairs.apart",
                    lambda t: t.say("Not the same man"),
                    "N",
                    "versus",
                    PLACE,
                    footer=lambda t: t.say("not the same man"),
                ),
                self.keep_apart,
                may=lambda: self.pair_in_hand() is not None,
            )

    # --- answers

    def _show(self, answer: tuple[int, int, tuple[PairRow, ...]]) -> None:
        turn, count, rows = answer
        if turn != self._turn:
            return
        at = max(self.table.current_row(), 0)
        self.table.rows.set_rows(rows)
        self._body.setCurrentIndex(0 if rows else 1)
        self.counted.set_words(
            lambda t: t.say_n("{n} pair to decide", "{n} pairs to decide", count)
        )
        if rows:
            self.table.choose_row(min(at, len(rows) - 1))
        self._in_hand()

    @Slot()
    def _in_hand(self, *_: object) -> None:
        self.pair_rail.show_pair(self.pair_in_hand())

    def _narrow(self, *_: object) -> None:
        score, tiers = self.likely.code(), self.tiers.code()
        if isinstance(score, float) and isinstance(tiers, tuple):
            self._wanted = replace(self._wanted, min_score=score, tiers=tiers)
            self.read()

    def _open_file(self, case_id: object) -> None:
        if self.work.doors.cases is not None:
            self.work.doors.cases.open_case(case_id)  # type: ignore[arg-type]  # a Signal

    @Slot(object)
    def _went_on(self, progress: Progress | None) -> None:
        if progress is None:
            clear(self._above)
            self.progress = None
            if self.isVisible():
                self.read()
            return
        if self.progress is None:
            self.progress = ProgressCard(
                self.kit, lambda t: t.say("Looking for men who may be one")
            )
            self.progress.cancel_button.set_words(lambda t: t.say("Stop"))
            self.progress.cancelled.connect(self._keeper.cancel)
            self._above.addWidget(self.progress)
        self.progress.show_progress(
            progress.done,
            progress.total,
            lambda t: t.say_n(
                "Looking through the register: {done} of {n} man",
                "Looking through the register: {done} of {n} men",
                progress.total,
                done=t.number(progress.done),
            ),
        )

    def _touched(self, _: Changes) -> None:
        if self.isVisible():
            self.read()


def _tier_words(code: str) -> Words:
    return lambda t: t.say("tier {tier}: {words}", tier=code[1:], words=label("tier", code, t.lang))
