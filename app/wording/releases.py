"""Says why a paper may not leave and what would let it, and what the office knows of a code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from app.errors import HomewardError, PaperNotReleased
from app.i18n import Translator
from app.shapes.disclosures import ChangedFact, Gate, GateKind, Genuine, Verdict, WhySecond
from app.wording.clock import moment
from app.wording.consents import blocked_shortly, blocked_words
from app.wording.paper_names import paper_name
from app.wording.vocabulary import label

type Say = Callable[[HomewardError, Translator], str]


def gate_words(gate: Gate, t: Translator, *, naming: bool = True) -> str:
    """Say what stands in the way of a paper; `naming`: staff who may read of relatives."""
    match gate.kind:
        case GateKind.NOT_AGREED if gate.consent is not None:
            say = blocked_words if naming else blocked_shortly
            return f"{gate.number}: {say(gate.consent, t)}"
        case GateKind.DO_NOT_TRANSMIT:
            return _kept_back(gate, t)
        case GateKind.DEATH_NOT_TOLD:
            return t.say(
                "{number}: his file speaks of his death, and the family was not told face to face "
                "yet. Two of you visit them first, and log it; then this paper can be made.",
                number=gate.number,
            )
        case GateKind.MINIMUM:
            return t.say(
                "{number}: too little is known for this paper. Enter first: {items}.",
                number=gate.number,
                items="; ".join(label("minimum", code, t.lang) for code in gate.missing),
            )
        case GateKind.LIMITED:
            return t.say(
                "{number}: access to this case is limited, so nothing of it is made public.",
                number=gate.number,
            )
        case GateKind.OWN_PAPER:
            return t.say("Whoever prepared a paper does not approve it. Ask a colleague who may.")
        case GateKind.MAY_NOT_APPROVE:
            return t.say(
                "“{who}” may not approve papers, or does not work here. Name a colleague who may.",
                who=gate.who,
            )
        case _:
            return second_person_words(gate.second, t)


def _kept_back(gate: Gate, t: Translator) -> str:
    if not gate.reason:
        return t.say("{number}: he is not to be passed on.", number=gate.number)
    return t.say(
        "{number}: he is not to be passed on. The reason given: {reason}",
        number=gate.number,
        reason=gate.reason,
    )


def second_person_words(why: WhySecond | None, t: Translator) -> str:
    """Say why a paper takes a second person."""
    match why:
        case WhySecond.MANY:
            return t.say(
                "A paper on so many men leaves only when a second person has approved it. Ask a "
                "colleague who may."
            )
        case WhySecond.LIMITED:
            return t.say(
                "Access to a case on this paper is limited: it leaves only when a second person "
                "has approved it. Ask a colleague who may."
            )
        case _:
            return t.say(
                "A paper for this reader leaves only when a second person has approved it. Ask a "
                "colleague who may."
            )


def all_gates(gates: Iterable[Gate], t: Translator) -> str:
    """Say everything that stands in the way, a line each."""
    return "\n".join(gate_words(gate, t) for gate in gates)


def _not_released(error: HomewardError, t: Translator) -> str:
    gates = error.data["gates"]
    told = [g for g in gates if isinstance(g, Gate)] if isinstance(gates, tuple) else []
    return "\n".join([t.say("The paper was not issued."), *(gate_words(g, t) for g in told)])


RELEASE_SENTENCES: Final[Mapping[type[HomewardError], Say]] = {PaperNotReleased: _not_released}

REFUSED_OF_PAPERS: Final[Mapping[str, Callable[[Translator], str]]] = {
    "paper_no_men": lambda t: t.say("Choose at least one man for the paper."),
    "paper_decided_already": lambda t: t.say("Somebody has decided on this request already."),
    "paper_of_another": lambda t: t.say(
        "This request is a colleague's. Only whoever asked takes it back."
    ),
    "paper_not_issued": lambda t: t.say("This paper was not issued, so there is no copy of it."),
    "papers_to_different_hands": lambda t: t.say(
        "These papers are for different recipients. Each of them gets an envelope of its own."
    ),
    "paper_of_other_men": lambda t: t.say(
        "Other men stand on this version of the list than on the paper, or it is no list of ours "
        "over which is negotiated. Open the version among the lists and make its paper there."
    ),
    "paper_not_bound": lambda t: t.say(
        "No book is made for this reader: a letter is for one family, a notice hangs alone, and a "
        "list is one paper on many men already. A book is made for the office, the ICRC or a court."
    ),
    "paper_left_already": lambda t: t.say(
        "This copy has left the office already. Print it once more as a reprint."
    ),
}


# --- genuine or not


def verdict_lines(verdict: Verdict, t: Translator) -> list[str]:
    """Say what the office knows of a code, the answer first."""
    if verdict.answer is Genuine.MISTYPED:
        return [
            t.say(
                "“{code}” is no code of a paper: a character is wrong or missing. Compare it with "
                "the paper and type it again.",
                code=verdict.code,
            )
        ]
    paper = verdict.paper
    if verdict.answer is Genuine.UNKNOWN or paper is None:
        return [
            t.say(
                "Unknown. This office never issued a paper with the code {code}: it is forged, or "
                "of another office.",
                code=verdict.code,
            )
        ]
    lines = [_first_line(verdict, t)]
    language_code = paper.language
    lines.append(
        t.say(
            "{kind}, {language}, version {version}, copy {copy} of {copies}, disclosure {number}.",
            kind=paper_name(paper.audience.value, paper.template, t),
            language=language_code.upper(),
            version=paper.template_version,
            copy=paper.copy_no,
            copies=paper.copies,
            number=paper.number,
        )
    )
    if paper.issued_at is not None:
        lines.append(
            t.say(
                "Issued {when} to {recipient}.",
                when=moment(paper.issued_at, t),
                recipient=paper.recipient,
            )
        )
    if paper.reprint_of:
        lines.append(
            t.say("It is a reprint of {number}, not the first copy.", number=paper.reprint_of)
        )
    lines += [
        t.say(
            "It was printed once more: {number}, code {code}. A sheet with the word REPRINT at its "
            "head is that copy.",
            number=reprint.number,
            code=reprint.code,
        )
        for reprint in verdict.reprints
    ]
    if paper.superseded_by:
        lines.append(
            t.say("It is superseded by {number}. Ask for that one.", number=paper.superseded_by)
        )
    if verdict.expired and paper.expires_on is not None:
        lines.append(t.say("It was to be confirmed anew and was not. It no longer holds."))
    return [*lines, *_changes(verdict, t)]


def _first_line(verdict: Verdict, t: Translator) -> str:
    if verdict.holds and not verdict.comparable:
        return t.say("Genuine.")
    if verdict.holds:
        return t.say("Genuine. Nothing on it has changed since.")
    return t.say("Genuine, but not the newest word.")


def _changes(verdict: Verdict, t: Translator) -> list[str]:
    lines = [changed_words(one, t) for one in verdict.changed]
    if lines:
        lines.insert(0, t.say("Since then the file says otherwise:"))
    if verdict.closed:
        lines.append(
            t.say_n(
                "What has changed in {n} file on it cannot be said: it lies in the bin, or you "
                "may not open it.",
                "What has changed in {n} files on it cannot be said: they lie in the bin, or you "
                "may not open them.",
                verdict.closed,
            )
        )
    elif not verdict.comparable:
        lines.append(t.say("What has changed since cannot be said here. Compare it with the file."))
    return lines


def changed_words(one: ChangedFact, t: Translator) -> str:
    """Say which part of a file says something else than a paper."""
    counted = [
        say
        for count, say in (
            (one.added, t.say_n("{n} added", "{n} added", one.added)),
            (one.changed, t.say_n("{n} changed", "{n} changed", one.changed)),
            (one.removed, t.say_n("{n} gone", "{n} gone", one.removed)),
        )
        if count
    ]
    part = label("paper_section", one.section.value, t.lang)
    return f"{one.number}: {part} ({', '.join(counted)})"
