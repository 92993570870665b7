"""Say which of the four answers and whether the headline would change by what is being typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.icon_label import MarkLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label, caption
from app.wording.status_words import Answer, answer_words, headline_words, question
from models.codebook import Status

_TOP = Qt.AlignmentFlag.AlignTop


class WhatChanges(QWidget):
    """The part of a rail that is worked out anew while a form is filled in."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._why_not = Label(kit, "", role=Role.TEXT2, wrap=True)
        self.answers = [_AnswerLine(kit, which) for which in Answer]
        self.headline = Label(kit, "", role=Role.TEXT2, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(caption(kit, lambda t: t.say("What would change")))
        column.addWidget(self._why_not)
        for line in self.answers:
            column.addWidget(line)
        column.addWidget(self.headline)
        self.show_status(None, None)

    def say_why_not(self, words: Words) -> None:
        """Say what is waited for as long as nothing can be worked out."""
        self._why_not.set_words(words)

    def show_status(self, now: Status | None, then: Status | None) -> None:
        """Say which of the four answers would change; `then` is None while it cannot be told."""
        self._why_not.setVisible(then is None)
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
