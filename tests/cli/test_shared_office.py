"""The shared office from the command line: its profile in place of a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db import schema
from tests.cli.running import CommandLine
from tests.importing.invented_lists import PROFILE, text, written
from tests.registers import PostgresServer

ARAM = "HRD-2020-00117"


@pytest.fixture
def profile(postgres_server: PostgresServer, tmp_path: Path) -> Iterator[Path]:
    """Lend the profile of an empty database."""
    with postgres_server.database(founded=False) as name:
        yield postgres_server.profile(tmp_path, name)


def test_an_office_works_from_its_profile_as_from_a_folder(
    homeward: CommandLine, profile: Path, tmp_path: Path
) -> None:
    made = homeward.on(profile, "sample", "--user", "Անի")
    assert made.code == 0, made.err
    assert homeward.on(profile, "init", "--user", "Another").code == 4

    found = homeward.on(profile, "search", "Нмушян Арам", "--json").json["results"]
    assert ARAM in [one["number"] for one in found]
    case = homeward.on(profile, "case", ARAM, "--json").json
    assert (case["number"], case["headline"]) == (ARAM, "S24")
    paper = tmp_path / "aram.pdf"
    assert homeward.on(profile, "report", ARAM, "--lang", "hy", "--out", paper).code == 0
    assert paper.read_bytes().startswith(b"%PDF")

    list_profile = written(tmp_path, PROFILE, "invented.toml")
    rows = written(tmp_path, text())
    taken = homeward.on(profile, "import", rows, "--profile", list_profile, "--json")
    assert (taken.code, taken.json["new"]) == (0, 4)
    for command in (("check", "--deep"), ("history", "verify")):
        answer = homeward.on(profile, *command, "--json")
        assert answer.json == {"ok": True, "problems": []}


def test_two_members_of_staff_open_one_office_each_by_their_own_passphrase(
    homeward: CommandLine, profile: Path, tmp_path: Path
) -> None:
    theirs = homeward.secret("theirs", "ուրիշ վեց պատահական բառ միասին այստեղ")
    assert homeward.on(profile, "init", "--user", "Անի").code == 0
    words = ("Կարեն", "--role", "intake", "--new-passphrase-file", theirs)
    assert homeward.on(profile, "staff add", *words).code == 0

    assert homeward.on(profile, "search", "Խծաբերդ").code == 2, "two may open it: who asks?"
    for user, secret in (("Անի", homeward.passphrase), ("Կարեն", theirs)):
        asked = homeward.on(profile, "search", "Խծաբերդ", "--user", user, secret=secret)
        assert asked.code == 0, asked.err
    swapped = homeward.on(profile, "search", "Խծաբերդ", "--user", "Կարեն")
    assert swapped.code == 3
    more = ("Մարո", "--role", "intake", "--new-passphrase-file", theirs, "--user", "Կարեն")
    assert homeward.on(profile, "staff add", *more, secret=theirs).code == 4
    known = homeward.on(profile, "staff list", "--user", "Անի", "--json").json["staff"]
    assert [one["name"] for one in known] == ["Անի", "Կարեն"]


def test_an_office_is_brought_up_to_date_by_one_command_and_never_founded_by_it(
    homeward: CommandLine, profile: Path, postgres_server: PostgresServer
) -> None:
    nothing = homeward("upgrade", profile)
    assert nothing.code == 4
    assert "office.toml" in nothing.err
    assert homeward.on(profile, "init", "--user", "Անի").code == 0
    done = homeward("upgrade", profile)
    assert (done.code, "is up to date" in done.out) == (0, True)
    assert homeward.on(profile, "check").code == 0


def test_an_office_of_a_newer_program_is_left_alone(
    homeward: CommandLine, profile: Path, postgres_server: PostgresServer
) -> None:
    assert homeward.on(profile, "init", "--user", "Անի").code == 0
    database = next(
        line.split('"')[1] for line in profile.read_text("utf-8").splitlines() if "database" in line
    )
    set_to = "UPDATE alembic_version SET version_num = '{}'"
    postgres_server.run(set_to.format("9999"), database)
    for answer in (homeward("upgrade", profile), homeward.on(profile, "check")):
        assert answer.code == 5
    postgres_server.run(set_to.format(schema.head()), database)
    assert homeward.on(profile, "check").code == 0
