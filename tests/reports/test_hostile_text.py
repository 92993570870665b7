"""Case text is never markup: what was typed is what is seen, and nothing else happens (R-36)."""

from __future__ import annotations

import contextlib
import random
import sys
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from app.reports.document import Document, Prose, plain
from app.reports.internal_file import internal_file
from app.reports.pdf.fonts import family
from app.reports.pdf.safe_text import SafeText
from app.reports.render import write_pdf
from app.shapes.case_report import (
    Described,
    Known,
    Narrative,
    OpenQuestion,
    PrintedName,
    Wording,
)
from tests.factories import papers
from tests.metrics import record
from tests.reports.reading import objects_of, pages_of, text_of, unspaced

ROOT = Path(__file__).resolve().parents[2]
SEEDS = (
    "<b>bold</b>",
    "<img src='file:///etc/passwd'/>",
    '<a href="https://example.invalid/x">press</a>',
    "<font color=white size=1>hidden</font>",
    "<para><seq/>&amp;&lt;&#65;</para>",
    "</para></font><unclosed",
    "<onDraw name=x/><index item=y/>",
    "{placeholder} {{double}} %s %(x)s",
    "\\(paren) ) ET BT (x) Tj \\",
    "<<>> endobj stream endstream %%EOF",
    "a\x00b\x07c\x1b[31m",
    "left\u202eright\u202c \u2066iso\u2069 \u200fmark",
    "lone \ud800 and \udfff",
    "soft\u00adhyphen\u200bzero\u200d\ufeffbom",
    "عربي ქართული 漢字 🙂",
    "cafe\u0301 Ա\u0301 и\u0306",
    "Նմուշյան և ԵՎ ՞ ։ «»",
    "ёлочки — № 5",
    "tab\there\r\nnew\u2028line",
    "W" * 5000,
    "/very/long/" * 300,
)


def hostile_strings() -> list[str]:
    """Return five hundred strings, the same every time."""
    dice = random.Random(20201213)  # noqa: S311  # a seed for a test, not a secret
    strings = list(SEEDS)
    while len(strings) < 500:
        parts = dice.sample(SEEDS[:-2], k=dice.randint(1, 4))
        text = dice.choice(["", " ", "\n"]).join(parts)
        start = dice.randrange(len(text))
        strings.append(text[start:] + text[:start])
    return strings


def _paper_of(texts: list[str]) -> Document:
    base = internal_file(papers.thin_case(), "en", papers.draft_context())
    blocks = tuple(Prose(plain(text)) for text in texts)
    return replace(base, blocks=blocks, notes={})


def _seen(text: str) -> str:
    return unspaced(unicodedata.normalize("NFC", SafeText(family()).clean(text)))


def test_five_hundred_hostile_strings_are_seen_as_they_were_typed() -> None:
    strings = hostile_strings()
    unseen: list[str] = []
    for start in range(0, len(strings), 25):
        some = strings[start : start + 25]
        body = _body(_paper_of(some))
        unseen += [text[:80] for text in some if _seen(text) not in body]
    record(
        "R-36",
        "hostile strings seen on paper as they were typed",
        f"{len(strings) - len(unseen)} of {len(strings)}",
        target="500 of 500",
        holds=not unseen and len(strings) == 500,
    )
    assert unseen == []


def _body(document: Document) -> str:
    """Return what a reader sees without the furniture, which is drawn after the text."""
    pages = pages_of(write_pdf(document).content)
    bodies = [page.partition(document.furniture.office)[0] for page in pages]
    return unspaced(unicodedata.normalize("NFC", "".join(bodies)))


def test_hostile_text_adds_no_link_no_picture_no_file() -> None:
    strings = hostile_strings()
    _WATCHED.clear()
    _WATCHING.set()
    try:
        content = write_pdf(_paper_of(strings)).content
    finally:
        _WATCHING.clear()
    reached = [what for what in _WATCHED if not what.startswith(_ALLOWED)]
    added = list(added_to(content))
    record(
        "R-36",
        "links, foreign pictures and reads outside the allowed folders from 500 hostile strings",
        f"{len(added)}, {len(reached)}",
        target="0, 0",
        holds=not added and not reached,
    )
    assert added == []
    assert reached == []


def test_the_watch_sees_what_is_read() -> None:
    _WATCHED.clear()
    _WATCHING.set()
    try:
        Path("/etc/hostname").exists()
        with contextlib.suppress(OSError):
            Path("/nowhere/at/all").read_bytes()
    finally:
        _WATCHING.clear()
    assert _WATCHED == ["/nowhere/at/all"]


def added_to(content: bytes) -> Iterator[str]:
    """Yield every picture, link, script and file reference in a paper."""
    for found in objects_of(content):
        if isinstance(found, pikepdf.Stream) and found.get("/Subtype") == "/Image":
            yield "image"
        if isinstance(found, pikepdf.Dictionary):
            for key in ("/URI", "/A", "/AA", "/JS", "/Annots", "/EmbeddedFiles", "/F"):
                if key in found and not (key == "/A" and "/URI" not in found[key]):
                    yield key


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    # Hooks of this kind stay for good, so this one listens only while it is told to.
    if _WATCHING.is_set() and event in {"open", "socket.connect", "subprocess.Popen"}:
        _WATCHED.append(str(arguments[0]))


_WATCHING = threading.Event()
_WATCHED: list[str] = []
#: The program itself with its typeface, and the libraries it stands on.
_ALLOWED = (str(ROOT), sys.prefix, sys.base_prefix)
sys.addaudithook(_watch)


@pytest.mark.parametrize("text", SEEDS, ids=range(len(SEEDS)))
def test_every_field_of_a_case_bears_hostile_text(text: str) -> None:
    case = papers.model_case()
    name = PrintedName("Armn", text, text, text)
    hostile = replace(
        case,
        identity=replace(
            case.identity,
            names=(name,),
            address=Known(text),
            description=(Described("MARKS", Known(text)),),
        ),
        events=tuple(replace(e, words=text, verbatim=text) for e in case.events),
        statements=tuple(replace(s, title=Wording(text), reference=text) for s in case.statements),
        circumstances=(Narrative(text),),
        open_questions=(OpenQuestion(text, text, text),),
    )
    done = write_pdf(internal_file(hostile, "hy", papers.draft_context()))
    assert done.pages >= 1


def test_direction_marks_cannot_turn_a_name_round() -> None:
    case = papers.model_case()
    names = (PrintedName("Latn", "Nmush\u202eyan", "Aram"),)
    case = replace(case, identity=replace(case.identity, names=names))
    text = text_of(write_pdf(internal_file(case, "en", papers.draft_context())).content)
    assert "Nmush[U+202E]yan Aram" in text


def test_a_script_without_glyphs_is_spelled_out_and_listed() -> None:
    case = papers.model_case()
    names = (PrintedName("Zzzz", "漢字", "Aram"),)
    case = replace(case, identity=replace(case.identity, names=names))
    done = write_pdf(internal_file(case, "en", papers.draft_context()))
    assert "[U+6F22 U+5B57]" in text_of(done.content)
    assert done.missing_characters == ("U+5B57", "U+6F22")


def test_a_word_wider_than_the_page_is_broken_not_cut() -> None:
    word = "Ա" * 5000
    assert unspaced(text_of(write_pdf(_paper_of([word])).content)).count("Ա") == 5000
