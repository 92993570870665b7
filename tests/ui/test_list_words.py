"""What stands between a row and our man says what the row says, and no more."""

from app.i18n.translator import Translator
from app.queries.lists.candidates import row_candidates
from app.ui.cases.history_words import column_words, value_words
from app.ui.lists.words import said_fields
from tests.factories.lists import man, rows_of, taken
from tests.registers import Home


def test_an_initial_is_said_to_agree_and_a_field_left_out_to_be_missing(vault: Home) -> None:
    with vault.open() as register:
        man(register, "Լուսաձորյան", "Տիգրան", "Արամի", "2001-04-12")
        made = taken(register, "ФИО\tГод рождения\nЛусадзорян Тигран А.\t2001\n")
        row = rows_of(register, made.list_id)[0]
        found = register.read(lambda reader: row_candidates(reader, made.version_id))[0]
    said = {
        one.name: one.words
        for one in said_fields(row, found.men[0].comparison.reasons, Translator.open("en"))
    }
    assert said["Father"] == "initial agrees"
    assert said["Unit"] == "not on the list"
    assert "not on the list" not in {said["Family name"], said["Given name"], said["Born"]}


def test_the_history_of_a_list_says_what_was_changed_in_words() -> None:
    t = Translator.open("en")
    assert value_words("lists", "channel", "ICRC", t) == "Red Cross"
    assert value_words("lists", "direction", "in", t) == "received"
    assert column_words("list_issuer", t) == "Who made it"
    assert column_words("scope_hy", t, "claims") == "Scope (Armenian)"
    assert column_words("code", t, "sources") == "Code of the source"
