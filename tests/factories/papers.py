"""Invented cases for papers: the man of the model page, a thin file, long and hostile ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from app.reports.context import PaperContext, Signer
from app.shapes.case_report import (
    Account,
    CaseReport,
    Cite,
    Described,
    Disagreement,
    EventLine,
    ExhibitNote,
    GreyPicture,
    Identity,
    IdentityDocument,
    Known,
    Narrative,
    OpenQuestion,
    PlaceLine,
    PlaceWords,
    PrintedName,
    Relative,
    Service,
    Statement,
    Wording,
)
from models.codebook.compute import compute
from models.codebook.facts import AssertionFact, CaseHistory, EventFact
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Authenticity, Credibility, Reliability
from models.vocabulary.partial_date import PartialDate

AS_OF = date(2021, 3, 10)
YEREVAN = timezone(timedelta(hours=4))
PRINTED = datetime(2021, 3, 10, 18, 42, tzinfo=YEREVAN)


def day(edtf: str) -> PartialDate:
    """Read a date of a factory."""
    return PartialDate.parse_edtf(edtf)


KHTSABERD = PlaceWords(
    Wording("Khtsaberd", "Խծաբերդ", "Хцаберд", "Çaylaqqala"),
    Wording("Hadrut", "Հադրութ", "Гадрут"),
    also_called=("Çaylaqqala",),
    coordinates="39.5150 N, 46.8497 E",
)
HIN_TAGHER = PlaceWords(
    Wording("Hin Tagher", "Հին Թաղեր", "Хин Тагер", "Köhnə Tağlar"),
    Wording("Hadrut", "Հադրութ", "Гадрут"),
    also_called=("Köhnə Tağlar",),
)
GYUMRI = PlaceWords(
    Wording("Gyumri", "ք. Գյումրի", "Гюмри"),
    Wording("Shirak Province", "Շիրակի մարզ", "Ширакская область"),
)

STATEMENTS = (
    Statement(
        "mother-call",
        day("2020-12-14"),
        "FAMILY",
        Wording("Mother, by telephone", "Մայրը՝ հեռախոսով", "Мать, по телефону"),
    ),
    Statement(
        "registry",
        day("2020-12-15"),
        "REGISTRY",
        Wording(
            "Civil registry extract",
            "Քաղաքացիական կացության գրանցման քաղվածք",
            "Выписка из акта гражданского состояния",
        ),
    ),
    Statement(
        "mother-office",
        day("2020-12-16"),
        "FAMILY",
        Wording("Mother, at the Office", "Մայրը՝ գրասենյակում", "Мать, в аппарате"),
    ),
    Statement(
        "unit",
        day("2020-12-17"),
        "UNIT_COMMAND",
        Wording(
            "Unit command, letter and roster",
            "Զորամասի հրամանատարությունը՝ գրություն և ցուցակ",
            "Командование части, письмо и список",
        ),
    ),
    Statement("w01", day("2020-12-18"), "FELLOW_SERVICEMAN", code="W-01", confidential=True),
    Statement(
        "list",
        day("2020-12-22"),
        "MOD_OWN",
        Wording(
            "List L-009 v1, passed to the ICRC",
            "L-009 ցանկ, 1-ին տարբերակ, փոխանցված ԿԽՄԿ-ին",
            "Список L-009, версия 1, передан МККК",
        ),
    ),
    Statement(
        "court",
        day("2021-01-04"),
        "ECHR",
        Wording("The Court, letter", "Դատարան, գրություն", "Суд, письмо"),
    ),
    Statement("w03", day("2021-01"), "RETURNED_CAPTIVE", code="W-03", confidential=True),
    Statement("w02", day("2021-01-29"), "FELLOW_SERVICEMAN", code="W-02", confidential=True),
    Statement(
        "reply",
        day("2021-02-03"),
        "MOD_ADVERSE",
        Wording(
            "The Government’s reply to the Court",
            "Մյուս կողմի կառավարության պատասխանը Դատարանին",
            "Правительство другой стороны, ответ Суду",
        ),
    ),
)

VIDEO = ExhibitNote(
    "video",
    "E-2020-00012",
    "video, 2 min 14 s",
    day("2020-12-15"),
    "9f2c4e6a8b0d1f3357799bbddff02244668aaccee0123456789abcdef0123456",
)

NAMES = (
    PrintedName("Armn", "Նմուշյան", "Արամ", "Սուրենի", "Սուրեն"),
    PrintedName("Latn", "Nmushyan", "Aram", "", "Suren"),
    PrintedName("Cyrl", "Нмушян", "Арам", "Суренович", "Сурен"),
    PrintedName("Latn", "Nmushian", "Aram", kind="OFFICIAL", where="passport"),
    PrintedName("Cyrl", "Намушян", "Арам", kind="ON_LIST", where="L-004, 12"),
)

DENIAL = "not identified among captives"

# key, code, date, (statement, grade) …, narrative
_EVENTS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...], str], ...] = (
    ("e1", "E02", "2020-12-12", (("mother-call", "B2"),), "About three minutes by telephone."),
    ("e2", "E04", "[2020-12-13..2020-12-16]", (("unit", "B2"), ("w02", "C3")), ""),
    ("e3", "E01", "2020-12-14", (("mother-call", "B2"),), ""),
    ("e4", "C12", "2020-12-15", (("mother-office", "B2"), ("w01", "B2")), "Figure V12-P07."),
    ("e5", "C13", "2020-12-16", (("mother-office", "B2"),), "By his walk and the scar."),
    ("e6", "C13", "2020-12-18", (("w01", "B2"),), "Independently of the mother."),
    ("e7", "R60", "2020-12-22", (("list", "A1"),), "Row 37 of 62."),
    ("e8", "L47", "2021-01-04", (("court", "A1"),), ""),
    ("e9", "C19", "2021-01", (("w03", "C3"),), "Heard his surname called. Lead only."),
    ("e10", "D21", "2021-02-03", (("reply", "A1"),), ""),
)


def _lines(
    rows: Sequence[tuple[str, str, str, tuple[tuple[str, str], ...], str]],
) -> list[EventLine]:
    lines = []
    for key, code, when, said, words in rows:
        cites = tuple(Cite(statement, grade) for statement, grade in said)
        if code == "C12":
            cites = (*cites, Cite(exhibit="video"))
        lines.append(
            EventLine(
                key,
                code,
                day(when),
                cites,
                place=KHTSABERD if code in {"E04", "C12"} else None,
                words=words,
                words_lang="en",
                verbatim=DENIAL if code == "D21" else "",
                disputed=code == "E04",
            )
        )
    return lines


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
    events = tuple(_lines(_EVENTS))
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
        identity=_identity(),
        status=compute(history_of(events), AS_OF),
        status_as_of=AS_OF,
        statements=STATEMENTS,
        exhibits=(VIDEO,),
        events=(*events[:-1], withdrawn, events[-1]),
        service=_service(),
        family=_family(),
        circumstances=(
            Narrative(
                "His unit held a position near the village. Contact was lost in the evening.",
                "en",
                (Cite("unit", "B2"),),
            ),
        ),
        disagreements=(_capture_accounts(),),
        places=(
            PlaceLine(KHTSABERD, "E04", day("[2020-12-13..2020-12-16]"), (Cite("unit", "B2"),)),
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


def _identity() -> Identity:
    registry = (Cite("registry", "A1"),)
    return Identity(
        names=NAMES,
        sex="MALE",
        born=Known(
            day("2001-04-24"),
            cites=registry,
            also_said=(Known(day("2001-04-25"), cites=(Cite("unit", "B2"),)),),
        ),
        born_place=Known(GYUMRI, cites=registry),
        residence=Known(GYUMRI, cites=(Cite("mother-office", "B2"),)),
        address=Known("00 Sample Street, flat 0"),
        documents=(IdentityDocument("PASSPORT", "AN 0000000", day("2017"), cites=registry),),
        description=(
            Described(
                "MARKS",
                Known(
                    "white scar of about 3 cm above the left eyebrow",
                    cites=(Cite("mother-office", "B2"),),
                ),
            ),
        ),
    )


def _service() -> Service:
    unit = (Cite("unit", "B2"),)
    return Service(
        rank=Known("PRIVATE", cites=unit),
        service_type=Known("CONSCRIPT", cites=unit),
        since=Known(day("2019-07-20"), cites=unit),
        unit=Known(Wording("unit 00000, 2nd battery", "00000 զորամաս", "в/ч 00000"), cites=unit),
        personal_number=Known(
            None, asked=True, asked_note="asked of the unit on 2 February 2021, no reply"
        ),
    )


def _family() -> tuple[Relative, ...]:
    registry = (Cite("registry", "A1"),)
    return (
        Relative("FATHER", "Nmushyan Suren, son of Gegham", cites=registry),
        Relative(
            "MOTHER",
            "Nmushyan Anahit, daughter of Varazdat",
            birth_family="Orinakyan",
            contact="+374 00 000 000",
            notify=True,
            reporter=True,
            cites=registry,
        ),
    )


def _capture_accounts() -> Disagreement:
    return Disagreement(
        about="E04",
        accounts=(
            Account(
                Cite("unit", "B2"),
                day("2020-12-15"),
                HIN_TAGHER,
                verbatim="Communication was lost in the evening of 15 December.",
            ),
            Account(
                Cite("w02", "C3"),
                day("2020-12-13"),
                KHTSABERD,
                condition="wounded in the leg, could not walk",
                verbatim="We were cut off on Sunday. He was hit in the leg and stayed.",
            ),
        ),
        meanwhile_date=day("[2020-12-13..2020-12-16]"),
        meanwhile_words="Khtsaberd – Hin Tagher area",
        review_by=date(2021, 3, 24),
        reviewer="N. Toghyan",
    )
