"""The letter to a family (`domain.md` 6 (e)): one relative, plain words, two pages at most.

What is known and since when, from whom in general terms, what is not known, what was done, what is
asked, on which day the office rings. No code, no grade, no picture, nobody else of the family.
"""

from __future__ import annotations

from app.errors import FamilyNotTold
from app.reports.audience import Paper
from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Document,
    LetterBox,
    LetterEnd,
    LetterHead,
    LetterPart,
    Properties,
    Prose,
    Run,
    Text,
    plain,
)
from app.reports.letters.dates import when_it_was
from app.reports.letters.kin import Pronouns, about_whom, greeting, pronouns, titled
from app.reports.letters.known import in_script, what_happened
from app.reports.letters.standing import OVER, concluded, not_known, what_we_ask, what_we_did
from app.reports.page_furniture import page_furniture
from app.reports.paper_words import PaperWords
from app.shapes.case_report import CaseReport
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import SPEAK_OF_DEATH

LINES, LETTERS_IN_LINE = 52, 74
"""What fits between the greeting and the signature on two pages."""
LONGEST_PASSAGE = 700
"""Letters of a passage of the register that still reads as part of a letter."""


def family_letter(
    men: tuple[CaseReport, ...], lang: str, context: PaperContext, paper: Paper
) -> Document:
    """Make the letter of one man to the relative it is addressed to.

    Raises:
        FamilyNotTold: it would be the first word of a death.
    """
    case = men[0]
    sad = case.status.headline in SPEAK_OF_DEATH
    if sad and not case.told_in_person:
        raise FamilyNotTold(number=case.number)
    words = PaperWords(lang)
    he = pronouns(words, case.identity)
    return Document(
        properties=Properties(
            title=words.say("Letter to a family, case {number}", number=case.number),
            lang=lang,
            made_at=context.printed_at,
        ),
        furniture=page_furniture(case, words, context, paper),
        blocks=(
            *_opening(words, case, context, sad=sad),
            *_parts(words, case, he),
            _box(words, case, context),
            LetterEnd(words.say("With respect,"), _signed_by(context)),
        ),
    )


def _opening(
    words: PaperWords, case: CaseReport, context: PaperContext, *, sad: bool
) -> tuple[Block, ...]:
    reader = case.family[0] if case.family else None
    to = [titled(words, reader), reader.address] if reader is not None else [context.recipient]
    if sad:
        then = words.say("This letter repeats in writing what two of us told you face to face.")
    elif case.status.headline in OVER:
        then = words.say("This is what we know today.")
    else:
        then = words.say("This is what we know today, and what we do not know yet.")
    return (
        LetterHead(tuple(line for line in to if line), words.day(context.printed_at.date())),
        Prose(plain(greeting(words, reader)), "letter"),
        Prose(plain(f"{about_whom(words, case.identity, reader)} {then}"), "letter"),
    )


def _parts(words: PaperWords, case: CaseReport, he: Pronouns) -> tuple[LetterPart, ...]:
    happened = what_happened(words, case, he)
    told_of_it = [
        words.sentence(told.text)
        for told in case.circumstances_releasable
        if in_script(words, told.text) and len(told.text) <= LONGEST_PASSAGE
    ]
    others = (
        (words.say("What we do not know"), not_known(words, case, he)),
        (words.say("What we have done"), what_we_did(words, case, he)),
        (words.say("What we ask of you"), what_we_ask(words, case, he)),
    )
    room = LINES - sum(_lines(sentences) for sentences in (told_of_it, *dict(others).values()))
    while happened and _lines(happened) > room:
        del happened[0]  # the oldest: what came after it says more of where he is now
    known = (words.say("What we know"), [concluded(words, case, he), *told_of_it, *happened])
    parts = (known, *others)
    return tuple(
        LetterPart(title, tuple(map(plain, sentences))) for title, sentences in parts if sentences
    )


def _lines(sentences: list[str]) -> float:
    """Say about how many lines sentences take, with the room between them."""
    return sum(-(-len(one) // LETTERS_IN_LINE) + 0.2 for one in sentences)


def _box(words: PaperWords, case: CaseReport, context: PaperContext) -> LetterBox:
    """Say when the office rings, who has the case in hand, and how to reach him."""
    if case.next_call is not None:
        day = when_it_was(words, PartialDate.on(case.next_call))
        lines: list[Text] = [
            (
                Run(words.opening(words.say("We will ring you {day},", day=day)), bold=True),
                Run(" " + words.say("even if there is nothing new.")),
            )
        ]
    elif case.status.headline in OVER:
        lines = []  # there will be nothing new to ring about
    else:
        lines = [(Run(words.say("We will ring you as soon as there is anything new."), bold=True),)]
    contact = context.contact
    hands = words.say("Your case is in the hands of {name}.", name=_hands(context))
    reached = [
        (Run(f"{label} "), Run(value, bold=True, literal=True))
        for label, value in (
            (words.say("Telephone:"), contact.telephone),
            (words.say("E-mail:"), contact.email),
        )
        if value
    ]
    lines.append(plain(hands))
    if reached:
        lines.append(tuple(run for one in reached for run in (Run(" · "), *one))[1:])
    if contact.address:
        address = Run(contact.address, bold=True, literal=True)
        lines.append((Run(f"{words.say('Address:')} "), address))
    return LetterBox(tuple(lines))


def _hands(context: PaperContext) -> str:
    return context.prepared_by.name


def _signed_by(context: PaperContext) -> str:
    """Name whoever signs: who approved, else who checked, else who prepared it."""
    signers = (context.approved_by, context.checked_by, context.prepared_by)
    signer = next((one for one in signers if one.name), context.prepared_by)
    return ", ".join(part for part in (signer.name, signer.function) if part)
