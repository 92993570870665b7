"""Name what an exhibit speaks of: men, one of their events, incidents; found by name or number.

edit = TieEdit(kit, search); edit.changed.connect(...)
edit.named() -> tuple[Tie, ...]; edit.show_named(ties)
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import override
from uuid import UUID

from app.shapes.requests.exhibits import LinkTo
from app.shapes.search import HitKind, SearchHit
from app.ui.forms.named_things import NamedThings
from app.ui.forms.searches import MenSearch
from app.ui.widgets.kit import Kit, Words


class TieKind(StrEnum):
    """To what an exhibit is tied."""

    CASE = "case"
    EVENT = "event"
    INCIDENT = "incident"


@dataclass(frozen=True, slots=True)
class Tie:
    """A case, an event or an incident by its id, and how it is shown."""

    kind: TieKind
    id: str
    shown: str

    @property
    def key(self) -> str:
        """Return the id by which it is known."""
        return self.id

    def link(self) -> LinkTo:
        """Give the tie as the register takes it."""
        one = UUID(self.id)
        match self.kind:
            case TieKind.EVENT:
                return LinkTo(event_id=one)
            case TieKind.INCIDENT:
                return LinkTo(incident_id=one)
        return LinkTo(case_id=one)


_OFFERED = {
    HitKind.CASE: (TieKind.CASE, "person"),
    HitKind.INCIDENT: (TieKind.INCIDENT, "incidents"),
}


class TieEdit(NamedThings[Tie]):
    """Edit the list of what an exhibit speaks of."""

    def __init__(self, kit: Kit, search: MenSearch) -> None:
        super().__init__(
            kit,
            search,
            asked=lambda t: t.say("Name or number of a man, or an incident"),
            found=lambda t: t.say("Men and incidents found"),
        )
        self.column.insertWidget(0, self.chips)

    @override
    def icon_of(self, hit: SearchHit) -> str | None:
        return _OFFERED[hit.kind][1] if hit.kind in _OFFERED else None

    @override
    def made_of(self, hit: SearchHit) -> Tie:
        kind, _ = _OFFERED[hit.kind]
        shown = f"{hit.number} {hit.name}" if kind is TieKind.CASE else hit.name
        return Tie(kind, str(hit.id), shown)

    @override
    def nothing_words(self) -> Words:
        return lambda t: t.say("No man and no incident of that name or number.")

    @override
    def chip_hint(self) -> Words:
        return lambda t: t.say("Delete takes this out")
