"""Asks to whom a paper goes, why, on what basis, and how often: what the log of papers keeps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.papers.wrapped_choice import WrappedChoice
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import Field, TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import Sheet
from app.wording.vocabulary import label
from models.vocabulary.papers import LegalBasis

_MOST_COPIES = 20
_MOST = 300


@dataclass(frozen=True, slots=True)
class ToWhom:
    """What was answered; `for_all`: each of the men chosen gets a paper of his own."""

    recipient: str = ""
    purpose: str = ""
    basis: LegalBasis | None = None
    copies: int = 1
    for_all: bool = False


class IssueSheet(Sheet):
    """`given` carries a ToWhom; `typed` carries one whenever it is put away unfinished."""

    typed = Signal(object)

    def __init__(self, kit: Kit, before: ToWhom, many: int, host: QWidget, *, ask: bool) -> None:
        super().__init__(
            kit,
            (lambda t: t.say("Ask for approval")) if ask else (lambda t: t.say("Issue the paper")),
            _explained(ask=ask),
            (lambda t: t.say("Ask for approval")) if ask else (lambda t: t.say("Issue")),
            host,
        )
        self._many = many
        self.recipient = LineEdit(kit, lambda t: t.say("To whom it goes"))
        self.recipient.setMaxLength(_MOST)
        self.purpose = TextArea(kit, lambda t: t.say("What for"), most=_MOST, lines=2)
        self.basis = Combo(kit, lambda t: t.say("Legal basis"))
        self.basis.set_choices(
            [(None, lambda t: t.say("Choose")), *((one, _basis(one)) for one in LegalBasis)]
        )
        self.copies = Combo(kit, lambda t: t.say("Copies"))
        self.copies.set_choices([(n, str(n)) for n in range(1, _MOST_COPIES + 1)])
        self.for_all = QCheckBox()
        for_all: Words = lambda t: t.say_n(  # noqa: E731
            "For the {n} man chosen, on a paper of his own",
            "For all {n} men chosen, each on a paper of his own",
            many,
        )
        choice = WrappedChoice(kit, self.for_all, for_all, "")
        choice.setVisible(many > 1)
        self._fields = {
            "recipient": Field(kit, lambda t: t.say("To whom it goes"), self.recipient),
            "purpose": Field(kit, lambda t: t.say("What for"), self.purpose),
            "basis": Field(kit, lambda t: t.say("Legal basis"), self.basis),
        }
        self._take(before)
        for field in self._fields.values():
            self.body.addWidget(field)
        self.body.addWidget(Field(kit, lambda t: t.say("Copies"), self.copies))
        self.body.addWidget(choice)
        self.recipient.setFocus()

    def answer(self) -> ToWhom:
        """Return what stands in the sheet now."""
        basis = self.basis.code()
        return ToWhom(
            self.recipient.text().strip(),
            self.purpose.text().strip(),
            basis if isinstance(basis, LegalBasis) else None,
            self.copies.currentIndex() + 1,
            self.for_all.isChecked() and self._many > 1,
        )

    @override
    def give(self) -> None:
        given = self.answer()
        lacking: tuple[tuple[str, bool, Words, QWidget], ...] = (
            ("recipient", bool(given.recipient), _NO_RECIPIENT, self.recipient),
            ("purpose", bool(given.purpose), _NO_PURPOSE, self.purpose),
            ("basis", given.basis is not None, _NO_BASIS, self.basis),
        )
        first: QWidget | None = None
        for name, there, words, editor in lacking:
            self._fields[name].accept()
            if not there:
                self._fields[name].refuse(words)
                first = first or editor
        if first is not None:
            first.setFocus()
        elif not self.purpose.too_long:
            self.hand_on(given)

    @override
    def done(self, result: int) -> None:
        self.typed.emit(self.answer())
        super().done(result)

    def _take(self, before: ToWhom) -> None:
        self.recipient.setText(before.recipient)
        self.purpose.set_text(before.purpose)
        self.basis.set_code(before.basis)
        self.copies.set_code(before.copies)
        self.for_all.setChecked(before.for_all)


def _explained(*, ask: bool) -> Words:
    if ask:
        return lambda t: t.say(
            "A paper for this reader leaves only when a second person has approved it. They see "
            "the page and what was left out; the facts are those of that moment."
        )
    return lambda t: t.say(
        "Each copy gets a number and a code of its own, is kept in the register as it left, and "
        "stands in the log of papers for good."
    )


def _basis(one: LegalBasis) -> Words:
    return lambda t: label("legal_basis", one.value, t.lang)


_NO_RECIPIENT: Words = lambda t: t.say("Write to whom the paper goes.")  # noqa: E731
_NO_PURPOSE: Words = lambda t: t.say("Write what they need it for.")  # noqa: E731
_NO_BASIS: Words = lambda t: t.say("Choose on what ground it is passed on.")  # noqa: E731
