"""Name who says so: a source the register knows, found by code or title, or a new one in place.

picker = SourcePicker(kit, search); picker.changed.connect(...)
picker.draft(base) -> SourceDraft            fills source, title, kind of a draft
picker.show_draft(draft)
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import override

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.case_file import SourceView
from app.ui.events.source_draft import SourceDraft, shown_source
from app.ui.forms.entry import Entry
from app.ui.forms.searches import SourceSearch
from app.ui.widgets.buttons import quiet
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.popup_list import PopupList, PopupRow
from app.wording.vocabulary import label
from models.vocabulary.accounts import PROTECTED_SOURCE_KINDS, SourceKind

UNKNOWN_TITLE = "Source unknown"
"""The one source that stands for nobody in particular; kept as data, shown by its kind."""


_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def kind_words(kind: SourceKind) -> Words:
    """Name a kind of source in the reader's language."""
    return lambda t: label("source_kind", kind, t.lang)


class SourcePicker(QWidget):
    """Edit which source it is."""

    changed = Signal()

    def __init__(self, kit: Kit, search: SourceSearch) -> None:
        super().__init__()
        self._kit = kit
        self._search = search
        self._source = ""
        self._note = ""
        self._hits: list[SourceView] = []
        self.field = LineEdit(
            kit,
            lambda t: t.say("Who says so"),
            icon="person",
            note=lambda t: t.say("code or title"),
        )
        self.kind = Combo(kit, lambda t: t.say("Kind of source"), search=True)
        self.kind.set_choices([(kind, kind_words(kind)) for kind in SourceKind])
        self.title = LineEdit(
            kit,
            lambda t: t.say("Who or what the new source is"),
            hint=lambda t: t.say("Who or what the new source is"),
        )
        self.title_entry = Entry(kit, self.title)
        self.confidential = QCheckBox()
        kit.bind(
            self.confidential,
            self.confidential.setText,
            lambda t: t.say("Confidential: shown by its code only"),
        )
        self.new_button = quiet(kit, lambda t: t.say("New source"), icon="plus")
        self.unknown_button = quiet(kit, lambda t: t.say("Source unknown"))
        self.known_button = quiet(kit, lambda t: t.say("Choose a known source"), icon="search")
        # They stand where the form wants them; until then they must not become windows.
        self.new_button.setParent(self)
        self.unknown_button.setParent(self)
        self._popup = PopupList(kit, self.field, lambda t: t.say("Sources found"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(150)
        self._known = QWidget()
        self._new = QWidget()
        self._lay_out()
        self._connect()
        self._show(new=False)

    def draft(self, base: SourceDraft) -> SourceDraft:
        """Return a draft with the source that was entered."""
        kind = self.kind.code()
        return replace(
            base,
            source="" if self.is_new else self._source,
            shown="" if self.is_new else self.field.text().strip(),
            note=self._note,
            is_new=self.is_new,
            kind=kind if isinstance(kind, SourceKind) else SourceKind.OTHER,
            title=self.title.text() if self.is_new else "",
            confidential=self.is_new and self.confidential.isChecked(),
        )

    def show_draft(self, draft: SourceDraft) -> None:
        """Show the source of a draft."""
        self._source, self._note = draft.source, draft.note
        self.field.setText(draft.shown)
        self.field.set_note(draft.note or (lambda t: t.say("code or title")))
        self.kind.set_code(draft.kind)
        self.title.setText(draft.title)
        self.confidential.setChecked(draft.confidential)
        self._show(new=draft.is_new)

    @property
    def is_new(self) -> bool:
        """Tell whether a new source is being entered."""
        return not self._new.isHidden()

    def typed(self) -> str:
        """Return what was typed and not chosen."""
        return "" if self._source or self.is_new else self.field.text().strip()

    def set_wrong(self, wrong: bool) -> None:  # noqa: FBT001  a setter in Qt's manner
        """Show the edge of an error, or take it away."""
        (self.title if self.is_new else self.field).set_wrong(wrong)

    def start_new(self) -> None:
        """Enter a new source; what was typed becomes its title."""
        typed = self.typed()
        self._source, self._note = "", ""
        self._show(new=True)
        if typed:
            self.title.setText(typed)
            self.field.clear()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def take_unknown(self) -> None:
        """Say that nobody knows who said it; the register keeps one such source."""
        self._search(UNKNOWN_TITLE, self._take_unknown)

    def _take_unknown(self, found: Sequence[SourceView]) -> None:
        known = [one for one in found if one.title == UNKNOWN_TITLE]
        if known:
            self._take_source(known[0])
            return
        self._source, self._note = "", ""
        self._show(new=True)
        self.kind.set_code(SourceKind.OTHER)
        self.title.setText(UNKNOWN_TITLE)
        self.changed.emit()

    def _take_source(self, source: SourceView) -> None:
        t = self._kit.translator
        self._source = str(source.id)
        self._note = source_note(source, t)
        self._show(new=False)
        self.field.setText(shown_source(source.code, source.shown(t.lang)))
        self.field.set_note(self._note)
        self.field.setCursorPosition(0)
        self.changed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show whom one may choose at the arrow; let Enter begin a source that nobody knows."""
        key = None
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = event.key()
        listed = self._popup.isVisible()
        if key == Qt.Key.Key_Down and not listed and not self.field.text().strip():
            self._search("", lambda found: self._show_hits("", found))
            return True
        if key in _ENTER and listed and not self._hits and self.typed():
            self._popup.hide_list()
            self.start_new()
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        first = QHBoxLayout(self._known)
        first.setContentsMargins(0, 0, 0, 0)
        first.setSpacing(10)
        first.addWidget(self.field, 1)
        new = QVBoxLayout(self._new)
        new.setContentsMargins(0, 0, 0, 0)
        new.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.kind, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.title_entry, 3, Qt.AlignmentFlag.AlignTop)
        new.addLayout(row)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.confidential)
        foot.addStretch(1)
        foot.addWidget(self.known_button)
        new.addLayout(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._known)
        column.addWidget(self._new)

    def _connect(self) -> None:
        self.field.textEdited.connect(self._edited)
        self.field.installEventFilter(self)
        self._timer.timeout.connect(self._ask)
        self._popup.chosen.connect(self._take)
        self.new_button.clicked.connect(self.start_new)
        self.unknown_button.clicked.connect(self.take_unknown)
        self.known_button.clicked.connect(self._back_to_known)
        self.kind.code_changed.connect(self._kind_chosen)
        self.title.textChanged.connect(self._tell)
        self.confidential.toggled.connect(self._tell)

    def _show(self, *, new: bool) -> None:
        self._known.setVisible(not new)
        self._new.setVisible(new)
        for button in (self.new_button, self.unknown_button):
            button.setVisible(not new)
        self.setFocusProxy(self.kind if new else self.field)
        self._protect()

    def _protect(self) -> None:
        protected = self.kind.code() in PROTECTED_SOURCE_KINDS
        if protected:
            self.confidential.setChecked(True)
        self.confidential.setEnabled(not protected)

    def _kind_chosen(self, _: object) -> None:
        self._protect()
        self.changed.emit()

    def _back_to_known(self) -> None:
        self._show(new=False)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _edited(self, text: str) -> None:
        self._source, self._note = "", ""
        self.field.set_note(lambda t: t.say("code or title"))
        if text.strip():
            self._timer.start()
        else:
            self._timer.stop()
            self._popup.hide_list()
        self.changed.emit()

    def _ask(self) -> None:
        text = self.field.text().strip()
        if text:
            self._search(text, lambda found: self._show_hits(text, found))

    def _show_hits(self, text: str, found: Sequence[SourceView]) -> None:
        if self.field.text().strip() != text or not self.field.hasFocus():
            return
        t = self._kit.translator
        self._hits = list(found)
        rows = [
            PopupRow(
                "lock" if one.confidential else "person",
                one.code,
                "" if one.confidential else one.shown(t.lang),
                source_note(one, t),
            )
            for one in found
        ]
        self._popup.show_rows(
            rows, t.say("No source of that code or title. Press Enter to enter it as a new one.")
        )

    def _take(self, at: int) -> None:
        self._popup.hide_list()
        self._take_source(self._hits[at])

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def source_note(source: SourceView, t: Translator) -> str:
    """Say of what kind a source is, and that its name is sealed where it is."""
    kind = label("source_kind", source.kind, t.lang)
    return t.say("{kind} · name sealed", kind=kind) if source.confidential else kind
