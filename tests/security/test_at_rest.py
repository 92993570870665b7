"""R-16, R-26, R-28: what a thief, or a reader of logs, would find."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Text, inspect
from sqlalchemy import types as sql_types

from app import logs
from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput
from app.shapes.changes import Outcome
from models.base import Entity, new_id
from models.cases import Case
from models.people import Person, PersonName
from models.vocabulary.people import NameKind, Script
from models.vocabulary.roles import Action
from tests.registers import FOUNDER, Home
from tests.security.canaries import CANARIES, entropy, found_in


def fill_with(thing: Entity, words: str) -> None:
    """Write words into every free text of a thing."""
    for prop in inspect(type(thing)).column_attrs:
        kind = prop.columns[0].type
        if isinstance(kind, sql_types.String | Text) and not isinstance(kind, sql_types.Enum):
            length = getattr(kind, "length", None)
            if prop.key.endswith(("edtf", "_key")) or (length is not None and length < 60):
                continue
            setattr(thing, prop.key, words)


def plant(unit: UnitOfWork) -> Outcome[None]:
    """Open a case for each word, with the word in every field."""
    unit.doing(Action.REGISTER_CASE, CANARIES[0])
    for number, words in enumerate(CANARIES):
        person = Person(id=new_id())
        fill_with(person, words)
        unit.session.add(person)
        unit.session.flush()
        name = PersonName(person_id=person.id, script=Script.ARMENIAN, kind=NameKind.OFFICIAL)
        fill_with(name, words)
        case = Case(id=person.id, number=f"HRD-2020-{number:05}")
        fill_with(case, words)
        unit.session.add_all([name, case])
    return Outcome(None)


@pytest.fixture
def log_to(own_settings: Path) -> Iterator[Path]:
    """Write the program's log at its most talkative."""
    yield logs.set_up(logging.DEBUG, own_settings / "logs").parent
    logs.close()


@pytest.mark.usefixtures("log_to")
def test_no_planted_word_is_found_beside_or_in_the_vault(
    vault: Home, own_settings: Path, tmp_path: Path
) -> None:
    with vault.open() as register:
        register.write(plant)
        assert found_in(tmp_path) == []  # while open, with the log and the shared memory
        assert (vault.path / "data.db-wal").stat().st_size > 0
    assert found_in(tmp_path) == []
    assert found_in(own_settings) == []
    assert any(own_settings.rglob("*.json"))


def test_the_data_file_looks_like_noise(vault: Home) -> None:
    with vault.open() as register:
        register.write(plant)

    assert entropy((vault.path / "data.db").read_bytes()) >= 7.9


def test_deleted_words_are_overwritten(vault: Home) -> None:
    with vault.open() as register:
        pragma = register.read(
            lambda reader: reader.session.connection().exec_driver_sql("PRAGMA query_only").scalar()
        )
        assert pragma == 1
        settings = {}
        for name in ("secure_delete", "synchronous", "journal_mode", "foreign_keys"):

            def ask(unit: UnitOfWork, name: str = name) -> Outcome[object]:
                connection = unit.session.connection()
                return Outcome(connection.exec_driver_sql(f"PRAGMA {name}").scalar())

            settings[name] = register.write(ask).value

    assert settings == {
        "secure_delete": 1,
        "synchronous": 2,
        "journal_mode": "wal",
        "foreign_keys": 1,
    }


@pytest.mark.usefixtures("log_to")
def test_settings_and_logs_are_their_owners_alone(vault: Home, own_settings: Path) -> None:
    logging.getLogger("homeward.test").info("opened")
    vault.open().close()

    files = [file for file in own_settings.rglob("*") if file.is_file()]
    assert len(files) >= 2
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}


def fail(error: Exception) -> None:
    """Raise what was asked for."""
    raise error


def fail_twice(error: Exception, words: str) -> None:
    """Raise an error whose words, and whose cause's words, name somebody."""
    try:
        fail(error)
    except (BadInput, ValueError, KeyError) as cause:
        raise RuntimeError(words) from cause


@pytest.mark.parametrize("word", CANARIES[::5])
def test_a_traceback_in_the_log_carries_no_words(log_to: Path, word: str) -> None:
    file = log_to / "homeward.log"
    log = logging.getLogger("homeward.test")
    for error in (BadInput("name", "too_long", value=word), ValueError(word), KeyError(word)):
        try:
            fail_twice(error, word)
        except RuntimeError:
            log.exception("case %s failed", "01a2")

    written = file.read_text("utf-8")
    assert word not in written
    assert "bad_input" in written
    assert "RuntimeError" in written


def test_an_error_shows_its_code_and_no_words() -> None:
    error = BadInput("name", "too_long", value=CANARIES[0])

    assert str(error) == "bad_input"
    assert CANARIES[0] not in repr(error)


def test_the_header_says_no_more_than_who_may_open(vault: Home) -> None:
    words = (vault.path / "vault.json").read_text("utf-8")

    assert FOUNDER in words
    for secret in ("roles", "supervisor", "HRD"):
        assert secret not in words
