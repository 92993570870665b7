"""The preview of papers on men: the page as it would leave, what is not on it, how it is issued."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import override
from uuid import UUID

from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.errors import PaperNotReleased
from app.i18n import LANGUAGES
from app.jobs.papers.draft import ON_MANY, DraftedOrder, draft_order
from app.jobs.papers.drafts_leaving import note_order_leaving
from app.jobs.papers.issue_many import ManyPapers, save_drafts
from app.jobs.papers.print_many import print_drafts
from app.shapes.disclosures import Gate
from app.shapes.papers import PaperOrder
from app.shapes.printing import SendPapers
from app.ui.doors import ListToPrint
from app.ui.papers.issue_sheet import ToWhom
from app.ui.papers.issuing import Issuing
from app.ui.papers.last_choice import LastChoice
from app.ui.papers.outcome_sheet import show_outcome, show_printed
from app.ui.papers.paper_panel import PaperPanel
from app.ui.papers.printing import ask_printer
from app.ui.papers.release_rail import ReleaseRail
from app.ui.shell.actions import Action
from app.ui.shell.tasks import Job
from app.ui.widgets.file_questions import ask_folder
from app.ui.work import Work
from models.vocabulary.deeds import ReadKind
from models.vocabulary.papers import Audience
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE = "papers"


@dataclass(frozen=True, slots=True)
class PapersWanted:
    """Whose papers are to be looked at, and for which reader; None: as the last time.

    `listed`: the men stand on a list that went out; negotiators get it as it was sent.
    """

    case_ids: tuple[UUID, ...]
    audience: Audience | None = None
    listed: ListToPrint | None = None


class PreviewPanel(PaperPanel):
    """Shows papers on chosen men as they would leave; saves and prints drafts, issues papers."""

    def __init__(self, work: Work) -> None:
        super().__init__(work, PLACE, lambda t: t.say("Back"))
        self._wanted = PapersWanted(())
        self._at = 0
        self.drafted: DraftedOrder | None = None
        self._choice = LastChoice(work.store)
        self.title.set_words(lambda t: t.say("Report preview"))
        self._rail = ReleaseRail(work, self)
        self.issuing = Issuing(work, self)
        self._rail.changed.connect(self._changed)
        self._rail.previous.clicked.connect(self.previous_case)
        self._rail.next.clicked.connect(self.next_case)
        self._rail.print_all.clicked.connect(self.ask_print_all)
        self._rail.save_all.clicked.connect(self.save)
        self._rail.issue_asked.connect(self.issue)
        self._rail.left_out_asked.connect(self.show_left_out)
        if not may(work.workspace.actor.roles, Right.ISSUE_REPORT):
            self._rail.refuse_issue(
                lambda t: t.say("Your part in the office does not include issuing papers.")
            )

    # --- the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self._rail

    @override
    def arrive(self, argument: object) -> None:
        wanted = _wanted(argument)
        if wanted is not None:
            self._wanted, self._at = wanted, 0
            kept = self._choice.audience
            self._rail.readers.choose(wanted.audience or kept)
            self._rail.sections.show_reader(self._rail.readers.current())
            self._rail.sheet_size.recall()
            lang = self._choice.lang or self.kit.translator.lang
            self._rail.languages.choose(lang if lang in LANGUAGES else "en")
        self.desk.sheets.setFocus()

    # --- what is shown

    def order(self, to: ToWhom | None = None) -> PaperOrder:
        """Give the order of the paper in view."""
        audience = self._rail.readers.current()
        to = to or self._choice.to_whom(audience)
        cases, listed = self._wanted.case_ids, self._listed(audience)
        return PaperOrder(
            audience=audience,
            lang=self._rail.languages.current() or "en",
            case_ids=cases if audience in ON_MANY else cases[self._at : self._at + 1],
            sections=self._rail.sections.chosen(),
            recipient=to.recipient,
            purpose=to.purpose,
            basis=to.basis,
            copies=to.copies,
            paper_format=self._rail.sheet_size.size_chosen(),
            list_version_id=listed.version_id if listed is not None else None,
        )

    def _listed(self, audience: Audience) -> ListToPrint | None:
        return self._wanted.listed if audience is Audience.NEGOTIATION else None

    def orders_for_all(self, to: ToWhom) -> tuple[PaperOrder, ...]:
        """Give an order for each man chosen."""
        one = self.order(to)
        return tuple(replace(one, case_ids=(case_id,)) for case_id in self._wanted.case_ids)

    def draft(self) -> None:
        """Make the page anew."""
        if not self._wanted.case_ids:
            return
        self.turn_number += 1
        turn, order, workspace = self.turn_number, self.order(), self._work.workspace
        self._work.tasks.read(
            lambda: (turn, draft_order(workspace, order)), self._show, self._not_drafted
        )

    def _changed(self) -> None:
        self._choice.keep(self._rail.readers.current(), self._rail.languages.current() or "en")
        self.draft()

    def _show(self, answer: tuple[int, DraftedOrder]) -> None:
        turn, drafted = answer
        if turn != self.turn_number:
            return
        self.drafted = drafted
        self.desk.show_pdf(drafted.pdf)
        self._tell_whose()
        self._rail.show_findings(drafted)
        self.beside.show_left_out(drafted.left_out)

    def _not_drafted(self, error: Exception) -> None:
        """Say why there is no draft: nobody learns of a death from a sheet of paper."""
        gates = error.data["gates"] if isinstance(error, PaperNotReleased) else None
        if not isinstance(gates, tuple):
            self._work.messages.failed(error)
            return
        self.drafted = None
        self.desk.clear()
        self._rail.show_locked(tuple(gate for gate in gates if isinstance(gate, Gate)))

    def _tell_whose(self) -> None:
        drafted, many = self.drafted, len(self._wanted.case_ids)
        if drafted is None:
            return
        listed = self._listed(drafted.order.audience)
        if listed is not None:
            self._rail.show_list(listed.named, many)
        elif drafted.order.audience in ON_MANY and many > 1:
            self._rail.show_men(many)
        else:
            self._rail.show_man(drafted.numbers[0], self._at, many)

    # --- turning

    def previous_case(self) -> None:
        """Show the paper of the man before."""
        if self._at > 0:
            self._at -= 1
            self.draft()

    def next_case(self) -> None:
        """Show the paper of the next man."""
        if self._at + 1 < len(self._wanted.case_ids):
            self._at += 1
            self.draft()

    # --- what is done with it

    def issue(self) -> None:
        """Ask to whom, then issue the paper or ask a second person to."""
        if self.drafted is not None and may(self._work.workspace.actor.roles, Right.ISSUE_REPORT):
            self.issuing.ask(self.drafted, self._choice, len(self._wanted.case_ids))

    @override
    def file_name(self) -> str:
        drafted = self.drafted
        if drafted is None:
            return ""
        listed = self._listed(drafted.order.audience)
        about = drafted.numbers[0] if len(drafted.numbers) == 1 else "homeward"
        if listed is not None:
            about = listed.named.replace(" ", "")
        return f"{about}_{drafted.order.audience.value}_{drafted.order.lang}"

    @override
    def note_leaving(self, how: ReadKind) -> None:
        if self.drafted is not None:
            drafted = self.drafted
            note_order_leaving(self._work.workspace, drafted.order, drafted.pictured, how)

    @override
    def save(self) -> None:
        """Ask where, then save this draft, or those of all chosen men into a folder."""
        if self.drafted is None or len(self._wanted.case_ids) == len(self.drafted.order.case_ids):
            super().save()
            return
        chosen = ask_folder(self, self.kit, self.kit.say(lambda t: t.say("Save all in a folder")))
        if chosen is not None:
            self.save_all(chosen)

    def save_all(self, folder: Path) -> None:
        """Save the drafts of all chosen men into a folder, as one job that can be stopped."""
        orders, workspace = self.orders_for_all(ToWhom()), self._work.workspace

        def work(job: Job) -> ManyPapers:
            return save_drafts(
                workspace, orders, folder, report=job.report, cancelled=lambda: job.cancelled
            )

        self.progress.watch(
            work, lambda t: t.say("Saving the papers"), self.tell_many, self.faults.tell
        )

    def ask_print_all(self) -> None:
        """Ask for a printer, then print the drafts of all chosen men as one job."""
        if self.drafted is None or not self._may_print_all():
            return
        pdf = self.drafted.pdf
        send = ask_printer(self, self.desk.press(), pdf.paper, landscape=pdf.landscape)
        if send is not None:
            self.print_all(send)

    def print_all(self, send: SendPapers) -> None:
        """Print the drafts of all chosen men, one after another; stopping calls them back."""
        orders, workspace = self.orders_for_all(ToWhom()), self._work.workspace

        def work(job: Job) -> ManyPapers:
            return print_drafts(
                workspace, orders, send, report=job.report, cancelled=lambda: job.cancelled
            )

        self.progress.watch(
            work, lambda t: t.say("Printing the papers"), self._tell_printed, self.faults.tell
        )

    def _tell_printed(self, many: ManyPapers) -> None:
        show_printed(self._work, many, self)

    def _may_print_all(self) -> bool:
        several = len(self._wanted.case_ids) > 1
        return several and self._rail.readers.current() not in ON_MANY

    def tell_many(self, many: ManyPapers) -> None:
        """Say what came of papers on many men."""
        show_outcome(self._work, many, self)

    @override
    def enter_own_actions(self) -> None:
        table = self._work.actions
        table.add(
            Action(
                "papers.issue",
                lambda t: t.say("Issue the paper"),
                "Ctrl+Enter",
                "reports",
                PLACE,
                footer=lambda t: t.say("issue"),
            ),
            self.issue,
            may=lambda: self.drafted is not None,
        )
        table.add(
            Action(
                "papers.print_all",
                lambda t: t.say("Print the papers of all chosen men"),
                "Ctrl+Shift+P",
                "print",
                PLACE,
            ),
            self.ask_print_all,
            may=self._may_print_all,
        )
        table.add(
            Action(
                "papers.left_out",
                lambda t: t.say("Show the left-out facts beside the page"),
                "L",
                "redact",
                PLACE,
                footer=lambda t: t.say("left out"),
            ),
            self.show_left_out,
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.steps(event, self.previous_case, self.next_case):
            super().keyPressEvent(event)


def _wanted(argument: object) -> PapersWanted | None:
    if isinstance(argument, PapersWanted):
        return argument if argument.case_ids else None
    if isinstance(argument, Sequence) and argument:
        return PapersWanted(tuple(one for one in argument if isinstance(one, UUID)))
    return None
