import gettext
import io
from pathlib import Path

import pytest

from app.i18n import LANGUAGES, PSEUDO, Translator, mark
from app.i18n import translator as translator_module
from app.i18n.catalogs import PLURALS


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_has_no_translation_is_said_in_english(lang: str) -> None:
    t = Translator.open(lang)
    assert t.say("This sentence stands in no catalogue, {name}.", name="x") == (
        "This sentence stands in no catalogue, x."
    )


def test_an_empty_message_is_empty_and_not_the_head_of_the_catalogue() -> None:
    assert Translator.open("hy").say("") == ""


def test_values_are_not_read_as_placeholders() -> None:
    assert Translator.open("en").say("Read as: {text}", text="{0.__class__}") == (
        "Read as: {0.__class__}"
    )


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="tlh"):
        Translator.open("tlh")


def test_thousands_are_parted_by_a_space_that_does_not_break() -> None:
    t = Translator.open("en")
    assert t.say_n("{n} case", "{n} cases", 1) == "1 case"
    assert t.say_n("{n} case", "{n} cases", 1248) == "1\u202f248 cases"


@pytest.mark.parametrize(
    ("lang", "n", "form"),
    [("ru", n, 0) for n in (1, 21, 101, 1001)]
    + [("ru", n, 1) for n in (2, 4, 22, 104)]
    + [("ru", n, 2) for n in (0, 5, 11, 12, 14, 19, 25, 111, 112)]
    + [("hy", 1, 0), ("hy", 0, 1), ("hy", 2, 1), ("hy", 21, 1)],
)
def test_plural_forms_follow_the_language(lang: str, n: int, form: int) -> None:
    rule = PLURALS[lang].split("plural=", 1)[1].rstrip(";")
    assert gettext.c2py(rule)(n) == form


def test_the_pseudo_language_lengthens_and_wraps_but_keeps_placeholders() -> None:
    t = Translator.open(PSEUDO)
    assert t.say("Saved at {time}", time="14:03") == "«Saaveed aat 14:03»"
    assert t.say_n("{n} case", "{n} cases", 2) == "«2 caasees»"
    assert t.say_in("verb", "Open") == "«Opeen»"


def test_a_marked_constant_is_the_message_itself() -> None:
    assert mark("Cases") == "Cases"


def test_catalogues_of_all_domains_are_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from babel.messages.mofile import write_mo

    from app.i18n.catalogs import PlainCatalog

    folder = tmp_path / "ru" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    for domain, english, russian in (("ui", "Cases", "Дела"), ("reports", "Page", "Страница")):
        catalogue = PlainCatalog(locale="ru", charset="utf-8", fuzzy=False)
        catalogue.add(english, russian)
        catalogue.add("Open", "Открыто", context="state")
        written = io.BytesIO()
        write_mo(written, catalogue)
        (folder / f"{domain}.mo").write_bytes(written.getvalue())
    monkeypatch.setattr(translator_module, "CATALOGUES", tmp_path)
    t = Translator("ru", translator_module._merged.__wrapped__("ru"))
    assert (t.say("Cases"), t.say("Page")) == ("Дела", "Страница")
    assert t.say_in("state", "Open") == "Открыто"
    assert t.say_n("{n} case", "{n} cases", 5) == "5 cases"
