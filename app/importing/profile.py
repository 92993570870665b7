"""What a list means: which column is what, which words mean which event, and how good it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

from app.importing.wording_of_cells import When, Words
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Credibility, EventTrait, Reliability
from models.vocabulary.people import IdentifierKind, NameKind, NameOrder, ServiceType

NOTHING = Words()
ALWAYS = When()
_NONE: Mapping[str, Words] = MappingProxyType({})
_NO_RANKS: Mapping[str, str] = MappingProxyType({})


class ListForm(StrEnum):
    """Whether the columns mean what the profile says, or what a form known everywhere says."""

    OWN = "OWN"
    PFIF = "PFIF"


#: The columns without which a file is not of the form.
FORM_COLUMNS: Mapping[ListForm, frozenset[str]] = MappingProxyType(
    {ListForm.PFIF: frozenset({"person_record_id", "source_date"})}
)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the file is laid out; empty means: find out. `columns` names them where no header does.

    `header` says whether the first row names the columns.
    """

    form: ListForm = ListForm.OWN
    encoding: str = ""
    delimiter: str = ""
    quotes: bool = True
    sheet: str = ""
    header: bool = True
    columns: tuple[str, ...] = ()
    #: Words that stand for an empty cell ("Not Applicable").
    nothing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameWords:
    """Where the name stands: in parts, or whole as "FAMILY, GIVEN" which is parted by `order`.

    `full` is how the list writes it; left out, it is put together from the parts. What follows
    `alias_after` in the whole ("(AKA:") is a further form of the name.
    """

    family: Words = NOTHING
    given: Words = NOTHING
    patronymic: Words = NOTHING
    full: Words = NOTHING
    order: NameOrder = NameOrder.FGP
    alias_after: str = ""
    lang: str = ""
    kind: NameKind = NameKind.ON_LIST


@dataclass(frozen=True, slots=True)
class PersonWords:
    """What is said of the person himself."""

    birth: Words = NOTHING
    birth_place: Words = NOTHING
    home_address: Words = NOTHING
    occupation: Words = NOTHING
    remark: Words = NOTHING


@dataclass(frozen=True, slots=True)
class ServiceWords:
    """Rank and unit; `ranks` maps a rank as written to a code of vocabulary `ranks`."""

    rank: Words = NOTHING
    unit: Words = NOTHING
    duty: Words = NOTHING
    power: Words = NOTHING
    service_type: ServiceType = ServiceType.UNKNOWN
    ranks: Mapping[str, str] = field(default_factory=lambda: _NO_RANKS)


@dataclass(frozen=True, slots=True)
class IdentifierWords:
    """A number, and the list or series within which it is unique."""

    kind: IdentifierKind
    value: Words
    scope: Words = NOTHING
    issuer: Words = NOTHING


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Who says so. Rows whose title and address are alike share one source."""

    kind: SourceKind = SourceKind.OTHER
    title: Words = NOTHING
    url: Words = NOTHING
    group: Words = NOTHING
    remark: Words = NOTHING
    locator: Words = NOTHING
    said: Words = NOTHING
    reliability: Reliability = Reliability.F
    credibility: Credibility = Credibility.SIX
    words_lang: str = ""


@dataclass(frozen=True, slots=True)
class EventRule:
    """Which event it is when the cells say so; no code: none at all.

    The first rule that holds decides; what it leaves open is taken from the block.
    """

    when: When = ALWAYS
    code: EventCode | None = None
    says: str = ""
    traits: frozenset[EventTrait] = frozenset()
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    place: Words | None = None
    particulars: Mapping[str, Words] = field(default_factory=lambda: _NONE)


@dataclass(frozen=True, slots=True)
class EventWords:
    """A block of events: one of the row, or one for each object in a JSON column (`each`).

    Where no date is given, it lies between `not_before` and `not_after`: once, or all the time
    where it `lasted`.
    """

    rules: tuple[EventRule, ...]
    each: str = ""
    unless_empty: tuple[str, ...] = ()
    date: Words = NOTHING
    not_before: tuple[Words, ...] = ()
    not_after: tuple[Words, ...] = ()
    lasted: bool = False
    place: Words = NOTHING
    words: Words = NOTHING
    narrative: Words = NOTHING
    particulars: Mapping[str, Words] = field(default_factory=lambda: _NONE)


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything that is known of a kind of list; a file of TOML, editable by hand."""

    name: str
    title: str = ""
    title_hy: str = ""
    title_ru: str = ""
    layout: Layout = Layout()
    names: NameWords = NameWords()
    person: PersonWords = PersonWords()
    service: ServiceWords = ServiceWords()
    identifiers: tuple[IdentifierWords, ...] = ()
    source: SourceWords = SourceWords()
    events: tuple[EventWords, ...] = ()

    def title_in(self, lang: str) -> str:
        """Give the title in a language, or in English where none is kept for it."""
        return {"hy": self.title_hy, "ru": self.title_ru}.get(lang, "") or self.title or self.name

    def with_layout(self, **changes: str | bool | tuple[str, ...]) -> Profile:
        """Give the same profile for a file laid out differently."""
        return replace(self, layout=replace(self.layout, **changes))  # type: ignore[arg-type]  # the fields of Layout

    @property
    def columns(self) -> frozenset[str]:
        """Name every column the profile asks for, without those inside JSON objects."""
        if self.layout.form is not ListForm.OWN:
            return FORM_COLUMNS[self.layout.form]
        asked: set[str] = set()
        for words in _all_words(self):
            asked.update(words.columns)
        for block in self.events:
            asked.update(block.unless_empty, (block.each,) if block.each else ())
            asked.update(column for rule in block.rules for column, _ in rule.when.columns)
        inside = tuple(f"{block.each}." for block in self.events if block.each)
        return frozenset(name for name in asked if not (inside and name.startswith(inside)))


def _all_words(profile: Profile) -> list[Words]:
    name, person, service, source = profile.names, profile.person, profile.service, profile.source
    found = [name.family, name.given, name.patronymic, name.full]
    found += [person.birth, person.birth_place, person.home_address]
    found += [person.occupation, person.remark]
    found += [service.rank, service.unit, service.duty, service.power]
    for number in profile.identifiers:
        found += [number.value, number.scope, number.issuer]
    found += [source.title, source.url, source.group, source.remark, source.locator, source.said]
    for block in profile.events:
        found += [block.date, block.place, block.words, block.narrative]
        found += [*block.not_before, *block.not_after, *block.particulars.values()]
        for rule in block.rules:
            found += [*rule.particulars.values(), *([rule.place] if rule.place else [])]
    return found
