"""What is chosen when two files prove to be one man, and what stands in the way (P12, AT20)."""

from enum import StrEnum


class MergeField(StrEnum):
    """What two files may say differently, and of which the joined file shows one first."""

    NAME = "NAME"
    FIGURE = "FIGURE"
    SEX = "SEX"
    BIRTH = "BIRTH"
    BIRTH_PLACE = "BIRTH_PLACE"
    HOME = "HOME"
    NATIONALITY = "NATIONALITY"
    OCCUPATION = "OCCUPATION"
    SERVICE = "SERVICE"
    CATEGORY = "CATEGORY"
    CATEGORY_CLAIMED = "CATEGORY_CLAIMED"
    HEIGHT = "HEIGHT"
    BUILD = "BUILD"
    HAIR = "HAIR"
    EYES = "EYES"
    MARKS = "MARKS"
    BLOOD_GROUP = "BLOOD_GROUP"
    PORTRAIT = "PORTRAIT"
    INCIDENT = "INCIDENT"
    OFFICER = "OFFICER"
    CIRCUMSTANCES = "CIRCUMSTANCES"
    CIRCUMSTANCES_RELEASABLE = "CIRCUMSTANCES_RELEASABLE"
    RESPONSIBLE = "RESPONSIBLE"
    STEPS_TAKEN = "STEPS_TAKEN"
    REMARK = "REMARK"


class Whose(StrEnum):
    """Whose words the joined file keeps."""

    SURVIVOR = "SURVIVOR"
    ABSORBED = "ABSORBED"
    BOTH = "BOTH"
    """Long texts, one after the other."""


class MergeBar(StrEnum):
    """Facts that forbid that two files are one man."""

    IDENTITY_NUMBER = "IDENTITY_NUMBER"
    """Each has a confirmed number of one kind and series, and they are not the same."""
    TWO_PLACES = "TWO_PLACES"
    """Both were certainly held or seen on one day, in different places."""
    NOT_SAME = "NOT_SAME"
    """A person decided that they are two men."""


class MergeDoubt(StrEnum):
    """What must make whoever merges look twice: it takes a reason."""

    BIRTH_DIFFERS = "BIRTH_DIFFERS"
    FATHER_AND_SON = "FATHER_AND_SON"
    SEX_DIFFERS = "SEX_DIFFERS"
    NUMBER_DIFFERS = "NUMBER_DIFFERS"
    SAME_LIST = "SAME_LIST"
    """One list names both, in two rows."""
    SURVIVOR_CLOSED = "SURVIVOR_CLOSED"
    MISFIT = "MISFIT"
    """Taken together, things happened to him that do not go together."""
