"""Make a foreign picture into plain grey pixels, turned upright, with nothing else left in it."""

import io
import warnings
from collections.abc import Iterator, Mapping

from PIL import Image, ImageOps, UnidentifiedImageError

from app.sandbox.faults import FileFault, JobRefused
from app.sandbox.protocol import Json, Message

MAX_PIXELS = 50_000_000
_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF")


def run(asked: Mapping[str, Json], blobs: tuple[bytes, ...]) -> Iterator[Message]:
    """Give `width`, `height` and the pixels, one byte each (0 black, 255 white), row by row.

    Asked: `longest`, the longer side in pixels the picture is shrunk to; 0 leaves its size.
    Raises `JobRefused` for more than 50 million pixels, and where it is no picture (R-32).
    """
    (content,) = blobs
    longest = asked.get("longest")
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            grey = _grey(content, longest if isinstance(longest, int) else 0)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
            raise JobRefused(FileFault.PICTURE_TOO_BIG, limit=MAX_PIXELS) from bomb
        except UnidentifiedImageError as error:
            raise JobRefused(FileFault.NOT_A_PICTURE) from error
        except (OSError, SyntaxError, ValueError, EOFError, Warning) as error:
            raise JobRefused(FileFault.DAMAGED) from error
    yield Message({"width": grey.width, "height": grey.height}, (grey.tobytes(),))


def _grey(content: bytes, longest: int) -> Image.Image:
    with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise JobRefused(FileFault.PICTURE_TOO_BIG, limit=MAX_PIXELS)
        if longest and picture.format == "JPEG":
            picture.draft("L", (longest, longest))
        upright = ImageOps.exif_transpose(picture)
        if upright.mode in {"RGBA", "LA", "PA", "P"}:
            # What is see-through is paper.
            layer = upright.convert("RGBA")
            paper = Image.new("RGBA", layer.size, "white")
            upright = Image.alpha_composite(paper, layer)
        grey = upright.convert("L")
        if longest:
            grey.thumbnail((longest, longest))
        return grey
