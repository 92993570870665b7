"""Say beside an exhibit what a court asks of it, what lacks, and its hash."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.exhibits import ExhibitView
from app.ui.cases.content import TOP, captioned, clear
from app.ui.exhibits.words import in_fours, minimum_words, size_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, hairline
from app.wording.vocabulary import label
from models.vocabulary.exhibits import Attribute, AttributeState

_ICONS = {
    AttributeState.FILLED: ("check", Role.TEXT2),
    AttributeState.UNKNOWN: ("question", Role.TEXT3),
    AttributeState.MISSING: ("warn", Role.WARN),
    AttributeState.NOT_ASKED: ("minus", Role.TEXT3),
}


class ProofRail(QWidget):
    """The rail of one exhibit; `verify_asked` by its button."""

    verify_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._column = QVBoxLayout()
        self._column.setSpacing(14)
        self.verify_button = plain(kit, lambda t: t.say("Verify now"), icon="shield")
        self.verify_button.clicked.connect(self.verify_asked)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 16, 18, 16)
        whole.setSpacing(12)
        whole.addLayout(self._column)
        whole.addWidget(self.verify_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addStretch(1)

    def show_exhibit(self, view: ExhibitView) -> None:
        """Show how it stands with one exhibit."""
        clear(self._column)
        kit, row = self._kit, view.row
        lines = [
            Label(kit, lambda t: minimum_words(row.minimum, t), strong=True, wrap=True),
            *(self._attribute(one, state) for one, state in row.minimum.attributes),
        ]
        self._column.addLayout(captioned(kit, lambda t: t.say("For court"), *lines))
        self._column.addWidget(hairline(kit))
        digest = Label(kit, in_fours(row.sha256), wrap=True)
        digest.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        kit.bind(digest, digest.setAccessibleName, lambda t: t.say("Hash (SHA-256)"))
        kept = Label(
            kit,
            lambda t: t.say(
                "{size}, kept as it came: the hash tells any change of a single bit.",
                size=size_words(row.size, t),
            ),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
        self._column.addLayout(captioned(kit, lambda t: t.say("Hash (SHA-256)"), digest, kept))

    def _attribute(self, attribute: Attribute, state: AttributeState) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        icon, role = _ICONS[state]
        row.addWidget(IconLabel(self._kit, icon, role, 14), 0, TOP)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(Label(self._kit, _words("exhibit_attribute", attribute), wrap=True))
        told.addWidget(
            Label(self._kit, _words("attribute_state", state), Size.S, Role.TEXT2, wrap=True)
        )
        row.addLayout(told, 1)
        return holder


def _words(vocabulary: str, code: Attribute | AttributeState) -> Words:
    return lambda t: label(vocabulary, code.value, t.lang)
