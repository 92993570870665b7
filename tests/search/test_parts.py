"""Names in one line, in the orders and habits in which lists bring them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.search.parts import initial_fits, read_name
from models.vocabulary.people import NameOrder, Script, Sex


@pytest.mark.parametrize(
    ("line", "family", "given", "father", "order"),
    [
        ("Հակոբյան Տիգրան Արամի", "Հակոբյան", "Տիգրան", "Արամի", "FGP"),
        ("Տիգրան Հակոբյան", "Հակոբյան", "Տիգրան", "", "GF"),
        ("Tigran Hakobyan", "Hakobyan", "Tigran", "", "GF"),
        ("Акопян Тигран Арамович", "Акопян", "Тигран", "Арамович", "FGP"),
        ("Тигран Арамович Акопян", "Акопян", "Тигран", "Арамович", "GPF"),
        ("Akopyan Tiqran Aram oğlu", "Akopyan", "Tiqran", "Aram oğlu", "FGP"),
        ("Алиева Лейла Гасан кызы", "Алиева", "Лейла", "Гасан кызы", "FGP"),
        ("Əli Məmmədov", "Məmmədov", "Əli", "", "GF"),
        ("Tigran A. Hakobyan", "Hakobyan", "Tigran", "A.", "GPF"),
        ("Акопян Т. А.", "Акопян", "Т.", "А.", "FGP"),
        ("Т.А. Акопян", "Акопян", "Т.", "А.", "GPF"),
        ("HAKOBYAN TIGRAN", "HAKOBYAN", "TIGRAN", "", "FG"),
        ("Tigran HAKOBYAN", "HAKOBYAN", "Tigran", "", "GF"),
        ("HAKOBYAN, Tigran", "HAKOBYAN", "Tigran", "", "FG"),
        ("HAKOBYAN Tigran (father: Aram)", "HAKOBYAN", "Tigran", "Aram", "FGP"),
        ("Հակոբյան Տիգրան (հայրը՝ Արամ)", "Հակոբյան", "Տիգրան", "Արամ", "FGP"),
        ("Հակոբյան Տիգրան (Արամի)", "Հակոբյան", "Տիգրան", "Արամի", "FGP"),
        ("Акопян Тигран (отец: Арам)", "Акопян", "Тигран", "Арам", "FGP"),
        ("Տեր-Պետրոսյան Դավիթ", "Տեր-Պետրոսյան", "Դավիթ", "", "FG"),
        ("Davit Ter Petrosyan", "Ter Petrosyan", "Davit", "", "GF"),
        ("Հակոբյան Տիգրան Արամ Հակոբի", "Հակոբյան", "Տիգրան", "Արամ Հակոբի", "FGP"),
        ("Հակոբյան Արամի", "Հակոբյան", "", "Արամի", "UNKNOWN"),
        ("Абрамович Роман Аркадьевич", "Абрамович", "Роман", "Аркадьевич", "FGP"),
        ("Քոչար Երվանդ", "Քոչար", "Երվանդ", "", "FG"),
        ("John William Smith", "Smith", "John William", "", "GF"),
        ("Karen", "", "Karen", "", "UNKNOWN"),
        ("Hakobyan", "Hakobyan", "", "", "UNKNOWN"),
    ],
)
def test_a_line_is_read_into_its_parts(
    line: str, family: str, given: str, father: str, order: str
) -> None:
    read = read_name(line)
    assert (read.family, read.given, read.father) == (family, given, father)
    assert read.order is NameOrder(order)


def test_the_fathers_name_is_given_in_the_nominative() -> None:
    assert read_name("Մկրտչյան Հայկ Մկրտչի").father_bases == ("Մկրտիչ",)
    assert read_name("Оганесян Гор Сергеевич").father_bases == ("Сергей",)
    assert read_name("Hakobyan Tigran Arami").father_bases == ("Aram", "Arami")
    assert not read_name("Hakobyan Tigran Arami").father_certain
    assert read_name("Tigran A. Hakobyan").father_bases == ()


def test_what_can_be_dropped_and_what_stands_for_more_is_named() -> None:
    assert read_name("Տեր-Պետրոսյան Դավիթ").particles == ("Տեր",)
    assert read_name("Ter Petrosyan Davit").particles == ("Ter",)
    assert read_name("Т.А. Акопян").initials == ("Т.", "А.")


@pytest.mark.parametrize(
    ("line", "sex"),
    [
        ("Davtyan Karen", Sex.MALE),
        ("Davtyan Karine", Sex.FEMALE),
        ("Դավթյան Կարեն", Sex.MALE),
        ("Алиева Нигяр", Sex.FEMALE),
        ("Акопян Т. Арамовна", Sex.FEMALE),
        ("Hagopian Dikran", Sex.UNKNOWN),
    ],
)
def test_sex_is_said_only_where_the_name_tells_it(line: str, sex: Sex) -> None:
    assert read_name(line).sex is sex


def test_order_alone_is_not_called_certain() -> None:
    assert read_name("Հակոբյան Տիգրան").certain
    assert not read_name("Smith Brown").certain


def test_a_word_of_two_scripts_is_named() -> None:
    read = read_name("Հakoբյան Տիգրան")
    assert read.mixed
    assert read.script is Script.ARMENIAN
    assert read.family == "Հakoբյան"


@pytest.mark.parametrize(
    ("letter", "name"),
    [
        ("A.", "Aram"),
        ("A.", "Արամ"),
        ("А", "Aram"),
        ("Հ.", "Hayk"),
        ("H.", "Гайк"),
        ("Х", "Khoren"),
    ],
)
def test_an_initial_stands_for_a_name_of_any_script(letter: str, name: str) -> None:
    assert initial_fits(letter, name)


@pytest.mark.parametrize(
    ("letter", "name"), [("B.", "Aram"), ("Տ.", "Gor"), ("", "Gor"), (".", "")]
)
def test_an_initial_does_not_stand_for_another_name(letter: str, name: str) -> None:
    assert not initial_fits(letter, name)


@pytest.mark.parametrize(
    "line",
    ["", "   ", ",", ",,,", "()", "((", "1234", "😀", "oğlu", "оглы оглы", ". . .", "Տեր-", "-"],
)
def test_a_line_without_a_name_has_no_parts_and_does_no_harm(line: str) -> None:
    assert read_name(line).full == " ".join(line.split())


def test_a_page_pasted_as_a_name_is_read_at_once() -> None:
    assert len(read_name("Հակոբյան Տիգրան " * 400).full) <= 200
    assert read_name("(" * 5_000).family == ""


_PIECES = ["Արամ", "Арам", "Ter-X", "oğlu", "A.", "(a)", ",", "-"]


@given(st.text(max_size=60), st.lists(st.sampled_from(_PIECES)))
def test_any_line_can_be_read(text: str, words: list[str]) -> None:
    read_name(text)
    read_name(" ".join(words))
