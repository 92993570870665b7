"""The optimistic lock at the door of every editing use case (R-07)."""

from app.errors import CaseChangedMeanwhile
from models.base import Entity


def same_version(thing: Entity, version: int) -> None:
    """Let a save pass only if nobody saved the thing since it was read.

    Raises:
        CaseChangedMeanwhile: the version read is not the version now.
    """
    if thing.version != version:
        cases = thing.history_case_ids()
        raise CaseChangedMeanwhile(thing.__tablename__, thing.id, cases[0] if cases else None)
