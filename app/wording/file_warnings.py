"""Says what a person should know of a file before anybody opens it: one sentence a warning."""

from __future__ import annotations

from app.i18n import Translator
from app.shapes.files import FileWarning


def warning_sentence(warning: FileWarning, t: Translator) -> str:
    """Give the sentence of a warning."""
    return {
        FileWarning.WRONG_EXTENSION: t.say(
            "The ending of its name says something else than its content."
        ),
        FileWarning.NAME_HIDES: t.say(
            "Its name holds signs that cannot be seen; they may hide its true ending."
        ),
        FileWarning.RUNS_BY_NAME: t.say(
            "By the ending of its name a computer would run it as a program. Do not open it."
        ),
        FileWarning.PROGRAM: t.say("It is a program, not a record. Do not open it."),
        FileWarning.CARRIES_PROGRAM: t.say("There is a program inside it. Do not open it."),
        FileWarning.MACROS: t.say("It holds macros: small programs that run when it is opened."),
        FileWarning.SCRIPTS: t.say(
            "It holds scripts, links that act by themselves, or files hidden inside."
        ),
        FileWarning.POLYGLOT: t.say(
            "It is two kinds of file in one; the second is hidden. Do not open it."
        ),
        FileWarning.TRAILING: t.say("More follows after the end of the picture."),
        FileWarning.LOCKED: t.say("It is locked with a password, so it was not looked into."),
        FileWarning.BOMB: t.say("It unpacks to an enormous size, so it was not looked into."),
        FileWarning.DAMAGED: t.say("It is damaged or broken on purpose and cannot be shown."),
        FileWarning.ONLY_ENDS_SEEN: t.say(
            "It is so large that only its beginning and its end were looked at."
        ),
    }[warning]
