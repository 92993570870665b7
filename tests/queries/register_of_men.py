"""A small register of invented men in many states, for the tests of what reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from app.services.cases.cases import register_man
from app.services.cases.events import record_event
from app.services.cases.incidents import add_unit, open_incident
from app.services.places.places import add_place
from app.shapes.requests.cases import (
    IdentifierDetails,
    NameForm,
    PersonDetails,
    RegisterMan,
    ServiceDetails,
)
from app.shapes.requests.evidence import NewSource, RecordEvent, SaidBy
from app.shapes.requests.incidents import AddUnit, OpenIncident
from app.shapes.requests.places import AddPlace, PlaceNameForm
from app.workspace import Workspace
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind
from models.vocabulary.places import PlaceKind
from tests.factories.men import ARAM, day, reported, said, seen_in_video

BIRTHS = ("2001-04-24", "1999", "198X", "[1990..1995]", "2001-04-24", "1999-07")
DAYS = ("2020-10-02", "2020-12-13", "[..2020-11-30]", "2020-12-XX", "2020-12-13")
FAMILIES = ("Քարաբերդյան", "Ծովասարյան", "Լուսաձորյան", "Քարաբերդյան")


@dataclass(slots=True)
class Men:
    """The register's men by what became of them, and what they share."""

    incident: UUID
    place: UUID
    unit: UUID
    aram: UUID
    all: list[UUID] = field(default_factory=list)


def men_of(register: Workspace) -> Men:
    """Enter an incident, a place, a unit, Aram of the pictures and eleven others."""
    incident = register.write(
        lambda unit: open_incident(
            unit,
            OpenIncident("The sample ridge", "Նմուշի լեռնաշղթա", "Образцовый хребет"),
        )
    ).value
    place = register.write(
        lambda unit: add_place(
            unit,
            AddPlace(
                PlaceKind.SETTLEMENT,
                (
                    PlaceNameForm("hy", "Օրինակաշեն"),
                    PlaceNameForm("ru", "Оринакашен"),
                    PlaceNameForm("az", "Örnəkkənd"),
                    PlaceNameForm("en", "Orinakashen"),
                ),
            ),
        )
    ).value
    its_unit = register.write(
        lambda unit: add_unit(unit, AddUnit("Battery 12", "12-րդ մարտկոց", "12-я батарея"))
    ).value
    aram = register.write(
        lambda unit: register_man(
            unit,
            RegisterMan(
                names=(*ARAM, NameForm(full_as_written="Арамчик", is_primary=False)),
                details=PersonDetails(birth=day("2001-04-24")),
                service=ServiceDetails(unit_id=its_unit),
                identifiers=(
                    IdentifierDetails(IdentifierKind.PASSPORT, "AN 0000001"),
                    IdentifierDetails(IdentifierKind.SERVICE_NUMBER, "К-778/21"),
                ),
                incident_id=incident,
                report=reported(),
            ),
        )
    ).value.case_id
    men = Men(incident, place, its_unit, aram, [aram])
    for n in range(11):
        men.all.append(_another(register, men, n))
    _happened(register, men)
    return men


def _another(register: Workspace, men: Men, n: int) -> UUID:
    request = RegisterMan(
        names=(NameForm(FAMILIES[n % 4], f"Գոռ{n % 3}"),) if n != 7 else (),
        figure_label="figure 7 in video V12" if n == 7 else "",
        details=PersonDetails(birth=PartialDate.parse_edtf(BIRTHS[n % 6], dob=True)),
        incident_id=men.incident if n % 2 else None,
        report=reported(when="2020-12-16") if n != 9 else None,
    )
    return register.write(lambda unit: register_man(unit, request)).value.case_id


def _happened(register: Workspace, men: Men) -> None:
    """Let some be seen, one be admitted, one come home, one be said to be dead."""
    agent = NewSource(
        SourceKind.OTHER, "Գաղտնի Աղբյուրյան", code="W-77", confidential=True, contact="nobody"
    )
    requests = [
        RecordEvent(
            (case_id,),
            EventCode.E02,
            day(DAYS[n % 5]),
            place_id=men.place if n % 3 else None,
            place_as_reported="" if n % 3 else f"Օրինակ դիրք {n}",
            said_by=(said("Comrade", "C3", SourceKind.FELLOW_SERVICEMAN),),
        )
        for n, case_id in enumerate(men.all[1:9])
    ]
    requests += [seen_in_video(men.aram), seen_in_video(men.all[3], "2020-12-14")]
    requests += [
        RecordEvent(
            (men.all[3],), EventCode.D24, day("2021-01-20"),
            said_by=(said("ICRC", "A1", SourceKind.ICRC),),
        ),
        RecordEvent(
            (men.all[4],), EventCode.R67, day("2021-01-28"),
            said_by=(said("Ministry", "A1", SourceKind.MOD_OWN),),
        ),
        RecordEvent((men.all[5],), EventCode.X80, day("2020-12-14"), said_by=(said("x", "C3"),)),
    ]  # fmt: skip
    requests.append(
        RecordEvent((men.aram,), EventCode.E06, day("2021-02-01"), said_by=(SaidBy(agent),))
    )
    for request in requests:
        register.write(lambda unit, r=request: record_event(unit, r))  # type: ignore[misc]  # bound
