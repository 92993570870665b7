"""Every paper the program can make, so that a rule of the page is tried on all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache

from app.reports.context import OfficeContact, PaperContext
from app.reports.document import Document, Properties, Run
from app.reports.papers import TEMPLATES, make_document
from app.reports.render import write_pdf
from app.shapes.case_report import CaseReport
from models.vocabulary.papers import Audience
from tests.factories import papers
from tests.leaks.invented_cases import invented_cases

LANGUAGES = ("en", "hy", "ru")


def paper_of(audience: Audience, case: CaseReport, lang: str) -> Document:
    """Make the issued paper of one man for one reader."""
    return make_document(audience, (case,), lang, context()).document


def context() -> PaperContext:
    """Return the making of an issued paper with all that an office tells of itself."""
    return replace(
        papers.issued_context(),
        recipient="The Commission",
        contact=OfficeContact(
            "0 Sample Street, Yerevan", "+374 00 000 000", "office@example.invalid",
            "+374 00 000 001", "K. Ejyan",
        ),
    )  # fmt: skip


def _audience(audience: Audience) -> Callable[[str], Document]:
    return lambda lang: paper_of(audience, papers.model_case(), lang)


def _invented(audience: Audience) -> Callable[[str], Document]:
    return lambda lang: paper_of(audience, invented_cases(1)[0].case, lang)


#: By name: how the paper is made in a language.
PAPERS: Mapping[str, Callable[[str], Document]] = {
    **{audience.value: _audience(audience) for audience in TEMPLATES},
    **{f"{audience.value}, everything filled": _invented(audience) for audience in TEMPLATES},
}


@cache
def document(name: str, lang: str) -> Document:
    """Make a paper once."""
    return PAPERS[name](lang)


@cache
def content(name: str, lang: str) -> bytes:
    """Write a paper once."""
    return write_pdf(document(name, lang)).content


def texts_of(value: object) -> Iterator[str]:
    """Yield every text that a document hands to the typesetter; keys and codes are none."""
    if isinstance(value, Run):
        yield value.text
    elif isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from texts_of(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts_of(item)
    elif is_dataclass(value) and not isinstance(value, type | Properties):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))
