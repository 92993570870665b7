"""Logs for whoever repairs the program: ids, counts and places in the code, never words of a case.

A traceback is written with the kind of each exception but without its text, because the text of
an exception may carry a name or a parameter (R-26).
"""

import logging
import logging.handlers
import os
import sys
import threading
import traceback
from collections.abc import Callable
from io import FileIO, TextIOWrapper
from pathlib import Path
from types import TracebackType
from typing import override

from app import paths

_log = logging.getLogger("homeward.logs")
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_MAX_BYTES = 1_000_000
_KEPT = 3

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class _WordlessFormatter(logging.Formatter):
    """Writes exceptions as their kind and the lines they passed."""

    @override
    def formatException(self, ei: _ExcInfo) -> str:
        kind, error, _trace = ei
        if kind is None or error is None:
            return ""
        lines: list[str] = []
        link: BaseException | None = error
        while link is not None:
            frames = traceback.extract_tb(link.__traceback__)
            lines.extend(f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
            code = getattr(link, "code", "")
            lines.append(f"{type(link).__name__} {code if isinstance(code, str) else ''}".rstrip())
            link = link.__cause__ or link.__context__
        return "\n".join(lines)


class _OwnersFile(logging.handlers.RotatingFileHandler):
    """A log readable by this user only, also the fresh one after the old was put aside."""

    @override
    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
        return TextIOWrapper(FileIO(handle, "a"), encoding=self.encoding, line_buffering=True)


def set_up(level: int = logging.INFO, folder: Path | None = None) -> Path:
    """Send the program's log to a small rotating file readable by this user only."""
    place = folder or paths.logs_dir()
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    file = place / "homeward.log"
    file.touch(mode=0o600)
    handler = _OwnersFile(
        file, maxBytes=_MAX_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(_WordlessFormatter(_FORMAT))
    close()
    root = logging.getLogger("homeward")
    root.addHandler(handler)
    root.setLevel(level)
    root.propagate = False
    # SQLAlchemy would log parameters at INFO and DEBUG.
    logging.getLogger("sqlalchemy").setLevel(logging.ERROR)
    if os.name == "posix":
        file.chmod(0o600)
    return file


def hear_uncaught(tell: Callable[[str], object]) -> None:
    """Log what nobody caught, on any thread, without its words; `tell` hears only its kind.

    Python itself would print the text of the exception, values and all, on the error stream,
    which a desktop keeps in a file of its own.
    """

    def heard(kind: type[BaseException], error: BaseException | None, trace: object) -> None:
        if error is None or not isinstance(error, Exception):
            return  # asked to stop, or nothing is known of it
        here = trace if isinstance(trace, TracebackType) else None
        _log.error("nobody caught this", exc_info=(kind, error, here))
        tell(kind.__name__)

    sys.excepthook = heard
    threading.excepthook = lambda told: heard(told.exc_type, told.exc_value, told.exc_traceback)
    sys.unraisablehook = lambda told: heard(told.exc_type, told.exc_value, told.exc_traceback)


def close() -> None:
    """Stop writing the log and let go of its file."""
    root = logging.getLogger("homeward")
    for handler in tuple(root.handlers):
        root.removeHandler(handler)
        handler.close()
