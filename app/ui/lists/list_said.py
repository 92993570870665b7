"""Hold what is said of a list while it is typed, as it comes in and later; no window here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.shapes.requests.lists import ListDetails
from app.ui.events.source_draft import Fault, SourceDraft
from app.ui.events.spoken import fault_sentence
from app.ui.forms.typed import typed_date
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from models.vocabulary.accounts import Channel
from models.vocabulary.date_terms import NotADate
from models.vocabulary.lists import ListDirection, ListType

type Problems = list[tuple[str, Words]]

NOBODY = SourceDraft()


@dataclass(frozen=True, slots=True)
class ListSaid:
    """What list it is, whose, how it came. `issuer` carries the grade of the version too."""

    kind: ListType = ListType.TRACING
    direction: ListDirection = ListDirection.IN
    title: str = ""
    issuer: SourceDraft = NOBODY
    recipient: str = ""
    channel: Channel = Channel.OTHER
    dated: str = ""
    passed_on: str = ""
    incident: str = ""
    handover: str = ""
    remark: str = ""

    def day_problems(self, today: date) -> Problems:
        """List what stops a save in its dates."""
        found: Problems = []
        for field, text in (("dated", self.dated), ("passed_on", self.passed_on)):
            try:
                typed_date(text, today)
            except NotADate as fault:
                found.append((field, _refused(fault)))
        return found

    def details_problems(self, today: date) -> Problems:
        """List what stops a save in what is said of the list through all its versions."""
        found: Problems = []
        if not self.title.strip():
            found.append(("title", lambda t: t.say("Give the list a title.")))
        if self.direction is ListDirection.IN and not self.issuer.is_named:
            found.append(("source", lambda t: t.say("Say who made the list.")))
        else:
            found += [(one.field, _fault(one)) for one in self.issuer.faults(today)]
        return found

    def details(self) -> ListDetails:
        """Give what is said of the list as the register takes it."""
        return ListDetails(
            kind=self.kind,
            direction=self.direction,
            title=self.title.strip(),
            issuer=self.issuer.said_by().source if self.issuer.is_named else None,
            recipient=self.recipient.strip(),
            channel=self.channel,
            incident_id=UUID(self.incident) if self.incident else None,
            handover_id=UUID(self.handover) if self.handover else None,
            remark=self.remark.strip(),
        )


def _refused(fault: NotADate) -> Words:
    return lambda t: refusal(fault, t)


def _fault(fault: Fault) -> Words:
    return lambda t: fault_sentence(fault, t)
