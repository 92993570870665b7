"""Use cases on who may open a register: founding it, taking on a member of staff."""

from uuid import UUID

from sqlalchemy import select

from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import BadInput, SlotExists
from app.shapes.changes import Outcome
from app.shapes.staff import StaffMember
from app.vault import office
from app.vault.admission import Place, shape_of
from app.vault.folder import OpenVault
from app.vault.keys import KeyPairs, UnlockedKeys
from app.vault.office import OpenOffice
from app.vault.slots import Slot, make_slot
from models.base import new_id
from models.staff import Register, Staff
from models.vocabulary.roles import FOUNDER, Action, Role

NAME_LIMIT = 100


def staff_name(typed: str) -> str:
    """Return the name somebody will unlock with; raises BadInput."""
    name = typed.strip()
    if not name:
        raise BadInput("user", "empty")
    if len(name) > NAME_LIMIT:
        raise BadInput("user", "too_long", limit=NAME_LIMIT)
    return name


def found_register(unit: UnitOfWork, place: Place, slot: Slot) -> Outcome[None]:
    """Write which register this is, and its first member of staff, who holds every role."""
    unit.doing(Action.MANAGE_STAFF, named="found_register")
    keys = place.keys
    register = Register(id=keys.register_id, epoch=keys.epoch, created_at=unit.clock.now())
    member = _staff(slot, FOUNDER)
    unit.session.add_all([register, member])
    unit.session.flush()
    if isinstance(place, OpenOffice):
        office.store_slot(unit.session, slot)
    return Outcome(None)


def slot_for(reader: Reader, place: Place, name: str, passphrase: str) -> Slot:
    """Make a way in for a new member of staff, or for one a crash left without.

    Raises SlotExists, PassphraseRefused.
    """
    member = reader.session.scalars(select(Staff).where(Staff.name == name)).one_or_none()
    if member is not None and _has_slot(place, member.id):
        raise SlotExists(name)
    mine = place.keys
    staff_id = new_id() if member is None else member.id
    theirs = UnlockedKeys.of(
        mine.register_id, mine.epoch, staff_id, KeyPairs.fresh(), mine.data_key
    )
    return make_slot(theirs, name, passphrase)


def take_on(
    unit: UnitOfWork, place: Place, slot: Slot, roles: frozenset[Role]
) -> Outcome[StaffMember]:
    """Register a member of staff by the public keys of their slot.

    In a vault the slot itself is written after this was saved: a crash between the two leaves a
    member without a way in, never a way in without a member.

    Raises NotAllowed.
    """
    unit.doing(Action.MANAGE_STAFF, named="add_staff")
    member = unit.session.get(Staff, slot.user_id)
    if member is None:
        member = _staff(slot, roles)
        unit.session.add(member)
    member.roles = roles
    member.sealing_key = slot.sealing_key
    member.signing_key = slot.signing_key
    unit.session.flush()
    if isinstance(place, OpenOffice):
        office.store_slot(unit.session, slot)
    return Outcome(shape_of(member))


def staff_at_work(reader: Reader) -> tuple[StaffMember, ...]:
    """Return everybody who works in this register, by name."""
    members = select(Staff).where(Staff.left_at.is_(None)).order_by(Staff.name)
    return tuple(shape_of(member) for member in reader.session.scalars(members))


def _staff(slot: Slot, roles: frozenset[Role]) -> Staff:
    return Staff(
        id=slot.user_id,
        name=slot.name,
        roles=roles,
        sealing_key=slot.sealing_key,
        signing_key=slot.signing_key,
    )


def _has_slot(place: Place, staff_id: UUID) -> bool:
    if isinstance(place, OpenVault):
        return any(slot.user_id == staff_id for slot in place.header.slots)
    return True
