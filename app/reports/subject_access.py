"""The answer to a man who asks: what went to whom, what is held on him, what is kept back and why.

He himself reads it, or who acts for him. Nothing of other people and of those who spoke in
confidence reaches the page: it is left out before a word of it is made.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from app.reports.audience import OWN_DATA
from app.reports.context import PaperContext
from app.reports.document import (
    Block,
    Certification,
    Column,
    DataTable,
    Document,
    FactRow,
    Facts,
    Prose,
    SectionHead,
    SheetTitle,
    Signatory,
    TableRow,
    literal,
    plain,
)
from app.reports.leaving_out import LeftOut, Released, for_reader
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.paper_words import PaperWords
from app.reports.reductions import himself
from app.reports.sections.own_data import own_data
from app.reports.sections.passed_on import passed_on
from app.shapes.case_report import CaseReport
from app.shapes.subject_access import AccessAnswer, HeldOnHim, KeptBack
from app.wording.paper_names import paper_name
from models.vocabulary.papers import (
    SUBJECT_ACCESS,
    AccessGround,
    Audience,
    LeftThing,
    WhyLeftOut,
)

GROUND, THINGS = 65, 100

_G, _T = AccessGround, LeftThing
#: On what ground a thing is kept back; what is not named here are working papers.
_GROUNDS: Final[Mapping[LeftThing, AccessGround]] = {
    **dict.fromkeys((_T.RELATIVES, _T.CONTACTS), _G.OTHER_PEOPLE),
    **dict.fromkeys(
        (_T.SOURCES, _T.INFORMANTS, _T.OWN_WORDS, _T.ORIGINS, _T.EXHIBITS, _T.PLACES), _G.SOURCES
    ),
}


def told_to_himself(case: CaseReport) -> Released:
    """Leave of a case what he himself may read of it."""
    return for_reader(himself.without_names(case), OWN_DATA, himself.REDUCTIONS)


def answer_of(held: HeldOnHim, asker: str) -> AccessAnswer:
    """Leave of all that is held what he who asks may have, and say what is kept back and why."""
    released = told_to_himself(held.case)
    kept: dict[AccessGround, dict[LeftThing, int]] = defaultdict(lambda: defaultdict(int))
    for one in released.left_out:
        ground, thing = _ground(one)
        kept[ground][thing] += one.count
    if held.names_kept:
        kept[_G.OTHER_PEOPLE][_T.DISCLOSURES] += held.names_kept
    return AccessAnswer(
        asker,
        replace(held, case=released.case),
        tuple(
            KeptBack(
                ground,
                # how many spoke in confidence would help to find them
                tuple((thing, 0 if ground is _G.SOURCES else n) for thing, n in things.items()),
            )
            for ground in AccessGround
            if (things := kept.get(ground))
        ),
    )


def _ground(left: LeftOut) -> tuple[AccessGround, LeftThing]:
    match left.thing, left.why:
        case _T.NAMES, _:  # on which list he stood under a name
            return _G.SOURCES, _T.SOURCES
        case _T.EVENTS, WhyLeftOut.CONFIDENTIAL:
            return _G.TALKS, _T.EVENTS
        case _T.EVENTS, WhyLeftOut.NOT_FOR_READER:  # samples that relatives gave
            return _G.OTHER_PEOPLE, _T.EVENTS
        case _T.EVENTS, WhyLeftOut.REDUCED:  # who saw him, who rang
            return _G.SOURCES, _T.INFORMANTS
        case _T.STEPS, WhyLeftOut.REDUCED:
            return _G.SOURCES, _T.OWN_WORDS
    return _GROUNDS.get(left.thing, _G.WORKING), left.thing


def subject_access_document(
    answer: AccessAnswer, words: PaperWords, context: PaperContext
) -> Document:
    """Lay the answer out, in the language of the words."""
    case = answer.held.case
    name = paper_name(Audience.FAMILY.value, SUBJECT_ACCESS, words.translator)
    furniture = sheet_furniture(
        words,
        context,
        document_type=name,
        scope=words.say("for him alone"),
        about=case.number,
        template=OWN_DATA.template,
        version=OWN_DATA.version,
        digest=digest_of(answer.held),
    )
    title = words.say("Answer to a request for access {number}", number=case.number)
    furniture = replace(furniture, class_word=words.say("PERSONAL"))
    return office_sheet(words, context, furniture, title, tuple(_blocks(answer, words, context)))


def _blocks(answer: AccessAnswer, words: PaperWords, context: PaperContext) -> Iterator[Block]:
    case = answer.held.case
    name, others = words.title_names(case.identity)
    yield SheetTitle(
        words.say("What is held on him, and what was passed on"),
        name,
        (" · ".join(others),) if others else (),
    )
    yield Facts(tuple(_asked(answer, words, context)), sources=False)
    parts = [*passed_on(answer.held, words), *own_data(case, words, context)]
    for number, part in enumerate(parts, start=1):
        yield SectionHead(number, part.title)
        yield from part.blocks
    yield SectionHead(len(parts) + 1, words.say("What is kept back, and on what ground"))
    yield from _kept_back(answer, words)
    yield SectionHead(len(parts) + 2, words.say("Given and received"))
    yield Prose(
        plain(
            words.say(
                "If you find a mistake in this, tell the office. What was wrong is corrected, and "
                "it stays on record that it was."
            )
        ),
        "text",
    )
    yield Certification(
        (
            Signatory(
                words.say("Handed over by"), context.prepared_by.name, context.prepared_by.function
            ),
            Signatory(words.say("Received by"), answer.asker, ""),
        ),
        words.say("signature"),
        words.say("date"),
        words.say("L. S."),
    )


def _asked(answer: AccessAnswer, words: PaperWords, context: PaperContext) -> Iterator[FactRow]:
    yield FactRow(words.say("Case"), literal(answer.held.case.number))
    yield FactRow(words.say("Asked by"), literal(answer.asker or words.say("not recorded")))
    yield FactRow(
        words.say("What this is"),
        plain(
            words.say(
                "All that stands in the register on {date} about the man named above, all that "
                "left the office about him, and what is kept back. It is given to him, or to "
                "whoever has shown that they act for him.",
                date=words.day(context.facts_as_of.date()),
            )
        ),
    )


def _kept_back(answer: AccessAnswer, words: PaperWords) -> Iterator[Block]:
    if not answer.kept_back:
        yield Prose(plain(words.say("Nothing is kept back.")), "text")
        return
    columns = (Column(words.say("Ground"), GROUND), Column(words.say("What"), THINGS))
    yield DataTable(columns, tuple(_kept_row(one, words) for one in answer.kept_back))


def _kept_row(kept: KeptBack, words: PaperWords) -> TableRow:
    things = (
        f"{words.label('left_thing', thing.value)} ({count})"
        if count
        else words.label("left_thing", thing.value)
        for thing, count in kept.things
    )
    ground = words.opening(words.label("access_ground", kept.ground.value))
    return TableRow((plain(ground), plain("; ".join(things))))
