"""A file is known by its content; its pictures and words come out of the sandbox bare."""

import io
import zipfile

import pikepdf
import pytest
from PIL import Image

from app.errors import BadInput
from app.sandbox import exhibit_calls as calls
from app.sandbox.exhibit_calls import FileDesk
from app.sandbox.faults import FileFault
from app.shapes.files import Crop, FileKind, FileWarning


def photo(size: tuple[int, int] = (640, 480), kind: str = "JPEG") -> bytes:
    kept = io.BytesIO()
    exif = Image.Exif()
    exif[0x0132] = "2020:12:13 08:30:00"
    exif.get_ifd(0x8825)[2] = (39.0, 40.0, 0.0)
    Image.linear_gradient("L").resize(size).convert("RGB").save(kept, kind, exif=exif)
    return kept.getvalue()


def pdf(pages: int = 2, password: str = "") -> bytes:
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=(595, 842))
    kept = io.BytesIO()
    locked = pikepdf.Encryption(owner=password, user=password) if password else None
    document.save(kept, encryption=locked or False)
    return kept.getvalue()


def docx(words: str) -> bytes:
    kept = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in words.split("\n"))
    with zipfile.ZipFile(kept, "w") as zipped:
        zipped.writestr("[Content_Types].xml", "<Types/>")
        zipped.writestr("word/document.xml", f"<w:document {space}>{body}</w:document>")
    return kept.getvalue()


def film() -> bytes:
    def box(kind: bytes, content: bytes) -> bytes:
        return (8 + len(content)).to_bytes(4) + kind + content

    header = bytes(4) + (3_690_000_000).to_bytes(4) * 2 + (1000).to_bytes(4) + (61_500).to_bytes(4)
    track = bytes(76) + (1920 << 16).to_bytes(4) + (1080 << 16).to_bytes(4)
    inside = box(b"mvhd", header + bytes(80)) + box(b"trak", box(b"tkhd", track))
    place = box(b"udta", box(b"\xa9xyz", b"\x00\x12\x15\xc7+39.7000+046.7000/"))
    return box(b"ftyp", b"isom" + bytes(8)) + box(b"moov", inside + place) + box(b"mdat", bytes(99))


def test_a_photo_tells_its_size_its_date_and_that_it_names_a_place() -> None:
    look = calls.look_at(photo(), "IMG_1.jpg")
    assert (look.media_type, look.kind) == ("image/jpeg", FileKind.PHOTO)
    assert (look.width, look.height) == (640, 480)
    assert look.taken_at == "2020:12:13 08:30:00"
    assert look.has_location
    assert look.warnings == ()


def test_a_film_tells_how_long_it_is_without_being_decoded() -> None:
    look = calls.look_at(film(), "VID.mp4")
    assert (look.media_type, look.kind) == ("video/mp4", FileKind.VIDEO)
    assert (look.width, look.height, look.seconds) == (1920, 1080, 61)
    assert look.taken_at.startswith("2020-12-05")
    assert look.has_location


def test_a_file_too_large_to_hand_over_is_known_by_its_ends() -> None:
    look = calls.look_at_ends(film(), bytes(1000), "VID.mp4")
    assert (look.media_type, look.seconds) == ("video/mp4", 61)
    assert look.warnings == (FileWarning.ONLY_ENDS_SEEN,)


def test_one_worker_does_all_for_a_file_and_is_handed_it_once() -> None:
    content = photo((2400, 1200))
    with FileDesk() as desk:
        assert desk.look_at(content, "x.jpg").width == 2400
        small, large = desk.make_thumbnail(content), desk.make_preview(content)
        portrait = desk.make_portrait(content)
        assert desk._worker.starts == 1
    assert (small.width, small.height) == (256, 128)
    assert (large.width, large.height) == (1600, 800)
    assert portrait.width == 827
    for made in (small, large, portrait):
        with Image.open(io.BytesIO(made.content)) as picture:
            assert picture.size == (made.width, made.height)
            assert picture.format == "JPEG"
            assert made.media_type == "image/jpeg"


def test_a_portrait_may_be_a_part_of_a_picture() -> None:
    whole = Image.new("RGB", (1000, 1000), "white")
    whole.paste("black", (500, 0, 1000, 500))
    kept = io.BytesIO()
    whole.save(kept, "PNG")
    made = calls.make_portrait(kept.getvalue(), Crop(0.5, 0.0, 1.0, 0.5))
    with Image.open(io.BytesIO(made.content)) as picture:
        assert picture.size == (500, 500)
        assert picture.convert("L").getextrema() == (0, 0)


def test_a_picture_is_turned_and_cut_without_loss_of_size() -> None:
    content = photo((640, 480), "PNG")
    turned = calls.turn_picture(content, 1)
    assert (turned.width, turned.height, turned.media_type) == (480, 640, "image/png")
    part = calls.crop_picture(photo(), Crop(0.25, 0.5, 0.75, 1.0))
    assert (part.width, part.height, part.media_type) == (320, 240, "image/jpeg")
    with pytest.raises(BadInput) as caught:
        calls.crop_picture(content, Crop(0.5, 0.5, 0.4, 1.0))
    assert caught.value.data["reason"] == FileFault.NO_SUCH_PART.value


def test_pages_of_a_document_are_counted_and_pictured() -> None:
    with FileDesk() as desk:
        look = desk.look_at(pdf(), "letter.pdf")
        assert (look.media_type, look.kind, look.pages) == (
            "application/pdf",
            FileKind.DOCUMENT,
            2,
        )
        assert desk.make_preview(pdf(), 1).height == 1600
        with pytest.raises(BadInput) as caught:
            desk.make_preview(pdf(), 2)
    assert caught.value.data["reason"] == FileFault.NO_SUCH_PAGE.value


def test_a_locked_document_is_named_as_locked() -> None:
    look = calls.look_at(pdf(password="secret"), "letter.pdf")
    assert look.warnings == (FileWarning.LOCKED,)
    with pytest.raises(BadInput) as caught:
        calls.read_text(pdf(password="secret"))
    assert caught.value.data["reason"] == FileFault.LOCKED.value


def test_words_are_taken_out_of_documents() -> None:
    assert calls.read_text(docx("Արամ Լուսաձորյան\nгород Нижний")) == (
        "Արամ Լուսաձորյան\nгород Нижний"
    )
    assert calls.read_text("Սիրելի մայրիկ, ես ողջ եմ։".encode()) == "Սիրելի մայրիկ, ես ողջ եմ։"
    page = b"<!doctype html><body><p>Seen</p><script>unseen()</script><p>also</p></body>"
    assert calls.read_text(page).split() == ["Seen", "also"]
    with pytest.raises(BadInput) as caught:
        calls.read_text(photo())
    assert caught.value.data["reason"] == FileFault.NO_WORDS.value


def test_an_empty_file_is_no_exhibit() -> None:
    with pytest.raises(BadInput) as caught:
        calls.look_at(b"", "x.jpg")
    assert caught.value.data["reason"] == FileFault.EMPTY.value


def test_a_worker_that_met_a_dangerous_file_is_not_used_again() -> None:
    with FileDesk() as desk:
        assert desk.look_at(b"MZ" + bytes(200), "photo.jpg").dangerous
        assert not desk._worker.running
        assert desk.look_at(photo(), "x.jpg").warnings == ()
