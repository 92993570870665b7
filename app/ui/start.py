"""Start the window: the unlock screen first, the register behind it once it is open."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QShortcut

from app.clock import SystemClock
from app.i18n.translator import LANGUAGES, Translator
from app.settings import SettingsFolder
from app.ui.application import Desk, answer_faults, make_application
from app.ui.garbage import set_aside
from app.ui.lock.clean_start import CleanStart, begin_anew
from app.ui.lock.reasons import Reason
from app.ui.lock.session_signals import SessionSignals
from app.ui.lock.watching import DeskWatch
from app.ui.only_one import OnlyOne
from app.ui.root_window import RootWindow
from app.ui.shell.idle_choice import KEPT, accepted_minutes
from app.ui.shell.tasks import Job
from app.ui.vault_door import OpenedRegister, RegisterDoor
from app.ui.ways_in.unlock import UnlockView

if TYPE_CHECKING:
    from app.ui.frame import Frame

LANGUAGE: Final = "language"
ALONE: Final = "alone"
_SYSTEM: Final = {QLocale.Language.Armenian: "hy", QLocale.Language.Russian: "ru"}


def run_window(register: str | None, *, user: str, passphrase: str) -> int:
    """Show the unlock screen, or open a register at once where its passphrase is given.

    Returns when the window is closed.
    """
    settings = SettingsFolder()
    door = RegisterDoor(settings)
    noted = door.noted(LANGUAGE)
    lang = noted if noted in LANGUAGES else _SYSTEM.get(QLocale.system().language(), "en")
    desk = make_application(sys.argv, Translator.open(lang))
    alone = OnlyOne(settings.folder, desk.app)
    if alone.show_the_first(register or ""):
        return 0
    alone.listen()

    def begin_after_leaving(register: Path, user: str) -> None:
        alone.leave()
        begin_anew(register, user)

    program = Program(desk, door, begin_after_leaving)
    alone.asked.connect(program.come_forward)
    program.listen()
    program.root.show()
    if register is not None and passphrase:
        program.open(Path(register), user, passphrase)
    else:
        if register is not None:
            program.unlock.choose_vault(Path(register), user)
        QTimer.singleShot(0, program.warm_up)
    code = desk.app.exec()
    program.end()
    return code


class Program(QObject):
    """Lead from the unlock screen into a register and back."""

    def __init__(
        self, desk: Desk, door: RegisterDoor, clean_start: CleanStart = begin_anew
    ) -> None:
        super().__init__(desk.app)
        self._desk = desk
        self._door = door
        self.unlock = UnlockView(desk.kit, desk.tasks, door)
        self.root = RootWindow(self.unlock)
        self.frame: Frame | None = None
        self._clean_start = clean_start
        self.watch = DeskWatch(SystemClock(), desk.tasks, self)
        self._session = SessionSignals(self)
        self._connect()
        answer_faults(self._tell)

    def _connect(self) -> None:
        self.watch.locked.connect(self.lock_for)
        self.watch.postponed.connect(self._say_postponed)
        self.watch.back.connect(self._say_no_more)
        self._session.gone.connect(self.lock_for)
        self.unlock.opened.connect(self.enter)
        self.unlock.language_asked.connect(self.speak)
        QShortcut(Qt.Key.Key_F1, self.unlock).activated.connect(self.explain_first_start)

    def listen(self) -> None:
        """Hear from the desktop when the person goes away."""
        self._session.listen()

    def open(self, path: Path, user: str, passphrase: str) -> None:
        """Open a register without asking, as `homeward demo` does; a refusal is shown."""
        self.unlock.choose_vault(path)
        self._desk.tasks.background(
            lambda _: self._door.open(path, user, passphrase), self.enter, self._cannot_open
        )

    @Slot(str)
    def come_forward(self, register: str) -> None:
        """Show the window, because the program was started once more."""
        root = self.root
        root.setWindowState(root.windowState() & ~Qt.WindowState.WindowMinimized)
        root.show()
        root.raise_()
        root.activateWindow()
        if not register:
            return
        if self.frame is None:
            self.unlock.choose_vault(Path(register))
        elif Path(register).absolute() != self.frame.opened.path.absolute():
            self.frame.window.messages.done(
                lambda t: t.say(
                    "Another register was asked for. Lock this one first, then open it."
                )
            )

    @Slot()
    def warm_up(self) -> None:
        """Load what a register needs while the person types the passphrase."""
        self._desk.tasks.background(_load, _loaded, _nothing)

    @Slot()
    def explain_first_start(self) -> None:
        """Show the manual over the unlock screen."""
        from app.ui.help.door import first_help  # noqa: PLC0415  unlock must come up at once

        first_help(self._desk.kit, self.unlock).open()

    @Slot(object)
    def enter(self, opened: OpenedRegister) -> None:
        """Show the window of a register that was opened."""
        # The unlock screen must come up at once; what takes the register away must be at hand.
        import app.ui.lock.going_dark  # noqa: F401, PLC0415
        from app.ui.frame import Frame  # noqa: PLC0415

        kept = opened.remembered.get("frame.lang")
        if kept in LANGUAGES and kept != self._desk.kit.translator.lang:
            self._desk.kit.speak(Translator.open(str(kept)))
        self.frame = Frame(self._desk, opened)
        self.frame.lock_asked.connect(self.lock)
        self.frame.window.language_asked.connect(self.speak)
        size = opened.remembered.get("frame.size")
        if isinstance(size, list) and len(size) == 2:
            self.root.resize(*(int(str(length)) for length in size))
        self.root.show_frame(self.frame.window)
        self.root.before_close = self._may_close
        self.frame.notices()
        self.frame.window.idle_chosen.connect(self.watch.set_minutes)
        self.watch.begin(accepted_minutes(self.frame.store.get(KEPT)))

    def _may_close(self, then: Callable[[], object]) -> bool:
        return self.frame is None or self.frame.backups.leave(self.root, then)

    @Slot(str)
    def speak(self, lang: str) -> None:
        """Change the language of everything at once."""
        self._door.note(LANGUAGE, lang)
        translator = Translator.open(lang)
        if self.frame is not None:
            self.frame.window.speak(translator)
            self.frame.keep()
        else:
            self._desk.kit.speak(translator)

    @Slot()
    def lock(self) -> None:
        """Lock because the person asked for it."""
        self.lock_for(Reason.ASKED)

    @Slot(object)
    def lock_for(self, why: Reason) -> None:
        """Hide everything at once; a clean process takes over at the same register."""
        self.watch.stop()
        frame, self.frame = self.frame, None
        if frame is None:
            self.unlock.forget_typed()
            return
        from app.ui.lock.going_dark import GoingDark  # noqa: PLC0415  loaded with the frame

        GoingDark(self._desk.tasks, self._clean_start, self).lock(frame, why)
        self._desk.kit.clipboard.wipe()

    @Slot()
    def _say_postponed(self) -> None:
        if self.frame is not None:
            self.frame.window.banners.show_line(
                ALONE,
                lambda t: t.say(
                    "Nobody has been at the desk. The register stays open until the long task "
                    "under way is done; then it is locked."
                ),
                icon="clock",
            )

    @Slot()
    def _say_no_more(self) -> None:
        if self.frame is not None:
            self.frame.window.banners.drop(ALONE)

    def end(self) -> None:
        """Let running work come to rest, then shut the register."""
        self._desk.tasks.close()
        self.watch.stop()
        self._desk.kit.clipboard.wipe()
        self.unlock.abandon()
        if self.frame is not None:
            self.frame.shut()
            self.frame.opened.workspace.close()

    def _cannot_open(self, error: Exception) -> None:
        self.unlock.open_card.show_error(error)

    def _tell(self, error: Exception) -> None:
        if self.frame is not None:
            self.frame.window.messages.failed(error)
        else:
            self.unlock.open_card.show_error(error)


def _load(_: Job) -> None:
    import app.jobs.registers.opening  # noqa: F401, PLC0415  loading is the purpose


def _loaded(_: object) -> None:
    """Modules never go away, so no collection need look at them again."""
    set_aside()


def _nothing(_: object) -> None:
    """There is nothing to say."""
