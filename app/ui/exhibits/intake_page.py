"""Bring files in: which, where they came from, of whom they speak; one save takes all of them in.

However files come (dropped, pasted, picked, scanned), this page opens and asks at once where they
came from; "not known" is an answer, silence is none (U-11).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import override

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import AlreadyKept
from app.jobs.exhibits.intake import FirstLook
from app.ui.events.source_picker import SourcePicker
from app.ui.exhibits.incoming import Incoming, holds_something, incoming_from
from app.ui.exhibits.intake_draft import IntakeDraft
from app.ui.exhibits.intake_files import FileRow, IntakeFiles
from app.ui.exhibits.intake_looks import IntakeLooks
from app.ui.exhibits.intake_run import Arrived, IntakeRun
from app.ui.exhibits.intake_words import all_in, some_in, ways_in_order, why_not
from app.ui.exhibits.origin_parts import OriginEdit, ShownEdit
from app.ui.exhibits.pickers import pick_files
from app.ui.exhibits.ties import Tie, TieEdit
from app.ui.forms.entry import Entry
from app.ui.forms.form_page import FormPage
from app.ui.forms.keeping import from_json, to_json
from app.ui.forms.searches import men_search, source_search
from app.ui.forms.short_date import ShortDate
from app.ui.shell.actions import Action
from app.ui.widgets.buttons import plain
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.work import Work
from models.vocabulary.exhibits import ReceivedBy

PLACE = "exhibit_intake"


@dataclass(frozen=True, slots=True)
class BringingIn:
    """Things that were dropped, pasted or picked, and what they speak of where that is known."""

    files: tuple[Incoming, ...]
    ties: tuple[Tie, ...] = ()
    form = "take_in"
    about = "files"


class IntakePage(FormPage):
    """The page on which files come in."""

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=BringingIn.form, save_words=lambda t: t.say("Take in")
        )
        self.more_button.hide()
        self.files = IntakeFiles(work.kit)
        self.looks = IntakeLooks(work, self)
        self.run = IntakeRun(work)
        self.notices.addWidget(self.run)
        self._saved: list[Arrived] = []
        self.setAcceptDrops(True)
        self._build()
        self._join()
        self.title.set_words(lambda t: t.say("Bring files in"))
        self.back.set_words(lambda t: t.say("Exhibits"))

    # --- building

    def _build(self) -> None:
        kit, work = self.kit, self.work
        self.origin = OriginEdit(kit)
        self.received_by = Combo(kit, lambda t: t.say("How it reached us"))
        self.received_by.set_choices(ways_in_order())
        self.received = ShortDate(
            kit, lambda t: t.say("Received on"), not_after=work.workspace.clock.today()
        )
        self.url = LineEdit(kit, lambda t: t.say("Address on the internet"))
        self.url.setAcceptDrops(False)
        self.source = SourcePicker(kit, source_search(work))
        self.ties = TieEdit(kit, men_search(work))
        self.shows = ShownEdit(kit)
        asked = self.section(lambda t: t.say("Where from"))
        asked.add(self.enter("origin", self.origin, lambda t: t.say("Where did this come from?")))
        asked.add_row(
            (self.enter("received_by", self.received_by, lambda t: t.say("How it reached us")), 2),
            (self.enter("received", self.received, lambda t: t.say("Received on")), 1),
        )
        asked.add(self.enter("url", self.url, lambda t: t.say("Address on the internet")))
        files = self.section(lambda t: t.say("Files"))
        files.add(self.enter("files", self.files))
        files.add(self._more_files())
        speaks = self.section(lambda t: t.say("Speaks of"))
        speaks.add(self.enter("ties", self.ties))
        seen = self.section(lambda t: t.say("What can be seen"))
        seen.add(Entry(kit, self.shows))
        who = self.section(lambda t: t.say("Source, if it is one"))
        who.add(self.enter("source", self.source))
        self.entries["title"] = self.source.title_entry
        who.add(self._source_ways())

    def _more_files(self) -> QWidget:
        self.add_button = plain(self.kit, lambda t: t.say("Add files …"), icon="plus")
        self.add_button.clicked.connect(self.choose_files)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.add_button)
        row.addStretch(1)
        return holder

    def _source_ways(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.source.new_button)
        row.addStretch(1)
        self.source.unknown_button.setVisible(False)
        return holder

    def _join(self) -> None:
        for signal in (
            self.origin.changed,
            self.received_by.code_changed,
            self.received.changed,
            self.url.textChanged,
            self.source.changed,
            self.ties.changed,
            self.shows.changed,
            self.files.changed,
        ):
            signal.connect(self.touched)
        self.files.removed.connect(self.looks.forget)
        self.looks.seen.connect(self._show_seen)
        self.looks.failed.connect(self._show_unread)
        self.run.arrived.connect(self._arrived)
        self.run.ended.connect(self._ended)

    # --- what the frame asks

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, BringingIn):
            self.take(argument)

    @override
    def add_own_actions(self) -> None:
        actions = self.work.actions
        actions.add(
            Action("intake.add", lambda t: t.say("Add files …"), "Ctrl+O", "plus", PLACE),
            self.choose_files,
        )
        actions.add(
            Action("intake.paste", lambda t: t.say("Paste"), "Ctrl+V", "copy", PLACE), self.paste
        )

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.run.running and holds_something(event.mimeData()):
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.add(incoming_from(event.mimeData(), self.work.workspace.clock.now()))

    # --- what the person does

    def take(self, intention: BringingIn) -> None:
        """Begin with these files; those that wait here for the same man are joined by them.

        Files left here for another are kept as a draft: they must never be tied to this one.
        """
        if self.run.running:
            self.work.messages.done(lambda t: t.say("Wait until the files before are taken in."))
            return
        if not self.files.rows or self.ties.named() != intention.ties:
            self.keeper.keep_now()
            self._empty()
            self.begin(BringingIn.about)
        for tie in intention.ties:
            self.ties.add(tie)
        ways = {one.way for one in intention.files}
        if len(ways) == 1 and self.received_by.code() is ReceivedBy.UNKNOWN:
            self.received_by.set_code(ways.pop())
        self.add(intention.files)
        QTimer.singleShot(0, self.origin.setFocus)

    def add(self, files: Sequence[Incoming]) -> None:
        """Add files to the list; each is looked at."""
        for one in files:
            if not self.files.has(one):
                row = self.files.add(one)
                self.looks.look(row.key, one)
        self.touched()

    def choose_files(self) -> None:
        """Ask for more files."""
        if not self.run.running:
            self.add(pick_files(self.kit, self))

    def paste(self) -> None:
        """Add what the clipboard holds."""
        if not self.run.running:
            held = QGuiApplication.clipboard().mimeData()
            self.add(incoming_from(held, self.work.workspace.clock.now()))

    # --- the draft

    def draft(self) -> IntakeDraft:
        """Return what stands in the form."""
        origin, unknown = self.origin.value()
        way = self.received_by.code()
        return IntakeDraft(
            files=self.files.drafts(),
            origin=origin,
            origin_unknown=unknown,
            received_by=way if isinstance(way, ReceivedBy) else ReceivedBy.UNKNOWN,
            received=self.received.text().strip(),
            url=self.url.text().strip(),
            source=self.source.draft(IntakeDraft().source),
            ties=self.ties.named(),
            shows=self.shows.value(),
        )

    def show_draft(self, draft: IntakeDraft) -> None:
        """Show a draft; what was pasted and never saved is not kept in it."""
        self.filling = True
        self.origin.set_value(draft.origin, unknown=draft.origin_unknown)
        self.received_by.set_code(draft.received_by)
        self.received.set_text(draft.received)
        self.url.setText(draft.url)
        self.source.show_draft(draft.source)
        self.source.unknown_button.hide()
        self.ties.show_named(draft.ties)
        self.shows.set_value(draft.shows)
        self.filling = False
        for file in draft.files:
            if file.path and not self.files.has(Incoming.file(Path(file.path))):
                row = self.files.add(Incoming.file(Path(file.path)))
                row.show_draft(file)
                self.looks.look(row.key, row.incoming)

    @override
    def draft_content(self) -> str:
        return to_json(self.draft())

    @override
    def take_draft(self, content: str) -> None:
        self.show_draft(from_json(IntakeDraft, content))

    # --- saving

    @override
    def save(self) -> None:
        if self.busy:
            return
        draft = self.draft()
        today = self.work.workspace.clock.today()
        found = draft.problems(today, typed_tie=self.ties.typed())
        self.refuse(found)
        if found:
            return
        self.busy = True
        self._saved = []
        self._allow(ready=False)
        self.run.start(draft, [(row.draft(), row.incoming, row.seen) for row in self._rows()])

    def _rows(self) -> tuple[FileRow, ...]:
        for row in self.files.rows.values():
            row.accept()
        return tuple(self.files.rows.values())

    def _arrived(self, one: Arrived) -> None:
        row = self.files.rows.get(one.key)
        if row is None:
            return
        if one.error is None:
            self._saved.append(one)
            self.files.remove(one.key)
        else:
            row.refuse(why_not(one.error))
            if isinstance(one.error, AlreadyKept):
                self.looks.look(one.key, row.incoming)

    def _ended(self, stopped: bool) -> None:  # noqa: FBT001  what the signal sends
        self.busy = False
        self._allow(ready=True)
        saved, left = tuple(self._saved), len(self.files.rows)
        if not left:
            self.keeper.drop()
            self._empty()
            self.work.messages.done(all_in(saved))
            self.left.emit()
            return
        self.keeper.touch()
        self.refuse([("files", some_in(saved, left, stopped=stopped))])

    def _allow(self, *, ready: bool) -> None:
        for section in self.sections:
            section.setEnabled(ready)
        self.save_button.setEnabled(ready)

    def _empty(self) -> None:
        self.files.clear()
        self.show_draft(IntakeDraft())
        self.accept_all()

    # --- the first look

    def _show_seen(self, key: str, seen: FirstLook) -> None:
        row = self.files.rows.get(key)
        if row is not None:
            row.show_seen(seen)

    def _show_unread(self, key: str, error: Exception) -> None:
        row = self.files.rows.get(key)
        if row is not None:
            row.refuse(why_not(error))
