"""Foreign EDTF: kept, simplified with a word, or refused with a reason; the oracle of syntax."""

import csv
from pathlib import Path

import edtf as oracle
import pytest

from models.vocabulary.date_reading import explain
from models.vocabulary.date_terms import DateFault, DateSimplification, NotADate
from models.vocabulary.imported_date import ImportedDate, import_edtf
from models.vocabulary.partial_date import PartialDate

UNT = Path(__file__).parents[2].parent / "shared" / "data" / "interop-edtf" / "visible_unt.tsv"
S = DateSimplification


@pytest.mark.parametrize(
    ("foreign", "kept", "losses"),
    [
        ("2020-12-13", "2020-12-13", ()),
        ("2020-21", "2020-21", (S.SEASON,)),
        ("2004-?06-?11", "2004-06-11?", (S.QUALIFIERS_JOINED,)),
        ("?2004-06-04~", "2004-06-04%", (S.QUALIFIERS_JOINED,)),
        ("2004-06-~01/2004-06-~20", "2004-06-01~/2004-06-20~", (S.QUALIFIERS_JOINED,)),
        ("2004-XX", "2004-XX-XX", (S.UNKNOWN_MONTH_WIDENED,)),
        ("2004-06-XX/2004-07-03", "2004-06/2004-07-03", (S.UNKNOWN_DAY_WIDENED,)),
        ("2000-XX-XX/2012", "2000/2012", (S.UNKNOWN_DAY_WIDENED,)),
        ("[1667,1668,1670..1672]", "[1667..1672]", (S.SET_WIDENED,)),
        ("[1760-01,1760-12..]", "[1760-01..]", (S.SET_WIDENED,)),
        ("[..1760-01,1760-12]", "[..1760-12]", (S.SET_WIDENED,)),
        ("1985-04-12T23:20:30", "1985-04-12T23:20+04:00", (S.SECONDS_DROPPED,)),
    ],
)
def test_what_is_simplified_says_so_and_keeps_how_it_came(
    foreign: str, kept: str, losses: tuple[DateSimplification, ...]
) -> None:
    imported = import_edtf(foreign)
    assert imported.date.edtf == kept
    assert imported.simplified == losses
    assert imported.date.text == (foreign if losses else "")


@pytest.mark.parametrize(
    ("foreign", "reason"),
    [
        ("1984-1X", DateFault.X_MISPLACED),
        ("2004-06-11%/2004-%06", DateFault.END_MAY_PRECEDE_START),
        ("[1667,1668~..1670,1671]", DateFault.SET_MEMBER),
        ("{1960,1961}", DateFault.ALL_OF_SET),
        ("-0999", DateFault.YEAR_OUT_OF_RANGE),
        ("[1667,..,1668]", DateFault.SET_MEMBER),
    ],
)
def test_what_cannot_be_kept_honestly_is_refused(foreign: str, reason: DateFault) -> None:
    with pytest.raises(NotADate) as caught:
        import_edtf(foreign)
    assert caught.value.reason is reason


def _unt_rows() -> list[dict[str, str]]:
    if not UNT.exists():
        return []
    with UNT.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.skipif(not UNT.exists(), reason="the interchange data lies outside the repository")
def test_every_foreign_row_is_accepted_or_refused_with_a_reason() -> None:
    rows = _unt_rows()
    assert len(rows) > 200
    for row in rows:
        text, valid = row["edtf"], row["valid"] == "yes"
        explained = explain(text)
        assert (explained.error is None) != (explained.fault is not None)
        imported: ImportedDate | None
        try:
            imported = import_edtf(text)
        except NotADate:
            imported = None
        assert imported is None or (valid and imported.date.edtf), text
        # A person's field forgives a space around the text; nothing else is forgiven.
        assert valid or explained.error or text != text.strip(), text


@pytest.mark.skipif(not UNT.exists(), reason="the interchange data lies outside the repository")
def test_whole_days_months_years_and_their_spans_are_all_accepted() -> None:
    plain = [
        row["edtf"] for row in _unt_rows() if row["level"] == "0" and "0000" not in row["edtf"]
    ]
    assert plain
    for text in plain:
        assert import_edtf(text).date.edtf


@pytest.mark.parametrize(
    "text",
    [
        *("2020-12-13", "2020-12", "2020", "2020-12-13?", "2020-12-13~", "2020-12-13%"),
        *("2020-12-XX", "2020-XX-XX", "2020-12-13/2020-12-16", "2020-12-13/..", "../2020-12-16"),
        *("/2020-12-16", "2020-12-13/", "[2020-12-13,2020-12-15]", "[2020-12-13..2020-12-16]"),
        *("[..2020-12-16]", "[2020-12-13..]", "2020-21", "2020-12-13~/2020-12-16"),
    ],
)
def test_what_we_write_is_edtf_to_others_too(text: str) -> None:
    """The oracle speaks of syntax only; its bounds are wrong in ways that matter (5.3)."""
    written = PartialDate.parse_edtf(text).edtf
    assert written is not None
    oracle.parse_edtf(written)
