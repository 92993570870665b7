"""Says why a paper was not printed, and how a printer stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.errors import FamilyNotTold, HomewardError, PrinterRefused, TypesetterEnded
from app.i18n import Translator
from app.shapes.printing import Printer, PrinterState


def printer_state(printer: Printer, t: Translator) -> str:
    """Say in a few words how a printer stands; nothing where it is ready."""
    match printer.state:
        case PrinterState.READY:
            return ""
        case PrinterState.OFFLINE:
            return t.say("switched off or out of reach")
        case PrinterState.STOPPED:
            return t.say("stopped")
        case PrinterState.REFUSING:
            return t.say("takes no papers")


def _refused(error: HomewardError, t: Translator) -> str:
    name = str(error.data["printer"])
    by_reason = {
        "no_system": t.say(
            "This computer has no printing system that answers (CUPS). Nothing was printed. Ask "
            "whoever keeps the computer to set a printer up, or save the PDF and print it "
            "elsewhere."
        ),
        "gone": t.say(
            "The printer “{name}” is not there any more. Nothing was printed. Choose another.",
            name=name,
        ),
        "offline": t.say(
            "The printer “{name}” is switched off or out of reach. Nothing was sent, so that no "
            "paper waits in its queue. Switch it on and print again, or choose another.",
            name=name,
        ),
        "stopped": t.say(
            "The printer “{name}” is stopped. Nothing was sent, so that no paper waits in its "
            "queue. Look at the printer, then print again, or choose another.",
            name=name,
        ),
        "refusing": t.say(
            "The printer “{name}” takes no papers now. Nothing was sent. Choose another.", name=name
        ),
    }
    return by_reason.get(str(error.data["why"])) or t.say(
        "The printer “{name}” did not take the paper. What was sent was called back. Look at the "
        "printer, then print again, or choose another.",
        name=name,
    )


def _family_not_told(error: HomewardError, t: Translator) -> str:
    return t.say(
        "The family of case {number} has not yet been told face to face by two of the staff. A "
        "letter is written only after that; record the visit first.",
        number=error.data["number"],
    )


def _typesetter_ended(_: HomewardError, t: Translator) -> str:
    return t.say(
        "A part of the program that sets pages ended unexpectedly, perhaps for want of memory. "
        "Papers that were finished before are whole; of the others nothing was kept. Close other "
        "programs and try again."
    )


PRINTING_SENTENCES: Mapping[type[HomewardError], Callable[[HomewardError, Translator], str]] = {
    PrinterRefused: _refused,
    FamilyNotTold: _family_not_told,
    TypesetterEnded: _typesetter_ended,
}
