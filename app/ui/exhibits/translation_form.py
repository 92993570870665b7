"""Enter what an exhibit says in another language, by whom, and who certified it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import override
from uuid import UUID

from PySide6.QtCore import Slot

from app.db.unit_of_work import Reader
from app.errors import NotFound
from app.i18n import Translator
from app.queries.exhibits.view import translation_meant
from app.services.exhibits.translations import save_translation
from app.shapes.changes import Outcome
from app.shapes.exhibits import ExhibitView, TranslationView
from app.ui.exhibits.translation_draft import (
    COMPARED,
    TranslationDraft,
    field_words,
    value_words,
)
from app.ui.forms.drafted_form import ComparedForm
from app.ui.forms.entry import Entry
from app.ui.forms.short_date import ShortDate
from app.ui.theme.palette import Role
from app.ui.theme.type_scale import Size
from app.ui.widgets.fields import Combo, LineEdit
from app.ui.widgets.form_field import TextArea
from app.ui.widgets.kit import Words
from app.ui.widgets.text import Label
from app.ui.work import Work
from app.wording.languages import KNOWN, language_name

PLACE = "translation_form"
_NOT_NOTED: tuple[str, Words] = ("", lambda t: t.say("language not noted"))
_TO_CHOOSE: tuple[str, Words] = ("", lambda t: t.say("choose the language"))


@dataclass(frozen=True, slots=True)
class Translating:
    """An exhibit as it was when the form was opened, and the translation that is corrected."""

    view: ExhibitView
    translation: TranslationView | None
    form = "save_translation"


class TranslationForm(ComparedForm[Translating, TranslationDraft]):
    """The form of one translation of an exhibit."""

    opened_with = (Translating,)
    shape = TranslationDraft
    compared = COMPARED

    def __init__(self, work: Work) -> None:
        super().__init__(
            work, PLACE, draft_form=Translating.form, save_words=lambda t: t.say("Save")
        )
        self.lines: dict[str, LineEdit] = {}
        self._build()
        self.more_button.hide()

    # --- building

    def _build(self) -> None:
        kit = self.kit
        today = self.work.workspace.clock.today()
        languages = [(code, _language(code)) for code in KNOWN]
        self.from_lang = Combo(kit, lambda t: t.say("From which language"))
        self.from_lang.set_choices([_NOT_NOTED, *languages])
        self.lang = Combo(kit, lambda t: t.say("Into which language"))
        self.lang.set_choices([_TO_CHOOSE, *languages])
        self.words = TextArea(kit, lambda t: t.say("Words of the translation"), lines=8)
        self.certified = ShortDate(kit, lambda t: t.say("Certified on"), not_after=today)
        which = self.section(lambda t: t.say("Languages"))
        which.add_row(
            (self.enter("from_lang", self.from_lang, lambda t: t.say("From which language")), 1),
            (self.enter("lang", self.lang, lambda t: t.say("Into which language")), 1),
        )
        said = self.section(lambda t: t.say("What it says"))
        said.add(self.enter("words", self.words, lambda t: t.say("Words of the translation")))
        said.add(self._line("paper", lambda t: t.say("Exhibit that is the translation")))
        said.add(
            self._note(
                lambda t: t.say(
                    "Its number, like E-2021-00017, where the translation is a paper of its own: "
                    "take it in as an exhibit first."
                )
            )
        )
        by = self.section(lambda t: t.say("Who translated"))
        by.add(self._line("translator", lambda t: t.say("Translator")))
        by.add(
            self._note(lambda t: t.say("For the staff alone: no paper names whoever translated."))
        )
        certified = self.section(lambda t: t.say("Certified"))
        certified.add_row(
            (self._line("certified_by", lambda t: t.say("Certified by")), 2),
            (self.enter("certified", self.certified, lambda t: t.say("Certified on")), 1),
        )
        certified.add(
            self._note(
                lambda t: t.say(
                    "Who answers for it before a court: a sworn translator, a notary. Left empty, "
                    "papers call it an uncertified translation."
                )
            )
        )
        for signal in (
            self.from_lang.code_changed,
            self.lang.code_changed,
            self.words.changed,
            self.certified.changed,
            *(line.textChanged for line in self.lines.values()),
        ):
            signal.connect(self.touched)

    def _line(self, code: str, words: Words) -> Entry:
        self.lines[code] = LineEdit(self.kit, words)
        return self.enter(code, self.lines[code], words)

    def _note(self, words: Words) -> Label:
        return Label(self.kit, words, Size.S, Role.TEXT2, wrap=True)

    # --- what the frame asks

    @override
    def start(self, intention: Translating) -> None:
        self.intention = intention
        number, one = intention.view.row.number, intention.translation
        self.title.set_words(lambda t: t.say("Translation of {number}", number=number))
        self.back.set_words(number)
        self.show_draft(self.draft_of(intention))
        self.begin(str(one.id if one else intention.view.row.id))

    @override
    def draft(self) -> TranslationDraft:
        line = {code: edit.text().strip() for code, edit in self.lines.items()}
        return TranslationDraft(
            from_lang=str(self.from_lang.code() or ""),
            lang=str(self.lang.code() or ""),
            words=self.words.text().strip(),
            certified=self.certified.text().strip(),
            **line,
        )

    @override
    def fill(self, draft: TranslationDraft) -> None:
        self.from_lang.set_code(draft.from_lang)
        self.lang.set_code(draft.lang)
        self.words.set_text(draft.words)
        self.certified.set_text(draft.certified)
        for code, line in self.lines.items():
            line.setText(getattr(draft, code))

    @override
    def entry_of(self, field: str) -> str:
        return {"language": "lang", "translation": "words"}.get(field, field)

    # --- saving

    @override
    def write(self, intention: Translating, draft: TranslationDraft) -> None:
        request = draft.request(intention.view, intention.translation)
        self.work.write(lambda uow: save_translation(uow, request), self._saved, self.refused)

    @Slot(object)
    def _saved(self, _: Outcome[UUID]) -> None:
        self.saved(lambda t: t.say("The translation is saved."))

    # --- two people corrected one translation

    @override
    def as_it_stands(self, intention: Translating) -> Callable[[Reader], Translating] | None:
        one = intention.translation
        if one is None:
            return None
        thing_id = one.id

        def read(reader: Reader) -> Translating:
            view, now = translation_meant(reader, thing_id)
            if now is None:
                raise NotFound("translations", thing_id)
            return Translating(view, now)

        return read

    @override
    def draft_of(self, intention: Translating) -> TranslationDraft:
        one = intention.translation
        return TranslationDraft() if one is None else TranslationDraft.of(one)

    @override
    def field_said(self, field: str, t: Translator) -> str:
        return field_words(field, t)

    @override
    def value_said(self, field: str, value: object, t: Translator) -> str:
        return value_words(field, value, t)

    @override
    def gone_words(self, t: Translator) -> str:
        return t.say("This translation was taken away.")


def _language(code: str) -> Words:
    return lambda t: language_name(code, t)
