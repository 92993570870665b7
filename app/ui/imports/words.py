"""Words of the import page: what a column may hold."""

from __future__ import annotations

from app.i18n.translator import Translator
from app.importing.guess import ListField


def list_field(code: ListField, t: Translator) -> str:
    """Say what a column holds."""
    return {
        ListField.FAMILY: t.say("Family name"),
        ListField.GIVEN: t.say("Given name"),
        ListField.PATRONYMIC: t.say("Father’s name"),
        ListField.FULL_NAME: t.say("Whole name"),
        ListField.BIRTH_DATE: t.say("Date of birth"),
        ListField.BIRTH_PLACE: t.say("Place of birth"),
        ListField.HOME_ADDRESS: t.say("Home address"),
        ListField.RANK: t.say("Rank"),
        ListField.UNIT: t.say("Unit"),
        ListField.SERVICE_NUMBER: t.say("Service number"),
        ListField.LIST_NUMBER: t.say("Number in this list"),
        ListField.EVENT_DATE: t.say("When it happened"),
        ListField.EVENT_PLACE: t.say("Where it happened"),
        ListField.EVENT_WORDS: t.say("What is said of him"),
        ListField.SOURCE_TITLE: t.say("Who says so"),
        ListField.SOURCE_URL: t.say("Address on the web"),
        ListField.SAID_ON: t.say("Said on"),
        ListField.REMARK: t.say("Remark"),
        ListField.NOTHING: t.say("leave out"),
    }[code]
