"""Objects of a PDF that reportlab writes otherwise than archives want them, or not at all."""

from __future__ import annotations

import zlib
from hashlib import md5
from string import ascii_uppercase
from typing import Any

from app.reports.pdf import colour_profile
from app.reports.pdf.file_facts import MAKER, FileFacts, packet
from app.reports.pdf.reportlab_door import pdfdoc


class Stream(pdfdoc.PDFStream):
    """A stream that ends on a line of its own, as archives want it; reportlab writes no end."""

    def format(self, document: Any) -> bytes:  # untyped
        """Write the stream."""
        written: bytes = super().format(document)
        return written.removesuffix(b"endstream\n") + b"\nendstream\n"


pdfdoc.PDFStream = Stream  # type: ignore[misc]  # fonts are written by reportlab itself


class Information(pdfdoc.PDFInfo):
    """The properties of a file: what is empty is left out, and an author is never there."""

    def __init__(self, facts: FileFacts) -> None:
        super().__init__()
        self._facts = facts

    def digest(self, md5object: Any) -> None:
        """Leave the identity of the file to its content, which says all this."""

    def format(self, document: Any) -> Any:
        """Write the properties."""
        moment = f"D:{self._facts.made_utc:%Y%m%d%H%M%S}+00'00'"
        told = {
            "Title": self._facts.title,
            "Subject": self._facts.subject,
            "Creator": MAKER,
            "Producer": MAKER,
            "CreationDate": moment,
            "ModDate": moment,
        }
        entries = {name: pdfdoc.PDFString(value) for name, value in told.items() if value}
        return pdfdoc.PDFDictionary(entries).format(document)


def output_intent(document: Any) -> Any:  # as above
    """Return what the colours of the file mean, with the profile that says it."""
    header = pdfdoc.PDFDictionary({"N": 3, "Filter": pdfdoc.PDFName("FlateDecode")})
    profile = Stream(header, zlib.compress(colour_profile.srgb_profile(), 9))
    name = pdfdoc.PDFString(colour_profile.NAME)
    return pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("OutputIntent"),
            "S": pdfdoc.PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": name,
            "Info": name,
            "DestOutputProfile": document.Reference(profile),
        }
    )


def metadata(facts: FileFacts) -> Stream:
    """Return the packet of facts, unpacked: an archive finds it in a file it cannot read."""
    header = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
    return Stream(pdfdoc.PDFDictionary(header), packet(facts))


def name_fonts(document: Any) -> None:  # reportlab's, untyped
    """Name the parts of our fonts after this file, for programs that join files.

    Some take fonts of one name for one font, and every file has other letters behind its
    codes: names of men would come out as other letters.
    """
    for font in document.delayedFonts:
        font.addObjects(document)
    document.delayedFonts.clear()
    for key, font in sorted(document.idToObject["BasicFonts"].dict.items()):
        old = font.BaseFont
        name = md5(document.signature.digest() + key.encode(), usedforsecurity=False).digest()
        tag = "".join(ascii_uppercase[byte % 26] for byte in name[:6])
        font.BaseFont = f"{tag}+{old.partition('+')[2]}"
        font.Widths = f"[{' '.join(map(str, font.Widths.sequence))}]"  # faster than by reportlab
        descriptor = document.idToObject[f"fontDescriptor:{old}"]
        descriptor["FontName"] = pdfdoc.PDFName(font.BaseFont)
