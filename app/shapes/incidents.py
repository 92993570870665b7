"""An incident as its page shows it: people, positions, units, claims beside our own counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.shapes.case_file import SourceView
from app.shapes.claims import Compared, ListOfClaim
from app.shapes.places import PlaceView
from models.vocabulary.accounts import Channel, ClaimCategory, ClaimForm
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import AccountingLine


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """One line in the list of incidents."""

    id: UUID
    number: str
    title: str
    title_hy: str
    title_ru: str
    occurred: PartialDate
    place: PlaceView | None
    cases: int

    def title_in(self, lang: str) -> str:
        """Give the title in a language."""
        return {"hy": self.title_hy, "ru": self.title_ru}.get(lang, "") or self.title


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A published count beside ours; `compared` is None where we keep no count of the same words.

    `counts` says in the query language of the register whom it counts; `place` narrows it to men
    last seen there; `names` is the list that came with it.
    """

    id: UUID
    version: int
    category: ClaimCategory
    form: ClaimForm
    number_from: int | None
    number_to: int | None
    scope: str
    scope_hy: str
    scope_ru: str
    counts: str
    place: PlaceView | None
    names: ListOfClaim | None
    words: str
    words_lang: str
    as_of: PartialDate
    said: PartialDate
    source: SourceView
    grade: str
    compared: Compared | None
    superseded: bool
    supersedes_id: UUID | None
    withdrawn_at: datetime | None
    withdrawn_reason: str

    def scope_in(self, lang: str) -> str:
        """Give the scope in a language."""
        return {"hy": self.scope_hy, "ru": self.scope_ru}.get(lang, "") or self.scope


@dataclass(frozen=True, slots=True)
class PositionView:
    """A position with the number of men registered at it."""

    id: UUID
    name: str
    name_hy: str
    name_ru: str
    unit_id: UUID | None
    unit: str
    unit_hy: str
    unit_ru: str
    place: PlaceView | None
    cases: int

    def unit_in(self, lang: str) -> str:
        """Give the unit in a language, else as it was entered."""
        return {"hy": self.unit_hy, "ru": self.unit_ru}.get(lang, "") or self.unit

    def name_in(self, lang: str) -> str:
        """Give the name in a language."""
        return {"hy": self.name_hy, "ru": self.name_ru}.get(lang, "") or self.name


@dataclass(frozen=True, slots=True)
class HandoverView:
    """One return operation, with the counts that others announced for it."""

    id: UUID
    number: str
    occurred: PartialDate
    channel: Channel
    headcount: int | None
    place: PlaceView | None
    route: str
    route_hy: str
    route_ru: str
    remark: str
    claims: tuple[ClaimView, ...]

    def route_in(self, lang: str) -> str:
        """Give the route in a language."""
        return {"hy": self.route_hy, "ru": self.route_ru}.get(lang, "") or self.route


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """Everything the incident page shows.

    `by_line` counts its cases by the lines of the accounting sheet, which exclude one another.
    """

    id: UUID
    version: int
    number: str
    title: str
    title_hy: str
    title_ru: str
    occurred: PartialDate
    place: PlaceView | None
    place_as_reported: str
    summary: str
    summary_hy: str
    summary_ru: str
    positions: tuple[PositionView, ...]
    claims: tuple[ClaimView, ...]
    handovers: tuple[HandoverView, ...]
    by_line: Mapping[AccountingLine, int]
    cases: int

    def title_in(self, lang: str) -> str:
        """Give the title in a language."""
        return {"hy": self.title_hy, "ru": self.title_ru}.get(lang, "") or self.title

    def summary_in(self, lang: str) -> str:
        """Give the summary in a language."""
        return {"hy": self.summary_hy, "ru": self.summary_ru}.get(lang, "") or self.summary
