"""Says which rules of PDF/A-2b a file breaks, so far as they can be checked by reading it.

Written from ISO 19005-2 as an eye of its own, with pikepdf; it is no validator and stands for none.
"""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from decimal import Decimal

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from tests.reports.archive_fonts import font_faults, glyph_faults

NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}
#: What the properties say, and where the packet says the same.
SAME = {
    "/Title": "dc:title", "/Subject": "dc:description", "/Author": "dc:creator",
    "/Keywords": "pdf:Keywords", "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate",
}  # fmt: skip
ACTIONS = {
    "/Launch", "/Sound", "/Movie", "/ResetForm", "/ImportData", "/Hide", "/SetOCGState",
    "/Rendition", "/Trans", "/GoTo3DView", "/JavaScript", "/URI", "/GoToR", "/SubmitForm",
}  # fmt: skip
FILTERS = {
    "/FlateDecode", "/DCTDecode", "/ASCIIHexDecode", "/ASCII85Decode", "/RunLengthDecode",
    "/CCITTFaxDecode", "/JBIG2Decode", "/JPXDecode",
}  # fmt: skip
ROOT_FORBIDDEN = (
    "/AA", "/OpenAction", "/Requirements", "/Perms", "/OCProperties", "/NeedsRendering",
)  # fmt: skip
UNSEEN_ANNOTATIONS = {"/Popup", "/Link"}
FORBIDDEN_ANNOTATIONS = {"/3D", "/Sound", "/Screen", "/Movie", "/FileAttachment"}
GREY, RGB, CMYK = {"g", "G"}, {"rg", "RG"}, {"k", "K"}
NAMED_COLOURS = {"cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri"}


def archive_faults(content: bytes) -> list[str]:
    """Return the rules that a file breaks, in words; none for a file that keeps them."""
    found = list(_bytes(content))
    try:
        with pikepdf.open(io.BytesIO(content)) as pdf:
            found += _catalogue(pdf)
            found += _packet(pdf)
            found += _intent(pdf)
            for one in pdf.objects:
                found += _object(one)
            fonts = [one for one in pdf.objects if _is(one, "/Font")]
            found += font_faults(fonts)
            for number, page in enumerate(pdf.pages, 1):
                found += [f"page {number}: {fault}" for fault in _page(page)]
    except pikepdf.PasswordError:
        found.append("the file is locked")
    return sorted(set(found))


def _is(one: Object, kind: str) -> bool:
    return isinstance(one, Dictionary | Stream) and one.get("/Type") == kind


# --- the bytes


def _bytes(content: bytes) -> Iterator[str]:
    if not re.match(rb"%PDF-1\.[0-7](\r\n|\r|\n)%[\x80-\xff]{4}", content):
        yield "the header has no version or no comment of bytes above 127"
    if not content.rstrip(b"\r\n").endswith(b"%%EOF"):
        yield "something stands after the end of the file"
    if b"/Encrypt" in content:
        yield "the file is locked"
    if not re.search(rb"/ID\s*\[\s*[<(].+?[>)]\s*[<(].+?[>)]", content, re.DOTALL):
        yield "the file has no identity"
    at = 0
    while (begin := re.compile(rb"(?<!end)stream(\r\n|\n|\r|)").search(content, at)) is not None:
        told = re.findall(rb"/Length (\d+)", content[at : begin.start()])
        end = begin.end() + int(told[-1]) if told else begin.end()
        if begin[1] not in {b"\n", b"\r\n"}:
            yield "a stream does not begin on a line of its own"
        if not re.match(rb"(\r\n|\n|\r)endstream", content[end : end + 11]):
            yield "a stream does not end on a line of its own, or is not as long as it says"
        at = content.find(b"endstream", begin.end() if not told else end) + len(b"endstream")


# --- the catalogue and the packet


def _catalogue(pdf: Pdf) -> Iterator[str]:
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not str(pdf.docinfo.get("/Title", "")):
        yield "no title"
    for key in (
        "/AA",
        "/OpenAction",
        "/Requirements",
        "/Perms",
        "/OCProperties",
        "/NeedsRendering",
    ):
        if key in root:
            yield f"the catalogue holds {key}"
    names = root.get("/Names", Dictionary())
    for key in ("/JavaScript", "/EmbeddedFiles", "/AlternatePresentations"):
        if key in names:
            yield f"the names hold {key}"
    if "/XFA" in root.get("/AcroForm", Dictionary()):
        yield "a form of another kind (XFA)"


def _packet(pdf: Pdf) -> Iterator[str]:
    packet = pdf.Root.get("/Metadata")
    if not isinstance(packet, Stream):
        yield "no packet of facts"
        return
    if packet.get("/Type") != "/Metadata" or packet.get("/Subtype") != "/XML":
        yield "the packet does not say what it is"
    if "/Filter" in packet:
        yield "the packet is packed"
    content = packet.read_bytes()
    opening = content.split(b"?>")[0]
    if (
        not opening.startswith(b"<?xpacket begin=")
        or b"bytes=" in opening
        or b"encoding=" in opening
    ):
        yield "the packet opens otherwise than it must"
    try:
        tree = ET.fromstring(content)  # noqa: S314  # a packet that this very test made
    except ET.ParseError:
        yield "the packet cannot be read"
        return
    said = {name: _said(tree, name) for name in (*SAME.values(), "pdfaid:part")}
    if (said["pdfaid:part"], _said(tree, "pdfaid:conformance")) != ("2", "B"):
        yield "the packet does not say PDF/A-2b"
    if _said(tree, "dc:language") != str(pdf.Root.get("/Lang", "")):
        yield "the packet names another language"
    for key, name in SAME.items():
        value = str(pdf.docinfo[key]) if key in pdf.docinfo else None
        if key.endswith("Date") and value is not None:
            value = _as_iso(value)
        if value != said[name]:
            yield f"{key} and {name} differ"


def _said(tree: ET.Element, name: str) -> str | None:
    found = tree.find(f".//{name}", NS)
    if found is None:
        return None
    return "".join(found.itertext()).strip()


def _as_iso(date: str) -> str:
    parts = re.fullmatch(r"D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-]\d\d)'(\d\d)'?", date)
    return "{}-{}-{}T{}:{}:{}{}:{}".format(*parts.groups()) if parts else f"no date: {date}"


def _intent(pdf: Pdf) -> Iterator[str]:
    intents = [one for one in pdf.Root.get("/OutputIntents", []) if one.S == "/GTS_PDFA1"]
    if len(intents) != 1:
        yield "not one output intent"
        return
    if not str(intents[0].get("/OutputConditionIdentifier", "")):
        yield "the output intent has no name"
    profile = intents[0].get("/DestOutputProfile")
    if not isinstance(profile, Stream):
        yield "the output intent has no profile"
        return
    made = profile.read_bytes()
    whole = len(made) == int.from_bytes(made[:4]) and made[36:40] == b"acsp"
    if not (whole and made[12:16] in {b"mntr", b"prtr"} and made[8] in {2, 4}):
        yield "the profile of the output intent is none"
    if made[16:20] != b"RGB " or profile.N != 3:
        yield "the profile of the output intent is not of three colours"


# --- every object


def _object(one: Object) -> Iterator[str]:
    if isinstance(one, Stream):
        yield from _stream(one)
    for value in _within(one):
        if isinstance(value, Dictionary | Stream):
            yield from _dictionary(value)
        elif isinstance(value, String) and len(bytes(value)) > 32767:
            yield "a string is too long"
        elif isinstance(value, Name) and len(str(value)) > 127:
            yield "a name is too long"
        elif isinstance(value, int | Decimal) and abs(float(value)) > 2**31 - 1:
            yield "a number is too large"


def _within(one: object, depth: int = 0) -> Iterator[object]:
    """Yield a value and what is in it; what it refers to is an object of its own."""
    yield one
    if isinstance(one, Dictionary | Stream):
        values: list[object] = [value for _, value in one.items()]
    elif isinstance(one, Array):
        values = list(one)
    else:
        return
    for value in values:
        if depth < 28 and not (isinstance(value, Object) and value.is_indirect):
            yield from _within(value, depth + 1)


def _stream(stream: Stream) -> Iterator[str]:
    filters = stream.get("/Filter", Array())
    for name in [filters] if isinstance(filters, Name) else list(filters):
        if name not in FILTERS:
            yield f"the filter {name}"
    if {"/F", "/FFilter", "/FDecodeParms"} & set(stream.keys()):
        yield "a stream lies outside the file"
    if stream.get("/Type") == "/EmbeddedFile":
        yield "another file is inside"
    if stream.get("/Subtype") == "/Image":
        yield from _image(stream)
    if stream.get("/Subtype") == "/Form" and {"/PS", "/Ref", "/OPI", "/Subtype2"} & set(
        stream.keys()
    ):
        yield "a drawing that leads elsewhere"
    if stream.get("/Subtype") == "/PS":
        yield "PostScript"


def _image(image: Stream) -> Iterator[str]:
    if bool(image.get("/Interpolate", False)):
        yield "a picture is smoothed"
    if {"/Alternates", "/OPI"} & set(image.keys()):
        yield "a picture has another behind it"
    if "/SMask" in image or "/SMaskInData" in image:
        yield "a picture is transparent"
    if "/ImageMask" not in image and image.get("/ColorSpace") not in {"/DeviceGray", "/DeviceRGB"}:
        yield "a picture of colours that the output intent does not cover"


def _dictionary(one: Dictionary | Stream) -> Iterator[str]:
    if one.get("/S") in ACTIONS:
        yield f"an action {one.S}"
    if "/AA" in one:
        yield "an action that runs by itself"
    if "/EF" in one:
        yield "another file is inside"
    if one.get("/S") == "/Transparency":
        yield "a group of transparency"
    if "/PresSteps" in one:
        yield "a presentation"
    if any(one.get(key, 1) != 1 for key in ("/CA", "/ca")) or (
        one.get("/SMask", Name.None_) != "/None" and one.get("/Type") == "/ExtGState"
    ):
        yield "transparency"
    if one.get("/BM", Name.Normal) not in {"/Normal", "/Compatible"}:
        yield "transparency"
    if {"/TR", "/HTP"} & set(one.keys()) and "/Type" not in one:
        yield "a transfer function"
    if one.get("/Type") == "/Annot" or ("/Subtype" in one and "/Rect" in one):
        yield from _annotation(one)


def _annotation(one: Dictionary | Stream) -> Iterator[str]:
    kind = one.get("/Subtype")
    if kind in FORBIDDEN_ANNOTATIONS:
        yield f"an annotation {kind}"
    flags = int(one.get("/F", 0))
    if kind != "/Popup" and (flags & 0b100011 or not flags & 0b100):
        yield "an annotation that is not printed or not seen"
    if kind not in UNSEEN_ANNOTATIONS and "/N" not in one.get("/AP", Dictionary()):
        yield "an annotation without its look"


# --- pages


def _page(page: pikepdf.Page) -> Iterator[str]:
    box = [float(side) for side in page.mediabox]
    if not all(3 <= side <= 14400 for side in (box[2] - box[0], box[3] - box[1])):
        yield "a size that no sheet has"
    if "/Group" in page.obj:
        yield "a group of transparency"
    deep = 0
    for operands, operator in _instructions(page.obj):
        if operator in CMYK or operator in NAMED_COLOURS - {"ri"}:
            yield f"a colour that the output intent does not cover ({operator})"
        if operator == "INLINE IMAGE":
            yield "a picture within the text"
        deep += {"q": 1, "Q": -1}.get(operator, 0)
        if not 0 <= deep <= 28:
            yield "states of drawing are not put back"
        if operator == "Do" and str(operands[0]) not in page.resources.get("/XObject", {}):
            yield "something is drawn that is not there"
    if deep:
        yield "states of drawing are not put back"
    yield from glyph_faults(page)


def _instructions(page: Object) -> Iterator[tuple[list[Object], str]]:
    for one in pikepdf.parse_content_stream(page):
        yield list(one.operands), str(one.operator)
