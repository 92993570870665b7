"""Lays an accounting sheet out as a table: its lines, or the men behind them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.i18n import Translator
from app.shapes.accounting import AccountingSheet, CountedMan
from app.shapes.accounting_paper import AccountingPaper
from app.wording.accounting import adds_up_said, scope_said, total_said
from app.wording.vocabulary import label
from models.vocabulary.status import AccountingLine


def lines_table(paper: AccountingPaper, t: Translator) -> Iterator[Sequence[str]]:
    """Give the lines with their counts and case numbers, the total last."""
    sheet = paper.sheet
    yield from _heading(paper, t)
    yield (
        t.say("Key"), t.say("Line"), t.say("Men"), t.say("Disputed"), t.say("Cases"),
    )  # fmt: skip
    for line in sheet.lines:
        yield (
            line.key.value,
            label("accounting", line.key.value, t.lang),
            str(line.count),
            str(line.contested),
            " ".join(paper.numbers.get(line.key, ())),
        )
    yield ("total", total_said(sheet.scope, t), str(sheet.total), "", adds_up_said(sheet, t))
    if sheet.outside_sum:
        outside = AccountingLine.OUTSIDE_THE_SUM
        numbers = " ".join(paper.numbers.get(outside, ()))
        told = label("accounting", outside.value, t.lang)
        yield (outside.value, told, str(sheet.outside_sum), "", numbers)


def names_table(
    sheet: AccountingSheet, men: Mapping[AccountingLine, Sequence[CountedMan]], t: Translator
) -> Iterator[Sequence[str]]:
    """Give every man with the line he stands on."""
    yield (
        t.say("Line"), t.say("Number"), t.say("Name"), t.say("Name in other letters"),
        t.say("Headline"), t.say("Disputed"),
    )  # fmt: skip
    for line in sheet.lines:
        for man in men.get(line.key, ()):
            yield (
                label("accounting", line.key.value, t.lang),
                man.number,
                man.name,
                man.name_second,
                label("headline", man.headline, t.lang),
                t.say("disputed") if man.contested else "",
            )


def _heading(paper: AccountingPaper, t: Translator) -> Iterator[Sequence[str]]:
    day = paper.sheet.as_known
    yield (t.say("Accounting sheet"), scope_said(paper.name, t))
    yield (t.say("As known on"), day.isoformat() if day is not None else t.say("today"))
