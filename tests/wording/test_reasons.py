"""The reasons of a status read as sentences, in every language, with nothing left over."""

import json
import re

import pytest

from app.i18n import LANGUAGES, Translator
from app.wording import headline_sentences, trace_sentences
from app.wording.status_json import facets_json, status_json
from app.wording.status_words import (
    Answer,
    chip_words,
    four_answers,
    headline_words,
    mark_word,
    short_answer,
)
from app.wording.trace import Block, reasons, why, why_paragraph
from models.vocabulary.evidence import Authenticity
from models.vocabulary.status import Ack, Facet, Headline
from tests.codebook.telling import (
    AS_OF,
    acknowledged,
    conclusive,
    footage,
    it,
    missing,
    override,
    status,
    word,
)

MODEL_CASE = (
    missing(),
    footage("2020-12-15", "B2", "C2"),
    it("D21", "2021-02-03", "A1", says=Ack.NOT_IDENTIFIED),
    it("X80", "2020-12-17", "F6"),
)
HOME = it("R67", "2021-06-01", "A1")
TIE = (it("D20", "2021-02-03", "B2"), it("D21", "2021-02-03", "A1"))
FAILED = Authenticity.FAIL
EVERYTHING = (
    MODEL_CASE,
    (missing(), it("E05", "2020-12-16", "B2"), it("X84", "2022-01-10", "A1")),
    (footage(), it("R65", "2021-01-28", "B2"), acknowledged("2021-02-03")),
    (footage(), it("R71", "2021-05-01", "B2"), it("L46", "2021-01-10"), HOME),
    (missing(), it("X80", "2020-12-14", "B2", "C3"), it("C17", "2021-02-01", "B2")),
    (it("C19", "2021-03-XX", "B2"), it("X80", "2021-03-15", "B2"), it("X80", "2021-04-01", "B2")),
    (conclusive("M97", "2021-02-01", "A2"), it("M98", "2021-03-01", "A1")),
    (missing(), it("M91", "2021-01-01", "F6")),
    (*TIE, it("D22", "2021-01-01")),
    (it("D20", "2021-02-03", "B2"), it("D21", "2021-03-03", "A1")),
    (it("D22", "2021-01-01", traits="DEADLINE_PASSED"), it("R65", "2021-01-28", "F6")),
    (it("C12", "2020-12-15", "B2", authenticity=FAILED), it("C13", "2021-01-01", "B2")),
    (it("C12", "2020-12-15", "B2"), it("C15", "2020-12-20", "B2", name_only=True)),
    (it("C11", "2020-12-15", word("C3", "a"), word("C3", "a"), word("D3", "b", withdrawn=True)),),
    (it("C11", "2020-12-15", word("B2", "a", coerced=True)), it("E05", "2020-12-16", "E5")),
    (footage(), conclusive("X81", "2021-04-01", "B2"), it("A113", "2021-05-01")),
    (footage("2020-12-15", withdrawn=True), footage(), it("X84", "2022-01-10", "A1")),
)


@pytest.fixture(params=LANGUAGES)
def t(request: pytest.FixtureRequest) -> Translator:
    return Translator.open(request.param)


@pytest.mark.parametrize("told", EVERYTHING)
def test_every_reason_is_a_whole_sentence(told: tuple[object, ...], t: Translator) -> None:
    found = status(*told, overrides=(override(Headline.S51, set_on=AS_OF.replace(month=1)),))  # type: ignore[arg-type]
    for reason in reasons(found, t):
        assert reason.text.endswith(("։", "»։") if t.lang == "hy" else "."), reason
        assert not re.search(r"[{}_]|None|EventCode", reason.text), reason


def test_every_line_of_every_trace_has_words(t: Translator) -> None:
    for told in EVERYTHING:
        for line in status(*told).trace:
            known = line.key == "would_become" or trace_sentences.sentence(line, t)
            assert known, line


@pytest.mark.parametrize("headline", Headline)
def test_what_would_change_a_headline_names_the_next(headline: Headline, t: Translator) -> None:
    said = headline_sentences.what_would_change(headline, t)
    done = {Headline.S41, Headline.S42, Headline.S63, Headline.S90}
    assert bool(said) is (headline not in done)


def test_the_model_case_reads_as_in_the_picture() -> None:
    blocks = why(status(*MODEL_CASE), Translator.open("en"))
    told = {
        (block.block, block.facet): [reason.text for reason in block.reasons] for block in blocks
    }
    assert blocks[0].title == "Capture confirmed – denied / “not identified”"
    (held,) = told[Block.FACET, Facet.CUSTODY]
    assert held == (
        "Appears in a picture or video, held, 15 December 2020: confirmed. Independent sources "
        "agree on direct evidence."
    )
    assert "A denial never lowers the answer whether he is held." in told[Block.FACET, Facet.ACK]
    (unused,) = told[Block.NOT_USED, None]
    assert unused == (
        "Death reported, unverified, 17 December 2020: a lead only, too weak against the signs "
        "of life."
    )
    assert told[Block.WOULD_BECOME, None][0].startswith("It would become “Detention acknowledged”")


def test_reasons_carry_their_event_grade_and_rule() -> None:
    found = status(*MODEL_CASE)
    unused = [r for r in reasons(found, Translator.open("en")) if r.key == "death_not_used"]
    assert [(r.event_id, r.grade, r.rule) for r in unused] == [(MODEL_CASE[3].id, "F6", "P2")]


def test_the_paragraph_of_the_internal_file_names_grades_and_rules() -> None:
    said = why_paragraph(status(*MODEL_CASE), Translator.open("en"))
    assert "[B2\u00a0C2]" in said
    assert "P4" in said
    assert "Telegram" not in said


def test_always_all_four_answers_in_their_order(t: Translator) -> None:
    answers = four_answers(status(*MODEL_CASE), t)
    assert [answer.facet for answer in answers] == [
        Facet.FATE, Facet.CUSTODY, Facet.ACK, Facet.REPAT,
    ]  # fmt: skip
    assert all(answer.question and answer.short and answer.bold for answer in answers)


def test_short_answers_are_bold_and_plain() -> None:
    en = Translator.open("en")
    found = status(*MODEL_CASE)
    assert [short_answer(which, found, en) for which in Answer] == [
        "Yes – confirmed",
        "Yes – confirmed",
        "No – “not identified among captives”",
        "No – on no list",
    ]


def test_a_contested_state_is_called_disputed(t: Translator) -> None:
    word_ = mark_word(Facet.ACK, "ACK_OFFICIAL", t, contested=True)
    assert word_ == {"en": "disputed", "hy": "վիճելի", "ru": "спорно"}[t.lang]
    assert four_answers(status(*TIE), t)[2].short == word_


def test_silence_is_said_in_days() -> None:
    found = status(footage("2022-03-01"))
    assert chip_words(found, AS_OF, Translator.open("en")) == ("No sign of life for 92 days",)
    assert chip_words(found, AS_OF, Translator.open("ru")) == ("92 дня без признаков жизни",)


def test_headlines_have_a_short_form_for_tables(t: Translator) -> None:
    found = status(*MODEL_CASE)
    assert len(headline_words(found, t, "short")) < len(headline_words(found, t))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_answer_as_json_is_plain_and_complete(lang: str) -> None:
    found = status(*MODEL_CASE)
    answer = json.loads(json.dumps(status_json(found, lang)))
    assert answer["headline"] == "S23"
    assert list(answer["facets"]) == [facet.value for facet in Facet]
    assert answer["facets"]["CUSTODY"] == {
        "value": "CONFIRMED",
        "level": "L4",
        "since": "2020-12-15",
        "as_of": "2020-12-15",
        "contested": False,
    }
    assert answer["facets"] == json.loads(json.dumps(facets_json(found)))
    assert set(answer["trace"][0]) == {"text", "rule", "event", "grade"}


def test_a_language_we_do_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="xy"):
        status_json(status(), "xy")
