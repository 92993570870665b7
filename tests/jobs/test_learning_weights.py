"""A register teaches its own weights: more of its doubles are found, and it can go back."""

from __future__ import annotations

import random
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from app.db.unit_of_work import UnitOfWork
from app.errors import BadInput, NotAllowed, Stopped, TooLittleToLearn
from app.i18n import LANGUAGES, Translator
from app.jobs import import_job, weights_job
from app.jobs.likeness_job import look_for_pairs
from app.jobs.weights_job import learn_weights
from app.queries.finding.briefs import count_unlooked
from app.queries.finding.likeness import likely_pairs, weights_in_use
from app.queries.history.undoing import last_to_redo
from app.search.weights import Weights, default_weights
from app.services.desk.undo import undo_entry
from app.services.merging.weights import forget_weights, keep_weights
from app.shapes.changes import Outcome
from app.shapes.like_pairs import PairFilter
from app.wording.errors import sentence
from app.workspace import Workspace
from models.desk import LEARNT_WEIGHTS, OfficeFact
from models.vocabulary.roles import Action, Role
from tests.importing import invented_lists as lists
from tests.jobs.test_likeness import found, two_files
from tests.services.test_undo import take_back_last
from tests.services.test_who_sees_what import at_work_as

MEN, TWICE = 540, 160
#: Words in both scripts: how family names begin and end, given names, villages.
FAMILIES = (
    ("Նմուշ", "Нмуш"), ("Քարաբերդ", "Караберд"), ("Լուսաձոր", "Лусадзор"),
    ("Ձյունասար", "Дзюнасар"), ("Օրինակ", "Оринак"), ("Ափսե", "Апсе"),
    ("Գինետ", "Гинет"), ("Բարձրաշեն", "Бардзрашен"),
    ("Մեղրաձոր", "Меградзор"), ("Կաղնուտ", "Кагнут"), ("Սառնաղբյուր", "Сарнахпюр"),
    ("Թեղենիք", "Тегеник"), ("Վարդենուտ", "Варденут"), ("Արտավանդ", "Артаванд"),
    ("Դալարիկ", "Даларик"), ("Իջևանք", "Иджеванк"), ("Հացիկավան", "Ацикаван"), ("Շամուտ", "Шамут"),
    ("Պտղունք", "Птгунк"), ("Ջրաշեն", "Джрашен"),
)  # fmt: skip
ENDS = (("յան", "ян"), ("ունի", "уни"), ("ենց", "енц"), ("ունց", "унц"), ("եցյան", "ецян"))
GIVEN = (
    ("Արամ", "Арам"), ("Գոռ", "Гор"), ("Տիգրան", "Тигран"), ("Մհեր", "Мгер"), ("Վահե", "Ваге"),
    ("Սուրեն", "Сурен"), ("Դավիթ", "Давид"), ("Նարեկ", "Нарек"), ("Կարեն", "Карен"),
    ("Հայկ", "Айк"), ("Ռուբեն", "Рубен"), ("Լևոն", "Левон"),
)  # fmt: skip
VILLAGES = tuple(zip(
    ("Լուսաձոր", "Նմուշավան", "Քարաբերդ", "Ապարանք", "Մեծաշեն", "Գետափ", "Սևաքար", "Հովիտ"),
    ("Лусадзор", "Нмушаван", "Караберд", "Апаранк", "Мецашен", "Гетап", "Севакар", "Овит"),
    strict=True,
))  # fmt: skip


def made_up() -> str:
    """Write a list of 700 men in two scripts; the last 160 rows say some of the first again."""
    dice = random.Random(44)  # noqa: S311  # made-up data wants the same dice every day
    men = []
    for _ in range(MEN):
        born = f"{dice.randint(1980, 2002)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        family, end, given, father = map(dice.choice, (FAMILIES, ENDS, GIVEN, GIVEN))
        men.append((family, end, given, father, born, dice.choice(VILLAGES), dice.randint(1, 30)))
    rows = []
    for at, (family, end, given, father, born, village, unit) in enumerate((*men, *men[:TWICE])):
        again = at >= MEN
        fathers = (f"{father[0]}ի", f"{father[1]}ович")[again] if dice.random() < 0.7 else ""
        of_birth = born[:4] if again and dice.random() < 0.5 else born
        place = dice.choice(VILLAGES) if again and dice.random() < 0.2 else village
        of_unit = dice.randint(1, 30) if again and dice.random() < 0.3 else unit
        names = (family[again] + end[again], given[again], fathers)
        facts = (of_birth, place[again], "", f"ВЧ {of_unit}", "", "", "", "", "2021-01-05", "")
        rows.append(",".join((str(at + 1), *names, *facts)))
    return lists.text(*rows)


def precision_and_recall(register: Workspace) -> tuple[float, float]:
    """Say how many of the likely pairs are doubles, and how many doubles are among them."""
    look_for_pairs(register)
    pairs = register.read(lambda reader: likely_pairs(reader, PairFilter(), limit=5_000))
    rows = [sorted(int(man.number.rpartition("-")[2]) for man in (one.a, one.b)) for one in pairs]
    right = sum(other - one == MEN for one, other in rows)
    return right / len(rows), right / TWICE


def test_a_register_learns_to_find_its_doubles_and_can_go_back(
    register: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(weights_job, "RANDOM_PAIRS", 3_000)
    report = import_job.run(register, lists.written(tmp_path, made_up()), lists.profile())
    assert report.new == MEN + TWICE
    precision, recall = precision_and_recall(register)
    assert min(precision, recall) > 0.5

    steps: list[int] = []
    learnt = learn_weights(register, lambda progress: steps.append(progress.done))
    assert steps == sorted(steps)
    assert learnt.people == MEN + TWICE
    assert learnt.before == default_weights()
    assert {"birth", "family", "given"} <= set(learnt.fields)
    assert learn_weights(register).after == learnt.after

    register.write(lambda uow: keep_weights(uow, learnt.after.to_text()))
    assert register.read(count_unlooked) == MEN + TWICE
    assert found(register) == ()
    precision_learnt, recall_learnt = precision_and_recall(register)
    assert recall_learnt > recall
    assert precision_learnt > precision - 0.01  # a namesake born in the same year

    register.write(forget_weights)
    assert precision_and_recall(register) == (precision, recall)


def test_a_register_too_small_or_without_doubles_teaches_nothing(
    register: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_files(register)
    with pytest.raises(TooLittleToLearn) as too_few:
        learn_weights(register)
    monkeypatch.setattr(weights_job, "FEWEST", 3)
    with pytest.raises(TooLittleToLearn) as none_twice:
        learn_weights(register)
    with pytest.raises(Stopped):
        learn_weights(register, cancelled=lambda: True)
    for lang in LANGUAGES:
        t = Translator.open(lang)
        said = {sentence(error.value, t) for error in (too_few, none_twice)}
        assert len(said) == 2
    assert "at least 500" in sentence(too_few.value, Translator.open("en"))
    at_work_as(register, Role.CASEWORKER)
    with pytest.raises(NotAllowed):
        learn_weights(register)


def test_kept_weights_decide_the_scores_and_can_be_taken_back(register: Workspace) -> None:
    two_files(register)
    usual = score(register)
    register.write(lambda uow: keep_weights(uow, doubtful().to_text()))
    assert register.read(lambda reader: weights_in_use(reader.session)) == doubtful()
    doubted = score(register)
    assert doubted < usual

    take_back_last(register)
    assert register.read(count_unlooked) == 5
    assert score(register) == usual
    redo = register.read(last_to_redo)
    assert redo is not None
    register.write(lambda uow: undo_entry(uow, redo))
    assert score(register) == doubted
    register.write(forget_weights)
    assert score(register) == usual
    take_back_last(register)
    assert score(register) == doubted


def test_only_weights_of_the_fields_that_are_compared_are_kept(register: Workspace) -> None:
    fields = dict(default_weights().fields)
    del fields["home"]
    for text in ("", "{}", "nonsense", Weights(0.1, fields).to_text()):
        with pytest.raises(BadInput):
            register.write(partial(keep_weights, text=text))
    with pytest.raises(BadInput):
        register.write(forget_weights)
    at_work_as(register, Role.CASEWORKER)
    with pytest.raises(NotAllowed):
        register.write(lambda uow: keep_weights(uow, doubtful().to_text()))


@pytest.mark.parametrize("text", ["{", '{"prior": 0.5, "fields": {}}', "[" * 99_999])
def test_a_register_with_a_broken_text_compares_by_the_defaults(
    register: Workspace, text: str
) -> None:
    def spoil(uow: UnitOfWork) -> Outcome[None]:
        uow.doing(Action.MERGE_CASES, named="keep_weights")
        uow.session.add(OfficeFact(key=LEARNT_WEIGHTS, value=text))
        return Outcome(None)

    register.write(spoil)
    assert register.read(lambda reader: weights_in_use(reader.session)) == default_weights()
    register.write(lambda uow: keep_weights(uow, doubtful().to_text()))
    assert register.read(lambda reader: weights_in_use(reader.session)) == doubtful()


def doubtful() -> Weights:
    """Give weights that hold a shared day of birth for little."""
    usual = default_weights()
    day, *others = usual.fields["birth"]
    return replace(usual, fields={**usual.fields, "birth": (replace(day, u=0.9), *others)})


def score(register: Workspace) -> float:
    look_for_pairs(register)
    (pair,) = found(register)
    return pair.score
