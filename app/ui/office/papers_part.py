"""The log of papers on the Office page: what was issued, to whom, why, by whose leave."""

from __future__ import annotations

from typing import override

from app.shapes.disclosures import DisclosureLine
from app.ui.office.part import OfficePart
from app.ui.reports.log_table import LogTable
from app.ui.reports.opening import open_paper
from app.ui.theme.palette import Role
from app.ui.widgets.text import Label
from app.ui.work import Work
from models.vocabulary.roles import Action as Right
from models.vocabulary.roles import may


class PapersPart(OfficePart):
    """The whole log, narrowed by reader, state or words."""

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self.log = LogTable(work)
        self.log.setMinimumHeight(work.kit.theme.scaled(480))
        self.log.opened.connect(self._open)
        self.column.addWidget(
            Label(
                work.kit,
                lambda t: t.say(
                    "Nothing in this log is ever changed or taken out: refusals, reprints and "
                    "papers that a newer one has replaced stand in it too."
                ),
                role=Role.TEXT2,
                wrap=True,
            )
        )
        self.column.addWidget(self.log, 1)

    @override
    def arrive(self) -> None:
        roles = self.work.workspace.actor.roles
        if may(roles, Right.READ_DISCLOSURES) or may(roles, Right.ISSUE_REPORT):
            self.log.read()

    @override
    def begin(self) -> None:
        self.log.table.setFocus()

    def _open(self, line: DisclosureLine) -> None:
        open_paper(self.work, line)
