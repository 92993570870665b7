"""The negotiation list (`domain.md` 6 (d)): a man a row, agreed facts alone, numbered versions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from app.reports.audience import Paper
from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Document,
    Prose,
    Run,
    SheetTitle,
    plain,
)
from app.reports.listed_men import in_order, listed_man
from app.reports.long_blocks import NewPage
from app.reports.negotiation_changes import change_page
from app.reports.negotiation_rows import men_table
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.page_furniture import class_and_scope
from app.reports.paper_words import PaperWords
from app.shapes.case_report import CaseReport
from app.shapes.negotiation import ListedVersion, NegotiationList, Numbered, changes_between
from models.vocabulary.lists import ListBasis
from models.vocabulary.papers import Audience
from models.vocabulary.partial_date import PartialDate

TEMPLATE: Final = "negotiation-list"
VERSION: Final = "1.0"
LONGEST_RECIPIENT: Final = 70
"""Letters of a recipient in the head of the page; a longer one stands at the foot and margin."""

_A_RANGE: Final = 2


def negotiation_list(
    men: tuple[CaseReport, ...], lang: str, context: PaperContext, _paper: Paper
) -> Document:
    """Lay out men who are not drawn up as a list of the register: without number and version."""
    return negotiation_paper(unnumbered(men, context), lang, context)


def unnumbered(men: Sequence[CaseReport], context: PaperContext) -> NegotiationList:
    """Give men who are not drawn up as a list of the register, in the order of lists."""
    day = PartialDate.on(context.facts_as_of.date())
    now = ListedVersion(0, day, in_order(map(listed_man, men)))
    return NegotiationList("", now, sample=any(case.sample for case in men))


def negotiation_paper(listed: NegotiationList, lang: str, context: PaperContext) -> Document:
    """Lay out one version of a list with the page of what changed since the one before."""
    words = PaperWords(lang)
    kind = words.say("Negotiation list")
    if context.recipient and len(context.recipient) <= LONGEST_RECIPIENT:
        kind = words.say("Negotiation list – for {recipient}", recipient=context.recipient)
    class_word, scope = class_and_scope(words, Audience.NEGOTIATION)
    furniture = sheet_furniture(
        words,
        context,
        document_type=kind,
        scope=scope,
        about=listed.named or words.say("without a number"),
        template=TEMPLATE,
        version=VERSION,
        digest=digest_of(listed),
    )
    furniture = replace(furniture, class_word=class_word)
    title = " ".join(filter(None, (words.say("Negotiation list"), listed.named)))
    blocks = tuple(_blocks(listed, words, context))
    return office_sheet(words, context, furniture, title, blocks, landscape=True)


def _blocks(listed: NegotiationList, words: PaperWords, context: PaperContext) -> Iterator[Block]:
    now, before = listed.now, listed.before
    changes = changes_between(before, now) if before is not None else None
    title = words.say("Negotiation list")
    if listed.named:
        title = words.say(
            "Negotiation list {number}, version {no}", number=listed.number, no=now.version_no
        )
    yield SheetTitle(
        title,
        lines=(" ".join(_of_version(listed, words)),),
        total=words.say_n("{n} person", "{n} people", len(now.men)),
        total_note=words.say("agreed minimum of data"),
    )
    yield Prose(_totals(now, words), "note")
    men = tuple(Numbered(no, man) for no, man in enumerate(now.men, start=1))
    yield men_table(men, listed, words, context)
    yield Prose(
        plain(
            words.say(
                "Order: the Armenian alphabet. A year alone means that day and month are not "
                "known. Dates are as exact as they were said; places are named by settlement. "
                "Nothing in this list is a statement about the status of any territory or person."
            )
        ),
        "note",
    )
    if changes is not None and before is not None:
        yield NewPage()
        yield from change_page(changes, listed, before, words, context)


def _of_version(listed: NegotiationList, words: PaperWords) -> Iterator[str]:
    """Say which version it is, what it takes the place of, and in a breath what changed."""
    now, before = listed.now, listed.before
    if not listed.named:
        yield words.say("It is no list of the register yet and has neither number nor version.")
        return
    if before is None:
        yield words.say(
            "Version {no} of {date}. There is none before it.",
            no=now.version_no,
            date=words.when(now.dated),
        )
        return
    yield words.say(
        "Version {no} of {date} supersedes version {before} of {day}.",
        no=now.version_no,
        date=words.when(now.dated),
        before=before.version_no,
        day=words.when(before.dated),
    )
    changes = changes_between(before, now)
    if changes.added:
        numbers = _numbers(changes.added)
        yield words.say_n(
            "Added: no. {numbers}.", "Added: nos. {numbers}.", len(changes.added), numbers=numbers
        )
    if changes.removed:
        yield words.say_n("Removed: {n} person.", "Removed: {n} people.", len(changes.removed))
    if changes.changed:
        numbers = _numbers(tuple(told.now for told in changes.changed))
        yield words.say_n(
            "Changed: no. {numbers}.",
            "Changed: nos. {numbers}.",
            len(changes.changed),
            numbers=numbers,
        )
    yield words.say("See the change page.")


def _numbers(men: tuple[Numbered, ...]) -> str:
    """Give numbers with those that follow one another as a range: 3, 7–9."""
    spans: list[list[int]] = []
    for one in men:
        if spans and spans[-1][-1] == one.no - 1:
            spans[-1].append(one.no)
        else:
            spans.append([one.no])
    told = (
        f"{span[0]}–{span[-1]}" if len(span) > _A_RANGE else ", ".join(map(str, span))
        for span in spans
    )
    return ", ".join(told)


def _totals(now: ListedVersion, words: PaperWords) -> tuple[Run, ...]:
    """Say how many stand on which basis; it is the legend of the codes as well."""
    runs = [Run(words.say("Totals by basis (one person may have several):"), bold=True), Run(" ")]
    for at, basis in enumerate(ListBasis):
        count = sum(basis in man.basis for man in now.men)
        label = words.label("list_basis", basis.value).replace(" ", "\u00a0")
        runs.append(Run(f"{' · ' if at else ''}{basis.value}\u00a0{label}\u00a0"))
        runs.append(Run(str(count), bold=True))
    urgent = sum(man.urgent for man in now.men)
    runs.append(Run("\n"))
    runs.append(Run(words.say("Urgent medical need (upright cross): {n}.", n=urgent), bold=True))
    return tuple(runs)
