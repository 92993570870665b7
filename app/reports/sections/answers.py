"""The four answers and why the headline is what it is."""

from __future__ import annotations

from app.reports.document import AnswerRow, Block, FourAnswers, Prose, Run, Text
from app.reports.sections.desk import Desk, Part
from app.shapes.case_report import EventLine
from app.wording.status_words import Answer, facet_of, question, short_answer
from app.wording.trace import why_paragraph
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Ack, Custody, Facet, Fate, Headline, Repat

DEATHS = ("X80", "X81", "X82")
RETURNS = ("R60", "R61", "R62", "R63", "R64", "R65", "R66", "R67", "R71", "R72", "R74", "E07")
HANDOVERS = ("R65", "R66", "R67")
REPLIES = ("C14", "D20", "D21", "D22", "L49", "R61")
REGISTERED = ("D23", "D24")
REMAINS = ("M90", "M91", "M92", "M97", "M98", "M99", "M100")
NEGATIVE = frozenset({Ack.DENIED, Ack.NOT_IDENTIFIED, Ack.ACK_WITHDRAWN})
_ENDED = frozenset(
    {
        Custody.ENDED_RELEASED,
        Custody.ENDED_ESCAPED,
        Custody.ENDED_REPATRIATED,
        Custody.ENDED_DEATH,
    }
)
_HELD = frozenset({Headline.S24, Headline.S25, Headline.S26})
_ADMITTED = frozenset({Ack.ACK_OFFICIAL, Ack.ACK_INFORMAL})
SHOWN_EVENTS = 3
SHOWN_MARKS = 4


def answers(desk: Desk) -> Part:
    """Make the four rows and the paragraph that explains the headline."""
    rows = (
        _row(desk, Answer.ALIVE, *_alive(desk)),
        _row(desk, Answer.HELD, *_held(desk)),
        _row(desk, Answer.ADMITTED, *_admitted(desk)),
        _row(desk, Answer.HOME, *_home(desk)),
    )
    return Part(desk.words.say("The four answers"), (FourAnswers(rows), *_why(desk)))


def _row(desk: Desk, which: Answer, reason: str, events: list[EventLine]) -> AnswerRow:
    status, translator = desk.case.status, desk.words.translator
    cites = [cite for event in events for cite in event.cites]
    marks = desk.citations.marks(cites)[:SHOWN_MARKS]
    state = status.facets.get(facet_of(which, status))
    if state is not None and state.contested:
        reason = f"{reason} {desk.words.say('Accounts differ.')}"
    return AnswerRow(
        question(which, translator),
        short_answer(which, status, translator),
        (Run(reason),),
        marks,
    )


def _alive(desk: Desk) -> tuple[str, list[EventLine]]:
    case, words = desk.case, desk.words
    dead = _value(desk, Facet.FATE) in {Fate.DEAD_INDICATED, Fate.DEAD_CONFIRMED}
    deciding = _deciding(desk, Facet.FATE)
    seen = case.status.proof_of_life_at
    proofs = [event for event in deciding if event.date == seen]
    told = deciding if dead else list(case.events_of(*DEATHS))
    deaths = [event for event in told if event not in proofs]
    sentences: list[str] = []
    if seen is not None:
        sentences.append(_last_sign(desk, seen, proofs))
    elif not dead:
        sentences.append(words.say("No sign of life is recorded."))
    if deaths:
        sentences.append(_said(desk, deaths))
    elif not dead and facet_of(Answer.HOME, case.status) is not Facet.REMAINS:
        sentences.append(words.say("Nobody reports his death."))
    return " ".join(sentences), [*proofs, *deaths]


def _last_sign(desk: Desk, seen: PartialDate, proofs: list[EventLine]) -> str:
    words = desk.words
    if not proofs:
        return words.say("Last sign of life: {date}.", date=words.when(seen))
    what = words.inside(words.label("event", proofs[-1].code))
    return words.say("Last sign of life: {date} ({event}).", date=words.when(seen), event=what)


def _held(desk: Desk) -> tuple[str, list[EventLine]]:
    words = desk.words
    state = desk.case.status.facets.get(Facet.CUSTODY)
    events = _deciding(desk, Facet.CUSTODY)
    if state is None or (state.value is Custody.NOT_INDICATED and not events):
        return words.say("No account says that he is held."), []
    sentences = [_said(desk, events)] if events else []
    told = any(event.date == state.since for event in events)
    if state.value in _ENDED and state.since is not None and not told:
        sentences.append(words.say("Ended: {date}.", date=words.when(state.since)))
    return " ".join(sentences) or words.say("See the reasons below."), events


def _admitted(desk: Desk) -> tuple[str, list[EventLine]]:
    """Say what the other side says; where it is silent, by whom he is acknowledged all the same."""
    words, status = desk.words, desk.case.status
    said, told = _their_word(desk)
    seen = list(desk.case.events_of(*REGISTERED))[-1:]
    if status.headline not in _HELD or _value(desk, Facet.ACK) in _ADMITTED or not seen:
        return said, told
    (event,) = seen
    known = words.say(
        "He counts as acknowledged through the Red Cross: {event}, {date}.",
        event=words.inside(words.label("event", event.code)),
        date=words.when(event.date),
    )
    return f"{said} {known}", [*told, event]


def _their_word(desk: Desk) -> tuple[str, list[EventLine]]:
    words = desk.words
    events = _deciding(desk, Facet.ACK) or list(desk.case.events_of(*REPLIES))[-1:]
    if not events:
        return words.say("No request to the other side and no reply is recorded."), []
    last = events[-1]
    sentences = [_said(desk, [last])]
    if last.verbatim:
        sentences.append(words.say("In their words: {words}.", words=words.quoted(last.verbatim)))
    if _value(desk, Facet.ACK) in NEGATIVE:
        sentences.append(words.say("A denial does not change the answer above it."))
    return " ".join(sentences), [last]


def _home(desk: Desk) -> tuple[str, list[EventLine]]:
    words = desk.words
    if facet_of(Answer.HOME, desk.case.status) is Facet.REMAINS:
        remains = list(desk.case.events_of(*REMAINS))[-2:]
        return _said(desk, remains), remains
    events = list(desk.case.events_of(*RETURNS))[-2:]
    sentences = [_said(desk, events)] if events else [words.say("He is on no list of ours.")]
    if desk.case.status.headline is Headline.S42:  # nobody had him to hand over
        return sentences[0], events
    home = _value(desk, Facet.REPAT) in {Repat.HANDED_OVER, Repat.VERIFIED, Repat.CLOSED}
    if not home and not any(event.code in HANDOVERS for event in events):
        sentences.append(words.say("No handover is recorded."))
    return " ".join(sentences), events


def _why(desk: Desk) -> tuple[Block, ...]:
    """Explain the headline from the trace: events, grades, rule numbers."""
    reasons = why_paragraph(desk.case.status, desk.words.translator).replace("г..", "г.")
    if not reasons:
        return ()
    code = desk.case.status.headline.value
    head = desk.words.say("Why {code}.", code=code)
    text: Text = (Run(f"{head} ", bold=True), Run(reasons))
    return (Prose(text, "table"),)


def _said(desk: Desk, events: list[EventLine]) -> str:
    """List events with their dates in one sentence, and say how many more there are."""
    words = desk.words
    told = [
        words.say(
            "{event}, {date}",
            event=words.inside(words.label("event", e.code)),
            date=words.when(e.date),
        )
        for e in events
    ]
    told = list(dict.fromkeys(told))  # on two lists of one day: said once
    shown = told[-SHOWN_EVENTS:]
    more = len(told) - len(shown)
    listed = words.sentence("; ".join(shown))
    if more:
        rest = words.say_n(
            "{n} more event is in the timeline.", "{n} more events are in the timeline.", more
        )
        return f"{listed} {rest}"
    return listed


def _deciding(desk: Desk, facet: Facet) -> list[EventLine]:
    """Return the events that the trace names for a facet, as this paper has them."""
    ids = dict.fromkeys(
        line.event_id for line in desk.case.status.trace if line.facet is facet and line.event_id
    )
    events = [desk.case.event(key) for key in ids]
    return [event for event in events if event is not None and not event.withdrawn]


def _value(desk: Desk, facet: Facet) -> object:
    state = desk.case.status.facets.get(facet)
    return state.value if state else None
