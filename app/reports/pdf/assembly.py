"""Puts the objects of a file together: those of reportlab as they are, many small ones packed."""

from __future__ import annotations

import zlib
from itertools import batched
from struct import pack
from typing import Any

from app.reports.pdf.reportlab_door import pdfdoc

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"  # bytes above 127 say that the file is no text
_IN_A_PACK = 200


class Raw(pdfdoc.PDFObject):
    """An object that is written already."""

    def __init__(self, content: str = "") -> None:
        self.content = content

    def format(self, _: Any) -> bytes:  # the document, untyped
        """Return it."""
        return self.content.encode("ascii")


def packed_objects(objects: list[tuple[int, str]]) -> list[tuple[tuple[int, ...], bytes]]:
    """Pack small objects into streams: their numbers, and the stream with its dictionary."""
    packs = []
    for some in batched(objects, _IN_A_PACK):
        heads, at = [], 0
        for number, content in some:
            heads.append(f"{number} {at}")
            at += len(content) + 1
        head = " ".join(heads) + "\n"
        body = zlib.compress((head + "\n".join([one for _, one in some])).encode("ascii"))
        entries = f"/Type/ObjStm/N {len(some)}/First {len(head)}"
        packs.append((tuple(number for number, _ in some), _stream(entries, body)))
    return packs


def assembled(document: Any, packs: list[tuple[tuple[int, ...], bytes]]) -> bytes:
    """Write a whole file: the objects of a reportlab document, packs, and where each one is.

    Numbers that the packs hold were kept free in the document's own counting.
    """
    root, info = document.Reference(document.Catalog), document.Reference(document.info)
    parts, at = [HEADER], len(HEADER)
    places: dict[int, bytes] = {0: pack(">BIH", 0, 0, 0xFFFF)}
    number = 0
    while number < document.objectcounter:  # which grows while objects are written
        number += 1
        name = document.numberToId.get(number)
        if name is not None:
            written = pdfdoc.PDFIndirectObject(name, document.idToObject[name]).format(document)
            places[number] = pack(">BIH", 1, at, 0)
            parts.append(written)
            at += len(written)
    for held, stream in packs:
        number += 1
        written = b"%d 0 obj\n%s\nendobj\n" % (number, stream)
        places[number] = pack(">BIH", 1, at, 0)
        places.update({one: pack(">BIH", 2, number, index) for index, one in enumerate(held)})
        parts.append(written)
        at += len(written)
    number += 1
    places[number] = pack(">BIH", 1, at, 0)
    identity = document.signature.hexdigest()
    entries = (
        f"/Type/XRef/Size {number + 1}/W[1 4 2]/ID[<{identity}><{identity}>]"
        f"/Root {root.format(document).decode()}/Info {info.format(document).decode()}"
    )
    table = zlib.compress(b"".join(places[one] for one in range(number + 1)))
    parts.append(
        b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _stream(entries, table), at)
    )
    return b"".join(parts)


def _stream(entries: str, packed: bytes) -> bytes:
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>"
    return b"%s\nstream\n%s\nendstream" % (head.encode("ascii"), packed)
