"""Take the rows of a list in: from a file, pasted, or typed later from a scan; look them over.

`changed` after every answer; `rows()` is what was read, None while nothing was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, override

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.errors import HomewardError
from app.i18n import Translator
from app.jobs.list_intake import read_pasted, read_received
from app.shapes.lists import ReceivedRows
from app.shapes.search import HitKind, SearchHit
from app.ui.events.draft import OtherMan
from app.ui.forms.named_things import NamedThings
from app.ui.forms.searches import MenSearch, men_search
from app.ui.lists.column_grid import ColumnGrid
from app.ui.lists.intake_draft import IntakeDraft, Way
from app.ui.lists.rows_preview import RowsPreview
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.file_questions import ask_file
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.visible_text import visible
from models.vocabulary.lists import ColumnMeaning

_KINDS: Final = "CSV, XLSX, ODS, PFIF (*.csv *.tsv *.txt *.xlsx *.ods *.xml)"
_PAUSE_MS: Final = 400

type Came = tuple[int, bytes, ReceivedRows]


class ScanEdit(NamedThings[OtherMan]):
    """Name the exhibit that is the scan of the list."""

    def __init__(self, kit: Kit, search: MenSearch) -> None:
        super().__init__(
            kit,
            search,
            asked=lambda t: t.say("Number or title of the exhibit that is the scan"),
            found=lambda t: t.say("Exhibits found"),
        )

    @override
    def icon_of(self, hit: SearchHit) -> str | None:
        return "exhibits" if hit.kind is HitKind.EXHIBIT else None

    @override
    def made_of(self, hit: SearchHit) -> OtherMan:
        return OtherMan(str(hit.id), f"{hit.number} {hit.name}")

    @override
    def add(self, thing: OtherMan) -> None:
        """One scan only: another takes its place."""
        self.show_named([])
        super().add(thing)

    @override
    def nothing_words(self) -> Words:
        return lambda t: t.say("No exhibit of that number or title.")

    @override
    def chip_hint(self) -> Words:
        return lambda t: t.say("Delete takes this scan out")


class IntakeRows(QWidget):
    """The part of the form that holds the list itself; files may be dropped on it."""

    changed = Signal()
    named = Signal(str)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._kit = work.kit
        self._rows: ReceivedRows | None = None
        self._content = b""
        self._path = ""
        self._turn = 0
        self._meanings: tuple[ColumnMeaning, ...] = ()
        self._filling = False
        self.setAcceptDrops(True)
        kit = self._kit
        self.way = ChoiceRow(
            kit,
            lambda t: t.say("How the rows come in"),
            [
                (Way.FILE.value, lambda t: t.say("from a file")),
                (Way.PASTE.value, lambda t: t.say("pasted")),
                (Way.TYPE.value, lambda t: t.say("typed from a scan")),
            ],
        )
        self.choose = plain(kit, lambda t: t.say("Choose the file"), icon="import", key="Ctrl+O")
        self.file = Label(kit, _drop_words, role=Role.TEXT2)
        self.pasted = TextArea(kit, lambda t: t.say("The rows, pasted"), lines=6)
        self.scan = ScanEdit(kit, men_search(work))
        self.said = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.columns = ColumnGrid(kit)
        self.preview = RowsPreview(kit)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._show_way()

    # --- what stands here

    def rows(self) -> ReceivedRows | None:
        """Return what was read; None where nothing was, or where the rows are typed."""
        return None if self.way.code() == Way.TYPE.value else self._rows

    def content(self) -> bytes:
        """Return the file exactly as it was received."""
        return self._content if self.way.code() == Way.FILE.value else b""

    def written_into(self, draft: IntakeDraft) -> IntakeDraft:
        """Return a draft with what stands here."""
        scan = self.scan.named()
        return replace(
            draft,
            way=Way(self.way.code()),
            file=self._path,
            pasted=self.pasted.text(),
            meanings=self._meanings,
            exhibit=scan[0].key if scan else "",
            exhibit_shown=scan[0].shown if scan else "",
        )

    def show_draft(self, draft: IntakeDraft) -> None:
        """Show a draft; its file is read again where it still lies."""
        self._filling = True
        self._turn += 1
        self._rows, self._content, self._path = None, b"", ""
        self._meanings = ()
        self.way.choose(draft.way.value)
        self.pasted.set_text(draft.pasted)
        scan = [OtherMan(draft.exhibit, draft.exhibit_shown)] if draft.exhibit else []
        self.scan.show_named(scan)
        self.file.set_words(_drop_words)
        self._filling = False
        self._show_rows()
        self._show_way()
        if draft.way is Way.FILE and draft.file:
            self.open_file(Path(draft.file), draft.meanings)
        elif draft.way is Way.PASTE and draft.pasted.strip():
            self._read_pasted(draft.meanings)

    # --- what the person does

    def choose_file(self) -> None:
        """Ask for the file and read it."""
        title = self._kit.say(lambda t: t.say("Choose the file"))
        chosen = ask_file(self, self._kit, title, _KINDS)
        if chosen is not None:
            self.open_file(chosen)

    def open_file(self, path: Path, meanings: Sequence[ColumnMeaning] = ()) -> None:
        """Read a file in the sandbox and show what stands in it."""
        self._turn += 1
        turn = self._turn
        self.way.choose(Way.FILE.value)
        self._path = str(path)
        self.file.set_words(visible(path.name))

        def read() -> Came:
            content = path.read_bytes()
            return turn, content, read_received(content, path.name)

        self._work.tasks.read(read, lambda came: self._came(came, tuple(meanings)), self._not_read)
        self.named.emit(path.stem)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if (len(urls) == 1 and urls[0].isLocalFile()) or event.mimeData().hasText():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        if urls and urls[0].isLocalFile():
            self.open_file(Path(urls[0].toLocalFile()))
        else:
            self.way.choose(Way.PASTE.value)
            self.pasted.set_text(event.mimeData().text())

    # --- building

    def _lay_out(self) -> None:
        self._choosing = QWidget()
        row = QHBoxLayout(self._choosing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.choose)
        row.addWidget(self.file, 1)
        self._typing = QWidget()
        typing = QVBoxLayout(self._typing)
        typing.setContentsMargins(0, 0, 0, 0)
        typing.setSpacing(6)
        typing.addWidget(
            Label(
                self._kit,
                lambda t: t.say(
                    "The rows are typed on the workbench, one after another, with the scan beside "
                    "them. Bring the scan in as an exhibit first."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        typing.addWidget(self.scan)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (
            self.way, self._choosing, self.pasted, self._typing,
            self.said, self.columns, self.preview,
        ):  # fmt: skip
            column.addWidget(part)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_file)
        self.way.chosen.connect(self._way_chosen)
        self.pasted.changed.connect(self._pasted)
        self.scan.changed.connect(self._tell)
        self.columns.changed.connect(self._mapped)
        self._timer.timeout.connect(self._read_pasted)

    def _way_chosen(self, _: str) -> None:
        self._show_way()
        if not self._filling:
            self._turn += 1
            self._rows = None
            if self.way.code() == Way.PASTE.value:
                self._pasted()
            elif self.way.code() == Way.FILE.value and self._path:
                self.open_file(Path(self._path))
            self._show_rows()
            self._tell()

    def _show_way(self) -> None:
        way = self.way.code()
        self._choosing.setVisible(way == Way.FILE.value)
        self.pasted.setVisible(way == Way.PASTE.value)
        self._typing.setVisible(way == Way.TYPE.value)

    # --- reading

    def _pasted(self) -> None:
        if not self._filling and self.way.code() == Way.PASTE.value:
            self._timer.start()
            self._tell()

    def _read_pasted(self, meanings: Sequence[ColumnMeaning] = ()) -> None:
        self._turn += 1
        turn, text = self._turn, self.pasted.text()
        if not text.strip():
            self._rows = None
            self._show_rows()
            return
        self._work.tasks.read(
            lambda: (turn, b"", read_pasted(text)),
            lambda came: self._came(came, tuple(meanings)),
            self._not_read,
        )

    def _came(self, came: Came, meanings: tuple[ColumnMeaning, ...]) -> None:
        turn, content, rows = came
        if turn != self._turn:
            return
        self._rows, self._content = rows, content
        guessed = tuple(column.meaning for column in rows.columns)
        self._meanings = meanings if len(meanings) == len(guessed) else guessed
        self._show_rows()
        self._tell()

    def _not_read(self, error: Exception) -> None:
        self._rows = None
        self._show_rows()
        if isinstance(error, HomewardError):
            told = error
            self.said.set_role(Role.ERR)
            self.said.set_words(lambda t: sentence(told, t))
            self.said.show()
        elif isinstance(error, OSError):
            self.said.set_role(Role.ERR)
            self.said.set_words(lambda t: t.say("The file cannot be read: choose it again."))
            self.said.show()
        else:
            self._work.messages.failed(error)

    def _show_rows(self) -> None:
        rows = self._rows
        self.said.hide()
        self.columns.setVisible(rows is not None)
        self.preview.setVisible(rows is not None)
        if rows is None:
            return
        self.columns.show_columns(rows, self._meanings)
        self.preview.show_rows(rows, self._meanings)
        if not rows.certain:
            self.said.set_role(Role.WARN)
            encoding = rows.encoding
            self.said.set_words(
                lambda t: t.say(
                    "Read as {encoding}; look whether the letters are right.", encoding=encoding
                )
            )
            self.said.show()

    def _mapped(self) -> None:
        self._meanings = self.columns.meanings()
        if self._rows is not None:
            self.preview.show_rows(self._rows, self._meanings)
        self._tell()

    def _tell(self, *_: object) -> None:
        if not self._filling:
            self.changed.emit()


def _drop_words(t: Translator) -> str:
    return t.say("or drop it here")
