"""A second relative reports the same man: his file gains it, and no second file is opened."""

from functools import partial

from app.queries.cases.file import case_file
from app.queries.cases.lines import count_cases
from app.queries.history.undoing import last_to_undo
from app.services.cases.cases import register_man
from app.services.cases.second_report import add_second_report
from app.services.desk.undo import undo_entry
from app.shapes.case_list import CaseFilter
from app.shapes.requests.cases import (
    IdentifierDetails,
    NameForm,
    RegisterMan,
    RelativeDetails,
    SecondReport,
)
from app.workspace import Workspace
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import IdentifierKind, NameKind, Relation
from tests.factories.men import ARAM, missing_man, reported

AUNT = RelativeDetails(Relation.SISTER, "Анна Нмушян", phone="+374 00 000000", is_reporter=True)


def test_name_reporter_and_words_go_into_the_file_that_is_here(register: Workspace) -> None:
    case_id = missing_man(register, ARAM[:1])
    request = SecondReport(
        case_id,
        names=(NameForm("Нмушян", "Арам", "Суренович"), ARAM[0]),
        identifiers=(IdentifierDetails(IdentifierKind.MILITARY_ID, "АБ 000001"),),
        relatives=(AUNT,),
        report=reported("Sister", "2020-12-18"),
    )
    before = register.read(lambda r: case_file(r, case_id))
    made = register.write(lambda uow: add_second_report(uow, request)).value
    assert made.case_id == case_id
    file = register.read(lambda r: case_file(r, case_id))
    forms = [name.form for name in file.names]
    assert [form.full_as_written for form in forms] == [
        "Նմուշյան Արամ Սուրենի",
        "Нмушян Арам Суренович",
    ]
    assert forms[1].kind is NameKind.AS_REPORTED
    assert not forms[1].is_primary
    (event,) = [event for event in file.events if event.code is EventCode.E01]
    assert [said.source.title for said in event.assertions] == ["Mother", "Sister"]
    assert [view.details.full_name for view in file.relatives] == ["Анна Нмушян"]
    assert register.read(lambda r: count_cases(r, CaseFilter())) == 1

    register.write(lambda uow: add_second_report(uow, request))
    again = register.read(lambda r: case_file(r, case_id))
    assert len(again.names) == 2
    assert len(again.identifiers) == 1

    for _ in range(2):
        entry = register.read(last_to_undo)
        assert entry is not None
        register.write(partial(undo_entry, entry=entry))
    after = register.read(lambda r: case_file(r, case_id))
    assert [name.form for name in after.names] == [name.form for name in before.names]
    assert len(after.events[0].assertions) >= 1


def test_where_nobody_reported_him_yet_the_report_is_an_event_of_its_own(
    register: Workspace,
) -> None:
    case_id = register.write(lambda uow: register_man(uow, RegisterMan(ARAM[:1]))).value.case_id
    request = SecondReport(case_id, report=reported("Sister"))
    register.write(lambda uow: add_second_report(uow, request))
    events = register.read(lambda r: case_file(r, case_id)).events
    assert [event.code for event in events] == [EventCode.E01]
