"""The invented men by themselves, before anything is entered: pure, no register."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

import pytest

from app.clock import OFFICE_ZONE
from app.jobs.sample.asked import RELATIVES
from app.jobs.sample.content import (
    SampleEvent,
    SampleMan,
    SampleSaid,
    men,
    sample_folder,
    together,
)
from app.jobs.sample.public_record import sample_file
from app.queries.case_history import said_value
from app.search.scripts import script_of
from models.codebook import AssertionFact, CaseHistory, EventFact, Status, compute
from models.vocabulary.accounts import ClosureReason, SourceKind
from models.vocabulary.event_codes import EventCode, Extra, required_extras
from models.vocabulary.evidence import Credibility, Reliability
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.people import Relation, Script
from models.vocabulary.status import Chip, Civil, Custody, Facet, Headline, Remains

LAST_DAY = date(2021, 3, 10)
SOURCES = {
    source.text("key"): SourceKind(source.text("kind"))
    for source in sample_file("sources").tables("source")
}


def events_of(man: SampleMan) -> list[SampleEvent]:
    return [*man.events, *(event for event in together() if man.number in event.men)]


def everything_said() -> Iterator[tuple[SampleEvent, SampleSaid]]:
    for event in (*together(), *(e for man in men().values() for e in man.events)):
        for said in (*event.said, *event.later):
            yield event, said


def assertion(said: SampleSaid) -> AssertionFact:
    kind = SourceKind.FAMILY if said.by in RELATIVES else SOURCES[said.by]
    return AssertionFact(
        said.reliability,
        said.credibility,
        said.group or said.by,
        coerced=said.coerced,
        source_kind=kind,
    )


def fact(event: SampleEvent, key: str) -> EventFact:
    return EventFact(
        id=key,
        code=event.code,
        date=event.correction.occurred if event.correction else event.occurred,
        assertions=tuple(assertion(said) for said in (*event.said, *event.later)),
        evidence_class=event.evidence_class,
        authenticity=event.authenticity,
        basis=event.basis,
        name_only=event.name_only,
        homonym=event.homonym,
        signed_off=event.signed_off,
        withdrawn=event.withdrawn is not None,
        appearance=event.figure or None,
        says=said_value(event.code, event.says),
        reply_due=event.due,
        traits=event.traits,
    )


def handed_over(number: str) -> Iterator[EventFact]:
    """Give what a return operation enters of a man: the office's own word that he came."""
    for operation in sample_file("handovers").tables("return"):
        if number in {came.text("case") for came in operation.tables("came")}:
            day = PartialDate.on(operation.moment("arrived").date())
            word = AssertionFact(Reliability.B, Credibility.TWO, "office")
            yield EventFact(id="came", code=EventCode.R65, date=day, assertions=(word,))


def status_of(man: SampleMan) -> Status:
    facts = [fact(event, str(at)) for at, event in enumerate(events_of(man))]
    facts += handed_over(man.number)
    if "closed" in man.told:
        closed = man.told.table("closed")
        facts.append(
            EventFact(
                id="closed",
                code=EventCode.A113,
                date=PartialDate.on(closed.moment("at").date()),
                closure_reason=ClosureReason(closed.text("reason")),
            )
        )
    history = CaseHistory(
        events=tuple(facts),
        born=man.born if man.born.is_known else None,
        urgent=man.told.flag("urgent"),
        restricted=man.told.flag("access_limited"),
    )
    return compute(history, LAST_DAY)


@pytest.mark.parametrize("number", sorted(men()))
def test_every_man_has_the_headline_his_story_asks_for(number: str) -> None:
    man = men()[number]
    status = status_of(man)
    assert status.headline is man.expect
    assert man.chips <= set(status.chips)


def test_every_headline_occurs() -> None:
    assert {man.expect for man in men().values()} == set(Headline)


def test_sixty_two_belong_to_the_incident_and_a_few_do_not() -> None:
    assert Counter(man.in_incident for man in men().values()) == {True: 62, False: 11}


def test_no_number_stands_twice_and_numbers_follow_the_days() -> None:
    files = (sample_folder() / "men").glob("*.toml")
    assert sum(path.read_text("utf-8").count("[[man]]") for path in files) == len(men())
    opened = [man.opened for man in men().values()]
    assert opened == sorted(opened)


def test_men_are_entered_between_14_december_and_10_march() -> None:
    moments = [event.at for event, _ in everything_said()]
    moments += [said.at for _, said in everything_said() if said.at]
    assert min(moments).date() >= date(2020, 12, 14)
    assert max(moments).date() <= LAST_DAY


def test_nothing_is_entered_before_it_was_said_or_happened() -> None:
    for event, said in everything_said():
        entered = (said.at or event.at).astimezone(OFFICE_ZONE).date()
        assert said.on.earliest is None or said.on.earliest <= entered, (event, said)
        assert event.occurred.earliest is None or event.occurred.earliest <= entered, event


def test_every_event_says_on_whose_word() -> None:
    for man in men().values():
        for event in events_of(man):
            assert event.said, (man.number, event.code)
            assert all(said.on.is_known for said in event.said)
            assert all(said.by in SOURCES or said.by in RELATIVES for said in event.said)


def test_relatives_who_speak_are_in_the_file() -> None:
    for man in men().values():
        known = {relative.text("relation") for relative in man.told.tables("relatives")}
        for event in man.events:
            for said in (*event.said, *event.later):
                assert said.by not in RELATIVES or RELATIVES[said.by] in known, man.number


def test_events_carry_the_particulars_their_code_asks_for() -> None:
    lacking = [
        (man.number, event.code, extra)
        for man in men().values()
        for event in events_of(man)
        for extra in required_extras(event.code)
        if event.code is not EventCode.E01  # reporter and relation come from the relatives
        and extra.value not in dict(event.particulars)
        and not (extra is Extra.PLACE and event.place)
    ]
    assert lacking == []


def test_words_are_quoted_in_all_four_languages() -> None:
    assert {said.words_lang for _, said in everything_said()} == {"hy", "ru", "en", "az", ""}


# --- dates


def kind_of(when: PartialDate) -> str:
    """Name the form of 5.1 a date is written in, by blanking its figures."""
    if when.edtf is None:
        return "unknown, words kept" if when.text else "unknown"
    blank = re.sub(r"\d{4}-\d\d-\d\dT[\d:]+\+04:00", "minute", when.edtf)
    blank = re.sub(r"\d{4}-\d\d-\d\d", "day", blank)
    blank = re.sub(r"\d{4}-\d\d(?!\d)", "month", blank)
    return re.sub(r"\d{4}", "year", blank)


KINDS = {
    "day", "month", "year", "minute",
    "day?", "day~", "year?", "year~", "year%", "month~",
    "month-XX", "year-XX-XX", "199X",
    "day/day", "day/..", "../day", "/day", "day/",
    "[day,day]", "[day..day]", "[..day]", "[day..]", "[year,year]", "[year..year]",
    "unknown, words kept",
}  # fmt: skip


def test_every_kind_of_imprecise_date_occurs() -> None:
    dates = [man.born for man in men().values()]
    for event, said in everything_said():
        dates += [event.occurred, said.account]
    found = {kind_of(when) for when in dates}
    assert KINDS - found == set()


# --- names


def test_each_form_of_a_name_is_in_its_own_script() -> None:
    scripts = {"hy": Script.ARMENIAN, "ru": Script.CYRILLIC, "en": Script.LATIN}
    for man in named():
        for lang, script in scripts.items():
            assert script_of(man.told.text(lang)) is script, man.number
        fathers = man.told.texts("father")
        assert tuple(map(script_of, fathers)) == tuple(scripts.values())[: len(fathers)]


def test_patronymics_are_those_of_the_father() -> None:
    for man in named():
        if "father" not in man.told:
            continue
        father, father_ru, _ = man.told.texts("father")
        genitive, patronymic = man.told.text("hy").split()[2], man.told.text("ru").split()[2]
        assert genitive == SYNCOPE.get(father, father + ("յի" if father[-1] in "ոա" else "ի"))
        assert patronymic.startswith(father_ru[:-2])
        assert patronymic.endswith(("ович", "евич"))


SYNCOPE = {"Դավիթ": "Դավթի", "Մկրտիչ": "Մկրտչի", "Սարգիս": "Սարգսի"}


def test_no_family_name_is_shared_but_where_the_story_asks_for_it() -> None:
    families = Counter(man.told.text("hy").split()[0] for man in named())
    assert {name for name, count in families.items() if count > 1} == {
        "Լուսաձորյան",
        "Հովտաշենյան",
    }


def test_two_men_of_one_name_have_another_birth_and_another_mother() -> None:
    one, two = (man for man in named() if man.told.text("hy") == "Հովտաշենյան Ալեն Գագիկի")
    assert not one.born.overlaps(two.born)
    assert mother(one) != mother(two)


def mother(man: SampleMan) -> str:
    return next(
        one.text("name")
        for one in man.told.tables("relatives")
        if one.text("relation") == Relation.MOTHER
    )


def test_father_and_son_mirror_one_another() -> None:
    names = {man.told.text("hy") for man in named()}
    assert {"Լուսաձորյան Տիգրան Արամի", "Լուսաձորյան Արամ Տիգրանի"} <= names


def test_two_figures_have_no_name_yet() -> None:
    unnamed = [man.told.text("figure") for man in men().values() if "hy" not in man.told]
    assert unnamed == ["figure 7 in video V12", "figure 2 in video V15"]


def test_telephones_are_plainly_fictitious() -> None:
    for man in men().values():
        for relative in man.told.tables("relatives"):
            assert not relative.text("phone") or relative.text("phone").startswith("+374 00 00")


def named() -> list[SampleMan]:
    return [man for man in men().values() if "hy" in man.told]


# --- the stories


def test_denial_leaves_custody_as_it_is() -> None:
    for man in men().values():
        if man.expect is Headline.S23:
            facets = status_of(man).facets
            assert facets[Facet.CUSTODY].value is Custody.CONFIRMED


def test_five_outlets_with_one_origin_count_once() -> None:
    man = men()["HRD-2020-00145"]
    (claimed,) = [event for event in man.events if event.code is EventCode.C10]
    assert len({said.by for said in claimed.said}) == 5
    assert len({said.group for said in claimed.said}) == 1
    assert status_of(man).facets[Facet.CUSTODY].value is Custody.PRESUMED


def test_court_declaration_does_not_end_a_confirmed_custody() -> None:
    status = status_of(men()["HRD-2020-00097"])
    assert status.facets[Facet.CIVIL].value is Civil.DECLARED_DEAD
    assert status.headline is Headline.S22
    assert {Chip.DISPUTED, Chip.DECLARED_DEAD} <= set(status.chips)


def test_revoked_identification_gives_the_man_back() -> None:
    man = men()["HRD-2020-00096"]
    assert {EventCode.M97, EventCode.M98} <= {event.code for event in man.events}
    assert status_of(man).facets[Facet.REMAINS].value is Remains.IDENTIFICATION_REVOKED


def test_of_one_man_very_much_is_known() -> None:
    man = men()["HRD-2020-00123"]
    told = events_of(man)
    assert len(told) >= 15
    assert {"hy", "ru", "en", "az"} <= {s.words_lang for e in told for s in (*e.said, *e.later)}
    (capture,) = [event for event in told if event.code is EventCode.C11]
    accounts = [said.account.edtf for said in (*capture.said, *capture.later)]
    assert accounts == [
        "2020-12-13",
        "[2020-12-01..2020-12-10]",
        "[2020-12-13..2020-12-16]",
        "[2020-11-21..2020-11-30]",
    ]
