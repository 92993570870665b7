"""Dates in words: the table of domain.md 5.5 to the letter, and never a day nobody said (AT6)."""

import re

import pytest

from models.vocabulary.date_reading import explain
from models.vocabulary.date_refusals import (
    _REFUSALS,
    _SIMPLIFICATIONS,
    refusal_in_words,
    simplification_in_words,
)
from models.vocabulary.date_terms import DateFault, DateSimplification, NotADate
from models.vocabulary.date_words import DATE_LANGUAGES, WordCase, in_words
from models.vocabulary.partial_date import PartialDate

TABLE = """
2020-12-13 | 13 December 2020 | 2020 թ. դեկտեմբերի 13 | 13 декабря 2020 г. | 13 dekabr 2020
2020-12-13~ | about 13 December 2020 | մոտավորապես 2020 թ. դեկտեմբերի 13-ին | около 13 декабря 2020 г. | təxminən 13 dekabr 2020
2020-12-13? | 13 December 2020 (not certain) | 2020 թ. դեկտեմբերի 13 (ճշտման ենթակա) | 13 декабря 2020 г. (не точно) | 13 dekabr 2020 (dəqiq deyil)
2020-12-XX | a day in December 2020 | 2020 թ. դեկտեմբեր, օրը հայտնի չէ | в декабре 2020 г., день неизвестен | dekabr 2020, günü məlum deyil
[2020-12-13..2020-12-16] | between 13 and 16 December 2020 | 2020 թ. դեկտեմբերի 13-ից 16-ն ընկած օրերից մեկում | в один из дней 13–16 декабря 2020 г. | 13–16 dekabr 2020 arası
2020-12-16/.. | since 16 December 2020 | 2020 թ. դեկտեմբերի 16-ից | с 16 декабря 2020 г. | 16 dekabr 2020-dən
../2020-12-16 | not later than 16 December 2020 | ոչ ուշ, քան 2020 թ. դեկտեմբերի 16-ը | не позднее 16 декабря 2020 г. | 16 dekabr 2020-dən gec olmayaraq
[..2020-12-16] | not later than 16 December 2020 | ոչ ուշ, քան 2020 թ. դեկտեմբերի 16-ը | не позднее 16 декабря 2020 г. | 16 dekabr 2020-dən gec olmayaraq
[2020-12-13..] | not earlier than 13 December 2020 | ոչ շուտ, քան 2020 թ. դեկտեմբերի 13-ը | не ранее 13 декабря 2020 г. | 13 dekabr 2020-dən tez olmayaraq
2020-12-13/2020-12-16 | from 13 to 16 December 2020 | 2020 թ. դեկտեմբերի 13-ից մինչև 16-ը | с 13 по 16 декабря 2020 г. | 13 dekabr 2020-dən 16 dekabr 2020-dək
2020-12-02/2020-12-16 | from 2 to 16 December 2020 | 2020 թ. դեկտեմբերի 2-ից մինչև 16-ը | со 2 по 16 декабря 2020 г. | 2 dekabr 2020-dən 16 dekabr 2020-dək
2020-12-13/ | from 13 December 2020, end not known | 2020 թ. դեկտեմբերի 13-ից, ավարտը հայտնի չէ | с 13 декабря 2020 г., окончание неизвестно | 13 dekabr 2020-dən, sonu məlum deyil
/2020-12-16 | until 16 December 2020, beginning not known | մինչև 2020 թ. դեկտեմբերի 16-ը, սկիզբը հայտնի չէ | по 16 декабря 2020 г., начало неизвестно | 16 dekabr 2020-dək, başlanğıcı məlum deyil
[2020-12-12,2020-12-13] | 12 or 13 December 2020 | 2020 թ. դեկտեմբերի 12 կամ 13 | 12 или 13 декабря 2020 г. | 12 və ya 13 dekabr 2020
2020-12-15T23:40+04:00 | 15 December 2020, 23:40 | 2020 թ. դեկտեմբերի 15, ժամը 23:40 | 15 декабря 2020 г., 23:40 | 15 dekabr 2020, saat 23:40
2020-12 | December 2020 | 2020 թ. դեկտեմբեր | декабрь 2020 г. | dekabr 2020
2020 | 2020 | 2020 թ. | 2020 г. | 2020
2020-XX-XX | a day in 2020 | 2020 թ., օրը հայտնի չէ | в 2020 г., день неизвестен | 2020, günü məlum deyil
199X | the 1990s | 1990-ական թվականներ | 1990-е годы | 1990-cı illər
2020-21 | spring 2020 | 2020 թ. գարուն | весна 2020 г. | yaz 2020
2026/.. | since 2026 | 2026 թվականից | с 2026 г. | 2026-dan
"""  # noqa: E501  # a table reads best by its rows

ROWS = [[cell.strip() for cell in line.split(" | ")] for line in TABLE.strip().splitlines()]

SHORT = """
2020-12-13 | 13 Dec 2020 | 13.12.2020 | 13 дек. 2020 | 13.12.2020
2020-12-XX | a day in December 2020 | 2020 թ. դեկտ., օրն անհայտ է | дек. 2020, день неизв. | dek. 2020, günü məlum deyil
2020-12-13~ | about 13 Dec 2020 | մոտ 2020 թ. դեկտ. 13-ին | около 13 дек. 2020 | təxminən 13 dek. 2020
2020-12-13? | 13 Dec 2020 (not certain) | 2020 թ. դեկտ. 13 (ճշտվում է) | 13 дек. 2020 (не точно) | 13 dek. 2020 (dəqiq deyil)
[2020-12-13..2020-12-16] | between 13 and 16 Dec 2020 | 2020 թ. դեկտ. 13-ի և 16-ի միջև | между 13 и 16 дек. 2020 | 13–16 dek. 2020 arası
[2020-12-12,2020-12-13] | 12 or 13 Dec 2020 | 2020 թ. դեկտ. 12 կամ 13 | 12 или 13 дек. 2020 | 12 və ya 13 dek. 2020
2020-12-14/.. | since 14 Dec 2020 | 2020 թ. դեկտ. 14-ից | с 14 дек. 2020 | 14 dek. 2020-dən
[..2020-12-16] | not later than 16 Dec 2020 | ոչ ուշ, քան 2020 թ. դեկտ. 16-ը | не позднее 16 дек. 2020 | 16 dek. 2020-dən gec olmayaraq
[1999..2000] | 1999–2000 | 1999–2000 | 1999–2000 | 1999–2000
2001? | 2001? | 2001? | 2001? | 2001?
199X | the 1990s | 1990-ական թթ. | 1990-е гг. | 1990-cı illər
"""  # noqa: E501  # a table reads best by its rows

SHORT_ROWS = [[cell.strip() for cell in line.split(" | ")] for line in SHORT.strip().splitlines()]


def of(edtf: str) -> PartialDate:
    return PartialDate.parse_edtf(edtf, dob=True)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_sentences_say_dates_as_the_table_has_them(row: list[str]) -> None:
    assert [in_words(of(row[0]), lang) for lang in DATE_LANGUAGES] == row[1:]


@pytest.mark.parametrize("row", SHORT_ROWS, ids=lambda row: row[0])
def test_lists_have_short_forms_of_the_same_precision(row: list[str]) -> None:
    assert [in_words(of(row[0]), lang, case="table") for lang in DATE_LANGUAGES] == row[1:]


def test_an_unknown_date_says_so_in_every_language() -> None:
    said = [in_words(PartialDate.unknown("once"), lang) for lang in DATE_LANGUAGES]
    assert said == [
        "date unknown",
        "ամսաթիվը հայտնի չէ",
        "дата неизвестна",
        "tarixi məlum deyil",
    ]


@pytest.mark.parametrize("lang", DATE_LANGUAGES)
def test_figures_are_for_exact_days_only(lang: str) -> None:
    assert in_words(of("2001-04-12"), lang, case="figures") == "12.04.2001"
    for edtf in ("2020-12-13?", "2020-12-XX", "2020-12", "[2020-12-13..2020-12-16]", "2020"):
        said = in_words(of(edtf), lang, case="figures")
        assert not re.search(r"\d\.\d\d\.\d", said)


@pytest.mark.parametrize("lang", DATE_LANGUAGES)
@pytest.mark.parametrize("case", ["sentence", "table", "figures"])
@pytest.mark.parametrize("edtf", ["2020-12-XX", "2020-12", "2020-XX-XX", "2020", "2020-12~"])
def test_a_day_that_nobody_said_is_never_printed(lang: str, case: WordCase, edtf: str) -> None:
    said = in_words(of(edtf), lang, case=case).replace("2020", "")
    assert not re.search(r"\d", said)


def test_figures_never_part_from_their_word_on_paper() -> None:
    gap = "\N{NO-BREAK SPACE}"
    day = of("2020-12-13")
    assert in_words(day, "en", nbsp=True) == f"13{gap}December 2020"
    assert in_words(day, "ru", nbsp=True) == f"13{gap}декабря{gap}2020{gap}г."
    assert in_words(day, "hy", nbsp=True) == f"2020{gap}թ. դեկտեմբերի{gap}13"
    assert gap not in in_words(day, "ru")


def test_the_word_that_a_day_is_not_certain_stays_whole_on_paper() -> None:
    gap = "\N{NO-BREAK SPACE}"
    day = of("2020-12-13?")
    assert in_words(day, "en", nbsp=True).endswith(f" (not{gap}certain)")
    assert in_words(day, "ru", nbsp=True).endswith(f" (не{gap}точно)")
    assert in_words(day, "hy", nbsp=True).endswith(f" (ճշտման{gap}ենթակա)")


@pytest.mark.parametrize("lang", DATE_LANGUAGES)
@pytest.mark.parametrize("case", ["sentence", "table"])
@pytest.mark.parametrize(
    "edtf",
    [
        *(row[0] for row in ROWS if row[0] not in {"2020-21", "../2020-12-16"}),
        *("2020-12-13%", "2020-12~", "2020~", "2020%", "2020-12-XX~", "2020-12-XX?", "199X~"),
        *("[2020-11-28..2020-12-03]", "[2020-12-28..2021-01-03]", "[2020-03..2020-05]"),
        *("2020-11-28/2020-12-03", "2020-12-28/2021-01-03", "2020-03/2020-05", "2019/2020"),
        *("[2020-11-30,2020-12-02]", "[2020-12-12,2020-12-14,2020-12-15]", "[1999,2000]"),
        *("[..2020-12]", "[2020..]", "2020-12/..", "/2019", "2019/", "2020-12-13?/..", "2020~/.."),
        *("[2020-11..2020-12-13]", "[2020-12,2021-01-03]", "[1999..2000]"),
    ],
)
def test_what_is_printed_is_read_back_as_the_same_date(
    edtf: str, case: WordCase, lang: str
) -> None:
    said = in_words(of(edtf), lang, case=case)
    assert PartialDate.read(said, dob=True).edtf == edtf


# --- refusals and explanations


@pytest.mark.parametrize("fault", list(DateFault))
def test_every_refusal_says_what_is_wrong_in_three_languages(fault: DateFault) -> None:
    asked = {name for text in _REFUSALS[fault].values() for name in re.findall(r"{(\w+)}", text)}
    for text in _REFUSALS[fault].values():
        assert set(re.findall(r"{(\w+)}", text)) == asked
    data = dict.fromkeys(asked, "2020-12-13")
    for lang in ("en", "hy", "ru"):
        said = refusal_in_words(NotADate(fault, **data), lang)
        assert said.endswith("։" if lang == "hy" else ".")
        assert "{" not in said


@pytest.mark.parametrize("loss", list(DateSimplification))
def test_every_loss_on_import_is_said_in_three_languages(loss: DateSimplification) -> None:
    assert set(_SIMPLIFICATIONS[loss]) == {"en", "hy", "ru"}
    assert simplification_in_words(loss, "en").endswith(".")


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
@pytest.mark.parametrize(
    "text",
    [
        *("13.12.20", "12/13/2020", "2021-02-29", "2020-13-01", "2020-12-16/2020-12-13", "0000"),
        *("2020-12-13/2020-12", "Monday 13 December 2020", "[2018,2020-12-XX]", "../..", "foo"),
        *("13.12.2020 26:00", "13 2020", "13 мая", "yesterday", "13-16 May 2020", "Y-17E7", ""),
        *("2020-1X", "{2020,2021}", "?2020-XX-12", "2020-12-13T10:00/..", "spring 2020", "-0000"),
    ],
)
def test_a_refusal_in_words_is_whole_whatever_was_typed(text: str, lang: str) -> None:
    explained = explain(text, lang=lang)
    assert explained.error
    assert "{" not in explained.error.replace(text or "{}", "")
    assert explained.edtf is None
    assert explained.fault is not None


def test_a_refusal_names_the_month_in_words() -> None:
    said = [explain("31.11.2020", lang=lang).error for lang in ("en", "hy", "ru")]
    assert said == [
        "There is no day 31 in November 2020. Check the day and the month.",
        "«2020 թ. նոյեմբեր» ամսում 31 օր չկա։ Ստուգեք օրը և ամիսը։",
        "В месяце «ноябрь 2020 г.» нет дня 31. Проверьте день и месяц.",
    ]


def test_an_explanation_shows_the_date_in_every_language() -> None:
    explained = explain("between 13 and 16 December 2020")
    assert explained.edtf == "[2020-12-13..2020-12-16]"
    assert explained.error is None
    assert list(explained.words) == ["en", "hy", "ru", "az"]
    assert explained.words["en"] == "between 13 and 16 December 2020"


def test_an_unknown_date_is_no_error() -> None:
    explained = explain("ամսաթիվը հայտնի չէ")
    assert explained.edtf is None
    assert explained.error is None
    assert explained.words["en"] == "date unknown"


def test_a_decade_is_explained_with_its_limit() -> None:
    for text in ("199X", "the 1990s"):
        explained = explain(text)
        assert explained.edtf == "199X"
        assert explained.simplified == (DateSimplification.DECADE,)
    assert explain("199X", dob=True).simplified == ()
