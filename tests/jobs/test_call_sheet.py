"""Whom to ring and what to ask, on screen and on paper; what is class X stands nowhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from app.errors import NotAllowed
from app.jobs.papers.call_sheet import draft_call_sheet
from app.jobs.papers.report import draft_paper
from app.queries.families.call_sheet import call_sheet
from app.queries.minimum_data import Minimum
from app.queries.register.open_tables import open_tables, rows_out
from app.services.cases.people import save_relative
from app.services.desk.bin import put_into_bin
from app.services.families.consents import record_consent
from app.services.families.contacts import log_contact
from app.shapes.families import CallSheet, WhichCalls
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.cases import RelativeDetails, SaveRelative
from app.shapes.requests.families import LogContact, RecordConsent
from app.wording.vocabulary import label
from app.workspace import Workspace
from models.vocabulary.families import ConsentAnswer, ConsentScope, ContactHow, ContactOutcome
from models.vocabulary.people import Relation
from models.vocabulary.roles import Role
from tests.factories.men import ARAM, GOR, day, missing_man
from tests.registers import Home
from tests.reports.reading import text_of, unspaced

CLASS_X = "SHEWEEPSWHENEVERHEISNAMED"
MARO = RelativeDetails(
    Relation.MOTHER,
    "Նմուշյան Մարո",
    phone="+374 00 000 001",
    languages="hy, ru",
    reached_best="after six",
    remark=CLASS_X,
)


def relative(register: Workspace, case_id: UUID, details: RelativeDetails) -> UUID:
    """Enter a relative; answers his or her id."""
    return register.write(lambda u: save_relative(u, SaveRelative(case_id, details))).value


def call(register: Workspace, case_id: UUID, who: UUID, **more: object) -> None:
    """Log a call with a remark of class X, after which the next one is due today."""
    request = LogContact(
        case_id,
        ContactHow.PHONE,
        ContactOutcome.REACHED,
        register.clock.now() - timedelta(days=3),
        relative_id=who,
        remark=CLASS_X,
        next_on=register.clock.today(),
        next_about="the list",
    )
    request = replace(request, **more)  # type: ignore[arg-type]  # fields of LogContact, by name
    register.write(lambda u: log_contact(u, request))


def sheet(register: Workspace, which: WhichCalls) -> CallSheet:
    """Read a sheet of today."""
    return register.read(lambda r: call_sheet(r, which, register.clock.today()))


def test_a_mother_of_two_is_rung_once_and_asked_about_each_what_his_file_lacks(
    register: Workspace,
) -> None:
    first, second, third = missing_man(register), missing_man(register, GOR), missing_man(register)
    mother = relative(register, first, MARO)
    again = relative(register, second, replace(MARO, phone="(374) 00 000-001"))
    relative(register, third, RelativeDetails(Relation.WIFE, "Anna", phone="+374 00 000 777"))
    call(register, first, mother)
    call(register, second, again)
    consent = RecordConsent(
        first,
        {ConsentScope.STORE: ConsentAnswer.YES},
        day("2021-02"),
        relative_id=mother,
    )
    register.write(lambda u: record_consent(u, consent))
    (one,) = sheet(register, WhichCalls.DUE).to_ring
    assert (one.names, one.phone, one.reached_best) == (
        ("Նմուշյան Մարո",),
        "+374 00 000 001",
        "after six",
    )
    asked = {man.case_id: man for man in one.men}
    assert set(asked) == {first, second}
    assert Minimum.LEGAL not in asked[first].gaps
    assert Minimum.LEGAL in asked[second].gaps
    assert asked[first].next_about == "the list"
    everybody = sheet(register, WhichCalls.ALL)
    assert [man.case_id for one in everybody.to_ring for man in one.men] == [first, second, third]
    assert sheet(register, WhichCalls.MINE).to_ring == everybody.to_ring
    register.write(lambda u: put_into_bin(u, PutIntoBin((second,), "twice")))
    assert len(sheet(register, WhichCalls.DUE).to_ring[0].men) == 1
    register.actor = replace(register.actor, roles=frozenset({Role.ANALYST}))
    with pytest.raises(NotAllowed):
        sheet(register, WhichCalls.DUE)


def test_what_the_family_says_of_itself_leaves_on_no_paper_and_in_no_export(vault: Home) -> None:
    with vault.open() as register:
        case_id = missing_man(register, ARAM)
        call(register, case_id, relative(register, case_id, MARO))
        for lang in ("en", "hy", "ru"):
            paper = draft_call_sheet(register, WhichCalls.DUE, register.clock.today(), lang)
            text = unspaced(text_of(paper.content))
            assert paper.missing_characters == ()
            assert unspaced(MARO.phone) in text
            assert unspaced(label("minimum", Minimum.PHOTO.value, lang, "help")) in text
            assert CLASS_X not in text
            internal = draft_paper(register, case_id, lang=lang).pdf
            assert CLASS_X not in unspaced(text_of(internal.content))
        for table in open_tables():
            rows = register.read(lambda r, name=table.name: list(rows_out(r, name)))  # type: ignore[misc]  # mypy infers no default
            assert CLASS_X not in repr(rows), table.name
