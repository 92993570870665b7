"""R-50 on paper: a portrait is printed upright and grey, and nothing of its file goes with it."""

import contextlib
import io
import zlib
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from PIL import Image

from app.jobs.exhibits.pictures import choose_portrait
from app.jobs.papers.draft import draft_order
from app.jobs.papers.report import draft_paper, draft_papers
from app.shapes.papers import PaperOrder
from app.shapes.requests.exhibits import LinkTo
from app.workspace import Workspace
from models.vocabulary.deeds import ReadKind
from models.vocabulary.exhibits import CustodyAction
from models.vocabulary.papers import Audience
from tests.factories.exhibits import ARTIST, CAMERA, bring_in, keep_plainly, photo, view_of
from tests.factories.men import missing_man, record, seen_in_video
from tests.metrics import record as figure
from tests.registers import Home
from tests.reports.reading import objects_of, text_of, unspaced

PLANTED = (
    CAMERA.encode(), ARTIST.encode(), b"planted", b"Exif\x00", b"<x:xmpmeta", b"GPSLatitude",
    b"8BIM", b"http://ns.adobe.com", b"JFIF",
)  # fmt: skip

WITH_PORTRAIT = (Audience.ICRC, Audience.COURT)


def streams_of(content: bytes) -> list[bytes]:
    """Give the whole file, and every stream of it raw and after all filters, pictures unpacked.

    But for what the file says of itself in its packet of facts; other tests look at that.
    """
    with pikepdf.open(io.BytesIO(content)) as pdf:
        packet = pdf.Root.Metadata.read_raw_bytes()
    found = [content.replace(packet, b"")]
    for one in objects_of(content):
        if not isinstance(one, pikepdf.Stream) or one.read_raw_bytes() == packet:
            continue
        found.append(one.read_raw_bytes())
        with contextlib.suppress(pikepdf.PdfError):
            found.append(one.read_bytes(pikepdf.StreamDecodeLevel.all))
        if str(one.get("/Subtype")) == "/Image":
            found += pixels_and_more(one)
    return found


def pixels_and_more(image: pikepdf.Stream) -> list[bytes]:
    """Unpack a picture by hand where a filter is a file format of its own."""
    raw = image.read_raw_bytes()
    if "/DCTDecode" in str(image.get("/Filter")):
        with Image.open(io.BytesIO(raw)) as picture:
            return [bytes(str(picture.info), "utf-8", "replace"), picture.tobytes()]
    return [zlib.decompress(raw)]


def image_in(content: bytes) -> Image.Image:
    """Give the one picture of a paper."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        (found,) = (
            one
            for one in pdf.objects
            if isinstance(one, pikepdf.Stream) and str(one.get("/Subtype")) == "/Image"
        )
        assert str(found.ColorSpace) == "/DeviceGray"
        size = (int(found.Width), int(found.Height))
        return Image.frombytes("L", size, found.read_bytes())


def drafted(register: Workspace, case_id: UUID, reader: Audience) -> bytes:
    """Draft the paper of another reader."""
    order = PaperOrder(reader, "hy", (case_id,))
    return draft_order(register, order, ReadKind.PRINTED).pdf.content


@pytest.mark.parametrize("orientation", [1, 3, 6])
def test_a_photo_with_a_place_is_printed_without_it_and_upright(
    vault: Home, orientation: int
) -> None:
    with vault.open() as register:
        case_id = missing_man(register)
        taken = bring_in(register, photo((300, 400), orientation=orientation), LinkTo(case_id))
        choose_portrait(register, case_id, taken.exhibit_id)
        paper = draft_paper(register, case_id, lang="en").pdf.content
        others = [drafted(register, case_id, reader) for reader in WITH_PORTRAIT]
    made = (paper, *others)
    hits = [word for one in made for word in PLANTED for part in streams_of(one) if word in part]
    assert {image_in(one).tobytes() for one in others} == {image_in(paper).tobytes()}
    figure(
        "R-50", f"words of a photo's metadata in a paper, turned {orientation}",
        f"{len(hits)} of {len(PLANTED)}", target="0", holds=not hits,
    )  # fmt: skip
    assert hits == []
    picture = image_in(paper)
    assert picture.height > picture.width
    rows = [
        sum(picture.crop((0, y, picture.width, y + 1)).tobytes()) for y in (5, picture.height - 5)
    ]
    top, bottom = (row / picture.width for row in rows)
    assert top < 60  # its dark quarter is at the top
    assert bottom > 150


def test_without_a_portrait_there_is_no_picture_and_no_frame(register: Workspace) -> None:
    case_id = missing_man(register)
    paper = draft_paper(register, case_id, lang="en").pdf.content
    assert not [
        one
        for one in objects_of(paper)
        if isinstance(one, pikepdf.Stream) and str(one.get("/Subtype")) == "/Image"
    ]


@pytest.mark.parametrize("lang", ["en", "hy", "ru"])
def test_a_paper_lists_the_exhibits_with_their_origin_and_whole_hash(
    vault: Home, lang: str
) -> None:
    with vault.open() as register:
        case_id = missing_man(register)
        event = record(register, seen_in_video(case_id))
        taken = keep_plainly(register, b"letter", LinkTo(event_id=event))
        told = text_of(draft_paper(register, case_id, lang=lang).pdf.content)
    assert taken.number in told
    assert taken.sha256 in unspaced(told)
    assert "Մայրըբերեցգրասենյակ" in unspaced(told)
    assert f"E{int(taken.number.rpartition('-')[2])}" in told


def test_a_printed_portrait_is_told_in_its_custody_log(register: Workspace, tmp_path: Path) -> None:
    case_id = missing_man(register)
    taken = bring_in(register, photo(), LinkTo(case_id))
    choose_portrait(register, case_id, taken.exhibit_id)
    draft_papers(register, [case_id], lang="en", out=tmp_path / "paper.pdf")
    step = view_of(register, taken.exhibit_id).custody[-1]
    assert step.action is CustodyAction.PRINTED
    assert step.reason.startswith("HRD-")
