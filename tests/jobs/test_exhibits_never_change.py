"""R-46 and R-13: originals stay as they came in, whatever is done with them; the bin loses none."""

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from app.db.history import told_columns
from app.db.unit_of_work import Reader, UnitOfWork
from app.errors import AlreadyThere, BadInput, CaseChangedMeanwhile, NotAllowed
from app.jobs.exhibits.check import evidence_faults, tidy_exhibits, verify_exhibits
from app.jobs.exhibits.copies import export_original, open_safe_copy
from app.jobs.exhibits.derive import crop_exhibit, turn_exhibit
from app.jobs.exhibits.pictures import choose_portrait, keep_bytes, portrait_of
from app.jobs.registers.check import check_register
from app.queries.exhibits.lines import exhibit_ids, exhibit_rows
from app.queries.history.undoing import last_to_undo
from app.sandbox.exhibit_calls import FileDesk
from app.services.desk.undo import undo_entry
from app.services.exhibits.exhibits import (
    change_exhibit,
    link_exhibit,
    remove_exhibit,
    restore_exhibit,
    unlink_exhibit,
)
from app.services.exhibits.portraits import take_portrait_away
from app.shapes.changes import Outcome
from app.shapes.checks import FaultKind
from app.shapes.exhibits import ExhibitFilter, ExhibitRow
from app.shapes.files import Crop
from app.shapes.requests.exhibits import (
    ChangeExhibit,
    ExhibitFacts,
    LinkExhibit,
    LinkTo,
    RemoveExhibit,
    RestoreExhibit,
    TakePortraitAway,
    UnlinkExhibit,
)
from app.workspace import Workspace
from models.exhibits import Blob, CustodyEntry, Exhibit, ExhibitLink
from models.people import Person
from models.vocabulary.exhibits import CustodyAction, ExhibitKind
from models.vocabulary.roles import Role
from tests.clocks import later
from tests.factories.exhibits import (
    FROM_MOTHER,
    bring_in,
    keep_plainly,
    original_of,
    photo,
    view_of,
)
from tests.factories.men import missing_man, record, seen_in_video
from tests.metrics import record as figure
from tests.registers import Home

HALF = Crop(0.0, 0.0, 1.0, 0.5)
TOLD = (Exhibit, ExhibitLink, CustodyEntry, Person)


def rows_of(reader: Reader) -> dict[object, object]:
    """Read every field of every exhibit, tie, step and kept file."""
    found: dict[object, object] = {}
    for kind in TOLD:
        for row in reader.session.scalars(select(kind)):
            found[kind, row.id] = {name: getattr(row, name) for name, _ in told_columns(kind)}
    for blob in reader.session.scalars(select(Blob)):
        found[Blob, blob.id] = (blob.exhibit_id, blob.kind, blob.sha256, blob.shard)
    return found


def take_back(register: Workspace) -> None:
    """Undo the last thing that was done."""
    entry = register.read(last_to_undo)
    assert entry is not None
    register.write(lambda u: undo_entry(u, entry))


def test_originals_are_what_came_in_after_a_busy_day(home: Home, tmp_path: Path) -> None:
    contents: dict[UUID, str] = {}
    with home.open() as register, FileDesk() as desk:
        case_id = missing_man(register)
        event = record(register, seen_in_video(case_id))
        for at in range(12):
            content = photo(red=at * 20)
            taken = bring_in(register, content, LinkTo(case_id), desk=desk)
            contents[taken.exhibit_id] = sha256(content).hexdigest()
        first, second, third, fourth, *rest = contents
        made = [
            turn_exhibit(register, first, 1, transform="turned"),
            crop_exhibit(register, second, HALF, transform="cropped"),
            choose_portrait(register, case_id, third, HALF, desk=desk),
            choose_portrait(register, case_id, fourth, desk=desk),
        ]
        for one in rest:
            version = view_of(register, one).row.version
            change = ChangeExhibit(one, version, ExhibitFacts(origin_unknown=True), "asked")
            register.write(partial(_do, change_exhibit, change))
            register.write(partial(_do, link_exhibit, LinkExhibit(one, LinkTo(event_id=event))))
        open_safe_copy(register, first)
        export_original(register, second, tmp_path / "second.jpg", reason="the court asked")
        version = view_of(register, first).row.version
        register.write(lambda u: remove_exhibit(u, RemoveExhibit(first, version, "not him")))
        assert verify_exhibits(register) == []
        everything = {one.id for one in register.read(_all_rows)}
        assert {one.exhibit_id for one in made} - {fourth} <= everything
        for derived in made[:3]:
            view = view_of(register, derived.exhibit_id)
            assert view.derived_from is not None
            assert view.row.sha256 not in contents.values()
    with home.open() as register:
        changed = [
            one
            for one, was in contents.items()
            if sha256(original_of(register, one)).hexdigest() != was
            or view_of(register, one).row.sha256 != was
        ]
        faults = check_register(register, deep=True)
        figure(
            "R-46", f"originals changed after a busy session ({home.kind})",
            f"{len(changed)} of {len(contents)}", target="0", holds=not changed and not faults,
        )  # fmt: skip
        assert changed == []
        assert faults == []


def _do[Q, T](
    use_case: Callable[[UnitOfWork, Q], Outcome[T]], request: Q, uow: UnitOfWork
) -> Outcome[T]:
    return use_case(uow, request)


def _all_rows(reader: Reader) -> tuple[ExhibitRow, ...]:
    return exhibit_rows(reader, exhibit_ids(reader, ExhibitFilter()))


def test_a_removed_exhibit_comes_back_as_it_was_with_everything_on_it(register: Workspace) -> None:
    case_id = missing_man(register)
    taken = [keep_plainly(register, os.urandom(50), LinkTo(case_id)) for _ in range(20)]
    before = register.read(rows_of)
    for one in taken:
        gone = RemoveExhibit(one.exhibit_id, 1, "a wrong file")
        register.write(partial(_do, remove_exhibit, gone))
    assert register.read(_all_rows) == ()
    for one in taken:
        back = RestoreExhibit(one.exhibit_id, 2, "it was right")
        register.write(partial(_do, restore_exhibit, back))
    same = register.read(rows_of) == before and verify_exhibits(register) == []
    figure(
        "R-13", "removed exhibits restored identical, files included", f"{20 * same} of 20",
        target="all", holds=same,
    )  # fmt: skip
    assert same


def test_every_step_can_be_taken_back_and_evidence_stays(register: Workspace) -> None:
    case_id, other = missing_man(register), missing_man(register)
    taken = bring_in(register, photo(), LinkTo(case_id), LinkTo(other))
    before = register.read(rows_of)
    link = view_of(register, taken.exhibit_id).row.links[0]
    version = view_of(register, taken.exhibit_id).row.version
    steps: tuple[Callable[[UnitOfWork], Outcome[None]], ...] = (
        lambda u: change_exhibit(
            u, ChangeExhibit(taken.exhibit_id, version, ExhibitFacts(ExhibitKind.CARD, "Card", "x"))
        ),
        lambda u: unlink_exhibit(u, UnlinkExhibit(link.id, link.version)),
        lambda u: remove_exhibit(u, RemoveExhibit(taken.exhibit_id, version, "why")),
    )
    for step in steps:
        register.write(step)
        take_back(register)
        now = register.read(rows_of)
        assert now == before
        version = view_of(register, taken.exhibit_id).row.version
    choose_portrait(register, case_id, taken.exhibit_id)
    assert portrait_of(register, case_id) is not None
    take_back(register)
    assert portrait_of(register, case_id) is None


def test_an_intake_taken_back_lies_in_the_bin_whole(register: Workspace) -> None:
    case_id = missing_man(register)
    content = photo()
    taken = bring_in(register, content, LinkTo(case_id))
    take_back(register)
    assert register.read(_all_rows) == ()
    assert original_of(register, taken.exhibit_id) == content
    version = view_of(register, taken.exhibit_id).row.version
    register.write(lambda u: restore_exhibit(u, RestoreExhibit(taken.exhibit_id, version)))
    row = view_of(register, taken.exhibit_id).row
    assert [link.case_id for link in row.links] == [case_id]
    next_one = keep_plainly(register, b"next")
    assert next_one.number > taken.number


def test_the_portrait_is_made_anew_and_can_be_taken_away(register: Workspace) -> None:
    case_id = missing_man(register)
    taken = bring_in(register, photo(orientation=6))
    choose_portrait(register, case_id, taken.exhibit_id)
    portrait = portrait_of(register, case_id)
    assert portrait is not None
    assert portrait != photo(orientation=6)
    assert b"Exif" not in portrait
    assert case_id in {link.case_id for link in view_of(register, taken.exhibit_id).row.links}
    register.write(lambda u: take_portrait_away(u, TakePortraitAway(case_id)))
    assert portrait_of(register, case_id) is None
    with pytest.raises(BadInput):
        register.write(lambda u: take_portrait_away(u, TakePortraitAway(case_id)))


# --- out of the register


def test_a_safe_copy_holds_nothing_of_the_file_and_is_gone_with_the_session(home: Home) -> None:
    with home.open() as register:
        taken = bring_in(register, photo())
        (path,) = open_safe_copy(register, taken.exhibit_id)
        content = path.read_bytes()
        assert content != photo()
        assert b"Exif" not in content
        assert b"lanted" not in content
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(path.parent.parent.stat().st_mode) == 0o700
        folder = path.parent.parent
        custody = view_of(register, taken.exhibit_id).custody
        assert custody[-1].action is CustodyAction.VIEWED_FOR_EXPORT
    gone = not folder.exists()
    figure(
        "R-39", f"safe copies left after the register closed ({home.kind})",
        f"{int(not gone)} of 1", target="0", holds=gone,
    )  # fmt: skip
    assert gone


def test_an_original_leaves_only_with_a_reason_read_only_and_recorded(
    register: Workspace, tmp_path: Path
) -> None:
    content = photo()
    taken = bring_in(register, content, name="photo\u202egpj.exe")
    to = tmp_path / "out.jpg"
    with pytest.raises(BadInput):
        export_original(register, taken.exhibit_id, to, reason=" ")
    assert not to.exists()
    export_original(register, taken.exhibit_id, to, reason="asked by the court", to_whom="Court")
    assert to.read_bytes() == content
    assert stat.S_IMODE(to.stat().st_mode) == 0o400
    step = view_of(register, taken.exhibit_id).custody[-1]
    assert (step.action, step.reason, step.to_whom) == (
        CustodyAction.EXPORTED,
        "asked by the court",
        "Court",
    )
    with pytest.raises(AlreadyThere):
        export_original(register, taken.exhibit_id, to, reason="again")
    assert to.read_bytes() == content
    assert [path.name for path in tmp_path.glob(".out*")] == []


def test_whoever_may_not_export_gets_no_file(register: Workspace, tmp_path: Path) -> None:
    taken = bring_in(register, photo())
    register.actor = replace(register.actor, roles=frozenset({Role.INTAKE}))
    with pytest.raises(NotAllowed):
        export_original(register, taken.exhibit_id, tmp_path / "out.jpg", reason="curious")
    assert list(tmp_path.glob("*out*")) == []


# --- what the check finds


def test_what_an_interrupted_intake_left_is_found_and_swept_when_old(register: Workspace) -> None:
    kept = keep_plainly(register, b"kept")
    orphan = keep_bytes(register, b"interrupted")
    assert [(f.what, f.where) for f in evidence_faults(register)] == [
        (FaultKind.ORPHAN, str(orphan.id))
    ]
    assert tidy_exhibits(register) == 0  # a colleague may be at it
    assert tidy_exhibits(register, later(days=2)) == 1
    assert evidence_faults(register) == []
    assert original_of(register, kept.exhibit_id) == b"kept"


def test_a_kept_file_that_was_altered_is_named_by_its_exhibit(vault: Home) -> None:
    with vault.open() as register:
        taken = keep_plainly(register, os.urandom(200_000))
    path = vault.path / "evidence" / "0001.db"
    whole = bytearray(path.read_bytes())
    whole[len(whole) // 2] ^= 1
    path.write_bytes(whole)
    with vault.open() as register:
        found = evidence_faults(register)
        assert {fault.what for fault in found} == {FaultKind.SHARD, FaultKind.EXHIBIT}
        assert taken.number in {fault.where for fault in found}
        assert [fault.where for fault in verify_exhibits(register)] == [taken.number]


def test_verifying_is_a_step_of_the_custody_log(register: Workspace) -> None:
    taken = keep_plainly(register, b"letter")
    assert verify_exhibits(register, (taken.exhibit_id,)) == []
    step = view_of(register, taken.exhibit_id).custody[-1]
    assert (step.action, step.sha256) == (CustodyAction.VERIFIED, sha256(b"letter").hexdigest())


def test_a_stale_description_is_refused(register: Workspace) -> None:
    taken = keep_plainly(register, b"letter")
    change = ChangeExhibit(taken.exhibit_id, 1, FROM_MOTHER)
    mine = ChangeExhibit(taken.exhibit_id, 1, ExhibitFacts(title="mine", origin_unknown=True))
    register.write(lambda u: change_exhibit(u, mine))
    with pytest.raises(CaseChangedMeanwhile):
        register.write(lambda u: change_exhibit(u, change))
