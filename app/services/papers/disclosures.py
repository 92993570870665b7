"""Use cases on papers that leave: ask a second person, issue, refuse, print once more.

Nothing leaves without a row here. What stands in the way is asked again in the transaction in which
a paper is issued, whatever a screen showed before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, PaperNotReleased
from app.queries.papers.kept_papers import bytes_of, order_of
from app.queries.papers.release_facts import release_facts
from app.reports.audience import OWN_DATA, Paper, paper_for
from app.reports.gates import gates_of_people, why_second
from app.services.papers.disclosure_rows import (
    another_copy,
    draw,
    issued,
    keep_copy,
    last_copy,
    new_order,
    refuse_changed_since,
    refuse_shut_gates,
    stamp_of,
    superseded_by_this,
    touched,
    waiting,
)
from app.services.permission import require
from app.services.typed_text import reason
from app.shapes.changes import Outcome
from app.shapes.disclosures import GateKind, ManToRelease, WhySecond
from app.shapes.papers import PaperOrder
from app.shapes.requests.disclosures import (
    ApprovePaper,
    IssuedCopy,
    MakePaper,
    MarkReprint,
    RecordIssue,
    RecordReprint,
    RefusePaper,
    TakeBackRequest,
)
from app.shapes.staff import StaffMember
from models.codebook import CODEBOOK_VERSION
from models.disclosures import Disclosure
from models.staff import Staff
from models.vocabulary.papers import SUBJECT_ACCESS, DisclosureState
from models.vocabulary.roles import Action, StaffKind

_NONE: Final[frozenset[GateKind]] = frozenset()
#: A gap in his file was weighed when the paper was issued; a reprint says no more than that did.
_NOT_OF_REPRINTS: Final = frozenset({GateKind.MINIMUM})


def ask_approval(uow: UnitOfWork, order: PaperOrder) -> Outcome[UUID]:
    """Ask a second person to let a paper leave; its facts are read when they do.

    Raises:
        NotAllowed; NotFound; BadInput: no recipient, purpose or basis; PaperNotReleased: something
        else than the second person stands in the way.
    """
    uow.doing(Action.ISSUE_REPORT, named="ask_paper")
    paper = paper_for(order.audience)
    men = release_facts(uow, order.case_ids)
    row = new_order(uow, order, paper, men)
    refuse_shut_gates(paper, order, men, _NONE)
    return Outcome(row.id, touched(row))


def record_issue(
    uow: UnitOfWork, request: RecordIssue, make: MakePaper
) -> Outcome[tuple[IssuedCopy, ...]]:
    """Let a paper leave: every copy gets a number and a code, is made, kept and noted.

    All copies in one transaction, or none. `make` is called once for each copy.

    Raises:
        NotAllowed; NotFound; BadInput; PaperNotReleased: gates are shut; CaseChangedMeanwhile:
        somebody wrote in a file since it was read.
    """
    uow.doing(Action.ISSUE_REPORT, named="issue_paper")
    return _issue_new(uow, paper_for(request.order.audience), request, make)


def answer_access(
    uow: UnitOfWork, request: RecordIssue, make: MakePaper
) -> Outcome[tuple[IssuedCopy, ...]]:
    """Answer a man who asks what is held on him: the answer leaves by a record, as any paper.

    Raises:
        As `record_issue`; the right is that of whoever keeps the log of papers.
    """
    uow.doing(Action.READ_DISCLOSURES, named="answer_access")
    return _issue_new(uow, OWN_DATA, request, make)


def _issue_new(
    uow: UnitOfWork, paper: Paper, request: RecordIssue, make: MakePaper
) -> Outcome[tuple[IssuedCopy, ...]]:
    order = request.order
    men = release_facts(uow, order.case_ids)
    first = new_order(uow, order, paper, men)
    approver = _named(uow, request.approved_by)

    def second(why: WhySecond | None) -> None:
        gates = gates_of_people(why, uow.actor, approver, request.approved_by.strip())
        if gates:
            raise PaperNotReleased(gates=gates)
        if approver is not None:
            first.decided_by_id, first.decided_at = approver.id, uow.clock.now()

    return _issue(uow, first, men, request, second, make)


def approve_paper(
    uow: UnitOfWork, request: ApprovePaper, make: MakePaper
) -> Outcome[tuple[IssuedCopy, ...]]:
    """Let a paper leave that somebody else asked for; with that it is issued.

    Raises:
        NotAllowed; NotFound; BadInput: decided already; PaperNotReleased: it is one's own, or
        gates are shut; CaseChangedMeanwhile.
    """
    uow.doing(Action.APPROVE_DISCLOSURE, named="issue_paper")
    require(uow, Action.ISSUE_REPORT)
    first = waiting(uow, request.request_id, request.version)
    men = release_facts(uow, order_of(first).case_ids)

    def second(why: WhySecond | None) -> None:
        gates = gates_of_people(why, _member(uow, first.prepared_by_id), uow.actor)
        if gates:
            raise PaperNotReleased(gates=gates)
        first.decided_by_id, first.decided_at = uow.actor.id, uow.clock.now()

    return _issue(uow, first, men, request, second, make)


def _issue(
    uow: UnitOfWork,
    first: Disclosure,
    men: Sequence[ManToRelease],
    request: RecordIssue | ApprovePaper,
    second: Callable[[WhySecond | None], None],
    make: MakePaper,
) -> Outcome[tuple[IssuedCopy, ...]]:
    order = order_of(first)
    paper = OWN_DATA if first.template == SUBJECT_ACCESS else paper_for(first.audience)
    refuse_changed_since(uow, order.case_ids, request.read)
    refuse_shut_gates(paper, order, men, _NONE)
    second(why_second(paper, men))
    first.template, first.template_version = paper.template, paper.version
    first.codebook_version = CODEBOOK_VERSION
    first.facts_as_of = request.read.facts_as_of
    if request.read.head is not None:
        first.history_seq, first.history_hash = request.read.head.seq, request.read.head.hash
    before = superseded_by_this(uow, first)
    first.supersedes_id = None if before is None else before.id
    for man in first.cases:
        man.salt, man.digests = request.digests.get(man.case_id, ("", "{}"))
    left = []
    for copy in range(1, first.copies + 1):
        row = first if copy == 1 else another_copy(uow, first, men)
        row.copy_no = copy
        draw(uow, row, handed_out=request.handed_out)
        stamp = stamp_of(uow, row, before)
        made = make(stamp)
        keep_copy(uow, row, made)
        left.append(IssuedCopy(row.id, stamp.number, stamp.code, made.sha256, made.pages, copy))
    uow.session.flush()
    return Outcome(tuple(left), touched(first))


def refuse_paper(uow: UnitOfWork, request: RefusePaper) -> Outcome[None]:
    """Refuse to let a paper leave; the reason stays with the request.

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or decided already; PaperNotReleased: it is
        one's own; CaseChangedMeanwhile.
    """
    uow.doing(Action.APPROVE_DISCLOSURE, named="refuse_paper")
    row = waiting(uow, request.request_id, request.version)
    gates = gates_of_people(None, _member(uow, row.prepared_by_id), uow.actor)
    if gates:
        raise PaperNotReleased(gates=gates)
    row.refusal_reason = reason(request.reason)
    uow.because(row.refusal_reason)
    _decided(uow, row, DisclosureState.REFUSED)
    return Outcome(None, touched(row))


def take_back_request(uow: UnitOfWork, request: TakeBackRequest) -> Outcome[None]:
    """Take back one's own request before anybody decided.

    Raises:
        NotAllowed; NotFound; BadInput: decided already, or another's; CaseChangedMeanwhile.
    """
    uow.doing(Action.ISSUE_REPORT, named="take_back_paper")
    row = waiting(uow, request.request_id, request.version)
    if row.prepared_by_id != uow.actor.id:
        raise BadInput("request", "paper_of_another")
    _decided(uow, row, DisclosureState.TAKEN_BACK)
    return Outcome(None, touched(row))


def _decided(uow: UnitOfWork, row: Disclosure, state: DisclosureState) -> None:
    row.state = state
    row.decided_by_id, row.decided_at = uow.actor.id, uow.clock.now()


def record_reprint(
    uow: UnitOfWork, request: RecordReprint, mark: MarkReprint
) -> Outcome[IssuedCopy]:
    """Print an issued copy once more: the very pages that were kept, marked as a reprint.

    It is a copy of its own with its own number and code, for the same recipient.

    Raises:
        NotAllowed; NotFound; BadInput: no reason, or nothing was issued; PaperNotReleased: what
        would stop the paper today stops its reprint.
    """
    uow.doing(Action.ISSUE_REPORT, named="reprint_paper")
    why = reason(request.reason)
    uow.because(why)
    of = issued(uow, request.disclosure_id)
    first = uow.get(Disclosure, of.paper_id)
    order = order_of(first)
    men = release_facts(uow, order.case_ids)
    refuse_shut_gates(paper_for(order.audience), order, men, _NOT_OF_REPRINTS)
    row = another_copy(uow, first, men)
    row.prepared_by_id = uow.actor.id
    row.copy_no = row.copies = last_copy(uow, first.id) + 1
    row.reprint_of_id = of.id
    draw(uow, row, handed_out=True)
    stamp = stamp_of(uow, row, reprint_of=of.number or "")
    made = mark(bytes_of(uow.session, of), stamp)
    keep_copy(uow, row, replace(made, data_hash=first.data_hash))
    uow.session.flush()
    copy = IssuedCopy(row.id, stamp.number, stamp.code, made.sha256, made.pages, row.copy_no)
    return Outcome(copy, touched(row))


def note_handed_out(uow: UnitOfWork, disclosure_id: UUID) -> Outcome[None]:
    """Note that the file of an issued copy leaves the register, which it does once.

    Raises:
        NotAllowed; NotFound; BadInput: it was not issued, or left already (then: a reprint).
    """
    uow.doing(Action.ISSUE_REPORT, named="hand_out_paper")
    return _leaves_now(uow, issued(uow, disclosure_id))


def note_answer_handed_out(uow: UnitOfWork, disclosure_id: UUID) -> Outcome[None]:
    """Note, as `note_handed_out`, that the answer to a man who asked leaves the register.

    Raises:
        NotAllowed: also where the paper is no such answer; NotFound; BadInput: as there.
    """
    uow.doing(Action.READ_DISCLOSURES, named="hand_out_paper")
    row = issued(uow, disclosure_id)
    if row.template != SUBJECT_ACCESS:
        require(uow, Action.ISSUE_REPORT)
    return _leaves_now(uow, row)


def _leaves_now(uow: UnitOfWork, row: Disclosure) -> Outcome[None]:
    if row.handed_out_at is not None:
        raise BadInput("paper", "paper_left_already")
    row.handed_out_at = uow.clock.now()
    return Outcome(None, touched(row))


def _named(uow: UnitOfWork, name: str) -> StaffMember | None:
    """Give the member of staff at work who bears a name, however it is cased."""
    typed = " ".join(name.split()).casefold()
    if not typed:
        return None
    at_work = select(Staff).where(Staff.left_at.is_(None), Staff.kind == StaffKind.MEMBER)
    for member in uow.session.scalars(at_work):
        if member.name.casefold() == typed:
            return StaffMember(member.id, member.name, member.roles)
    return None


def _member(uow: UnitOfWork, staff_id: UUID) -> StaffMember:
    member = uow.get(Staff, staff_id)
    return StaffMember(member.id, member.name, member.roles)
