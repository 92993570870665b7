"""Show where a man serves and who waits for him."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.shapes.case_file import CaseFile, RelativeView, ServiceView
from app.ui.cases.content import Card
from app.ui.cases.section_parts import (
    Fact,
    cite,
    coded_fact,
    edit_button,
    first_button,
    new_section,
    plain_fact,
    put,
)
from app.ui.cases.spoken import known, rank_words, when
from app.ui.doors import Part
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState
from app.ui.work import Work
from app.wording.vocabulary import label


def service_section(work: Work, file: CaseFile) -> QWidget:
    """Return where he serves, the latest record on top."""
    section, column = new_section()
    if not file.service:
        column.addWidget(
            EmptyState(
                work.kit,
                "shield",
                lambda t: t.say("No service recorded"),
                lambda t: t.say("Rank, unit and duty stand here once they are known."),
                first_button(work, file, Part.SERVICE),
            )
        )
    for at, record in enumerate(file.service):
        words: Words = (
            (lambda t: t.say("Service")) if not at else (lambda t: t.say("Earlier service"))
        )
        corner = edit_button(work, file, Part.SERVICE, record)
        card = Card(work.kit, words, corner)
        put(work, card, _service_rows(record))
        cite(work, card, file, record.id)
        column.addWidget(card)
    column.addStretch(1)
    return section


def _service_rows(record: ServiceView) -> list[Fact | None]:
    details = record.details
    return [
        coded_fact(lambda t: t.say("Kind of service"), "service_type", details.service_type.value),
        (lambda t: t.say("Rank"), lambda t: rank_words(record, t))
        if details.rank or details.rank_as_written
        else None,
        plain_fact(lambda t: t.say("Rank as written"), details.rank_as_written)
        if details.rank
        else None,
        (lambda t: t.say("Unit"), lambda t: record.unit(t.lang))
        if details.unit_id or details.unit_as_written
        else None,
        plain_fact(lambda t: t.say("Duty"), details.duty),
        plain_fact(lambda t: t.say("Power of origin"), details.power_of_origin),
        (lambda t: t.say("Since"), lambda t: when(details.since, t))
        if known(details.since)
        else None,
    ]


def family_section(work: Work, file: CaseFile) -> QWidget:
    """Return who waits for him and how they are reached."""
    section, column = new_section()
    if not file.relatives:
        column.addWidget(
            EmptyState(
                work.kit,
                "family",
                lambda t: t.say("No relative recorded"),
                lambda t: t.say("Who waits for him and how they are reached stands here."),
                first_button(work, file, Part.RELATIVE),
            )
        )
    for relative in file.relatives:
        column.addWidget(_relative_card(work, file, relative))
    column.addStretch(1)
    return section


def _relative_card(work: Work, file: CaseFile, view: RelativeView) -> Card:
    details = view.details
    card = Card(
        work.kit,
        lambda t: t.say(
            "{relation}: {name}",
            relation=label("relation", details.relation.value, t.lang),
            name=details.full_name,
        ),
        edit_button(work, file, Part.RELATIVE, view),
    )
    duties: list[Words] = []
    if details.is_person_to_be_informed:
        duties.append(lambda t: t.say("to be informed first"))
    if details.is_notification_address:
        duties.append(lambda t: t.say("address for notices"))
    if details.is_reporter:
        duties.append(lambda t: t.say("reported him missing"))
    rows: list[Fact | None] = [
        plain_fact(lambda t: t.say("Maiden name"), details.maiden_name),
        plain_fact(lambda t: t.say("Telephone"), details.phone),
        plain_fact(lambda t: t.say("Address"), details.address),
        plain_fact(lambda t: t.say("Languages"), details.languages),
        (lambda t: t.say("Part in the case"), lambda t: ", ".join(map(_saying(t), duties)))
        if duties
        else None,
        plain_fact(lambda t: t.say("Remark"), details.remark),
    ]
    put(work, card, rows)
    return card


def _saying(t: Translator) -> Callable[[Words], str]:
    return lambda words: words if isinstance(words, str) else words(t)
