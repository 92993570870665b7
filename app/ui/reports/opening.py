"""Leads from a line of the log to its paper."""

from __future__ import annotations

from app.shapes.disclosures import DisclosureLine
from app.ui.work import Work
from app.wording.visible_text import visible
from models.vocabulary.papers import DisclosureState


def open_paper(work: Work, line: DisclosureLine) -> None:
    """Show a copy as it was issued, or a request as it would leave today."""
    papers = work.doors.papers
    if papers is None:
        return
    if line.state is DisclosureState.ISSUED:
        papers.open_issued([line.id])
    elif line.state is DisclosureState.WAITING:
        papers.open_request(line.id)
    elif line.state is DisclosureState.REFUSED:
        who, why = line.decided_by, visible(line.refusal_reason)
        work.messages.done(lambda t: t.say("Refused by {name}: {reason}", name=who, reason=why))
    else:
        work.messages.done(lambda t: t.say("Of this one there is no paper: it was not issued."))
