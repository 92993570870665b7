"""What every form that is one shape goes through: arriving, keeping a draft, stopping, saving.

    class PositionForm(DraftedForm[AddingPosition, PositionDraft]):
        opened_with = (AddingPosition,)
        shape = PositionDraft
        ...start, first_field, draft, fill, write

A form that changes what somebody else may have changed meanwhile is a `ComparedForm`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import ClassVar, Protocol, override

from PySide6.QtCore import Slot

from app.db.unit_of_work import Reader
from app.errors import CaseChangedMeanwhile
from app.i18n import Translator
from app.ui.forms.form_page import FormPage
from app.ui.forms.keeping import from_json, to_json
from app.ui.forms.saved import tell_saved
from app.ui.forms.versions import Difference, Side, differences, merged
from app.ui.widgets.kit import Words
from app.ui.work import Work


class Drafted(Protocol):
    """What is being typed: it knows what stops a save."""

    def problems(self, today: date) -> Sequence[tuple[str, Words]]:
        """List what stops a save, each with the field it belongs to."""
        ...


class DraftedForm[I, D: Drafted](FormPage):
    """A form opened for an intention `I`, whose content is one shape `D`."""

    opened_with: ClassVar[tuple[type, ...]]
    shape: type[D]

    def __init__(self, work: Work, place: str, *, draft_form: str, save_words: Words) -> None:
        super().__init__(work, place, draft_form=draft_form, save_words=save_words)
        self.intention: I | None = None
        self._more = False

    # --- what a form says of itself

    def start(self, intention: I) -> None:
        """Show what the intention begins with."""
        raise NotImplementedError

    def first_field(self) -> None:
        """Put the keyboard where typing begins."""
        self.sections[0].begin()

    def draft(self) -> D:
        """Return what stands in the form."""
        raise NotImplementedError

    def fill(self, draft: D) -> None:
        """Put a draft into the fields."""
        raise NotImplementedError

    def write(self, intention: I, draft: D) -> None:
        """Save a draft that nothing stops, then say `saved` or `refuse_error`."""
        raise NotImplementedError

    # --- what is the same in all of them

    @override
    def arrive(self, argument: object) -> None:
        if isinstance(argument, self.opened_with):
            self.keeper.keep_now()
            self.start(argument)  # type: ignore[arg-type]  # opened_with are the classes of I
        self.first_field()

    def show_draft(self, draft: D) -> None:
        """Show a draft; nothing of it counts as typed."""
        self.filling = True
        self.fill(draft)
        self.filling = False

    @override
    def draft_content(self) -> str:
        return to_json(self.draft())

    @override
    def take_draft(self, content: str) -> None:
        self.show_draft(from_json(self.shape, content))

    @override
    def save(self) -> None:
        self._save(more=False)

    def save_and_more(self) -> None:
        """Save and begin another one for the same intention."""
        self._save(more=True)

    def _save(self, *, more: bool) -> None:
        intention = self.intention
        if intention is None or self.busy:
            return
        draft = self.draft()
        found = draft.problems(self.work.workspace.clock.today())
        self.refuse(found)
        if found:
            return
        self.busy, self._more = True, more
        self.write(intention, draft)

    def saved(self, words: Words) -> None:
        """Tell what was saved; leave, or begin the next one where that was asked."""
        self.busy = False
        self.keeper.drop()
        self.accept_all()
        tell_saved(self.work, words)
        if self._more and self.intention is not None:
            self.start(self.intention)
            self.first_field()
        else:
            self.intention = None
            self.left.emit()


class ComparedForm[I, D: Drafted](DraftedForm[I, D]):
    """A form that shows both versions where two people changed one thing."""

    compared: ClassVar[tuple[str, ...]]

    def __init__(self, work: Work, place: str, *, draft_form: str, save_words: Words) -> None:
        super().__init__(work, place, draft_form=draft_form, save_words=save_words)
        self._found: tuple[Difference, ...] = ()

    # --- what a form says of itself

    def as_it_stands(self, intention: I) -> Callable[[Reader], I] | None:
        """Return the query for what is there now, as an intention; None for something new."""
        raise NotImplementedError

    def draft_of(self, intention: I) -> D:
        """Return the draft with which an intention begins."""
        raise NotImplementedError

    def field_said(self, field: str, t: Translator) -> str:
        """Say what a compared field is called."""
        raise NotImplementedError

    def value_said(self, field: str, value: object, t: Translator) -> str:
        """Say a value of a compared field."""
        raise NotImplementedError

    def gone_words(self, t: Translator) -> str:
        """Say that the thing is there no more."""
        raise NotImplementedError

    def settled(self, draft: D) -> D:
        """Return what was chosen field by field, made whole."""
        return draft

    # --- what is the same in all of them

    def refused(self, error: Exception) -> None:
        """Show a refused save; side by side where somebody was quicker."""
        query = None
        if isinstance(error, CaseChangedMeanwhile) and self.intention is not None:
            query = self.as_it_stands(self.intention)
        if query is None:
            self.refuse_error(error)
            return
        self.keeper.touch()
        self.keeper.keep_now()
        self.work.read(query, self._show_theirs, self._gone)

    @Slot(object)
    def _show_theirs(self, theirs: I) -> None:
        self.busy = False
        if self.intention is None:
            return
        before, self.intention = self.draft_of(self.intention), theirs
        self._found = differences(before, self.draft_of(theirs), self.draft(), self.compared)
        self.versions.show_differences(self._found, self.field_said, self.value_said)

    def _gone(self, _: Exception) -> None:
        self.busy = False
        self.versions.show_gone(self.gone_words)

    @override
    def settle(self, chosen: object) -> None:
        sides = chosen if isinstance(chosen, dict) else {}
        picked = {str(name): Side(side) for name, side in sides.items()}
        self.show_draft(self.settled(merged(self.draft(), self._found, picked)))
        self.versions.put_away()
        self.touched()
        self.save()
