"""Scenarios from a file are read, or refused with the place of the fault."""

from datetime import date

import pytest

from models.codebook.facts import EventFact
from models.codebook.particulars import MAY_SAY, NotAParticular, read_particulars
from models.codebook.scenario import BadScenario, ScenarioFault, read_scenario, read_scenarios
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EvidenceClass, Reliability
from models.vocabulary.status import Ack

TODAY = date(2022, 6, 1)
EVENT: dict[str, object] = {
    "code": "D21",
    "date": "2021-02-03",
    "assertions": [{"reliability": "a", "credibility": 1, "group": "gov", "coerced": True}],
    "says": "NOT_IDENTIFIED",
    "evidence_class": "Direct",
}


def only_event(given: dict[str, object]) -> EventFact:
    (scenario,) = read_scenarios({"events": [given]}, TODAY)
    return scenario.history.events[0]


def test_an_event_is_read_whole() -> None:
    event = only_event(EVENT)
    assert event.code is EventCode.D21
    assert event.says is Ack.NOT_IDENTIFIED
    assert event.evidence_class is EvidenceClass.DIRECT
    assert event.assertions[0].reliability is Reliability.A
    assert event.assertions[0].coerced


def test_what_is_not_given_is_not_invented() -> None:
    event = only_event({"code": "C10"})
    assert (event.date.edtf, event.assertions, event.evidence_class) == (None, (), None)


def test_one_many_and_a_list_are_read() -> None:
    one = {"events": [EVENT]}
    assert [
        len(read_scenarios(given, TODAY)) for given in (one, [one, one], {"scenarios": [one]})
    ] == [1, 2, 1]


def test_the_day_asked_for_comes_from_the_nearest_place() -> None:
    given = {
        "as_of": "2021-01-01",
        "scenarios": [{"events": []}, {"events": [], "as_of": "2020-12-31"}],
    }
    assert [s.as_of.isoformat() for s in read_scenarios(given, TODAY)] == [
        "2021-01-01",
        "2020-12-31",
    ]
    assert read_scenarios({"events": []}, TODAY)[0].as_of == TODAY
    assert read_scenario({"events": []}, "2021-03-10")[1] == date(2021, 3, 10)


@pytest.mark.parametrize(
    ("given", "fault", "where"),
    [
        ("text", ScenarioFault.NOT_AN_OBJECT, ""),
        ({}, ScenarioFault.MISSING, "events"),
        ({"events": {}}, ScenarioFault.NOT_A_LIST, "events"),
        ({"events": [{"code": "Z99"}]}, ScenarioFault.UNKNOWN_CODE, "events[0].code"),
        ({"events": [EVENT, {"date": "2020"}]}, ScenarioFault.MISSING, "events[1].code"),
        ({"events": [{"code": "E01", "date": "2020-13-45"}]}, ScenarioFault.NOT_A_DATE,
         "events[0].date"),
        ({"events": [{"code": "E01", "date": 2020}]}, ScenarioFault.NOT_A_DATE, "events[0].date"),
        ({"events": [{"code": "E01", "assertions": [{"reliability": "G"}]}]},
         ScenarioFault.UNKNOWN_CODE, "events[0].assertions[0].reliability"),
        ({"events": [{"code": "E01", "assertions": [{"credibility": 7}]}]},
         ScenarioFault.UNKNOWN_CODE, "events[0].assertions[0].credibility"),
        ({"events": [{"code": "C15", "name_only": "yes"}]}, ScenarioFault.NOT_YES_OR_NO,
         "events[0].name_only"),
        ({"events": [{"code": "D21", "says": "GOOD"}]}, ScenarioFault.UNKNOWN_CODE,
         "events[0].says"),
        ({"events": [{"code": "C12", "traits": ["HANDSOME"]}]}, ScenarioFault.UNKNOWN_CODE,
         "events[0].traits"),
        ({"events": [], "as_of": "yesterday"}, ScenarioFault.NOT_A_DATE, "as_of"),
    ],
)  # fmt: skip
def test_bad_input_is_refused_at_its_place(given: object, fault: ScenarioFault, where: str) -> None:
    with pytest.raises(BadScenario) as refused:
        read_scenarios(given, TODAY)
    assert (refused.value.fault, refused.value.where) == (fault, where)


def test_a_scenario_without_any_day_is_refused() -> None:
    with pytest.raises(BadScenario, match="as_of"):
        read_scenario({"events": []})


def test_what_an_event_may_say_can_be_read_back() -> None:
    for code, values in MAY_SAY.items():
        for value in values:
            assert read_particulars(code, {"says": value}).says is value


def test_a_word_no_rule_knows_is_refused() -> None:
    for kept in ({"basis": "JACKET"}, {"reply_due": "soon"}, {"closure_reason": "TIRED"}):
        with pytest.raises(NotAParticular):
            read_particulars(EventCode.D22, kept)
