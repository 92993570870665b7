"""Who says so: whoever speaks in his file already is offered first."""

from uuid import UUID

from app.queries.sources import find_sources
from app.services.cases.events import record_event
from app.shapes.requests.evidence import RecordEvent
from app.workspace import Workspace
from models.vocabulary.event_codes import EventCode
from tests.factories.men import GOR, day, missing_man, said


def test_the_mother_of_this_man_is_offered_before_all_other_mothers(register: Workspace) -> None:
    men = [missing_man(register), missing_man(register, GOR)]
    for at, man in enumerate(men):
        by = (said(f"Mother of {at}"),)
        seen = RecordEvent((man,), EventCode.E02, day("2020-12-12"), said_by=by)
        register.write(lambda unit, request=seen: record_event(unit, request))  # type: ignore[misc]  # bound now

    def first_two(man: UUID) -> set[str]:
        found = register.read(lambda reader: find_sources(reader, "mother", of=man))
        return {one.title for one in found[:2]}

    assert "Mother of 0" in first_two(men[0])
    assert "Mother of 1" not in first_two(men[0])
    assert "Mother of 1" in first_two(men[1])
