"""What a family said about passing things on: the most restrictive word wins (domain.md 3.10)."""

from datetime import UTC, date, datetime

import pytest

from models.codebook.consents import Allowed, Answer, Blocked, may_share, may_share_all, resolve
from models.vocabulary.families import ConsentAnswer, ConsentScope, ConsentState
from models.vocabulary.partial_date import PartialDate

ICRC = ConsentScope.SHARE_ICRC
NAME = ConsentScope.PUBLISH_NAME
YES, NO, GONE = "yes", "no", "yes, taken back"


def said(who: str, what: str, on: str = "2021-01-10", scope: ConsentScope = ICRC) -> Answer:
    """Let somebody answer on a day; what was taken back was so a month later."""
    return Answer(
        scope=scope,
        answer=ConsentAnswer.NO if what == NO else ConsentAnswer.YES,
        giver=who,
        name=who,
        given=PartialDate.parse_edtf(on),
        recorded=datetime(2021, 3, 1, tzinfo=UTC),
        withdrawn_on=date(2021, 2, 10) if what == GONE else None,
    )


@pytest.mark.parametrize(
    ("answers", "state", "by"),
    [
        ([], ConsentState.NOT_ASKED, ()),
        ([said("Մարո", YES)], ConsentState.YES, ("Մարո",)),
        ([said("Մարո", NO)], ConsentState.NO, ("Մարո",)),
        ([said("Մարո", GONE)], ConsentState.WITHDRAWN, ("Մարո",)),
        ([said("Մարո", YES), said("Սուրեն", YES)], ConsentState.YES, ("Մարո", "Սուրեն")),
        ([said("Մարո", YES), said("Сурен", NO)], ConsentState.CONFLICT, ("Сурен",)),
        ([said("Մարո", GONE), said("Сурен", YES)], ConsentState.CONFLICT, ("Մարո",)),
        ([said("Մարո", GONE), said("Сурен", NO)], ConsentState.NO, ("Сурен",)),
        ([said("Ani", NO, "2021-01"), said("Ani", YES, "2021-02-03")], ConsentState.YES, ("Ani",)),
        ([said("Ani", YES, "2021-02-03"), said("Ani", NO, "2021-01")], ConsentState.YES, ("Ani",)),
        ([said("Մարո", YES, "2020-12-20"), said("Մարո", GONE)], ConsentState.WITHDRAWN, ("Մարո",)),
        ([said("Մարո", YES, scope=NAME)], ConsentState.NOT_ASKED, ()),
    ],
)  # fmt: skip
def test_the_most_restrictive_of_what_was_last_said_holds(
    answers: list[Answer], state: ConsentState, by: tuple[str, ...]
) -> None:
    for order in (answers, answers[::-1]):
        found = resolve(order)[ICRC]
        assert (found.state, found.by) == (state, by)


def test_only_a_plain_yes_lets_anything_out_and_each_scope_is_asked_by_itself() -> None:
    standings = resolve(
        [said("Մարո", YES), said("Մարո", YES, scope=NAME), said("Anna", NO, scope=NAME)]
    )
    assert isinstance(may_share(standings, ICRC), Allowed)
    blocked = may_share_all(standings, ICRC, NAME)
    assert isinstance(blocked, Blocked)
    assert (blocked.scope, blocked.why) == (NAME, ConsentState.CONFLICT)
    assert standings[NAME].against == ("Մարո",)
    asked = may_share(standings, ConsentScope.MEDIA)
    assert isinstance(asked, Blocked)
    assert asked.why is ConsentState.NOT_ASKED
    assert isinstance(may_share({}, ICRC), Blocked)
