"""Shows which sections a reader gets, whole or reduced, and lets any of them be taken out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.reports.audience import MATRIX, Extent, paper_for
from app.ui.cases.content import clear
from app.ui.papers.wrapped_choice import WrappedChoice
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption
from app.wording.vocabulary import label
from models.vocabulary.papers import Audience, PaperSection


class SectionTicks(QWidget):
    """Folded it says how much there is; open it lists the sections. `changed` after every tick."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._audience = Audience.INTERNAL
        self._out: set[PaperSection] = set()
        self._boxes: dict[PaperSection, QCheckBox] = {}
        self._summary = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.open_button = quiet(kit, lambda t: t.say("Choose sections"))
        self.open_button.clicked.connect(self.unfold)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._list.hide()
        head = QHBoxLayout()
        head.addWidget(caption(kit, lambda t: t.say("Sections")))
        head.addStretch(1)
        head.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._summary)
        column.addWidget(self._list)

    def show_reader(self, audience: Audience) -> None:
        """Show the sections of another reader, none taken out."""
        self._audience = audience
        self._out = set()
        clear(self._rows)
        self._boxes = {}
        for section in PaperSection:
            extent = MATRIX[section][audience]
            self._rows.addWidget(self._row(section, extent))
        self._tell()

    def chosen(self) -> frozenset[str] | None:
        """Return the sections that stay; None: all that the reader gets."""
        if not self._out:
            return None
        kept = (s for s in paper_for(self._audience).sections if s not in self._out)
        return frozenset(section.value for section in kept)

    def unfold(self) -> None:
        """List the sections, or fold them away."""
        self._list.setVisible(self._list.isHidden())
        folded = self._list.isHidden()
        words: Words = (
            (lambda t: t.say("Choose sections")) if folded else (lambda t: t.say("Fold away"))
        )
        self.open_button.set_words(words)

    def _row(self, section: PaperSection, extent: Extent) -> WrappedChoice:
        box = QCheckBox()
        box.setChecked(extent is not Extent.ABSENT)
        box.setEnabled(extent is not Extent.ABSENT)
        if extent is not Extent.ABSENT:
            self._boxes[section] = box
            box.toggled.connect(self._ticked)
        words: Words = lambda t: label("paper_section", section.value, t.lang)  # noqa: E731
        return WrappedChoice(self._kit, box, words, _NOTES[extent], below=True)

    def _ticked(self, *_: object) -> None:
        self._out = {section for section, box in self._boxes.items() if not box.isChecked()}
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        extents = [MATRIX[section][self._audience] for section in PaperSection]
        full, reduced = extents.count(Extent.FULL), extents.count(Extent.REDUCED)
        absent, out = extents.count(Extent.ABSENT), len(self._out)

        def words(t: Translator) -> str:
            parts = [t.say_n("{n} in full", "{n} in full", full)] if full else []
            if reduced:
                parts.append(t.say_n("{n} reduced", "{n} reduced", reduced))
            if absent:
                parts.append(t.say_n("{n} not for this reader", "{n} not for this reader", absent))
            if out:
                parts.append(t.say_n("{n} taken out", "{n} taken out", out))
            return " · ".join(parts)

        self._summary.set_words(words)


_NOTES: dict[Extent, Words] = {
    Extent.FULL: "",
    Extent.REDUCED: lambda t: t.say_in("section", "reduced"),
    Extent.ABSENT: lambda t: t.say("not for this reader"),
}
