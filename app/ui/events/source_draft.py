"""Hold who says so while it is being typed: a known source or a new one, words, day, grade."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from app.shapes.case_file import AssertionView
from app.shapes.requests.evidence import NewSource, SaidBy
from app.ui.forms.typed import shown_typed, typed_date
from app.ui.widgets.place_picker import ChosenPlace
from models.vocabulary.accounts import SourceKind
from models.vocabulary.date_terms import NotADate
from models.vocabulary.evidence import Credibility, Reliability

NO_PLACE = ChosenPlace()


class FaultKind(StrEnum):
    """Why a draft cannot be saved as it stands."""

    NO_CODE = "no_code"
    NOT_A_DATE = "not_a_date"
    NO_SOURCE = "no_source"
    NO_TITLE = "no_title"
    NO_REASON = "no_reason"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that stops a save: the field, the kind, and what the date module said."""

    field: str
    kind: FaultKind
    date: NotADate | None = None


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """Who says so, as typed. `source` is the id of a known source, else the new one's fields."""

    source: str = ""
    shown: str = ""
    note: str = ""
    is_new: bool = False
    kind: SourceKind = SourceKind.OTHER
    title: str = ""
    confidential: bool = False
    said: str = ""
    words: str = ""
    words_lang: str = ""
    locator: str = ""
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.SIX
    group: str = ""
    coerced: bool = False
    account: str = ""
    account_place: ChosenPlace = NO_PLACE
    account_condition: str = ""

    @property
    def is_named(self) -> bool:
        """Tell whether a source was chosen or is being entered."""
        return bool(self.source) or self.is_new

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing was entered about who says so."""
        return self == SourceDraft(kind=self.kind, words_lang=self.words_lang)

    def faults(self, today: date | None = None) -> list[Fault]:
        """List what stops a save."""
        found = []
        if not self.is_named and not self.is_empty:
            found.append(Fault("source", FaultKind.NO_SOURCE))
        if self.is_new and not self.title.strip():
            found.append(Fault("title", FaultKind.NO_TITLE))
        for name, text in (("said", self.said), ("account", self.account)):
            try:
                typed_date(text, today)
            except NotADate as fault:
                found.append(Fault(name, FaultKind.NOT_A_DATE, fault))
        return found

    def said_by(self) -> SaidBy:
        """Give who says so as the register takes it; raises NotADate."""
        source: UUID | NewSource
        if self.is_new:
            source = NewSource(self.kind, self.title.strip(), confidential=self.confidential)
        else:
            source = UUID(self.source)
        place = self.account_place
        return SaidBy(
            source=source,
            said=typed_date(self.said),
            words=self.words,
            words_lang=self.words_lang,
            reliability=self.reliability,
            credibility=self.credibility,
            independence_group=self.group,
            coerced=self.coerced,
            account=typed_date(self.account),
            account_place_id=UUID(place.key) if place.key else None,
            account_place_as_reported=place.said,
            account_condition=self.account_condition,
            locator=self.locator,
        )

    @classmethod
    def of(cls, said: AssertionView, lang: str, note: str = "") -> "SourceDraft":
        """Open what a source is recorded to have said."""
        place = said.account_place
        return cls(
            source=str(said.source.id),
            shown=shown_source(said.source.code, said.source.shown(lang)),
            note=note,
            said=shown_typed(said.said),
            words=said.words,
            words_lang=said.words_lang,
            locator=said.locator,
            reliability=said.reliability,
            credibility=said.credibility,
            group=said.independence_group,
            coerced=said.coerced,
            account=shown_typed(said.account),
            account_place=ChosenPlace(
                str(place.id) if place else "",
                place.name(lang) if place else "",
                said=said.account_place_as_reported,
            ),
            account_condition=said.account_condition,
        )


def shown_source(code: str, title: str) -> str:
    """Show a source in its field: code and title, a confidential one by its code alone."""
    return code if title in {"", code} else f"{code} · {title}"
