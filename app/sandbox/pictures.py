"""Open foreign pictures within bounds and make them anew from their pixels, with nothing else left.

Shrinking comes first, turning and colours after it: so fifty million pixels fit the memory.
"""

import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import pi_heif
from PIL import ExifTags, Image, ImageCms, ImageOps, UnidentifiedImageError

from app.sandbox.faults import FileFault, JobRefused

MAX_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "HEIF")
_QUALITY = 90
_TAKEN = (ExifTags.Base.DateTimeOriginal, ExifTags.Base.DateTimeDigitized)
_SEE_THROUGH = {"RGBA", "LA", "PA", "P", "La", "RGBa"}

# One picture, none of the others in its file, and no threads beyond the memory of the worker.
pi_heif.register_heif_opener(
    thumbnails=False, depth_images=False, aux_images=False, decode_threads=1
)


@contextmanager
def opened(content: bytes) -> Iterator[Image.Image]:
    """Open a picture without reading its pixels yet. Raises `JobRefused` (R-31, R-32)."""
    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        # Tags of phones are often a little broken; that is no reason to lose the picture.
        warnings.filterwarnings("ignore", module=r"PIL\.TiffImagePlugin", category=UserWarning)
        try:
            with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS:
                    raise JobRefused(FileFault.PICTURE_TOO_BIG, limit=MAX_PIXELS)
                yield picture
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
            raise JobRefused(FileFault.PICTURE_TOO_BIG, limit=MAX_PIXELS) from bomb
        except UnidentifiedImageError as error:
            raise JobRefused(FileFault.NOT_A_PICTURE) from error
        except (
            OSError,
            SyntaxError,
            ValueError,
            EOFError,
            TypeError,
            RuntimeError,
            Warning,
        ) as error:
            raise JobRefused(FileFault.DAMAGED) from error


def upright_size(picture: Image.Image) -> tuple[int, int]:
    """Give width and height as the picture is meant to be seen."""
    lying = picture.getexif().get(ExifTags.Base.Orientation, 1) in {5, 6, 7, 8}
    return (picture.height, picture.width) if lying else picture.size


def taken_at(picture: Image.Image) -> str:
    """Give the date of the camera as it wrote it, or nothing."""
    exif = picture.getexif()
    camera = exif.get_ifd(ExifTags.IFD.Exif)
    written = [camera.get(tag) for tag in _TAKEN] + [exif.get(ExifTags.Base.DateTime)]
    for words in written:
        if isinstance(words, str) and words.strip(" \x00:"):
            return "".join(letter for letter in words if letter.isprintable()).strip()[:40]
    return ""


def has_location(picture: Image.Image, content: bytes) -> bool:
    """Tell whether the picture says where it was taken, in its tags or in its XMP."""
    place = picture.getexif().get_ifd(ExifTags.IFD.GPSInfo)
    by_tags = ExifTags.GPS.GPSLatitude in place or ExifTags.GPS.GPSLongitude in place
    return by_tags or b"GPSLatitude" in content


def remade(picture: Image.Image, box: tuple[int, int]) -> Image.Image:
    """Give the picture upright, in sRGB on white, within a box in pixels; bare of all else.

    The box is meant for the upright picture.
    """
    width, height = upright_size(picture)
    lying = (width, height) != picture.size
    limit = box[::-1] if lying else box
    scale = min(limit[0] / picture.width, limit[1] / picture.height, 1.0)
    target = (max(1, round(picture.width * scale)), max(1, round(picture.height * scale)))
    profile = picture.info.get("icc_profile")
    exif = picture.getexif()
    if picture.format == "JPEG" and scale < 1:
        picture.draft(None, target)
    small = _without_palette(picture)
    if small.size != target:
        small = small.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
    turned = _turned(small, exif.get(ExifTags.Base.Orientation, 1))
    return _bare(_in_srgb(turned, profile))


def _without_palette(picture: Image.Image) -> Image.Image:
    """Give pixels that can be mixed: sixteen bits become eight, see-through becomes white."""
    if picture.mode.startswith("I;16"):
        return picture.point(lambda value: value / 256).convert("L")
    if picture.mode in {"I", "F"}:
        high = picture.getextrema()[1]
        top = high if isinstance(high, int | float) else 255
        bits = math.ceil(math.log2(top + 1)) if top > 255 else 8
        return picture.point(lambda value: value / 2 ** (bits - 8)).convert("L")
    if picture.mode in _SEE_THROUGH or "transparency" in picture.info:
        layer = picture.convert("RGBA")
        paper = Image.new("RGBA", layer.size, "white")
        paper.alpha_composite(layer)
        return paper.convert("RGB")
    return picture.convert("L") if picture.mode == "1" else picture


def _turned(picture: Image.Image, orientation: int) -> Image.Image:
    tag = Image.Exif()
    tag[ExifTags.Base.Orientation] = orientation
    picture.info["exif"] = tag.tobytes()
    picture.getexif().clear()
    picture.getexif()[ExifTags.Base.Orientation] = orientation
    return ImageOps.exif_transpose(picture)


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    if profile and picture.mode in {"RGB", "CMYK", "L"}:
        try:
            theirs = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            ours = ImageCms.createProfile("sRGB")
            done = ImageCms.profileToProfile(picture, theirs, ours, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            return picture.convert("RGB")  # a broken profile: the colours as they stand
        if done is not None:
            return done
    return picture.convert("RGB")


def _bare(picture: Image.Image) -> Image.Image:
    """Copy pixels alone: Pillow hands comments and profiles of the old picture to the new file."""
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    return bare


def as_jpeg(picture: Image.Image, quality: int = _QUALITY) -> bytes:
    """Write a bare picture as JPEG."""
    kept = io.BytesIO()
    picture.save(kept, "JPEG", quality=quality, optimize=True)
    return kept.getvalue()


def as_png(picture: Image.Image) -> bytes:
    """Write a bare picture as PNG, losing nothing."""
    kept = io.BytesIO()
    picture.save(kept, "PNG", compress_level=6)
    return kept.getvalue()
