"""Grows a PDF page by page out of operators, with reportlab as the writer of its objects."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.reports.pdf.file_facts import FileFacts, sayable
from app.reports.pdf.file_parts import Information, Stream, metadata, name_fonts, output_intent
from app.reports.pdf.reportlab_door import canvas, pdfdoc
from app.shapes.case_report import GreyPicture

PDF_1_7 = (1, 7)


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
    return Stream(header, packed)


class PdfBuilder:
    """A PDF in the making: pages of operators, grey pictures, an outline; the same every time."""

    def __init__(
        self,
        *,
        size: tuple[float, float],
        font_name: str,
        facts: FileFacts,
    ) -> None:
        self._bytes = io.BytesIO()
        face: Any = font_name  # the stubs of reportlab take a font name for a number
        made: Any = canvas.Canvas(  # and know none of the private parts we need
            self._bytes,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=face,
            lang=facts.lang,
            pdfVersion=PDF_1_7,
        )
        self._canvas = made
        self._document = self._canvas._doc  # noqa: SLF001  # the only way to the parts below
        self._say(replace(facts, title=sayable(facts.title), subject=sayable(facts.subject)))
        self._encoded: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self._pictures: dict[int, str] = {}
        self._bookmarks = 0
        self._sheets: list[Sheet] = []

    def _say(self, facts: FileFacts) -> None:
        """Say of the file what it is: to readers of PDF, and once more to archives."""
        self._document.info = Information(facts)
        self._document.updateSignature(repr(facts))
        catalog = self._document.Catalog
        catalog.Metadata = metadata(facts)
        catalog.ViewerPreferences = pdfdoc.PDFDictionary({"DisplayDocTitle": pdfdoc.PDFtrue})
        catalog.OutputIntents = pdfdoc.PDFArray([output_intent(self._document)])
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]

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
        drawn = self._canvas
        drawn._currentPageHasImages = 1  # noqa: SLF001  # what drawImage sets
        if name not in drawn._formsinuse:  # noqa: SLF001
            drawn._formsinuse.append(name)  # noqa: SLF001
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
        packed = zlib.compress(picture.pixels, 9)
        self._document.updateSignature(packed)
        self._document.Reference(Stream(header, packed), resource)

    def add_page(self, operators: list[str], outline: Sequence[str] = ()) -> Sheet:
        """End a page of these operators, packed at once; entries of the outline lead to it."""
        entries = []
        for title in outline:
            self._bookmarks += 1
            entries.append((f"s{self._bookmarks}", title))
            self._canvas.bookmarkPage(entries[-1][0])
        self._canvas._code.clear()  # noqa: SLF001  # we write the operators ourselves
        self._canvas.showPage()
        self._document.Pages.pages[-1].Trans = None
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
            for part in sheet.parts:
                self._document.updateSignature(part)
            parts = [self._document.Reference(_stream(part)) for part in sheet.parts]
            sheet.page.Contents = parts[0] if len(parts) == 1 else pdfdoc.PDFArray(parts)
            for key, title in sheet.outline:
                self._canvas.addOutlineEntry(title, key, level=0)
        self._document.Pages.pages = [sheet.page for sheet in self._sheets]
        name_fonts(self._document)
        self._canvas.save()
        return self._bytes.getvalue()
