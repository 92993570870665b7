"""Digests of what a paper told of a man, so that the office can say later what changed since.

A digest is keyed by a salt that stands beside it: without the salt a short fact, like a year of
birth, cannot be found by trying. What only the day changes, and who says so, is left aside.
"""

from __future__ import annotations

import hmac
import json
import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from app.reports.audience import section_of_event
from app.reports.field_classes import FIELDS
from app.reports.fingerprint import spelled
from app.shapes.case_report import CaseReport, EventLine, GreyPicture
from app.shapes.disclosures import ChangedFact
from models.codebook.facts import Status
from models.vocabulary.papers import PaperSection

type Told = dict[str, str | list[str]]

#: What the day, the log itself or other fields of the report make.
_ASIDE: Final = frozenset({
    "status_as_of", "statements", "disclosed", "sample", "minimum_points", "minimum_missing",
    "open_questions", "next_call", "told_in_person", "places",
})  # fmt: skip
_WITHIN: Final = frozenset({"identity", "service"})
#: Marks beside facts, and a log that grows by being printed.
_WHO_SAYS_SO: Final = frozenset({"cites", "cite", "custody"})
#: What papers of former years knew nothing of: told only where there is any, so that nothing
#: seems to have changed that stands as it stood.
_IF_ANY: Final = frozenset({"translations"})
_LENGTH: Final = 16


def new_salt() -> str:
    """Draw the salt of one man on one paper."""
    return secrets.token_hex(16)


def digests_of(case: CaseReport, salt: str) -> Told:
    """Digest what is left of a case for its reader, field by field; lists item by item."""
    told: Told = {}
    for one in fields(case):
        name, value = f"CaseReport.{one.name}", getattr(case, one.name)
        if one.name in _ASIDE:
            continue
        if one.name in _WITHIN:
            for inner in fields(value):
                inside = f"{type(value).__name__}.{inner.name}"
                told[inside] = _digest(salt, inside, getattr(value, inner.name))
        elif one.name == "events":
            told |= _of_events(salt, name, value)
        elif isinstance(value, tuple):
            told[name] = sorted(_one(salt, name, item) for item in value)
        else:
            told[name] = _digest(salt, name, value)
    return told


def as_json(told: Told) -> str:
    """Write digests as they are kept."""
    return json.dumps(told, separators=(",", ":"), sort_keys=True)


def from_json(kept: str) -> Told:
    """Read digests as they are kept."""
    found: Told = json.loads(kept)
    return found


def changed_since(number: str, then: Told, now: Told) -> tuple[ChangedFact, ...]:
    """Say which parts of a file say otherwise now, in the order of the sections of papers."""
    counts: dict[PaperSection, Counter[str]] = {}
    for name in sorted(then.keys() | now.keys()):
        found = _difference(then.get(name, []), now.get(name, []))
        if found:
            counts.setdefault(_section(name), Counter()).update(found)
    return tuple(
        ChangedFact(
            number, section, changed=of["changed"], added=of["added"], removed=of["removed"]
        )
        for section in PaperSection
        if (of := counts.get(section))
    )


def _difference(then: str | list[str], now: str | list[str]) -> Counter[str]:
    if then == now:
        return Counter()
    if isinstance(then, str) or isinstance(now, str):
        return Counter(changed=1)
    gone, come = Counter(then) - Counter(now), Counter(now) - Counter(then)
    changed = min(gone.total(), come.total())
    return +Counter(changed=changed, added=come.total() - changed, removed=gone.total() - changed)


def _section(name: str) -> PaperSection:
    of_events, _, section = name.partition("/")
    if section:
        return PaperSection(section)
    kind = of_events.partition(".")[0]
    rule = FIELDS.get(name) or FIELDS.get(f"CaseReport.{kind.lower()}")
    return (rule and rule.section) or PaperSection.IDENTITY


def _of_events(salt: str, name: str, events: tuple[EventLine, ...]) -> Told:
    """Digest events by the section that tells of them."""
    told: dict[str, list[str]] = {}
    for event in events:
        key = f"{name}/{section_of_event(event.code)}"
        told.setdefault(key, []).append(_one(salt, name, event))
    return {key: sorted(digests) for key, digests in told.items()}


def _digest(salt: str, name: str, value: object) -> str | list[str]:
    if isinstance(value, tuple):
        return sorted(_one(salt, name, item) for item in value)
    return _one(salt, name, value)


def _one(salt: str, name: str, value: object) -> str:
    told = f"{name}\0{spelled(_plainly(value))}".encode("utf-8", "backslashreplace")
    return hmac.new(bytes.fromhex(salt), told, "sha256").hexdigest()[:_LENGTH]


def _plainly(value: object) -> object:
    """Give a fact without who says so, and without what the day makes of it."""
    if isinstance(value, Status):
        facets = {
            facet: (state.value, state.level, state.since, state.contested)
            for facet, state in value.facets.items()
        }
        return (value.headline, facets)
    if isinstance(value, GreyPicture):
        return value.exhibit_number
    if isinstance(value, tuple):
        return tuple(_plainly(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return tuple(
            (one.name, _plainly(getattr(value, one.name)))
            for one in fields(value)
            if one.name not in _WHO_SAYS_SO
            and (one.name not in _IF_ANY or getattr(value, one.name))
        )
    if isinstance(value, Mapping):
        return {key: _plainly(inner) for key, inner in value.items()}
    return value
