"""Show beside a file what is missing from it, and since when nothing was heard."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.case_file import CaseFile
from app.shapes.overrides import OverrideView
from app.ui.cases.content import TOP, clear
from app.ui.cases.man_rail import is_waited_for, last_sign, silence_caption, silence_words
from app.ui.cases.spoken import capital, day
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption, hairline
from app.wording.decisions import set_words, standing_words
from app.wording.vocabulary import codes, label


class FileRail(QWidget):
    """The rail of one file."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._column = QVBoxLayout()
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._column)
        whole.addStretch(1)

    def show_file(self, file: CaseFile, today: date) -> None:
        """Show what is missing from a file."""
        clear(self._column)
        kit, last = self._kit, last_sign(file)
        self._column.addWidget(caption(kit, silence_caption(file)))
        self._column.addWidget(Label(kit, silence_words(file, today), strong=True, wrap=True))
        if last is not None and is_waited_for(file):
            self._column.addWidget(
                Label(
                    kit,
                    lambda t: t.say("the last one: {date}", date=day(last, t)),
                    Size.S,
                    Role.TEXT2,
                    wrap=True,
                )
            )
        self._show_decisions(file)
        self._column.addWidget(hairline(kit))
        total, missing = len(codes("minimum")), len(file.gaps)
        self._column.addWidget(
            caption(
                kit,
                lambda t: t.say(
                    "Gaps · {n} of {total}", n=t.number(missing), total=t.number(total)
                ),
            )
        )
        if not file.gaps:
            self._column.addWidget(
                Label(kit, lambda t: t.say("Nothing is missing."), role=Role.TEXT2, wrap=True)
            )
        for code in file.gaps:
            self._column.addWidget(self._gap(code))

    def _show_decisions(self, file: CaseFile) -> None:
        """Say that a decision by hand stands, or waits for its review."""
        found = [view for view in file.overrides if view.may_be_lifted]
        if not found:
            return
        kit = self._kit
        self._column.addWidget(hairline(kit))
        self._column.addWidget(caption(kit, lambda t: t.say("Decisions by hand")))
        for view in found:
            self._column.addWidget(Label(kit, _set(view), wrap=True))
            self._column.addWidget(Label(kit, _standing(view), Size.S, Role.TEXT2, wrap=True))

    def _gap(self, code: str) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(self._kit, "question", Role.TEXT3, 14), 0, TOP)
        row.addWidget(Label(self._kit, _gap_words(code), wrap=True), 1)
        return holder


def _set(view: OverrideView) -> Words:
    return lambda t: set_words(view, t)


def _standing(view: OverrideView) -> Words:
    return lambda t: standing_words(view, t)


def _gap_words(code: str) -> Words:
    return lambda t: capital(label("minimum", code, t.lang))


def _gaps_words(missing: int, total: int) -> Words:
    return lambda t: t.say("Gaps · {n} of {total}", n=t.number(missing), total=t.number(total))
