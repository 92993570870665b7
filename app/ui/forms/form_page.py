"""Lay out a form as a page: what stops it on top, parts one beneath another, buttons at the foot.

    class RecordPage(FormPage):
        when = self.section(lambda t: t.say("When")); when.add(self.enter("occurred", edit))
        def save(self) -> None: ...

Ctrl+S saves, Ctrl+Shift+S begins another where there may be one, Alt+1 … goes to a part, Esc
leaves and keeps the draft. `left` tells that the person is done with the form.
"""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.errors import HomewardError
from app.ui.forms.draft_banner import DraftBanner
from app.ui.forms.draft_keeper import DraftKeeper, Waiting
from app.ui.forms.entry import Entry, FormSection, turn
from app.ui.forms.form_layout import lay_out
from app.ui.forms.versions_panel import VersionsPanel
from app.ui.shell.actions import Action
from app.ui.shell.page import PagePanel
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, primary, quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.states import ErrorSummary
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.errors import sentence

NARROW = 720
_MORE: Words = lambda t: t.say("Save and add another")  # noqa: E731  the button and its key


class FormPage(PagePanel):
    """A page that is one form; subclasses add parts and say what saving means."""

    left = Signal()
    narrowed = Signal(bool)

    def __init__(self, work: Work, place: str, *, draft_form: str, save_words: Words) -> None:
        super().__init__(work.kit, place)
        kit = work.kit
        self.work = work
        self.keeper = DraftKeeper(work, draft_form, self.draft_content, self)
        self.entries: dict[str, Entry] = {}
        self.sections: list[FormSection] = []
        self.breakable: list[QBoxLayout] = []
        self.busy = False
        self.filling = False
        self._narrow = False
        self._waiting: list[Waiting] = []
        self.title = Label(kit, "", Size.X, strong=True, wrap=True)
        self.back = quiet(kit, lambda t: t.say("Back"), icon="left")
        self.summary = ErrorSummary(kit)
        self.banner = DraftBanner(kit)
        self.versions = VersionsPanel(kit)
        self.notices = QVBoxLayout()
        self.notices.setSpacing(6)
        self.parts = QVBoxLayout()
        self.parts.setSpacing(0)
        self.kept_words = Label(kit, "", Size.S, Role.TEXT2)
        self.save_button = primary(kit, save_words, key="Ctrl+S")
        self.more_button = plain(kit, _MORE)
        self.cancel_button = plain(kit, lambda t: t.say("Cancel"), key="Esc")
        self.sheet, self._foot = lay_out(self)
        self._connect()

    # --- what a form says of itself

    def draft_content(self) -> str:
        """Return what stands in the form, as its draft keeps it."""
        raise NotImplementedError

    def take_draft(self, content: str) -> None:
        """Show a draft; one that cannot be read raises Unreadable."""
        raise NotImplementedError

    def save(self) -> None:
        """Save and leave."""
        raise NotImplementedError

    def settle(self, chosen: object) -> None:
        """Save with what was chosen field by field."""
        raise NotImplementedError

    def add_own_actions(self) -> None:
        """Enter what else can be done in this form."""

    def entry_of(self, field: str) -> str:
        """Return the entry a refused field belongs to."""
        return field

    # --- building

    def section(self, words: Words) -> FormSection:
        """Add a part."""
        made = FormSection(self.kit, words, first=not self.sections)
        self.sections.append(made)
        self.parts.addWidget(made)
        return made

    def enter(
        self, code: str, editor: QWidget, words: Words = "", *, beside: bool = False
    ) -> Entry:
        """Make an entry that errors can point at."""
        entry = Entry(self.kit, editor, words, beside=beside)
        self.entries[code] = entry
        return entry

    # --- errors

    def refuse(self, problems: Sequence[tuple[str, Words]]) -> None:
        """Show what stops the save, on top and beneath each field."""
        for entry in self.entries.values():
            entry.accept()
        told: list[tuple[Words, QWidget]] = []
        for code, words in problems:
            found = self.entries.get(self.entry_of(code))
            if found is not None:
                found.refuse(words)
            told.append((words, found.editor if found is not None else self.save_button))
        self.summary.show_problems(told)
        if told:
            self.sheet.verticalScrollBar().setValue(0)

    def refuse_error(self, error: Exception) -> None:
        """Show a refused save: in the form where a field is to blame, else as a fault."""
        self.busy = False
        field = error.data.get("field") if isinstance(error, HomewardError) else None
        if isinstance(error, HomewardError) and isinstance(field, str):
            told = error
            self.refuse([(field, lambda t: sentence(told, t))])
        else:
            self.work.messages.failed(error)
        self.keeper.touch()

    def accept_all(self) -> None:
        """Take every message away."""
        self.refuse(())
        self.versions.put_away()

    # --- drafts

    def begin(self, about: str, *, form: str = "") -> None:
        """Begin an empty form about one thing and ask what draft waits."""
        self.accept_all()
        self._add_actions()
        self.banner.offer(None)
        self.kept_words.set_words("")
        self.kept_words.hide()
        self.keeper.open(about, self._offer, form=form)
        self.sheet.verticalScrollBar().setValue(0)

    def touched(self, *_: object) -> None:
        """Hear that the person typed."""
        if not self.filling:
            self.keeper.touch()

    def cancel(self) -> None:
        """Leave; the draft is kept."""
        self.keeper.keep_now()
        self.left.emit()

    @Slot(object)
    def _offer(self, found: tuple[Waiting, ...]) -> None:
        self._waiting = list(found)
        self._offer_next()

    def _offer_next(self) -> None:
        self.banner.offer(self._waiting[0] if self._waiting else None)

    def _take_up(self) -> None:
        waiting = self._waiting.pop(0)
        self.keeper.take_up(waiting)
        self.banner.offer(None)
        self.filling = True
        try:
            self.take_draft(waiting.content)
        except ValueError:
            self.work.messages.done(lambda t: t.say("This draft cannot be read any more."))
        finally:
            self.filling = False

    def _throw(self) -> None:
        self.keeper.drop(self._waiting.pop(0).subject)
        self._offer_next()

    def _was_kept(self, at: object) -> None:
        time = f"{at.astimezone():%H:%M}" if hasattr(at, "astimezone") else ""
        self.kept_words.set_words(lambda t: t.say("Draft kept {time}", time=time))
        self.kept_words.show()

    def _was_not_kept(self) -> None:
        self.kept_words.set_words(lambda t: t.say("The draft could not be kept."))
        self.kept_words.show()

    # --- inside

    def _connect(self) -> None:
        self.back.clicked.connect(self.cancel)
        self.cancel_button.clicked.connect(self.cancel)
        self.save_button.clicked.connect(self.save)
        self.banner.taken.connect(self._take_up)
        self.banner.thrown.connect(self._throw)
        self.versions.settled.connect(self.settle)
        self.keeper.kept.connect(self._was_kept)
        self.keeper.not_kept.connect(self._was_not_kept)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _add_actions(self) -> None:
        actions = self.work.actions
        actions.drop_place(self.place)
        actions.hint(self.place, "Tab", lambda t: t.say("next field"))
        actions.hint(self.place, "Esc", lambda t: t.say("leave, keep the draft"))
        actions.add(
            Action("form.save", lambda t: t.say("Save"), "Ctrl+S", place=self.place),
            self.save,
        )
        if not self.more_button.isHidden():
            more = Action("form.more", _MORE, "Ctrl+Shift+S", place=self.place)
            actions.add(more, self.more_button.click)
        self.add_own_actions()
        shown = [section for section in self.sections if not section.isHidden()]
        for number, section in enumerate(shown, 1):
            action = Action(f"form.part.{number}", section.words, f"Alt+{number}", place=self.place)
            actions.add(action, section.begin)

    @Slot(QWidget, QWidget)
    def _follow_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        content = self.sheet.widget()
        if now is not None and content is not None and content.isAncestorOf(now):
            self.sheet.ensureWidgetVisible(now, 0, 40)

    @override
    def rail_width(self) -> tuple[int, int]:
        return (296, 352)

    @override
    def may_leave(self) -> bool:
        self.keeper.keep_at_once()
        return True

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < self.kit.theme.scaled(NARROW)
        if narrow is not self._narrow:
            self._narrow = narrow
            for section in self.sections:
                section.set_narrow(narrow=narrow)
            for layout in (*self.breakable, self._foot):
                turn(layout, narrow=narrow)
            self.narrowed.emit(narrow)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.keeper.keep_now()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return
        super().keyPressEvent(event)
