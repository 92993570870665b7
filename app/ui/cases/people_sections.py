"""Show where a man serves."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.shapes.case_file import CaseFile, ServiceView
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
