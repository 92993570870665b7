"""The rows of papers that leave: how an order is kept, a copy stamped, an older paper found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, CaseChangedMeanwhile, PaperNotReleased
from app.queries.case_history import batches
from app.reports.audience import Paper
from app.reports.gates import gates_of_men
from app.reports.paper_code import new_code
from app.reports.public_notice import hangs_until
from app.services.exhibits.received_files import keep_file
from app.services.numbering import next_disclosure_number
from app.services.typed_text import line
from app.shapes.changes import Changes
from app.shapes.disclosures import GateKind, ManToRelease
from app.shapes.papers import PaperOrder
from app.shapes.requests.disclosures import MadePaper, ReadState, Stamp
from models.base import new_id
from models.codebook import CODEBOOK_VERSION
from models.disclosures import DisclosedCase, Disclosure
from models.history import HistoryEntry, HistoryPart
from models.lists import ListVersion
from models.staff import Staff
from models.vocabulary.deeds import NO_EDIT, why_never
from models.vocabulary.papers import Audience, DisclosureState

MOST_COPIES: Final = 50


def new_order(
    uow: UnitOfWork, order: PaperOrder, paper: Paper, men: Sequence[ManToRelease]
) -> Disclosure:
    """Keep an order as the first copy of a paper that nobody has yet.

    Raises:
        BadInput: nobody on it, no recipient, purpose or basis, too many copies.
    """
    if not order.case_ids:
        raise BadInput("case", "paper_no_men")
    if order.basis is None:
        raise BadInput("legal_basis", "missing")
    if not 1 <= order.copies <= MOST_COPIES:
        raise BadInput("copies", "out_of_range")
    own = new_id()
    row = Disclosure(
        id=own,
        paper_id=own,
        number=None,
        code=None,
        state=DisclosureState.WAITING,
        audience=order.audience,
        language=order.lang,
        paper_format=order.paper_format,
        template=paper.template,
        template_version=paper.version,
        codebook_version=CODEBOOK_VERSION,
        sections=",".join(sorted(order.sections)) if order.sections is not None else "",
        options=json.dumps(dict(order.options), ensure_ascii=False, sort_keys=True),
        recipient=_filled(order.recipient, "recipient", 300),
        purpose=_filled(order.purpose, "purpose", 500),
        legal_basis=order.basis,
        copies=order.copies,
        prepared_by_id=uow.actor.id,
        list_version_id=order.list_version_id,
    )
    _name_men(row, men)  # before it is flushed: the history tells it to each man's file
    uow.session.add(row)
    uow.session.flush()
    return row


def _filled(text: str, field: str, limit: int) -> str:
    flat = line(text, field, limit=limit)
    if not flat:
        raise BadInput(field, "missing")
    return flat


def another_copy(uow: UnitOfWork, first: Disclosure, men: Sequence[ManToRelease]) -> Disclosure:
    """Begin another copy of a paper, with all that is the same on each."""
    row = Disclosure(
        paper_id=first.id,
        number=None,
        code=None,
        state=DisclosureState.WAITING,
        audience=first.audience,
        language=first.language,
        paper_format=first.paper_format,
        template=first.template,
        template_version=first.template_version,
        codebook_version=first.codebook_version,
        sections=first.sections,
        options=first.options,
        recipient=first.recipient,
        purpose=first.purpose,
        legal_basis=first.legal_basis,
        copies=first.copies,
        prepared_by_id=first.prepared_by_id,
        decided_by_id=first.decided_by_id,
        decided_at=first.decided_at,
        supersedes_id=first.supersedes_id,
        list_version_id=first.list_version_id,
        facts_as_of=first.facts_as_of,
        history_seq=first.history_seq,
        history_hash=first.history_hash,
        expires_on=first.expires_on,
    )
    _name_men(row, men)
    uow.session.add(row)
    return row


def _name_men(row: Disclosure, men: Iterable[ManToRelease]) -> None:
    for at, man in enumerate(men):
        row.cases.append(
            DisclosedCase(
                case_id=man.case_id, position=at, number=man.number, case_version=man.version
            )
        )


def waiting(uow: UnitOfWork, request_id: UUID, version: int) -> Disclosure:
    """Give a request that nobody decided yet.

    Raises:
        NotFound; BadInput: it was decided; CaseChangedMeanwhile.
    """
    row = uow.get(Disclosure, request_id)
    if row.state is not DisclosureState.WAITING:
        raise BadInput("request", "paper_decided_already")
    return uow.get(Disclosure, request_id, version)


def issued(uow: UnitOfWork, disclosure_id: UUID) -> Disclosure:
    """Give a copy that was issued.

    Raises:
        NotFound; BadInput: it was not.
    """
    row = uow.get(Disclosure, disclosure_id)
    if row.state is not DisclosureState.ISSUED or row.file_id is None:
        raise BadInput("paper", "paper_not_issued")
    return row


def refuse_shut_gates(
    paper: Paper, order: PaperOrder, men: Sequence[ManToRelease], but: frozenset[GateKind]
) -> None:
    """Refuse a paper that the men on it keep from leaving, but for some kinds of reasons.

    Raises:
        PaperNotReleased.
    """
    gates = tuple(gate for gate in gates_of_men(paper, men, order.basis) if gate.kind not in but)
    if gates:
        raise PaperNotReleased(gates=gates)


def refuse_changed_since(uow: UnitOfWork, case_ids: Sequence[UUID], read: ReadState) -> None:
    """Refuse to issue what is not true any more: somebody wrote in a file since it was read.

    Raises:
        CaseChangedMeanwhile.
    """
    since = 0 if read.head is None else read.head.seq
    for some in batches(tuple(case_ids)):
        later = uow.session.execute(
            select(HistoryPart.case_id, HistoryEntry.action)
            .join(HistoryEntry, HistoryEntry.id == HistoryPart.entry_id)
            .where(HistoryEntry.seq > since, HistoryPart.case_id.in_(some))
        )
        for case_id, action in later:
            if why_never(action) not in NO_EDIT:
                raise CaseChangedMeanwhile("cases", case_id, case_id)


def superseded_by_this(uow: UnitOfWork, first: Disclosure) -> Disclosure | None:
    """Find the paper that this one takes the place of.

    The newest of the same kind and language for the same recipient, on the same men or with an
    earlier version of the same list.
    """
    men = {man.case_id for man in first.cases}
    alike = (
        select(Disclosure)
        .where(
            Disclosure.id == Disclosure.paper_id,
            Disclosure.id != first.id,
            Disclosure.state == DisclosureState.ISSUED,
            Disclosure.audience == first.audience,
            Disclosure.template == first.template,
            Disclosure.language == first.language,
        )
        .order_by(Disclosure.issued_at.desc(), Disclosure.number.desc())
    )
    if first.list_version_id is not None:
        of_list = select(ListVersion.list_id).where(ListVersion.id == first.list_version_id)
        versions = select(ListVersion.id).where(ListVersion.list_id.in_(of_list))
        alike = alike.where(Disclosure.list_version_id.in_(versions))
    else:
        on_first = select(DisclosedCase.disclosure_id).where(
            DisclosedCase.case_id == first.cases[0].case_id
        )
        alike = alike.where(Disclosure.list_version_id.is_(None), Disclosure.id.in_(on_first))
    for row in uow.session.scalars(alike):
        same_men = first.list_version_id is not None or {m.case_id for m in row.cases} == men
        if same_men and _plainly(row.recipient) == _plainly(first.recipient):
            return row
    return None


def _plainly(recipient: str) -> str:
    return " ".join(recipient.split()).casefold()


def draw(uow: UnitOfWork, row: Disclosure, *, handed_out: bool) -> None:
    """Give a copy its number and its code: from now on it is issued."""
    row.number = next_disclosure_number(uow)
    code = new_code()
    while uow.session.scalar(select(Disclosure.id).where(Disclosure.code == code)):
        code = new_code()
    row.code = code
    row.state = DisclosureState.ISSUED
    row.issued_by_id = uow.actor.id
    row.issued_at = uow.clock.now()
    row.handed_out_at = row.issued_at if handed_out else None
    if row.audience is Audience.PUBLIC and row.expires_on is None:
        row.expires_on = hangs_until(uow.clock.today())
    uow.session.flush()  # the next copy is to get the next number


def stamp_of(
    uow: UnitOfWork, row: Disclosure, before: Disclosure | None = None, reprint_of: str = ""
) -> Stamp:
    """Say what a copy bears on its pages."""
    approver = None if row.decided_by_id is None else uow.get(Staff, row.decided_by_id)
    if row.number is None or row.code is None or row.issued_at is None:
        raise AssertionError("only what was drawn is stamped")
    return Stamp(
        row.number,
        row.code,
        row.copy_no,
        row.copies,
        row.issued_at,
        approved_by="" if approver is None else approver.name,
        supersedes="" if before is None else before.number or "",
        reprint_of=reprint_of,
    )


def keep_copy(uow: UnitOfWork, row: Disclosure, made: MadePaper) -> None:
    """Keep a copy exactly as it was made, and its hash."""
    kept = keep_file(uow, made.content, f"{row.number}.pdf", media_type="application/pdf")
    row.file_id = kept.id
    row.sha256, row.pages, row.data_hash = made.sha256, made.pages, made.data_hash


def last_copy(uow: UnitOfWork, paper_id: UUID) -> int:
    """Give the highest number that a copy of a paper bears."""
    highest = select(func.max(Disclosure.copy_no)).where(Disclosure.paper_id == paper_id)
    return uow.session.scalar(highest) or 0


def touched(row: Disclosure) -> Changes:
    """Say which screens read anew: those on papers, and on the men on this one."""
    men = (man.case_id for man in row.cases)
    return Changes.of("disclosures", row.id) | Changes.of("cases", *men)
