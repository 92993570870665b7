"""What alembic runs: over a connection handed in, inside the transaction of whoever handed it."""

import re
from typing import Any, Literal  # Any: alembic's own signatures for rendered objects

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from models import all_tables  # noqa: F401  # brings every table into the metadata
from models.base import Base, SortText, UtcDateTime
from models.staff import RoleSet

_FULL_TEXT = re.compile(r"_fts(_(data|idx|content|docsize|config))?$")


def known_name(name: str | None, kind: str, _parents: Any) -> bool:
    """Leave full-text tables to the migrations that make them; autogenerate would drop them."""
    return kind != "table" or name is None or _FULL_TEXT.search(name) is None


def frozen_type(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write column types into a revision so that later changes of the models leave it alone."""
    if kind != "type":
        return False
    if isinstance(thing, UtcDateTime):
        return "helpers.utc_datetime()"
    if isinstance(thing, SortText):
        return "helpers.sort_text()"
    if isinstance(thing, RoleSet):
        return "sa.Text()"
    if isinstance(thing, sa.Enum):
        return f"sa.String(length={thing.length})"
    return False


def run() -> None:
    """Run the revisions asked for on the connection in the configuration's attributes."""
    connection: sa.Connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        include_name=known_name,
        render_item=frozen_type,
        render_as_batch=connection.dialect.name == "sqlite",
        compare_type=True,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
