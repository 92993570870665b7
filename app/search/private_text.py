"""Points at what a text for outside the office may not carry (`domain.md` 6.2 rule 2).

A pointer, no gate: a person reads every passage and decides. It would rather point once too often
than let a telephone number or another man's name pass unseen.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.search.private_names import names_found
from app.search.private_patterns import forms_found
from app.shapes.briefs import NameBrief
from app.shapes.private_text import Finding

LONGEST = 100_000
"""Letters that are read; the register takes no longer text."""


def find_private(
    text: str, others: Sequence[NameBrief] = (), own: Sequence[NameBrief] = ()
) -> tuple[Finding, ...]:
    """Give the passages of `text` that point at somebody or some place, in their order.

    `others` are names of other people of the register, `own` those of the man the text is about,
    which may stand in it. No two passages overlap; of two, the surer kind stays.
    """
    read = text[:LONGEST]
    found: list[Finding] = []
    for one in (*forms_found(read), *names_found(read, others, own)):
        if not _overlaps(one, found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def _overlaps(one: Finding, found: Iterable[Finding]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in found)
