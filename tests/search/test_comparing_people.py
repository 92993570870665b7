"""Two people side by side: what is one man, what a namesake, a father, a brother."""

from __future__ import annotations

from uuid import UUID

import pytest

from app.search.compare import compare
from app.search.findings import FIELDS, findings
from app.search.name_shares import usual_weights, weights_in_register
from app.search.weights import default_weights
from app.shapes.briefs import NumberBrief, PersonBrief, PlaceBrief
from app.shapes.likeness import Comparison, ReasonCode, Verdict
from models.vocabulary.people import IdentifierKind, Sex
from tests.search.people import man, parted

_R = ReasonCode


def compared(a: PersonBrief, b: PersonBrief) -> Comparison:
    return compare(a, b, usual_weights())


def codes(found: Comparison) -> set[ReasonCode]:
    return {reason.code for reason in found.reasons}


def test_all_forms_of_both_names_are_held_against_each_other() -> None:
    a = man("Sargsyan Arman Levoni", "Սարգսյան Արման Լևոնի")
    b = man("Պետրոսյան Դավիթ", "Саркисян Арман Левонович", "Սարգսյան Արման")

    found = compared(a, b)

    assert found.tier == 1
    assert _R.FAMILY_SAME in codes(found)


def test_a_form_without_a_father_does_not_hide_that_the_fathers_differ() -> None:
    a = man("Սարգսյան Նարեկ Վահեի", "Narek Sargsyan")
    b = man("Sargsyan Narek", "Саркисян Нарек Ашотович")

    found = compared(a, b)

    assert found.verdict is Verdict.DIFFERENT
    assert _R.FATHER_DIFFERS in codes(found)


def test_father_and_son_are_two_people_even_where_their_parts_were_typed_apart() -> None:
    son = man(parted("Մելիքյան", "Գոռ", "Ռուբենի", "Ռուբեն"))
    father = man("Меликян Рубен Горович")

    found = compared(son, father)

    assert (found.verdict, found.tier) == (Verdict.DIFFERENT, None)
    assert _R.MIRROR in codes(found)
    assert found.score < 0.01


def test_namesakes_are_kept_apart_by_their_dates_of_birth() -> None:
    a, b = (
        man("Գրիգորյան Դավիթ Սամվելի", born=born) for born in ("1999-03-02", "2001-07-14")
    )  # fmt: skip

    assert compared(a, b).verdict is Verdict.DIFFERENT


@pytest.mark.parametrize(
    ("born", "other", "code"),
    [
        ("2000-05-03", "2000-05-03", _R.BORN_DAY),
        ("2000-05-03", "2000-03-05", _R.BORN_TURNED),
        ("2000-05-03", "2000-05-08", _R.BORN_SLIP),
        ("2000-05-03", "2000", _R.BORN_YEAR),
        ("2000", "2000", _R.BORN_YEAR),
        ("[1998..2002]", "2000-05-03", _R.BORN_OVERLAP),
        ("199X", "1999", _R.BORN_OVERLAP),
        ("2000", "2001", _R.BORN_NEAR),
        ("2000~", "2001-02-01", _R.BORN_NEAR),
        ("2000-05-03", "2001-07-14", _R.BORN_APART),
        ("1998", "2001", _R.BORN_APART),
    ],
)
def test_dates_of_birth_agree_as_far_as_they_are_known(
    born: str, other: str, code: ReasonCode
) -> None:
    a, b = man("Սահակյան Հրանտ Լևոնի", born=born), man("Սահակյան Հրանտ Լևոնի", born=other)

    for found in (compared(a, b), compared(b, a)):
        assert code in codes(found)
    assert (compared(a, b).verdict is Verdict.DIFFERENT) is (code is _R.BORN_APART)


def test_a_slip_in_the_date_of_birth_leaves_a_candidate() -> None:
    a, b = man("Սահակյան Հրանտ", born="2000-05-03"), man("Սահակյան Հրանտ", born="2000-03-05")

    assert compared(a, b).verdict is Verdict.CANDIDATE


@pytest.mark.parametrize(
    ("initial", "name", "agrees"),
    [
        ("Հ.", "Акоп", True),
        ("Հ.", "Гайк", True),
        ("Т.", "Dikran", True),
        ("Գ.", "Kevork", True),
        ("Շ.", "Şahin", True),
        ("Ջ.", "Жора", True),
        ("T.", "Արմեն", False),
        ("Մ.", "Нарек", False),
    ],
)
def test_an_initial_may_stand_for_a_name_in_any_script(
    initial: str, name: str, agrees: bool
) -> None:
    found = compared(man(parted("Սահակյան", initial)), man(parted("Саакян", name)))

    assert (_R.GIVEN_INITIAL in codes(found)) is agrees
    assert (found.verdict is Verdict.CANDIDATE) is agrees


def test_what_one_side_does_not_know_says_nothing() -> None:
    bare = man("Օհանյան Սուրեն")
    rich = man(
        "Օհանյան Սուրեն Հայկի", born="2000-05-03", sex=Sex.MALE, unit="49971", birthplace="Գորիս"
    )

    assert compared(bare, rich).score == compared(bare, bare).score
    assert findings(bare, rich).pattern == ("same", "same", *[None] * 7)


def test_a_rare_family_name_says_more_than_a_common_one() -> None:
    uses = {"family": {"common": 60, "rare": 2}}
    common = next(iter(_keys("Գրիգորյան")))
    weights = weights_in_register(
        default_weights(),
        4000,
        lambda role, key: (
            uses["family"]["common" if key == common else "rare"] if role == "family" else 80
        ),
    )

    often = compare(man("Գրիգորյան Դավիթ"), man("Grigoryan Davit"), weights)
    seldom = compare(man("Զոհրաբեկյան Դավիթ"), man("Zohrabekyan Davit"), weights)

    assert seldom.score > often.score
    assert [r.count for r in seldom.reasons if r.code is _R.FAMILY_RARE] == [2]
    assert _R.FAMILY_RARE not in codes(often)


def _keys(word: str) -> frozenset[str]:
    from app.search.keys import word_keys

    return word_keys(word).first


def test_two_men_of_a_large_register_are_not_one_by_a_common_name_alone() -> None:
    weights = weights_in_register(default_weights(), 50_000, lambda _role, _key: 700)
    a, b = man("Հակոբյան Տիգրան"), man("Акопян Тигран")

    assert compare(a, b, usual_weights()).verdict is Verdict.SAME
    assert compare(a, b, weights).verdict is Verdict.CANDIDATE


def test_one_sex_against_the_other_is_two_people() -> None:
    a = man("Davtyan Karen", sex=Sex.MALE, born="2000-05-03")
    b = man("Davtyan Karine", sex=Sex.FEMALE, born="2000-05-03")

    assert compared(a, b).verdict is Verdict.DIFFERENT
    assert compared(man("Davtyan Karen"), man("Davtyan Karine")).verdict is Verdict.CANDIDATE


def test_a_patronymic_tells_the_sex_where_nobody_recorded_it() -> None:
    son, daughter = man("Əliyev Karen Aram oğlu"), man("Алиева Карен Арамовна")

    assert _R.SEX_DIFFERS in codes(compared(son, daughter))


def test_one_identity_number_ties_and_two_of_one_kind_part() -> None:
    a = man("Մնացականյան Արթուր", passport="AK0331")
    same = man("Mnatsakanyan Artur", passport="AK0331")
    other = man("Mnatsakanyan Artur", passport="AN7712")
    stranger = man("Պողոսյան Վիգեն", passport="AK0331")

    assert compared(a, same).verdict is Verdict.SAME
    assert compared(a, other).verdict is Verdict.CONFLICT
    assert compared(a, stranger).verdict is Verdict.CONFLICT
    assert {_R.NUMBER_SAME, _R.FAMILY_DIFFERS} <= codes(compared(a, stranger))


def test_two_rows_of_one_list_do_not_part_two_people() -> None:
    rows = [
        PersonBrief(
            names=man("Մնացականյան Արթուր").names,
            numbers=(NumberBrief(IdentifierKind.LIST_ROW, "list", row),),
        )
        for row in ("4", "17")
    ]

    assert compared(*rows).verdict is Verdict.SAME


def test_brothers_are_two_people_and_twins_are_looked_at() -> None:
    one = man("Ասատրյան Գոռ Արմենի", born="1998-02-11")
    brother = man("Ասատրյան Տիգրան Արմենի", born="2001-07-30")
    twin = man("Ասատրյան Տիգրան Արմենի", born="1998-02-11")

    assert compared(one, brother).verdict is Verdict.DIFFERENT
    assert compared(one, twin).verdict is Verdict.CONFLICT
    near = compared(man("Ասատրյան Արմեն Վարդանի"), man("Ասատրյան Արման Վարդանի"))
    assert near.verdict is Verdict.CANDIDATE
    assert near.score <= 0.5
    assert _R.BROTHERS in codes(compared(one, brother))
    assert _R.TWINS in codes(compared(one, twin))


def test_a_family_name_and_a_day_are_enough_to_look_a_given_name_and_a_day_are_not() -> None:
    one = man("Ասատրյան Գոռ", born="1998-02-11")

    assert compared(one, man("Асатрян Тиграник", born="1998-02-11")).verdict is Verdict.CONFLICT
    assert compared(one, man("Сардарян Гор", born="1998-02-11")).verdict is Verdict.DIFFERENT


def test_a_changed_family_name_is_looked_at() -> None:
    a = man("Ասատրյան Մարինե Արմենի", born="1998-02-11")
    b = man("Սիմոնյան Մարինե Արմենի", born="1998-02-11")

    assert compared(a, b).verdict is Verdict.CONFLICT
    assert _R.RENAMED in codes(compared(a, b))


def test_parts_in_another_order_are_weaker_and_not_lost() -> None:
    a = man(parted("Հայրապետյան", "Վահան"))
    turned = man(parted("Vahan", "Hayrapetyan"))

    found = compared(a, turned)

    assert found.verdict is Verdict.CANDIDATE
    assert _R.ORDER in codes(found)
    assert found.score < compared(a, man("Hayrapetyan Vahan")).score


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("Հակոբյան-Պետրոսյան Անի", "Hakobyan Ani", _R.FAMILY_HALF),
        ("Տերպետրոսյան Վահան", "Петросян Ваган", _R.FAMILY_TER),
        ("Тер-Петросян Ваган", "Պետրոսյան Վահան", _R.FAMILY_TER),
    ],
)
def test_what_a_list_may_drop_of_a_family_name_leaves_a_candidate(
    a: str, b: str, code: ReasonCode
) -> None:
    found = compared(man(a), man(b))

    assert found.verdict is Verdict.CANDIDATE
    assert code in codes(found)


def test_ter_is_one_name_however_it_is_joined() -> None:
    found = compared(man("Տերպետրոսյան Վահան"), man("Тер-Петросян Ваан"))

    assert _R.FAMILY_TER not in codes(found)
    assert found.verdict is Verdict.SAME


def test_homonyms_of_the_gazetteer_are_two_places() -> None:
    a, b = (
        PersonBrief(
            names=man("Բաբայան Աշոտ").names,
            birth_place=PlaceBrief(UUID(int=which), ("Դրախտիկ",)),
        )
        for which in (1, 2)
    )

    assert _R.BIRTHPLACE_DIFFERS in codes(compared(a, b))
    assert _R.BIRTHPLACE_SAME in codes(compared(a, a))


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("49971", "զ/մ 49971", True),
        ("49971", "49973", False),
        ("9-րդ գումարտակ", "9 батальон", True),
        ("Հադրութ", "Гадрут", True),
    ],
)
def test_the_figures_of_a_unit_decide(a: str, b: str, same: bool) -> None:
    found = compared(man("Բաբայան Աշոտ", unit=a), man("Բաբայան Աշոտ", unit=b))

    assert (_R.UNIT_SAME in codes(found)) is same


def test_the_bits_of_the_reasons_make_the_score() -> None:
    a = man("Բաբայան Աշոտ Լևոնի", born="1999", unit="49971")
    b = man("Бабаян Ашот", born="1999-01-02", unit="49971")
    found = compared(a, b)

    assert found.score == round(usual_weights().chance(sum(r.bits for r in found.reasons)), 4)


def test_either_may_stand_first() -> None:
    people = [
        man("Հակոբյան Տիգրան Արամի", born="1999-03-02"),
        man("Dikran Hagopian"),
        man("Акопян Арам Тигранович"),
        man("Տեր-Հակոբյան Տիգրան", passport="1"),
        man("Տիգրան"),
        man(""),
    ]
    for a in people:
        for b in people:
            one, other = compared(a, b), compared(b, a)
            assert (one.verdict, one.tier) == (other.verdict, other.tier)
            assert one.score == pytest.approx(other.score)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Ա",
        ".",
        "-–…",
        "👨‍👩‍👧",
        "ა" * 40,
        "田中 太郎",
        "Հakoբյան",
        "x" * 5000,
        "a " * 2500,
        "\x00\u202e",
    ],
)
def test_whatever_is_typed_is_answered(text: str) -> None:
    for other in (text, "Հակոբյան Տիգրան Արամի", "Ա.", ""):
        found = compared(man(text), man(other))
        assert 0 <= found.score <= 1
        assert found.reasons


def test_every_field_has_its_weights() -> None:
    assert tuple(default_weights().fields) == FIELDS
    for levels in default_weights().fields.values():
        assert sum(level.m for level in levels) == pytest.approx(1)
        assert sum(level.u for level in levels) == pytest.approx(1)
        assert levels[0].bits > 0 > levels[-1].bits
