"""Says what a person should know before a dossier goes to a court: one sentence a warning."""

from __future__ import annotations

from app.i18n import Translator
from app.shapes.court import CourtFlaw, CourtWarning
from app.wording.number_ranges import in_ranges
from models.vocabulary.date_words import in_words
from models.vocabulary.partial_date import PartialDate


def court_warning_sentence(warning: CourtWarning, t: Translator) -> str:
    """Give the sentence of a warning: what is lacking and what to do about it."""
    match warning.flaw:
        case CourtFlaw.TOO_LONG_FOR_FAX:
            return t.say(
                "The dossier has {pages} pages. By fax the Court takes {limit} at a time: send it "
                "in parts, or through its Rule 39 site, or by post. It takes nothing by e-mail.",
                **warning.figures,
            )
        case CourtFlaw.OUT_OF_HOURS:
            return _out_of_hours(warning, t)
        case CourtFlaw.EXHIBIT_INCOMPLETE:
            return t.say_n(
                "Something that a court asks for is missing in exhibit {named}. Complete it "
                "before it is relied on.",
                "Something that a court asks for is missing in exhibits {named}. Complete them "
                "before they are relied on.",
                len(warning.named),
                named=", ".join(warning.named),
            )
        case CourtFlaw.APPLICANT_IN_OTHER_LETTERS:
            return t.say(
                "The name of the applicant, {named}, is not in the letters of this paper. Write it "
                "in the case in both, or the Court may not be able to read it.",
                named=", ".join(warning.named),
            )
        case CourtFlaw.FACT_WITHOUT_EXHIBIT:
            return t.say_n(
                "No exhibit proves paragraph {named}. Tie one to the event, or be ready to say why "
                "there is none.",
                "No exhibit proves paragraphs {named}. Tie one to each event, or be ready to say "
                "why there is none.",
                len(warning.named),
                named=", ".join(in_ranges(warning.named)),
            )
        case _:
            return _plain(warning.flaw, t)


def _plain(flaw: CourtFlaw, t: Translator) -> str:
    return {
        CourtFlaw.CONTACT_MISSING: t.say(
            "The Court asks whom it should call, by name and with a telephone number. Enter the "
            "person to contact among the facts of the office."
        ),
        CourtFlaw.STATE_MISSING: t.say(
            "The State concerned is not named. Enter in the case who is believed responsible."
        ),
        CourtFlaw.APPLICANT_MISSING: t.say(
            "No applicant is named. Mark in the case which relative reported him missing or is to "
            "be informed first."
        ),
        CourtFlaw.NAME_UNKNOWN: t.say(
            "No family name of his is known. The Court must be able to tell whom a request is "
            "about: say in the facts by what he is known, or wait until somebody names him."
        ),
        CourtFlaw.NOTHING_TO_ASK: t.say(
            "He is home, free or known to be dead: there is no interim measure to ask for. The "
            "dossier is made without the Rule 39 page."
        ),
        CourtFlaw.NO_RELEASABLE_TEXT: t.say(
            "The circumstances have no wording that may leave the office, so the dossier does not "
            "tell them. Write one in the case."
        ),
        CourtFlaw.OTHER_LANGUAGE: t.say(
            "The Court works in English and French. Send this version only beside one of them, or "
            "after reading Rule 34 of the Rules of Court."
        ),
    }[flaw]


def _out_of_hours(warning: CourtWarning, t: Translator) -> str:
    if warning.opens is None:
        return t.say("The Court deals with such requests on weekdays from 08:00 to 16:00.")
    day = in_words(PartialDate.parse_edtf(warning.opens.date().isoformat()), t.lang)
    return t.say(
        "The Court deals with such requests on weekdays from 08:00 to 16:00, Strasbourg time. It "
        "is closed now; it opens again on this day: {date}.",
        date=day,
    )
