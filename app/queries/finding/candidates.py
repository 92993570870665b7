"""Proposes who of the register could be a man one knows in brief: by sound, numbers, birth."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.db.word_index import Form, WordTable, rows_holding
from app.search.brief_text import unpack
from app.search.fold import folded_words
from app.search.index_words import KEY, LONGEST, birth_words, loose_keys, marked, number_word
from app.search.keys import word_keys
from app.search.name_parts import name_words_of
from app.shapes.briefs import PersonBrief
from models.finding import CaseBrief

_MOST_FORMS = 60

type Group = tuple[Form, ...]


def candidates(
    session: Session, brief: PersonBrief, limit: int = 100
) -> tuple[tuple[int, PersonBrief], ...]:
    """Give the men of the register who could be this man, with the rows of their lines.

    Those who share a number with him come first; then those whose family and given name sound
    alike or are two forms of one, they whose birth or father agrees first; then those of whom a
    part of the name is told otherwise, if birth and the rest agree. Nothing here is a judgement,
    and nobody is hidden: who shows them asks `limited_access`.
    """
    found: dict[int, PersonBrief] = {}
    for groups in _questions(brief):
        if len(found) >= limit:
            break
        known = select(CaseBrief.row).where(CaseBrief.row.in_(list(found)))
        rows = rows_holding(session, WordTable.CASES, groups, [known] if found else [])
        some = select(CaseBrief.row, CaseBrief.brief).where(
            CaseBrief.row.in_(rows.limit(limit - len(found)))
        )
        found.update((row, unpack(line).person) for row, line in session.execute(some))
    return tuple(found.items())


def _questions(brief: PersonBrief) -> Iterator[Sequence[Group]]:
    """Ask ever less exactly; what was found before need not be found again."""
    numbers = tuple(Form(number_word(number)) for number in brief.numbers)
    if numbers:
        yield [numbers]
    words = name_words_of(brief)
    near, far = _near, _far
    family, given, father = words.family, words.given, words.father
    born = tuple(map(Form, birth_words(brief.birth)))
    years = tuple(form for form in born if len(form.word) == 4)
    if family and given:
        if years:
            yield [_any(far, family), _any(far, given), years]
        if father:
            yield [_any(far, family), _any(far, given), _any(far, father)]
        yield [_any(near, family), _any(near, given)]
        yield [_any(far, family), _any(far, given)]
        if len(born) > len(years):
            yield [_any(far, given), (born[-1],)]
            yield [_any(far, family), (born[-1],)]
        if father and years:
            yield [_any(near, given), _any(near, father), years]
            yield [_any(near, family), _any(near, father), years]
        return
    lone = family or given
    if lone:
        if years:
            yield [_any(far, lone), years]
        yield [_any(near, lone)]
        yield [_any(far, lone)]


def _any(forms: Callable[[str], Group], words: Iterable[str]) -> Group:
    every = dict.fromkeys(form for word in sorted(words) for form in forms(word))
    return tuple(every)[:_MOST_FORMS]


@lru_cache(maxsize=16_384)
def _near(word: str) -> Group:
    keys = word_keys(word)
    plain = (written[:LONGEST] for written in folded_words(word)[:1])
    return tuple(map(Form, (*plain, *marked(KEY, keys.first))))


@lru_cache(maxsize=16_384)
def _far(word: str) -> Group:
    keys = word_keys(word)
    more = marked(KEY, keys.with_h | keys.family) + loose_keys(keys)
    return (*_near(word), *map(Form, more))
