"""The recovery sheet says all it must on its page, and nothing anywhere else in the file."""

import io
from datetime import UTC, datetime

import pikepdf
import pytest

from app.reports.pdf import reportlab_door
from app.reports.recovery_sheet import write_recovery_sheet
from app.shapes.recovery import RecoverySheet, SheetMade
from app.vault.recovery_code import as_lines, as_shares, fresh_secret, read_sheet
from tests.reports.reading import fonts_of, pages_of, unspaced

MADE = datetime(2021, 3, 10, 6, 0, tzinfo=UTC)
NAME = "Գրասենյակ «Вера» & <b>"


def sheet(secret: bytes, *, split: bool = False) -> RecoverySheet:
    made = SheetMade(3, MADE, split)
    return RecoverySheet(
        made,
        NAME,
        "1a2b3c4d",
        lines=() if split else as_lines(secret),
        shares=as_shares(secret) if split else (),
    )


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_a_sheet_is_one_page_with_its_register_number_and_code(lang: str) -> None:
    one = sheet(fresh_secret())

    paper = write_recovery_sheet(one, lang)

    (page,) = pages_of(paper.content)
    for line in one.lines:
        assert unspaced(line) in unspaced(page)
    assert unspaced(NAME) in unspaced(page)
    assert "1a2b3c4d" in page
    assert "3" in page
    assert paper.content == write_recovery_sheet(one, lang).content


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_three_parts_are_three_pages_and_no_page_knows_another(lang: str) -> None:
    secret = fresh_secret()
    one = sheet(secret, split=True)

    pages = pages_of(write_recovery_sheet(one, lang).content)

    assert len(pages) == 3
    for number, share in enumerate(one.shares, start=1):
        alone = write_recovery_sheet(one, lang, part=number)
        (page,) = pages_of(alone.content)
        assert page == pages[number - 1]
        assert all(word in page.split() for word in share)
        others = {word for other in one.shares if other != share for word in other[4:]}
        assert len(others & set(page.split())) < 6


def test_the_file_says_nothing_of_itself_but_what_kind_of_paper_it_is() -> None:
    one = sheet(fresh_secret())
    content = write_recovery_sheet(one, "en").content

    with pikepdf.open(io.BytesIO(content)) as pdf:
        told = " ".join(str(value) for value in pdf.docinfo.values())
        assert "/Outlines" not in pdf.Root
        assert "/Names" not in pdf.Root
    assert "Recovery sheet" in told
    assert "Գրասենյակ" not in told
    assert not any(unspaced(line) in unspaced(told) for line in one.lines)
    assert all(fonts_of(content).values())


def test_what_a_scanner_reads_opens_the_register_too() -> None:
    secret = fresh_secret()
    lines, shares = as_lines(secret), as_shares(secret)

    assert read_sheet("".join(lines).replace(" ", "")) == secret
    assert read_sheet("\n".join(" ".join(share).upper() for share in shares[:2])) == secret
    assert len(reportlab_door.qr_modules("".join(lines).replace(" ", ""), version=None)) == 29
