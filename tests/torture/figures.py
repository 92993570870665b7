"""What the parts of the torture set have in common: a word for what this machine cannot do."""

from collections.abc import Callable

import pytest


class NotHere(Exception):
    """A part cannot run on this machine: it lacks a tool, or the system forbids it."""


def or_skip[T](part: Callable[[], T]) -> T:
    """Run a part inside the ordinary tests; what cannot run here is skipped with its reason."""
    try:
        return part()
    except NotHere as reason:
        pytest.skip(str(reason))
