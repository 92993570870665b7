"""Turn a row of a list, with what was decided or proposed of it, into the line of the workbench."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.i18n import Translator
from app.shapes.like_pairs import LikeMan, PairMan
from app.shapes.lists import Proposal, RowCandidates, RowView
from app.ui.cases.spoken import moment, short_number
from app.ui.lists.bench_line import Line
from app.ui.lists.words import (
    LIST_REPLY,
    man_line,
    row_words,
    said_fields,
    short_reasons,
    tier_words,
)
from app.ui.theme.palette import Role
from app.wording.lists import fault_sentence
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.lists import RowState


@dataclass(frozen=True, slots=True)
class BenchRow:
    """A row, whom it may mean (None while that is being looked for), and which is in hand."""

    row: RowView
    found: RowCandidates | None = None
    chosen: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether somebody has still to decide."""
        return self.row.state is RowState.OPEN

    @property
    def candidate(self) -> LikeMan | None:
        """Return the man proposed that is in hand."""
        men = self.found.men if self.found is not None and self.is_open else ()
        return men[self.chosen] if self.chosen < len(men) else None

    @property
    def proposal(self) -> Proposal | None:
        """Return what the machine says of an open row; None while it is looking."""
        return self.found.proposal if self.found is not None else None


def sayer(t: Callable[[], Translator]) -> Callable[[BenchRow, bool], Line]:
    """Return what says a row, in the language of the moment."""
    return lambda row, is_open: _line(row, t(), is_open=is_open)


_LONGEST = 5


def _line(bench: BenchRow, t: Translator, *, is_open: bool) -> Line:
    row = bench.row
    said, more = row_words(row)
    note = t.say("note: {note}", note=visible(row.note)) if row.note else ""
    number = row.row_id.strip()
    state = _decided(row, t) if row.state is not RowState.OPEN else _open(bench, t, is_open=is_open)
    return replace(
        state,
        number=number if 0 < len(number) <= _LONGEST else t.number(row.row_no),
        said=said,
        said_more=" · ".join(part for part in (more, note) if part),
        man_stands=state.man_stands if is_open else "",
    )


def _decided(row: RowView, t: Translator) -> Line:
    reasons = " · ".join(part for part in (_reply(row, t), _who(row, t)) if part)
    match row.state:
        case RowState.ACCEPTED:
            badge = tier_words(row.tier, t) or t.say("by hand")
            line = Line("check", t.say("Accepted"), badge=badge, reasons=reasons)
            return _with_man(line, row.man, t)
        case RowState.PROVISIONAL:
            line = Line("person", t.say("Provisional person"), reasons=reasons)
            return _with_man(line, row.man, t)
        case RowState.NOT_A_MAN:
            return Line("minus", t.say("Not a man"), Role.TEXT2, reasons=reasons, is_man=False)
    return Line(
        "close",
        t.say("No match"),
        reasons=reasons,
        man=t.say("Nobody of ours"),
        man_more=(t.say("the row is kept as it is"),),
        is_man=False,
    )


def _open(bench: BenchRow, t: Translator, *, is_open: bool) -> Line:
    row, found, like = bench.row, bench.found, bench.candidate
    reply = _reply(row, t)
    if found is None:
        words = t.say("Being looked for …")
        return Line("clock", words, Role.TEXT2, reasons=reply, is_man=False)
    if found.proposal is Proposal.NO_MAN:
        faults = " ".join(fault_sentence(fault, t) for fault in row.faults)
        return Line("minus", t.say("No man"), Role.TEXT2, reasons=faults, is_man=False)
    if like is None:
        return Line(
            "close",
            t.say("No match"),
            reasons=reply or t.say("no candidate above tier 4"),
            man=t.say("No match in our register"),
            man_more=(t.say("keep the row, or make a provisional person"),),
            is_man=False,
        )
    compared = like.comparison.reasons
    taken = t.say("already accepted in row {row}", row=t.number(found.taken)) if found.taken else ""
    reasons = (reply, taken, short_reasons(row, compared, t))
    line = Line(
        "equal",
        t.say("Proposed"),
        badge=tier_words(like.comparison.tier, t),
        reasons=" · ".join(part for part in reasons if part),
        fields=said_fields(row, compared, t),
    )
    if found.proposal is Proposal.TWO_FIT:
        fit = fitting(found)
        word = t.say("Two fit") if fit == 2 else t.say("{n} fit", n=t.number(fit))
        line = replace(line, icon="question", word=word, role=Role.WARN)
        if not is_open:
            names = " · ".join(visible(one.man.name) for one in found.men[:fit])
            return replace(
                line,
                man=t.say_n("{n} man fits", "{n} men fit", fit),
                man_more=(names,),
                is_man=False,
            )
    return _with_man(line, like.man, t)


def _with_man(line: Line, man: PairMan | None, t: Translator) -> Line:
    if man is None:
        return replace(line, man=t.say("A case of limited access"), is_man=False)
    return replace(
        line,
        man=visible(man.name) or man.number,
        man_number=short_number(man.number)[0],
        man_more=tuple(part for part in (man_line(man, t), visible(man.name_second)) if part),
        man_stands=label("headline", man.headline, t.lang) if man.headline else "",
    )


def fitting(found: RowCandidates) -> int:
    """Count the men as near as the likeliest: they among whom only a person can choose."""
    return max(2, sum(1 for one in found.men if one.comparison.tier == found.tier))


def _who(row: RowView, t: Translator) -> str:
    if row.decided_at is None:
        return ""
    at = moment(row.decided_at, t)
    return t.say("by {name}, {at}", name=row.decided_by, at=at) if row.decided_by else at


def _reply(row: RowView, t: Translator) -> str:
    if row.reply is None:
        return ""
    return t.say("reply: {reply}", reply=label(LIST_REPLY, row.reply.value, t.lang))
