"""The handover sheet: manifest against arrivals, what others announced, what is still to do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from app.clock import OFFICE_ZONE
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
    Text,
    literal,
    plain,
)
from app.reports.office_sheet import digest_of, office_sheet, sheet_furniture
from app.reports.paper_words import PaperWords
from app.shapes.handovers import ArrivalView, HandoverPage, SaidCount, StepState
from app.wording.handovers import (
    apart_in_words,
    claimed,
    count_sentences,
    differs_in_words,
    split_in_words,
)
from models.vocabulary.accounts import Channel
from models.vocabulary.date_words import in_words
from models.vocabulary.handovers import ArrivalStep

TEMPLATE: Final = "handover-sheet"
VERSION: Final = "1.0"


def handover_sheet(page: HandoverPage, words: PaperWords, context: PaperContext) -> Document:
    """Lay out one return operation on landscape pages."""
    furniture = sheet_furniture(
        words,
        context,
        document_type=words.say("Handover sheet"),
        scope=words.say("staff only"),
        about=page.number,
        template=TEMPLATE,
        version=VERSION,
        digest=digest_of(page),
    )
    return office_sheet(
        words,
        context,
        furniture,
        words.say("Handover sheet {number}", number=page.number),
        tuple(_blocks(page, words, context)),
        landscape=True,
    )


def _blocks(page: HandoverPage, words: PaperWords, context: PaperContext) -> Iterator[Block]:
    when, route = words.when(page.occurred), page.route_in(words.lang)
    unsaid = page.channel is Channel.OTHER and bool(route)  # "other" beside the route says nothing
    yield SheetTitle(
        words.say("Handover of {date}", date=when) if when else words.say("Handover"),
        " · ".join(
            part
            for part in (
                page.number,
                "" if unsaid else words.label("channel", page.channel.value),
                route,
            )
            if part
        ),
        tuple(words.sentence(said) for said in count_sentences(page, words.translator)),
    )
    told = tuple(_facts(page, words))
    if told:
        yield Facts(told)
    yield SectionHead(1, words.say("What differs"))
    yield from _differences(page, words)
    yield SectionHead(2, words.say("Who came, and what is done for each"))
    yield _arrivals(page, words)
    yield SectionHead(3, words.say("What others announced"))
    yield from _announced(page, words)
    yield Certification(
        signatories=(
            Signatory(
                words.say("Prepared by"), context.prepared_by.name, context.prepared_by.function
            ),
            Signatory(words.say("Checked by"), "", ""),
        ),
        signature_word=words.say("signature"),
        date_word=words.say("date"),
        seal_word=words.say("seal"),
    )


def _facts(page: HandoverPage, words: PaperWords) -> Iterator[FactRow]:
    lang = words.lang
    for name, value in (
        (words.say("From"), page.from_place.name(lang) if page.from_place else ""),
        (words.say("Handed over at"), page.place.name(lang) if page.place else ""),
        (words.say("Transport"), page.transport),
        (words.say("Intermediary"), page.intermediary),
        (words.say("What was agreed for it"), page.agreed_for),
        (words.say("Manifest"), page.manifest.named if page.manifest else ""),
    ):
        if value:
            yield FactRow(name, literal(value))


def _differences(page: HandoverPage, words: PaperWords) -> Iterator[Block]:
    if page.manifest is None:
        yield Prose(plain(words.say("No manifest has been taken in.")))
        return
    found = page.differences
    limited = words.say("access limited")
    rows = [
        (words.say("on the manifest, not arrived"), str(man.row_no), man.name or limited, "")
        for man in found.not_come
    ]
    rows += [
        (words.say("arrived, not on the manifest"), "–", "", one.name_as_told or limited)
        for one in found.not_on_manifest
    ]
    rows += [
        (
            words.say("written differently: {what}", what=differs_in_words(one, words.translator)),
            str(one.on_paper.row_no),
            _full(one.on_paper.name, one.on_paper.father),
            _full(one.came.name_as_told, one.came.father_as_told),
        )
        for one in found.written_otherwise
    ]
    if not rows:
        yield Prose(plain(words.say("Manifest and arrivals agree in everybody.")))
        return
    yield DataTable(
        columns=(
            Column(words.say("Difference"), 71),
            Column(words.say("Row"), 16, right=True),
            Column(words.say("As the manifest has it"), 87),
            Column(words.say("As told on arrival"), 87),
        ),
        rows=tuple(
            TableRow((plain(what), literal(row), literal(paper), literal(told)))
            for what, row, paper, told in rows
        ),
    )


def _full(name: str, father: str) -> str:
    return f"{name} {father}".strip()


def _arrivals(page: HandoverPage, words: PaperWords) -> Block:
    if not page.arrivals:
        return Prose(plain(words.say("Nobody is recorded as arrived.")))
    return DataTable(
        columns=(
            Column(words.say("Name, as told on arrival"), 62),
            Column(words.say("File"), 38),
            Column(words.say("Row"), 17, right=True),
            *(Column(words.label("arrival_step", step.value), 28.8) for step in ArrivalStep),
        ),
        rows=tuple(_arrival(one, words) for one in page.arrivals),
    )


def _arrival(one: ArrivalView, words: PaperWords) -> TableRow:
    if one.hidden:
        name, file = plain(words.say("access limited")), plain("")
    else:
        name = literal(one.name_as_told, bold=True)
        about = one.number
        if one.provisional:
            about = words.say("{number}, provisional", number=one.number)
        file = literal(about)
    row = literal("–" if one.row_no is None else str(one.row_no))
    return TableRow((name, file, row, *(_step(one, step, words) for step in ArrivalStep)))


def _step(one: ArrivalView, step: ArrivalStep, words: PaperWords) -> Text:
    state = one.steps[step]
    if state is StepState.DONE:
        return plain(words.say("done"))
    if state is StepState.WAIVED:
        why = one.waived.get(step, "")
        return plain(words.say("does not apply: {reason}", reason=why) if why else "–")
    if step is ArrivalStep.VERIFIED:
        due = one.verify_due.astimezone(OFFICE_ZONE)
        return plain(words.say("until {moment}", moment=f"{due:%d.%m.%Y %H:%M}"))
    return plain("")


def _announced(page: HandoverPage, words: PaperWords) -> Iterator[Block]:
    if page.arrivals:
        yield Prose(plain(split_in_words(page.split, words.translator)))
    standing = [one for one in page.claims if not (one.withdrawn or one.superseded)]
    if not standing:
        yield Prose(plain(words.say("No count that others announced is recorded.")))
        return
    compared = any(one.apart is not None for one in standing)
    columns = (
        Column(words.say("How many"), 34),
        Column(words.say("Of whom"), 81 if compared else 96),
        Column(words.say("Who says so"), 76 if compared else 95),
        Column(words.say("Said on"), 36),
        Column(words.say("Beside ours"), 34),
    )
    shown = columns if compared else columns[:-1]
    rows = (TableRow(_claim(one, words)[: len(shown)]) for one in standing)
    yield DataTable(shown, tuple(rows))


def _claim(one: SaidCount, words: PaperWords) -> tuple[Text, ...]:
    t = words.translator
    scope = one.scope_in(words.lang) or words.label("claim_category", one.category.value)
    return (
        plain(claimed(one.form, one.number_from, one.number_to, one.words, t)),
        plain(scope),
        literal(f"{one.source.shown(words.lang)} · {one.grade}"),
        plain(in_words(one.said, words.lang, case="figures", nbsp=True)),
        plain(apart_in_words(one.apart, t)),
    )
