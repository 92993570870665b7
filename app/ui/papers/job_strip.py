"""Shows over the desk how far long work is: what is counted, time left, and Stop."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.shapes.progress import Progress
from app.ui.cases.content import clear
from app.ui.shell.tasks import Failed, Job, Ticket
from app.ui.widgets.kit import Words
from app.ui.widgets.states import ProgressCard, count_words
from app.ui.work import Work


class JobStrip(QWidget):
    """One job at a time; it goes when the job is through."""

    def __init__(self, work: Work) -> None:
        super().__init__()
        self._work = work
        self._ticket: Ticket | None = None
        self._tell: Callable[[object], object] | None = None
        self._fail: Failed | None = None
        self.card: ProgressCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 0, 24, 8)
        self.hide()

    def watch[T](
        self,
        work: Callable[[Job], T],
        words: Words,
        done: Callable[[T], object],
        failed: Failed,
    ) -> None:
        """Run long work and show how far it is; work that is stopped answers with what it did."""

        def through(answer: T) -> None:
            self._put_away()
            done(answer)

        def fell(error: Exception) -> None:
            self._put_away()
            failed(error)

        self._show(words)
        self._ticket = self._work.tasks.background(
            work, through, fell, progressed=self._progressed, cancelled=self._put_away
        )

    def _show(self, words: Words) -> None:
        clear(self._column)
        self.card = ProgressCard(self._work.kit, words)
        self.card.cancel_button.set_words(lambda t: t.say("Stop"))
        self.card.cancelled.connect(self._stop)
        self._column.addWidget(self.card)
        self.show()

    def _progressed(self, progress: Progress) -> None:
        if self.card is not None:
            done, total = progress.done, progress.total
            self.card.show_progress(done, total, lambda t: count_words(t, done, total))

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _put_away(self) -> None:
        self.hide()
        self.card = None
        clear(self._column)
