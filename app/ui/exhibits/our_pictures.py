"""Turn our own pictures of exhibits into pixels, within bounds and by a named format.

Nothing foreign comes here: the sandbox made these pictures anew (R-30). Still they are read with
care: only JPEG and PNG, told by the register and not by the bytes, and no larger than we make them.
"""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

MOST_BYTES = 16 * 1024 * 1024
MOST_SIDE = 2_048
_FORMATS = {"image/jpeg": b"jpeg", "image/png": b"png"}


def picture_of(content: bytes, media_type: str) -> QImage | None:
    """Give the pixels of one of our pictures; None where it is not what we make."""
    wanted = _FORMATS.get(media_type)
    if wanted is None or not 0 < len(content) <= MOST_BYTES:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(wanted))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(False)
    size = reader.size()
    if not (0 < size.width() <= MOST_SIDE and 0 < size.height() <= MOST_SIDE):
        return None
    image = reader.read()
    return None if image.isNull() else image
