"""Use cases on who may open a register: founding it, taking on a member of staff."""

from uuid import UUID

from sqlalchemy import select

from app.db import chain, dialect
from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import BadInput, BadRequest, NoLongerStaff, NotFound, SlotExists, StaffNotRemoved
from app.shapes.changes import Outcome
from app.shapes.staff import StaffMember
from app.vault import office
from app.vault.admission import Place, shape_of
from app.vault.folder import OpenVault
from app.vault.keys import KeyPairs, UnlockedKeys
from app.vault.office import OpenOffice
from app.vault.slots import Slot, make_slot, open_slot
from app.vault.strength import new_passphrase
from models.base import new_id
from models.staff import FormerKey, Register, Staff
from models.staff import Slot as SlotRow
from models.vocabulary.roles import FOUNDER, Action, Role, StaffKind

NAME_LIMIT = 100


def staff_name(typed: str) -> str:
    """Return the name somebody will unlock with; raises BadInput."""
    name = typed.strip()
    if not name:
        raise BadInput("user", "empty")
    if name.casefold().startswith("recovery sheet"):
        raise BadInput("user", "reserved")  # in the history nobody is to pass for a sheet
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


def own_slot(reader: Reader, place: Place) -> Slot:
    """Return the slot of whoever is at work; raises NoLongerStaff."""
    slots = place.header.slots if isinstance(place, OpenVault) else office.slots_in(reader.session)
    mine = next((slot for slot in slots if slot.user_id == reader.actor.id), None)
    if mine is None:
        raise NoLongerStaff
    return mine


def check_passphrase(slot: Slot, keys: UnlockedKeys, passphrase: str) -> None:
    """Raise WrongKey unless this passphrase opens the slot."""
    open_slot(slot, keys.register_id, keys.epoch, passphrase)


def own_new_slot(mine: Slot, keys: UnlockedKeys, passphrase: str) -> Slot:
    """Wrap the same private keys by another passphrase; raises PassphraseRefused."""
    return make_slot(keys, mine.name, new_passphrase(passphrase), mine.cost)


def change_passphrase(unit: UnitOfWork, place: Place, slot: Slot) -> Outcome[None]:
    """Write down that somebody chose another passphrase.

    In a vault the slot itself is written after this was saved: after a crash between the two the
    former passphrase is still the one.
    """
    unit.doing(Action.OWN_PASSPHRASE, named="change_passphrase")
    unit.get(Staff, unit.actor.id).passphrase_set_at = unit.clock.now()
    unit.session.flush()
    if isinstance(place, OpenOffice):
        office.store_slot(unit.session, slot)
    return Outcome(None)


def ask_removal(reader: Reader, name: str) -> None:
    """Raise what `remove` would, before a register is written anew for nothing."""
    reader.allow(Action.MANAGE_STAFF)
    _removable(reader, name)


def _removable(reader: Reader | UnitOfWork, name: str) -> Staff:
    at_work = select(Staff).where(Staff.left_at.is_(None), Staff.kind == StaffKind.MEMBER)
    members = reader.session.scalars(at_work).all()
    found = next((member for member in members if member.name == name), None)
    if found is None:
        raise NotFound("staff", name)
    others = [one for one in members if one.id != found.id and Role.ADMINISTRATOR in one.roles]
    if not others:
        raise StaffNotRemoved(name, "last_administrator")
    if found.id == reader.actor.id:
        raise StaffNotRemoved(name, "oneself")
    return found


def remove(unit: UnitOfWork, name: str, reason: str) -> Outcome[StaffMember]:
    """Let a member of staff go; what they signed so far stays genuine, nothing new is theirs.

    To be run in a new epoch of keys only. Raises NotAllowed, NotFound, StaffNotRemoved.
    """
    unit.doing(Action.MANAGE_STAFF, reason, named="remove_staff")
    member = _removable(unit, name)
    retire(unit, member, signs_this=False)
    return Outcome(shape_of(member))


def retire(unit: UnitOfWork, member: Staff, *, signs_this: bool) -> None:
    """End what a person or a sheet may do; `signs_this` if the entry being made is their last."""
    keep_former_key(unit, member, signs_this=signs_this)
    member.left_at = unit.clock.now()


def keep_former_key(unit: UnitOfWork, member: Staff, *, signs_this: bool = False) -> None:
    """Keep a signing key for what it signed so far, and for nothing after it."""
    dialect.wait_for_history_turn(unit.session)
    head = chain.head_of(unit.session)
    until = (head.seq if head else 0) + signs_this
    former = FormerKey(staff_id=member.id, signing_key=member.signing_key, until_seq=until)
    unit.session.add(former)
    unit.session.flush()


def slot_for(reader: Reader, place: Place, name: str, passphrase: str) -> Slot:
    """Make a way in for a new member of staff, or for one a crash left without.

    Raises SlotExists, PassphraseRefused.
    """
    member = reader.session.scalars(select(Staff).where(Staff.name == name)).one_or_none()
    if member is not None and _has_slot(reader, place, member.id):
        raise SlotExists(name)
    mine = place.keys
    staff_id = new_id() if member is None else member.id
    theirs = UnlockedKeys.of(
        mine.register_id, mine.epoch, staff_id, KeyPairs.fresh(), mine.data_key
    )
    cost = own_slot(reader, place).cost
    return make_slot(theirs, name, new_passphrase(passphrase), cost)


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
    member.left_at = None  # whoever comes back is the same person, with new keys
    member.passphrase_set_at = unit.clock.now()
    member.sealing_key = slot.sealing_key
    member.signing_key = slot.signing_key
    unit.session.flush()
    if isinstance(place, OpenOffice):
        office.store_slot(unit.session, slot)
    return Outcome(shape_of(member))


def refuse_known(reader: Reader, user_id: UUID, name: str) -> None:
    """Refuse to take somebody on who is known by that number or that name already.

    Raises BadRequest.
    """
    same = select(Staff.id).where((Staff.id == user_id) | (Staff.name == name)).limit(1)
    if reader.session.scalar(same) is not None:
        raise BadRequest("known")


def staff_at_work(reader: Reader) -> tuple[StaffMember, ...]:
    """Return everybody who works in this register, by name."""
    return tuple(member for member in all_staff(reader) if member.left_at is None)


def all_staff(reader: Reader) -> tuple[StaffMember, ...]:
    """Return everybody who works or worked in this register, by name."""
    members = select(Staff).where(Staff.kind == StaffKind.MEMBER).order_by(Staff.name)
    return tuple(shape_of(member) for member in reader.session.scalars(members))


def _staff(slot: Slot, roles: frozenset[Role]) -> Staff:
    return Staff(
        id=slot.user_id,
        name=slot.name,
        roles=roles,
        sealing_key=slot.sealing_key,
        signing_key=slot.signing_key,
    )


def _has_slot(reader: Reader, place: Place, staff_id: UUID) -> bool:
    if isinstance(place, OpenVault):
        return any(slot.user_id == staff_id for slot in place.header.slots)
    return reader.session.get(SlotRow, staff_id) is not None
