"""Two lists are held against each other by whom they mean, whatever the spelling."""

from app.jobs.papers.list_comparison import draft_comparison
from app.queries.lists.comparison import compare_lists
from app.services.lists.replies import reply_rows
from app.shapes.lists import ListDifference, RowChange
from app.shapes.requests.lists import ListTaken, ReplyRows, RowDecision
from app.workspace import Workspace
from models.vocabulary.lists import ListType, Reply
from tests.factories.lists import decide, man, rows_of, taken
from tests.factories.men import day
from tests.registers import Home
from tests.reports.reading import text_of

FIRST = """1. Նմուշյան Արամ Հակոբի, 2001
2. Քարաբերդյան Գոռ Վահեի, 2000
3. Ծովասարյան Տիգրան, 1999
4. Լուսաձորյան Հայկ, 2001
Ընդամենը 4
"""
SECOND = """1. Քարաբերդյան Գոռ Վահեի, 2000
2. Նմուշեան Արամ Հակոբի, 2001
3. Ծովասարյան Տիգրան, 1998
4. Հացագործյան Վահե, 2002
"""
THEIRS = """№\tФИО\tГод рождения
1\tКарабердян Гор Вагеевич\t2000
2\tНмушян Арам Акопович\t2001
3\tОринакян Сергей\t1990
4\tЛусадзорян А.\t
"""


def compared(register: Workspace, a: ListTaken, b: ListTaken) -> ListDifference:
    """Compare two versions as they stand."""
    return register.read(lambda reader: compare_lists(reader, a.version_id, b.version_id))


def names(rows: object) -> list[str]:
    """Give the names of rows."""
    return [row.name for row in rows]  # type: ignore[attr-defined]  # rows of a difference


def test_two_versions_differ_in_who_was_added_removed_spelled_or_answered_anew(
    register: Workspace,
) -> None:
    one = taken(register, FIRST, ListType.TRACING)
    two = taken(register, SECOND, list_id=one.list_id)
    third = rows_of(register, one.list_id)[0]
    answer = ReplyRows(two.version_id, (third.id,), Reply.NO_REPLY, day("2021-02"))
    register.write(lambda uow: reply_rows(uow, answer))
    found = compared(register, one, two)
    assert found.same_list
    assert names(found.only_a) == ["Լուսաձորյան Հայկ"]
    assert names(found.only_b) == ["Հացագործյան Վահե"]
    assert [pair.b.name for pair in found.changed(RowChange.SPELLING)] == ["Նմուշեան Արամ Հակոբի"]
    assert [pair.a.name for pair in found.changed(RowChange.REPLY)] == ["Քարաբերդյան Գոռ Վահեի"]
    assert [pair.a.birth.edtf for pair in found.changed(RowChange.DETAIL)] == ["1999"]
    assert (found.left_out, len(found.unmatched)) == (1, 8)
    assert compared(register, one, one).differ is False


def test_any_two_lists_are_matched_by_what_was_decided_and_by_sound(register: Workspace) -> None:
    hayk = man(register, "Լուսաձորյան", "Հայկ")
    ours = taken(register, FIRST, ListType.TRACING)
    theirs = taken(register, THEIRS, ListType.ACKNOWLEDGED)
    decide(register, rows_of(register, ours.list_id)[3], RowDecision.ACCEPT, hayk)
    decide(register, rows_of(register, theirs.list_id)[3], RowDecision.ACCEPT, hayk)
    found = compared(register, ours, theirs)
    assert [(pair.a.row_no, pair.b.row_no, pair.by_decision) for pair in found.pairs] == [
        (1, 2, False), (2, 1, False), (4, 4, True),
    ]  # fmt: skip
    assert names(found.only_a) == ["Ծովասարյան Տիգրան"]
    assert names(found.only_b) == ["Оринакян Сергей"]


def test_a_row_that_fits_two_of_the_other_list_is_left_to_a_person(register: Workspace) -> None:
    one = taken(register, "Նմուշյան Արամ\nՔարաբերդյան Գոռ")
    two = taken(register, "Нмушян Арам, 1999\nНмушян Арам, 2001\nКарабердян Гор")
    found = compared(register, one, two)
    assert names(found.unclear_a) == ["Նմուշյան Արամ"]
    assert len(found.unclear_b) == 2
    assert found.differ
    assert [pair.b.name for pair in found.pairs] == ["Карабердян Гор"]


def test_the_comparison_is_a_paper_in_three_languages(vault: Home) -> None:
    with vault.open() as register:
        one = taken(register, FIRST, ListType.TRACING)
        two = taken(register, SECOND, list_id=one.list_id)
        for lang in ("en", "hy", "ru"):
            paper = draft_comparison(register, one.version_id, two.version_id, lang)
            assert paper.content.startswith(b"%PDF")
            assert paper.pages >= 1


def test_who_differs_in_several_things_stands_on_the_paper_once(vault: Home) -> None:
    with vault.open() as register:
        one = taken(register, "Նմուշյան Արամ Հակոբի, 2001\nՔարաբերդյան Գոռ, 2000")
        two = taken(register, "Нмушян Арам Акопович, 2002\nՔարաբերդյան Գոռ, 2000")
        found = compared(register, one, two)
        (pair,) = [pair for pair in found.pairs if pair.changes]
        assert pair.changes == {RowChange.SPELLING, RowChange.DETAIL}
        text = text_of(draft_comparison(register, one.version_id, two.version_id, "en").content)
        assert text.count("Нмушян Арам") == 1
        assert "Spelled differently · 1" in text
        assert "Other details differ" not in text
        assert "The same on both, and nobody of ours · 1" in text
