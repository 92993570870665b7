"""Make the Qt application of the program: theme, focus ring, lanes, a calm answer to any fault."""

import logging
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

from app.i18n.translator import Translator
from app.ui.garbage import UiGarbage
from app.ui.shell.change_bus import ChangeBus
from app.ui.shell.messages import details_of
from app.ui.shell.tasks import Tasks
from app.ui.theme.theme import Mode, Theme
from app.ui.theme.type_scale import DEFAULT_POINTS
from app.ui.widgets.focus_ring import FocusRing
from app.ui.widgets.kit import Kit

_log = logging.getLogger(__name__)

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@dataclass(frozen=True, slots=True)
class Desk:
    """What a window is built from: the application, the kit, the lanes and the change bus."""

    app: QApplication
    kit: Kit
    tasks: Tasks
    bus: ChangeBus


def make_application(
    arguments: Sequence[str],
    translator: Translator,
    *,
    mode: Mode = Mode.SYSTEM,
    points: float = DEFAULT_POINTS,
    resources: Path = RESOURCES,
) -> Desk:
    """Build the application once; numbers are never written by the system's locale."""
    QLocale.setDefault(QLocale.c())
    app = QCoreApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(list(arguments))
    app.setApplicationName("Homeward")
    app.setApplicationDisplayName("Homeward")
    app.setDesktopFileName("homeward")
    theme = Theme(resources, mode=mode, points=points, parent=app)
    theme.dress(app)
    kit = Kit(theme, translator, app)
    FocusRing(kit, app)
    UiGarbage(app)
    return Desk(app, kit, Tasks(app), ChangeBus(app))


def answer_faults(tell: Callable[[Exception], object]) -> None:
    """Show any exception that reached the event loop as a calm panel, never as a traceback.

    The log gets the kind of error and the places in the program, no message and no values.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not isinstance(error, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        _log.error("unexpected fault\n%s", details_of(error))
        tell(error)

    sys.excepthook = hook
