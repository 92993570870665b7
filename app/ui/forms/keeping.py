"""Write what is being typed into a draft and read it back, whatever shape the form holds it in.

No Qt here. `to_json` takes a frozen dataclass of words, codes, dates, ids and such dataclasses;
`from_json` makes it again and raises Unreadable for a draft that an older program wrote otherwise.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints  # Any: values of a form
from uuid import UUID

from models.vocabulary.date_terms import NotADate
from models.vocabulary.partial_date import PartialDate


class Unreadable(ValueError):
    """A draft cannot be read: it was written by another program or is damaged."""


def to_json(shape: object) -> str:
    """Write a form's shape as a draft."""
    return json.dumps(_plain(shape), ensure_ascii=False)


def from_json[T](kind: type[T], text: str) -> T:
    """Make a form's shape from its draft; raises Unreadable."""
    try:
        made = _made(kind, json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, NotADate) as error:
        raise Unreadable from error
    if not isinstance(made, kind):
        raise Unreadable
    return made


def _plain(value: object) -> object:  # noqa: PLR0911  one answer a kind of value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PartialDate):
        return {"edtf": value.edtf, "text": value.text}
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, frozenset):
        return sorted(str(_plain(one)) for one in value)
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _made(kind: Any, value: Any) -> Any:  # noqa: PLR0911  one answer a kind of value
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        if value is None:
            return None
        return _made(next(one for one in get_args(kind) if one is not NoneType), value)
    if origin is tuple:
        return tuple(_made(get_args(kind)[0], one) for one in value)
    if origin is frozenset:
        return frozenset(_made(get_args(kind)[0], one) for one in value)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {str(key): _made(get_args(kind)[1], one) for key, one in value.items()}
    if kind is PartialDate:
        return PartialDate.restore(value["edtf"], value["text"])
    if kind is UUID:
        return UUID(value)
    if kind is date:
        return date.fromisoformat(value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _made(hints[name], one) for name, one in value.items()})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(value)
    if not isinstance(value, kind):
        raise Unreadable
    return value
