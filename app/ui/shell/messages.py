"""Speak to the person: toasts for what was done, a calm panel for what failed.

    messages.done(lambda t: t.say("Event saved."), undo=self._undo)
    messages.failed(error)            a coded error or any exception; never a traceback on screen
    messages.problem(Problem(...))    what happened, what was kept, what to do

Sentences for coded errors are entered once:
`messages.explain("wrong_key", lambda error: Problem(...))`.
Copied details carry the code, the kind of error and the place in the program; no personal data.
"""

import logging
import platform
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import HomewardError
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import GrowsWithWords
from app.ui.widgets.text import Label
from app.ui.widgets.toast import Toast
from app.wording.errors import sentence as coded_sentence

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Problem:
    """Say what happened, what was kept and what to do; `code` goes into copied details.

    Where one text says all three (the sentences of coded errors), `kept` and `to_do` are empty.
    """

    happened: Words
    kept: Words
    to_do: Words
    code: str = ""


type Explain = Callable[[Exception], Problem]


class Messages(QObject):
    """Show toasts and error panels over one window."""

    def __init__(self, kit: Kit, host: QWidget) -> None:
        super().__init__(host)
        self._kit = kit
        self._host = host
        self._toast: Toast | None = None
        self._panel: ProblemPanel | None = None
        self._sentences: dict[str, Explain] = {}

    def done(self, words: Words, *, undo: Callable[[], object] | None = None) -> None:
        """Show a toast; the one before goes."""
        if self._toast is not None:
            self._toast.leave()
        self._toast = Toast(self._kit, words, undo=undo)
        self._toast.gone.connect(self._forget_toast)
        self._toast.show_in(self._host)

    def undo_last(self) -> bool:
        """Take back what the toast on screen offers; tell whether there was one."""
        if self._toast is None or not self._toast.can_take_back:
            return False
        self._toast.take_back()
        return True

    def explain(self, code: str, sentence: Explain) -> None:
        """Enter the sentence for a coded error (its `code` or class name)."""
        self._sentences[code] = sentence

    def failed(self, error: Exception) -> None:
        """Show an error in a sentence; what has none is shown as an unexpected fault."""
        _log.error("fault shown: %s", type(error).__name__)
        self.problem(self.problem_of(error), details_of(error))

    def problem_of(self, error: Exception) -> Problem:
        """Return the sentences for an error."""
        code = str(getattr(error, "code", "") or type(error).__name__)
        sentence = self._sentences.get(code) or self._sentences.get(type(error).__name__)
        if sentence is not None:
            return sentence(error)
        if isinstance(error, HomewardError):
            coded = error
            return Problem(lambda t: coded_sentence(coded, t), "", "", code)
        return Problem(
            lambda t: t.say("Something unexpected happened, and this step was not finished."),
            lambda t: t.say("Nothing saved earlier was lost. The step was taken back as a whole."),
            lambda t: t.say("Try once more. If it happens again, copy the details for support."),
            code,
        )

    def problem(self, problem: Problem, details: str = "") -> None:
        """Show a panel with a problem."""
        if self._panel is not None:
            self._panel.close()
        self._panel = ProblemPanel(self._kit, problem, details or problem.code, self._host)
        self._panel.finished.connect(self._forget_panel)
        self._panel.open()

    @property
    def panel(self) -> "ProblemPanel | None":
        """Return the error panel on screen."""
        return self._panel

    @property
    def toast(self) -> Toast | None:
        """Return the toast on screen."""
        return self._toast

    def _forget_toast(self) -> None:
        self._toast = None

    def _forget_panel(self) -> None:
        self._panel = None


class ProblemPanel(QDialog):
    """Show what happened, what was kept, what to do; Copy details, Close."""

    def __init__(self, kit: Kit, problem: Problem, details: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit = kit
        self._details = details
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        kit.bind(self, self.setWindowTitle, lambda t: t.say("There is a problem"))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel(kit, "warn", Role.ERR, 20))
        head.addWidget(Label(kit, lambda t: t.say("There is a problem"), Size.L, strong=True), 1)
        column.addLayout(head)
        rows: tuple[tuple[Words, Words], ...] = (
            (lambda t: t.say("What happened"), problem.happened),
            (lambda t: t.say("What was kept"), problem.kept),
            (lambda t: t.say("What to do"), problem.to_do),
        )
        for title, text in rows:
            if not text:
                continue
            block = QVBoxLayout()
            block.setSpacing(2)
            block.addWidget(Label(kit, title, Size.S, Role.TEXT3))
            block.addWidget(Label(kit, text, wrap=True))
            column.addLayout(block)
        foot = QHBoxLayout()
        self.copy_button = quiet(kit, lambda t: t.say("Copy details"), icon="copy")
        self.copy_button.clicked.connect(self.copy_details)
        self.close_button = plain(kit, lambda t: t.say("Close"), key="Esc")
        self.close_button.clicked.connect(self.reject)
        foot.addWidget(self.copy_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.addSpacing(4)
        column.addLayout(foot)
        self.setFixedWidth(kit.theme.scaled(460))
        GrowsWithWords(self)
        self.close_button.setFocus()

    def copy_details(self) -> None:
        """Put the details on the clipboard."""
        self._kit.clipboard.copy_openly(self._details)


def details_of(error: BaseException) -> str:
    """Return what may be copied: code, kind, places in the program; no message, no values."""
    lines = [
        f"error: {type(error).__name__}",
        f"code: {getattr(error, 'code', '-')}",
        f"system: {platform.system()} {platform.release()}, Python {platform.python_version()}",
    ]
    for frame in traceback.extract_tb(error.__traceback__)[-12:]:
        tail = "/".join(frame.filename.replace("\\", "/").split("/")[-3:])
        lines.append(f"at {tail}:{frame.lineno} {frame.name}")
    return "\n".join(lines)
