"""Says what went wrong with kept files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from app.errors import AlreadyKept, DamagedEvidence, HomewardError
from app.i18n import Translator


def _damaged(_: HomewardError, t: Translator) -> str:
    return t.say(
        "The kept file is damaged, so it was not opened. Restore the last backup; the register "
        "beside it is not touched."
    )


def _already_kept(error: HomewardError, t: Translator) -> str:
    numbers = error.data["numbers"]
    named = list(numbers) if isinstance(numbers, Iterable) else []
    return t.say(
        "The same file is in the register already, as {numbers}. Tie that exhibit to the case, or "
        "say that you want to keep it twice.",
        numbers=", ".join(map(str, named)),
    )


EXHIBIT_SENTENCES: Mapping[type[HomewardError], Callable[[HomewardError, Translator], str]] = {
    DamagedEvidence: _damaged,
    AlreadyKept: _already_kept,
}
