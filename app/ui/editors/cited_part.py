"""Say who says so for one field of a part that is being edited: source, day, words, grade."""

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.shapes.requests.evidence import CiteFact, SaidBy
from app.ui.editors.field_specs import FieldKind, Group
from app.ui.events.source_draft import Fault, SourceDraft
from app.ui.events.source_picker import SourcePicker
from app.ui.forms.searches import source_search
from app.ui.forms.short_date import ShortDate
from app.ui.widgets.buttons import quiet
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.vocabulary import label
from models.vocabulary.evidence import Credibility, Reliability

if TYPE_CHECKING:
    from app.ui.forms.form_page import FormPage


class CitedPart(QObject):
    """The last section of an editor; folded until somebody wants to name a source."""

    changed = Signal()

    def __init__(self, page: "FormPage", work: Work, groups: tuple[Group, ...]) -> None:
        super().__init__(page)
        kit = work.kit
        self._cited = [
            (spec.name, spec.words)
            for group in groups
            for spec in group.fields
            if spec.kind is not FieldKind.TICK
        ]
        self.field = Combo(kit, lambda t: t.say("Which field"))
        self.field.set_choices(self._cited)
        self.picker = SourcePicker(kit, source_search(work))
        self.said = ShortDate(
            kit, lambda t: t.say("Said on"), not_after=work.workspace.clock.today()
        )
        self.states = LineEdit(kit, lambda t: t.say("What it states, where that differs"))
        self.words = LineEdit(kit, lambda t: t.say("Exact words"))
        self.letter = Combo(kit, lambda t: t.say("The source"))
        self.letter.set_choices([(one, _grade("reliability", one)) for one in Reliability])
        self.figure = Combo(kit, lambda t: t.say("This piece of information"))
        self.figure.set_choices([(one, _grade("credibility", one)) for one in Credibility])
        self.open_button = quiet(kit, lambda t: t.say("Name a source for a field"), icon="plus")
        self.holder = QWidget()
        self.section = page.section(lambda t: t.say("Who says so"))
        self._lay_out(page)
        self._connect()
        self.put_away()

    def put_away(self) -> None:
        """Fold the section and empty it."""
        self.picker.show_draft(SourceDraft())
        self.said.set_text("")
        self.states.clear()
        self.words.clear()
        self.letter.set_code(Reliability.F)
        self.figure.set_code(Credibility.SIX)
        self.holder.hide()
        self.open_button.show()

    def open(self) -> None:
        """Ask who says so."""
        self.holder.show()
        self.open_button.hide()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def faults(self) -> list[Fault]:
        """List what stops a save."""
        return [] if self.holder.isHidden() else self._draft().faults()

    def cited_field(self) -> str:
        """Return the field the source speaks of, "" when none was named."""
        open_ = not self.holder.isHidden() and self._draft().is_named
        return str(self.field.code() or "") if open_ else ""

    def cite(self, case_id: UUID, subject: UUID) -> CiteFact | None:
        """Return what ties the field to its source; None where none was named."""
        if not self.cited_field():
            return None
        said: SaidBy = self._draft().said_by()
        states = self.states.text().strip()
        return CiteFact(case_id, subject, self.cited_field(), said, states)

    def _draft(self) -> SourceDraft:
        letter, figure = self.letter.code(), self.figure.code()
        return self.picker.draft(
            SourceDraft(
                said=self.said.text().strip(),
                words=self.words.text().strip(),
                reliability=letter if isinstance(letter, Reliability) else Reliability.F,
                credibility=figure if isinstance(figure, Credibility) else Credibility.SIX,
            )
        )

    def _lay_out(self, page: "FormPage") -> None:
        column = QVBoxLayout(self.holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(12)
        which = page.enter("cited_field", self.field, lambda t: t.say("Which field"), beside=True)
        said = page.enter("said", self.said, lambda t: t.say("Said on"), beside=True)
        top.addWidget(which, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(page.enter("source", self.picker))
        page.entries["title"] = self.picker.title_entry
        links = QHBoxLayout()
        links.addWidget(self.picker.new_button)
        links.addWidget(self.picker.unknown_button)
        links.addStretch(1)
        column.addLayout(links)
        rows: tuple[tuple[str, QWidget, Words], ...] = (
            ("states", self.states, lambda t: t.say("What it states, where that differs")),
            ("words", self.words, lambda t: t.say("Exact words")),
        )
        for code, editor, words in rows:
            column.addWidget(page.enter(code, editor, words))
        grades = QHBoxLayout()
        grades.setSpacing(10)
        grades.addWidget(page.enter("letter", self.letter, lambda t: t.say("The source")), 1)
        grades.addWidget(
            page.enter("figure", self.figure, lambda t: t.say("This piece of information")), 1
        )
        column.addLayout(grades)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.open_button)
        line.addStretch(1)
        self.section.add(row)
        self.section.add(self.holder)
        row.setFocusProxy(self.open_button)

    def _connect(self) -> None:
        self.open_button.clicked.connect(self.open)
        for signal in (
            self.picker.changed,
            self.said.changed,
            self.states.textChanged,
            self.words.textChanged,
            self.letter.code_changed,
            self.figure.code_changed,
        ):
            signal.connect(self._tell)

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _grade(vocabulary: str, grade: str) -> Words:
    return lambda t: t.say("{grade} – {words}", grade=grade, words=label(vocabulary, grade, t.lang))
