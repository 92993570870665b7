"""Take the words out of documents, so that they can be searched; no pictures, no scripts."""

import io
import zipfile
from html.parser import HTMLParser
from typing import override
from xml.sax import SAXException  # nosec B406  # the name of an error
from xml.sax.handler import ContentHandler  # nosec B406  # defusedxml does the parsing

import pypdfium2 as pdfium
from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser

from app.sandbox.archives import look_through
from app.sandbox.encodings import decode
from app.sandbox.faults import FileFault, JobRefused

MOST_LETTERS = 2_000_000
_MOST_PAGES = 2_000
_BREAKS = {"p", "h", "br", "line-break", "tr", "table-row", "list-item"}
_GAPS = {"tab", "s", "tc", "table-cell"}
_BLOCKS = {"p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "title"}
_UNSEEN = {"script", "style", "template", "noscript"}


class _Enough(SAXException):
    """So many letters are more than anybody searches."""


def words_of_pdf(content: bytes) -> str:
    """Give the text layer of a PDF, a blank line between pages. Raises `JobRefused`."""
    with opened_pdf(content) as document:
        pages: list[str] = []
        room = MOST_LETTERS
        for number in range(min(len(document), _MOST_PAGES)):
            page = document[number]
            try:
                layer = page.get_textpage()
                try:
                    text = layer.get_text_range()[:room]
                finally:
                    layer.close()
            except pdfium.PdfiumError:
                continue
            finally:
                page.close()
            pages.append(text)
            room -= len(text)
            if room <= 0:
                break
    return _tidy("\n\n".join(pages))


def opened_pdf(content: bytes) -> pdfium.PdfDocument:
    """Open a PDF. Raises `JobRefused`: `LOCKED` with a password, `NOT_A_PDF` otherwise."""
    try:
        return pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise JobRefused(FileFault.LOCKED if locked else FileFault.NOT_A_PDF) from error


def words_of_docx(content: bytes) -> str:
    """Give the text of a DOCX. Raises `JobRefused`."""
    return _words_in(content, "word/document.xml", only="t")


def words_of_odt(content: bytes) -> str:
    """Give the text of an ODT. Raises `JobRefused`."""
    return _words_in(content, "content.xml", only="")


def _words_in(content: bytes, part: str, only: str) -> str:
    if part not in look_through(content):
        raise JobRefused(FileFault.NO_WORDS)
    reader = _OfficeWords(only)
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(reader)
    with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(part) as stream:
        try:
            while piece := stream.read(262_144):
                parser.feed(piece)
        except _Enough:
            pass
        except DefusedXmlException as trick:
            raise JobRefused(FileFault.XML_TRICK) from trick
        except SAXException as error:
            raise JobRefused(FileFault.DAMAGED) from error
    return _tidy("".join(reader.words))


class _OfficeWords(ContentHandler):
    """Collect what stands in text elements; `only` names the one that holds text, if one does."""

    def __init__(self, only: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self._only = only
        self._inside = 0
        self._letters = 0

    @override
    def startElement(self, name: str, attrs: object) -> None:
        local = name.rpartition(":")[2]
        self._inside += local == self._only
        if local in _GAPS:
            self.words.append("\t" if local in {"tab", "tc", "table-cell"} else " ")

    @override
    def endElement(self, name: str) -> None:
        local = name.rpartition(":")[2]
        self._inside -= local == self._only
        if local in _BREAKS:
            self.words.append("\n")

    @override
    def characters(self, content: str) -> None:
        if self._only and not self._inside:
            return
        self.words.append(content)
        self._letters += len(content)
        if self._letters > MOST_LETTERS:
            raise _Enough("letters")


def words_of_text(content: bytes) -> str:
    """Give a plain text in whatever encoding it was written. Raises `JobRefused`."""
    return _tidy(decode(content[: 4 * MOST_LETTERS], "").text)


def words_of_page(content: bytes) -> str:
    """Give what a reader of a web page sees; scripts and styles are left out."""
    reader = _PageWords()
    reader.feed(decode(content[: 4 * MOST_LETTERS], "").text)
    reader.close()
    return _tidy("".join(reader.words))


class _PageWords(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self.words.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        if tag in _BLOCKS:
            self.words.append("\n")

    @override
    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)


def _tidy(text: str) -> str:
    """Keep letters, line ends and tabs; drop NUL and what no database keeps."""
    kept = "".join(
        letter
        for letter in text.replace("\r\n", "\n").replace("\r", "\n")
        if letter in "\n\t" or letter.isprintable()
    )
    lines = [line.rstrip() for line in kept.split("\n")]
    return "\n".join(lines).strip()[:MOST_LETTERS]
