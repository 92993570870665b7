"""Lets the register leave on purpose: all of it in open formats, or what may be published."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from app.errors import BadInput
from app.i18n import Translator
from app.jobs.calendar_job import write_due_dates
from app.jobs.export_job import export_open
from app.jobs.publish_job import publish_pfif
from app.shapes.exports import ExportDone
from app.shapes.progress import Progress
from app.ui.office.part import Note, OfficePart
from app.ui.shell.tasks import Job, Ticket
from app.ui.shell.unlock_card import error_words
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import Button, WithReason, plain
from app.ui.widgets.card import Card
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.file_questions import ask_new_file
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.states import ProgressCard
from app.ui.work import Work
from app.wording.open_export import left_out_words, not_encrypted
from models.vocabulary.roles import Action, may

_PFIF = "PFIF (*.xml)"
_ICS = "ICS (*.ics)"

type Working = Callable[[Job], ExportDone]


class WhyField(Field):
    """Asks why something goes out: nothing does without a reason."""

    def __init__(self, kit: Kit) -> None:
        why: Words = lambda t: t.say("Why it goes out")  # noqa: E731
        self.line = LineEdit(kit, why)
        super().__init__(kit, why, self.line)

    def given(self) -> str:
        """Return the reason; where there is none, say so and put the keyboard there."""
        self.accept()
        reason = self.line.text().strip()
        if not reason:
            self.refuse(lambda t: t.say("Write why it goes out; it stays in the history."))
            self.line.setFocus()
        return reason


class SecondField(Field):
    """Asks for the second person: what goes out in bulk, nobody lets out alone (R-51)."""

    def __init__(self, kit: Kit) -> None:
        second: Words = lambda t: t.say("Second person who agrees, by name")  # noqa: E731
        self.line = LineEdit(kit, second)
        super().__init__(kit, second, self.line)

    def given(self) -> str:
        """Return the name; whether somebody must be named, the register says."""
        self.accept()
        return self.line.text().strip()


class ExportsPart(OfficePart):
    """Asks why before anything goes out; nothing is encrypted once it is outside."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        kit = work.kit
        self._ticket: Ticket | None = None
        self.progress: ProgressCard | None = None
        self.why = WhyField(kit)
        self.why_public = WhyField(kit)
        self.second, self.second_public = SecondField(kit), SecondField(kit)
        self.to_whom = LineEdit(kit, lambda t: t.say("To whom it goes"))
        self._asked: SecondField | None = None
        self.whole_button = plain(kit, lambda t: t.say("Choose where and export …"), icon="folder")
        self.whole = Card(
            kit,
            lambda t: t.say("The whole register, in open formats"),
            lambda t: t.say(
                "Every table as JSON Lines, CSV and XLSX, every original, and the hash of every "
                "file: whatever becomes of this program, what you recorded stays readable."
            ),
        )
        self.whole.column.addWidget(Note(kit, not_encrypted, "warn", Role.WARN))
        self.whole.column.addWidget(self.why)
        self.whole.column.addWidget(
            Field(kit, lambda t: t.say("To whom it goes (may stay with the office)"), self.to_whom)
        )
        self.whole.column.addWidget(self.second)
        self._add_button(self.whole, self.whole_button)
        domain: Words = lambda t: t.say("The domain that your numbers are of (may stay empty)")  # noqa: E731
        self.domain = LineEdit(kit, domain, hint=lambda _: "office.example.org")
        self.public_button = plain(kit, lambda t: t.say("Choose where and publish …"), icon="globe")
        self.public = Card(
            kit,
            lambda t: t.say("Men who may be published, as PFIF"),
            lambda t: t.say(
                "Only men whose family agreed that the name be published: name, sex, year of "
                "birth, status. No relatives, no telephones, no sources, nobody of limited access. "
                "A record expires after 90 days, so ask the families again before you renew it."
            ),
        )
        self.public.column.addWidget(self.why_public)
        self.public.column.addWidget(self.second_public)
        self.public.column.addWidget(Field(kit, domain, self.domain))
        self._add_button(self.public, self.public_button)
        self.days_button = plain(kit, lambda t: t.say("Choose where and save …"), icon="calendar")
        self.days = Card(
            kit,
            lambda t: t.say("Due dates, as a calendar"),
            lambda t: t.say(
                "For telephones and other programs: what is due on which day, and the number of "
                "the case. Never a name; of a case of limited access not even the number."
            ),
        )
        row = QHBoxLayout()
        row.addWidget(self.days_button)
        row.addStretch(1)
        self.days.column.addLayout(row)
        self.told = Note(kit, "")
        self.told.hide()
        for card in (self.whole, self.public, self.days):
            self.column.addWidget(card)
        self.column.addWidget(self.told)
        self.column.addStretch(1)
        self.whole_button.clicked.connect(self._choose_folder)
        self.public_button.clicked.connect(self._choose_file)
        self.days_button.clicked.connect(self._choose_calendar)

    def _add_button(self, card: Card, button: Button) -> None:
        allowed = WithReason(self.kit, button)
        roles = self.work.workspace.actor.roles
        if not (may(roles, Action.EXPORT_REGISTER) and may(roles, Action.APPROVE_DISCLOSURE)):
            allowed.refuse(lambda t: t.say("Only a supervisor lets the register go out."))
        row = QHBoxLayout()
        row.addWidget(allowed)
        row.addStretch(1)
        card.column.addLayout(row)

    @override
    def begin(self) -> None:
        self.why.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_folder(self) -> None:
        reason = self.why.given()
        if not reason:
            return
        title = self.kit.say(lambda t: t.say("A new folder for the export"))
        start = Path.home() / f"homeward-{self.work.workspace.clock.today():%Y-%m-%d}"
        chosen = ask_new_file(self, self.kit, title, "", start)
        if chosen is not None:
            self.export(chosen, reason)

    def _choose_file(self) -> None:
        reason = self.why_public.given()
        if not reason:
            return
        title = self.kit.say(lambda t: t.say("Save the men who may be published"))
        start = Path.home() / f"public-{self.work.workspace.clock.today():%Y-%m-%d}.xml"
        chosen = ask_new_file(self, self.kit, title, _PFIF, start)
        if chosen is not None:
            self.publish(chosen, reason)

    def _choose_calendar(self) -> None:
        title = self.kit.say(lambda t: t.say("Save the due dates"))
        start = Path.home() / f"due-{self.work.workspace.clock.today():%Y-%m-%d}.ics"
        chosen = ask_new_file(self, self.kit, title, _ICS, start)
        if chosen is not None:
            self.save_calendar(chosen)

    def export(self, dest: Path, reason: str) -> None:
        """Write everything into a new folder, with progress and a way to stop."""
        workspace, second, to_whom = self.work.workspace, self.second.given(), self.to_whom.text()
        self._start(
            lambda job: export_open(
                workspace,
                dest,
                reason,
                recipient=to_whom,
                approved_by=second,
                report=job.report,
                cancelled=lambda: job.cancelled,
            ),
            self.whole,
            self.second,
        )

    def publish(self, dest: Path, reason: str) -> None:
        """Write the men who may be published into a new file."""
        workspace, t = self.work.workspace, self.kit.translator
        domain, second = self.domain.text().strip(), self.second_public.given()
        self._start(
            lambda _: publish_pfif(workspace, dest, reason, t, domain=domain, approved_by=second),
            self.public,
            self.second_public,
        )

    def save_calendar(self, dest: Path) -> None:
        """Write what is due, and when, into a new calendar file."""
        workspace, t = self.work.workspace, self.kit.translator
        self._start(lambda _: write_due_dates(workspace, dest, t), self.days)

    def _start(self, work: Working, card: Card, second: SecondField | None = None) -> None:
        if self._ticket is not None:
            return
        self._asked = second
        self.told.hide()
        self.progress = ProgressCard(self.kit, lambda t: t.say("Writing"))
        self.progress.cancelled.connect(self._stop)
        card.column.addWidget(self.progress)
        self._ticket = self.work.tasks.background(
            work, self._done, self._failed, progressed=self._progressed, cancelled=self._rest
        )

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _progressed(self, progress: Progress) -> None:
        done, total = progress.done, progress.total
        if self.progress is not None:
            self.progress.show_progress(
                done,
                total,
                lambda t: t.say(
                    "{done} of {total} rows", done=t.number(done), total=t.number(total)
                ),
            )

    def _done(self, done: ExportDone) -> None:
        self._rest()
        self.why.line.clear()
        self.why_public.line.clear()
        for line in (self.to_whom, self.second.line, self.second_public.line):
            line.clear()
        self.told.set_words(partial(_done_words, done))
        self.told.show()

    def _failed(self, error: Exception) -> None:
        self._rest()
        if self._asked is None or not _is_of_second(error):
            self.work.messages.failed(error)
            return
        self._asked.refuse(error_words(error))
        self._asked.line.setFocus()

    def _rest(self) -> None:
        self._ticket = None
        if self.progress is not None:
            self.progress.setParent(None)
            self.progress.deleteLater()
            self.progress = None


def _is_of_second(error: Exception) -> bool:
    return isinstance(error, BadInput) and error.data["field"] == "approved_by"


def _done_words(done: ExportDone, t: Translator) -> str:
    return " ".join([_written(done, t), *left_out_words(done.left_out, t)])


def _written(done: ExportDone, t: Translator) -> str:
    name, rows = done.path.name, done.files[0].rows or 0
    if done.path.is_dir():
        return t.say_n(
            "{n} file was written to {name}.",
            "{n} files were written to {name}.",
            len(done.files),
            name=name,
        )
    if done.path.suffix.lower() == ".ics":
        return t.say_n(
            "{n} due date was written to {name}.",
            "{n} due dates were written to {name}.",
            rows,
            name=name,
        )
    return t.say_n(
        "{n} man was written to {name}.", "{n} men were written to {name}.", rows, name=name
    )
