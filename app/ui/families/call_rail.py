"""Show beside a call what to ask the family, and what was said the last times."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.shapes.families import ContactView, FamilyPage
from app.ui.cases.content import captioned, clear
from app.ui.families.words import contact_title, next_words, question_words, spoken_at, who_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.visible_text import visible

_LAST = 3


class CallRail(QWidget):
    """The rail of the form that logs a call."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        inner = QWidget()
        self._column = QVBoxLayout()
        self._column.setContentsMargins(18, 16, 18, 16)
        self._column.setSpacing(14)
        within = QVBoxLayout(inner)
        within.setContentsMargins(0, 0, 0, 0)
        within.addLayout(self._column)
        within.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def show_page(self, page: FamilyPage) -> None:
        """Show what is known of the family of one man."""
        clear(self._column)
        kit = self._kit
        agreed = [one for one in page.contacts if one.next_waits]
        if agreed:
            self._column.addLayout(
                captioned(
                    kit,
                    lambda t: t.say("Agreed"),
                    *(Label(kit, _agreed(one), wrap=True) for one in agreed),
                )
            )
        asked = [Label(kit, _question(code), wrap=True) for code in page.gaps] or [
            Label(kit, lambda t: t.say("Nothing is missing from his file."), wrap=True)
        ]
        self._column.addLayout(captioned(kit, lambda t: t.say("What to ask"), *asked))
        last = [one for one in page.contacts if one.was_spoken][:_LAST]
        if last:
            self._column.addLayout(
                captioned(
                    kit, lambda t: t.say("The last times"), *(self._contact(one) for one in last)
                )
            )

    def _contact(self, view: ContactView) -> QWidget:
        kit = self._kit
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(
            Label(kit, lambda t: spoken_at(view.happened_at, t), Size.S, Role.TEXT2, wrap=True)
        )
        column.addWidget(Label(kit, lambda t: who_words(view.who, view.relation, t), wrap=True))
        column.addWidget(Label(kit, lambda t: contact_title(view, t), Size.S, Role.TEXT2))
        for said in (view.told, view.heard):
            if said:
                column.addWidget(Label(kit, visible(said), wrap=True))
        return holder


def _question(code: str) -> Words:
    return lambda t: question_words(code, t)


def _agreed(view: ContactView) -> Words:
    return lambda t: f"{who_words(view.who, view.relation, t)}. {next_words(view, t)}"
