"""Half of all people are women: what is written of one never speaks of a man."""

import re
from dataclasses import replace

import pytest

from app.reports.forms.blank import BlankMaking, blank_form
from app.reports.forms.form_words import FormWords
from app.reports.papers import make_document
from app.shapes.case_report import AskedBody, CaseReport
from app.wording.vocabulary import codes, label
from models.vocabulary.forms import BlankForm
from models.vocabulary.papers import Audience
from models.vocabulary.status import Headline
from tests.factories.model_man import day
from tests.factories.papers import PRINTED, issued_context, model_case
from tests.reports.every_paper import texts_of

A_MAN = {
    "en": re.compile(r"(?i)\b(he|him|his|himself|man|men|son|serviceman)\b"),
    "ru": re.compile(r"(?i)\b(он|его|ему|им|нём|него|сын\w*|военнослужащий|пленён|взят)\b"),
    "hy": re.compile(r"(տղամարդ|որդ(ու|ի)\b)"),
}

#: Who told of her; and what Russian calls "he" though it is a person, a list, a notice.
OF_OTHERS = re.compile("fellow serviceman|человека|список|объявление")


def woman(headline: Headline) -> CaseReport:
    case = model_case()
    asked = (AskedBody("SUB-1", "ICRC", "TRACING_REQUEST", day("2020-12-22")),)
    return replace(
        case,
        identity=replace(case.identity, sex="FEMALE"),
        status=replace(case.status, headline=headline),
        asked=asked,
        told_in_person=True,
        circumstances_releasable=(),
    )


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
@pytest.mark.parametrize("audience", [Audience.FAMILY, Audience.PUBLIC, Audience.NEGOTIATION])
def test_no_sentence_takes_her_for_a_man(audience: Audience, lang: str) -> None:
    for headline in Headline:
        made = make_document(audience, [woman(headline)], lang, issued_context()).document
        taken = [text for text in texts_of(made.blocks) if A_MAN[lang].search(text)]
        assert [text for text in taken if not OF_OTHERS.search(text)] == [], headline


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
@pytest.mark.parametrize("form", [BlankForm.INTAKE, BlankForm.CONSENT])
def test_a_blank_form_can_be_filled_in_about_her(form: BlankForm, lang: str) -> None:
    made = blank_form(form, FormWords.of(lang), BlankMaking(PRINTED))
    assert [text for text in texts_of(made.blocks) if A_MAN[lang].search(text)] == []


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_what_a_family_is_asked_fits_a_woman_too(lang: str) -> None:
    asked = {code: label("minimum", code, lang, "help") for code in codes("minimum")}
    del asked["MIN.SEX"]  # whether it is a man or a woman
    assert [words for words in asked.values() if A_MAN[lang].search(words)] == []
