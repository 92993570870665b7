"""Put each case on exactly one line of an incident's accounting sheet (decisions.md, Status 10)."""

from models.codebook.facts import FacetState, Status
from models.vocabulary.status import AccountingLine, Facet, Headline, Remains

_H = Headline
_L = AccountingLine

#: The line of each headline but S25 and S26, of which the acknowledgement decides.
LINE_OF: dict[Headline, AccountingLine] = {
    _H.S41: _L.RETURNED_VERIFIED,
    _H.S40: _L.RETURNED_UNVERIFIED,
    _H.S42: _L.FOUND_NOT_CAPTURED,
    _H.S30: _L.RELEASED_OR_ESCAPED,
    _H.S31: _L.RELEASED_OR_ESCAPED,
    _H.S63: _L.REMAINS_WITH_FAMILY,
    _H.S60: _L.REMAINS_FOUND,
    _H.S61: _L.REMAINS_FOUND,
    _H.S62: _L.REMAINS_FOUND,
    _H.S64: _L.REMAINS_FOUND,
    _H.S52: _L.DEAD_NO_REMAINS,
    _H.S53: _L.DEAD_NO_REMAINS,
    _H.S50: _L.DEATH_REPORTED,
    _H.S51: _L.DEATH_REPORTED,
    _H.S24: _L.HELD_ACKNOWLEDGED,
    _H.S22: _L.HELD_NOT_ACKNOWLEDGED,
    _H.S23: _L.HELD_NOT_ACKNOWLEDGED,
    _H.S20: _L.CAPTURE_INDICATED,
    _H.S21: _L.CAPTURE_INDICATED,
    _H.S00: _L.NO_INFORMATION,
    _H.S10: _L.NO_INFORMATION,
    _H.S11: _L.NO_INFORMATION,
    _H.S90: _L.OUTSIDE_THE_SUM,
}
HELD_EITHER_WAY = frozenset({_H.S25, _H.S26})
_NOT_SET = frozenset({Remains.NONE, Remains.IDENTIFICATION_REVOKED})


def accounting_line(status: Status) -> AccountingLine:
    """Name the one line of the sheet a case is counted on; S90 stands outside the sum."""
    if status.headline in HELD_EITHER_WAY:
        return _L.HELD_ACKNOWLEDGED if status.acknowledged else _L.HELD_NOT_ACKNOWLEDGED
    return LINE_OF[status.headline]


def home_facet(status: Status) -> Facet:
    """Name the facet the mark "home" shows: REPAT, and REMAINS once it is set."""
    state = status.facets.get(Facet.REMAINS)
    return Facet.REPAT if state is None or state.value in _NOT_SET else Facet.REMAINS


def home_state(status: Status) -> FacetState:
    """Give the state the mark "home" shows."""
    return status.facets[home_facet(status)]


def presumed_with_his_group(others: list[Headline]) -> bool:
    """S20: say whether half of his group or more are S21 or beyond, so that a person may propose.

    The caller leaves out the man himself; a person must accept, the codebook never does (3.5).
    """
    if not others:
        return False
    captured = sum(_H.S21 <= headline < _H.S42 for headline in others)
    return captured * 2 >= len(others)
