"""Show what holds of each scope by all that was said, and each consent as it was given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout

from app.shapes.families import ConsentView
from app.ui.cases.content import TOP, Card, StruckLabel, fact
from app.ui.cases.spoken import moment, when
from app.ui.families.words import answers_words, standing_words, who_words
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import quiet
from app.ui.widgets.icon_label import IconLabel
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.codebook.consents import Standing, Standings
from models.vocabulary.families import ConsentAnswer, ConsentScope, ConsentState, DataSubject

_ICONS = {
    ConsentState.YES: "check",
    ConsentState.NO: "close",
    ConsentState.NOT_ASKED: "question",
    ConsentState.WITHDRAWN: "undo",
    ConsentState.CONFLICT: "versus",
}


def standings_card(kit: Kit, subject: DataSubject, standings: Standings) -> Card:
    """Return the table of all scopes: what holds, by whose word, since when."""
    card = Card(
        kit,
        lambda t: t.say(
            "What may go out: {whose}", whose=label("data_subject", subject.value, t.lang)
        ),
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(2, 2)
    grid.setColumnStretch(3, 4)
    for at, scope in enumerate(ConsentScope):
        standing = standings.get(scope, Standing())
        quiet_one = standing.state is ConsentState.NOT_ASKED
        role = Role.TEXT3 if quiet_one else Role.TEXT
        if standing.state is ConsentState.CONFLICT:
            role = Role.WARN
        grid.addWidget(Label(kit, _scope(scope), wrap=True), at, 0, TOP)
        grid.addWidget(IconLabel(kit, _ICONS[standing.state], role, 14), at, 1, TOP)
        grid.addWidget(
            Label(kit, _state(standing.state), role=role, strong=not quiet_one, wrap=True),
            at,
            2,
            TOP,
        )
        grid.addWidget(Label(kit, _standing(standing), Size.S, Role.TEXT2, wrap=True), at, 3, TOP)
    card.body.addLayout(grid)
    if any(standing.state is ConsentState.CONFLICT for standing in standings.values()):
        card.body.addWidget(
            Label(
                kit,
                lambda t: t.say(
                    "Where relatives disagree nothing goes out. A supervisor speaks with them."
                ),
                Size.S,
                Role.TEXT2,
                wrap=True,
            )
        )
    return card


def consent_card(work: Work, view: ConsentView, take_back: Callable[[], object] | None) -> Card:
    """Return one consent as it was given; one that was taken back is struck through."""
    kit = work.kit
    corner = []
    if take_back is not None and view.withdrawn_at is None:
        button = quiet(kit, lambda t: t.say("Take it back …"), icon="undo")
        button.clicked.connect(take_back)
        corner.append(button)
    gone = view.withdrawn_at
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
    rows: list[tuple[Words, Words]] = [
        (_answer(answer), _answers(view, answer))
        for answer in ConsentAnswer
        if answer in view.answers.values()
    ]
    rows += [
        (name, visible(value))
        for name, value in (
            (_named_witness, view.witness),
            (_named_interpreter, view.interpreter),
            (_named_language, view.language),
            (_named_remark, view.remark),
        )
        if value
    ]
    for name, value in rows:
        card.body.addWidget(fact(kit, name, value))
    _add_paper(work, card, view)
    return card


def _add_paper(work: Work, card: Card, view: ConsentView) -> None:
    exhibits, exhibit_id = work.doors.exhibits, view.exhibit_id
    if exhibits is None or exhibit_id is None:
        return
    link = quiet(
        work.kit, lambda t: t.say("Signed paper {number}", number=view.exhibit_number), icon="doc"
    )
    link.clicked.connect(lambda: exhibits.open_exhibit(exhibit_id))
    card.body.addWidget(link, 0, TOP)


def _title(view: ConsentView) -> Words:
    return lambda t: t.say(
        "{who} · {form}, {date}",
        who=who_words(view.by, view.relation, t),
        form=label("consent_form", view.form.value, t.lang),
        date=when(view.given, t),
    )


def _scope(scope: ConsentScope) -> Words:
    return lambda t: label("consent_scope", scope.value, t.lang)


def _state(state: ConsentState) -> Words:
    return lambda t: label("consent_state", state.value, t.lang)


def _standing(standing: Standing) -> Words:
    return lambda t: standing_words(standing, t)


def _answer(answer: ConsentAnswer) -> Words:
    return (
        (lambda t: t.say("Agreed to"))
        if answer is ConsentAnswer.YES
        else (lambda t: t.say("Refused"))
    )


def _answers(view: ConsentView, answer: ConsentAnswer) -> Words:
    return lambda t: answers_words(view, answer, t)


_named_witness: Words = lambda t: t.say("Witness")  # noqa: E731  named words, one a line
_named_interpreter: Words = lambda t: t.say("Interpreter")  # noqa: E731
_named_language: Words = lambda t: t.say("Language")  # noqa: E731
_named_remark: Words = lambda t: t.say("Remark")  # noqa: E731
