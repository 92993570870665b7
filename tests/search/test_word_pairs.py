"""Words that must meet across scripts, and words that must not (domain.md 4.6)."""

import pytest

from app.search.keys import Tier, words_tier

SAME = [
    ("T01", "Հակոբյան", "Hakobyan"),
    ("T02", "Հակոբյան", "Акопян"),
    ("T03", "Հակոբյան", "Akopjan"),
    ("T04", "Հակոբյան", "Hagopian"),
    ("T05", "Հովհաննիսյան", "Оганесян"),
    ("T06", "Հովհաննիսյան", "Oganesyan"),
    ("T07", "Հովհաննիսյան", "Hovanessian"),
    ("T08", "Հարությունյան", "Арутюнян"),
    ("T09", "Հարությունյան", "Haroutunian"),
    ("T10", "Խաչատրյան", "Xaçatryan"),
    ("T11", "Խաչատրյան", "Xačatryan"),
    ("T12", "Խաչատրյան", "Khachaturian"),
    ("T13", "Ղազարյան", "Казарян"),
    ("T14", "Ղազարյան", "Qazaryan"),
    ("T15", "Գևորգյան", "Գեւորգյան"),
    ("T16", "Գևորգյան", "Геворкян"),
    ("T17", "Գևորգյան", "Kevorkian"),
    ("T18", "Մկրտչյան", "Mgrdichian"),
    ("T19", "Մկրտչյան", "Mkrtçyan"),
    ("T20", "Եղիազարյան", "Егиазарян"),
    ("T21", "Եղիազարյան", "Eghiazarian"),
    ("T22", "Ոսկանյան", "Oskanian"),
    ("T23", "Սարգսյան", "Саркисян"),
    ("T24", "Պետրոսյան", "Bedrossian"),
    ("T25", "Կարապետյան", "Garabedian"),
    ("T26", "Ջանփոլադյան", "Джанполадян"),
    ("T27", "Ջանփոլադյան", "Canpoladyan"),
    ("T28", "Ծատուրյան", "Цатурян"),
    ("T29", "Ծատուրյան", "Dzadourian"),
    ("T30", "Չոբանյան", "Çobanyan"),
    ("T31", "Ժամհարյան", "Жамгарян"),
    ("T32", "Շահբազյան", "Şahbazyan"),
    ("T33", "Գրիգորյան", "Qriqoryan"),
    ("T34", "Բաղդասարյան", "Bağdasaryan"),
    ("T35", "Հայկ", "Гайк"),
    ("T36", "Հայկ", "Айк"),
    ("T37", "Հրանտ", "Грант"),
    ("T38", "Գոռ", "Qor"),
    ("T39", "Արթուր", "Arthur"),
    ("T40", "Սերգեյ", "Sergei"),
    ("T41", "Խծաբերդ", "Хцаберд"),
    ("T42", "Խծաբերդ", "Xcaberd"),
    ("T43", "Հին Թաղեր", "Хин Тагер"),
    ("T44", "Հադրութ", "Гадрут"),
    ("T45", "Xocavənd", "Ходжавенд"),
    ("T46", "Xocavənd", "Хоҹавәнд"),
    ("T47", "Şuşa", "Шуша"),
]
STRANGERS = [
    ("N01", "Հակոբյան", "Հովակիմյան"),
    ("N02", "Սարգսյան", "Սիմոնյան"),
    ("N03", "Գրիգորյան", "Գևորգյան"),
    ("N04", "Petrosyan", "Poghosyan"),
    ("N05", "Martirosyan", "Margaryan"),
    ("N06", "Aram", "Armen"),
    ("N07", "Armen", "Arman"),
    ("N08", "Karen", "Karine"),
    ("N09", "Gor", "Gagik"),
    ("N10", "Melikyan", "Melkonyan"),
    ("N11", "Mkhitaryan", "Mkrtchyan"),
    ("N12", "Khachatryan", "Khachikyan"),
    ("N13", "Taghaser", "Taghavard"),
    ("N14", "Mets Tagher", "Hin Tagher"),
    ("N15", "Babayan", "Papyan"),
    ("N16", "Shushi", "Shosh"),
    ("N17", "Margaryan", "Makaryan"),
    ("N18", "Vardan", "Varazdat"),
]
#: One sound, spelled by the habits of other languages: each of these would lose a man.
HABITS = [
    ("Չարենց", "Tcharents"),
    ("Չարենց", "Tscharenz"),
    ("Չարենց", "Čarents"),
    ("Жуков", "Schukow"),
    ("Джалилов", "Dschalilow"),
    ("Джалилов", "Cəlilov"),
    ("Գևորգ", "Guevorg"),
    ("Арутюнян", "Harutjunjan"),
    ("Арутюнян", "Arutiunian"),
    ("Մանուչարյան", "manuchari︠a︡n"),
    ("Շահինյան", "Chahinian"),
    ("Шаталов", "Szatałow"),
    ("Чичерин", "Csicserin"),
    ("Чичерин", "Tsjitsjerin"),
    ("Юлия", "Julija"),
    ("Юлия", "Iuliia"),
    ("Рәһимов", "Рагимов"),
    ("Məmmədov", "Мамедов"),
    ("Յակոբեան", "Հակոբյան"),
    ("Յարութիւնեան", "Հարությունյան"),
    ("Գիւլնազարեան", "Gyulnazaryan"),
    ("Նշանյան", "Нсханян"),
    ("Мовчан", "Мовцхан"),
    ("Щербакян", "Stscherbakjan"),
    ("Խաչատրյան", "Jachaturián"),
    ("Захарченко", "Zakhàrtxenko"),
    ("Захарченко", "Zaxarchenko"),
    ("Սեբաստիան", "Sebastião"),
    ("Abdulməcid", "Abdel Meguid"),
    ("Абдул-Меджид", "Abd al-Mayid"),
    ("Էլեֆտերիա", "Eleutheria"),
    ("Թեոդորոս", "Theodórosz"),
    ("Լուրիե", "Лурье"),
]
#: What a paper adds to a surname: the ending of a wife, of a whole house.
ADDED = [
    ("Քարաբերդյան", "Քարաբերդյաններ"),
    ("Նմուշովներ", "Нмушов"),
    ("Кочарли", "Кочарлиы"),
    ("Braun", "Braunová"),
]
#: One name of the calendars, as the churches and the papers of three languages have it.
CALENDAR = [
    ("Աբիսողոմ", "Авессалом"),
    ("Հոբ", "Иов"),
    ("Հուդիթ", "Юдифь"),
    ("Ռեբեկա", "Ревекка"),
    ("Եսթեր", "Эсфирь"),
    ("Փիլիմոն", "Филимон"),
    ("Միքիա", "Micah"),
    ("Афанасий", "Athanasius"),
    ("Евстафий", "Eustace"),
    ("Rza", "Reza"),
]


@pytest.mark.parametrize(("name", "a", "b"), SAME, ids=[one[0] for one in SAME])
def test_spellings_of_one_name_are_candidates(name: str, a: str, b: str) -> None:
    assert words_tier(a, b) in {Tier.SAME, Tier.CANDIDATE, Tier.LOOSE}
    assert words_tier(b, a) == words_tier(a, b)


@pytest.mark.parametrize(("name", "a", "b"), STRANGERS, ids=[one[0] for one in STRANGERS])
def test_different_names_never_look_the_same(name: str, a: str, b: str) -> None:
    assert words_tier(a, b) not in {Tier.SAME, Tier.CANDIDATE}
    assert words_tier(b, a) == words_tier(a, b)


@pytest.mark.parametrize(("a", "b"), HABITS)
def test_a_name_is_known_in_the_spelling_of_another_language(a: str, b: str) -> None:
    assert words_tier(a, b) in {Tier.SAME, Tier.CANDIDATE, Tier.LOOSE}


@pytest.mark.parametrize(("a", "b"), [*ADDED, *CALENDAR])
def test_a_name_is_known_with_what_a_paper_adds_and_in_the_form_of_another_church(
    a: str, b: str
) -> None:
    assert words_tier(a, b) in {Tier.SAME, Tier.CANDIDATE, Tier.LOOSE}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Տեր-Պետրոսյան", "Petrosyan"),
        ("Тер-Петросян", "Պետրոսյան"),
        ("Der Bedrossian", "Պետրոսյան"),
        ("Ter Petrosyan", "Տեր֊Պետրոսյան"),
    ],
)
def test_ter_before_a_surname_is_written_or_dropped(a: str, b: str) -> None:
    assert words_tier(a, b) in {Tier.SAME, Tier.CANDIDATE, Tier.LOOSE}
    assert words_tier(b, a) == words_tier(a, b)


def test_a_surname_without_ter_is_a_candidate_and_not_the_same() -> None:
    assert words_tier("Տեր-Պետրոսյան", "Պետրոսյան") is Tier.CANDIDATE


@pytest.mark.parametrize(
    ("man", "woman"), [("Алиев", "Алиева"), ("Əliyev", "Алиева"), ("Каменский", "Kamenskaya")]
)
def test_the_form_of_the_other_sex_is_the_same_family_but_not_the_same_name(
    man: str, woman: str
) -> None:
    assert words_tier(man, woman) is Tier.CANDIDATE


@pytest.mark.parametrize(
    ("a", "b"), [("Տիգրան", "Տիրան"), ("Վահագն", "Վահան"), ("Vahan", "Վան"), ("Məhəmməd", "Məmməd")]
)
def test_a_letter_that_armenian_never_drops_is_not_dropped(a: str, b: str) -> None:
    assert words_tier(a, b) not in {Tier.SAME, Tier.CANDIDATE}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Հակոբյան", "Акопов"),
        ("Քոչարյան", "Кочаров"),
        ("Հովհաննիսյան", "Оганесов"),
        ("Վովա", "Владимир"),
        ("Юленька", "Յուլիա"),
    ],
)
def test_what_papers_of_another_state_or_a_mother_made_of_a_name_is_a_candidate(
    a: str, b: str
) -> None:
    assert words_tier(a, b) is Tier.LOOSE
