"""Use case: two files are one man; the one is taken into the other, and nothing is lost (AT20).

Every row that tells of the man comes over. What the two files say differently is chosen; the other
word stays with the source that said it, in the file that is left behind, and in the record of the
merge. The file left behind is out of every list and count, and its number leads on.
"""

from __future__ import annotations

from sqlalchemy import select

from app.db.dialect import hold_alone
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, MergeForbidden, MergeNeedsReason
from app.queries.merged import refuse_merged_in
from app.queries.merging.fields import FIELDS, proposed
from app.queries.merging.guards import objections
from app.queries.merging.parting import Moved, hanging_on
from app.services.cases.event_rows import new_event
from app.services.finding.register_line import refresh
from app.services.merging.choices import File, write_choices
from app.services.merging.rows import (
    carry_decisions,
    carry_over,
    import_rows_of,
    lead_import_rows,
)
from app.services.typed_text import line
from app.shapes.changes import Changes, Outcome
from app.shapes.merging import Merged
from app.shapes.requests.evidence import RecordEvent
from app.shapes.requests.merging import MergeRequest, MergeSide
from models.cases import Case
from models.merges import Merge
from models.people import Person
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.merging import MergeField, Whose
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.roles import Action
from models.vocabulary.status import Admin


def merge_cases(uow: UnitOfWork, request: MergeRequest) -> Outcome[Merged]:
    """Take one file into another.

    Raises:
        NotAllowed; NotFound; BadInput: it is one file, or a choice cannot be; CaseInBin;
        CaseMerged; CaseChangedMeanwhile; MergeForbidden; MergeNeedsReason.
    """
    uow.doing(Action.MERGE_CASES, named="merge_cases")
    why = line(request.reason, "reason", limit=500)
    uow.because(why)
    if request.survivor.case_id == request.absorbed.case_id:
        raise BadInput("case", "one_file")
    _hold(uow, request)
    ours, theirs = _file(uow, request.survivor), _file(uow, request.absorbed)
    refuse_merged_in(uow.session, [ours.case.id, theirs.case.id])
    _refuse_what_is_forbidden(uow, request, ours, theirs, why)
    own = frozenset(hanging_on(uow.session, ours.case.id))
    listed = import_rows_of(uow, theirs.case.id)
    write_choices(uow, ours, theirs, request.choices)
    uow.session.flush()
    carry_over(uow, ours.case.id, theirs.case.id)
    theirs.case.admin = Admin.MERGED
    theirs.case.merged_into_id = ours.case.id
    uow.session.flush()
    rows = {(thing.table, thing.id): thing.fields for thing in uow.history.changed()}
    decided = carry_decisions(uow, ours.case.id, theirs.case.id)
    merge = Merge(
        survivor_id=ours.case.id,
        absorbed_id=theirs.case.id,
        moved=Moved(rows, tuple(listed), own, tuple(decided)).written(),
        reason=why,
    )
    uow.session.add(merge)
    _tell_the_file(uow, theirs.case, ours.case.number)
    lead_import_rows(uow, listed, ours.case.id)
    uow.session.flush()
    uow.session.expire_all()
    refresh(uow, [ours.case.id, theirs.case.id])
    done = Merged(merge.id, ours.case.id, ours.case.number, theirs.case.number)
    return Outcome(done, Changes.of("cases", ours.case.id, theirs.case.id))


def _hold(uow: UnitOfWork, request: MergeRequest) -> None:
    """Let nobody hang anything on the two meanwhile: what came too late would be left behind."""
    both = sorted((request.survivor.case_id, request.absorbed.case_id))
    for kind in (Person, Case):
        hold_alone(uow.session, select(kind.id).where(kind.id.in_(both)).order_by(kind.id))


def _file(uow: UnitOfWork, side: MergeSide) -> File:
    return File(
        uow.get(Case, side.case_id, side.version),
        uow.get(Person, side.case_id, side.person_version),
    )


def _refuse_what_is_forbidden(
    uow: UnitOfWork, request: MergeRequest, ours: File, theirs: File, why: str
) -> None:
    columns = FIELDS[MergeField.BIRTH]
    whose = request.choices.get(
        MergeField.BIRTH, proposed(MergeField.BIRTH, ours.says(columns), theirs.says(columns))
    )
    born = theirs.person.birth if whose is Whose.ABSORBED else ours.person.birth
    found = objections(uow.session, ours.case.id, theirs.case.id, uow.clock.today(), born)
    if found.bars:
        raise MergeForbidden(bars=found.bars)
    if found.doubts and not why:
        raise MergeNeedsReason(found.doubts)


def _tell_the_file(uow: UnitOfWork, absorbed: Case, survivor: str) -> None:
    """Note in the file left behind where its man is now (A111)."""
    today = PartialDate.on(uow.clock.today())
    new_event(
        uow,
        absorbed.id,
        RecordEvent(
            case_ids=(absorbed.id,),
            code=EventCode.A111,
            occurred=today,
            particulars={Extra.SURVIVOR_CASE.value: survivor},
        ),
    )
