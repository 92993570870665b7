"""Show the call in hand: the number, what may be told, and what to ask about the man."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.cases.content import captioned, clear
from app.ui.cases.spoken import day
from app.ui.families.call_columns import CallRow
from app.ui.families.words import may_be_told_words, question_words, ring_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, hairline
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.families import MayBeTold


class RingRail(QWidget):
    """`log_asked` and `open_asked` for the call in hand."""

    log_asked = Signal()
    open_asked = Signal()

    def __init__(self, kit: Kit, *, may_log: bool) -> None:
        super().__init__()
        self._kit = kit
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
        if may_log:
            log = primary(kit, lambda t: t.say("Log a call"), icon="phone", key="L")
            log.clicked.connect(self.log_asked)
            buttons.addWidget(log)
        opened = plain(kit, lambda t: t.say("Open his file"), key="Enter")
        opened.clicked.connect(self.open_asked)
        buttons.addWidget(opened)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._buttons)
        self.show_call(None)

    def show_call(self, row: CallRow | None) -> None:
        """Show a call, or that none is in hand."""
        clear(self._column)
        self._buttons.setVisible(row is not None)
        kit = self._kit
        if row is None:
            self._column.addWidget(
                Label(
                    kit, lambda t: t.say("Choose a call in the list."), role=Role.TEXT2, wrap=True
                )
            )
            return
        one, man = row.to_ring, row.man
        self._column.addLayout(_stack(
            Label(kit, lambda t: ring_words(one, t), Size.L, strong=True, wrap=True),
            *(
                Label(kit, visible(said), strong=said is one.phone, wrap=True)
                for said in (one.phone, one.reached_best, one.languages, one.email)
                if said
            ),
        ))  # fmt: skip
        self._column.addWidget(hairline(kit))
        warns = man.may_be_told is not MayBeTold.EVERYTHING
        self._column.addLayout(_stack(
            Label(kit, visible(man.name), strong=True, wrap=True),
            Label(
                kit,
                lambda t: f"{man.number} · {label('relation', man.relation.value, t.lang)}",
                Size.S, Role.TEXT2, wrap=True,
            ),
            Label(
                kit, lambda t: may_be_told_words(man.may_be_told, t),
                role=Role.WARN if warns else Role.TEXT2, wrap=True,
            ),
        ))  # fmt: skip
        if man.next_on is not None:
            self._column.addLayout(
                captioned(kit, lambda t: t.say("Agreed"), Label(kit, _agreed(row), wrap=True))
            )
        asked = [Label(kit, _question(code), wrap=True) for code in man.gaps] or [
            Label(kit, lambda t: t.say("Nothing is missing from his file."), wrap=True)
        ]
        self._column.addLayout(captioned(kit, lambda t: t.say("What to ask"), *asked))


def _stack(*widgets: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2)
    for widget in widgets:
        column.addWidget(widget)
    return column


def _question(code: str) -> Words:
    return lambda t: question_words(code, t)


def _agreed(row: CallRow) -> Words:
    man = row.man
    on = man.next_on
    if on is None:
        return visible(man.next_about)
    if not man.next_about:
        return lambda t: day(on, t)
    return lambda t: t.say("{date}: {about}", date=day(on, t), about=visible(man.next_about))
