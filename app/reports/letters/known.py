"""Tells a family in plain words what happened, by what is recorded: one sentence an event.

No code, no grade, no word of how he was treated. An event that has no sentence here is not told in
a letter: whoever knows of it says it face to face.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.i18n import mark
from app.reports.letters.dates import month_it_was, when_it_was
from app.reports.letters.kin import Pronouns
from app.reports.paper_words import SCRIPT_OF, PaperWords
from app.search.scripts import script_of
from app.shapes.case_report import CaseReport, EventLine, Statement
from models.vocabulary.accounts import SourceKind
from models.vocabulary.event_codes import EventCode, EventGroup

_E, _K = EventCode, SourceKind


@dataclass(frozen=True, slots=True)
class _Told:
    """How an event is told, whether it is said who spoke of it, whether it took its time."""

    sentence: str
    by_whom: bool = False
    lasts: bool = False


TOLD: Mapping[EventCode, _Told] = {
    _E.E02: _Told(mark("The last known contact was {when}."), by_whom=True),
    _E.E03: _Told(mark("Somebody saw {him} for the last time {when}."), by_whom=True),
    _E.E04: _Told(mark("Contact with the unit was lost {when}."), by_whom=True),
    _E.E05: _Told(
        mark("The authorities confirmed in writing {when} that {his} whereabouts are not known.")
    ),
    _E.E06: _Told(mark("The place was searched {when}."), lasts=True),
    _E.E07: _Told(mark("It was established {when} that {he} is alive.")),
    _E.C10: _Told(
        mark("We were told of {his} capture; it is said to have happened {when}."), by_whom=True
    ),
    _E.C11: _Told(mark("Somebody saw {his} capture {when}."), by_whom=True),
    _E.C12: _Told(
        mark("{He} can be seen in a video or a picture that was taken or made public {when}.")
    ),
    _E.C13: _Told(
        mark("Somebody who knows {him} recognised {him} in a video or a picture {when}."),
        by_whom=True,
    ),
    _E.C14: _Told(mark("The other side made {his} name public {when}.")),
    _E.C15: _Told(mark("In a list of captives {his} name was found {when}.")),
    _E.C16: _Told(mark("A card in {his} name, as captives fill them in, was received {when}.")),
    _E.C17: _Told(mark("{His} letter or message was written {when}.")),
    _E.C18: _Told(mark("{His} voice was heard on the telephone {when}.")),
    _E.C19: _Told(
        mark("Somebody who was in captivity too saw {him} or heard {his} name {when}."),
        by_whom=True,
        lasts=True,
    ),
    _E.D20: _Told(mark("The other side admitted {when} that it holds {him}.")),
    _E.D21: _Told(
        mark(
            "The other side answered {when} that it had not found {him} among the captives. That "
            "answer does not change what we found out."
        )
    ),
    _E.D22: _Told(mark("The other side was asked for news; no answer has come yet.")),
    _E.D23: _Told(mark("The Red Cross registered {him} as a captive {when}.")),
    _E.D24: _Told(mark("The Red Cross visited {him} {when}.")),
    _E.D25: _Told(
        mark("By what we were told, they moved {him} to another place {when}."), by_whom=True
    ),
    _E.D31: _Told(mark("A lawyer, an ombudsman or a consul visited {him} {when}.")),
    _E.L40: _Told(mark("The other side accused {him} of a crime {when}.")),
    _E.L41: _Told(mark("A court of the other side ordered arrest {when}.")),
    _E.L42: _Told(mark("A court of the other side sat on {his} case {when}."), lasts=True),
    _E.L43: _Told(mark("A court of the other side passed a sentence {when}.")),
    _E.L44: _Told(mark("The sentence was appealed against {when}.")),
    _E.L45: _Told(mark("The sentence was reduced or lifted {when}.")),
    _E.R65: _Told(mark("The other side handed {him} over {when}.")),
    _E.R66: _Told(mark("They brought {him} to our side {when}.")),
    _E.R67: _Told(mark("{His} identity was verified in person {when}.")),
    _E.R69: _Told(mark("{He} came back to the family {when}.")),
    _E.R71: _Told(mark("They set {him} free {when}.")),
    _E.R72: _Told(mark("By what we were told, {he} is out of captivity since an escape {when}.")),
    _E.R74: _Told(mark("Another country took {him} in {when}.")),
    _E.X80: _Told(
        mark("We were told of {his} death; it is said to have happened {when}."), by_whom=True
    ),
    _E.X81: _Told(mark("{His} death was officially notified; it is said to have happened {when}.")),
    _E.X82: _Told(mark("A doctor confirmed {his} death; it happened {when}.")),
    _E.X83: _Told(mark("A court recognised {when} that {his} whereabouts are not known.")),
    _E.X84: _Told(
        mark(
            "A court declared {his} death {when}. That is a decision of law; it does not end the "
            "search."
        )
    ),
    _E.X85: _Told(mark("A court revoked that declaration {when}.")),
    _E.M90: _Told(mark("Remains that may be {his} were found {when}.")),
    _E.M91: _Told(mark("Remains that may be {his} were recovered {when}.")),
    _E.M92: _Told(mark("The remains were brought to our side {when}.")),
    _E.M97: _Told(mark("The authorities established {when} that the remains are {his}.")),
    _E.M98: _Told(mark("That finding about the remains was withdrawn {when}.")),
    _E.M99: _Told(mark("The remains were given to the family {when}.")),
    _E.M100: _Told(mark("The burial was {when}.")),
    _E.M102: _Told(mark("We received {his} personal belongings {when}.")),
}

_SAID: Mapping[SourceKind, str] = {
    _K.FAMILY: mark("Your family told us so {in_month}."),
    _K.FELLOW_SERVICEMAN: mark("A fellow serviceman said so {in_month}."),
    _K.RETURNED_CAPTIVE: mark("Somebody who has come back from captivity said so {in_month}."),
    **dict.fromkeys(
        (_K.WITNESS_CIVIL, _K.ANON, _K.OTHER), mark("A witness said so {in_month}.")
    ),
    _K.UNIT_COMMAND: mark("The command of the unit said so {in_month}."),
    **dict.fromkeys(
        (_K.MOD_OWN, _K.STATE_COMMISSION_OWN, _K.REGISTRY),
        mark("Our own authorities said so {in_month}."),
    ),
    **dict.fromkeys(
        (
            _K.MOD_ADVERSE, _K.SECURITY_SERVICE_ADVERSE, _K.COURT_ADVERSE,
            _K.STATE_COMMISSION_ADVERSE,
        ),
        mark("The other side itself said so {in_month}."),
    ),
    **dict.fromkeys((_K.ICRC, _K.NATIONAL_SOCIETY), mark("The Red Cross said so {in_month}.")),
    _K.PEACEKEEPERS: mark("The peacekeepers said so {in_month}."),
    **dict.fromkeys(
        (_K.ECHR, _K.UN_BODY, _K.OSCE, _K.FOREIGN_STATE),
        mark("An international body or another state said so {in_month}."),
    ),
    **dict.fromkeys(
        (_K.NGO, _K.LAWYER, _K.HOSPITAL, _K.FORENSIC_LAB),
        mark("Another organisation told us so {in_month}."),
    ),
    **dict.fromkeys(
        (_K.MEDIA_OWN, _K.MEDIA_ADVERSE, _K.MEDIA_INTL, _K.SOCIAL_ADVERSE, _K.SOCIAL_OWN),
        mark("It was said in public {in_month}."),
    ),
    _K.OFFICE_STAFF: mark("Our own staff found this out {in_month}."),
}  # fmt: skip

#: With what is first heard of a death only face to face (domain.md 6 (e)).
OF_DEATH = frozenset(
    code
    for code in EventCode
    if code.group in {EventGroup.DEATH, EventGroup.REMAINS} and code is not _E.X83
)
_ANSWERS = frozenset({_E.D20, _E.D21})
_LAST_SIGNS = frozenset({_E.E02, _E.E03, _E.E04})
_DEATHS = frozenset({_E.X80, _E.X81, _E.X82})
_THE_DAY = 8  # digits of a sort key
_MOST_EVENTS, _MOST_SAYING, _LONGEST = 9, 2, 300


def what_happened(words: PaperWords, case: CaseReport, he: Pronouns) -> list[str]:
    """Tell what is recorded of him, the oldest first.

    Of several events of one kind the newest is told, with everybody who spoke of any of them. That
    no answer has come is not told beside an answer. Of one day what goes before comes first: they
    hand somebody over, then he is brought home. The numbers of the codes follow that course. That
    he was seen a last time, "not later than" some day, is told before his death.
    """
    newest: dict[str, EventLine] = {}
    answered = any(event.code in _ANSWERS for event in case.events)
    for event in case.events:
        if answered and event.code == _E.D22:
            continue
        before = newest.pop(event.code, None)
        cites = (*before.cites, *event.cites) if before is not None else event.cites
        newest[event.code] = replace(event, cites=cites)
    seen = max(
        (event.date.sort_key[:_THE_DAY] for event in newest.values() if _shows_him_last(event)),
        default="",
    )
    told = sorted(newest.values(), key=lambda event: _course(event, seen))
    return [_bullet(words, case, event, he) for event in told[-_MOST_EVENTS:]]


def _shows_him_last(event: EventLine) -> bool:
    return event.code in _LAST_SIGNS and event.date.edtf is not None


def _course(event: EventLine, seen: str) -> tuple[str, str]:
    """Order by the first day it can have been, then by the number of the code.

    A death goes behind `seen`, the day on which there was a last sign of him.
    """
    the_day = event.date.sort_key[:_THE_DAY]
    if event.code in _DEATHS:
        the_day = max(the_day, seen)
    return the_day, event.code[1:].zfill(3)


def _bullet(words: PaperWords, case: CaseReport, event: EventLine, he: Pronouns) -> str:
    told = TOLD[EventCode(event.code)]
    when = when_it_was(words, event.date, lasts=told.lasts)
    sentences = [words.opening(words.say(told.sentence, when=when, **he.all()))]
    if event.place is not None and (place := event.place.names.best(words.lang)):
        sentences.append(words.say("The place: {place}.", place=place))
    if told.by_whom:
        sentences += _who_said_so(words, _statements(case, event))
    told_more = event.words_releasable
    if told_more and len(told_more) <= _LONGEST and in_script(words, told_more):
        sentences.append(words.sentence(told_more))
    return " ".join(sentences)


def _statements(case: CaseReport, event: EventLine) -> Iterable[Statement]:
    keys = {cite.statement for cite in event.cites if cite.statement}
    return (said for said in case.statements if said.key in keys)


def _who_said_so(words: PaperWords, said: Iterable[Statement]) -> list[str]:
    """Say in general terms who spoke of it, and in which month: never who it was."""
    found: dict[str, str] = {}
    for one in said:
        sentence = _SAID.get(SourceKind(one.kind)) if one.kind else None
        if sentence is not None and one.said_on.earliest is not None:
            in_month = month_it_was(words, one.said_on)
            found.setdefault(sentence, words.opening(words.say(sentence, in_month=in_month)))
    return list(found.values())[:_MOST_SAYING]


def in_script(words: PaperWords, text: str) -> bool:
    """Tell whether words of the register can stand in this letter: written in its script."""
    return script_of(text).value == SCRIPT_OF[words.lang]
