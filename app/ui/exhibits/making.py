"""Make new exhibits from a picture, turned or cut out, and let one stand for a man.

The original never changes: what is made of it is an exhibit of its own that names it (R-46).
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.errors import HomewardError
from app.jobs.exhibits.derive import crop_exhibit, turn_exhibit
from app.jobs.exhibits.pictures import choose_portrait
from app.services.exhibits.portraits import take_portrait_away
from app.shapes.exhibits import ExhibitRow
from app.shapes.files import Crop
from app.shapes.requests.exhibits import TakenIn, TakePortraitAway
from app.ui.exhibits.crop_sheet import PORTRAIT, CropSheet
from app.ui.forms.saved import tell_saved
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.errors import sentence


class Making:
    """What can be made of a picture."""

    def __init__(self, work: Work, open_exhibit: Callable[[UUID], object]) -> None:
        self._work = work
        self._open = open_exhibit

    def turn(self, row: ExhibitRow, quarters: int) -> None:
        """Keep it turned clockwise by so many quarters, as an exhibit of its own."""
        work = self._work
        transform = work.kit.say(
            (lambda t: t.say("turned right by 90 degrees"))
            if quarters == 1
            else (lambda t: t.say("turned left by 90 degrees"))
        )
        work.tasks.background(
            lambda _: turn_exhibit(work.workspace, row.id, quarters, transform=transform),
            self._made,
            work.messages.failed,
        )

    def crop(self, row: ExhibitRow, image: QImage, host: QWidget) -> CropSheet:
        """Ask for a part, and keep it as an exhibit of its own."""
        work = self._work
        sheet = CropSheet(
            work.kit,
            lambda t: t.say("Crop {number}", number=row.number),
            lambda t: t.say("The part becomes an exhibit of its own; the original stays as it is."),
            lambda t: t.say("Make it an exhibit"),
            image,
            host,
        )
        transform = work.kit.say(lambda t: t.say("cut out of the picture"))
        return self._ask(
            sheet,
            lambda part: crop_exhibit(work.workspace, row.id, part, transform=transform),
            self._made,
        )

    def use_as_photo(self, row: ExhibitRow, image: QImage, host: QWidget) -> CropSheet | None:
        """Ask for the part that shows his face, and let it stand for him on screen and paper."""
        work = self._work
        men: dict[UUID, Words] = {
            link.case_id: f"{link.case_number} {link.case_name}"
            for link in row.links
            if link.case_id is not None
        }
        if not men:
            work.messages.done(
                lambda t: t.say(
                    "Tie {number} to a man first; then it can be his photo.", number=row.number
                )
            )
            return None
        sheet = CropSheet(
            work.kit,
            lambda t: t.say("Use as his photo"),
            lambda t: t.say(
                "What is in the frame is made anew from its pixels: no place, no date and nothing "
                "hidden goes with it onto paper."
            ),
            lambda t: t.say("Use as his photo"),
            image,
            host,
            ratio=PORTRAIT,
            men=tuple(men.items()),
        )
        transform = work.kit.say(lambda t: t.say("cut out as a portrait"))

        def choose(part: Crop) -> TakenIn:
            chosen = sheet.man.code() if sheet.man is not None else None
            case_id = chosen if isinstance(chosen, UUID) else next(iter(men))
            return choose_portrait(work.workspace, case_id, row.id, part, transform=transform)

        return self._ask(sheet, choose, self._chosen)

    def _ask(
        self,
        sheet: CropSheet,
        make: Callable[[Crop], TakenIn],
        told: Callable[[TakenIn], object],
    ) -> CropSheet:
        work = self._work

        def done(made: TakenIn) -> None:
            sheet.accept()
            told(made)

        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                coded = error
                sheet.refuse(lambda t: sentence(coded, t))
            else:
                sheet.reject()
                work.messages.failed(error)

        sheet.given.connect(lambda part: work.tasks.background(lambda _: make(part), done, failed))
        sheet.open()
        return sheet

    def take_photo_away(self, case_id: UUID) -> None:
        """Let no picture stand for a man any more; the exhibit stays."""
        work = self._work
        request = TakePortraitAway(case_id)
        work.write(
            lambda uow: take_portrait_away(uow, request),
            lambda _: tell_saved(work, lambda t: t.say("His photo is taken away.")),
        )

    def _made(self, made: TakenIn) -> None:
        self._work.messages.done(lambda t: t.say("Made as {number}.", number=made.number))
        self._open(made.exhibit_id)

    def _chosen(self, made: TakenIn) -> None:
        self._work.messages.done(lambda t: t.say("His photo is {number} now.", number=made.number))
