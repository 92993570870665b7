"""Build the cards of an exhibit's page: what it is, where from, what it speaks of, its custody."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.exhibits import (
    CustodyView,
    ExhibitLinkView,
    ExhibitRow,
    ExhibitView,
    RelatedExhibit,
)
from app.ui.cases.content import TOP, Card, fact
from app.ui.cases.spoken import known, place_name
from app.ui.exhibits.words import (
    kind_words,
    link_words,
    moment_words,
    origin_words,
    shows_words,
)
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, icon_button, quiet
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.text import Label
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.partial_date import PartialDate

type Open = Callable[[UUID], object]


def facts_card(kit: Kit, view: ExhibitView, corner: Sequence[QWidget]) -> Card:
    """Say what an exhibit is."""
    row = view.row
    card = Card(kit, lambda t: t.say("What it is"), corner)
    facts: list[tuple[Words, Words]] = [
        (lambda t: t.say("Kind"), lambda t: kind_words(row.kind, t)),
        (lambda t: t.say("Name of the file"), visible(row.original_name)),
        (lambda t: t.say("Type of the file"), row.media_type),
        (lambda t: t.say("What is seen"), view.description),
        (
            lambda t: t.say("Made on"),
            lambda t: _date(row.made, t),
        ),
        (
            lambda t: t.say("Place"),
            lambda t: place_name(view.place, view.place_as_reported, t),
        ),
        (lambda t: t.say("Languages"), view.languages),
        (lambda t: t.say("What can be seen in it"), lambda t: shows_words(row.shows, t)),
        (lambda t: t.say("Transcript"), view.transcript),
    ]
    _put(kit, card, facts)
    return card


def origin_card(kit: Kit, view: ExhibitView) -> Card:
    """Say where an exhibit came from."""
    row = view.row
    card = Card(kit, lambda t: t.say("Where from"))
    facts: list[tuple[Words, Words]] = [
        (lambda t: t.say("Where it came from"), lambda t: origin_words(row, t)),
        (
            lambda t: t.say("How it reached us"),
            lambda t: label("received_by", row.received_by.value, t.lang),
        ),
        (
            lambda t: t.say("Received on"),
            lambda t: _date(row.received, t) or t.say("not known"),
        ),
        (
            lambda t: t.say("Source"),
            lambda t: view.source.shown(t.lang) if view.source is not None else "",
        ),
        (lambda t: t.say("Address on the internet"), visible(view.url)),
        (lambda t: t.say("Archived address"), visible(view.url_archived)),
        (lambda t: t.say("Who put it online"), visible(view.uploader)),
        (
            lambda t: t.say("Taken in"),
            lambda t: _taken_in(row, t),
        ),
    ]
    _put(kit, card, facts)
    return card


def links_card(
    kit: Kit,
    view: ExhibitView,
    corner: Sequence[QWidget],
    follow: Callable[[ExhibitLinkView], object],
    untie: Callable[[ExhibitLinkView], object],
) -> Card:
    """Say what an exhibit speaks of, each with the way to it."""
    card = Card(kit, lambda t: t.say("Speaks of"), corner)
    for link in view.row.links:
        card.body.addWidget(_link_row(kit, link, follow, untie))
    if not view.row.links:
        card.body.addWidget(
            Label(
                kit,
                lambda t: t.say("It is tied to nobody yet, so no file of a man shows it."),
                role=Role.TEXT2,
                wrap=True,
            )
        )
    return card


def related_card(kit: Kit, view: ExhibitView, open_exhibit: Open) -> Card | None:
    """Say from what it was made, what was made from it, and which are the same file."""
    groups: list[tuple[Words, Sequence[RelatedExhibit]]] = [
        (lambda t: t.say("Made from"), (view.derived_from,) if view.derived_from else ()),
        (lambda t: t.say("Made from it"), view.derived),
        (lambda t: t.say("The same file"), view.same_bytes),
    ]
    if not any(found for _, found in groups):
        return None
    card = Card(kit, lambda t: t.say("Other exhibits"))
    for name, found in groups:
        for one in found:
            transform = one.transform if one in view.derived else ""
            card.body.addWidget(_related_row(kit, name, one, transform, open_exhibit))
    if view.transform:
        card.body.addWidget(fact(kit, lambda t: t.say("What was done to it"), view.transform))
    return card


def custody_card(kit: Kit, steps: Sequence[CustodyView]) -> Card:
    """Tell the custody log, the oldest step first."""
    card = Card(kit, lambda t: t.say("Custody log"))
    for step in steps:
        card.body.addWidget(_step(kit, step))
    return card


def _date(said: PartialDate, t: Translator) -> str:
    return date_in_words(said, t) if known(said) else ""


def _taken_in(row: ExhibitRow, t: Translator) -> str:
    return t.say("{when} by {who}", when=moment_words(row.added_at, t), who=row.added_by)


def _put(kit: Kit, card: Card, facts: Sequence[tuple[Words, Words]]) -> None:
    for name, value in facts:
        if kit.say(value):
            card.body.addWidget(fact(kit, name, value))


def _link_row(
    kit: Kit,
    link: ExhibitLinkView,
    follow: Callable[[ExhibitLinkView], object],
    untie: Callable[[ExhibitLinkView], object],
) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    way = quiet(kit, lambda t: link_words(link, t), icon="link")
    way.clicked.connect(lambda: follow(link))
    row.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
    if link.remark:
        row.addWidget(Label(kit, link.remark, Size.S, Role.TEXT2, wrap=True), 1)
    else:
        row.addStretch(1)
    away = icon_button(kit, "close", lambda t: t.say("Untie: {what}", what=link_words(link, t)))
    away.clicked.connect(lambda: untie(link))
    row.addWidget(away)
    return holder


def _related_row(
    kit: Kit, name: Words, one: RelatedExhibit, transform: str, open_exhibit: Open
) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    left = Label(kit, name, role=Role.TEXT2, wrap=True)
    left.setFixedWidth(kit.theme.scaled(168))
    way: Button = quiet(kit, f"{one.number} {visible(one.title)}")
    way.clicked.connect(lambda: open_exhibit(one.id))
    row.addWidget(left, 0, TOP)
    row.addWidget(way, 0, TOP)
    row.addWidget(Label(kit, transform, Size.S, Role.TEXT2, wrap=True), 1)
    return holder


def _step(kit: Kit, step: CustodyView) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(16)
    at = Label(kit, lambda t: moment_words(step.at, t), role=Role.TEXT2, wrap=True)
    at.setFixedWidth(kit.theme.scaled(168))
    told = QVBoxLayout()
    told.setSpacing(0)
    told.addWidget(Label(kit, lambda t: _step_words(step, t), wrap=True))
    for words in _more_of(step):
        told.addWidget(Label(kit, words, Size.S, Role.TEXT2, wrap=True))
    row.addWidget(at, 0, TOP)
    row.addLayout(told, 1)
    return holder


def _step_words(step: CustodyView, t: Translator) -> str:
    done = label("custody_action", step.action.value, t.lang)
    return t.say("{done}, by {who}", done=done, who=step.by) if step.by else done


def _more_of(step: CustodyView) -> list[Words]:
    found: list[Words] = []
    if step.from_whom:
        found.append(lambda t: t.say("from: {whom}", whom=step.from_whom))
    if step.to_whom:
        found.append(lambda t: t.say("to: {whom}", whom=step.to_whom))
    if step.reason:
        found.append(lambda t: t.say("reason: {reason}", reason=step.reason))
    return found
