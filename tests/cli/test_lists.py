"""Lists are shown and held against each other at the command line, in words and as JSON."""

import hashlib
from pathlib import Path

from tests.cli.running import CommandLine


def test_the_lists_of_a_register_are_shown_and_one_with_its_rows(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    every = homeward.on(sample, "lists", "--json")
    assert every.code == 0
    lines = {one["number"]: one for one in every.json["lists"]}
    assert (lines["L-009"]["version"], lines["L-009"]["accepted"]) == (2, 6)
    assert lines["L-012"]["type"] == "manifest"
    assert lines["L-014"]["open"] == 4
    shown = homeward.on(sample, "lists", "L-012", "--json").json
    assert shown["rows"][0]["cells"] == ["1", "Лернаовян Жирайр Манвелович", "29.02.2000"]
    assert [row["case"] is not None for row in shown["rows"]] == [
        True, True, True, True, True, False,
    ]  # fmt: skip
    assert shown["rows"][5]["faults"] == ["sum"]
    kept = tmp_path / "as received.csv"
    in_words = homeward.on(sample, "lists", "L-012v1", "--lang", "hy", "--save-file", kept).out
    assert "Цавасарян Арам" in in_words
    assert hashlib.sha256(kept.read_bytes()).hexdigest() == shown["file"]["sha256"]
    assert homeward.on(sample, "lists", "--save-file", kept).code == 2
    assert homeward.on(sample, "lists", "L-009", "--save-file", tmp_path / "no").code == 4
    assert not (tmp_path / "no").exists()  # it was made here: nothing was received
    missing = homeward.on(sample, "lists", "L-777")
    assert missing.code == 4
    assert "L-777" in missing.err


def test_two_versions_are_compared_and_printed(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "difference.pdf"
    found = homeward.on(sample, "compare", "L-009v1", "L-009v2", "--json", "--out", paper)
    assert found.code == 0
    assert paper.read_bytes().startswith(b"%PDF")
    told = found.json
    assert (told["a"], told["b"], told["same"], told["on_both"]) == (
        "L-009 v1", "L-009 v2", False, 4,
    )  # fmt: skip
    assert [row["case"] for row in told["only_a"]] == ["HRD-2020-00143"]
    assert [row["case"] for row in told["only_b"]] == ["HRD-2020-00145", "HRD-2020-00146"]
    in_words = homeward.on(sample, "compare", "L-009", "L-014", "--lang", "ru")
    assert in_words.code == 0
    assert "L-014 v1" in in_words.out


def test_a_list_of_cases_is_printed_for_a_question_with_chosen_columns(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    paper = tmp_path / "cases.pdf"
    columns = ("--columns", "number,name_hy,name_ru,officer")
    made = homeward.on(
        sample, "case-list", "--filter", "place:Khtsaberd", *columns, "--json", "--out", paper
    )
    assert made.code == 0
    assert paper.read_bytes().startswith(b"%PDF")
    assert made.json["cases"] > 0
    wrong = homeward.on(sample, "case-list", "--columns", "grade", "--out", paper)
    assert wrong.code == 2
    assert "grade" in wrong.err
