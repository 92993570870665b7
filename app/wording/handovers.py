"""Says what a handover lacks, and what differs between manifest, arrivals and claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Final, cast

from app.errors import CannotCloseYet, HandoverNotThrough, HomewardError
from app.i18n import Translator
from app.shapes.handovers import Differs, HandoverPage, OwnSplit, WrittenOtherwise
from app.wording.vocabulary import label
from models.vocabulary.accounts import ClaimForm
from models.vocabulary.handovers import ArrivalStep

type Say = Callable[[Translator], str]

REFUSED: Final[dict[str, Say]] = {
    "closed_already": lambda t: t.say(
        "This handover is closed. Open it again before you change who came."
    ),
    "open_already": lambda t: t.say("This handover is open already."),
    "came_already": lambda t: t.say(
        "One and the same man is named twice, or came with this handover already."
    ),
    "merge_instead": lambda t: t.say(
        "This man has a provisional file of his own. Compare it with the file of the man he is, "
        "and merge the two."
    ),
    "of_another_handover": lambda t: t.say("This row stands on the manifest of another handover."),
    "not_a_man": lambda t: t.say("This row of the manifest was marked as no man."),
    "method_twice": lambda t: t.say(
        "Two different methods are needed: one by which he was known, and another one."
    ),
    "before_arrival": lambda t: t.say(
        "This day lies before he came. What happened earlier is recorded in his file."
    ),
    "himself": lambda t: t.say("He cannot be a witness of himself. Choose another man."),
}


def steps_in_words(steps: Iterable[ArrivalStep | StrEnum], t: Translator) -> str:
    """Name steps of the checklist, with commas."""
    return ", ".join(label("arrival_step", step.value, t.lang, "short") for step in steps)


def _not_through(error: HomewardError, t: Translator) -> str:
    missing = cast("tuple[tuple[str, tuple[ArrivalStep, ...]], ...]", error.data["missing"])
    told = "; ".join(f"{number}: {steps_in_words(steps, t)}" for number, steps in missing[:_NAMED])
    rest = len(missing) - _NAMED
    said = t.say(
        "The handover cannot be closed yet. Still to do: {men}. Do it, or say why a step does not "
        "apply.",
        men=told,
    )
    if rest <= 0:
        return said
    return f"{said} {t.say_n('And of {n} more man.', 'And of {n} more men.', rest)}"


_NAMED = 6


def _cannot_close(error: HomewardError, t: Translator) -> str:
    blocks = cast("tuple[StrEnum, ...]", error.data["blocks"])
    told = " ".join(label("closure_block", block.value, t.lang) for block in blocks)
    return t.say("The case cannot be closed for this reason yet. {missing}", missing=told)


HANDOVER_SENTENCES: Final[dict[type[HomewardError], Callable[[HomewardError, Translator], str]]] = {
    HandoverNotThrough: _not_through,
    CannotCloseYet: _cannot_close,
}


def differs_in_words(found: WrittenOtherwise, t: Translator) -> str:
    """Say in what a row of the manifest and he who came differ."""
    return ", ".join(_DIFFERS[one](t) for one in found.differs)


_DIFFERS: Final[dict[Differs, Say]] = {
    Differs.NAME: lambda t: t.say_in("differs", "name"),
    Differs.FATHER: lambda t: t.say_in("differs", "father’s name"),
    Differs.BIRTH: lambda t: t.say_in("differs", "date of birth"),
}


def count_sentences(page: HandoverPage, t: Translator) -> list[str]:
    """Say what the headcount, the manifest and our own count of arrivals differ by."""
    came = len(page.arrivals)
    said = []
    if page.headcount is not None:
        said.append(_announced(page.headcount, came, t))
    if page.manifest is not None:
        said.append(_on_paper(len(page.manifest.men), came, t))
    return said


def _announced(announced: int, came: int, t: Translator) -> str:
    if announced == came:
        return t.say("{n} announced, and as many recorded as arrived.", n=announced)
    if announced > came:
        return t.say(
            "{n} announced, {came} recorded as arrived: {apart} fewer.",
            n=announced, came=came, apart=announced - came,
        )  # fmt: skip
    return t.say(
        "{n} announced, {came} recorded as arrived: {apart} more.",
        n=announced, came=came, apart=came - announced,
    )  # fmt: skip


def _on_paper(named: int, came: int, t: Translator) -> str:
    if named == came:
        return t.say("The manifest names {n}, and as many are recorded as arrived.", n=named)
    if named > came:
        return t.say(
            "The manifest names {n}, {came} recorded as arrived: {apart} fewer.",
            n=named, came=came, apart=named - came,
        )  # fmt: skip
    return t.say(
        "The manifest names {n}, {came} recorded as arrived: {apart} more.",
        n=named, came=came, apart=came - named,
    )  # fmt: skip


def apart_in_words(apart: int | None, t: Translator) -> str:
    """Say by how many a claim differs from our number; neither is altered."""
    if apart is None:
        return ""
    if apart == 0:
        return t.say("as ours")
    if apart > 0:
        return t.say("{n} more than ours", n=apart)
    return t.say("{n} fewer than ours", n=-apart)


def claimed(form: ClaimForm, low: int | None, high: int | None, words: str, t: Translator) -> str:
    """Say the number of a claim as exactly as it was said, and no more."""
    if low is None:
        return words
    if form is ClaimForm.ABOUT:
        return t.say("about {n}", n=low)
    if form is ClaimForm.AT_LEAST:
        return t.say("at least {n}", n=low)
    if form is ClaimForm.RANGE and high is not None:
        return f"{t.number(low)}–{t.number(high)}"
    return t.number(low)


def split_in_words(split: OwnSplit, t: Translator) -> str:
    """Say our own composition of those who came, beside those that others gave."""
    return t.say(
        "Of those recorded here: {servicemen} serve, {civilians} are civilians, of {unknown} it is "
        "not known.",
        servicemen=split.servicemen,
        civilians=split.civilians,
        unknown=split.unknown,
    )
