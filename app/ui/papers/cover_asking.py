"""Asks what the cover of an envelope says beside the papers in it: where to, for whose hands."""

from __future__ import annotations

from typing import override

from PySide6.QtWidgets import QCheckBox, QWidget

from app.jobs.papers.cover import draft_cover
from app.shapes.envelopes import CoverWanted
from app.ui.doors import SheetToPrint
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import Sheet
from app.ui.work import Work

_MOST = 120


class CoverAsking(Sheet):
    """`given` carries a CoverWanted without its papers, and `all_copies` says which go in."""

    def __init__(self, kit: Kit, before: CoverWanted, many: int, host: QWidget) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Cover sheet of an envelope"),
            lambda t: t.say(
                "It lies on top or stands outside: to whom, which papers by their numbers, and a "
                "receipt to sign. No man is named on it."
            ),
            lambda t: t.say("Show the cover sheet"),
            host,
        )
        self.attention = self._line(lambda t: t.say("Who alone may open it"), before.attention)
        self.address = self._line(lambda t: t.say("Address"), before.address)
        self.by = self._line(lambda t: t.say("On which way it goes"), before.by)
        self.all_copies = QCheckBox()
        kit.bind(
            self.all_copies,
            self.all_copies.setText,
            lambda t: t.say_n("The copy in view", "All {n} copies in one envelope", many),
        )
        self.all_copies.setChecked(many > 1)
        self.all_copies.setVisible(many > 1)
        self.body.addWidget(self.all_copies)
        self.attention.setFocus()

    def answer(self) -> CoverWanted:
        """Return what stands in the sheet now."""
        return CoverWanted(
            address=self.address.text().strip(),
            attention=self.attention.text().strip(),
            by=self.by.text().strip(),
        )

    @override
    def give(self) -> None:
        self.hand_on(self.answer())

    def _line(self, words: Words, text: str) -> LineEdit:
        edit = LineEdit(self.kit, words)
        edit.setMaxLength(_MOST)
        edit.setText(text)
        self.body.addWidget(Field(self.kit, words, edit))
        return edit


def cover_to_print(work: Work, wanted: CoverWanted, number: str) -> SheetToPrint:
    """Describe the cover to the preview; one comes back from it to the copies."""

    def back() -> None:
        if work.doors.papers is not None:
            work.doors.papers.open_issued(wanted.copy_ids)

    return SheetToPrint(
        title=lambda t: t.say("Cover sheet of an envelope"),
        explained=lambda t: t.say(
            "Papers by their numbers and a receipt to sign. Nothing on it says whom they are about."
        ),
        draft=lambda lang, size: draft_cover(work.workspace, wanted, lang, size),
        file_name=f"cover_{number}",
        back=back,
        foot=lambda t: t.say("It goes with the papers and bears their codes; it has none itself."),
    )
