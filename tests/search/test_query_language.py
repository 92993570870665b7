"""What is typed into the filter box is read as meant, in three languages, and never refused."""

import pytest

from app.search.query_language import read_query
from app.search.query_words import LANGUAGES, codes_of, key_of, key_words
from app.shapes.filter_query import (
    AllOf,
    AnyOf,
    CodeIn,
    DateIs,
    HintCode,
    Phrase,
    QueryKey,
    QueryNode,
    Said,
    SilentFor,
    Without,
    WordsIn,
)


def tree(text: str) -> QueryNode | None:
    return read_query(text).tree


def hints(text: str) -> set[HintCode]:
    return {hint.code for hint in read_query(text).hints}


def test_plain_words_are_plain_words() -> None:
    asked = read_query("  Ծովասարյան  Gor ")
    assert asked.tree == Said(("ծովասարյան", "gor"))
    assert asked.is_plain
    assert read_query("").is_plain
    assert read_query("").tree is None


def test_parts_beside_one_another_must_all_hold() -> None:
    asked = tree('status:S22 place:Hadrut after:2020-12-10 "unit 9" Gor')
    assert isinstance(asked, AllOf)
    status, place, after, phrase, words = asked.parts
    assert status == CodeIn(QueryKey.STATUS, ("S22",))
    assert place == WordsIn(QueryKey.PLACE, ("Hadrut",))
    assert isinstance(after, DateIs)
    assert after.date.edtf == "2020-12-10"
    assert phrase == Phrase(("unit", "9"))
    assert words == Said(("gor",))


@pytest.mark.parametrize(
    "text",
    [
        "name:a AND name:b OR NOT name:c",
        "name:a И name:b ИЛИ НЕ name:c",
        "անուն:a ԵՎ անուն:b ԿԱՄ ՈՉ անուն:c",
        "имя:a имя:b OR -имя:c",
        "(name:a name:b) OR (-name:c)",
    ],
)
def test_operators_bind_alike_in_every_language(text: str) -> None:
    a, b, c = (WordsIn(QueryKey.NAME, (value,)) for value in "abc")
    assert tree(text) == AnyOf((AllOf((a, b)), Without(c)))
    assert not hints(text)


def test_parentheses_change_what_belongs_together() -> None:
    a, b, c = (WordsIn(QueryKey.UNIT, (value,)) for value in "123")
    assert tree("unit:1 (unit:2 OR unit:3)") == AllOf((a, AnyOf((b, c))))
    assert tree("-(unit:2 OR unit:3)") == Without(AnyOf((b, c)))
    assert tree("NOT NOT unit:1") == a


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_key_is_known_by_the_word_that_is_offered(lang: str) -> None:
    for key in QueryKey:
        word = key_words(key, lang)
        assert key_of(word) is key, word
        assert " " not in word


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("status:s41", "S41"),
        ("статус:S41", "S41"),
        ("վիճակ:S41", "S41"),
        ('status:"reported missing"', "S10"),
        ('статус:"заявлен пропавшим"', "S10"),
        ("held:confirmed", "CONFIRMED"),
        ("удержание:confirmed", "CONFIRMED"),
        ("chip:urgent", "URGENT"),
        ("is:closed", "CLOSED"),
        ("дело:закрыто", "CLOSED"),
    ],
)
def test_codes_are_known_by_code_and_by_words(text: str, code: str) -> None:
    asked = tree(text)
    assert isinstance(asked, CodeIn)
    assert code in asked.codes


def test_every_code_is_found_by_itself_alone() -> None:
    for key in (QueryKey.STATUS, QueryKey.FATE, QueryKey.ADMITTED, QueryKey.HOME, QueryKey.CHIP):
        for code in codes_of(key):
            assert tree(f"{key}:{code}") == CodeIn(key, (code,))


def test_several_values_are_parted_by_commas_and_a_beginning_is_enough() -> None:
    assert tree("status:S41,S42") == CodeIn(QueryKey.STATUS, ("S41", "S42"))
    assert tree("status:S4") == CodeIn(QueryKey.STATUS, ("S40", "S41", "S42"))
    assert tree("place:Hadrut,Togh") == WordsIn(QueryKey.PLACE, ("Hadrut", "Togh"))
    assert tree('place:"Hin Tagher, upper"') == WordsIn(QueryKey.PLACE, ("Hin Tagher, upper",))


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("after:2020-12", "2020-12"),
        ("после:16.12.2020", "2020-12-16"),
        ('born:"about 1999"', "1999~"),
        ("born:199X", "199X"),
        ("on:[2020-12-13..2020-12-16]", "[2020-12-13..2020-12-16]"),
    ],
)
def test_dates_are_read_as_everywhere_else(text: str, edtf: str) -> None:
    asked = tree(text)
    assert isinstance(asked, DateIs)
    assert asked.date.edtf == edtf


def test_days_of_silence_are_a_number() -> None:
    assert tree("silent:60") == SilentFor(60)
    assert hints("silent:long") == {HintCode.NOT_A_NUMBER}
    assert hints("silent:" + "9" * 30) == {HintCode.NOT_A_NUMBER}


@pytest.mark.parametrize(
    ("text", "hint", "read"),
    [
        ('"unit 9', HintCode.UNBALANCED_QUOTE, Said(("unit", "9"))),
        ('place:"Hadrut', HintCode.UNBALANCED_QUOTE, WordsIn(QueryKey.PLACE, ("Hadrut",))),
        ("(gor", HintCode.UNBALANCED_PARENTHESIS, Said(("gor",))),
        ("gor)", HintCode.UNBALANCED_PARENTHESIS, Said(("gor",))),
        ("sort:gor", HintCode.UNKNOWN_KEY, Said(("sort", "gor"))),
        ("place:", HintCode.EMPTY_KEY, Said(("place",))),
        ("gor status:S99", HintCode.UNKNOWN_VALUE, Said(("gor",))),
        ("gor after:sometime", HintCode.NOT_A_DATE, Said(("gor",))),
        ("gor OR", HintCode.DANGLING, Said(("gor",))),
        ("AND gor", HintCode.DANGLING, Said(("gor",))),
        ("gor NOT", HintCode.DANGLING, Said(("gor",))),
        ("НЕ", HintCode.DANGLING, Said(("не",))),
        ("(" * 30 + "gor" + ")" * 30, HintCode.TOO_DEEP, Said(("gor",))),
        ("\N{GRINNING FACE}", HintCode.NOTHING, None),
        ("…", HintCode.NOTHING, None),
    ],
)
def test_what_cannot_be_read_is_text_and_a_hint_says_so(
    text: str, hint: HintCode, read: QueryNode | None
) -> None:
    assert hint in hints(text)
    assert tree(text) == read


def test_an_address_or_a_time_is_no_unknown_key() -> None:
    assert not hints("12:30")
    assert not hints("http://example.org")


@pytest.mark.parametrize(
    "piece",
    [
        "(", ")", ")(", '"', "«", "a ", "NOT ", "-", "--a ", "AND OR ", "place:", "place:x ",
        "x", "after:1", "status:", "(a OR ", "։", "\N{GRINNING FACE}", "\x00", "\u202e", "№:",
        "[2020..", "-(", ",", "name:, ",
    ],
)  # fmt: skip
@pytest.mark.parametrize("length", [1, 50, 5_000])
def test_nothing_typed_raises_or_grows_without_bound(piece: str, length: int) -> None:
    asked = read_query((piece * length)[:5_000])
    assert len(repr(asked)) < 30_000
    if length == 5_000:
        assert HintCode.TOO_LONG in {hint.code for hint in asked.hints}
