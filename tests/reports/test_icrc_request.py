"""The request to the ICRC tells what helps to find a man and exposes nobody but the enquirer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.reports.audience import paper_for
from app.reports.context import PaperContext
from app.reports.document import Document
from app.reports.form_blocks import FormSection, Passage, SignatureRow, Ticks, Written
from app.reports.forms.layout import numbers
from app.reports.forms.tracing_request import LAYOUT
from app.reports.leaving_out import for_reader
from app.reports.paper_words import PaperWords
from app.reports.papers import make_document
from app.reports.render import write_pdf
from app.shapes.case_report import (
    AskedBody,
    CaseReport,
    ConsentLine,
    Described,
    Known,
    Narrative,
    PlaceWords,
    PrintedName,
    Relative,
    Statement,
    Wording,
)
from models.vocabulary.papers import Audience, PaperSection
from tests.factories import model_man, papers
from tests.reports.reading import pages_of, text_of

LANGUAGES = ("en", "hy", "ru")
RELEASABLE = "Contact with his unit was lost in the evening near the village."


def a_case(**changes: object) -> CaseReport:
    """Return the man of the model page as his family and the office have told of him."""
    case = papers.model_case()
    mother = next(one for one in case.family if one.reporter)
    told = replace(mother, address="00 Sample Street", languages="Armenian", email="a@b.invalid")
    brother = Relative("BROTHER", "Nmushyan Hrant", contact="+374 11 111 111")
    base = replace(
        case,
        family=(*(told if one is mother else one for one in case.family), brother),
        circumstances_releasable=(Narrative(RELEASABLE),),
        consents=(
            ConsentLine("SHARE_ICRC", "YES", ("Nmushyan Anahit",)),
            ConsentLine("PUBLISH_NAME", "NO"),
            ConsentLine("PUBLISH_PHOTO", "NOT_ASKED"),
        ),
        asked=(
            AskedBody(
                "SUB-2020-001", "ICRC", "TRACING_REQUEST", model_man.day("2020-12-20"),
                their_reference="BAK-00-112",
            ),
            AskedBody("SUB-2020-002", "COURT", "INTERIM_MEASURES", model_man.day("2020-12-28")),
        ),
    )  # fmt: skip
    return replace(base, **changes)  # type: ignore[arg-type]  # fields of the report, by name


def request(case: CaseReport, lang: str = "en", context: PaperContext | None = None) -> Document:
    context = context or papers.issued_context()
    return make_document(Audience.ICRC, (case,), lang, context).document


def answers_of(document: Document) -> dict[str, str]:
    """Return what stands in each item: its value, or the words of its crossed boxes."""
    found: dict[str, str] = {}
    for block in document.blocks:
        if not isinstance(block, FormSection):
            continue
        for field in (one for row in block.rows for one in row):
            match field.filling:
                case Written(text=text) | Passage(text=text):
                    found[field.number] = text
                case Ticks(ticks=ticks):
                    found[field.number] = ", ".join(t.word for t in ticks if t.crossed)
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("case", [a_case(), papers.thin_case()], ids=["full", "thin"])
def test_a_request_answers_every_item_on_few_pages(case: CaseReport, lang: str) -> None:
    document = request(case, lang)
    answers = answers_of(document)
    assert tuple(answers) == numbers(LAYOUT)
    assert len(pages_of(write_pdf(document).content)) <= (3 if lang == "hy" else 2)


def test_the_enquirer_is_reached_and_the_man_described() -> None:
    said = answers_of(request(a_case()))
    assert said["A1"].startswith("Nmushyan Anahit")
    assert said["A5"] == "mother"
    assert said["A6"] == "00 Sample Street"
    assert said["A7"] == "+374 00 000 000; a@b.invalid"
    assert (said["B1"], said["B2"]) == ("Nmushyan", "Aram")
    assert "Նմուշյան Արամ" in said["B4"]
    assert "scar" in said["B14"]
    assert said["C4"] == RELEASABLE
    assert (said["E1"], said["E2"]) == ("yes", "BAK-00-112")
    assert "SUB-2020-002" in said["E3"]


def test_consent_is_yes_no_or_not_asked() -> None:
    said = answers_of(request(a_case()))
    assert (said["A11"], said["A12"], said["A13"]) == ("yes", "no", "")


def test_a_consent_taken_back_is_a_no() -> None:
    case = a_case(consents=(ConsentLine("PUBLISH_NAME", "WITHDRAWN"),))
    assert answers_of(request(case))["A12"] == "no"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_grade_no_relative_but_the_enquirer_and_no_internal_words_stand_on_it(lang: str) -> None:
    told = text_of(write_pdf(request(a_case(), lang)).content)
    for hidden in ("Hrant", "+374 11 111 111", "B2", "C3", "W-01", "Figure V12-P07"):
        if hidden in {"B2", "C3"}:  # numbers of items too: a grade would be joined to a source
            assert f"· {hidden}" not in told
        else:
            assert hidden not in told


def test_whoever_saw_him_is_a_kind_of_source_and_a_month() -> None:
    said = answers_of(request(a_case()))
    assert said["C7"].replace("\u00a0", " ") == "returned captive, January 2021"
    assert "by telephone" not in " ".join(said.values())
    assert "Source: fellow serviceman." in said["C5"]


def test_an_insult_of_the_other_side_is_not_repeated() -> None:
    case = a_case()
    denied = next(one for one in case.events if one.code == "D21")
    assert model_man.DENIAL in answers_of(request(case))["C8"]
    rude = replace(denied, verbatim="these terrorists are not prisoners")
    case = replace(case, events=(*(e for e in case.events if e is not denied), rude))
    answer = answers_of(request(case))["C8"]
    assert "terrorists" not in answer
    assert "Detention denied" in answer


def test_that_he_was_wounded_is_told_to_whoever_looks_for_him() -> None:
    case = a_case()
    wounded = replace(case.events[1], key="w", code="E09", words_releasable="Hit in the leg.")
    case = replace(case, events=(*case.events, wounded))
    assert "Hit in the leg." in answers_of(request(case))["C5"]


def test_an_exhibit_is_named_by_kind_and_number_only() -> None:
    (video,) = papers.model_case().exhibits
    named = replace(video, title="posted by @somebody", origin="https://example.invalid/x")
    told = answers_of(request(a_case(exhibits=(named,))))["F2"]
    assert "E-2020-00012" in told
    assert "somebody" not in told
    assert "example" not in told


def test_a_section_that_was_not_chosen_is_said_to_be_missing_from_the_copy() -> None:
    chosen = frozenset(paper_for(Audience.ICRC).sections) - {PaperSection.FAMILY}
    made = make_document(Audience.ICRC, (a_case(),), "en", papers.issued_context(), chosen)
    said = answers_of(made.document)
    assert said["A1"] == said["A6"] == "not given in this copy"
    assert said["B1"] == "Nmushyan"


def test_without_a_picture_there_is_no_empty_frame() -> None:
    sections = request(a_case(photo=None)).blocks
    assert all(block.photo is None for block in sections if isinstance(block, FormSection))
    assert answers_of(request(a_case(photo=None)))["F1"] == ""


def test_many_reports_leave_the_newest() -> None:
    case = a_case()
    seen = case.events[3]
    many = tuple(
        replace(seen, key=f"m{n}", words_releasable=f"Report {n} of many.") for n in range(40)
    )
    told = answers_of(request(replace(case, events=many)))["C5"]
    assert "30 earlier reports" in told
    assert "Report 39 of many." in told
    assert "Report 3 of many." not in told


def test_what_stays_for_the_icrc_names_no_relative_but_parents_and_enquirer() -> None:
    kept = for_reader(a_case(), paper_for(Audience.ICRC)).case
    assert [one.relation for one in kept.family] == ["FATHER", "MOTHER"]
    father, mother = kept.family
    assert father.contact == ""
    assert mother.contact == "+374 00 000 000"


def test_names_of_any_script_are_not_lost_on_the_way() -> None:
    said = answers_of(request(a_case(), "ru"))
    assert (said["B1"], said["B3"]) == ("Нмушян", "Сурен")
    assert "Nmushyan Aram" in said["B9"]


def test_a_statement_without_a_kind_is_no_source() -> None:
    case = a_case()
    bare = Statement("mother-call", model_man.day("2020-12-14"))
    case = replace(case, statements=(bare, *case.statements[1:]))
    assert "According to: ," not in " ".join(answers_of(request(case)).values())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_full_request_takes_two_pages(lang: str) -> None:
    assert write_pdf(request(papers.model_case(), lang)).pages == 2


def test_what_the_office_asked_is_a_step_and_no_answer_of_the_other_side() -> None:
    asked = replace(papers.model_case().events[-1], key="d22", code="D22", verbatim="")
    case = replace(papers.model_case(), events=(*papers.model_case().events, asked))
    said = answers_of(request(case))
    assert "Asked about him" in said["E3"]
    assert "Asked about him" not in said["C8"]


def test_a_report_of_the_month_itself_is_not_dated_twice() -> None:
    told = answers_of(request(papers.model_case()))
    assert "– 16\u00a0December 2020. Source: family." in told["C5"]
    assert "fellow serviceman, January 2021" in told["C4"]


def test_colours_say_what_they_are_of_and_languages_have_names() -> None:
    eyes = Described("EYES", Known("brown"))
    case = a_case()
    identity = replace(case.identity, nationality=Known("Armenia"))
    family = tuple(replace(one, languages="hy, ru") for one in case.family)
    described = replace(identity, description=(*identity.description, eyes))
    said = answers_of(request(replace(case, identity=described, family=family), "ru"))
    assert said["B14"].endswith("глаза: brown")
    assert said["B15"] == "Армения"
    assert said["A9"] == "армянский, русский"


def test_a_long_description_stays_in_its_field_and_its_blood_group_whole() -> None:
    marks = Described("MARKS", Known("a scar of about 3 cm above the left eyebrow, a mole"))
    blood = Described("BLOOD_GROUP", Known("II (A) Rh+"))
    case = a_case()
    told = replace(case.identity, description=(*case.identity.description, marks, blood))
    said = answers_of(request(replace(case, identity=told)))
    assert "blood group: II\u00a0(A)\u00a0Rh+" in said["B14"]
    page = pages_of(write_pdf(request(replace(case, identity=told))).content)[0]
    assert "Continued" not in page
    assert "Rh+" in page


def a_letter(case: CaseReport) -> CaseReport:
    """Add a letter from him, a month after he was last seen."""
    letter = replace(
        case.events[-1], key="letter", code="C17", date=model_man.day("2021-01-22"), verbatim=""
    )
    return replace(case, events=(*case.events, letter))


def test_a_letter_from_him_is_the_last_news_and_where_he_was_last_seen_is_still_told() -> None:
    case = a_letter(a_case())
    said = answers_of(request(case))
    assert said["C1"] == "22\u00a0January 2021"
    assert said["C2"] == "Letter or Red Cross message received"
    assert said["C4"].endswith(RELEASABLE)
    assert said["C4"].startswith("Last ")


def test_a_man_only_others_saw_has_the_day_on_which_they_did() -> None:
    case = a_case()
    seen = tuple(one for one in case.events if one.code not in ("E02", "E03"))
    said = answers_of(request(replace(case, events=seen)))
    assert said["C1"] != "not recorded"
    assert said["C2"] == "Seen or heard by a returned captive"


def test_a_source_without_a_kind_of_its_own_stands_last_and_is_called_another() -> None:
    case = papers.model_case()
    first = next(one for one in case.statements if one.kind == "FELLOW_SERVICEMAN")
    other = tuple(replace(o, kind="OTHER") if o is first else o for o in case.statements)
    told = " ".join(answers_of(request(replace(case, statements=other))).values())
    assert "another source" in told
    assert "Source: other." not in told
    assert "another source, " not in told.replace("another source, January", "")


def test_words_of_the_other_side_are_joined_to_what_they_answer() -> None:
    case = a_case()
    doubtful = replace(case.events[0], code="E09", key="w", verbatim="")
    said = answers_of(request(replace(case, events=(*case.events, doubtful))))
    assert f"2021: “{model_man.DENIAL}”." in said["C8"]
    assert "Wounded (reported) – " in said["C5"]  # no brackets beside brackets


@pytest.mark.parametrize(
    ("lang", "told"),
    [("en", "No answer yet; it was due by"), ("hy", "Պատասխան դեռ"), ("ru", "Ответа нет")],
)
def test_what_was_not_answered_is_not_called_a_reply(lang: str, told: str) -> None:
    asked = AskedBody("SUB-1", "COURT", "INTERIM_MEASURES", model_man.day("2020-12-28"),
                      due=date(2021, 1, 23))  # fmt: skip
    said = answers_of(request(a_case(asked=(asked,)), lang))["E3"]
    assert told in said
    assert PaperWords(lang).say("Reply: {reply}", reply="").strip() not in said


def test_a_measure_in_force_is_said_in_the_middle_of_a_sentence() -> None:
    asked = AskedBody("SUB-1", "COURT", "INTERIM_MEASURES", model_man.day("2020-12-28"),
                      measure="APPLIED")  # fmt: skip
    assert "Reply: in force." in answers_of(request(a_case(asked=(asked,))))["E3"]


def test_where_a_returned_captive_saw_him_is_where_he_may_be_held() -> None:
    case = a_case()
    seen = next(one for one in case.events if one.code == "C19")
    there = replace(seen, place=PlaceWords(Wording(en="Military Police Department, Baku")))
    told = replace(case, events=tuple(there if one is seen else one for one in case.events))
    assert answers_of(request(told))["C6"] == "Military Police Department, Baku"


def test_a_list_with_his_name_did_not_see_him() -> None:
    case = a_case()
    listed = replace(case.events[-1], key="l", code="C15", date=model_man.day("2021-02-20"))
    seen = answers_of(request(case))["C7"]
    assert answers_of(request(replace(case, events=(*case.events, listed))))["C7"] == seen


def test_a_man_known_by_a_figure_in_a_video_has_no_name_in_a_script_of_his_own() -> None:
    case = a_case()
    figure = PrintedName(case.identity.own_script, written="figure 7 in video V12")
    said = answers_of(request(replace(case, identity=replace(case.identity, names=(figure,)))))
    assert said["B1"] == "figure 7 in video V12"
    assert said["B4"] == "not recorded"


def test_an_hour_is_not_torn_from_its_word() -> None:
    assert "ժամը\u00a023:40" in PaperWords("hy").when(model_man.day("2020-12-15T23:40"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whoever_signs_for_the_office_says_so_under_the_line(lang: str) -> None:
    (signed,) = (one for one in request(a_case(), lang).blocks if isinstance(one, SignatureRow))
    asks, office = signed.lines
    assert asks.purpose
    assert office.signature_word == PaperWords(lang).say("Signature for the office")
