"""Says why two people are held to be one man or two, with the words as they were written."""

from __future__ import annotations

from app.i18n import Translator, mark
from app.shapes.likeness import Reason, ReasonCode, Verdict
from app.wording.visible_text import visible
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate

_R = ReasonCode
_LONGEST = 60

_SENTENCES: dict[ReasonCode, str] = {
    _R.FAMILY_SAME: mark("Family name: the same ({a})"),
    _R.FAMILY_SCRIPT: mark("Family name: the same in another script ({a} / {b})"),
    _R.FAMILY_SPELLING: mark("Family name: the same in another spelling ({a} / {b})"),
    _R.FAMILY_LOOSE: mark("Family name: alike if spelled loosely ({a} / {b})"),
    _R.FAMILY_WEAK: mark("Family name: only faintly alike ({a} / {b})"),
    _R.FAMILY_INITIAL: mark("Family name: the initial agrees ({a} / {b})"),
    _R.FAMILY_TER: mark("Ter- stands before only one of the family names"),
    _R.FAMILY_HALF: mark("Only one half of a double family name agrees"),
    _R.FAMILY_DIFFERS: mark("Family name differs: {a} / {b}"),
    _R.GIVEN_SAME: mark("Given name: the same ({a})"),
    _R.GIVEN_SCRIPT: mark("Given name: the same in another script ({a} / {b})"),
    _R.GIVEN_SPELLING: mark("Given name: the same in another spelling ({a} / {b})"),
    _R.GIVEN_LOOSE: mark("Given name: alike if spelled loosely ({a} / {b})"),
    _R.GIVEN_WEAK: mark("Given name: only faintly alike ({a} / {b})"),
    _R.GIVEN_INITIAL: mark("Given name: the initial agrees ({a} / {b})"),
    _R.GIVEN_DIFFERS: mark("Given name differs: {a} / {b}"),
    _R.FATHER_SAME: mark("Father’s name: the same ({a})"),
    _R.FATHER_SCRIPT: mark("Father’s name: the same in another script ({a} / {b})"),
    _R.FATHER_SPELLING: mark("Father’s name: the same in another spelling ({a} / {b})"),
    _R.FATHER_LOOSE: mark("Father’s name: alike if spelled loosely ({a} / {b})"),
    _R.FATHER_WEAK: mark("Father’s name: only faintly alike ({a} / {b})"),
    _R.FATHER_INITIAL: mark("Father’s name: the initial agrees ({a} / {b})"),
    _R.FATHER_UNKNOWN: mark("Father’s name is known of only one of them ({a}{b})"),
    _R.FATHER_DIFFERS: mark("Father’s name differs: {a} / {b}"),
    _R.WORD_SAME: mark("One word only, and the same ({a})"),
    _R.WORD_SCRIPT: mark("One word only: the same in another script ({a} / {b})"),
    _R.WORD_SPELLING: mark("One word only: the same in another spelling ({a} / {b})"),
    _R.WORD_LOOSE: mark("One word only: alike if spelled loosely ({a} / {b})"),
    _R.WORD_WEAK: mark("One word only: faintly alike ({a} / {b})"),
    _R.WORD_INITIAL: mark("One word only: the initial agrees ({a} / {b})"),
    _R.WORD_DIFFERS: mark("One word only, and another one: {a} / {b}"),
    _R.MIRROR: mark(
        "Given name and father’s name stand the other way round: father and son, perhaps"
    ),
    _R.BROTHERS: mark("Family and father’s name agree, the given name does not: brothers, perhaps"),
    _R.TWINS: mark("All but the given name agrees: twins, or two names of one man"),
    _R.RENAMED: mark("All but the family name agrees: it may have been changed"),
    _R.ORDER: mark("The parts of the name agree only in another order"),
    _R.MIXED_LETTERS: mark("Letters of two scripts in one word: {a}"),
    _R.UNKNOWN_SCRIPT: mark("The script of “{a}” is not known here; compared letter by letter"),
    _R.NO_NAME: mark("There is no name to compare"),
    _R.BORN_DAY: mark("Born on the same day ({a})"),
    _R.BORN_TURNED: mark("Dates of birth with day and month changed round ({a} / {b})"),
    _R.BORN_SLIP: mark("Dates of birth differ by one figure ({a} / {b})"),
    _R.BORN_YEAR: mark("Dates of birth agree as far as they are known ({a} / {b})"),
    _R.BORN_OVERLAP: mark("Dates of birth do not exclude each other ({a} / {b})"),
    _R.BORN_NEAR: mark("Dates of birth lie close together ({a} / {b})"),
    _R.BORN_APART: mark("Dates of birth differ: {a} / {b}"),
    _R.SEX_DIFFERS: mark("One is a man, the other a woman"),
    _R.NUMBER_SAME: mark("The same identity number ({a})"),
    _R.NUMBER_DIFFERS: mark("Different identity numbers of one kind: {a} / {b}"),
    _R.UNIT_SAME: mark("The same unit ({a} / {b})"),
    _R.UNIT_DIFFERS: mark("Different units: {a} / {b}"),
    _R.BIRTHPLACE_SAME: mark("Born in the same place ({a} / {b})"),
    _R.BIRTHPLACE_DIFFERS: mark("Different places of birth: {a} / {b}"),
    _R.HOME_SAME: mark("Home in the same place ({a} / {b})"),
    _R.HOME_DIFFERS: mark("Homes in different places: {a} / {b}"),
}
_DATES = frozenset(code for code in ReasonCode if code.value.startswith("born_"))

_VERDICTS: dict[Verdict, str] = {
    Verdict.SAME: mark("Probably the same man"),
    Verdict.CANDIDATE: mark("Perhaps the same man"),
    Verdict.CONFLICT: mark("Contradictory: a person has to look"),
    Verdict.DIFFERENT: mark("Probably two different people"),
}


def verdict_words(verdict: Verdict, t: Translator) -> str:
    """Say a verdict."""
    return t.say(_VERDICTS[verdict])


def reason_sentence(reason: Reason, t: Translator) -> str:
    """Say one reason; the words of the names are shown as they were written."""
    a, b = _shown(reason, reason.a, t), _shown(reason, reason.b, t)
    match reason.code:
        case ReasonCode.FAMILY_RARE:
            return t.say_n(
                "Rare family name: {n} in the register",
                "Rare family name: {n} in the register",
                reason.count,
            )
        case ReasonCode.GIVEN_RARE:
            return t.say_n(
                "Rare given name: {n} in the register",
                "Rare given name: {n} in the register",
                reason.count,
            )
        case _:
            return t.say(_SENTENCES[reason.code], a=a, b=b)


def _shown(reason: Reason, words: str, t: Translator) -> str:
    if reason.code in _DATES:
        return in_words(PartialDate.restore(words or None, ""), t.lang, case="figures")
    if len(words) > _LONGEST:
        return f"{visible(words[:_LONGEST])}…"
    return visible(words)
