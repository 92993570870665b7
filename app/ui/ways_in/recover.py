"""Open a register by its recovery sheet: type it, choose a new passphrase, take the new sheet."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import BadSheet, HomewardError, PassphraseRefused
from app.shapes.recovery import RecoverySheet
from app.ui.shell.tasks import Tasks
from app.ui.shell.unlock_card import UnlockCard, error_words
from app.ui.theme.palette import Role
from app.ui.ways_in.door import WaysDoor
from app.ui.ways_in.passphrase_step import PassphraseStep
from app.ui.ways_in.sheet_delivery import SheetDelivery
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.fields import Combo
from app.ui.widgets.form_field import Field, TextArea
from app.ui.widgets.kit import Kit
from app.ui.widgets.notice import Notice
from app.ui.widgets.text import Label

_LOOK_MS = 250
_STILL_TYPING = frozenset({"empty", "length", "words", "one_share"})
"""What is wrong only because more is to come."""


class RecoverCard(UnlockCard):
    """Lead through three pages; `opened` carries what the door opened."""

    opened = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit, tasks: Tasks, door: WaysDoor) -> None:
        super().__init__(kit, lambda t: t.say("Open with the recovery sheet"))
        self._tasks = tasks
        self._door = door
        self._path = Path()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.code = TextArea(kit, lambda t: t.say("What stands on the sheet"), lines=5)
        self._code_field = Field(kit, lambda t: t.say("What stands on the sheet"), self.code)
        self._right = Notice(kit, Role.OK, "check")
        self.users = Combo(kit, lambda t: t.say("Your name"))
        self.users.setProperty("tall", True)
        self.passphrase = PassphraseStep(kit, tasks, lambda t: t.say("A new passphrase"))
        self.delivery = SheetDelivery(kit, tasks, door)
        self.next_button = primary(kit, lambda t: t.say("Next"), icon="right", tall=True)
        self.back_button = plain(kit, lambda t: t.say("Back"), icon="left", tall=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.code.changed.connect(self._timer.start)
        self.passphrase.second.entered.connect(self.go_on)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)

    def start(self, path: Path, users: tuple[str, ...], chosen: str) -> None:
        """Begin at the sheet of a register."""
        self._path = path
        self.forget()
        self.users.set_choices([(name, name) for name in users])
        self.users.set_code(chosen if chosen in users else next(iter(users), None))
        self._show(0)

    def forget(self) -> None:
        """Forget what was typed and made."""
        self.code.set_text("")
        self.passphrase.forget()
        self.delivery.forget()
        self.refusal.hide()

    def go_on(self) -> None:
        """Check the page and turn to the next one."""
        self.refusal.hide()
        if not self.next_button.isEnabled():
            return
        if self._stack.currentIndex() == 0:
            if self._check():
                self._show(1)
        elif self._stack.currentIndex() == 1:
            if self.passphrase.may_go_on():
                self._recover()
        elif self.delivery.done:
            self._open()
        else:
            self.refusal.show_message(
                lambda t: t.say("Print the new sheet first, or save it: the old one opens nothing.")
            )

    def go_back(self) -> None:
        """Turn to the page before, or out."""
        self.refusal.hide()
        if self._stack.currentIndex() == 1:
            self._show(0)
        else:
            self.forget()
            self.left.emit()

    @property
    def may_leave(self) -> bool:
        """Tell whether one may leave: no new sheet waits for its paper."""
        return self._stack.currentIndex() < 2 and self.next_button.isEnabled()

    def _lay_out(self) -> None:
        first, third = QWidget(), QWidget()
        sheet = QVBoxLayout(first)
        sheet.setContentsMargins(0, 0, 0, 0)
        sheet.setSpacing(14)
        advice = Label(
            self.kit,
            lambda t: t.say(
                "Type the four lines of the sheet, or the words of two parts one after the other. "
                "Capitals and spaces do not matter."
            ),
            role=Role.TEXT2,
            wrap=True,
        )
        sheet.addWidget(advice)
        sheet.addWidget(self._code_field)
        sheet.addWidget(self._right)
        sheet.addWidget(Field(self.kit, lambda t: t.say("Your name"), self.users))
        sheet.addStretch(1)
        paper = QVBoxLayout(third)
        paper.setContentsMargins(0, 0, 0, 0)
        paper.setSpacing(14)
        new = Label(
            self.kit,
            lambda t: t.say(
                "The register has new keys, and your new passphrase opens it. The old sheet opens "
                "nothing any more: destroy it, and put this new one into the safe."
            ),
            wrap=True,
        )
        paper.addWidget(new)
        paper.addWidget(self.delivery)
        paper.addStretch(1)
        for page in (first, self.passphrase, third):
            self._stack.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.next_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.refusal)
        self.column.addLayout(foot)

    def _show(self, at: int) -> None:
        self._stack.setCurrentIndex(at)
        self.back_button.setVisible(at < 2)
        self.next_button.set_words(
            (lambda t: t.say("Open the register")) if at == 2 else (lambda t: t.say("Next"))
        )
        first = (self.code, self.passphrase.first, self.delivery.print_button)[at]
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        """Say of a slip as soon as it is one, and of what is missing only when asked."""
        self._code_field.accept()
        fault = self._fault()
        self._right.show_words((lambda t: t.say("Every line is right.")) if fault is None else "")
        if isinstance(fault, BadSheet) and fault.data["reason"] not in _STILL_TYPING:
            self._code_field.refuse(error_words(fault))

    def _check(self) -> bool:
        self._look()
        fault = self._fault()
        if fault is not None:
            self._code_field.refuse(error_words(fault))
        return fault is None

    def _fault(self) -> HomewardError | None:
        try:
            self._door.check_sheet(self.code.text())
        except BadSheet as error:
            return error
        return None

    def _recover(self) -> None:
        path, typed, door = self._path, self.code.text(), self._door
        user, passphrase = str(self.users.code() or ""), self.passphrase.passphrase()
        self._wait()
        self._tasks.background(
            lambda _: door.recover(path, typed, user, passphrase), self._recovered, self._cannot
        )

    def _recovered(self, sheet: RecoverySheet) -> None:
        self._rest()
        self.delivery.take(sheet)
        self._show(2)

    def _open(self) -> None:
        path, door = self._path, self._door
        user, passphrase = str(self.users.code() or ""), self.passphrase.passphrase()
        self._wait()
        self._tasks.background(
            lambda _: door.open(path, user, passphrase), self._was_opened, self._cannot
        )

    def _was_opened(self, opened: object) -> None:
        self._rest()
        self.forget()
        self.opened.emit(opened)

    def _wait(self) -> None:
        self.next_button.setEnabled(False)
        self.back_button.setEnabled(False)

    def _rest(self) -> None:
        self.next_button.setEnabled(True)
        self.back_button.setEnabled(True)

    def _cannot(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, BadSheet):
            self._show(0)
            self._code_field.refuse(error_words(error))
        elif isinstance(error, PassphraseRefused):
            self.passphrase.refuse(error_words(error))
        else:
            self.refusal.show_message(error_words(error))
