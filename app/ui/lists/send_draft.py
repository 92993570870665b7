"""Hold a list of our own men while it is being drawn up; no window here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from app.shapes.lists import ListPage
from app.shapes.requests.lists import ListDetails, SendList, VersionDetails
from app.ui.events.draft import OtherMan
from app.ui.forms.typed import typed_date
from app.ui.widgets.date_sentences import refusal
from app.ui.widgets.kit import Words
from models.vocabulary.accounts import Channel
from models.vocabulary.date_terms import NotADate
from models.vocabulary.lists import ListDirection, ListType
from models.vocabulary.papers import LegalBasis

type Problems = list[tuple[str, Words]]

#: What a list of ours may be for.
KINDS = (ListType.NEGOTIATION, ListType.EXCHANGE, ListType.TRACING)


@dataclass(frozen=True, slots=True)
class ManRemark:
    """What the list says beside a man."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class SendDraft:
    """What stands in the form; men by the ids of their cases."""

    men: tuple[OtherMan, ...] = ()
    left_out: tuple[str, ...] = ()
    remarks: tuple[ManRemark, ...] = ()
    kind: ListType = ListType.NEGOTIATION
    title: str = ""
    recipient: str = ""
    channel: Channel = Channel.OTHER
    basis: LegalBasis = LegalBasis.CONSENT
    with_units: bool = False
    language: str = "hy"
    dated: str = ""
    passed_on: str = ""
    remark: str = ""
    is_next: bool = False

    @classmethod
    def next_of(cls, page: ListPage) -> SendDraft:
        """Begin the next version of a list; whom it names is read beside it."""
        head = page.list
        return cls(
            kind=head.kind,
            title=head.title,
            recipient=head.recipient,
            channel=head.channel,
            language=page.version.language or "hy",
            is_next=True,
        )

    def problems(self, today: date) -> Problems:
        """List what stops the list from going out, but for who may not be on it."""
        found: Problems = []
        if not self.going():
            found.append(("men", lambda t: t.say("Choose the men who are to stand on the list.")))
        if not self.is_next and not self.title.strip():
            found.append(("title", lambda t: t.say("Give the list a title.")))
        if not self.recipient.strip():
            found.append(("recipient", lambda t: t.say("Say to whom the list goes.")))
        for field, text in (("dated", self.dated), ("passed_on", self.passed_on)):
            try:
                typed_date(text, today)
            except NotADate as fault:
                found.append((field, _refused(fault)))
        return found

    def going(self) -> tuple[UUID, ...]:
        """Name the men who stay on it."""
        return tuple(UUID(man.key) for man in self.men if man.key not in self.left_out)

    def said_beside(self) -> dict[UUID, str]:
        """Give the remarks that were typed, by case."""
        return {UUID(one.key): one.text.strip() for one in self.remarks if one.text.strip()}

    def request(self, list_id: UUID | None) -> SendList:
        """Give the list as the register sends it; raises NotADate."""
        chosen = {man.key for man in self.men}
        return SendList(
            case_ids=tuple(UUID(man.key) for man in self.men),
            left_out=tuple(UUID(key) for key in self.left_out if key in chosen),
            basis=self.basis,
            list_id=list_id,
            language=self.language,
            version=VersionDetails(
                dated=typed_date(self.dated),
                passed_on=typed_date(self.passed_on),
                remark=self.remark.strip() if list_id is not None else "",
            ),
            details=None if list_id is not None else self._details(),
        )

    def _details(self) -> ListDetails:
        return ListDetails(
            kind=self.kind,
            direction=ListDirection.OUT,
            title=self.title.strip(),
            recipient=self.recipient.strip(),
            channel=self.channel,
            remark=self.remark.strip(),
        )


def _refused(fault: NotADate) -> Words:
    return lambda t: refusal(fault, t)
