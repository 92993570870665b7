"""Finds the entries that hold words, by whole words or their beginnings, on both databases.

A vault keeps the words in a full-text table without content, an office in an array under an
inverted index. A word is what the search floor makes of a text: opaque here, compared as it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    bindparam,
    cast,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from app.db.dialect import is_sqlite
from models.finding import CaseBrief, FoundThing, KnownWord

_KEPT_PREFIXES = 3
"""Beginnings up to this length are kept as words of their own on a server: to gather all words that
begin with one letter would take longer than a person types the next."""

_CHUNK = 20_000
_WHOLE = "*"
"""Ends a kept beginning; no word does."""

_LAST = "\U0010ffff"


_COMPUTED = frozenset(one.__tablename__ for one in (CaseBrief, FoundThing, KnownWord))


class WordTable(StrEnum):
    """The two indexes there are."""

    CASES = "cases_fts"
    THINGS = "things_fts"


@dataclass(frozen=True, slots=True)
class Form:
    """One thing to look for: a word, or all words that begin so."""

    word: str
    prefix: bool = False


type Groups = Sequence[Sequence[Form]]
"""Every group must be there, by any of its forms."""


def rows_holding(
    session: Session, where: WordTable, groups: Groups, without: Sequence[Select[int]] = ()
) -> Select[int]:
    """Select the row numbers of the entries that hold a form of every group, in no order.

    Rows that one of the selects in `without` gives are left out.
    """
    vault = is_sqlite(session.connection())
    query = bindparam(None, _query(groups, vault=vault), String, unique=True)
    return _holding(where, query, without, vault=vault)


def holding(
    where: WordTable, asked: str, without: Sequence[Select[int]] = (), *, vault: bool
) -> Select[int]:
    """Give `rows_holding` with its question as the parameter `asked`, made by `question`."""
    return _holding(where, bindparam(asked, type_=String), without, vault=vault)


def question(session: Session, groups: Groups) -> str:
    """Put what is looked for as the database of a session takes it."""
    return _query(groups, vault=is_sqlite(session.connection()))


def _holding(
    where: WordTable, query: BindParameter[str], without: Sequence[Select[int]], *, vault: bool
) -> Select[int]:
    if vault:
        found = literal_column(where.value).op("MATCH")(query)
        row: ColumnElement[int] = literal_column("rowid", Integer)
    else:
        found = literal_column("words").op("@@")(cast(query, TSQUERY))
        row = literal_column("row", Integer)
    hidden = [row.not_in(rows) for rows in without]
    return select(row).select_from(table(where.value)).where(found, *hidden)


def _query(groups: Groups, *, vault: bool) -> str:
    return _fts_query(groups) if vault else _ts_query(groups)


def by_index_only(session: Session) -> None:
    """Let a server take no walk through a table for what follows in this transaction.

    It cannot know how rare a word is of which it keeps no statistics, and would rather walk.
    """
    if not is_sqlite(session.connection()):
        session.execute(text("SET LOCAL enable_seqscan = off"))


def put(connection: Connection, where: WordTable, entries: Mapping[int, Collection[str]]) -> None:
    """Keep the words of entries in place of those they had."""
    if not entries:
        return
    if is_sqlite(connection):
        statement = f"INSERT OR REPLACE INTO {where.value} (rowid, words) VALUES (?, ?)"  # noqa: S608  # a closed list
        connection.exec_driver_sql(
            statement, [(row, " ".join(sorted(words))) for row, words in entries.items()]
        )
        return
    connection.execute(
        text(
            f"INSERT INTO {where.value} (row, words) VALUES (:row, array_to_tsvector(:words)) "  # noqa: S608  # a closed list
            "ON CONFLICT (row) DO UPDATE SET words = excluded.words"
        ),
        [{"row": row, "words": _with_beginnings(words)} for row, words in entries.items()],
    )


def drop(connection: Connection, where: WordTable, rows: Iterable[int]) -> None:
    """Forget entries."""
    gone = [{"row": row} for row in rows]
    if gone:
        name = "rowid" if is_sqlite(connection) else "row"
        connection.execute(text(f"DELETE FROM {where.value} WHERE {name} = :row"), gone)  # noqa: S608  # a closed list


def is_of_index(name: str) -> bool:
    """Tell whether a table only serves finding: it is computed from the others."""
    return name in _COMPUTED or "_fts" in name


def empty(connection: Connection, where: WordTable) -> None:
    """Forget everything."""
    connection.execute(text(f"DELETE FROM {where.value}"))  # noqa: S608  # a closed list


def contents(session: Session, where: WordTable) -> Iterator[tuple[int, str]]:
    """Give every entry's row number with each of its words, as they were put."""
    connection = session.connection().execution_options(yield_per=_CHUNK)
    if is_sqlite(connection):
        terms = where.value.replace("_fts", "_terms_fts")
        for row, word in connection.execute(text(f"SELECT doc, term FROM {terms}")):  # noqa: S608  # a closed list
            yield row, word
        return
    held = f"SELECT row, unnest(tsvector_to_array(words)) AS word FROM {where.value}"  # noqa: S608  # a closed list
    for row, word in connection.execute(text(held)):
        if not word.endswith(_WHOLE):
            yield row, word


def beginnings_known(session: Session, role: str, beginnings: Sequence[str]) -> list[str]:
    """Give those of many beginnings with which a known word of a role begins: one look each."""
    if is_sqlite(session.connection()):
        listed, given = "json_each(:given)", json.dumps(beginnings, ensure_ascii=False)
        return _beginnings(session, role, listed, given)
    return _beginnings(session, role, "unnest(CAST(:given AS text[])) AS value", list(beginnings))


def _beginnings(session: Session, role: str, listed: str, given: object) -> list[str]:
    statement = text(
        f"SELECT value FROM {listed} WHERE EXISTS (SELECT 1 FROM known_words "  # noqa: S608  # two fixed lists
        "WHERE role = :role AND word >= value AND word < value || :last)"
    )
    return list(session.scalars(statement, {"given": given, "role": role, "last": _LAST}))


def spelled_out(session: Session, role: str, groups: Groups) -> Groups:
    """Put the words that begin so in the place of a long beginning, where they are few.

    A vault gathers all entries of such a beginning before it looks at the first of them; words it
    walks side by side, past whatever the others leave out. A server does so of itself.
    """
    long = {form.word for group in groups for form in group if _is_long_beginning(form)}
    if not long or not is_sqlite(session.connection()):
        return groups
    known: dict[str, list[str]] = {beginning: [] for beginning in long}
    given = json.dumps(sorted(long), ensure_ascii=False)
    rows = session.execute(
        _BEGINNING, {"given": given, "role": role, "last": _LAST, "most": _MOST_BEGINNING}
    ).all()
    if len(rows) == _MOST_BEGINNING:
        return groups
    for beginning, word in rows:
        known[beginning].append(word)
    return [_with_words(group, known) for group in groups]


def _with_words(group: Sequence[Form], known: Mapping[str, Sequence[str]]) -> Sequence[Form]:
    found: dict[Form, None] = {}
    for form in group:
        words = known.get(form.word, ()) if form.prefix else ()
        few = 0 < len(words) <= _FEW_WORDS
        found |= dict.fromkeys(map(Form, words)) if few else {form: None}
    return tuple(found)


def _is_long_beginning(form: Form) -> bool:
    return form.prefix and len(form.word) > _LISTED_PREFIXES and not _FIGURE.search(form.word)


_LISTED_PREFIXES = 4
"""A vault keeps a list of entries for each beginning up to this length (migrations/helpers.py)."""
_FEW_WORDS, _MOST_BEGINNING = 24, 600
_FIGURE = re.compile(r"\d")
_BEGINNING = text(
    "SELECT value, word FROM json_each(:given) CROSS JOIN known_words "
    "WHERE role = :role AND word >= value AND word < value || :last LIMIT :most"
)


def count_words(connection: Connection, changes: Mapping[tuple[str, str], int]) -> None:
    """Count words up and down in how many entries they occur, by role and word.

    Everybody takes them in one order, so that two who save at once do not wait in a ring.
    """
    changed = [(role, word, by) for (role, word), by in sorted(changes.items()) if by]
    fewer = [(role, word) for role, word, by in changed if by < 0]
    for statement, rows in ((_COUNT, changed), (_FORGET, fewer)):
        if rows:
            mark = "?" if is_sqlite(connection) else "%s"
            connection.exec_driver_sql(statement.replace("?", mark), list(rows))


_COUNT = (
    "INSERT INTO known_words (role, word, uses) VALUES (?, ?, ?) "
    "ON CONFLICT (role, word) DO UPDATE SET uses = known_words.uses + excluded.uses"
)
_FORGET = "DELETE FROM known_words WHERE role = ? AND word = ? AND uses <= 0"


def _fts_query(groups: Groups) -> str:
    return " AND ".join(f"({' OR '.join(_fts_form(form) for form in group)})" for group in groups)


def _fts_form(form: Form) -> str:
    return f'"{form.word}"*' if form.prefix else f'"{form.word}"'


def _ts_query(groups: Groups) -> str:
    return " & ".join(f"({' | '.join(_ts_form(form) for form in group)})" for group in groups)


def _ts_form(form: Form) -> str:
    if not form.prefix:
        return f"'{form.word}'"
    if len(form.word) <= _KEPT_PREFIXES:
        return f"'{form.word}{_WHOLE}'"
    return f"'{form.word}':*"


def _with_beginnings(words: Collection[str]) -> list[str]:
    found = set(words)
    for word in words:
        found.update(f"{word[:n]}{_WHOLE}" for n in range(1, min(len(word), _KEPT_PREFIXES) + 1))
    return sorted(found)
