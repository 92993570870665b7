"""Point out, while a name is typed, men of the register whom it may be (U-25)."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.shapes.search import HitKind, SearchHit
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption
from app.wording.vocabulary import label

MOST = 6


class AlreadyHere(QWidget):
    """The right rail of the form for a new case; `open_asked` carries a case's id."""

    open_asked = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.hits: tuple[SearchHit, ...] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(10)
        self._none = Label(
            kit,
            lambda t: t.say("While you type the name, men who are here already appear."),
            role=Role.TEXT2,
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 18, 16)
        column.setSpacing(10)
        column.addWidget(caption(kit, lambda t: t.say("May already be here")))
        column.addWidget(self._none)
        column.addLayout(self._rows)
        column.addStretch(1)

    def show_hits(self, found: Sequence[SearchHit], *, typed: bool) -> None:
        """Show the men found, or that there is nobody of that name."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        men = [hit for hit in found if hit.kind is HitKind.CASE]
        self.hits = tuple(men[:MOST])
        if typed:
            self._none.set_words(lambda t: t.say("Nobody of this name is here yet."))
        else:
            self._none.set_words(
                lambda t: t.say("While you type the name, men who are here already appear.")
            )
        self._none.setVisible(not self.hits)
        for hit in self.hits:
            self._rows.addWidget(self._row(hit))

    def _row(self, hit: SearchHit) -> QWidget:
        kit = self._kit
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 9, 12, 5)
        column.setSpacing(2)
        column.addWidget(Label(kit, hit.number, Size.S, Role.TEXT2))
        column.addWidget(Label(kit, hit.name, strong=True, wrap=True))
        if hit.second:
            column.addWidget(Label(kit, hit.second, Size.S, Role.TEXT2, wrap=True))
        column.addWidget(Label(kit, _headline(hit.headline), wrap=True))
        button = quiet(kit, lambda t: t.say("Open his file"))
        button.clicked.connect(self._open)
        button.setProperty("case", str(hit.id))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _open(self) -> None:
        self.open_asked.emit(UUID(self.sender().property("case")))


def _headline(code: str) -> Words:
    return lambda t: label("headline", code, t.lang)
