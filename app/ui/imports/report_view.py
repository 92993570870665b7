"""Shows what an import did or would do: the counts, and each row that was refused or flagged."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.imports import ImportReport, RowReport
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption
from app.wording.imports import note_words, row_reason
from app.wording.visible_text import visible

_MOST = 200


class ReportView(QWidget):
    """Counts in words, then the rows that want a look.

    `keep_refused` asks for the refused rows of a report to be kept in a file.
    """

    keep_refused = Signal(object)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._report: ImportReport | None = None
        kit.language_changed.connect(self._resay)

    def clear(self) -> None:
        """Show nothing."""
        self._report = None
        self._empty()

    def show_report(self, report: ImportReport) -> None:
        """Show a report."""
        self._report = report
        self._resay()

    def _resay(self, *_: object) -> None:
        self._empty()
        report = self._report
        if report is None:
            return
        self._add_counts(report)
        if report.refused:
            self._head(lambda t: t.say("Refused rows"))
            self._add_rows(report.refused, refused=True)
            self._add_keep(report)
        flagged = tuple(row for row in report.sample if row.notes)
        if flagged:
            self._head(lambda t: t.say("Kept as written, to look at"))
            self._add_rows(flagged, refused=False)

    def _add_keep(self, report: ImportReport) -> None:
        button = plain(self._kit, lambda t: t.say("Save the refused rows …"), icon="lists")
        button.clicked.connect(lambda: self.keep_refused.emit(report))
        told = Label(
            self._kit,
            lambda t: t.say("Correct them in that file, then import it; nothing comes in twice."),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(button)
        row.addWidget(told, 1)
        self._column.addLayout(row)

    def _head(self, words: Words) -> None:
        self._column.addSpacing(4)
        self._column.addWidget(caption(self._kit, words))

    def _add_counts(self, report: ImportReport) -> None:
        line = QHBoxLayout()
        line.setSpacing(28)
        counts: list[tuple[int, Words]] = [
            (report.rows, lambda t: t.say("rows read")),
            (report.new, lambda t: t.say("new men")),
            (report.matched, lambda t: t.say("known already")),
            (report.updated, lambda t: t.say("updated")),
            (len(report.refused), lambda t: t.say("refused")),
            (report.proposed, lambda t: t.say("resemble a man already here")),
        ]
        for count, words in counts:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            pair.addWidget(
                Label(self._kit, self._kit.translator.number(count), Size.L, strong=True)
            )
            pair.addWidget(Label(self._kit, words, Size.S, Role.TEXT2))
            line.addLayout(pair)
        line.addStretch(1)
        self._column.addLayout(line)

    def _add_rows(self, rows: tuple[RowReport, ...], *, refused: bool) -> None:
        kit, t = self._kit, self._kit.translator
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for at, row in enumerate(rows[:_MOST]):
            grid.addWidget(Label(kit, t.say("Row {row}", row=row.row), strong=True), at, 0)
            told = row.name or " · ".join(cell for cell in row.verbatim if cell)[:80]
            grid.addWidget(Label(kit, visible(told)), at, 1)
            why = row_reason(row, t) if refused else "; ".join(note_words(n, t) for n in row.notes)
            grid.addWidget(Label(kit, why, role=Role.TEXT2, wrap=True), at, 2)
        self._column.addLayout(grid)
        more = len(rows) - _MOST
        if more > 0:
            self._column.addWidget(
                Label(kit, lambda t: t.say_n("and {n} more row", "and {n} more rows", more))
            )

    def _empty(self) -> None:
        _take_out(self._column)


def _take_out(layout: QVBoxLayout | QHBoxLayout | QGridLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()
        elif isinstance(inner, QVBoxLayout | QHBoxLayout | QGridLayout):
            _take_out(inner)
