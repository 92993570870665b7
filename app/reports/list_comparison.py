"""The comparison of two lists: who is on one only, who is written or answered otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Column,
    DataTable,
    Document,
    FactRow,
    Facts,
    Prose,
    SectionHead,
    SheetTitle,
    TableRow,
    Text,
    literal,
    plain,
)
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.paper_words import PaperWords
from app.shapes.lists import ListDifference, ListSide, RowChange, RowPair, RowView
from models.vocabulary.date_words import in_words

TEMPLATE: Final = "list-comparison"
VERSION: Final = "1.0"
WIDTH, ROW = 261.0, 16.0  # in mm


def list_comparison_document(
    found: ListDifference, words: PaperWords, context: PaperContext
) -> Document:
    """Lay out two lists held against each other, on landscape pages."""
    a, b = found.a.version.named, found.b.version.named
    title = words.say("Lists {a} and {b} compared", a=a, b=b)
    furniture = sheet_furniture(
        words,
        context,
        document_type=words.say("Comparison of lists"),
        scope=words.say("staff only"),
        about=f"{a} · {b}",
        template=TEMPLATE,
        version=VERSION,
        digest=digest_of(found),
    )
    return office_sheet(
        words, context, furniture, title, tuple(_blocks(found, title, words)), landscape=True
    )


def _blocks(found: ListDifference, title: str, words: PaperWords) -> Iterator[Block]:
    yield SheetTitle(
        title,
        words.say_n("{n} person on both", "{n} people on both", len(found.pairs)),
        (
            words.say(
                "Names stand as they were received. Rows are matched by what was decided, else by "
                "how names sound in any script. A name on a list is not a man at home."
            ),
            words.say("Who differs in several things stands once, under the weightiest of them."),
        ),
    )
    yield Facts((_side(found.a, words), _side(found.b, words)))
    number = 0
    for head, block in _parts(found, words):
        number += 1
        yield SectionHead(number, head)
        yield block
    if not number:
        yield Prose(plain(words.say("The two say the same.")))
    if found.left_out:
        yield Prose(
            plain(
                words.say_n(
                    "{n} row that names nobody was left out: a heading, a sum, a remark.",
                    "{n} rows that name nobody were left out: headings, sums, remarks.",
                    found.left_out,
                )
            )
        )


def _parts(found: ListDifference, words: PaperWords) -> Iterator[tuple[str, Block]]:
    """Give the parts that hold anybody, each under its head with how many they are."""
    a, b = found.a.version.named, found.b.version.named
    if found.same_list:
        only_b, only_a = words.say("Added in {b}", b=b), words.say("Removed since {a}", a=a)
    else:
        only_b = words.say("On {b}, not on {a}", a=a, b=b)
        only_a = words.say("On {a}, not on {b}", a=a, b=b)
    unclear = (*found.unclear_a, *found.unclear_b)
    alone = (
        (only_b, found.only_b),
        (only_a, found.only_a),
        (words.say("Fits several rows of the other list: a person decides"), unclear),
    )
    heads = {
        RowChange.MAN: words.say("Decided to mean two different people"),
        RowChange.REPLY: words.say("Answered differently"),
        RowChange.SPELLING: words.say("Spelled differently"),
        RowChange.DETAIL: words.say("Other details differ"),
    }
    for head, rows in alone[:2]:
        if rows:
            yield f"{head} · {len(rows)}", _rows(rows, words)
    for change, head in heads.items():
        pairs = [pair for pair in found.pairs if _weightiest(pair, heads) is change]
        if pairs:
            yield f"{head} · {len(pairs)}", _pairs(pairs, a, b, words)
    for head, rows in alone[2:]:
        if rows:
            yield f"{head} · {len(rows)}", _rows(rows, words)
    same = [pair for pair in found.pairs if not pair.changes]
    nobody = [pair.b for pair in same if not pair.a.tied and not pair.b.tied]
    if nobody:  # all others stand above, and their rows say so
        head = words.say("The same on both, and nobody of ours")
        yield f"{head} · {len(nobody)}", _rows(nobody, words)


def _weightiest(pair: RowPair, changes: Iterable[RowChange]) -> RowChange | None:
    return next((one for one in changes if one in pair.changes), None)


def _side(side: ListSide, words: PaperWords) -> FactRow:
    kind = words.label("list_type", side.list.kind.value)
    issuer = side.list.issuer.shown(words.lang) if side.list.issuer else ""
    said = [
        side.list.title,
        kind,
        issuer,
        words.when(side.version.dated) if side.version.dated.edtf else "",
        words.say_n("{n} row", "{n} rows", side.version.rows),
        words.say("hash {sha}", sha=side.version.sha256[:16]),
    ]
    return FactRow(side.version.named, literal(" · ".join(filter(None, said))))


def _rows(rows: Sequence[RowView], words: PaperWords) -> DataTable:
    """Set rows as they were received; what none of them says has no column."""
    told: list[tuple[str, float, list[Text]]] = [
        (words.say("Father"), 38, [literal(row.father) for row in rows]),
        (words.say("Born"), 26, [literal(_born(row, words)) for row in rows]),
        (words.say("Answer"), 29, [plain(_answer(row, words)) for row in rows]),
    ]
    told = [one for one in told if any(run.text for text in one[2] for run in text)]
    spare = (WIDTH - ROW - sum(width for _, width, _ in told)) / 2
    return DataTable(
        columns=(
            Column(words.say("Row"), ROW, right=True),
            Column(words.say("As received, word for word"), spare),
            *(Column(head, width) for head, width, _ in told),
            Column(words.say("Our case"), spare),
        ),
        rows=tuple(
            TableRow(
                (
                    literal(str(row.row_no)),
                    literal(row.name, bold=True),
                    *(texts[at] for _, _, texts in told),
                    _man(row, words),
                )
            )
            for at, row in enumerate(rows)
        ),
    )


def _pairs(pairs: Sequence[RowPair], a: str, b: str, words: PaperWords) -> DataTable:
    return DataTable(
        columns=(
            Column(words.say("Row"), 16, right=True),
            Column(a, 76),
            Column(words.say("Row"), 16, right=True),
            Column(b, 76),
            Column(words.say("Our case"), 77),
        ),
        rows=tuple(
            TableRow(
                (
                    literal(str(pair.a.row_no)),
                    _told(pair.a, words),
                    literal(str(pair.b.row_no)),
                    _told(pair.b, words),
                    _man(pair.b if pair.b.tied else pair.a, words),
                )
            )
            for pair in pairs
        ),
    )


def _told(row: RowView, words: PaperWords) -> Text:
    more = [row.father, _born(row, words), row.rank, row.unit, row.said, _answer(row, words)]
    rest = " · ".join(filter(None, more))
    return (*literal(row.name, bold=True), *literal(f" · {rest}" if rest else ""))


def _born(row: RowView, words: PaperWords) -> str:
    """Give the date as it was received; what was received in signs of ours in words."""
    birth = row.birth
    if birth.edtf is None or birth.text not in {"", birth.edtf}:
        return birth.text
    return in_words(birth, words.lang, case="figures")


def _answer(row: RowView, words: PaperWords) -> str:
    return words.label("list_reply", row.reply.value) if row.reply else ""


def _man(row: RowView, words: PaperWords) -> Text:
    if row.man is not None:
        return (*literal(row.man.number), *literal(f"  {row.man.name}"))
    return plain(words.say("a case of limited access") if row.hidden else words.say("nobody yet"))
