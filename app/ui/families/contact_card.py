"""Show one call or visit: with whom, how it went, what was said, what was agreed."""

from __future__ import annotations

from collections.abc import Callable

from app.shapes.families import ContactView
from app.ui.cases.content import Card, StruckLabel, fact
from app.ui.cases.spoken import moment
from app.ui.families.words import contact_title, next_words, spoken_at, who_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.visible_text import visible


def contact_card(kit: Kit, view: ContactView, take_back: Callable[[], object] | None) -> Card:
    """Return the card of a contact; one that was taken back is struck through."""
    gone = view.withdrawn_at
    corner = []
    if take_back is not None and gone is None:
        button = quiet(kit, lambda t: t.say("Take it back …"), icon="undo")
        button.clicked.connect(take_back)
        corner.append(button)
    card = Card(kit, "" if gone else _title(view), corner, wrap=True)
    if gone is not None:
        card.body.addWidget(StruckLabel(kit, _title(view), role=Role.TEXT2, wrap=True))
        card.body.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "Taken back {when}: {why}",
                    when=moment(gone, t),
                    why=visible(view.withdrawn_reason),
                ),
                wrap=True,
            )
        )
    card.body.addWidget(Label(kit, _by(view), Size.S, Role.TEXT2, wrap=True))
    for name, value in _rows(view):
        card.body.addWidget(fact(kit, name, value))
    return card


def _rows(view: ContactView) -> list[tuple[Words, Words]]:
    said: list[tuple[Words, str]] = [
        (lambda t: t.say("What was told"), view.told),
        (lambda t: t.say("What was heard"), view.heard),
        (lambda t: t.say("Remark for the office alone"), view.remark),
        (lambda t: t.say("Why it was told all the same"), view.warning_reason),
    ]
    rows: list[tuple[Words, Words]] = [(name, visible(value)) for name, value in said if value]
    if view.next_on is not None or view.next_about:
        settled = view.next_on is not None and not view.next_waits
        named: Words = (
            (lambda t: t.say("Next call, done")) if settled else (lambda t: t.say("Next call"))
        )
        rows.append((named, lambda t: next_words(view, t)))
    return rows


def _title(view: ContactView) -> Words:
    return lambda t: t.say(
        "{when} · {who}",
        when=spoken_at(view.happened_at, t),
        who=who_words(view.who, view.relation, t),
    )


def _by(view: ContactView) -> Words:
    if view.sensitive:
        return lambda t: t.say(
            "{how} · sensitive news, told by {one} and {other}",
            how=contact_title(view, t),
            one=view.staff,
            other=view.second_staff,
        )
    return lambda t: t.say("{how} · by {staff}", how=contact_title(view, t), staff=view.staff)
