"""Show the pair in hand: the two men, and everything that speaks for or against."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.shapes.like_pairs import PairMan, PairRow
from app.shapes.likeness import Reason
from app.ui.cases.content import TOP, captioned, clear
from app.ui.likeness.pair_columns import percent
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary, quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label, hairline
from app.wording.likeness import reason_sentence, verdict_words
from app.wording.visible_text import visible
from app.wording.vocabulary import label


class PairRail(QWidget):
    """`compare_asked`, `apart_asked`, and `open_asked` with the case of one of the two."""

    compare_asked = Signal()
    apart_asked = Signal()
    open_asked = Signal(object)

    def __init__(self, kit: Kit, *, may_decide: bool, may_compare: bool) -> None:
        super().__init__()
        self._kit = kit
        self.row: PairRow | None = None
        inner = QWidget()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(16, 14, 16, 8)
        self._column.setSpacing(12)
        within = QVBoxLayout(inner)
        within.setContentsMargins(0, 0, 0, 0)
        within.addLayout(self._column)
        within.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._buttons = QWidget()
        buttons = QVBoxLayout(self._buttons)
        buttons.setContentsMargins(16, 10, 16, 14)
        buttons.setSpacing(8)
        if may_compare:
            beside = primary(kit, lambda t: t.say("Side by side"), key="Enter")
            beside.clicked.connect(self.compare_asked)
            buttons.addWidget(beside)
        if may_decide:
            apart = plain(kit, lambda t: t.say("Not the same man"), key="N")
            apart.clicked.connect(self.apart_asked)
            buttons.addWidget(apart)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._buttons)
        self.show_pair(None)

    def show_pair(self, row: PairRow | None) -> None:
        """Show a pair, or that none is in hand."""
        self.row = row
        clear(self._column)
        self._buttons.setVisible(row is not None)
        kit = self._kit
        if row is None:
            said = Label(kit, lambda t: t.say("Choose a pair in the list."), wrap=True)
            said.set_role(Role.TEXT2)
            self._column.addWidget(said)
            return
        self._column.addWidget(
            Label(kit, lambda t: verdict_words(row.verdict, t), strong=True, wrap=True)
        )
        self._column.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "{percent} by what is known of both. A person decides.",
                    percent=percent(row.score, t),
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        for man in (row.a, row.b):
            self._column.addWidget(hairline(kit))
            self._column.addLayout(self._man(man))
        self._column.addWidget(hairline(kit))
        self._column.addLayout(
            captioned(
                kit, lambda t: t.say("Reasons"), *(self._reason(reason) for reason in row.reasons)
            )
        )

    def _man(self, man: PairMan) -> QVBoxLayout:
        kit = self._kit
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(kit, man.number, Size.S, Role.TEXT2))
        column.addWidget(Label(kit, visible(man.name) or man.number, strong=True, wrap=True))
        if man.name_second:
            column.addWidget(Label(kit, visible(man.name_second), Size.S, Role.TEXT2, wrap=True))
        column.addWidget(Label(kit, lambda t: label("headline", man.headline, t.lang), wrap=True))
        button = quiet(kit, lambda t: t.say("Open his file"))
        button.clicked.connect(lambda: self.open_asked.emit(man.case_id))
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        column.addLayout(line)
        return column

    def _reason(self, reason: Reason) -> QWidget:
        kit = self._kit
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel(kit, reason_icon(reason), Role.TEXT2, 14), 0, TOP)
        row.addWidget(Label(kit, lambda t: reason_sentence(reason, t), Size.S, wrap=True), 1)
        return holder


def reason_icon(reason: Reason) -> str:
    """Name the icon of a reason: for one man, against it, or neither."""
    if reason.bits > 0:
        return "equal"
    return "versus" if reason.bits < 0 else "info"
