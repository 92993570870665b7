"""Keeps a file exactly as it came in or went out: its hash first, its bytes in pieces."""

from __future__ import annotations

import hashlib

from sqlalchemy import insert, select

from app.db.unit_of_work import UnitOfWork
from app.services.typed_text import line
from models.imports import KeptFile, KeptFileChunk

PIECE = 1024 * 1024


def keep_file(
    uow: UnitOfWork, content: bytes, name: str, *, media_type: str = "", received_from: str = ""
) -> KeptFile:
    """Keep a file; the same bytes are kept once, under the name they first had.

    Raises:
        BadInput: the name or who sent it is too long.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    session = uow.session
    kept = session.scalar(select(KeptFile).where(KeptFile.sha256 == sha256).limit(1))
    if kept is not None:
        return kept
    kept = KeptFile(
        sha256=sha256,
        size=len(content),
        original_name=line(name, "file")[-300:],
        media_type=media_type,
        received_from=line(received_from, "received_from", limit=500),
        received_at=uow.clock.now(),
    )
    session.add(kept)
    session.flush()
    pieces = [
        {"file_id": kept.id, "position": at, "content": content[start : start + PIECE]}
        for at, start in enumerate(range(0, len(content), PIECE))
    ]
    if pieces:
        session.execute(insert(KeptFileChunk), pieces)
    return kept
