"""Says what the columns of a printed list of cases are called."""

from __future__ import annotations

from app.i18n import Translator
from app.shapes.case_list_paper import CaseColumn, PageTurn
from app.wording import status_words
from app.wording.status_words import Answer


def column_head(column: CaseColumn, t: Translator) -> str:
    """Name a column, at its head and where it is chosen."""
    return {
        CaseColumn.NUMBER: t.say("Number"),
        CaseColumn.NAME: t.say("Name"),
        CaseColumn.NAME_HY: t.say_in("of a person", "Name in Armenian"),
        CaseColumn.NAME_RU: t.say_in("of a person", "Name in Russian"),
        CaseColumn.NAME_EN: t.say_in("of a person", "Name in English"),
        CaseColumn.BORN: t.say("Born"),
        CaseColumn.RANK: t.say("Rank"),
        CaseColumn.UNIT: t.say("Unit"),
        CaseColumn.PLACE: t.say("Last known place"),
        CaseColumn.LAST: t.say("Last known date"),
        CaseColumn.HEADLINE: t.say("Headline"),
        CaseColumn.ALIVE: status_words.column_head(Answer.ALIVE, t),
        CaseColumn.HELD: status_words.column_head(Answer.HELD, t),
        CaseColumn.ADMITTED: status_words.column_head(Answer.ADMITTED, t),
        CaseColumn.HOME: status_words.column_head(Answer.HOME, t),
        CaseColumn.LIFE: t.say("Last sign of life not later than"),
        CaseColumn.OFFICER: t.say("Officer"),
    }[column]


def turn_words(turn: PageTurn, t: Translator) -> str:
    """Say how the page lies."""
    return {
        PageTurn.AUTO: t.say("As the columns need"),
        PageTurn.PORTRAIT: t.say("Portrait"),
        PageTurn.LANDSCAPE: t.say("Landscape"),
    }[turn]
