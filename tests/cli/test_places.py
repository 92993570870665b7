"""Places at the terminal: found in any script, taken in from a file of GeoNames."""

from pathlib import Path

from tests.cli.running import CommandLine
from tests.importing.geonames_file import FILE, packed


def test_a_place_is_found_by_a_name_of_another_keyboard(
    homeward: CommandLine, sample: Path
) -> None:
    found = homeward.on(sample, "places find", "Гадрут", "--json").json["places"]
    assert (found[0]["name"], found[0]["lat"], found[0]["lon"]) == ("Hadrut", 39.5167, 47.03)
    assert "Հադրութ" in {name["name"] for name in found[0]["names"]}
    spoken = homeward.on(sample, "places find", "Spitakashen", "--lang", "hy")
    assert spoken.code == 0
    assert len(spoken.out.strip().splitlines()) == 3
    assert homeward.on(sample, "places find", "Qwrtzxcv").code == 1


def test_a_file_of_geonames_is_tried_first_then_taken_in(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    file = tmp_path / "AM.zip"
    file.write_bytes(packed(FILE))
    trial = homeward.on(sample, "places import", file, "--dry-run", "--json").json
    assert (trial["dry_run"], trial["lines"], trial["new"], trial["learnt"]) == (True, 14, 4, 1)
    assert [one["name"] for one in trial["namesakes"]] == ["Khtsaberd"]
    assert {one["reason"] for one in trial["refused"]} >= {"mirrored_west", "ragged"}
    taken = homeward.on(sample, "places import", file, "--lang", "ru")
    assert taken.code == 0
    assert "Khtsaberd" in taken.out
    assert homeward.on(sample, "places find", "Нмушадзор").code == 0
    assert homeward.on(sample, "places import", file, "--json").json["new"] == 0
    assert homeward.on(sample, "history", "verify").code == 0


def test_a_file_that_is_none_of_geonames_is_refused_with_a_sentence(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    file.write_text("name,born\nAram,2000\n")
    refused = homeward.on(sample, "places import", file)
    assert refused.code == 4
    assert "GeoNames" in refused.err
