"""Say how files may have come, and what became of those that were brought in."""

from __future__ import annotations

from collections.abc import Sequence

from app.errors import HomewardError
from app.i18n import Translator
from app.ui.exhibits.intake_run import Arrived
from app.ui.widgets.kit import Words
from app.wording.errors import sentence
from app.wording.vocabulary import label
from models.vocabulary.exhibits import ReceivedBy


def ways_in_order() -> list[tuple[object, Words]]:
    """Offer the ways by which a file may have come; that none is known stands first."""
    ways = sorted(ReceivedBy, key=lambda way: way is not ReceivedBy.UNKNOWN)
    return [(way, _way(way)) for way in ways]


def _way(way: ReceivedBy) -> Words:
    return lambda t: label("received_by", way.value, t.lang)


def why_not(error: Exception) -> Words:
    """Say why a file did not come in."""
    if isinstance(error, HomewardError):
        coded = error
        return lambda t: sentence(coded, t)
    return lambda t: t.say("This file could not be read. Check that it is still there; try again.")


def all_in(saved: Sequence[Arrived]) -> Words:
    """Say under which numbers all of them came in."""
    numbers = tuple(one.number for one in saved if one.number)

    def words(t: Translator) -> str:
        if len(numbers) == 1:
            return t.say("Taken in as {number}.", number=numbers[0])
        if not numbers:
            return t.say("Tied; nothing had to be kept twice.")
        return t.say_n(
            "{n} exhibit taken in: {first} to {last}.",
            "{n} exhibits taken in: {first} to {last}.",
            len(numbers),
            first=numbers[0],
            last=numbers[-1],
        )

    return words


def some_in(saved: Sequence[Arrived], left: int, *, stopped: bool) -> Words:
    """Say how many came in, and that the others stand there still."""
    done = len(saved)

    def words(t: Translator) -> str:
        kept = (
            t.say_n("{n} file is saved and stays.", "{n} files are saved and stay.", done)
            if done
            else t.say("Nothing was saved.")
        )
        rest = (
            t.say_n(
                "You stopped: {n} file was not taken in and stands below.",
                "You stopped: {n} files were not taken in and stand below.",
                left,
            )
            if stopped
            else t.say_n(
                "{n} file did not come in; the reason stands beneath it.",
                "{n} files did not come in; the reason stands beneath each.",
                left,
            )
        )
        return f"{kept} {rest}"

    return words
