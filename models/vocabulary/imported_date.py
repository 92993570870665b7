"""Dates of foreign lists: what our subset does not keep is simplified, and said so."""

import re
from dataclasses import dataclass

from models.vocabulary.date_terms import DateFault, DateQualifier, DateSimplification, NotADate
from models.vocabulary.edtf_grammar import Point, parse_point
from models.vocabulary.partial_date import PartialDate

_SCATTERED = re.compile(r"[?~%]?\d{4}[?~%]?(?:-[?~%]?(?:\d\d|XX)[?~%]?){0,2}", re.ASCII)
_SECONDS = re.compile(r"T\d\d:\d\d:(?!00)\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class ImportedDate:
    """A date from elsewhere and what it lost on the way in; its words keep how it came."""

    date: PartialDate
    simplified: tuple[DateSimplification, ...]


def import_edtf(edtf: str, *, dob: bool = False) -> ImportedDate:
    """Read EDTF beyond our subset: seasons, qualifiers of parts, mixed sets (domain.md 5.1).

    Bounds only ever widen. Raises NotADate for what cannot be kept honestly.
    """
    try:
        strict = PartialDate.parse_edtf(edtf, dob=dob)
    except NotADate as refused:
        simpler, losses = _simplified(edtf)
        if simpler == edtf:
            raise
        try:
            return ImportedDate(PartialDate.parse_edtf(simpler, edtf, dob=dob), losses)
        except NotADate as still:
            raise still from refused
    losses = ()
    if strict.form is not None and any(point.season for point in strict.form.points):
        losses = (DateSimplification.SEASON,)
    elif _SECONDS.search(edtf):
        losses = (DateSimplification.SECONDS_DROPPED,)
    return ImportedDate(PartialDate.parse_edtf(edtf, edtf, dob=dob) if losses else strict, losses)


def _simplified(edtf: str) -> tuple[str, tuple[DateSimplification, ...]]:
    losses: list[DateSimplification] = []
    if edtf.startswith("[") and edtf.endswith("]"):
        simpler = _widened_set(edtf, losses)
    elif edtf.count("/") == 1:
        simpler = "/".join(_simpler_end(end, losses) for end in edtf.split("/"))
    else:
        simpler = _simpler_point(edtf, losses)
    return simpler, tuple(dict.fromkeys(losses))


def _simpler_point(text: str, losses: list[DateSimplification]) -> str:
    text = _qualifier_at_end(text, losses)
    if re.fullmatch(r"\d{4}-XX[?~%]?", text, re.ASCII):
        losses.append(DateSimplification.UNKNOWN_MONTH_WIDENED)
        return f"{text[:7]}-XX{text[7:]}"
    return text


def _simpler_end(text: str, losses: list[DateSimplification]) -> str:
    text = _qualifier_at_end(text, losses)
    coarser = re.sub(r"(?<=\d)(?:-XX)+(?=[?~%]?$)", "", text)
    if coarser != text:
        losses.append(DateSimplification.UNKNOWN_DAY_WIDENED)
    return coarser


def _qualifier_at_end(text: str, losses: list[DateSimplification]) -> str:
    if not any(sign in text[:-1] for sign in "?~%") or not _SCATTERED.fullmatch(text):
        return text
    losses.append(DateSimplification.QUALIFIERS_JOINED)
    return re.sub(r"[?~%]", "", text) + DateQualifier.of_signs(text).sign


def _widened_set(edtf: str, losses: list[DateSimplification]) -> str:
    """Give the span that holds all choices: `[1667,1670..1672]` becomes `[1667..1672]`."""
    ends = [member.partition("..") for member in edtf[1:-1].split(",")]
    starts = [start for start, _, _ in ends]
    lasts = [last if dots else start for start, dots, last in ends]
    if len(ends) < 2 or any(not start and not last for start, _, last in ends):
        return edtf
    points = [_choice(text) for text in (*starts, *lasts) if text]
    first = min(points, key=lambda point: point.earliest)
    latest = max(points, key=lambda point: point.latest)
    losses.append(DateSimplification.SET_WIDENED)
    return f"[{first if all(starts) else ''}..{latest if all(lasts) else ''}]"


def _choice(text: str) -> Point:
    point = parse_point(text)
    if point.minute_of_day >= 0 or point.unspecified or point.season or point.qualifier.sign:
        raise NotADate(DateFault.SET_MEMBER, text=text)
    return point
