"""Makes new exhibits from old ones, turned or cut out; the old one never changes."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from app.errors import BadInput
from app.jobs.exhibits.pictures import keep_bytes, make_pictures, original
from app.sandbox.exhibit_calls import FileDesk
from app.sandbox.faults import FileFault
from app.services.exhibits.exhibits import derive_exhibit
from app.shapes.files import Crop, Picture
from app.shapes.requests.exhibits import DeriveExhibit, TakenIn
from app.workspace import Workspace


def turn_exhibit(
    workspace: Workspace, exhibit_id: UUID, quarters: int, *, transform: str
) -> TakenIn:
    """Keep an exhibit turned by so many quarters clockwise, as an exhibit of its own.

    `transform` says in the office's words what was done.

    Raises:
        BadInput: it is no picture; NotAllowed, NotFound, DamagedEvidence.
    """
    return _derived(
        workspace, exhibit_id, lambda d, c: d.turn_picture(c, quarters), "turned", transform
    )


def crop_exhibit(workspace: Workspace, exhibit_id: UUID, crop: Crop, *, transform: str) -> TakenIn:
    """Keep a part of a picture as an exhibit of its own. Raises as `turn_exhibit`."""
    return _derived(
        workspace, exhibit_id, lambda d, c: d.crop_picture(c, crop), "cropped", transform
    )


def _derived(
    workspace: Workspace,
    exhibit_id: UUID,
    make: Callable[[FileDesk, bytes], Picture],
    name: str,
    transform: str,
) -> TakenIn:
    content = original(workspace, exhibit_id)
    if content is None:
        raise BadInput("file", FileFault.TOO_HEAVY.value)
    with FileDesk() as desk:
        picture = make(desk, content)
        request = DeriveExhibit(
            from_id=exhibit_id,
            kept=keep_bytes(workspace, picture.content),
            file_name=f"{name}.{picture.media_type.rpartition('/')[2]}",
            media_type=picture.media_type,
            transform=transform,
        )
        taken = workspace.write(lambda uow: derive_exhibit(uow, request)).value
        make_pictures(workspace, taken.exhibit_id, desk)
    return taken
