"""Answer Ctrl+K from the open register: people, incidents, exhibits, lists, places, sources."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from app.i18n import Translator
from app.queries.finding.search import search
from app.search.query_words import key_words
from app.shapes.case_list import CaseFilter
from app.shapes.filter_query import QueryKey
from app.shapes.search import HitKind, SearchHit
from app.ui.shell.finder import Answer, Hit
from app.ui.work import Work
from app.wording.visible_text import visible
from app.wording.vocabulary import label

LIMIT: Final = 8
_ICONS: Final = {
    HitKind.CASE: "person",
    HitKind.PLACE: "pin",
    HitKind.INCIDENT: "incidents",
    HitKind.SOURCE: "doc",
    HitKind.EXHIBIT: "exhibits",
    HitKind.LIST: "lists",
}


def asking(key: QueryKey, value: str, lang: str) -> CaseFilter:
    """Give the filter that asks for a value as one would type it into the box."""
    return CaseFilter(text=f'{key_words(key, lang)}:"{value.replace(chr(34), " ")}"')


class RegisterSearch:
    """The provider of the finder: reads on the reading lane, leads to what was found."""

    def __init__(self, work: Work, show: Callable[[CaseFilter], object]) -> None:
        self._work = work
        self._show = show

    def __call__(self, text: str, answer: Answer) -> None:
        """Look for a text and answer with hits; nothing at all is said about a failure."""

        def found(hits: tuple[SearchHit, ...]) -> None:
            t = self._work.kit.translator
            answer([hit for one in hits if (hit := self._hit(one, t)) is not None])

        self._work.read(lambda reader: search(reader, text, LIMIT), found)

    def _hit(self, found: SearchHit, t: Translator) -> Hit | None:
        run = self._way(found, t.lang)
        if run is None:
            return None
        note = found.number
        second = visible(found.second)
        if found.kind is HitKind.CASE:
            second = " · ".join(
                part for part in (second, label("headline", found.headline, t.lang)) if part
            )
        elif found.kind is HitKind.PLACE:
            note = t.say("place")
        elif found.kind is HitKind.INCIDENT:
            note = t.say("incident {number}", number=found.number)
        elif found.kind is HitKind.EXHIBIT:
            note = t.say("exhibit {number}", number=found.number)
        elif found.kind is HitKind.LIST:
            note = t.say("list {number}", number=found.number)
        elif found.kind is HitKind.SOURCE:
            note = t.say("source {code}", code=found.number)
        return Hit(_ICONS[found.kind], visible(found.name) or found.number, second, note, run)

    def _way(self, found: SearchHit, lang: str) -> Callable[[], object] | None:
        """Give where a hit leads: to its page, or to the cases that have to do with it."""
        doors, thing = self._work.doors, found.id
        match found.kind:
            case HitKind.CASE if doors.cases is not None:
                cases = doors.cases
                return lambda: cases.open_case(thing)
            case HitKind.PLACE:
                return lambda: self._show(asking(QueryKey.PLACE, found.name, lang))
            case HitKind.SOURCE:
                return lambda: self._show(asking(QueryKey.SOURCE, found.number, lang))
            case HitKind.EXHIBIT if doors.exhibits is not None:
                exhibits = doors.exhibits
                return lambda: exhibits.open_exhibit(thing)
            case HitKind.LIST if doors.lists is not None:
                lists = doors.lists
                return lambda: lists.open_list(thing)
            case HitKind.INCIDENT if doors.incidents is not None:
                incidents = doors.incidents
                return lambda: incidents.open_incident(thing)
            case HitKind.INCIDENT:
                return lambda: self._show(CaseFilter(incident_id=thing))
            case _:
                return None
