"""Every deed a use case names is known: its words, and whether it can be taken back (U-07)."""

import ast
from collections.abc import Iterator

from app.i18n import Translator
from app.wording.deeds import has_words, never_undone_sentence
from models.vocabulary.deeds import NOT_UNDOABLE, READ_LIMITED, UNDOABLE, NoUndo
from models.vocabulary.exhibits import CustodyAction
from tests.architecture.source_tree import modules

#: Steps of custody that are written beside another deed only, and what makes no entry.
_UNUSED = {
    "keep_made",
    *(f"custody_{step}".lower() for step in CustodyAction),
} - {"custody_verified", "custody_exported", "custody_viewed_for_export", "custody_printed"}

ASK = (
    "Enter it in models/vocabulary/deeds.py: in UNDOABLE with the right it needs, or in "
    "NOT_UNDOABLE with the reason; and its words in app/wording/deeds.py."
)


def deeds() -> Iterator[tuple[str, str]]:
    """Give every name a unit of work is told, with the place where."""
    for module in modules():
        for call in module.nodes(ast.Call):
            if not (isinstance(call.func, ast.Attribute) and call.func.attr == "doing"):
                continue
            named = next((k.value for k in call.keywords if k.arg == "named"), None)
            where = f"{module.where}:{call.lineno}"
            if named is None:
                action = call.args[0]
                assert isinstance(action, ast.Attribute), f"{where}: an Action by its name"
                yield action.attr.lower(), where
            elif isinstance(named, ast.Constant):
                yield str(named.value), where
            elif isinstance(named, ast.Name):
                yield READ_LIMITED if named.id == "READ_LIMITED" else named.id, where
            elif module.name == "app.services.exhibits.custody":
                yield from ((f"custody_{step}".lower(), where) for step in CustodyAction)
            else:
                assert module.name == "app.services.desk.undo", f"{where}: a name as it stands"


def test_every_deed_can_be_taken_back_or_says_why_not() -> None:
    unknown = [
        f"{where}: {deed}" for deed, where in deeds() if deed not in {*UNDOABLE, *NOT_UNDOABLE}
    ]
    assert not unknown, (ASK, unknown)
    assert not set(UNDOABLE) & set(NOT_UNDOABLE)


def test_every_deed_has_words_in_the_history() -> None:
    told = ((deed, where) for deed, where in deeds() if deed not in _UNUSED)
    wordless = [f"{where}: {deed}" for deed, where in told if not has_words(deed)]
    assert not wordless, (ASK, wordless)


def test_every_reason_for_not_taking_back_has_a_sentence_of_its_own() -> None:
    t = Translator.open("en")
    sentences = {never_undone_sentence(why, t) for why in NoUndo}
    assert len(sentences) == len(NoUndo)
    assert never_undone_sentence("", t) not in sentences
