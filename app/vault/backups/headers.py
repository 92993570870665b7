"""The key file a backup carries: a copy of the vault's, or one made of an office's slots."""

import json

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.vault.folder import OpenVault
from app.vault.header import Header, read_header
from app.vault.office import OpenOffice
from app.vault.slots import Slot
from models.staff import Register
from models.staff import Slot as SlotRow


def header_now(session: Session, place: OpenVault | OpenOffice) -> Header:
    """Return who may open the register: what its backup is opened by as a vault folder.

    Raises DamagedVault, NewerVault.
    """
    if isinstance(place, OpenVault):
        return read_header(place.path).header
    register = session.scalars(select(Register)).one()
    slots = session.scalars(select(SlotRow.slot).order_by(SlotRow.staff_id))
    return Header(
        register.id,
        register.epoch,
        register.created_at.isoformat(),
        tuple(Slot.from_json(json.loads(slot)) for slot in slots),
    )
