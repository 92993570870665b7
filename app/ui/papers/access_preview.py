"""The preview of the answer to a man who asks what is held on him: who asks, then it is issued."""

from __future__ import annotations

from dataclasses import dataclass
from typing import override
from uuid import UUID

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.errors import HomewardError, PaperNotReleased
from app.i18n import LANGUAGES
from app.jobs.papers.subject_access import draft_answer, issue_answer, note_draft_leaves
from app.reports.render import PdfFile
from app.shapes.disclosures import Gate, GateKind
from app.shapes.requests.disclosures import IssuedCopy
from app.shapes.subject_access import AccessAsked
from app.ui.papers.paper_panel import TONGUES, PaperPanel
from app.ui.papers.paper_side import PaperRail
from app.ui.papers.ways_out import Spelled, WaysOut
from app.ui.shell.actions import Action
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import primary
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field, Refusal
from app.ui.widgets.kit import Words
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label, caption
from app.ui.work import Work
from app.wording.errors import sentence
from models.vocabulary.deeds import ReadKind

PLACE = "access"
_MOST = 300
_WAIT_MS = 500


@dataclass(frozen=True, slots=True)
class AccessWanted:
    """On which man an answer is made: his case, its number, and his name as he would sign."""

    case_id: UUID
    number: str
    name: str


class AccessPreview(PaperPanel):
    """Shows the answer as it would leave; saves and prints it as a draft, issues it."""

    def __init__(self, work: Work) -> None:
        super().__init__(work, PLACE, lambda t: t.say("Back"))
        self._wanted: AccessWanted | None = None
        self.title.set_words(lambda t: t.say("Answer to a request for access"))
        kit = self.kit
        self.asker = LineEdit(kit, _WHO_ASKS)
        self.asker.setMaxLength(_MOST)
        self.second = LineEdit(kit, _SECOND)
        self.second.setMaxLength(_MOST)
        self._asker_field = Field(kit, _WHO_ASKS, self.asker)
        self._second_field = Field(kit, _SECOND, self.second)
        self.languages = Segments(kit, TONGUES, lambda t: t.say("Language of the paper"))
        self.issue_button = primary(kit, lambda t: t.say("Issue"), key="Ctrl+Enter")
        self.refusal = Refusal(kit)
        self._spelled = Spelled(kit)
        self._rail = self._make_rail()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self.draft)
        self.asker.textEdited.connect(self._timer.start)
        self.languages.chosen.connect(self.draft)
        self.issue_button.clicked.connect(self.issue)

    def _make_rail(self) -> QWidget:
        kit = self.kit
        rail = PaperRail(kit, self)
        column, done = rail.told, rail.done
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Document")))
        column.addWidget(
            Label(kit, lambda t: t.say("Answer to a request for access"), strong=True, wrap=True)
        )
        column.addWidget(Label(kit, _EXPLAINED, Size.S, Role.TEXT2, wrap=True))
        column.addSpacing(8)
        column.addWidget(self._asker_field)
        column.addWidget(self._second_field)
        self._second_field.hide()
        column.addSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Language of the paper")))
        column.addWidget(self.languages)
        column.addWidget(self._spelled)
        column.addStretch(1)
        done.addWidget(self.refusal)
        done.addWidget(self.issue_button, 0, Qt.AlignmentFlag.AlignLeft)
        done.addWidget(
            Label(
                kit,
                lambda t: t.say("What is saved or printed before that is a draft."),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
        done.addWidget(WaysOut(kit, self, first=False))
        return rail

    # --- the frame asks

    @override
    def enter_own_actions(self) -> None:
        self._work.actions.add(
            Action(
                "access.issue",
                lambda t: t.say("Issue the paper"),
                "Ctrl+Enter",
                place=PLACE,
                footer=lambda t: t.say("issue"),
            ),
            self.issue,
            may=lambda: self._wanted is not None,
        )

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, AccessWanted):
            self._wanted = argument
            self.asker.setText(argument.name)
            self.second.clear()
            self._second_field.hide()
            lang = self.kit.translator.lang
            self.languages.choose(lang if lang in LANGUAGES else "en")
        QTimer.singleShot(0, self._begin)  # when this page has its rail

    def _begin(self) -> None:
        self.asker.setFocus()
        self.asker.selectAll()

    @override
    def file_name(self) -> str:
        number = self._wanted.number if self._wanted is not None else ""
        return f"{number}_access_{self.languages.current() or 'en'}"

    @override
    def note_leaving(self, how: ReadKind) -> None:
        if self._wanted is not None:
            note_draft_leaves(self._work.workspace, self._wanted.case_id, how)

    # --- what is shown

    def draft(self, *_: object) -> None:
        """Make the page anew."""
        asked = self._asked()
        if asked is None:
            return
        self.turn_number += 1
        turn, workspace = self.turn_number, self._work.workspace
        self._work.tasks.read(
            lambda: (turn, draft_answer(workspace, asked, ReadKind.VIEWED)),
            self._show,
            self._refused,
        )

    def _asked(self) -> AccessAsked | None:
        self._asker_field.accept()
        asker = self.asker.text().strip()
        if self._wanted is None:
            return None
        if not asker:
            self._asker_field.refuse(lambda t: t.say("Write who asks: he, or who acts for him."))
            return None
        return AccessAsked(self._wanted.case_id, asker, self.languages.current() or "en")

    def _show(self, answer: tuple[int, PdfFile]) -> None:
        turn, pdf = answer
        if turn == self.turn_number:
            self.refusal.hide()
            self.desk.show_pdf(pdf)
            self._spelled.show_missing(pdf.missing_characters)

    # --- how it leaves

    def issue(self) -> None:
        """Let the answer leave: with a number and a code of its own, and kept."""
        asked = self._asked()
        if asked is None:
            self.asker.setFocus()
            return
        workspace, second = self._work.workspace, self.second.text().strip()
        self.issue_button.setEnabled(False)
        self._work.tasks.write(
            lambda: issue_answer(workspace, asked, approved_by=second), self._issued, self._refused
        )

    def _issued(self, copy: IssuedCopy) -> None:
        self.issue_button.setEnabled(True)
        number = copy.number
        self._work.messages.done(
            lambda t: t.say_n(
                "Issued as {number}, {n} copy.", "Issued as {number}, {n} copies.", 1, number=number
            )
        )
        if self._work.doors.papers is not None:
            self._work.doors.papers.open_issued([copy.id])

    def _refused(self, error: Exception) -> None:
        """Say why there is no paper; a file of limited access takes a second person by name."""
        self.issue_button.setEnabled(True)
        if not isinstance(error, HomewardError):
            self._work.messages.failed(error)
            return
        told = error
        if _wants_second(error):
            self._second_field.show()
            self._second_field.refuse(lambda t: sentence(told, t))
            self.second.setFocus()
        else:
            self.refusal.show_message(lambda t: sentence(told, t))


def _wants_second(error: HomewardError) -> bool:
    gates = error.data["gates"] if isinstance(error, PaperNotReleased) else ()
    kinds = [one.kind for one in gates if isinstance(one, Gate)] if isinstance(gates, tuple) else []
    return bool(kinds) and _OF_SECOND.issuperset(kinds)


_OF_SECOND = frozenset({GateKind.SECOND_PERSON, GateKind.OWN_PAPER, GateKind.MAY_NOT_APPROVE})
_WHO_ASKS: Words = lambda t: t.say("Who asks")  # noqa: E731
_SECOND: Words = lambda t: t.say("Second person")  # noqa: E731
_EXPLAINED: Words = lambda t: t.say(  # noqa: E731
    "All that is held on him, all that left and to whom, and what is kept back and why. Nothing "
    "of other people is on it. See first that who asks is he, or acts for him."
)
