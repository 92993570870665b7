"""Turns planned rows of a list into rows of the tables, many at a time."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from app.db.history import BulkRow
from app.importing.planner import Additions
from app.importing.rows import ListedEvent, ListedMan
from app.queries.case_history import said_value
from app.search.fold import fold, fold_number
from app.services.finding.line_facts import LineFacts, NameFacts, Sighting
from app.shapes.briefs import NameBrief, NumberBrief, PersonBrief, PlaceBrief
from app.shapes.requests.cases import IdentifierDetails, NameForm, ServiceDetails
from app.shapes.requests.evidence import NewSource
from models.base import Entity, new_id, partial_date_columns
from models.cases import Case
from models.codebook.facts import AssertionFact, CaseHistory, EventFact
from models.events import Assertion, Citation, Event
from models.people import Identifier, Person, PersonName, ServiceRecord
from models.sources import Source
from models.vocabulary.accounts import SourceKind
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import Script

type Values = dict[str, object]

_UNKNOWN = PartialDate.unknown()

#: The order in which tables are filled: what is pointed at goes first.
TABLES: tuple[type[Entity], ...] = (
    Source, Person, PersonName, Identifier, ServiceRecord, Case, Event, Assertion, Citation,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SourceInUse:
    """A source of the register as its assertions need it."""

    id: UUID
    kind: SourceKind
    group: str


@dataclass(frozen=True, slots=True)
class BatchStamp:
    """What every row of one import carries; `sources` are those the list speaks through."""

    batch_id: UUID
    stamps: Mapping[str, object]
    incident_id: UUID | None = None
    incident_words: str = ""
    sources: Mapping[NewSource, SourceInUse] = field(default_factory=dict)


@dataclass(slots=True)
class CaseRows:
    """The rows written for one case, and what the codebook and the register line make of them."""

    case_id: UUID
    stamp: BatchStamp
    rows: list[BulkRow] = field(default_factory=list)
    names: list[NameFacts] = field(default_factory=list)
    forms: list[NameBrief] = field(default_factory=list)
    numbers: list[NumberBrief] = field(default_factory=list)
    units: list[str] = field(default_factory=list)
    sightings: list[Sighting] = field(default_factory=list)
    facts: list[EventFact] = field(default_factory=list)
    number: str = ""
    born: PartialDate = _UNKNOWN
    birth_place: str = ""
    home: str = ""
    services: int = 0
    #: Rows of one case carry neighbouring ids, all later than what was there before.
    _last_id: int = field(default_factory=lambda: new_id().int)

    def _add(self, kind: type[Entity], values: Values) -> UUID:
        self._last_id += 1
        row_id = UUID(int=self._last_id)
        values["id"] = row_id
        self.rows.append((kind, values))
        return row_id

    def new_person(self, man: ListedMan, number: str) -> None:
        """Write the person and his case."""
        self.number, self.born = number, man.birth
        self.birth_place, self.home = man.birth_place, man.home_address
        person: Values = {
            "id": self.case_id,
            **partial_date_columns("birth", man.birth),
            "sex": man.sex,
            "birth_place_as_reported": man.birth_place,
            "home_address": man.home_address,
            "occupation": man.occupation,
        }
        case: Values = {
            "id": self.case_id,
            "number": number,
            "incident_id": self.stamp.incident_id,
            "remark": man.remark,
            "import_batch_id": self.stamp.batch_id,
        }
        self.rows += [(Person, person), (Case, case)]

    def new_man(self, man: ListedMan, source: SourceInUse) -> None:
        """Write everything a row says of a man who was not here."""
        for position, name in enumerate(man.names):
            self.name(name, man, source, position=position)
        for number in man.identifiers:
            self.identifier(number)
        if man.service is not None:
            self.service(man.service, man, source)
        for event in man.events:
            self.event(event, man, source)
        birth = man.birth
        if birth.is_known or birth.text:
            self.cite(self.case_id, "birth", man, source)
        if man.birth_place:
            self.cite(self.case_id, "birth_place", man, source)

    def additions(self, adds: Additions, man: ListedMan, source: SourceInUse) -> None:
        """Write what a further row brings to a man who is here."""
        for at, name in enumerate(adds.names):
            self.name(name, man, source, position=100 + man.row % 1_000_000 + at, further=True)
        for number in adds.identifiers:
            self.identifier(number)
        if adds.service and man.service is not None:
            self.service(man.service, man, source)
        for event in adds.events:
            self.event(event, man, source)
        if adds.birth:
            self.cite(
                self.case_id, "birth", man, source,
                states=man.birth.edtf or man.birth.text, words=man.birth.text,
            )  # fmt: skip

    def name(
        self,
        name: NameForm,
        man: ListedMan,
        source: SourceInUse,
        *,
        position: int,
        further: bool = False,
    ) -> None:
        """Write one form of a name; a further one is never primary."""
        primary = name.is_primary and not further
        name_id = self._add(
            PersonName,
            {
                "person_id": self.case_id,
                "kind": name.kind,
                "lang": name.lang,
                "script": name.script or Script.OTHER,
                "family": name.family,
                "given": name.given,
                "patronymic": name.patronymic,
                "full_as_written": name.full_as_written,
                "order_as_written": name.order,
                "is_primary": primary,
                "position": position,
                "search_key": fold(name.full_as_written)[:600],
            },
        )
        self.names.append(
            NameFacts(
                name.script or Script.OTHER,
                name.full_as_written,
                name.kind,
                primary,
                f"{name.family} {name.given}".strip(),
            )
        )
        self.forms.append(
            NameBrief(
                full=name.full_as_written,
                family=name.family,
                given=name.given,
                father=name.patronymic,
                lang=name.lang,
                script=name.script or Script.OTHER,
                kind=name.kind,
            )
        )
        self.cite(name_id, "name", man, source)

    def identifier(self, number: IdentifierDetails) -> None:
        """Write a number."""
        self._add(
            Identifier,
            {
                "person_id": self.case_id,
                "kind": number.kind,
                "value": number.value,
                "value_folded": fold_number(number.value)[:200],
                "issuer": number.issuer,
                "scope": number.scope,
            },
        )
        self.numbers.append(NumberBrief(number.kind, number.scope, fold(number.value)))

    def service(self, service: ServiceDetails, man: ListedMan, source: SourceInUse) -> None:
        """Write a service record; of several the first stands on top."""
        record_id = self._add(
            ServiceRecord,
            {
                "person_id": self.case_id,
                "service_type": service.service_type,
                "rank": service.rank,
                "rank_as_written": service.rank_as_written,
                "unit_as_written": service.unit_as_written,
                "duty": service.duty,
                "power_of_origin": service.power_of_origin,
                "position": self.services,
            },
        )
        self.units.append(service.unit_as_written)
        self.services += 1
        if service.unit_as_written:
            self.cite(record_id, "unit", man, source)
        if service.rank_as_written:
            self.cite(record_id, "rank", man, source)

    def event(self, event: ListedEvent, man: ListedMan, source: SourceInUse) -> None:
        """Write an event and what the list says of it, or whoever is quoted in it."""
        speaker = self.stamp.sources[event.source] if event.source else source
        traits = ",".join(sorted(event.traits))
        particulars = (
            json.dumps(dict(event.particulars), ensure_ascii=False) if event.particulars else "{}"
        )
        event_id = self._add(
            Event,
            {
                "case_id": self.case_id,
                "code": event.code,
                **partial_date_columns("occurred", event.occurred),
                "place_as_reported": event.place,
                "narrative": event.narrative,
                "particulars": particulars,
                "says": event.says,
                "traits": traits,
                "import_batch_id": self.stamp.batch_id,
            },
        )
        assertion_id = self._add(
            Assertion,
            {
                "event_id": event_id,
                "case_id": self.case_id,
                "source_id": speaker.id,
                **partial_date_columns("said", event.said or man.said),
                "words": event.words,
                "words_lang": man.words_lang,
                "reliability": event.reliability,
                "credibility": event.credibility,
                "locator": event.locator or man.locator,
            },
        )
        said = AssertionFact(
            reliability=event.reliability,
            credibility=event.credibility,
            group=speaker.group or str(speaker.id),
            id=str(assertion_id),
            source_kind=speaker.kind,
        )
        self.facts.append(
            EventFact(
                id=str(event_id),
                code=event.code,
                date=event.occurred,
                assertions=(said,),
                says=said_value(event.code, event.says),
                traits=event.traits,
            )
        )
        self.sightings.append(Sighting(event.code, event.occurred, None, event.place))

    def cite(
        self,
        subject_id: UUID,
        about: str,
        man: ListedMan,
        source: SourceInUse,
        *,
        states: str = "",
        words: str = "",
    ) -> None:
        """Tie a fact to the list; `states` is given where the list says otherwise than we do."""
        self._add(
            Citation,
            {
                "case_id": self.case_id,
                "subject_id": subject_id,
                "field": about,
                "source_id": source.id,
                "states": states,
                **partial_date_columns("said", man.said),
                "words": words,
                "locator": man.locator,
                "reliability": man.reliability,
                "credibility": man.credibility,
            },
        )

    def history(self) -> CaseHistory:
        """Give what the codebook needs, in the order in which it would be read back."""
        events = sorted(self.facts, key=lambda fact: (fact.date.sort_key, fact.id))
        born = self.born if self.born.is_known else None
        return CaseHistory(events=tuple(events), born=born)

    def line_facts(self) -> LineFacts:
        """Give what the register line is made of."""
        return LineFacts(
            case_id=self.case_id,
            number=self.number,
            names=self.names,
            figure_label="",
            born=self.born,
            unit=self.units[0] if self.units else "",
            sightings=self.sightings,
            incident_id=self.stamp.incident_id,
            also=self.stamp.incident_words,
            person=PersonBrief(
                names=tuple(self.forms),
                birth_place=_said_place(self.birth_place),
                home_place=_said_place(self.home),
                units=tuple(self.units),
                numbers=tuple(self.numbers),
            ),
        )


def _said_place(said: str) -> PlaceBrief:
    return PlaceBrief(None, (said,)) if said else PlaceBrief()
