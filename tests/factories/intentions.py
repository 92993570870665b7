"""A register with one of everything, and each intention a member of staff may have in it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any  # Any: column values
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader, UnitOfWork
from app.queries.accounting.incidents import incident_page
from app.queries.cases.file import case_file
from app.services.cases.cases import change_case, close_case, register_man
from app.services.cases.events import (
    add_assertion,
    correct_event,
    prefer_account,
    record_event,
    withdraw_assertion,
    withdraw_event,
)
from app.services.cases.incidents import add_position, add_unit, change_incident, open_incident
from app.services.cases.overrides import lift_override, set_override
from app.services.cases.people import (
    change_person,
    save_identifier,
    save_name,
    save_relative,
    save_service,
)
from app.services.claims import change_claim, record_claim, withdraw_claim
from app.services.desk.bin import put_into_bin
from app.services.handovers.handovers import record_handover
from app.services.merging.merging import merge_cases
from app.services.merging.not_same import mark_not_same
from app.services.office import name_office
from app.services.places.places import add_place, change_place, save_place_name
from app.services.sources import add_source, cite_fact
from app.shapes.case_file import CaseFile
from app.shapes.changes import Outcome
from app.shapes.office import Office
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import (
    ChangeCase,
    ChangePerson,
    CloseCase,
    IdentifierDetails,
    LiftOverride,
    NameForm,
    PersonDetails,
    RegisterMan,
    RelativeDetails,
    SaveIdentifier,
    SaveName,
    SaveRelative,
    SaveService,
    ServiceDetails,
    SetOverride,
)
from app.shapes.requests.evidence import (
    AddAssertion,
    CiteFact,
    CorrectEvent,
    NewSource,
    PreferAccount,
    RecordEvent,
    WithdrawAssertion,
    WithdrawEvent,
)
from app.shapes.requests.handovers import RecordHandover
from app.shapes.requests.incidents import (
    AddPosition,
    AddUnit,
    ChangeClaim,
    ChangeIncident,
    OpenIncident,
    RecordClaim,
)
from app.shapes.requests.merging import MarkNotSame, MergeRequest, MergeSide
from app.shapes.requests.places import AddPlace, ChangePlace, PlaceNameForm, SavePlaceName
from app.workspace import Workspace
from models.base import Entity
from models.vocabulary.accounts import ClaimCategory, ClaimForm, ClosureReason, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.people import IdentifierKind, Relation, Sex
from models.vocabulary.places import CoordinateConfidence, PlaceKind, PlaceNameKind
from models.vocabulary.status import Facet, Fate
from tests.factories.men import GOR, day, missing_man, record, reported, said, seen_in_video

type UseCase = Callable[[UnitOfWork], Outcome[Any]]


def file_of(register: Workspace, case_id: UUID) -> CaseFile:
    return register.read(lambda reader: case_file(reader, case_id))


def as_kept(file: CaseFile, **more: Any) -> ChangeCase:
    """Fill the form of a file as it stands, but for what is given."""
    kept = ChangeCase(
        file.case_id, file.version, file.incident_id, file.position_id, file.circumstances,
        file.circumstances_releasable, file.believed_responsible, file.steps_taken, file.remark,
        file.access_limited, file.urgent,
    )  # fmt: skip
    return replace(kept, **more)


class Steps:
    """A register with one of everything, and each intention a member of staff may have in it."""

    def __init__(self, register: Workspace) -> None:
        self.incident = register.write(
            lambda u: open_incident(u, OpenIncident("Lost contact", occurred=day("2020-12-13")))
        ).value
        self.place = register.write(
            lambda u: add_place(
                u,
                AddPlace(
                    PlaceKind.SETTLEMENT,
                    (PlaceNameForm("en", "Nowhere", PlaceNameKind.OFFICIAL_A),),
                ),
            )
        ).value
        self.case = missing_man(register)
        self.other = missing_man(register, GOR, "2000")
        now = file_of(register, self.case)
        register.write(lambda u: change_case(u, as_kept(now, incident_id=self.incident)))
        self.event = record(register, seen_in_video(self.case))
        self.other_event = record(register, seen_in_video(self.case, "2020-12-20"))
        self.claim = register.write(lambda u: record_claim(u, self._claim("62"))).value
        self.override = register.write(lambda u: set_override(u, self._override())).value
        relative = RelativeDetails(Relation.MOTHER, "Նմուշյան Մարո")
        for kept in (
            lambda u: save_relative(u, SaveRelative(self.case, relative)),
            lambda u: save_service(
                u, SaveService(self.case, ServiceDetails(unit_as_written="1st"))
            ),
            lambda u: save_identifier(
                u, SaveIdentifier(self.case, IdentifierDetails(IdentifierKind.PASSPORT, "AN 1"))
            ),
        ):
            register.write(kept)

    def _claim(self, words: str) -> RecordClaim:
        return RecordClaim(
            category=ClaimCategory.MISSING,
            form=ClaimForm.EXACT,
            said_by=said("Ombudsman", "B2", SourceKind.OFFICE_STAFF, words=words),
            number_from=62,
            incident_id=self.incident,
        )

    def _override(self) -> SetOverride:
        return SetOverride(
            self.other, Facet.FATE, Fate.ALIVE_INDICATED.value, "his mother heard him on the phone",
            "note 7", date(2021, 5, 1),
        )  # fmt: skip

    def all(self, register: Workspace) -> dict[str, UseCase]:
        """Give every intention, on the versions that stand now."""
        file, other = file_of(register, self.case), file_of(register, self.other)
        event, second = file.event(self.event), file.event(self.other_event)
        assert event is not None
        assert second is not None
        page = register.read(lambda r: incident_page(r, self.incident))
        override = register.read(lambda r: _version(r, "status_overrides", self.override))
        place_version = register.read(lambda r: _version(r, "places", self.place))
        name, number = file.names[1], file.identifiers[0]
        service, relative = file.service[0], file.relatives[0]
        form = NameForm("Նմուշյան", "Արամ", "Հակոբի", is_primary=True)
        letter = said("A letter", "C3", SourceKind.FELLOW_SERVICEMAN, account=day("2020-12-14"))
        corrected = RecordEvent((self.case,), EventCode.C12, day("2020-12-14"), place_id=self.place)
        return {
            "register_man": lambda u: register_man(
                u,
                RegisterMan(
                    GOR,
                    report=reported("Brother"),
                    details=PersonDetails(birth=day("1999")),
                    identifiers=(IdentifierDetails(IdentifierKind.PASSPORT, "AN 2"),),
                    relatives=(RelativeDetails(Relation.FATHER, "Վահե"),),
                    service=ServiceDetails(unit_as_written="2nd"),
                    incident_id=self.incident,
                ),
            ),
            "change_case": lambda u: change_case(
                u,
                as_kept(
                    file,
                    reason="her letter",
                    remark="seen",
                    urgent=True,
                    access_limited=True,
                    incident_id=None,
                ),
            ),
            "change_person": lambda u: change_person(
                u,
                ChangePerson(
                    self.case,
                    file.person_version,
                    PersonDetails(
                        birth=day("2001-05"),
                        sex=Sex.MALE,
                        height_cm=180,
                        birth_place_id=self.place,
                        marks="scar",
                        do_not_transmit=True,
                    ),
                    "her letter",
                ),
            ),
            "save_name": lambda u: save_name(u, SaveName(self.case, form)),
            "save_name again": lambda u: save_name(
                u, SaveName(self.case, form, name.id, name.version, "her letter")
            ),
            "save_service": lambda u: save_service(
                u, SaveService(self.case, ServiceDetails(unit_as_written="3rd", since=day("2019")))
            ),
            "save_service again": lambda u: save_service(
                u,
                SaveService(
                    self.case,
                    ServiceDetails(rank_as_written="pvt"),
                    service.id,
                    service.version,
                    "her letter",
                ),
            ),
            "save_identifier": lambda u: save_identifier(
                u, SaveIdentifier(self.case, IdentifierDetails(IdentifierKind.MILITARY_ID, "77"))
            ),
            "save_identifier again": lambda u: save_identifier(
                u,
                SaveIdentifier(
                    self.case,
                    IdentifierDetails(IdentifierKind.MILITARY_ID, "78"),
                    number.id,
                    number.version,
                    "her letter",
                ),
            ),
            "save_relative": lambda u: save_relative(
                u, SaveRelative(self.case, RelativeDetails(Relation.FATHER, "Սուրեն"))
            ),
            "save_relative again": lambda u: save_relative(
                u,
                SaveRelative(
                    self.case,
                    RelativeDetails(Relation.SISTER, "Մարո", phone="1"),
                    relative.id,
                    relative.version,
                    "her letter",
                ),
            ),
            "record_event": lambda u: record_event(
                u,
                replace(
                    corrected,
                    code=EventCode.C16,
                    case_ids=(self.case, self.other),
                    said_by=(letter,),
                ),
            ),
            "add_assertion": lambda u: add_assertion(u, AddAssertion(self.event, letter)),
            "correct_event": lambda u: correct_event(
                u, CorrectEvent(self.event, event.version, corrected, "the clock was wrong")
            ),
            "correct_event anew": lambda u: correct_event(
                u,
                CorrectEvent(
                    self.event,
                    event.version,
                    replace(corrected, said_by=(letter,)),
                    "another man said so",
                ),
            ),
            "withdraw_event": lambda u: withdraw_event(
                u, WithdrawEvent(self.event, event.version, "another man")
            ),
            "withdraw_assertion": lambda u: withdraw_assertion(
                u,
                WithdrawAssertion(
                    event.assertions[0].id, event.assertions[0].version, "took it back"
                ),
            ),
            "prefer_account": lambda u: prefer_account(
                u,
                PreferAccount(self.other_event, second.version, second.assertions[1].id, "nearer"),
            ),
            "cite_fact": lambda u: cite_fact(
                u, CiteFact(self.case, self.case, "birth", letter, "2002")
            ),
            "close_case": lambda u: close_case(
                u, CloseCase(self.other, other.version, ClosureReason.OUTSIDE_MANDATE, "a civilian")
            ),
            "set_override": lambda u: set_override(u, self._override()),
            "lift_override": lambda u: lift_override(
                u, LiftOverride(self.override, override, "he called himself")
            ),
            "open_incident": lambda u: open_incident(
                u, OpenIncident("Another", place_id=self.place)
            ),
            "change_incident": lambda u: change_incident(
                u,
                ChangeIncident(
                    self.incident,
                    page.version,
                    OpenIncident("Khtsaberd", "Խծաբերդ", occurred=day("2020-12")),
                    "named",
                ),
            ),
            "add_unit": lambda u: add_unit(u, AddUnit("1st battalion", "1-ին գումարտակ")),
            "add_position": lambda u: add_position(
                u, AddPosition(self.incident, "Height 3", place_id=self.place)
            ),
            "add_place": lambda u: add_place(
                u,
                AddPlace(
                    PlaceKind.SETTLEMENT,
                    (PlaceNameForm("hy", "Ոչմիտեղ", PlaceNameKind.OFFICIAL_A),),
                    lat=39.51234567,
                    lon=47.1,
                ),
            ),
            "change_place": lambda u: change_place(
                u,
                ChangePlace(
                    self.place,
                    place_version,
                    PlaceKind.MOUNTAIN,
                    lat=39.5,
                    lon=46.9,
                    coord_precision_m=500,
                    coord_source="a map",
                    coord_confidence=CoordinateConfidence.LOW,
                ),
            ),
            "save_place_name": lambda u: save_place_name(
                u,
                SavePlaceName(
                    self.place, PlaceNameForm("ru", "Нигде", PlaceNameKind.LOCAL, "1991")
                ),
            ),
            "add_source": lambda u: add_source(u, NewSource(SourceKind.MEDIA_OWN, "A newspaper")),
            "record_claim": lambda u: record_claim(u, self._claim("about 60")),
            "change_claim": lambda u: change_claim(
                u,
                ChangeClaim(
                    self.claim, page.claims[0].version, self._claim("62 by name"), "misheard"
                ),
            ),
            "withdraw_claim": lambda u: withdraw_claim(
                u, self.claim, page.claims[0].version, "misheard"
            ),
            "put_into_bin": lambda u: put_into_bin(
                u, PutIntoBin((self.case, self.other), "another war")
            ),
            "mark_not_same": lambda u: mark_not_same(
                u, MarkNotSame(self.other, self.case, "two brothers")
            ),
            "merge_cases": lambda u: merge_cases(
                u,
                MergeRequest(
                    MergeSide(self.case, file.version, file.person_version),
                    MergeSide(self.other, other.version, other.person_version),
                    {MergeField.BIRTH: Whose.ABSORBED, MergeField.NAME: Whose.ABSORBED},
                    "one mother",
                ),
            ),
            "name_office": lambda u: name_office(u, Office(name_en="Another", prefix="OTH")),
            "record_handover": lambda u: record_handover(
                u,
                RecordHandover(occurred=day("2020-12-14"), headcount=44, incident_id=self.incident),
            ),
        }


def _version(reader: Reader, table: str, thing: UUID) -> int:
    kind = Entity.metadata.tables[table]
    return int(
        reader.session.execute(select(kind.c.version).where(kind.c.id == thing)).scalar_one()
    )
