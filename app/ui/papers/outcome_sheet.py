"""Says what came of papers on many men: how many were made, and of whom there is none and why."""

from __future__ import annotations

from typing import override

from PySide6.QtWidgets import QWidget

from app.errors import PaperNotReleased
from app.jobs.papers.issue_many import ManyPapers, NotMade
from app.shapes.disclosures import Gate
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.releases import gate_words

_MOST = 12


class OutcomeSheet(Sheet):
    """Lists the men of whom there is no paper, each with the reason."""

    def __init__(self, kit: Kit, many: ManyPapers, host: QWidget) -> None:
        super().__init__(
            kit,
            lambda t: t.say_n("{n} paper was made", "{n} papers were made", many.done),
            lambda t: t.say_n(
                "Of {n} man there is none, for the reason beside him.",
                "Of {n} men there is none, for the reason beside each.",
                len(many.not_made),
            ),
            lambda t: t.say("Close"),
            host,
        )
        self.away.hide()  # there is nothing to call off
        self.button.setFocus()
        for one in many.not_made[:_MOST]:
            self.body.addWidget(Label(kit, _why(one), Size.S, Role.TEXT2, wrap=True))
        rest = len(many.not_made) - _MOST
        if rest > 0:
            self.body.addWidget(
                Label(
                    kit, lambda t: t.say_n("and {n} more", "and {n} more", rest), Size.S, Role.TEXT3
                )
            )

    @override
    def give(self) -> None:
        self.accept()


def show_outcome(work: Work, many: ManyPapers, host: QWidget) -> None:
    """Say it in passing where every paper was made, in a sheet where some were not."""
    if many.not_made:
        OutcomeSheet(work.kit, many, host).open()
    elif many.stopped:
        work.messages.done(
            lambda t: t.say_n(
                "Stopped. {n} paper was made before.", "Stopped. {n} papers were made before.",
                many.done,
            )
        )  # fmt: skip
    else:
        work.messages.done(
            lambda t: t.say_n("{n} paper was made.", "{n} papers were made.", many.done)
        )


def show_printed(work: Work, many: ManyPapers, host: QWidget) -> None:
    """Say it in passing where every paper went to the printer, in a sheet where some did not."""
    if many.stopped:
        work.messages.done(
            lambda t: t.say("Printing was stopped; what waited in the queue was called back.")
        )
    elif many.not_made:
        OutcomeSheet(work.kit, many, host).open()
    else:
        work.messages.done(
            lambda t: t.say_n(
                "{n} paper was sent to the printer.", "{n} papers were sent to the printer.",
                many.done,
            )
        )  # fmt: skip


def _why(one: NotMade) -> Words:
    gates = one.error.data["gates"] if isinstance(one.error, PaperNotReleased) else None
    if isinstance(gates, tuple):  # that no paper was made is said above, once for all
        shut = tuple(gate for gate in gates if isinstance(gate, Gate))
        return lambda t: "\n".join(gate_words(gate, t) for gate in shut)
    return lambda t: sentence(one.error, t)
