"""A letter goes to one relative, says plainly what is known, and is no first word of a death."""

from dataclasses import replace
from datetime import date

import pytest

from app.errors import FamilyNotTold
from app.i18n import LANGUAGES
from app.reports.context import OfficeContact
from app.reports.letters.dates import when_it_was
from app.reports.letters.kin import armenian_genitive, russian_prepositional
from app.reports.letters.known import OF_DEATH, TOLD
from app.reports.letters.standing import CONCLUDED
from app.reports.paper_words import PaperWords
from app.reports.papers import Made, make_document
from app.reports.render import write_pdf
from app.shapes.case_report import AskedBody, CaseReport, Cite, EventLine, Narrative, Relative
from models.vocabulary.event_codes import EventCode
from models.vocabulary.papers import Audience
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import SPEAK_OF_DEATH, Headline
from tests.factories.model_man import day
from tests.factories.papers import draft_context, model_case
from tests.reports.page_faults import PageReader, faults
from tests.reports.reading import pages_of, text_of

MOTHER = Relative(
    "MOTHER", "Անահիտ Նմուշյան", contact="+374 91 111111", address="Նմուշի փողոց 00", notify=True
)
BROTHER = Relative("BROTHER", "Կարեն Ծաղկունի", contact="+374 93 222222", address="Ծովինար 7")
CONTACT = OfficeContact("Նմուշի 1", "+374 00 000 000", "office@sample.example")


def man(**changes: object) -> CaseReport:
    asked = (
        AskedBody("SUB-1", "ICRC", "TRACING_REQUEST", day("2020-12-22"), subject="of Vahan"),
        AskedBody("SUB-2", "COURT", "INTERIM_MEASURES", day("2020-12-28"), reply="DECEASED",
                  reply_words="he is dead", replied=day("2021-01-04")),
    )  # fmt: skip
    case = replace(model_case(), family=(BROTHER, MOTHER), asked=asked, next_call=date(2021, 3, 24))
    return replace(case, **changes)  # type: ignore[arg-type]  # fields of the report


def letter(case: CaseReport, lang: str = "en", recipient: str = "") -> Made:
    context = replace(draft_context(), contact=CONTACT, recipient=recipient)
    return make_document(Audience.FAMILY, [case], lang, context)


def read(case: CaseReport, lang: str = "en", recipient: str = "") -> str:
    return text_of(write_pdf(letter(case, lang, recipient).document).content)


def dead(case: CaseReport, headline: Headline = Headline.S52, *, told: bool) -> CaseReport:
    event = EventLine("x", "X81", day("2020-12-20"), (Cite("unit", "A1"),))
    status = replace(case.status, headline=headline)
    return replace(case, status=status, events=(*case.events, event), told_in_person=told)


def test_it_says_what_is_known_since_when_and_from_whom_in_general_terms() -> None:
    text = read(man())
    assert "We write to you about your son Aram." in text
    assert "He can be seen in a video or a picture" in text
    assert "on 15 December 2020" in text
    assert "A fellow serviceman said so in December 2020." in text
    assert "had not found him among the captives" in text
    assert "We will ring you on 24 March 2021," in text
    assert CONTACT.telephone in text


def test_it_carries_no_code_no_grade_no_informant_and_no_other_relative() -> None:
    for lang in LANGUAGES:
        text = read(man(), lang)
        for held_back in (
            "S23", "C12", "B2", "W-01", "W-03", "V12-P07", "E-2020-00012", "L-009",
            "not identified", BROTHER.name, BROTHER.contact, MOTHER.contact, "of Vahan",
            "he is dead", "39.5150",
        ):  # fmt: skip
            assert held_back not in text, (lang, held_back)


def test_it_is_addressed_to_the_relative_it_is_ordered_for() -> None:
    made = letter(man(), "hy", BROTHER.name)
    (released,) = made.released
    assert [one.name for one in released.family] == [BROTHER.name]
    text = read(man(), "hy", BROTHER.name)
    assert "Պարոն Կարեն Ծաղկունի" in text
    assert "գրում ենք Ձեր եղբոր՝ Արամի մասին" in text
    assert MOTHER.name not in text
    assert "Անահիտ" not in read(man(), "hy", "Ոմն Անծանոթ")


@pytest.mark.parametrize("headline", sorted(SPEAK_OF_DEATH))
def test_no_letter_is_the_first_word_of_a_death(headline: Headline) -> None:
    with pytest.raises(FamilyNotTold):
        letter(dead(man(), headline, told=False))
    text = read(dead(man(), headline, told=True))
    assert "This letter repeats in writing what two of us told you face to face." in text
    assert "body" not in text.split()


def test_a_death_that_only_one_account_tells_of_stays_with_the_office_until_told() -> None:
    rumour = EventLine("x", "X80", day("2021-01-20"), (Cite("w02", "E4"),))
    case = man(events=(*model_case().events, rumour))
    assert "death" not in read(case)
    assert "We were told of his death" in read(replace(case, told_in_person=True))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_headline_and_every_event_has_its_sentence(lang: str) -> None:
    base = man(told_in_person=True)
    cites = (Cite("w01", "B2"), Cite("unit", "B2"))
    for headline in Headline:
        assert headline in CONCLUDED
        write_pdf(letter(dead(base, headline, told=True), lang).document)
    events = tuple(EventLine(code, code, day("2020-12"), cites) for code in TOLD)
    for start in range(0, len(events), 9):
        text = read(replace(base, events=events[start : start + 9]), lang)
        assert "{" not in text
    assert EventCode.D29 not in TOLD
    assert EventCode.D30 not in TOLD
    assert set(TOLD) >= {EventCode.X81, EventCode.M97} & OF_DEATH


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_never_takes_more_than_two_pages(lang: str) -> None:
    passage = {"en": "He was seen well. ", "hy": "Նրան լավ են տեսել։ ", "ru": "Его видели. "}[lang]
    cites = (Cite("w01", "B2"), Cite("unit", "B2"))
    events = tuple(
        EventLine(code, code, day("[2020-12-13..2020-12-16]"), cites, words_releasable=passage * 14)
        for code in TOLD
    )
    asked = tuple(
        AskedBody(f"S{n}", body, "ENQUIRY", day("2020-12-22"), replied=day("2021-01-04"))
        for n, body in enumerate(("ICRC", "COURT", "PEACEKEEPERS", "OWN_MINISTRY", "UN_COMMITTEE"))
    )
    full = man(
        events=events,
        asked=asked,
        circumstances_releasable=(Narrative(passage * 30),),
        minimum_missing=("MIN.PHOTO", "MIN.DOB", "MIN.IDNO", "MIN.FATHER", "MIN.RESID"),
    )
    pages = pages_of(write_pdf(letter(full, lang).document).content)
    assert len(pages) <= 2


def test_only_the_releasable_text_in_the_script_of_the_letter_is_told() -> None:
    event = replace(model_case().events[0], words="Inside only.", words_releasable="Զանգը կարճ էր")
    case = man(
        events=(event,),
        circumstances_releasable=(Narrative("Ծառայում էր գյուղի մոտ"),),
        circumstances=(Narrative("Kept in the office."),),
    )
    hy, en = read(case, "hy"), read(case, "en")
    assert "Զանգը կարճ էր։" in hy
    assert "Ծառայում էր գյուղի մոտ։" in hy
    for inside in ("Inside only", "Kept in the office"):
        assert inside not in hy + en
    assert "Զանգը" not in en


@pytest.mark.parametrize(
    ("edtf", "en", "hy", "ru"),
    [
        ("2020-12-15", "on 15 December 2020", "2020 թ. դեկտեմբերի 15-ին", "15 декабря 2020 г."),
        ("2021-01", "in January 2021", "2021 թ. հունվարին", "в январе 2021 г."),
        ("2021", "in 2021", "2021 թվականին", "в 2021 году"),
        (
            "[2020-12-13..2020-12-16]",
            "between 13 and 16 December 2020",
            "2020 թ. դեկտեմբերի 13-ից 16-ն ընկած օրերից մեկում",
            "в один из дней 13–16 декабря 2020 г.",
        ),
        (
            "2020-12-12/2020-12-13",
            "on 12 or 13 December 2020",
            "2020 թ. դեկտեմբերի 12 կամ 13-ին",
            "12 или 13 декабря 2020 г.",
        ),
        (
            "2020-10-20/2020-10-22",
            "between 20 and 22 October 2020",
            "2020 թ. հոկտեմբերի 20-ից 22-ն ընկած օրերից մեկում",
            "в один из дней 20–22 октября 2020 г.",
        ),
        (
            "2020-12-03/..",
            "not earlier than 3 December 2020",
            "ոչ շուտ, քան 2020 թ. դեկտեմբերի 3-ը",
            "не ранее 3 декабря 2020 г.",
        ),
        (
            "/2021-02-18",
            "not later than 18 February 2021",
            "ոչ ուշ, քան 2021 թ. փետրվարի 18-ը",
            "не позднее 18 февраля 2021 г.",
        ),
        (
            "2020-12-13?",
            "on 13 December 2020 (the date is not certain)",
            "2020 թ. դեկտեմբերի 13-ին (ամսաթիվը ստույգ չէ)",
            "13 декабря 2020 г. (дата известна неточно)",
        ),
    ],
)
def test_a_date_stands_in_the_case_its_sentence_asks(edtf: str, en: str, hy: str, ru: str) -> None:
    said = {"en": en, "hy": hy, "ru": ru}
    for lang in LANGUAGES:
        assert when_it_was(PaperWords(lang), day(edtf)).replace("\u00a0", " ") == said[lang]


def test_given_names_are_inflected_behind_about() -> None:
    names = ("Արամ", "Աննա", "Վահե", "Կարո", "Անի")
    assert [armenian_genitive(name) for name in names] == [
        "Արամի", "Աննայի", "Վահեի", "Կարոյի", "Անիի"
    ]  # fmt: skip
    men = ("Арам", "Сергей", "Игорь", "Юрий", "Ваге", "Илья")
    assert [russian_prepositional(name, woman=False) for name in men] == [
        "Араме", "Сергее", "Игоре", "Юрии", "Ваге", "Илье"
    ]  # fmt: skip
    women = ("Анна", "Мария", "Любовь", "Маргарит", "Сона")
    assert [russian_prepositional(name, woman=True) for name in women] == [
        "Анне", "Марии", "Любови", "Маргарит", "Соне"
    ]  # fmt: skip


def test_it_speaks_of_a_woman_as_of_a_woman() -> None:
    case = man()
    woman = replace(case, identity=replace(case.identity, sex="FEMALE"))
    assert "your daughter Aram" in read(woman)
    assert "Она есть на видео" in read(woman, "ru")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_signature_never_stands_alone_on_the_second_page(lang: str) -> None:
    for events in range(1, len(man().events)):
        document = letter(man(events=man().events[:events]), lang).document
        assert faults(document) == []
        pages = PageReader(document).pages()
        assert len(pages) <= 2
        heads = [placed.strip.outline for placed in pages[-1].placed if placed.strip.outline]
        assert heads, "a page without a head has nothing but how to reach us"


def test_that_no_answer_has_come_is_not_told_beside_an_answer() -> None:
    asked = EventLine("q", "D22", day("2021-02-20"), ())
    case = man()
    assert "no answer has come yet" not in read(replace(case, events=(*case.events, asked)))
    unanswered = tuple(event for event in case.events if event.code != "D21")
    assert "no answer has come yet" in read(replace(case, events=(*unanswered, asked)))


@pytest.mark.parametrize("headline", [Headline.S24, Headline.S25, Headline.S26])
def test_of_whom_we_know_where_he_is_held_no_letter_says_the_contrary(headline: Headline) -> None:
    case = man()
    text = read(replace(case, status=replace(case.status, headline=headline)))
    assert "We do not know where he is now" not in text
    assert "nor when he will come home" in text


def test_of_one_day_the_handover_is_told_before_the_way_home() -> None:
    case, the_day = man(), day("2021-01-28")
    back = (EventLine("b", "R66", day("2021-01-28T20:50"), ()), EventLine("h", "R65", the_day, ()))
    text = read(replace(case, events=(*case.events, *back)))
    assert text.index("handed him over on 28 January") < text.index("to our side on 28 January")


def test_no_answer_is_missed_in_a_letter_to_those_who_have_him_home_or_mourn() -> None:
    for headline, waits in ((Headline.S11, True), (Headline.S41, False), (Headline.S63, False)):
        case = dead(man(), headline, told=True)
        assert ("No answer has come yet" in read(case)) is waits
    home = dead(man(), Headline.S41, told=True)
    assert "do not agree on everything" not in read(home)


def test_what_took_its_time_is_told_so_and_a_day_nobody_can_name_is_no_riddle() -> None:
    searched = EventLine("s", "E06", day("2020-12-18/2020-12-19"), ())
    rung = EventLine("r", "E02", PartialDate.unknown("չգիտեմ երբ"), ())
    case = man(events=(searched, rung))
    assert "The place was searched from 18 to 19 December 2020." in read(case)
    assert "The last known contact was on a day unknown to us." in read(case)
    assert "«չգիտեմ երբ»" in read(case, "hy")


@pytest.mark.parametrize("headline", [Headline.S41, Headline.S42, Headline.S63, Headline.S90])
def test_when_all_is_over_no_letter_searches_on_or_waits_for_news(headline: Headline) -> None:
    text = read(replace(dead(man(), headline, told=True), asked=(), next_call=None))
    for goes_on in ("go on searching", "as soon as there is anything new", "do not know yet"):
        assert goes_on not in text
    assert CONTACT.telephone in text


@pytest.mark.parametrize(
    ("headline", "done"),
    [
        (Headline.S11, "and go on searching."),
        (Headline.S24, "and follow it until he is home."),
        (Headline.S52, "and go on working on it."),
    ],
)
def test_what_was_done_fits_what_is_known(headline: Headline, done: str) -> None:
    text = read(replace(dead(man(), headline, told=True), asked=()))
    assert f"We have registered his case {done}" in text


def test_he_is_seen_a_last_time_before_his_death_is_told() -> None:
    seen = EventLine("s", "E03", day("[..2020-12-14]"), ())
    died = EventLine("d", "X82", day("2020-12-13"), ())
    case = dead(man(), Headline.S52, told=True)
    text = read(replace(case, events=(died, seen)))
    assert text.index("saw him for the last time") < text.index("A doctor confirmed his death")


def test_a_letter_a_line_too_long_is_drawn_closer_and_stays_on_one_page() -> None:
    def set_with(passages: int) -> tuple[int, float]:
        told = (Narrative("He was well."),) * passages
        case = man(events=(), circumstances_releasable=told, next_call=None)
        pages = PageReader(letter(case).document).pages()
        strips = [placed.strip for page in pages for placed in page.placed]
        return len(pages), min(strip.space_above for strip in strips if strip.outline)

    found = [set_with(passages) for passages in range(1, 24)]
    wide = found[0][1]
    close = [room for length, room in found if length == 1 and room < wide]
    assert close
    assert min(close) >= 0.4 * wide
    assert found[-1] == (2, wide)
