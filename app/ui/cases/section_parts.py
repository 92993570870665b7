"""Build what every section of a file is made of: cards of facts, their sources, their buttons."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.case_file import CaseFile, RelativeView, ServiceView
from app.ui.cases.citation_lines import citation_lines
from app.ui.cases.content import Card, fact
from app.ui.doors import Part
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, icon_button, quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.vocabulary import label

type Fact = tuple[Words, Words]


def new_section() -> tuple[QWidget, QVBoxLayout]:
    """Return an empty section and the column its cards stand in."""
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(24, 16, 24, 24)
    column.setSpacing(12)
    return section, column


def put(work: Work, card: Card, rows: list[Fact | None]) -> None:
    """Put facts into a card, or that there is nothing yet."""
    said = [row for row in rows if row is not None]
    for name, value in said:
        card.body.addWidget(fact(work.kit, name, value))
    if not said:
        card.body.addWidget(nothing_yet(work))


def nothing_yet(work: Work) -> Label:
    """Say that nothing is recorded yet."""
    return Label(work.kit, lambda t: t.say("Nothing recorded yet"), Size.M, Role.TEXT2)


def plain_fact(name: Words, value: str) -> Fact | None:
    """Return a fact that stands as it was written; None when there is nothing."""
    return (name, value) if value else None


def label_words(list_name: str, code: str) -> Words:
    """Return the words of a code."""
    return lambda t: label(list_name, code, t.lang)


def coded_fact(name: Words, list_name: str, code: str) -> Fact | None:
    """Return a fact that is kept as a code; None when it is not known."""
    if not code or code in ("UNKNOWN", "UNK"):
        return None
    return name, lambda t: label(list_name, code, t.lang)


def place_fact(name: Words, value: Callable[[Translator], str], work: Work) -> Fact | None:
    """Return a fact that names a place; None when there is none."""
    return (name, value) if value(work.kit.translator) else None


def cite(work: Work, card: Card, file: CaseFile, subject: object) -> None:
    """Put the sources of a fact beneath it."""
    for line in citation_lines(work.kit, [c for c in file.citations if c.subject_id == subject]):
        card.body.addWidget(line)


def edit_button(
    work: Work, file: CaseFile, part: Part, thing: ServiceView | RelativeView | None = None
) -> list[Button]:
    """Return the button that edits a part, none without editors."""
    if work.doors.editors is None:
        return []
    editors, thing_id = work.doors.editors, thing.id if thing else None
    button = quiet(work.kit, lambda t: t.say("Edit"), icon="edit")
    button.clicked.connect(lambda: editors.open_editor(file.case_id, part, thing_id))
    return [button]


def add_button(work: Work, file: CaseFile, part: Part) -> list[Button]:
    """Return the button that adds to a part, none without editors."""
    if work.doors.editors is None:
        return []
    editors = work.doors.editors
    button = quiet(work.kit, lambda t: t.say("Add"), icon="plus")
    button.clicked.connect(lambda: editors.open_editor(file.case_id, part))
    return [button]


def row_button(work: Work, file: CaseFile, part: Part, thing: UUID) -> Button | None:
    """Return the small button that edits one row of a card, none without editors."""
    if work.doors.editors is None:
        return None
    editors = work.doors.editors
    button = icon_button(work.kit, "edit", lambda t: t.say("Edit"), edge=False)
    button.clicked.connect(lambda: editors.open_editor(file.case_id, part, thing))
    return button


def first_button(work: Work, file: CaseFile, part: Part) -> Button | None:
    """Return the button an empty part offers."""
    return next(iter(add_button(work, file, part)), None)
