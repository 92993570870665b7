"""Ask why before something is withdrawn, closed or opened again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import override

from PySide6.QtWidgets import QWidget

from app.ui.widgets.fields import Combo
from app.ui.widgets.form_field import Field, TextArea
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import Sheet

MOST = 500


@dataclass(frozen=True, slots=True)
class Given:
    """What was answered: the code chosen, if there was a choice, and the words."""

    code: str
    text: str


class ReasonSheet(Sheet):
    """Hold the question; `given` carries a Given. It stays until `accept` or Esc."""

    def __init__(
        self,
        kit: Kit,
        title: Words,
        explanation: Words,
        verb: Words,
        host: QWidget,
        *,
        choices: Sequence[tuple[str, Words]] = (),
        must_say: bool = True,
    ) -> None:
        super().__init__(kit, title, explanation, verb, host)
        self._must_say = must_say
        self.choice: Combo | None = None
        self._fields: list[Field] = []
        if choices:
            self.choice = Combo(kit, lambda t: t.say("Reason for closing"))
            self.choice.set_choices(choices)
            self._fields.append(Field(kit, lambda t: t.say("Reason for closing"), self.choice))
        asked: Words = (
            (lambda t: t.say("Why")) if must_say else (lambda t: t.say("Note, if any"))
        )  # fmt: skip
        self.text = TextArea(kit, asked, most=MOST)
        self._fields.append(Field(kit, asked, self.text))
        for field in self._fields:
            self.body.addWidget(field)
        (self.choice or self.text).setFocus()

    @override
    def give(self) -> None:
        text = self.text.text().strip()
        for field in self._fields:
            field.accept()
        if self._must_say and not text:
            self._fields[-1].refuse(lambda t: t.say("Write why; it stays in the history."))
            self.text.setFocus()
            return
        if self.text.too_long:
            self.text.setFocus()
            return
        self.hand_on(Given(str(self.choice.code()) if self.choice else "", text))

    @override
    def refuse(self, message: Words) -> None:
        self.button.setEnabled(True)
        self._fields[0].refuse(message)
