"""Register a man: his name in the scripts known, who reports him, and nothing else is required."""

import json
from typing import override
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.errors import NeedsReason
from app.queries.finding.alike import men_alike
from app.search.typed_briefs import brief_of_request
from app.services.cases.cases import register_man
from app.services.cases.second_report import add_second_report
from app.shapes.changes import Outcome
from app.shapes.like_pairs import LikeMan
from app.shapes.requests.cases import NameForm, RegisteredCase, RegisterMan, SecondReport
from app.ui.editors.already_here import MOST, AlreadyHere
from app.ui.editors.new_case_fields import NEW_CASE, left_behind, registering
from app.ui.editors.shape_form import FieldRefused, ShapeForm
from app.ui.events.warning_card import WarningCard
from app.ui.forms.form_page import FormPage
from app.ui.forms.keeping import Unreadable
from app.ui.forms.odd_letters import NameCheck
from app.ui.forms.saved import tell_saved
from app.ui.shell.actions import Action
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.kit import Words
from app.ui.widgets.name_edit import NameEdit, TypedName
from app.ui.work import Work
from models.vocabulary.people import Script
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may

PLACE = "new_case"
HINT_WAIT_MS = 350
_LEFT_BEHIND: Words = lambda t: t.say(  # noqa: E731  said at each of the fields
    "This stays out: “It is him” once more adds the report without it."
)


class NewCasePage(FormPage):
    """The form that opens a case."""

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form="register_man", save_words=lambda t: t.say("Open the case")
        )
        self._hint_timer = QTimer(self)
        self._hint_timer.setSingleShot(True)
        self._hint_timer.setInterval(HINT_WAIT_MS)
        self._hint_timer.timeout.connect(self._ask_who_is_here)
        self._name_check = NameCheck()
        self._typed = False
        #: Fields of which it was said that they do not go along; said once, then one may go on.
        self._told_behind: tuple[str, ...] = ()
        self._more = False
        self._turn = 0
        roles = work.workspace.actor.roles
        self.here = AlreadyHere(work.kit, may_join=may(roles, Right.RECORD_EVENT))
        self.title.set_words(lambda t: t.say("New case"))
        self.warning = WarningCard(work.kit)
        self.notices.addWidget(self.warning)
        self.entries["warning_reason"] = self.warning.entry
        self.names = NameEdit(work.kit)
        self.figure = LineEdit(
            work.kit, lambda t: t.say("Not yet named: which figure, in which footage or list")
        )
        named = self.section(lambda t: t.say("Name"))
        named.add(self.enter("name", self.names))
        named.add(
            self.enter(
                "figure_label",
                self.figure,
                lambda t: t.say("Not yet named: which figure, in which footage or list"),
            )
        )
        self.form = ShapeForm(self, work, NEW_CASE)
        self.names.changed.connect(self._name_typed)
        self.figure.textChanged.connect(self._changed)
        self.form.changed.connect(self._changed)
        self.form.changed.connect(self._ask_soon)
        self.warning.reason.textChanged.connect(self._changed)
        self.more_button.clicked.connect(self.save_and_more)
        self.here.open_asked.connect(self._open_file)
        self.here.join_asked.connect(self.join)

    @override
    def add_own_actions(self) -> None:
        here: Words = lambda t: t.say("Who may already be here")  # noqa: E731  read beside it
        self.work.actions.add(
            Action("form.here", here, "Ctrl+J", place=PLACE),
            self.here.take_hand,
            may=lambda: bool(self.here.men),
        )

    @override
    def rail(self) -> QWidget | None:
        return self.here

    @override
    def arrive(self, argument: object) -> None:
        if not self._typed:
            self._clear()
            self.form.arrive()
            self.begin("new")
        self.sections[0].begin()

    @override
    def draft_content(self) -> str:
        names = [
            [name.script.value, name.family, name.given, name.patronymic]
            for name in self.names.names()
        ]
        kept = {"names": names, "figure": self.figure.text(), "fields": self.form.raw()}
        return json.dumps(kept, ensure_ascii=False)

    @override
    def take_draft(self, content: str) -> None:
        try:
            kept = json.loads(content)
            names = tuple(TypedName(Script(script), *parts) for script, *parts in kept["names"])
            figure = str(kept["figure"])
            fields = {str(key): str(raw) for key, raw in kept["fields"].items()}
        except (KeyError, TypeError, AttributeError) as error:
            raise Unreadable from error
        self.names.set_names(names)
        self.figure.setText(figure)
        self.form.show_raw(fields)
        self._typed = True
        self._hint_timer.start()

    @override
    def entry_of(self, field: str) -> str:
        others = {"family": "name", "given": "name", "patronymic": "name", "unit": "unit_id"}
        return field if field in self.entries else others.get(field, field)

    @override
    def save(self) -> None:
        self._save(more=False)

    def save_and_more(self) -> None:
        """Save and begin another case."""
        self._save(more=True)

    def _save(self, *, more: bool) -> None:
        if self.busy:
            return
        try:
            values = self.form.values()
        except FieldRefused as refused:
            self.refuse(refused.problems)
            return
        names = self.names.names()
        if not names and not self.figure.text().strip():
            self.refuse([("name", lambda t: t.say("Write his name, or say which figure he is."))])
            return
        odd = self._name_check.problems(f"{n.family} {n.given} {n.patronymic}" for n in names)
        self.refuse([("name", words) for words in odd])
        if odd:
            return
        request = registering(self._forms(), self.figure.text(), values, self.warning.reason.text())
        self.busy = True
        self._more = more
        self.work.write(lambda uow: register_man(uow, request), self._saved, self._refused)

    @Slot(object)
    def _saved(self, outcome: Outcome[RegisteredCase]) -> None:
        self.busy = False
        self._typed = False
        self.keeper.drop()
        made = outcome.value
        tell_saved(self.work, lambda t: t.say("Case {number} opened.", number=made.number))
        self._clear()
        self.begin("new")
        if self._more or self.work.doors.cases is None:
            self.sections[0].begin()
        else:
            self.work.doors.cases.open_case(made.case_id)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, NeedsReason):
            self.busy = False
            warnings = error.data["warnings"]
            self.warning.warn(warnings if isinstance(warnings, tuple) else ())
        else:
            self.refuse_error(error)

    # --- who is here already

    def _name_typed(self) -> None:
        self._changed()
        self._hint_timer.start()

    def _ask_soon(self, *_: object) -> None:
        self._hint_timer.start()

    @Slot()
    def _ask_who_is_here(self) -> None:
        self._turn += 1
        turn = self._turn
        brief = brief_of_request(self._typed_so_far())
        if not brief.names:
            self.here.show_men((), typed=False)
            return
        self.work.read(lambda reader: (turn, men_alike(reader, brief, MOST)), self._show_who)

    def _typed_so_far(self) -> RegisterMan:
        """Make what can be read so far into a request; what cannot is not asked about yet."""
        try:
            values = self.form.values()
        except FieldRefused:
            values = {}
        return registering(self._forms(), self.figure.text(), values)

    def _show_who(self, answer: tuple[int, tuple[LikeMan, ...]]) -> None:
        turn, found = answer
        if turn == self._turn:
            self.here.show_men(found, typed=True)

    def join(self, case_id: UUID, number: str) -> None:
        """Add what was typed to the file of the man who is here, instead of opening a second."""
        if self.busy:
            return
        try:
            values = self.form.values()
        except FieldRefused as refused:
            self.refuse(refused.problems)
            return
        typed = registering(
            self._forms(), self.figure.text(), values, self.warning.reason.text()
        )  # fmt: skip
        behind = left_behind(typed)
        if behind and behind != self._told_behind:
            self._told_behind = behind
            self.refuse([(field, _LEFT_BEHIND) for field in behind])
            return
        request = SecondReport(
            case_id, typed.names, typed.identifiers, typed.relatives, typed.report
        )  # fmt: skip
        self.busy = True
        self.work.write(
            lambda uow: add_second_report(uow, request),
            lambda _: self._joined(case_id, number),
            self._refused,
        )

    def _joined(self, case_id: UUID, number: str) -> None:
        self.busy = False
        self._typed = False
        self.keeper.drop()
        tell_saved(
            self.work, lambda t: t.say("Added to {number}: no second file.", number=number)
        )  # fmt: skip
        self._clear()
        self.begin("new")
        if self.work.doors.cases is not None:
            self.work.doors.cases.open_case(case_id)

    def _forms(self) -> tuple[NameForm, ...]:
        return tuple(
            NameForm(one.family, one.given, one.patronymic, script=one.script)
            for one in self.names.names()
        )

    def _open_file(self, case_id: UUID) -> None:
        if self.work.doors.cases is not None:
            self.work.doors.cases.open_case(case_id)

    def _clear(self) -> None:
        self.filling = True
        self.names.set_names(())
        self.figure.clear()
        self.form.clear()
        self.warning.put_away()
        self.here.show_men((), typed=False)
        self.filling = False
        self._typed = False
        self._told_behind = ()

    def _changed(self, *_: object) -> None:
        if not self.filling:
            self._typed = True
            self.touched()
