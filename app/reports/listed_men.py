"""Makes the men of a negotiation list of what for_reader left of their cases."""

from __future__ import annotations

from collections.abc import Iterable

from app.reports.reductions.negotiation import BASIS_OF, SEEN_AT
from app.search.collation import sort_key
from app.shapes.case_report import CaseReport, EventLine, PlaceWords, PrintedName, Wording
from app.shapes.negotiation import NO_DATE, NO_NAME, NO_WORDS, ListedMan, ListedName
from models.vocabulary.event_codes import EventCode
from models.vocabulary.lists import ListBasis
from models.vocabulary.people import NameKind, Script
from models.vocabulary.status import Chip


def listed_man(case: CaseReport, *, remark: str = "", with_unit: bool = False) -> ListedMan:
    """Give what a list says of a man; `case` is what its reader may see of him."""
    names = case.identity.names
    seen = _seen(case.events)
    english = _name(names, Script.LATIN)
    bases = {BASIS_OF[EventCode(event.code)] for event in case.events if event.code in BASIS_OF}
    return ListedMan(
        number=case.number,
        hy=_name(names, Script.ARMENIAN),
        ru=_name(names, Script.CYRILLIC),
        en=english,
        passport=_passport(names, english),
        born=case.identity.born.value or NO_DATE,
        rank=case.service.rank.value or "",
        unit=(case.service.unit.value or NO_WORDS) if with_unit else NO_WORDS,
        seen=seen.date if seen else NO_DATE,
        place=_place(seen.place if seen else None),
        basis=tuple(basis for basis in ListBasis if basis in bases),
        urgent=Chip.HEALTH_CRITICAL in case.status.chips,
        remark=remark,
    )


def in_order(men: Iterable[ListedMan]) -> tuple[ListedMan, ...]:
    """Put men in the order of the Armenian alphabet; who has no Armenian name comes after."""

    def key(man: ListedMan) -> tuple[str, str]:
        name = man.hy or man.ru or man.en
        return sort_key(f"{name.upper} {name.given} {name.father}"), man.number

    return tuple(sorted(men, key=key))


def _name(names: tuple[PrintedName, ...], script: Script) -> ListedName:
    """Give the accepted form of a script; where none is accepted, the first one there is."""
    of_script = [name for name in names if name.script == script]
    found = next((name for name in of_script if not name.kind), None)
    found = found or next(iter(of_script), None)
    if found is None:
        return NO_NAME
    if not (found.family or found.given):
        return ListedName(whole=found.written)
    return ListedName(found.family, found.given, found.patronymic or found.father)


def _passport(names: tuple[PrintedName, ...], english: ListedName) -> str:
    """Give the official Latin form where another one is the accepted form."""
    for name in names:
        if name.script == Script.LATIN and name.kind == NameKind.OFFICIAL:
            if (name.family, name.given) == (english.family, english.given):
                continue
            parts = (name.family, name.given if name.given != english.given else "")
            return " ".join(filter(None, parts)) or name.written
    return ""


def _seen(events: tuple[EventLine, ...]) -> EventLine | None:
    """Give what tells best where and when he was last seen or captured.

    The day and the place of one event, never of two: nobody said that he was there then.
    """
    order = {code.value: at for at, code in enumerate(SEEN_AT)}
    told = sorted((e for e in events if e.code in order), key=lambda event: order[event.code])
    dated = [event for event in told if event.date.edtf is not None]
    whole = [event for event in dated if event.place is not None]
    return next(iter(whole or dated or told), None)


def _place(place: PlaceWords | None) -> Wording:
    if place is None:
        return NO_WORDS
    return Wording(en=place.names.en, hy=place.names.hy, ru=place.names.ru)
