"""Take back what one did last, and say what that was (U-07)."""

from __future__ import annotations

from app.errors import BadInput
from app.queries.history.undoing import last_to_redo, last_to_undo
from app.services.desk.undo import undo_entry
from app.shapes.changes import Outcome
from app.shapes.history import EntryToUndo
from app.ui.work import Work
from app.wording.deeds import action_words


class Undo:
    """Ctrl+Z of an open register: the newest entry of the person at work, then the one before."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._busy = False

    def take_back(self) -> None:
        """Take the newest entry back."""
        if not self._busy:
            self._busy = True
            self._work.read(last_to_undo, self._found, self._has_a_way_of_its_own)

    def do_again(self) -> None:
        """Take back the undo that one did last."""
        if not self._busy:
            self._busy = True
            self._work.read(last_to_redo, self._found_undo, self._failed)

    def _found_undo(self, entry: EntryToUndo | None) -> None:
        if entry is None:
            self._busy = False
            self._work.messages.done(lambda t: t.say("There is nothing to do again."))
            return
        deed = entry.deed

        def done(_: Outcome[None]) -> None:
            self._busy = False
            self._work.messages.done(
                lambda t: t.say("Done again: {what}.", what=action_words(deed, t))
            )

        self._work.write(lambda uow: undo_entry(uow, entry), done, self._failed)

    def _found(self, entry: EntryToUndo | None) -> None:
        if entry is None:
            self._busy = False
            self._work.messages.done(lambda t: t.say("There is nothing left to take back."))
            return
        action = entry.action

        def done(_: Outcome[None]) -> None:
            self._busy = False
            self._work.messages.done(
                lambda t: t.say("Taken back: {what}.", what=action_words(action, t))
            )

        self._work.write(lambda uow: undo_entry(uow, entry), done, self._failed)

    def _has_a_way_of_its_own(self, error: Exception) -> None:
        """Take a list back as a whole, as the notice on screen offers under the same key."""
        if isinstance(error, BadInput) and self._work.messages.undo_last():
            self._busy = False
            return
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        self._work.messages.failed(error)
