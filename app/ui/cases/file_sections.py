"""Show what a file says besides its events: overview, identity, service, family."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n import Translator
from app.shapes.case_file import CaseFile, NameView, RelativeView, ServiceView
from app.ui.cases.citation_lines import citation_lines
from app.ui.cases.content import Card, fact
from app.ui.cases.spoken import known, moment, place_name, rank_words, when
from app.ui.doors import Part
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.buttons import Button, quiet
from app.ui.widgets.kit import Words
from app.ui.widgets.states import EmptyState
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.vocabulary import label

type Fact = tuple[Words, Words]


def overview_section(work: Work, file: CaseFile) -> QWidget:
    """Return what the file itself says: incident, circumstances, steps, who answers for it."""
    section, column = _section()
    card = Card(work.kit, lambda t: t.say("The file"), _edit(work, file, Part.FILE))
    rows: list[Fact | None] = [
        (lambda t: t.say("Incident"), lambda t: file.incident(t.lang))
        if file.incident_id
        else None,
        (lambda t: t.say("Position"), lambda t: file.position_in(t.lang))
        if file.position_id
        else None,
        _plain(lambda t: t.say("Case officer"), file.officer),
        (lambda t: t.say("State of the file"), lambda t: label("admin", file.admin.value, t.lang)),
        _closure(file),
        (lambda t: t.say("Opened"), lambda t: moment(file.opened_at, t)),
        (lambda t: t.say("Last changed"), lambda t: moment(file.changed_at, t)),
    ]
    _put(work, card, rows)
    if work.doors.incidents is not None and file.incident_id is not None:
        incidents, incident_id = work.doors.incidents, file.incident_id
        link = quiet(work.kit, lambda t: t.say("Open the incident"))
        link.clicked.connect(lambda: incidents.open_incident(incident_id))
        card.body.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    column.addWidget(card)
    told = [
        _plain(lambda t: t.say("Circumstances"), file.circumstances),
        _plain(lambda t: t.say("Circumstances, releasable"), file.circumstances_releasable),
        _plain(lambda t: t.say("Believed responsible"), file.believed_responsible),
        _plain(lambda t: t.say("Steps taken"), file.steps_taken),
        _plain(lambda t: t.say("Remark"), file.remark),
    ]
    if any(told):
        card = Card(work.kit, lambda t: t.say("What happened and what was done"))
        _put(work, card, told)
        column.addWidget(card)
    column.addStretch(1)
    return section


def identity_section(work: Work, file: CaseFile) -> QWidget:
    """Return who he is: every form of his name, birth, description, numbers, with sources."""
    section, column = _section()
    card = Card(work.kit, lambda t: t.say("Names"), _add(work, file, Part.NAME))
    for view in file.names:
        card.body.addWidget(_name_row(work, view))
        _cite(work, card, file, view.id)
    if not file.names:
        card.body.addWidget(
            Label(work.kit, lambda t: t.say("No name is known yet."), role=Role.TEXT2)
        )
    column.addWidget(card)
    column.addWidget(_person_card(work, file))
    numbers = Card(work.kit, lambda t: t.say("Numbers and papers"), _add(work, file, Part.NUMBER))
    for number in file.identifiers:
        details = number.details
        rest = ", ".join(part for part in (details.value, details.issuer, details.scope) if part)
        numbers.body.addWidget(fact(work.kit, _label("identifier_kind", details.kind.value), rest))
        _cite(work, numbers, file, number.id)
    if not file.identifiers:
        numbers.body.addWidget(_none(work))
    column.addWidget(numbers)
    column.addStretch(1)
    return section


def _person_card(work: Work, file: CaseFile) -> Card:
    person = file.details
    card = Card(work.kit, lambda t: t.say("The person"), _edit(work, file, Part.PERSON))
    rows: list[Fact | None] = [
        _coded(lambda t: t.say("Sex"), "sex", person.sex.value),
        (lambda t: t.say("Born"), lambda t: when(person.birth, t)) if known(person.birth) else None,
        _where(
            lambda t: t.say("Place of birth"),
            lambda t: place_name(file.birth_place, person.birth_place_as_reported, t),
            work,
        ),
        _where(
            lambda t: t.say("Home"),
            lambda t: ", ".join(
                part for part in (place_name(file.home_place, "", t), person.home_address) if part
            ),
            work,
        ),
        _plain(lambda t: t.say("Nationality"), person.nationality),
        _plain(lambda t: t.say("Occupation"), person.occupation),
        _coded(
            lambda t: t.say("Category (Geneva Convention III)"),
            "gc3_category",
            person.gc3_category.value,
        ),
        _plain(
            lambda t: t.say("Category claimed by the power"), person.category_claimed_by_power
        ),
        _plain(
            lambda t: t.say("Height, cm"), str(person.height_cm) if person.height_cm else ""
        ),
        _plain(lambda t: t.say("Build"), person.build),
        _plain(lambda t: t.say("Hair"), person.hair),
        _plain(lambda t: t.say("Eyes"), person.eyes),
        _plain(lambda t: t.say("Distinguishing marks"), person.marks),
        _plain(lambda t: t.say("Blood group"), person.blood_group),
        _plain(lambda t: t.say("Figure"), file.figure_label),
        _plain(lambda t: t.say("Not to be passed on"), person.do_not_transmit_reason)
        if person.do_not_transmit
        else None,
    ]  # fmt: skip
    _put(work, card, rows)
    _cite(work, card, file, file.case_id)
    return card


def service_section(work: Work, file: CaseFile) -> QWidget:
    """Return where he serves, the latest record on top."""
    section, column = _section()
    if not file.service:
        column.addWidget(
            EmptyState(
                work.kit,
                "shield",
                lambda t: t.say("No service recorded"),
                lambda t: t.say("Rank, unit and duty stand here once they are known."),
                _first_button(work, file, Part.SERVICE),
            )
        )
    for at, record in enumerate(file.service):
        words: Words = (
            (lambda t: t.say("Service")) if not at else (lambda t: t.say("Earlier service"))
        )
        corner = _edit(work, file, Part.SERVICE, record)
        card = Card(work.kit, words, corner)
        _put(work, card, _service_rows(record))
        _cite(work, card, file, record.id)
        column.addWidget(card)
    column.addStretch(1)
    return section


def _service_rows(record: ServiceView) -> list[Fact | None]:
    details = record.details
    return [
        _coded(lambda t: t.say("Kind of service"), "service_type", details.service_type.value),
        (lambda t: t.say("Rank"), lambda t: rank_words(record, t))
        if details.rank or details.rank_as_written
        else None,
        _plain(lambda t: t.say("Rank as written"), details.rank_as_written)
        if details.rank
        else None,
        (lambda t: t.say("Unit"), lambda t: record.unit(t.lang))
        if details.unit_id or details.unit_as_written
        else None,
        _plain(lambda t: t.say("Duty"), details.duty),
        _plain(lambda t: t.say("Power of origin"), details.power_of_origin),
        (lambda t: t.say("Since"), lambda t: when(details.since, t))
        if known(details.since)
        else None,
    ]


def family_section(work: Work, file: CaseFile) -> QWidget:
    """Return who waits for him and how they are reached."""
    section, column = _section()
    if not file.relatives:
        column.addWidget(
            EmptyState(
                work.kit,
                "family",
                lambda t: t.say("No relative recorded"),
                lambda t: t.say("Who waits for him and how they are reached stands here."),
                _first_button(work, file, Part.RELATIVE),
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
        _edit(work, file, Part.RELATIVE, view),
    )
    duties: list[Words] = []
    if details.is_person_to_be_informed:
        duties.append(lambda t: t.say("to be informed first"))
    if details.is_notification_address:
        duties.append(lambda t: t.say("address for notices"))
    if details.is_reporter:
        duties.append(lambda t: t.say("reported him missing"))
    rows: list[Fact | None] = [
        _plain(lambda t: t.say("Maiden name"), details.maiden_name),
        _plain(lambda t: t.say("Telephone"), details.phone),
        _plain(lambda t: t.say("Address"), details.address),
        _plain(lambda t: t.say("Languages"), details.languages),
        (lambda t: t.say("Part in the case"), lambda t: ", ".join(map(_saying(t), duties)))
        if duties
        else None,
        _plain(lambda t: t.say("Remark"), details.remark),
    ]
    _put(work, card, rows)
    return card


def _saying(t: Translator) -> Callable[[Words], str]:
    return lambda words: words if isinstance(words, str) else words(t)


def _name_row(work: Work, view: NameView) -> QWidget:
    form = view.form
    script = form.script.value if form.script else "Zzzz"

    def kind(t: Translator) -> str:
        return t.say(
            "{script}, {kind}",
            script=label("script", script, t.lang),
            kind=label("name_kind", form.kind.value, t.lang),
        )

    return fact(work.kit, kind, form.full_as_written)


def _section() -> tuple[QWidget, QVBoxLayout]:
    section = QWidget()
    column = QVBoxLayout(section)
    column.setContentsMargins(24, 16, 24, 24)
    column.setSpacing(12)
    return section, column


def _put(work: Work, card: Card, rows: list[Fact | None]) -> None:
    said = [row for row in rows if row is not None]
    for name, value in said:
        card.body.addWidget(fact(work.kit, name, value))
    if not said:
        card.body.addWidget(_none(work))


def _none(work: Work) -> Label:
    return Label(work.kit, lambda t: t.say("Nothing recorded yet"), Size.M, Role.TEXT2)


def _plain(name: Words, value: str) -> Fact | None:
    return (name, value) if value else None


def _label(list_name: str, code: str) -> Words:
    return lambda t: label(list_name, code, t.lang)


def _coded(name: Words, list_name: str, code: str) -> Fact | None:
    if not code or code in ("UNKNOWN", "UNK"):
        return None
    return name, lambda t: label(list_name, code, t.lang)


def _where(name: Words, value: Callable[[Translator], str], work: Work) -> Fact | None:
    return (name, value) if value(work.kit.translator) else None


def _closure(file: CaseFile) -> Fact | None:
    if file.closure_reason is None:
        return None
    reason = file.closure_reason.value
    return (
        lambda t: t.say("Reason for closing"),
        lambda t: label("closure_reason", reason, t.lang),
    )


def _cite(work: Work, card: Card, file: CaseFile, subject: object) -> None:
    for line in citation_lines(work.kit, [c for c in file.citations if c.subject_id == subject]):
        card.body.addWidget(line)


def _edit(
    work: Work, file: CaseFile, part: Part, thing: ServiceView | RelativeView | None = None
) -> list[Button]:
    if work.doors.editors is None:
        return []
    editors, thing_id = work.doors.editors, thing.id if thing else None
    button = quiet(work.kit, lambda t: t.say("Edit"), icon="edit")
    button.clicked.connect(lambda: editors.open_editor(file.case_id, part, thing_id))
    return [button]


def _add(work: Work, file: CaseFile, part: Part) -> list[Button]:
    if work.doors.editors is None:
        return []
    editors = work.doors.editors
    button = quiet(work.kit, lambda t: t.say("Add"), icon="plus")
    button.clicked.connect(lambda: editors.open_editor(file.case_id, part))
    return [button]


def _first_button(work: Work, file: CaseFile, part: Part) -> Button | None:
    return next(iter(_add(work, file, part)), None)
