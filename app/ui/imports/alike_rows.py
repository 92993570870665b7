"""Asks of each row that resembles a man already here whether he is the same; a new man by default.

Only a person ties a row to a man by his name (decisions.md, Data 4).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import count
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.importing.planner import RowDecision
from app.shapes.imports import Namesake, RowReport
from app.shapes.likeness import Comparison
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label, caption
from app.wording.likeness import reason_sentence, verdict_words
from app.wording.visible_text import visible

MOST = 200
_REASONS = 3
_WIDEST = 900
_MIDDLE = Qt.AlignmentFlag.AlignVCenter

type LikeHere = tuple[Namesake, Comparison]


class AlikeRows(QWidget):
    """One line a row with its choice; `decided` carries the row and what was decided of it."""

    decided = Signal(int, object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.choices: dict[int, Combo] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self.setMaximumWidth(kit.theme.scaled(_WIDEST))
        self.hide()

    def clear(self) -> None:
        """Ask nothing."""
        self.choices = {}
        if self._body is not None:
            self._body.setParent(None)
            self._body.deleteLater()
            self._body = None
        self.hide()

    def take_hand(self) -> Combo | None:
        """Give the keyboard to the next row asked of, after the last to the first; answer it."""
        stops = list(self.choices.values())
        if not stops:
            return None
        at = next((n for n, one in enumerate(stops) if one.hasFocus()), -1)
        chosen = stops[(at + 1) % len(stops)]
        chosen.setFocus(Qt.FocusReason.TabFocusReason)
        return chosen

    def ask(self, rows: Sequence[RowReport], here: Mapping[UUID, Namesake]) -> None:
        """Ask of these rows, each beside the men whom it resembles."""
        self.clear()
        asked = [(row, men) for row in rows if (men := _men_like(row, here))]
        if not asked:
            return
        kit = self._kit
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Resemble a man already here")))
        column.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "Likeness alone proves nothing. Unless you say that he is the same, the man is "
                    "entered as a new one."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        column.addLayout(self._lines(asked[:MOST]))
        more = len(asked) - MOST
        if more > 0:
            column.addWidget(
                Label(kit, lambda t: t.say_n("and {n} more row", "and {n} more rows", more))
            )
        self._column.addWidget(self._body)
        self.show()

    def _lines(self, asked: Sequence[tuple[RowReport, list[LikeHere]]]) -> QGridLayout:
        kit = self._kit
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for at, (row, men) in zip(count(0, 2), asked, strict=False):
            grid.addWidget(Label(kit, _row_words(row.row), strong=True), at, 0, _MIDDLE)
            grid.addWidget(Label(kit, visible(row.name), wrap=True), at, 1, _MIDDLE)
            combo = Combo(kit, _choice_name(row))
            combo.set_choices(
                [
                    (RowDecision.NEW_MAN, lambda t: t.say("a new man")),
                    *((man.case_id, _same_as(man)) for man, _ in men),
                    (RowDecision.LEAVE_OUT, lambda t: t.say("leave this row out")),
                ]
            )
            combo.code_changed.connect(partial(self._decided, row.row))
            self.choices[row.row] = combo
            grid.addWidget(combo, at, 2)
            grid.addWidget(
                Label(kit, _why(*men[0]), Size.S, Role.TEXT2, wrap=True), at + 1, 1, 1, 2
            )
        return grid

    def _decided(self, row: int, decision: object) -> None:
        if isinstance(decision, UUID | RowDecision):
            self.decided.emit(row, decision)


def _men_like(row: RowReport, here: Mapping[UUID, Namesake]) -> list[LikeHere]:
    """List the men whom a row resembles, the likeliest first."""
    return [(here[one.case_id], one.comparison) for one in row.alike if one.case_id in here]


def _why(man: Namesake, comparison: Comparison) -> Words:
    strongest = sorted(comparison.reasons, key=lambda reason: -abs(reason.bits))[:_REASONS]

    def said(t: Translator) -> str:
        reasons = " · ".join(reason_sentence(reason, t) for reason in strongest)
        return t.say(
            "{verdict} ({number}): {reasons}",
            verdict=verdict_words(comparison.verdict, t),
            number=man.number,
            reasons=reasons,
        )

    return said


def _row_words(row: int) -> Words:
    return lambda t: t.say("Row {row}", row=row)


def _choice_name(row: RowReport) -> Words:
    return lambda t: t.say("Who is in row {row}: {name}", row=row.row, name=visible(row.name))


def _same_as(man: Namesake) -> Words:
    def said(t: Translator) -> str:
        if man.birth.edtf is None:
            return t.say("the same as {number} {name}", number=man.number, name=visible(man.name))
        return t.say(
            "the same as {number} {name}, born: {date}",
            number=man.number,
            name=visible(man.name),
            date=date_in_words(man.birth, t, "table"),
        )

    return said
