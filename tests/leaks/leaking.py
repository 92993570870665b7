"""Files that leak a word on purpose, each in a way of its own, for the checker to be tried on."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable, Mapping

import pikepdf
from PIL import Image

SECRET = "Կարապետ-Ծածկագիրյան"  # three scripts do not fit every way; this one is the hardest
LATIN = "Orchard-Whisperwood"

type Objects = Mapping[int, bytes]


def pdf(objects: Objects, trailer: bytes = b"") -> bytes:
    """Write a file of these objects; object 1 is its catalogue."""
    out = bytearray(b"%PDF-1.7\n")
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, most = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % most
    for number in range(1, most):
        out += b"%010d 00000 n \n" % places.get(number, 0)
    out += b"trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (most, trailer, start)
    return bytes(out)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Write a stream object."""
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries, len(content), content)


LATIN_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"


def paged(content: bytes, font: bytes = LATIN_FONT, more: Objects | None = None) -> bytes:
    """Write a file of one page that shows `content`, written as a stream object already."""
    return pdf({**page_objects(font), 4: content, **(more or {})})


def page_objects(font: bytes = LATIN_FONT) -> dict[int, bytes]:
    """Return catalogue, pages, one page and its font; the content is object 4."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F1 5 0 R>>>>>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>",
        5: font,
    }


def shown(text: str) -> bytes:
    """Write operators that show plain letters."""
    return b"BT /F1 10 Tf 1 0 0 1 72 700 Tm (%s) Tj ET" % text.encode("latin-1")


# --- filters


def flate_row(content: bytes) -> bytes:
    """Deflate rows of eight bytes, each written as its difference from the row above."""
    content += bytes(-len(content) % 8)
    rows, above = bytearray(), bytes(8)
    for start in range(0, len(content), 8):
        row = content[start : start + 8]
        rows += b"\x02" + bytes((a - b) & 255 for a, b in zip(row, above, strict=True))
        above = row
    return zlib.compress(bytes(rows))


def lzw(content: bytes) -> bytes:
    """Write LZW with growing codes, as the standard's own encoder does."""
    table = {bytes((n,)): n for n in range(256)}
    bits, width = f"{256:09b}", 9
    word = b""
    following = 258
    for at in range(len(content)):
        longer = word + content[at : at + 1]
        if longer in table:
            word = longer
            continue
        bits += f"{table[word]:0{width}b}"
        table[longer] = following
        following += 1
        width = min(12, following.bit_length())
        word = content[at : at + 1]
    bits += f"{table[word]:0{width}b}" + f"{257:0{width}b}"
    bits += "0" * (-len(bits) % 8)
    return bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))


def runs(content: bytes) -> bytes:
    """Write pieces of a hundred bytes at most, none of them a run."""
    out = bytearray()
    for start in range(0, len(content), 100):
        piece = content[start : start + 100]
        out += bytes((len(piece) - 1,)) + piece
    return bytes(out + b"\x80")


def _a85(content: bytes) -> bytes:
    return base64.a85encode(content) + b"~>"


_PADDING = b" 0 0 m 9 9 l S" * 90  # so that codes grow beyond nine bits

FILTERS: dict[str, Callable[[], bytes]] = {
    "no filter": lambda: stream(shown(LATIN)),
    "Flate": lambda: stream(zlib.compress(shown(LATIN)), b"/Filter/FlateDecode"),
    "Flate with a predictor": lambda: stream(
        flate_row(shown(LATIN)),
        b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 8>>",
    ),
    "LZW": lambda: stream(lzw(_PADDING + b" " + shown(LATIN)), b"/Filter/LZWDecode"),
    "ASCII85 of Flate": lambda: stream(
        _a85(zlib.compress(shown(LATIN))), b"/Filter[/ASCII85Decode/FlateDecode]"
    ),
    "ASCIIHex": lambda: stream(shown(LATIN).hex().encode() + b">", b"/Filter/ASCIIHexDecode"),
    "RunLength": lambda: stream(runs(shown(LATIN)), b"/Filter/RunLengthDecode"),
    "five at once": lambda: stream(
        _a85(runs(lzw(zlib.compress(shown(LATIN))).hex().encode() + b">")),
        b"/Filter[/A85/RL/AHx/LZW/Fl]",
    ),
}


# --- words on the page


def mapped_font(text: str, first: int = 1, width: int = 1) -> tuple[bytes, bytes, bytes]:
    """Return (font, its ToUnicode map, codes): a font whose codes say nothing by themselves."""
    letters = list(dict.fromkeys(text))
    code = {letter: first + place for place, letter in enumerate(letters)}
    lines = b"".join(
        b"<%0*X> <%s>\n" % (2 * width, code[letter], letter.encode("utf-16-be").hex().encode())
        for letter in letters
    )
    told = (
        b"begincmap 1 begincodespacerange <%s> <%s> endcodespacerange\n%d beginbfchar\n%sendbfchar"
        % (b"00" * width, b"FF" * width, len(letters), lines)
    )
    kind = b"/Subtype/Type0/Encoding/Identity-H" if width == 2 else b"/Subtype/TrueType"
    font = b"<</Type/Font%s/BaseFont/X/ToUnicode 6 0 R>>" % kind
    return font, stream(told), b"".join(code[letter].to_bytes(width) for letter in text)


def mapped(text: str, operators: Callable[[bytes], bytes], width: int = 1) -> bytes:
    """Write a page that shows text through a ToUnicode map."""
    font, told, codes = mapped_font(text, width=width)
    return paged(stream(operators(codes)), font, {6: told})


def _begin(inside: bytes) -> bytes:
    return b"BT /F1 10 Tf 72 700 Td " + inside + b" ET"


def _letter_by_letter(codes: bytes) -> bytes:
    """Place letters one by one, the last first, so that only their places make a word."""
    spots = [b"1 0 0 1 %d 700 Tm <%02X> Tj" % (72 + 9 * at, code) for at, code in enumerate(codes)]
    return b"BT /F1 10 Tf " + b" ".join(reversed(spots)) + b" ET"


def _kerned(codes: bytes) -> bytes:
    return _begin(b"[" + b" -250 ".join(b"<%02X>" % code for code in codes) + b"] TJ")


def _two_cells(codes: bytes) -> bytes:
    """Break a word within a cell while the words of the cell beside it lie between."""
    one, two = codes[:8].hex().encode(), codes[8:].hex().encode()
    other = codes[:3].hex().encode()
    at = b"1 0 0 1 %d %d Tm <%s> Tj "
    return (
        b"BT /F1 10 Tf "
        + at % (72, 700, one) + at % (300, 700, other)
        + at % (72, 688, two) + at % (300, 688, other) + b"ET"
    )  # fmt: skip


def _hidden(codes: bytes) -> bytes:
    return b"1 1 1 rg " + _begin(b"3 Tr <%s> Tj" % codes.hex().encode())


def _plainly(codes: bytes) -> bytes:
    return _begin(b"<%s> Tj" % codes.hex().encode())


def _escaped(codes: bytes) -> bytes:
    return _begin(b"(" + b"".join(b"\\%03o" % code for code in codes) + b") Tj")


def _two_streams() -> bytes:
    font, told, codes = mapped_font(SECRET)
    half = codes[:7].hex().encode(), codes[7:].hex().encode()
    objects = page_objects(font)
    objects[3] = objects[3].replace(b"4 0 R", b"[4 0 R 7 0 R]")
    first, second = b"BT /F1 10 Tf <%s> Tj" % half[0], b"<%s> Tj ET" % half[1]
    return pdf({**objects, 4: stream(first), 6: told, 7: stream(second)})


PAGES: dict[str, Callable[[], bytes]] = {
    "through ToUnicode": lambda: mapped(SECRET, _plainly),
    "through ToUnicode, two bytes a letter": lambda: mapped(SECRET, _plainly, width=2),
    "octal escapes": lambda: mapped(SECRET, _escaped),
    "white on white and unseen": lambda: mapped(SECRET, _hidden),
    "letter by letter, from the end": lambda: mapped(SECRET, _letter_by_letter),
    "kerned apart": lambda: mapped(SECRET, _kerned),
    "broken within a cell": lambda: mapped(SECRET, _two_cells),
    "spaced": lambda: mapped(" ".join(SECRET), _plainly),
    "soft hyphens": lambda: mapped("\u00ad".join(SECRET), _plainly),
    "in capitals": lambda: mapped(SECRET.upper(), _plainly),
    "over two streams": _two_streams,
    "ActualText": lambda: paged(
        stream(
            b"/Span <</ActualText <FEFF%s>>> BDC EMC" % SECRET.encode("utf-16-be").hex().encode()
        )
    ),
    "inline picture": lambda: paged(
        stream(b"BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID " + LATIN.encode().hex().encode() + b"> EI")
    ),
}


# --- elsewhere in the file


def _photo() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = LATIN
    kept = io.BytesIO()
    Image.new("L", (4, 4)).save(kept, "JPEG", exif=exif)
    return kept.getvalue()


def _picture(content: bytes, more: bytes = b"/Filter/DCTDecode") -> bytes:
    head = b"/Type/XObject/Subtype/Image/Width 4/Height 4/BitsPerComponent 8/ColorSpace/DeviceGray"
    return paged(stream(b""), more={6: stream(content, head + more)})


def _older_version() -> bytes:
    """Show nothing now, but keep the page as it was before it was changed."""
    before = paged(stream(zlib.compress(shown(LATIN)), b"/Filter/FlateDecode"))
    return before + b"4 0 obj\n" + stream(b"BT ET") + b"\nendobj\n%%EOF\n"


def _unlinked() -> bytes:
    content = stream(zlib.compress(shown(LATIN)), b"/Filter/FlateDecode")
    return paged(stream(b""), more={9: content})


def _in_object_streams(form: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.new() as made:
        made.add_blank_page()
        form(made)
        kept = io.BytesIO()
        made.save(kept, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return kept.getvalue()


def _outline(made: pikepdf.Pdf) -> None:
    with made.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(SECRET, 0))


def _information(made: pikepdf.Pdf) -> None:
    made.docinfo["/Author"] = SECRET


def _xmp(made: pikepdf.Pdf) -> None:
    with made.open_metadata() as metadata:
        metadata["dc:description"] = SECRET


def _attachment(made: pikepdf.Pdf) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("letter.txt", f"Dear\n{SECRET},\n")
    made.attachments["letter.zip"] = kept.getvalue()


def _paper_within(made: pikepdf.Pdf) -> None:
    made.attachments["paper.pdf"] = gzip.compress(mapped(SECRET, _plainly))


def _note(made: pikepdf.Pdf) -> None:
    made.pages[0].Annots = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Contents=SECRET)]
    )


def _destination(made: pikepdf.Pdf) -> None:
    made.Root.Dests = pikepdf.Dictionary({"/" + SECRET: made.pages[0].obj})


def _javascript(made: pikepdf.Pdf) -> None:
    told = "".join(f"\\u{ord(char):04x}" for char in SECRET)
    made.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.JavaScript, JS=made.make_stream(f'say("{told}")'.encode())
    )


def _form_field(made: pikepdf.Pdf) -> None:
    field = pikepdf.Dictionary(FT=pikepdf.Name.Tx, V=base64.b64encode(b"x" + SECRET.encode()))
    made.Root.AcroForm = pikepdf.Dictionary(Fields=[made.make_indirect(field)])


def _only_encoded() -> bytes:
    """Show nothing, but keep a map of letters that were set for a page."""
    told = "Վարդկեսն"  # no letter twice, so that the map spells the word
    font, map_of, _ = mapped_font(told)
    return paged(stream(b""), font, {6: map_of})


ELSEWHERE: dict[str, Callable[[], bytes]] = {
    "EXIF of a photo": lambda: _picture(_photo()),
    "EXIF of a photo in ASCII85": lambda: _picture(
        _a85(_photo()), b"/Filter[/ASCII85Decode/DCTDecode]"
    ),
    "comment of a photo": lambda: _picture(
        b"\xff\xd8\xff\xfe\x00\x28" + LATIN.encode("utf-16-be")[:38] + b"\xff\xd9"
    ),
    "behind the end of a photo": lambda: _picture(_photo()[:2] + LATIN.encode()),
    "behind the end of a Flate stream": lambda: _picture(
        zlib.compress(bytes(16)) + LATIN.encode("utf-16-le"), b"/Filter/FlateDecode"
    ),
    "an older version of the page": _older_version,
    "an object that nothing leads to": _unlinked,
    "a comment between objects": lambda: paged(stream(b"")) + b"% " + LATIN.encode() + b"\n",
    "behind the end of the file": lambda: paged(stream(b"")) + LATIN.encode("utf-16-be"),
    "trailer": lambda: pdf(page_objects() | {4: stream(b"")}, b"/Made(%s)" % LATIN.encode()),
    "outline": lambda: _in_object_streams(_outline),
    "document information": lambda: _in_object_streams(_information),
    "XMP": lambda: _in_object_streams(_xmp),
    "an attached archive": lambda: _in_object_streams(_attachment),
    "a packed paper within the paper": lambda: _in_object_streams(_paper_within),
    "annotation": lambda: _in_object_streams(_note),
    "name of a destination": lambda: _in_object_streams(_destination),
    "script with escapes": lambda: _in_object_streams(_javascript),
    "form field in base 64": lambda: _in_object_streams(_form_field),
}

MAP_ONLY, MAP_ONLY_WORD = _only_encoded, "Վարդկեսն"
