"""Passphrases, colleagues and the recovery sheet at the command line."""

import re
from pathlib import Path

import pytest

from tests.cli.running import CommandLine, content

NEW = "вода с неба шла зелёный стул летел"
THEIRS = "globe conductor hat bathtub fetch pullover"


@pytest.fixture
def vault(homeward: CommandLine, tmp_path: Path) -> Path:
    """Lend a register founded by Ani."""
    path = tmp_path / "Office"
    assert homeward.on(path, "init", "--user", "Ani").code == 0
    return path


def test_a_passphrase_is_changed_and_old_copies_are_spoken_of(
    homeward: CommandLine, vault: Path
) -> None:
    new = homeward.secret("new", NEW)

    done = homeward.on(vault, "staff passphrase", "--new-passphrase-file", new)

    assert done.code == 0
    assert "still open with the old one" in done.out
    assert homeward.on(vault, "check").code == 3
    assert homeward.on(vault, "history", "verify", secret=new).code == 0


def test_a_weak_passphrase_is_refused_with_what_to_do(homeward: CommandLine, vault: Path) -> None:
    before = content(vault)
    weak = homeward.secret("weak", "walnut river")

    refused = homeward.on(vault, "staff passphrase", "--new-passphrase-file", weak)

    assert (refused.code, content(vault)) == (3, before)
    assert "six words" in refused.err


def test_a_colleague_is_removed_and_told_only_by_all(homeward: CommandLine, vault: Path) -> None:
    theirs = homeward.secret("theirs", THEIRS)
    homeward.on(
        vault, "staff add", "Gor", "--role", "intake", "--new-passphrase-file", theirs
    )  # fmt: skip

    gone = homeward.on(vault, "staff remove", "Gor", "--user", "Ani", "--reason", "moved away")

    assert gone.code == 0
    assert "Copies and backups made before today" in gone.out
    assert "Gor" not in homeward.on(vault, "staff list").out
    assert "Gor: left on" in homeward.on(vault, "staff list", "--all").out
    assert homeward.on(vault, "check", "--user", "Gor", secret=theirs).code == 3
    assert homeward.on(vault, "history", "verify").code == 0
    refused = homeward.on(vault, "staff remove", "Ani")
    assert refused.code == 4
    assert "only administrator" in refused.err


def test_a_colleague_comes_by_a_request_and_letters_read_over_the_telephone(
    homeward: CommandLine, vault: Path, tmp_path: Path
) -> None:
    theirs = homeward.secret("theirs", THEIRS)
    file = tmp_path / "gor.json"
    asked = homeward("staff", "request", "Gor", "--out", file, "--new-passphrase-file", theirs)
    found = re.search(r"(\w{4}-){3}\w{4}", asked.out)
    assert found is not None
    letters = found[0]

    wrong = homeward.on(
        vault, "staff admit", file, "--role", "intake", "--letters", "0000-0000-0000-0000"
    )
    assert (wrong.code, letters in wrong.err) == (4, True)
    came = homeward.on(vault, "staff admit", file, "--role", "intake", "--letters", letters.lower())
    assert came.code == 0
    assert homeward.on(vault, "check", "--user", "Gor", secret=theirs).code == 0

    file.write_text(file.read_text("utf-8").replace("Gor", "Ani"), "utf-8")
    altered = homeward.on(vault, "staff admit", file, "--role", "intake", "--user", "Ani")
    assert altered.code == 4
    assert "was changed after it was made" in altered.err


def test_a_sheet_is_made_used_and_followed_by_another(
    homeward: CommandLine, vault: Path, tmp_path: Path
) -> None:
    assert homeward.on(vault, "recovery state").code == 1
    made = homeward.on(vault, "recovery sheet", "--out", tmp_path / "sheet.pdf")
    assert made.code == 0
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "sheet.pdf").stat().st_mode & 0o777 == 0o600
    assert homeward.on(vault, "recovery state", "--json").json["number"] == 1
    again = homeward.on(vault, "recovery sheet", "--out", tmp_path / "sheet.pdf")
    assert again.code == 4

    lines = re.findall(r"^ {4}(\S{4} \S{4} \S{2})$", made.out, re.MULTILINE)
    assert len(lines) == 4
    slip = homeward.secret("slip", "\n".join([*lines[:3], lines[3][:-1] + "*"]))
    code = homeward.secret("code", "\n".join(lines).lower())
    new = homeward.secret("new", NEW)

    def recover(source: Path, out: Path) -> tuple[int, str]:
        done = homeward(
            "recovery", "open", vault, "--code-file", source, "--new-passphrase-file", new,
            "--out", out,
        )  # fmt: skip
        return done.code, done.err + done.out

    told = recover(slip, tmp_path / "none.pdf")
    assert told[0] == 4
    assert "Line 4" in told[1]
    assert recover(code, tmp_path / "second.pdf")[0] == 0
    assert homeward.on(vault, "check", "--deep", secret=new).code == 0
    assert homeward.on(vault, "recovery state", "--json", secret=new).json["number"] == 2
    assert "does not open this register" in recover(code, tmp_path / "third.pdf")[1]


def test_two_of_three_parts_open_the_register(
    homeward: CommandLine, vault: Path, tmp_path: Path
) -> None:
    made = homeward.on(vault, "recovery split", "--out", tmp_path / "parts")
    parts = re.findall(r"^ {4}((?:[a-z]+ ){22}[a-z]+)$", made.out, re.MULTILINE)
    assert len(parts) == 3
    assert len(list((tmp_path / "parts").glob("*.pdf"))) == 3
    assert "three parts" in homeward.on(vault, "recovery state").out
    new = homeward.secret("new", NEW)
    one = homeward.secret("one", parts[0])
    two = homeward.secret("two", f"{parts[2]}\n{parts[0]}")

    def recover(source: Path) -> tuple[int, str]:
        done = homeward(
            "recovery", "open", vault, "--code-file", source, "--new-passphrase-file", new,
            "--out", tmp_path / "next",
        )  # fmt: skip
        return done.code, done.err

    told = recover(one)
    assert told[0] == 4
    assert "One share alone" in told[1]
    assert recover(two) == (0, "")
    assert homeward.on(vault, "check", secret=new).code == 0
    assert len(list((tmp_path / "next").glob("*.pdf"))) == 3


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_a_passphrase_is_drawn_in_each_language(homeward: CommandLine, lang: str) -> None:
    from app.vault.strength import strength

    drawn = {homeward("passphrase", "--lang", lang).out.strip() for _ in range(5)}

    assert len(drawn) == 5
    assert all(strength(one).enough and len(one.split()) == 6 for one in drawn)
