"""The command that explains how two names compare; no register needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any  # Any: JSON values

import typer

from app.cli.session import AsJson, Exit, Lang, answer, fail, text_of, translator
from app.i18n import Translator
from models.vocabulary.partial_date import NotADate, PartialDate
from models.vocabulary.people import Sex

if TYPE_CHECKING:
    from app.shapes.briefs import PersonBrief
    from app.shapes.likeness import Comparison

_COLUMNS = ("a", "b", "dob_a", "dob_b", "sex_a", "sex_b")
_SEXES = {
    **dict.fromkeys(("m", "male", "man", "м", "муж", "мужской", "ա", "արական"), Sex.MALE),
    **dict.fromkeys(("f", "female", "woman", "ж", "жен", "женский", "ի", "իգական"), Sex.FEMALE),
    **dict.fromkeys(("", "u", "unknown", "-", "–"), Sex.UNKNOWN),
}
_LONGEST = 300
_FOLLOWS = re.compile(
    r"(?P<name>[^\d()]*[^\d()\s,;])"
    r"(?:[\s,;]+\(?(?P<dob>\d{4}(?:-\d\d){0,2}|\d{1,2}\.\d{1,2}\.\d{4})\)?)?"
    r"(?:[\s,;]+\((?P<sex>[mfмжաի])\))?\s*",
    re.IGNORECASE,
)
DobA = Annotated[str, typer.Option("--dob-a", help="Date of birth of the first.")]
DobB = Annotated[str, typer.Option("--dob-b", help="Date of birth of the second.")]
SexA = Annotated[str, typer.Option("--sex-a", help="m or f.")]
SexB = Annotated[str, typer.Option("--sex-b", help="m or f.")]


@dataclass(frozen=True, slots=True)
class _Typed:
    """Two people as they were typed; empty where nothing was said."""

    a: str
    b: str
    dob_a: str = ""
    dob_b: str = ""
    sex_a: str = ""
    sex_b: str = ""


def explain_name(
    a: Annotated[
        str | None, typer.Argument(metavar="A", help="A name in any script, its parts in order.")
    ] = None,
    b: Annotated[str | None, typer.Argument(metavar="B", help="Another.")] = None,
    dob_a: DobA = "",
    dob_b: DobB = "",
    sex_a: SexA = "",
    sex_b: SexB = "",
    file: Annotated[
        Path | None,
        typer.Option("--file", help="Pairs, one a line, parted by tabs; answers in order."),
    ] = None,
    lang: Lang = "en",
    as_json: AsJson = False,
) -> None:
    """Explain how two names compare.

    How likely they are one man, on which tier, and why. Dates of birth and sexes help.
    """
    t = translator(lang)
    if file is not None:
        found = [_facts(typed, t) for typed in _pairs_in(text_of(file, t))]
        answer(found, as_json=True, words=str)
        return
    if a is None or b is None:
        fail(t.say("Give two names, or a file with two a line, parted by a tab."), Exit.WRONG_USAGE)
    typed = _with_what_follows(_Typed(a, b, dob_a, dob_b, sex_a, sex_b))
    _refuse_what_cannot_be_read(typed, t)
    facts = _facts(typed, t)
    answer(facts, as_json=as_json, words=lambda: _words(facts, t))


def _pairs_in(text: str) -> Iterator[_Typed]:
    """Read pairs, one a line; a first line that names the columns orders them."""
    lines = [line.rstrip("\r") for line in text.split("\n")]
    if lines and not lines[-1]:
        lines.pop()
    columns: tuple[str, ...] = _COLUMNS
    for at, line in enumerate(lines):
        cells = [cell.strip() for cell in line.split("\t")]
        named = tuple(cell.casefold() for cell in cells)
        if at == 0 and {"a", "b"} <= set(named):
            columns = named
            continue
        row = {name: cell for name, cell in zip(columns, cells, strict=False) if name in _COLUMNS}
        yield _with_what_follows(_Typed(**{"a": "", "b": "", **row}))


def _with_what_follows(typed: _Typed) -> _Typed:
    """Read a date of birth and a sex that stand after a name: «Սարգսյան Արմեն, 2001 (m)»."""
    (_, dob_a, sex_a), (_, dob_b, sex_b) = map(_told_apart, (typed.a, typed.b))
    return replace(
        typed,
        dob_a=typed.dob_a or dob_a,
        dob_b=typed.dob_b or dob_b,
        sex_a=typed.sex_a or sex_a,
        sex_b=typed.sex_b or sex_b,
    )


def _told_apart(text: str) -> tuple[str, str, str]:
    """Give the name, the date and the sex of what was typed for one person."""
    found = _FOLLOWS.fullmatch(text[:_LONGEST])
    if found is None or _birth(found["dob"] or "") is None:
        return text, "", ""
    return found["name"], found["dob"] or "", found["sex"] or ""


def _refuse_what_cannot_be_read(typed: _Typed, t: Translator) -> None:
    for text in (typed.dob_a, typed.dob_b):
        if _birth(text) is None:
            fail(
                t.say(
                    "“{text}” is not a date of birth that can be read. Nothing was compared.",
                    text=text,
                ),
                Exit.REFUSED,
            )
    for text in (typed.sex_a, typed.sex_b):
        if _sex(text) is None:
            fail(
                t.say("“{text}” is not a sex: write m or f. Nothing was compared.", text=text),
                Exit.REFUSED,
            )


def _birth(text: str) -> PartialDate | None:
    """Read a date of birth; None where it cannot be read."""
    if not text.strip():
        return PartialDate.unknown()
    try:
        return PartialDate.read(text, dob=True)
    except NotADate:
        return None


def _sex(text: str) -> Sex | None:
    return _SEXES.get(text.strip().rstrip(".").casefold())


def _facts(typed: _Typed, t: Translator) -> dict[str, Any]:
    from app.search.compare import compare_typed
    from app.search.name_shares import usual_weights
    from app.wording.likeness import reason_sentence

    found: Comparison = compare_typed(
        _person(_told_apart(typed.a)[0], typed.dob_a, typed.sex_a),
        _person(_told_apart(typed.b)[0], typed.dob_b, typed.sex_b),
        usual_weights(),
    )
    return {
        "a": typed.a,
        "b": typed.b,
        "tier": found.tier,
        "score": found.score,
        "verdict": found.verdict.value,
        "reasons": [
            *(reason_sentence(reason, t) for reason in found.reasons),
            *_left_out(typed, t),
        ],
    }


def _person(name: str, dob: str, sex: str) -> PersonBrief:
    from app.shapes.briefs import NameBrief, PersonBrief

    return PersonBrief(
        names=(NameBrief(full=name),),
        birth=_birth(dob) or PartialDate.unknown(dob),
        sex=_sex(sex) or Sex.UNKNOWN,
    )


def _left_out(typed: _Typed, t: Translator) -> Iterator[str]:
    """Say what of a line could not be read; its names are compared all the same."""
    for text in (typed.dob_a, typed.dob_b):
        if _birth(text) is None:
            yield t.say("“{text}” could not be read as a date of birth and was left out", text=text)
    for text in (typed.sex_a, typed.sex_b):
        if _sex(text) is None:
            yield t.say("“{text}” could not be read as a sex and was left out", text=text)


def _words(facts: dict[str, Any], t: Translator) -> str:
    from app.shapes.likeness import Verdict
    from app.wording.likeness import verdict_words

    verdict = verdict_words(Verdict(facts["verdict"]), t)
    score = f"{facts['score']:.2f}"
    head = (
        t.say("{verdict} ({score}).", verdict=verdict, score=score)
        if facts["tier"] is None
        else t.say(
            "{verdict} ({score}; tier {tier}).", verdict=verdict, score=score, tier=facts["tier"]
        )
    )
    return "\n".join([head, *(f"  {reason}" for reason in facts["reasons"])])
