"""The recovery sheet, one page or a page a share: the code, how to use it, where to keep it."""

from __future__ import annotations

import hashlib

from app.clock import OFFICE_ZONE
from app.reports.document import Properties
from app.reports.paper_words import PaperWords
from app.reports.pdf.sheet import Passage, SheetPage, typeset_sheets
from app.reports.render import PdfFile
from app.shapes.recovery import RecoverySheet


def write_recovery_sheet(sheet: RecoverySheet, lang: str, *, part: int | None = None) -> PdfFile:
    """Write a recovery sheet as a PDF in memory, in `lang` (en, hy, ru).

    A sheet in parts has a page a part, or only `part`. The secret stands on the page and nowhere
    else in the file. Raises FontMissing.
    """
    words = PaperWords(lang)
    properties = Properties(
        title=words.say("Recovery sheet"), lang=lang, made_at=sheet.made.made_at
    )
    parts = range(1, len(sheet.shares) + 1) if sheet.shares else range(1)
    pages = tuple(_page(sheet, words, one) for one in parts if part in (None, one))
    content = typeset_sheets(pages, properties)
    return PdfFile(content, len(pages), hashlib.sha256(content).hexdigest())


def _page(sheet: RecoverySheet, words: PaperWords, part: int) -> SheetPage:
    number, total = sheet.made.number, len(sheet.shares)
    made = words.day(sheet.made.made_at.astimezone(OFFICE_ZONE).date())
    share = sheet.shares[part - 1] if part else ()
    # As a scanner types it; English words and Latin letters have capitals, which make a small QR.
    code = " ".join(share) if part else "".join(sheet.lines).replace(" ", "")
    heading = (
        words.say(
            "Recovery sheet {number}, part {part} of {parts}",
            number=number,
            part=part,
            parts=total,
        )
        if part
        else words.say("Recovery sheet {number}", number=number)
    )
    return SheetPage(
        register=sheet.register_name,
        class_word=words.say("CONFIDENTIAL"),
        scope=words.say("in a sealed envelope only"),
        heading=heading,
        under=words.say("Opens the register when a passphrase is lost."),
        facts=(
            (words.say("Register"), f"{sheet.register_name}  ({sheet.register_short_id})"),
            (words.say("Made on"), made),
        ),
        lines=sheet.lines,
        words=share,
        qr=code.upper(),
        code_note=_code_note(words, part),
        passages=_passages(words, part),
        sealed_on=words.say("Sealed on"),
        sealed_by=words.say("Name and signature"),
        foot=words.say(
            "The program keeps no copy of this page. Whoever holds it, holds the register."
        )
        if not part
        else words.say(
            "The program keeps no copy of this page. Whoever holds two parts, holds the register."
        ),
    )


def _code_note(words: PaperWords, part: int) -> str:
    if part:
        return words.say(
            "Twenty-three words; the first four letters of each are enough. They are English in "
            "every language of the program."
        )
    return words.say(
        "The last two characters of each line check the eight before them. No letter O, I, L or U "
        "occurs: what looks like an O is a zero, what looks like an I or an L is a one."
    )


def _passages(words: PaperWords, part: int) -> tuple[Passage, ...]:
    what = (
        words.say(
            "Any two of the three parts let one member of staff back into the register if they "
            "lost their passphrase, or if nobody else is left who can open it. One part alone "
            "tells nothing."
        )
        if part
        else words.say(
            "It lets one member of staff back into the register if they lost their passphrase, or "
            "if nobody else is left who can open it."
        )
    )
    keep = (
        words.say(
            "Each part in an opaque envelope of its own, signed across the flap, with another "
            "person at another place. Never two parts together, never a photograph or a scan."
        )
        if part
        else words.say(
            "In an opaque envelope, signed across the flap, in the safe of the office. Never "
            "beside the computer, never as a photograph or a scan."
        )
    )
    return (
        Passage(words.say("What it is for"), (what,)),
        Passage(
            words.say("How to use it"),
            (
                words.say(
                    "Start the program and choose the recovery sheet where a passphrase is asked "
                    "for. At the command line: homeward recovery open."
                ),
                words.say(
                    "Type the words of two parts, each part in its own order, or read their codes "
                    "by a scanner."
                )
                if part
                else words.say("Type the four lines, or read the code by a scanner."),
                words.say(
                    "Choose a new passphrase. Print the new sheet the program then makes, seal it, "
                    "and destroy this one."
                ),
            ),
            numbered=True,
        ),
        Passage(words.say("Where to keep it"), (keep,)),
        Passage(
            words.say("After it was used"),
            (
                words.say(
                    "It opens the register once. The use stands in the history for good, the "
                    "register gets new keys, and this sheet opens nothing any more. If the seal is "
                    "broken and nobody knows why, make a new sheet at once."
                ),
            ),
        ),
    )
