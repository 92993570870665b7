"""What is typed about a handover is read as people write it, and stopped where it cannot be."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest

from app.clock import OFFICE_ZONE
from app.ui.events.draft import OtherMan
from app.ui.forms.keeping import from_json, to_json
from app.ui.handovers.drafts import (
    ArrivalsDraft,
    DebriefDraft,
    FamilyDraft,
    SeenDraft,
    ToldName,
    VerifyDraft,
)
from models.vocabulary.handovers import FamilyWord, VerificationMethod

TODAY = date(2021, 3, 10)
NOW = datetime(2021, 3, 10, 6, tzinfo=UTC)
ONE = (ToldName("Գոռ Քարաբերդյան", "Վահե", "2000"),)


def stops(draft: ArrivalsDraft | VerifyDraft | FamilyDraft | DebriefDraft) -> list[str]:
    return [field for field, _ in draft.problems(TODAY)]


@pytest.mark.parametrize(
    ("hour", "expected"),
    [("14:30", time(14, 30)), ("9.05", time(9, 5)), ("0840", time(8, 40)), ("", time(12))],
)
def test_an_hour_is_read_as_it_is_typed_and_noon_stands_for_none(hour: str, expected: time) -> None:
    draft = ArrivalsDraft("09.03.2021", hour, told=ONE)
    assert stops(draft) == []
    assert draft.arrived_at(NOW) == datetime.combine(date(2021, 3, 9), expected, OFFICE_ZONE)


def test_who_came_is_stopped_without_a_day_an_hour_or_a_name() -> None:
    assert stops(ArrivalsDraft()) == ["day", "told"]
    assert stops(ArrivalsDraft("02.2021", "25:00", told=(ToldName(father="Վահե"),))) == [
        "day", "hour", "told",
    ]  # fmt: skip
    assert stops(ArrivalsDraft("11.03.2021", told=ONE)) == ["day"]


def test_who_came_is_asked_for_as_it_was_typed() -> None:
    man, row, handover = uuid4(), uuid4(), uuid4()
    known = OtherMan(str(man), "HRD-2021-00001 Արամ Նմուշյան")
    draft = ArrivalsDraft("10.03.2021", rows=(str(row),), men=(known,), told=ONE)
    assert from_json(ArrivalsDraft, to_json(draft)) == draft
    request = draft.request(handover, NOW)
    assert request.arrived_at <= NOW
    first, second, third = request.arrivals
    assert (first.row_id, second.case_id) == (row, man)
    assert second.name_as_told == "Արամ Նմուշյան"
    assert (third.name_as_told, third.birth.edtf) == ("Գոռ Քարաբերդյան", "2000")


def test_steps_are_stopped_by_what_the_rules_ask_for() -> None:
    once = VerificationMethod.DOCUMENT
    assert stops(VerifyDraft(first=once, second=once)) == ["second", "verifier"]
    assert stops(VerifyDraft(verifier="Lilit")) == []
    assert stops(FamilyDraft(how=FamilyWord.TOLD)) == ["narrative"]
    seen = (SeenDraft(OtherMan(str(uuid4()), "x"), when="31.02.2021"),)
    assert stops(DebriefDraft(seen=seen)) == ["consent", "seen"]
