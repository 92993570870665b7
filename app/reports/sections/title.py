"""The title block: who, in three scripts, what is known in words, how complete the file is."""

from __future__ import annotations

from app.i18n.translator import mark
from app.reports.document import TitleBlock
from app.reports.paper_words import NBSP
from app.reports.sections.desk import Desk
from app.reports.status_words import chip_words, headline_words

# What each point of the minimum data set (`domain.md` 2.1) is called when it is lacking.
MINIMUM_POINTS = {
    "MIN.NAME": mark("full name in his own script"),
    "MIN.FATHER": mark("father’s name"),
    "MIN.DOB": mark("date of birth"),
    "MIN.SEX": mark("sex"),
    "MIN.RESID": mark("place of birth or residence"),
    "MIN.IDNO": mark("document or personal number"),
    "MIN.UNIT": mark("unit and rank"),
    "MIN.DATE": mark("date of last contact"),
    "MIN.PLACE": mark("place last seen"),
    "MIN.CIRC": mark("circumstances"),
    "MIN.RESP": mark("who is believed responsible"),
    "MIN.STEPS": mark("steps taken"),
    "MIN.REPORTER": mark("who reported him"),
    "MIN.KIN": mark("next of kin and address"),
    "MIN.LEGAL": mark("consent or legal basis"),
    "MIN.PHOTO": mark("photograph"),
}


def title_block(desk: Desk) -> TitleBlock:
    """Make the head of the first page."""
    case, words = desk.case, desk.words
    name, others = words.title_names(case.identity)
    computed = words.say(
        "{code} · computed by codebook {version} from the events below",
        code=case.status.headline.value,
        version=case.status.codebook_version,
    )
    return TitleBlock(
        name=name,
        other_names=others,
        headline=headline_words(case.status, words),
        computed_by=computed,
        chips=chip_words(case.status, case.status_as_of, words),
        lines=(*_incident(desk), _officer(desk)),
        photo=case.photo,
        photo_caption=_caption(desk),
        photo_mark="SAMPLE" if case.sample else "",
    )


def minimum_point(desk: Desk, code: str) -> str:
    """Name a point of the minimum data set."""
    return desk.words.say(MINIMUM_POINTS.get(code, code))


def _incident(desk: Desk) -> tuple[str, ...]:
    case, words = desk.case, desk.words
    if not case.incident_number:
        return ()
    title = case.incident_title.best(words.lang)
    if case.incident_date is not None:
        return (
            words.say(
                "Incident: {title}, {date} ({number})",
                title=title,
                date=words.date(case.incident_date),
                number=_whole(case.incident_number),
            ),
        )
    number = _whole(case.incident_number)
    return (words.say("Incident: {title} ({number})", title=title, number=number),)


def _officer(desk: Desk) -> str:
    case, words = desk.case, desk.words
    officer = case.case_officer or words.say("not assigned")
    total = case.minimum_points
    done = total - len(case.minimum_missing)
    if not case.minimum_missing:
        return words.say(
            "Case officer: {officer} · file complete in all {total} points",
            officer=officer,
            total=total,
        )
    lacking = ", ".join(minimum_point(desk, code) for code in case.minimum_missing)
    return words.say(
        "Case officer: {officer} · file complete in {done} of {total} points; lacking: {lacking}",
        officer=officer,
        done=done,
        total=total,
        lacking=lacking,
    )


def _caption(desk: Desk) -> str:
    photo, words = desk.case.photo, desk.words
    if photo is None:
        return ""
    number = _whole(photo.exhibit_number)
    if photo.taken is None or photo.taken.edtf is None:
        if not number:
            return words.say("Photograph, date not known")
        return words.say("Photograph, date not known, {number}", number=number)
    taken = words.date(photo.taken)
    if not number:
        return words.say("Photograph, {date}", date=taken)
    return words.say("Photograph, {date}, {number}", date=taken, number=number)


def _whole(number: str) -> str:
    """Keep a number in one piece."""
    return number.replace(" ", NBSP)
