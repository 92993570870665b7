"""Keeps a file as an exhibit without looking into it, for tests of what becomes of the bytes."""

import io

from app.db.unit_of_work import UnitOfWork
from app.shapes.changes import Outcome
from app.vault.evidence import fingerprint
from app.workspace import Workspace
from models.exhibits import Blob, Exhibit
from models.vocabulary.exhibits import BlobKind, ExhibitKind
from models.vocabulary.roles import Action


def attach(register: Workspace, content: bytes, number: str) -> None:
    """Keep these bytes as the original of a new exhibit."""
    source = io.BytesIO(content)
    what = fingerprint(source)
    kept = register.evidence.keep(source, what)

    def add(unit: UnitOfWork) -> Outcome[None]:
        unit.doing(Action.ADD_EXHIBIT)
        exhibit = Exhibit(
            number=number,
            kind=next(iter(ExhibitKind)),
            title=number,
            original_name="a.bin",
            media_type="application/octet-stream",
            size=what.size,
            sha256=what.sha256,
        )
        unit.session.add(exhibit)
        unit.session.flush()
        unit.session.add(
            Blob(
                id=kept.id,
                exhibit_id=exhibit.id,
                kind=BlobKind.ORIGINAL,
                media_type=exhibit.media_type,
                size=kept.size,
                sha256=kept.sha256,
                shard=kept.shard,
            )
        )
        return Outcome(None)

    register.write(add)
