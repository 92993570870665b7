"""Say what follows from asking a body and from its answer: events, and how far a submission is."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.lists import Reply
from models.vocabulary.status import Ack, FacetValue, Icrc, Repat, Rule39
from models.vocabulary.submissions import Body, StepKind, SubmissionKind, SubmissionState

_C = EventCode

SILENT_AFTER_DAYS = 30
"""Where no day for an answer was set, so many days without one are worth a reminder."""


class Recorded(NamedTuple):
    """An event that is to be recorded in a man's case, and what it says in so many words."""

    code: EventCode
    says: FacetValue | None = None


_ASKS = frozenset(
    {
        SubmissionKind.TRACING_REQUEST,
        SubmissionKind.ENQUIRY,
        SubmissionKind.URGENT_APPEAL,
        SubmissionKind.FOLLOW_UP,
        SubmissionKind.LIST,
    }
)
_BEFORE_THE_GROUP = frozenset(
    {
        SubmissionKind.URGENT_APPEAL,
        SubmissionKind.COMMUNICATION,
        SubmissionKind.TRACING_REQUEST,
        SubmissionKind.APPLICATION,
    }
)
_OWN_SIDE = frozenset({Body.OWN_MINISTRY, Body.STATE_COMMISSION})


def events_of_sending(
    body: Body, kind: SubmissionKind, *, with_list: bool = False
) -> tuple[Recorded, ...]:
    """Name what is recorded in each man's case when a submission goes out (domain.md 3.3)."""
    found = []
    if body is Body.ADVERSE_COMMISSION and kind in _ASKS:
        found.append(Recorded(_C.D22, Ack.ASKED))
    if body is Body.ICRC and kind in {SubmissionKind.TRACING_REQUEST, SubmissionKind.ENQUIRY}:
        found.append(Recorded(_C.D22, Icrc.TRACING_OPEN))
    if kind is SubmissionKind.LIST or with_list:
        found.append(Recorded(_C.R60, _listed(body)))
    if body is Body.COURT and kind is SubmissionKind.INTERIM_MEASURES:
        found.append(Recorded(_C.L46, Rule39.REQUESTED))
    if body is Body.COURT and kind is SubmissionKind.APPLICATION:
        found.append(Recorded(_C.L50))
    if body is Body.UN_WORKING_GROUP and kind in _BEFORE_THE_GROUP:
        found.append(Recorded(_C.L51))
    return tuple(found)


def _listed(body: Body) -> FacetValue:
    """A list at the Red Cross opens the tracing; one at home is not yet a claim (3.8)."""
    if body is Body.ICRC:
        return Icrc.TRACING_OPEN
    return Repat.LISTED_OWN if body in _OWN_SIDE else Repat.CLAIM_SUBMITTED


#: Answers that say where a man is or what became of him.
_CLARIFIES = frozenset({Reply.ACKNOWLEDGED, Reply.DECEASED, Reply.UNDER_PROSECUTION})


def events_of_reply(
    body: Body, kind: SubmissionKind, reply: Reply, *, with_list: bool = False,
    official: bool = False,
) -> tuple[Recorded, ...]:  # fmt: skip
    """Name what is recorded when a body answers about a man; the first is the answer itself.

    `official`: of a death there is a notification with a document (X81), not only a word (X80).
    Silence and what fits no word record nothing: they stay with the submission.
    """
    found: list[Recorded] = []
    listed = with_list or kind is SubmissionKind.LIST
    match reply:
        case Reply.ACKNOWLEDGED:
            found.append(Recorded(_C.D20, Ack.ACK_OFFICIAL))
        case Reply.UNDER_PROSECUTION:
            found.extend((Recorded(_C.D20, Ack.ACK_OFFICIAL), Recorded(_C.L40)))
        case Reply.NOT_IDENTIFIED:
            found.append(Recorded(_C.D21, Ack.NOT_IDENTIFIED))
        case Reply.DECEASED:
            found.append(Recorded(_C.X81 if official else _C.X80))
        case Reply.REFUSED:
            found.append(Recorded(_C.R61, Repat.REFUSED) if listed else Recorded(_C.R63))
        case Reply.NO_REPLY | Reply.OTHER:
            pass
    if reply is Reply.NO_REPLY:
        return ()
    if listed and reply is not Reply.REFUSED:
        found.append(Recorded(_C.R61))
    if body is Body.COURT and kind is SubmissionKind.INTERIM_MEASURES:
        found.append(Recorded(_C.L49))
    if body is Body.UN_WORKING_GROUP and reply in _CLARIFIES:
        found.append(Recorded(_C.L52))
    return tuple(found)


#: Which event says that an interim measure stands so (domain.md 2.10); home is computed.
EVENT_OF_MEASURE: dict[Rule39, Recorded] = {
    Rule39.REQUESTED: Recorded(_C.L46, Rule39.REQUESTED),
    Rule39.INFO_SOUGHT: Recorded(_C.L46, Rule39.INFO_SOUGHT),
    Rule39.APPLIED: Recorded(_C.L47),
    Rule39.SUSPENDED: Recorded(_C.L48, Rule39.SUSPENDED),
    Rule39.REFUSED: Recorded(_C.L48, Rule39.REFUSED),
    Rule39.LIFTED: Recorded(_C.L48, Rule39.LIFTED),
}
DECIDED = frozenset({Rule39.APPLIED, Rule39.SUSPENDED, Rule39.REFUSED, Rule39.LIFTED})

#: As which kind of source a body speaks.
SPEAKS_AS: dict[Body, SourceKind] = {
    Body.ICRC: SourceKind.ICRC,
    Body.OWN_MINISTRY: SourceKind.MOD_OWN,
    Body.STATE_COMMISSION: SourceKind.STATE_COMMISSION_OWN,
    Body.ADVERSE_COMMISSION: SourceKind.STATE_COMMISSION_ADVERSE,
    Body.PEACEKEEPERS: SourceKind.PEACEKEEPERS,
    Body.COURT: SourceKind.ECHR,
    Body.UN_WORKING_GROUP: SourceKind.UN_BODY,
    Body.UN_COMMITTEE: SourceKind.UN_BODY,
    Body.FOREIGN_STATE: SourceKind.FOREIGN_STATE,
    Body.NATIONAL_SOCIETY: SourceKind.NATIONAL_SOCIETY,
    Body.OTHER: SourceKind.OTHER,
}


def submission_state(
    steps: Sequence[StepKind], due_on: date | None, men: int, answered: int, today: date
) -> SubmissionState:
    """Compute how far a submission is from its steps and the answers about its men.

    Past its day and not wholly answered it is overdue, whatever came in part.
    """
    if StepKind.CLOSED in steps:
        return SubmissionState.CLOSED
    if StepKind.SENT not in steps:
        return SubmissionState.DRAFT
    whole = men > 0 and answered >= men
    in_one_word = answered == 0 and not {StepKind.ANSWERED, StepKind.DECIDED}.isdisjoint(steps)
    if whole or in_one_word:
        return SubmissionState.ANSWERED
    if due_on is not None and due_on < today:
        return SubmissionState.OVERDUE
    return SubmissionState.PARTLY_ANSWERED if answered else SubmissionState.SENT


def why_he_stays(
    steps: Collection[StepKind], reply: Reply | None = None, measure: Rule39 | None = None
) -> str | None:
    """Say why whom it asks about can no longer be changed; None while it is an open draft.

    What was asked stays as it went; a man with an answer stays even if it is his alone.
    """
    if reply not in (None, Reply.NO_REPLY) or measure in DECIDED:
        return "submission_man_answered"
    if StepKind.SENT in steps:
        return "submission_sent_already"
    return "submission_closed" if StepKind.CLOSED in steps else None


WAITING = frozenset(
    {SubmissionState.SENT, SubmissionState.OVERDUE, SubmissionState.PARTLY_ANSWERED}
)
"""States in which somebody still owes us an answer."""


def silent_since(due_on: date | None, last_heard: date | None, today: date, days: int) -> bool:
    """Say whether a body has kept silent so long that no day was needed to notice."""
    return due_on is None and last_heard is not None and last_heard < today - timedelta(days=days)
