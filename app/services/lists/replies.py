"""Use case: keep what was answered about the men of a list, as the events it is."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.queries.case_history import batches
from app.queries.lists.candidates import likely_men
from app.services.finding.register_line import refresh
from app.services.lists.events import NO_DOUBT, Answer, doubt_of, record_of_row, reply_event
from app.services.permission import require
from app.services.sources import source_meant
from app.services.typed_text import line, prose
from app.services.warnings import refuse_unless_reasoned
from app.shapes.changes import Changes, Outcome
from app.shapes.lists import ReplyDone
from app.shapes.requests.lists import ReplyRows
from models.base import new_id
from models.events import Event
from models.lists import ListRow, ListVersion, NameList
from models.sources import Source
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.lists import TIED, ListDirection, RowState
from models.vocabulary.roles import Action


def reply_rows(uow: UnitOfWork, request: ReplyRows) -> Outcome[ReplyDone]:
    """Keep one answer to many rows: at each row word for word, and in each man's case as an event.

    Rows that are tied to nobody keep the answer alone. None takes an answer back: the events it
    led to are withdrawn and stay visible. All of it is one entry and is taken back as one.

    Raises:
        NotAllowed; NotFound; NeedsReason; BadInput: a row that is not on the list, a row that is
        no man, nobody who answered, no answer to take back.
    """
    uow.doing(Action.EDIT_LIST, named="reply_rows")
    version = uow.get(ListVersion, request.version_id)
    of = version.of
    rows = _rows(uow, version, request.row_ids)
    if request.reply is None:
        return _take_back(uow, of, rows, request.words)
    answer = _answer(uow, of, version, request)
    tied = [row for row in rows if row.state in TIED and row.case_id is not None]
    for row in rows:
        row.reply = answer.reply
        row.replied = answer.on
        row.reply_words = prose(answer.words, "words")
        row.reply_event_id = None
    events = _events(uow, of, version, tied, answer) if request.record_events else []
    uow.session.flush()
    cases = [row.case_id for row in tied if row.case_id is not None]
    refuse_unless_reasoned(uow, cases, [event.id for event in events], request.warning_reason)
    uow.because(line(request.warning_reason, "warning_reason", limit=500))
    refresh(uow, cases)
    touched = Changes.of("lists", of.id) | Changes.of("cases", *cases)
    return Outcome(ReplyDone(len(events), len(rows) - len(tied)), touched)


def _rows(uow: UnitOfWork, version: ListVersion, row_ids: Sequence[UUID]) -> list[ListRow]:
    if not row_ids:
        raise BadInput("row", "missing")
    found = {
        row.id: row
        for ids in batches(row_ids)
        for row in uow.session.scalars(
            select(ListRow).where(ListRow.id.in_(ids), ListRow.version_id == version.id)
        )
    }
    rows = [found[row_id] for row_id in dict.fromkeys(row_ids) if row_id in found]
    if len(found) != len(set(row_ids)):
        raise BadInput("row", "list_row_not_on_it")
    for row in rows:
        if row.state is RowState.NOT_A_MAN:
            raise BadInput("row", "list_no_man", row=row.row_no)
    return sorted(rows, key=lambda row: row.row_no)


def _answer(uow: UnitOfWork, of: NameList, version: ListVersion, request: ReplyRows) -> Answer:
    today = uow.clock.today()
    if request.replied.earliest is not None and request.replied.earliest > today:
        raise BadInput("replied", "in_future", date=request.replied)
    source_id = source_meant(uow, request.answered_by)
    if source_id is None and of.direction is ListDirection.IN:
        source_id = of.issuer_id
    if source_id is None and request.record_events:
        raise BadInput("source", "missing")
    grade = (request.reliability, request.credibility)
    kept = (version.reliability, version.credibility)
    reliability = request.reliability or version.reliability
    credibility = request.credibility or version.credibility
    if grade != (None, None) and (reliability, credibility) not in {
        kept,
        (Reliability.F, Credibility.SIX),
    }:
        require(uow, Action.GRADE_SOURCE)
    if request.reply is None:
        raise BadInput("reply", "missing")
    return Answer(
        reply=request.reply,
        source_id=source_id,
        on=request.replied,
        words=prose(request.words, "words"),
        words_lang=line(request.words_lang, "language", limit=10),
        reliability=reliability,
        credibility=credibility,
        document=line(request.document, "document", limit=200),
        official_notice=request.official_notice,
    )


def _events(
    uow: UnitOfWork, of: NameList, version: ListVersion, rows: Sequence[ListRow], answer: Answer
) -> list[Event]:
    if not rows:
        return []
    require(uow, Action.RECORD_EVENT)
    body = uow.get(Source, answer.source_id) if answer.source_id else None
    # Our own list names our own men; theirs names whom somebody took for ours.
    theirs = of.direction is ListDirection.IN
    likely = likely_men(uow.session, rows) if theirs else {}
    occurrence = new_id() if len(rows) > 1 else None
    events = []
    for row in rows:
        if row.case_id is None:
            continue
        chosen = theirs and row.state is RowState.ACCEPTED
        doubt = doubt_of(likely.get(row.id, []), row.case_id) if chosen else NO_DOUBT
        asked = reply_event(of, version, row, answer, body, doubt)
        event = record_of_row(uow, asked, row, row.case_id, answer, of, version, occurrence)
        row.reply_event_id = event.id
        events.append(event)
    return events


def _take_back(
    uow: UnitOfWork, of: NameList, rows: Sequence[ListRow], words: str
) -> Outcome[ReplyDone]:
    if not any(row.reply is not None for row in rows):
        raise BadInput("row", "list_no_reply")
    why = line(words, "reason", limit=500)
    cases = []
    withdrawn = 0
    for row in rows:
        if row.reply_event_id is not None:
            event = uow.get(Event, row.reply_event_id)
            if event.stands:
                if not why:
                    raise BadInput("reason", "missing")
                require(uow, Action.WITHDRAW)
                event.withdrawn_at = uow.clock.now()
                event.withdrawn_reason = why
                withdrawn += 1
        if row.case_id is not None:
            cases.append(row.case_id)
        row.reply = None
        row.reply_event_id = None
        row.reply_words = ""
        row.replied = row.replied.unknown()
    uow.because(why)
    refresh(uow, cases)
    touched = Changes.of("lists", of.id) | Changes.of("cases", *cases)
    return Outcome(ReplyDone(withdrawn, len(rows) - len(cases)), touched)
