"""Rows become men with names, dates and events; what cannot be read is kept, never guessed."""

from dataclasses import replace

import pytest

from app.errors import BadInput
from app.importing.list_dates import lasted_between, once_between, read_list_date
from app.importing.men import man_of
from app.importing.profile import NameWords, Profile
from app.importing.profile_file import read_profile, shipped_profile
from app.importing.rows import ListedMan, RowFault, RowNote, RowRefused
from app.importing.table import Record, records
from app.importing.wording_of_cells import Words
from models.vocabulary.event_codes import EventCode
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import IdentifierKind, NameKind, NameOrder, Script
from tests.importing import invented_lists as lists


def read(content: str, profile: Profile | None = None) -> list[ListedMan]:
    table = [tuple(line.split(",")) for line in content.splitlines()]
    chosen = profile or lists.profile()
    return [man_of(record, chosen) for record in records(table, chosen)]


def man(profile: Profile, **cells: str) -> ListedMan:
    every = dict.fromkeys(profile.columns, "") | cells
    return man_of(Record(2, every, tuple(every.values())), profile)


def test_names_in_three_scripts_keep_their_parts_and_order() -> None:
    armenian, russian, latin, _ = read(lists.text())
    name = armenian.names[0]
    assert (name.family, name.given, name.patronymic) == ("Լուսաձորյան", "Արամ", "Տիգրանի")
    assert name.full_as_written == "Լուսաձորյան Արամ Տիգրանի"
    assert (name.script, name.lang, name.kind) == (Script.ARMENIAN, "hy", NameKind.ON_LIST)
    assert (russian.names[0].script, russian.names[0].lang) == (Script.CYRILLIC, "ru")
    assert latin.names[0].script is Script.LATIN


def test_numbers_birth_and_service_come_with_the_row() -> None:
    first = read(lists.text())[0]
    assert {(n.kind, n.scope, n.value) for n in first.identifiers} == {
        (IdentifierKind.LIST_ROW, "invented-list", "1"),
        (IdentifierKind.SERVICE_NUMBER, "tests", "N-1"),
    }
    assert first.birth.edtf == "1999-05-03"
    assert first.service is not None
    assert (first.service.rank, first.service.rank_as_written) == ("PRIVATE", "շարքային")


def test_an_impossible_date_is_kept_in_its_words_and_flagged() -> None:
    last = read(lists.text())[3]
    assert (last.birth.edtf, last.birth.text) == (None, "չգիտեմ")
    assert (last.events[0].occurred.edtf, last.events[0].occurred.text) == (None, "32.13.2020")
    assert set(last.notes) == {RowNote.BIRTH_UNREADABLE, RowNote.DATE_UNREADABLE}


def test_a_missing_date_is_not_later_than_the_list() -> None:
    third = read(lists.text())[2]
    assert third.events[0].occurred.edtf == "[..2020-12-20]"
    assert third.events[0].says == "LIGHT_INJURY"


def test_a_date_after_the_list_is_flagged() -> None:
    row = "9,Նմուշյան,Արամ,,,,,,,2021-01-05,,captured,2020-12-20,"
    assert read(lists.text(row))[0].notes == (RowNote.DATE_AFTER_LIST,)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("9./12. 1914", "1914-12-09"),
        ("18.-30./12. 1914", "[1914-12-18..1914-12-30]"),
        ("26./8.-16./9. 1914", "[1914-08-26..1914-09-16]"),
        ("28./12.-4./1. 1915", "[1914-12-28..1915-01-04]"),
        ("1914-09", "1914-09"),
        ("27 Sep 1908", "1908-09-27"),
        ("[..1914-11-17]", "[..1914-11-17]"),
        ("1908", "1908"),
    ],
)
def test_dates_are_read_the_way_lists_write_them(written: str, edtf: str) -> None:
    date = read_list_date(written, dob=True)
    assert date is not None
    assert (date.edtf, date.text) == (edtf, written)


@pytest.mark.parametrize(
    "written",
    ["27.07.____", "31.02.1945", "16.-31./6. 1915", "soon", "9" * 300, "\u202e"],
)
def test_what_is_no_date_is_never_guessed(written: str) -> None:
    assert read_list_date(written, dob=True) is None


def test_bounds_are_never_invented() -> None:
    known = PartialDate.parse_edtf("1945-03")
    assert once_between(None, None) == PartialDate.unknown()
    assert once_between(known, None) == PartialDate.parse_edtf("[1945-03-01..]")
    assert once_between(PartialDate.parse_edtf("1946"), known) is None
    assert lasted_between(known, None) == PartialDate.parse_edtf("1945-03/")
    assert lasted_between(PartialDate.parse_edtf("1946"), known) is None


@pytest.mark.parametrize("name", ["", " ", "\t"])
def test_a_row_without_a_name_is_refused(name: str) -> None:
    with pytest.raises(RowRefused) as caught:
        man(lists.profile(), family=name, what="captured")
    assert caught.value.fault is RowFault.NO_NAME


def test_a_name_of_five_thousand_letters_is_refused_with_its_length() -> None:
    with pytest.raises(RowRefused) as caught:
        man(lists.profile(), family="ա" * 5_000)
    assert (caught.value.fault, caught.value.detail) == (RowFault.NAME_TOO_LONG, "5000")


def test_a_text_longer_than_its_field_is_never_cut() -> None:
    with pytest.raises(RowRefused) as caught:
        man(lists.profile(), family="Նմուշյան", unit="x" * 301)
    assert (caught.value.fault, caught.value.detail) == (RowFault.FIELD_TOO_LONG, "unit")


@pytest.mark.parametrize(
    ("family", "note"),
    [
        ("Лусaдзорян", RowNote.MIXED_SCRIPTS),
        ("Նմուշյան\u202e", RowNote.DIRECTION_MARKS),
        ("Նմու\u200bշյան", RowNote.CONTROL_SIGNS),
        ("Nmush\x07yan", RowNote.CONTROL_SIGNS),
    ],
)
def test_hidden_signs_are_kept_and_flagged(family: str, note: RowNote) -> None:
    read_man = man(lists.profile(), family=family)
    assert read_man.names[0].family == family
    assert note in read_man.notes


def test_a_whole_name_is_parted_at_its_comma_and_its_other_name_kept() -> None:
    profile = shipped_profile("australia-ww2-pow")
    cells = {"Name": "SAMPLEFORD, JOHN  MARK (AKA: EXAMPLE, JACK)", "conflict": "WW2", "id": "7"}
    first, other = man(profile, **cells).names
    assert (first.family, first.given) == ("SAMPLEFORD", "JOHN MARK")
    assert first.full_as_written == "SAMPLEFORD, JOHN MARK"
    assert (other.family, other.kind, other.is_primary) == ("EXAMPLE", NameKind.ALIAS, False)


def test_a_whole_name_with_more_words_than_parts_is_not_parted() -> None:
    profile = read_profile('name = "x"\n[name_words]\nfull = "{n}"\norder = "FGP"\n')
    parts = man(profile, n="Նմուշյան Արամ Տիգրանի").names[0]
    assert (parts.family, parts.given, parts.patronymic) == ("Նմուշյան", "Արամ", "Տիգրանի")
    whole = man(profile, n="Տեր Նմուշյան Արամ Տիգրանի").names[0]
    assert (whole.family, whole.given) == ("", "")
    assert whole.full_as_written == "Տեր Նմուշյան Արամ Տիգրանի"
    assert whole.order is NameOrder.FGP


VERLUSTE = shipped_profile("austria-ww1-verlustliste")


def listed(events: str) -> ListedMan:
    return man(
        VERLUSTE, surname="Musterl", forename="Max", list_date="1916-12-23", list_no="506",
        events=events, facs_url="http://example.org/seite", id="x.1",
    )  # fmt: skip


def test_what_the_page_prints_goes_before_what_the_transcriber_classed() -> None:
    event = listed('[{"type": "wounded", "label": "kriegsgef.", "desc": "Rußland"}]').events[0]
    assert (event.code, event.place) == (EventCode.C10, "Rußland")
    assert (event.reliability, event.credibility) == (Reliability.B, Credibility.TWO)
    assert event.occurred.edtf == "[..1916-12-23]"


def test_a_death_the_list_takes_back_is_no_death() -> None:
    taken_back = listed('[{"type": "death", "desc": "War tot gemeldet.)"}]')
    assert [event.code for event in taken_back.events] == [EventCode.E08]


def test_a_death_by_word_of_the_red_cross_is_only_reported() -> None:
    words = "(Laut Meldung des russischen Roten Kreuzes gestorben. Nicht legal nachgewiesen.)"
    event = listed(f'[{{"type": "death", "label": "tot", "desc": "{words}"}}]').events[0]
    assert (event.code, event.credibility) == (EventCode.X80, Credibility.THREE)


def test_a_prisoner_exchanged_is_taken_and_back() -> None:
    words = "Im Austauschwege als Kriegsinvalide zurückgekehrt.)"
    codes = [
        event.code
        for event in listed(f'[{{"type": "pow", "label": "kriegsgef.", "desc": "{words}"}}]').events
    ]
    assert codes == [EventCode.C10, EventCode.R66]


def test_a_row_that_says_nothing_is_a_lead_and_broken_json_is_flagged() -> None:
    assert [event.code for event in listed("[]").events] == [EventCode.E08]
    broken = listed("[{")
    assert broken.events == ()
    assert broken.notes == (RowNote.EVENTS_UNREADABLE,)
    assert listed("[1]").notes == (RowNote.EVENTS_UNREADABLE,)


CARDS = shipped_profile("soviet-card-register")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("убыл на родину", EventCode.R71),
        ("освобожден через СПВ 5", EventCode.R71),
        ("передан из лагеря № 1 Венгерскому Правительству", EventCode.R65),
        ("сдан в лагерь репатриации № 2", EventCode.R64),
        ("сдан в лагерь № 3", EventCode.D25),
        ("убыл в спецгоспиталь 4", EventCode.D26),
        ("бежал", EventCode.R72),
        ("прибыл на родину", EventCode.R66),
        ("передан румынским властям", EventCode.E08),
        ("задержан", EventCode.E08),
        ("умер от дистрофии", EventCode.X81),
    ],
)
def test_the_way_out_of_the_register_is_only_what_the_words_say(
    words: str, code: EventCode
) -> None:
    card = man(CARDS, Family="Нмушян", Prich=words, Date_vyb="28.08.1945", Date_pl="01.03.1945")
    assert [event.code for event in card.events] == [EventCode.C10, EventCode.D20, code]
    assert card.events[1].occurred.edtf == "1945-03-01/1945-08-28"
    assert card.events[2].words.startswith(words)


def test_a_known_grave_is_remains_located_and_not_a_burial_by_the_family() -> None:
    card = man(CARDS, Family="Нмушян", Prich="умер", Date_sm="1946", Mesto_zah="могила № 1")
    assert [event.code for event in card.events][-2:] == [EventCode.X81, EventCode.M90]


def test_rows_of_other_widths_are_refused_with_their_number() -> None:
    with pytest.raises(BadInput) as caught:
        read(lists.text(lists.ROWS[0], "5,too,short"))
    assert caught.value.data["reason"] == "file_ragged"
    assert caught.value.data["row"] == 3
    assert len(read(lists.text(lists.ROWS[0] + ",,"))) == 1


def test_missing_columns_are_named() -> None:
    with pytest.raises(BadInput) as caught:
        read("family,given\nա,բ\n")
    assert caught.value.data["reason"] == "profile_columns"
    assert "born" in str(caught.value.data["missing"])


@pytest.mark.parametrize("content", ["", "\n\n", lists.HEADER + "\n"])
def test_a_list_without_rows_is_empty(content: str) -> None:
    with pytest.raises(BadInput) as caught:
        read(content)
    assert caught.value.data["reason"] == "file_empty"


@pytest.mark.parametrize(
    ("family", "fault"),
    [
        ("Ընդամենը 73", RowFault.SUM),
        ("Итого", RowFault.SUM),
        ("— 12 —", RowFault.NO_NAME),
    ],
)
def test_a_sum_beneath_a_list_is_no_man(family: str, fault: RowFault) -> None:
    with pytest.raises(RowRefused) as refused:
        man(lists.profile(), family=family)
    assert refused.value.fault is fault


def test_a_row_that_names_two_men_is_refused_rather_than_made_one_man() -> None:
    whole = replace(lists.profile(), names=NameWords(full=Words(("{family}",))))
    for both in ("Նմուշյան Արամ և Քարաբերդյան Գոռ", "Нмушян Арам\nКарабердян Гор"):
        with pytest.raises(RowRefused) as refused:
            man(whole, family=both)
        assert refused.value.fault is RowFault.TWO_MEN
    assert man(whole, family="Итогов Вячеслав").names[0].full_as_written == "Итогов Вячеслав"
