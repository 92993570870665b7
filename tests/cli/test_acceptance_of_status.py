"""What the domain demands of a man's status, entered through use cases and read at a terminal.

AT15: five outlets that repeat one post are one voice. AT17: an identification of remains that is
revoked gives back what was known before. AT18: a court's declaration closes no case.
"""

from typing import Any  # Any: JSON values
from uuid import UUID

import pytest

from app.errors import BadInput
from app.queries.cases.file import case_file
from app.services.cases.cases import close_case
from app.shapes.requests.cases import CloseCase
from app.shapes.requests.evidence import RecordEvent
from app.workspace import Workspace
from models.codebook import Status
from models.vocabulary.accounts import ClosureReason, SourceKind
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import EvidenceClass, EvidenceLevel
from models.vocabulary.status import Admin, Civil, Facet, Headline
from tests.cli.running import CommandLine
from tests.factories.men import day, missing_man, record, said, seen_in_video
from tests.registers import PASSPHRASE, Home

_LASTING = ("FATE", "CUSTODY", "ACK", "REPAT")


def number_of(register: Workspace, case_id: UUID) -> str:
    return register.read(lambda reader: case_file(reader, case_id)).number


def status_of(register: Workspace, case_id: UUID) -> Status:
    return register.read(lambda reader: case_file(reader, case_id)).status


def told(homeward: CommandLine, home: Home, number: str) -> Any:
    secret = homeward.secret("founder", PASSPHRASE)
    answer = homeward.on(home.path, "case", number, "--json", secret=secret)
    assert answer.code == 0, answer.err
    return answer.json


def test_five_outlets_that_repeat_one_post_are_one_voice(
    vault: Home, homeward: CommandLine
) -> None:
    outlets = [f"Outlet {n}" for n in range(1, 6)]

    def captured(case_id: UUID, groups: list[str]) -> RecordEvent:
        voices = tuple(
            said(title, "C3", SourceKind.MEDIA_OWN, independence_group=group)
            for title, group in zip(outlets, groups, strict=True)
        )
        return RecordEvent((case_id,), EventCode.C11, day("2020-12-15"), said_by=voices)

    with vault.open() as register:
        one_post, five_posts = (missing_man(register) for _ in range(2))
        record(register, captured(one_post, ["post"] * 5))
        record(register, captured(five_posts, [f"post {n}" for n in range(5)]))
        numbers = [number_of(register, one) for one in (one_post, five_posts)]
        by_one, by_five = (
            status_of(register, man).facets[Facet.CUSTODY].level for man in (one_post, five_posts)
        )
        assert by_one == EvidenceLevel.L1 < by_five
    repeated, independent = (
        told(homeward, vault, number)["facets"]["CUSTODY"]["level"] for number in numbers
    )
    assert repeated == "L1"
    assert independent > repeated


def test_a_revoked_identification_gives_back_what_was_known_before(
    vault: Home, homeward: CommandLine
) -> None:
    lab = said("Laboratory", "A2", SourceKind.FORENSIC_LAB)
    with vault.open() as register:
        man = missing_man(register)
        record(register, seen_in_video(man))
        number = number_of(register, man)
    before = told(homeward, vault, number)
    with vault.open() as register:
        found = RecordEvent(
            (man,),
            EventCode.M97,
            day("2021-02-01"),
            evidence_class=EvidenceClass.CONCLUSIVE,
            said_by=(lab,),
        )
        record(register, found)
    identified = told(homeward, vault, number)
    with vault.open() as register:
        assert status_of(register, man).headline is Headline.S62
        record(register, RecordEvent((man,), EventCode.M98, day("2021-03-01"), said_by=(lab,)))
        assert status_of(register, man).headline is Headline.S22
    after = told(homeward, vault, number)

    assert (before["headline"], identified["headline"]) == ("S22", "S62")
    assert after["headline"] == before["headline"]
    for facet in _LASTING:
        assert after["facets"][facet] == before["facets"][facet], facet


def test_a_court_that_declares_him_dead_closes_no_case(vault: Home, homeward: CommandLine) -> None:
    with vault.open() as register:
        man = missing_man(register)
        number = number_of(register, man)
        court = said("Court of first instance", "A1", SourceKind.REGISTRY)
        record(register, RecordEvent((man,), EventCode.X84, day("2021-03-01"), said_by=(court,)))
        version = register.read(lambda reader: case_file(reader, man)).version
        for why in (
            ClosureReason.REPATRIATED_VERIFIED,
            ClosureReason.FOUND_ALIVE_NOT_CAPTURED,
            ClosureReason.REMAINS_HANDED_TO_FAMILY,
        ):
            request = CloseCase(man, version, why)
            with pytest.raises(BadInput):
                register.write(lambda unit, r=request: close_case(unit, r))  # type: ignore[misc]  # bound now
        status = status_of(register, man)
        assert status.facets[Facet.CIVIL].value is Civil.DECLARED_DEAD
        assert status.facets[Facet.ADMIN].value is not Admin.CLOSED
    case = told(homeward, vault, number)
    assert case["facets"]["CIVIL"]["value"] == "DECLARED_DEAD"
    assert case["facets"]["ADMIN"]["value"] != "CLOSED"
    assert case["headline"] == "S51"
