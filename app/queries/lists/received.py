"""Reads the file of a list exactly as it was received."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader
from app.errors import BadInput, DamagedEvidence
from models.imports import KeptFile, KeptFileChunk
from models.lists import ListVersion
from models.vocabulary.lists import ListOrigin
from models.vocabulary.roles import Action


@dataclass(frozen=True, slots=True)
class FileAsReceived:
    """The name it came under, and its bytes."""

    name: str
    content: bytes


def file_as_received(reader: Reader, version_id: UUID) -> FileAsReceived:
    """Give the file of a version; its hash is the one that stands on the page of the list.

    Raises:
        NotAllowed; NotFound; DamagedEvidence; BadInput: it was pasted, typed or made here.
    """
    reader.allow(Action.READ_CASES)
    version = reader.get(ListVersion, version_id)
    kept = reader.session.get(KeptFile, version.file_id) if version.file_id is not None else None
    if kept is None or version.origin is ListOrigin.REGISTER:
        raise BadInput("list", "list_no_file")
    pieces = (
        select(KeptFileChunk.content)
        .where(KeptFileChunk.file_id == kept.id)
        .order_by(KeptFileChunk.position)
    )
    content = b"".join(reader.session.scalars(pieces))
    if hashlib.sha256(content).hexdigest() != kept.sha256:
        raise DamagedEvidence(kept.id, "altered")
    return FileAsReceived(kept.original_name, content)
