"""What would change is told of corrections and further sources too, and nothing is saved by it."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.errors import NotFound
from app.queries.cases.file import case_file
from app.queries.cases.preview import preview_account, preview_correction
from app.services.cases.cases import register_man
from app.services.cases.events import record_event
from app.shapes.requests.cases import NameForm, RegisterMan
from app.shapes.requests.evidence import AddAssertion, NewSource, RecordEvent, SaidBy
from app.workspace import Workspace
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Custody, Facet

RUMOUR = SaidBy(NewSource(SourceKind.OTHER, "A rumour"), credibility=Credibility.FOUR)
WITNESS = SaidBy(
    NewSource(SourceKind.FELLOW_SERVICEMAN, "A comrade"),
    reliability=Reliability.B,
    credibility=Credibility.TWO,
)


@pytest.fixture
def man(register: Workspace) -> UUID:
    names = (NameForm("Քարաբերդյան", "Արմեն"),)
    request = RegisterMan(names=names)
    return register.write(lambda uow: register_man(uow, request)).value.case_id


def captured(register: Workspace, man: UUID) -> tuple[UUID, RecordEvent]:
    request = RecordEvent(
        case_ids=(man,),
        code=EventCode.C11,
        occurred=PartialDate.parse_edtf("2020-12-13"),
        said_by=(WITNESS,),
    )
    return register.write(lambda uow: record_event(uow, request)).value[0], request


def test_a_correction_is_weighed_in_place_of_the_event(register: Workspace, man: UUID) -> None:
    event_id, request = captured(register, man)
    as_rumour = replace(request, code=EventCode.C10, said_by=(RUMOUR,))
    now = register.read(lambda reader: case_file(reader, man)).status
    then, _ = register.read(lambda reader: preview_correction(reader, event_id, as_rumour))
    assert now.facets[Facet.CUSTODY].value is Custody.INDICATED
    assert then.facets[Facet.CUSTODY].value is Custody.PRESUMED


def test_a_correction_without_sources_keeps_those_there_are(register: Workspace, man: UUID) -> None:
    event_id, request = captured(register, man)
    later = replace(request, occurred=PartialDate.parse_edtf("2020-12-14"), said_by=())
    then, _ = register.read(lambda reader: preview_correction(reader, event_id, later))
    assert then.facets[Facet.CUSTODY].value is Custody.INDICATED


def test_one_more_source_is_weighed_with_those_there_are(register: Workspace, man: UUID) -> None:
    event_id, _ = captured(register, man)
    before = register.read(lambda reader: case_file(reader, man))
    more = AddAssertion(event_id, replace(WITNESS, source=NewSource(SourceKind.FAMILY, "Kin")))
    then, _ = register.read(lambda reader: preview_account(reader, man, more))
    assert then.facets[Facet.CUSTODY].level >= before.status.facets[Facet.CUSTODY].level
    after = register.read(lambda reader: case_file(reader, man))
    assert after.events == before.events


def test_an_event_that_is_not_his_is_not_found(register: Workspace, man: UUID) -> None:
    _, request = captured(register, man)
    with pytest.raises(NotFound):
        register.read(lambda reader: preview_correction(reader, man, request))
