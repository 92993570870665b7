"""Backup, restore and health from a terminal, as an office's technician works with them."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.running import CommandLine, content
from tests.registers import FOUNDER, PASSPHRASE, Home


@pytest.fixture
def founder(homeward: CommandLine) -> Path:
    return homeward.secret("founder", PASSPHRASE)


def test_a_vault_that_was_deleted_comes_back_from_the_second_disk(
    homeward: CommandLine, sample: Path, tmp_path: Path
) -> None:
    disk = tmp_path / "disk"
    before = homeward.on(sample, "search", "Արամ", "--json").json

    made = homeward.on(sample, "backup", disk, "--json")
    assert made.code == 0, made.err
    assert made.json["ok"] is True
    shutil.rmtree(sample)
    back = homeward(
        "restore", disk, sample, "--passphrase-file", homeward.passphrase, "--json"
    )  # fmt: skip

    assert back.code == 0, back.err
    assert back.json["problems"] == 0
    assert homeward.on(sample, "search", "Արամ", "--json").json == before
    assert homeward.on(sample, "history", "verify", "--json").json["ok"] is True


def test_backups_are_told_in_three_languages(
    homeward: CommandLine, vault: Home, founder: Path
) -> None:
    assert homeward.on(vault.path, "backups", secret=founder).code == 1
    for lang in ("en", "hy", "ru"):
        assert homeward.on(vault.path, "backup", "--lang", lang, secret=founder).code == 0
    (one, *_) = sorted((vault.path / "backups" / "sets").iterdir())
    (one / "vault.json").write_bytes(b"{}")

    said = [
        homeward.on(vault.path, "backups", "--lang", lang, secret=founder)
        for lang in ("en", "hy", "ru")
    ]

    assert {answer.code for answer in said} == {1}
    assert "NOT GOOD, the file vault.json is not what was written" in said[0].out
    assert len({answer.out for answer in said}) == 3


def test_restoring_over_a_healthy_vault_is_refused_and_changes_nothing(
    homeward: CommandLine, vault: Home, founder: Path
) -> None:
    assert homeward.on(vault.path, "backup", secret=founder).code == 0
    before = content(vault.path)

    refused = homeward("restore", vault.path, vault.path, "--passphrase-file", founder)

    assert refused.code == 4
    assert "already stands" in refused.err
    assert content(vault.path) == before


def test_a_restore_tells_what_it_set_aside_and_what_may_be_missing(
    homeward: CommandLine, vault: Home, founder: Path
) -> None:
    assert homeward.on(vault.path, "backup", secret=founder).code == 0
    theirs = homeward.secret("theirs", "globe conductor hat bathtub fetch pullover")
    for name in ("Նարեկ", "Կարեն"):
        words = (name, "--role", "intake", "--new-passphrase-file", theirs, "--user", FOUNDER)
        added = homeward.on(vault.path, "staff add", *words, secret=founder)
        assert added.code == 0, added.err
    (vault.path / "data.db").write_bytes(b"\x00" * 5000)

    said = homeward(
        "restore", vault.path, vault.path, "--user", FOUNDER, "--passphrase-file", founder
    )  # fmt: skip

    assert said.code == 0, said.err
    assert "2 later changes" in said.out
    assert "The broken vault was kept as" in said.out


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_health_is_told_line_by_line(
    homeward: CommandLine, vault: Home, founder: Path, lang: str
) -> None:
    ill = homeward.on(vault.path, "health", "--json", secret=founder)
    assert ill.code == 1
    assert ill.json["lines"]["backup"]["finding"] == "never"
    assert homeward.on(vault.path, "backup", secret=founder).code == 0

    told = homeward.on(vault.path, "health", "--lang", lang, secret=founder)
    facts = json.loads(homeward.on(vault.path, "health", "--json", secret=founder).out)

    assert told.code == 0, told.out
    assert len(told.out.splitlines()) == len(facts["lines"])
    lines = facts["lines"]
    assert lines["backup"]["state"] == "good"
    assert lines["cipher"]["words"]
    assert lines["history"]["number"] >= 1
    assert lines["folder"]["finding"] == "local"
    assert lines["second_disk"]["finding"] == "not_set"
