"""The one place where reportlab comes in: without Pillow, without Helvetica, without remote files.

reportlab ships no types, so what passes here is `Any` to mypy; the small protocols below say what
we use of it. Its text markup (`Paragraph`) is never used: it reads case text as tags.
"""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

from app.shapes.case_report import GreyPicture


def _import_without_pillow() -> None:
    """Import reportlab while a stand-in takes the place of Pillow, which it loads at import.

    Foreign pictures are parsed in the sandbox process only; Pillow never loads in this one
    (`decisions.md`, Program 4). Our pictures reach the page as grey pixels.
    """
    if "PIL" in sys.modules:
        import reportlab.pdfgen.canvas  # noqa: PLC0415  # the point is the import itself

        return
    package, image = ModuleType("PIL"), ModuleType("PIL.Image")
    package.Image = image  # type: ignore[attr-defined]  # a stand-in module made on the spot
    sys.modules["PIL"], sys.modules["PIL.Image"] = package, image
    try:
        import reportlab.pdfgen.canvas  # noqa: F401, PLC0415  # the point is the import itself
    finally:
        del sys.modules["PIL"], sys.modules["PIL.Image"]


_import_without_pillow()

from reportlab import rl_config  # noqa: E402  # after the stand-in is in place
from reportlab.graphics.barcode import qrencoder  # noqa: E402
from reportlab.pdfbase import pdfdoc, pdfmetrics, ttfonts  # noqa: E402
from reportlab.pdfgen import canvas as rl_canvas  # noqa: E402

rl_config.trustedSchemes = []
rl_config.trustedHosts = []
rl_config.useA85 = 0


def register(name: str, file: Path) -> Any:  # reportlab's TTFont is untyped
    """Register a TrueType file and make it the only base font of canvases."""
    font = ttfonts.TTFont(name, str(file), asciiReadable=0)
    pdfmetrics.registerFont(font)
    if rl_config.canvas_basefontname == "Helvetica":
        rl_config.canvas_basefontname = name
    return font


def qr_modules(text: str, version: int | None = 1) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a level Q code of capital letters, digits and spaces.

    Version 1 has 21 × 21; None takes the smallest version that holds the text.
    """
    code = qrencoder.QRCode(version, qrencoder.QRErrorCorrectLevel.Q)
    code.addData(qrencoder.QRAlphaNum(text))
    code.make()
    return tuple(tuple(bool(module) for module in row) for row in code.modules)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page that was ended; more can be drawn on it as long as the file is not finished."""

    page: Any  # reportlab.pdfbase.pdfdoc.PDFPage, untyped
    parts: list[bytes]
    outline: list[tuple[str, str]]

    def add(self, operators: list[str]) -> None:
        """Draw more, after everything that is there."""
        self.parts.append(_packed(operators))


def _packed(operators: list[str]) -> bytes:
    return zlib.compress("\n".join([*operators, ""]).encode("ascii"))


def _stream(packed: bytes) -> Any:  # as above
    header = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("FlateDecode")})
    return pdfdoc.PDFStream(header, packed)


class PdfBuilder:
    """A PDF in the making: pages of operators, grey pictures, an outline; the same every time."""

    def __init__(
        self,
        *,
        size: tuple[float, float],
        font_name: str,
        title: str,
        subject: str,
        lang: str,
        made_at: datetime,
    ) -> None:
        self._bytes = io.BytesIO()
        face: Any = font_name  # the stubs of reportlab take a font name for a number
        canvas: Any = rl_canvas.Canvas(  # and know none of the private parts we need
            self._bytes,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=face,
            lang=lang,
        )
        self._canvas = canvas
        self._canvas.setTitle(title)
        self._canvas.setSubject(subject)
        self._canvas.setAuthor("")
        self._canvas.setCreator("Homeward")
        self._canvas.setProducer("Homeward")
        self._document = self._canvas._doc  # noqa: SLF001  # the only way to the parts below
        self._set_time(made_at)
        self._encoded: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._pictures: dict[int, str] = {}
        self._bookmarks = 0
        self._sheets: list[Sheet] = []

    def _set_time(self, made_at: datetime) -> None:
        """Set the file's dates to the moment in the record instead of the clock's."""
        stamp = self._document._timeStamp  # noqa: SLF001  # no public way to a chosen date
        utc = made_at.astimezone(UTC)
        stamp.YMDhms = (utc.year, utc.month, utc.day, utc.hour, utc.minute, utc.second)

    def encode(self, face: Any, text: str) -> list[tuple[str, str]]:  # a `fonts.Face`
        """Return runs of (font resource, escaped bytes) for `text`."""
        key = (face.name, text)
        known = self._encoded.get(key)
        if known is None:
            font, document = face.font, self._document
            known = [
                (font.getSubsetInternalName(subset, document), self._canvas._escape(chars))  # noqa: SLF001
                for subset, chars in font.splitString(text, document)
            ]
            self._encoded[key] = known
        return known

    def grey_picture(self, picture: GreyPicture) -> str:
        """Embed 8-bit grey pixels once and return the resource's name; raises ValueError."""
        if len(picture.pixels) != picture.width * picture.height or not picture.pixels:
            raise ValueError("grey picture: pixels do not fill width times height")
        name = self._pictures.get(id(picture))
        if name is None:
            name = f"grey{len(self._pictures) + 1}"
            self._pictures[id(picture)] = name
            self._embed(picture, self._document.getXObjectName(name))
        canvas = self._canvas
        canvas._currentPageHasImages = 1  # noqa: SLF001  # what drawImage sets
        if name not in canvas._formsinuse:  # noqa: SLF001
            canvas._formsinuse.append(name)  # noqa: SLF001
        resource: str = self._document.getXObjectName(name)
        return resource

    def _embed(self, picture: GreyPicture, resource: str) -> None:
        header = pdfdoc.PDFDictionary(
            {
                "Type": pdfdoc.PDFName("XObject"),
                "Subtype": pdfdoc.PDFName("Image"),
                "Width": picture.width,
                "Height": picture.height,
                "ColorSpace": pdfdoc.PDFName("DeviceGray"),
                "BitsPerComponent": 8,
                "Filter": pdfdoc.PDFName("FlateDecode"),
            }
        )
        self._document.Reference(
            pdfdoc.PDFStream(header, zlib.compress(picture.pixels, 9)), resource
        )

    def add_page(self, operators: list[str], outline: Sequence[str] = ()) -> Sheet:
        """End a page of these operators, packed at once; entries of the outline lead to it."""
        entries = []
        for title in outline:
            self._bookmarks += 1
            entries.append((f"s{self._bookmarks}", title))
            self._canvas.bookmarkPage(entries[-1][0])
        self._canvas._code.clear()  # noqa: SLF001  # we write the operators ourselves
        self._canvas.showPage()
        sheet = Sheet(self._document.Pages.pages[-1], [_packed(operators)], entries)
        self._sheets.append(sheet)
        return sheet

    def bring_to_front(self, count: int) -> None:
        """Put the last `count` pages, in their order, before all others."""
        if count:
            self._sheets = [*self._sheets[-count:], *self._sheets[:-count]]

    @property
    def sheets(self) -> Sequence[Sheet]:
        """Return the pages in the order in which they will lie."""
        return self._sheets

    def finish(self) -> bytes:
        """Return the whole file."""
        for sheet in self._sheets:
            parts = [self._document.Reference(_stream(part)) for part in sheet.parts]
            sheet.page.Contents = parts[0] if len(parts) == 1 else pdfdoc.PDFArray(parts)
            for key, title in sheet.outline:
                self._canvas.addOutlineEntry(title, key, level=0)
        self._document.Pages.pages = [sheet.page for sheet in self._sheets]
        self._canvas.save()
        return self._bytes.getvalue()
