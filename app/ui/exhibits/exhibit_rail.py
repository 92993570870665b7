"""Show the exhibit in hand beside the list: its picture, where it came from, what it is tied to."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.jobs.exhibits.intake import HAS_LOCATION
from app.shapes.exhibits import ExhibitLinkView, ExhibitRow
from app.shapes.files import FileWarning
from app.ui.cases.content import TOP, captioned, clear
from app.ui.exhibits.shelf import Shelf
from app.ui.exhibits.veiled_picture import VeiledPicture
from app.ui.exhibits.words import (
    kind_words,
    lacking_words,
    link_words,
    minimum_words,
    origin_words,
    received_words,
    size_words,
)
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, hairline
from app.wording.file_warnings import warning_sentence
from app.wording.visible_text import visible

_HEIGHT = 200


class ExhibitRail(QWidget):
    """The rail of the list; `open_asked`, `bin_asked` and `restore_asked` for the one shown."""

    open_asked = Signal()
    bin_asked = Signal()
    restore_asked = Signal()

    def __init__(self, kit: Kit, shelf: Shelf) -> None:
        super().__init__()
        self._kit = kit
        self.row: ExhibitRow | None = None
        self.picture = VeiledPicture(kit, shelf, _HEIGHT)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(14)
        self._nobody = Label(
            kit, lambda t: t.say("Choose an exhibit in the list."), role=Role.TEXT2, wrap=True
        )
        self._buttons = QWidget()
        self._make_buttons()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 14, 16, 14)
        whole.setSpacing(14)
        whole.addWidget(self._nobody)
        whole.addWidget(self.picture)
        whole.addLayout(self._facts)
        whole.addStretch(1)
        whole.addWidget(self._buttons)
        self.show_exhibit(None)

    def show_exhibit(self, row: ExhibitRow | None) -> None:
        """Show an exhibit, or that none is in hand."""
        self.row = row
        clear(self._facts)
        self._nobody.setVisible(row is None)
        self.picture.setVisible(row is not None)
        self._buttons.setVisible(row is not None)
        self.picture.show_exhibit(row)
        if row is None:
            return
        self._bin.setVisible(row.removed_at is None)
        self._restore.setVisible(row.removed_at is not None)
        self._facts.addLayout(self._head(row))
        add_warnings(self._kit, self._facts, row)
        self._facts.addWidget(hairline(self._kit))
        self._facts.addLayout(
            captioned(
                self._kit,
                lambda t: t.say("Where from"),
                self._line(lambda t: origin_words(row, t)),
                self._line(lambda t: received_words(row, t), small=True),
            )
        )
        tied = [self._line(_tie(link)) for link in row.links]
        self._facts.addLayout(
            captioned(
                self._kit,
                lambda t: t.say("Speaks of"),
                *(tied or [self._line(lambda t: t.say("tied to nothing"))]),
            )
        )
        lines = [self._line(lambda t: minimum_words(row.minimum, t))]
        if self._kit.say(lambda t: lacking_words(row.minimum, t)):
            lines.append(self._line(lambda t: lacking_words(row.minimum, t), small=True))
        self._facts.addLayout(captioned(self._kit, lambda t: t.say("For court"), *lines))

    def _head(self, row: ExhibitRow) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(self._kit, visible(row.title), Size.L, strong=True, wrap=True))
        column.addWidget(
            self._line(
                lambda t: f"{row.number} · {kind_words(row.kind, t)} · {size_words(row.size, t)}"
            )
        )
        if row.original_name != row.title:
            column.addWidget(self._line(visible(row.original_name), small=True))
        if row.removed_at is not None:
            column.addWidget(
                self._line(lambda t: t.say("In the bin: {reason}", reason=row.removed_reason))
            )
        return column

    def _line(self, words: Words, *, small: bool = False) -> Label:
        size, role = (Size.S, Role.TEXT2) if small else (Size.M, Role.TEXT)
        return Label(self._kit, words, size, role, wrap=True)

    def _make_buttons(self) -> None:
        flow = FlowLayout(self._buttons, 8, 8)
        opened = primary(self._kit, lambda t: t.say("Open"))
        opened.clicked.connect(self.open_asked)
        self._bin = plain(self._kit, lambda t: t.say("Put into the bin"), key="Del")
        self._bin.clicked.connect(self.bin_asked)
        self._restore = plain(self._kit, lambda t: t.say("Take out of the bin"), icon="undo")
        self._restore.clicked.connect(self.restore_asked)
        for button in (opened, self._bin, self._restore):
            flow.addWidget(button)


def add_warnings(kit: Kit, column: QVBoxLayout, row: ExhibitRow) -> None:
    """Say what the first look warned of, a line each."""
    for words in warning_words(row):
        column.addLayout(_told(kit, "warn", Role.WARN, words))
    if HAS_LOCATION in row.warnings:
        column.addLayout(_told(kit, "info", Role.TEXT2, location_words))


def location_words(t: Translator) -> str:
    """Say that a picture names the place where it was taken, and that nobody sees it by us."""
    return t.say("It says where it was taken; no paper and no picture shown will.")


def _told(kit: Kit, icon: str, role: Role, words: Words) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(IconLabel(kit, icon, role, 14), 0, TOP)
    line.addWidget(Label(kit, words, Size.S, role, wrap=True), 1)
    return line


def warning_words(row: ExhibitRow) -> list[Words]:
    """Give what the first look warned of, a sentence each; a code of a newer program is skipped."""
    known = {one.value: one for one in FileWarning}
    return [_warning(known[code]) for code in row.warnings if code in known]


def _warning(warning: FileWarning) -> Words:
    return lambda t: warning_sentence(warning, t)


def _tie(link: ExhibitLinkView) -> Words:
    return lambda t: link_words(link, t)
