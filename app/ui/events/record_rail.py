"""Say beside the form what will be written, which answers would change, and what to check."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.events.draft import EventDraft
from app.ui.events.spoken import event_sentence, source_sentence
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import IconLabel, MarkLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Badge, Label, caption, hairline
from app.wording.contradictions import contradiction_sentence
from app.wording.status_words import Answer, answer_words, headline_words, question
from app.wording.vocabulary import label
from models.codebook import Status
from models.codebook.contradictions import Contradiction

_TOP = Qt.AlignmentFlag.AlignTop


class RecordRail(QWidget):
    """The right rail of an event's form."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self.event_words = Label(kit, "", wrap=True)
        self.source_words = Label(kit, "", wrap=True)
        self._badge = Badge(kit, "F6")
        self._grade = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.answers = [_AnswerLine(kit, which) for which in Answer]
        self.headline = Label(kit, "", role=Role.TEXT2, wrap=True)
        self._checks = QVBoxLayout()
        self._checks.setSpacing(8)
        self._to_check = QWidget()
        self._no_answers = Label(kit, "", role=Role.TEXT2, wrap=True)
        self.check_lines: list[Label] = []
        self._lay_out()

    def show_draft(self, draft: EventDraft, *, carried: Words = "") -> None:
        """Say what will be written; `carried` tells of sources that are taken over as they are."""
        self.event_words.set_words(lambda t: event_sentence(draft, t) or t.say("Nothing yet."))
        self._no_answers.set_words(
            (lambda t: t.say("Choose what happened, and it is worked out here."))
            if draft.code is None
            else (lambda t: t.say("It is worked out as soon as the form can be read."))
        )
        self.source_words.set_words(carried or (lambda t: source_sentence(draft.who, t)))
        self._badge.setVisible(not carried)
        self._grade.setVisible(not carried)
        letter, figure = draft.who.reliability, draft.who.credibility
        self._badge.set_text(f"{letter}{figure}")
        self._grade.set_words(
            lambda t: t.say(
                "{reliability}; {credibility}",
                reliability=label("reliability", letter, t.lang),
                credibility=label("credibility", figure, t.lang),
            )
        )

    def show_status(self, now: Status | None, then: Status | None) -> None:
        """Say which of the four answers would change; `then` is None while it cannot be told."""
        self._no_answers.setVisible(then is None)
        self.headline.setVisible(then is not None)
        for line in self.answers:
            line.setVisible(then is not None)
            if then is not None:
                line.show_status(now, then)
        if then is None:
            return
        told = then
        if now is not None and now.headline is then.headline:
            self.headline.set_words(
                lambda t: t.say("Headline stays: {headline}", headline=headline_words(told, t))
            )
        else:
            self.headline.set_words(
                lambda t: t.say("Headline becomes: {headline}", headline=headline_words(told, t))
            )

    def show_checks(self, found: Sequence[Contradiction], further: Sequence[Words] = ()) -> None:
        """List what does not go together."""
        while (item := self._checks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.check_lines = []
        for words in (*map(_misfit, found), *further):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            text = Label(self._kit, words, wrap=True)
            line.addWidget(IconLabel(self._kit, "versus", Role.WARN), 0, _TOP)
            line.addWidget(text, 1)
            self._checks.addWidget(row)
            self.check_lines.append(text)
        self._to_check.setVisible(bool(self.check_lines))

    def _lay_out(self) -> None:
        kit = self._kit
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 18, 16)
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("Will be written as")))
        column.addWidget(self.event_words)
        column.addWidget(self.source_words)
        grade = QHBoxLayout()
        grade.setSpacing(10)
        grade.addWidget(self._badge, 0, _TOP)
        grade.addWidget(self._grade, 1)
        column.addLayout(grade)
        column.addSpacing(8)
        column.addWidget(hairline(kit))
        column.addSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("What would change")))
        column.addWidget(self._no_answers)
        for line in self.answers:
            column.addWidget(line)
        column.addWidget(self.headline)
        checks = QVBoxLayout(self._to_check)
        checks.setContentsMargins(0, 8, 0, 0)
        checks.setSpacing(8)
        checks.addWidget(hairline(kit))
        checks.addSpacing(8)
        checks.addWidget(caption(kit, lambda t: t.say("To check")))
        checks.addLayout(self._checks)
        column.addWidget(self._to_check)
        column.addStretch(1)
        self._to_check.hide()
        self.show_status(None, None)


class _AnswerLine(QWidget):
    def __init__(self, kit: Kit, which: Answer) -> None:
        super().__init__()
        self._kit = kit
        self._which = which
        self._mark = MarkLabel(kit, "FATE", "UNKNOWN", "")
        self.words = Label(kit, "", wrap=True)
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(Label(kit, lambda t: question(which, t), Size.S, Role.TEXT3, wrap=True))
        text.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(11)
        row.addWidget(self._mark, 0, _TOP)
        row.addLayout(text, 1)

    def show_status(self, now: Status | None, then: Status) -> None:
        """Say the answer as it would be, bold where it is another one."""
        which = self._which
        new = answer_words(which, then, self._kit.translator)
        old = answer_words(which, now, self._kit.translator) if now is not None else None
        same = old is not None and (old.facet, old.state.value, old.state.contested) == (
            new.facet,
            new.state.value,
            new.state.contested,
        )
        self._mark.set_value(
            new.facet.value,
            new.state.value.value,
            lambda t: answer_words(which, then, t).accessible,
        )
        self.words.set_strong(not same)

        def say(t: Translator) -> str:
            answer = answer_words(which, then, t).bold
            return t.say("{answer} (no change)", answer=answer) if same else answer

        self.words.set_words(say)


def _misfit(found: Contradiction) -> Words:
    return lambda t: contradiction_sentence(found, t)
