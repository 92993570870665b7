"""What a file says of itself to archives: the packet of facts (XMP) that repeats its properties."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape  # nosec B406  # writes; nothing is parsed

MAKER = "Homeward"
# What XML cannot hold, lone surrogates among it; a title with them would break the packet.
_UNSAYABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}


@dataclass(frozen=True, slots=True)
class FileFacts:
    """Title, subject, language and moment of a file; nobody's name."""

    title: str
    subject: str
    lang: str
    made_at: datetime  # aware

    @property
    def made_utc(self) -> datetime:
        """Return the moment to the second, in the time of Greenwich."""
        return self.made_at.astimezone(UTC).replace(microsecond=0)


def sayable(text: str) -> str:
    """Return text without what neither the properties nor the packet of a file can hold."""
    return _UNSAYABLE.sub("", text)


def packet(facts: FileFacts) -> bytes:
    """Write the packet: the same facts as the properties, in the shape that archives read.

    It calls the file PDF/A-2b, which says what it aims at; no validator has seen it.
    """
    made = f"{facts.made_utc:%Y-%m-%dT%H:%M:%S}+00:00"
    told = [
        ("dc:format", "application/pdf"),
        ("dc:title", _in_its_language(facts.title)),
        ("dc:description", _in_its_language(facts.subject)),
        ("dc:language", f"<rdf:Bag><rdf:li>{facts.lang}</rdf:li></rdf:Bag>"),
        ("xmp:CreatorTool", MAKER),
        ("xmp:CreateDate", made),
        ("xmp:ModifyDate", made),
        ("xmp:MetadataDate", made),
        ("pdf:Producer", MAKER),
        ("pdfaid:part", "2"),
        ("pdfaid:conformance", "B"),
    ]
    spaces = " ".join(f'xmlns:{name}="{address}"' for name, address in _SPACES.items())
    lines = [f"<{name}>{value}</{name}>" for name, value in told if value]
    return "\n".join(
        [
            '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
            '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
            f'<rdf:Description rdf:about="" {spaces}>',
            *lines,
            "</rdf:Description></rdf:RDF></x:xmpmeta>",
            '<?xpacket end="w"?>',
        ]
    ).encode()


def _in_its_language(text: str) -> str:
    if not text:
        return ""
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'
