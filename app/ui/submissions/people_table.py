"""The men a submission asks about: who, how he stands, what was answered, where his measure is."""

from __future__ import annotations

from app.shapes.submissions import AskedMan
from app.ui.widgets.kit import Kit
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.table_columns import Cell, Column
from app.wording.visible_text import visible
from app.wording.vocabulary import label

MEASURE = "measure"


def people_columns(kit: Kit) -> list[Column[AskedMan]]:
    """Give the columns; what they say follows the language."""

    def man(row: AskedMan) -> Cell:
        return Cell(visible(row.name) or row.number, row.number, strong=True)

    def status(row: AskedMan) -> Cell:
        t = kit.translator
        words = label("headline", row.headline, t.lang, "short")
        return Cell(words, row.headline, tip=label("headline", row.headline, t.lang))

    def answer(row: AskedMan) -> Cell:
        t = kit.translator
        if row.reply is None:
            return Cell(t.say("no answer yet"))
        when = date_in_words(row.replied, t, "table") if row.replied.is_known else ""
        return Cell(label("list_reply", row.reply, t.lang), when, tip=visible(row.reply_words))

    def measure(row: AskedMan) -> Cell:
        t = kit.translator
        if row.measure is None:
            return Cell()
        when = date_in_words(row.measured, t, "table") if row.measured.is_known else ""
        return Cell(label("r39", row.measure, t.lang), when)

    return [
        Column("man", lambda t: t.say("Man"), man, 240, 160, 1, grows=True, sorts=False),
        Column("status", lambda t: t.say("Status"), status, 200, 130, 2, sorts=False),
        Column("answer", lambda t: t.say("Answer"), answer, 180, 130, sorts=False),
        Column(MEASURE, lambda t: t.say("Measure"), measure, 180, 120, sorts=False),
    ]
