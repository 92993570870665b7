"""Says kindly why a file could not be written or read: a sentence for each thing a disk may say."""

from __future__ import annotations

import errno

from app.i18n.translator import Translator
from app.ui.shell.messages import Messages, Problem


class FileFaults:
    """Answers a failed save or read; coded errors have their own sentences."""

    def __init__(self, messages: Messages) -> None:
        self._messages = messages

    def tell(self, error: Exception) -> None:
        """Show an error in its sentence."""
        if isinstance(error, OSError):
            self._messages.problem(file_problem(error))
        else:
            self._messages.failed(error)


def file_problem(error: OSError) -> Problem:
    """Say what the disk refused, and what to do."""
    say = {
        errno.EACCES: _not_allowed,
        errno.EPERM: _not_allowed,
        errno.EROFS: _read_only,
        errno.ENOENT: _not_there,
        errno.ENOTDIR: _not_there,
        errno.EISDIR: _a_folder,
        errno.ENAMETOOLONG: _name_too_long,
    }.get(error.errno or 0, _no_answer)
    return Problem(say, "", "", f"file_{errno.errorcode.get(error.errno or 0, 'unknown')}")


def _not_allowed(t: Translator) -> str:
    return t.say(
        "You may not write to this folder. Nothing was saved. Choose another folder, for example "
        "your own documents."
    )


def _read_only(t: Translator) -> str:
    return t.say("This disk can only be read. Nothing was saved. Choose another disk or folder.")


def _not_there(t: Translator) -> str:
    return t.say("The folder is no longer there. Nothing was saved. Choose another one.")


def _a_folder(t: Translator) -> str:
    return t.say("A folder of this name is there already. Nothing was saved. Choose another name.")


def _name_too_long(t: Translator) -> str:
    return t.say("The file name is too long. Nothing was saved. Choose a shorter one.")


def _no_answer(t: Translator) -> str:
    return t.say(
        "The disk did not answer. Nothing was half saved. Check the disk or the USB stick, then "
        "try again."
    )
