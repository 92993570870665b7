"""The bin at the terminal: put a case there, see it, take it out again."""

from pathlib import Path

from tests.cli.running import CommandLine

ARAM = "HRD-2020-00117"


def test_a_case_goes_into_the_bin_and_comes_back(homeward: CommandLine, sample: Path) -> None:
    before = homeward.on(sample, "case", ARAM, "--json").json
    assert homeward.on(sample, "bin", "--json").json == {"bin": []}

    put = homeward.on(sample, "bin put", ARAM, "--reason", "entered twice")
    assert (put.code, put.out.strip()) == (0, f"{ARAM} lies in the bin now.")

    [row] = homeward.on(sample, "bin", "--json").json["bin"]
    assert (row["number"], row["reason"]) == (ARAM, "entered twice")
    in_words = homeward.on(sample, "bin", "--lang", "ru").out
    assert ARAM in in_words
    assert "entered twice" in in_words
    assert homeward.on(sample, "search", ARAM, "--json").json == {"results": []}

    back = homeward.on(sample, "bin restore", ARAM)
    assert (back.code, back.out.strip()) == (0, f"{ARAM} is back in the register.")
    assert homeward.on(sample, "case", ARAM, "--json").json == before
    assert homeward.on(sample, "history", "verify").code == 0


def test_a_case_in_the_bin_is_neither_read_nor_printed(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    homeward.on(sample, "bin put", ARAM, "--reason", "entered twice")

    read = homeward.on(sample, "case", ARAM)
    printed = homeward.on(sample, "report", ARAM, "--out", tmp_path / "a.pdf")

    assert (read.code, printed.code) == (4, 4)
    assert f"{ARAM} lies in the bin" in read.err
    assert not (tmp_path / "a.pdf").exists()


def test_a_case_needs_a_reason_to_leave(homeward: CommandLine, sample: Path) -> None:
    assert homeward.on(sample, "bin put", ARAM).code == 2
    assert homeward.on(sample, "bin put", ARAM, "--reason", " ").code == 4
    assert homeward.on(sample, "bin restore", ARAM).code == 1
    assert homeward.on(sample, "bin", "--json").json == {"bin": []}
