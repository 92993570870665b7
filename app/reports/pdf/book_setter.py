"""Sets many documents as one file whose pages are numbered through, keeping none in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.reports.document import Document
from app.reports.pdf.fonts import family
from app.reports.pdf.furniture import PageNumber
from app.reports.pdf.structure import Structure
from app.reports.pdf.typeset import Typeset, Typesetter
from app.reports.pdf.writer import PageWriter, open_file


class BookSetter:
    """A file that grows by one document after another.

    How many pages there will be, and how many come first, is not known before the last: the number
    of a page is drawn when the book is finished, upon pages that are packed already.
    """

    def __init__(self, like: Document) -> None:
        """Begin a file of the properties, paper and sides of `like`; raises FontMissing."""
        self._faces = family()
        self._like = like
        setter = Typesetter(like, self._faces)
        self._page = setter.page
        self._file = open_file(like.properties, self._faces, self._page)
        self._numbers: list[PageNumber] = []
        self._missing: set[int] = set()

    @property
    def pages(self) -> int:
        """Return how many pages there are so far."""
        return len(self._numbers)

    def add(self, document: Document, title: str = "", *, first: int = 0) -> int:
        """Set a document behind the others and return its pages; `title` leads to it.

        `first` is the number its first page will have, where it is to be moved; what matters of
        it is the side of the sheet. Raises FurnitureTooLong.
        """
        document = replace(document, paper=self._like.paper, duplex=self._like.duplex)
        setter = Typesetter(document, self._faces)
        sides = setter.sides()
        pages = setter.pages()
        structure = Structure()
        for index, page in enumerate(pages):
            side = sides[((first + index) if first else (self.pages + 1)) % len(sides)]
            marked = structure.begin_page()
            writer = setter.body(self._file, page, side, len(pages), structure)
            side.stand(writer)
            heads = [title] if title and not index else []
            self._file.add_page(writer.operators(), heads, marked)
            self._numbers.append(side.furniture.page_number)
        self._file.add_tree(structure)
        self._missing.update(setter.missing())
        return len(pages)

    def count(self, documents: Sequence[Document]) -> int:
        """Tell how many pages these would take, without setting them."""
        return sum(
            len(Typesetter(replace(one, paper=self._like.paper), self._faces).pages())
            for one in documents
        )

    def finish(self, in_front: int = 0) -> Typeset:
        """Move the last `in_front` pages to the front, number all, and return the file."""
        self._file.bring_to_front(in_front)
        if in_front:
            self._numbers = [*self._numbers[-in_front:], *self._numbers[:-in_front]]
        for index, (sheet, told) in enumerate(zip(self._file.sheets, self._numbers, strict=True)):
            writer = PageWriter(self._file, self._faces, self._page)
            writer.add([told.stroke(index + 1, self.pages, self._faces.bold)], 0, 0)
            sheet.add(writer.operators())
        return Typeset(self._file.finish(), self.pages, tuple(sorted(self._missing)))
