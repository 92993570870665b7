"""Record an event in one form, by keyboard alone and in any order, while on the telephone.

The same page corrects an event and takes one more source in: `arrive` is given an Intention.
"""

from dataclasses import replace
from typing import override
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.errors import CaseChangedMeanwhile, NeedsReason
from app.queries.cases.file import case_file
from app.queries.cases.preview import Preview
from app.queries.finding.alike import homonyms_of
from app.shapes.case_file import CaseFile
from app.shapes.changes import Changes, Outcome
from app.shapes.like_pairs import PairMan
from app.ui.cases.spoken import names_in_order, short_number
from app.ui.events.draft import EventDraft
from app.ui.events.event_fields import COMPARED, event_field, event_value, standing_words
from app.ui.events.event_parts import EventParts
from app.ui.events.intentions import AddingSource, Correcting, Intention, Recording, certain_alone
from app.ui.events.record_rail import RecordRail
from app.ui.events.source_draft import Fault
from app.ui.events.spoken import fault_sentence
from app.ui.events.warning_card import WarningCard
from app.ui.forms.form_page import FormPage
from app.ui.forms.keeping import from_json, to_json
from app.ui.forms.saved import tell_saved
from app.ui.forms.versions import Difference, Side, differences, merged
from app.ui.widgets.kit import Words
from app.ui.work import Work
from models.codebook import Status
from models.vocabulary.date_terms import NotADate

PLACE = "event_form"
LOOK_WAIT_MS = 300


class EventPage(FormPage):
    """The form of an event."""

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form="record_event", save_words=lambda t: t.say("Save event")
        )
        self.intention: Intention | None = None
        self.file: CaseFile | None = None
        self._typed = False
        self._more = False
        self._turn = 0
        self._found: tuple[Difference, ...] = ()
        self.record_rail = RecordRail(work.kit)
        self.warning = WarningCard(work.kit)
        self.notices.addWidget(self.warning)
        self.entries["warning_reason"] = self.warning.entry
        self.form = EventParts(self, work)
        self._look_timer = QTimer(self)
        self._look_timer.setSingleShot(True)
        self._look_timer.setInterval(LOOK_WAIT_MS)
        self._look_timer.timeout.connect(self._look)
        self.form.changed.connect(self._changed)
        self.form.particulars.name_only_said.connect(self._ask_who_bears_the_name)
        self.warning.reason.textChanged.connect(self.touched)
        self.more_button.clicked.connect(self.save_and_more)
        work.bus.listen(self._file_changed, "cases")

    # --- what the frame asks

    @override
    def rail(self) -> QWidget | None:
        return self.record_rail

    @override
    def arrive(self, argument: object) -> None:
        if not isinstance(argument, Recording | Correcting | AddingSource):
            return
        now = self.intention
        same = now is not None and (now.form, now.about) == (argument.form, argument.about)
        if not (same and self._typed):
            self.keeper.keep_now()
            self.start(argument)
        self.form.begin(argument)

    # --- the form

    def start(self, intention: Intention) -> None:
        """Begin anew with an intention."""
        self.intention = intention
        self.title.set_words(intention.title)
        self.save_button.set_words(intention.save_words)
        self.more_button.setVisible(isinstance(intention, Recording))
        self.form.show_intention(intention)
        self.form.particulars.propose_homonyms(())
        self.show_draft(intention.start(self.kit.translator.lang))
        self.form.narrative.were_saved()
        self._typed = False
        self.begin(intention.about, form=intention.form)
        if self.file is None or self.file.case_id != intention.case_id:
            self.file = None
            self.back.set_words(lambda t: t.say("Back"))
        case_id = intention.case_id
        self.work.read(lambda reader: case_file(reader, case_id), self._show_file)

    def _ask_who_bears_the_name(self) -> None:
        if self.intention is not None:
            case_id = self.intention.case_id
            self.work.read(lambda r: (case_id, homonyms_of(r, case_id)), self._name_homonyms)

    def _name_homonyms(self, answer: tuple[UUID, tuple[PairMan, ...]]) -> None:
        case_id, men = answer
        if self.intention is not None and self.intention.case_id == case_id:
            self.form.particulars.propose_homonyms(men)

    def draft(self) -> EventDraft:
        """Return what stands in the form."""
        return replace(self.form.draft(), warning_reason=self.warning.reason.text())

    def show_draft(self, draft: EventDraft) -> None:
        """Show a draft."""
        self.filling = True
        self.form.show_draft(draft)
        self.warning.put_away()
        self.warning.reason.setText(draft.warning_reason)
        self.filling = False
        self._say()

    @override
    def draft_content(self) -> str:
        return to_json(self.draft())

    @override
    def take_draft(self, content: str) -> None:
        self.show_draft(from_json(EventDraft, content))
        self._typed = True

    @override
    def save(self) -> None:
        self._save(more=False)

    def save_and_more(self) -> None:
        """Save and begin another event of the same man."""
        self._save(more=True)

    def _save(self, *, more: bool) -> None:
        intention = self.intention
        if intention is None or self.busy:
            return
        draft = self.draft()
        found = draft.faults(self.work.workspace.clock.today()) + intention.faults(draft)
        told = self.form.narrative.stops(self.save_and_more if more else self.save)
        if told is None:
            return  # what may be passed on is still being read
        problems = [(fault.field, _fault_words(fault)) for fault in found]
        self.refuse(problems + [("narrative", words) for words in told])
        if found or told:
            return
        self.busy = True
        self._more = more
        self.work.write(intention.use_case(draft), self._saved, self._refused)

    @Slot(object)
    def _saved(self, _: Outcome[object]) -> None:
        self.busy = False
        intention = self.intention
        self.keeper.drop()
        self.versions.put_away()
        if intention is None:
            return
        tell_saved(self.work, intention.done)
        self.start(intention)
        if self._more:
            self.form.begin(intention)
        else:
            self.left.emit()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, NeedsReason):
            self.busy = False
            warnings = error.data["warnings"]
            self.warning.warn(warnings if isinstance(warnings, tuple) else ())
        elif isinstance(error, CaseChangedMeanwhile) and isinstance(self.intention, Correcting):
            case_id = self.intention.case_id
            self.keeper.touch()
            self.keeper.keep_now()
            self.work.read(lambda reader: case_file(reader, case_id), self._show_theirs)
        else:
            self.refuse_error(error)

    # --- two people saved one event

    def _show_theirs(self, file: CaseFile) -> None:
        self.busy = False
        intention = self.intention
        if not isinstance(intention, Correcting):
            return
        lang = self.kit.translator.lang
        theirs = intention.event.id
        while successor := next((e for e in file.events if e.supersedes_id == theirs), None):
            theirs = successor.id
        event = file.event(theirs)
        if event is None or not event.stands:
            self.versions.show_gone(lambda t: t.say("Somebody withdrew this event meanwhile."))
            return
        before = intention.start(lang)
        self.intention = replace(intention, event=event)
        self._found = differences(before, EventDraft.of(event, lang), self.draft(), COMPARED)
        self.versions.show_differences(self._found, event_field, event_value)

    @override
    def settle(self, chosen: object) -> None:
        sides = chosen if isinstance(chosen, dict) else {}
        picked = {str(name): Side(side) for name, side in sides.items()}
        self.show_draft(merged(self.draft(), self._found, picked))
        self.versions.put_away()
        self.touched()
        self.save()

    # --- what is said beside it

    def _show_file(self, file: CaseFile) -> None:
        if self.intention is None or file.case_id != self.intention.case_id:
            return
        self.file = file
        number, _ = short_number(file.number)
        name = next(iter(names_in_order(file)), file.figure_label)
        self.back.set_words(f"{number} {name}".strip())
        self.form.show_event_words(lambda t: standing_words(self.form.draft(), t))
        self._look()

    def _file_changed(self, changes: Changes) -> None:
        """Compare with the status of now when his file was changed elsewhere meanwhile."""
        intention = self.intention
        if intention is not None and changes.touches("cases", intention.case_id):
            case_id = intention.case_id
            self.work.read(lambda reader: case_file(reader, case_id), self._show_file)

    @Slot()
    def _changed(self) -> None:
        if self.filling:
            return
        self._typed = True
        self.touched()
        self._say()

    def _say(self) -> None:
        draft = self.form.draft()
        self.record_rail.show_draft(draft, carried=self.form.carried_words)
        alone = self.intention is not None and certain_alone(draft, self.intention)
        self.form.warn_alone(alone=alone)
        self._look_timer.start()

    @Slot()
    def _look(self) -> None:
        self._turn += 1
        turn = self._turn
        try:
            draft = self.form.draft()
            look = self.intention.look(draft) if self.intention else None
        except (NotADate, ValueError):
            look = None
        if look is None:
            self._show_preview((turn, None))
            return
        asked = look
        self.work.read(lambda reader: (turn, asked(reader)), self._show_preview, self._no_preview)

    def _show_preview(self, answer: tuple[int, Preview | None]) -> None:
        turn, found = answer
        if turn != self._turn:
            return
        now: Status | None = self.file.status if self.file is not None else None
        self.record_rail.show_status(now, found[0] if found else None)
        self.record_rail.show_checks(found[1] if found else ())

    def _no_preview(self, _: Exception) -> None:
        self._show_preview((self._turn, None))


def _fault_words(fault: Fault) -> Words:
    return lambda t: fault_sentence(fault, t)
