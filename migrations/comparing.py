"""What autogenerate compares between the models and a database, and what it leaves alone."""

import re
from typing import Any  # Any: alembic's own signature for a comparison

from models.base import SortText

_FULL_TEXT = re.compile(r"_fts(_(data|idx|content|docsize|config))?$")


def known_name(name: str | None, kind: str, _parents: object) -> bool:
    """Leave full-text tables to the migrations that make them; autogenerate would drop them."""
    return kind != "table" or name is None or _FULL_TEXT.search(name) is None


def type_differs(
    _context: Any, _inspected: Any, _column: Any, found: Any, wanted: Any
) -> bool | None:
    """Know sorted text by its collation, which the comparison of types does not read."""
    if isinstance(wanted, SortText):
        return getattr(found, "collation", None) not in {None, "C"}
    return None
