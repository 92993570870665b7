"""Walks the tree of a tagged PDF with an eye of its own: what is read aloud, and what is wrong."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Dictionary, Object, Pdf

_PAIR = re.compile(rb"^<([0-9A-F]{2})> <([0-9A-F]+)>$", re.MULTILINE)
_SHOWS = {"Tj", "TJ", "'", '"'}
#: What may be in what; a role that is not named here holds text.
KIDS = {
    "Document": {"H1", "H2", "P", "Table", "L", "Figure", "Note"},
    "Table": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "P": {"Span"},
}

type Place = tuple[int, int]  # number of a page, number of a piece on it


@dataclass(slots=True)
class Element:
    """A place in the tree with the text it holds itself and what is in it."""

    role: str
    text: str
    kids: list[Element] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """Yield this and everything in it, in the order in which it is read."""
        yield self
        for kid in self.kids:
            yield from kid.walk()


@dataclass(slots=True)
class Tagged:
    """A file as it is read aloud: its documents, and what is wrong with them."""

    documents: list[Element] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    reached: list[Place] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return everything that is read, in its order."""
        return " ".join(one.text for top in self.documents for one in top.walk() if one.text)

    def of(self, role: str) -> list[Element]:
        """Return the elements of a role."""
        return [one for top in self.documents for one in top.walk() if one.role == role]


def read_tags(content: bytes) -> Tagged:
    """Read the tree of a file and hold it against its pages."""
    tagged = Tagged()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        root = pdf.Root.get("/StructTreeRoot")
        if root is None or not pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked", False):
            tagged.faults.append("the file has no tree")
            return tagged
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        pieces: dict[Place, str] = {}
        for number, page in enumerate(pdf.pages):
            pieces |= _pieces(page, number, tagged)
        for one in root.K:
            tagged.documents.append(_element(one, root, pages, pieces, tagged))
        if sorted(tagged.reached) != sorted(pieces):
            tagged.faults.append("the tree does not hold every piece of text once")
        _parents(pdf, root, pages, pieces, tagged)
    return tagged


def _pieces(page: pikepdf.Page, number: int, tagged: Tagged) -> dict[Place, str]:
    """Return the texts of the marked pieces of a page."""
    pieces: dict[Place, str] = {}
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    letters: dict[int, str] = {}
    within: list[int | None] = []  # None: furniture
    for one in pikepdf.parse_content_stream(page.obj):
        operands, name = one.operands, str(one.operator)
        if name in {"BMC", "BDC"}:
            properties = operands[1] if len(operands) > 1 else Dictionary()
            piece = int(properties.MCID) if "/MCID" in properties else None
            if str(operands[0]) == "/Span" and within:
                piece = within[-1]
            if piece is not None:
                pieces.setdefault((number, piece), "")
            within.append(piece)
        elif name == "EMC":
            within.pop()
        elif name == "Tf":
            letters = fonts.get(str(operands[0]), {})
        elif name in _SHOWS:
            if not within:
                tagged.faults.append(f"page {number + 1} shows text that is neither said nor not")
            elif within[-1] is not None:
                said = "".join(letters.get(code, "?") for code in bytes(operands[-1]))
                pieces[number, within[-1]] += said
    if within:
        tagged.faults.append(f"page {number + 1} does not end what it marks")
    return pieces


def _letters(font: Object) -> dict[int, str]:
    pairs = _PAIR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): chr(int(told, 16)) for code, told in pairs}


def _element(
    one: Object,
    above: Object,
    pages: dict[tuple[int, int], int],
    pieces: dict[Place, str],
    tagged: Tagged,
) -> Element:
    role = str(one.S).removeprefix("/")
    found = Element(role, "")
    if one.P.objgen != above.objgen:
        tagged.faults.append(f"a {role} does not know what it is in")
    for kid in one.get("/K", Array()):
        if isinstance(kid, Dictionary) and "/S" in kid:
            below = _element(kid, one, pages, pieces, tagged)
            found.kids.append(below)
            if below.role not in KIDS.get(role, set()):
                tagged.faults.append(f"a {below.role} in a {role}")
            continue
        apart = isinstance(kid, Dictionary)
        page = pages[(kid.Pg if apart else one.Pg).objgen]
        place = (page, int(kid.MCID if apart else kid))
        tagged.reached.append(place)
        found.text += pieces.get(place, "")
    found.text = str(one.get("/ActualText", found.text))
    if role == "Figure" and not str(one.get("/Alt", "")):
        tagged.faults.append("a picture that is not told")
    if role == "Table" and len({len(row.kids) for row in found.kids}) > 1:
        tagged.faults.append("a table whose rows have not the same cells")
    if role in {"Table", "TR", "L", "LI"} and (found.text or not found.kids):
        tagged.faults.append(f"a {role} that is none")
    return found


def _parents(
    pdf: Pdf,
    root: Object,
    pages: dict[tuple[int, int], int],
    pieces: dict[Place, str],
    tagged: Tagged,
) -> None:
    """Hold the way back, from a piece on a page to its place in the tree, against the way there."""
    nums = list(root.ParentTree.Nums)
    lists = {int(key): list(owners) for key, owners in zip(nums[::2], nums[1::2], strict=True)}
    for number, page in enumerate(pdf.pages):
        owners = lists.get(int(page.obj.get("/StructParents", -1)), [])
        if len(owners) != sum(place[0] == number for place in pieces):
            tagged.faults.append(f"page {number + 1} does not lead back to the tree")
            continue
        for piece, owner in enumerate(owners):
            told = [kid for kid in owner.get("/K", Array()) if _is_piece(kid, owner, piece, page)]
            if len(told) != 1:
                tagged.faults.append(f"page {number + 1} leads to a wrong place in the tree")


def _is_piece(kid: object, owner: Object, piece: int, page: pikepdf.Page) -> bool:
    if isinstance(kid, Dictionary):
        return "/MCID" in kid and piece == kid.MCID and kid.Pg.objgen == page.obj.objgen
    return kid == piece and owner.Pg.objgen == page.obj.objgen
