"""Translations of an exhibit: kept certified or not, corrected, taken away and brought back."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest

from app.cli.exhibit_words import view_json, view_words
from app.errors import BadInput, CaseChangedMeanwhile, NotFound
from app.i18n import Translator
from app.queries.exhibits.view import translation_meant
from app.queries.history.undoing import last_to_undo
from app.queries.papers.report_reading import case_report
from app.services.desk.bin import put_into_bin
from app.services.desk.undo import undo_entry
from app.services.exhibits.translations import drop_translation, save_translation
from app.shapes.case_report import TranslationNote
from app.shapes.exhibits import TranslationView
from app.shapes.requests.bin import PutIntoBin
from app.shapes.requests.exhibits import DropTranslation, LinkTo, SaveTranslation
from app.wording.errors import sentence
from app.workspace import Workspace
from models.vocabulary.roles import Role
from tests.factories.exhibits import keep_plainly, view_of
from tests.factories.men import day, missing_man
from tests.registers import Home
from tests.services.test_who_sees_what import limit

NOTARY = "Նոտար Պետրոսյան Աննա"


@pytest.fixture
def vault_register(vault: Home) -> Iterator[Workspace]:
    with vault.open() as found:
        yield found


def letter(register: Workspace, case_id: UUID | None = None) -> UUID:
    ties = () if case_id is None else (LinkTo(case_id),)
    return keep_plainly(register, b"letter", *ties).exhibit_id


def keep(register: Workspace, request: SaveTranslation) -> UUID:
    return register.write(lambda u: save_translation(u, request)).value


def kept(register: Workspace, exhibit_id: UUID) -> tuple[TranslationView, ...]:
    return view_of(register, exhibit_id).translations


def certified(exhibit_id: UUID) -> SaveTranslation:
    return SaveTranslation(
        exhibit_id, "en", "hy", "I am alive.", translator="W-07", certified_by=NOTARY,
        certified=day("2021-03-03"),
    )  # fmt: skip


def take_back(register: Workspace) -> None:
    entry = register.read(last_to_undo)
    assert entry is not None
    register.write(lambda u: undo_entry(u, entry))


def test_a_translation_is_kept_with_who_certified_it_and_when(register: Workspace) -> None:
    exhibit = letter(register)
    keep(register, certified(exhibit))
    keep(register, SaveTranslation(exhibit, "ru", words="Я жив."))
    first, second = kept(register, exhibit)
    assert first.is_certified
    assert (first.certified_by, first.certified) == (NOTARY, day("2021-03-03"))
    assert not second.is_certified


def test_a_translation_that_is_a_paper_names_its_exhibit(register: Workspace) -> None:
    exhibit = letter(register)
    paper = keep_plainly(register, b"its translation, sealed")
    keep(register, SaveTranslation(exhibit, "en", paper=paper.number.lower()))
    (one,) = kept(register, exhibit)
    assert one.paper is not None
    assert one.paper.number == paper.number


def test_every_step_with_a_translation_is_taken_back(register: Workspace) -> None:
    exhibit = letter(register)
    one = keep(register, certified(exhibit))
    before = kept(register, exhibit)
    mended = replace(certified(exhibit), words="I live.", translation_id=one, version=1)
    keep(register, mended)
    take_back(register)
    (back,) = kept(register, exhibit)
    assert back.words == "I am alive."
    register.write(lambda u: drop_translation(u, DropTranslation(one, back.version)))
    assert kept(register, exhibit) == ()
    take_back(register)
    assert [replace(one, version=1) for one in kept(register, exhibit)] == [*before]
    assert register.verify_history() == []


def test_undoing_the_first_save_leaves_no_translation(register: Workspace) -> None:
    exhibit = letter(register)
    keep(register, certified(exhibit))
    take_back(register)
    assert kept(register, exhibit) == ()


def test_who_corrects_what_somebody_else_corrected_is_stopped(register: Workspace) -> None:
    exhibit = letter(register)
    one = keep(register, certified(exhibit))
    mended = replace(certified(exhibit), words="I live.", translation_id=one, version=1)
    keep(register, mended)
    with pytest.raises(CaseChangedMeanwhile):
        keep(register, replace(mended, words="Living."))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"lang": ""}, "language"),
        ({"from_lang": "en"}, "language"),
        ({"words": ""}, "translation"),
        ({"certified_by": ""}, "certified_by"),
        ({"paper": "E-1999-00001"}, "paper"),
        ({"paper": "itself"}, "paper"),
    ],
)
def test_half_a_translation_is_refused_in_a_sentence(
    vault_register: Workspace, wrong: dict[str, str], field: str
) -> None:
    exhibit = letter(vault_register)
    if wrong.get("paper") == "itself":
        wrong = {"paper": view_of(vault_register, exhibit).row.number}
    with pytest.raises(BadInput) as caught:
        keep(vault_register, replace(certified(exhibit), **wrong))  # type: ignore[arg-type]  # texts
    assert caught.value.data["field"] == field
    for lang in ("en", "hy", "ru"):
        assert sentence(caught.value, Translator.open(lang))
    assert kept(vault_register, exhibit) == ()


def test_a_translation_of_one_exhibit_is_not_saved_as_that_of_another(
    vault_register: Workspace,
) -> None:
    exhibit, other = letter(vault_register), keep_plainly(vault_register, b"other").exhibit_id
    one = keep(vault_register, certified(exhibit))
    with pytest.raises(NotFound):
        keep(vault_register, replace(certified(other), translation_id=one, version=1))


def test_whoever_may_not_see_the_man_sees_no_translation_of_what_speaks_of_him(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    exhibit, open_one = letter(register, case_id), keep_plainly(register, b"open").exhibit_id
    hidden = view_of(register, exhibit).row.number
    one = keep(register, certified(exhibit))
    keep(register, SaveTranslation(open_one, "en", paper=hidden))
    limit(register, case_id)
    actor = register.actor
    register.actor = replace(actor, roles=frozenset({Role.INTAKE}))
    with pytest.raises(NotFound):
        register.read(lambda r: translation_meant(r, one))
    (shown,) = kept(register, open_one)
    assert shown.paper is None
    register.actor = actor
    register.write(lambda u: put_into_bin(u, PutIntoBin((case_id,), "not a soldier")))
    with pytest.raises(NotFound):
        register.write(lambda u: drop_translation(u, DropTranslation(one, 1)))
    with pytest.raises(BadInput):
        keep(register, SaveTranslation(open_one, "ru", paper=hidden))


def test_papers_know_of_translations_certified_ones_first_and_no_translator(
    register: Workspace,
) -> None:
    case_id = missing_man(register)
    exhibit = letter(register, case_id)
    keep(register, SaveTranslation(exhibit, "ru", "hy", "Я жив."))
    keep(register, certified(exhibit))
    (note,) = register.read(lambda r: case_report(r, case_id)).exhibits
    assert note.translations == (
        TranslationNote(
            "en", "hy", certified=True, certified_by=NOTARY, certified_on=day("2021-03-03")
        ),
        TranslationNote("ru", "hy"),
    )


def test_the_command_line_tells_of_translations(vault_register: Workspace) -> None:
    exhibit = letter(vault_register)
    keep(vault_register, certified(exhibit))
    view = view_of(vault_register, exhibit)
    (told,) = view_json(view)["translations"]
    assert (told["from"], told["into"], told["certified"]) == ("hy", "en", True)
    assert told["certified_on"] == "2021-03-03"
    assert "certified translation from Armenian into English" in view_words(
        view, Translator.open("en")
    )
