"""Says which values that a reader may not see are in a PDF, wherever and however they stand."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tests.leaks.filters import PICTURES, undone
from tests.leaks.page_text import PageText, read_page
from tests.leaks.pdf_file import Found, PdfFile, strings_of
from tests.leaks.spellings import Needles, folded, needles, readings, string_of, views
from tests.leaks.syntax import Dictionary, Name, Stream, Unreadable, Value
from tests.leaks.typefaces import Typeface, character_map, typeface

# What it cannot do: read words that are painted as pixels or as outlines. No picture but a
# portrait is ever put on our papers, and another test counts them.

_NO_TEXT = frozenset({"XRef", "ObjStm", "Metadata", "EmbeddedFile"})
_DEEPEST = 4


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """A value that is in a file and may not be, where it stands, and how it is written there."""

    value: str
    where: str
    how: str


def leaks(pdf: bytes, forbidden: Iterable[str]) -> list[Leak]:
    """Return every forbidden value that is anywhere in `pdf`, in any form that can be read back.

    Raises Unreadable for a file of which some part cannot be read: such a file is not clean.
    """
    wanted = needles(frozenset(forbidden))
    return sorted(set(_of_file(pdf, wanted, "", 0)))


def _of_file(pdf: bytes, wanted: Needles, inside: str, depth: int) -> Iterator[Leak]:
    if depth > _DEEPEST:
        raise Unreadable("files within files without end")
    file = PdfFile.read(pdf)
    yield from _in_bytes(pdf, wanted, f"{inside}the bytes of the file")
    for head in file.trailers:
        yield from _in_strings(head, wanted, f"{inside}trailer")
    for one in file.found:
        where = f"{inside}{_called(one)}"
        yield from _in_strings(one.value, wanted, where)
        if isinstance(one.value, Stream):
            yield from _in_stream(one.value, wanted, where, depth)
    for where, page in _pages(file):
        yield from _in_page(page, wanted, inside + where)


def _called(one: Found) -> str:
    entries = one.entries
    kind = entries.get("Type") or entries.get("Subtype") or entries.get("S")
    title = kind if isinstance(kind, Name) else ""
    if "Producer" in entries or "Creator" in entries:
        title = "document information"
    return f"object {one.number} {title}".rstrip()


# --- strings and streams


def _in_strings(value: Value | Stream, wanted: Needles, where: str) -> Iterator[Leak]:
    parts = list(strings_of(value))
    text = "\n".join(string_of(part) for part in parts)
    if folded(text):
        yield from (Leak(found, where, "string") for found in wanted.in_text(text))
    for part in parts:
        yield from _in_bytes(part, wanted, where)


def _in_stream(stream: Stream, wanted: Needles, where: str, depth: int) -> Iterator[Leak]:
    last = stream.raw
    for name, content in undone(stream.entries, stream.raw):
        yield from _in_bytes(content, wanted, f"{where} after {name}")
        last = content
    yield from _in_map(last, wanted, where)
    yield from _in_enclosed(last, wanted, where, depth)


def _in_bytes(content: bytes, wanted: Needles, where: str) -> Iterator[Leak]:
    for how, seen in views(content):
        for value, codec in wanted.in_bytes(seen):
            yield Leak(value, where, f"{how} {codec}".strip())
        for codec, text in readings(seen):
            yield from (
                Leak(value, where, f"{how} {codec}".strip()) for value in wanted.in_text(text)
            )


def _in_map(content: bytes, wanted: Needles, where: str) -> Iterator[Leak]:
    """Look at what a ToUnicode map says: its letters one after another spell what was encoded."""
    if b"begincmap" in content:
        told = character_map(content).told
        yield from (Leak(value, where, "ToUnicode") for value in wanted.in_text(told))


def _in_enclosed(content: bytes, wanted: Needles, where: str, depth: int) -> Iterator[Leak]:
    """Open what is a file of its own: an attachment, an archive, a paper within a paper."""
    if content.startswith(b"%PDF-"):
        yield from _of_file(content, wanted, f"{where}: ", depth + 1)
    elif content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                at = f"{where}: {name}"
                yield from (Leak(value, at, "name") for value in wanted.in_text(name))
                yield from _in_bytes(archive.read(name), wanted, at)
                yield from _in_enclosed(archive.read(name), wanted, at, depth + 1)
    elif content.startswith(b"\x1f\x8b"):
        plain = gzip.decompress(content)
        yield from _in_bytes(plain, wanted, f"{where}: unpacked")
        yield from _in_enclosed(plain, wanted, where, depth + 1)


# --- what is seen


def orders_of(pdf: bytes) -> str:
    """Return what the pages show in every order in which the eye reads them."""
    pages = [page for _, page in _pages(PdfFile.read(pdf))]
    return "\n".join(
        order for page in pages for order in (page.in_order(), page.by_rows(), page.by_columns())
    )


def text_of(pdf: bytes) -> str:
    """Return everything the pages show, as its operators come; drawn for an eye or not."""
    return "\n".join(page.in_order() for _, page in _pages(PdfFile.read(pdf)))


def _in_page(page: PageText, wanted: Needles, where: str) -> Iterator[Leak]:
    orders: tuple[tuple[str, Callable[[], str]], ...] = (
        ("text", page.in_order),
        ("text by rows", page.by_rows),
        ("text by columns", page.by_columns),
    )
    for how, order in orders:
        yield from (Leak(value, where, how) for value in wanted.in_text(order()))
    carried = "\n".join(string_of(part) for part in page.carried)
    yield from (Leak(value, where, "carried text") for value in wanted.in_text(carried))
    for entries, raw in page.inline:
        for name, content in undone(entries, raw):
            yield from _in_bytes(content, wanted, f"{where} inline picture after {name}")


def _pages(file: PdfFile) -> Iterator[tuple[str, PageText]]:
    """Yield the text of each page, then of every other stream that could show some."""
    seen: set[int] = set()
    number = 0
    for one in file.found:
        if one.entries.get("Type") == "Page":
            number += 1
            parts = [file.of(part) for part in file.list_of(one.entries.get("Contents"))]
            streams = [part for part in parts if isinstance(part, Stream)]
            seen.update(id(part) for part in streams)
            content = b"\n".join(_last(part) for part in streams)
            yield f"page {number}", read_page(content, _fonts(file, _resources(file, one.entries)))
    everywhere = _all_fonts(file)
    for at, stream in file.streams():
        if id(stream) not in seen and _may_show_text(stream):
            fonts = everywhere | _fonts(file, file.entries_of(stream.entries.get("Resources")))
            yield f"object {at}, drawn", read_page(_last(stream), fonts)


def _last(stream: Stream) -> bytes:
    return [content for _, content in undone(stream.entries, stream.raw)][-1]


def _may_show_text(stream: Stream) -> bool:
    entries = stream.entries
    if entries.get("Type") in _NO_TEXT or entries.get("Subtype") == "Image":
        return False
    filters = entries.get("Filter")
    if any(name in PICTURES for name in (filters if isinstance(filters, list) else [filters])):
        return False
    content = _last(stream)
    return b"Tj" in content or b"TJ" in content or b"'" in content


def _resources(file: PdfFile, page: Dictionary) -> Dictionary:
    """Return the resources of a page, or those it inherits."""
    for _ in range(50):
        if "Resources" in page:
            return file.entries_of(page["Resources"])
        if "Parent" not in page:
            break
        page = file.entries_of(page["Parent"])
    return {}


def _fonts(file: PdfFile, resources: Dictionary) -> dict[str, Callable[[], Typeface]]:
    fonts = file.entries_of(resources.get("Font"))
    return {name: _once(file, file.entries_of(font)) for name, font in fonts.items()}


def _all_fonts(file: PdfFile) -> dict[str, Callable[[], Typeface]]:
    """Return the fonts of all resources by name, for streams that no page leads to."""
    found: dict[str, Callable[[], Typeface]] = {}
    for one in file.found:
        for entries in (one.entries, file.entries_of(one.entries.get("Resources"))):
            found |= _fonts(file, entries)
    return found


def _once(file: PdfFile, font: Dictionary) -> Callable[[], Typeface]:
    known: list[Typeface] = []

    def read() -> Typeface:
        if not known:
            known.append(typeface(file, font))
        return known[0]

    return read
