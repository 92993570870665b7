"""The right-hand side: what differs, what others announced, the sums beside claimed totals."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.shapes.handovers import HandoverPage, RunningSum, SaidCount
from app.ui.cases.content import clear
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label, caption, hairline
from app.wording.handovers import (
    apart_in_words,
    claimed,
    count_sentences,
    differs_in_words,
    split_in_words,
)
from app.wording.vocabulary import label

_NAMED = 30


class Rail(QScrollArea):
    """A column of words that scrolls."""

    def __init__(self, kit: Kit, name: Words) -> None:
        super().__init__()
        self.kit = kit
        inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(6)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        kit.bind(self, self.setAccessibleName, name)

    def head(self, words: Words) -> None:
        """Begin a part."""
        if self.column.count():
            self.column.addSpacing(6)
            self.column.addWidget(hairline(self.kit))
            self.column.addSpacing(4)
        self.column.addWidget(caption(self.kit, words))

    def line(self, words: Words, *, quiet: bool = False, strong: bool = False) -> None:
        """Add a line that wraps."""
        role = Role.TEXT2 if quiet else Role.TEXT
        size = Size.S if quiet else Size.M
        self.column.addWidget(Label(self.kit, words, size, role, strong=strong, wrap=True))


class HandoverRail(Rail):
    """The three differences, the counts of others, and our own composition."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda t: t.say("What differs"))

    def show_page(self, page: HandoverPage) -> None:
        """Show what differs in one handover."""
        clear(self.column)
        t = self.kit.translator
        self.head(lambda t: t.say("What differs"))
        for said in count_sentences(page, t):
            self.line(said)
        if page.manifest is None:
            self.line(lambda t: t.say("No manifest has been taken in yet."), quiet=True)
        else:
            self._names(page)
        self._announced(page)
        self.column.addStretch(1)

    def _names(self, page: HandoverPage) -> None:
        t, found = self.kit.translator, page.differences
        limited = t.say("access limited")
        self._part(
            lambda t: t.say("On the manifest, not arrived"),
            [f"{man.row_no}.  {man.name or limited}" for man in found.not_come],
        )
        self._part(
            lambda t: t.say("Arrived, not on the manifest"),
            [one.name_as_told or limited for one in found.not_on_manifest],
        )
        self._part(
            lambda t: t.say("Written differently"),
            [
                t.say(
                    "{row}. {paper} – {told} ({what})",
                    row=one.on_paper.row_no,
                    paper=one.on_paper.name,
                    told=one.came.name_as_told,
                    what=differs_in_words(one, t),
                )
                for one in found.written_otherwise
            ],
        )

    def _part(self, words: Words, lines: Sequence[str]) -> None:
        self.head(words)
        if not lines:
            self.line(lambda t: t.say("nobody"), quiet=True)
        for said in lines[:_NAMED]:
            self.line(said)
        rest = len(lines) - _NAMED
        if rest > 0:
            self.line(lambda t: t.say_n("and {n} more", "and {n} more", rest), quiet=True)

    def _announced(self, page: HandoverPage) -> None:
        t = self.kit.translator
        self.head(lambda t: t.say("What others announced"))
        if page.split.total:
            self.line(split_in_words(page.split, t))
        for claim in page.claims:
            if claim.withdrawn or claim.superseded:
                continue
            self._claim(claim)
        if not page.claims:
            self.line(lambda t: t.say("No count has been recorded yet."), quiet=True)

    def _claim(self, claim: SaidCount) -> None:
        t = self.kit.translator
        number = claimed(claim.form, claim.number_from, claim.number_to, claim.words, t)
        scope = claim.scope_in(t.lang) or label("claim_category", claim.category.value, t.lang)
        self.line(t.say("{number}: {scope}", number=number, scope=scope))
        parts = (
            claim.source.shown(t.lang),
            claim.grade,
            date_in_words(claim.said, t, "table"),
            apart_in_words(claim.apart, t),
        )
        self.line(" · ".join(part for part in parts if part), quiet=True)


class SumsRail(Rail):
    """Each handover with the sum of all up to it, and what was claimed until the next one."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, lambda t: t.say("Sums beside claimed totals"))

    def show_sums(self, sums: Sequence[RunningSum]) -> None:
        """Show the sums."""
        clear(self.column)
        t = self.kit.translator
        self.head(lambda t: t.say("Sums beside claimed totals"))
        self.line(
            lambda t: t.say(
                "After each handover: the headcounts of all up to that day, and what was claimed "
                "as returned until the next one. Neither is altered."
            ),
            quiet=True,
        )
        for one in sums:
            self.column.addWidget(hairline(self.kit))
            day = date_in_words(one.occurred, t, "table")
            self.line(t.say("{date}: {n} in all", date=day, n=t.number(one.sum)), strong=True)
            if one.uncounted:
                self.line(
                    t.say_n(
                        "{n} handover without a headcount is not in it",
                        "{n} handovers without a headcount are not in it",
                        one.uncounted,
                    ),
                    quiet=True,
                )
            for claim in one.claims:
                number = claimed(claim.form, claim.number_from, claim.number_to, claim.words, t)
                who = claim.source.shown(t.lang)
                self.line(t.say("{who} said {number}", who=who, number=number))
                told = (apart_in_words(claim.apart, t), claim.scope_in(t.lang))
                if any(told):
                    self.line(" · ".join(part for part in told if part), quiet=True)
        self.column.addStretch(1)
