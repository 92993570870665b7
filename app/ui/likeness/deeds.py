"""Do what two files side by side offer: join, keep apart, part again; say it, offer to undo it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any  # what a use case answers is not looked at here
from uuid import UUID

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.errors import HomewardError
from app.queries.merging.parting import split_preview
from app.services.merging.merging import merge_cases
from app.services.merging.not_same import mark_not_same, unmark_not_same
from app.services.merging.parting import split_cases
from app.shapes.changes import Outcome
from app.shapes.merging import Doubt, SplitPreview
from app.shapes.requests.merging import MarkNotSame, MergeRequest, SplitCases, UnmarkNotSame
from app.ui.cases.reason_sheet import Given, ReasonSheet
from app.ui.cases.undo import Undo
from app.ui.likeness.words import split_sentences
from app.ui.widgets.kit import Words
from app.ui.work import Work
from app.wording.errors import sentence
from app.wording.merging import doubt_sentence

type UseCase = Callable[[Any], Outcome[Any]]


class LikenessDeeds:
    """The deeds on two files of one window."""

    def __init__(self, work: Work, undo: Undo) -> None:
        self._work = work
        self._undo = undo

    def join(
        self,
        request: MergeRequest,
        numbers: tuple[str, str],
        doubts: tuple[Doubt, ...],
        host: QWidget,
        after: Callable[[], object],
    ) -> ReasonSheet:
        """Ask once more, with what makes it doubtful, then take one file into the other."""
        stays, goes = numbers

        def explained(t: Any) -> str:  # Any: a translator, as every word of the kit takes it
            told = t.say(
                "{goes} is taken into {stays}: names, events, sources, exhibits and notes all "
                "come over, nothing is deleted, and the number {goes} leads to {stays} from now "
                "on. It can be undone, and the two can be parted later too.",
                goes=goes,
                stays=stays,
            )
            return "\n".join((told, *(doubt_sentence(doubt, t) for doubt in doubts)))

        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Join these two files"),
            explained,
            lambda t: t.say("Join the two files"),
            host,
            must_say=bool(doubts),
        )

        def use_case(given: Given) -> UseCase:
            asked = MergeRequest(request.survivor, request.absorbed, request.choices, given.text)
            return lambda uow: merge_cases(uow, asked)

        return self._run(
            sheet,
            use_case,
            lambda t: t.say("{goes} was taken into {stays}.", goes=goes, stays=stays),
            after,
        )

    def keep_apart(
        self, first_id: UUID, second_id: UUID, host: QWidget, after: Callable[[], object]
    ) -> ReasonSheet:
        """Ask why, then remember that two files are two men."""
        sheet = ReasonSheet(
            self._work.kit,
            lambda t: t.say("Not the same man"),
            lambda t: t.say(
                "Both files stay as they are, and the program does not propose the two again."
            ),
            lambda t: t.say("These are two men"),
            host,
            must_say=False,
        )
        return self._run(
            sheet,
            lambda given: (
                lambda uow: mark_not_same(uow, MarkNotSame(first_id, second_id, given.text))
            ),
            lambda t: t.say("It is remembered that these are two men."),
            after,
        )

    def open_again(self, first_id: UUID, second_id: UUID) -> None:
        """Take back that two files are two men."""
        self._work.write(
            lambda uow: unmark_not_same(uow, UnmarkNotSame(first_id, second_id)),
            self._told(lambda t: t.say("It is open again whether this is one man.")),
        )

    def part(self, merge_id: UUID, host: QWidget) -> None:
        """Tell what parting would do, ask why, then part two files again."""

        def ask(preview: SplitPreview) -> None:
            sheet = PartSheet(self._work, preview, host)
            self._run(
                sheet,
                lambda given: (
                    lambda uow: split_cases(
                        uow,
                        SplitCases(
                            merge_id, preview.version, given.text, sheet.remember.isChecked()
                        ),
                    )
                ),
                lambda t: t.say(
                    "{first} and {second} are two files again.",
                    first=preview.number,
                    second=preview.absorbed_number,
                ),
                lambda: None,
            )

        self._work.read(lambda reader: split_preview(reader, merge_id), ask)

    def _run(
        self,
        sheet: ReasonSheet,
        use_case: Callable[[Given], UseCase],
        words: Words,
        after: Callable[[], object],
    ) -> ReasonSheet:
        told = self._told(words)

        def done(outcome: Outcome[Any]) -> None:
            sheet.accept()
            after()
            told(outcome)

        def failed(error: Exception) -> None:
            if isinstance(error, HomewardError):
                sheet.refuse(lambda t: sentence(error, t))
            else:
                sheet.reject()
                self._work.messages.failed(error)

        sheet.given.connect(lambda answer: self._work.write(use_case(answer), done, failed))
        sheet.open()
        return sheet

    def _told(self, words: Words) -> Callable[[Outcome[Any]], None]:
        def done(_: Outcome[Any]) -> None:
            self._work.messages.done(words, undo=self._undo.take_back)

        return done


class PartSheet(ReasonSheet):
    """Ask why two files are parted, and tell what goes back and what stays."""

    def __init__(self, work: Work, preview: SplitPreview, host: QWidget) -> None:
        super().__init__(
            work.kit,
            lambda t: t.say(
                "Part {first} and {second} again",
                first=preview.number,
                second=preview.absorbed_number,
            ),
            lambda t: split_sentences(preview, t),
            lambda t: t.say("Part them again"),
            host,
        )
        self.remember = QCheckBox()
        work.kit.bind(
            self.remember,
            self.remember.setText,
            lambda t: t.say("Remember that these are two men"),
        )
        self.remember.setChecked(True)
        column = self.layout()
        if isinstance(column, QVBoxLayout):
            column.insertWidget(column.count() - 1, self.remember)
