"""What is being typed, without a window: drafts come back whole, two versions merge."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from app.i18n.translator import Translator
from app.ui.events.code_rows import rows_for
from app.ui.events.draft import CODES, EventDraft, OtherMan, asked_with
from app.ui.events.source_draft import FaultKind, SourceDraft
from app.ui.events.spoken import event_sentence, source_sentence
from app.ui.forms.keeping import Unreadable, from_json, to_json
from app.ui.forms.odd_letters import hidden_signs, mixed_words
from app.ui.forms.versions import Side, differences, merged
from app.ui.widgets.date_draft import Boxes, DateDraft, DateWord
from app.ui.widgets.place_picker import ChosenPlace
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Authenticity, Credibility, EventTrait, Reliability
from models.vocabulary.places import PlacePrecision

TODAY = date(2021, 3, 10)
FULL = EventDraft(
    code=EventCode.C12,
    when=DateDraft(
        DateWord.BETWEEN, Boxes("13", 12, "2020"), Boxes("16", 12, "2020"), said="«կեսերին»"
    ),
    place=ChosenPlace(str(uuid4()), "Խծաբերդ", PlacePrecision.DISTRICT, "ձորում"),
    narrative="Two men\nstand.",
    particulars={"EXHIBIT": "V17"},
    figure="3",
    traits=frozenset({EventTrait.SELF_NAMED}),
    authenticity=Authenticity.PASS,
    others=(OtherMan(str(uuid4()), "00124"),),
    who=SourceDraft(
        source=str(uuid4()),
        shown="W-03",
        said="02.02.2021",
        words="<b>“”</b>",
        reliability=Reliability.B,
        credibility=Credibility.TWO,
        coerced=True,
        account="14.12.2020",
    ),
)


def test_a_draft_comes_back_as_it_was() -> None:
    assert from_json(EventDraft, to_json(FULL)) == FULL
    assert from_json(EventDraft, to_json(EventDraft())) == EventDraft()


@pytest.mark.parametrize("text", ["", "[]", '{"code": "Z99"}', '{"unheard": 1}', '{"figure": 5}'])
def test_a_draft_that_cannot_be_read_says_so(text: str) -> None:
    with pytest.raises(Unreadable):
        from_json(EventDraft, text)


def test_a_whole_draft_makes_a_whole_request() -> None:
    case = uuid4()
    assert FULL.faults(TODAY) == []
    request = FULL.request((case,))
    assert request.occurred.edtf == "[2020-12-13..2020-12-16]"
    assert request.said_by[0].said.edtf == "2021-02-02"
    assert request.said_by[0].account.edtf == "2020-12-14"
    assert request.particulars == {"EXHIBIT": "V17"}
    assert request.authenticity is Authenticity.PASS


def test_what_another_code_asked_for_is_not_saved_with_this_one() -> None:
    request = replace(FULL, code=EventCode.E02, says="DENIED").request((uuid4(),))
    assert (request.figure, request.says, request.authenticity) == ("", "", None)
    assert request.traits == frozenset()
    assert request.particulars == {}


def test_every_fault_is_told_at_once() -> None:
    draft = EventDraft(
        when=DateDraft(typed="31.02.2020"), who=SourceDraft(words="he said", said="2.2.21")
    )
    faults = {(fault.field, fault.kind) for fault in draft.faults(TODAY)}
    assert faults == {
        ("code", FaultKind.NO_CODE),
        ("occurred", FaultKind.NOT_A_DATE),
        ("source", FaultKind.NO_SOURCE),
        ("said", FaultKind.NOT_A_DATE),
    }


def test_a_grade_alone_asks_for_a_source() -> None:
    graded = SourceDraft(reliability=Reliability.B)
    assert [fault.kind for fault in graded.faults()] == [FaultKind.NO_SOURCE]
    assert SourceDraft().faults() == []


def test_only_footage_asks_for_its_checks() -> None:
    assert {code for code in CODES if asked_with(code).footage} == {
        EventCode.C12,
        EventCode.C13,
        EventCode.D30,
    }


@pytest.mark.parametrize(
    "text", ["c19", "returned captive", "վերադարձած գերի", "вернувшийся пленный"]
)
def test_a_code_is_found_by_its_words_in_every_language(text: str) -> None:
    for lang in ("en", "hy", "ru"):
        assert EventCode.C19 in [row.code for row in rows_for(text, lang)]


def test_the_files_own_events_are_not_offered() -> None:
    assert not [row for row in rows_for("", "en") if row.code and row.code.value.startswith("A1")]


def test_the_sentence_is_said_in_three_languages_without_a_double_stop() -> None:
    for lang in ("en", "hy", "ru"):
        t = Translator.open(lang)
        for said in (event_sentence(FULL, t), source_sentence(FULL.who, t)):
            assert "2020" in said or "2021" in said
            assert ".." not in said
            assert said[-1] in ".։"


def test_what_only_they_changed_is_taken_and_what_only_i_changed_is_kept() -> None:
    before = EventDraft(narrative="a", figure="1", says="x")
    theirs = replace(before, narrative="theirs", figure="2")
    mine = replace(before, narrative="mine", says="y")
    found = differences(before, theirs, mine, ("narrative", "figure", "says", "code"))
    assert [(one.field, one.changed_by_both, one.default) for one in found] == [
        ("narrative", True, Side.MINE),
        ("figure", False, Side.THEIRS),
        ("says", False, Side.MINE),
    ]
    assert merged(mine, found, {}) == replace(before, narrative="mine", figure="2", says="y")
    assert merged(mine, found, {"narrative": Side.THEIRS}).narrative == "theirs"


def test_odd_letters_are_seen() -> None:
    assert hidden_signs("Нму\u200fшян") == ("RIGHT-TO-LEFT MARK",)
    assert mixed_words("Hмyшян Арам") == ("Hмyшян",)
    assert mixed_words("<b>Նմուշյան</b>") == ()
    assert hidden_signs("Նմուշյան-Արամ") == ()
