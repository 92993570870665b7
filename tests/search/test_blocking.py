"""Who may be one man shares a key that few share; a crowd of namesakes costs no more."""

from dataclasses import replace
from itertools import combinations

import pytest

from app.search.blocking import (
    CROWD,
    PairFinder,
    are_born_apart,
    birth_keys,
    block_keys,
    name_keys,
    rows_of,
)
from app.shapes.briefs import NameBrief, NumberBrief, PersonBrief, PlaceBrief
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind


def man(
    family: str = "",
    given: str = "",
    father: str = "",
    born: str = "",
    full: str = "",
    *,
    at: str = "",
) -> PersonBrief:
    name = NameBrief(full or f"{family} {given} {father}".strip(), family, given, father)
    birth = PartialDate.parse_edtf(born, dob=True) if born else PartialDate.unknown()
    return PersonBrief((name,), birth=birth, birth_place=PlaceBrief(names=(at,) if at else ()))


def pairs_of(men: list[PersonBrief], new: set[int] | None = None) -> set[tuple[int, int]]:
    finder = PairFinder((lambda _: True) if new is None else new.__contains__)
    for row, one in enumerate(men):
        finder.add(row, one)
    for row in finder.crowded_rows():
        finder.narrow(row, men[row])
    return {rows_of(pair) for pair in finder.pairs()}


ONE_MAN = [
    (man("Հակոբյան", "Տիգրան", "Արամի"), man("Акопян", "Тигран", "Арамович")),
    (man("Հակոբյան", "Տիգրան"), man("Hagopian", "Dikran")),
    (man("Հովհաննիսյան", "Գոռ"), man("Оганесян", "Гор")),
    (man("Հովհաննիսյան", "Գոռ"), man("Oqanesyan", "Qor")),
    (man("Մկրտչյան", "Հայկ"), man("Mgrdichian", "Haig")),
    (man("Տեր-Պետրոսյան", "Դավիթ"), man("Petrosyan", "Davit")),
    (man("Ղազարյան", "Եղիշե"), man("Казарян", "Егише")),
    (man("Խաչատրյան", "Ջոն"), man("Xaçatryan", "Con")),
    (man("Հակոբյան", "Տիգրան"), man(full="Tigran Aram oglu Hakobyan")),
    (man("Հակոբյան", "Տ.", born="1999-03-02"), man("Акопян", "Тигран", born="1999-03-02")),
    (man("Հակոբյան", "Տ.", born="1999"), man("Акопян", born="1999-03-02")),
    (man("Սիմոնյան", "Տիգրան", born="1999-03-02"), man("Акопян", "Тигран", born="1999-03-02")),
    (man("Հակոբյան", "Արմեն", born="1999-03-02"), man("Акопян", "Карен", born="1999-03-02")),
    (man("Vogelnik", "Franz", born="1890", at="Griffen"),
     man("Kogelnik", "Franz", born="1890", at="Griffen, Völkermarkt")),
    (man("Քարաբերդյան", "Մհեր", born="1999", at="Աշտարակ"),
     man("Карабердян", "Мгер-Ваге", born="1999-03-02", at="Аштарак")),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), ONE_MAN)
def test_who_may_be_one_man_is_compared(a: PersonBrief, b: PersonBrief) -> None:
    assert block_keys(a) & block_keys(b)


def test_one_number_is_enough() -> None:
    number = NumberBrief(IdentifierKind.PASSPORT, "", "an0000001")
    a = PersonBrief((NameBrief("Ա", "Հակոբյան", "Տիգրան"),), numbers=(number,))
    b = PersonBrief((NameBrief("B", "Petrosyan", "Karen"),), numbers=(number,))
    assert block_keys(a) & block_keys(b)


def test_who_shares_nothing_is_not() -> None:
    assert not block_keys(man("Հակոբյան", "Տիգրան")) & block_keys(man("Petrosyan", "Karen"))
    assert not block_keys(man()) & block_keys(man())
    assert not block_keys(man(full="\N{GRINNING FACE}")) & block_keys(man(full="…"))


def test_one_part_of_a_name_is_not_enough_without_year_and_place() -> None:
    known = man("Vogelnik", "Franz", born="1890", at="Griffen")
    for other in (
        man("Kogelnik", "Franz", born="1891", at="Griffen"),
        man("Kogelnik", "Franz", born="1890", at="Prebl"),
        man("Kogelnik", "Franz", born="1890"),
        man("Kogelnik", "Urban", born="1890", at="Griffen"),
    ):
        assert not block_keys(known) & block_keys(other)


def test_a_crowd_of_one_village_and_year_costs_no_more() -> None:
    crowd = [man(f"{letter}arik", "Franz", born="1890", at="Griffen") for letter in "BDGKLMNPRST"]
    men = crowd * CROWD
    assert len(pairs_of(men)) < len(men) * CROWD


def test_who_is_met_by_name_alone_or_by_birth_alone() -> None:
    one = man("Vogelnik", "Franz", born="1890-02-01", at="Griffen")
    assert name_keys(one) == name_keys(man("Vogelnik", "Franz", born="1871"))
    assert birth_keys(one) == birth_keys(man("Kogelnik", "Urban", born="1890-02-01", at="Griffen"))
    assert birth_keys(one) & birth_keys(man("Kogelnik", "Urban", born="1890-02-01"))
    assert birth_keys(one) & birth_keys(man("Kogelnik", "Urban", born="1890", at="Griffen"))
    assert not birth_keys(man("Vogelnik", "Franz", born="1890"))


def test_each_pair_is_given_once_and_always_with_somebody_new() -> None:
    men = [man("Հակոբյան", "Տիգրան", born="1999-03-02") for _ in range(4)]
    assert pairs_of(men) == set(combinations(range(4), 2))
    assert pairs_of(men, {3}) == {(3, 0), (3, 1), (3, 2)}
    assert not pairs_of(men, set())


def test_a_crowd_is_narrowed_by_birth_and_father() -> None:
    crowd = [
        man("Գրիգորյան", "Արմեն", ("Սերգեյի", "Արամի", "")[at % 3], str(1980 + at % 25))
        for at in range(CROWD * 5)
    ]
    twice = man("Григорян", "Армен", "Аветисович", "1971-01-05")
    men = [*crowd, twice, man("Գրիգորյան", "Արմեն", "Ավետիսի", "1971-01-05")]
    found = pairs_of(men)
    assert (len(crowd), len(crowd) + 1) in found
    assert len(found) < len(men) * CROWD
    nothing_known = [man("Գրիգորյան", "Արմեն") for _ in range(CROWD * 5)]
    assert not pairs_of(nothing_known)


def test_birth_alone_keeps_namesakes_apart_unless_they_share_a_number() -> None:
    one = man("Հակոբյան", "Տիգրան", born="1999-03-02")
    other = man("Հակոբյան", "Տիգրան", born="1975-07-14")
    assert are_born_apart(one, other)
    assert not are_born_apart(one, man("Հակոբյան", "Տիգրան"))
    assert not are_born_apart(one, man("Հակոբյան", "Տիգրան", born="1999"))
    number = (NumberBrief(IdentifierKind.PASSPORT, "", "an0000001"),)
    assert not are_born_apart(replace(one, numbers=number), replace(other, numbers=number))
