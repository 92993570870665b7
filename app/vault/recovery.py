"""Recovery sheets: made, retired, used. A sheet has keys of its own but is nobody."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import settings
from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import BadSheet, NotFound, WhichUser
from app.shapes.changes import Outcome
from app.shapes.recovery import RecoverySheet, SheetMade
from app.shapes.staff import StaffMember
from app.vault import office
from app.vault.folder import OpenVault
from app.vault.keys import FLOOR, FOR_TESTS, KeyPairs, KeySettings, UnlockedKeys
from app.vault.office import OpenOffice
from app.vault.recovery_code import as_lines, as_passphrase, as_shares, fresh_secret
from app.vault.slots import Slot, SlotKind, make_slot
from app.vault.staffing import keep_former_key, retire
from models.base import new_id
from models.staff import Staff
from models.vocabulary.roles import Action, Role, StaffKind

_NAME = re.compile(r"Recovery sheet (\d+)( in three parts)?")
_SHORT_ID = 8


def cost_of_sheets() -> KeySettings:
    """Return what a guess at a sheet costs: the floor, for nobody guesses 160 bits."""
    return FOR_TESTS if settings.test_profiles_allowed() else FLOOR


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A sheet and the slot it opens, before either was written anywhere."""

    sheet: RecoverySheet
    slot: Slot


def sheet_at_work(session: Session) -> Staff | None:
    """Return the row of the sheet that opens the register, None where there is none."""
    sheets = select(Staff).where(Staff.kind == StaffKind.RECOVERY, Staff.left_at.is_(None))
    return session.scalars(sheets).one_or_none()


def sheet_made(reader: Reader, place: OpenVault | OpenOffice) -> SheetMade | None:
    """Say which recovery sheet the register has, None where there is none.

    One whose slot a crash kept from being written counts for none.
    """
    row = sheet_at_work(reader.session)
    if row is None or row.id not in {slot.user_id for slot in _slots(place, reader.session)}:
        return None
    number, split = _named(row.name)
    return SheetMade(number, row.created_at, split)


def draw_sheet(
    reader: Reader, place: OpenVault | OpenOffice, keys: UnlockedKeys, *, split: bool
) -> NewSheet:
    """Draw a new sheet for the epoch of these keys, numbered after the last one."""
    names = select(Staff.name).where(Staff.kind == StaffKind.RECOVERY)
    number = max((_named(name)[0] for name in reader.session.scalars(names)), default=0) + 1
    secret = fresh_secret()
    made = SheetMade(number, reader.clock.now(), split)
    sheet = RecoverySheet(
        made,
        _register_name(place),
        keys.register_id.hex[:_SHORT_ID],
        lines=() if split else as_lines(secret),
        shares=as_shares(secret) if split else (),
    )
    theirs = UnlockedKeys.of(
        keys.register_id, keys.epoch, new_id(), KeyPairs.fresh(), keys.data_key
    )
    name = f"Recovery sheet {number}" + (" in three parts" if split else "")
    slot = make_slot(theirs, name, as_passphrase(secret), cost_of_sheets(), kind=SlotKind.RECOVERY)
    return NewSheet(sheet, slot)


def replace_sheet(
    unit: UnitOfWork, place: OpenVault | OpenOffice, slot: Slot
) -> Outcome[UUID | None]:
    """Write down the new sheet and retire the former one; answers whose slot is to go.

    In a vault the slots themselves change after this was saved; a retired sheet opens nothing even
    before that, for the register inside says so.
    """
    unit.doing(Action.MANAGE_STAFF, named="make_recovery_sheet")
    former = _take_over(unit, slot, signs_this=False)
    if isinstance(place, OpenOffice):
        if former is not None:
            office.drop_slot(unit.session, former)
        office.store_slot(unit.session, slot)
    return Outcome(former)


def let_in(unit: UnitOfWork, member_slot: Slot, sheet_slot: Slot) -> Outcome[None]:
    """Give a member of staff new keys by the sheet that is at work, which is its last act.

    To be run in a new epoch of keys only.
    """
    unit.doing(Action.MANAGE_STAFF, named="recover_access")
    member = unit.get(Staff, member_slot.user_id)
    keep_former_key(unit, member)
    member.sealing_key = member_slot.sealing_key
    member.signing_key = member_slot.signing_key
    member.passphrase_set_at = unit.clock.now()
    _take_over(unit, sheet_slot, signs_this=True)
    return Outcome(None)


def admit_sheet(session: Session, keys: UnlockedKeys) -> StaffMember:
    """Return the sheet as who acts, if it is the one at work; raises BadSheet.

    It may do one thing, which needs an administrator's right.
    """
    row = sheet_at_work(session)
    if row is None or (row.id, row.signing_key) != (keys.staff_id, keys.pairs.signing_public):
        raise BadSheet("retired")
    return StaffMember(row.id, row.name, frozenset({Role.ADMINISTRATOR}))


def member_to_let_in(reader: Reader, name: str | None) -> StaffMember:
    """Return who gets in again: whoever is named, or the only member of staff.

    Raises NotFound, WhichUser.
    """
    at_work = select(Staff).where(Staff.kind == StaffKind.MEMBER, Staff.left_at.is_(None))
    members = [one for one in reader.session.scalars(at_work) if name in (None, one.name)]
    if not members:
        raise NotFound("staff", name or "")
    if len(members) > 1:
        raise WhichUser
    return StaffMember(members[0].id, members[0].name, members[0].roles)


def _take_over(unit: UnitOfWork, slot: Slot, *, signs_this: bool) -> UUID | None:
    former = sheet_at_work(unit.session)
    if former is not None:
        retire(unit, former, signs_this=signs_this)
    unit.session.add(
        Staff(
            id=slot.user_id,
            name=slot.name,
            roles=frozenset(),
            sealing_key=slot.sealing_key,
            signing_key=slot.signing_key,
            kind=StaffKind.RECOVERY,
        )
    )
    unit.session.flush()
    return None if former is None else former.id


def _named(name: str) -> tuple[int, bool]:
    found = _NAME.fullmatch(name)
    return (int(found[1]), found[2] is not None) if found else (0, False)


def _register_name(place: OpenVault | OpenOffice) -> str:
    return place.path.name if isinstance(place, OpenVault) else place.profile.database


def _slots(place: OpenVault | OpenOffice, session: Session) -> Sequence[Slot]:
    return place.header.slots if isinstance(place, OpenVault) else office.slots_in(session)
