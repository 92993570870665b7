"""Use cases on the file and the person, on both databases."""

from functools import partial

import pytest

from app.errors import BadInput, CaseChangedMeanwhile, NotAllowed
from app.queries.cases.file import case_file
from app.queries.cases.lines import count_cases, first_rows
from app.queries.history.undoing import last_to_undo
from app.services.cases.cases import close_case, register_man, reopen_case
from app.services.cases.events import record_event
from app.services.cases.overrides import lift_override, set_override
from app.services.cases.people import change_person, save_name, save_relative
from app.services.desk.undo import undo_entry
from app.shapes.case_file import CaseFile
from app.shapes.case_list import CaseFilter, CaseSort
from app.shapes.requests.cases import (
    ChangePerson,
    CloseCase,
    LiftOverride,
    NameForm,
    PersonDetails,
    RegisterMan,
    RelativeDetails,
    ReopenCase,
    SaveName,
    SaveRelative,
    SetOverride,
)
from app.shapes.requests.evidence import RecordEvent
from app.workspace import Workspace
from models.vocabulary.accounts import ClosureReason
from models.vocabulary.event_codes import EventCode
from models.vocabulary.people import Relation, Script, Sex
from models.vocabulary.roles import Role
from models.vocabulary.status import Admin, Chip, Facet, Headline
from tests.factories.men import day, missing_man, record, said, seen_in_video


def file_of(register: Workspace, case_id: object) -> CaseFile:
    return register.read(lambda reader: case_file(reader, case_id))  # type: ignore[arg-type]


def test_numbers_run_on_in_one_series_a_year(register: Workspace) -> None:
    missing_man(register)
    missing_man(register)
    found = register.read(lambda r: first_rows(r, CaseFilter(), CaseSort.NUMBER))
    assert [row.number for row in found] == ["HRD-2021-00001", "HRD-2021-00002"]


def test_a_figure_nobody_has_named_is_a_case_and_naming_him_is_one_step(
    register: Workspace,
) -> None:
    request = RegisterMan(figure_label="figure 7 in video V12")
    case_id = register.write(lambda unit: register_man(unit, request)).value.case_id
    row = register.read(lambda r: first_rows(r, CaseFilter(), CaseSort.NUMBER))[0]
    assert row.name == "figure 7 in video V12"
    naming = SaveName(case_id, NameForm("Ծովասարյան", "Արամ", "Հակոբի"))
    register.write(lambda unit: save_name(unit, naming))
    row = register.read(lambda r: first_rows(r, CaseFilter(), CaseSort.NUMBER))[0]
    assert row.name == "Ծովասարյան Արամ"
    last = register.read(last_to_undo)
    assert last is not None
    register.write(lambda unit: undo_entry(unit, last))
    row = register.read(lambda r: first_rows(r, CaseFilter(), CaseSort.NUMBER))[0]
    assert row.name == "figure 7 in video V12"


def test_a_man_without_name_and_figure_is_refused(register: Workspace) -> None:
    with pytest.raises(BadInput):
        register.write(lambda unit: register_man(unit, RegisterMan()))
    assert register.read(lambda r: count_cases(r, CaseFilter())) == 0


def test_a_name_of_5000_characters_is_refused_with_its_length(register: Workspace) -> None:
    request = RegisterMan(names=(NameForm("Ա" * 5000, "Արամ"),))
    with pytest.raises(BadInput) as refused:
        register.write(lambda unit: register_man(unit, request))
    assert refused.value.data["length"] == 5000
    assert register.read(lambda r: count_cases(r, CaseFilter())) == 0


def test_the_script_of_a_name_is_found_from_its_letters(register: Workspace) -> None:
    file = file_of(register, missing_man(register))
    scripts = [name.form.script for name in file.names]
    assert scripts == [Script.ARMENIAN, Script.CYRILLIC, Script.LATIN]


def test_two_who_save_one_identity_do_not_overwrite_one_another(register: Workspace) -> None:
    case_id = missing_man(register)
    read = file_of(register, case_id).person_version
    mine = ChangePerson(case_id, read, PersonDetails(sex=Sex.MALE, birth=day("2001-04-24")))
    theirs = ChangePerson(case_id, read, PersonDetails(birth=day("2002")))
    register.write(lambda unit: change_person(unit, mine))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda unit: change_person(unit, theirs))
    assert file_of(register, case_id).details.sex is Sex.MALE


def test_a_court_declaration_does_not_close_a_case(register: Workspace) -> None:
    case_id = missing_man(register)
    declared = RecordEvent(
        (case_id,), EventCode.X84, day("2021-02-10"), said_by=(said("Court", "A1"),)
    )
    record(register, declared)
    file = file_of(register, case_id)
    assert file.status.headline is Headline.S51
    for reason in (
        ClosureReason.REPATRIATED_VERIFIED,
        ClosureReason.FOUND_ALIVE_NOT_CAPTURED,
        ClosureReason.REMAINS_HANDED_TO_FAMILY,
    ):
        request = CloseCase(case_id, file.version, reason)
        with pytest.raises(BadInput):
            register.write(partial(close_case, request=request))


def test_a_man_found_alive_can_be_closed_and_opened_again(register: Workspace) -> None:
    case_id = missing_man(register)
    found = RecordEvent(
        (case_id,), EventCode.E07, day("2020-12-18"), said_by=(said("Unit command", "B1"),)
    )
    record(register, found)
    version = file_of(register, case_id).version
    request = CloseCase(case_id, version, ClosureReason.FOUND_ALIVE_NOT_CAPTURED, "spoke to him")
    register.write(lambda unit: close_case(unit, request))
    closed = file_of(register, case_id)
    assert closed.status.facets[Facet.ADMIN].value is Admin.CLOSED
    assert closed.status.headline is Headline.S42
    assert register.read(lambda r: count_cases(r, CaseFilter(with_closed=False))) == 0
    reopen = ReopenCase(case_id, closed.version, "it was his cousin")
    register.write(lambda unit: reopen_case(unit, reopen))
    assert register.read(lambda r: count_cases(r, CaseFilter(with_closed=False))) == 1


def test_only_a_supervisor_overrides_and_the_override_shows(register: Workspace) -> None:
    case_id = missing_man(register)
    request = SetOverride(
        case_id, None, "S21", "two brothers saw him on the film", "E-2020-00012",
        day("2021-05-01").earliest,  # type: ignore[arg-type]  # an exact day
    )  # fmt: skip
    override = register.write(lambda unit: set_override(unit, request)).value
    status = file_of(register, case_id).status
    assert status.headline is Headline.S21
    assert Chip.MANUAL in status.chips
    register.write(lambda unit: lift_override(unit, LiftOverride(override, 1, "computed again")))
    assert file_of(register, case_id).status.headline is Headline.S10
    register.add_staff("Կարեն", frozenset({Role.CASEWORKER}), "վրան սոսինձ հոնք գարի քացախ շիշ")
    register.actor = next(one for one in register.staff() if one.name == "Կարեն")
    with pytest.raises(NotAllowed):
        register.write(lambda unit: set_override(unit, request))


def test_relatives_are_not_shown_to_those_who_may_not_see_families(register: Workspace) -> None:
    case_id = missing_man(register)
    mother = RelativeDetails(Relation.MOTHER, "Նմուշյան Անահիտ", phone="+374 00 000000")
    register.write(lambda unit: save_relative(unit, SaveRelative(case_id, mother)))
    assert len(file_of(register, case_id).relatives) == 1
    register.add_staff("Լիլիթ", frozenset({Role.ANALYST}), "վրան սոսինձ հոնք գարի քացախ շիշ")
    register.actor = next(one for one in register.staff() if one.name == "Լիլիթ")
    assert file_of(register, case_id).relatives == ()


def test_undo_puts_every_field_back_and_is_an_entry_of_its_own(register: Workspace) -> None:
    case_id = missing_man(register)
    before = file_of(register, case_id)
    change = ChangePerson(
        case_id,
        before.person_version,
        PersonDetails(sex=Sex.MALE, birth=day("2000~"), marks="scar"),
    )
    register.write(lambda unit: change_person(unit, change))
    last = register.read(last_to_undo)
    assert last is not None
    register.write(lambda unit: undo_entry(unit, last))
    assert file_of(register, case_id).details == before.details
    assert register.verify_history() == []
    following = register.read(last_to_undo)
    assert following is not None
    assert following.action == "register_man"


def test_undo_of_what_was_changed_since_is_refused(register: Workspace) -> None:
    case_id = missing_man(register)
    read = file_of(register, case_id).person_version
    first = ChangePerson(case_id, read, PersonDetails(marks="scar", birth=day("2001")))
    register.write(lambda unit: change_person(unit, first))
    entry = register.read(last_to_undo)
    assert entry is not None
    second = ChangePerson(case_id, read + 1, PersonDetails(marks="two scars", birth=day("2001")))
    register.write(lambda unit: change_person(unit, second))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda unit: undo_entry(unit, entry))
    assert file_of(register, case_id).details.marks == "two scars"


def test_undo_of_a_whole_registration_leaves_no_case(register: Workspace) -> None:
    case_id = missing_man(register)
    register.write(lambda unit: record_event(unit, seen_in_video(case_id)))
    for _ in range(2):
        entry = register.read(last_to_undo)
        assert entry is not None
        register.write(partial(undo_entry, entry=entry))
    assert register.read(lambda r: count_cases(r, CaseFilter())) == 0
    assert register.verify_history() == []
