"""Men who may be one are found over the whole register, and only who changed is looked at again."""

from uuid import UUID

import pytest

from app.db.unit_of_work import UnitOfWork
from app.errors import Stopped
from app.jobs import likeness_job
from app.jobs.likeness_job import look_for_pairs
from app.queries.finding.briefs import count_unlooked
from app.queries.finding.likeness import count_pairs, known_as_two, likely_pairs
from app.services.desk.bin import restore_from_bin
from app.shapes.changes import Outcome
from app.shapes.like_pairs import PairFilter, PairRow
from app.shapes.likeness import Verdict
from app.shapes.requests.bin import RestoreFromBin
from app.shapes.requests.cases import NameForm
from app.workspace import Workspace
from models.merges import NotSame
from models.vocabulary.roles import Action, Role
from tests.factories.men import missing_man
from tests.services.test_bin import put
from tests.services.test_who_sees_what import at_work_as, limit

ALL = PairFilter(min_score=0.0)
TWO_FILES = (
    (NameForm("Նմուշյան", "Արամ", "Սուրենի"),),
    (NameForm("Нмушян", "Арам", "Суренович"),),
)
OTHERS = (
    (NameForm("Քարաբերդյան", "Գոռ", "Վահեի"),),
    (NameForm("Լուսաձորյան", "Տիգրան", "Արամի"),),
    (NameForm("Ձյունասարյան", "Մհեր", "Գոռի"),),
)


def found(register: Workspace, wanted: PairFilter = ALL) -> tuple[PairRow, ...]:
    rows = register.read(lambda reader: likely_pairs(reader, wanted))
    assert register.read(lambda reader: count_pairs(reader, wanted)) == len(rows)
    return rows


def two_files(register: Workspace) -> tuple[UUID, UUID]:
    for at, names in enumerate(OTHERS):
        missing_man(register, names, born=f"199{at}-02-1{at}")
    one, other = (missing_man(register, names) for names in TWO_FILES)
    return one, other


@pytest.fixture(params=["one by one", "all at once"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the walk ask the index man by man, or gather keys over the whole register."""
    if request.param == "all at once":
        monkeypatch.setattr(likeness_job, "FEW", 0)


@pytest.mark.usefixtures("way")
def test_two_files_of_one_man_in_two_scripts_are_found(register: Workspace) -> None:
    one, other = two_files(register)
    looked = look_for_pairs(register)
    assert looked.men == 5
    (pair,) = found(register)
    assert {pair.a.case_id, pair.b.case_id} == {one, other}
    assert pair.verdict is Verdict.SAME
    assert pair.score > 0.9
    assert pair.reasons
    assert found(register, PairFilter(tiers=(3,))) == ()


@pytest.mark.usefixtures("way")
def test_only_who_changed_is_looked_at_again(register: Workspace) -> None:
    two_files(register)
    look_for_pairs(register)
    assert look_for_pairs(register).men == 0
    third = missing_man(register, (NameForm("Nmushyan", "Aram"),))
    assert look_for_pairs(register).men == 1
    pairs = found(register)
    assert len(pairs) == 3
    assert sum(third in pair.key for pair in pairs) == 2
    assert register.read(count_unlooked) == 0


@pytest.mark.usefixtures("way")
def test_a_walk_that_is_stopped_goes_on_later(register: Workspace) -> None:
    two_files(register)
    with pytest.raises(Stopped):
        look_for_pairs(register, cancelled=lambda: True)
    assert found(register) == ()
    assert look_for_pairs(register).men == 5
    assert len(found(register)) == 1


def test_what_is_decided_or_in_the_bin_is_no_longer_proposed(register: Workspace) -> None:
    one, other = two_files(register)
    look_for_pairs(register)
    put(register, other)
    assert found(register) == ()
    restore(register, other)
    look_for_pairs(register)
    assert len(found(register)) == 1
    register.write(lambda uow: two_men(uow, one, other))
    assert found(register) == ()
    decided = register.read(lambda reader: known_as_two(reader.session, [other]))
    assert decided == {(one, other), (other, one)}


def test_a_pair_with_a_limited_case_is_shown_to_nobody_without_business(
    register: Workspace,
) -> None:
    one, _ = two_files(register)
    limit(register, one)
    look_for_pairs(register)
    assert len(found(register)) == 1
    at_work_as(register, Role.INTAKE)
    assert found(register) == ()


def two_men(uow: UnitOfWork, one: UUID, other: UUID) -> Outcome[None]:
    uow.doing(Action.EDIT_CASE, named="mark_not_same")
    first, second = sorted((one, other))
    uow.session.add(NotSame(first_id=first, second_id=second))
    return Outcome(None)


def restore(register: Workspace, case_id: UUID) -> None:
    register.write(lambda uow: restore_from_bin(uow, RestoreFromBin((case_id,))))
