"""Take the register off the screen at once, keep what was being typed, then begin anew.

    GoingDark(tasks, clean_start, parent).lock(frame, Reason.ASKED)

Hiding comes first and depends on nothing. Then drafts and the state of the window go into the
register, sealed; the lock does not wait for them longer than PATIENCE_MS. Whatever fails on the
way, the process is replaced: a lock that stops half-way would be none.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.sandbox.process import end_every_worker
from app.services.desk.desk import keep_draft, remember
from app.ui.desk_store import KEY
from app.ui.forms.draft_keeper import DraftKeeper, Unsaved
from app.ui.lock.clean_start import CleanStart
from app.ui.lock.reasons import Reason
from app.ui.shell.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from app.ui.frame import Frame
    from app.workspace import Workspace

PATIENCE_MS: Final = 3000
LOOK_MS: Final = 10

_log = logging.getLogger("homeward.lock")


def hide_everything() -> None:
    """Hide every window of the program: pages, dialogs, popovers, menus, sheets of the system.

    Popups and dialogs go first, the newest before the older, so that none comes back as the one
    beneath is hidden.
    """
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.hide()
        if popup is QApplication.activePopupWidget():
            break
    while (dialog := QApplication.activeModalWidget()) is not None:
        dialog.hide()
        if dialog is QApplication.activeModalWidget():
            break
    for window in QApplication.topLevelWidgets():
        window.hide()


@dataclass(frozen=True, slots=True)
class _LastWords:
    """What goes into the register before it is shut."""

    drafts: Sequence[Unsaved]
    desk: str | None


class GoingDark(QObject):
    """Lock one open register, once."""

    def __init__(self, tasks: Tasks, clean_start: CleanStart, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._clean_start = clean_start
        self._ticket: Ticket | None = None
        self._deadline = 0.0
        self._register = Path()
        self._user = ""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def lock(self, frame: Frame, why: Reason) -> None:
        """Hide at once; keep, shut and begin anew as soon as that is done."""
        QApplication.setQuitOnLastWindowClosed(False)
        hide_everything()
        self._deadline = time.monotonic() + PATIENCE_MS / 1000
        self._register = frame.opened.path
        workspace = frame.opened.workspace
        self._user = workspace.actor.name
        _log.info("locking: %s", why.value)
        try:
            self._tasks.hush()
            words = _last_words(frame)
            frame.shut()
            self._ticket = self._tasks.write(
                lambda: _keep_and_shut(workspace, words), _nothing, _nothing
            )
        except Exception:  # noqa: BLE001  # a form that cannot be read must not keep the lock open
            _log.exception("the last words were not taken down")
        self._timer.start()

    @Slot()
    def _look(self) -> None:
        hide_everything()  # what a running question had still to show
        waits = self._ticket is not None and self._ticket.running
        if waits and time.monotonic() < self._deadline:
            return
        self._timer.stop()
        if waits:
            _log.warning("locked before the drafts were kept")
        try:
            end_every_worker()
        finally:
            self._clean_start(self._register, self._user)


def _last_words(frame: Frame) -> _LastWords:
    frame.remember_view()
    keepers = frame.window.findChildren(DraftKeeper)
    found = []
    for keeper in keepers:
        try:
            unsaved = keeper.unsaved()
        except Exception:  # noqa: BLE001  # one form that cannot be read takes no other with it
            _log.exception("a draft was not taken down")
        else:
            if unsaved is not None:
                found.append(unsaved)
    return _LastWords(tuple(found), frame.store.unsaved())


def _keep_and_shut(workspace: Workspace, words: _LastWords) -> None:
    """Keep every draft by itself, so that one that is refused takes no other with it."""
    try:
        for one in words.drafts:
            try:
                _keep(workspace, one)
            except Exception:  # noqa: BLE001  # the next draft still wants keeping
                _log.exception("a draft was not kept")
        desk = words.desk
        if desk is not None:
            workspace.write(lambda uow: remember(uow, KEY, desk))
    finally:
        workspace.close()


def _keep(workspace: Workspace, one: Unsaved) -> None:
    workspace.write(lambda uow: keep_draft(uow, one.form, one.subject, one.content))


def _nothing(_: object) -> None:
    """Nobody is there any more to be told."""
