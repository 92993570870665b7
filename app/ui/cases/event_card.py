"""Show one event as a card: what, where, in whose words, who says so and how good that is."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app.shapes.case_file import AssertionView, EventView
from app.ui.cases.content import Card, StruckLabel
from app.ui.cases.particulars import particular_words
from app.ui.cases.spoken import capital, event_place, grade_words, moment
from app.ui.cases.timeline_parts import is_slanted, quote_of, said_words, source_icon
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Badge, Label
from app.wording.vocabulary import label
from models.vocabulary.event_codes import EventGroup

_WIDEST_TITLE = 380
_WIDEST_LEVEL = 130


class EventCard(Card):
    """The card of one event; its menu asks to correct, to add a source, to attach."""

    correct_asked = Signal(object)
    source_asked = Signal(object)
    withdraw_asked = Signal(object)
    word_withdraw_asked = Signal(object)
    attach_asked = Signal(object)

    def __init__(
        self,
        kit: Kit,
        event: EventView,
        *,
        may_edit: bool,
        may_attach: bool = False,
        told_below: Collection[UUID] = (),
    ) -> None:
        super().__init__(kit)
        self._kit = kit
        self.event_view = event
        self._may_edit = may_edit
        self._may_attach = may_attach
        self.body.setContentsMargins(14, 9, 10, 10)
        self.body.setSpacing(4)
        self.body.addLayout(self._head())
        self._tell()
        for said in event.assertions:
            if said.id not in told_below:
                self.body.addWidget(SourceLine(kit, said))
        kit.bind(
            self, self.setAccessibleName, lambda t: label("event", event.code.value, t.lang)
        )  # fmt: skip

    def _head(self) -> QHBoxLayout:
        event, kit = self.event_view, self._kit
        row = QHBoxLayout()
        row.setSpacing(8)
        face = Label if event.stands else StruckLabel
        ink = Role.TEXT if event.stands else Role.TEXT2
        title = face(
            kit,
            lambda t: label("event", event.code.value, t.lang),
            role=ink,
            strong=True,
            wrap=True,
        )
        if self._place_fits(title.text()):
            title.setWordWrap(False)
            row.addWidget(title)
            row.addWidget(Label(kit, "·", role=Role.TEXT3))
            row.addWidget(Label(kit, lambda t: event_place(event, t), role=Role.TEXT2), 1)
        else:
            row.addWidget(title, 1)
        if event.stands:
            if event.code.group is not EventGroup.ADMIN:
                level = Label(
                    kit,
                    lambda t: label("evidence_level", event.level, t.lang, "short"),
                    Size.S,
                    Role.TEXT2,
                    wrap=True,
                )
                level.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                wide = kit.theme.metrics(Size.S).horizontalAdvance(level.text())
                level.setFixedWidth(min(round(wide) + 4, kit.theme.scaled(_WIDEST_LEVEL)))
                row.addWidget(level)
            more = icon_button(kit, "more", lambda t: t.say("What can be done here"), edge=False)
            more.clicked.connect(self._open_menu)
            self.more_button = more
            row.addWidget(more)
        return row

    def _place_fits(self, title: str) -> bool:
        """Tell whether there is a place and it fits behind the title in one short line."""
        place = event_place(self.event_view, self._kit.translator)
        wide = self._kit.theme.metrics(strong=True).horizontalAdvance(f"{title} · {place}")
        return bool(place) and wide < _WIDEST_TITLE

    def _tell(self) -> None:
        event, kit = self.event_view, self._kit
        title = label("event", event.code.value, kit.translator.lang)
        if event_place(event, kit.translator) and not self._place_fits(title):
            self.body.addWidget(
                Label(kit, lambda t: event_place(event, t), role=Role.TEXT2, wrap=True)
            )
        if not event.stands:
            self.body.addWidget(Label(kit, self._gone_words(), Size.S, Role.TEXT2, wrap=True))
        if event.figure:
            self.body.addWidget(
                Label(
                    kit, lambda t: t.say("Figure: {figure}", figure=event.figure), role=Role.TEXT2
                )
            )
        if event.narrative:
            self.body.addWidget(_prose(kit, event.narrative))
        if event.narrative_releasable:
            self.body.addWidget(
                Label(
                    kit,
                    lambda t: t.say(
                        "As it may be passed on: {text}", text=event.narrative_releasable
                    ),
                    role=Role.TEXT2,
                    wrap=True,
                )
            )
        for key, value in event.particulars.items():
            if value:
                self.body.addWidget(self._particular(key, value))
        if event.warning_reason:
            self.body.addWidget(
                Label(
                    kit,
                    lambda t: t.say(
                        "Saved in spite of a warning: {reason}", reason=event.warning_reason
                    ),
                    Size.S,
                    Role.TEXT2,
                    wrap=True,
                )
            )

    def _particular(self, key: str, value: str) -> QWidget:
        return Label(
            self._kit,
            lambda t: t.say(
                "{field}: {value}",
                field=capital(label("extra", key, t.lang)),
                value=particular_words(key, value, t),
            ),
            Size.S,
            Role.TEXT2,
            wrap=True,
        )

    def _gone_words(self) -> Words:
        event = self.event_view
        if event.withdrawn_at is not None:
            at = event.withdrawn_at
            return lambda t: t.say(
                "Withdrawn {when}: {reason}", when=moment(at, t), reason=event.withdrawn_reason
            )
        return lambda t: t.say("Replaced by a corrected one.")

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        corner = self.more_button.mapToGlobal(self.more_button.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def menu(self) -> QMenu:
        """Build the menu of what can be done with this event."""
        menu, t, event = QMenu(self), self._kit.translator, self.event_view
        if self._may_edit:
            correct = menu.addAction(self._kit.theme.icon("edit"), t.say("Correct") + " …")
            correct.triggered.connect(lambda: self.correct_asked.emit(event))
            source = menu.addAction(self._kit.theme.icon("plus"), t.say("Add a source") + " …")
            source.triggered.connect(lambda: self.source_asked.emit(event))
        if self._may_attach:
            attach = menu.addAction(self._kit.theme.icon("exhibits"), t.say("Attach exhibit …"))
            attach.triggered.connect(lambda: self.attach_asked.emit(event))
        if menu.actions():
            menu.addSeparator()
        withdraw = menu.addAction(t.say("Withdraw this event") + " …")
        withdraw.triggered.connect(lambda: self.withdraw_asked.emit(event))
        for said in event.assertions:
            if said.withdrawn_at is None:
                words = t.say("Withdraw the word of “{source}”", source=said.source.shown(t.lang))
                entry = QAction(words + " …", menu)
                entry.setData(said)
                entry.triggered.connect(self._ask_word)
                menu.addAction(entry)
        return menu

    def _ask_word(self) -> None:
        entry = self.sender()
        if isinstance(entry, QAction):
            self.word_withdraw_asked.emit(entry.data())


class SourceLine(QWidget):
    """Who says so: the words in quotation marks, icon, source, grade at the right."""

    def __init__(self, kit: Kit, said: AssertionView) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if said.words:
            column.addWidget(
                Label(kit, lambda t: quote_of(said, t), italic=is_slanted(said), wrap=True)
            )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(kit, source_icon(said.source.kind), Role.TEXT2, 14))
        kind = Label if said.withdrawn_at is None else StruckLabel
        row.addWidget(
            kind(kit, lambda t: said_words(said, t), Size.S, Role.TEXT2, wrap=True), 1
        )  # fmt: skip
        grade = said.grade
        row.addWidget(Badge(kit, grade, lambda t: grade_words(grade, t)))
        column.addLayout(row)
        if said.withdrawn_at is not None:
            at = said.withdrawn_at
            column.addWidget(
                Label(
                    kit,
                    lambda t: t.say(
                        "Withdrawn {when}: {reason}",
                        when=moment(at, t),
                        reason=said.withdrawn_reason,
                    ),
                    Size.S,
                    Role.TEXT2,
                    wrap=True,
                )
            )


def _prose(kit: Kit, text: str) -> Label:
    prose = Label(kit, text, wrap=True)
    prose.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return prose
