"""Who works here and in which roles; takes a colleague on."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.shapes.changes import Outcome
from app.shapes.staff import StaffMember
from app.ui.office.part import OfficePart
from app.ui.office.remove_sheet import RemoveSheet
from app.ui.office.request_form import RequestForm
from app.ui.office.staff_form import ColleagueForm
from app.ui.shell.saving import FileFaults
from app.ui.shell.unlock_card import error_words
from app.ui.theme.palette import Role as Colour
from app.ui.widgets.buttons import WithReason, plain, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.file_questions import ask_file
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.vault.request_file import LARGEST, KeyRequest, read_request
from app.wording.vocabulary import label
from models.vocabulary.roles import Action, may


class StaffPart(OfficePart):
    """Lists colleagues; those who manage staff may take one on."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        kit = work.kit
        self._people: tuple[StaffMember, ...] = ()
        self._rows: QWidget | None = None
        self._manages = may(work.workspace.actor.roles, Action.MANAGE_STAFF)
        self.sheet: RemoveSheet | None = None
        self._list = Card(kit, lambda t: t.say("Who works here"))
        self.add_button = plain(kit, lambda t: t.say("Take on a colleague"), icon="plus")
        self._add = WithReason(kit, self.add_button)
        self.request_button = quiet(kit, lambda t: t.say("From a key request …"))
        self.form = ColleagueForm(kit)
        self.form.hide()
        self.request_form = RequestForm(kit)
        self.request_form.hide()
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._add)
        foot.addWidget(self.request_button, 0, Qt.AlignmentFlag.AlignTop)
        foot.addStretch(1)
        self.column.addWidget(self._list)
        self.column.addLayout(foot)
        self.column.addWidget(self.form)
        self.column.addWidget(self.request_form)
        self.column.addStretch(1)
        if not self._manages:
            self._add.refuse(lambda t: t.say("Only an administrator takes on colleagues."))
            self.request_button.setEnabled(False)
        self.add_button.clicked.connect(self.open_form)
        self.form.asked.connect(self._take_on)
        self.form.left.connect(self.close_form)
        self.request_button.clicked.connect(self._browse)
        self.request_form.asked.connect(self._admit)
        self.request_form.left.connect(self.close_form)
        kit.language_changed.connect(self._resay)

    @override
    def arrive(self) -> None:
        self.work.tasks.read(self.work.workspace.staff, self._show, self.work.messages.failed)

    @override
    def begin(self) -> None:
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def open_form(self) -> None:
        """Show the form of a new colleague."""
        self._show_ways(shown=False)
        self.form.show()
        self.form.begin()

    def open_request(self, path: Path) -> None:
        """Read a key request a colleague sent, and show whose it is."""
        self.work.tasks.read(lambda: read_request(_head_of(path)), self._asks, self._no_request)

    def _asks(self, request: KeyRequest) -> None:
        self._show_ways(shown=False)
        self.request_form.show()
        self.request_form.begin(request)

    def _no_request(self, error: Exception) -> None:
        FileFaults(self.work.messages).tell(error)

    def _browse(self) -> None:
        title = self.kit.say(lambda t: t.say("Choose the key request"))
        chosen = ask_file(self, self.kit, title, "(*)")
        if chosen is not None:
            self.open_request(chosen)

    def _show_ways(self, *, shown: bool) -> None:
        self.add_button.setVisible(shown)
        self.request_button.setVisible(shown)

    @Slot()
    def close_form(self) -> None:
        """Put the form away and forget what was typed."""
        self.form.clear()
        self.form.hide()
        self.request_form.request = None
        self.request_form.hide()
        self._show_ways(shown=True)
        self.begin()

    def _take_on(self) -> None:
        name, roles = self.form.name.text().strip(), self.form.roles.chosen()
        passphrase, workspace = self.form.first.text(), self.work.workspace
        self.work.tasks.write(
            lambda: workspace.add_staff(name, roles, passphrase), self._taken_on, self._refused
        )

    def _admit(self) -> None:
        request, roles = self.request_form.request, self.request_form.roles.chosen()
        if request is None:
            return
        desk = self.work.workspace.key_desk
        self.work.tasks.write(lambda: desk.admit(request, roles), self._welcome, self._refused)

    def _taken_on(self, outcome: Outcome[StaffMember]) -> None:
        self._welcome(outcome.value)

    def _welcome(self, member: StaffMember) -> None:
        name = member.name
        self.work.messages.done(lambda t: t.say("{name} can now open this register.", name=name))
        self.close_form()
        self.arrive()

    def _refused(self, error: Exception) -> None:
        form = self.form if self.request_form.request is None else self.request_form
        form.refusal.show_message(error_words(error))

    def ask_removal(self, member: StaffMember) -> None:
        """Ask once more, and why."""
        sheet = RemoveSheet(self.kit, member.name, self)
        sheet.asked.connect(partial(self._remove, member.name))
        sheet.finished.connect(self._forget_sheet)
        self.sheet = sheet
        sheet.open()

    def _remove(self, name: str, reason: str) -> None:
        desk = self.work.workspace.key_desk
        self.work.tasks.write(
            lambda: desk.remove(name, reason), self._removed, self._removal_refused
        )

    def _removed(self, member: StaffMember) -> None:
        if self.sheet is not None:
            self.sheet.accept()
        self.work.messages.done(
            lambda t: t.say("{name} can no longer open this register.", name=member.name)
        )
        self.arrive()

    def _removal_refused(self, error: Exception) -> None:
        if self.sheet is not None:
            self.sheet.refuse(error)
        else:
            self.work.messages.failed(error)

    def _forget_sheet(self) -> None:
        self.sheet = None

    def _show(self, people: tuple[StaffMember, ...]) -> None:
        self._people = people
        self._resay()

    def _resay(self, *_: object) -> None:
        if self._rows is not None:
            self._list.column.removeWidget(self._rows)
            self._rows.deleteLater()
        kit, t = self.kit, self.kit.translator
        self._rows = QWidget()
        grid = QGridLayout(self._rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        me = self.work.workspace.actor.id
        for at, one in enumerate(self._people):
            grid.addWidget(Label(kit, one.name, strong=True), at, 0)
            roles = ", ".join(label("role", role, t.lang) for role in sorted(one.roles))
            grid.addWidget(Label(kit, roles, role=Colour.TEXT2, wrap=True), at, 1)
            if one.id == me:
                grid.addWidget(Label(kit, lambda t: t.say("you"), role=Colour.TEXT2), at, 2)
            elif self._manages:
                away = quiet(kit, lambda t: t.say("Remove …"))
                away.setAccessibleDescription(one.name)
                away.clicked.connect(partial(self.ask_removal, one))
                grid.addWidget(away, at, 2)
        self._list.column.addWidget(self._rows)


def _head_of(path: Path) -> bytes:
    """Read no more of a foreign file than a request may have."""
    with path.open("rb") as file:
        return file.read(LARGEST + 1)
