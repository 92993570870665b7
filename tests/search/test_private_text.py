"""A text for outside is read for what points at somebody, in three languages."""

from itertools import pairwise

import pytest

from app.search.private_text import find_private
from app.shapes.briefs import NameBrief
from app.shapes.private_text import PrivateKind

K = PrivateKind
OWN = (NameBrief("Նմուշյան Արամ Սուրենի", "Նմուշյան", "Արամ", "Սուրենի", "Սուրեն"),)
OTHERS = (
    NameBrief("Լուսաձորյան Տիգրան", "Լուսաձորյան", "Տիգրան"),
    NameBrief("Նմուշյան Կարեն", "Նմուշյան", "Կարեն"),
    NameBrief("Քարաբերդյան Հայկ", "Քարաբերդյան", "Հայկ"),
    NameBrief("Ծովասար Վահան", "Ծովասար", "Վահան"),
    NameBrief("Нмушев Сергей", "Нмушев", "Сергей"),
)

POINTED_AT = [
    (K.TELEPHONE, "զանգահարեց {}, ապա լռեց", "+374 91 234 567"),
    (K.TELEPHONE, "հեռ.՝ {}։", "091-23-45-67"),
    (K.TELEPHONE, "Ring {}.", "(0312) 5-12-34"),
    (K.TELEPHONE, "позвонил с {} вечером", "8 (915) 123-45-67"),
    (K.TELEPHONE, "rang from {}", "00 374 10 521234"),
    (K.TELEPHONE, "զանգահարել {}", "52-12-34"),
    (K.TELEPHONE, "номер: {}", "91 23 45 67"),
    (K.TELEPHONE, "Тел. {}", "091234567"),
    (K.EMAIL, "գրել՝ {}։", "anahit.nmush@mail.example"),
    (K.EMAIL, "писать на {}", "anahit (at) mail.example"),
    (K.LINK, "see {}.", "https://t.me/abc?x=1"),
    (K.LINK, "տես՝ {}։", "tube.com/watch?v=abc"),
    (K.HANDLE, "выложил {} вечером", "@nmush_anahit"),
    (K.HANDLE, "Instagram: {}", "aram.nmush"),
    (K.ADDRESS, "ապրում է ք. Գյումրի, {}", "Նմուշի փողոց 12, բնակարան 3"),
    (K.ADDRESS, "Երևան, {}", "Նմուշյաններ պողոտա 5/2"),
    (K.ADDRESS, "г. Гюмри, {}", "ул. Образцова, д. 5, кв. 12"),
    (K.ADDRESS, "живёт на {}", "улице Образцова 12"),
    (K.ADDRESS, "lives at {}", "12 Sample Avenue"),
    (K.ADDRESS, "lives in {}", "apartment 12"),
    (K.ADDRESS, "գյուղի դպրոցի մոտ՝ {}", "տուն 12"),
    (K.DOCUMENT, "held {}", "AN0512345"),
    (K.DOCUMENT, "անձնագիր՝ {}", "AN 0512345"),
    (K.DOCUMENT, "паспорт серии {}", "АН № 0512345"),
    (K.DOCUMENT, "զինգրքույկ {}", "0123456"),
    (K.DOCUMENT, "service number {}", "01-2345-67"),
    (K.DOCUMENT, "личный номер {}", "А-123456"),
    (K.DOCUMENT, "ՀԾՀ {}", "3012990123"),
    (K.COORDINATES, "at {}", "39.4712, 46.9312"),
    (K.COORDINATES, "It was at {}. He ran.", "39.52134, 47.01234"),
    (K.COORDINATES, "в точке {}, утром", "39,47123; 46,93123"),
    (K.COORDINATES, "в точке {}", "39,47123; 46,93123"),
    (K.COORDINATES, "seen at {}", "N39.4712 E46.9312"),
    (K.COORDINATES, "near {}", "39.47 N, 46.93 E"),
    (K.COORDINATES, "at {}", "39°28'16\" N, 46°55'52\" E"),
    (K.COORDINATES, "дом в {}", "39°28'16\" с. ш. 46°55'52\" в. д"),
    (K.COORDINATES, "position {}", "38S NJ 12345 67890"),
    (K.PERSON, "{} հետ էր", "Տիգրան Լուսաձորյանի"),
    (K.PERSON, "был с {}", "Тиграном Лусадзоряном"),
    (K.PERSON, "in {}’s platoon", "Tigran Lusadzoryan"),
    (K.PERSON, "տեսել է {}", "Կարեն Նմուշյանին"),
    (K.PERSON, "{} ասել է", "Ծովասարի Վահանը"),
    (K.PERSON, "видел {} утром", "Гайка Карабердяна"),
    (K.PERSON, "видел {} утром", "Сергея Нмушева"),
    (K.NAME, "{} տեսել է", "Ա. Պողոսյանը"),
    (K.NAME, "видел {} вечером", "И. Петров"),
    (K.NAME, "{} ասել է", "Արմեն Կարապետյանն"),
    (K.NAME, "Mr. {} said", "A. Petrosian"),
    (K.NAME, "Մայրը՝ {}, ասել է", "Անահիտ Նմուշյանը"),
    (K.NAME, "{} позвонили", "Акопяну"),
]  # fmt: skip

LEFT_ALONE = """\
Արամ Նմուշյանը վերջին անգամ զանգահարել է 2020 թ. դեկտեմբերի 13-ին։
Նմուշյան Արամ Սուրենի
Арам Нмушян, сын Сурена
12-13.12.2020
13.12.2020 14:30
2020-12-13
20201213
62 men of 73 families
в/ч 12345
զորամաս 54321
HRD-2020-00123, E-2020-00456, D-2021-0042
application no. 42521/20
Он видел 3 танка и 12 машин в 2 км от Хцаберда.
Պաշտպանության նախարարությունը 2021 թ. հունվարի 15-ին պատասխանել է։
Հայաստանյան կողմը, դեկտեմբերյան մարտերը, օդանավակայանի մոտ
Temperature was -5°C, 1.500 m high, distance 3.250 km
At 14:30 on 12 December 2020, 3 of 12 men were seen near Hin Tagher.
The house of the village head. Armenian, Ukrainian and European civilians.
В доме было 5 человек. В квартире 12 человек. Освободили 12 армян.
Կարմիր խաչի միջազգային կոմիտե
Мардакерт, Шуша, Гадрут, Ростов
տան 5 հոգի, 3 տուն
T-72, BMP-2, Ural 4320
Rule 39, article 3, GC III art. 122""".splitlines()


@pytest.mark.parametrize(("kind", "around", "passage"), POINTED_AT)
def test_what_points_at_somebody_is_found_in_its_place(
    kind: PrivateKind, around: str, passage: str
) -> None:
    text = around.format(passage)
    (found,) = find_private(text, OTHERS, OWN)
    assert (found.kind, found.text) == (kind, passage)
    assert text[found.start : found.end] == passage


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_dates_counts_units_and_his_own_name_are_left_alone(text: str) -> None:
    assert find_private(text, OTHERS, OWN) == ()


def test_findings_stand_in_the_order_of_the_text_and_never_overlap() -> None:
    text = "Ред. +374 91 234567, ул. Образцова 5, И. Петров, 39.4712, 46.9312, a@b.example"
    found = find_private(text, OTHERS, OWN)
    assert [one.kind for one in found] == [
        K.TELEPHONE, K.ADDRESS, K.NAME, K.COORDINATES, K.EMAIL
    ]  # fmt: skip
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "text", ["а" * 20_000, "1 " * 10_000, "@" * 20_000, "a." * 10_000, "Ա. " * 7_000, "(+" * 9_000]
)
def test_forty_pages_of_anything_are_read_to_the_end(text: str) -> None:
    found = find_private(f"{text}\n+374 91 234567 ", OTHERS, OWN)
    assert K.TELEPHONE in {one.kind for one in found}
