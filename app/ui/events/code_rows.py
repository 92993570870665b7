"""Find the codes that a text means, in any of our languages, and list them by group."""

from dataclasses import dataclass
from functools import cache
from typing import Any, override  # Any: Qt's own type of a cell's value

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.i18n import LANGUAGES
from app.search.fold import fold
from app.ui.events.draft import CODES
from app.wording.vocabulary import label
from models.vocabulary.event_codes import EventCode


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: a group's name (no code), or a code with words and explanation."""

    code: EventCode | None
    words: str
    help: str = ""


def rows_for(text: str, lang: str) -> list[Row]:
    """List the codes whose code, words or explanation hold every word of a text."""
    wanted = fold(text).split()
    rows: list[Row] = []
    group = None
    for code in CODES:
        known = _known(code)
        if not all(word in known for word in wanted):
            continue
        if code.group is not group:
            group = code.group
            rows.append(Row(None, label("event_group", group, lang)))
        rows.append(Row(code, label("event", code, lang), label("event", code, lang, "help")))
    return rows


@cache
def _known(code: EventCode) -> str:
    said = [code.value]
    for lang in LANGUAGES:
        said += [label("event", code, lang), label("event", code, lang, "help")]
    return fold(" ".join(said))


class CodeRows(QAbstractListModel):
    """Hold the rows of the list; answers from memory."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: list[Row]) -> None:
        """Hold other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, at: int) -> Row:
        """Return one row."""
        return self._rows[at]

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        row = self._rows[index.row()]
        return f"{row.code}: {row.words}" if row.code else row.words
