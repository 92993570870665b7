"""Keep what is being typed every five seconds, sealed with the register, and find it again (U-08).

    keeper = DraftKeeper(work, "record_event", self._content, self)
    keeper.open(str(case_id), self._offer)     answers with what waits, newest first
    keeper.touch()                             something was typed
    keeper.keep_now(); keeper.drop()           on leaving; after a save

Each unfinished form has a draft of its own, so that taking up an old one never overwrites a new.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any  # the reader belongs to a floor the window never names

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import HomewardError
from app.queries.register.desk import draft, drafts
from app.services.desk.desk import drop_draft, keep_draft
from app.ui.work import Work

EVERY_MS = 5000
_SLOT = "#"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A draft that was kept: on what, when, and what stood in it."""

    subject: str
    kept_at: datetime
    content: str


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What stands in a form and in no draft yet."""

    form: str
    subject: str
    content: str


type Offer = Callable[[tuple[Waiting, ...]], object]


def waiting_drafts(reader: Any, form: str, about: str) -> tuple[Waiting, ...]:
    """Read the drafts of a form about one thing, newest first."""
    found = []
    for its_form, subject, kept_at in drafts(reader):
        if its_form == form and subject.partition(_SLOT)[0] == about:
            content = draft(reader, form, subject)
            if content is not None:
                found.append(Waiting(subject, kept_at, content))
    return tuple(found)


class DraftKeeper(QObject):
    """Keep one form's draft; `kept` carries when, `not_kept` tells that it could not be."""

    kept = Signal(object)
    not_kept = Signal()

    def __init__(self, work: Work, form: str, content: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._content = content
        self._offer: Offer | None = None
        self._about = ""
        self._asked = 0
        self._changed = False
        self.form = form
        self.subject = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.keep_now)

    @property
    def changed(self) -> bool:
        """Tell whether something was typed that no draft holds yet."""
        return self._changed

    def open(self, about: str, offer: Offer, *, form: str = "") -> None:
        """Begin with an empty form about one thing; what waits is answered to `offer`."""
        self.form = form or self.form
        self._about = about
        self.subject = about
        self._changed = False
        self._timer.stop()
        self._offer = offer
        self._asked += 1
        asked, name, workspace = self._asked, self.form, self._work.workspace
        # On the writing lane, so that a draft that is just being dropped is not offered again.
        self._work.tasks.write(
            lambda: (asked, workspace.read(lambda reader: waiting_drafts(reader, name, about))),
            self._found,
            self._work.messages.failed,
        )

    def take_up(self, waiting: Waiting) -> None:
        """Go on with a draft: what was typed before keeps its own."""
        self.keep_now()
        self.subject = waiting.subject
        self._changed = False

    def touch(self) -> None:
        """Hear that something was typed."""
        self._changed = True
        if not self._timer.isActive():
            self._timer.start()

    def keep_now(self) -> None:
        """Keep what stands in the form, if it was changed."""
        self._timer.stop()
        if not self._changed or not self.subject:
            return
        self._changed = False
        form, subject, content = self.form, self.subject, self._content()
        self._work.write(
            lambda uow: keep_draft(uow, form, subject, content), self._was_kept, self._was_not
        )

    def unsaved(self) -> Unsaved | None:
        """Hand over what no draft holds yet to whoever keeps it; None when there is nothing."""
        self._timer.stop()
        if not self._changed or not self.subject:
            return None
        self._changed = False
        return Unsaved(self.form, self.subject, self._content())

    def keep_at_once(self) -> None:
        """Keep it without a lane, because the program ends and lanes stop taking work."""
        self._timer.stop()
        if not self._changed or not self.subject:
            return
        form, subject, content = self.form, self.subject, self._content()
        try:
            self._work.workspace.write(lambda uow: keep_draft(uow, form, subject, content))
        except HomewardError:
            self.not_kept.emit()
        else:
            self._changed = False

    def drop(self, subject: str = "") -> None:
        """Throw the form's draft away, or another one."""
        if not subject:
            self._timer.stop()
            self._changed = False
        form, gone = self.form, subject or self.subject
        if gone:
            self._work.write(lambda uow: drop_draft(uow, form, gone), _nothing, _nothing)

    def _found(self, answer: tuple[int, tuple[Waiting, ...]]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        taken = {one.subject for one in found}
        number = 1
        while self.subject in taken:
            number += 1
            self.subject = f"{self._about}{_SLOT}{number}"
        if self._offer is not None:
            self._offer(found)

    def _was_kept(self, _: object) -> None:
        self.kept.emit(self._work.workspace.clock.now())

    def _was_not(self, _: object) -> None:
        self._changed = True
        self.not_kept.emit()


def _nothing(_: object) -> None:
    """Nobody waits for this."""
