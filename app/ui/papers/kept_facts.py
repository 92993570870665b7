"""Shows what the log keeps of a paper: which, to whom, why, by whose leave, how it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.i18n.translator import Translator
from app.shapes.disclosures import DisclosureLine
from app.ui.cases.content import clear, fact
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.text import Label
from app.wording.clock import moment
from app.wording.paper_names import paper_name
from app.wording.visible_text import visible
from app.wording.vocabulary import label
from models.vocabulary.papers import DisclosureState

_MOST_MEN = 6


class KeptFacts(QWidget):
    """A column of named facts; what is not known of a paper is not shown."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)

    def show_line(self, line: DisclosureLine) -> None:
        """Show the facts of a copy or a request."""
        clear(self._rows)
        kit = self._kit
        self._rows.addWidget(Label(kit, _title(line), strong=True, wrap=True))
        self._rows.addWidget(Label(kit, lambda t: _state(line, t), Size.S, Role.TEXT2, wrap=True))
        for name, value in _facts(line):
            if kit.say(value):
                self._rows.addWidget(fact(kit, name, value, width=104))


def _title(line: DisclosureLine) -> Words:
    return lambda t: paper_name(line.audience.value, line.template, t)


def _state(line: DisclosureLine, t: Translator) -> str:
    if line.state is DisclosureState.REFUSED:
        return t.say(
            "Refused by {name}: {reason}",
            name=line.decided_by,
            reason=visible(line.refusal_reason),
        )
    if line.superseded_by:
        return t.say("Superseded by {number}", number=line.superseded_by)
    return label("disclosure_state", line.state.value, t.lang)


def _facts(line: DisclosureLine) -> tuple[tuple[Words, Words], ...]:
    return (
        (lambda t: t.say("Number"), line.number),
        (lambda t: t.say_in("paper", "Code"), line.code),
        (lambda t: t.say("Of whom"), lambda t: _men(line, t)),
        (lambda t: t.say("To whom"), visible(line.recipient)),
        (lambda t: t.say("What for"), visible(line.purpose)),
        (
            lambda t: t.say("Legal basis"),
            lambda t: label("legal_basis", line.basis.value, t.lang),
        ),
        (lambda t: t.say("Copy"), lambda t: _copy(line, t)),
        (lambda t: t.say("Asked for"), lambda t: moment(line.asked_at, t)),
        (lambda t: t.say("Prepared by"), line.prepared_by),
        (lambda t: t.say("Approved by"), "" if _refused(line) else line.decided_by),
        (lambda t: t.say("Issued"), lambda t: moment(line.issued_at, t) if line.issued_at else ""),
        (
            lambda t: t.say("Facts as of"),
            lambda t: moment(line.facts_as_of, t) if line.facts_as_of else "",
        ),
        (lambda t: t.say("Takes the place of"), line.supersedes),
        (lambda t: t.say("Reprint of"), line.reprint_of),
        (
            lambda t: t.say("Left the office"),
            lambda t: moment(line.handed_out_at, t) if line.handed_out_at else "",
        ),
    )


def _refused(line: DisclosureLine) -> bool:
    return line.state is not DisclosureState.ISSUED


def _copy(line: DisclosureLine, t: Translator) -> str:
    if line.state is DisclosureState.ISSUED:
        return t.say("{copy} of {copies}", copy=line.copy_no, copies=line.copies)
    return t.say_n("{n} copy", "{n} copies", line.copies)


def _men(line: DisclosureLine, t: Translator) -> str:
    named = [f"{man.number} {visible(man.name)}".strip() for man in line.men[:_MOST_MEN]]
    rest = len(line.men) + line.hidden - len(named)
    if rest > 0:
        named.append(t.say_n("and {n} more", "and {n} more", rest))
    return "\n".join(named)
