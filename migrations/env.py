"""What alembic runs: over a connection handed in, inside the transaction of whoever handed it."""

from typing import Any, Literal  # Any: alembic's own signatures for rendered objects

import sqlalchemy as sa
from alembic import context
from alembic.autogenerate.api import AutogenContext

from migrations.comparing import known_name, type_differs
from models import all_tables  # noqa: F401  # brings every table into the metadata
from models.base import Base, SortText, UtcDateTime
from models.staff import RoleSet


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
        compare_type=type_differs,
        transactional_ddl=True,
        transaction_per_migration=False,
    )
    with context.begin_transaction():
        context.run_migrations()


run()
