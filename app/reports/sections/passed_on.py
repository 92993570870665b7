"""What was passed on about a man, to whom and why: papers copy by copy, lists, exhibits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.clock import OFFICE_ZONE
from app.reports.document import (
    Block,
    Column,
    DataTable,
    Prose,
    Run,
    TableRow,
    Text,
    literal,
    plain,
)
from app.reports.paper_words import PaperWords
from app.reports.sections.desk import Part
from app.shapes.subject_access import CopyPassedOn, ExhibitPassedOn, HeldOnHim, ListPassedOn
from app.wording.paper_names import paper_name

COPY, PAPER, WHOM = 38, 56, 71
_FOURS = 8  # on a line


def passed_on(held: HeldOnHim, words: PaperWords) -> Iterator[Part]:
    """Make a section of papers, which always stands, and those of lists and of exhibits."""
    none = words.say("No paper on him has left this office.")
    if held.case.asked:  # letters that went about him are not papers of this register
        none = words.say("The log of papers names none on him. Whom the office wrote to is below.")
    papers: Block = Prose(plain(none), "text")
    if held.copies:
        papers = DataTable(
            (
                Column(words.say("Copy"), COPY),
                Column(words.say("What it told"), PAPER),
                Column(words.say("To whom, what for, SHA-256"), WHOM),
            ),
            tuple(_copy(one, words) for one in held.copies),
        )
    yield Part(words.say("Papers that were passed on"), (papers,))
    if held.lists:
        yield Part(words.say("Lists on which he was passed on"), (_lists(held.lists, words),))
    if held.exhibits:
        title = words.say("Copies of exhibits that were passed on")
        yield Part(title, (_exhibits(held.exhibits, words),))


# --- papers


def _copy(one: CopyPassedOn, words: PaperWords) -> TableRow:
    return TableRow((_which(one, words), _told(one, words), _whom(one, words)))


def _which(one: CopyPassedOn, words: PaperWords) -> Text:
    lines = [words.say("copy {copy} of {copies}", copy=one.copy_no, copies=one.copies)]
    if one.issued_at is not None:
        lines.append(words.say("issued {date}", date=_day(one.issued_at, words)))
    if one.reprint_of:
        lines.append(words.say("a reprint of {number}", number=one.reprint_of))
    if one.supersedes and not one.reprint_of:
        lines.append(words.say("takes the place of {number}", number=one.supersedes))
    if one.superseded_by:
        lines.append(words.say("superseded by {number}", number=one.superseded_by))
    if not one.handed_out:
        lines.append(words.say("not handed out yet"))
    return (Run(one.number, bold=True, literal=True), *literal("\n" + "\n".join(lines)))


def _told(one: CopyPassedOn, words: PaperWords) -> Text:
    name = paper_name(one.audience, one.template, words.translator)
    sections = ", ".join(words.inside(words.label("paper_section", s)) for s in one.sections)
    everything = words.say("all that this reader gets")
    pages = words.say_n("{n} page", "{n} pages", one.pages)
    lines = [
        f"{_language(one.language, words)}, {pages}",
        words.say("sections: {sections}", sections=sections or everything),
        words.say(
            "template {template}, version {version}",
            template=one.template,
            version=one.template_version,
        ),
    ]
    if one.facts_as_of is not None:
        lines.append(words.say("facts as of {date}", date=_day(one.facts_as_of, words)))
    return (Run(name, bold=True), *plain("\n" + "\n".join(lines)))


def _language(code: str, words: PaperWords) -> str:
    return {
        "en": words.say("in English"),
        "hy": words.say("in Armenian"),
        "ru": words.say("in Russian"),
    }.get(code, code)


def _whom(one: CopyPassedOn, words: PaperWords) -> Text:
    whom = one.recipient or words.say("a member of his family")
    lines = [
        one.purpose or words.say("purpose not told: it names other people"),
        words.say("basis: {basis}", basis=words.inside(words.label("legal_basis", one.basis))),
    ]
    told = plain("\n" + "\n".join(lines))
    return (Run(whom, bold=True, literal=True), *told, *_hash(one.sha256))


# --- lists and exhibits


def _lists(lists: tuple[ListPassedOn, ...], words: PaperWords) -> DataTable:
    columns = (
        Column(words.say("List"), COPY),
        Column(words.say("Passed on"), PAPER),
        Column(words.say("To whom, SHA-256"), WHOM),
    )
    rows = tuple(
        TableRow(
            (
                literal(one.number, bold=True),
                plain(f"{words.label('list_type', one.kind)}\n{words.when(one.passed_on)}"),
                (*literal(one.recipient or words.say("not recorded")), *_hash(one.sha256)),
            )
        )
        for one in lists
    )
    return DataTable(columns, rows)


def _exhibits(exhibits: tuple[ExhibitPassedOn, ...], words: PaperWords) -> DataTable:
    columns = (
        Column(words.say("Exhibit"), COPY),
        Column(words.say("What was done"), PAPER),
        Column(words.say("To whom, what for, SHA-256"), WHOM),
    )
    rows = tuple(
        TableRow(
            (
                literal(one.number, bold=True),
                plain(f"{words.label('custody_action', one.action)}\n{_day(one.at, words)}"),
                (*plain(one.why or words.say("not recorded")), *_hash(one.sha256)),
            )
        )
        for one in exhibits
    )
    return DataTable(columns, rows)


def _hash(digest: str) -> Text:
    return literal(f"\n{in_fours(digest)}") if digest else ()


def _day(moment: datetime, words: PaperWords) -> str:
    return words.day(moment.astimezone(OFFICE_ZONE).date())


def in_fours(digest: str) -> str:
    """Part a hash into fours, so many on a line, so that an eye can compare it."""
    fours = [digest[at : at + 4] for at in range(0, len(digest), 4)]
    lines = (fours[at : at + _FOURS] for at in range(0, len(fours), _FOURS))
    return "\n".join(" ".join(line) for line in lines)
