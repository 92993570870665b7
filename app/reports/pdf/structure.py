"""What the words on the pages are to one another: heads, paragraphs, rows of tables (tagged PDF).

Setters say of words which part of the text they belong to; the tree is written when a document is
set. Whatever belongs to no part is furniture, which who has a page read aloud does not hear.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from app.reports.pdf.file_facts import sayable


class Part:
    """A place in the text: its role by the names of PDF, and what it is part of.

    `alt` says what a picture shows, `said` what is read instead of the words; `scope` of a head
    is Row or Column. Two parts are never equal: each is a place of its own.
    """

    __slots__ = ("alt", "kids", "places", "role", "said", "scope", "within")

    def __init__(
        self,
        role: str,
        within: Part | None = None,
        *,
        alt: str = "",
        said: str = "",
        scope: str = "",
    ) -> None:
        """Begin a part, after what its whole has already."""
        self.role = role
        self.within = within
        self.alt = alt
        self.said = said
        self.scope = scope
        self.kids: list[Part] = []
        #: Its pieces of marked content: on which page, and the number there.
        self.places: list[tuple[MarkedPage, int]] = []
        if within is not None:
            within.kids.append(self)


def head_of(row: Part, scope: str = "Row") -> Part:
    """Begin a head of a table: of a row, or of a column."""
    return Part("TH", row, scope=scope)


@dataclass(slots=True)
class MarkedPage:
    """The parts of one page: the n-th piece of marked content belongs to the n-th of them."""

    owners: list[Part] = field(default_factory=list)
    page: int = 0  # the number of the page's object, once it has one
    key: int = 0  # by which the page is found in the tree of parents


@dataclass(slots=True)
class Structure:
    """The tree of one document, growing page by page."""

    pages: list[MarkedPage] = field(default_factory=list)
    _top: dict[Part, None] = field(default_factory=dict)  # in the order of the pages

    def begin_page(self) -> MarkedPage:
        """Begin the next page."""
        self.pages.append(MarkedPage())
        return self.pages[-1]

    def mark(self, part: Part) -> int:
        """Count one more piece of content of `part` on the last page; return its number."""
        page = self.pages[-1]
        number = len(page.owners)
        page.owners.append(part)
        if not part.places:
            top = part
            while top.within is not None:
                top = top.within
            self._top.setdefault(top)
        part.places.append((page, number))
        return number

    def written(self, first: int, parent: int) -> list[tuple[int, str]]:
        """Return the objects of the tree, numbered from `first`, which is its root.

        Then the parents of each page's pieces, one list a page. `parent` is the number of the
        root of all trees of the file.
        """
        branches = _Branches(first)
        kids = "".join([f"{branches.write(part, first)} 0 R " for part in self._top])
        branches.objects[0] = f"<</S/Document/P {parent} 0 R/K[{kids}]>>"
        numbers = branches.numbers
        for page in self.pages:
            owners = " ".join([f"{numbers[part]} 0 R" for part in page.owners])
            branches.objects.append(f"[{owners}]")
        return list(enumerate(branches.objects, first))


class _Branches:
    """Writes parts, each before what is in it, so far as it is on a page."""

    def __init__(self, first: int) -> None:
        self._first = first
        self.objects = [""]
        self.numbers: dict[Part, int] = {}

    def write(self, part: Part, above: int) -> int:
        """Write a part and what is in it; return its number."""
        objects = self.objects
        place = len(objects)
        number = self.numbers[part] = self._first + place
        objects.append("")
        kids = ""
        for kid in part.kids:
            if kid.places or kid.kids or part.role == "TR":  # an empty cell is a cell
                kids += f"{self.write(kid, number)} 0 R "
        said = _attributes(part) if part.scope or part.alt or part.said else ""
        if part.places:
            page = part.places[0][0]
            pieces = "".join([_piece(one, at, page) for one, at in part.places])
            said += f"/Pg {page.page} 0 R/K[{pieces}{kids}]"
        else:
            said += f"/K[{kids}]"
        objects[place] = f"<</S/{part.role}/P {above} 0 R{said}>>"
        return number


def _piece(place: MarkedPage, number: int, page: MarkedPage) -> str:
    if place is page:
        return f"{number} "
    return f"<</Type/MCR/Pg {place.page} 0 R/MCID {number}>>"


def _attributes(part: Part) -> str:
    said = ""
    if part.scope:
        said += f"/A<</O/Table/Scope/{part.scope}>>"
    if part.alt:
        said += f"/Alt{_string(part.alt)}"
    if part.said:
        said += f"/ActualText{_string(part.said)}"
    return said


def _string(text: str) -> str:
    return f"<FEFF{sayable(text).encode('utf-16-be').hex()}>"


def parents(pages: list[tuple[int, int]]) -> Iterator[str]:
    """Yield the entries of the tree of parents: key of a page, and the object of its list."""
    for key, number in sorted(pages):
        yield f"{key} {number} 0 R"
