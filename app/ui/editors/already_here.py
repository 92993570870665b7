"""Point out, while a man is typed, whom of the register he may be, and why (U-25)."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.shapes.like_pairs import LikeMan
from app.shapes.likeness import Reason
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, plain, quiet
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption
from app.wording.likeness import reason_sentence, verdict_words
from app.wording.visible_text import visible
from app.wording.vocabulary import label

MOST = 5
_REASONS = 3


class AlreadyHere(QWidget):
    """The right rail of the form for a new case.

    `open_asked` carries a case's id; `join_asked` that and its number: this is the man, let who
    reports him now stand in his file.
    """

    open_asked = Signal(object)
    join_asked = Signal(object, str)

    def __init__(self, kit: Kit, *, may_join: bool = True) -> None:
        super().__init__()
        self._kit = kit
        self._may_join = may_join
        self.men: tuple[LikeMan, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._none = Label(kit, _WAITS, role=Role.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 18, 16)
        column.setSpacing(10)
        column.addWidget(caption(kit, lambda t: t.say("May already be here")))
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addStretch(1)

    def show_men(self, found: Sequence[LikeMan], *, typed: bool) -> None:
        """Show the men he may be, or that there is nobody like him."""
        if typed and tuple(found) == self.men:
            return
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.men = tuple(found)
        self._none.set_words(_NOBODY if typed else _WAITS)
        self._none.setVisible(not self.men)
        for one in self.men:
            self._rows.addWidget(self._card(one))

    def take_hand(self) -> None:
        """Take the keyboard to the man who is likest: to adding the report, or to his file."""
        buttons = self.findChildren(Button)
        joins = [one for one in buttons if one.property("number")]
        for first in (joins or buttons)[:1]:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _card(self, one: LikeMan) -> QWidget:
        kit, man, comparison = self._kit, one.man, one.comparison
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 9, 12, 7)
        column.setSpacing(2)
        column.addWidget(Label(kit, man.number, Size.S, Role.TEXT2))
        column.addWidget(Label(kit, visible(man.name), strong=True, wrap=True))
        if man.name_second:
            column.addWidget(Label(kit, visible(man.name_second), Size.S, Role.TEXT2, wrap=True))
        column.addWidget(Label(kit, _headline(man.headline), wrap=True))
        column.addSpacing(4)
        column.addWidget(Label(kit, lambda t: verdict_words(comparison.verdict, t), wrap=True))
        strongest = sorted(comparison.reasons, key=lambda reason: -abs(reason.bits))[:_REASONS]
        for reason in strongest:
            column.addWidget(Label(kit, _reason(reason), Size.S, Role.TEXT2, wrap=True))
        column.addSpacing(4)
        opens = quiet(kit, lambda t: t.say("Open his file"))
        opens.clicked.connect(self._open)
        opens.setProperty("case", str(man.case_id))
        column.addWidget(opens, 0, Qt.AlignmentFlag.AlignLeft)
        if self._may_join:
            joins = plain(kit, lambda t: t.say("It is him: add this"))
            joins.setToolTip(
                kit.say(
                    lambda t: t.say(
                        "No second file is opened: the name as written here, who reports and what "
                        "he said go into {number}.",
                        number=man.number,
                    )
                )
            )
            joins.clicked.connect(self._join)
            joins.setProperty("case", str(man.case_id))
            joins.setProperty("number", man.number)
            column.addWidget(joins, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _open(self) -> None:
        self.open_asked.emit(UUID(self.sender().property("case")))

    def _join(self) -> None:
        asked = self.sender()
        self.join_asked.emit(UUID(asked.property("case")), asked.property("number"))


def _headline(code: str) -> Words:
    return lambda t: label("headline", code, t.lang)


def _reason(reason: Reason) -> Words:
    return lambda t: f"· {reason_sentence(reason, t)}"


_WAITS: Words = lambda t: t.say("While you type the name, men who are here already appear.")  # noqa: E731  said in two places
_NOBODY: Words = lambda t: t.say("Nobody like him is here yet.")  # noqa: E731  the same
