"""A country file of GeoNames: counted first, taken in as one entry, nothing of it blindly."""

from pathlib import Path

import pytest

from app.errors import BadInput, NotAllowed
from app.importing.geonames import kind_of, language_of, names_of
from app.importing.request import ImportStopped
from app.jobs import places_job
from app.jobs.places_job import PlaceChoices
from app.queries.history.told import history_list
from app.queries.places import find_places, place
from app.sandbox.calls import read_gazetteer
from app.services.places.gazetteer import load_gazetteer
from app.shapes.gazetteers import PlacesReport
from app.shapes.progress import Progress
from app.workspace import Workspace
from models.vocabulary.places import PlaceKind
from tests.importing.geonames_file import FILE, line, packed
from tests.services.test_settlements import counted
from tests.services.test_undo import take_back_last

PLAIN = PlaceChoices()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "AM.zip"
    path.write_bytes(packed(FILE))
    return path


def check_counts(report: PlacesReport) -> None:
    assert (report.lines, report.new, report.known) == (14, 4, 0)
    assert (report.learnt, report.outside, report.passed) == (1, 1, 2)
    assert [(one.name, one.km) for one in report.namesakes] == [("Khtsaberd", 194)]
    assert {(one.line, one.reason) for one in report.refused} == {
        (4, "mirrored_west"),
        (9, "no_point"),
        (10, "ragged"),
        (11, "twice"),
        (12, "no_name"),
    }


def test_a_trial_counts_everything_and_changes_nothing(register: Workspace, file: Path) -> None:
    register.write(load_gazetteer)
    before, entries = register.read(counted), len(register.read(history_list))
    check_counts(places_job.preview(register, file, PLAIN))
    assert register.read(counted) == before
    assert len(register.read(history_list)) == entries


def test_what_was_counted_comes_in_as_one_entry_and_goes_as_one(
    register: Workspace, file: Path
) -> None:
    register.write(load_gazetteer)
    before, entries = register.read(counted), len(register.read(history_list))
    seen: list[Progress] = []
    check_counts(places_job.run(register, file, PLAIN, progress=seen.append))
    assert (seen[-1].done, seen[-1].total) == (4, 4)
    assert len(register.read(history_list)) == entries + 1
    (found,) = register.read(lambda reader: find_places(reader, "Нмушадзор", 5))
    assert {n.lang for n in found.names} == {"hy", "en", "ru"}
    assert (found.district_hy, found.country, found.geoname_id) == ("Տավուշի մարզ", "AM", 9000001)
    (height,) = register.read(lambda reader: find_places(reader, "Vankasar", 5))
    assert height.kind is PlaceKind.MOUNTAIN
    hadrut = register.read(lambda reader: find_places(reader, "Gadruti", 5))[0]
    assert (hadrut.geoname_id, hadrut.lat, hadrut.name("en")) == (9000003, 39.5167, "Hadrut")
    take_back_last(register)
    assert register.read(counted) == before


def test_a_second_time_everything_is_known(register: Workspace, file: Path) -> None:
    register.write(load_gazetteer)
    places_job.run(register, file, PLAIN)
    again = places_job.run(register, file, PLAIN)
    assert (again.new, again.learnt, again.known) == (0, 0, 5)


def test_khtsaberd_of_tavush_is_no_khtsaberd_of_hadrut(register: Workspace, file: Path) -> None:
    ids = register.write(load_gazetteer).value
    places_job.run(register, file, PLAIN)
    assert len(register.read(lambda reader: find_places(reader, "Խծաբերդ", 5))) == 1
    report = places_job.run(register, file, PlaceChoices(namesakes=True))
    assert (report.new, report.namesakes_taken) == (1, True)
    both = register.read(lambda reader: find_places(reader, "Խծաբերդ", 5))
    assert {p.district_en for p in both} == {"Hadrut district", "Tavush province"}
    ours = register.read(lambda reader: place(reader, ids["khtsaberd"]))
    assert (ours.lat, ours.geoname_id) == (39.5458, None)


def test_places_elsewhere_come_in_only_where_somebody_says_so_a_mirrored_one_never(
    register: Workspace, file: Path
) -> None:
    report = places_job.run(register, file, PlaceChoices(everywhere=True))
    assert report.outside == 0
    assert register.read(lambda reader: find_places(reader, "Lutetia", 5))
    assert not register.read(lambda reader: find_places(reader, "Azokh", 5))


def test_a_stopped_import_leaves_nothing(register: Workspace, file: Path) -> None:
    before = register.read(counted)
    with pytest.raises(ImportStopped):
        places_job.run(register, file, PLAIN, cancelled=lambda: True)
    assert register.read(counted) == before


def test_whoever_may_not_edit_places_imports_none(vault_reader: Workspace, file: Path) -> None:
    for take in (places_job.preview, places_job.run):
        with pytest.raises(NotAllowed):
            take(vault_reader, file, PLAIN)


@pytest.fixture
def vault_reader(register: Workspace) -> Workspace:
    from dataclasses import replace

    from models.vocabulary.roles import Role

    register.actor = replace(register.actor, roles=frozenset({Role.DATA_PROTECTION}))
    return register


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "file_empty"),
        (b"a,b,c\n1,2,3\n", "file_not_a_gazetteer"),
        (packed("just words"), "file_not_a_gazetteer"),
        (b"PK\x03\x04 no archive", "file_damaged"),
        (line(1, "X").encode("utf-16"), "file_unknown_encoding"),
        (line(1, "\x00").encode(), "file_not_text"),
        (packed(line(1, "x"), name="../../evil.txt"), "file_archive_trick"),
        (packed("0" * 30_000_000), "file_archive_bomb"),
        (line(1, "x", "y" * 50_000).encode(), "file_cell_too_long"),
    ],
    ids=["empty", "csv", "words", "broken", "utf-16", "nul", "climbs", "bomb", "long"],
)
def test_a_hostile_or_wrong_file_is_refused_with_its_reason(content: bytes, reason: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_gazetteer(content, "P")
    assert refusal.value.data["reason"] == reason


def test_a_file_is_read_line_by_line_by_itself_or_packed() -> None:
    plain = read_gazetteer(FILE.encode(), "PTS")
    assert read_gazetteer(packed(FILE), "PTS") == plain
    assert (plain.lines, plain.passed) == (14, 1)
    assert plain.places[9] == (11, ("9000001", "Nmushadzor again", "", "40.93", "45.13", "P", "PPL",
                                    "AM", "09", "0"))  # fmt: skip


def test_names_are_sorted_by_language_and_those_of_none_of_ours_left_out() -> None:
    given = "Նմուշաձոր,Нмушадзор,Nmüşadzor,Ағкәнд,Нмуьшадзор ош,لوساجور,nmwshadzwr,Nmushadzor"
    found = {(name.lang, name.name) for name in names_of("Nmushadzor", given)}
    assert {("hy", "Նմուշաձոր"), ("ru", "Нмушадзор"), ("az-Cyrl", "Ағкәнд")} <= found
    assert ("en", "Nmushadzor") in found
    assert not {name for _, name in found} & {"لوساجور", "nmwshadzwr"}
    assert language_of("") == language_of("123") == language_of("东京") == ""


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("P.PPLQ", PlaceKind.SETTLEMENT), ("A.ADM1", PlaceKind.REGION),
        ("A.PCLI", PlaceKind.COUNTRY), ("S.MSTY", PlaceKind.MONASTERY),
        ("S.AIRP", PlaceKind.AIRPORT), ("H.STM", None), ("S.FRM", None), (".", None),
    ],
)  # fmt: skip
def test_each_feature_of_geonames_is_one_of_our_kinds_or_none(
    code: str, kind: PlaceKind | None
) -> None:
    assert kind_of(*code.split(".")) is kind
