"""Spoils a good paper, each time in one way that PDF/A-2b forbids, to try the eye on."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

type Spoil = Callable[[Pdf], None]


def spoiled(content: bytes, spoil: Spoil) -> bytes:
    """Return the paper with one thing wrong."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        spoil(pdf)
        pdf.save(
            out,
            fix_metadata_version=False,  # and mend nothing else of what was spoiled
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return out.getvalue()


def _fonts(pdf: Pdf) -> list[Dictionary]:
    found = [one for one in pdf.objects if isinstance(one, Dictionary)]
    return [one for one in found if one.get("/Type") == "/Font"]


def _picture(pdf: Pdf) -> Stream:
    return next(
        one for one in pdf.objects if isinstance(one, Stream) and one.get("/Subtype") == "/Image"
    )


def _packet(pdf: Pdf, old: bytes, new: bytes) -> None:
    content = pdf.Root.Metadata.read_bytes()
    assert old in content
    pdf.Root.Metadata.write(content.replace(old, new))


def _drawn(pdf: Pdf, operators: bytes) -> None:
    pdf.pages[0].contents_add(operators)


def _unembed(pdf: Pdf) -> None:
    del _fonts(pdf)[0].FontDescriptor["/FontFile2"]


def _whole_name(pdf: Pdf) -> None:
    font = _fonts(pdf)[0]
    font.BaseFont = font.FontDescriptor.FontName = Name("/HomewardSans")


def _same_name(pdf: Pdf) -> None:
    first, second, *_ = _fonts(pdf)
    second.BaseFont = second.FontDescriptor.FontName = first.BaseFont


def _widths(pdf: Pdf) -> None:
    _fonts(pdf)[0].Widths[5] = 77


def _lzw(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents.write(bytes.fromhex("800b6050220c0c8501"), filter=Name.LZWDecode)


def _attached(pdf: Pdf) -> None:
    pdf.attachments["list.csv"] = b"one,two"


def _annotated(pdf: Pdf) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Text, Rect=Array([9, 9, 20, 20]), Contents="a note", F=4
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _hidden(pdf: Pdf) -> None:
    look = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Square, Rect=Array([9, 9, 20, 20]), F=2,
        AP=Dictionary(N=look),
    )  # fmt: skip
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def _action(kind: str) -> Spoil:
    def spoil(pdf: Pdf) -> None:
        action = Dictionary(Type=Name.Action, S=Name(kind), JS=String("app.alert(1)"))
        pdf.Root.OpenAction = pdf.make_indirect(action)

    return spoil


def _own_action(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Named, N=Name.NextPage))


def _see_through(pdf: Pdf) -> None:
    state = Dictionary(Type=Name.ExtGState, ca=0.5)
    pdf.pages[0].Resources.ExtGState = Dictionary(GS=pdf.make_indirect(state))
    _drawn(pdf, b"/GS gs")


def _group(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceGray)


def _mask(pdf: Pdf) -> None:
    picture = _picture(pdf)
    mask = pdf.make_stream(zlib.compress(bytes(int(picture.Width) * int(picture.Height))))
    for key in ("/Type", "/Subtype", "/Width", "/Height", "/ColorSpace", "/BitsPerComponent"):
        mask[key] = picture[key]
    mask.Filter = Name.FlateDecode
    picture.SMask = mask


def _reads_as_nothing(pdf: Pdf) -> None:
    letters = _fonts(pdf)[0].ToUnicode
    letters.write(re.sub(rb"(<05>) <[0-9A-F]+>", rb"\1 <FFFE>", letters.read_bytes()))


def _broken_profile(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:-9])


#: What is wrong, in the words of the eye, and how it is done.
SPOILED: Mapping[str, Spoil] = {
    "is not embedded": _unembed,
    "is not named as a part of one": _whole_name,
    "two fonts are called": _same_name,
    "is not as wide as it says": _widths,
    "has two encodings": lambda pdf: _fonts(pdf)[0].__setitem__(
        "/Encoding", Name.WinAnsiEncoding
    ),
    "cannot be read back": lambda pdf: _fonts(pdf)[0].__delitem__("/ToUnicode"),
    "is read back as none": _reads_as_nothing,
    "a font of another kind": lambda pdf: _fonts(pdf)[0].__setitem__("/Subtype", Name.Type3),
    "a box instead of a letter": lambda pdf: _drawn(pdf, b"BT /F2+0 9 Tf (\\000) Tj ET"),
    "a font /F9 that is not there": lambda pdf: _drawn(pdf, b"BT /F9 9 Tf (a) Tj ET"),
    "the filter /LZWDecode": _lzw,
    "a stream lies outside the file": lambda pdf: _picture(pdf).__setitem__("/F", String("a")),
    "the names hold /EmbeddedFiles": _attached,
    "another file is inside": _attached,
    "an annotation without its look": _annotated,
    "an annotation that is not printed or not seen": _hidden,
    "an action /JavaScript": _action("/JavaScript"),
    "an action /Launch": _action("/Launch"),
    "the catalogue holds /OpenAction": _action("/GoTo"),
    "an action that runs by itself": _own_action,
    "a group of transparency": _group,
    "transparency": _see_through,
    "a picture is transparent": _mask,
    "a picture is smoothed": lambda pdf: _picture(pdf).__setitem__("/Interpolate", True),
    "a picture of colours that the output intent does not cover": lambda pdf: _picture(
        pdf
    ).__setitem__("/ColorSpace", Name.DeviceCMYK),
    "a colour that the output intent does not cover (k)": lambda pdf: _drawn(pdf, b"0 0 0 1 k"),
    "a colour that the output intent does not cover (scn)": lambda pdf: _drawn(
        pdf, b"/Pattern cs /P1 scn"
    ),
    "states of drawing are not put back": lambda pdf: _drawn(pdf, b"q q q"),
    "something is drawn that is not there": lambda pdf: _drawn(pdf, b"/Fm9 Do"),
    "not one output intent": lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
    "the profile of the output intent is none": _broken_profile,
    "no packet of facts": lambda pdf: pdf.Root.__delitem__("/Metadata"),
    "the packet does not say PDF/A-2b": lambda pdf: _packet(
        pdf, b"<pdfaid:part>2<", b"<pdfaid:part>1<"
    ),
    "/Title and dc:title differ": lambda pdf: pdf.docinfo.__setitem__("/Title", String("Other")),
    "/Author and dc:creator differ": lambda pdf: pdf.docinfo.__setitem__("/Author", String("A")),
    "/ModDate and xmp:ModifyDate differ": lambda pdf: _packet(
        pdf, b"<xmp:ModifyDate>2021", b"<xmp:ModifyDate>2020"
    ),
    "the packet names another language": lambda pdf: pdf.Root.__setitem__("/Lang", String("de")),
    "the packet cannot be read": lambda pdf: _packet(pdf, b"</rdf:RDF>", b""),
    "no language": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "no title": lambda pdf: pdf.docinfo.__delitem__("/Title"),
    "the catalogue holds /OCProperties": lambda pdf: pdf.Root.__setitem__(
        "/OCProperties", Dictionary(OCGs=Array([]), D=Dictionary())
    ),
    "a string is too long": lambda pdf: pdf.docinfo.__setitem__("/Subject", String("a" * 40000)),
    "a size that no sheet has": lambda pdf: pdf.pages[0].obj.__setitem__(
        "/MediaBox", Array([0, 0, 2, 20000])
    ),
}  # fmt: skip

#: What is wrong with the bytes themselves.
SPOILED_BYTES: Mapping[str, Callable[[bytes], bytes]] = {
    "the header has no version or no comment": lambda made: made.replace(b"\n%\xe2", b"\n%a", 1),
    "something stands after the end": lambda made: made + b"more",
    "the file has no identity": lambda made: made.replace(b"/ID", b"/IX"),
    "a stream does not end on a line of its own": lambda made: made.replace(
        b"\nendstream", b" endstream", 1
    ),
}
