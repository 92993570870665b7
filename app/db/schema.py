"""Which schema a register has, and how that stands to the one this program knows."""

from enum import StrEnum

from sqlalchemy import Connection, inspect, text

from app import paths
from app.errors import NewerVault


class SchemaState(StrEnum):
    """How a register's schema stands to the one this program knows."""

    EMPTY = "empty"
    BEHIND = "behind"
    CURRENT = "current"
    NEWER = "newer"


def known_revisions() -> tuple[str, ...]:
    """Return the numbers of all revisions in order; they stand in one line (a test sees to it)."""
    files = (paths.migrations() / "versions").glob("[0-9]*_*.py")
    return tuple(sorted(file.name.partition("_")[0] for file in files))


def head() -> str:
    """Return the newest revision this program knows."""
    return known_revisions()[-1]


def revision_of(connection: Connection) -> str | None:
    """Return the revision a register stands at, None for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    return None if found is None else str(found)


def state_of(connection: Connection) -> SchemaState:
    """Compare a register's schema with the one this program knows; changes nothing."""
    found = revision_of(connection)
    if found is None:
        return SchemaState.EMPTY
    known = known_revisions()
    if found == known[-1]:
        return SchemaState.CURRENT
    return SchemaState.BEHIND if found in known else SchemaState.NEWER


def refuse_newer(connection: Connection) -> SchemaState:
    """Return the state of a register's schema; raises NewerVault for a newer program's."""
    state = state_of(connection)
    if state is SchemaState.NEWER:
        raise NewerVault(found=revision_of(connection) or "", known=head())
    return state
