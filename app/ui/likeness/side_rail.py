"""Say beside two files why they may be one man, what forbids it, and what he would be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.likeness import Comparison, Reason
from app.shapes.side_by_side import Becoming, SideBySide
from app.ui.cases.answers import answers_column
from app.ui.cases.content import TOP, clear
from app.ui.cases.spoken import moment
from app.ui.cases.why_popover import WhyPopover
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption, hairline
from app.wording.likeness import reason_sentence, verdict_words
from app.wording.merging import bar_sentence, doubt_sentence
from app.wording.status_words import headline_words


class SideRail(QWidget):
    """The rail of two files."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._column = QVBoxLayout()
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._column)
        whole.addStretch(1)

    def show_page(self, page: SideBySide, becoming: Becoming) -> None:
        """Show what speaks for and against, and what would come of it."""
        clear(self._column)
        self._against(page, becoming)
        self._reasons(page.comparison)
        self._column.addWidget(hairline(self._kit))
        self._becomes(becoming)

    def _against(self, page: SideBySide, becoming: Becoming) -> None:
        told: list[Words] = [_bar(bar) for bar in becoming.bars]
        decided = page.decided
        if decided is not None:
            told.append(
                lambda t: t.say(
                    "{who} decided so, {when}: {reason}",
                    who=decided.by,
                    when=moment(decided.at, t),
                    reason=decided.reason or t.say("no reason given"),
                )
            )
        if told:
            self._section(lambda t: t.say("What forbids it"), told, Role.WARN)
        doubts: list[Words] = [_doubt(doubt) for doubt in becoming.doubts]
        if doubts:
            self._section(lambda t: t.say("What makes it doubtful"), doubts, Role.TEXT)
        if told or doubts:
            self._column.addWidget(hairline(self._kit))

    def _reasons(self, comparison: Comparison) -> None:
        self._column.addWidget(
            Label(self._kit, lambda t: verdict_words(comparison.verdict, t), strong=True, wrap=True)
        )
        speaking_for = [one for one in comparison.reasons if one.bits >= 0]
        against = [one for one in comparison.reasons if one.bits < 0]
        for words, reasons in (
            (_FOR, speaking_for),
            (_AGAINST, against),
        ):
            if reasons:
                self._section(words, [_reason(one) for one in reasons], Role.TEXT, icon="")

    def _becomes(self, becoming: Becoming) -> None:
        kit, status = self._kit, becoming.status
        self._column.addWidget(caption(kit, lambda t: t.say("The joined file would say")))
        self._column.addWidget(
            Label(kit, lambda t: headline_words(status, t), Size.L, strong=True, wrap=True)
        )
        answers = answers_column(kit, status)
        why = quiet(kit, lambda t: t.say("Why?"), icon="question", strong=True)
        why.clicked.connect(lambda: WhyPopover(kit, status).open_below(why, keep_clear=answers))
        row = QHBoxLayout()
        row.addWidget(why)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(answers)

    def _section(
        self, title: Words, lines: Sequence[Words], role: Role, icon: str = "warn"
    ) -> None:
        self._column.addWidget(caption(self._kit, title))
        for words in lines:
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            if icon:
                row.addWidget(IconLabel(self._kit, icon, Role.WARN, 14), 0, TOP)
            row.addWidget(Label(self._kit, words, role=role, wrap=True), 1)
            self._column.addWidget(holder)


_FOR: Words = lambda t: t.say("Speaks for one man")  # noqa: E731  read beside its section
_AGAINST: Words = lambda t: t.say("Speaks for two men")  # noqa: E731  as above


def _bar(bar: object) -> Words:
    return lambda t: bar_sentence(bar, t)


def _doubt(doubt: object) -> Words:
    return lambda t: doubt_sentence(doubt, t)


def _reason(reason: Reason) -> Words:
    return lambda t: reason_sentence(reason, t)
