"""The title block: who, in three scripts, what is known in words, how complete the file is."""

from __future__ import annotations

from app.reports.document import TitleBlock
from app.reports.paper_words import NBSP
from app.reports.sections.desk import Desk
from app.wording.status_words import chip_words, headline_words

MOST_LACKING = 4  # points that are named beside his name; more of them stand in the last section


def title_block(desk: Desk) -> TitleBlock:
    """Make the head of the first page."""
    case, words = desk.case, desk.words
    name, others = words.title_names(case.identity)
    name = words.opening(name)
    computed = words.say(
        "{code} · computed by codebook {version} from the events below",
        code=case.status.headline.value,
        version=case.status.codebook_version,
    )
    return TitleBlock(
        name=name,
        other_names=others,
        headline=headline_words(case.status, words.translator),
        computed_by=computed,
        chips=chip_words(case.status, case.status_as_of, words.translator),
        lines=(*_incident(desk), _officer(desk)),
        photo=case.photo,
        photo_caption=_caption(desk),
        photo_mark="SAMPLE" if case.sample else "",
    )


def minimum_point(desk: Desk, code: str) -> str:
    """Name a point of the minimum data set."""
    return desk.words.label("minimum", code)


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
                date=words.when(case.incident_date),
                number=_whole(case.incident_number),
            ),
        )
    number = _whole(case.incident_number)
    return (words.say("Incident: {title} ({number})", title=title, number=number),)


def _officer(desk: Desk) -> str:
    case, words = desk.case, desk.words
    officer = words.say("no case officer assigned")
    if case.case_officer:
        officer = words.say("case officer: {officer}", officer=case.case_officer)
    return f"{words.opening(officer)} · {_completeness(desk)}"


def _completeness(desk: Desk) -> str:
    case, words = desk.case, desk.words
    total = case.minimum_points
    if not case.minimum_missing:
        return words.say("file complete in all {total} points", total=total)
    if len(case.minimum_missing) > MOST_LACKING:
        return words.say(
            "file complete in {done} of {total} points; what is lacking stands at the end",
            done=total - len(case.minimum_missing),
            total=total,
        )
    return words.say(
        "file complete in {done} of {total} points; lacking: {lacking}",
        done=total - len(case.minimum_missing),
        total=total,
        lacking=", ".join(minimum_point(desk, code) for code in case.minimum_missing),
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
    taken = words.when(photo.taken)
    if not number:
        return words.say("Photograph, {date}", date=taken)
    return words.say("Photograph, {date}, {number}", date=taken, number=number)


def _whole(number: str) -> str:
    """Keep a number in one piece."""
    return number.replace(" ", NBSP)
