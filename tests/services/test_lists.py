"""Lists come in word for word, rows mean whom somebody decided, answers become events."""

from dataclasses import replace
from functools import partial

import pytest

from app.errors import BadInput, NotAllowed
from app.i18n import Translator
from app.queries.lists.pages import list_lines, list_page, ours_not_on, version_named
from app.queries.lists.received import file_as_received
from app.services.cases.cases import register_man
from app.services.cases.incidents import open_incident
from app.services.lists.decisions import accept_sure_rows, note_row
from app.services.lists.lists import read_columns, take_in_list
from app.services.lists.sending import send_list
from app.services.lists.typing import TYPED_COLUMNS, add_typed_row, change_typed_row
from app.shapes.lists import Proposal
from app.shapes.requests.cases import NameForm, RegisterMan
from app.shapes.requests.incidents import OpenIncident
from app.shapes.requests.lists import (
    AddTypedRow,
    ChangeTypedRow,
    ListColumn,
    ListDetails,
    NoteRow,
    ReadColumns,
    RowDecision,
    SendList,
    TakeInList,
    TypedRow,
)
from app.wording.errors import sentence
from app.workspace import Workspace
from models.vocabulary.event_codes import EventCode
from models.vocabulary.lists import (
    ColumnMeaning,
    ListDirection,
    ListOrigin,
    ListType,
    RowFault,
    RowState,
)
from models.vocabulary.roles import Role
from tests.factories.intentions import file_of
from tests.factories.lists import B2, CAPTORS, decide, man, proposed, rows_of, taken
from tests.factories.men import day
from tests.factories.whole_register import everything
from tests.services.refusals import refused
from tests.services.test_undo import do_again, take_back_last, things
from tests.services.test_who_sees_what import at_work_as, limit

MANIFEST = """№\tФИО\tГод рождения\tЧасть
1\tМесренян Эрик Геворкович\t2001\tарт. батарея
2\tВарданкарян Сурен Левонович\t2001\t«Мартуни»
Итого: 2
"""


def test_a_list_is_kept_word_for_word_with_its_file_and_what_is_odd_about_a_row(
    register: Workspace,
) -> None:
    list_ = taken(register, MANIFEST, ListType.MANIFEST)
    page = register.read(lambda reader: list_page(reader, list_.list_id))
    assert list_.named == page.version.named == "L-001 v1"
    assert [column.head for column in page.version.columns] == [
        "№", "ФИО", "Год рождения", "Часть",
    ]  # fmt: skip
    first, second, total = page.rows
    assert first.cells == ("1", "Месренян Эрик Геворкович", "2001", "арт. батарея")
    assert (first.name, first.birth.edtf, first.row_id) == ("Месренян Эрик Геворкович", "2001", "1")
    assert total.faults == (RowFault.SUM,)
    assert page.version.file_size == len(MANIFEST.encode())
    kept = register.read(lambda reader: file_as_received(reader, list_.version_id))
    assert (kept.name, kept.content) == ("list.txt", MANIFEST.encode())
    assert second.state is total.state is RowState.OPEN
    assert proposed(register, list_.version_id)[2].proposal is Proposal.NO_MAN
    assert register.read(lambda reader: version_named(reader, "l-001V1"))[1] == list_.version_id
    line = register.read(list_lines)[0]
    assert (line.rows, line.open, line.tied) == (3, 3, 0)
    assert line.issuer is not None


def test_what_the_columns_hold_can_be_said_anew_until_a_row_is_decided(register: Workspace) -> None:
    list_ = taken(register, "Արամ;Նմուշյան;12\nԳոռ;Քարաբերդյան;7")
    meanings = (ColumnMeaning.GIVEN, ColumnMeaning.FAMILY, ColumnMeaning.DOCUMENT)
    request = ReadColumns(list_.version_id, 1, meanings)
    assert register.write(lambda uow: read_columns(uow, request)).value == 2
    row = rows_of(register, list_.list_id)[0]
    assert (row.family, row.given, row.document) == ("Նմուշյան", "Արամ", "12")
    assert row.name == "Նմուշյան Արամ"
    nothing = replace(request, version=2, meanings=(ColumnMeaning.NOTHING,) * 3)
    assert refused(register, lambda uow: read_columns(uow, nothing)) == "list_no_name_column"


def test_a_list_without_rows_names_or_issuer_is_refused_whole(register: Workspace) -> None:
    before = register.read(everything)
    column = (ListColumn("Name", ColumnMeaning.NAME),)
    details = ListDetails(ListType.TRACING, ListDirection.IN, "A list", CAPTORS)
    whole = TakeInList(ListOrigin.CSV, column, (("Aram",),), details=details)
    for request, why in (
        (replace(whole, rows=()), "list_no_rows"),
        (replace(whole, columns=()), "list_no_name_column"),
        (replace(whole, details=replace(details, issuer=None)), "missing"),
        (replace(whole, details=replace(details, title=" ")), "missing"),
        (replace(whole, rows=(("Aram\x00",),)), "nul"),
        (replace(whole, rows=(("Aram\ud800",),)), "not_text"),
        (replace(whole, version=replace(B2, dated=day("2999"))), "in_future"),
    ):
        assert refused(register, lambda uow, asked=request: take_in_list(uow, asked)) == why
    assert register.read(everything) == before


def test_a_list_that_comes_in_twice_is_told_and_both_are_kept(register: Workspace) -> None:
    text = "Նմուշյան Արամ, 2001\nՔարաբերդյան Գոռ, 2000"
    first, again = taken(register, text), taken(register, text)
    other = taken(register, text + "\nԾովասարյան Տիգրան")
    assert (first.same_rows_on, again.same_rows_on, other.same_rows_on) == ("", first.named, "")
    assert first.list_id != again.list_id


def test_a_next_version_keeps_what_was_decided_of_rows_that_say_the_same(
    register: Workspace,
) -> None:
    aram = man(register, "Նմուշյան", "Արամ")
    first = taken(register, "Նմուշյան Արամ, 2001\nՔարաբերդյան Գոռ, 2000\nԾովասարյան Տիգրան")
    row, second, _ = rows_of(register, first.list_id)
    decide(register, row, RowDecision.ACCEPT, aram)
    decide(register, second, RowDecision.NO_MATCH)
    text = "Քարաբերդյան Գոռ, 2000\nՆմուշյան Արամ, 2001\nԾովասարեան Տիգրան"
    again = taken(register, text, list_id=first.list_id)
    rows = rows_of(register, first.list_id)
    assert again.version_no == 2
    assert [one.state for one in rows] == [RowState.NO_MATCH, RowState.ACCEPTED, RowState.OPEN]
    assert len([e for e in file_of(register, aram).events if e.code is EventCode.C15]) == 1
    with pytest.raises(BadInput) as caught:
        taken(register, text, list_id=first.list_id)
    assert caught.value.data["reason"] == "list_same_version"


def test_one_man_stands_in_one_row_and_a_rejected_man_is_not_proposed_again(
    register: Workspace,
) -> None:
    aram = man(register, "Նմուշյան", "Արամ", "Հակոբի", "2001-04-12")
    list_ = taken(register, "Нмушян Арам Акопович, 2001\nNmushyan Aram\nНмушян Арам")
    first, second, third = proposed(register, list_.version_id)
    assert first.proposal is second.proposal is third.proposal is Proposal.PROPOSED
    assert first.sure
    assert first.men[0].man.case_id == aram
    rows = rows_of(register, list_.list_id)
    decide(register, rows[1], RowDecision.NOT_HIM, aram)
    assert proposed(register, list_.version_id)[1].proposal is Proposal.NONE
    decide(register, rows[0], RowDecision.ACCEPT, aram)
    assert proposed(register, list_.version_id)[1].taken == 1
    with pytest.raises(BadInput) as caught:
        decide(register, rows[2], RowDecision.ACCEPT, aram)
    assert caught.value.data["reason"] == "list_man_taken"
    assert "1" in sentence(caught.value, Translator.open("en"))


def test_father_and_son_swapped_and_true_homonyms_are_left_to_a_person(register: Workspace) -> None:
    """AT16: nobody is accepted unseen whom anything speaks against."""
    surely = man(register, "Հացագործյան", "Վահե", "Մհերի", "2000-02-03")
    man(register, "Նմուշյան", "Արամ", "Հակոբի", "2001-04-12")  # the row swaps him and his father
    man(register, "Քարաբերդյան", "Գոռ", "Վահեի", "1999-01-01")
    man(register, "Քարաբերդյան", "Գոռ", "Վահեի", "1999-06-01")  # a true homonym
    man(register, "Ծովասարյան", "Տիգրան", "Սերգեյի", "2000-05-05")  # the row has another father
    man(register, "Լուսաձորյան", "Հայկ", "Գևորգի", "2001-07-07")  # the row has another year
    man(register, "Ղուկասպետյան", "Սուրեն", "Լևոնի", "2001-08-08")  # the row says but the name
    text = (
        "Ацагорцян Ваге Мгерович, 2000\nНмушян Акоп Арамович, 2001\n"
        "Карабердян Гор Вагеевич, 1999\nЦовасарян Тигран Арменович, 2000\n"
        "Лусадзорян Айк Геворкович, 1984\nГукаспетян Сурен"
    )
    list_ = taken(register, text)
    done = register.write(lambda uow: accept_sure_rows(uow, list_.version_id)).value
    rows = rows_of(register, list_.list_id)
    assert [row.man.case_id for row in rows if row.man] == [surely]
    assert (done.accepted, done.left_open) == (1, 5)
    assert rows[0].tier == 1
    assert rows[0].decided_by
    take_back_last(register)
    assert rows_of(register, list_.list_id)[0].state is RowState.OPEN


def test_an_accepted_row_of_theirs_names_him_as_held_and_a_name_alone_stays_a_lead(
    register: Workspace,
) -> None:
    """P12: by name alone, or with a second man of the name, it is marked so."""
    aram = man(register, "Նմուշյան", "Արամ", "Հակոբի", "2001-04-12")
    gor = man(register, "Քարաբերդյան", "Գոռ", "Վահեի", "2000-06-01")
    man(register, "Քարաբերդյան", "Գոռ", "", "2000")
    hayk = man(register, "Լուսաձորյան", "Հայկ", "Գևորգի", "2001-07-07")
    text = "Нмушян Арам Акопович, 2001\nКарабердян Гор, 2000\nЛусадзорян Айк"
    list_ = taken(register, text)
    for row, case_id in zip(rows_of(register, list_.list_id), (aram, gor, hayk), strict=True):
        decide(register, row, RowDecision.ACCEPT, case_id)
    events = [
        next(e for e in file_of(register, case_id).events if e.code is EventCode.C15)
        for case_id in (aram, gor, hayk)
    ]
    assert [(e.name_only, e.homonym) for e in events] == [
        (False, False), (False, True), (True, False),
    ]  # fmt: skip
    said = events[0].assertions[0]
    assert said.source.title == "Their commission"
    assert (said.reliability.value, said.credibility.value) == ("B", "2")
    assert said.locator == "L-001 v1, row 1"
    assert dict(events[0].particulars)["LIST_ENTRY"] == "L-001 v1, row 1"


def test_a_name_on_a_manifest_is_not_a_man_at_home(register: Workspace) -> None:
    erik = man(register, "Մասրենյան", "Էրիկ", "Գևորգի", "2001-11-03")
    list_ = taken(register, MANIFEST, ListType.MANIFEST)
    before = file_of(register, erik).events
    decide(register, rows_of(register, list_.list_id)[0], RowDecision.ACCEPT, erik)
    assert file_of(register, erik).events == before


def test_a_row_of_nobody_opens_a_case_under_the_name_as_written(register: Workspace) -> None:
    list_ = taken(register, MANIFEST)
    row = rows_of(register, list_.list_id)[1]
    before = register.read(everything)
    opened = decide(register, row, RowDecision.PROVISIONAL)
    assert opened.case_id is not None
    file = file_of(register, opened.case_id)
    assert file.names[0].form.full_as_written == "Варданкарян Сурен Левонович"
    assert [event.code for event in file.events] == [EventCode.C15]
    done = register.read(things)
    take_back_last(register)
    assert register.read(everything) == before
    do_again(register)
    assert register.read(things) == done


def test_a_row_opened_again_withdraws_its_event_with_the_reason(register: Workspace) -> None:
    aram = man(register, "Նմուշյան", "Արամ")
    list_ = taken(register, "Նմուշյան Արամ")
    decide(register, rows_of(register, list_.list_id)[0], RowDecision.ACCEPT, aram)
    row = rows_of(register, list_.list_id)[0]
    with pytest.raises(BadInput):
        decide(register, row, RowDecision.REOPEN)
    decide(register, row, RowDecision.REOPEN, reason="his cousin")
    event = file_of(register, aram).events[0]
    assert (event.withdrawn_at is not None, event.withdrawn_reason) == (True, "his cousin")
    assert rows_of(register, list_.list_id)[0].state is RowState.OPEN


def test_rows_are_typed_from_a_scan_one_by_one(register: Workspace) -> None:
    details = ListDetails(ListType.ACKNOWLEDGED, ListDirection.IN, "By fax", CAPTORS)
    empty = TakeInList(ListOrigin.TYPED, TYPED_COLUMNS, (), details=details)
    list_ = register.write(lambda uow: take_in_list(uow, empty)).value
    typed = TypedRow("Лусазорян Тигран Арам.", birth=day("2001"), locator="page 1, line 17")
    row_id = register.write(
        lambda uow: add_typed_row(uow, AddTypedRow(list_.version_id, typed))
    ).value
    row = rows_of(register, list_.list_id)[0]
    assert (row.id, row.name, row.locator) == (row_id, typed.name, "page 1, line 17")
    better = replace(typed, name="Лусадзорян Тигран Арам.")
    change = ChangeTypedRow(row.id, row.version, better)
    register.write(lambda uow: change_typed_row(uow, change))
    row = rows_of(register, list_.list_id)[0]
    assert (row.name, row.birth.edtf) == ("Лусадзорян Тигран Арам.", "2001")
    register.write(lambda uow: note_row(uow, NoteRow(row.id, row.version, "read with Marine")))
    received = taken(register, "Նմուշյան Արամ")
    request = AddTypedRow(received.version_id, typed)
    assert refused(register, lambda uow: add_typed_row(uow, request)) == "list_not_typed"


def test_a_limited_man_shows_no_name_on_a_list_and_is_proposed_to_nobody_who_may_not_see_him(
    register: Workspace,
) -> None:
    aram = man(register, "Նմուշյան", "Արամ", "Հակոբի", "2001")
    list_ = taken(register, "Նմուշյան Արամ Հակոբի, 2001\nՆմուշյան Ա. Հ.")
    decide(register, rows_of(register, list_.list_id)[0], RowDecision.ACCEPT, aram)
    limit(register, aram)
    founder = register.actor
    at_work_as(register, Role.INTAKE)
    tied, _ = rows_of(register, list_.list_id)
    assert (tied.man, tied.hidden, tied.state) == (None, True, RowState.ACCEPTED)
    assert proposed(register, list_.version_id)[0].men == ()
    sending = SendList((aram,), details=ListDetails(ListType.TRACING, ListDirection.OUT, "Ours"))
    with pytest.raises(Exception, match="not_found"):
        register.write(lambda uow: send_list(uow, sending))
    at_work_as(register, Role.DATA_PROTECTION)
    with pytest.raises(NotAllowed):
        register.write(lambda uow: accept_sure_rows(uow, list_.version_id))
    register.actor = founder
    assert rows_of(register, list_.list_id)[0].man is not None


def test_ours_who_are_not_on_a_list_are_those_of_its_incident(register: Workspace) -> None:
    incident = register.write(lambda uow: open_incident(uow, OpenIncident("Height 3"))).value
    ids = []
    for given in ("Արամ", "Գոռ"):
        asked = RegisterMan((NameForm("Նմուշյան", given),), incident_id=incident)
        ids.append(register.write(partial(register_man, request=asked)).value.case_id)
    list_ = taken(register, "Նմուշյան Արամ", incident_id=incident)
    decide(register, rows_of(register, list_.list_id)[0], RowDecision.ACCEPT, ids[0])
    found = register.read(lambda reader: ours_not_on(reader, list_.version_id))
    assert [one.case_id for one in found] == [ids[1]]
