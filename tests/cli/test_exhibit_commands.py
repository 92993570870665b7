"""Exhibits from the terminal: in, listed, shown with their log, out, verified, on paper."""

from pathlib import Path

from tests.cli.running import CommandLine
from tests.factories.exhibits import photo, png, written


def test_a_photo_goes_in_is_shown_verified_and_given_out(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    number = "HRD-2020-00122"
    file = written(tmp_path / "in", "photo.jpg", photo())
    asked = ("--case", number, "--origin", "His mother brought it", "--received-by", "IN_PERSON")
    silent = homeward.on(sample, "exhibit add", file, "--case", number)
    assert silent.code == 2
    added = homeward.on(sample, "exhibit add", file, *asked, "--json")
    assert added.code == 0, added.err
    exhibit = added.json["taken_in"][0]["number"]
    again = homeward.on(sample, "exhibit add", file, *asked)
    assert again.code == 4
    assert exhibit in again.err
    listed = homeward.on(sample, "exhibit list", "--case", number, "--json").json["exhibits"]
    assert exhibit in [one["number"] for one in listed]
    assert homeward.on(sample, "exhibit portrait", number, exhibit).code == 0
    case = homeward.on(sample, "case", number, "--json").json
    assert case["portrait"]["exhibit"] == exhibit
    assert exhibit in [one["number"] for one in case["exhibits"]]
    out = tmp_path / "out.jpg"
    assert homeward.on(sample, "exhibit export", exhibit, "--to", out).code == 4
    given = homeward.on(sample, "exhibit export", exhibit, "--to", out, "--reason", "court")
    assert given.code == 0, given.err
    assert out.read_bytes() == photo()
    safe = tmp_path / "safe"
    safe.mkdir()
    assert homeward.on(
        sample, "exhibit export", exhibit, "--to", safe, "--safe-copy"
    ).code == 0  # fmt: skip
    assert b"lanted" not in next(safe.iterdir()).read_bytes()
    assert homeward.on(sample, "exhibit verify", "--all").code == 0
    shown = homeward.on(sample, "exhibit show", exhibit, "--json").json
    assert [step["action"] for step in shown["custody"]] == [
        "INGESTED",
        "COPIED",
        "EXPORTED",
        "VIEWED_FOR_EXPORT",
        "VERIFIED",
    ]
    assert homeward.on(sample, "exhibit show", exhibit).out
    assert homeward.on(sample, "check", "--deep").code == 0
    assert homeward.on(sample, "exhibit tidy").code == 0


def test_a_folder_goes_in_and_each_file_is_told(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    for name, content in (("a.png", png("a")), ("b.png", png("b")), ("c.png", b"")):
        written(tmp_path / "in", name, content)
    done = homeward.on(
        sample, "exhibit add-folder", tmp_path / "in", "--origin-unknown", "--json"
    )  # fmt: skip
    assert done.code == 4
    assert (done.json["taken_in"], done.json["known"], done.json["refused"]) == (2, 0, 1)
    again = homeward.on(sample, "exhibit add-folder", tmp_path / "in", "--origin-unknown")
    assert "a.png" in again.out
