import sys
from pathlib import Path

import pytest

from app import workspace
from app.db.engine import office_engines
from app.db.profile import read_profile
from app.errors import BadProfile, ServerUnreachable, TestProfileRefused
from tests.registers import FOUNDER, PASSPHRASE, Home

WHOLE = """
[server]
host = "db.office.example"
database = "homeward"
role = "ani"
ca = "ca.pem"
"""


@pytest.fixture
def write(tmp_path: Path) -> Path:
    """Lend a place for a profile, with a CA beside it."""
    (tmp_path / "ca.pem").write_text("certificate")
    return tmp_path / "office.toml"


def test_a_profile_names_server_database_role_and_ca(write: Path) -> None:
    write.write_text(WHOLE)

    profile = read_profile(write)

    assert (profile.host, profile.port, profile.database, profile.role) == (
        "db.office.example",
        5432,
        "homeward",
        "ani",
    )
    assert profile.connect_options()["sslmode"] == "verify-full"
    assert profile.connect_options()["sslrootcert"] == str(write.parent / "ca.pem")
    engines = office_engines(profile)
    assert "password" not in str(engines.writing.url)
    engines.dispose()


@pytest.mark.parametrize(
    ("content", "field", "reason"),
    [
        ("", "server", "missing"),
        ("[server", "", "not_toml"),
        ('[server]\nhost = "h"\ndatabase = "d"\nrole = "r"\n', "ca", "missing"),
        ('[server]\ndatabase = "d"\nrole = "r"\nca = "ca.pem"\n', "host", "missing"),
        (WHOLE + "port = 99999\n", "port", "not_a_port"),
        (WHOLE + 'sslmode = "disable"\n', "sslmode", "unknown"),
        (WHOLE.replace("ca.pem", "none.pem"), "ca", "no_such_file"),
        (WHOLE.replace('"ca.pem"', "7"), "ca", "not_a_path"),
    ],
)
def test_a_bad_profile_says_which_field_is_at_fault(
    write: Path, content: str, field: str, reason: str
) -> None:
    write.write_text(content)

    with pytest.raises(BadProfile) as refusal:
        read_profile(write)

    assert (refusal.value.data["field"], refusal.value.data["reason"]) == (field, reason)


def test_a_profile_that_is_not_there_is_a_bad_one(tmp_path: Path) -> None:
    with pytest.raises(BadProfile):
        workspace.open_register(tmp_path / "none.toml", FOUNDER, PASSPHRASE)


def test_a_server_without_tls_is_for_tests_on_this_machine_alone(
    write: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    test = WHOLE + "test = true\n"
    for host, allowed in (
        ("/run/postgres", True),
        ("localhost", True),
        ("127.0.0.1", True),
        ("::1", True),
        ("db.office.example", False),
        ("192.0.2.7", False),
    ):
        write.write_text(test.replace("db.office.example", host))
        if allowed:
            assert read_profile(write).connect_options()["sslmode"] == "disable"
        else:
            with pytest.raises(TestProfileRefused):
                read_profile(write)

    write.write_text(test.replace("db.office.example", "localhost"))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(TestProfileRefused):
        read_profile(write)


def test_a_server_that_does_not_answer_is_called_so(write: Path, tmp_path: Path) -> None:
    write.write_text(WHOLE.replace("db.office.example", str(tmp_path)) + "test = true\n")

    with pytest.raises(ServerUnreachable):
        workspace.open_profile(write, FOUNDER, PASSPHRASE)


def test_a_shared_register_is_founded_once(office: Home) -> None:
    from app.errors import AlreadyThere

    with pytest.raises(AlreadyThere):
        workspace.create(office.path, FOUNDER, PASSPHRASE)
