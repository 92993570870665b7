"""A negotiation list names men and nothing else, and says what changed since the version before."""

from dataclasses import replace

import pytest

from app.reports.context import PaperContext
from app.reports.document import PeopleTable
from app.reports.negotiation_list import negotiation_paper
from app.reports.render import write_pdf
from app.shapes.case_report import Wording
from app.shapes.negotiation import Detail, changes_between
from models.vocabulary.papers import PaperFormat
from tests.factories.listed_men import listed_man, long_list, two_versions, version
from tests.factories.papers import draft_context, issued_context
from tests.reports.page_faults import PageReader, faults
from tests.reports.reading import pages_of

LANGUAGES = ("en", "hy", "ru")


def third_of_five() -> PaperContext:
    return replace(issued_context(), copy=3, copies=5, recipient="State commission")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", ("copy 3 of 5", "Version 3 of 10 March 2021 supersedes version 2", "10 people")),
        ("hy", ("օրինակ 3 / 5", "տարբերակ 2 (2021 թ. հունվարի 18)", "10 մարդ")),
        ("ru", ("экз. 3 из 5", "заменяет версию 2 от 18 января 2021 г.", "10 человек")),
    ],
)
def test_the_first_page_says_version_copy_and_totals(lang: str, said: tuple[str, ...]) -> None:
    first, changes = pages_of(
        write_pdf(negotiation_paper(two_versions(), lang, third_of_five())).content
    )
    first = first.replace("\u00a0", " ")
    for words in (*said, "L-014 v3", "V W", "Նմուշյան", "Нмушян", "Nmushyan", "11.02.2000"):
        assert words in first
    assert "Gcikyan" in changes
    assert "Gtsikyan" in changes


@pytest.mark.parametrize(
    ("lang", "heads"),
    [
        ("en", ("Added: 2 people", "Removed: 1 person", "Changed: 2 people", "Gtsikyan Levon Ara")),
        ("hy", ("Ավելացվել է 2 մարդ", "Հանվել է 1 մարդ", "2 մարդու", "Գծիկյան Լևոն Արայի")),
        ("ru", ("Добавлены 2 человека", "Исключён 1 человек", "о 2 людях", "Гцикян Левон Араевич")),
    ],
)
def test_the_change_page_counts_people_and_names_them_as_its_reader_does(
    lang: str, heads: tuple[str, ...]
) -> None:
    content = write_pdf(negotiation_paper(two_versions(), lang, third_of_five())).content
    changes = pages_of(content)[1].replace("\u00a0", " ")
    assert not [words for words in heads if words not in changes]


@pytest.mark.parametrize("men", [13, 28, 29, 30, 45])
def test_what_is_said_under_a_list_never_stands_alone_on_a_page(men: int) -> None:
    document = negotiation_paper(long_list(men), "en", third_of_five())
    assert faults(document) == []
    last = PageReader(document).pages()[-1]
    assert sum(placed.strip.repeat is not None for placed in last.placed) >= 3


def test_every_page_of_a_long_list_names_its_copy_and_no_man_is_parted() -> None:
    pages = pages_of(write_pdf(negotiation_paper(long_list(62), "en", third_of_five())).content)
    assert len(pages) > 3
    assert all("copy 3 of 5" in page and "L-020 v1" in page for page in pages)
    assert "62 people" in pages[0]
    assert "V video 44" in pages[0].replace("\u00a0", " ")
    for page in pages:
        assert page.count("Storaketyan") == page.count("Hovhannes, Harutyun")


def test_what_changed_is_told_by_the_cases_not_by_the_numbers() -> None:
    listed = two_versions()
    assert listed.before is not None
    changes = changes_between(listed.before, listed.now)
    assert [one.no for one in changes.added] == [6, 10]
    assert [one.man.number for one in changes.removed] == ["HRD-2020-00099"]
    assert [told.details for told in changes.changed] == [
        (Detail.NAME, Detail.URGENT),
        (Detail.BASIS, Detail.REMARK),
    ]
    assert not changes_between(listed.now, replace(listed.now, version_no=4))


def test_a_first_version_has_no_change_page_and_a_draft_names_no_copy() -> None:
    pages = pages_of(write_pdf(negotiation_paper(long_list(3), "en", draft_context())).content)
    assert len(pages) == 1
    assert "There is none before it" in pages[0]
    assert "copy" not in pages[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_units_stand_on_it_only_where_they_were_agreed_and_nothing_due_is_empty(lang: str) -> None:
    bare = replace(listed_man(0), number="X", hy=listed_man(0).hy, basis=(), rank="")
    unit = Wording("unit 00000", "00000 զորամաս", "в/ч 00000")
    listed = replace(long_list(1), now=version(1, "2021", bare, replace(listed_man(1), unit=unit)))
    document = negotiation_paper(listed, lang, draft_context())
    table = next(block for block in document.blocks if isinstance(block, PeopleTable))
    told = "".join(run.text for cell in table.rows[1] for run in cell.lower)
    assert unit.best(lang) in told
    for at in (1, 2, 3, 4, 5, 6, 7):
        assert any(run.text for run in table.rows[0][at].upper)
    plainly = negotiation_paper(long_list(2), lang, draft_context())
    assert unit.best(lang) not in str(plainly.blocks)


def test_a_list_fits_sheets_that_are_shorter_than_a4() -> None:
    document = negotiation_paper(two_versions(), "ru", third_of_five())
    assert faults(replace(document, paper=PaperFormat.LETTER)) == []
