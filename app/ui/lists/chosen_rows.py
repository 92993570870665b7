"""Show the men chosen for a list, in its order: what it says of each, who may not be on it and why.

Whoever may not be on it stays until somebody ticks that he is left out: nobody falls off unseen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.jobs.papers.list_sending import ChosenMan
from app.shapes.negotiation import MOST_REMARK
from app.ui.incidents.layouts import empty
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Label
from app.wording.kept_back import kept_back_words
from app.wording.visible_text import visible
from models.vocabulary.date_words import in_words
from models.vocabulary.lists import ListBasis


class ChosenRows(QWidget):
    """The men of a list that is drawn up; `changed` when one is left out or remarked upon."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._men: tuple[ChosenMan, ...] = ()
        self._out: dict[str, QCheckBox] = {}
        self._remarks: dict[str, LineEdit] = {}
        self._told = Label(kit, "", role=Role.TEXT2, wrap=True)
        self._blocked = Notice(kit, Role.WARN, "warn")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._told)
        column.addWidget(self._blocked)
        column.addLayout(self._grid)

    def show_men(
        self,
        men: Sequence[ChosenMan],
        left_out: Sequence[str],
        remarks: Mapping[UUID, str],
        *,
        guarded: bool,
    ) -> None:
        """Show men in their order; `guarded`: who may not be on the list is named."""
        self._men = tuple(men)
        self._out, self._remarks = {}, {}
        empty(self._grid)
        for at, man in enumerate(self._men):
            self._add(at, man, remarks.get(man.case_id, ""), guarded=guarded)
            if str(man.case_id) in left_out:
                self._out[str(man.case_id)].setChecked(True)
        self._count()

    def men(self) -> tuple[ChosenMan, ...]:
        """Return the men in the order of the list."""
        return self._men

    def left_out(self) -> tuple[str, ...]:
        """Return the cases of those who are left out by decision."""
        return tuple(key for key, box in self._out.items() if box.isChecked())

    def remarks(self) -> dict[str, str]:
        """Return what the list says beside men."""
        return {key: line.text() for key, line in self._remarks.items() if line.text().strip()}

    def undecided(self) -> tuple[ChosenMan, ...]:
        """Return those who may not be on the list and were not left out."""
        out = self.left_out()
        return tuple(man for man in self._men if man.gates and str(man.case_id) not in out)

    def _add(self, at: int, man: ChosenMan, remark: str, *, guarded: bool) -> None:
        kit, key = self._kit, str(man.case_id)
        number = Label(kit, str(at + 1), role=Role.TEXT2)
        who = QWidget()
        lines = QVBoxLayout(who)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(Label(kit, _name(man), strong=True, wrap=True))
        lines.addWidget(Label(kit, _facts(man), Size.S, Role.TEXT2, wrap=True))
        shut = man.gates if guarded else ()
        if shut:
            why = Notice(kit, Role.WARN, "warn")
            why.show_words(lambda t: "\n".join(kept_back_words(shut, t)))
            lines.addWidget(why)
        beside = LineEdit(kit, lambda t: t.say("Remark on the list"))
        beside.setPlaceholderText(kit.say(lambda t: t.say("Remark on the list")))
        beside.setMaxLength(MOST_REMARK)
        beside.setText(remark)
        beside.textChanged.connect(self.changed)
        out = QCheckBox()
        kit.bind(out, out.setText, lambda t: t.say("Leave him out"))
        out.toggled.connect(self._toggled)
        self._remarks[key], self._out[key] = beside, out
        for column, widget in enumerate((number, who, beside, out)):
            self._grid.addWidget(widget, at, column)

    def _toggled(self, *_: object) -> None:
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        going = len(self._men) - len(self.left_out())
        left = len(self.left_out())
        open_ones = len(self.undecided())

        def told(t: Translator) -> str:
            parts = [t.say_n("{n} man on the list", "{n} men on the list", going)]
            if left:
                parts.append(t.say_n("{n} left out", "{n} left out", left))
            return " · ".join(parts)

        self._told.set_words(told if self._men else "")
        self._blocked.show_words(
            (
                lambda t: t.say_n(
                    "{n} man may not be on this list as it stands. Mend what is missing in his "
                    "file, or leave him out.",
                    "{n} men may not be on this list as it stands. Mend what is missing in their "
                    "files, or leave them out.",
                    open_ones,
                )
            )
            if open_ones
            else ""
        )


def _name(man: ChosenMan) -> Words:
    listed = man.listed
    names = [
        " ".join(filter(None, (name.upper, name.given, name.father)))
        for name in (listed.hy, listed.ru, listed.en)
        if name
    ]
    return " · ".join(visible(name) for name in names) or listed.number


def _facts(man: ChosenMan) -> Words:
    def said(t: Translator) -> str:
        listed = man.listed
        born = in_words(listed.born, t.lang, case="figures") if listed.born.edtf else ""
        seen = in_words(listed.seen, t.lang, case="table") if listed.seen.edtf else ""
        basis = " ".join(one.value for one in ListBasis if one in listed.basis)
        urgent = t.say("urgent medical need") if listed.urgent else ""
        parts = (listed.number, born, seen, visible(listed.place.best(t.lang)), basis, urgent)
        return " · ".join(filter(None, parts))

    return said
