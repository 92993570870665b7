"""R-22: whoever was removed opens nothing new; everybody else goes on as before."""

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from app.clock import FrozenClock
from app.db.engine import VaultFile, Way, open_raw
from app.db.unit_of_work import Reader
from app.errors import (
    DamagedVault,
    HomewardError,
    NoLongerStaff,
    NotAllowed,
    NotFound,
    StaffNotRemoved,
    WrongKey,
)
from app.vault.epochs import epoch_data_key
from app.vault.folder import OpenVault
from app.vault.header import DATA, HEADER, SPARE
from app.vault.keys import KeyPairs, UnlockedKeys
from models.exhibits import Shard
from models.history import HistoryEntry
from models.staff import Staff
from models.vocabulary.roles import Role
from tests.cases import circumstances_of, open_case, tell_circumstances
from tests.metrics import record
from tests.registers import FOUNDER, PASSPHRASE, STARTED, Home, engine_past_workspace
from tests.security.forging import signed_last_entry_is_forged

LEAVER = "Нарек Карабердян"
STAYERS = {
    "Նարեկ Քարաբերդյան": "վեց այլ բառ իրար կողքի դրված",
    "Leyla": "globe conductor hat bathtub fetch pullover",
}
GOES = "слова того кто уходит отсюда навсегда"


@pytest.fixture
def staffed(home: Home) -> Home:
    """Lend a register of four, with a case in it."""
    with home.open() as register:
        register.add_staff(LEAVER, frozenset({Role.CASEWORKER}), GOES)
        for name, words in STAYERS.items():
            register.add_staff(name, frozenset({Role.CASEWORKER}), words)
        register.write(lambda unit: open_case(unit, "HRD-2020-00001", "before he left"))
    return home


def keys_of(home: Home, user: str, words: str) -> UnlockedKeys:
    with home.open(user, words) as register:
        return register.place.keys


def opens(home: Home, user: str, words: str) -> bool:
    try:
        home.open(user, words).close()
    except HomewardError:
        return False
    return True


def test_a_removed_member_opens_nothing_new_and_all_others_go_on(staffed: Home) -> None:
    gone = keys_of(staffed, LEAVER, GOES)
    with staffed.open() as register:
        register.key_desk.remove(LEAVER, "left the office")
        case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00002", "after")).value
        assert register.verify_history() == []

    remaining = {FOUNDER: PASSPHRASE, **STAYERS}
    in_again = [name for name, words in remaining.items() if opens(staffed, name, words)]
    record(
        "R-22",
        f"others who go on with their own passphrase, {staffed.kind}",
        f"{len(in_again)} of {len(remaining)}",
        target="100 %",
        holds=len(in_again) == len(remaining),
    )
    tries = [opens(staffed, LEAVER, GOES), data_opens(staffed, gone), slot_opens(staffed, gone)]
    record(
        "R-22",
        f"ways in of somebody removed that open new data, {staffed.kind}",
        f"{sum(tries)} of {len(tries)}",
        target="0",
        holds=not any(tries),
    )

    assert len(in_again) == len(remaining)
    assert not any(tries)
    with staffed.open() as register:
        assert register.read(lambda reader: circumstances_of(reader, case_id)) == "after"
        assert LEAVER not in {one.name for one in register.staff()}
        assert LEAVER in {one.name for one in register.everybody()}
        assert register.verify_history() == []


def data_opens(home: Home, gone: UnlockedKeys) -> bool:
    """Say whether the data key somebody took along opens what is there now."""
    if home.kind == "vault":
        try:
            open_raw(VaultFile(home.path / DATA, gone.data_key), Way.READ).close()
        except DamagedVault:
            return False
        return True
    with home.open() as register:
        return register.place.keys.data_key == gone.data_key


def slot_opens(home: Home, gone: UnlockedKeys) -> bool:
    """Say whether anything that is sealed now opens by private keys somebody took along."""
    from app.vault.office import slots_in
    from app.vault.slots import open_by_pairs

    with home.open() as register:
        place, keys = register.place, register.place.keys
        slots = (
            place.header.slots
            if isinstance(place, OpenVault)
            else register.read(lambda reader: slots_in(reader.session))
        )
    for slot in slots:
        try:
            open_by_pairs(slot, keys.register_id, keys.epoch, gone.pairs)
        except DamagedVault:
            continue
        return True
    return False


def test_the_open_register_goes_on_after_a_removal(staffed: Home) -> None:
    with staffed.open() as register:
        former = register.place.keys
        heard: list[object] = []
        register.subscribe(heard.append)
        register.key_desk.remove(LEAVER)

        assert len(heard) == 1
        assert register.place.keys.epoch == former.epoch + 1
        assert register.place.keys.data_key != former.data_key
        case_id = register.write(lambda unit: open_case(unit, "HRD-2020-00009", "now")).value
        register.write(lambda unit: tell_circumstances(unit, case_id, "later"))
        assert register.read(lambda reader: circumstances_of(reader, case_id)) == "later"
        register.key_desk.remove(next(iter(STAYERS)))
        assert register.place.keys.epoch == former.epoch + 2
        present = register.place.keys
        for epoch in (1, 2):
            assert register.read(partial(kept_key, keys=present, epoch=epoch)) != present.data_key
        assert register.read(partial(kept_key, keys=present, epoch=1)) == former.data_key


def kept_key(reader: Reader, keys: UnlockedKeys, epoch: int) -> bytes:
    return epoch_data_key(reader.session, keys, epoch)


def test_evidence_of_a_former_epoch_keeps_its_key_and_its_shard_is_closed(staffed: Home) -> None:
    with engine_past_workspace(staffed) as engine, engine.begin() as connection:
        connection.execute(insert(Shard), [{"number": 1, "epoch": 1, "closed": False}])
    with staffed.open() as register:
        former = register.place.keys.data_key
        register.key_desk.remove(LEAVER)
        present = register.place.keys
        shards = register.read(lambda reader: reader.session.scalars(select(Shard)).all())

        assert [(one.epoch, one.closed) for one in shards] == [(1, True)]
        assert register.read(partial(kept_key, keys=present, epoch=1)) == former
        assert register.read(partial(kept_key, keys=present, epoch=2)) == present.data_key
        with pytest.raises(DamagedVault):
            register.read(partial(kept_key, keys=present, epoch=7))


def test_the_history_tells_who_was_removed_and_why(staffed: Home) -> None:
    from app.queries.history.told import history_of_register

    with staffed.open() as register:
        register.key_desk.remove(LEAVER, "left the office")
        line = register.read(history_of_register)[-1]

    assert (line.actor, line.action, line.reason) == (FOUNDER, "remove_staff", "left the office")
    assert "left_at" in {change.field for change in line.changes}


def test_nobody_removes_themselves_nor_the_only_administrator(staffed: Home) -> None:
    with staffed.open() as register:
        for name in (FOUNDER, "nobody of this name"):
            with pytest.raises((StaffNotRemoved, NotFound)):
                register.key_desk.remove(name)
        register.add_staff(
            "Second", frozenset({Role.ADMINISTRATOR}), "шутка редкий уксус цветок гладить морошка"
        )
        with pytest.raises(StaffNotRemoved) as refusal:
            register.key_desk.remove(FOUNDER)
        assert refusal.value.data["reason"] == "oneself"
        assert register.place.keys.epoch == 1


def test_only_an_administrator_removes(staffed: Home) -> None:
    name, words = next(iter(STAYERS.items()))
    with staffed.open(name, words) as register, pytest.raises(NotAllowed):
        register.key_desk.remove(LEAVER)
    assert opens(staffed, LEAVER, GOES)


def test_whoever_comes_back_gets_new_keys_and_both_times_verify(staffed: Home) -> None:
    with staffed.open(LEAVER, GOES) as register:
        register.write(lambda unit: open_case(unit, "HRD-2020-00003"))
    with staffed.open() as register:
        register.key_desk.remove(LEAVER)
        register.add_staff(LEAVER, frozenset({Role.CASEWORKER}), STAYERS["Leyla"])
    with staffed.open(LEAVER, STAYERS["Leyla"]) as register:
        register.write(lambda unit: open_case(unit, "HRD-2020-00004"))
        assert register.verify_history() == []
    assert not opens(staffed, LEAVER, GOES)


def test_what_somebody_signs_after_leaving_is_a_forgery(staffed: Home) -> None:
    gone = keys_of(staffed, LEAVER, GOES)
    with staffed.open() as register:
        register.key_desk.remove(LEAVER)
        register.write(lambda unit: open_case(unit, "HRD-2020-00005"))
        leaver = register.read(
            lambda reader: reader.session.scalar(select(Staff.id).where(Staff.name == LEAVER))
        )
    assert leaver == gone.staff_id
    forged = signed_last_entry_is_forged(staffed, gone)

    record(
        "R-43",
        f"entries signed by somebody who had left, accepted, {staffed.kind}",
        f"{0 if forged else 1} of 1",
        target="0",
        holds=forged,
    )
    assert forged


def test_a_key_changed_in_the_folder_gets_no_new_data_key(vault: Home) -> None:
    with vault.open() as register:
        register.add_staff(LEAVER, frozenset({Role.INTAKE}), GOES)
        register.add_staff("Leyla", frozenset({Role.INTAKE}), STAYERS["Leyla"])
        place = register.place
        assert isinstance(place, OpenVault)
        stolen = json.loads((vault.path / HEADER).read_bytes())
        mine = KeyPairs.fresh()
        slots = tuple(
            replace(slot, sealing_key=mine.sealing_public) if slot.name == "Leyla" else slot
            for slot in place.header.slots
        )
        place.header = replace(place.header, slots=slots)
        with pytest.raises(DamagedVault):
            register.key_desk.remove(LEAVER)
        assert register.place.keys.epoch == 1
    assert json.loads((vault.path / HEADER).read_bytes()) == stolen
    assert opens(vault, LEAVER, GOES)


def test_a_colleague_with_the_office_open_goes_on_but_the_removed_one_not(
    office: Home,
) -> None:
    with office.open() as chief:
        chief.add_staff(LEAVER, frozenset({Role.CASEWORKER}), GOES)
        chief.add_staff("Leyla", frozenset({Role.CASEWORKER}), STAYERS["Leyla"])
        with office.open(LEAVER, GOES) as leaver, office.open("Leyla", STAYERS["Leyla"]) as other:
            chief.key_desk.remove(LEAVER)

            with pytest.raises(NoLongerStaff):
                leaver.staff()
            with pytest.raises(NoLongerStaff):
                leaver.write(lambda unit: open_case(unit, "HRD-2020-00007"))
            case_id = other.write(lambda unit: open_case(unit, "HRD-2020-00008", "hers")).value
            assert other.read(lambda reader: circumstances_of(reader, case_id)) == "hers"
        assert chief.read(lambda reader: circumstances_of(reader, case_id)) == "hers"
        assert chief.verify_history() == []


def test_an_old_copy_stays_readable_by_the_old_keys_and_is_noticed(
    vault: Home, tmp_path: Path
) -> None:
    with vault.open() as register:
        register.add_staff(LEAVER, frozenset({Role.INTAKE}), GOES)
    shutil.copytree(vault.path, tmp_path / "copy")
    with vault.open() as register:
        register.key_desk.remove(LEAVER)

    with Home("vault", tmp_path / "copy", vault.clock).open() as old:
        assert [one.is_rollback for one in old.warnings] == [True]
    assert opens(Home("vault", tmp_path / "copy", vault.clock), LEAVER, GOES)


def test_a_new_passphrase_opens_and_the_old_one_no_longer_does(home: Home) -> None:
    new = "վրան սոսինձ հոնք գարի քացախ շիշ"
    with home.open() as register:
        before = register.place.keys
        with pytest.raises(WrongKey):
            register.key_desk.change_passphrase("not the one", new)
        register.clock = FrozenClock(STARTED + timedelta(hours=1))
        register.key_desk.change_passphrase(PASSPHRASE, new)
        assert register.verify_history() == []

    assert not opens(home, FOUNDER, PASSPHRASE)
    with home.open(FOUNDER, new) as register:
        assert register.place.keys.pairs.to_bytes() == before.pairs.to_bytes()
        assert register.place.keys.data_key == before.data_key
        actions = register.read(
            lambda reader: reader.session.scalars(
                select(HistoryEntry.action).order_by(HistoryEntry.seq)
            ).all()
        )
        assert actions[-1] == "change_passphrase"
    if home.kind == "vault":
        assert (home.path / HEADER).read_bytes() == (home.path / SPARE).read_bytes()
