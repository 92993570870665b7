"""Tell a history in a line: what happened, when, and the grades of those who say so."""

from collections.abc import Iterable
from datetime import date

from models.codebook import CaseHistory, EventFact, Status, compute
from models.codebook.facts import AssertionFact, Override
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import (
    Authenticity,
    Credibility,
    EventTrait,
    EvidenceClass,
    Reliability,
)
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Chip, Facet, FacetValue, Headline

AS_OF = date(2022, 6, 1)


def on(edtf: str | None) -> PartialDate:
    return PartialDate.unknown() if edtf is None else PartialDate.parse_edtf(edtf)


def word(grade: str, group: str = "", **more: object) -> AssertionFact:
    return AssertionFact(
        Reliability(grade[0]),
        Credibility(grade[1]),
        group=group or f"source of {grade}",
        **more,  # type: ignore[arg-type]  # a test names real fields
    )


def it(
    code: str,
    when: str | None,
    *grades: str | AssertionFact,
    kind: SourceKind | None = None,
    **more: object,
) -> EventFact:
    """Give an event; each grade is a source of its own, unless an assertion is given."""
    words = tuple(
        given if isinstance(given, AssertionFact) else word(given, f"g{n}", source_kind=kind)
        for n, given in enumerate(grades)
    )
    traits = frozenset(EventTrait(t) for t in str(more.pop("traits", "")).split())
    id_ = str(more.pop("id", f"{code} {when} {' '.join(map(str, grades))}"))
    return EventFact(
        id=id_,
        code=EventCode(code),
        date=on(when),
        assertions=words,
        traits=traits,
        **more,  # type: ignore[arg-type]  # a test names real fields
    )


def missing() -> EventFact:
    return it("E01", "2020-12-16", "C3")


def footage(when: str = "2020-12-15", *grades: str, **more: object) -> EventFact:
    """Give checked custody footage in which two people know him, unless other grades are given."""
    more.setdefault("authenticity", Authenticity.PASS)
    return it("C12", when, *(grades or ("B2", "C3")), **more)  # type: ignore[arg-type]


def conclusive(code: str, when: str | None, *grades: str, **more: object) -> EventFact:
    return it(code, when, *grades, evidence_class=EvidenceClass.CONCLUSIVE, **more)  # type: ignore[arg-type]


def acknowledged(when: str = "2021-02-03") -> EventFact:
    return conclusive("D20", when, "B2")


def status(*events: EventFact, as_of: date = AS_OF, **more: object) -> Status:
    return compute(CaseHistory(tuple(events), **more), as_of)  # type: ignore[arg-type]


def headline(*events: EventFact, as_of: date = AS_OF) -> Headline:
    return status(*events, as_of=as_of).headline


def value(facet: Facet, *events: EventFact, as_of: date = AS_OF) -> FacetValue:
    return status(*events, as_of=as_of).facets[facet].value


def contested(facet: Facet, *events: EventFact) -> bool:
    return status(*events).facets[facet].contested


def chips(*events: EventFact, **more: object) -> frozenset[Chip]:
    return frozenset(status(*events, **more).chips)  # type: ignore[arg-type]


def rules(found: Status) -> frozenset[str]:
    return frozenset(line.rule for line in found.trace)


def keys(found: Status) -> frozenset[str]:
    return frozenset(line.key for line in found.trace)


def override(value_: Headline | FacetValue, facet: Facet | None = None, **more: object) -> Override:
    told: dict[str, object] = {
        "id": "o1",
        "facet": facet,
        "value": value_,
        "reason": "the commission told the head of department in person",
        "evidence_ref": "E-2022-00001",
        "set_on": date(2022, 5, 1),
        "review_by": date(2022, 7, 1),
        **more,
    }
    return Override(**told)  # type: ignore[arg-type]  # a test names real fields


def shuffled(events: Iterable[EventFact]) -> tuple[EventFact, ...]:
    return tuple(sorted(events, key=lambda event: event.id[::-1]))
