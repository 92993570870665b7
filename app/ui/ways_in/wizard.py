"""Lead through the first start in five pages: language, place, passphrase, sheet, backups (U-01).

The vault is made after the third page, because the sheet belongs to it; from there one cannot go
back before it. Whoever leaves earlier leaves nothing behind.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from app.errors import AlreadyThere, PassphraseRefused
from app.ui.shell.tasks import Tasks
from app.ui.shell.unlock_card import UnlockCard, error_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.ways_in.backup_step import BackupStep
from app.ui.ways_in.door import WaysDoor
from app.ui.ways_in.language_step import LanguageStep
from app.ui.ways_in.passphrase_step import PassphraseStep
from app.ui.ways_in.place_step import PlaceStep
from app.ui.ways_in.sheet_step import SheetStep
from app.ui.ways_in.step import Step
from app.ui.widgets.buttons import plain, primary
from app.ui.widgets.kit import Kit
from app.ui.widgets.text import Label


class Wizard(UnlockCard):
    """Make a register; `opened` carries what the door opened, `left` that the person turned back.

    `made` tells that there is a vault now, so that nothing else is offered beside it.
    """

    opened = Signal(object)
    made = Signal()
    left = Signal()
    language_asked = Signal(str)

    def __init__(self, kit: Kit, tasks: Tasks, door: WaysDoor) -> None:
        super().__init__(kit, lambda t: t.say("Create a new vault"))
        self._tasks = tasks
        self._door = door
        self._opened: object = None
        self.language = LanguageStep(kit)
        self.place = PlaceStep(kit, door.about_folder)
        self.passphrase = PassphraseStep(
            kit, tasks, lambda t: t.say("The passphrase that opens it")
        )
        self.sheet = SheetStep(kit, tasks, door)
        self.backup = BackupStep(kit, door)
        self.steps: tuple[Step, ...] = (
            self.language,
            self.place,
            self.passphrase,
            self.sheet,
            self.backup,
        )
        self.at = 0
        self._first = 0
        self._where = Label(kit, "", Size.S, Role.TEXT2)
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        self.next_button = primary(kit, "", icon="right", key="Enter", tall=True)
        self.back_button = plain(kit, lambda t: t.say("Back"), icon="left", tall=True)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.next_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        self.column.insertWidget(self.column.count() - 1, self._where)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.refusal)
        self.column.addLayout(foot)
        self.next_button.clicked.connect(self.go_on)
        self.back_button.clicked.connect(self.go_back)
        self.language.chosen.connect(self.language_asked)
        self.passphrase.second.entered.connect(self.go_on)
        self._show(0)

    def start(self, *, with_language: bool) -> None:
        """Begin at the language, or at the place where a language was chosen before."""
        self._first = 0 if with_language else 1
        self._show(self._first)

    def go_on(self) -> None:
        """Check the page and turn to the next one."""
        self.refusal.hide()
        if not self.next_button.isEnabled() or not self.steps[self.at].may_go_on():
            return
        if self.steps[self.at] is self.passphrase:
            self._make()
        elif self.steps[self.at] is self.backup:
            self._finish()
        else:
            self._show(self.at + 1)

    def go_back(self) -> None:
        """Turn to the page before; from the first one out of the wizard."""
        self.refusal.hide()
        if self.at == self._first:
            self.forget()
            self.left.emit()
        elif self.back_button.isEnabled():
            self._show(self.at - 1)

    def forget(self) -> None:
        """Forget what was typed, and the sheet, which can be made anew."""
        for step in self.steps:
            step.forget()

    def abandon(self) -> None:
        """Shut a register that nobody will enter, because the program ends."""
        opened, self._opened = self._opened, None
        if opened is not None:
            self._door.shut(opened)

    @property
    def may_leave(self) -> bool:
        """Tell whether one may leave: no register was made that nobody has entered."""
        return self._opened is None

    def _show(self, at: int) -> None:
        self.at = at
        step, last = self.steps[at], at == len(self.steps) - 1
        self._stack.setCurrentWidget(step)
        self.title.set_words(step.title)
        self._where.set_words(lambda t: t.say("Page {n} of {all}", n=at + 1, all=len(self.steps)))
        self.next_button.set_words(
            (lambda t: t.say("Open the register")) if last else (lambda t: t.say("Next"))
        )
        self.back_button.setVisible(step is not self.sheet)
        if self.isVisible():
            step.begin()

    def _make(self) -> None:
        path, user = self.place.path(), self.place.user.text().strip()
        passphrase, door = self.passphrase.passphrase(), self._door
        self._wait(lambda: door.create(path, user, passphrase), self._was_made)

    def _was_made(self, opened: object) -> None:
        self._rest()
        self._opened = opened
        self.passphrase.forget()
        self.sheet.take(opened)
        self.backup.take(opened)
        self.made.emit()
        self._show(self.steps.index(self.sheet))

    def _finish(self) -> None:
        opened, folder, door = self._opened, self.backup.folder, self._door
        if folder is None:
            self._enter(None)
        else:
            self._wait(lambda: door.set_second_disk(opened, folder), self._enter)

    def _enter(self, _: object) -> None:
        self._rest()
        opened, self._opened = self._opened, None
        self.forget()
        self.opened.emit(opened)

    def _wait(self, work: Callable[[], object], done: Callable[[object], object]) -> None:
        self.next_button.setEnabled(False)
        self.back_button.setEnabled(False)
        self._tasks.background(lambda _: work(), done, self._cannot)

    def _rest(self) -> None:
        self.next_button.setEnabled(True)
        self.back_button.setEnabled(True)

    def _cannot(self, error: Exception) -> None:
        self._rest()
        if isinstance(error, PassphraseRefused):
            self.passphrase.refuse(error_words(error))
            return
        if isinstance(error, AlreadyThere):
            self._show(self.steps.index(self.place))
        self.refusal.show_message(error_words(error))
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
