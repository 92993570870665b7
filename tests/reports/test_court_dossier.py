"""A dossier for a court: its face, facts with proof, replies verbatim, exhibits, no informants."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from app.reports.document import (
    ChapterHead,
    DataTable,
    Document,
    Numbered,
    Portrait,
    UrgentFace,
)
from app.reports.papers import Made, make_document
from app.reports.render import write_pdf
from app.shapes.case_report import CaseReport, EventLine, TranslationNote
from models.codebook.compute import compute
from models.codebook.facts import FacetState
from models.vocabulary.papers import Audience, PaperSection
from models.vocabulary.status import Ack, Facet
from tests.factories import court, model_man, papers
from tests.metrics import record_count
from tests.reports.reading import pages_of, text_of, unspaced

LANGUAGES = ("en", "hy", "ru")
CHAPTERS = {
    "en": ("Facts", "Chronology", "Measures requested", "Index of exhibits", "Certification"),
    "hy": ("Փաստեր", "Ժամանակագրություն", "Խնդրվող միջոցներ", "Նյութերի ցանկ", "Վավերացում"),
    "ru": ("Факты", "Хронология", "Запрашиваемые меры", "Перечень материалов", "Заверение"),
}


def _made(case: CaseReport, lang: str = "en") -> Made:
    return make_document(Audience.COURT, [case], lang, court.court_context())


def _document(case: CaseReport, lang: str = "en") -> Document:
    return _made(case, lang).document


@cache
def _pages(lang: str) -> tuple[str, ...]:
    return tuple(pages_of(write_pdf(_document(court.court_case(), lang)).content))


def _said(document: Document) -> list[str]:
    """Give the numbered paragraphs as one line each."""
    return [
        f"{block.label} " + "".join(run.text for run in block.text)
        for block in document.blocks
        if isinstance(block, Numbered)
    ]


def _rows(document: Document, head: str) -> list[list[str]]:
    """Give the cells of the table under a chapter."""
    under = ""
    for block in document.blocks:
        if isinstance(block, ChapterHead):
            under = block.title
        if isinstance(block, DataTable) and under == head:
            return [["".join(run.text for run in cell) for cell in row.cells] for row in block.rows]
    return []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_page_says_word_for_word_what_the_court_asks_for(lang: str) -> None:
    first = _pages(lang)[0]
    assert first.startswith("Rule 39 – Urgent Person to contact (name and contact details): ")
    assert "Karine Ejyan, legal officer, telephone +374 00 111 111" in first


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chapters_stand_in_the_language_of_the_paper(lang: str) -> None:
    text = " ".join(_pages(lang))
    assert all(chapter in text for chapter in CHAPTERS[lang])


def test_the_first_page_names_its_own_length() -> None:
    pages = _pages("en")
    assert f"Pages: {len(pages)}" in pages[0]


def test_the_contact_is_said_to_be_missing_rather_than_left_blank() -> None:
    context = replace(court.court_context(), contact=papers.draft_context().contact)
    made = make_document(Audience.COURT, [court.court_case()], "en", context)
    face = next(block for block in made.document.blocks if isinstance(block, UrgentFace))
    assert "".join(run.text for run in face.contact) == "not recorded"


def test_facts_cite_their_exhibits_by_the_number_in_the_index() -> None:
    document = _document(court.court_case())
    contact_lost = next(p for p in _said(document) if "Unit lost contact" in p)
    assert "(exhibit\u00a01;\u00a0S" in contact_lost
    assert _rows(document, "Index of exhibits")[0][1].startswith("letter of the unit command")


def test_facts_come_before_submissions_and_are_told_apart() -> None:
    said = _said(_document(court.court_case()))
    parted = next(i for i, p in enumerate(said) if "What follows is submitted" in p)
    assert f"Paragraphs 1 to {parted} state facts." in said[parted]
    assert not any("imminent risk" in p for p in said[:parted])


def test_paragraphs_are_numbered_through_and_referred_to_by_their_numbers() -> None:
    document = _document(court.court_case())
    labels = [p.split(".")[0] for p in _said(document) if not p.startswith("(")]
    assert labels == [str(n) for n in range(1, len(labels) + 1)]
    rows = _rows(document, "Chronology")
    for row in rows:
        assert _said(document)[int(row[2]) - 1].startswith(f"{row[2]}. {row[0]}")


def test_every_measure_is_asked_for_once() -> None:
    asked = [p for p in _said(_document(court.court_case())) if p.startswith("(")]
    assert [p[:3] for p in asked] == ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)"]
    wanted = ("acknowledge", "place", "health", "Red Cross", "family", "doctor", "released")
    assert all(word in p for word, p in zip(wanted, asked, strict=True))


def test_replies_of_the_government_stand_word_for_word_and_once() -> None:
    rows = _rows(_document(court.court_case()), "Replies of the Government, word for word")
    assert rows == [
        [
            "3\u00a0February 2021",
            f"“{model_man.DENIAL}”",
            "English",
            "Detention denied or “not identified”\n00000/21\nexhibit\u00a03; S10",
        ]
    ]


def _reply_translated(*translations: TranslationNote) -> CaseReport:
    """Give the case in which the paper of the reply is translated."""
    case = court.court_case()
    return replace(
        case,
        exhibits=tuple(
            replace(one, translations=translations) if one.key == "reply" else one
            for one in case.exhibits
        ),
    )


NOTARY = "Նոտար Ա. Պետրոսյան"
SWORN = TranslationNote(
    "ru", "en", certified=True, paper="E-2021-00004", certified_by=NOTARY,
    certified_on=model_man.day("2021-02-20"),
)  # fmt: skip


def test_a_reply_in_another_language_without_a_translation_says_so() -> None:
    rows = _rows(_document(court.court_case(), "ru"), "Ответы правительства дословно")
    assert rows[0][2] == "английский; перевода нет"


def test_quoted_words_say_whether_their_translation_is_certified_and_where_it_is() -> None:
    case = _reply_translated(TranslationNote("ru", "en"), SWORN)
    rows = _rows(_document(case, "ru"), "Ответы правительства дословно")
    assert rows[0][2] == "английский; заверенный перевод: материал\u00a03"
    said = " ".join(_said(_document(case, "ru")))
    assert "Дословно (английский; заверенный перевод: материал\u00a03): «" in said


def test_words_translated_into_another_language_than_the_papers_name_both() -> None:
    case = _reply_translated(TranslationNote("hy", "en"))
    rows = _rows(_document(case, "ru"), "Ответы правительства дословно")
    assert rows[0][2] == "английский; незаверенный перевод на армянский: материал\u00a03"


@pytest.mark.parametrize(
    ("lang", "head", "certified", "not_certified"),
    [
        (
            "en",
            "Index of exhibits",
            "Certified translation from Armenian: E-2021-00004",
            "Uncertified translation from Armenian into Russian",
        ),
        (
            "hy",
            "Նյութերի ցանկ",
            "Հաստատված թարգմանություն ռուսերենից՝ E-2021-00004",
            "Չհաստատված թարգմանություն ռուսերենից անգլերեն",
        ),
        (
            "ru",
            "Перечень материалов",
            "Заверенный перевод с армянского: E-2021-00004",
            "Незаверенный перевод с армянского на английский",
        ),
    ],
)
def test_the_index_marks_translations_certified_or_not(
    lang: str, head: str, certified: str, not_certified: str
) -> None:
    start, other = ("ru", "en") if lang == "hy" else ("hy", "en" if lang == "ru" else "ru")
    sworn = replace(SWORN, lang=lang, from_lang=start)
    case = _reply_translated(sworn, TranslationNote(other, start))
    what = _rows(_document(case, lang), head)[2][1].split("\n")
    assert what[-3] == certified
    assert what[-2].startswith(f"{NOTARY}, ")
    assert what[-1] == not_certified


def test_what_speaks_against_the_request_is_pointed_out() -> None:
    said = _said(_document(court.court_case()))
    denial = next(p for p in said if "Detention denied" in p).split(".")[0]
    pointed = next(p for p in said if "does not bear out" in p)
    assert pointed.endswith(f"see paragraph {denial}.")


def test_both_accounts_stand_with_grades_but_only_bodies_are_quoted() -> None:
    text = " ".join(_pages("en"))
    assert "wounded in the leg, could not walk" in text
    assert "Communication was lost in the evening" in text
    assert "He was hit in the leg and stayed" not in text
    assert "fairly reliable, possibly true" in text


def test_the_index_carries_the_whole_hash_of_every_exhibit() -> None:
    text = unspaced(" ".join(_pages("en")))
    assert all(exhibit.sha256 in text for exhibit in court.EXHIBITS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_informant_no_telephone_and_no_other_relative_is_named(lang: str) -> None:
    text = " ".join(_pages(lang))
    case = court.court_case()
    for secret in ("Secretyan", "Vardan", case.family[1].contact, "Gegham", "Sample Street"):
        assert secret not in text
    assert "W-01" in text


def test_witnesses_are_listed_by_code_and_their_names_said_to_be_elsewhere() -> None:
    document = _document(court.court_case())
    codes = [row[0] for row in _rows(document, "Witnesses known by a code")]
    assert codes == ["W-01", "W-02", "W-03"]
    assert any("sealed key" in page for page in _pages("en"))


def test_custody_is_told_step_by_step_without_the_words_of_who_brought_it() -> None:
    rows = _rows(_document(court.court_case()), "Custody of the exhibits")
    done = ["Taken into the register", "Collected", "Taken into the register"]
    assert [row[2] for row in rows] == done
    assert [row[0] for row in rows] == ["1", "2", "2"]
    told = [cell for row in rows for cell in row[1:]]
    record_count(
        "R-47", "cells of the custody log that say something", sum(map(bool, told)), len(told)
    )
    assert all(told)


def _with(case: CaseReport, *codes: str) -> CaseReport:
    more = tuple(
        EventLine(
            code, code, model_man.day("2021-03-01"), (papers.model_case().events[9].cites[0],)
        )
        for code in codes
    )
    events = (*case.events, *more)
    return replace(case, events=events, status=compute(papers.history_of(events), papers.AS_OF))


def test_for_a_man_at_home_no_measure_is_asked() -> None:
    document = _document(_with(court.court_case(), "R65", "R66", "R67"))
    assert not any(isinstance(block, UrgentFace) for block in document.blocks)
    assert "Measures requested" not in text_of(write_pdf(document).content)


def test_what_the_government_acknowledged_is_not_asked_again() -> None:
    case = court.court_case()
    facets = {**case.status.facets, Facet.ACK: FacetState(Ack.ACK_OFFICIAL)}
    said = _said(_document(replace(case, status=replace(case.status, facets=facets))))
    asked = [p for p in said if p.startswith("(")]
    assert not any("acknowledge it" in p for p in asked)
    assert asked[0].startswith("(a) to name the place")


def test_withdrawn_events_are_no_facts() -> None:
    assert "another man" not in " ".join(_pages("en"))


def test_sections_that_were_taken_out_leave_no_head_behind() -> None:
    chosen = frozenset(PaperSection) - {PaperSection.EXHIBITS, PaperSection.STEPS}
    made = make_document(Audience.COURT, [court.court_case()], "en", court.court_context(), chosen)
    heads = [b for b in made.document.blocks if isinstance(b, ChapterHead)]
    assert [h.number for h in heads] == list(range(1, len(heads) + 1))
    titles = {h.title for h in heads}
    assert not titles & {"Index of exhibits", "Custody of the exhibits", "Steps taken"}
    assert not re.search(r"\(exhibit", " ".join(_said(made.document)))


def test_a_thin_file_makes_a_dossier_too() -> None:
    text = text_of(write_pdf(_document(papers.thin_case())).content)
    assert "Probst" in text
    assert "date of birth is not known" in text


def test_a_number_that_stands_with_the_name_is_not_said_twice() -> None:
    context = court.court_context()
    contact = replace(
        context.contact, person="K. Ejyan, telephone +374 00 111-111", telephone="+374 00 111 111"
    )
    made = make_document(
        Audience.COURT, [court.court_case()], "en", replace(context, contact=contact)
    )
    face = next(one for one in made.document.blocks if isinstance(one, UrgentFace))
    called = "".join(run.text for run in face.contact)
    assert called.count("telephone") == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_photograph_stands_before_the_index_of_exhibits(lang: str) -> None:
    case = replace(court.court_case(), photo=papers.grey_photo())
    blocks = _document(case, lang).blocks
    heads = [one.title for one in blocks if isinstance(one, ChapterHead)]
    after = next(n for n, one in enumerate(blocks) if isinstance(one, Portrait)) + 1
    assert blocks[after] == ChapterHead(heads.index(CHAPTERS[lang][3]) + 1, CHAPTERS[lang][3])


def test_without_exhibits_nothing_is_sworn_about_their_index() -> None:
    bare = replace(court.court_case(), exhibits=())
    assert "hashes stand in the index" in " ".join(_pages("en"))
    assert "index" not in text_of(write_pdf(_document(bare)).content)


def test_a_decision_names_the_account_by_which_the_office_goes() -> None:
    case = papers.model_case()
    (differ,) = case.disagreements
    first, second = differ.accounts
    undecided = replace(differ, review_by=None)
    decided = replace(undecided, accounts=(first, replace(second, taken=True)))
    for one, words in (
        (undecided, "The Office has not decided between them."),
        (decided, "the Office goes by account B"),
    ):
        told = text_of(write_pdf(_document(replace(case, disagreements=(one,)))).content)
        assert words in told
        assert ("Until decided" in told) == (one is undecided)
