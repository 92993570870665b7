"""The tables of letters and names are data of ours: their form holds what the code expects."""

import re
import tomllib
from pathlib import Path

import pytest

from app.paths import resources
from app.search.letters import Habit, letters_of, translit_table
from app.search.sounds import sounds
from models.vocabulary.people import Script

TABLES = sorted((resources() / "translit").glob("*.toml"))
LETTERS = [Script.ARMENIAN, Script.CYRILLIC, Script.LATIN]
NOTATION = re.compile(r"[abdefghiklmnoprstuvyzcCEJSXZ]*")
ARMENIAN = "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև"
CYRILLIC = "абвгдеёжзийклмнопрстуфхцчшщъыьэюяғәјҝөүһҹқҷ"
LATIN = "abcdefghijklmnopqrstuvwxyzəğıöüçşščžǰġëēòṙłäéèêïâû"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_opens_with_its_source_and_carries_a_version(path: Path) -> None:
    text = path.read_text("utf-8")
    assert text.startswith("# ")
    assert isinstance(tomllib.loads(text)["version"], int)


@pytest.mark.parametrize("script", LETTERS)
def test_every_habit_reads_into_the_notation_of_the_keys(script: Script) -> None:
    alphabet = {Script.ARMENIAN: ARMENIAN, Script.CYRILLIC: CYRILLIC, Script.LATIN: LATIN}[script]
    for habit in _habits(script):
        for letter in alphabet:
            assert NOTATION.fullmatch(habit.read(letter)), (habit.name, letter)
        assert NOTATION.fullmatch("".join(map(_shown, habit.sounds))), habit.name


def _habits(script: Script) -> tuple[Habit, ...]:
    letters = letters_of(script)
    return (*letters.firm, *letters.loose)


def _shown(sound: str) -> str:
    return "".join(chr(ord(letter) - 0xE000) for letter in sound)


def test_habits_have_names_of_their_own() -> None:
    names = [habit.name for script in LETTERS for habit in _habits(script)]
    assert len(set(names)) == len(names)


def test_every_rule_says_why_and_leaves_only_small_letters_behind() -> None:
    assert all(rule["why"] for rule in translit_table("sounds")["rule"])  # type: ignore[attr-defined]  # a list of tables
    for key in sounds().keys("tCEvoSyXZanc"):
        assert re.fullmatch(r"[a-z]+", key)


def test_a_habit_reads_only_what_it_can_have_written() -> None:
    german = next(one for one in _habits(Script.LATIN) if one.name == "german")
    assert isinstance(german, Habit)
    assert german.fits("dschalilow")
    assert not german.fits("cəlilov")


def test_homoglyphs_are_pairs_of_a_foreign_letter_and_its_twin() -> None:
    table = translit_table("homoglyphs")["to"]
    assert isinstance(table, dict)
    for foreign in table.values():
        for pairs in foreign.values():
            assert all(len(pair) == 2 for pair in pairs.split())


def test_a_name_group_has_a_name_of_its_own_and_at_least_two_forms() -> None:
    groups = translit_table("aliases")["group"]
    assert isinstance(groups, list)
    assert len({group["name"] for group in groups}) == len(groups)
    for group in groups:
        assert set(group) <= {"name", "same", "stems", "western", "cognate", "short"}
        assert len({f for key, forms in group.items() if key != "name" for f in forms}) > 1, group[
            "name"
        ]
