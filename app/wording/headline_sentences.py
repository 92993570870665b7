"""Say why a headline was chosen, and what would change it."""

from app.i18n import Translator, mark
from app.wording.vocabulary import label
from models.vocabulary.status import Headline

_H = Headline

_WHY: dict[str, str] = {
    "file_closed": mark("The file is closed: a duplicate, or not within the mandate."),
    "verified_in_person": mark("He was seen in person and his identity was verified."),
    "found_not_captured": mark("He was found alive on his own side and was not captured."),
    "remains_with_family": mark("The family has received his remains."),
    "remains_identified": mark("The competent authority has identified remains as his."),
    "remains_unidentifiable": mark("The laboratory could not identify the remains."),
    "remains_recovered": mark("Remains firmly tied to him have been recovered."),
    "remains_located": mark("Remains firmly tied to him have been located."),
    "died_in_custody": mark("His death is confirmed and he died in the hands of the other side."),
    "death_confirmed": mark("His death is confirmed; no remains are tied to him."),
    "handed_over": mark("He was handed over but has not yet been verified in person."),
    "escaped": mark("He escaped and nothing later shows that he is held."),
    "released": mark("He was released and nothing later shows that he is held."),
    "death_probable": mark("His death is probable and no later sign of custody or life is known."),
    "declared_dead": mark(
        "A court declared him dead and custody was never confirmed. The search goes on."
    ),
    "custody_indicated": mark("Custody is indicated but not confirmed."),
    "held_convicted": mark("Custody is confirmed and a court has convicted him."),
    "held_in_hospital": mark("Custody is confirmed and he is in hospital."),
    "held_admitted": mark(
        "Custody is confirmed and acknowledged, by the other side or through the Red Cross."
    ),
    "held_denied": mark("Custody is confirmed although the other side denies it."),
    "held_not_admitted": mark("Custody is confirmed and the other side has not admitted it."),
    "death_reported": mark("His death is reported; nothing has confirmed it."),
    "custody_presumed": mark("There is a lead that he was captured, no more."),
    "authority_confirms": mark("An authority confirms that he is unaccounted for."),
    "reported_missing": mark("He was reported missing."),
    "nothing_reported": mark("Nothing that counts has been recorded yet."),
}

# What would change a headline: the headline it would become, and the sentence that says by what.
_NEXT: dict[Headline, tuple[Headline, str]] = {
    _H.S00: (_H.S10, mark("It would become “{headline}” by a report of a named person.")),
    _H.S10: (_H.S11, mark("It would become “{headline}” by a written word of an authority.")),
    _H.S11: (
        _H.S21,
        mark("It would become “{headline}” by one strong or two independent signs of capture."),
    ),
    _H.S20: (
        _H.S21,
        mark("It would become “{headline}” by one strong or two independent signs of capture."),
    ),
    _H.S21: (
        _H.S22,
        mark(
            "It would become “{headline}” by a second independent identification in checked "
            "footage, a capture card, a visit of the Red Cross or a written admission."
        ),
    ),
    **dict.fromkeys(
        (_H.S22, _H.S23),
        (
            _H.S24,
            mark(
                "It would become “{headline}” by an official letter naming him, or by a visit or "
                "registration of the Red Cross."
            ),
        ),
    ),
    **dict.fromkeys(
        (_H.S24, _H.S25, _H.S26, _H.S30, _H.S31),
        (_H.S40, mark("It would become “{headline}” by his handover or arrival.")),
    ),
    _H.S40: (
        _H.S41,
        mark("It would become “{headline}” when he is seen in person and verified in two ways."),
    ),
    _H.S50: (
        _H.S51,
        mark(
            "It would become “{headline}” only by a second independent source; a later sign of "
            "life would set it aside."
        ),
    ),
    _H.S51: (
        _H.S52,
        mark(
            "It would become “{headline}” only by an official notification or a medical finding; "
            "a later sign of life would set it aside."
        ),
    ),
    **dict.fromkeys(
        (_H.S52, _H.S53),
        (_H.S60, mark("It would become “{headline}” by remains that are firmly tied to him.")),
    ),
    _H.S60: (_H.S61, mark("It would become “{headline}” by their recovery.")),
    _H.S61: (
        _H.S62,
        mark("It would become “{headline}” by an identification of the competent authority."),
    ),
    **dict.fromkeys(
        (_H.S62, _H.S64),
        (_H.S63, mark("It would become “{headline}” when the family receives the remains.")),
    ),
}


def headline_sentence(key: str, t: Translator) -> str:
    """Say why a headline was chosen; empty for a key this program has no words for."""
    words = _WHY.get(key)
    return "" if words is None else t.say(words)


def what_would_change(headline: Headline, t: Translator) -> str:
    """Say what a headline would become, and by what; empty where nothing more is awaited."""
    coming = _NEXT.get(headline)
    if coming is None:
        return ""
    other, words = coming
    return t.say(words, headline=label("headline", other, t.lang))
