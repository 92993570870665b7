"""Invented cases for papers: the man of the model page, a thin file, long and hostile ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from app.reports.context import PaperContext, Signer
from app.shapes.case_report import (
    CaseReport,
    Cite,
    EventLine,
    GreyPicture,
    Identity,
    Narrative,
    OpenQuestion,
    PlaceLine,
    PrintedName,
    Statement,
    Wording,
)
from models.codebook.compute import compute
from models.codebook.facts import AssertionFact, CaseHistory, EventFact
from models.vocabulary.coordinates import Point
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Authenticity, Credibility, Reliability
from models.vocabulary.partial_date import PartialDate
from tests.factories.model_man import (
    EVENTS,
    HIN_TAGHER,
    KHTSABERD,
    STATEMENTS,
    VIDEO,
    capture_accounts,
    day,
    family,
    identity,
    lines,
    service,
)

AS_OF = date(2021, 3, 10)
YEREVAN = timezone(timedelta(hours=4))
PRINTED = datetime(2021, 3, 10, 18, 42, tzinfo=YEREVAN)


def history_of(events: Sequence[EventLine]) -> CaseHistory:
    """Turn printed events back into what the codebook takes in."""
    return CaseHistory(
        tuple(
            EventFact(
                id=event.key,
                code=EventCode(event.code),
                date=event.date,
                assertions=tuple(
                    AssertionFact(
                        Reliability(cite.grade[0]), Credibility(cite.grade[1]), cite.statement
                    )
                    for cite in event.cites
                    if cite.grade
                ),
                authenticity=Authenticity.PASS if event.code in {"C12", "C13"} else None,
                appearance="e4" if event.code == "C13" else None,
                withdrawn=event.withdrawn,
            )
            for event in events
        )
    )


def grey_photo(width: int = 140, height: int = 180) -> GreyPicture:
    """Draw a light oval head on a pale ground."""
    middle, third = width / 2, height / 2.6
    pixels = bytes(
        120 if ((x - middle) / (width / 4)) ** 2 + ((y - third) / (height / 4)) ** 2 < 1 else 225
        for y in range(height)
        for x in range(width)
    )
    return GreyPicture(width, height, pixels, day("2020-06"), "E-2020-00031")


def model_case() -> CaseReport:
    """Return the man of the model page: a full file with accounts that differ."""
    events = tuple(lines(EVENTS))
    withdrawn = EventLine(
        "e11",
        "C10",
        day("2021-01-20"),
        (Cite("w02", "C3"),),
        withdrawn=True,
        withdrawn_why="he spoke of another man",
    )
    return CaseReport(
        number="HRD-2020-00123",
        identity=identity(),
        status=compute(history_of(events), AS_OF),
        status_as_of=AS_OF,
        statements=STATEMENTS,
        exhibits=(VIDEO,),
        events=(*events[:-1], withdrawn, events[-1]),
        service=service(),
        family=family(),
        circumstances=(
            Narrative(
                "His unit held a position near the village. Contact was lost in the evening.",
                "en",
                (Cite("unit", "B2"),),
            ),
        ),
        disagreements=(capture_accounts(),),
        places=(
            PlaceLine(
                KHTSABERD,
                "E04",
                day("[2020-12-13..2020-12-16]"),
                (Cite("unit", "B2"),),
                Point(39.5150, 46.8497, 2000),
            ),
            PlaceLine(HIN_TAGHER, "C12", day("2020-12-15"), (Cite(exhibit="video"),)),
        ),
        open_questions=(
            OpenQuestion(
                "where he is held",
                "ask the ICRC after its next visit",
                "K. Ejyan",
                date(2021, 3, 24),
            ),
            OpenQuestion("personal number", "remind the unit", "K. Ejyan", date(2021, 3, 2)),
        ),
        minimum_missing=("MIN.IDNO",),
        incident_number="INC-2020-004",
        incident_title=Wording(
            "Khtsaberd and Hin Tagher", "Խծաբերդ և Հին Թաղեր", "Хцаберд и Хин Тагер"
        ),
        incident_date=day("2020-12"),
        case_officer="K. Ejyan",
        photo=grey_photo(),
        sample=True,
    )


def thin_case() -> CaseReport:
    """Return a file with hardly anything in it: one list, one name, no answers."""
    cite = Cite("list", "C3")
    event = EventLine("t1", "C10", day("[..1915-03-12]"), (cite,))
    return CaseReport(
        number="HRD-2021-00007",
        identity=Identity((PrintedName("Latn", "Probst", "Johann"),), own_script="Latn"),
        status=compute(history_of([event]), AS_OF),
        status_as_of=AS_OF,
        statements=(Statement("list", day("1915-03-12"), "MOD_OWN", Wording("List 152")),),
        events=(event,),
        minimum_missing=("MIN.FATHER", "MIN.DOB", "MIN.SEX", "MIN.IDNO", "MIN.CIRC"),
    )


def with_long_timeline(rows: int) -> CaseReport:
    """Return the model case with so many events that its table runs over many pages."""
    base = model_case()
    start = date(2021, 1, 1)
    events = tuple(
        replace(
            base.events[index % 9],
            key=f"long{index}",
            date=PartialDate.on(start + timedelta(days=index)),
            words=f"Entry {index} of the log.",
        )
        for index in range(rows)
    )
    return replace(base, events=events)


def with_narrative(text: str) -> CaseReport:
    """Return the model case with this narrative."""
    return replace(model_case(), circumstances=(Narrative(text, "en"),))


def draft_context() -> PaperContext:
    """Return the making of a draft."""
    return PaperContext(
        office=Wording(
            "Office of the Human Rights Defender – SAMPLE OFFICE",
            "Մարդու իրավունքների պաշտպանի գրասենյակ – ՆՄՈՒՇ",
            "Аппарат Защитника прав человека — ОБРАЗЕЦ",
        ),
        facts_as_of=datetime(2021, 3, 10, 18, 0, tzinfo=YEREVAN),
        printed_at=PRINTED,
        printed_by="KE-07",
        prepared_by=Signer("K. Ejyan", "caseworker"),
        checked_by=Signer("N. Toghyan", "head of department"),
    )


def issued_context() -> PaperContext:
    """Return the making of an issued paper, with its code and copy number."""
    return replace(
        draft_context(),
        code="7K4Q-9MXT-2R",
        disclosure="D-2021-0042",
        copy=1,
        copies=1,
    )
