"""What people type: day first, four languages, refusal instead of a guess (domain.md 5.4, AT11)."""

import pytest

from models.vocabulary.partial_date import DateFault, NotADate, PartialDate

DAY = "2020-12-13"
ONCE = "[2020-12-13..2020-12-16]"

READ = {
    DAY: """13.12.2020|13/12/2020|13-12-2020|2020-12-13|13. 12. 2020|2020/12/13
        13 դեկտեմբերի 2020|2020 թ. դեկտեմբերի 13|2020թ. դեկտեմբերի 13-ին|2020 թվականի դեկտեմբերի 13
        13 декабря 2020|13 декабря 2020 г.|13-го декабря 2020 года|13 дек. 2020|13 ДЕКАБРЯ 2020
        13 dekabr 2020|13 dekabr 2020-ci il|2020-ci il dekabrın 13-ü|13 DEKABR 2020
        13 Dec 2020|13th December, 2020|December 13, 2020|the 13th of December 2020
        13. Dezember 1914=1914-12-13|27 Sep 1908=1908-09-27|2. Jänner 1915=1915-01-02
        Sunday 13 December 2020|воскресенье, 13 декабря 2020|կիրակի, 2020 թ. դեկտեմբերի 13
        evening of 13 December 2020|10/12/2020=2020-12-10|13․12․2020։=2020-12-13
        13-Dec-2020|13/Dec/2020|13.XII.2020|13 XII 2020|Dec. 13, 2020|13.12.2020г.|13.12.2020 թ.""",
    "2020-12": "դեկտեմբեր 2020|2020 թ. դեկտեմբեր|декабрь 2020|в декабре 2020 г.|dekabr 2020"
    "|December 2020|in Dec 2020|12.2020|12/2020|Dec-2020|12-2020",
    "2020": "2020|2020 թ.|2020 г.|в 2020 году|2020-ci il|2020 թվական",
    "2020-12-13~": "about 13 December 2020|~13.12.2020|ca. 13 Dec 2020|около 13 декабря 2020 г."
    "|примерно 13.12.2020|մոտ 2020 թ. դեկտեմբերի 13-ին|դեկտեմբերի 13-ի մոտ, 2020 թ."
    "|təxminən 13 dekabr 2020|etwa 13. Dezember 2020|on or about 13 December 2020"
    "|13 December 2020 (about)",
    "2020-12-13?": "13 December 2020?|13.12.2020 (?)|probably 13 December 2020|13.12.2020 не точно"
    "|13 декабря 2020 (не точно)|երևի 2020 թ. դեկտեմբերի 13-ին|13 dekabr 2020 (dəqiq deyil)",
    "2020-12-13%": "probably about 13 December 2020|примерно 13 декабря 2020 (не точно)",
    "2001": "2001 г.р.|ծնվ. 2001 թ.|born 2001|2001 թ.-ին",
    "2001~": "about 2001|около 2001|մոտ 2001 թ.|təxminən 2001",
    ONCE: """between 13 and 16 December 2020|between 13.12.2020 and 16.12.2020
        between 13 Dec and 16 Dec 2020|on one of the days 13-16 December 2020
        между 13 и 16 декабря 2020|в один из дней 13–16 декабря 2020 г.
        между 13 декабря и 16 декабря 2020 года
        2020 թ. դեկտեմբերի 13-ից 16-ը|2020 թ. դեկտեմբերի 13-ի և 16-ի միջև
        2020 թ. դեկտեմբերի 13-ից 16-ն ընկած օրերից մեկում
        13–16 dekabr 2020 arası|13 və 16 dekabr 2020 arasında
        zwischen 13. und 16. Dezember 2020""",
    "[2020-12-12,2020-12-13]": "12 or 13 December 2020|12.12.2020 or 13.12.2020"
    "|12 или 13 декабря 2020|2020 թ. դեկտեմբերի 12 կամ 13|12 və ya 13 dekabr 2020"
    "|12. oder 13. Dezember 2020",
    "[2020-12-13,2020-12-15]": "December 13 or 15, 2020|13 or 15 December 2020",
    "[2020-12-12,2020-12-14,2020-12-15]": "12, 14 or 15 December 2020",
    "[2020-12-01..2020-12-10]": "early December 2020|at the beginning of December 2020"
    "|в начале декабря 2020|2020 թ. դեկտեմբերի սկզբին|dekabrın əvvəlində 2020|Anfang Dezember 2020",
    "[2020-12-11..2020-12-20]": "mid-December 2020|middle of December 2020"
    "|в середине декабря 2020 г.|2020 թ. դեկտեմբերի կեսերին|Mitte Dezember 2020",
    "[2020-11-21..2020-11-30]": "end of November 2020|late November 2020|в конце ноября 2020"
    "|2020 թ. նոյեմբերի վերջին|noyabrın sonunda 2020|Ende November 2020",
    "[2021-02-21..2021-02-28]": "late February 2021|конец февраля 2021",
    "2020-12-XX": "a day in December 2020|some day in December 2020|sometime in December 2020"
    "|в декабре 2020 г., день неизвестен|2020 թ. դեկտեմբեր, օրը հայտնի չէ"
    "|dekabr 2020, günü məlum deyil|December 2020, day unknown",
    "2020-XX-XX": "a day in 2020|в 2020 г., день неизвестен|2020 թ., օրը հայտնի չէ",
    "[..2020-12-16]": "before 16 December 2020|not later than 16.12.2020|до 16 декабря 2020"
    "|не позднее 16 декабря 2020 г.|մինչև 2020 թ. դեկտեմբերի 16-ը|2020 թ. դեկտեմբերի 16-ից առաջ"
    "|ոչ ուշ, քան 2020 թ. դեկտեմբերի 16-ը|16 dekabr 2020-dən gec olmayaraq"
    "|16 dekabr 2020-dən əvvəl|vor 16. Dezember 2020",
    "[2020-12-13..]": "after 13 December 2020|not earlier than 13.12.2020|после 13 декабря 2020"
    "|не ранее 13 декабря 2020 г.|2020 թ. դեկտեմբերի 13-ից հետո|13 dekabr 2020-dən sonra",
    "2020-12-16/..": "since 16 December 2020|from 16.12.2020|с 16 декабря 2020 г."
    "|2020 թ. դեկտեմբերի 16-ից|16 dekabr 2020-dən|начиная с 16.12.2020|seit 16. Dezember 2020",
    "2020-12/..": "since December 2020|с декабря 2020|2020 թ. դեկտեմբերից",
    "2020/..": "since 2020|с 2020 года|2020 թվականից|2020-dən",
    "2020-12-13~/..": "since about 13 December 2020|примерно с 13 декабря 2020",
    "2020-12-13/2020-12-16": "from 13 to 16 December 2020|с 13 по 16 декабря 2020 г."
    "|с 13 до 16 декабря 2020|2020 թ. դեկտեմբերի 13-ից մինչև 16-ը"
    "|13 dekabr 2020-dən 16 dekabr 2020-dək",
    "2020-12-28/2021-01-03": "from 28 December 2020 to 3 January 2021"
    "|с 28 декабря 2020 по 3 января 2021",
    "/2020-12-16": "until 16 December 2020|по 16 декабря 2020",
    "2020-12-13/": "from 13 December 2020, end unknown",
    "2020-12-15T23:40+04:00": "15.12.2020 23:40|15 December 2020, 23:40"
    "|at 23:40 on 15 December 2020"
    "|15 декабря 2020 г., 23:40|15 декабря 2020 в 23:40|2020 թ. դեկտեմբերի 15, ժամը 23:40"
    "|15 dekabr 2020, saat 23:40|2020-12-15 19:40 UTC|2020-12-15T19:40Z",
}


def _rows() -> list[tuple[str, str]]:
    rows = []
    for edtf, texts in READ.items():
        for cell in texts.replace("\n", "|").split("|"):
            text, _, other = cell.strip().partition("=")
            if text:
                rows.append((text, other or edtf))
    return rows


@pytest.mark.parametrize(("text", "edtf"), _rows())
def test_typed_dates_are_read_as_they_were_meant(text: str, edtf: str) -> None:
    read = PartialDate.read(text)
    assert read.edtf == edtf
    assert read.text == text


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("13.12.20", DateFault.TWO_DIGIT_YEAR),
        ("13 Dec 20", DateFault.TWO_DIGIT_YEAR),
        ("Dec 98", DateFault.TWO_DIGIT_YEAR),
        ("13 декабря 20 г.", DateFault.TWO_DIGIT_YEAR),
        ("12/13/2020", DateFault.DAY_COMES_FIRST),
        ("13.13.2020", DateFault.NO_SUCH_MONTH),
        ("31.11.2020", DateFault.NO_SUCH_DAY),
        ("29 February 2021", DateFault.NO_SUCH_DAY),
        ("2021-02-29", DateFault.NO_SUCH_DAY),
        ("2020-12-16/2020-12-13", DateFault.END_BEFORE_START),
        ("between 16 and 13 December 2020", DateFault.END_BEFORE_START),
        ("2020-12-1X", DateFault.X_MISPLACED),
        ("13 декабря", DateFault.NO_YEAR),
        ("դեկտեմբերի կեսերին", DateFault.NO_YEAR),
        ("December 13 or 15", DateFault.NO_YEAR),
        ("13 2020", DateFault.NO_MONTH),
        ("13-16 December 2020", DateFault.ONCE_OR_LASTED),
        ("1999–2000", DateFault.ONCE_OR_LASTED),
        ("2020-12-13 to 2020-12-16", DateFault.ONCE_OR_LASTED),
        ("13 and 15 December 2020", DateFault.ALL_OF_SET),
        ("yesterday", DateFault.RELATIVE_DAY),
        ("երեկ", DateFault.RELATIVE_DAY),
        ("вчера вечером", DateFault.RELATIVE_DAY),
        ("Sunday evening", DateFault.RELATIVE_DAY),
        ("Monday 13 December 2020", DateFault.WEEKDAY_DIFFERS),
        ("early 2020", DateFault.PART_OF_WHAT),
        ("summer 2020", DateFault.SEASON_NOT_TYPED),
        ("весной 2020", DateFault.SEASON_NOT_TYPED),
        ("2020-21", DateFault.SEASON_NOT_TYPED),
        ("199X", DateFault.DECADE_ONLY_FOR_BIRTH),
        ("the 1990s", DateFault.DECADE_ONLY_FOR_BIRTH),
        ("about between 13 and 16 December 2020", DateFault.QUALIFIER_MISPLACED),
        ("about 15 December 2020, 23:40", DateFault.TIME_MISPLACED),
        ("December 2020, 23:40", DateFault.TIME_MISPLACED),
        ("15.12.2020 25:00", DateFault.NO_SUCH_TIME),
        ("13.12.0213", DateFault.YEAR_OUT_OF_RANGE),
        ("13 December 1202", DateFault.YEAR_OUT_OF_RANGE),
        ("a day in 13 December 2020", DateFault.CONTRADICTS_ITSELF),
        ("unknown 2020", DateFault.UNREADABLE),
        ("", DateFault.EMPTY),
        ("   ", DateFault.EMPTY),
        ("20-12-13", DateFault.TWO_DIGIT_YEAR),
        ("13.12.202", DateFault.UNREADABLE),
        ("131220", DateFault.UNREADABLE),
        ("13 Smarch 2020", DateFault.UNREADABLE),
        ("13 December 2020 or so they say", DateFault.UNREADABLE),
        ("13 or between 15 and 16 December 2020", DateFault.UNREADABLE),
        ("13 December 2020 2021", DateFault.UNREADABLE),
        ("'; DROP TABLE events; --", DateFault.UNREADABLE),
        ("1863- 03-29", DateFault.NO_MONTH),
        ("December" * 100, DateFault.TOO_LONG),
    ],
)
def test_what_can_be_read_in_two_ways_or_not_at_all_is_refused(
    text: str, reason: DateFault
) -> None:
    with pytest.raises(NotADate) as caught:
        PartialDate.read(text)
    assert caught.value.reason is reason


@pytest.mark.parametrize(
    "text",
    ["unknown", "date unknown", "дата неизвестна", "ամսաթիվը հայտնի չէ", "tarixi məlum deyil"],
)
def test_unknown_is_an_answer_and_keeps_its_words(text: str) -> None:
    assert PartialDate.read(text) == PartialDate.unknown(text)


def test_a_birth_may_be_a_decade_or_one_of_two_years() -> None:
    assert PartialDate.read("1990-е годы", dob=True).edtf == "199X"
    assert PartialDate.read("1990-ական թվականներ", dob=True).edtf == "199X"
    assert PartialDate.read("the 1990s", dob=True).edtf == "199X"
    assert PartialDate.read("1999–2000", dob=True).edtf == "[1999..2000]"


def test_the_words_as_said_are_kept_to_the_letter() -> None:
    said = "2020 թ. դեկտեմբերի կեսերին"
    assert PartialDate.read(f"  {said} ", lang="hy").text == said


def test_letters_that_look_alike_in_other_cases_are_read() -> None:
    assert PartialDate.read("13 İYUN 2020").edtf == "2020-06-13"
    assert PartialDate.read("13 ԴԵԿՏԵՄԲԵՐԻ 2020").edtf == "2020-12-13"
    assert PartialDate.read("13\N{NO-BREAK SPACE}декабря\N{NO-BREAK SPACE}2020").edtf == DAY
