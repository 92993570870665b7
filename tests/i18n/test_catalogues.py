import pytest
from babel.messages.catalog import Message

from app.i18n.catalog_faults import faults_of_message
from app.i18n.catalogs import faults


def test_catalogues_are_complete_and_fresh() -> None:
    assert list(faults()) == []


@pytest.mark.parametrize(
    ("lang", "original", "translation", "fault"),
    [
        ("ru", "Saved at {time}", "Сохранено", "placeholders differ (time)"),
        ("ru", "Saved", "Сохранено в {time}", "placeholders differ (time)"),
        ("ru", "Saved", "", "not translated"),
        ("ru", "Say yes", 'Скажите "да"', "has straight quotation marks; write «…»"),
        ("hy", "Who?", "Ո՞վ?", "has a Latin question mark; write ՞ on the stressed vowel"),
        ("hy", "Saved.", "Պահպանված է.", "ends with a Latin full stop; write ։"),
        ("hy", "Saved ", "Պահպանված", "begins or ends with another space than the original"),
    ],
)
def test_a_broken_translation_is_found(
    lang: str, original: str, translation: str, fault: str
) -> None:
    found = list(faults_of_message(Message(original, translation), lang, 2))
    assert any(fault in f for f in found), found


def test_every_plural_form_must_be_there() -> None:
    two_of_three = Message(("{n} case", "{n} cases"), ("{n} дело", "{n} дела"))
    assert any("plural forms" in f for f in faults_of_message(two_of_three, "ru", 3))


def test_a_form_for_one_may_leave_the_number_out() -> None:
    message = Message(("{n} case", "{n} cases"), ("մեկ գործ", "{n} գործ"))
    assert list(faults_of_message(message, "hy", 2)) == []
