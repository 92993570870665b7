"""Say each reason of the codebook in one sentence; the codebook itself knows no words."""

from collections.abc import Callable

from app.i18n import Translator
from app.wording.headline_sentences import headline_sentence, what_would_change
from app.wording.vocabulary import label
from models.codebook.facts import TraceLine
from models.vocabulary.date_words import in_words
from models.vocabulary.evidence import EvidenceClass
from models.vocabulary.partial_date import PartialDate
from models.vocabulary.status import Custody, Headline

type Say = Callable[[TraceLine, Translator], str]


def sentence(line: TraceLine, t: Translator) -> str:
    """Say one reason; empty for a key this program has no words for (a newer codebook)."""
    if line.key == "would_become":
        return what_would_change(Headline(line.values[0]), t)
    say = _SENTENCES.get(line.key)
    return say(line, t) if say is not None else headline_sentence(line.key, t)


def _event(line: TraceLine, t: Translator) -> str:
    """Name the event and its date: "Verdict, 22 July 2021"."""
    if line.code is None:
        return ""
    event = label("event", line.code, t.lang)
    if line.date is None:
        return event
    return t.say("{event}, {date}", event=event, date=in_words(line.date, t.lang))


def _value(line: TraceLine, t: Translator) -> str:
    """Name the facet value the line carries first."""
    if line.facet is None:
        return label("headline", line.values[0], t.lang)
    return label(line.facet.lower(), line.values[0], t.lang)


def _supports(line: TraceLine, t: Translator) -> str:
    level, by_class = line.values
    if by_class == EvidenceClass.DIRECT:
        return t.say(
            "{event}: confirmed. Independent sources agree on direct evidence.",
            event=_event(line, t),
        )
    if by_class == EvidenceClass.CONCLUSIVE:
        return t.say(
            "{event}: confirmed. Evidence of this kind is conclusive.", event=_event(line, t)
        )
    words = label("evidence_level", level, t.lang, "short")
    return t.say("{event}: {level}.", event=_event(line, t), level=words)


def _identified(line: TraceLine, t: Translator) -> str:
    return t.say("{event}: counted with the footage.", event=_event(line, t))


def _rival(line: TraceLine, t: Translator) -> str:
    return t.say(
        "{event}: an account of the same days and the same level says otherwise ({value}).",
        event=_event(line, t),
        value=_value(line, t),
    )


def _ended(line: TraceLine, t: Translator) -> str:
    if line.values[:1] == (Custody.NEVER,):
        return t.say("{event}: he was not held.", event=_event(line, t))
    return t.say("{event}: custody ended with it.", event=_event(line, t))


def _end_outlived(line: TraceLine, t: Translator) -> str:
    return t.say(
        "{event}: evidence that he is held is later or stronger, so custody stands.",
        event=_event(line, t),
    )


def _ended_by_death(line: TraceLine, t: Translator) -> str:  # noqa: ARG001  one signature for all
    return t.say("Custody was confirmed before his death and ended with it.")


def _death_defeated(line: TraceLine, t: Translator) -> str:
    _, code = line.values
    return t.say(
        "{event}: defeated by a sign of life ({proof}).",
        event=_event(line, t),
        proof=label("event", code, t.lang),
    )


def _death_contested(line: TraceLine, t: Translator) -> str:
    return t.say(
        "{event}: as strong as a sign of life of the same days; the living stands.",
        event=_event(line, t),
    )


def _death_not_used(line: TraceLine, t: Translator) -> str:
    return t.say("{event}: a lead only, too weak against the signs of life.", event=_event(line, t))


def _death_also(line: TraceLine, t: Translator) -> str:
    words = label("evidence_level", line.values[0], t.lang, "short")
    return t.say("{event}: also speaks of death ({level}).", event=_event(line, t), level=words)


def _identification_revoked(line: TraceLine, t: Translator) -> str:
    return t.say("{event}: cancelled, the identification was revoked.", event=_event(line, t))


def _remains_not_his(line: TraceLine, t: Translator) -> str:
    return t.say("{event}: no longer counted as his.", event=_event(line, t))


def _possible_link(line: TraceLine, t: Translator) -> str:
    return t.say(
        "{event}: only a possible link to him; it is not shown outside.", event=_event(line, t)
    )


def _denial(line: TraceLine, t: Translator) -> str:  # noqa: ARG001  one signature for all
    return t.say("A denial never lowers the answer whether he is held.")


def _admission_withdrawn(line: TraceLine, t: Translator) -> str:
    return t.say("{event}: the later denial takes this admission back.", event=_event(line, t))


def _asked(line: TraceLine, t: Translator) -> str:
    return t.say("{event}: no answer yet.", event=_event(line, t))


def _no_reply(line: TraceLine, t: Translator) -> str:
    return t.say(
        "{event}: the time for an answer has passed. Silence changes nothing else.",
        event=_event(line, t),
    )


def _lead_of_return(line: TraceLine, t: Translator) -> str:
    return t.say(
        "{event}: a lead only; a name on a list is not a man at home.", event=_event(line, t)
    )


def _home_before_decision(line: TraceLine, t: Translator) -> str:  # noqa: ARG001
    return t.say("He came home before the Court decided.")


def _file_step(line: TraceLine, t: Translator) -> str:
    return t.say("{event}.", event=_event(line, t))


def _court(line: TraceLine, t: Translator) -> str:  # noqa: ARG001  one signature for all
    return t.say("A court declaration does not end the search; custody was confirmed.")


def _override(line: TraceLine, t: Translator) -> str:
    return t.say(
        "Set by hand to “{value}” until {date}: {reason}",
        value=_value(line, t),
        date=_iso(line.values[1], t),
        reason=line.values[2],
    )


def _override_expired(line: TraceLine, t: Translator) -> str:
    return t.say(
        "A decision by hand (“{value}”) was to be reviewed by {date}; the computed value stands.",
        value=_value(line, t),
        date=_iso(line.values[1], t),
    )


def _override_not_valid(line: TraceLine, t: Translator) -> str:
    return t.say(
        "A decision by hand (“{value}”) lacks a reason, evidence or a near review date.",
        value=_value(line, t),
    )


def _set_aside(line: TraceLine, t: Translator) -> str:
    return t.say("{event}: withdrawn or replaced by a correction.", event=_event(line, t))


def _capped(line: TraceLine, t: Translator) -> str:
    event = _event(line, t)
    if line.rule == "P12":
        return t.say("{event}: matched by name alone, so a lead at most.", event=event)
    if line.rule == "P7":
        return t.say("{event}: the basis of identification allows no more.", event=event)
    if line.rule == "authenticity_fail":
        return t.say("{event}: a check of the footage failed, so a lead at most.", event=event)
    return t.say("{event}: the footage was not checked, so indicated at most.", event=event)


def _unsupported(line: TraceLine, t: Translator) -> str:
    return t.say("{event}: no source that can carry it.", event=_event(line, t))


def _counted_once(line: TraceLine, t: Translator) -> str:
    return t.say_n(
        "{event}: {n} report of one origin, counted once.",
        "{event}: {n} reports of one origin, counted once.",
        int(line.values[0]),
        event=_event(line, t),
    )


def _word_withdrawn(line: TraceLine, t: Translator) -> str:
    return t.say("{event}: a source was withdrawn and does not count.", event=_event(line, t))


def _coerced(line: TraceLine, t: Translator) -> str:
    return t.say(
        "{event}: said under coercion; it counts only for where, when and in what state he was.",
        event=_event(line, t),
    )


def _stale(line: TraceLine, t: Translator) -> str:
    days = int(line.values[0])
    return t.say_n(
        "There has been no sign of life for {n} day.",
        "There has been no sign of life for {n} days.",
        days,
    )


def _iso(day: str, t: Translator) -> str:
    return in_words(PartialDate.parse_edtf(day), t.lang)


_SENTENCES: dict[str, Say] = {
    "supports": _supports,
    "identified": _identified,
    "rival": _rival,
    "ended": _ended,
    "end_outlived": _end_outlived,
    "ended_by_death": _ended_by_death,
    "death_defeated": _death_defeated,
    "death_contested": _death_contested,
    "death_not_used": _death_not_used,
    "death_also": _death_also,
    "identification_revoked": _identification_revoked,
    "remains_not_his": _remains_not_his,
    "possible_link": _possible_link,
    "revocation": _file_step,
    "denial_keeps_custody": _denial,
    "admission_withdrawn": _admission_withdrawn,
    "asked": _asked,
    "no_reply": _no_reply,
    "lead_of_return": _lead_of_return,
    "home_before_decision": _home_before_decision,
    "file_step": _file_step,
    "court_does_not_end_search": _court,
    "override": _override,
    "override_expired": _override_expired,
    "override_not_valid": _override_not_valid,
    "set_aside": _set_aside,
    "capped": _capped,
    "unsupported": _unsupported,
    "counted_once": _counted_once,
    "word_withdrawn": _word_withdrawn,
    "coerced": _coerced,
    "stale": _stale,
}
