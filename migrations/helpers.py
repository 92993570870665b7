"""What revisions say instead of speaking one database's dialect."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op
from alembic.operations.base import BatchOperations


def utc_datetime() -> sa.DateTime:
    """Return the column type of a moment in UTC."""
    return sa.DateTime(timezone=True)


def sort_text() -> sa.Text:
    """Return the column type of text compared byte by byte."""
    return sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def append_only(table: str) -> None:
    """Refuse every UPDATE and DELETE on a table, whoever asks."""
    if op.get_context().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
    )
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        f"CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


@contextmanager
def batch(table: str) -> Iterator[BatchOperations]:
    """Alter a table on both databases and keep its triggers.

    On SQLite the table is copied and renamed, which drops its triggers in silence.
    """
    before = _triggers(table)
    with op.batch_alter_table(table) as operations:
        yield operations
    after = _triggers(table)
    for name, statement in before.items():
        if name not in after:
            op.execute(statement)


def _triggers(table: str) -> dict[str, str]:
    if op.get_context().dialect.name != "sqlite":
        return {}
    rows = op.get_bind().execute(
        sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table"),
        {"table": table},
    )
    return {row.name: row.sql for row in rows}
