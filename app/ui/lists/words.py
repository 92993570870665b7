"""Words of the lists: codes, dates and what a comparison found, said in a few words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from app.i18n import Translator
from app.search.scripts import script_of
from app.search.slips import Slip, slip_between
from app.shapes.like_pairs import PairMan
from app.shapes.likeness import Reason, ReasonCode
from app.shapes.lists import ListHead, ListLine, RowView
from app.ui.cases.spoken import known, when
from app.ui.lists.bench_line import FieldSaid
from app.ui.theme.palette import Role
from app.ui.widgets.kit import Words
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.lists import ListDirection

LIST_TYPE, LIST_REPLY = "list_type", "list_reply"
LIST_ORIGIN, CHANNEL = "list_origin", "channel"

_SAME, _UNCLEAR, _AGAINST = "check", "question", "versus"


def coded(vocabulary: str, code: StrEnum) -> Words:
    """Say a code of a vocabulary."""
    return lambda t: label(vocabulary, code.value, t.lang)


def way_words(head: ListHead | ListLine, t: Translator) -> str:
    """Say who made a list, or for whom it was made."""
    issuer = head.issuer.shown(t.lang) if head.issuer is not None else ""
    if head.direction is ListDirection.IN:
        return t.say("from {name}", name=issuer) if issuer else ""
    return t.say("to {name}", name=visible(head.recipient)) if head.recipient else ""


def row_words(row: RowView) -> tuple[str, str]:
    """Give a row word for word in two lines: the name as written, and all the rest."""
    cells = [visible(cell.strip()) for cell in row.cells if cell.strip()]
    if not row.name.strip() or not cells:
        return " · ".join(cells), ""
    name = visible(row.name)
    used = set(name.split())
    rest = [cell for cell in cells if not set(cell.split()) <= used and cell != row.row_id.strip()]
    return name, " · ".join(rest)


def man_line(man: PairMan, t: Translator) -> str:
    """Say what tells a man of ours from others: born, unit."""
    born = when(man.born, t, "table") if known(man.born) else ""
    return " · ".join(part for part in (born, visible(man.unit)) if part)


def tier_words(tier: int | None, t: Translator) -> str:
    """Say how near the names are."""
    return "" if tier is None else t.say("tier {tier} of 4", tier=tier)


def said_fields(row: RowView, reasons: tuple[Reason, ...], t: Translator) -> tuple[FieldSaid, ...]:
    """Compare a row with a man field by field, in a few words each."""
    return tuple(_found_fields(row, reasons, t).values())


def _found_fields(row: RowView, reasons: tuple[Reason, ...], t: Translator) -> dict[str, FieldSaid]:
    found: dict[str, FieldSaid] = {}
    for reason in reasons:
        field, _, how = reason.code.value.partition("_")
        name = _field_name(field, t)
        if name and field not in found and how != "rare":
            found[field] = FieldSaid(name, _how(reason, how, t), _icon(reason))
    for field, said in (("father", row.father), ("born", row.birth), ("unit", row.unit)):
        silent = not said or (field == "born" and not known(row.birth))
        if silent and field not in found:
            name = _field_name(field, t)
            found[field] = FieldSaid(name, t.say("not on the list"), _UNCLEAR, Role.WARN)
    return {field: found[field] for field in _FIELDS if field in found}


def short_reasons(row: RowView, reasons: tuple[Reason, ...], t: Translator) -> str:
    """Say in one line on what a proposal rests, and what speaks against it."""
    agree, otherwise = [], []
    for field, one in _found_fields(row, reasons, t).items():
        if one.icon == _SAME:
            agree.append(field)
        elif one.icon == _AGAINST:
            otherwise.append(t.say("{field}: {how}", field=_said(_SHORT[field], t), how=one.words))
    if {"family", "given"} <= set(agree):
        agree = ["name", *(field for field in agree if field not in ("family", "given"))]
    parts = [" + ".join(_said(_SHORT[field], t) for field in agree), *otherwise]
    return "; ".join(part for part in parts if part)


def _icon(reason: Reason) -> str:
    if reason.bits > 0:
        return _SAME
    return _AGAINST if reason.bits < 0 else _UNCLEAR


_FIELDS: Mapping[str, Words] = {
    "family": lambda t: t.say("Family name"),
    "given": lambda t: t.say("Given name"),
    "father": lambda t: t.say("Father"),
    "word": lambda t: t.say("Name"),
    "born": lambda t: t.say("Born"),
    "unit": lambda t: t.say("Unit"),
    "birthplace": lambda t: t.say("Place of birth"),
    "home": lambda t: t.say("Home"),
    "number": lambda t: t.say("Number"),
}


_SHORT: Mapping[str, Words] = {
    "name": lambda t: t.say_in("in a row of reasons", "name"),
    "family": lambda t: t.say_in("in a row of reasons", "family name"),
    "given": lambda t: t.say_in("in a row of reasons", "given name"),
    "father": lambda t: t.say_in("in a row of reasons", "father"),
    "word": lambda t: t.say_in("in a row of reasons", "name"),
    "born": lambda t: t.say_in("in a row of reasons", "birth"),
    "unit": lambda t: t.say_in("in a row of reasons", "unit"),
    "birthplace": lambda t: t.say_in("in a row of reasons", "place of birth"),
    "home": lambda t: t.say_in("in a row of reasons", "home"),
    "number": lambda t: t.say_in("in a row of reasons", "number"),
}


def _field_name(field: str, t: Translator) -> str:
    return _said(_FIELDS.get(field, ""), t)


def _said(words: Words, t: Translator) -> str:
    return words if isinstance(words, str) else words(t)


def _how(reason: Reason, how: str, t: Translator) -> str:  # noqa: PLR0911  a sentence a way
    if reason.code in _BORN:
        return _born_how(reason.code, t)
    match how:
        case "same":
            return t.say("same")
        case "script":
            return t.say("same, other script")
        case "spelling" | "loose":
            return _letters(reason, how, t)
        case "weak":
            return t.say("faintly alike")
        case "initial":
            return t.say("initial agrees")
        case "ter":
            return t.say("Ter- in one only")
        case "half":
            return t.say("one half agrees")
        case "unknown":
            return t.say("known of one only")
    return t.say("differs")


def _letters(reason: Reason, how: str, t: Translator) -> str:
    slip = None
    if script_of(reason.a) is script_of(reason.b):
        slip = slip_between(reason.a, reason.b)
    match slip:
        case Slip.MISSING:
            return t.say("one letter missing")
        case Slip.MORE:
            return t.say("one letter more")
        case Slip.OTHER:
            return t.say("one letter differs")
        case Slip.TURNED:
            return t.say("two letters changed round")
    return t.say("other spelling") if how == "spelling" else t.say("loosely alike")


_BORN = frozenset(code for code in ReasonCode if code.value.startswith("born_"))


def _born_how(code: ReasonCode, t: Translator) -> str:
    match code:
        case ReasonCode.BORN_DAY:
            return t.say("same day")
        case ReasonCode.BORN_TURNED:
            return t.say("day and month changed round")
        case ReasonCode.BORN_SLIP:
            return t.say("one figure differs")
        case ReasonCode.BORN_YEAR:
            return t.say("agrees as far as known")
        case ReasonCode.BORN_OVERLAP:
            return t.say("not excluded")
        case ReasonCode.BORN_NEAR:
            return t.say("close together")
    return t.say("differs")
