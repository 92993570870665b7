"""The accounting sheet on paper: the sum with its case numbers, what others said beside it.

A sheet that does not add up says so in its total line; no difference is invented for a range, for
"about" or for words.
"""

from __future__ import annotations

from collections.abc import Sequence

from app.reports.chart_blocks import BarChart, BarRow
from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Column,
    DataTable,
    Document,
    Prose,
    SectionHead,
    SheetTitle,
    TableRow,
    Text,
    literal,
    plain,
    strong,
)
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.paper_words import NBSP, PaperWords
from app.search.fold import fold
from app.shapes.accounting import SheetLine
from app.shapes.accounting_paper import AccountingPaper
from app.shapes.incidents import ClaimView
from app.wording.accounting import contested_said, notes_said, scope_said, total_said
from app.wording.claims import difference_figure, explained, number_said
from app.wording.number_ranges import in_ranges, shared_head
from app.wording.vocabulary import label
from models.vocabulary.partial_date import PartialDate

VERSION = "1.1"
FEWEST_BARS = 2
MOST_NUMBERS = 400
"""Case numbers printed beside a line; of more only how many there are."""


def accounting_document(paper: AccountingPaper, lang: str, context: PaperContext) -> Document:
    """Make the sheet in `lang` (en, hy, ru)."""
    words = PaperWords(lang)
    t = words.translator
    parts: list[Sequence[Block]] = [_sum(paper, words)]
    if paper.answers:
        parts.append(_answers(paper, words))
    if paper.measures.rows:
        parts.append(_measures(paper, words))
    if paper.claims:
        parts.append(_claims(paper, words))
    if paper.returns:
        parts.append(_returns(paper, words))
    blocks: list[Block] = [_title(paper, words)]
    for number, (head, *rest) in enumerate(parts, 1):
        if isinstance(head, SectionHead):
            blocks += [SectionHead(number, head.title), *rest]
    furniture = sheet_furniture(
        words,
        context,
        document_type=words.say("Accounting sheet"),
        scope=words.say("staff only"),
        about=paper.name.number,
        template="accounting",
        version=VERSION,
        digest=digest_of(paper),
    )
    return office_sheet(
        words,
        context,
        furniture,
        words.say("Accounting sheet {about}", about=paper.name.number or scope_said(paper.name, t)),
        tuple(blocks),
    )


def _title(paper: AccountingPaper, words: PaperWords) -> SheetTitle:
    t, sheet = words.translator, paper.sheet
    when = words.when(paper.occurred) if paper.occurred.is_known else ""
    title = paper.name.title_in(words.lang)
    question = words.quoted(paper.name.question) if paper.name.question else ""
    under = ", ".join(
        filter(None, (title or ("" if question else scope_said(paper.name, t)), when))
    )
    known = (
        words.say("As known now.")
        if sheet.as_known is None
        else words.sentence(words.say("As known on {day}", day=words.day(sheet.as_known)))
    )
    told = words.say_n("It counts {n} man.", "It counts {n} men.", sheet.total)
    lines = [f"{told} {known}"]
    if question:
        lines.insert(0, words.say("Whom the register means by {question}", question=question))
    return SheetTitle(words.say("Accounting sheet"), under, tuple(lines))


def _sum(paper: AccountingPaper, words: PaperWords) -> Sequence[Block]:
    every = [number for numbers in paper.numbers.values() for number in numbers]
    head = shared_head(every)
    shown = words.say("Cases {head}…", head=head) if head else words.say("Cases")
    t, sheet = words.translator, paper.sheet
    rows = tuple(
        TableRow(
            (
                _named(line, words),
                literal(("+" + NBSP if at else "") + t.number(line.count), bold=True),
                literal(_numbers(paper.numbers.get(line.key, ()), head, line, words)),
            )
        )
        for at, line in enumerate(sheet.lines)
    )
    adds_up = (
        words.say("each counted once; none in two lines, none left out")
        if sheet.adds_up
        else words.say(
            "DOES NOT ADD UP: the lines sum to {sum}, the cases are {total}. Not to be issued.",
            sum=t.number(sheet.summed),
            total=t.number(sheet.total),
        )
    )
    total = TableRow(
        (
            strong(total_said(sheet.scope, t)),
            literal("=" + NBSP + t.number(sheet.total), bold=True),
            plain("") if sheet.adds_up else strong(adds_up),
        )
    )
    table = DataTable(
        (Column("", 76), Column(words.say("Men"), 24, right=True), Column(shown, 70)),
        rows,
        total=total,
    )
    notes = [Prose(plain(note), "note") for note in notes_said(sheet, t)]
    if sheet.adds_up:
        notes.insert(0, Prose(plain(words.sentence(adds_up))))
    bars = _bars(paper, words)
    return (SectionHead(0, words.say("The sum")), table, *notes, *bars)


def _bars(paper: AccountingPaper, words: PaperWords) -> tuple[BarChart, ...]:
    """Draw the lines of a sum that adds up; a wrong sum gets no picture."""
    t, sheet = words.translator, paper.sheet
    if not sheet.adds_up or len(sheet.lines) < FEWEST_BARS:
        return ()
    rows = tuple(
        BarRow(words.label("accounting", line.key.value), t.number(line.count), line.count)
        for line in sheet.lines
    )
    under = words.say_n(
        "The lines of the sum as bars: together {n} man.",
        "The lines of the sum as bars: together {n} men.",
        sum(row.count for row in rows),
    )
    return (BarChart(rows, under),)


def _named(line: SheetLine, words: PaperWords) -> Text:
    told = words.label("accounting", line.key.value)
    meaning = label("accounting", line.key.value, words.lang, "help")
    more = contested_said(line, words.translator)
    below = "; ".join(filter(None, (meaning, more)))
    return (*strong(told), *plain(f" – {below}")) if below else strong(told)


def _numbers(numbers: Sequence[str], head: str, line: SheetLine, words: PaperWords) -> str:
    hidden = line.count - len(numbers)
    if len(numbers) > MOST_NUMBERS:
        return words.say("too many to print here; the table of names lists them")
    shown = " ".join(in_ranges(numbers, head))
    if hidden > 0:
        without = words.say_n("{n} without number", "{n} without number", hidden)
        return f"{shown} · {without}" if shown else without
    return shown


def _answers(paper: AccountingPaper, words: PaperWords) -> Sequence[Block]:
    t = words.translator
    rows = [
        TableRow(
            (
                plain(words.label("answered", row.key.value)),
                literal(t.number(row.count), bold=True),
                plain(
                    t.say_n("of them {n} disputed", "of them {n} disputed", row.contested)
                    if row.contested
                    else ""
                ),
            )
        )
        for row in paper.answers
    ]
    table = DataTable(
        (
            Column(words.say("What was answered"), 76),
            Column(words.say("Men"), 24, right=True),
            Column("", 70),
        ),
        tuple(rows),
    )
    return (SectionHead(0, words.say("What was answered about them")), table)


def _measures(paper: AccountingPaper, words: PaperWords) -> Sequence[Block]:
    t = words.translator
    measures = DataTable(
        (
            Column(words.say("Where it stands"), 76),
            Column(words.say("Men"), 24, right=True),
            Column("", 70),
        ),
        tuple(
            TableRow(
                (plain(words.label("r39", value)), literal(t.number(count), bold=True), plain(""))
            )
            for value, count in paper.measures.rows
        ),
    )
    return (SectionHead(0, words.say("Interim measure of the Court (Rule 39)")), measures)


def _claims(paper: AccountingPaper, words: PaperWords) -> Sequence[Block]:
    columns = (
        Column(words.say("Said on, by"), 37),
        Column(words.say("Their words"), 38),
        Column(words.say("They"), 19, right=True),
        Column(words.translator.say_in("our own count", "We"), 12, right=True),
        Column(words.say("Differ"), 19, right=True),
        Column(words.say("Why"), 40),
    )
    rows = tuple(_claim(claim, words) for claim in paper.claims)
    note = words.say(
        "Neither side of this table changes the other. A claim is kept as it was said; our count "
        "is made by name and can be listed for any line above."
    )
    head = SectionHead(0, words.say("What others said, beside our own count for the same words"))
    return (head, DataTable(columns, rows), Prose(plain(note)))


def _claim(claim: ClaimView, words: PaperWords) -> TableRow:
    t, lang = words.translator, words.lang
    said = words.when(claim.said) if claim.said.is_known else words.say("day not known")
    told = " ".join(
        filter(
            None,
            (
                words.quoted(claim.words) if claim.words else "",
                _of_whom(claim, words),
                _as_of(claim, words),
            ),
        )
    )
    they = number_said(claim.form, claim.number_from, claim.number_to, t)
    compared = claim.compared
    if compared is None:
        ours, differ = "–", "–"
        why = words.say("We keep no count of the same definition.")
    else:
        ours, differ = t.number(compared.ours), difference_figure(compared, t)
        why = " ".join(explained(compared, t))
    return TableRow(
        (
            (*plain(f"{said} "), *literal(f"{claim.source.shown(lang)}\u00a0·\u00a0{claim.grade}")),
            plain(told),
            literal(they, bold=True),
            literal(ours, bold=True),
            literal(differ),
            plain(why),
        )
    )


def _of_whom(claim: ClaimView, words: PaperWords) -> str:
    """Say of whom a claim speaks, unless the words it was made in say no less themselves."""
    scope = claim.scope_in(words.lang) or words.label("claim_category", claim.category.value)
    return "" if set(fold(scope).split()) <= set(fold(claim.words).split()) else scope


def _returns(paper: AccountingPaper, words: PaperWords) -> Sequence[Block]:
    """Set the sum of all returns up to a day beside what was claimed until then; alter neither."""
    t = words.translator
    rows = []
    for one in paper.returns:
        claimed = "; ".join(
            f"{number_said(total.form, total.number_from, total.number_to, t)} – "
            f"{total.source.shown(words.lang)}"
            for total in one.claims
        )
        apart = [total.apart for total in one.claims if total.apart is not None]
        rows.append(
            TableRow(
                (
                    plain(words.when(one.occurred)),
                    literal("–" if one.headcount is None else t.number(one.headcount)),
                    literal(t.number(one.sum), bold=True),
                    plain(claimed),
                    literal("; ".join(_signed(gap, words) for gap in apart)),
                )
            )
        )
    table = DataTable(
        (
            Column(words.say("Return of"), 40),
            Column(words.say("As announced"), 24, right=True),
            Column(words.say("Sum to then"), 24, right=True),
            Column(words.say("Total claimed, by whom"), 60),
            Column(words.say("Differ"), 22, right=True),
        ),
        tuple(rows),
    )
    return (SectionHead(0, words.say("Returns, and the totals claimed")), table)


def _signed(gap: int, words: PaperWords) -> str:
    number = words.translator.number(abs(gap))
    return number if gap == 0 else ("+" if gap > 0 else "−") + number


def _as_of(claim: ClaimView, words: PaperWords) -> str:
    """Name the day a claim speaks of, with its true precision, where it is not the day said."""
    as_of: PartialDate = claim.as_of
    if not as_of.is_known or as_of.edtf == claim.said.edtf:
        return ""
    return words.say("(as of {date})", date=words.when(as_of))
