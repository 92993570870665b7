"""What closes a file: exhibits, what is not known, who signs."""

from __future__ import annotations

from app.reports.document import (
    Certification,
    Column,
    DataTable,
    Run,
    Signatory,
    TableRow,
    Text,
    literal,
    plain,
)
from app.reports.sections.desk import Desk, Part
from app.reports.sections.title import minimum_point
from app.reports.translations import translated
from app.shapes.case_report import ExhibitNote, OpenQuestion

NOT_KNOWN_WIDTH, STEP_WIDTH, WHO_WIDTH = 50, 65, 50
NUMBER_WIDTH, TITLE_WIDTH, ORIGIN_WIDTH, HASH_WIDTH = 32, 48, 48, 37


def exhibits(desk: Desk) -> Part | None:
    """Make the list of exhibits: what each is, where it came from, and its hash in fours."""
    if not desk.case.exhibits:
        return None
    words = desk.words
    columns = (
        Column(words.say("Exhibit"), NUMBER_WIDTH),
        Column(words.say("What it is"), TITLE_WIDTH),
        Column(words.say("Where it came from"), ORIGIN_WIDTH),
        Column("SHA-256", HASH_WIDTH),
    )
    rows = tuple(
        TableRow(
            (
                _exhibit_number(desk, exhibit),
                _what_it_is(desk, exhibit),
                _came_from(desk, exhibit),
                literal(_in_fours(exhibit.sha256) or words.say("not recorded")),
            )
        )
        for exhibit in desk.case.exhibits
    )
    return Part(words.say("Exhibits"), (DataTable(columns, rows),))


def _exhibit_number(desk: Desk, exhibit: ExhibitNote) -> Text:
    mark = desk.citations.exhibit(exhibit.key)
    return (Run(f"{mark}\n", bold=True, literal=True), Run(exhibit.number, literal=True))


def _what_it_is(desk: Desk, exhibit: ExhibitNote) -> Text:
    words = desk.words
    title = exhibit.title or words.say("not recorded")
    dated = words.when(exhibit.dated) if exhibit.dated else words.say("date not recorded")
    kind = words.label("exhibit_kind", exhibit.kind) if exhibit.kind else ""
    told = [title, kind, dated, *(translated(words, one) for one in exhibit.translations)]
    return literal("\n".join(part for part in told if part))


def _came_from(desk: Desk, exhibit: ExhibitNote) -> Text:
    words = desk.words
    origin = exhibit.origin or words.say("not known")
    received = words.say("date of receipt not recorded")
    if exhibit.received:
        received = words.say("received {date}", date=words.when(exhibit.received))
    lacking = ""
    if exhibit.minimum not in {"", "GREEN"}:
        lacking = words.label("exhibit_minimum", exhibit.minimum)
    return literal("\n".join(part for part in (origin, received, lacking) if part))


def _in_fours(digest: str) -> str:
    return " ".join(digest[at : at + 4] for at in range(0, len(digest), 4))


def gaps(desk: Desk) -> Part | None:
    """Make the table of what is not known and who does what about it, by when."""
    words = desk.words
    rows = [_open(desk, question) for question in desk.case.open_questions]
    rows += [_lacking(desk, code) for code in desk.case.minimum_missing]
    if not rows:
        return None
    columns = (
        Column(words.say("Not known"), NOT_KNOWN_WIDTH),
        Column(words.say("Next step"), STEP_WIDTH),
        Column(words.say("Who, by when"), WHO_WIDTH),
    )
    return Part(words.say("What is not known"), (DataTable(columns, tuple(rows)),))


def certification(desk: Desk) -> Part:
    """Make the place for two signatures and the seal."""
    words, context = desk.words, desk.context
    signatories = (
        Signatory(words.say("Prepared by"), context.prepared_by.name, context.prepared_by.function),
        Signatory(words.say("Checked by"), context.checked_by.name, context.checked_by.function),
    )
    block = Certification(
        signatories,
        words.say("signature"),
        words.say("date"),
        words.say("L. S."),
    )
    return Part(words.say("Certification"), (block,))


def _open(desk: Desk, question: OpenQuestion) -> TableRow:
    words = desk.words
    step = question.next_step or words.say("no step set")
    return TableRow((plain(question.what), plain(step), _who(desk, question)))


def _who(desk: Desk, question: OpenQuestion) -> Text:
    words = desk.words
    who = question.who or words.say("nobody yet")
    if question.due is None:
        return literal(who)
    due = words.day(question.due)
    if question.due < desk.case.status_as_of:
        overdue = words.say("{who}, overdue since {date}", who=who, date=due)
        return (Run(overdue, bold=True, literal=True),)
    return literal(words.say("{who}, {date}", who=who, date=due))


def _lacking(desk: Desk, code: str) -> TableRow:
    words = desk.words
    cells = (plain(minimum_point(desk, code)), words.say("no step set"), words.say("nobody yet"))
    return TableRow((cells[0], plain(cells[1]), plain(cells[2])))
