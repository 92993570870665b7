"""Show the translations of an exhibit: each certified or not, by whom, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.exhibits import ExhibitView, TranslationView
from app.ui.cases.content import TOP, Card
from app.ui.cases.spoken import known
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Kit
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label
from app.wording.translations import translation_words
from app.wording.visible_text import visible


@dataclass(frozen=True, slots=True)
class TranslationWays:
    """Where the buttons of the card lead."""

    add: Callable[[], object]
    correct: Callable[[TranslationView], object]
    drop: Callable[[TranslationView], object]
    open_paper: Callable[[UUID], object]


def translations_card(kit: Kit, view: ExhibitView, ways: TranslationWays) -> Card:
    """Make the card; with no translation it says so."""
    new = quiet(kit, lambda t: t.say("Add a translation …"), icon="plus", key="N")
    new.clicked.connect(ways.add)
    new.setVisible(view.row.removed_at is None)
    card = Card(kit, lambda t: t.say("Translations"), [new])
    for one in view.translations:
        card.body.addWidget(_row(kit, one, ways, may_change=view.row.removed_at is None))
    if not view.translations:
        none = Label(kit, lambda t: t.say("No translation is kept."), role=Role.TEXT2, wrap=True)
        card.body.addWidget(none)
    return card


def _row(kit: Kit, one: TranslationView, ways: TranslationWays, *, may_change: bool) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    head = QHBoxLayout()
    head.setSpacing(0)
    head.addWidget(Label(kit, lambda t: _what(one, t), strong=True, wrap=True), 1)
    if may_change:
        correct = quiet(kit, lambda t: t.say("Correct"))
        correct.clicked.connect(lambda: ways.correct(one))
        away = quiet(kit, lambda t: t.say("Take away"))
        away.clicked.connect(lambda: ways.drop(one))
        for button in (correct, away):
            kit.bind(button, button.setAccessibleDescription, lambda t: _what(one, t))
            head.addWidget(button, 0, TOP)
    column.addLayout(head)
    for told in (_certified(one), _translated(one)):
        if told is not None:
            column.addWidget(Label(kit, told, Size.S, Role.TEXT2, wrap=True))
    if one.paper is not None:
        paper = one.paper
        way = quiet(kit, f"{paper.number} {visible(paper.title)}", icon="link")
        way.clicked.connect(lambda: ways.open_paper(paper.id))
        column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
    if one.words:
        column.addWidget(Label(kit, visible(one.words), wrap=True))
    return holder


def _what(one: TranslationView, t: Translator) -> str:
    told = translation_words(one.from_lang, one.lang, t, certified=one.is_certified)
    return told[:1].upper() + told[1:]


def _certified(one: TranslationView) -> Callable[[Translator], str] | None:
    if not one.certified_by:
        return None
    if not known(one.certified):
        return lambda t: t.say("Certified by: {whom}", whom=visible(one.certified_by))
    return lambda t: t.say(
        "Certified by: {whom}, {date}",
        whom=visible(one.certified_by),
        date=date_in_words(one.certified, t),
    )


def _translated(one: TranslationView) -> Callable[[Translator], str] | None:
    if not one.translator:
        return None
    return lambda t: t.say("Translated by: {whom}", whom=visible(one.translator))
