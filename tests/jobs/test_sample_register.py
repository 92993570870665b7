"""The sample as it stands in a register, on both databases."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app import workspace
from app.clock import FrozenClock
from app.db.unit_of_work import Reader
from app.jobs.papers.verify import verify_code
from app.jobs.registers.opening import SAMPLE_BEGINS, SAMPLE_TODAY
from app.jobs.registers.sample_job import make_sample
from app.jobs.sample.content import men
from app.queries.accounting.incidents import incident_page, incident_rows
from app.queries.cases.file import case_file, case_id_of
from app.queries.papers.disclosures import disclosure_log
from app.queries.register.office import office
from app.reports.paper_code import new_code
from app.services.places.gazetteer import seed_places
from app.settings import SettingsFolder
from app.shapes.case_file import CaseFile
from app.shapes.disclosures import Genuine
from app.shapes.incidents import IncidentPage
from app.shapes.progress import Progress
from app.workspace import Workspace
from models.cases import Case, CaseLine, FacetSnapshot
from models.history import HistoryEntry
from models.places import Place, PlaceName
from models.sources import Source
from models.vocabulary.accounts import ClaimCategory, ClaimForm
from models.vocabulary.event_codes import EventCode
from models.vocabulary.papers import DisclosureState
from models.vocabulary.people import NameKind
from tests import registers

FIRST_MORNING = SAMPLE_BEGINS


@pytest.fixture(scope="module", params=["vault", "postgres"])
def sample(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """Lend the sample, made once on each database; nobody writes into it."""
    folder = tmp_path_factory.mktemp("sample")
    if request.param == "vault":
        with _made(folder / "vault", folder) as made:
            yield made
        return
    server: registers.PostgresServer = request.getfixturevalue("postgres_server")
    with server.database(founded=False) as name, _made(server.profile(folder, name), folder) as m:
        yield m


def _made(place: Path, settings: Path) -> Workspace:
    clock = FrozenClock(FIRST_MORNING)
    register = workspace.create(
        place,
        registers.FOUNDER,
        registers.PASSPHRASE,
        clock=clock,
        settings=SettingsFolder(settings / "settings"),
    )
    steps: list[Progress] = []
    make_sample(register, clock, steps.append)
    assert steps[0].done == 0
    assert steps[-1].done == steps[-1].total
    return register


def file_of(sample: Workspace, number: str) -> CaseFile:
    return sample.read(lambda reader: case_file(reader, case_id_of(reader, number)))


def incident_of(sample: Workspace) -> IncidentPage:
    (row,) = sample.read(incident_rows)
    return sample.read(lambda reader: incident_page(reader, row.id))


def test_every_man_stands_under_the_headline_of_his_story(sample: Workspace) -> None:
    def headlines(reader: Reader) -> dict[str, str]:
        rows = reader.session.execute(select(CaseLine.number, CaseLine.headline))
        return {row.number: row.headline for row in rows}

    assert sample.read(headlines) == {n: man.expect.value for n, man in men().items()}


def test_the_office_says_that_it_is_a_sample_in_three_languages(sample: Workspace) -> None:
    shown = sample.read(office)
    assert shown.is_sample
    assert shown.name("en") == "Office of the Human Rights Defender – SAMPLE OFFICE"


def test_the_history_runs_forward_and_ends_before_the_day_of_the_sample(sample: Workspace) -> None:
    assert sample.verify_history() == []
    moments = sample.read(
        lambda reader: list(
            reader.session.scalars(select(HistoryEntry.at).order_by(HistoryEntry.seq))
        )
    )
    assert moments == sorted(moments)
    assert moments[0] == FIRST_MORNING
    assert moments[-1] < SAMPLE_TODAY


def test_on_16_december_fifty_eight_of_the_incident_were_known(sample: Workspace) -> None:
    def opened_by(day: datetime) -> Callable[[Reader], int | None]:
        return lambda reader: reader.session.scalar(
            select(func.count())
            .select_from(Case)
            .where(Case.incident_id.is_not(None), Case.created_at <= day)
        )

    assert sample.read(opened_by(datetime(2020, 12, 16, 20, tzinfo=UTC))) == 58
    assert sample.read(opened_by(datetime(2020, 12, 22, 20, tzinfo=UTC))) == 62


def test_the_past_can_be_told_from_snapshots(sample: Workspace) -> None:
    case_id = sample.read(lambda reader: case_id_of(reader, "HRD-2020-00123"))
    told = sample.read(
        lambda reader: list(
            reader.session.scalars(
                select(FacetSnapshot.headline)
                .where(FacetSnapshot.case_id == case_id)
                .order_by(FacetSnapshot.id)
            )
        )
    )
    steps = [headline for headline, before in zip(told, [None, *told], strict=False)
             if headline != before]  # fmt: skip
    assert steps == ["S10", "S20", "S21", "S22", "S23"]


def test_what_was_said_stands_as_it_was_said(sample: Workspace) -> None:
    said = {
        (claim.form, claim.number_from, claim.words, claim.said.edtf)
        for claim in incident_of(sample).claims
    }
    assert (ClaimForm.EXACT, 73, "fate unknown", "2020-12-16") in said
    assert (ClaimForm.ABOUT, 60, "around 60", "2020-12-16") in said
    assert (ClaimForm.WORDS, None, "several dozen", "2020-12-16") in said
    assert (ClaimForm.ABOUT, 100, "a group of about 100", "[..2021-11-30]") in said


def test_the_other_side_is_quoted_beside_ours(sample: Workspace) -> None:
    told = file_of(sample, "HRD-2020-00133")
    (lost,) = [event for event in told.events if event.code is EventCode.E04]
    assert {said.source.title for said in lost.assertions} == {
        "Defence Army of Artsakh",
        "Press reports",
        "Ministry of Foreign Affairs of Armenia",
        "Ministry of Defence of Azerbaijan",
    }


def test_returns_add_up_to_less_than_was_claimed_and_neither_is_altered(sample: Workspace) -> None:
    returns = incident_of(sample).handovers
    assert len(returns) == 13

    def returned_by(day: date) -> int:
        return sum(
            one.headcount or 0
            for one in returns
            if one.occurred.latest is not None and one.occurred.latest <= day
        )

    days = (date(2021, 1, 28), date(2021, 2, 9), date(2021, 5, 4))
    assert [returned_by(day) for day in days] == [54, 59, 62]
    totals = [
        claim.number_from
        for one in returns
        for claim in one.claims
        if claim.words in {"59 freed to date", "63 returned", "66 returned"}
    ]
    assert totals == [59, 63, 66]


def test_both_accounts_of_the_forty_four_are_kept(sample: Workspace) -> None:
    first = incident_of(sample).handovers[0]
    assert first.headcount == 44
    counts = {(claim.number_from, claim.scope) for claim in first.claims}
    assert {28, 30} == {n for n, scope in counts if scope == "servicemen among the 44"}
    assert {16, 14} == {n for n, scope in counts if scope == "civilians among the 44"}
    assert {12, 14} == {n for n, scope in counts if scope == "handed to Azerbaijan"}
    assert "2020-12-13" in {claim.as_of.edtf for claim in first.claims}


def test_sixty_two_fall_into_parts_at_different_days(sample: Workspace) -> None:
    parts = Counter[tuple[str, ClaimCategory]]()
    for claim in incident_of(sample).claims:
        if claim.scope.startswith("of the 62"):
            parts[claim.source.title, claim.category] += claim.number_from or 0
    by_whom = Counter[str]()
    for (title, _), number in parts.items():
        by_whom[title] += number
    assert set(by_whom.values()) == {62}
    assert len(by_whom) == 2


def test_citations_state_another_value_than_the_accepted_one(sample: Workspace) -> None:
    told = file_of(sample, "HRD-2020-00123")
    other = {(citation.field, citation.states) for citation in told.citations if citation.states}
    assert {("birth", "2001-04-21"), ("name", "Лусадзарян Тигран А.")} <= other
    assert told.details.birth.edtf == "2001-04-12"


def test_the_show_case_is_rich_and_its_accounts_differ(sample: Workspace) -> None:
    told = file_of(sample, "HRD-2020-00123")
    assert len(told.events) >= 20
    (capture,) = [event for event in told.events if event.code is EventCode.C11]
    assert capture.accounts_differ
    kinds = {name.form.kind for name in told.names}
    assert {NameKind.OFFICIAL, NameKind.ON_LIST, NameKind.AS_REPORTED, NameKind.NICKNAME} <= kinds
    assert any(event.withdrawn_at for event in told.events)


def test_an_account_was_preferred_and_an_event_corrected(sample: Workspace) -> None:
    decided = file_of(sample, "HRD-2020-00105")
    assert any(event.preferred_assertion_id for event in decided.events)
    corrected = file_of(sample, "HRD-2020-00101")
    assert [event.superseded for event in corrected.events].count(True) == 1


def test_one_case_is_limited_to_few(sample: Workspace) -> None:
    limited = sample.read(
        lambda reader: list(
            reader.session.scalars(select(Case.number).where(Case.access_limited.is_(True)))
        )
    )
    assert limited == ["HRD-2020-00130"]


def test_those_who_could_be_harmed_are_known_by_code_only(sample: Workspace) -> None:
    def sealed(reader: Reader) -> dict[str, bool]:
        rows = reader.session.execute(select(Source.code, Source.confidential))
        return {code: confidential for code, confidential in rows if code.startswith("W-")}

    found = sample.read(sealed)
    assert set(found) >= {f"W-0{number}" for number in range(1, 9)}
    assert all(found.values())


def test_the_sample_brings_the_places_of_the_theatre_and_the_settlements(sample: Workspace) -> None:
    rows = select(PlaceName.name, Place.district).join(Place, Place.id == PlaceName.place_id)
    known = sample.read(lambda reader: {tuple(row) for row in reader.session.execute(rows)})
    seed = {(place.names[0].name, place.district) for place in seed_places().values()}
    assert len(seed) == 63
    assert seed <= known
    assert ("Vagharshapat", "Armavir province") in known


def test_the_sample_needs_the_clock_of_its_workspace(register: Workspace) -> None:
    with pytest.raises(ValueError, match="clock"):
        make_sample(register, FrozenClock(FIRST_MORNING))


def test_papers_of_the_sample_show_what_a_code_can_tell(sample: Workspace) -> None:
    lines = {line.number: line for line in sample.read(disclosure_log).lines}
    first, second, again = (lines[f"D-2021-000{n}"] for n in (1, 2, 3))
    assert (first.superseded_by, second.supersedes) == (second.number, first.number)
    assert (again.reprint_of, again.copy_no) == (second.number, 2)
    assert lines[""].state is DisclosureState.WAITING
    told = [verify_code(sample, one.code) for one in (first, second, again)]
    assert [verdict.holds for verdict in told] == [False, True, True]
    assert verify_code(sample, new_code()).answer is Genuine.UNKNOWN
