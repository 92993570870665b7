"""Show how far the search for the men of a list is, as long as it goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.progress import Progress
from app.ui.widgets.kit import Kit
from app.ui.widgets.states import ProgressCard


class MatchProgress(QWidget):
    """The card, gone when there is nothing to wait for; `stopped` when the person asked so."""

    stopped = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._card: ProgressCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 0, 24, 8)
        self.hide()

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far it is; None: it is over."""
        if progress is None:
            if self._card is not None:
                self._card.hide()
                self._card.deleteLater()
            self._card = None
            self.hide()
            return
        if self._card is None:
            self._card = ProgressCard(
                self._kit, lambda t: t.say("Looking for the men of this list")
            )
            self._card.cancel_button.set_words(lambda t: t.say("Stop"))
            self._card.cancelled.connect(self.stopped)
            self._column.addWidget(self._card)
            self.show()
        self._card.show_progress(
            progress.done,
            progress.total,
            lambda t: t.say(
                "{done} of {total} rows",
                done=t.number(progress.done),
                total=t.number(progress.total),
            ),
        )
