"""Hostile and broken files end in a coded refusal; the parent is never harmed (R-30 to R-34)."""

import io
import subprocess
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from openpyxl import Workbook
from PIL import Image

from app.errors import BadInput
from app.sandbox.calls import PageRenderer, TableHints, read_table, regrey_picture
from app.sandbox.faults import FileFault

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{i} "{f"&a{i - 1 if i > 1 else ''};" * 10}">' for i in range(1, 10))
    + "]><x>&a9;</x>"
)


def archive(*entries: tuple[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, content in entries:
            zipped.writestr(name, content)
    return kept.getvalue()


def spreadsheet(*more: tuple[str, bytes], book: bytes = b"<workbook/>") -> bytes:
    return archive(("[Content_Types].xml", b"<Types/>"), ("xl/workbook.xml", book), *more)


def refused(content: bytes, name: str = "list.csv", hints: TableHints | None = None) -> BadInput:
    with pytest.raises(BadInput) as caught:
        read_table(content, name, hints)
    assert caught.value.data["field"] == "file"
    return caught.value


@pytest.mark.parametrize(
    ("content", "name", "fault"),
    [
        (b"", "list.csv", FileFault.EMPTY),
        (b" \n \n", "list.csv", FileFault.EMPTY),
        (b"\xef\xbb\xbf  ", "list.csv", FileFault.EMPTY),
        (b"a,b\n1,2\n", "list.xlsx", FileFault.NOT_WHAT_NAME_SAYS),
        (b"a,b\n1,2\n", "list.ods", FileFault.NOT_WHAT_NAME_SAYS),
        (b"%PDF-1.7 whatever", "list.csv", FileFault.NOT_A_LIST),
        (b"\x89PNG\r\n\x1a\n....", "list.csv", FileFault.NOT_A_LIST),
        (b"MZ\x90\x00", "list.xlsx", FileFault.NOT_A_LIST),
        (b"<?xml version='1.0'?><x/>", "list.csv", FileFault.NOT_A_LIST),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "list.xlsx", FileFault.OLD_OR_LOCKED_SPREADSHEET),
        (b'a,b\n"open,1\n2,3\n', "list.csv", FileFault.BAD_QUOTES),
        (b"a,b\n\x00\x01\x02,x\n", "list.csv", FileFault.NOT_TEXT),
        (b"a,b\n" + b"x" * 40_000 + b",1\n", "list.csv", FileFault.CELL_TOO_LONG),
        (b",".join([b"x"] * 10_000), "list.csv", FileFault.TOO_MANY_COLUMNS),
        (b"PK\x03\x04garbage", "list.xlsx", FileFault.DAMAGED),
        (archive(("readme.txt", b"hello")), "list.xlsx", FileFault.NOT_A_LIST),
        (spreadsheet(), "list.xlsx", FileFault.DAMAGED),
        (spreadsheet(book=LAUGHS.encode()), "list.xlsx", FileFault.XML_TRICK),
        (spreadsheet(book=LAUGHS.encode("utf-16")), "list.xlsx", FileFault.XML_TRICK),
        (spreadsheet(("../../evil", b"x")), "list.xlsx", FileFault.ARCHIVE_TRICK),
        (spreadsheet(("/etc/evil", b"x")), "list.xlsx", FileFault.ARCHIVE_TRICK),
        (spreadsheet(("more.zip", archive(("a", b"b")))), "list.xlsx", FileFault.ARCHIVE_TRICK),
        (spreadsheet(("big.bin", bytes(30_000_000))), "list.xlsx", FileFault.ARCHIVE_BOMB),
        (spreadsheet(*((f"{i}", b"") for i in range(2_100))), "x.xlsx", FileFault.ARCHIVE_BOMB),
    ],
)
def test_bad_files_have_their_own_refusal(content: bytes, name: str, fault: FileFault) -> None:
    assert refused(content, name).data["reason"] == fault.value


def test_a_cell_that_is_too_long_is_named_by_row_and_column() -> None:
    fault = refused(b"a,b\n1," + b"x" * 40_000 + b"\n")
    assert (fault.data["row"], fault.data["column"], fault.data["limit"]) == (2, 2, 32_767)


def test_bytes_that_are_no_text_have_no_encoding() -> None:
    noise = bytes(range(0x80, 0x100)) * 20
    assert refused(b"a,b\n" + noise).data["reason"] == FileFault.UNKNOWN_ENCODING.value


def test_a_wrong_encoding_hint_is_named_with_its_row() -> None:
    fault = refused("a,b\nԱ,Բ\n".encode()[:-2] + b"\n", hints=TableHints(encoding="utf-8"))
    assert fault.data["reason"] == FileFault.UNKNOWN_ENCODING.value
    assert fault.data["row"] == 2


def test_a_lying_size_in_an_archive_is_noticed() -> None:
    content = bytearray(spreadsheet(("xl/big.bin", b"A" * 500_000)))
    at = content.rindex((500_000).to_bytes(4, "little"))
    content[at : at + 4] = (10).to_bytes(4, "little")
    reason = refused(bytes(content), "list.xlsx").data["reason"]
    assert reason in {FileFault.ARCHIVE_BOMB.value, FileFault.DAMAGED.value}


def test_a_sheet_with_ten_thousand_columns_is_refused() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["x"] * 10_000)
    kept = io.BytesIO()
    book.save(kept)
    fault = refused(kept.getvalue(), "list.xlsx")
    assert fault.data["reason"] == FileFault.TOO_MANY_COLUMNS.value
    assert fault.data["found"] == 10_000


def test_a_cell_in_the_last_corner_of_a_sheet_does_not_eat_the_machine() -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"] = "x"
    sheet["XFD1048576"] = "y"
    kept = io.BytesIO()
    book.save(kept)
    reason = refused(kept.getvalue(), "list.xlsx").data["reason"]
    assert reason in {FileFault.TOO_HEAVY.value, FileFault.TOO_MANY_COLUMNS.value}


def picture(width: int, height: int, mode: str = "1") -> bytes:
    kept = io.BytesIO()
    Image.new(mode, (width, height)).save(kept, "PNG")
    return kept.getvalue()


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        regrey_picture(picture(9_000, 9_000))
    assert caught.value.data["reason"] == FileFault.PICTURE_TOO_BIG.value


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        regrey_picture(b"nothing to see")
    assert caught.value.data["reason"] == FileFault.NOT_A_PICTURE.value


def test_a_cut_off_picture_is_refused() -> None:
    whole = io.BytesIO()
    Image.effect_noise((200, 200), 80).save(whole, "JPEG")
    with pytest.raises(BadInput) as caught:
        regrey_picture(whole.getvalue()[:2_000])
    assert caught.value.data["reason"] == FileFault.DAMAGED.value


def test_a_picture_comes_back_upright_and_bare() -> None:
    sideways = Image.new("RGB", (40, 20), "white")
    sideways.paste("black", (0, 0, 20, 20))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "PLANTED"
    kept = io.BytesIO()
    sideways.save(kept, "PNG", exif=exif)
    grey = regrey_picture(kept.getvalue())
    assert (grey.width, grey.height) == (20, 40)
    assert grey.pixels == bytes(20 * 20) + b"\xff" * (20 * 20)


def two_pages() -> bytes:
    pages = pikepdf.new()
    pages.add_blank_page(page_size=(144, 72))
    pages.add_blank_page(page_size=(72, 72))
    kept = io.BytesIO()
    pages.save(kept)
    return kept.getvalue()


def test_pages_become_pixels_of_the_size_asked() -> None:
    with PageRenderer() as renderer:
        first = renderer.render_pdf_page(two_pages(), 0, 144)
        assert (first.width, first.height, first.pages) == (288, 144, 2)
        assert first.pixels == b"\xff" * (288 * 144 * 3)
        assert renderer.render_pdf_page(two_pages(), 1, 72).width == 72


def test_a_broken_pdf_leaves_the_renderer_fit_for_the_next_one() -> None:
    with PageRenderer() as renderer:
        renderer.render_pdf_page(two_pages(), 0, 72)
        for content, page, fault in (
            (b"%PDF-nonsense", 0, FileFault.NOT_A_PDF),
            (two_pages(), 2, FileFault.NO_SUCH_PAGE),
        ):
            with pytest.raises(BadInput) as caught:
                renderer.render_pdf_page(content, page, 72)
            assert caught.value.data["reason"] == fault.value
        assert renderer.render_pdf_page(two_pages(), 0, 72).width == 144


def test_a_page_of_too_many_pixels_is_refused() -> None:
    with PageRenderer() as renderer, pytest.raises(BadInput) as caught:
        renderer.render_pdf_page(two_pages(), 0, 10_000)
    assert caught.value.data["reason"] == FileFault.PICTURE_TOO_BIG.value


def test_parsers_never_load_in_the_parent() -> None:
    program = (
        "import sys; import app.sandbox.calls; "
        "print([m for m in ('PIL','pypdfium2','python_calamine','openpyxl','charset_normalizer',"
        "'defusedxml') if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert found.stdout.strip() == "[]"
