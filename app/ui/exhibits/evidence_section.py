"""Show in a man's file the exhibits that speak of him, and take more in."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.queries.exhibits.lines import exhibits_of_case
from app.shapes.exhibits import ExhibitLinkView, ExhibitRow
from app.ui.cases.content import TOP, Card, clear
from app.ui.exhibits.shelf import Shelf
from app.ui.exhibits.veiled_picture import VeiledPicture
from app.ui.exhibits.words import (
    kind_words,
    link_words,
    minimum_words,
    received_words,
    where_from_words,
)
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.visible_text import visible

_WIDE, _HIGH = 200, 132


class EvidenceSection(QWidget):
    """The exhibits of one man; read when it is made, and made anew when his file changes."""

    def __init__(
        self, work: Work, shelf: Shelf, case_id: UUID, attach: Callable[[], object]
    ) -> None:
        super().__init__()
        self._work = work
        self._shelf = shelf
        self._case_id = case_id
        self._attach = attach
        self.pictures: list[VeiledPicture] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(12)
        column.addLayout(self._rows)
        column.addStretch(1)
        work.read(lambda reader: exhibits_of_case(reader, case_id), self._show)

    def _show(self, rows: tuple[ExhibitRow, ...]) -> None:
        clear(self._rows)
        self.pictures = []
        button = plain(self._work.kit, lambda t: t.say("Attach exhibit …"), icon="plus", key="A")
        button.clicked.connect(self._attach)
        if not rows:
            self._rows.addWidget(
                EmptyState(
                    self._work.kit,
                    "exhibits",
                    lambda t: t.say("No exhibit speaks of him yet"),
                    lambda t: t.say("Drop a photo, a letter or a page here, or paste it."),
                    button,
                    takes_files=True,
                )
            )
            return
        self._rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        for row in rows:
            self._rows.addWidget(self._card(row))

    def _card(self, row: ExhibitRow) -> Card:
        kit = self._work.kit
        card = Card(kit)
        picture = VeiledPicture(kit, self._shelf, _HIGH)
        picture.setFixedWidth(kit.theme.scaled(_WIDE))
        picture.show_exhibit(row)
        self.pictures.append(picture)
        told = QVBoxLayout()
        told.setSpacing(2)
        way = quiet(kit, visible(row.title), strong=True)
        way.clicked.connect(lambda: self._open(row.id))
        told.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        told.addWidget(
            Label(kit, lambda t: f"{row.number} · {kind_words(row.kind, t)}", role=Role.TEXT2)
        )
        told.addSpacing(4)
        told.addWidget(Label(kit, lambda t: where_from_words(row, t), wrap=True))
        told.addWidget(Label(kit, lambda t: received_words(row, t), Size.S, Role.TEXT2, wrap=True))
        for link in row.links:
            if link.case_id == self._case_id and link.event_id is not None:
                told.addWidget(Label(kit, _tie(link), Size.S, Role.TEXT2, wrap=True))
        told.addStretch(1)
        told.addWidget(
            Label(
                kit,
                lambda t: t.say("For court: {state}", state=minimum_words(row.minimum, t)),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(picture, 0, TOP)
        line.addLayout(told, 1)
        card.body.addLayout(line)
        return card

    def _open(self, exhibit_id: UUID) -> None:
        if self._work.doors.exhibits is not None:
            self._work.doors.exhibits.open_exhibit(exhibit_id)


def _tie(link: ExhibitLinkView) -> Words:
    return lambda t: link_words(link, t)
