"""Lists that we send: who may be on one, what stays of it, and what each answer means."""

from dataclasses import replace

import pytest

from app.errors import BadInput
from app.jobs.papers.list_sending import chosen_men, draft_sent_list, send_our_list
from app.queries.lists.pages import list_page
from app.queries.lists.sent import sent_list
from app.services.lists.replies import reply_rows
from app.services.lists.sending import send_list
from app.shapes.disclosures import GateKind
from app.shapes.negotiation import changes_between
from app.shapes.requests.lists import (
    ListDetails,
    ReplyRows,
    RowDecision,
    SendList,
)
from app.workspace import Workspace
from models.vocabulary.accounts import Channel
from models.vocabulary.event_codes import EventCode
from models.vocabulary.lists import (
    ListDirection,
    ListType,
    Reply,
)
from models.vocabulary.status import Ack, Facet
from tests.factories.intentions import file_of
from tests.factories.lists import B2, CAPTORS, decide, man, rows_of, taken
from tests.factories.men import day
from tests.factories.whole_register import everything
from tests.registers import Home
from tests.services.refusals import refused
from tests.services.test_undo import take_back_last


def test_one_answer_to_many_rows_is_an_event_of_each_man_and_taken_back_as_one(
    register: Workspace,
) -> None:
    men = [man(register, "Նմուշյան", name) for name in ("Արամ", "Գոռ", "Հայկ")]
    sent = register.write(
        lambda uow: send_list(
            uow,
            SendList(
                tuple(men),
                details=ListDetails(
                    ListType.TRACING, ListDirection.OUT, "Ours", channel=Channel.ICRC
                ),
                version=replace(B2, dated=day("2021-02-01"), passed_on=day("2021-02-01")),
            ),
        )
    ).value
    page = register.read(lambda reader: list_page(reader, sent.list_id))
    assert page.version.frozen_at is not None
    assert [row.man.case_id for row in page.rows if row.man] == men
    assert [e.code for e in file_of(register, men[0]).events] == [EventCode.R60]
    before = register.read(everything)
    ids = tuple(row.id for row in page.rows)
    request = ReplyRows(
        sent.version_id,
        ids[:2],
        Reply.NOT_IDENTIFIED,
        day("2021-02-20"),
        "not identified among captives",
        answered_by=CAPTORS,
    )
    done = register.write(lambda uow: reply_rows(uow, request)).value
    assert (done.recorded, done.without_man) == (2, 0)
    file = file_of(register, men[0])
    denial = next(event for event in file.events if event.code is EventCode.D21)
    assert denial.assertions[0].words == "not identified among captives"
    assert denial.assertions[0].locator == "L-001 v1, row 1"
    assert file.status.facets[Facet.ACK].value is Ack.NOT_IDENTIFIED
    assert [row.reply for row in rows_of(register, sent.list_id)] == [
        Reply.NOT_IDENTIFIED, Reply.NOT_IDENTIFIED, None,
    ]  # fmt: skip
    assert "D21" not in {event.code.value for event in file_of(register, men[2]).events}
    take_back_last(register)
    assert register.read(everything) == before
    elsewhere = taken(register, "Քարաբերդյան Գոռ")
    stranger = replace(request, row_ids=(rows_of(register, elsewhere.list_id)[0].id,))
    assert refused(register, lambda uow: reply_rows(uow, stranger)) == "list_row_not_on_it"
    row = rows_of(register, sent.list_id)[0]
    with pytest.raises(BadInput) as caught:
        decide(register, row, RowDecision.REOPEN, reason="x")
    assert caught.value.data["reason"] == "list_frozen"


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (Reply.ACKNOWLEDGED, EventCode.D20),
        (Reply.DECEASED, EventCode.X80),
        (Reply.REFUSED, EventCode.R63),
        (Reply.UNDER_PROSECUTION, EventCode.L40),
        (Reply.NO_REPLY, EventCode.D22),
        (Reply.OTHER, EventCode.R61),
    ],
)
def test_each_answer_is_the_event_it_says(vault: Home, reply: Reply, code: EventCode) -> None:
    with vault.open() as register:
        _answered(register, reply, code)


def _answered(register: Workspace, reply: Reply, code: EventCode) -> None:
    aram = man(register, "Նմուշյան", "Արամ")
    list_ = taken(register, "Նմուշյան Արամ\nՔարաբերդյան Գոռ", ListType.TRACING)
    rows = rows_of(register, list_.list_id)
    decide(register, rows[0], RowDecision.ACCEPT, aram)
    request = ReplyRows(list_.version_id, tuple(r.id for r in rows), reply, day("2021-02"), "so")
    done = register.write(lambda uow: reply_rows(uow, request)).value
    assert (done.recorded, done.without_man) == (1, 1)
    event = file_of(register, aram).events[0]
    assert event.code is code
    assert event.name_only
    back = replace(request, reply=None, words="a slip")
    register.write(lambda uow: reply_rows(uow, back))
    assert file_of(register, aram).events[0].withdrawn_reason == "a slip"
    assert {row.reply for row in rows_of(register, list_.list_id)} == {None}


def test_a_negotiation_list_goes_out_only_with_those_who_may_be_on_it(vault: Home) -> None:
    with vault.open() as register:
        first, second = (man(register, "Նմուշյան", name) for name in ("Արամ", "Գոռ"))
        details = ListDetails(ListType.NEGOTIATION, ListDirection.OUT, "Ours", recipient="them")
        sending = SendList((first, second), details=details)
        assert refused(register, lambda uow: send_list(uow, sending)) == "list_kept_back"
        nobody = replace(sending, left_out=(first, second))
        assert refused(register, lambda uow: send_list(uow, nobody)) == "list_no_men"
        chosen = register.read(lambda reader: chosen_men(reader, (first, second), None))
        for one in chosen:
            reasons = {gate.kind: gate for gate in one.gates}
            assert reasons[GateKind.NOT_AGREED].consent is not None
            assert "MIN.DOB" in reasons[GateKind.MINIMUM].missing


def test_a_list_is_frozen_man_by_man_and_printed_from_what_was_frozen(vault: Home) -> None:
    with vault.open() as register:
        first, second = (man(register, "Նմուշյան", name) for name in ("Գոռ", "Արամ"))
        details = ListDetails(ListType.TRACING, ListDirection.OUT, "Ours", recipient="them")
        sending = SendList((first, second), details=details, left_out=(), language="hy")
        sent = send_our_list(register, sending, remarks={first: "brother of no. 1"})
        listed = register.read(lambda reader: sent_list(reader, sent.version_id))
        assert [one.hy.given for one in listed.now.men] == ["Արամ", "Գոռ"]
        assert [one.remark for one in listed.now.men] == ["", "brother of no. 1"]
        again = replace(sending, details=None, list_id=sent.list_id, left_out=(second,))
        later = send_our_list(register, again)
        listed = register.read(lambda reader: sent_list(reader, later.version_id))
        assert listed.before is not None
        changes = changes_between(listed.before, listed.now)
        assert [one.man.hy.given for one in changes.removed] == ["Արամ"]
        assert draft_sent_list(register, later.version_id, "hy").pages == 2
