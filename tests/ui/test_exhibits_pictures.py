"""Only pictures that we made ourselves become pixels in the window, and only of our sizes."""

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from app.ui.exhibits.our_pictures import MOST_SIDE, picture_of


def written(kind: str, width: int = 40, height: int = 30) -> bytes:
    """Write a grey picture in a format."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x808080)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]  # the stubs want bytes, Qt takes a name
    return bytes(buffer.data().data())


def test_what_the_sandbox_makes_is_shown() -> None:
    for kind, media_type in (("PNG", "image/png"), ("JPEG", "image/jpeg")):
        image = picture_of(written(kind), media_type)
        assert image is not None
        assert (image.width(), image.height()) == (40, 30)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (written("BMP"), "image/bmp"),
        (written("PPM"), "image/x-portable-pixmap"),
        (written("PNG"), "image/jpeg"),
        (written("JPEG"), "image/png"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/png"),
        (b"", "image/png"),
        (written("PNG")[:40], "image/png"),
        (written("PNG", MOST_SIDE + 1, 1), "image/png"),
    ],
)
def test_what_we_do_not_make_is_not_decoded(content: bytes, media_type: str) -> None:
    assert picture_of(content, media_type) is None
