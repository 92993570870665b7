"""What the office submits to a court, apart from the facts: why it is urgent, what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from app.reports.court.desk import CourtDesk
from app.reports.court.facts import against
from app.reports.court.last_sign import last_sign
from app.reports.document import Block, Numbered, Text, literal
from app.shapes.case_report import CaseReport, EventLine
from models.vocabulary.status import Ack, Custody, Facet, Fate, Headline, Health, Remains, Repat

ENDED = frozenset(
    {Custody.ENDED_RELEASED, Custody.ENDED_ESCAPED, Custody.ENDED_REPATRIATED, Custody.ENDED_DEATH}
)
HOME = frozenset({Repat.HANDED_OVER, Repat.VERIFIED, Repat.CLOSED})
HELD = frozenset({Custody.PRESUMED, Custody.INDICATED, Custody.CONFIRMED})
ADMITTED = frozenset({Ack.ACK_OFFICIAL, Ack.ACK_INFORMAL})
REFUSED = frozenset({Ack.DENIED, Ack.NOT_IDENTIFIED, Ack.ACK_WITHDRAWN})
UNWELL = frozenset(
    {Health.LIGHT_INJURY, Health.SERIOUS_INJURY, Health.SICK, Health.HOSPITALISED, Health.DISABLED}
)
CAPTURE = frozenset({"C11", "C12", "C13", "C14", "C15", "C16", "C19"})
ILL = frozenset({"E09", "D26", "D28", "D29"})
VISITS = frozenset({"D23", "D24"})
LETTERS = {"en": "abcdefg", "hy": "աբգդեզէ", "ru": "абвгдеж"}
HEARD_OF = frozenset({"C17", "C18"})
ASKED_BEFORE, APPLIED, NO_MORE = frozenset({"L46"}), frozenset({"L47"}), frozenset({"L48"})


def asks_measures(case: CaseReport) -> bool:
    """Tell whether anything can be asked for him: he is not back, nor known to be dead."""
    if case.status.headline is Headline.S42:  # found, and never a captive
        return False
    facets = case.status.facets
    values = {facet: state.value for facet, state in facets.items()}
    if values.get(Facet.CUSTODY) in ENDED or values.get(Facet.REPAT) in HOME:
        return False
    if values.get(Facet.FATE) is Fate.DEAD_CONFIRMED:
        return False
    return values.get(Facet.REMAINS) in {None, Remains.NONE, Remains.IDENTIFICATION_REVOKED}


def acknowledged(case: CaseReport) -> bool:
    """Tell whether the Government has said officially that it holds him."""
    state = case.status.facets.get(Facet.ACK)
    return state is not None and state.value is Ack.ACK_OFFICIAL


def urgency(desk: CourtDesk) -> tuple[Block, ...]:
    """Say why a measure cannot wait (Articles 2 and 3 of the Convention; domain.md 2.10)."""
    return tuple(desk.paragraphs.add(text) for text in _urgent(desk))


def _urgent(desk: CourtDesk) -> Iterator[Text]:
    words = desk.words
    facts = desk.paragraphs.count
    told = words.say("Paragraph 1 states facts. What follows is submitted by the Office.")
    if facts == 2:
        told = words.say("Paragraphs 1 and 2 state facts. What follows is submitted by the Office.")
    elif facts > 2:
        told = words.say(
            "Paragraphs 1 to {last} state facts. What follows is submitted by the Office.",
            last=facts,
        )
    yield literal(told)
    before = _asked_before(desk)
    if before:
        yield literal(before)
    yield literal(
        words.say(
            "There is an imminent risk of irreparable harm: to his life (Article 2 of the "
            "Convention), and of treatment contrary to Article 3."
        )
    )
    yield literal(last_sign(desk))
    held = _seen(desk, CAPTURE)
    value = _value(desk, Facet.ACK)
    if held and _value(desk, Facet.CUSTODY) in HELD and value not in ADMITTED:
        named = desk.paragraph_of(held)
        yield literal(
            words.say_n(
                "Paragraph {paragraphs} shows him in the hands of the other side. It has not "
                "acknowledged that it holds him. Whoever is held and not acknowledged can be "
                "made to disappear.",
                "Paragraphs {paragraphs} show him in the hands of the other side. It has not "
                "acknowledged that it holds him. Whoever is held and not acknowledged can be "
                "made to disappear.",
                len(held),
                paragraphs=named,
            )
        )
    if value in REFUSED:
        yield literal(
            words.say(
                "The Government’s answer does not say what became of the man whom the evidence "
                "shows. It changes nothing of what is shown."
            )
        )
    yield from (literal(text) for text in _what_lacks(desk))
    unfavourable = against(desk)
    if unfavourable:
        yield literal(
            words.say_n(
                "What does not bear out this request is stated too, so that the Court sees all "
                "that the Office knows: see paragraph {paragraphs}.",
                "What does not bear out this request is stated too, so that the Court sees all "
                "that the Office knows: see paragraphs {paragraphs}.",
                len(unfavourable),
                paragraphs=desk.paragraph_of(unfavourable),
            )
        )


def _what_lacks(desk: CourtDesk) -> Iterator[str]:
    """Say what he has not had: care, a visit, a word from home."""
    words = desk.words
    health = desk.case.status.facets.get(Facet.HEALTH)
    if health is not None and health.value in UNWELL:
        state = words.inside(words.label("health", health.value))
        ill = _seen(desk, ILL)
        said = words.say("As far as is known, his state of health is: {state}.", state=state)
        if ill:
            said += " " + words.say_n(
                "See paragraph {paragraphs}.",
                "See paragraphs {paragraphs}.",
                len(ill),
                paragraphs=desk.paragraph_of(ill),
            )
        yield said
    if not _seen(desk, VISITS):
        yield words.say(
            "No visit to him by the International Committee of the Red Cross is recorded."
        )
    if not _seen(desk, HEARD_OF):
        yield words.say("No letter and no call from him to his family is recorded.")


def _asked_before(desk: CourtDesk) -> str:
    """Say what became of an earlier request; the Court knows it and must find it here."""
    words = desk.words
    ended, applied, asked = (_seen(desk, codes) for codes in (NO_MORE, APPLIED, ASKED_BEFORE))
    if ended:
        return words.say_n(
            "The Court has decided on an earlier request for him: see paragraph {paragraphs}.",
            "The Court has decided on earlier requests for him: see paragraphs {paragraphs}.",
            len(ended),
            paragraphs=desk.paragraph_of(ended),
        )
    if applied:
        return words.say_n(
            "The Court has indicated a measure for him already: see paragraph {paragraphs}. It is "
            "asked to keep that measure in force; what is requested below is requested with it.",
            "The Court has indicated measures for him already: see paragraphs {paragraphs}. It is "
            "asked to keep them in force; what is requested below is requested with them.",
            len(applied),
            paragraphs=desk.paragraph_of(applied),
        )
    if asked:
        return words.say_n(
            "A measure has been requested for him before: see paragraph {paragraphs}. No decision "
            "on it is recorded.",
            "Measures have been requested for him before: see paragraphs {paragraphs}. No decision "
            "on them is recorded.",
            len(asked),
            paragraphs=desk.paragraph_of(asked),
        )
    return ""


def measures(desk: CourtDesk) -> tuple[Block, ...]:
    """Ask for measures under Rule 39; what the Government did already is not asked again."""
    words = desk.words
    asked = [
        words.say("to say whether it holds him, and to acknowledge it;"),
        words.say("to name the place where he is held and the authority that holds him;"),
        words.say("to give information on his state of health;"),
        words.say(
            "to let the International Committee of the Red Cross visit him at once, and again "
            "after that;"
        ),
        words.say("to let him write to his family and hear from them;"),
        words.say("to have him examined by a doctor and to hand over the findings;"),
        words.say("to say when and how he will be released and returned."),
    ]
    if acknowledged(desk.case):
        asked = asked[1:]
    head = desk.paragraphs.add(
        literal(
            words.say(
                "The Court is asked to indicate to the Government, under Rule 39 of the Rules of "
                "Court:"
            )
        )
    )
    return (
        head,
        *(
            Numbered(f"({letter})", literal(text), level=1)
            for letter, text in zip(LETTERS[words.lang], asked, strict=False)
        ),
    )


def _seen(desk: CourtDesk, codes: frozenset[str]) -> tuple[EventLine, ...]:
    return tuple(event for event in desk.events() if event.code in codes)


def _value(desk: CourtDesk, facet: Facet) -> object:
    state = desk.case.status.facets.get(facet)
    return state.value if state else None
