"""Say beside the form what will be written, which answers would change, and what to check."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.cases.what_changes import WhatChanges
from app.ui.events.draft import EventDraft
from app.ui.events.spoken import event_sentence, source_sentence
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Badge, Label, caption, hairline
from app.wording.contradictions import contradiction_sentence
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
        self._changes = WhatChanges(kit)
        self.answers = self._changes.answers
        self.headline = self._changes.headline
        self._checks = QVBoxLayout()
        self._checks.setSpacing(8)
        self._to_check = QWidget()
        self.check_lines: list[Label] = []
        self._lay_out()

    def show_draft(self, draft: EventDraft, *, carried: Words = "") -> None:
        """Say what will be written; `carried` tells of sources that are taken over as they are."""
        self.event_words.set_words(lambda t: event_sentence(draft, t) or t.say("Nothing yet."))
        self._changes.say_why_not(
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
        self._changes.show_status(now, then)

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
        column.addWidget(self._changes)
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


def _misfit(found: Contradiction) -> Words:
    return lambda t: contradiction_sentence(found, t)
