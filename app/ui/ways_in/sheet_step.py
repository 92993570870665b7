"""Have a recovery sheet made and brought onto paper; going on without one has to be typed."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton

from app.shapes.recovery import RecoverySheet
from app.ui.shell.tasks import Tasks
from app.ui.shell.unlock_card import error_words
from app.ui.ways_in.door import WaysDoor
from app.ui.ways_in.sheet_delivery import SheetDelivery
from app.ui.ways_in.step import Step
from app.ui.widgets.buttons import plain
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.form_field import Field, Refusal
from app.ui.widgets.kit import Kit, Words


class SheetStep(Step):
    """Offer one sheet, three parts, or none."""

    def __init__(self, kit: Kit, tasks: Tasks, door: WaysDoor) -> None:
        super().__init__(kit, lambda t: t.say("If the passphrase is lost"))
        self._tasks = tasks
        self._door = door
        self._opened: object = None
        self.say(
            lambda t: t.say(
                "Nobody can open the vault for you. A recovery sheet on paper can: printed now, "
                "sealed in an envelope, kept in the safe."
            )
        )
        self.one = self._choice(lambda t: t.say("One sheet"))
        self.split = self._choice(lambda t: t.say("Three parts; any two of them open it"))
        self.none = self._choice(lambda t: t.say("Go on without a sheet"))
        self.one.setChecked(True)
        self.make_button = plain(kit, lambda t: t.say("Make the sheet"), icon="doc", tall=True)
        self.delivery = SheetDelivery(kit, tasks, door)
        self._refusal = Refusal(kit)
        self.typed = LineEdit(kit, lambda t: t.say("Type: without a sheet"))
        self._typed_field = Field(kit, lambda t: t.say("Type: without a sheet"), self.typed)
        self.column.addWidget(self.make_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._typed_field)
        self.column.addWidget(self.delivery)
        self.column.addWidget(self._refusal)
        self.column.addStretch(1)
        for choice in (self.one, self.split, self.none):
            choice.toggled.connect(self._arrange)
        self.make_button.clicked.connect(self._make)
        self._arrange()

    def take(self, opened: object) -> None:
        """Take the register whose sheet is made."""
        self._opened = opened
        self._arrange()

    def begin(self) -> None:
        """Put the keyboard on the first choice."""
        self.one.setFocus(Qt.FocusReason.OtherFocusReason)

    def may_go_on(self) -> bool:
        """Go on when a sheet is on paper, or the words that decline it were typed."""
        self._refusal.hide()
        self._typed_field.accept()
        if self.none.isChecked() and not self._made:
            wanted = self.kit.say(lambda t: t.say("without a sheet"))
            if " ".join(self.typed.text().split()).casefold() == wanted.casefold():
                return True
            self._typed_field.refuse(
                lambda t: t.say(
                    "Without a sheet, a lost passphrase is a lost register. Type the words above "
                    "if that is what you want."
                )
            )
        elif not self._made:
            self._refusal.show_message(lambda t: t.say("Make the sheet first."))
        elif not self.delivery.done:
            self._refusal.show_message(lambda t: t.say("Print the sheet first, or save it."))
        else:
            return True
        return False

    def forget(self) -> None:
        """Let the sheet go."""
        self.delivery.forget()
        self.typed.clear()

    @property
    def _made(self) -> bool:
        return self.delivery.holds

    def _choice(self, words: Words) -> QRadioButton:
        made = QRadioButton()
        self.kit.bind(made, made.setText, words)
        self.kit.bind(made, made.setAccessibleName, words)
        self.column.addWidget(made)
        return made

    def _arrange(self, *_: object) -> None:
        made = self.delivery.holds
        for choice in (self.one, self.split, self.none):
            choice.setEnabled(not made)
        self.delivery.setVisible(made)
        self.make_button.setVisible(not made and not self.none.isChecked())
        self._typed_field.setVisible(not made and self.none.isChecked())
        self._refusal.hide()

    def _make(self) -> None:
        opened, split, door = self._opened, self.split.isChecked(), self._door
        self.make_button.setEnabled(False)
        self._tasks.write(lambda: door.new_sheet(opened, split=split), self._take, self._cannot)

    def _take(self, sheet: RecoverySheet) -> None:
        self.make_button.setEnabled(True)
        self.delivery.take(sheet)
        self._arrange()
        self.delivery.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cannot(self, error: Exception) -> None:
        self.make_button.setEnabled(True)
        self._refusal.show_message(error_words(error))
