"""Write a passage twice, side by side: for the office, and as it may be passed on.

two = TwoVersions(kit, ask, lambda t: t.say("Internal"), lambda t: t.say("As it may be passed on"))
two.show_texts(internal, releasable); two.were_saved()
two.internal.text(); two.releasable.text()
two.stops(self.save)      what to say instead of saving; None while it is still being read

What points at somebody is underlined and listed while one types. Whoever saves is told of it once
and may then keep it: a person decides, not the machine.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from app.shapes.private_text import Finding, PrivateKind
from app.ui.forms.entry import Entry, turn
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import quiet
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.notice import Notice
from app.wording.private_text import finding_sentence, findings_line

READ_WAIT_MS = 300
_MOST_SHOWN = 8

type PrivateAnswer = Callable[[tuple[Finding, ...]], None]
type PrivateSearch = Callable[[str, PrivateAnswer], None]


class TwoVersions(QWidget):
    """Hold both texts of one passage and what was found in the one for outside."""

    changed = Signal()

    def __init__(
        self, kit: Kit, ask: PrivateSearch, internal: Words, releasable: Words, *, lines: int = 5
    ) -> None:
        super().__init__()
        self._kit = kit
        self._ask = ask
        self._shown = ""
        self._turn = 0
        self._read: str | None = ""
        self._found: tuple[Finding, ...] = ()
        self._told: frozenset[tuple[PrivateKind, str]] = frozenset()
        self._again: Callable[[], None] | None = None
        self.internal = TextArea(kit, internal, lines=lines)
        self.releasable = TextArea(kit, releasable, lines=lines)
        self.start_button = quiet(kit, lambda t: t.say("Start from the internal text"), icon="edit")
        self._head = Notice(kit, Role.WARN, "warn")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(READ_WAIT_MS)
        self._timer.timeout.connect(self._look)
        self._lay_out(internal, releasable)
        self.internal.changed.connect(self._typed_inside)
        self.releasable.changed.connect(self._typed_outside)
        self.start_button.clicked.connect(self.start_from_internal)
        kit.theme.changed.connect(self._underline)

    def show_texts(self, internal: str, releasable: str) -> None:
        """Show both texts."""
        self._again = None
        with QSignalBlocker(self):
            self.internal.set_text(internal)
            self.releasable.set_text(releasable)
        self._look()

    def were_saved(self) -> None:
        """Take what stands here as saved before: whoever saved it has seen what was found."""
        self._shown = self.releasable.text().strip()

    def start_from_internal(self) -> None:
        """Put the internal text in the place of the other; Ctrl+Z brings that back."""
        cursor = self.releasable.edit.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(self.internal.text())
        self.releasable.setFocus(Qt.FocusReason.OtherFocusReason)

    def stops(self, again: Callable[[], None]) -> list[Words] | None:
        """Say what the person has not been told yet; `again` is called if it must be read first."""
        text = self.releasable.text()
        if not text.strip() or text.strip() == self._shown:
            return []
        if self._read != text:
            self._again = again
            self._look()
            return None
        found = frozenset((one.kind, one.text) for one in self._found)
        fresh, self._told = found - self._told, found
        if not fresh:
            return []
        return [
            lambda t: t.say(
                "What may be passed on still names what is listed below it. Change it, or save "
                "again to keep it as it is."
            )
        ]

    def findings(self) -> tuple[Finding, ...]:
        """Return what is pointed at now."""
        return self._found

    def set_narrow(self, *, narrow: bool) -> None:
        """Stand the texts one beneath the other where there is no room for both."""
        turn(self._side_by_side, narrow=narrow)

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error at the text for outside, or take it away."""
        self.releasable.set_wrong(wrong)

    def _lay_out(self, internal: Words, releasable: Words) -> None:
        self._side_by_side = QHBoxLayout()
        self._side_by_side.setSpacing(10)
        self._side_by_side.addWidget(Entry(self._kit, self.internal, internal), 1)
        self._side_by_side.addWidget(Entry(self._kit, self.releasable, releasable), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._side_by_side)
        column.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._head)
        column.addLayout(self._rows)
        self.setFocusProxy(self.internal)
        self._typed_inside()

    def _typed_inside(self) -> None:
        self.start_button.setEnabled(bool(self.internal.text().strip()))
        self.changed.emit()

    def _typed_outside(self) -> None:
        self._timer.start()
        self.changed.emit()

    def _look(self) -> None:
        self._timer.stop()
        self._turn += 1
        turn_now, text = self._turn, self.releasable.text()
        if not text.strip():
            self._show(turn_now, text, ())
            return
        self._ask(text, lambda found: self._show(turn_now, text, found))

    def _show(self, turn_asked: int, text: str, found: Sequence[Finding]) -> None:
        if turn_asked != self._turn:
            return
        self._read, self._found = text, tuple(found)
        self._underline()
        self._list()
        again, self._again = self._again, None
        if again is not None:
            again()

    def _underline(self) -> None:
        marks = []
        for one in self._found:
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            form.setUnderlineColor(self._kit.theme.color(Role.WARN))
            mark.format = form
            mark.cursor = self._passage(one)
            marks.append(mark)
        self.releasable.edit.setExtraSelections(marks)

    def _list(self) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (row := item.widget()) is not None:
                row.hide()
                row.deleteLater()
        found = self._found
        self._head.show_words((lambda t: findings_line(found, t)) if found else "")
        for one in found[:_MOST_SHOWN]:
            row = quiet(self._kit, _words_of(one))
            row.clicked.connect(lambda _=False, one=one: self._go_to(one))
            self._rows.addWidget(row, 0, Qt.AlignmentFlag.AlignLeft)

    def _go_to(self, finding: Finding) -> None:
        self.releasable.edit.setTextCursor(self._passage(finding))
        self.releasable.setFocus(Qt.FocusReason.OtherFocusReason)

    def _passage(self, finding: Finding) -> QTextCursor:
        text = self._read or ""
        cursor = self.releasable.edit.textCursor()
        cursor.setPosition(_units(text[: finding.start]))
        cursor.setPosition(_units(text[: finding.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor


def _units(text: str) -> int:
    """Count as Qt counts: a letter beyond the first plane is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _words_of(finding: Finding) -> Words:
    return lambda t: finding_sentence(finding, t)
