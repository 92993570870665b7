"""Says in plain words where the search for a man stands: what is concluded, open, done, asked."""

from __future__ import annotations

from collections.abc import Mapping

from app.i18n import mark
from app.reports.letters.dates import when_it_was
from app.reports.letters.kin import Pronouns
from app.reports.paper_words import PaperWords
from app.shapes.case_report import AskedBody, CaseReport
from models.vocabulary.status import SPEAK_OF_DEATH, Headline, Rule39
from models.vocabulary.submissions import Body

_H, _B = Headline, Body

CONCLUDED: Mapping[Headline, str] = {
    **dict.fromkeys(
        (_H.S00, _H.S10, _H.S11),
        mark("We are looking for {him}. Nothing yet shows where {he} is."),
    ),
    _H.S20: mark("There is a first sign that {he} may be in captivity. It is not confirmed."),
    _H.S21: mark("There are signs that {he} is in captivity. They are not yet confirmed."),
    _H.S22: mark(
        "From all that we have gathered we conclude that {he} is in captivity. The other side has "
        "not yet admitted it."
    ),
    _H.S23: mark(
        "From all that we have gathered we conclude that {he} is in captivity. The other side "
        "denies it; that does not change our conclusion."
    ),
    _H.S24: mark("The other side admits that it holds {him}."),
    _H.S25: mark("We know that {he} is in captivity and is being treated in a hospital."),
    _H.S26: mark("We know that {he} is in captivity and that a court there has passed a sentence."),
    _H.S30: mark("They have set {him} free, but {he} is not yet home."),
    _H.S31: mark("By what we know {he} is no longer in captivity, but {he} is not yet home."),
    _H.S40: mark("They have handed {him} over. We are still to verify in person that it is {he}."),
    _H.S41: mark("{He} is back. We have seen {him} in person."),
    _H.S42: mark("{He} is alive and was not in captivity."),
    _H.S50: mark("We were told that {he} may no longer be alive. It is not confirmed."),
    _H.S51: mark(
        "From what we know we must fear that {he} is no longer alive. It is not confirmed, and the "
        "search goes on."
    ),
    _H.S52: mark("{His} death is confirmed. The remains have not been found yet."),
    _H.S53: mark(
        "{His} death in captivity is confirmed. The remains have not been given back yet."
    ),
    _H.S60: mark("Remains that may be {his} have been found."),
    _H.S61: mark("Remains that may be {his} are being examined."),
    _H.S62: mark("The remains that were found are {his}. They have not been handed over yet."),
    _H.S63: mark("The remains have been given to the family."),
    _H.S64: mark("It could not be established beyond doubt whether the remains are {his}."),
    _H.S90: mark("The search under this number is closed."),
}

_NOT_KNOWN: Mapping[Headline, str] = {
    **dict.fromkeys(
        (
            _H.S00, _H.S10, _H.S11, _H.S20, _H.S21, _H.S22, _H.S23, _H.S30, _H.S31,
        ),
        mark(
            "We do not know where {he} is now, nor how {he} is. That there is no news does not "
            "mean that something bad has happened."
        ),
    ),
    **dict.fromkeys(
        (_H.S24, _H.S25, _H.S26),
        mark(
            "We do not know how {he} is today, nor when {he} will come home. That there is no news "
            "does not mean that something bad has happened."
        ),
    ),
    **dict.fromkeys(
        (_H.S50, _H.S51),
        mark("We do not know {his} fate for certain, and we go on until we do."),
    ),
    **dict.fromkeys((_H.S52, _H.S53), mark("We do not know yet where the remains are.")),
    **dict.fromkeys(
        (_H.S60, _H.S61), mark("It is not established yet whether the remains are {his}.")
    ),
    _H.S62: mark("We do not know yet on which day the remains will be handed over."),
}  # fmt: skip
_SEARCH_GOES_ON = frozenset(_NOT_KNOWN) - SPEAK_OF_DEATH
OVER = frozenset({_H.S41, _H.S42, _H.S63, _H.S90})
"""Headlines with which nothing is open any more: nobody is searched for, no news is waited for."""
_ON_THE_WAY = frozenset({_H.S24, _H.S25, _H.S26, _H.S30, _H.S31, _H.S40})
_NO_LONGER_SOUGHT = frozenset({_H.S52, _H.S53, _H.S60, _H.S61, _H.S62, _H.S64})

_TURNED_TO: Mapping[Body, str] = {
    _B.ICRC: mark("We passed {his} name to the International Committee of the Red Cross {when}."),
    _B.OWN_MINISTRY: mark("We asked the Ministry of Defence for news {when}."),
    _B.STATE_COMMISSION: mark(
        "We asked the State commission on prisoners and missing persons for news {when}."
    ),
    _B.ADVERSE_COMMISSION: mark("We asked the commission of the other side for news {when}."),
    _B.PEACEKEEPERS: mark("We asked the peacekeepers for news {when}."),
    _B.COURT: mark("We turned to the European Court of Human Rights {when}."),
    **dict.fromkeys(
        (_B.UN_WORKING_GROUP, _B.UN_COMMITTEE), mark("We turned to the United Nations {when}.")
    ),
    _B.FOREIGN_STATE: mark("We asked another state for help {when}."),
    _B.NATIONAL_SOCIETY: mark("We asked the Red Cross society of our country for news {when}."),
    _B.OTHER: mark("We asked others for news {when}."),
}
_MEASURES: Mapping[Rule39, str] = {
    Rule39.INFO_SOUGHT: mark("The Court asked the other side for information {when}."),
    Rule39.APPLIED: mark(
        "The Court obliged the other side {when} to take measures that protect {him}."
    ),
}
_WANTED: Mapping[str, str] = {
    "MIN.PHOTO": mark("Please send us a photograph, if possible from before service."),
    "MIN.DOB": mark("Please tell us the day, month and year of birth."),
    "MIN.IDNO": mark("Please tell us the number of a passport or another document."),
    "MIN.FATHER": mark("Please tell us the father’s name as it stands in the documents."),
    "MIN.RESID": mark("Please tell us the address before service."),
}
WANTED = frozenset(_WANTED)
_MOST_BODIES = 6


def concluded(words: PaperWords, case: CaseReport, he: Pronouns) -> str:
    """Say what the office concludes."""
    return words.opening(words.say(CONCLUDED[case.status.headline], **he.all()))


def not_known(words: PaperWords, case: CaseReport, he: Pronouns) -> list[str]:
    """Say what is still open."""
    found = []
    sentence = _NOT_KNOWN.get(case.status.headline)
    if sentence is not None:
        found.append(words.opening(words.say(sentence, **he.all())))
    if case.disagreements and case.status.headline not in OVER:
        found.append(
            words.say(
                "Those who told us do not agree on everything. We have kept what each of them "
                "said, and have not yet decided between them."
            )
        )
    return found


def what_we_did(words: PaperWords, case: CaseReport, he: Pronouns) -> list[str]:
    """Say to whom the office turned, the last time to each, and whether an answer came."""
    last: dict[str, AskedBody] = {}
    for asked in case.asked:
        if asked.sent.edtf is not None:
            last.pop(asked.body, None)
            last[asked.body] = asked
    waits = case.status.headline in _SEARCH_GOES_ON
    found = [
        _turned(words, asked, he, waits=waits) for asked in list(last.values())[-_MOST_BODIES:]
    ]
    return found or _at_least(words, case.status.headline, he)


def _at_least(words: PaperWords, headline: Headline, he: Pronouns) -> list[str]:
    """Say what was done where nobody was asked; of a case that is over nothing."""
    if headline in OVER:
        return []
    if headline in _ON_THE_WAY:
        said = mark("We have registered {his} case and follow it until {he} is home.")
    elif headline in _NO_LONGER_SOUGHT:
        said = mark("We have registered {his} case and go on working on it.")
    else:
        said = mark("We have registered {his} case and go on searching.")
    return [words.say(said, **he.all())]


def _turned(words: PaperWords, asked: AskedBody, he: Pronouns, *, waits: bool) -> str:
    """Say to whom the office turned and what came of it; of an answer only who waits for one."""
    sentences = [_TURNED_TO[Body(asked.body)]]
    when = [asked.sent]
    measure = _MEASURES.get(Rule39(asked.measure)) if asked.measure else None
    if measure is not None and asked.measured is not None and asked.measured.edtf is not None:
        sentences.append(measure)
        when.append(asked.measured)
    elif asked.replied is not None and asked.replied.edtf is not None:
        sentences.append(mark("An answer came {when}."))
        when.append(asked.replied)
    said = [
        words.opening(words.say(sentence, when=when_it_was(words, day), **he.all()))
        for sentence, day in zip(sentences, when, strict=True)
    ]
    if len(said) == 1 and waits:
        said.append(words.say("No answer has come yet."))
    return " ".join(said)


def what_we_ask(words: PaperWords, case: CaseReport, he: Pronouns) -> list[str]:
    """Say what the family can do; nothing is asked of those who mourn but that they come to us."""
    if case.status.headline in SPEAK_OF_DEATH:
        return [
            words.say(
                "If anything in this letter is not clear, ring us or come to us with whomever you "
                "trust. We shall explain it."
            )
        ]
    if case.status.headline not in _SEARCH_GOES_ON:
        return [words.say("If any of you needs help, ring us.")]
    found = [
        words.say("If a letter, a call or any news reaches you, ring us at any hour."),
        words.say(
            "Please do not spread {his} name or pictures in social networks for now: it can do "
            "{him} harm.",
            **he.all(),
        ),
    ]
    return [*found, *(words.say(_WANTED[code]) for code in case.minimum_missing if code in _WANTED)]
