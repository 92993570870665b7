"""The rows of a negotiation list: a man in two lines, names in three scripts beside one another."""

from __future__ import annotations

from collections.abc import Sequence

from app.reports.context import PaperContext
from app.reports.document import (
    PeopleColumn,
    PeopleTable,
    PersonCell,
    Run,
    Text,
    literal,
    plain,
)
from app.reports.paper_words import PaperWords
from app.shapes.negotiation import ListedMan, ListedName, NegotiationList, Numbered
from app.wording.vocabulary import codes
from models.vocabulary.date_words import in_words
from models.vocabulary.lists import ListBasis
from models.vocabulary.partial_date import PartialDate


def men_table(
    men: Sequence[Numbered], listed: NegotiationList, words: PaperWords, context: PaperContext
) -> PeopleTable:
    """Set men in rows, in the order in which they come."""
    rank = words.say("Rank, unit") if listed.with_units else words.say("Rank")
    wide = 9.0 if listed.with_units else 0.0  # taken from the days and the remarks, or the names
    columns = (
        PeopleColumn(words.say("No."), "", 8),
        PeopleColumn(
            words.opening(words.say("Armenian")), copy_words(words, context), 41 - wide / 3
        ),
        PeopleColumn(words.opening(words.say("Russian")), listed.named, 39),
        PeopleColumn(words.say("English / passport"), words.say("family; given, father"), 38),
        PeopleColumn(words.say("Born"), words.say("d.m.y"), 20),
        PeopleColumn(rank, "", 22 + wide),
        PeopleColumn(words.say("Last seen or captured"), words.say("settlement"), 49 - wide / 3),
        PeopleColumn(words.say("Basis"), "", 13),
        PeopleColumn(words.say("Med."), "", 10),
        PeopleColumn(words.say("Remarks"), "", 21 - wide / 3),
    )
    return PeopleTable(columns, tuple(_row(one, words) for one in men))


def copy_words(words: PaperWords, context: PaperContext) -> str:
    """Say which copy it is, for the heads of columns: a cropped photocopy still names it."""
    if not context.code:
        return words.say("draft")
    return words.say("copy {copy} of {copies}", copy=context.copy, copies=context.copies)


def _row(one: Numbered, words: PaperWords) -> tuple[PersonCell, ...]:
    man = one.man
    return (
        PersonCell(literal(str(one.no), bold=True)),
        _name(man.hy, words),
        _name(man.ru, words),
        _name(man.en, words, comma=True),
        PersonCell(literal(said_born(man.born, words))),
        PersonCell(plain(rank_words(man, words)), _if_any(man.unit.best(words.lang))),
        PersonCell(plain(said_seen(man.seen, words)), literal(place_words(man, words))),
        PersonCell(_basis(man, words)),
        PersonCell(cross=man.urgent),
        PersonCell(_remarks(man, words)),
    )


def _basis(man: ListedMan, words: PaperWords) -> Text:
    """Give the codes in bold, or say that there is none."""
    return literal(basis_words(man.basis), bold=True) if man.basis else plain(words.say("none"))


def _remarks(man: ListedMan, words: PaperWords) -> Text:
    told = [man.remark] if man.remark else []
    if man.passport:
        told.append(words.say("passport: {name}", name=man.passport))
    return (Run("\n".join(told), literal=True, small=True),) if told else ()


def _name(name: ListedName, words: PaperWords, *, comma: bool = False) -> PersonCell:
    if not name:
        return PersonCell(plain(words.say("not stated")))
    return PersonCell(literal(name.upper, bold=True), _given(name, comma=comma))


def _given(name: ListedName, *, comma: bool) -> Text:
    parts = [part for part in (name.given, name.father) if part]
    return _if_any((", " if comma else " ").join(parts))


def _if_any(text: str) -> Text:
    return literal(text) if text else ()


def said_born(born: PartialDate, words: PaperWords) -> str:
    """Say when he was born: in figures where the day is known, the year alone where it is not."""
    if born.edtf is None:
        return words.quoted(born.text) if born.text else words.say("not stated")
    return in_words(born, words.lang, case="figures", nbsp=True)


def said_seen(seen: PartialDate, words: PaperWords) -> str:
    """Say when he was last seen or captured, as short as is true."""
    if seen.edtf is None:
        return words.say("day not stated")
    return in_words(seen, words.lang, case="table", nbsp=True)


def place_words(man: ListedMan, words: PaperWords) -> str:
    """Name the settlement."""
    return man.place.best(words.lang) or words.say("place not stated")


def rank_words(man: ListedMan, words: PaperWords) -> str:
    """Name his rank; one that was never put under a code stands as it was written."""
    if not man.rank:
        return words.say("not stated")
    return words.label("rank", man.rank) if man.rank in codes("rank") else man.rank


def basis_words(basis: Sequence[ListBasis]) -> str:
    """Give the codes in their fixed order: V W."""
    return " ".join(one.value for one in ListBasis if one in basis)
