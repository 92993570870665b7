"""Invented men for tests, in several scripts, and the requests that bring them in."""

from __future__ import annotations

from uuid import UUID

from app.services.cases.cases import register_man
from app.services.cases.events import record_event
from app.shapes.requests.cases import NameForm, PersonDetails, RegisterMan, ServiceDetails
from app.shapes.requests.evidence import NewSource, RecordEvent, SaidBy
from app.workspace import Workspace
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Authenticity, Credibility, Reliability
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import Sex

ARAM = (
    NameForm("Նմուշյան", "Արամ", "Սուրենի"),
    NameForm("Нмушян", "Арам", "Суренович"),
    NameForm("Nmushyan", "Aram", patronymic_base="Suren"),
)
GOR = (NameForm("Քարաբերդյան", "Գոռ", "Վահեի"), NameForm("Карабердян", "Гор", "Ваганович"))


def day(edtf: str) -> PartialDate:
    """Read a date of a test."""
    return PartialDate.parse_edtf(edtf)


def said(
    title: str,
    grade: str = "B2",
    kind: SourceKind = SourceKind.FAMILY,
    **more: object,
) -> SaidBy:
    """Let a new source say something with a grade like "B2"."""
    return SaidBy(
        NewSource(kind, title),
        reliability=Reliability(grade[0]),
        credibility=Credibility(grade[1]),
        **more,  # type: ignore[arg-type]  # fields of SaidBy, by name
    )


def reported(title: str = "Mother", when: str = "2020-12-16") -> RecordEvent:
    """Report a man missing."""
    return RecordEvent((), EventCode.E01, day(when), said_by=(said(title, "C3"),))


def missing_man(
    register: Workspace, names: tuple[NameForm, ...] = ARAM, born: str = "2001-04-24"
) -> UUID:
    """Register a man who was reported missing; answers his case."""
    request = RegisterMan(names=names, details=PersonDetails(birth=day(born)), report=reported())
    return register.write(lambda unit: register_man(unit, request)).value.case_id


def seen_in_video(case_id: UUID, when: str = "2020-12-15") -> RecordEvent:
    """Let two people name him, independently, in footage whose checks passed."""
    return RecordEvent(
        (case_id,),
        EventCode.C12,
        day(when),
        figure="V12-P07",
        authenticity=Authenticity.PASS,
        said_by=(
            said("Father", "B2", words="Սա իմ որդին է"),
            said("Comrade", "C2", SourceKind.FELLOW_SERVICEMAN, words="Это он"),
        ),
    )


def record(register: Workspace, request: RecordEvent) -> UUID:
    """Record one event; answers its id."""
    return register.write(lambda unit: record_event(unit, request)).value[0]


def well_known_man(
    register: Workspace, names: tuple[NameForm, ...] = ARAM, born: str = "2001-04-24"
) -> UUID:
    """Register a man of whom enough is known for every reader (domain.md 2.1)."""
    request = RegisterMan(
        names=names,
        details=PersonDetails(birth=day(born), sex=Sex.MALE, home_address="Gyumri"),
        service=ServiceDetails(rank_as_written="private", unit_as_written="Unit 4"),
        circumstances="Contact with his position was lost",
        report=reported(),
    )
    case_id = register.write(lambda unit: register_man(unit, request)).value.case_id
    lost = RecordEvent(
        (case_id,),
        EventCode.E04,
        day("[2020-12-13..2020-12-16]"),
        place_as_reported="near Khtsaberd",
        said_by=(said("Unit command"),),
    )
    record(register, lost)
    return case_id
