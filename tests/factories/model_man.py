"""The invented man of the model page: who he is, who said what of him, where accounts differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from app.shapes.case_report import (
    Account,
    Cite,
    Described,
    Disagreement,
    EventLine,
    ExhibitNote,
    Identity,
    IdentityDocument,
    Known,
    PlaceWords,
    PrintedName,
    Relative,
    Service,
    Statement,
    Wording,
)
from models.vocabulary.partial_date import PartialDate


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
EVENTS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...], str], ...] = (
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


def lines(
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


def identity() -> Identity:
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


def service() -> Service:
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


def family() -> tuple[Relative, ...]:
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


def capture_accounts() -> Disagreement:
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
