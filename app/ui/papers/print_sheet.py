"""Asks for one of the printers of this machine, how many copies, and on which sides."""

from __future__ import annotations

from typing import Final, override

from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from app.errors import HomewardError
from app.i18n.translator import Translator
from app.jobs.papers.printing import printers
from app.shapes.printing import Printer, PrinterState, PrintWish
from app.ui.shell.state_store import StateStore
from app.ui.shell.tasks import Tasks
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Kit, Words
from app.ui.widgets.sheet import Sheet
from app.ui.widgets.text import Label
from app.wording.errors import sentence
from app.wording.printing import printer_state

KEPT: Final = "papers.printer"
MOST_COPIES: Final = 20


class PrintSheet(Sheet):
    """Lists the printers with how they stand; `answer` is what was wished for."""

    def __init__(self, kit: Kit, tasks: Tasks, store: StateStore | None, host: QWidget) -> None:
        super().__init__(
            kit,
            lambda t: t.say("Print"),
            lambda t: t.say(
                "The paper goes to the printer as it is on the screen, in lines and not in dots. "
                "Stand by the printer: whoever is there first takes it."
            ),
            lambda t: t.say("Print"),
            host,
        )
        self.answer: PrintWish | None = None
        self._store = store
        self._printers: tuple[Printer, ...] = ()
        self.printer = Combo(kit, lambda t: t.say("Printer"))
        self._said = Label(kit, "", Size.S, Role.TEXT2, wrap=True)
        self.copies = Combo(kit, lambda t: t.say("Copies"))
        self.copies.set_choices([(n, str(n)) for n in range(1, MOST_COPIES + 1)])
        self.both = QCheckBox()
        kit.bind(self.both, self.both.setText, lambda t: t.say("On both sides of the sheet"))
        self.body.addWidget(Field(kit, lambda t: t.say("Printer"), self.printer))
        self.body.addWidget(self._said)
        self.body.addWidget(Field(kit, lambda t: t.say("Copies"), self.copies))
        self.body.addWidget(self.both)
        self.printer.code_changed.connect(self._describe)
        self.button.setEnabled(False)
        self._said.set_words(lambda t: t.say("Looking for printers …"))
        tasks.read(printers, self._take, self._cannot)

    @classmethod
    def ask(
        cls, kit: Kit, tasks: Tasks, store: StateStore | None, host: QWidget
    ) -> PrintWish | None:
        """Ask; None when the person turned back."""
        sheet = cls(kit, tasks, store, host)
        accepted = sheet.exec() == QDialog.DialogCode.Accepted
        return sheet.answer if accepted else None

    @override
    def give(self) -> None:
        """Take the printer that is chosen, if it would print."""
        chosen = self._chosen()
        if chosen is None:
            return
        self.answer = PrintWish(chosen.name, self.copies.currentIndex() + 1, self.both.isChecked())
        if self._store is not None:
            self._store.set(KEPT, {"name": chosen.name, "both": self.both.isChecked()})
        self.accept()

    def _take(self, found: tuple[Printer, ...]) -> None:
        self._printers = found
        self.printer.set_choices([(one.name, _shown(one)) for one in found])
        kept = self._store.get(KEPT) if self._store is not None else None
        if isinstance(kept, dict):
            self.both.setChecked(kept.get("both") is True)
            if any(one.name == kept.get("name") for one in found):
                self.printer.set_code(kept.get("name"))
        if not found:
            self._said.set_words("")
            self.refusal.show_message(
                lambda t: t.say(
                    "No printer is set up on this computer. Ask whoever keeps it to set one up, or "
                    "save the PDF and print it elsewhere."
                )
            )
            return
        self._describe()
        self.printer.setFocus()

    def _cannot(self, error: Exception) -> None:
        self._said.set_words("")
        if isinstance(error, HomewardError):
            told = error
            self.refusal.show_message(lambda t: sentence(told, t))

    def _chosen(self) -> Printer | None:
        name = self.printer.code()
        return next((one for one in self._printers if one.name == name), None)

    def _describe(self, *_: object) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        ready = chosen.state is PrinterState.READY
        self.button.setEnabled(ready)
        state = printer_state(chosen, self.kit.translator)  # the choice may have no room for it
        said = " · ".join(part for part in (state, chosen.said) if part)
        self._said.set_words(said)
        self._said.setVisible(bool(said))
        if ready:
            self.refusal.hide()
        else:
            self.refusal.show_message(
                lambda t: t.say(
                    "This printer is not ready. Nothing is sent to it, so that no paper waits in "
                    "its queue for a stranger. Look at the printer, or choose another."
                )
            )


def _shown(printer: Printer) -> Words:
    def words(t: Translator) -> str:
        title, state = printer.title or printer.name, printer_state(printer, t)
        return t.say("{printer}: {state}", printer=title, state=state) if state else title

    return words
