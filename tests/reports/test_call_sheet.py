"""A call sheet says whom to ring about whom, and stays readable where it is about two men."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from app.reports.call_sheet import call_sheet_document
from app.reports.document import DataTable, FactRow, Facts
from app.reports.long_blocks import Whole
from app.reports.paper_words import PaperWords
from app.shapes.families import CallSheet, ManToAsk, ToRing, WhichCalls
from models.vocabulary.families import MayBeTold
from models.vocabulary.people import Relation
from tests.factories.papers import draft_context

ERIK = ManToAsk(
    UUID(int=1), "HRD-2020-00114", "Նմուշյան Էրիկ", UUID(int=2), "Նմուշյան Մարինե",
    Relation.MOTHER, MayBeTold.EVERYTHING, True, date(2021, 1, 18), None, "", True, (),
)  # fmt: skip
TIGRAN = replace(ERIK, number="HRD-2020-00115", name="Շողաքարաձորյան Հովհաննես")
MOTHER = ToRing(("Նմուշյան Մարինե",), "+374 00 000 114", "", "hy, ru", "", (ERIK, TIGRAN))


def _call(lang: str, one: ToRing = MOTHER) -> Whole:
    sheet = CallSheet(WhichCalls.DUE, date(2021, 3, 10), (one,), 0)
    blocks = call_sheet_document(sheet, PaperWords(lang), draft_context()).blocks
    (call,) = [block for block in blocks if isinstance(block, Whole)]
    return call


def test_two_men_of_one_mother_have_their_numbers_in_a_column_of_their_own() -> None:
    men = next(block for block in _call("en").blocks if isinstance(block, DataTable))
    cells = [["".join(run.text for run in cell) for cell in row.cells[:2]] for row in men.rows]
    assert cells == [[ERIK.name, ERIK.number], [TIGRAN.name, TIGRAN.number]]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "Armenian, Russian"), ("hy", "հայերեն, ռուսերեն"), ("ru", "армянский, русский")],
)
def test_languages_are_named_and_never_coded(lang: str, said: str) -> None:
    facts = next(block for block in _call(lang).blocks if isinstance(block, Facts))
    (row,) = facts.rows
    assert isinstance(row, FactRow)
    assert "".join(run.text for run in row.value) == said


def test_what_was_typed_of_a_language_in_words_stays() -> None:
    typed = replace(MOTHER, languages="a little French")
    facts = next(block for block in _call("en", typed).blocks if isinstance(block, Facts))
    assert "a little French" in str(facts.rows)


def test_each_call_has_rows_as_tall_as_a_hand_writes() -> None:
    written = [block for block in _call("en").blocks if isinstance(block, DataTable)][-1]
    assert written.rows
    assert all("\n" in run.text for row in written.rows for run in row.cells[0])
