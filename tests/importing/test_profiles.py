"""Profiles say what a list means; a slip of the pen in one is named by its key."""

from pathlib import Path

import pytest

from app.errors import BadInput
from app.importing.profile_file import (
    load_profile,
    read_profile,
    shipped_profile,
    shipped_profile_text,
    shipped_profiles,
)
from app.importing.profile_text import profile_text
from tests.importing.invented_lists import PROFILE

SHIPPED = ("australia-ww2-pow", "austria-ww1-verlustliste", "soviet-card-register")


def test_three_profiles_ship() -> None:
    assert set(SHIPPED) <= set(shipped_profiles())


@pytest.mark.parametrize("name", SHIPPED)
def test_a_profile_written_out_reads_the_same(name: str) -> None:
    profile = shipped_profile(name)
    assert profile.name == name
    assert read_profile(profile_text(profile)) == profile
    assert profile.title_in("hy") != profile.title_in("ru") != profile.title_in("en")


def test_the_profile_of_the_tests_reads_the_same() -> None:
    profile = read_profile(PROFILE)
    assert read_profile(profile_text(profile)) == profile


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ('kind = "NGO"', "source.kind"),
        ('family = "{family}"', "name_words.family"),
        ('code = "C10"', "events[0].rules[0].code"),
        ("BY_WHOM", "events[0].rules[0].particulars.BY_WHOMX"),
        ('value = "{no}"', "identifiers[0].value"),
    ],
)
def test_a_mistake_is_named_by_its_key(change: str, key: str) -> None:
    wrong = {
        'kind = "NGO"': 'kind = "NOBODY"',
        'family = "{family}"': "family = 3",
        'code = "C10"': 'code = "C999"',
        "BY_WHOM": "BY_WHOMX",
        'value = "{no}"': "valu = 1",
    }[change]
    with pytest.raises(BadInput) as caught:
        read_profile(PROFILE.replace(change, wrong, 1))
    assert caught.value.data["reason"] == "profile_key"
    assert str(caught.value.data["key"]).startswith(key.rsplit(".", 1)[0])


def test_unknown_keys_are_not_passed_over() -> None:
    with pytest.raises(BadInput) as caught:
        read_profile(PROFILE + '\n[sources]\nkind = "NGO"\n')
    assert caught.value.data["key"] == "sources"


def test_what_is_no_toml_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        read_profile("name = ")
    assert caught.value.data["reason"] == "profile_not_toml"


def test_a_profile_is_found_by_name_or_file(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(PROFILE, encoding="utf-8")
    assert load_profile(str(own)).name == "invented-list"
    assert load_profile(SHIPPED[0]).name == SHIPPED[0]
    with pytest.raises(BadInput) as caught:
        load_profile("nobody-knows")
    assert caught.value.data["reason"] == "profile_unknown"


def test_a_pattern_that_could_run_for_ever_is_refused() -> None:
    evil = PROFILE.replace('"*wounded*"', f'"{"*a" * 20}"')
    condition = read_profile(evil).events[0].rules[1].when
    with pytest.raises(BadInput):
        condition.holds({"what": "a" * 1_000})


def test_descent_is_never_taken_over() -> None:
    for name in SHIPPED:
        text = shipped_profile_text(name).casefold()
        assert "{nationality}" not in text
        assert "Nationality" not in shipped_profile(name).columns
