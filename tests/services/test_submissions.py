"""Submissions through the use cases, on both databases: sent, answered in bulk, taken back."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotAllowed, NotFound
from app.queries.cases.file import case_file
from app.queries.history.told import history_of_case
from app.queries.history.undoing import last_to_undo
from app.queries.submissions.lines import answers_due, silent_for, submission_lines
from app.queries.submissions.periods import case_periods, windows_closing
from app.queries.submissions.steps import paper_of, submission_page, submissions_of_case
from app.services.cases.cases import change_case, close_case
from app.services.desk.undo import undo_entry
from app.services.submissions.answers import answer_people, decide_measures
from app.services.submissions.steps import take_step
from app.services.submissions.submissions import (
    add_people,
    draft_submissions,
    drop_man,
    open_submission,
)
from app.shapes.changes import Outcome
from app.shapes.requests.cases import CloseCase, NameForm
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.submissions import (
    AnswerPeople,
    DecideMeasures,
    OpenSubmission,
    PaperAsSent,
    SubmissionFacts,
    TakeStep,
)
from app.shapes.submissions import SubmissionFilter, SubmissionPage, WhichSubmissions
from app.wording.submissions import body_as_source
from app.workspace import Workspace
from models.codebook.facts import Status
from models.vocabulary.accounts import ClosureReason, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.lists import Reply
from models.vocabulary.roles import Role
from models.vocabulary.status import Ack, Civil, Facet, Headline, Icrc, Repat, Rule39
from models.vocabulary.submissions import Body, StepKind, SubmissionKind, SubmissionState
from tests.factories.intentions import as_kept, file_of
from tests.factories.men import ARAM, day, missing_man, record, said, seen_in_video
from tests.factories.whole_register import everything

TODAY = date(2021, 3, 10)
COURT = SubmissionFacts(Body.COURT, SubmissionKind.INTERIM_MEASURES, "Interim measures for 17 men")
COMMISSION = SubmissionFacts(
    Body.ADVERSE_COMMISSION, SubmissionKind.ENQUIRY, "Where they are held", due_on=date(2021, 3, 1)
)


def status(register: Workspace, case_id: UUID) -> Status:
    return file_of(register, case_id).status


def page(register: Workspace, submission_id: UUID) -> SubmissionPage:
    return register.read(lambda r: submission_page(r, submission_id))


def opened(register: Workspace, facts: SubmissionFacts, *men: UUID) -> UUID:
    return register.write(lambda u: open_submission(u, OpenSubmission(facts, men))).value


def step(register: Workspace, one: UUID, kind: StepKind, when: str, **more: object) -> None:
    version = page(register, one).line.version
    request = TakeStep(one, version, kind, day(when), **more)  # type: ignore[arg-type]  # by name
    register.write(lambda u: take_step(u, request))


def sent(register: Workspace, facts: SubmissionFacts, *men: UUID, when: str = "2021-01-15") -> UUID:
    one = opened(register, facts, *men)
    step(register, one, StepKind.SENT, when)
    return one


def answer(
    register: Workspace, one: UUID, men: tuple[UUID, ...], reply: Reply, **more: object
) -> None:
    words = "Sizə bildiririk ki, əsirlər arasında müəyyən edilməyib."
    speaks = said("Government", "A1", SourceKind.STATE_COMMISSION_ADVERSE,
                  said=day("2021-02-03"), words=words, words_lang="az")  # fmt: skip
    version = page(register, one).line.version
    request = AnswerPeople(one, version, men, reply, speaks, **more)  # type: ignore[arg-type]  # by name
    register.write(lambda u: answer_people(u, request))


def some_men(register: Workspace, count: int) -> tuple[UUID, ...]:
    return tuple(
        missing_man(register, (NameForm("Նմուշյան", f"Գոռ{at}"), NameForm("Nmushyan", f"Gor{at}")))
        for at in range(count)
    )


def refused(
    register: Workspace, why: str, use_case: Callable[[UnitOfWork], Outcome[object]]
) -> None:
    with pytest.raises(BadInput) as told:
        register.write(use_case)
    assert told.value.data["reason"] == why


def take_back(register: Workspace) -> None:
    entry = register.read(last_to_undo)
    assert entry is not None
    register.write(lambda u: undo_entry(u, entry))


def test_one_answer_about_many_men_is_recorded_in_the_case_of_each_and_taken_back_whole(
    register: Workspace,
) -> None:
    men = some_men(register, 17)
    for case_id in men:
        record(register, seen_in_video(case_id))
    one = sent(register, COURT, *men)
    assert {status(register, m).facets[Facet.R39].value for m in men} == {Rule39.REQUESTED}
    before = register.read(everything)
    answer(register, one, men[:12], Reply.NOT_IDENTIFIED)
    assert page(register, one).line.state is SubmissionState.PARTLY_ANSWERED
    take_back(register)
    assert register.read(everything) == before
    answer(register, one, men[:12], Reply.NOT_IDENTIFIED)
    answer(register, one, men[12:], Reply.ACKNOWLEDGED, in_writing=True, two_identifiers=True)
    assert [status(register, m).headline for m in men] == [Headline.S23] * 12 + [Headline.S24] * 5
    denied = status(register, men[0]).facets
    assert (denied[Facet.ACK].value, denied[Facet.CUSTODY].value) == (
        Ack.NOT_IDENTIFIED,
        "CONFIRMED",
    )
    court = said("Court", "A1", SourceKind.ECHR, said=day("2021-02-10"))
    version = page(register, one).line.version
    for cases, measure in ((men[:12], Rule39.APPLIED), (men[12:], Rule39.SUSPENDED)):
        request = DecideMeasures(one, version, cases, measure, court)
        register.write(lambda u, r=request: decide_measures(u, r))  # type: ignore[misc]  # mypy infers no default
    shown = page(register, one)
    table = {man.case_id: (man.reply, man.measure) for man in shown.people}
    assert [table[m] for m in men] == [(Reply.NOT_IDENTIFIED, Rule39.APPLIED)] * 12 + [
        (Reply.ACKNOWLEDGED, Rule39.SUSPENDED)
    ] * 5
    assert status(register, men[0]).facets[Facet.R39].value is Rule39.APPLIED
    assert status(register, men[16]).facets[Facet.R39].value is Rule39.SUSPENDED
    assert shown.line.state is SubmissionState.ANSWERED
    assert [(s.kind, s.men) for s in shown.steps][-2:] == [
        (StepKind.DECIDED, 12),
        (StepKind.DECIDED, 5),
    ]
    words = next(
        a.words
        for e in file_of(register, men[0]).events
        if e.code is EventCode.D21
        for a in e.assertions
    )
    assert words.startswith("Sizə bildiririk")
    assert register.verify_history() == []


def test_an_enquiry_asks_waits_is_put_off_and_counts_as_silence_once_its_day_has_passed(
    register: Workspace,
) -> None:
    (man,) = some_men(register, 1)
    before = register.read(everything)
    one = opened(register, COMMISSION, man)
    assert status(register, man).facets[Facet.ACK].value is Ack.NOT_ASKED
    take_back(register)
    assert register.read(everything) == before
    one = sent(register, COMMISSION, man)
    assert status(register, man).facets[Facet.ACK].value is Ack.NO_REPLY
    due = register.read(lambda r: answers_due(r, TODAY))
    assert [(line.id, line.days_over) for line in due] == [(one, 9)]
    put_off = {"due_on": date(2021, 4, 1), "reason": "they asked for time"}
    with pytest.raises(BadInput):
        step(register, one, StepKind.EXTENDED, "2021-03-09", due_on=date(2021, 4, 1))
    step(register, one, StepKind.EXTENDED, "2021-03-09", **put_off)
    assert status(register, man).facets[Facet.ACK].value is Ack.ASKED
    assert register.read(lambda r: answers_due(r, TODAY)) == ()
    take_back(register)
    assert status(register, man).facets[Facet.ACK].value is Ack.NO_REPLY
    with pytest.raises(BadInput):
        step(register, one, StepKind.SENT, "2021-03-09")
    step(register, one, StepKind.CLOSED, "2021-03-10")
    with pytest.raises(BadInput):
        answer(register, one, (man,), Reply.REFUSED)
    follow_up = replace(COMMISSION, kind=SubmissionKind.FOLLOW_UP, follows_id=one, due_on=None)
    later = sent(register, follow_up, man, when="2021-01-20")
    assert page(register, later).follows_number == page(register, one).line.number
    assert [number for _, number in page(register, one).followed_by] == ["SUB-2021-002"]
    silent = register.read(lambda r: silent_for(r, TODAY, 30))
    assert [(line.id, line.silent_days) for line in silent] == [(later, 49)]


def test_what_went_where_decides_what_is_recorded(register: Workspace) -> None:
    (man,) = some_men(register, 1)
    tracing = SubmissionFacts(Body.ICRC, SubmissionKind.TRACING_REQUEST, "Tracing")
    sent(register, tracing, man)
    listed = replace(COMMISSION, kind=SubmissionKind.LIST, due_on=None)
    list_sent = sent(register, listed, man)
    facets = status(register, man).facets
    assert facets[Facet.ICRC].value is Icrc.TRACING_OPEN
    assert facets[Facet.REPAT].value is Repat.CLAIM_SUBMITTED
    assert facets[Facet.ACK].value is Ack.ASKED
    answer(register, list_sent, (man,), Reply.REFUSED)
    assert status(register, man).facets[Facet.REPAT].value is Repat.REFUSED
    codes = [e.code for e in file_of(register, man).events]
    answer(register, list_sent, (man,), Reply.NO_REPLY)
    assert [e.code for e in file_of(register, man).events] == codes
    answer(register, list_sent, (man,), Reply.DECEASED)
    told = next(e for e in file_of(register, man).events if e.code is EventCode.X80)
    assert told.occurred.edtf == "[..2021-02-03]"
    lines = register.read(lambda r: submissions_of_case(r, man))
    assert [line.reply for line in lines] == [Reply.DECEASED, None]


def test_what_is_on_record_already_is_not_recorded_twice(register: Workspace) -> None:
    known, other = some_men(register, 2)
    by_hand = RecordEvent((known,), EventCode.D22, day("2021-01-15"), reply_due=date(2021, 3, 1))
    record(register, by_hand)
    one = sent(register, COMMISSION, known, other)
    denial = RecordEvent(
        (known,), EventCode.D21, day("2021-02-03"), says="NOT_IDENTIFIED",
        said_by=(said("A newspaper", "C3", SourceKind.MEDIA_INTL),),
    )  # fmt: skip
    record(register, denial)
    answer(register, one, (known, other), Reply.NOT_IDENTIFIED)
    events = file_of(register, known).events
    assert [e.code for e in events] == [EventCode.E01, EventCode.D22, EventCode.D21]
    told = next(e for e in events if e.code is EventCode.D21)
    assert [a.grade for a in told.assertions] == ["C3", "A1"]
    assert [e.code for e in file_of(register, other).events] == [e.code for e in events]


def test_a_paper_stays_exactly_as_it_went_and_a_draft_may_still_change(
    register: Workspace,
) -> None:
    first, second = some_men(register, 2)
    paper = PaperAsSent(b"%PDF-1.7 as it went", "letter.pdf", "application/pdf")
    request = OpenSubmission(COMMISSION, (first,), paper=paper)
    one = register.write(lambda u: open_submission(u, request)).value
    shown = page(register, one)
    file_id = shown.file_id
    assert file_id is not None
    assert register.read(lambda r: paper_of(r, one, file_id)) == ("letter.pdf", paper.content)
    register.write(lambda u: add_people(u, one, shown.line.version, [second]))
    register.write(lambda u: drop_man(u, one, shown.line.version, first, "Սխալ էր ընտրված"))
    assert [man.case_id for man in page(register, one).people] == [second]
    step(register, one, StepKind.SENT, "2021-02-01")
    with pytest.raises(BadInput):
        register.write(lambda u: drop_man(u, one, page(register, one).line.version, second, "-"))
    with pytest.raises(BadInput):
        opened(register, replace(COMMISSION, subject="  "))
    empty = OpenSubmission(COMMISSION, paper=PaperAsSent(b"", "nothing.pdf"))
    with pytest.raises(BadInput):
        register.write(lambda u: open_submission(u, empty))
    with pytest.raises(NotFound):
        answer(register, one, (first,), Reply.OTHER)


def test_a_draft_asks_about_other_men_with_a_reason_and_each_change_is_taken_back_alone(
    register: Workspace,
) -> None:
    first, second = some_men(register, 2)
    one = opened(register, COMMISSION, first)
    version = page(register, one).line.version

    def asked() -> set[UUID]:
        return {man.case_id for man in page(register, one).people}

    added = register.write(lambda u: add_people(u, one, version, [second, first, second]))
    assert added.value == (second,)
    refused(register, "submission_asked_already", lambda u: add_people(u, one, version, [first]))
    refused(register, "submission_no_men", lambda u: add_people(u, one, version, []))
    refused(register, "missing", lambda u: drop_man(u, one, version, first, " "))
    register.write(lambda u: drop_man(u, one, version, first, "Նա վերադարձել է"))
    assert asked() == {second}
    entry = register.read(lambda r: history_of_case(r, first))[-1]
    assert (entry.action, entry.reason) == ("drop_submission_man", "Նա վերադարձել է")
    take_back(register)
    assert asked() == {first, second}
    take_back(register)
    assert asked() == {first}


def test_whoever_was_asked_about_stays_once_it_went_out_or_was_answered(
    register: Workspace,
) -> None:
    first, second, third = some_men(register, 3)
    one = sent(register, COMMISSION, first, second)
    answer(register, one, (first,), Reply.NOT_IDENTIFIED)
    version = page(register, one).line.version
    refused(register, "submission_man_answered", lambda u: drop_man(u, one, version, first, "-"))
    refused(register, "submission_sent_already", lambda u: drop_man(u, one, version, second, "-"))
    refused(register, "submission_sent_already", lambda u: add_people(u, one, version, [third]))
    closed = opened(register, COMMISSION, first)
    step(register, closed, StepKind.CLOSED, "2021-02-01")
    version = page(register, closed).line.version
    refused(register, "submission_closed", lambda u: add_people(u, closed, version, [third]))


def test_a_court_declaration_never_closes_the_search(register: Workspace) -> None:
    man = missing_man(register, ARAM)
    ruling = RecordEvent(
        (man,),
        EventCode.X84,
        day("2021-03-01"),
        said_by=(said("District court", "A1", SourceKind.REGISTRY),),
    )
    record(register, ruling)
    found = status(register, man)
    assert (found.facets[Facet.CIVIL].value, found.headline) == (Civil.DECLARED_DEAD, Headline.S51)
    for reason in (
        ClosureReason.REMAINS_HANDED_TO_FAMILY,
        ClosureReason.REPATRIATED_VERIFIED,
        ClosureReason.FOUND_ALIVE_NOT_CAPTURED,
    ):
        request = CloseCase(man, file_of(register, man).version, reason, "the court said so")
        with pytest.raises(BadInput) as refused:
            register.write(lambda u, r=request: close_case(u, r))  # type: ignore[misc]  # mypy infers no default
        assert refused.value.data["reason"] == "not_borne_by_status"
    assert "DECLARED" not in "".join(ClosureReason)


def test_windows_that_close_become_drafts_in_one_step_and_leave_the_list(
    register: Workspace,
) -> None:
    soon, later, admitted = some_men(register, 3)
    for man, when in ((soon, "[2020-12-16..2020-12-18]"), (later, "2021-02-20"),
                      (admitted, "2020-12-16")):  # fmt: skip
        record(register, RecordEvent((man,), EventCode.E02, day(when)))
    record(
        register,
        RecordEvent(
            (admitted,), EventCode.D20, day("2021-01-20"), says="ACK_OFFICIAL",
            said_by=(said("Ministry", "A1", SourceKind.MOD_ADVERSE),),
        ),
    )  # fmt: skip
    closing = register.read(lambda r: windows_closing(r, TODAY))
    assert [(one.case_id, one.days_left, one.window.certain) for one in closing] == [
        (soon, 6, False)
    ]
    periods = register.read(lambda r: case_periods(r, soon))
    assert (periods.window, periods.before_the_group) == (closing[0].window, False)
    assert list(periods.periods) == ["AM", "AZ"]
    appeal = SubmissionFacts(Body.UN_WORKING_GROUP, SubmissionKind.URGENT_APPEAL, "Urgent appeal")
    drafts = [OpenSubmission(appeal, (one.case_id,)) for one in closing]
    before = register.read(everything)
    (draft,) = register.write(lambda u: draft_submissions(u, drafts)).value
    assert register.read(lambda r: windows_closing(r, TODAY)) == ()
    take_back(register)
    assert register.read(everything) == before
    assert len(register.read(lambda r: windows_closing(r, TODAY))) == 1
    draft = sent(register, appeal, soon)
    assert register.read(lambda r: case_periods(r, soon)).before_the_group
    assert page(register, draft).line.state is SubmissionState.SENT


def test_whoever_may_not_see_a_man_sees_nothing_of_what_was_sent_about_him(
    register: Workspace,
) -> None:
    hidden, shown = some_men(register, 2)
    alone = sent(register, COMMISSION, hidden)
    both = sent(register, COMMISSION, hidden, shown)
    kept = register.read(lambda r: case_file(r, hidden))
    register.write(lambda u: change_case(u, as_kept(kept, access_limited=True)))
    founder = register.actor
    register.actor = replace(founder, roles=frozenset({Role.INTAKE}))
    lines = register.read(submission_lines)
    assert [(line.id, line.men) for line in lines] == [(both, 1)]
    assert [man.case_id for man in page(register, both).people] == [shown]
    with pytest.raises(NotFound):
        page(register, alone)
    with pytest.raises(NotAllowed):
        register.read(lambda r: submissions_of_case(r, hidden))
    with pytest.raises(NotAllowed):
        answer(register, both, (shown,), Reply.OTHER)
    register.actor = founder
    overdue = SubmissionFilter(WhichSubmissions.OVERDUE, frozenset({Body.ADVERSE_COMMISSION}))
    assert len(register.read(lambda r: submission_lines(r, overdue))) == 2


def test_a_body_speaks_under_its_own_name_or_that_of_its_kind() -> None:
    assert body_as_source(Body.ICRC, "").kind is SourceKind.ICRC
    assert body_as_source(Body.OTHER, "Գրասենյակ").title == "Գրասենյակ"
