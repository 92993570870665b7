"""The first page of a dossier: what the Court asks for, who asks whom, for whom, and for what."""

from __future__ import annotations

from typing import Final

from app.reports.court.desk import CourtDesk
from app.reports.court.facts import with_birth
from app.reports.court.submissions import acknowledged
from app.reports.document import (
    AddressBlock,
    Block,
    FactRow,
    Facts,
    SheetTitle,
    UrgentFace,
    literal,
    plain,
    strong,
)

# As the Court's practice direction wants them, word for word, whatever the paper's language.
HEADING: Final = "Rule 39 – Urgent"
PERSON_TO_CONTACT: Final = "Person to contact (name and contact details):"
REGISTRAR: Final = (
    "The Registrar",
    "European Court of Human Rights",
    "Council of Europe, 67075 Strasbourg Cedex, France",
)
FAX: Final = "+33 3 90 21 43 50"


def face(desk: CourtDesk, *, urgent: bool, asked_in: int) -> tuple[Block, ...]:
    """Make the first page; `asked_in` is the paragraph that asks for measures."""
    words = desk.words
    title = words.say("Request for interim measures") if urgent else words.say("Court dossier")
    blocks: list[Block] = [
        _address(desk, urgent=urgent),
        SheetTitle(title),
        _parties(desk, asked_in),
    ]
    if urgent:
        blocks.insert(0, _urgent(desk))
    return tuple(blocks)


def _urgent(desk: CourtDesk) -> UrgentFace:
    words = desk.words
    contact = desk.context.contact
    told = [contact.person or words.say("not recorded")]
    for what, number in (("telephone", contact.telephone), ("fax", contact.fax)):
        if number and _figures(number) not in _figures(contact.person):
            told.append(f"{what} {number}")
    translated = (
        ""
        if words.lang == "en"
        else words.say(
            "Rule 39 – urgent. Above: whom the Court should call, by name, with telephone and fax."
        )
    )
    return UrgentFace(HEADING, PERSON_TO_CONTACT, literal(", ".join(told)), translated)


def _figures(text: str) -> str:
    return "".join(char for char in text if char.isdecimal())


def _address(desk: CourtDesk, *, urgent: bool) -> AddressBlock:
    words = desk.words
    beside = [plain(words.say("Pages: {pages}", pages="{pages}"))]
    if urgent:
        beside.insert(0, literal(words.say("By fax {number}", number=FAX)))
    beside.append(strong(words.day(desk.context.printed_at.date())))
    return AddressBlock(tuple(literal(line) for line in REGISTRAR), tuple(beside))


def _parties(desk: CourtDesk, asked_in: int) -> Facts:
    case, words = desk.case, desk.words
    name, others = words.title_names(case.identity)
    if others:
        name = words.say("{name} ({others})", name=name, others="; ".join(others))
    if case.identity.born.value is not None:
        name = with_birth(words, name, case.identity.born.value)
    state = case.believed_responsible or words.say("not recorded")
    rows = [
        FactRow(words.say("Applicant"), literal(_applicant(desk))),
        FactRow(words.say("On behalf of"), literal(name)),
        FactRow(
            words.say("State concerned"),
            literal(state),
        ),
        FactRow(words.say("Articles"), plain(words.say("2 and 3 of the Convention"))),
    ]
    if asked_in:
        rows.append(FactRow(words.say("Asked of the Court"), plain(_asked(desk, asked_in))))
    return Facts(tuple(rows), sources=False)


def _asked(desk: CourtDesk, paragraph: int) -> str:
    """Sum up the request; what the Government acknowledged is not asked again."""
    words = desk.words
    if acknowledged(desk.case):
        return words.say(
            "that the Government say where he is held, let the ICRC visit him, have him examined "
            "by a doctor and allow him to write home: paragraph {number}",
            number=paragraph,
        )
    return words.say(
        "that the Government say whether and where he is held, let the ICRC visit him, have him "
        "examined by a doctor and allow him to write home: paragraph {number}",
        number=paragraph,
    )


def _applicant(desk: CourtDesk) -> str:
    words = desk.words
    applicant = next(iter(desk.case.family), None)
    if applicant is None:
        return words.say("not recorded")
    relation = words.label("relation", applicant.relation)
    name = applicant.name or words.say("name not recorded")
    return words.say("{name}, {relation}", name=name, relation=relation)
