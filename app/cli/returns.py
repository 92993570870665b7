"""Tells of returns at a terminal: the sum up to each, and what others announced beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uuid import UUID

    from app.i18n import Translator
    from app.shapes.handovers import Announced, RunningSum, SaidCount

type Beside = Mapping[UUID, Announced]


def returns_json(returns: Sequence[RunningSum], beside: Beside, lang: str) -> list[object]:
    """Give each return with the sum up to it, the totals claimed by then, and what others said.

    Neither our count nor theirs is altered: `differ` says by how much they exceed ours.
    """
    return [
        {
            "number": one.number,
            "date": one.occurred.edtf,
            "headcount": one.headcount,
            "sum": one.sum,
            "claimed": [total.number_from for total in one.claims],
            "differ": [total.apart for total in one.claims],
            "arrived": beside[one.handover_id].arrived,
            "ours": {
                "servicemen": beside[one.handover_id].split.servicemen,
                "civilians": beside[one.handover_id].split.civilians,
                "unknown": beside[one.handover_id].split.unknown,
            },
            "announced": [
                {
                    "by": said.source.shown(lang),
                    "they": said.number_from,
                    "to": said.number_to,
                    "scope": said.scope_in(lang),
                    "words": said.words,
                    "grade": said.grade,
                    "differ": said.apart,
                }
                for said in _standing(beside[one.handover_id])
            ],
        }
        for one in returns
    ]


def returns_words(returns: Sequence[RunningSum], beside: Beside, t: Translator) -> Iterator[str]:
    """Say the same in lines."""
    from app.wording.handovers import apart_in_words, claimed, split_in_words
    from models.vocabulary.date_words import in_words

    for one in returns:
        yield ""
        day = in_words(one.occurred, t.lang, case="table")
        yield t.say("{date}: {n} in all", date=day, n=t.number(one.sum))
        for total in one.claims:
            number = claimed(total.form, total.number_from, total.number_to, total.words, t)
            said = t.say("{who} said {number}", who=total.source.shown(t.lang), number=number)
            told = (said, apart_in_words(total.apart, t), total.scope_in(t.lang))
            yield "  " + " · ".join(filter(None, told))
        ours = beside[one.handover_id]
        told_already = {total.claim_id for total in one.claims}
        for count in _standing(ours):
            if count.claim_id in told_already:
                continue
            number = claimed(count.form, count.number_from, count.number_to, count.words, t)
            said = t.say("{who} said {number}", who=count.source.shown(t.lang), number=number)
            yield "  " + " · ".join(filter(None, (said, count.scope_in(t.lang))))
        if ours.arrived:
            yield "  " + split_in_words(ours.split, t)


def _standing(beside: Announced) -> Iterator[SaidCount]:
    return (said for said in beside.claims if not (said.superseded or said.withdrawn))
