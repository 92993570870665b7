"""Take the files of an intake in beside the window: what is counted, a way to stop.

Each file is one intention: it is in, whole, or it is not. Stopping keeps what is in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import BadInput, HomewardError, Stopped
from app.jobs.exhibits.intake import FirstLook, take_in
from app.sandbox.exhibit_calls import FileDesk
from app.services.exhibits.exhibits import link_exhibit
from app.services.sources import add_source
from app.shapes.requests.evidence import NewSource
from app.shapes.requests.exhibits import LinkExhibit, LinkTo
from app.ui.events.source_draft import SourceDraft
from app.ui.exhibits.incoming import Incoming
from app.ui.exhibits.intake_draft import FileDraft, IntakeDraft, Twice, source_of_draft
from app.ui.shell.tasks import Job, Ticket
from app.ui.widgets.states import ProgressCard
from app.ui.work import Work
from app.wording.visible_text import visible
from app.workspace import Workspace

type Wanted = tuple[FileDraft, Incoming, FirstLook | None]


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of one file: its new number, "" where another was tied or it was left out."""

    key: str
    number: str = ""
    error: Exception | None = None


@dataclass(frozen=True, slots=True)
class _Step:
    """How far the work is, and what arrived up to now."""

    at: int
    of: int
    name: str
    arrived: tuple[Arrived, ...]


class IntakeRun(QWidget):
    """`arrived` tells of each file, in order; `ended` whether somebody stopped it."""

    arrived = Signal(object)
    ended = Signal(bool)

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._ticket: Ticket | None = None
        self._told = 0
        self.card: ProgressCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def running(self) -> bool:
        """Tell whether files are coming in."""
        return self._ticket is not None

    def start(self, draft: IntakeDraft, wanted: Sequence[Wanted]) -> None:
        """Take these files in."""
        if self.running:
            return
        workspace, files = self._work.workspace, tuple(wanted)
        self._told = 0
        self.card = ProgressCard(self._work.kit, lambda t: t.say("Taking in"))
        self.card.cancel_button.set_words(lambda t: t.say("Stop; what is saved stays"))
        self.card.cancelled.connect(self.cancel)
        self._column.addWidget(self.card)
        self.show()
        self.card.cancel_button.setFocus()
        self._ticket = self._work.tasks.background(
            lambda job: _take_all_in(workspace, draft, files, job),
            self._done,
            self._failed,
            progressed=self._progressed,
            cancelled=self._stopped,
        )

    def cancel(self) -> None:
        """Stop after what is saved."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _progressed(self, step: _Step) -> None:
        self._tell(step.arrived)
        if self.card is not None:
            self.card.show_progress(
                step.at,
                step.of,
                lambda t: t.say(
                    "{done} of {total}: {name}",
                    done=t.number(step.at),
                    total=t.number(step.of),
                    name=visible(step.name),
                ),
            )

    def _tell(self, arrived: tuple[Arrived, ...]) -> None:
        fresh, self._told = arrived[self._told :], max(self._told, len(arrived))
        for one in fresh:
            self.arrived.emit(one)

    def _done(self, answer: tuple[tuple[Arrived, ...], bool]) -> None:
        arrived, stopped = answer
        self._tell(arrived)
        self._rest(stopped=stopped)

    def _failed(self, error: Exception) -> None:
        self._rest(stopped=True)
        self._work.messages.failed(error)

    def _stopped(self) -> None:
        self._rest(stopped=True)

    def _rest(self, *, stopped: bool) -> None:
        self._ticket = None
        self.hide()
        if self.card is not None:
            self.card.setParent(None)
            self.card.deleteLater()
            self.card = None
        self.ended.emit(stopped)


def _take_all_in(
    workspace: Workspace, draft: IntakeDraft, files: tuple[Wanted, ...], job: Job
) -> tuple[tuple[Arrived, ...], bool]:
    """Take files in one by one; tells what arrived, and whether somebody stopped it."""
    arrived: tuple[Arrived, ...] = ()
    with FileDesk() as desk:
        said = _with_known_source(workspace, draft)
        for at, wanted in enumerate(files):
            if job.cancelled:
                return arrived, True
            job.report(_Step(at, len(files), wanted[0].name, arrived))
            try:
                arrived += (Arrived(wanted[0].key, _take_in(workspace, said, wanted, desk, job)),)
            except Stopped:
                return arrived, True
            except HomewardError as error:
                arrived += (Arrived(wanted[0].key, error=error),)
    return arrived, False


def _with_known_source(workspace: Workspace, draft: IntakeDraft) -> IntakeDraft:
    """Enter a new source once, however many files came from it."""
    new = source_of_draft(draft.source)
    if not isinstance(new, NewSource):
        return draft
    entered = workspace.write(lambda uow: add_source(uow, new)).value
    return replace(draft, source=SourceDraft(source=str(entered)))


def _take_in(
    workspace: Workspace, draft: IntakeDraft, wanted: Wanted, desk: FileDesk, job: Job
) -> str:
    file, incoming, seen = wanted
    known = seen.known if seen is not None else ()
    if known and file.twice is Twice.LEAVE:
        return ""
    links = tuple(tie.link() for tie in draft.ties)
    if known and file.twice is Twice.TIE:
        _tie(workspace, known[0].id, links)
        return ""
    taken = take_in(
        workspace,
        incoming.arrival,
        draft.facts(file),
        links,
        twice=bool(known),
        desk=desk,
        cancelled=lambda: job.cancelled,
    )
    return taken.number


def _tie(workspace: Workspace, exhibit_id: UUID, links: tuple[LinkTo, ...]) -> None:
    """Tie an exhibit that is here already; what it is tied to already is passed over."""
    for to in links:
        request = LinkExhibit(exhibit_id, to)
        try:
            workspace.write(partial(link_exhibit, request=request))
        except BadInput as refused:
            if refused.data["reason"] != "already_linked":
                raise
