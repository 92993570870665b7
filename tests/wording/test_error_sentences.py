"""Errors are said in sentences that a person can act on, in each language."""

import pytest

from app.errors import VaultInUse
from app.i18n import Translator
from app.wording.errors import sentence

IN_USE = VaultInUse("office-pc", 12, "2020-12-15T20:30:00+00:00")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "16 December 2020, 00:30"),
        ("hy", "2020 թ. դեկտեմբերի 16, ժամը 00:30"),
        ("ru", "16 декабря 2020 г., 00:30"),
    ],
)
def test_the_moment_since_when_a_register_is_open_is_said_in_office_time(
    lang: str, said: str
) -> None:
    told = sentence(IN_USE, Translator.open(lang))
    assert said in told
    assert "T20:30" not in told


def test_a_moment_that_cannot_be_read_is_said_as_it_stands() -> None:
    assert "some day" in sentence(VaultInUse("pc", 1, "some day"), Translator.open("en"))
