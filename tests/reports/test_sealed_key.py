"""A sealed key says what it is, is opened by two, and never calls itself a draft."""

from __future__ import annotations

from datetime import date

import pytest

from app.reports.cover_sheet import cover_sheet
from app.reports.document import Certification
from app.reports.paper_words import PaperWords
from app.reports.pdf.fonts import family
from app.reports.pdf.strips import Ring
from app.reports.pdf.typeset import Typesetter
from app.reports.render import write_pdf
from app.reports.sealed_key import sealed_key_document
from app.shapes.envelopes import EnclosedPaper, Envelope
from app.shapes.sealed_key import SealedKey, SealedWitness
from tests.factories.papers import draft_context
from tests.reports.reading import text_of

LANGUAGES = ("en", "hy", "ru")
KEY = SealedKey(
    "HRD-2020-00123", date(2021, 3, 10), (SealedWitness("W-01", "ANON", "Նմուշյան Վկա", "", ()),)
)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sealed_key_is_no_draft(lang: str) -> None:
    words = PaperWords(lang)
    told = text_of(write_pdf(sealed_key_document(KEY, words, draft_context())).content)
    assert words.say("DRAFT – not issued") not in told
    assert words.say("A draft for work in the office. It is not registered.") not in told
    assert words.say("Sealed key") in told


def test_two_sign_who_open_it_and_the_seal_stands_beside_whoever_sealed_it() -> None:
    document = sealed_key_document(KEY, PaperWords("en"), draft_context())
    sealed, opened = (one for one in document.blocks if isinstance(one, Certification))
    assert [one.purpose for one in opened.signatories] == ["Opened by", "Opened by"]
    assert [one.purpose for one in sealed.signatories] == ["Sealed by"]
    strips = [one.strip for page in Typesetter(document, family()).pages() for one in page.placed]
    assert sum(isinstance(stroke, Ring) for strip in strips for stroke in strip.strokes) == 1


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_cover_sheet_is_called_the_same_at_its_head_and_its_foot(lang: str) -> None:
    envelope = Envelope("The Delegation", papers=(EnclosedPaper("icrc"),))
    furniture = cover_sheet(envelope, lang, draft_context()).furniture
    assert furniture.draft == furniture.document_type
