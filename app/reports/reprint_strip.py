"""The strip that marks every page of a reprint: the word, its own copy, number, code and day."""

from __future__ import annotations

from typing import Final

from app.clock import OFFICE_ZONE
from app.reports.document import Format, Properties
from app.reports.paper_words import PaperWords
from app.reports.pdf.fonts import family
from app.reports.pdf.furniture import CLASS_SIZE
from app.reports.pdf.geometry import MM, PageFormat, page_format
from app.reports.pdf.safe_text import SafeText
from app.reports.pdf.strips import Words
from app.reports.pdf.writer import PageWriter, open_file
from app.shapes.requests.disclosures import Stamp
from models.vocabulary.papers import PaperFormat

_BASELINE: Final = 10.6 * MM
_HEIGHT: Final = 12 * MM


def reprint_strip(lang: str, stamp: Stamp, page: Format, paper: PaperFormat) -> bytes:
    """Make the strip of a reprint as a PDF of its own, as wide as the pages it marks.

    Raises FontMissing.
    """
    words, faces, sheet = PaperWords(lang), family(), page_format(page, paper)
    strip = PageFormat(sheet.width, _HEIGHT, sheet.left, sheet.right, 0.0, 0.0)
    text = words.say(
        "REPRINT · copy {copy} · disclosure {number} · {code} · {date}",
        copy=stamp.copy,
        number=stamp.number,
        code=stamp.code,
        date=f"{stamp.issued_at.astimezone(OFFICE_ZONE):%d.%m.%Y}",
    )
    properties = Properties(title="", lang=lang, made_at=stamp.issued_at)
    file = open_file(properties, faces, strip)
    writer = PageWriter(file, faces, strip)
    told = SafeText(faces).one_line(text)
    writer.add([Words(sheet.left, _BASELINE, True, CLASS_SIZE, told)], 0, 0)  # bold
    file.add_page(writer.operators())
    return file.finish()
