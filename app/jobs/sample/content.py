"""Reads what the sample tells of men: who they are, what happened to them, who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from app.paths import resources
from app.services.places.toml_table import Table
from app.shapes.requests.evidence import UNKNOWN_DATE
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import (
    Authenticity,
    Credibility,
    EventTrait,
    EvidenceClass,
    IdentityBasis,
    Reliability,
)
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.places import PlacePrecision
from models.vocabulary.status import Chip, Headline

LANGUAGES = ("hy", "ru", "en", "az")
"""Languages in which words are quoted; the key of the words is their language."""


@dataclass(frozen=True, slots=True)
class SampleSaid:
    """A source says so; `at` is the moment it was entered, where that was later than the event."""

    by: str
    on: PartialDate
    reliability: Reliability
    credibility: Credibility
    words: str = ""
    words_lang: str = ""
    group: str = ""
    coerced: bool = False
    account: PartialDate = UNKNOWN_DATE
    account_place: str = ""
    account_condition: str = ""
    locator: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class SampleAmendment:
    """What staff did later to an event; `which` counts the assertion that is meant, from 0."""

    at: datetime
    reason: str
    which: int = 0


@dataclass(frozen=True, slots=True)
class SampleEvent:
    """Something that happened to one man, or to those in `men` at once.

    `corrected` replaces it by `correction`, which carries over what was said.
    """

    at: datetime
    code: EventCode
    occurred: PartialDate
    said: tuple[SampleSaid, ...]
    later: tuple[SampleSaid, ...] = ()
    men: tuple[str, ...] = ()
    place: str = ""
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    as_reported: str = ""
    narrative: str = ""
    particulars: tuple[tuple[str, str], ...] = ()
    figure: str = ""
    says: str = ""
    traits: frozenset[EventTrait] = frozenset()
    basis: IdentityBasis | None = None
    due: date | None = None
    authenticity: Authenticity | None = None
    evidence_class: EvidenceClass | None = None
    name_only: bool = False
    homonym: bool = False
    signed_off: bool = False
    warning_reason: str = ""
    preferred: SampleAmendment | None = None
    withdrawn: SampleAmendment | None = None
    corrected: SampleAmendment | None = None
    correction: SampleEvent | None = None


@dataclass(frozen=True, slots=True)
class SampleMan:
    """One invented man; `told` holds what his file says of him besides."""

    number: str
    opened: datetime
    expect: Headline
    chips: frozenset[Chip]
    born: PartialDate
    in_incident: bool
    events: tuple[SampleEvent, ...]
    told: Table

    @property
    def report(self) -> SampleEvent | None:
        """Give the report with which the case was opened."""
        return next((e for e in self.events if e.code is EventCode.E01), None)


def sample_folder() -> Path:
    """Return the folder of the sample's content."""
    return resources() / "sample"


@cache
def men() -> Mapping[str, SampleMan]:
    """Read the men of the sample by their numbers, in order of number."""
    found = [
        _man(table)
        for path in sorted((sample_folder() / "men").glob("*.toml"))
        for table in Table.of_file(path).tables("man")
    ]
    return {man.number: man for man in sorted(found, key=lambda man: man.number)}


@cache
def together() -> tuple[SampleEvent, ...]:
    """Read what happened to several men at once."""
    return tuple(
        event(table) for table in Table.of_file(sample_folder() / "together.toml").tables("event")
    )


def said(table: Table) -> SampleSaid:
    """Read what a source says."""
    grade = table.text("grade")
    spoken = next((lang for lang in LANGUAGES if lang in table), "")
    return SampleSaid(
        by=table.text("by"),
        on=PartialDate.parse_edtf(table.text("on")),
        reliability=Reliability(grade[0]),
        credibility=Credibility(grade[1]),
        words=table.text(spoken),
        words_lang=spoken,
        group=table.text("group"),
        coerced=table.flag("coerced"),
        account=_date(table, "account", "account_words"),
        account_place=table.text("account_place"),
        account_condition=table.text("account_condition"),
        locator=table.text("locator"),
        at=table.moment("at") if "at" in table else None,
    )


def event(table: Table) -> SampleEvent:
    """Read an event."""
    place = table.text("place")
    usual = PlacePrecision.SETTLEMENT if place else PlacePrecision.UNKNOWN
    particulars = table.table("particulars")
    return SampleEvent(
        at=table.moment("at"),
        code=EventCode(table.text("code")),
        occurred=_date(table, "date", "date_words"),
        said=tuple(said(one) for one in table.tables("said")),
        later=tuple(said(one) for one in table.tables("later")),
        men=tuple(numbers(table.texts("men"))),
        place=place,
        precision=PlacePrecision(table.text("precision", usual)),
        as_reported=table.text("as_reported"),
        narrative=table.text("narrative"),
        particulars=tuple((key, particulars.text(key)) for key in particulars.written()),
        figure=table.text("figure"),
        says=table.text("says"),
        traits=frozenset(EventTrait(trait) for trait in table.texts("traits")),
        basis=IdentityBasis(table.text("basis")) if "basis" in table else None,
        due=date.fromisoformat(table.text("due")) if "due" in table else None,
        authenticity=Authenticity(table.text("authenticity")) if "authenticity" in table else None,
        evidence_class=EvidenceClass(table.text("class")) if "class" in table else None,
        name_only=table.flag("name_only"),
        homonym=table.flag("homonym"),
        signed_off=table.flag("signed_off"),
        warning_reason=table.text("warning_reason"),
        preferred=_amendment(table, "preferred"),
        withdrawn=_amendment(table, "withdrawn"),
        corrected=_amendment(table, "corrected"),
        correction=event(table.table("corrected")) if "corrected" in table else None,
    )


def _amendment(table: Table, key: str) -> SampleAmendment | None:
    if key not in table:
        return None
    told = table.table(key)
    return SampleAmendment(told.moment("at"), told.text("reason"), told.number("which") or 0)


def _man(table: Table) -> SampleMan:
    born = table.text("born")
    return SampleMan(
        number=table.text("number"),
        opened=table.moment("opened"),
        expect=Headline(table.text("expect")),
        chips=frozenset(Chip(chip) for chip in table.texts("chips")),
        born=PartialDate.parse_edtf(born, dob=True) if born else PartialDate.unknown(),
        in_incident=table.flag("incident", default=True),
        events=tuple(event(one) for one in table.tables("event")),
        told=table,
    )


def _date(table: Table, key: str, words_key: str) -> PartialDate:
    edtf, words = table.text(key), table.text(words_key)
    return PartialDate.parse_edtf(edtf, words) if edtf else PartialDate.unknown(words)


def numbers(written: tuple[str, ...]) -> Iterator[str]:
    """Take apart spans of numbers of one year: `HRD-2020-00101..00105`."""
    for one in written:
        first, _, last = one.partition("..")
        stem, digits = first[:-5], first[-5:]
        for number in range(int(digits), int(last or digits) + 1):
            yield f"{stem}{number:05d}"
