"""Blank forms to fill in by hand, and the book of many files: a line each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.jobs.papers.book import BOUND, BookOrder, WrittenBook, write_book
from app.queries.cases.chosen import cases_answering
from app.shapes.case_list import CaseFilter
from app.ui.cases.query_box import QueryBox
from app.ui.papers.blank_forms import sheet_of_form
from app.ui.papers.job_strip import JobStrip
from app.ui.papers.paper_panel import TONGUES
from app.ui.papers.readers import reader_words
from app.ui.shell.saving import FileFaults
from app.ui.shell.tasks import Job
from app.ui.widgets.buttons import plain, quiet
from app.ui.widgets.card import Card
from app.ui.widgets.fields import Combo
from app.ui.widgets.file_questions import ask_new_file
from app.ui.widgets.form_field import Field
from app.ui.widgets.kit import Words
from app.ui.widgets.tabs import Segments
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.vocabulary import label
from models.vocabulary.forms import BlankForm
from models.vocabulary.papers import Audience


class FormsPart(QWidget):
    """Leads to the preview of a blank form, and binds files of men into one PDF."""

    def __init__(self, work: Work, back: Callable[[], object]) -> None:
        super().__init__()
        self._work = work
        self._back = back
        self._faults = FileFaults(work.messages)
        kit = work.kit
        self.progress = JobStrip(work)
        self.men = QueryBox(kit, lambda t: t.say("name, number, or a question"))
        self.reader = Combo(kit, lambda t: t.say("Who will read it"))
        self.reader.set_choices([(one, reader_words(one)) for one in BOUND])
        self.languages = Segments(kit, TONGUES, lambda t: t.say("Language of the paper"))
        self.duplex = QCheckBox()
        kit.bind(self.duplex, self.duplex.setText, lambda t: t.say("On both sides of the sheet"))
        self.bind_button = plain(kit, lambda t: t.say("Choose where and bind …"), icon="doc")
        self.bind_button.clicked.connect(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 24)
        column.setSpacing(16)
        column.addWidget(self._blank_forms())
        column.addWidget(self._book())
        column.addWidget(self.progress)
        column.addStretch(1)
        self.setMaximumWidth(kit.theme.scaled(760))

    def begin(self) -> None:
        """Put the keyboard where one would start."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self) -> None:
        """Ask where the book shall stand, and bind it."""
        kit = self._work.kit
        title = kit.say(lambda t: t.say("Save the book"))
        chosen = ask_new_file(self, kit, title, "PDF (*.pdf)", Path.home() / "book.pdf")
        if chosen is not None:
            self.bind(chosen)

    def bind(self, path: Path) -> None:
        """Bind the files of the men who answer to the question."""
        workspace, text = self._work.workspace, self.men.text().strip()
        lang, duplex = self.languages.current() or "en", self.duplex.isChecked()
        audience = Audience(str(self.reader.code() or Audience.INTERNAL))

        def work(job: Job) -> WrittenBook:
            men = workspace.read(lambda reader: cases_answering(reader, CaseFilter(text=text)))
            order = BookOrder(men, lang, text, not text, audience, duplex=duplex)
            return write_book(
                workspace, order, path, report=job.report, cancelled=lambda: job.cancelled
            )

        self.progress.watch(
            work, lambda t: t.say("Binding the book"), self._bound, self._faults.tell
        )

    def _bound(self, book: WrittenBook) -> None:
        name, pages = book.path.name, book.pages
        self._work.messages.done(
            lambda t: t.say_n(
                "{name}: {n} file on {pages} pages.", "{name}: {n} files on {pages} pages.",
                book.cases, name=name, pages=pages,
            )
        )  # fmt: skip

    def _blank_forms(self) -> Card:
        kit = self._work.kit
        card = Card(
            kit,
            lambda t: t.say("Blank forms"),
            lambda t: t.say(
                "To be filled in by hand, in two languages side by side; they look like the "
                "screens and hold nothing of the register."
            ),
        )
        for form in BlankForm:
            row = QHBoxLayout()
            row.addWidget(Label(kit, _form(form), wrap=True), 1)
            button = quiet(kit, lambda t: t.say("Show and print"), icon="print")
            button.clicked.connect(self._opener(form))
            row.addWidget(button)
            card.column.addLayout(row)
        return card

    def _book(self) -> Card:
        kit = self._work.kit
        card = Card(
            kit,
            lambda t: t.say("Book of many files"),
            lambda t: t.say(
                "The papers of many men in one PDF: title page, contents, an index of names in "
                "three alphabets, page numbers through. It is a draft and is not registered."
            ),
        )
        card.column.addWidget(Field(kit, lambda t: t.say("Men of the register"), self.men))
        card.column.addWidget(Field(kit, lambda t: t.say("Who will read it"), self.reader))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.languages)
        row.addWidget(self.duplex)
        row.addStretch(1)
        card.column.addLayout(row)
        card.column.addWidget(self.bind_button, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _opener(self, form: BlankForm) -> Callable[[], None]:
        def show() -> None:
            papers = self._work.doors.papers
            if papers is not None:
                papers.open_sheet(sheet_of_form(self._work, form, self._back))

        return show


def _form(form: BlankForm) -> Words:
    return lambda t: label("blank_form", form.value, t.lang)
