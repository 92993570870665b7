"""The change page of a negotiation list: who was added, who is gone, what is told otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Column,
    DataTable,
    Prose,
    SectionHead,
    SheetTitle,
    TableRow,
    literal,
    plain,
)
from app.reports.negotiation_rows import (
    basis_words,
    men_table,
    place_words,
    rank_words,
    said_born,
    said_seen,
)
from app.reports.paper_words import PaperWords
from app.shapes.negotiation import (
    Detail,
    ListChanges,
    ListedMan,
    ListedName,
    ListedVersion,
    NegotiationList,
    ToldOtherwise,
)


def change_page(
    changes: ListChanges,
    listed: NegotiationList,
    before: ListedVersion,
    words: PaperWords,
    context: PaperContext,
) -> Iterator[Block]:
    """Set what changed since the version before; parts that hold nobody are left out."""
    yield SheetTitle(
        words.say(
            "Changes from version {before} to version {no}",
            before=before.version_no,
            no=listed.now.version_no,
        ),
        lines=(
            words.say(
                "Version {before} of {day}: {men}. Version {no} of {date}: {men_now}.",
                before=before.version_no,
                day=words.when(before.dated),
                men=words.say_n("{n} person", "{n} people", len(before.men)),
                no=listed.now.version_no,
                date=words.when(listed.now.dated),
                men_now=words.say_n("{n} person", "{n} people", len(listed.now.men)),
            ),
        ),
    )
    if not changes:
        yield Prose(plain(words.say("Both versions say the same of everybody.")))
    number = 0
    if changes.added:
        number += 1
        count = len(changes.added)
        yield SectionHead(number, words.say_n("Added: {n} person", "Added: {n} people", count))
        yield men_table(changes.added, listed, words, context)
    if changes.removed:
        number += 1
        head = words.say_n(
            "Removed: {n} person, under the number of version {before}",
            "Removed: {n} people, under the numbers of version {before}",
            len(changes.removed),
            before=before.version_no,
        )
        yield SectionHead(number, head)
        yield men_table(changes.removed, listed, words, context)
    if changes.changed:
        number += 1
        count = len(changes.changed)
        yield SectionHead(number, words.say_n("Changed: {n} person", "Changed: {n} people", count))
        yield _changed(changes.changed, listed, before, words)


def _changed(
    changed: tuple[ToldOtherwise, ...],
    listed: NegotiationList,
    before: ListedVersion,
    words: PaperWords,
) -> DataTable:
    rows = []
    for told in changed:
        for at, detail in enumerate(told.details):
            man = told.now.man
            first = at == 0
            rows.append(
                TableRow(
                    (
                        literal(str(told.now.no) if first else "", bold=True),
                        literal(_shown(_name_in(man, words.lang)) if first else "", bold=True),
                        plain(_detail_words(detail, words)),
                        literal(_value(told.before.man, man, detail, words)),
                        literal(_value(man, told.before.man, detail, words)),
                    )
                )
            )
    return DataTable(
        columns=(
            Column(words.say("No."), 14),
            Column(words.say("Name"), 62),
            Column(words.say("What"), 45),
            Column(words.say("In version {no}", no=before.version_no), 70),
            Column(words.say("In version {no}", no=listed.now.version_no), 70),
        ),
        rows=tuple(rows),
    )


def _detail_words(detail: Detail, words: PaperWords) -> str:
    return {
        Detail.NAME: words.say("name"),
        Detail.BORN: words.say("born"),
        Detail.RANK: words.say("rank"),
        Detail.UNIT: words.say("unit"),
        Detail.SEEN: words.say("day last seen or captured"),
        Detail.PLACE: words.say("place last seen or captured"),
        Detail.BASIS: words.say("basis"),
        Detail.URGENT: words.say("urgent medical need"),
        Detail.REMARK: words.say("remark"),
    }[detail]


def _value(man: ListedMan, other: ListedMan, detail: Detail, words: PaperWords) -> str:
    """Say what one version has of him; of names only those that the other writes otherwise."""
    pairs = ((man.hy, other.hy), (man.ru, other.ru), (man.en, other.en))
    names = [_shown(name) for name, written in pairs if name != written]
    if man.passport != other.passport:
        names.append(man.passport)
    return {
        Detail.NAME: " / ".join(filter(None, names)) or words.say("not stated"),
        Detail.BORN: said_born(man.born, words),
        Detail.RANK: rank_words(man, words),
        Detail.UNIT: man.unit.best(words.lang) or words.say("not stated"),
        Detail.SEEN: said_seen(man.seen, words),
        Detail.PLACE: place_words(man, words),
        Detail.BASIS: basis_words(man.basis) or words.say("not stated"),
        Detail.URGENT: words.say("yes") if man.urgent else words.say("no"),
        Detail.REMARK: man.remark or words.say("none"),
    }[detail]


def _name_in(man: ListedMan, lang: str) -> ListedName:
    """Give the name that whoever reads this language looks for."""
    own = {"hy": man.hy, "ru": man.ru}.get(lang, man.en)
    return own or man.hy or man.en or man.ru


def _shown(name: ListedName) -> str:
    return " ".join(filter(None, (name.upper, name.given, name.father)))
