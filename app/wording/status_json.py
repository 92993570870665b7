"""Answer with a status as plain JSON values: headline, chips, facets, reasons in a language."""

from app.i18n import Translator
from app.wording.trace import reasons
from models.codebook.facts import FacetState, Status
from models.vocabulary.partial_date import PartialDate

type Json = str | int | bool | list[Json] | dict[str, Json] | None


def status_json(status: Status, lang: str) -> dict[str, Json]:
    """Give `{headline, chips, facets, trace}` (product.md, `explain status`).

    Each facet is `{value, level, since, as_of, contested}`, dates in EDTF or null; each reason
    `{text, rule, event, grade}`, empty where there is none. Raises ValueError for a language we
    do not have.
    """
    t = Translator.open(lang)
    return {
        "headline": status.headline.value,
        "chips": [chip.value for chip in status.chips],
        "facets": facets_json(status),
        "trace": [
            {
                "text": reason.text,
                "rule": reason.rule,
                "event": reason.event_id,
                "grade": reason.grade,
            }
            for reason in reasons(status, t)
        ],
    }


def facets_json(status: Status) -> dict[str, Json]:
    """Give every facet under its key (decisions.md)."""
    return {facet.value: facet_json(state) for facet, state in status.facets.items()}


def facet_json(state: FacetState) -> dict[str, Json]:
    """Give one facet: its value, level, dates in EDTF or null, and whether it is contested."""
    return {
        "value": state.value.value,
        "level": state.level.name,
        "since": _edtf(state.since),
        "as_of": _edtf(state.as_of),
        "contested": state.contested,
    }


def _edtf(when: PartialDate | None) -> str | None:
    return None if when is None else when.edtf
