"""Asks for the code on a paper and says whether the paper is genuine and still holds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.jobs.papers.verify import verify_code
from app.shapes.disclosures import Genuine, Verdict
from app.ui.cases.content import clear
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label, caption
from app.ui.work import Work
from app.wording.releases import verdict_lines

_LONGEST = 40


class GenuineBox(QWidget):
    """A field for the code, typed or scanned, and the answer; `opened` carries the paper."""

    opened = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._turn = 0
        kit = work.kit
        self.code = LineEdit(
            kit, lambda t: t.say("Code on the paper"), icon="search", hint=lambda _: "7K4Q-9MXT-2R"
        )
        self.code.setMaxLength(_LONGEST)
        self.button = plain(kit, lambda t: t.say("Genuine?"), key="Enter")
        self._answer = QVBoxLayout()
        self._answer.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Genuine or not")))
        column.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "Type the code at the foot of the paper, or point a scanner at the square "
                    "beside it."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        column.addWidget(self.code)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._answer)
        self.code.returnPressed.connect(self.ask)
        self.button.clicked.connect(self.ask)

    def begin(self) -> None:
        """Put the keyboard into the field."""
        self.code.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.code.selectAll()

    def ask(self) -> None:
        """Ask the register about the code that stands in the field."""
        code = self.code.text().strip()
        if not code:
            self.code.setFocus()
            return
        self._turn += 1
        turn, workspace = self._turn, self._work.workspace
        self._work.tasks.read(
            lambda: (turn, verify_code(workspace, code)), self._show, self._work.messages.failed
        )

    def _show(self, answer: tuple[int, Verdict]) -> None:
        turn, verdict = answer
        if turn != self._turn:
            return
        clear(self._answer)
        self.code.selectAll()  # the next scan types over it
        kit = self._work.kit
        first, *rest = verdict_lines(verdict, kit.translator)
        head = QHBoxLayout()
        head.setSpacing(8)
        icon, role = _sign(verdict)
        head.addWidget(IconLabel(kit, icon, role, 18), 0, Qt.AlignmentFlag.AlignTop)
        said = Label(kit, first, strong=True, wrap=True)
        said.setAccessibleName(first)
        head.addWidget(said, 1)
        self._answer.addLayout(head)
        for line in rest:
            self._answer.addWidget(Label(kit, line, Size.S, Role.TEXT2, wrap=True))
        if verdict.paper is not None:
            self._offer(verdict)

    def _offer(self, verdict: Verdict) -> None:
        paper = verdict.paper
        words: Words = lambda t: t.say("Show this copy")  # noqa: E731
        button = quiet(self._work.kit, words, icon="doc")
        button.clicked.connect(lambda: self.opened.emit(paper))
        self._answer.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _sign(verdict: Verdict) -> tuple[str, Role]:
    if verdict.holds:
        return "check", Role.OK
    if verdict.answer is Genuine.GENUINE:
        return "info", Role.WARN
    return "warn", Role.WARN
