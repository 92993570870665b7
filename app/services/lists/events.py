"""Which events a row of a list and an answer to it are, with the list as their source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from app.db.unit_of_work import UnitOfWork
from app.queries.lists.candidates import Likely
from app.search.listed_man import bears_his_name, has_two_identifiers, is_name_only
from app.services.cases.event_rows import new_event
from app.services.typed_text import line, prose
from app.shapes.requests.evidence import UNKNOWN_DATE, RecordEvent
from models.events import Assertion, Event
from models.lists import ListRow, ListVersion, NameList
from models.sources import Source
from models.vocabulary.accounts import Channel, SourceKind
from models.vocabulary.event_codes import EventCode, Extra
from models.vocabulary.evidence import Credibility, EventTrait, Reliability
from models.vocabulary.lists import ListDirection, ListType, Reply
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Ack, Icrc

#: Whose list makes of a name one who is held (domain.md 3.3 C15).
_NAMES_CAPTIVES = frozenset(
    {
        SourceKind.MOD_ADVERSE,
        SourceKind.SECURITY_SERVICE_ADVERSE,
        SourceKind.COURT_ADVERSE,
        SourceKind.STATE_COMMISSION_ADVERSE,
        SourceKind.ICRC,
        SourceKind.NATIONAL_SOCIETY,
    }
)
_ASKING = frozenset({ListType.TRACING, ListType.NEGOTIATION})
_REPLY_CODES: Mapping[Reply, EventCode] = {
    Reply.ACKNOWLEDGED: EventCode.D20,
    Reply.NOT_IDENTIFIED: EventCode.D21,
    Reply.DECEASED: EventCode.X80,
    Reply.REFUSED: EventCode.R63,
    Reply.UNDER_PROSECUTION: EventCode.L40,
    Reply.NO_REPLY: EventCode.D22,
    Reply.OTHER: EventCode.R61,
}
_REPLY_SAYS: Mapping[Reply, str] = {
    Reply.ACKNOWLEDGED: Ack.ACK_OFFICIAL.value,
    Reply.NOT_IDENTIFIED: Ack.NOT_IDENTIFIED.value,
    Reply.NO_REPLY: Ack.NO_REPLY.value,
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """How surely a row means the man it is tied to (domain.md 3.6 P12)."""

    name_only: bool = False
    homonym: bool = False
    two_identifiers: bool = False


NO_DOUBT = Doubt()


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered about a row: by whom, on which day, in which words, how good."""

    reply: Reply
    source_id: UUID | None
    on: PartialDate = UNKNOWN_DATE
    words: str = ""
    words_lang: str = ""
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.SIX
    document: str = ""
    official_notice: bool = False


def doubt_of(likely: Likely, case_id: UUID) -> Doubt:
    """Say how surely a row means a man, by what it resembles in the whole register.

    A man whom nothing but a decision ties to the row is known by less than his name.
    """
    his = next((one for other, one in likely if other == case_id), None)
    homonym = any(other != case_id and bears_his_name(one) for other, one in likely)
    if his is None:
        return Doubt(name_only=True, homonym=homonym)
    return Doubt(is_name_only(his), homonym, has_two_identifiers(his))


def entry_name(of: NameList, version: ListVersion, row: ListRow) -> str:
    """Name a row as every paper cites it."""
    return f"{of.number} v{version.version_no}, row {row.row_no}"


def standing_event(
    of: NameList, version: ListVersion, row: ListRow, doubt: Doubt
) -> RecordEvent | None:
    """Say which event it is that a man stands on a list; None: a name on it is no event.

    A manifest or a list of those who returned brings nobody home: that he came is recorded where
    somebody saw him (product.md rule 5).
    """
    when = version.passed_on if version.passed_on.edtf else version.dated
    entry = {Extra.LIST_ENTRY.value: entry_name(of, version, row)}
    channel = {Extra.CHANNEL.value: of.channel.value}
    out = of.direction is ListDirection.OUT
    if of.kind is ListType.ACKNOWLEDGED and not out:
        if of.issuer is None or of.issuer.kind not in _NAMES_CAPTIVES:
            return None
        traits = {EventTrait.IN_WRITING}
        if doubt.two_identifiers:
            traits.add(EventTrait.TWO_IDENTIFIERS)
        event = RecordEvent((), EventCode.C15, when, particulars=entry, traits=frozenset(traits))
        return replace(event, name_only=doubt.name_only, homonym=doubt.homonym)
    if of.kind in _ASKING and out:
        traced = of.kind is ListType.TRACING and of.channel is Channel.ICRC
        says = Icrc.TRACING_OPEN.value if traced else ""
        return RecordEvent((), EventCode.R60, when, particulars=entry | channel, says=says)
    if of.kind is ListType.EXCHANGE:
        event = RecordEvent((), EventCode.R62, when, particulars=channel)
        return replace(event, name_only=doubt.name_only, homonym=doubt.homonym)
    return None


def reply_code(reply: Reply, *, official_notice: bool = False) -> EventCode:
    """Say which event an answer is; a death that an authority notified is more than a report."""
    if reply is Reply.DECEASED and official_notice:
        return EventCode.X81
    return _REPLY_CODES[reply]


def reply_event(
    of: NameList, version: ListVersion, row: ListRow, answer: Answer, body: Source | None,
    doubt: Doubt,
) -> RecordEvent:  # fmt: skip
    """Say which event an answer about a man is (domain.md 3.8 step 3)."""
    code = reply_code(answer.reply, official_notice=answer.official_notice)
    entry = entry_name(of, version, row)
    said_by = named_in_event(body)
    words = line(answer.words, "words", limit=20_000)[:600]
    particulars: dict[EventCode, dict[Extra, str]] = {
        EventCode.D20: {Extra.BODY: said_by, Extra.FORM: entry},
        EventCode.D21: {Extra.BODY: said_by, Extra.WORDING: words},
        EventCode.X81: {Extra.AUTHORITY: said_by, Extra.DOCUMENT: answer.document or entry},
        EventCode.R63: {Extra.REASON: words or entry},
        EventCode.L40: {Extra.COURT: said_by},
        EventCode.D22: {Extra.REQUEST: entry},
        EventCode.R61: {Extra.LIST_ENTRY: entry, Extra.REPLY: words},
    }
    traits = {EventTrait.IN_WRITING} if code is EventCode.D20 else set()
    if code is EventCode.D20 and doubt.two_identifiers:
        traits.add(EventTrait.TWO_IDENTIFIERS)
    return RecordEvent(
        case_ids=(),
        code=code,
        occurred=answer.on,
        particulars={key.value: text for key, text in particulars.get(code, {}).items()},
        says=_REPLY_SAYS.get(answer.reply, ""),
        traits=frozenset(traits),
        name_only=doubt.name_only,
        homonym=doubt.homonym,
    )


def record_of_row(
    uow: UnitOfWork, request: RecordEvent, row: ListRow, case_id: UUID, said: Answer | None,
    of: NameList, version: ListVersion, occurrence_id: UUID | None = None,
) -> Event:  # fmt: skip
    """Record an event of a row; its source is the issuer of the list, or who answered.

    The grade is that of the version, which somebody judged who may: deciding rows needs no right
    to grade.

    Raises:
        BadInput: it lies in the future.
    """
    event = new_event(uow, case_id, request, occurrence_id=occurrence_id)
    if said is None:
        say_by_list(uow, event, of, version, row)
    elif said.source_id is not None:
        uow.session.add(
            Assertion(
                event_id=event.id,
                case_id=case_id,
                source_id=said.source_id,
                said=said.on,
                words=prose(said.words, "words"),
                words_lang=said.words_lang,
                reliability=said.reliability,
                credibility=said.credibility,
                locator=locator_of(of, version, row),
            )
        )
    return event


def say_by_list(
    uow: UnitOfWork, event: Event, of: NameList, version: ListVersion, row: ListRow
) -> None:
    """Let the issuer of a list, where it has one, be the source of an event of its row."""
    if of.issuer_id is None:
        return
    uow.session.add(
        Assertion(
            event_id=event.id,
            case_id=event.case_id,
            source_id=of.issuer_id,
            said=version.dated,
            words=row.name,
            words_lang=version.language,
            reliability=version.reliability,
            credibility=version.credibility,
            locator=locator_of(of, version, row),
        )
    )


def locator_of(of: NameList, version: ListVersion, row: ListRow) -> str:
    """Say where in the source a row stands."""
    return entry_name(of, version, row)[:300]


def named_in_event(source: Source | None) -> str:
    """Name who answered inside an event; a confidential source by its code, wherever it shows."""
    return "" if source is None else source.code if source.confidential else source.title
