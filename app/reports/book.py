"""The book of many cases: its title page, its contents, and the names in three alphabets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Column,
    DataTable,
    Document,
    FactRow,
    Facts,
    Format,
    Furniture,
    Prose,
    SheetTitle,
    TableRow,
    literal,
    plain,
)
from app.reports.fingerprint import fingerprint
from app.reports.long_blocks import IndexLine, NameIndex
from app.reports.paper_words import PaperWords
from app.search.collation import sort_key
from app.search.fold import fold
from app.search.query_language import read_query
from app.shapes.case_report import CaseReport
from app.wording.filter_query import question_words
from models.codebook import CODEBOOK_VERSION

TEMPLATE, VERSION = "book", "1.0"
STATUS_WIDTH, COURT_STATUS_WIDTH = 62, 52  # in mm: the margins of a court are wider
_ALPHABETS = ("Armn", "Cyrl", "Latn")


@dataclass(frozen=True, slots=True)
class BookEntry:
    """A man in the book: his names by script, and the page of the cases on which he begins."""

    number: str
    name: str
    headline: str
    names: tuple[tuple[str, str], ...]
    page: int


def book_title(words: PaperWords) -> str:
    """Return what a book is called, on its first page and as a file."""
    return words.say("Book of cases")


def book_entry(case: CaseReport, words: PaperWords, page: int) -> BookEntry:
    """Note what the contents and the index say of a man, as far as his reader may see it."""
    identity = case.identity
    names = ((name.script, words.full_name(name, identity.sex)) for name in identity.names)
    return BookEntry(
        number=case.number,
        name=words.title_names(identity)[0],
        headline=words.label("headline", case.status.headline.value),
        names=tuple(dict.fromkeys(pair for pair in names if pair[1])),
        page=page,
    )


def asked_said(question: str, words: PaperWords, *, whole: bool = False) -> str:
    """Say which men a book holds: by the question that chose them, as it was typed."""
    if whole:
        return words.say("all cases of the register")
    tree = read_query(question).tree
    if tree is None:
        return words.say("those that were named by their numbers")
    told = question_words(tree, words.translator)
    return words.say("those that answer to {question}", question=told)


class Book:
    """Makes the papers before and behind the cases of one book."""

    def __init__(
        self, first: Document, context: PaperContext, asked: str, entries: Sequence[BookEntry]
    ) -> None:
        """Begin with the paper of the first man, whose class and reader are those of the book.

        `asked` says in words which men it holds.
        """
        self._words = PaperWords(first.properties.lang)
        self._first = first
        self._context = context
        self._asked = asked
        self._entries = entries
        self._furniture = self._around(first.furniture)

    @property
    def title(self) -> str:
        """Return what the book is called."""
        return book_title(self._words)

    @property
    def contents_title(self) -> str:
        """Return what leads to the contents."""
        return self._words.say("Contents")

    @property
    def index_title(self) -> str:
        """Return what leads to the index."""
        return self._words.say("Index of names")

    def title_page(self, pages: int) -> Document:
        """Say whose book it is, of which men, for whom, as of when; `pages` are all there are."""
        words, context, furniture = self._words, self._context, self._furniture
        t = words.translator
        rows = (
            (words.say("Office"), literal(context.office.best(words.lang))),
            (words.say("Cases in it"), literal(t.number(len(self._entries)), bold=True)),
            (words.say("Which cases"), plain(self._asked)),
            (words.say("Their order"), plain(words.say("by the number of the case"))),
            (words.say("Facts as of"), plain(self._as_of())),
            (words.say("Reader"), plain(f"{furniture.class_word} – {furniture.scope}")),
            (words.say("Pages"), literal(t.number(pages))),
        )
        told = words.say(
            "Each case begins on a page of its own. The names stand at the end, in the Armenian, "
            "the Cyrillic and the Latin alphabet, each in its own order."
        )
        blocks: tuple[Block, ...] = (
            SheetTitle(self.title, self._first.furniture.document_type),
            Facts(tuple(FactRow(label, value) for label, value in rows)),
            Prose(plain(told), "text"),
        )
        return self._document(blocks)

    def contents(self, before: int) -> Document:
        """List the cases in their order; `before` is the number of pages before the first."""
        words = self._words
        status = COURT_STATUS_WIDTH if self._first.format is Format.COURT else STATUS_WIDTH
        columns = (
            Column(words.say("Case"), 31),
            Column(words.say("Name"), 60),
            Column(words.say("Status"), status),
            Column(words.translator.say_in("of a book", "Page"), 12, right=True),
        )
        rows = tuple(
            TableRow(
                (
                    literal(entry.number),
                    literal(entry.name, bold=True),
                    plain(entry.headline),
                    literal(str(entry.page + before)),
                )
            )
            for entry in self._entries
        )
        return self._document((SheetTitle(self.contents_title), DataTable(columns, rows)))

    def empty_page(self) -> Document:
        """Fill the back of a sheet, so that the first case begins on a front."""
        return self._document((Prose(plain(self._words.say("This page is empty."))),))

    def indexes(self, before: int) -> list[Document]:
        """List the names in each alphabet that has any; `before` as in `contents`."""
        words = self._words
        alphabets = {
            "Armn": words.say("Names in the Armenian alphabet"),
            "Cyrl": words.say("Names in the Cyrillic alphabet"),
            "Latn": words.say("Names in the Latin alphabet"),
        }
        documents = []
        for script in _ALPHABETS:
            lines = tuple(self._lines(script, before))
            if lines:
                told = words.say_n(
                    "{n} name, other spellings included.",
                    "{n} names, other spellings included.",
                    len(lines),
                )
                documents.append(self._document((NameIndex(alphabets[script], told, lines),)))
        return documents

    def _lines(self, script: str, before: int) -> list[IndexLine]:
        words = self._words
        lines = [
            (
                sort_key(name),
                entry.number,
                IndexLine(_letter(name, words), name, entry.number, entry.page),
            )
            for entry in self._entries
            for of, name in entry.names
            if of == script or (script == "Latn" and of not in _ALPHABETS)
        ]
        lines.sort(key=lambda line: line[:2])
        return [replace(line, page=line.page + before) for _, _, line in lines]

    def _document(self, blocks: tuple[Block, ...]) -> Document:
        properties = replace(self._first.properties, title=self.title)
        return replace(
            self._first,
            properties=properties,
            furniture=self._furniture,
            blocks=blocks,
            notes={},
            notes_explained="",
        )

    def _around(self, furniture: Furniture) -> Furniture:
        words = self._words
        digest = fingerprint(tuple(self._entries))
        return replace(
            furniture,
            document_type=self.title,
            case_number=words.say_n("{n} case", "{n} cases", len(self._entries)),
            template_line=words.say(
                "Template {template} {version} · codebook {codebook} · data {digest}",
                template=TEMPLATE,
                version=VERSION,
                codebook=CODEBOOK_VERSION,
                digest=digest,
            ),
        )

    def _as_of(self) -> str:
        words, moment = self._words, self._context.facts_as_of
        return words.say(
            "{date}, {time} ({zone})",
            date=words.day(moment.date()),
            time=f"{moment:%H:%M}",
            zone=words.zone(moment),
        )


def _letter(name: str, words: PaperWords) -> str:
    """Return the letter under which a name stands: without its marks, as a capital."""
    plain_form = fold(name)[:1]
    letter = plain_form if plain_form.isalpha() else name[:1]
    return words.opening(letter) or "–"
