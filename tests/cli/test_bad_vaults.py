"""A register that cannot be opened: kind sentences that differ, their codes, nothing changed."""

import errno
import json
import os
import resource
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.vault.header import HEADER, SPARE
from tests.cli.running import CommandLine, content
from tests.importing.invented_lists import PROFILE, text, written
from tests.registers import PASSPHRASE, Home

LANGUAGES = ("en", "hy", "ru")


def newer(vault: Path) -> None:
    for name in (HEADER, SPARE):
        header = json.loads((vault / name).read_bytes())
        (vault / name).write_text(json.dumps(header | {"format": 2}), "utf-8")


def damaged(vault: Path) -> None:
    (vault / "data.db").write_bytes(os.urandom(8192))


def headless(vault: Path) -> None:
    for name in (HEADER, SPARE):
        (vault / name).write_bytes(b"\x00" * 100)


def no_vault(vault: Path) -> None:
    for name in (HEADER, SPARE, "data.db"):
        (vault / name).unlink()


@pytest.fixture
def founder(homeward: CommandLine) -> Path:
    return homeward.secret("founder", PASSPHRASE)


@pytest.mark.parametrize(("harm", "code"), [(newer, 5), (damaged, 4), (headless, 4), (no_vault, 4)])
def test_what_cannot_be_opened_is_said_and_left_as_it_is(
    homeward: CommandLine, vault: Home, founder: Path, harm: Callable[[Path], None], code: int
) -> None:
    harm(vault.path)
    before = content(vault.path)

    answers = [
        homeward.on(vault.path, "check", "--lang", lang, secret=founder) for lang in LANGUAGES
    ]

    assert {answer.code for answer in answers} == {code}
    assert len({answer.err for answer in answers}) == 3
    assert content(vault.path) == before


def test_a_wrong_passphrase_is_told_in_three_languages(homeward: CommandLine, vault: Home) -> None:
    before = content(vault.path)
    wrong = homeward.secret("wrong", "no such words")

    answers = [homeward.on(vault.path, "check", "--lang", lang, secret=wrong) for lang in LANGUAGES]

    assert [answer.code for answer in answers] == [3, 3, 3]
    assert "Caps Lock" in answers[0].err
    assert len({answer.err for answer in answers}) == 3
    assert content(vault.path) == before


def test_five_troubles_get_five_sentences(
    homeward: CommandLine, vault: Home, founder: Path, tmp_path: Path
) -> None:
    said = {homeward.on(vault.path, "check", secret=homeward.secret("w", "no words")).err}
    for harm in (newer, damaged, no_vault):
        copy = Path(shutil.copytree(vault.path, tmp_path / harm.__name__))
        harm(copy)
        said.add(homeward.on(copy, "check", secret=founder).err)
    with vault.open():
        said.add(homeward.on(vault.path, "check", secret=founder).err)

    assert len(said) == 5
    for sentence in said:
        assert sentence.strip().endswith(".")
        assert "Error" not in sentence
        assert "/" not in sentence


def test_a_register_in_use_is_said_with_the_place(
    homeward: CommandLine, vault: Home, founder: Path
) -> None:
    with vault.open():
        before = content(vault.path)
        answer = homeward.on(vault.path, "search", "x", secret=founder)
        assert content(vault.path) == before
    assert answer.code == 5
    assert "open already" in answer.err


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refuse(path: object, flags: int, *more: int, **named: int) -> int:
        if str(path).endswith("lock"):
            raise OSError(errno.EROFS, "read-only file system")
        return real(path, flags, *more, **named)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(os, "open", refuse)


@pytest.mark.usefixtures("read_only")
def test_a_read_only_register_is_called_so(
    homeward: CommandLine, vault: Home, founder: Path
) -> None:
    before = content(vault.path)

    answer = homeward.on(vault.path, "check", secret=founder)
    refused = homeward.on(
        vault.path, "staff add", "Կարեն", "--role", "intake",
        "--new-passphrase-file", founder, secret=founder,
    )  # fmt: skip

    assert answer.code == 0
    assert "open to be read" in answer.err
    assert refused.code == 4
    assert "read but not written" in refused.err
    assert content(vault.path) == before


@pytest.fixture
def small_disk() -> Iterator[Callable[[int], None]]:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda size: resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_an_import_into_a_full_disk_is_refused_whole(
    homeward: CommandLine,
    vault: Home,
    founder: Path,
    tmp_path: Path,
    small_disk: Callable[[int], None],
) -> None:
    rows = "\n".join(f"{n},Նմուշյան{n},Արամ,,,,,,,,,,2020-12-20,{'x' * 900}" for n in range(900))
    path = written(tmp_path, text(rows))
    profile = written(tmp_path, PROFILE, "invented.toml")
    size = max((vault.path / name).stat().st_size for name in ("data.db", "vault.json"))

    small_disk(size + 1_000_000)
    answer = homeward.on(vault.path, "import", path, "--profile", profile, secret=founder)
    small_disk(resource.RLIM_INFINITY)

    assert answer.code == 4
    assert answer.err.strip().endswith(".")
    assert "Traceback" not in answer.err
    assert homeward.on(vault.path, "search", "Նմուշյան0", secret=founder).code == 1
    checked = homeward.on(vault.path, "check", "--deep", "--json", secret=founder)
    assert checked.json == {"ok": True, "problems": []}
