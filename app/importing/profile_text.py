"""Writes a profile as TOML, so that a mapping made in the window can be kept and edited."""

from __future__ import annotations

import json
from collections.abc import Mapping

from app.importing.profile import EventRule, EventWords, ListForm, Profile
from app.importing.wording_of_cells import Words

type _Value = str | bool | tuple[str, ...] | frozenset[str] | Words | None


def profile_text(profile: Profile) -> str:
    """Write a profile; `read_profile` of the text gives the same profile again."""
    lines = _pairs(
        name=profile.name,
        title=profile.title,
        title_hy=profile.title_hy,
        title_ru=profile.title_ru,
    )
    layout, names, person = profile.layout, profile.names, profile.person
    service, source = profile.service, profile.source
    lines += _table(
        "file",
        form="" if layout.form is ListForm.OWN else layout.form.value,
        encoding=layout.encoding,
        delimiter=layout.delimiter,
        quotes=None if layout.quotes else False,
        sheet=layout.sheet,
        header=None if layout.header else False,
        columns=layout.columns,
        nothing=layout.nothing,
    )
    lines += _table(
        "name_words",
        family=names.family,
        given=names.given,
        patronymic=names.patronymic,
        full=names.full,
        order=names.order.value,
        alias_after=names.alias_after,
        lang=names.lang,
        kind=names.kind.value,
    )
    lines += _table(
        "person",
        birth=person.birth,
        birth_place=person.birth_place,
        home_address=person.home_address,
        occupation=person.occupation,
        remark=person.remark,
    )
    lines += _table(
        "service",
        rank=service.rank,
        unit=service.unit,
        duty=service.duty,
        power=service.power,
        service_type=service.service_type.value,
    )
    lines += _table("service.ranks", **dict(service.ranks))
    for number in profile.identifiers:
        lines += _table(
            "[identifiers]",
            kind=number.kind.value,
            value=number.value,
            scope=number.scope,
            issuer=number.issuer,
        )
    lines += _table(
        "source",
        kind=source.kind.value,
        title=source.title,
        url=source.url,
        group=source.group,
        remark=source.remark,
        locator=source.locator,
        said=source.said,
        reliability=source.reliability.value,
        credibility=source.credibility.value,
        words_lang=source.words_lang,
    )
    for block in profile.events:
        lines += _block(block)
    return "\n".join(lines) + "\n"


def _block(block: EventWords) -> list[str]:
    lines = _table(
        "[events]",
        each=block.each,
        unless_empty=block.unless_empty,
        date=block.date,
        not_before=tuple(words.parts[0] for words in block.not_before),
        not_after=tuple(words.parts[0] for words in block.not_after),
        lasted=block.lasted or None,
        place=block.place,
        words=block.words,
        narrative=block.narrative,
    ) or ["", "[[events]]"]
    lines += _particulars("events.particulars", block.particulars)
    for rule in block.rules:
        lines += _rule(rule)
    return lines


def _rule(rule: EventRule) -> list[str]:
    lines = ["", "[[events.rules]]"]
    lines += _pairs(
        code=rule.code.value if rule.code else "",
        says=rule.says,
        traits=rule.traits,
        reliability=rule.reliability.value if rule.reliability else "",
        credibility=rule.credibility.value if rule.credibility else "",
        place=rule.place,
    )
    conditions: dict[str, _Value] = dict(rule.when.columns)
    lines += _inline("when", conditions)
    lines += _inline("particulars", dict(rule.particulars))
    return lines


def _particulars(name: str, particulars: Mapping[str, Words]) -> list[str]:
    return _table(name, **dict(particulars))


def _table(heading: str, **values: _Value) -> list[str]:
    pairs = _pairs(**values)
    return ["", f"[{heading}]", *pairs] if pairs else []


def _pairs(**values: _Value) -> list[str]:
    return [
        f"{_key(key)} = {written}" for key, value in values.items() if (written := _value(value))
    ]


def _inline(name: str, values: Mapping[str, _Value]) -> list[str]:
    inside = ", ".join(_pairs(**values))
    return [f"{name} = {{ {inside} }}"] if inside else []


def _key(key: str) -> str:
    plain = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if plain else _text(key)


def _value(value: _Value) -> str:
    match value:
        case None | "":
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            return _text(value)
        case Words():
            value = value.parts
        case frozenset():
            value = tuple(sorted(value))
    if not value:
        return ""
    return _text(value[0]) if len(value) == 1 else f"[{', '.join(map(_text, value))}]"


def _text(value: str) -> str:
    # JSON writes strings as TOML reads them, but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
