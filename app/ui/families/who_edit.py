"""Choose with whom one spoke, or who answered: a relative of the file, or somebody named."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.case_file import RelativeView
from app.ui.families.words import may_be_told_words, reach_words, relative_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from models.vocabulary.families import MayBeTold

_OTHER = ""


class WhoEdit(QWidget):
    """Edit one person; beneath stands how he or she is reached, and may be told."""

    changed = Signal()

    def __init__(self, kit: Kit, name: Words) -> None:
        super().__init__()
        self._kit = kit
        self._relatives: dict[str, RelativeView] = {}
        self.relatives = Combo(kit, name)
        self.other = LineEdit(kit, lambda t: t.say("Name"), hint=lambda t: t.say("Name"))
        self._reach = Label(kit, "", strong=True, wrap=True)
        self._told = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self.relatives, self.other, self._reach, self._told):
            column.addWidget(widget)
        self.setFocusProxy(self.relatives)
        self.relatives.code_changed.connect(self._show)
        self.other.textChanged.connect(self.changed)

    def offer(self, relatives: Sequence[RelativeView]) -> None:
        """Offer the relatives of a file, and somebody else."""
        self._relatives = {str(view.id): view for view in relatives}
        self.relatives.set_choices(
            [
                *((str(view.id), _named(view)) for view in relatives),
                (_OTHER, lambda t: t.say("somebody else")),
            ]
        )
        self._show()

    def choose(self, relative: str, named: str = "") -> None:
        """Choose a relative by id, or name somebody."""
        self.relatives.set_code(relative if relative in self._relatives else _OTHER)
        self.other.setText(named)
        self._show()

    def relative(self) -> str:
        """Return the id of the relative chosen, "" for somebody else."""
        return str(self.relatives.code() or "")

    def named(self) -> str:
        """Return who was named, where no relative is chosen."""
        return "" if self.relative() else self.other.text().strip()

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        (self.relatives if self.relative() else self.other).set_wrong(wrong)

    def _show(self, *_: object) -> None:
        view = self._relatives.get(self.relative())
        self.other.setVisible(view is None)
        for said in (self._reach, self._told):
            said.setVisible(view is not None)
        if view is not None:
            told = view.details.may_be_told
            self._reach.set_words(reach_words(view))
            self._reach.setVisible(bool(view.details.phone or view.details.reached_best))
            self._told.set_words(lambda t: may_be_told_words(told, t))
            self._told.set_role(Role.TEXT2 if told is MayBeTold.EVERYTHING else Role.WARN)
        self.changed.emit()


def first_to_ring(relatives: Sequence[RelativeView], wanted: UUID | None) -> str:
    """Choose with whom a form begins: who is asked for, else who is to be informed."""
    if wanted is not None:
        return str(wanted)
    order = sorted(
        relatives,
        key=lambda view: (not view.details.is_person_to_be_informed, not view.details.phone),
    )
    return str(order[0].id) if order else _OTHER


def _named(view: RelativeView) -> Words:
    return lambda t: relative_words(view, t)
