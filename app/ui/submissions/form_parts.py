"""Parts that the forms of submissions share: men to tick, a paper to attach, a tick with words."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.submissions import AskedMan
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.file_questions import ask_file
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.visible_text import visible


def tick(kit: Kit, words: Words) -> QCheckBox:
    """Make a box to tick that says itself in the language of the moment."""
    box = QCheckBox()
    kit.bind(box, box.setText, words)
    return box


class MenTicks(QWidget):
    """Tick the men an answer is about; `changed` after every tick."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._boxes: dict[str, QCheckBox] = {}
        self._open: frozenset[str] = frozenset()
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, 18, 6)
        self._told = Label(kit, "", role=Role.TEXT2)
        rest = quiet(kit, lambda t: t.say("Tick all without an answer"))
        rest.clicked.connect(self.tick_open)
        nobody = quiet(kit, lambda t: t.say("Untick all"))
        nobody.clicked.connect(lambda: self.set_ticked(()))
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._told)
        row.addStretch(1)
        row.addWidget(rest)
        row.addWidget(nobody)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._holder)
        column.addLayout(row)

    def show_men(self, men: Sequence[AskedMan]) -> None:
        """Offer these men."""
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._boxes = {}
        for man in men:
            box = QCheckBox(f"{visible(man.name) or man.number} · {man.number.rpartition('-')[2]}")
            box.toggled.connect(self._tell)
            self._boxes[str(man.case_id)] = box
            self._flow.addWidget(box)
        self._open = frozenset(
            str(man.case_id) for man in men if man.reply is None and man.measure is None
        ) or frozenset(str(man.case_id) for man in men if man.reply is None)
        if self._boxes:
            self.setFocusProxy(next(iter(self._boxes.values())))
        self._tell()

    def ticked(self) -> tuple[str, ...]:
        """Return the men that are ticked."""
        return tuple(case for case, box in self._boxes.items() if box.isChecked())

    def set_ticked(self, cases: Sequence[str]) -> None:
        """Tick these men and nobody else."""
        for case, box in self._boxes.items():
            box.setChecked(case in cases)
        self._tell()

    def tick_open(self) -> None:
        """Tick everybody about whom nothing was answered yet."""
        self.set_ticked(tuple(self._open))

    def _tell(self, *_: object) -> None:
        here, whole = len(self.ticked()), len(self._boxes)
        self._told.set_words(
            lambda t: t.say("{n} of {all} ticked", n=t.number(here), all=t.number(whole))
        )
        self.changed.emit()


class PaperPick(QWidget):
    """Choose a file to attach exactly as it is; `changed` when another was chosen."""

    changed = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._path = ""
        self.choose = plain(kit, lambda t: t.say("Attach a file …"), icon="doc")
        self.choose.clicked.connect(self._ask)
        self._name = Label(kit, "", role=Role.TEXT2)
        self._drop = quiet(kit, lambda t: t.say("Leave it out"))
        self._drop.clicked.connect(lambda: self.set_path(""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._name)
        row.addWidget(self._drop)
        row.addStretch(1)
        self.setFocusProxy(self.choose)
        self.set_path("")

    def path(self) -> str:
        """Return the file chosen, "" for none."""
        return self._path

    def set_path(self, path: str) -> None:
        """Show another file."""
        self._path = path
        self._name.set_words(visible(Path(path).name) if path else "")
        self._drop.setVisible(bool(path))
        self.changed.emit()

    def _ask(self) -> None:
        say = self._kit.translator.say
        kinds = f"{say('Papers')} (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.docx *.odt);;* (*)"
        found = ask_file(self, self._kit, say("Attach a file …"), kinds)
        if found is not None:
            self.set_path(str(found))
