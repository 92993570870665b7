from pathlib import Path

import pytest

from app.i18n import LANGUAGES, PSEUDO
from app.wording import vocabulary
from app.wording.vocabulary import codes, label, lists

TABLE = """
[S22]
en = "Captivity indicated"
en_short = "Indicated"
hy = "Գերության նշաններ կան"
ru = "Есть признаки плена"

[S10]
en = "Missing"
hy = ""
"""


@pytest.fixture
def own_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "headline.toml").write_text(TABLE, "utf-8")
    monkeypatch.setattr(vocabulary, "TABLES", tmp_path)
    monkeypatch.setattr(vocabulary, "_table", vocabulary._table.__wrapped__)


@pytest.mark.usefixtures("own_table")
@pytest.mark.parametrize(
    ("code", "lang", "form", "words"),
    [
        ("S22", "ru", "full", "Есть признаки плена"),
        ("S22", "en", "short", "Indicated"),
        ("S22", "ru", "short", "Есть признаки плена"),
        ("S10", "hy", "full", "Missing"),
        ("S99", "hy", "full", "S99"),
        ("S22", PSEUDO, "short", "«Indicated»"),
    ],
)
def test_a_code_is_always_named(code: str, lang: str, form: vocabulary.Form, words: str) -> None:
    assert label("headline", code, lang, form) == words


@pytest.mark.usefixtures("own_table")
def test_codes_keep_the_order_of_the_table() -> None:
    assert (lists(), codes("headline")) == (("headline",), ("S22", "S10"))


@pytest.mark.usefixtures("own_table")
def test_a_list_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(KeyError):
        label("headlines", "S22", "en")


def test_every_word_of_every_list_stands_in_every_language() -> None:
    missing = [
        f"{name}.{code}.{lang}"
        for name in lists()
        for code in codes(name)
        for lang in LANGUAGES
        if not vocabulary._table(name)[code].get(lang)
    ]
    assert missing == []
