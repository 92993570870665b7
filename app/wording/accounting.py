"""Words of the accounting sheet: whom it accounts for, whether it adds up, what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import Translator
from app.shapes.accounting import AccountingSheet, Scope, ScopeName, SheetLine
from app.wording.vocabulary import label
from models.vocabulary.status import AccountingLine


def total_said(scope: Scope, t: Translator) -> str:
    """Name the total of a sheet."""
    if scope.wanted is not None and scope.wanted.text.strip():
        return t.say("All who answer to it")
    if scope.incident_id is not None:
        return t.say("Lost in this incident")
    if scope.unit_id is not None:
        return t.say("All men of the unit")
    if scope.wanted is not None:
        return t.say("All whom the filter lets through")
    return t.say("All men of the register")


def scope_said(name: ScopeName, t: Translator) -> str:
    """Name whom a sheet accounts for."""
    title = " · ".join(filter(None, (name.number, name.title_in(t.lang))))
    if not name.question:
        return title or t.say("The whole register")
    question = t.say("“{words}”", words=name.question)
    return f"{title} · {question}" if title else question


def adds_up_said(sheet: AccountingSheet, t: Translator) -> str:
    """Say whether the lines sum to the total."""
    if sheet.adds_up:
        return t.say("adds up")
    return t.say("differs by {n}", n=t.number(abs(sheet.differs_by)))


def line_parts(line: SheetLine, t: Translator) -> str:
    """Part a line by the headlines of its men: "12 held, not acknowledged, 9 denied"."""
    if len(line.headlines) < 2:
        return ""
    parts = [
        f"{t.number(count)} · {label('headline', head, t.lang)}" for head, count in line.headlines
    ]
    return t.say("of these {n}: {parts}", n=t.number(line.count), parts="; ".join(parts))


def contested_said(line: SheetLine, t: Translator) -> str:
    """Say how many men of a line are disputed."""
    if not line.contested:
        return ""
    return t.say_n("{n} disputed", "{n} disputed", line.contested)


def notes_said(sheet: AccountingSheet, t: Translator) -> tuple[str, ...]:
    """Say what stands outside the sum, who is counted without a name, and who not at all."""
    found = []
    if sheet.outside_sum:
        found.append(
            t.say_n(
                "Outside the sum: {n} file closed as a duplicate or not ours.",
                "Outside the sum: {n} files closed as duplicates or not ours.",
                sheet.outside_sum,
            )
        )
    if sheet.unnamed:
        found.append(
            t.say_n(
                "{n} man of limited access is counted, and named only to those who may see him.",
                "{n} men of limited access are counted, and named only to those who may see them.",
                sheet.unnamed,
            )
        )
    if sheet.without_limited:
        found.append(t.say("Men of limited access whom you may not see are not counted here."))
    if sheet.scope.wanted is not None and sheet.as_known is not None:
        found.append(t.say("Places, units and words of the question are read as they stand today."))
    return tuple(found)


def delta_said(delta: int | None, t: Translator) -> str:
    """Write a change with its sign; nothing changed is 0."""
    if delta is None:
        return ""
    if delta == 0:
        return "0"
    return ("+" if delta > 0 else "−") + t.number(abs(delta))


def definitions(t: Translator) -> Mapping[str, str]:
    """Give every line of the sheet with the sentence that defines it."""
    return {
        label("accounting", line.value, t.lang): label("accounting", line.value, t.lang, "help")
        for line in AccountingLine
    }
