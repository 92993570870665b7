"""Every kind of entry can be taken back, to the last field, if nobody built on it."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.errors import BadInput, CaseChangedMeanwhile, NotAllowed
from app.i18n import Translator
from app.queries.cases.lines import count_cases
from app.queries.history.told import history_list, history_of_case
from app.queries.history.undoing import entry_to_undo, last_to_redo, last_to_undo
from app.queries.register.office import office
from app.services.cases.cases import change_case, close_case, register_man, reopen_case
from app.services.cases.events import (
    withdraw_event,
)
from app.services.cases.incidents import change_incident, open_incident
from app.services.desk.bin import put_into_bin
from app.services.desk.undo import undo_entry
from app.services.exhibits.exhibits import (
    change_exhibit,
    link_exhibit,
    remove_exhibit,
    take_in_exhibit,
    unlink_exhibit,
)
from app.services.office import name_office
from app.services.sources import add_source, cite_fact
from app.shapes.case_list import CaseFilter
from app.shapes.history import Undoing
from app.shapes.office import Office
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import CloseCase, RegisterMan, ReopenCase
from app.shapes.requests.evidence import CiteFact, NewSource, WithdrawEvent
from app.shapes.requests.exhibits import (
    ChangeExhibit,
    ExhibitFacts,
    LinkExhibit,
    LinkTo,
    RemoveExhibit,
    UnlinkExhibit,
)
from app.shapes.requests.incidents import ChangeIncident, OpenIncident
from app.wording.errors import sentence
from app.workspace import Workspace
from models.exhibits import Exhibit, ExhibitLink
from models.vocabulary.accounts import ClosureReason, SourceKind
from models.vocabulary.deeds import NoUndo
from models.vocabulary.exhibits import ExhibitKind
from models.vocabulary.roles import Role
from tests import metrics
from tests.factories.intentions import Steps, as_kept, file_of
from tests.factories.men import ARAM, GOR, missing_man, record, said, seen_in_video
from tests.factories.whole_register import Fields, everything
from tests.registers import PASSPHRASE, Home
from tests.services.test_bin import register_kind
from tests.services.test_exhibits import request_for


def take_back_last(register: Workspace) -> None:
    """Undo the newest entry of whoever is at work."""
    entry = register.read(last_to_undo)
    assert entry is not None
    register.write(lambda unit: undo_entry(unit, entry))


def things(reader: Reader) -> dict[tuple[str, object], Fields]:
    """Read everything but where in the list a line stands: a line made anew stands elsewhere."""
    return {
        key: {name: value for name, value in fields.items() if name != "row"}
        for key, fields in everything(reader).items()
    }


ACTIONS = 40


def do_again(register: Workspace) -> None:
    """Take back the undo of whoever is at work."""
    entry = register.read(last_to_redo)
    assert entry is not None
    register.write(lambda unit: undo_entry(unit, entry))


def test_every_kind_of_entry_can_be_taken_back_to_the_last_field_after_a_restart(
    home: Home,
) -> None:
    with home.open() as register:
        steps = Steps(register)
        before = register.read(everything)
        names = list(steps.all(register))
        kind = register_kind(register)
    wanted = [names[at % len(names)] for at in range(ACTIONS)]
    undone: list[str] = []
    for name in wanted:
        with home.open() as register:
            register.write(steps.all(register)[name])
            done = register.read(things)
        with home.open() as register:
            take_back_last(register)
            if register.read(everything) == before:
                undone.append(name)
            do_again(register)
            assert register.read(things) == done, name
            take_back_last(register)
    metrics.record(
        "U-07",
        f"actions taken back to the last field after a restart, {kind}",
        f"{len(undone)} of {ACTIONS}",
        target="40 of 40",
        holds=undone == wanted,
    )
    assert undone == wanted
    with home.open() as register:
        closed = file_of(register, steps.other).version
        closing = CloseCase(steps.other, closed, ClosureReason.OUTSIDE_MANDATE, "a civilian")
        register.write(lambda u: close_case(u, closing))
        before = register.read(everything)
        version = file_of(register, steps.other).version
        register.write(lambda u: reopen_case(u, ReopenCase(steps.other, version, "a soldier")))
        take_back_last(register)
        assert register.read(everything) == before
        assert register.verify_history() == []


def test_what_a_colleague_added_since_is_never_taken_back_with_the_rest(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    entry = register.read(last_to_undo)
    assert entry is not None
    file = file_of(register, case_id)
    register.write(lambda u: change_case(u, as_kept(file, remark="his father called")))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda u: undo_entry(u, entry))
    assert file_of(register, case_id).remark == "his father called"


def test_what_others_stand_on_is_not_taken_back(register: Workspace) -> None:
    incident = register.write(lambda u: open_incident(u, OpenIncident("Lost contact"))).value
    opened = register.read(last_to_undo)
    assert opened is not None
    register.write(lambda u: register_man(u, RegisterMan(ARAM, incident_id=incident)))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda u: undo_entry(u, opened))
    source = register.write(
        lambda u: add_source(u, NewSource(SourceKind.MEDIA_OWN, "A newspaper"))
    ).value
    entered = register.read(last_to_undo)
    assert entered is not None
    case_id = missing_man(register)
    speaks = replace(said("x"), source=source)
    register.write(lambda u: cite_fact(u, CiteFact(case_id, case_id, "birth", speaks)))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda u: undo_entry(u, entered))
    assert register.read(lambda r: count_cases(r, CaseFilter())) == 2


def test_whoever_may_not_do_a_thing_may_not_take_it_back(register: Workspace) -> None:
    case_id = missing_man(register)
    event_id = record(register, seen_in_video(case_id))
    register.write(lambda u: withdraw_event(u, WithdrawEvent(event_id, 1, "another man")))
    entry = register.read(last_to_undo)
    assert entry is not None
    register.actor = replace(register.actor, roles=frozenset({Role.INTAKE}))
    with pytest.raises(NotAllowed):
        register.write(lambda u: undo_entry(u, entry))


def test_a_step_that_is_never_taken_back_is_refused_with_the_reason(register: Workspace) -> None:
    register.add_staff("Նարեկ", frozenset({Role.INTAKE}), PASSPHRASE)
    with pytest.raises(BadInput) as refused:
        register.read(last_to_undo)
    assert refused.value.data["why"] == NoUndo.STAFF
    said_so = sentence(refused.value, Translator.open("en"))
    assert "page of the office" in said_so


def test_the_name_of_the_office_can_be_taken_back(register: Workspace) -> None:
    register.write(lambda u: name_office(u, Office(name_en="An office", prefix="OFF")))
    before = register.read(office)
    register.write(lambda u: name_office(u, Office(name_en="Another", prefix="OTH")))
    take_back_last(register)
    assert register.read(office) == before


def test_what_was_taken_back_can_be_done_again_and_taken_back_again(home: Home) -> None:
    with home.open() as register:
        before = register.read(everything)
        case_id = missing_man(register)
        things_done = register.read(things)
        take_back_last(register)
        assert register.read(everything) == before
    with home.open() as register:
        again = register.read(last_to_redo)
        assert again is not None
        assert again.deed == "register_man"
        register.write(lambda u: undo_entry(u, again))
        assert register.read(things) == things_done
        assert register.read(last_to_redo) is None
        assert file_of(register, case_id).number
        take_back_last(register)
        assert register.read(everything) == before
        assert register.verify_history() == []


def test_nothing_is_taken_back_twice(register: Workspace) -> None:
    missing_man(register)
    entry = register.read(last_to_undo)
    assert entry is not None
    register.write(lambda u: undo_entry(u, entry))
    with pytest.raises(BadInput):
        register.read(lambda r: entry_to_undo(r, entry.seq))


def test_who_may_not_do_a_thing_may_not_do_it_again_by_taking_its_undo_back(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    register.write(lambda u: put_into_bin(u, PutIntoBin((case_id,), "entered twice")))
    take_back_last(register)
    again = register.read(last_to_redo)
    assert again is not None
    register.actor = replace(register.actor, roles=frozenset({Role.CASEWORKER}))
    with pytest.raises(NotAllowed):
        register.write(lambda u: undo_entry(u, again))


def test_the_history_says_of_each_entry_whether_it_can_be_taken_back(register: Workspace) -> None:
    case_id = missing_man(register)
    register.write(lambda u: put_into_bin(u, PutIntoBin((case_id,), "entered twice")))
    take_back_last(register)
    lines = register.read(lambda r: history_list(r, limit=3))
    assert [(line.action.partition(":")[0], line.undoing) for line in lines] == [
        ("undo", Undoing.POSSIBLE),
        ("put_into_bin", Undoing.TAKEN_BACK),
        ("register_man", Undoing.POSSIBLE),
    ]
    assert all(line.numbers == (file_of(register, case_id).number,) for line in lines)
    assert lines[1].reason == "entered twice"
    register.actor = replace(register.actor, roles=frozenset({Role.DATA_PROTECTION}))
    shown = register.read(lambda r: history_of_case(r, case_id))
    assert {line.undoing for line in shown} == {Undoing.NEVER, Undoing.TAKEN_BACK}


def test_what_is_said_of_an_exhibit_is_taken_back_and_what_was_received_stays(
    register: Workspace,
) -> None:
    case_id, other = missing_man(register), missing_man(register, GOR)
    letter = request_for(register, b"letter", LinkTo(case_id))
    taken = register.write(lambda u: take_in_exhibit(u, letter)).value.exhibit_id
    link = register.read(lambda r: r.session.scalars(select(ExhibitLink.id)).one())
    told = ExhibitFacts(ExhibitKind.LETTER, "Another", origin_unknown=True)
    before = register.read(everything)
    for step in (
        lambda u: change_exhibit(u, ChangeExhibit(taken, 1, told, "read again")),
        lambda u: link_exhibit(u, LinkExhibit(taken, LinkTo(other))),
        lambda u: unlink_exhibit(u, UnlinkExhibit(link, 1, "not his")),
    ):
        register.write(step)
        take_back_last(register)
        assert register.read(everything) == before
    version = register.read(lambda r: r.session.get_one(Exhibit, taken).version)
    register.write(lambda u: remove_exhibit(u, RemoveExhibit(taken, version, "not his")))
    take_back_last(register)
    assert register.read(everything) == before
    assert register.verify_history() == []


def test_an_incident_is_found_by_its_new_name_and_after_undo_by_the_old_one(
    register: Workspace,
) -> None:
    def found(words: str) -> int:
        return register.read(lambda r: count_cases(r, CaseFilter(text=words)))

    incident = register.write(lambda u: open_incident(u, OpenIncident("Lost contact"))).value
    register.write(lambda u: register_man(u, RegisterMan(ARAM, incident_id=incident)))
    named = ChangeIncident(incident, 1, OpenIncident("Khtsaberd", "Խծաբերդ"), "named by the unit")
    register.write(lambda u: change_incident(u, named))
    assert (found("Խծաբերդ"), found("lost contact")) == (1, 0)
    take_back_last(register)
    assert (found("Խծաբերդ"), found("lost contact")) == (0, 1)
