"""Says what a check of the register found."""

from __future__ import annotations

from typing import Literal

from app.i18n import Translator
from app.shapes.checks import Fault, FaultKind
from app.shapes.history import Wrong


def fault_words(fault: Fault, t: Translator) -> str:
    """Give a fault in words."""
    match fault.what:
        case FaultKind.FILE:
            return t.say("the file is damaged here; restore the last backup")
        case FaultKind.NO_SNAPSHOT | FaultKind.STATUS | FaultKind.LINE | FaultKind.INDEX:
            return _computed(fault.what, t)
        case FaultKind.SHARD:
            return t.say("this file of evidence is damaged; restore the last backup")
        case FaultKind.EXHIBIT:
            return _exhibit(fault.more, t)
        case FaultKind.ORPHAN:
            return t.say("a kept file that no exhibit names; an interrupted intake left it behind")
        case FaultKind.HISTORY:
            return _history(Wrong(fault.more), t)


def _computed(
    what: Literal[FaultKind.NO_SNAPSHOT, FaultKind.STATUS, FaultKind.LINE, FaultKind.INDEX],
    t: Translator,
) -> str:
    match what:
        case FaultKind.NO_SNAPSHOT:
            return t.say("the status was never computed")
        case FaultKind.STATUS:
            return t.say("the status recorded is not what the events make")
        case FaultKind.LINE:
            return t.say("the line in the register is not what was computed")
        case FaultKind.INDEX:
            return t.say(
                "what this is found by is not what the register says; run the check with --mend"
            )


def _exhibit(reason: str, t: Translator) -> str:
    if reason == "missing":
        return t.say("a piece of the kept file is missing; restore the last backup")
    return t.say("the kept file is not what was taken in; restore the last backup")


def _history(wrong: Wrong, t: Translator) -> str:
    match wrong:
        case Wrong.MISSING:
            return t.say("entries are missing from the history here")
        case Wrong.BROKEN:
            return t.say("this entry does not follow the one before it")
        case Wrong.ALTERED:
            return t.say("this entry was altered after it was signed")
        case Wrong.FORGED:
            return t.say("the signature is not that of the person named")
        case Wrong.UNKNOWN_AUTHOR:
            return t.say("nobody of this office signed this entry")
        case Wrong.STRAY:
            return t.say("sealed changes stand here without an entry")
        case Wrong.CUT_OFF:
            return t.say("the history ends before the last entry this computer has seen")
        case Wrong.REWRITTEN:
            return t.say("the entry this computer saw last is another one now")
