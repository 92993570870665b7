"""Do to exhibits what their pages offer: bring in, bin, restore, verify; say it, offer to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any  # what a use case answers is not looked at here
from uuid import UUID

from PySide6.QtWidgets import QWidget

from app.errors import HomewardError
from app.services.exhibits.exhibits import (
    link_exhibit,
    remove_exhibit,
    restore_exhibit,
    unlink_exhibit,
)
from app.services.exhibits.translations import drop_translation
from app.shapes.changes import Outcome
from app.shapes.exhibits import ExhibitLinkView, ExhibitRow, TranslationView
from app.shapes.requests.exhibits import (
    DropTranslation,
    LinkExhibit,
    RemoveExhibit,
    RestoreExhibit,
    UnlinkExhibit,
)
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.exhibits.incoming import Incoming
from app.ui.exhibits.intake_page import BringingIn
from app.ui.exhibits.making import Making
from app.ui.exhibits.outward import Outward
from app.ui.exhibits.pickers import pick_files, pick_scans
from app.ui.exhibits.sheets import TieSheet
from app.ui.exhibits.ties import Tie
from app.ui.exhibits.words import link_words
from app.ui.forms.saved import tell_saved
from app.ui.forms.searches import men_search
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.errors import sentence

type UseCase = Callable[[Any], Outcome[Any]]


class ExhibitDeeds:
    """What can be done with exhibits, wherever they stand."""

    def __init__(
        self,
        work: Work,
        open_intake: Callable[[BringingIn], object],
        open_exhibit: Callable[[UUID], object],
    ) -> None:
        self._work = work
        self._open_intake = open_intake
        self.outward = Outward(work)
        self.making = Making(work, open_exhibit)

    # --- coming in

    def bring_in(self, files: Sequence[Incoming], ties: Sequence[Tie] = ()) -> None:
        """Open the page that asks where files came from; says so where there is nothing to keep."""
        if files:
            self._open_intake(BringingIn(tuple(files), tuple(ties)))
        else:
            self._work.messages.done(lambda t: t.say("There is nothing here that can be kept."))

    def pick(self, host: QWidget, ties: Sequence[Tie] = ()) -> None:
        """Ask for files and bring them in."""
        files = pick_files(self._work.kit, host)
        if files:
            self.bring_in(files, ties)

    def scan(self, host: QWidget) -> None:
        """Ask for a folder of scans and bring them in."""
        files = pick_scans(self._work.kit, host)
        if files:
            self.bring_in(files)

    # --- what it speaks of

    def tie(self, row: ExhibitRow, host: QWidget) -> TieSheet:
        """Ask of whom an exhibit speaks, and tie it."""
        sheet = TieSheet(self._work.kit, row, men_search(self._work), host)
        sheet.given.connect(lambda ties: self._tie(row, ties, sheet))
        sheet.open()
        return sheet

    def _tie(self, row: ExhibitRow, ties: Sequence[Tie], sheet: TieSheet) -> None:
        left = list(ties)

        def next_one(_: object = None) -> None:
            if not left:
                sheet.accept()
                tell_saved(self._work, lambda t: t.say("{number} is tied.", number=row.number))
                return
            request = LinkExhibit(row.id, left.pop(0).link())
            self._work.write(lambda uow: link_exhibit(uow, request), next_one, failed)

        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                coded = error
                sheet.refuse(lambda t: sentence(coded, t))
            else:
                sheet.reject()
                self._work.messages.failed(error)

        next_one()

    def untie(self, link: ExhibitLinkView) -> None:
        """Untie an exhibit from what it speaks of; the exhibit stays."""
        self.do(
            lambda uow: unlink_exhibit(uow, UnlinkExhibit(link.id, link.version)),
            lambda t: t.say("Untied: {what}.", what=link_words(link, t)),
        )

    # --- its translations

    def drop_translation(self, one: TranslationView) -> None:
        """Take a translation away; the paper that it is stays an exhibit."""
        self.do(
            lambda uow: drop_translation(uow, DropTranslation(one.id, one.version)),
            lambda t: t.say("The translation is taken away."),
        )

    # --- the bin

    def put_into_bin(self, row: ExhibitRow, host: QWidget) -> ReasonSheet:
        """Ask why, then put an exhibit into the bin; nothing of it is deleted."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Put {number} into the bin", number=row.number),
            lambda t: t.say(
                "It leaves every list and paper. Its file, its links and its custody log stay, and "
                "it can be taken out again."
            ),
            lambda t: t.say("Put into the bin"),
            host,
        )
        return self.ask(
            sheet,
            lambda given: (
                lambda uow: remove_exhibit(uow, RemoveExhibit(row.id, row.version, given.text))
            ),
            lambda t: t.say("{number} is in the bin.", number=row.number),
        )

    def restore(self, row: ExhibitRow) -> None:
        """Take an exhibit out of the bin again."""
        self.do(
            lambda uow: restore_exhibit(uow, RestoreExhibit(row.id, row.version)),
            lambda t: t.say("{number} is out of the bin.", number=row.number),
        )

    # --- how things are done

    def do(self, use_case: UseCase, told: Words) -> None:
        """Do something at once and say it, with Undo."""
        self._work.write(use_case, lambda _: tell_saved(self._work, told))

    def ask(
        self, sheet: ReasonSheet, use_case: Callable[[Given], UseCase], told: Words
    ) -> ReasonSheet:
        """Open a sheet; what it gives is done, and what the register refuses stands in it."""
        work = self._work

        def done(_: Outcome[Any]) -> None:
            sheet.accept()
            tell_saved(work, told)

        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                coded = error
                sheet.refuse(lambda t: sentence(coded, t))
            else:
                sheet.reject()
                work.messages.failed(error)

        sheet.given.connect(lambda given: work.write(use_case(given), done, failed))
        sheet.open()
        return sheet
