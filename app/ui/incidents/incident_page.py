"""One incident: its people by headline, its positions, the claims beside our own counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.queries.incidents import incident_page
from app.shapes.case_list import CaseFilter
from app.shapes.changes import Changes
from app.shapes.incidents import ClaimView, HandoverView, IncidentPage
from app.ui.incidents.words import difference_said, number_said
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Badge, Label, caption, hairline
from app.ui.work import Work
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate

_MARGIN = 24


class IncidentPanel(PagePanel):
    """Shows one incident in a tab; it is read anew when a save touches it."""

    def __init__(
        self, work: Work, incident_id: UUID, show_men: Callable[[CaseFilter], object]
    ) -> None:
        super().__init__(work.kit, "incident")
        self._work = work
        self._show_register = show_men
        self._incident_id = incident_id
        self._page: IncidentPage | None = None
        self._column = QVBoxLayout()
        self._column.setContentsMargins(_MARGIN, 12, _MARGIN, _MARGIN)
        self._column.setSpacing(8)
        inner = QWidget()
        inner.setLayout(self._column)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        work.bus.listen(self._touched, "incidents", "claims", "cases")
        self._read()

    def _touched(self, _changes: Changes) -> None:
        self._read()

    def _read(self) -> None:
        incident_id = self._incident_id
        self._work.read(lambda reader: incident_page(reader, incident_id), self._show)

    @override
    def retranslate(self, translator: Translator) -> None:
        if self._page is not None:
            self._show(self._page)

    # --- what is shown

    def _show(self, page: IncidentPage) -> None:
        self._page = page
        _empty(self._column)
        kit, lang = self.kit, self.kit.translator.lang
        self._column.addWidget(Label(kit, page.title_in(lang), Size.X, strong=True, wrap=True))
        where = page.place.name(lang) if page.place else page.place_as_reported
        line = " · ".join(part for part in (page.number, _date(page.occurred, lang), where) if part)
        self._column.addWidget(Label(kit, line, role=Role.TEXT2, wrap=True))
        if page.summary_in(lang):
            self._column.addWidget(Label(kit, page.summary_in(lang), wrap=True))
        self._add_people(page)
        self._add_claims(
            lambda t: t.say("What was said of the numbers"), page.claims, compared=True
        )
        self._add_positions(page)
        self._add_handovers(page.handovers)
        self._column.addStretch(1)

    def _section(self, words: Words) -> None:
        self._column.addSpacing(16)
        self._column.addWidget(hairline(self.kit))
        self._column.addWidget(caption(self.kit, words))

    def _add_people(self, page: IncidentPage) -> None:
        kit = self.kit
        self._section(lambda t: t.say("Our own count"))
        grid = _grid((0, 1))
        for row, (headline, count) in enumerate(page.by_headline.items()):
            number = Label(kit, kit.translator.number(count), strong=True)
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(number, row, 0)
            grid.addWidget(_word(kit, "headline", headline), row, 1)
        self._column.addLayout(grid)
        total = page.cases
        foot = QHBoxLayout()
        foot.addWidget(
            Label(
                kit,
                lambda t: t.say_n("{n} man in all", "{n} men in all", total),
                Size.L,
                strong=True,
            )
        )
        foot.addStretch(1)
        show = plain(kit, lambda t: t.say("Show these men in the register"), icon="cases")
        show.clicked.connect(self._show_men)
        foot.addWidget(show)
        self._column.addLayout(foot)

    def _show_men(self) -> None:
        self._show_register(CaseFilter(incident_id=self._incident_id))

    def _add_claims(self, words: Words, claims: Sequence[ClaimView], *, compared: bool) -> None:
        kit, t = self.kit, self.kit.translator
        self._section(words)
        if not claims:
            self._column.addWidget(
                Label(kit, lambda s: s.say("No count has been recorded yet."), role=Role.TEXT2)
            )
            return
        grid = _grid((1, 2, 2, 1, 1) if compared else (1, 2, 3, 1))
        heads: list[Words] = [
            lambda s: s.say("Said on"),
            lambda s: s.say("By"),
            lambda s: s.say("Their words"),
            lambda s: s.say("They say"),
        ]
        if compared:
            heads.append(lambda s: s.say("We count today"))
        for column, head in enumerate(heads):
            grid.addWidget(Label(kit, head, Size.S, Role.TEXT3, strong=True), 0, column)
        for row, claim in enumerate(claims, start=1):
            self._add_claim(grid, row, claim, t, compared=compared)
        self._column.addLayout(grid)

    def _add_claim(
        self, grid: QGridLayout, row: int, claim: ClaimView, t: Translator, *, compared: bool
    ) -> None:
        kit, lang = self.kit, t.lang
        gone = claim.withdrawn_at is not None or claim.superseded
        role = Role.TEXT3 if gone else Role.TEXT
        grid.addWidget(Label(kit, _date(claim.said, lang), role=role, wrap=True), row, 0, _TOP)
        by = QHBoxLayout()
        by.addWidget(Label(kit, claim.source.shown(lang), role=role, wrap=True), 1)
        by.addWidget(Badge(kit, claim.grade), 0, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(by, row, 1, _TOP)
        words = QVBoxLayout()
        words.setSpacing(0)
        if claim.words:
            quoted = t.say("“{words}”", words=claim.words)
            words.addWidget(Label(kit, quoted, role=role, wrap=True))
        scope = claim.scope_in(lang)
        if scope:
            words.addWidget(Label(kit, scope, Size.S, Role.TEXT2, wrap=True))
        if claim.withdrawn_at is not None:
            why = t.say("withdrawn: {reason}", reason=claim.withdrawn_reason)
            words.addWidget(Label(kit, why, Size.S, Role.TEXT2, wrap=True))
        elif claim.superseded:
            words.addWidget(
                Label(kit, lambda s: s.say("replaced by a later count"), Size.S, Role.TEXT2)
            )
        grid.addLayout(words, row, 2, _TOP)
        theirs = QVBoxLayout()
        theirs.setSpacing(0)
        theirs.addWidget(Label(kit, number_said(claim, t), role=role, strong=not gone, wrap=True))
        theirs.addWidget(_word(kit, "claim_category", claim.category.value, small=True))
        grid.addLayout(theirs, row, 3, _TOP)
        if compared:
            ours = QVBoxLayout()
            ours.setSpacing(0)
            count = "–" if claim.ours is None else t.number(claim.ours)
            ours.addWidget(Label(kit, count, role=role, strong=not gone))
            ours.addWidget(Label(kit, difference_said(claim, t), Size.S, Role.TEXT2, wrap=True))
            grid.addLayout(ours, row, 4, _TOP)

    def _add_positions(self, page: IncidentPage) -> None:
        kit, lang = self.kit, self.kit.translator.lang
        if not page.positions:
            return
        self._section(lambda t: t.say("Positions and units"))
        grid = _grid((2, 2, 2, 1))
        for row, position in enumerate(page.positions):
            grid.addWidget(Label(kit, position.name_in(lang), strong=True, wrap=True), row, 0)
            grid.addWidget(Label(kit, position.unit, wrap=True), row, 1)
            place = position.place.name(lang) if position.place else ""
            grid.addWidget(Label(kit, place, role=Role.TEXT2, wrap=True), row, 2)
            grid.addWidget(Label(kit, _men(position.cases), role=Role.TEXT2), row, 3)
        self._column.addLayout(grid)

    def _add_handovers(self, handovers: Sequence[HandoverView]) -> None:
        kit, t = self.kit, self.kit.translator
        lang = t.lang
        if not handovers:
            return
        self._section(lambda s: s.say("Returns as they were announced"))
        for handover in handovers:
            row = QHBoxLayout()
            when = Label(kit, _date(handover.occurred, lang), strong=True)
            when.setFixedWidth(kit.theme.scaled(150))
            row.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
            told = QVBoxLayout()
            told.setSpacing(0)
            n = handover.headcount
            head = (
                t.say("headcount not announced")
                if n is None
                else t.say_n("{n} person returned", "{n} people returned", n)
            )
            through = label("channel", handover.channel.value, lang)
            told.addWidget(Label(kit, f"{head} · {through}", wrap=True))
            route = handover.route_in(lang)
            if route:
                told.addWidget(Label(kit, route, Size.S, Role.TEXT2, wrap=True))
            for claim in handover.claims:
                says = t.say(
                    "{who}: {number} ({scope})",
                    who=claim.source.shown(lang),
                    number=number_said(claim, t),
                    scope=claim.scope_in(lang)
                    or label("claim_category", claim.category.value, lang),
                )
                told.addWidget(Label(kit, says, Size.S, Role.TEXT2, wrap=True))
            row.addLayout(told, 1)
            self._column.addLayout(row)
            self._column.addSpacing(4)


_TOP = Qt.AlignmentFlag.AlignTop


def _grid(stretches: Sequence[int]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    for column, stretch in enumerate(stretches):
        grid.setColumnStretch(column, stretch)
    return grid


def _word(kit: Kit, vocabulary: str, code: str, *, small: bool = False) -> Label:
    return Label(
        kit,
        lambda t: label(vocabulary, code, t.lang),
        Size.S if small else Size.M,
        Role.TEXT2 if small else Role.TEXT,
        wrap=True,
    )


def _men(count: int) -> Words:
    return lambda t: t.say_n("{n} man", "{n} men", count)


def _date(date: PartialDate, lang: str) -> str:
    return in_words(date, lang, nbsp=True)


def _empty(layout: QVBoxLayout | QHBoxLayout | QGridLayout) -> None:
    """Take everything out of a layout, layouts within it too."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout | QGridLayout):
            _empty(inner)
