"""The parts of an event's form in their order: what, when, where, who says so, how good, why."""

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QSizePolicy, QWidget

from app.ui.events.code_picker import CodePicker
from app.ui.events.draft import EventDraft, standing
from app.ui.events.intentions import AddingSource, Correcting, Intention, Recording
from app.ui.events.others_edit import OthersEdit
from app.ui.events.particulars import ParticularsEdit
from app.ui.events.source_draft import SourceDraft
from app.ui.events.who_says_so import WhoSaysSo
from app.ui.forms.entry import Entry
from app.ui.forms.searches import (
    men_search,
    new_places,
    place_search,
    private_search,
    source_search,
)
from app.ui.forms.two_versions import TwoVersions
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.grade_picker import GradePicker
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Words
from app.ui.widgets.partial_date_edit import PartialDateEdit
from app.ui.widgets.place_picker import PlacePicker
from app.ui.widgets.text import Label
from app.ui.work import Work
from models.vocabulary.evidence import Credibility, Reliability

if TYPE_CHECKING:
    from app.ui.forms.form_page import FormPage


class EventParts(QObject):
    """Hold the editors of an event; `changed` after every key."""

    changed = Signal()

    def __init__(self, page: "FormPage", work: Work) -> None:
        super().__init__(page)
        kit = work.kit
        self._kit = kit
        today = work.workspace.clock.today()
        places = place_search(work)
        self.code = CodePicker(kit)
        self.particulars = ParticularsEdit(kit)
        self._about: UUID | None = None
        self.narrative = TwoVersions(
            kit,
            private_search(work, lambda: self._about),
            lambda t: t.say("In plain words"),
            lambda t: t.say("In plain words, as it may be passed on"),
        )
        self.narrative_button = quiet(
            kit, lambda t: t.say("Describe it in plain words"), icon="edit"
        )
        self.others = OthersEdit(kit, men_search(work))
        self.others_button = quiet(
            kit, lambda t: t.say("The same happened to others"), icon="family"
        )
        self._others_entry = Entry(kit, self.others, lambda t: t.say("The same happened to"))
        self.when = PartialDateEdit(kit, lambda t: t.say("When"), not_after=today)
        self.place = PlacePicker(kit, places, new=new_places(work))
        self.place.precision.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.place.precision.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.who = WhoSaysSo(kit, source_search(work, lambda: self._about), places, today)
        self.grades = GradePicker(kit)
        self.reason = LineEdit(kit, lambda t: t.say("Why it is corrected"))
        self.event_words = Label(kit, "", strong=True, wrap=True)
        self.carried = Label(kit, "", role=Role.TEXT2, wrap=True)
        self._alone = _Alone(self)
        self.carried_words: Words = ""
        self._filling = False
        self._lay_out(page)
        self._connect()

    def draft(self) -> EventDraft:
        """Return what stands in the form."""
        letter, figure = self.grades.grade()
        who = replace(
            self.who.draft(), reliability=Reliability(letter), credibility=Credibility(figure)
        )
        base = EventDraft(
            code=self.code.code(),
            when=self.when.draft(),
            place=self.place.value(),
            narrative=self.narrative.internal.text().strip(),
            narrative_releasable=self.narrative.releasable.text().strip(),
            who=who if self._asks_who else SourceDraft(),
            others=self.others.named(),
            reason=self.reason.text().strip(),
        )
        return self.particulars.draft(base)

    def show_draft(self, draft: EventDraft) -> None:
        """Show a draft."""
        self._filling = True
        self.code.set_code(draft.code)
        self.particulars.show_draft(draft)
        self.particulars.follow(self.code.field)
        self.when.set_draft(draft.when)
        self.place.set_value(draft.place)
        self.narrative.show_texts(draft.narrative, draft.narrative_releasable)
        self._fold_narrative(shown=bool(draft.narrative or draft.narrative_releasable))
        self.others.show_named(draft.others)
        self._fold_others(shown=bool(draft.others))
        self.who.show_draft(draft.who)
        self.grades.set_grade(draft.who.reliability, draft.who.credibility)
        self.reason.setText(draft.reason)
        self._filling = False

    def show_intention(self, intention: Intention) -> None:
        """Show the parts that an intention asks for."""
        several = isinstance(intention, Correcting) and len(standing(intention.event)) > 1
        self._asks_who = not several
        self._asks_others = isinstance(intention, Recording)
        self.others.besides = str(intention.case_id)
        self._about = intention.case_id
        for section in (self._what, self._when, self._where):
            section.setVisible(intention.asks_event)
        self._why.setVisible(intention.asks_reason)
        self.event_words.setVisible(isinstance(intention, AddingSource))
        self._good.setVisible(self._asks_who)
        self.who.setVisible(self._asks_who)
        self.carried.setVisible(several)
        self.carried_words = _carried(intention) if several else ""
        self.carried.set_words(self.carried_words)

    def show_event_words(self, words: Words) -> None:
        """Name the event of which one more source speaks."""
        self.event_words.set_words(words)

    def begin(self, intention: Intention) -> None:
        """Put the keyboard where the intention begins."""
        if isinstance(intention, Recording):
            self._what.begin()
        elif isinstance(intention, Correcting):
            self._when.begin()
        else:
            self._who.begin()

    def warn_alone(self, *, alone: bool) -> None:
        """Say that nobody independent agrees, although the information is graded 1."""
        self._alone.setVisible(alone)

    def open_narrative(self) -> None:
        """Ask for the event in plain words."""
        self._fold_narrative(shown=True)
        self.narrative.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold_narrative(self, *, shown: bool) -> None:
        self._narrative_entry.setVisible(shown)  # with its entry, or Tab would stop at nothing
        self.narrative_button.setVisible(not shown)

    def open_others(self) -> None:
        """Ask to whom else it happened."""
        self._fold_others(shown=True)
        self.others.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fold_others(self, *, shown: bool) -> None:
        self._others_entry.setVisible(shown)
        self.others_button.setVisible(self._asks_others and not shown)

    def _lay_out(self, page: "FormPage") -> None:
        self._asks_who = True
        self._asks_others = True
        page.notices.addWidget(self.event_words)
        self._what = page.section(lambda t: t.say("What happened"))
        self._what.add(page.enter("code", self.code))
        self._what.add(self.particulars)
        self._narrative_entry = page.enter("narrative", self.narrative)
        self._what.add(self._narrative_entry)
        page.narrowed.connect(lambda narrow: self.narrative.set_narrow(narrow=narrow))
        self._what.add(self._others_entry)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(self.narrative_button)
        line.addWidget(self.others_button)
        line.addStretch(1)
        self._what.add(row)
        self._when = page.section(lambda t: t.say("When"))
        self._when.add(page.enter("occurred", self.when))
        self._where = page.section(lambda t: t.say("Where"))
        self._where.add(page.enter("place", self.place))
        self._who = page.section(lambda t: t.say("Who says so"))
        self._who.add(self.who)
        self._who.add(self.carried)
        page.entries.update(self.who.entries())
        self._good = page.section(lambda t: t.say("How good is it"))
        self._good.add(self.grades)
        side_by_side = self.grades.layout()
        if isinstance(side_by_side, QBoxLayout):
            page.breakable.append(side_by_side)
        page.breakable.extend(self.who.breakable)
        self._good.add(self._alone)
        self._alone.hide()
        self._why = page.section(lambda t: t.say("Why it is corrected"))
        self._why.add(page.enter("reason", self.reason))

    def _connect(self) -> None:
        self.code.changed.connect(self._code_chosen)
        self.narrative_button.clicked.connect(self.open_narrative)
        self.others_button.clicked.connect(self.open_others)
        for signal in (
            self.particulars.changed,
            self.narrative.changed,
            self.when.changed,
            self.place.changed,
            self.others.changed,
            self.who.changed,
            self.grades.changed,
            self.reason.textChanged,
        ):
            signal.connect(self._tell)

    def _code_chosen(self) -> None:
        if not self._filling:
            self.particulars.show_code(self.code.code())
            self.particulars.follow(self.code.field)
        self._tell()

    def _tell(self, *_: object) -> None:
        if not self._filling:
            self.changed.emit()


def _carried(intention: Intention) -> Words:
    said = standing(intention.event) if isinstance(intention, Correcting) else ()
    codes = ", ".join(one.source.code for one in said)
    return lambda t: t.say(
        "What these sources said is carried over as it is: {sources}.", sources=codes
    )


class _Alone(QWidget):
    """The warning beside a 1 that nobody independent bears out."""

    def __init__(self, parts: EventParts) -> None:
        super().__init__()
        kit = parts._kit  # noqa: SLF001  a piece of the same form
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel(kit, "warn", Role.WARN, 14))
        words = Label(
            kit,
            lambda t: t.say(
                "“Confirmed by others” needs another, independent source of the same event. "
                "None is recorded yet."
            ),
            Size.S,
            Role.WARN,
            wrap=True,
        )
        row.addWidget(words, 1)
