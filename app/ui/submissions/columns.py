"""Say what stands in the columns of the list of submissions."""

from __future__ import annotations

from app.shapes.submissions import SubmissionLine
from app.ui.widgets.kit import Kit
from app.ui.widgets.spoken import date_in_words
from app.ui.widgets.table_columns import Cell, Column
from app.wording.submissions import body_words, state_words
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.submissions import SubmissionState


def submission_columns(kit: Kit) -> list[Column[SubmissionLine]]:
    """Give the columns; what they say follows the language."""

    def asked(row: SubmissionLine) -> Cell:
        return Cell(visible(row.subject), row.number, strong=True, tip=visible(row.subject))

    def whom(row: SubmissionLine) -> Cell:
        t = kit.translator
        kind = label("submission_kind", row.kind, t.lang, "short")
        return Cell(visible(body_words(row.body, row.body_name, t)), kind)

    def men(row: SubmissionLine) -> Cell:
        return Cell(kit.translator.number(row.men), strong=True)

    def sent(row: SubmissionLine) -> Cell:
        t = kit.translator
        return Cell(date_in_words(row.sent, t, "table") if row.sent.is_known else "", keeps=True)

    def due(row: SubmissionLine) -> Cell:
        if row.due_on is None:
            return Cell()
        words = in_words(PartialDate.on(row.due_on), kit.translator.lang, case="table")
        return Cell(words, keeps=True)

    def state(row: SubmissionLine) -> Cell:
        t = kit.translator
        icon = {
            SubmissionState.DRAFT: "edit",
            SubmissionState.OVERDUE: "warn",
            SubmissionState.ANSWERED: "check",
            SubmissionState.CLOSED: "lock",
        }.get(row.state, "clock")
        told = t.say("{answered} of {men} answered", answered=row.answered, men=row.men)
        second = told if row.state is SubmissionState.OVERDUE and row.answered else ""
        words = state_words(row, t)
        return Cell(
            words, second, icon=icon if second else "", tip=words, wraps=not second, keeps=True
        )

    return [
        Column("subject", lambda t: t.say("Submission"), asked, 300, 200, 1, grows=True,
               sorts=False),
        Column("body", lambda t: t.say("To whom"), whom, 190, 140, 2, sorts=False),
        Column("men", lambda t: t.say("Men"), men, 66, 54, centred=True, sorts=False),
        Column("sent", lambda t: t.say("Sent"), sent, 116, 104, sorts=False),
        Column("due", lambda t: t.say("Answer due"), due, 130, 104, 1, sorts=False),
        Column("state", lambda t: t.say("How far it is"), state, 180, 150, 2, sorts=False),
    ]  # fmt: skip
