"""What one entry of the history told of one case, unsealed, and who may see which of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from uuid import UUID

from app.db.sealing import unseal
from app.db.unit_of_work import Reader
from app.shapes.history import FieldChange, FieldState, Plain, ThingChange
from models.history import HistoryEntry, HistoryPart
from models.sources import Source
from models.vocabulary.roles import Action, Role, may


def content_of(
    reader: Reader, entry: HistoryEntry, part: HistoryPart
) -> tuple[str, list[list[object]]] | None:
    """Unseal what an entry tells of one case: the reason and what it did; None once erased."""
    key = reader.case_keys.find(part.case_id)
    content = None if key is None else unseal(key, entry.id, part.case_id, part.sealed)
    return None if content is None else (content[0], content[1])


def visible(reader: Reader, told: Iterable[list[object]]) -> Iterator[FieldChange]:
    """Give of what was told the fields that the member of staff at work may see."""
    for thing in told:
        yield from _with_issuer(
            reader, filter(_may_see(reader.actor.roles, thing), _changes(thing))
        )


def _with_issuer(reader: Reader, changes: Iterable[FieldChange]) -> Iterator[FieldChange]:
    """Name who made a list, where that was said or changed; a confidential source by its code."""
    for change in changes:
        if change.field == "issuer_id":
            before, after = (_source(reader, value) for value in (change.before, change.after))
            yield replace(change, field="list_issuer", before=before, after=after)
        else:
            yield change


def _source(reader: Reader, value: Plain) -> Plain:
    source = reader.session.get(Source, UUID(value)) if isinstance(value, str) and value else None
    if source is None:
        return None
    return source.code if source.confidential else f"{source.code} · {source.title}"


def thing_of(told: list[object]) -> ThingChange:
    """Give what was told of one thing, whole, for taking it back."""
    changes = _changes(told)
    table, thing, state, _ = told
    return ThingChange(
        str(table),
        UUID(str(thing)),
        FieldState(str(state)),
        {change.field: (change.before, change.after) for change in changes},
    )


def _changes(told: list[object]) -> list[FieldChange]:
    table, thing, state, fields = told
    found = FieldState(str(state))
    assert isinstance(fields, dict)  # noqa: S101  # our own writer sealed it
    changes = []
    for field, value in fields.items():
        before, after = (None, value)
        if found is FieldState.CHANGED:
            before, after = value
        elif found is FieldState.GONE:
            before, after = value, None
        changes.append(FieldChange(str(table), UUID(str(thing)), found, field, before, after))
    return changes


#: What tells who a confidential source is, by whichever name.
_TELLING = frozenset(
    {"title", "title_hy", "title_ru", "independence_group", "url", "remark", "search_key"}
)
_SEALED = frozenset({"sealed_name", "contact"})
_OF_FAMILIES = frozenset({"relatives", "consents", "consent_scopes", "family_contacts"})


def _may_see(roles: Iterable[Role], told: list[object]) -> Callable[[FieldChange], bool]:
    """Give what a member of staff may see of one change: families and sources are guarded here too.

    Only a source known not to be confidential is named to everybody.
    """
    table, _, _, fields = told
    if table in _OF_FAMILIES and not may(roles, Action.READ_FAMILY):
        return lambda _: False
    if table == "sources" and not may(roles, Action.READ_SENSITIVE):
        open_source = isinstance(fields, dict) and fields.get("confidential") is False
        hidden = _SEALED if open_source else _SEALED | _TELLING
        return lambda change: change.field not in hidden
    return lambda _: True
