"""Whatever is typed into a case, each paper of it is built, shows it as typed, and does no more."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, cast

import pytest

from app.reports.document import Document
from app.reports.papers import TEMPLATES
from app.reports.pdf.fonts import family
from app.reports.pdf.safe_text import SafeText
from app.reports.render import write_pdf
from app.shapes.case_report import CaseReport
from models.vocabulary.papers import Audience
from tests.leaks.checker import text_of
from tests.leaks.invented_cases import invented_cases
from tests.metrics import record_count
from tests.reports.every_paper import paper_of, texts_of
from tests.reports.reading import unspaced
from tests.reports.test_hostile_text import added_to, hostile_strings

LONGEST = 160  # a word of five thousand letters is tried on one paper, in the test beside this one
PIECE = 6


@cache
def _hostile_cases() -> tuple[tuple[CaseReport, tuple[str, ...]], ...]:
    """Put five hundred strings where the words of some cases stood, until all are used."""
    strings = [text[:LONGEST] for text in hostile_strings()]
    made = []
    for of in invented_cases(8):
        typed = [value for values in of.planted.values() for value in values]
        some, strings = strings[: len(typed)], strings[len(typed) :]
        if not some:
            break
        new = dict(zip(typed, [*some, *[some[0]] * (len(typed) - len(some))], strict=True))
        made.append((_with(of.case, new), tuple(some)))
    assert not strings
    return tuple(made)


def _with(value: Any, new: Mapping[str, str]) -> Any:  # any of our shapes, and what is in it
    if isinstance(value, str):
        return new.get(value, value)
    if type(value) is tuple:
        return tuple(_with(item, new) for item in value)
    if isinstance(value, dict):
        return {key: _with(item, new) for key, item in value.items()}
    if is_dataclass(value) and type(value).__module__ == CaseReport.__module__:
        changed = {f.name: _with(getattr(value, f.name), new) for f in fields(value) if f.init}
        return replace(cast("Any", value), **changed)
    return value


@pytest.mark.parametrize("audience", TEMPLATES)
def test_five_hundred_hostile_strings_do_nothing_but_stand_there(audience: Audience) -> None:
    built = 0
    unseen: list[str] = []
    added: list[str] = []
    for case, strings in _hostile_cases():
        document = paper_of(audience, case, "hy")
        content = write_pdf(document).content
        built += len(strings)
        added += added_to(content)
        unseen += _unseen(document, content, strings)
    record_count("R-36", f"hostile strings that {audience.value} papers are built with", built, 500)
    assert built == 500
    assert [one for one in added if one != "image"] == []
    assert unseen == []


def _unseen(document: Document, content: bytes, strings: tuple[str, ...]) -> Iterator[str]:
    """Yield what a template printed of these strings and no page shows."""
    seen = _plain(text_of(content))
    for text in texts_of(document.blocks):
        if any(string in text for string in strings):
            shown = _plain(SafeText(family()).clean(text))
            if not _stands_in(shown, seen):
                yield text[:80]


def _stands_in(shown: str, seen: str) -> bool:
    """Tell whether a text stands on the pages, though lines of narrow columns part it."""
    at = parts = 0
    while at < len(shown):
        length = 1
        while at + length <= len(shown) and shown[at : at + length] in seen:
            length += 1
        if length == 1:
            return False
        at, parts = at + length - 1, parts + 1
    return parts <= 2 + len(shown) / PIECE


def _plain(text: str) -> str:
    return unspaced(unicodedata.normalize("NFC", text.replace("\u00ad", ""))).replace("-", "")
