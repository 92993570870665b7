"""Every paper aims at PDF/A-2b, and the eye that looks at it sees what is wrong with others."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pikepdf
import pytest
from PIL import Image, ImageCms

from app.reports.internal_file import internal_file
from app.reports.pdf.colour_profile import srgb_profile
from app.reports.pdf.file_facts import FileFacts, packet, sayable
from app.reports.render import write_pdf
from app.sandbox.calls import lock_pdf
from tests.factories import papers
from tests.reports import office_papers
from tests.reports.archive_rules import archive_faults
from tests.reports.every_paper import LANGUAGES, PAPERS, content
from tests.reports.office_papers import OFFICE_PAPERS, office_file
from tests.reports.unfit_for_archives import SPOILED, SPOILED_BYTES, Spoil, spoiled

NAMES = ("Nmushyan", "Նմուշյան", "Нмушян", "Ejyan", "KE-07")
WITHOUT_OUTLINE = {"recovery sheet"}  # it says nothing of itself but what kind of paper it is
SCRIPTS = {"en": re.compile("[A-Za-z]"), "hy": re.compile("[Ա-և]"), "ru": re.compile("[А-яё]")}


def _file(name: str, lang: str) -> bytes:
    return content(name, lang) if name in PAPERS else office_file(name, lang)


@cache
def _good() -> bytes:
    """Return a short paper with a picture."""
    case = replace(papers.thin_case(), photo=papers.grey_photo())
    return write_pdf(internal_file(case, "hy", papers.issued_context())).content


def test_a_good_paper_is_found_good_after_it_was_saved_by_another_program() -> None:
    assert archive_faults(_good()) == []
    assert archive_faults(spoiled(_good(), lambda _: None)) == []


@pytest.mark.parametrize("name", [*PAPERS, *OFFICE_PAPERS])
def test_every_file_keeps_the_rules_of_archives(name: str) -> None:
    broken = [(lang, fault) for lang in LANGUAGES for fault in archive_faults(_file(name, lang))]
    assert broken == []


@pytest.mark.parametrize("name", [*PAPERS, *OFFICE_PAPERS])
def test_every_file_has_title_and_outline_in_its_language_and_names_nobody(name: str) -> None:
    for lang in LANGUAGES:
        with pikepdf.open(io.BytesIO(_file(name, lang))) as pdf, pdf.open_outline() as outline:
            assert str(pdf.Root.Lang) == lang
            assert pdf.Root.ViewerPreferences.DisplayDocTitle
            assert "/Author" not in pdf.docinfo
            assert pdf.docinfo.Creator == pdf.docinfo.Producer == "Homeward"
            assert outline.root or name in WITHOUT_OUTLINE
            titles = [str(pdf.docinfo.Title), *(str(item.title) for item in outline.root)]
            packet = pdf.Root.Metadata.read_bytes().decode()
        told = " ".join([*titles, packet])
        assert not [one for one in NAMES if one in told]
        assert all(title.strip() for title in titles)
        script = SCRIPTS[lang]
        assert script.search(titles[0])


def test_a_book_is_called_a_book_and_not_its_first_man() -> None:
    with pikepdf.open(io.BytesIO(_file("book", "en"))) as pdf:
        assert str(pdf.docinfo.Title) == "Book of cases"


@pytest.mark.parametrize(("wrong", "spoil"), SPOILED.items(), ids=SPOILED)
def test_what_archives_refuse_is_seen(wrong: str, spoil: Spoil) -> None:
    assert any(wrong in fault for fault in archive_faults(spoiled(_good(), spoil)))


@pytest.mark.parametrize(("wrong", "spoil"), SPOILED_BYTES.items(), ids=SPOILED_BYTES)
def test_wrong_bytes_are_seen(wrong: str, spoil: Callable[[bytes], bytes]) -> None:
    assert any(wrong in fault for fault in archive_faults(spoil(_good())))


def test_a_reprint_is_the_same_bytes_each_time() -> None:
    assert office_papers.reprint_of(_file("internal", "ru"), "ru") == _file("reprint", "ru")


def test_a_locked_paper_no_longer_calls_itself_one_for_archives() -> None:
    locked = lock_pdf(_good(), "korrekt horse 8")
    assert "the file is locked" in archive_faults(locked)
    with pikepdf.open(io.BytesIO(locked), password="korrekt horse 8") as pdf:
        assert b"pdfaid:part" not in pdf.Root.Metadata.read_bytes()
        assert b"dc:title" in pdf.Root.Metadata.read_bytes()


def test_the_profile_is_the_one_that_every_screen_knows() -> None:
    ours = ImageCms.ImageCmsProfile(io.BytesIO(srgb_profile()))
    theirs = ImageCms.createProfile("sRGB")
    steps = bytes(value for n in range(0, 256, 17) for value in (n, 255 - n, n // 2))
    picture = Image.frombytes("RGB", (len(steps) // 3, 1), steps)
    turned = ImageCms.profileToProfile(picture, ours, theirs)
    assert turned is not None
    assert all(abs(a - b) <= 1 for a, b in zip(steps, turned.tobytes(), strict=True))


def test_a_title_that_no_packet_can_hold_is_made_sayable() -> None:
    wild = "<&>\x00\ud800 \x1b]]> Ո՞վ"
    assert sayable(wild) == "<&> ]]> Ո՞վ"
    told = packet(FileFacts(sayable(wild), "", "hy", datetime(2021, 3, 10, tzinfo=UTC)))
    assert "&lt;&amp;&gt; ]]&gt; Ո՞վ".encode() in told
    assert b"dc:description" not in told
