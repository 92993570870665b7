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


def word_index(table: str) -> None:
    """Make an index of words by entry; what it holds is made in `app.db.word_index`.

    In a vault a full-text table that keeps no content and no positions; `…_terms_fts` reads what
    it holds. On a server the words of an entry in a row of their own. New entries go straight into
    the server's index: a list of what waits to get there would be walked by every search.
    """
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            f"CREATE VIRTUAL TABLE {table}_fts USING fts5(words, content='', contentless_delete=1, "
            "detail=none, prefix='1 2 3 4', tokenize=\"ascii tokenchars '_~=+#'\")"
        )
        op.execute(f"CREATE VIRTUAL TABLE {table}_terms_fts USING fts5vocab({table}_fts, instance)")
        return
    op.execute(
        f"CREATE TABLE {table}_fts (row integer NOT NULL CONSTRAINT pk_{table}_fts PRIMARY KEY, "
        "words tsvector NOT NULL)"
    )
    op.execute(
        f"CREATE INDEX ix_{table}_fts_words ON {table}_fts USING gin (words) "
        "WITH (fastupdate = off)"
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
