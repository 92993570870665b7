"""Puts a register into a new epoch of keys, wholly or not at all.

In an office that is one transaction. In a vault two files change, `vault.json` and `data.db`, so
one of them decides (decision 12): the data file of the new epoch is made complete beside the
present one, then `vault.json` is replaced, which is the one moment that counts; `turnover` does
what is left, now or when the vault is next opened.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from app.clock import Clock
from app.db.engine import VaultFile, Way, vault_engine, vault_engines
from app.db.rekeying import copy_under_new_key, settle
from app.db.unit_of_work import UnitOfWork, writing_session
from app.shapes.changes import Outcome
from app.shapes.staff import StaffMember
from app.vault import office, turnover
from app.vault.epochs import enter_epoch, sealed_to_those_at_work
from app.vault.files import write_whole
from app.vault.folder import OpenVault
from app.vault.header import DATA, HEADER
from app.vault.keys import UnlockedKeys
from app.vault.office import OpenOffice
from app.vault.slots import Slot


@dataclass(frozen=True, slots=True)
class Turn[T]:
    """One intention that begins a new epoch: who acts, what they do, whose slots become others."""

    actor: StaffMember
    clock: Clock
    keys: UnlockedKeys
    """The actor's keys in the new epoch."""
    use_case: Callable[[UnitOfWork], Outcome[T]]
    fresh: Sequence[Slot] = ()


@dataclass(frozen=True, slots=True)
class Turned[T]:
    """What came of it: the answer, the new head of the history, the slots of the new epoch."""

    outcome: Outcome[T]
    head: tuple[int, bytes] | None
    slots: tuple[Slot, ...]


def turn[T](place: OpenVault | OpenOffice, intention: Turn[T]) -> Turned[T]:
    """Begin the new epoch; the place goes on with its keys and files.

    Nobody else may be at work on the place's engines in this process. Whatever is raised before
    the moment that counts, the register is as it was.
    """
    if isinstance(place, OpenVault):
        return _turn_vault(place, intention)
    return _turn_office(place, intention)


def _turn_office[T](place: OpenOffice, intention: Turn[T]) -> Turned[T]:
    with writing_session(place.engines.writing) as session:
        turned = _inside(session, place.keys, intention, office.slots_in(session))
        office.replace_slots(session, turned.slots)
        session.commit()
    place.keys = intention.keys
    return turned


def _turn_vault[T](vault: OpenVault, intention: Turn[T]) -> Turned[T]:
    keys = intention.keys
    present = VaultFile(vault.path / DATA, vault.keys.data_key)
    coming = VaultFile(turnover.coming_path(vault.path, keys.epoch), keys.data_key)
    vault.engines.dispose()
    try:
        copy_under_new_key(present, coming)
        turned = _in_file(coming, vault, intention)
        settle(coming)
        header = replace(vault.header, epoch=keys.epoch, slots=turned.slots)
        write_whole(vault.path / HEADER, header.to_bytes())  # from here on it is the new epoch
    except BaseException:
        turnover.abandon(vault.path, keys.epoch)
        raise
    vault.header, vault.keys = header, keys
    vault.engines = vault_engines(VaultFile(present.path, keys.data_key))
    turnover.finish(vault.path, header, keys.data_key)
    return turned


def _in_file[T](coming: VaultFile, vault: OpenVault, intention: Turn[T]) -> Turned[T]:
    engine = vault_engine(coming, Way.WRITE)
    try:
        with writing_session(engine) as session:
            turned = _inside(session, vault.keys, intention, vault.header.slots)
            session.commit()
    finally:
        engine.dispose()
    return turned


def _inside[T](
    session: Session, former: UnlockedKeys, intention: Turn[T], slots: Sequence[Slot]
) -> Turned[T]:
    keys = intention.keys
    enter_epoch(session, former, keys, intention.clock.now())
    unit = UnitOfWork(session, intention.clock, intention.actor, keys)
    outcome = intention.use_case(unit)
    touched, head = unit.close()
    sealed = sealed_to_those_at_work(session, keys, slots, intention.fresh)
    return Turned(Outcome(outcome.value, outcome.changes | touched), head, sealed)
