"""The history at the terminal: list what was done, take one entry back, verify the chain."""

from pathlib import Path

from tests.cli.running import CommandLine

ARAM = "HRD-2020-00117"


def test_an_entry_is_listed_and_taken_back(homeward: CommandLine, sample: Path) -> None:
    homeward.on(sample, "bin put", ARAM, "--reason", "entered twice")
    newest = homeward.on(sample, "history", "list", "--limit", "1", "--json").json["entries"]
    [entry] = newest
    assert set(entry) == {"entry", "at", "by", "action", "cases", "reason", "undo"}
    assert (entry["action"], entry["cases"], entry["reason"], entry["undo"]) == (
        "put_into_bin",
        [ARAM],
        "entered twice",
        "possible",
    )

    undone = homeward.on(sample, "history", "undo", entry["entry"], "--lang", "hy")

    assert undone.code == 0, undone.err
    assert homeward.on(sample, "case", ARAM).code == 0
    listed = homeward.on(sample, "history", "list", "--limit", "2")
    assert "(taken back)" in listed.out
    assert "entered twice" in listed.out
    assert homeward.on(sample, "history", "verify").code == 0
    again = homeward.on(sample, "history", "undo", entry["entry"])
    assert again.code == 4
    assert "already" in again.err


def test_what_is_never_taken_back_says_why(homeward: CommandLine, sample: Path) -> None:
    refused = homeward.on(sample, "history", "undo", "1")
    assert refused.code == 4
    assert "cannot be taken back" in refused.err
    assert homeward.on(sample, "history", "undo", "999999").code == 1


def test_a_number_goes_with_undo_and_with_nothing_else(homeward: CommandLine, sample: Path) -> None:
    assert homeward.on(sample, "history", "undo").code == 2
    assert homeward.on(sample, "history", "verify", "3").code == 2
    assert homeward.on(sample, "history", "rewrite").code == 2
