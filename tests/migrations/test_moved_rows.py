"""What an upgrade moves to another place arrives there whole."""

from pathlib import Path

import sqlalchemy as sa
from sqlalchemy import Connection

from app.db import migrating
from tests.migrations.ladder import fill, opened, vault_at
from tests.registers import PostgresServer, migrating_engine

type Translations = set[tuple[str, str, str]]


def before(connection: Connection) -> Translations:
    """Read what exhibits kept in one field, until 0005."""
    rows = connection.execute(
        sa.text("SELECT id, translation, updated_by FROM exhibits WHERE translation <> ''")
    )
    return {(str(row[0]), row[1], str(row[2])) for row in rows}


def after(connection: Connection) -> Translations:
    """Read the translations there are since: of what, what they say, who typed it."""
    rows = connection.execute(sa.text("SELECT exhibit_id, words, created_by FROM translations"))
    return {(str(row[0]), row[1], str(row[2])) for row in rows}


def test_words_of_translations_are_kept_by_a_vault(tmp_path: Path) -> None:
    file = vault_at("0005", tmp_path)
    with opened(file) as engine, engine.connect() as connection:
        kept = before(connection)
    migrating.upgrade_vault(file, tmp_path / "backups")
    with opened(file) as engine, engine.connect() as connection:
        assert after(connection) == kept != set()
        assert "translation" not in {
            column["name"] for column in sa.inspect(connection).get_columns("exhibits")
        }


def test_words_of_translations_are_kept_by_an_office(
    postgres_server: PostgresServer, tmp_path: Path
) -> None:
    with (
        postgres_server.database(founded=False) as name,
        migrating_engine(postgres_server.profile(tmp_path, name)) as engine,
    ):
        migrating.migrate_whole(engine, "0005")
        with engine.begin() as connection:
            fill(connection)
            kept = before(connection)
        migrating.migrate_whole(engine)
        with engine.connect() as connection:
            assert after(connection) == kept != set()
