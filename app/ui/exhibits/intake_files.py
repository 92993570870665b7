"""List the files of an intake: what each is by its content, what is odd about it, its title."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.jobs.exhibits.intake import FirstLook
from app.shapes.files import FileWarning
from app.ui.cases.content import clear
from app.ui.exhibits.exhibit_rail import location_words
from app.ui.exhibits.incoming import Incoming
from app.ui.exhibits.intake_draft import FileDraft, Twice
from app.ui.exhibits.words import icon_of, kind_words, size_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.choice_row import ChoiceRow
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Refusal
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.file_warnings import warning_sentence
from app.wording.visible_text import visible
from models.vocabulary.exhibits import ExhibitKind

_TOP = Qt.AlignmentFlag.AlignTop


class FileRow(QFrame):
    """One file; `removed` carries its key, `changed` after every key."""

    removed = Signal(str)
    changed = Signal()

    def __init__(self, kit: Kit, key: str, incoming: Incoming) -> None:
        super().__init__()
        self.setObjectName("card")
        self._kit = kit
        self.key = key
        self.incoming = incoming
        self.seen: FirstLook | None = None
        self._kind_by_hand = False
        name = visible(incoming.name)
        self._icon = IconLabel(kit, "doc", Role.TEXT2)
        self._facts = Label(
            kit, lambda t: t.say("being looked at …"), Size.S, Role.TEXT2, wrap=True
        )
        self.title = LineEdit(
            kit,
            lambda t: t.say("Title of {name}", name=name),
            hint=lambda t: t.say("Title, if another than the name of the file"),
        )
        self.title.setText(incoming.title)
        self.kind = Combo(kit, lambda t: t.say("Kind of {name}", name=name), search=True)
        self.kind.set_choices([(kind, _kind(kind)) for kind in ExhibitKind])
        self.kind.set_code(ExhibitKind.DOCUMENT)
        self.remove_button = icon_button(
            kit, "close", lambda t: t.say("Leave {name} out", name=name), edge=False
        )
        self.warnings = QVBoxLayout()
        self.warnings.setSpacing(2)
        self._known_words = Label(kit, "", Size.S, Role.WARN, wrap=True)
        self.twice = ChoiceRow(
            kit,
            lambda t: t.say("What to do with a file that is here already"),
            [
                (Twice.TIE, lambda t: t.say("Tie that one instead")),
                (Twice.AGAIN, lambda t: t.say("Keep it a second time")),
                (Twice.LEAVE, lambda t: t.say("Leave it out")),
            ],
        )
        self._refusal = Refusal(kit)
        self._lay_out(name)
        self._known_words.hide()
        self.twice.hide()
        self.remove_button.clicked.connect(self._remove)
        self.title.textChanged.connect(self._tell)
        self.kind.code_changed.connect(self._kind_chosen)
        self.twice.chosen.connect(self._tell)

    def draft(self) -> FileDraft:
        """Return what stands in the row."""
        kind = self.kind.code()
        path = str(self.incoming.path) if self.incoming.path else ""
        return FileDraft(
            self.key,
            path,
            self.incoming.name,
            self.title.text().strip(),
            kind if isinstance(kind, ExhibitKind) else ExhibitKind.DOCUMENT,
            Twice(self.twice.code()),
        )

    def show_draft(self, draft: FileDraft) -> None:
        """Show what was typed."""
        self.title.setText(draft.title)
        self.kind.set_code(draft.kind)
        self._kind_by_hand = True
        self.twice.choose(draft.twice)

    def show_seen(self, seen: FirstLook) -> None:
        """Show what the first look found; the kind is guessed unless it was chosen by hand."""
        self.seen = seen
        if not self._kind_by_hand:
            self.kind.blockSignals(True)
            self.kind.set_code(seen.kind)
            self.kind.blockSignals(False)
        self._icon.set_icon(icon_of(seen.kind))
        self._facts.set_words(lambda t: _facts(seen, t))
        clear(self.warnings)
        for warning in seen.look.warnings:
            self._warn(_warning(warning))
        if seen.look.has_location:
            self._warn(location_words, Role.TEXT2)
        self._known_words.setVisible(bool(seen.known))
        self.twice.setVisible(bool(seen.known))
        if seen.known:
            numbers = ", ".join(row.number for row in seen.known)
            self._known_words.set_words(
                lambda t: t.say(
                    "The same file is in the register already: {numbers}.", numbers=numbers
                )
            )

    def refuse(self, words: Words) -> None:
        """Say why this file did not come in."""
        self._refusal.show_message(words)

    def accept(self) -> None:
        """Take the message away."""
        self._refusal.hide()

    def _lay_out(self, name: str) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        named = QVBoxLayout()
        named.setSpacing(0)
        named.addWidget(Label(self._kit, name, strong=True, wrap=True))
        named.addWidget(self._facts)
        head.addWidget(self._icon, 0, _TOP)
        head.addLayout(named, 1)
        head.addWidget(self.remove_button, 0, _TOP)
        fields = QHBoxLayout()
        fields.setSpacing(10)
        fields.addWidget(self.title, 3)
        fields.addWidget(self.kind, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self.warnings)
        column.addWidget(self._known_words)
        column.addWidget(self.twice)
        column.addLayout(fields)
        column.addWidget(self._refusal)

    def _warn(self, words: Words, role: Role = Role.WARN) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(
            IconLabel(self._kit, "warn" if role is Role.WARN else "info", role, 14), 0, _TOP
        )
        line.addWidget(Label(self._kit, words, Size.S, role, wrap=True), 1)
        self.warnings.addLayout(line)

    def _kind_chosen(self, _: object) -> None:
        self._kind_by_hand = True
        self.changed.emit()

    def _remove(self) -> None:
        self.removed.emit(self.key)

    def _tell(self, *_: object) -> None:
        self.changed.emit()


class IntakeFiles(QWidget):
    """All files of an intake, one row each; `changed` after every key, `removed` with its key."""

    changed = Signal()
    removed = Signal(str)

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.rows: dict[str, FileRow] = {}
        self._last = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        kit.bind(self, self.setAccessibleName, lambda t: t.say("Files"))

    def add(self, incoming: Incoming) -> FileRow:
        """Add one thing; answers its row."""
        self._last += 1
        row = FileRow(self._kit, str(self._last), incoming)
        row.changed.connect(self._tell)
        row.removed.connect(self.remove)
        self.rows[row.key] = row
        self._column.addWidget(row)
        return row

    def remove(self, key: str) -> None:
        """Leave one out."""
        row = self.rows.pop(key, None)
        if row is not None:
            row.hide()
            row.setParent(None)
            row.deleteLater()
            self.removed.emit(key)
            self.changed.emit()

    def clear(self) -> None:
        """Leave all out."""
        for key in tuple(self.rows):
            self.remove(key)

    def drafts(self) -> tuple[FileDraft, ...]:
        """Return what stands in the rows."""
        return tuple(row.draft() for row in self.rows.values())

    def has(self, wanted: Incoming) -> bool:
        """Tell whether a file of a disk is in the list already."""
        return wanted.path is not None and any(
            row.incoming.path == wanted.path for row in self.rows.values()
        )

    def show_all(self, drafts: Sequence[FileDraft]) -> None:
        """Show what a draft typed, row by row."""
        for draft in drafts:
            if draft.key in self.rows:
                self.rows[draft.key].show_draft(draft)

    def _tell(self) -> None:
        self.changed.emit()


def _facts(seen: FirstLook, t: Translator) -> str:
    look = seen.look
    parts = [size_words(seen.fingerprint.size, t), look.media_type]
    if look.width and look.height:
        parts.append(t.say("{wide} × {high} pixels", wide=look.width, high=look.height))
    if look.pages:
        parts.append(t.say_n("{n} page", "{n} pages", look.pages))
    if look.seconds:
        minutes, seconds = divmod(look.seconds, 60)
        parts.append(t.say("lasts {minutes}:{seconds}", minutes=minutes, seconds=f"{seconds:02}"))
    if look.taken_at:
        parts.append(t.say("its camera says {date}", date=look.taken_at))
    return " · ".join(parts)


def _kind(kind: ExhibitKind) -> Words:
    return lambda t: kind_words(kind, t)


def _warning(warning: FileWarning) -> Words:
    return lambda t: warning_sentence(warning, t)
