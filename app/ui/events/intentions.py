"""Say what a form of an event is for: a new event, a corrected one, or one more source.

Each intention gives the form its beginning, its draft's name, what saving does and what to say.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol  # Any: reader and unit of work, floors the window never names
from uuid import UUID

from app.i18n import Translator
from app.queries.cases.preview import Preview, preview_account, preview_correction, preview_status
from app.services.cases.events import add_assertion, correct_event, record_event
from app.shapes.case_file import EventView
from app.shapes.changes import Outcome
from app.shapes.requests.evidence import AddAssertion, CorrectEvent, RecordEvent
from app.ui.events.draft import EventDraft, standing
from app.ui.events.source_draft import Fault, FaultKind, SourceDraft
from models.vocabulary.evidence import Credibility

type UseCase = Callable[[Any], Outcome[Any]]
type Look = Callable[[Any], Preview]


class Intention(Protocol):
    """What a form of an event is for."""

    @property
    def case_id(self) -> UUID:
        """Return whose event it is."""
        ...

    @property
    def form(self) -> str:
        """Return the name under which its draft is kept."""
        ...

    @property
    def about(self) -> str:
        """Return what its draft is about."""
        ...

    @property
    def asks_event(self) -> bool:
        """Tell whether it asks what happened, when and where."""
        ...

    @property
    def asks_reason(self) -> bool:
        """Tell whether it asks why."""
        ...

    def title(self, t: Translator) -> str:
        """Say what the form is for."""
        ...

    def save_words(self, t: Translator) -> str:
        """Say what the button that saves does."""
        ...

    def done(self, t: Translator) -> str:
        """Say that it was saved."""
        ...

    def start(self, lang: str) -> EventDraft:
        """Return the draft the form begins with."""
        ...

    def faults(self, draft: EventDraft) -> list[Fault]:
        """List what stops a save beyond what the draft says of itself."""
        ...

    def corroborated(self, draft: EventDraft) -> bool:
        """Tell whether another, independent source speaks of the event."""
        ...

    def use_case(self, draft: EventDraft) -> UseCase:
        """Return what saving does."""
        ...

    def look(self, draft: EventDraft) -> Look | None:
        """Return the query that tells what would change; None while it cannot be told."""
        ...


@dataclass(frozen=True, slots=True)
class Recording:
    """A new event of one man."""

    case_id: UUID
    form = "record_event"
    asks_event = True
    asks_reason = False

    @property
    def about(self) -> str:
        """Return what its draft is about."""
        return str(self.case_id)

    def title(self, t: Translator) -> str:
        """Say what the form is for."""
        return t.say("Record an event")

    def save_words(self, t: Translator) -> str:
        """Say what the button that saves does."""
        return t.say("Save event")

    def done(self, t: Translator) -> str:
        """Say that it was saved."""
        return t.say("Event saved.")

    def start(self, lang: str) -> EventDraft:  # noqa: ARG002  a new event has no words yet
        """Return the draft the form begins with."""
        return EventDraft()

    def faults(self, draft: EventDraft) -> list[Fault]:  # noqa: ARG002  nothing more is asked
        """List what stops a save beyond what the draft says of itself."""
        return []

    def corroborated(self, draft: EventDraft) -> bool:  # noqa: ARG002  nobody else spoke yet
        """Tell whether another, independent source speaks of the event."""
        return False

    def use_case(self, draft: EventDraft) -> UseCase:
        """Return what saving does: one event in the case of each man."""
        others = tuple(UUID(man.case) for man in draft.others)
        request = draft.request((self.case_id, *others))
        return lambda uow: record_event(uow, request)

    def look(self, draft: EventDraft) -> Look | None:
        """Return the query that tells what would change."""
        if draft.code is None:
            return None
        request = draft.request((self.case_id,))
        return lambda reader: preview_status(reader, request)


@dataclass(frozen=True, slots=True)
class Correcting:
    """A corrected event in the place of a recorded one, which stays struck through."""

    case_id: UUID
    event: EventView
    form = "correct_event"
    asks_event = True
    asks_reason = True

    @property
    def about(self) -> str:
        """Return what its draft is about."""
        return str(self.event.id)

    def title(self, t: Translator) -> str:
        """Say what the form is for."""
        return t.say("Correct an event")

    def save_words(self, t: Translator) -> str:
        """Say what the button that saves does."""
        return t.say("Save correction")

    def done(self, t: Translator) -> str:
        """Say that it was saved."""
        return t.say("Corrected. The former text stays, struck through.")

    def start(self, lang: str) -> EventDraft:
        """Return the draft the form begins with."""
        return EventDraft.of(self.event, lang)

    def faults(self, draft: EventDraft) -> list[Fault]:
        """List what stops a save beyond what the draft says of itself."""
        return [] if draft.reason.strip() else [Fault("reason", FaultKind.NO_REASON)]

    def corroborated(self, draft: EventDraft) -> bool:  # noqa: ARG002  its accounts stand already
        """Tell whether another, independent source speaks of the event."""
        return len({one.independence_group or one.source.id for one in standing(self.event)}) > 1

    def use_case(self, draft: EventDraft) -> UseCase:
        """Return what saving does; an account that was left as it was is carried over."""
        request = CorrectEvent(
            self.event.id, self.event.version, self._request(draft), draft.reason.strip()
        )
        return lambda uow: correct_event(uow, request)

    def look(self, draft: EventDraft) -> Look | None:
        """Return the query that tells what would change."""
        if draft.code is None:
            return None
        request, event_id = self._request(draft), self.event.id
        return lambda reader: preview_correction(reader, event_id, request)

    def _request(self, draft: EventDraft) -> RecordEvent:
        """Give the corrected event; what the form does not ask stays. A sign-off is given anew."""
        request = draft.request((self.case_id,))
        if request.code is self.event.code:
            request = replace(request, evidence_class=self.event.evidence_class)
        said = standing(self.event)
        if len(said) == 1 and said_alike(draft.who, SourceDraft.of(said[0], "en")):
            return replace(request, said_by=())
        return request


@dataclass(frozen=True, slots=True)
class AddingSource:
    """One more source that speaks of a recorded event."""

    case_id: UUID
    event: EventView
    form = "add_source"
    asks_event = False
    asks_reason = False

    @property
    def about(self) -> str:
        """Return what its draft is about."""
        return str(self.event.id)

    def title(self, t: Translator) -> str:
        """Say what the form is for."""
        return t.say("One more source")

    def save_words(self, t: Translator) -> str:
        """Say what the button that saves does."""
        return t.say("Save source")

    def done(self, t: Translator) -> str:
        """Say that it was saved."""
        return t.say("Source added.")

    def start(self, lang: str) -> EventDraft:
        """Return the draft the form begins with: the event stands, nobody speaks yet."""
        return replace(EventDraft.of(self.event, lang), who=SourceDraft())

    def faults(self, draft: EventDraft) -> list[Fault]:
        """List what stops a save beyond what the draft says of itself."""
        empty = draft.who.is_empty and not draft.who.is_named
        return [Fault("source", FaultKind.NO_SOURCE)] if empty else []

    def corroborated(self, draft: EventDraft) -> bool:
        """Tell whether another, independent source speaks of the event."""
        group = draft.who.group or draft.who.source
        return any(
            (one.independence_group or str(one.source.id)) != group for one in standing(self.event)
        )

    def use_case(self, draft: EventDraft) -> UseCase:
        """Return what saving does."""
        request = AddAssertion(self.event.id, draft.who.said_by())
        return lambda uow: add_assertion(uow, request)

    def look(self, draft: EventDraft) -> Look | None:
        """Return the query that tells what would change."""
        if not draft.who.is_named or draft.who.faults():
            return None
        request, case_id = AddAssertion(self.event.id, draft.who.said_by()), self.case_id
        return lambda reader: preview_account(reader, case_id, request)


def said_alike(one: SourceDraft, other: SourceDraft) -> bool:
    """Tell whether two accounts say the same, however their source is shown."""
    return _bare(one) == _bare(other)


def _bare(draft: SourceDraft) -> SourceDraft:
    place = replace(draft.account_place, name="")
    return replace(draft, shown="", note="", kind=SourceDraft().kind, account_place=place)


def certain_alone(draft: EventDraft, intention: Intention) -> bool:
    """Tell whether information is graded 1 although nobody independent agrees (Status 7)."""
    return draft.who.credibility is Credibility.ONE and not intention.corroborated(draft)
