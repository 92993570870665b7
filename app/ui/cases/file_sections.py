"""Show what a file says besides its events: overview and identity."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.i18n import Translator
from app.shapes.case_file import CaseFile, NameView
from app.ui.cases.content import Card, fact
from app.ui.cases.decisions_card import decisions_card
from app.ui.cases.section_parts import (
    Fact,
    add_button,
    cite,
    coded_fact,
    edit_button,
    label_words,
    new_section,
    nothing_yet,
    place_fact,
    plain_fact,
    put,
    row_button,
)
from app.ui.cases.spoken import known, moment, place_name, when
from app.ui.doors import Part
from app.ui.theme.palette import Role
from app.ui.widgets.buttons import quiet
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.vocabulary import label


def overview_section(work: Work, file: CaseFile) -> QWidget:
    """Return what the file itself says: incident, circumstances, steps, who answers for it."""
    section, column = new_section()
    waits = any(view.may_be_lifted for view in file.overrides)
    if waits:
        column.addWidget(decisions_card(work, file))
    card = Card(work.kit, lambda t: t.say("The file"), edit_button(work, file, Part.FILE))
    rows: list[Fact | None] = [
        (lambda t: t.say("Incident"), lambda t: file.incident(t.lang))
        if file.incident_id
        else None,
        (lambda t: t.say("Position"), lambda t: file.position_in(t.lang))
        if file.position_id
        else None,
        plain_fact(lambda t: t.say("Case officer"), file.officer),
        (lambda t: t.say("State of the file"), lambda t: label("admin", file.admin.value, t.lang)),
        _closure(file),
        (lambda t: t.say("Opened"), lambda t: moment(file.opened_at, t)),
        (lambda t: t.say("Last changed"), lambda t: moment(file.changed_at, t)),
    ]
    put(work, card, rows)
    if work.doors.incidents is not None and file.incident_id is not None:
        incidents, incident_id = work.doors.incidents, file.incident_id
        link = quiet(work.kit, lambda t: t.say("Open the incident"))
        link.clicked.connect(lambda: incidents.open_incident(incident_id))
        card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(card)
    if work.doors.likeness is not None and file.took_in:
        column.addWidget(work.doors.likeness.taken_in_of(file.case_id))
    told = [
        plain_fact(lambda t: t.say("Circumstances"), file.circumstances),
        plain_fact(lambda t: t.say("Circumstances, releasable"), file.circumstances_releasable),
        plain_fact(lambda t: t.say("Believed responsible"), file.believed_responsible),
        plain_fact(lambda t: t.say("Steps taken"), file.steps_taken),
        plain_fact(lambda t: t.say("Remark"), file.remark),
    ]
    if any(told):
        card = Card(work.kit, lambda t: t.say("What happened and what was done"))
        put(work, card, told)
        column.addWidget(card)
    if file.overrides and not waits:
        column.addWidget(decisions_card(work, file))
    column.addStretch(1)
    return section


def identity_section(work: Work, file: CaseFile) -> QWidget:
    """Return who he is: every form of his name, birth, description, numbers, with sources."""
    section, column = new_section()
    card = Card(work.kit, lambda t: t.say("Names"), add_button(work, file, Part.NAME))
    for view in file.names:
        card.body.addWidget(_name_row(work, file, view))
        cite(work, card, file, view.id)
    if not file.names:
        card.body.addWidget(
            Label(work.kit, lambda t: t.say("No name is known yet."), role=Role.TEXT2)
        )
    column.addWidget(card)
    column.addWidget(_person_card(work, file))
    numbers = Card(
        work.kit, lambda t: t.say("Numbers and papers"), add_button(work, file, Part.NUMBER)
    )
    for number in file.identifiers:
        details = number.details
        rest = ", ".join(part for part in (details.value, details.issuer, details.scope) if part)
        numbers.body.addWidget(
            fact(
                work.kit,
                label_words("identifier_kind", details.kind.value),
                rest,
                corner=row_button(work, file, Part.NUMBER, number.id),
            )
        )
        cite(work, numbers, file, number.id)
    if not file.identifiers:
        numbers.body.addWidget(nothing_yet(work))
    column.addWidget(numbers)
    column.addStretch(1)
    return section


def _person_card(work: Work, file: CaseFile) -> Card:
    person = file.details
    card = Card(work.kit, lambda t: t.say("The person"), edit_button(work, file, Part.PERSON))
    rows: list[Fact | None] = [
        coded_fact(lambda t: t.say("Sex"), "sex", person.sex.value),
        (lambda t: t.say("Born"), lambda t: when(person.birth, t)) if known(person.birth) else None,
        place_fact(
            lambda t: t.say("Place of birth"),
            lambda t: place_name(file.birth_place, person.birth_place_as_reported, t),
            work,
        ),
        place_fact(
            lambda t: t.say("Home"),
            lambda t: ", ".join(
                part for part in (place_name(file.home_place, "", t), person.home_address) if part
            ),
            work,
        ),
        plain_fact(lambda t: t.say("Nationality"), person.nationality),
        plain_fact(lambda t: t.say("Occupation"), person.occupation),
        coded_fact(
            lambda t: t.say("Category (Geneva Convention III)"),
            "gc3_category",
            person.gc3_category.value,
        ),
        plain_fact(
            lambda t: t.say("Category claimed by the power"), person.category_claimed_by_power
        ),
        plain_fact(
            lambda t: t.say("Height, cm"), str(person.height_cm) if person.height_cm else ""
        ),
        plain_fact(lambda t: t.say("Build"), person.build),
        plain_fact(lambda t: t.say("Hair"), person.hair),
        plain_fact(lambda t: t.say("Eyes"), person.eyes),
        plain_fact(lambda t: t.say("Distinguishing marks"), person.marks),
        plain_fact(lambda t: t.say("Blood group"), person.blood_group),
        plain_fact(lambda t: t.say("Figure"), file.figure_label),
        plain_fact(lambda t: t.say("Not to be passed on"), person.do_not_transmit_reason)
        if person.do_not_transmit
        else None,
    ]  # fmt: skip
    put(work, card, rows)
    cite(work, card, file, file.case_id)
    return card


def _name_row(work: Work, file: CaseFile, view: NameView) -> QWidget:
    form = view.form
    script = form.script.value if form.script else "Zzzz"

    def kind(t: Translator) -> str:
        return t.say(
            "{script}, {kind}",
            script=label("script", script, t.lang),
            kind=label("name_kind", form.kind.value, t.lang),
        )

    corner = row_button(work, file, Part.NAME, view.id)
    return fact(work.kit, kind, form.full_as_written, corner=corner)


def _closure(file: CaseFile) -> Fact | None:
    if file.closure_reason is None:
        return None
    reason = file.closure_reason.value
    return (
        lambda t: t.say("Reason for closing"),
        lambda t: label("closure_reason", reason, t.lang),
    )
