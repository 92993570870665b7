"""Reads the paper that is attached to a submission from the disk, and writes it out again."""

from __future__ import annotations

from pathlib import Path

from app.errors import BadInput
from app.services.submissions.submissions import MAX_PAPER
from app.shapes.requests.submissions import PaperAsSent

_PDF = b"%PDF-"


def read_paper(path: str) -> PaperAsSent | None:
    """Read a file exactly as it is; None where none was chosen. It is kept, never opened.

    Raises:
        BadInput: it cannot be read, or is too large.
    """
    if not path:
        return None
    file = Path(path)
    try:
        size = file.stat().st_size
        if size > MAX_PAPER:
            raise BadInput("file", "file_too_big", found=size, limit=MAX_PAPER)
        content = file.read_bytes()
    except OSError as error:
        raise BadInput("file", "file_not_there", path=path) from error
    return PaperAsSent(content, file.name, "application/pdf" if content[:5] == _PDF else "")


def write_paper(path: Path, content: bytes) -> None:
    """Write a paper out exactly as it was kept. Raises OSError."""
    path.write_bytes(content)
