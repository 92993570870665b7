"""Grows a PDF page by page out of operators, with reportlab as the writer of its objects."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.reports.pdf.assembly import Raw, assembled, packed_objects
from app.reports.pdf.file_facts import FileFacts, sayable
from app.reports.pdf.file_parts import Information, Stream, metadata, name_fonts, output_intent
from app.reports.pdf.reportlab_door import canvas, pdfdoc
from app.reports.pdf.structure import MarkedPage, Structure, parents
from app.shapes.case_report import GreyPicture


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
        self.lang = facts.lang
        self._bytes = io.BytesIO()
        face: Any = font_name  # the stubs of reportlab take a font name for a number
        made: Any = canvas.Canvas(  # and know none of the private parts we need
            self._bytes,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=face,
            lang=facts.lang,
        )
        self._canvas = made
        self._document = self._canvas._doc  # noqa: SLF001  # the only way to the parts below
        self._say(replace(facts, title=sayable(facts.title), subject=sayable(facts.subject)))
        self._encoded: dict[tuple[str, str], list[tuple[str, str]]] = {}
        #: By face: the codes of letters in its first part, and how that part is called here.
        self._codes: dict[str, tuple[dict[str, int], list[str]]] = {}
        self._pictures: dict[int, str] = {}
        self._bookmarks = 0
        self._sheets: list[Sheet] = []
        self._packs: list[tuple[tuple[int, ...], bytes]] = []
        self._trees: dict[int, int] = {}  # the page on which a tree begins: its root
        self._parents: list[tuple[int, int]] = []
        self._root = Raw()
        self._document.Catalog.StructTreeRoot = self._document.Reference(self._root)
        self._document.Catalog.MarkInfo = Raw("<</Marked true>>")

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
        """Return runs of (font resource, string in hexadecimal) for `text`."""
        key = (face.name, text)
        known = self._encoded.get(key)
        if known is None:
            known = self._encoded[key] = self._coded(face, text)
        return known

    def _coded(self, face: Any, text: str) -> list[tuple[str, str]]:  # as above
        codes, resource = self._codes.setdefault(face.name, ({}, []))
        try:
            return [(resource[0], bytes([codes[char] for char in text]).hex())]
        except (KeyError, IndexError):  # a letter that the file does not show yet
            pass
        font, document = face.font, self._document
        runs = [
            (font.getSubsetInternalName(subset, document), chars.hex())
            for subset, chars in font.splitString(text, document)
        ]
        known = font.state[document].assignments
        codes.update({chr(one): known[one] for one in map(ord, text) if known.get(one, 256) < 256})
        if "\u00a0" in text:
            codes["\u00a0"] = known[ord(" ")]
        if not resource:
            resource.append(font.getSubsetInternalName(0, document))
        return runs

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

    def add_page(
        self, operators: list[str], outline: Sequence[str] = (), marked: MarkedPage | None = None
    ) -> Sheet:
        """End a page of these operators, packed at once; entries of the outline lead to it."""
        entries = []
        for title in outline:
            self._bookmarks += 1
            entries.append((f"s{self._bookmarks}", title))
            self._canvas.bookmarkPage(entries[-1][0])
        self._canvas._code.clear()  # noqa: SLF001  # we write the operators ourselves
        self._canvas.showPage()
        page = self._document.Pages.pages[-1]
        page.Trans = None
        if marked is not None:
            page.StructParents = marked.key = len(self._sheets)
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
            marked.page = self._number(page)
        sheet = Sheet(page, [_packed(operators)], entries)
        self._sheets.append(sheet)
        return sheet

    def _number(self, one: Any) -> int:  # an object of reportlab
        name = self._document.Reference(one).name
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        return number

    def add_tree(self, structure: Structure) -> None:
        """Write what the words on the last pages are to one another; packed at once."""
        first = self._document.objectcounter + 1
        objects = structure.written(first, self._number(self._root))
        self._document.objectcounter += len(objects)  # these numbers are taken
        self._packs.extend(packed_objects(objects))
        lists = [number for number, _ in objects[-len(structure.pages) :]]
        self._parents.extend(zip((page.key for page in structure.pages), lists, strict=True))
        self._trees[structure.pages[0].page] = first

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
        trees = [self._trees.get(self._number(sheet.page)) for sheet in self._sheets]
        roots = " ".join(f"{tree} 0 R" for tree in trees if tree is not None)
        nums = " ".join(parents(self._parents))
        self._root.content = (
            f"<</Type/StructTreeRoot/K[{roots}]/ParentTree<</Nums[{nums}]>>"
            f"/ParentTreeNextKey {len(self._sheets)}>>"
        )
        self._document.format = lambda: assembled(self._document, self._packs)
        self._canvas.save()
        return self._bytes.getvalue()
