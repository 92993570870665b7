"""What differs between a manifest and who came, and between a claim and our count; pure."""

from __future__ import annotations

from collections.abc import Sequence

from app.search.fold import folded_words
from app.search.keys import Tier, words_tier
from app.search.parts import read_name
from app.search.scripts import script_of
from app.shapes.handovers import (
    ArrivalView,
    Differs,
    ManifestMan,
    NameDifferences,
    WrittenOtherwise,
)
from models.vocabulary.accounts import ClaimForm


def differences(manifest: Sequence[ManifestMan], came: Sequence[ArrivalView]) -> NameDifferences:
    """Hold a manifest against who came: not come, not on it, written otherwise.

    A row and a man belong together by the row he was recorded from, else by the case both are
    tied to; never by likeness of names, which is for somebody to decide.
    """
    by_row = {one.row_id: one for one in came if one.row_id is not None}
    by_case = {one.case_id: one for one in came if one.case_id is not None}
    met: set[object] = set()
    not_come, otherwise = [], []
    for man in manifest:
        one = by_row.get(man.row_id)
        if one is None and man.case_id is not None:
            one = by_case.get(man.case_id)
        if one is None or one.id in met:
            not_come.append(man)
            continue
        met.add(one.id)
        differs = () if man.hidden or one.hidden else _differs(man, one)
        if differs:
            otherwise.append(WrittenOtherwise(man, one, differs))
    return NameDifferences(
        not_come=tuple(not_come),
        not_on_manifest=tuple(one for one in came if one.id not in met) if manifest else (),
        written_otherwise=tuple(otherwise),
        both=len(met),
    )


def _differs(man: ManifestMan, one: ArrivalView) -> tuple[Differs, ...]:
    found = []
    if not written_alike(man.name, one.name_as_told):
        found.append(Differs.NAME)
    if not written_alike(man.father, one.father_as_told):
        found.append(Differs.FATHER)
    born, told = man.birth, one.birth
    if born.edtf and told.edtf and not born.overlaps(told):
        found.append(Differs.BIRTH)
    return tuple(found)


def written_alike(a: str, b: str) -> bool:
    """Say whether two names are one in writing; where one is missing nothing differs.

    Within a script letter by letter, whatever the order of the words, and one may leave out what
    the other has (his father's name); between scripts by sound, for nothing can be letter by
    letter there.
    """
    ours, theirs = set(folded_words(a)), set(folded_words(b))
    if ours <= theirs or theirs <= ours:
        return True
    if script_of(a) is script_of(b):
        return False
    one, other = read_name(a), read_name(b)
    pairs = [(one.family or one.full, other.family or other.full), (one.given, other.given)]
    return all(_sounds_alike(x, y) for x, y in pairs if x and y)


def _sounds_alike(a: str, b: str) -> bool:
    tier = words_tier(a, b)
    return tier is not None and tier <= Tier.CANDIDATE


def apart(form: ClaimForm, low: int | None, high: int | None, ours: int) -> int | None:
    """Say by how many a claim exceeds our number; 0: it is within it, None: it names no number."""
    if low is None or form is ClaimForm.WORDS:
        return None
    if form is ClaimForm.AT_LEAST:
        return max(low - ours, 0)
    if form is ClaimForm.RANGE and high is not None:
        return low - ours if ours < low else min(high - ours, 0)
    return low - ours
