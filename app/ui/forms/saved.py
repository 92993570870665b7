"""Tell that a form was saved, and offer to take exactly that back (U-07)."""

from app.queries.history.undoing import last_to_undo
from app.services.desk.undo import undo_entry
from app.shapes.history import EntryToUndo
from app.ui.widgets.kit import Words
from app.ui.work import Work


def tell_saved(work: Work, words: Words) -> None:
    """Show the toast of a save; with Undo for whoever may read the history."""

    def offer(entry: EntryToUndo | None) -> None:
        if entry is None:
            work.messages.done(words)
            return
        work.messages.done(words, undo=lambda: _take_back(work, entry))

    work.read(last_to_undo, offer, lambda _: work.messages.done(words))


def _take_back(work: Work, entry: EntryToUndo) -> None:
    work.write(
        lambda uow: undo_entry(uow, entry),
        lambda _: work.messages.done(lambda t: t.say("Taken back.")),
    )
