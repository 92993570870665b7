"""Invented files for tests, and short ways to bring them in as exhibits."""

import io
from pathlib import Path
from uuid import UUID

from PIL import ExifTags, Image, PngImagePlugin

from app.jobs.exhibits.intake import Pasted, take_in
from app.queries.exhibits.view import exhibit_view
from app.sandbox.exhibit_calls import FileDesk
from app.services.exhibits.exhibits import take_in_exhibit
from app.shapes.exhibits import ExhibitView
from app.shapes.requests.exhibits import ExhibitFacts, LinkTo, TakeInExhibit, TakenIn
from app.vault.evidence import fingerprint
from app.workspace import Workspace
from models.vocabulary.exhibits import ExhibitKind, ReceivedBy
from tests.factories.men import day

#: What a telephone writes into a photograph; none of it may ever reach a paper.
CAMERA = "PlantedPhone 11"
ARTIST = "Planted Photographer"
XMP = b"<x:xmpmeta>planted-xmp GPSLatitude 39,52N</x:xmpmeta>"

FROM_MOTHER = ExhibitFacts(
    ExhibitKind.PHOTO,
    "Լուսանկար մորից",
    origin="Մայրը բերեց գրասենյակ",
    received_by=ReceivedBy.IN_PERSON,
    received=day("2021-03-09"),
    made=day("2020-06"),
)


def photo(size: tuple[int, int] = (120, 160), *, orientation: int = 1, red: int = 200) -> bytes:
    """Draw a photograph whose top quarter is dark, with every tag a telephone writes.

    With an orientation above 1 the pixels lie otherwise and the tag says how to turn them.
    """
    upright = Image.new("RGB", size, (red, 180, 160))
    upright.paste((20, 20, 30), (0, 0, size[0], size[1] // 4))
    lying = {6: Image.Transpose.ROTATE_90, 3: Image.Transpose.ROTATE_180}
    stored = upright.transpose(lying[orientation]) if orientation in lying else upright
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = CAMERA
    exif[ExifTags.Base.Artist] = ARTIST
    place = exif.get_ifd(ExifTags.IFD.GPSInfo)
    place[ExifTags.GPS.GPSLatitudeRef] = "N"
    place[ExifTags.GPS.GPSLatitude] = (39.0, 31.0, 7.0)
    place[ExifTags.GPS.GPSLongitudeRef] = "E"
    place[ExifTags.GPS.GPSLongitude] = (46.0, 59.0, 7.0)
    kept = io.BytesIO()
    stored.save(kept, "JPEG", quality=92, exif=exif, xmp=XMP, comment=b"planted-comment")
    return kept.getvalue()


def png(words: str = "planted") -> bytes:
    """Draw a small PNG with a text chunk."""
    kept = io.BytesIO()
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", words)
    Image.new("RGB", (40, 30), "white").save(kept, "PNG", pnginfo=info)
    return kept.getvalue()


def bring_in(
    register: Workspace,
    content: bytes,
    *links: LinkTo,
    name: str = "photo.jpg",
    facts: ExhibitFacts = FROM_MOTHER,
    desk: FileDesk | None = None,
    twice: bool = False,
) -> TakenIn:
    """Take content in as a member of staff pastes it."""
    return take_in(register, Pasted(content, name), facts, links, desk=desk, twice=twice)


def keep_plainly(register: Workspace, content: bytes, *links: LinkTo) -> TakenIn:
    """Take content in without any look at it: where a test is about something else."""
    source = io.BytesIO(content)
    kept = register.evidence.keep(source, fingerprint(source))
    request = TakeInExhibit(kept, "letter.bin", "application/octet-stream", FROM_MOTHER, links)
    return register.write(lambda u: take_in_exhibit(u, request)).value


def view_of(register: Workspace, exhibit_id: UUID) -> ExhibitView:
    """Read everything about an exhibit."""
    return register.read(lambda r: exhibit_view(r, exhibit_id))


def original_of(register: Workspace, exhibit_id: UUID) -> bytes:
    """Read an original whole."""
    return b"".join(register.evidence.pieces(view_of(register, exhibit_id).original.kept))


def written(folder: Path, name: str, content: bytes) -> Path:
    """Write a file."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    return path


def pages(count: int) -> bytes:
    """Write a document of so many empty pages."""
    kids = " ".join(f"{n} 0 R" for n in range(3, 3 + count))
    parts = [
        "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        f"2 0 obj<</Type/Pages/Count {count}/Kids[{kids}]>>endobj",
        *(
            f"{n} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 {100 * (n - 2)} 200]>>endobj"
            for n in range(3, 3 + count)
        ),
    ]
    return ("%PDF-1.4\n" + "\n".join(parts) + "\ntrailer<</Root 1 0 R>>\n%%EOF").encode()
