"""What is said of a list can be mended later, and what the list led to follows."""

from dataclasses import replace
from functools import partial
from uuid import UUID

import pytest

from app.errors import CaseChangedMeanwhile
from app.queries.history.told import history_list
from app.queries.lists.pages import list_page
from app.services.lists.describing import change_list
from app.services.lists.replies import reply_rows
from app.services.lists.sending import send_list
from app.shapes.lists import ListPage
from app.shapes.requests.evidence import NewSource
from app.shapes.requests.lists import (
    ChangeList,
    ChangeVersion,
    ListDetails,
    ReplyRows,
    RowDecision,
    SendList,
    VersionDetails,
)
from app.workspace import Workspace
from models.vocabulary.accounts import Channel, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import ListDirection, ListType, Reply
from tests.factories.intentions import file_of
from tests.factories.lists import decide, man, rows_of, taken
from tests.factories.men import day
from tests.registers import Home
from tests.services.refusals import refused
from tests.services.test_undo import take_back_last

MINISTRY = NewSource(SourceKind.MOD_ADVERSE, "Their ministry")
B1 = VersionDetails(
    dated=day("2021-01-19"),
    passed_on=day("2021-01-23"),
    reliability=Reliability.B,
    credibility=Credibility.ONE,
    remark="The stamp bears the 19th.",
)


def page_of(register: Workspace, list_id: UUID) -> ListPage:
    return register.read(lambda reader: list_page(reader, list_id))


def asked(page: ListPage, details: ListDetails, said: VersionDetails = B1) -> ChangeList:
    of_version = ChangeVersion(page.version.id, page.version.version, said)
    return ChangeList(page.list.id, page.list.version, details, of_version)


def change(register: Workspace, request: ChangeList) -> None:
    register.write(lambda uow: change_list(uow, request))


MENDED = ListDetails(
    ListType.ACKNOWLEDGED,
    ListDirection.IN,
    "A list, stamped",
    MINISTRY,
    recipient="The commission",
    channel=Channel.ICRC,
    remark="Came in a second envelope.",
)


def test_issuer_day_and_grade_of_a_list_are_mended_and_its_events_follow(
    register: Workspace,
) -> None:
    aram = man(register, "Նմուշյան", "Արամ")
    list_id = taken(register, "Նմուշյան Արամ, 2001\nԾովասարյան Տիգրան").list_id
    row = rows_of(register, list_id)[0]
    decide(register, row, RowDecision.ACCEPT, aram)
    answered = ReplyRows(page_of(register, list_id).version.id, (row.id,), Reply.ACKNOWLEDGED)
    register.write(lambda uow: reply_rows(uow, answered))
    change(register, asked(page_of(register, list_id), MENDED))
    page = page_of(register, list_id)
    assert page.list.issuer is not None
    assert (page.list.issuer.title, page.list.recipient) == ("Their ministry", "The commission")
    assert (page.list.channel, page.list.title) == (Channel.ICRC, "A list, stamped")
    assert (page.version.dated.edtf, page.version.remark) == ("2021-01-19", B1.remark)
    named, reply = (
        next(e for e in file_of(register, aram).events if e.code is code)
        for code in (EventCode.C15, EventCode.D20)
    )
    assert named.occurred.edtf == "2021-01-23"
    said = named.assertions[0]
    assert (said.source.title, said.said.edtf, said.grade) == ("Their ministry", "2021-01-19", "B1")
    assert [one.source.title for one in reply.assertions] == ["Their ministry"]
    assert "Their ministry" in str(reply.particulars)


def test_what_was_mended_in_a_list_is_taken_back_with_all_that_followed(
    register: Workspace,
) -> None:
    aram = man(register, "Նմուշյան", "Արամ")
    list_id = taken(register, "Նմուշյան Արամ, 2001").list_id
    decide(register, rows_of(register, list_id)[0], RowDecision.ACCEPT, aram)
    before = page_of(register, list_id)
    change(register, asked(before, MENDED))
    (entry, *_) = register.read(history_list)
    told = {one.field: (str(one.before), str(one.after)) for one in entry.changes}
    assert told["channel"] == ("OTHER", "ICRC")
    assert [name.partition(" · ")[2] for name in told["list_issuer"]] == [
        "Their commission",
        "Their ministry",
    ]
    take_back_last(register)
    page = page_of(register, list_id)
    assert page.list.issuer is not None
    assert (page.list.issuer.title, page.list.channel) == ("Their commission", Channel.OTHER)
    assert page.version.dated == before.version.dated
    event = next(e for e in file_of(register, aram).events if e.code is EventCode.C15)
    assert event.occurred.edtf == "2021-01-21"
    assert event.assertions[0].source.title == "Their commission"


@pytest.mark.parametrize(
    ("details", "why"),
    [
        (replace(MENDED, kind=ListType.MANIFEST), "list_decided"),
        (replace(MENDED, issuer=NewSource(SourceKind.OTHER, "A paper")), "list_decided"),
        (replace(MENDED, issuer=None), "missing"),
        (replace(MENDED, title=" "), "missing"),
    ],
)
def test_what_decided_rows_stand_for_is_not_changed_behind_them(
    register: Workspace, details: ListDetails, why: str
) -> None:
    aram = man(register, "Նմուշյան", "Արամ")
    list_id = taken(register, "Նմուշյան Արամ, 2001").list_id
    decide(register, rows_of(register, list_id)[0], RowDecision.ACCEPT, aram)
    page = page_of(register, list_id)
    assert refused(register, lambda uow: change_list(uow, asked(page, details))) == why
    assert page_of(register, list_id) == page


def test_the_kind_of_a_list_can_be_mended_while_nobody_decided_its_rows(
    register: Workspace,
) -> None:
    list_id = taken(register, "Նմուշյան Արամ, 2001").list_id
    page = page_of(register, list_id)
    change(register, asked(page, replace(MENDED, kind=ListType.MANIFEST)))
    assert page_of(register, list_id).list.kind is ListType.MANIFEST
    with pytest.raises(CaseChangedMeanwhile):
        change(register, asked(page, MENDED))


def test_a_list_that_was_made_here_and_sent_stays_but_for_what_is_ours(vault: Home) -> None:
    with vault.open() as register:
        men = (man(register, "Նմուշյան", "Արամ"),)
        details = ListDetails(ListType.TRACING, ListDirection.OUT, "Ours", recipient="The ICRC")
        sending = SendList(men, details=details)
        list_id = register.write(lambda uow: send_list(uow, sending)).value.list_id
        page = page_of(register, list_id)
        said = VersionDetails(dated=page.version.dated, passed_on=page.version.passed_on)
        for request in (
            asked(page, replace(details, recipient="Others"), said),
            asked(page, details, replace(said, dated=day("2021-01-02"))),
        ):
            assert refused(register, partial(change_list, request=request)) == "list_frozen"
        ours = NewSource(SourceKind.OTHER, "Our office")
        noted = replace(details, issuer=ours, remark="Handed over by courier.")
        change(register, asked(page, noted, replace(said, remark="Receipt in the safe.")))
        after = page_of(register, list_id)
        assert (after.list.remark, after.version.remark) == (noted.remark, "Receipt in the safe.")
        asked_for = next(e for e in file_of(register, men[0]).events if e.code is EventCode.R60)
        assert [one.source.title for one in asked_for.assertions] == ["Our office"]


def test_a_day_yet_to_come_is_refused(register: Workspace) -> None:
    list_id = taken(register, "Նմուշյան Արամ, 2001").list_id
    late = asked(page_of(register, list_id), MENDED, replace(B1, dated=day("2999")))
    assert refused(register, lambda uow: change_list(uow, late)) == "in_future"
